"""Tables of prices by quantity, as people read them: `up to 2: € 198.90, up to 9: € 179.90, from 10: € 164.50`."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby, pairwise

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import stands_elsewhere
from monitor.pages.money import read_price
from monitor.pages.tiers import FEWEST, MOST, Tier

_languages = tomllib.loads((files("monitor.pages") / "scales.toml").read_text("utf-8")).values()
HEADS, LEAST, ENDS = (
    frozenset(word for words in _languages for word in words.get(name, ())) for name in ("heads", "least", "most")
)
ENDS |= {"≤", "<"}
QUANTITY = re.compile(
    r"(?P<word>[^\d\s][^\d]{0,14}?)?\s*(?P<least>\d{1,6})\s*(?:(?P<range>[-–—]|to|bis)\s*\d{1,6}|(?P<open>\+|&\s?up))?"
    r"\s?(?:[^\W\d]{1,10}\.?)?",
    re.IGNORECASE,
)
"""The quantity of a row: `up to 2`, `10`, `10+`, `3-9 pcs`."""
MAX_ROWS, MAX_ROW, MAX_CELL = 200, 160, 40


def read_scale(document: Document) -> list[Tier]:
    """The prices of the first table that gives lower ones for larger quantities, the smallest quantity first; or none.

    Only where a heading, or words and signs in each row, say that its numbers are quantities: sizes may cost less too.
    """
    rows = document.by_tag["tr"][:MAX_ROWS]
    for _, group in groupby(rows, key=_table):
        if found := _tiers(list(group)):
            return found
    return []


def _table(row: LexborNode) -> int:
    """What tells the rows of one table from those of another."""
    part = row.parent
    holder = part.parent if part is not None and part.tag in ("thead", "tbody", "tfoot") else part
    return holder.mem_id if holder is not None else 0


def _tiers(rows: Sequence[LexborNode]) -> list[Tier]:
    if not FEWEST <= len(rows) <= MOST + 1:
        return []
    found: list[Tier] = []
    headed, plain, last, least = False, False, 0, 1
    for row in rows:
        texts = _cells(row)
        quantity = QUANTITY.fullmatch(texts[0]) if len(texts) > 1 else None
        if quantity is None:
            if row is not rows[0] or len(texts) < FEWEST:
                return []
            headed = texts[0].strip(" .:").lower() in HEADS
            continue
        number = int(quantity["least"])
        word = (quantity["word"] or "").strip(" :≥>=").lower()
        if word and word not in LEAST and word not in ENDS:
            return []
        plain = plain or not (quantity["word"] or quantity["range"] or quantity["open"])
        least = last + 1 if word in ENDS else number
        price = next((text for text in texts[1:] if read_price(text).currency), "")
        amount = read_price(price).amount
        if amount is None:
            return []
        found.append(Tier(least, str(amount)))
        last = number
    rising = all(
        one.quantity < other.quantity and float(one.price) > float(other.price) for one, other in pairwise(found)
    )
    told = headed or not plain
    return found if rising and told and len(found) >= FEWEST and not stands_elsewhere(rows[0]) else []


def _cells(row: LexborNode) -> list[str]:
    """The texts of a row's cells, where they are short."""
    if len(row.text()[: MAX_ROW * 2].strip()) > MAX_ROW:
        return []
    cells = [squeeze(cell.text(separator=" "), MAX_CELL) for cell in row.iter() if cell.tag in ("th", "td")]
    return cells if len(cells) <= 5 else []
