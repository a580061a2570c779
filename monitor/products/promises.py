"""What the words of a listing promise a buyer to pay less than the price shown, taken at their word.

A price at its floor is below it for whom a coupon, a code, the cart or a second one for half is promised beside it.
What counts as such words is data, in `promises.toml`. What is off already, or for some buyers alone, promises nothing,
and neither do words beside a coupon that was read as a number. Such a price is no price that was read: a person looks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from monitor.brands import Product
from monitor.products.contents import sold_alone
from monitor.products.counting import Kind
from monitor.products.described import MOST_READ
from monitor.products.kinds import kinds_of
from monitor.products.numerals import beginning, number
from monitor.products.offers import DIGITS, OFFERS, ONE
from monitor.products.phrases import Phrases, tables
from monitor.products.stated import sentences
from monitor.products.words import fold
from monitor.records import Listing

PROMISES = tables("promises.toml")
OF_PROMISES = re.compile(
    r"promo|coupon|voucher|gutschein|rabatt|aktion|offer|deal|discount|oferta|offre|sconto|优惠|促销|クーポン"
)
"""Names of attributes that tell of promotions."""
SIGNS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "zł": "PLN", "pln": "PLN", "chf": "CHF",
    "kr": "SEK NOK DKK", "₽": "RUB", "руб": "RUB", "¥": "CNY JPY", "元": "CNY", "円": "JPY", "usd": "USD",
    "$": "USD CAD AUD NZD SGD HKD MXN", "₩": "KRW", "원": "KRW", "tl": "TRY", "₺": "TRY",
}  # fmt: skip
SIGN = "|".join(sorted((re.escape(one) for one in SIGNS), key=len, reverse=True))
AMOUNT = (
    rf"(?P<before>{SIGN}|(?<!\d)(?<!\d\s)%)?\s?(?<![\d.,])(?P<number>\d{{1,5}}(?:[.,]\d{{1,2}})?)(?![\d.,]*\d)"
    rf"\s?(?P<behind>%|(?:{SIGN})(?![^\W\d]))?"
)
BEFORE = re.compile(rf"{AMOUNT}[^\d%]{{0,25}}$")
BEHIND = re.compile(rf"[^\d%]{{0,25}}?{AMOUNT}")
NAMED = re.compile(r"(?<![\w-])(?=\w*[^\W\d_])(?=\w*\d)(?!\d+(?:eur|euro|usd|gbp|pln|chf|kr|tl)\b)[a-z0-9_-]+(?![\w-])")
"""The name of a code or a model: "SAVE20"."""
ONE_MORE = re.compile(r"(?:^|(?P<last>\S+)\s|[(\[【])(?P<said>1\s?\+\s?1)(?=\s*(?:$|[,;)\]】!|]|\s[-–]))")
CLAUSE = re.compile(r"[,;|/]|\s[-–—]\s")
TIMES = re.compile(r"\s[*×]\s?([2-9])\s*$")
COUNTED = re.compile(r"(?<![\w.,/-])([2-9]|[^\W\d]+)\s((?:[^\W\d]+\s)?)([^\W\d]{4,})(?!\s(?:in|en)\s\w)")
PLURAL = re.compile(r"[sxneiyиы]$")
DIGIT = re.compile(r"\d")
SHARE = re.compile(r"\W*(?:\w{1,3}\W+){0,2}?(\d\d)\s?%")
WINDOW = 18
"""So far behind "a second one" stands what is to be paid for it."""
LONG = 4
"""Longer words between "the second" and what is to be paid for it say what it is a second one of."""
NEAR = 45
"""So far from such words an amount is looked for."""
MOST_OFF = Decimal(90)
LEAST_PAID = Decimal("0.5")
"""No offer sends more than twice what is paid: "43-46 per 2" is none."""
LEAST_ASKED = Decimal("0.3")
"""Below this share of the price an amount in the cart is none that is asked."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The words, where they stand, and the listing without them; `share` is to be paid of a price, less `off`."""

    said: str
    where: str
    listing: Listing
    share: Decimal = Decimal(1)
    off: Decimal = Decimal(0)

    def of(self, unit: Decimal) -> Decimal:
        """What is left to be paid for one unit."""
        return unit * self.share - self.off


def promised(listing: Listing, product: Product) -> Promise | None:
    """What the words of a listing take off its price; None where they say nothing of that."""
    title = fold(beginning(listing.title))
    for said, share in _of_several(title, fold(product.name)):
        rest = " ".join(title.replace(said, " ", 1).split())
        return Promise(said.strip(), "the title", replace(listing, title=rest), share=share)
    if listing.coupon or listing.price is None:
        return None
    attributes = ((f"the attribute {name}", fold(text)) for name, text in listing.attributes.items() if _tells(name))
    # Most descriptions have no such words, and are looked through once.
    terms = _has_terms(fold(listing.description[:MOST_READ]))
    said_there = (("the description", one) for one in (sentences(listing.description) if terms else ()))
    for where, text in (("the title", title), *attributes, *said_there):
        if found := _taken_off(text, listing):
            said, share, off = found
            return Promise(said, where, listing, share=share, off=off)
    return None


def _has_terms(text: str) -> bool:
    return DIGIT.search(text) is not None and (_any("on_top", text) or _any("in_cart", text))


def _tells(name: str) -> bool:
    return OF_PROMISES.search(fold(name)) is not None


def _of_several(title: str, own: str) -> Iterator[tuple[str, Decimal]]:
    """What is paid of one price where several are sent, in words of a folded title."""
    for kind in ("added", "in_all"):
        if found := OFFERS[kind].search(title):
            numbers = [number(one) for one in DIGITS.findall(ONE.sub("1", found[0]))]
            # "3+1" alone counts parts as well: bearings, places of a sofa.
            if len(numbers) > 1 and all(numbers) and any(map(str.isalpha, found[0])):
                sent = sum(numbers) if kind == "added" else max(numbers)
                paid = Decimal(numbers[0] if kind == "added" else min(numbers))
                if kind == "added" and PROMISES["half"].search(title[found.end() : found.end() + WINDOW]):
                    paid += Decimal(numbers[-1]) / 2
                if paid / sent >= LEAST_PAID:
                    yield found[0], paid / sent
    if (more := ONE_MORE.search(title)) and not (more["last"] or "").isdigit() and not _is_warranty(title, more):
        yield more["said"], Decimal("0.5")
    for found in PROMISES["second"].finditer(title):
        tail = title[found.end() : found.end() + WINDOW]
        if second := _of_second(tail, own):
            yield found[0] + tail[: second[1]], (1 + second[0]) / 2
    if (times := TIMES.search(title)) and times[0].strip() not in own:
        yield times[0], Decimal(1) / int(times[1])
    yield from _counted(title, own)


def _is_warranty(title: str, more: re.Match[str]) -> bool:
    """Whether "1+1" is said of years of a warranty, in the same clause."""
    before, behind = title[: more.start("said")], title[more.end("said") :]
    return any(_any("warranty", clause) for clause in (CLAUSE.split(before)[-1], CLAUSE.split(behind)[0]))


def _of_second(tail: str, own: str) -> tuple[Decimal, int] | None:
    """What is paid for a second one, as a share of the price, and where that ends; of two readings the milder one."""
    for kind, share_paid in (("half", Decimal("0.5")), ("free", Decimal(0))):
        if (found := PROMISES[kind].search(tail)) and _is_of_goods(tail[: found.start()], own):
            return share_paid, found.end()
    share = SHARE.match(tail)
    return (Decimal(max(int(share[1]), 100 - int(share[1]))) / 100, share.end()) if share else None


def _is_of_goods(between: str, own: str) -> bool:
    """Whether a second one is one of the goods: no clause ends behind it, and it is no second generation or hand."""
    kinds = kinds_of(own)
    named = (word for word in between.split() if len(word) > LONG)
    return not CLAUSE.search(between) and all(word in own.split() or _are(word, kinds) for word in named)


def _counted(title: str, own: str) -> Iterator[tuple[str, Decimal]]:
    """A number right before the product's goods in the plural: "two machines"."""
    alone = sold_alone(own)
    kinds, words = kinds_of(alone), set(alone.split())
    for found in COUNTED.finditer(title):
        said, between, goods = found[1], found[2].strip(), found[3]
        count = int(said) if said.isdigit() else 2 if PROMISES["two"].spaced.fullmatch(said) else 0
        if _any("with", title[: found.start()].rstrip()) or PROMISES["parts"].spaced.fullmatch(goods):
            continue
        if not count or said in own.split() or not PLURAL.search(goods) or (between and between not in words):
            continue
        if goods not in words and (_are(goods, kinds) or _is_plural(goods, words)):
            yield found[0], Decimal(1) / count


def _are(word: str, kinds: tuple[Kind, ...]) -> bool:
    return any(kind.has(word) for kind in kinds)


def _is_plural(word: str, words: set[str]) -> bool:
    return any(word in (f"{one}s", f"{one}es", f"{one}n", f"{one}en", f"{one}e") for one in words if len(one) > 3)


def _taken_off(text: str, listing: Listing) -> tuple[str, Decimal, Decimal] | None:
    """The words of a folded text that take something off, the share that is left, and the amount that is off."""
    if not _has_terms(text) or _any("taken", text) or _any("bound", text):
        return None
    bare = NAMED.sub(lambda found: " " * len(found[0]), text)
    for kind in ("on_top", "in_cart"):
        for found in PROMISES[kind].finditer(bare):
            near = max(0, found.start() - NEAR)
            before = BEFORE.search(bare[near : found.start()])
            behind = BEHIND.match(bare[found.end() : found.end() + NEAR])
            for amount in filter(None, (before, behind)):
                start, end = (near + amount.start(), found.end()) if amount is before else found.span()
                end += amount.end() if amount is behind else 0
                said = text[start:end].strip(" ,;:-–")
                if left := _left(amount, said, kind, listing):
                    return said, *left
    return None


def _left(amount: re.Match[str], said: str, kind: str, listing: Listing) -> tuple[Decimal, Decimal] | None:
    """The share that is left of the price, and the amount that is off it."""
    assert listing.price is not None
    value, sign = Decimal(amount["number"].replace(",", ".")), amount["behind"] or amount["before"] or ""
    if sign == "%":
        return (1 - value / 100, Decimal(0)) if 0 < value <= MOST_OFF else None
    if sign and listing.currency not in SIGNS[sign].split():
        return None
    taken = _any("off", said)
    if not sign and not taken and amount.string[amount.end() :].lstrip()[:1].isalpha():
        return None  # "in the basket 58 mm"
    if kind == "in_cart" and not taken:
        asked = LEAST_ASKED * listing.price <= value < listing.price
        return (value / listing.price, Decimal(0)) if asked else None
    return (Decimal(1), value) if (sign or taken) and 0 < value < listing.price else None


def _any(name: str, text: str) -> bool:
    known: Phrases = PROMISES[name]
    return known.search(text) is not None
