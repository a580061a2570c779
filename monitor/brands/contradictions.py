"""Rows of sellers.csv of which one authorises what another denies."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from monitor.brands.model import SellerEntry, SellerStatus
from monitor.brands.roster import folded, placed
from monitor.brands.territory import meet

Numbered = tuple[int, SellerEntry]
"""A row with its line."""


def contradictions(rows: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """Pairs of rows, the later one first, that say both for one seller, marketplace, product, place and day."""
    sellers: dict[str, dict[str, list[Numbered]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        sellers[folded(row[1].seller_id)][placed(row[1].marketplace)].append(row)
    for places in sellers.values():
        everywhere = places.pop("", [])
        yield from _between(everywhere, everywhere)
        for found in places.values():
            yield from _between(found, [*found, *everywhere])
            yield from _between(everywhere, found)


def _between(authorised: Sequence[Numbered], denied: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """The authorisations among some rows that meet the denials among others; looked up by SKU, as these are many."""
    by_sku: dict[str, dict[int, SellerEntry]] = defaultdict(dict)
    for line, entry in denied:
        if entry.status is SellerStatus.DENIED:
            for sku in entry.skus or ("",):
                by_sku[sku][line] = entry
    if not by_sku:
        return
    for line, entry in authorised:
        if entry.status is not SellerStatus.AUTHORIZED:
            continue
        near: dict[int, SellerEntry] = {}
        for sku in ("", *entry.skus) if entry.skus else by_sku:
            near.update(by_sku.get(sku, {}))
        for other_line, other in near.items():
            if _overlap(entry, other):
                pair = (line, entry), (other_line, other)
                yield pair if line > other_line else pair[::-1]


def _overlap(one: SellerEntry, other: SellerEntry) -> bool:
    days = (one.valid_from or date.min) <= (other.valid_until or date.max) and (other.valid_from or date.min) <= (
        one.valid_until or date.max
    )
    return days and meet(one.territory, other.territory)
