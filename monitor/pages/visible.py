"""The page as a person sees it: the heading, and the prices around it and the buy button."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from selectolax.lexbor import LexborNode

from monitor.pages.availability import read_availability
from monitor.pages.document import Document, squeeze
from monitor.pages.marks import CURRENT, STRUCK_TAGS, buys, flags_of, marks_in, names_in, names_of
from monitor.pages.money import Price, amounts, read_price
from monitor.records import Availability

WORDS = {"de": "preis", "it": "prezzo", "es": "precio", "pt": "preco", "fr": "prix", "pl": "cena", "cs": "cena"}
"""What elements are named after in a language, beside `price`."""
ALWAYS = (
    "h1,button,input[type=submit],input[type=button],a[class*=cart i],a[class*=buy i],[itemprop=price]"
    ",[data-testid*=price i],[data-test*=price i],[data-aut-id*=price i],[data-hook*=price i]"
)
MAX_ELEMENTS = 3_000
MAX_CANDIDATES = 12
MAX_PRICE_TEXT = 90
STEPS = 12
CENTS = re.compile(r"^(\D{0,6}\d[\d.,]*) ?[.,]? (\d\d)(?=\D{0,6}$)")
"""Cents that stand in an element of their own."""
IN_PIECES = re.compile(r"(?<=\d) ?([.,]) (?=\d)|(?<=\d) ([.,])(?=\d)")
"""Units, points and cents that stand in elements of their own."""
NOT_OF_A_NUMBER = re.compile(r"[^\d.,'\s]")
DIGIT = re.compile(r"\d")
MAX_BARE, MAX_SIGN = 30, 6
GOOD = -2.5
"""The score from which a visible price is believed to be the one of the goods."""


@dataclass(slots=True)
class Shown:
    """An amount that stands on the page: as text, as price, where, and how likely it is the price of the goods."""

    text: str
    price: Price
    source: str
    score: float = 0.0
    old: bool = False


class Visible:
    """What stands on a page, read on demand."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._flags: dict[int, int] = {}

    @cached_property
    def elements(self) -> list[LexborNode]:
        """Headings, buttons and all that is named after a price, in page order."""
        return self._document.named(("price",), WORDS, ALWAYS)[:MAX_ELEMENTS]

    @cached_property
    def heading(self) -> tuple[int, LexborNode] | None:
        """The main heading and its place among the elements."""
        wanted = self._document.headings[0].mem_id if self._document.headings else 0
        found = (
            (place, node) for place, node in enumerate(self.elements) if node.tag == "h1" and node.mem_id == wanted
        )
        return next(found, None)

    @cached_property
    def buy_buttons(self) -> list[int]:
        """The places of the buttons that buy."""
        found = []
        for place, node in enumerate(self.elements):
            if node.tag in ("button", "input", "a"):
                attributes = node.attributes
                text = "" if node.tag == "input" else " ".join(node.text()[:400].split())[:100]
                said = (names_in(attributes), attributes.get("value"), attributes.get("name"), text)
                buying = buys(" ".join(filter(None, said))[:400]) and "disabled" not in attributes
                if buying and not self._names(node) & 12:
                    found.append(place)
        return found

    @cached_property
    def above(self) -> set[int]:
        """The elements that hold the main heading: their names say nothing of the parts in them."""
        found: set[int] = set()
        node = self.heading[1] if self.heading else None
        while node is not None and len(found) < 1_000:
            found.add(node.mem_id)
            node = node.parent
        return found

    @cached_property
    def prices(self) -> list[Shown]:
        """All amounts near the heading or a buy button, the likeliest price of the goods first."""
        places = [
            (place, node)
            for place, node in enumerate(self.elements)
            if node.tag not in ("h1", "button", "input", "meta")
        ]
        start = self.heading[0] if self.heading else 0
        places.sort(key=lambda entry: abs(entry[0] - start) * (1 if entry[0] > start else 2))
        found = []
        for place, node in places[: MAX_CANDIDATES * 2]:
            shown = self._shown(place, node)
            if shown is not None:
                found.append(shown)
                found.extend(_struck_within(node, shown))
            if len(found) >= MAX_CANDIDATES:
                break
        if self.buy_buttons and not any(shown.price.amount and shown.score >= GOOD for shown in found):
            found += self._unnamed()
        if not any(shown.price.amount and not shown.old and shown.score >= GOOD for shown in found):
            _none_is_old(found)
        found.sort(key=lambda shown: -shown.score)
        return found

    def _unnamed(self) -> list[Shown]:
        """Short texts below the heading that are an amount and nothing else, on a page with a button that buys."""
        found: list[Shown] = []
        heading = self.heading[1].mem_id if self.heading else 0
        below = False
        for node in self._document.tree.css("h1,h2,h3,h4,p,span,div,b,strong,em,td,li,dd,ins,del,s,strike,font")[
            :MAX_ELEMENTS
        ]:
            below = below or node.mem_id == heading
            text = node.text(deep=False)[:200] if below else ""
            if not text or not DIGIT.search(text):
                continue
            text = " ".join(text.split())
            if len(text) > MAX_BARE:
                continue
            price = read_price(text)
            flags = self._names(node)
            if price.amount and price.currency and len(NOT_OF_A_NUMBER.findall(text)) <= MAX_SIGN and not flags & 14:
                old = bool(flags & 1)
                found.append(Shown(text, price, f"page {path_of(node)}", -0.1 * len(found) - 5.0 * old, old))
            if len(found) >= MAX_CANDIDATES:
                break
        return found

    @property
    def best(self) -> Shown | None:
        """The price of the goods, where one is likely."""
        return next((s for s in self.prices if s.price.amount is not None and s.score >= GOOD and not s.old), None)

    @property
    def range(self) -> Shown | None:
        """The likeliest range of prices of the goods."""
        return next((shown for shown in self.prices if shown.price.high and shown.score >= GOOD), None)

    @property
    def old(self) -> list[Shown]:
        """Struck-through and list prices."""
        return [shown for shown in self.prices if shown.old and shown.price.amount]

    @cached_property
    def availability(self) -> tuple[Availability, str] | None:
        """Whether the goods can be bought, and what says so: a text on it, else a button that buys."""
        said = read_availability(self._document)
        if said is None and self.buy_buttons and self.best is not None:
            node = self.elements[self.buy_buttons[0]]
            return Availability.IN_STOCK, f"page {path_of(node)}"
        return said

    def showing(self, amount: Decimal) -> Shown | None:
        """The likeliest place where this amount is shown with a currency, else without one."""
        same = [shown for shown in self.prices if amount in (shown.price.amount, shown.price.low)]
        return next((shown for shown in same if shown.price.currency), same[0] if same else None)

    def _shown(self, place: int, node: LexborNode) -> Shown | None:
        if node.tag in ("script", "style", "template", "noscript"):
            return None
        text = price_text(node)
        if not text or len(text) > MAX_PRICE_TEXT or not any(c.isdigit() for c in text):
            return None
        price = read_price(text)
        if price.several and next(node.iter(), None) is not None:
            text = _without_asides(node, text)
            price = read_price(text)
        if not price.currency and node.parent is not None and len(node.parent.text()[:200].strip()) <= 60:
            around = price_text(node.parent)
            with_sign = read_price(around)
            if with_sign.currency and (with_sign.amount == price.amount is not None or _is_part(text, around)):
                text, price = around, with_sign
        if (price.amount is None and price.low is None) or price.several:
            return None
        old = node.tag in STRUCK_TAGS
        flags = self._names(node)
        names = names_of(node)
        score = -2.0 * (not price.currency) - 5.0 * (old or bool(flags & 1)) - 4.0 * (flags & 3 == 2)
        score += -6.0 * bool(flags & 4) - 3.0 * bool(flags & 8) + 1.0 * bool(CURRENT.search(names))
        score += 2.0 * (node.attributes.get("itemprop") == "price") - 1.0 * bool(price.problem)
        score -= min(abs(place - b) for b in self.buy_buttons[:20]) * 0.05 if self.buy_buttons else 0.0
        if self.heading:
            behind = place - self.heading[0]
            score -= min(4.0, 0.03 * behind if behind > 0 else -0.08 * behind)
        return Shown(text, price, f"page {path_of(node)}", score, old or bool(flags & 1))

    def _names(self, node: LexborNode) -> int:
        """What the names of an element and of those around it say: 1 old, 2 aside, 4 elsewhere, 8 hidden."""
        chain = []
        current: LexborNode | None = node
        while current is not None and current.mem_id not in self._flags and current.mem_id not in self.above:
            chain.append(current)
            current = current.parent
            if len(chain) >= STEPS:
                current = None
        flags = self._flags.get(current.mem_id, 0) if current is not None else 0
        for depth in range(len(chain) - 1, -1, -1):
            flags |= flags_of(chain[depth])
            if depth > 3:
                flags &= ~3
            self._flags[chain[depth].mem_id] = flags
        return flags


def _struck_within(node: LexborNode, shown: Shown) -> list[Shown]:
    """Amounts that are struck through within the element of a price."""
    if node.tag in STRUCK_TAGS or shown.old or next(node.iter(), None) is None:
        return []
    found = []
    for struck in node.css(":is(del,s,strike)")[:2]:
        text = squeeze(struck.text(separator=" "), MAX_PRICE_TEXT)
        said = amounts(text)
        if len(said) == 1:
            price = Price(said[0].value, said[0].currency)
            found.append(Shown(text, price, shown.source, shown.score - 5.0, old=True))
    return found


def _none_is_old(found: list[Shown]) -> None:
    """There is no price of before without one of now: what is only named so, and not struck through, is asked."""
    for shown in found:
        if shown.old and shown.source.partition(" ")[2].partition(".")[0] not in STRUCK_TAGS:
            shown.old = False
            shown.score += 5.0


def _without_asides(node: LexborNode, text: str) -> str:
    """The text of a price without the parts whose names say that they are another amount."""
    for part in node.css("[class]")[:10]:
        if marks_in(names_of(part)) & 3 and (aside := squeeze(part.text(separator=" "), 200)):
            text = text.replace(aside, " ", 1)
    return " ".join(text.split())


def _is_part(text: str, around: str) -> bool:
    """Whether a text is one of several pieces of the number around it: `099` of `R$ 1.099,90`."""
    own, whole = (re.sub(r"\D", "", one) for one in (text, around))
    return len(around) <= MAX_BARE and len(own) < len(whole) and own in whole and text.strip().isdigit()


def price_text(node: LexborNode) -> str:
    """The text of an element without what is struck through in it; cents set smaller belong to the units."""
    text = " ".join(node.text(separator=" ")[:2_000].split())[:200]
    if next(node.iter(), None) is None:  # nothing stands in it but text
        return text.strip()
    if node.tag not in STRUCK_TAGS:
        for struck in node.css(":is(del,s,strike)")[:3]:
            text = text.replace(squeeze(struck.text(separator=" "), 200), " ", 1)
    return CENTS.sub(r"\1.\2", IN_PIECES.sub(lambda m: m[1] or m[2], text.strip()))


def path_of(node: LexborNode) -> str:
    """An element as a person would name it: tag, id or first class."""
    attributes = node.attributes
    if attributes.get("id"):
        return f"{node.tag}#{(attributes['id'] or '')[:60]}"
    first = (attributes.get("class") or "").split()[:1]
    return f"{node.tag}.{first[0][:60]}" if first else str(node.tag)
