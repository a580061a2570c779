"""What a list of cases shows of each."""

from monitor.cases import band_of
from monitor.cli._text import plain
from monitor.store import Case

HEAD = ("case", "severity", "status", "brand", "last seen", "sightings", "flags", "seller", "marketplace", "title")
EXTRA = ("last seen", "sightings", "marketplace", "seller")
COLOURS = {"urgent": "bold red", "violation": "red", "suspicion": "yellow", "note": "dim"}
SHORT, LONG = 24, 70


def cells(case: Case, *, between: str = ", ") -> tuple[str, ...]:
    """A row, in the order of `HEAD`; `between` joins its flags."""
    listing = case.listing
    return (
        str(case.id),
        f"{case.severity} {band_of(case.severity)}",
        f"{case.status}, clear now" if case.clean_at else case.status,
        case.finding.brand,
        f"{case.last_seen:%Y-%m-%d}",
        str(case.sightings),
        between.join(dict.fromkeys(flag.kind for flag in case.finding.flags)),
        _cut(plain(listing.seller_name or listing.seller_id) or "not read", SHORT),
        _cut(plain(listing.marketplace), SHORT),
        _cut(plain(listing.title), LONG),
    )


def colour(case: Case) -> str:
    """The style of a row on a terminal."""
    return COLOURS[band_of(case.severity)]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
