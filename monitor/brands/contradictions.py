"""Rows of sellers.csv of which one authorises what another denies."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from itertools import accumulate

from monitor.brands.ids import callings, folded, placed, seller_key
from monitor.brands.model import SellerEntry, SellerStatus
from monitor.brands.territory import meet

Numbered = tuple[int, SellerEntry]
"""A row with its line."""
ALL, ANY = "", "\n"
"""Denials of all products, and of any: no SKU has a line break in it."""


def contradictions(rows: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """Pairs of rows, the later one first, that say both for one seller, marketplace, product, place and day.

    Not those of which one was decided later: that one stands.
    """
    sellers: dict[str, list[Numbered]] = defaultdict(list)
    for row in rows:
        sellers[folded(row[1].seller_id)].append(row)
    for said in sellers.values():
        if len({entry.status for _, entry in said}) < 2:
            continue
        places: dict[str, list[Numbered]] = defaultdict(list)
        for row in said:
            places[placed(row[1].marketplace)].append(row)
        everywhere = places.pop("", [])
        yield from _both(everywhere, everywhere)
        for place, found in places.items():
            at_any_port = [row for name in callings(place)[1:] for row in places.get(name, ())]
            own, general = _by_account(place, found), _by_account(place, [*everywhere, *at_any_port])
            for account, same in own.items():
                yield from _both(same, [*same, *general.get(account, ())])
                yield from _both(general.get(account, ()), same)


def _by_account(place: str, rows: Iterable[Numbered]) -> Mapping[str, list[Numbered]]:
    """The rows by what is one account at a place, where case may count."""
    found: dict[str, list[Numbered]] = defaultdict(list)
    for row in rows:
        found[seller_key(place, row[1].seller_id)].append(row)
    return found


class _Denials:
    """Denials that hold for the same products and places, by their days."""

    def __init__(self, rows: Iterable[Numbered]) -> None:
        self._rows = sorted(rows, key=lambda row: (row[1].valid_from or date.min, row[0]))
        self._starts = [entry.valid_from or date.min for _, entry in self._rows]
        ends = (entry.valid_until or date.max for _, entry in self._rows)
        self._latest = list(accumulate(ends, max))

    def on_days_of(self, entry: SellerEntry) -> Iterator[Numbered]:
        """Those in force on a day on which the entry is."""
        begin = entry.valid_from or date.min
        for number in reversed(range(bisect_right(self._starts, entry.valid_until or date.max))):
            if self._latest[number] < begin:
                return
            if (self._rows[number][1].valid_until or date.max) >= begin:
                yield self._rows[number]


def _both(authorised: Sequence[Numbered], denied: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """The pairs of which neither stands; rows with a time meet those of the same time and those without one alone."""
    by_time: dict[datetime | None, list[Numbered]] = defaultdict(list)
    for row in denied:
        by_time[row[1].decided_at].append(row)
    allowed: dict[datetime | None, list[Numbered]] = defaultdict(list)
    for row in authorised:
        allowed[row[1].decided_at].append(row)
    for time, rows in allowed.items():
        near = [*by_time.get(time, ()), *by_time.get(None, ())] if time else denied
        yield from (pair for pair in _between(rows, near) if not _is_settled(*pair))


def _is_settled(one: Numbered, other: Numbered) -> bool:
    return one[1].supersedes(other[1]) or other[1].supersedes(one[1])


def _between(authorised: Sequence[Numbered], denied: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered]]:
    """The authorisations among some rows that meet the denials among others.

    Looked up by product, place and days, as these may be many: a list of one seller's 100,000 days is one, too.
    """
    rows: dict[str, dict[str, list[Numbered]]] = defaultdict(lambda: defaultdict(list))
    for line, entry in denied:
        if entry.status is SellerStatus.DENIED:
            for sku in {ANY, *(entry.skus or (ALL,))}:
                rows[sku][entry.territory].append((line, entry))
    if not rows:
        return
    found = {sku: {place: _Denials(same) for place, same in places.items()} for sku, places in rows.items()}
    meets = cache(meet)
    for line, entry in authorised:
        if entry.status is not SellerStatus.AUTHORIZED:
            continue
        near: set[int] = set()
        for sku in (ALL, *entry.skus) if entry.skus else (ANY,):
            for place, denials in found.get(sku, {}).items():
                for other_line, other in denials.on_days_of(entry) if meets(entry.territory, place) else ():
                    if other_line not in near:
                        near.add(other_line)
                        pair = (line, entry), (other_line, other)
                        yield pair if line > other_line else pair[::-1]
