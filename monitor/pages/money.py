"""Price texts as sites write them: `€ 12,50`, `1.299,00 €`, `US $2,879.20`, `¥1,280`, `CHF 1'299.–`, `Rs. 1,299`."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from monitor.pages.beside import (
    RATES,
    SAYS,
    SEVERAL,
    Role,
    names_net,
    role_of,
    unbound,
    unsigned,
)
from monitor.pages.money_signs import AFTER, ANYWHERE, BEFORE, IN_FRONT, OF_A_START
from monitor.pages.some_words import names_some
from monitor.pages.taxed import TAX_AT_MOST, behind_tax, is_taxed, is_with_tax_of, says_net, says_now
from monitor.pages.written import GAP, value_of
from monitor.records.currency import CODES
from monitor.records.typed_amount import THOUSANDTHS

MAX_TEXT = 300
_thousandths = "KD BD JD DT LD د.ك د.ب ر.ع د.أ د.ا د.ت د.ع د.ل"
SHOWN_THOUSANDTHS = THOUSANDTHS | {*_thousandths.split(), "دينار كويتي"}
"""Currencies with three decimals, as shown."""
BLANKS = (" ", "\u00a0")
NUMBER = re.compile(
    rf"(?<![\d.,])(?:(?<!\d:)\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)(?:[.,٫]\d{{1,2}}(?!\d))?"  # 1 299 and 1'299.50
    r"|\d+(?:[.,٫]\d+)*(?:[.,][ \u00a0]\d{1,2}(?![\d.,]*\d))?)"  # 1.299,00 and 118, 99
    r"|(?<![\d.,])[.,]{1,2}\d+(?:[.,]\d+)*"  # .75
)
EURO_WITHIN = re.compile(r"(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+)€(\d\d)(?![\d.,])")
"""A sign that parts units and cents: `129€90`."""
WHOLE_KRONOR = re.compile(r"(?<=\d):[-–—](?!\d)")
"""What stands in Sweden behind an amount without öre: `999:-`."""
WITH_ORE = re.compile(
    r"(?<![\d:.,])(\d{1,5}):(\d\d)(?= ?kr(?!\.?[ \u00a0]?\d))|(?<![\d:.,])(2[4-9]|[3-9]\d|\d{3,5}):(\d\d)(?= ?kr)"
)
"""Swedish kronor and öre, `52:90 kr`; before `kr 129` may stand a time: `16:30 kr 129`."""
BARE_ORE = re.compile(r"(?<![\d:.,])(?!1:)(\d{1,5}):([6-9]\d)(?![\d:])")
"""The same without the sign, where it is neither a time nor a scale: `52:90`."""
RAND = re.compile(r"(?<!\w)(R)[ \u00a0]?$")
PARTED = re.compile(r"\d[.,]\d{2,3}$")
"""What makes of a number behind an R an amount of rand; `R16` is a size, and `R16 205` mostly two."""
IN_RAND = re.compile(r"(?<!\w)R[ \u00a0]?\d{1,3}(?:[ \u00a0]\d{3}){1,2}(?![\w.,/])")
IN_RAND_WITH_CENTS = re.compile(r"(?<!\w)R[ \u00a0]?\d[\d \u00a0]{0,9}[.,]\d\d(?![\w.,/])")
BESIDE_RAND = re.compile(
    r"(?:now|from|only|was|sale|our|regular|price|at|save|off|each|or|incl|excl|vat|\d{1,2}\s?%|[^\w/€$£])*",
    re.IGNORECASE,
)
"""What stands beside rand that a blank alone parts: words of a price and nothing else."""
NAME_BEFORE = re.compile(
    r"(?:(?:our|your|sale|selling|current|unser|notre|nuestro|il nostro) )?(?:price|preis|prix|prezzo|precio|pre[çc]o"
    r"|prijs|pris|cena|hinta|fiyat[ıi]?|pre[țt]|cijena|harga|цена|ціна|ár|価格|价格|售价|가격)\s?[:：]\s*",
    re.IGNORECASE,
)
"""What makes of a number behind it a price, though it stands without a sign."""
MULTIPLES = {"万": 10_000, "萬": 10_000, "만": 10_000, "тыс": 1_000, "млн": 1_000_000}
MULTIPLE = re.compile(r"[万萬만]|\s?(?:тыс|млн)\b|[kK]\b")
DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}(?![\d.,])|(?<![\d:])\d{1,3}:\d{1,3}(?!\d|[.,]\d)")
"""Days, times, scales: `1:87`."""
NOT_MONEY = re.compile(
    r"-0\d(?!\d)|\s{0,3}(?:%|％|[x×]\s{0,2}(?=\D)|\d|(?:g|kg|mg|ml|l|cl|oz|lb|cm|mm|ft|inch|pcs|reviews?|ratings?"
    rf"|Stück|Stk|{RATES})\b)"
)
RANGE = re.compile(
    r"[^\d]{0,12}?(?:[–—~～〜]|-(?![^\W\d_])|(?<![^\W\d_])-|\b(?:to|bis|a|à|al|até|hasta|до|tot|til|till|do)\b)[^\d]{0,12}",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
DIGITS = {ord(c): str(i) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９") for i, c in enumerate(row)}
DIGITS |= {ord("，"): ",", ord("．"): "."}
DIGITS |= dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"), "")
"""Digits of other scripts as ours, and nothing for what only says which way a text runs."""


STARTS = "a price that others start from"
LOWEST = "the lowest of several offers"
OF_BEFORE = (Role.BEFORE, Role.USUAL)
ASKS = (Role.ASKED, Role.ONE_WAY)
"""What a price is that is asked."""


class Amount(NamedTuple):
    """One amount in a text, the currency beside it as shown, and where the number starts and ends."""

    value: Decimal
    currency: str
    start: int
    end: int


class Price(NamedTuple):
    """The one price of a text, or why there is none; `high` is the end of a range that starts with `low`."""

    amount: Decimal | None = None
    currency: str = ""
    problem: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    several: bool = False
    """Whether the text asks other amounts too."""
    role: Role = Role.ASKED
    """What the amount is by the words beside it."""
    before: Decimal | None = None
    """The price of before that the text names too."""


def amounts(text: str) -> list[Amount]:
    """All amounts of money that a text shows, in its order; dates, shares, weights and sizes are none."""
    text = _sign_behind(text[:MAX_TEXT].translate(DIGITS))
    found: list[Amount] = []
    if not DIGIT.search(text):
        return found
    dates = [match.span() for match in DATE.finditer(text)]
    for match in NUMBER.finditer(text):
        if any(start <= match.start() < end for start, end in dates):
            continue
        multiple = MULTIPLE.match(text, match.end())
        end = multiple.end() if multiple else match.end()
        sign = _sign(text, match.start(), end)
        if not sign and (NOT_MONEY.match(text, match.end()) or _in_a_word(text, match.start(), match.end())):
            continue
        value = value_of(match[0], thousandths=sign in SHOWN_THOUSANDTHS)
        if multiple:  # with a fraction it is rounded, as `$1.2k` is: what is asked is not said
            value = None if value is None or value % 1 else value * MULTIPLES.get(multiple[0].strip(), 0) or None
        if value is not None:
            found.append(Amount(value, sign, match.start(), end))
    return found


@lru_cache(maxsize=4096)
def read_price(text: str) -> Price:
    """The price that a text states; a range, a "from" price and a text without a number are no price.

    Of several amounts the first that is asked and stands beside a currency counts, else the first that is asked; a text
    without such has the first amount and its `role`.
    """
    text = _sign_behind(" ".join(text[: MAX_TEXT * 4].split())[:MAX_TEXT].translate(DIGITS))
    found = amounts(text)
    if not found:
        return Price(problem="no amount" if text else "")
    roles = _roles(text, found)
    asked = _asked(roles)
    low_high = next(
        (pair for pair in pairwise(found) if pair[0] in asked and pair[1] in asked and _is_range(text, *pair)), None
    )
    if low_high:
        low, high = sorted(one.value for one in low_high)
        currency = low_high[0].currency or low_high[1].currency or sign_in(text)
        return Price(currency=currency, problem="a range", low=low, high=high)
    known = asked or sorted(roles, key=lambda one: roles[one] is Role.ASIDE)
    first = next((amount for amount in known if amount.currency), known[0])
    currency, role = first.currency or sign_in(text), roles[first]
    if role is Role.FROM:
        return Price(currency=currency, problem=LOWEST if SEVERAL.search(text) else STARTS, low=first.value)
    before = (one.value for one in found if roles.get(one) in OF_BEFORE and one.value > first.value)
    return Price(
        first.value,
        currency,
        low=first.value,
        several=any(
            amount.value != first.value for amount in found if roles.get(amount, role) in (Role.ASKED, Role.NOW, role)
        ),
        role=role if role is Role.ONE_WAY or not asked else Role.ASKED,
        before=next(before, None) if asked else None,
    )


def said_beside(price: Price, line: str) -> Price:
    """The price of a part of a line, as the words of the line make it: none of the goods, one of before or a start."""
    if not SAYS.search(line):
        return price
    line = _sign_behind(line)
    found = amounts(line)
    role = next((role for one, role in _roles(line, found).items() if one.value == price.amount), Role.ASKED)
    return in_role(price, role, line)


def in_role(price: Price, role: Role, said: str) -> Price:
    """A price as the words around it make it, which are `said`: none of the goods, one of before or a start."""
    if role is Role.FROM:
        return Price(currency=price.currency, problem=LOWEST if SEVERAL.search(said) else STARTS, low=price.amount)
    return price._replace(role=role) if role in (Role.ONE_WAY, Role.USUAL, Role.BEFORE, Role.ASIDE) else price


def _sign_behind(text: str) -> str:
    """The text with the sign behind the cents where it parts them off, `kr` for that of whole kronor, and öre."""
    if ":" in text:
        text = WITH_ORE.sub(_cents_behind, WHOLE_KRONOR.sub(" kr", text))
        if _is_ore_without_a_sign(text):
            text = BARE_ORE.sub(_cents_behind, text)
    return EURO_WITHIN.sub(r"\1,\2€", text) if "€" in text else text


def _cents_behind(match: re.Match[str]) -> str:
    return ",".join(filter(None, match.groups()))


def _is_ore_without_a_sign(text: str) -> bool:
    """Whether a text may be kronor and öre without their sign: `52:90`."""
    return ":" in text and BARE_ORE.search(text) is not None and sign_in(text) in ("", "SEK")


def _roles(text: str, found: Sequence[Amount]) -> dict[Amount, Role]:
    """What each amount is; the two ends of a range are one thing. Of a number without a sign no word speaks."""
    signed = any(amount.currency for amount in found)
    ranges = [pair for pair in pairwise(found) if _is_range(text, *pair)]
    known = [one for one in found if one.currency or not signed or any(one in pair for pair in ranges)]
    roles: dict[Amount, Role] = {}
    for i, one in enumerate(known):
        lead, tail = text[: one.start], text[one.end :]
        if i:
            lead = _lead(text[known[i - 1].end : one.start], known[i - 1], one)
        if i + 1 < len(known):
            tail = _tail(text[one.end : known[i + 1].start], one, known[i + 1])
        within = ("" if (known[i - 1], one) in ranges else lead, "" if (one, *known[i + 1 : i + 2]) in ranges else tail)
        roles[one] = role_of(*within, one.currency)
    for one, again in pairwise(known):  # read aloud, and in pieces for the eye
        if one.value == again.value and not unsigned(text[one.end : again.start], one.currency):
            roles[one] = roles[again] = max(roles[one], roles[again])
    _put_net_aside(text, known, roles, [one for pair in ranges for one in pair])
    for low, high in ranges:
        role = max(roles[low], roles[high])
        roles[low] = roles[high] = Role.ASKED if role is Role.FROM else role
    return roles


def _put_net_aside(text: str, known: Sequence[Amount], roles: dict[Amount, Role], ends: Sequence[Amount]) -> None:
    """Put an amount without tax aside where the same with tax stands behind it, which is what the words before say.

    An amount that nothing is said of counts only where nothing but words of a price stands before it.
    """
    start = 0
    for net, one in pairwise(known):
        lead, start = behind_tax(text[start : net.start].rstrip().removesuffix(net.currency)), net.end
        around = (text[net.end : one.start], text[one.end :], one.currency)
        if net in ends or roles[one] is not Role.ASKED or not net.value < one.value <= TAX_AT_MOST * net.value:
            continue
        if not (is_taxed(*around) or is_with_tax_of(net.value, one.value, *around)):
            continue
        is_said = roles[net] in (*OF_BEFORE, Role.FROM)
        if is_said or (roles[net] is Role.ASIDE and not says_net(f"{lead}|{around[0]}")):
            roles[net], roles[one] = Role.ASIDE, roles[net]
        elif BESIDE_RAND.fullmatch(lead) or NAME_BEFORE.fullmatch(lead.strip()) or says_now(lead):
            roles[net] = Role.ASIDE


def _lead(between: str, one: Amount, other: Amount) -> str:
    """What the words between two amounts say of the second."""
    if _is_of_lower(between, other, one):
        return between
    return "" if _names_first(between, one, other) else unbound(between, one.currency)


def _tail(between: str, one: Amount, other: Amount) -> str:
    """What the words between two amounts say of the first."""
    if _is_of_lower(between, other, one):
        return ""
    return between.rstrip().removesuffix(other.currency).rstrip() if _names_first(between, one, other) else between


def _is_of_lower(between: str, lower: Amount, higher: Amount) -> bool:
    """Whether words between two amounts are of the lower, as it is what fewer pay or what is without tax."""
    if not lower.value < higher.value:
        return False
    return names_some(between) or (higher.value <= TAX_AT_MOST * lower.value and names_net(between))


def _names_first(between: str, lower: Amount, higher: Amount) -> bool:
    """Whether words between a lower and a higher amount say that not everybody pays the lower."""
    between = between.rstrip().removesuffix(higher.currency).rstrip()
    return lower.value < higher.value and not between.endswith((":", "：")) and names_some(between)


def _asked(roles: dict[Amount, Role]) -> list[Amount]:
    """The amounts that are asked; where a word names the price of now, what costs more is made one of before."""
    for wanted in (Role.NOW, Role.ASKED, Role.ONE_WAY, Role.USUAL):
        asked = [amount for amount, role in roles.items() if role is wanted]
        if asked and wanted is Role.NOW:
            for amount, role in roles.items():
                if role is Role.ASKED and amount.value > asked[0].value:
                    roles[amount] = Role.BEFORE
        if asked:
            return asked
    return []


def _is_range(text: str, one: Amount, other: Amount) -> bool:
    return one.value != other.value and RANGE.fullmatch(text, one.end, other.start) is not None


def sign_in(text: str) -> str:
    """The first currency sign or code anywhere in a text, as shown; empty where there is none."""
    match = ANYWHERE.search(text[:MAX_TEXT])
    return match[0].strip() if match else ""


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether the number is part of a word, such as a model's name."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(c.isascii() and c.isalpha() for c in around)


def _sign(text: str, start: int, end: int) -> str:
    """The currency right before or right after a number."""
    before = BEFORE.search(text[max(0, start - 12) : start])
    if not before and text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:] == "R" and _is_parted(text, start, end):
        before = RAND.search(text[max(0, start - 3) : start])
    after = AFTER.match(text, end)
    if after and not before and _is_of_the_next(text, start, end, after):
        after = None
    if after and (not before or before[1] in OF_A_START or (after[1] in CODES and before[1] not in CODES)):
        return after[1].strip()
    return before[1].strip() if before else ""


def _is_parted(text: str, start: int, end: int) -> bool:
    """Whether a number behind an R is parted as money is: by a sign, or by a blank in a text of nothing but prices."""
    return bool(PARTED.search(text[start:end])) or _is_rand_by_a_blank(text)


def _is_rand_by_a_blank(text: str) -> bool:
    """Whether a text is amounts of rand that only a blank makes such (`R1 299`), which elsewhere are two sizes."""
    if not IN_RAND.search(text):
        return False
    return BESIDE_RAND.fullmatch(IN_RAND.sub(" ", IN_RAND_WITH_CENTS.sub(" ", text))) is not None


def is_money_elsewhere(text: str, currency: str, country: str) -> bool:
    """Whether what only its country makes rand (`R16 205`) or kronor (`52:90`) is shown in a country of other money."""
    if currency == "R":
        return country != "ZA" and _is_rand_by_a_blank(text)
    return not currency and country != "SE" and _is_ore_without_a_sign(text)


def _is_of_the_next(text: str, start: int, end: int, sign: re.Match[str]) -> bool:
    """Whether the sign behind a number is that of the number behind it: `iPhone 15 $799`, `40 € 450,00`."""
    place = sign.end() + (text[sign.end() : sign.end() + 1] in BLANKS)
    following = NUMBER.match(text, place)
    if not following or not IN_FRONT.fullmatch(sign[1].strip()):
        return False
    if AFTER.match(text, following.end()) or NOT_MONEY.match(text, following.end()):
        return False
    if following.start() == sign.end() and sign.start(1) > end:  # a blank on one side alone
        return True
    before = text[max(0, start - 1) : start]
    if before.isascii() and before.isalpha():  # the number is part of a word, and costs nothing: `R18 245 € 79,90`
        return True
    one, other = value_of(text[start:end], thousandths=False), value_of(following[0], thousandths=False)
    if one is None or other is None or other <= one:
        return False
    return other.as_tuple().exponent != 0 or one.as_tuple().exponent == 0
