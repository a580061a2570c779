"""Tables of prices by quantity, as people read them: `up to 2: € 198.90, up to 9: € 179.90, from 10: € 164.50`."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import stands_elsewhere
from monitor.pages.money import read_price, sign_in
from monitor.pages.said import words
from monitor.pages.tiers import FEWEST, MOST, Tier

HEADS, LEAST, ENDS, PRICES, PIECES = (
    frozenset(words("scales", name)) for name in ("heads", "least", "most", "prices", "pieces")
)
ENDS |= {"≤", "<"}
QUANTITY = re.compile(
    r"(?P<word>[^\d\s][^\d]{0,14}?)?\s*(?P<least>\d{1,6})\s*(?:(?P<range>[-–—]|to|bis)\s*\d{1,6}|(?P<open>\+|&\s?up))?"
    r"\s?(?:(?P<unit>[^\W\d]{1,10})\.?)?",
    re.IGNORECASE,
)
"""The quantity of a row: `up to 2`, `10`, `10+`, `3-9 pcs`."""
WORD = re.compile(r"[^\W\d_]+")
MAX_ROWS, MAX_ROW, MAX_CELL, MAX_CELLS = 200, 160, 40, 9


def read_scale(document: Document) -> list[Tier]:
    """The prices of the first table that gives lower ones for larger quantities, the smallest quantity first; or none.

    Only where a heading, or words and signs in each row, say that its numbers are quantities, and nothing that they are
    days or sizes, which may cost less too; a heading names the column of prices.
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
    texts = [_cells(row) for row in rows]
    if len(texts) == FEWEST and len(texts[0]) == len(texts[1]) > FEWEST:  # quantities side by side, prices below them
        texts = [list(pair) for pair in zip(*texts, strict=True)]
    found = _tiers_in(texts)
    return found if found and not stands_elsewhere(rows[0]) else []


def _tiers_in(rows: Sequence[Sequence[str]]) -> list[Tier]:
    """The tiers of rows of texts, of which the first may be a heading; none where a row is no tier."""
    found: list[Tier] = []
    headed, plain, last = False, False, 0
    columns = slice(1, None)
    for place, texts in enumerate(rows):
        quantity = QUANTITY.fullmatch(texts[0]) if len(texts) >= FEWEST else None
        if quantity is None:
            named = _column_of_prices(texts)
            if place or not named or not _names_quantities(texts[0]):
                return []
            headed, columns = bool(texts[0]), slice(named, named + 1)
            continue
        word = (quantity["word"] or "").strip(" :≥>=").lower()
        price = next((shown for text in texts[columns] if (shown := read_price(text)).currency), None)
        unit = (quantity["unit"] or "").lower()
        if (word and word not in LEAST and word not in ENDS) or (unit and unit not in PIECES):
            return []
        if price is None or price.amount is None:
            return []
        plain = plain or not (quantity["word"] or quantity["range"] or quantity["open"])
        number = int(quantity["least"])
        found.append(Tier(last + 1 if word in ENDS else number, str(price.amount)))
        last = number
    falling = all(
        one.quantity < other.quantity and Decimal(one.price) > Decimal(other.price) for one, other in pairwise(found)
    )
    return found if falling and (headed or not plain) and len(found) >= FEWEST else []


def _names_quantities(head: str) -> bool:
    """Whether the heading of a column is one of quantities, or says nothing."""
    words = WORD.findall(head.lower())
    return not words or head.strip(" .:").lower() in HEADS or any(word in HEADS | PIECES | LEAST for word in words)


def _column_of_prices(heads: Sequence[str]) -> int:
    """The place of the first heading behind the first that names prices, or is a currency; 0 where none does."""
    for place, head in enumerate(heads[1:], 1):
        if not PRICES.isdisjoint(WORD.findall(head.lower())) or (head and head == sign_in(head)):
            return place
    return 0


def _cells(row: LexborNode) -> list[str]:
    """The texts of a row's cells, where they are short."""
    if len(row.text()[: MAX_ROW * 2].strip()) > MAX_ROW:
        return []
    cells = [squeeze(cell.text(separator=" "), MAX_CELL) for cell in row.iter() if cell.tag in ("th", "td")]
    return cells if len(cells) <= MAX_CELLS else []
