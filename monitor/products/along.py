"""What a title names along with its goods: "drill with 2 batteries" sells one drill, "Magnesium + B6" one product.

Which devices, and what comes with them, is data, in `counting.toml`; what a "+" joins to one product (a charger and its
cable, sheets and their pillowcases) in `together.toml`.
"""

import re

from monitor.products.counting import ALONG, BOXES, DEVICES, FOR, PACK_WORDS, PACKED_WORDS, WITH, Kind, kind_of
from monitor.products.data import data
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, CJK_N, N

JOINED_BY = rf"(?<!\w)(?:{WITH.either}|c/)\.?"
ADDED = lazily(
    rf"{JOINED_BY}\s?{N}\s?(?:[x×]\s)?(?:[^\W_][\w.,-]*\s){{0,2}}?(?:{ALONG.either})(?![\w'’])(?:\s(?:de|of|à|da|von|di|van|po)\s{AMOUNT})?",
    re.IGNORECASE,
)
POWER = "バッテリー?|充?電池(?:パック)?|充電器|カップ|替刃|替えブラシ|배터리|전지|충전기|电池|充电器|刀头|刷头"
ASIAN = lazily(rf"(?:{POWER})\s?[x×]?\s?{CJK_N}\s?[本個个块塊台枚节개팩](?![入装])|{CJK_N}\s?[块塊节个](?:电池|充电器)")

BATTERY = lazily(
    r"\b(?:batter(?:y|ies?|ijen|ij|ia|ie|ía|ias|ías)|akkus?|accus?|akumulator(?:y|ów)?|batarya|akü|аккумулятор(?:ы|ов|а)?|акб|piles|pilas)\b"
    r"|バッテリ|電池|电池|배터리",
    re.IGNORECASE,
)
"""What is sold, where it stands before the device."""
FITS = lazily(rf"(?<!\w)(?:{FOR.either})(?!\w)|対応|用\s|适用|호환", re.IGNORECASE)
"""What makes a device one that the goods are for."""


def of_device(before: str) -> bool:
    """Whether what stands before a number names a device, and not as what other goods are for."""
    return DEVICES.within_text(before.casefold()) and FITS.search(before) is None


def for_a_device(text: str) -> bool:
    """Whether a title offers batteries for something: "battery for drill"."""
    fits = FITS.search(text)
    return fits is not None and BATTERY.search(text[: fits.start()]) is not None


def without_along(text: str) -> str:
    """A title without the number of what its device comes with, unless such goods are named before the device.

    "Camera battery kit with 2 batteries" sells batteries, and keeps its number.
    """
    found = ADDED.search(text) or (None if text.isascii() else ASIAN.search(text))
    if found is None:
        return text
    before = text[: found.start()]
    comes_along = of_device(before) and not ALONG.within_text(before.casefold()) and BATTERY.search(before) is None
    return f"{before} {text[found.end() :]}" if comes_along else text


JOIN = (
    r"(?:(?<![^\W_])(?:with|and|plus|incl(?:uding|uye|udes)?\.?|inkl(?:usive|\.)?|includes|mit|und|sowie|samt|nebst|dazu"
    r"|avec|et|con|y|incluye|e|ed|com|inclui|met|en|z|ze|i|oraz|с|со|и|плюс|med|och|samt|og|ile|ve|a|s|se|és|și|cu|ja)"
    r"|(?<![^\W_])[wc]/|(?<!\d)\s?[+&]|[送赠贈附]|(?:和|及|加|与|と|＋))"
)
JOINS = lazily(
    rf"{JOIN}\s*(?:(?:free|gratis|offerts?|kostenlos\w*|extra|zusätzlich\w*|additional)\s*)?$",
    re.IGNORECASE,
)
"""What joins other goods to those that a title has named."""
JOINS_NAMED = lazily(rf"{JOIN}\s(?:[^\W\d_]+\s){{1,3}}\(?$", re.IGNORECASE)
"""The same where the other goods are named first: "with coffee 2 x 250 g"."""
INCLUDED = lazily(
    r"(?<!\w)(?:included|inklusive|inbegriffen|enthalten|inclus\w*|inclu[iíì]d[oa]s?|inclus[oaie]|inbegrepen|w zestawie"
    r"|в комплекте|ingår|medfølger|dahil|gratis|free|kostenlos|offerts?|de regalo|omaggio|grátis|v balení|附|赠)(?!\w)",
    re.IGNORECASE,
)
TIMES = re.compile(r"\W*\d{1,3}\s?[x×*]", re.IGNORECASE)
NAMED = re.compile(r"[^\W\d_]{3,}")
LEAST_NAMED = 2
"""So many words before it name goods: fewer may be the pack alone, "Box mit 2 x 250 g"."""
PACKS_LAST = tuple(word for kind in (PACK_WORDS, PACKED_WORDS, BOXES) for word in kind.words if len(word) > LEAST_NAMED)


def is_joined(text: str, at: int) -> bool:
    """Whether so many times a thing, as said there, is joined to goods named before: "grinder and 2 x 250 g coffee"."""
    if not TIMES.match(text[at:]):
        return False
    before = text[:at]
    if joins := JOINS.search(before):
        named = NAMED.findall(before[: joins.start()].casefold())
        return len(named) >= LEAST_NAMED and not named[-1].endswith(PACKS_LAST)
    with_goods = JOINS_NAMED.search(before)
    device = before[: with_goods.start()] if with_goods else before if INCLUDED.search(text[at:]) else ""
    return of_device(device)


PLUS = re.compile(r"\s?\+\s?")
CLAUSE = re.compile(r",(?!\d)|[;:|/()\[\]–—+]")
WORDS_NEAR = 4
"""How far from the sign a part is named."""


def _pairs() -> tuple[tuple[Kind, Kind], ...]:
    table = data("together.toml")
    return tuple((kind_of(row["one"]), kind_of(row.get("other", row["one"]))) for row in table.values())


PAIRS = _pairs()


def one_product(folded: str) -> bool:
    """Whether each "+" of a folded title joins parts of one product, named before the first of them."""
    signs = list(PLUS.finditer(folded))
    named = " ".join(folded[: signs[0].start()].split()[-2 * WORDS_NEAR :]) if signs else ""
    return all(_joined(f"{named} {folded[signs[0].end() : sign.start()]}", folded[sign.end() :]) for sign in signs)


def _joined(near: str, after: str) -> bool:
    next_to_it = " ".join(CLAUSE.split(after)[0].split()[:WORDS_NEAR])
    return any(one.within_text(near) and other.within_text(next_to_it) for one, other in PAIRS)
