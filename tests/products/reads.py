"""Reads of one listing, one after the other, and what the detectors say of the last."""

from collections.abc import Iterable, Mapping
from functools import partial

from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Flag, Observation, listing_from_record


def read(title: str, price: str, day: int = 1) -> dict[str, object]:
    """What is read of a listing in euros on a day of March."""
    return {
        "marketplace": "m", "url": "https://m.example/1", "title": title, "price": price, "currency": "EUR",
        "seller_id": "s1", "territory": "DE", "observed_at": f"2026-03-{day:02}T03:00:00Z",
    }  # fmt: skip


def judged(inspector: Inspector, reads: Iterable[Mapping[str, object]]) -> tuple[tuple[Flag, ...], tuple[str, ...]]:
    """The flags of the last read, and why something of it was not judged."""
    ledger = Ledger()
    flags: tuple[Flag, ...] = ()
    why: tuple[str, ...] = ()
    for record in reads:
        listing = listing_from_record(record)
        assert listing.observed_at
        seen = Observation(listing=listing, observed_at=listing.observed_at)
        looked = inspector.look(seen)
        found = inspector.judge(looked, partial(ledger.before, seen))
        flags = tuple(flag for finding in found for flag in finding.flags)
        why = looked.not_judged
        ledger.add(inspector.price_points(looked))
    return flags, why


def severity(inspector: Inspector, title: str, price: str) -> int:
    """How severe a price is when it was seen on two days."""
    flags, _ = judged(inspector, [read(title, price, day) for day in (1, 2)])
    return max((flag.severity for flag in flags), default=0)
