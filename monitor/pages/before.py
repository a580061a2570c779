"""The price of before, where no name of an element tells it: struck through beside the price, or by a share."""

import re
from decimal import Decimal
from itertools import islice

from monitor.pages.beside import TAX
from monitor.pages.document import STRUCK, Document, squeeze
from monitor.pages.links import leads_away
from monitor.pages.marks import around, path_of
from monitor.pages.money import Amount, amounts
from monitor.pages.price_text import price_text
from monitor.pages.visible import Visible

BY_STYLE = "[class*=line-through],[style*=line-through]"
MAX_STRUCK = 40
MAX_STRUCK_TEXT, MAX_BOX = 60, 250
STEPS = 4
SHOWN, NEAR = 3, 6
"""How many places of the price are asked, and how many lines before and after each."""
MAX_LINE = 40
HIGHEST = 20
"""A price of before is less than so many times the price."""
SHARE = re.compile(r"\D{0,14}?(?<!\d)(\d\d?)(?:[.,]\d{1,2})?\s?[%％]\D{0,16}")
LEAST = 5
NO_SHARE = re.compile(
    rf"(?<!\w)(?:{TAX}|apr|taeg?|tan|zins\w*|interest|cash ?back)(?!\w)|ポイント|還元|積分|积分|적립", re.IGNORECASE
)
"""What makes of a share no part of the price that is let off."""


def price_before(document: Document, visible: Visible, price: Decimal) -> tuple[Decimal, str] | None:
    """A higher amount that the page shows as what the goods cost before, and where; None where it shows none."""
    return _struck(document, visible, price) or _by_share(document, price)


def _struck(document: Document, visible: Visible, price: Decimal) -> tuple[Decimal, str] | None:
    """An amount struck through in a small box that shows the price too."""
    struck = [node for tag in STRUCK for node in document.by_tag[tag][:MAX_STRUCK]]
    if b"line-through" in document.html:
        struck += document.tree.css(BY_STYLE)[:MAX_STRUCK]
    for node in struck[: 2 * MAX_STRUCK]:
        said = amounts(price_text(node)[:MAX_STRUCK_TEXT])
        if len(said) != 1 or not _may_be_before(said[0], price):
            continue
        boxes = (price_text(box) for box in around(node.parent, STEPS) if len(box.text()[: MAX_BOX + 1]) <= MAX_BOX)
        beside = any(one.value == price for text in boxes for one in amounts(text))
        if beside and not visible.says(node) & 12 and not leads_away(document, node, visible.above):
            return said[0].value, f"page {path_of(node)}"
    return None


def _by_share(document: Document, price: Decimal) -> tuple[Decimal, str] | None:
    """An amount from which a share that stands beside it leads to the price: `€ 80` of `-20%` and `€ 100`."""
    if "%" not in document.text:
        return None
    lines = document.text.split("\n")
    heading = squeeze(document.h1, 30)
    start = next((place for place, line in enumerate(lines) if heading and line.startswith(heading[:15])), 0)
    units = str(int(price))[-3:]
    shown = (
        place
        for place in range(start, len(lines))
        if len(lines[place]) <= MAX_LINE
        and units in lines[place]
        and any(one.value == price and one.currency for one in amounts(lines[place]))
    )
    for place in islice(shown, SHOWN):
        near = [line for line in lines[max(start, place - NEAR) : place + NEAR + 1] if len(line) <= MAX_LINE]
        shares = [Decimal(share[1]) for line in near if (share := SHARE.fullmatch(line)) and not NO_SHARE.search(line)]
        for one in (one for line in near if shares for one in amounts(line)):
            off = 100 - 100 * price / one.value if one.value else Decimal(0)
            if one.currency and _may_be_before(one, price) and any(_is_share(off, share) for share in shares):
                return one.value, "page: the share that is let off"
    return None


def _may_be_before(one: Amount, price: Decimal) -> bool:
    return price < one.value < HIGHEST * price


def _is_share(off: Decimal, share: Decimal) -> bool:
    """Whether a share is what is let off, rounded or cut to whole parts of a hundred."""
    return share >= LEAST and Decimal("-0.6") <= off - share < 1
