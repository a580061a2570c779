"""Exchange rates by day: the workspace's own first, then those that a central bank published. Data, and no I/O."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

FRESH_DAYS = 7
"""A published rate so old is still that of the day: banks do not publish on weekends and holidays."""
MOST_DAYS = 62
"""No rate is used that is older than this; from a fresh one to this it leaves doubt."""
EURO = "EUR"

Published = Callable[[str, date], Decimal | None]
"""How much of a currency one euro was worth on exactly that day, or None."""
Dated = tuple[tuple[date, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One unit of the currency asked about is worth `value` of the other, as of `day`; `source` says who wrote that.

    `old` where the newest rate that was published is not of these days.
    """

    value: Decimal
    day: date
    source: str
    old: bool = False


def nothing_published(_currency: str, _day: date) -> Decimal | None:
    """No bank is asked."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """`own` are the rows of rates.csv by (base, quote), oldest first; `published` answers for all that they leave."""

    own: Mapping[tuple[str, str], Dated] = field(default_factory=dict)
    published: Published = nothing_published

    def find(self, base: str, quote: str, day: date) -> Rate | None:
        """How much of `quote` one unit of `base` was worth on `day`; None where nobody said, which is never guessed.

        A row of rates.csv holds until the next of its pair, `MOST_DAYS` at most. What is not there goes over the euro.
        """
        if base == quote:
            return Rate(value=Decimal(1), day=day, source="the same currency")
        if direct := self._own(base, quote, day):
            return direct
        to_euro, from_euro = self._of_euro(base, day), self._of_euro(quote, day)
        if to_euro is None or from_euro is None:
            return None
        legs = [leg for leg in (to_euro, from_euro) if leg.source]
        return Rate(
            value=from_euro.value / to_euro.value,
            day=min(leg.day for leg in legs),
            source=" and ".join(dict.fromkeys(leg.source for leg in legs)),
            old=any(leg.old for leg in legs),
        )

    def _own(self, base: str, quote: str, day: date) -> Rate | None:
        """The newest row of the pair, in either direction."""
        found = [
            (since, 1 / rate if turned else rate)
            for pair, turned in (((base, quote), False), ((quote, base), True))
            for since, rate in _newest(self.own.get(pair, ()), day)
        ]
        if not found:
            return None
        since, value = max(found)
        return Rate(value=value, day=since, source="rates.csv")

    def _of_euro(self, currency: str, day: date) -> Rate | None:
        """What one euro is worth in a currency."""
        if currency == EURO:
            return Rate(value=Decimal(1), day=day, source="")
        if own := self._own(EURO, currency, day):
            return own
        for back in range(MOST_DAYS + 1):
            on = day - timedelta(days=back)
            if value := self.published(currency, on):
                return Rate(value=value, day=on, source="European Central Bank", old=back > FRESH_DAYS)
        return None


def _newest(series: Dated, day: date) -> Dated:
    at = bisect_right(series, day, key=lambda one: one[0])
    return series[at - 1 : at] if at and (day - series[at - 1][0]).days <= MOST_DAYS else ()
