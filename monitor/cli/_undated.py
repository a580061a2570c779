"""When rows without `observed_at` were seen: nobody knows it, and a list that is saved twice was not seen twice."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from monitor.records import Listing

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
"""A file that was changed before comes from a clock that was never set, or from a packer that keeps no times."""
Stored = Callable[[Sequence[Listing]], Sequence[datetime | None]]
"""When each of some listings was last stored, where it said just the same; else None."""


def dated(
    listings: Sequence[Listing], file: Path, now: datetime, stored: Stored | None = None
) -> tuple[list[Listing], list[str]]:
    """All the listings with a time, and sentences that say which times were taken for those that had none.

    What was stored last in the same words is that sighting again. Other rows were seen when the file was last changed:
    later its writer cannot have looked.
    """
    undated = [listing for listing in listings if not listing.observed_at]
    if not undated:
        return list(listings), []
    changed, said = _last_changed(file, now)
    known = list(stored(undated)) if stored else [None] * len(undated)
    times = iter(known)
    found = [one if one.observed_at else replace(one, observed_at=next(times) or changed) for one in listings]
    old = [when for when in known if when]
    new = len(undated) - len(old)
    says = [f"{_rows(new)} no observed_at: taken as seen {_shown(changed)}, {said}"] if new else []
    if old:
        same = "says what is stored already" if len(old) == 1 else "say what is stored already"
        when = _shown(min(old)) if min(old) == max(old) else f"from {_shown(min(old))} to {_shown(max(old))}"
        says.append(
            f"{_rows(len(old))} no observed_at and {same}: taken as that sighting "
            f"({when}), which confirms nothing; write observed_at where they were seen again"
        )
    return found, says


def _last_changed(file: Path, now: datetime) -> tuple[datetime, str]:
    """When a file was last changed, and that it was then; now, and why, where its own time cannot be."""
    seconds = file.stat().st_mtime
    if EARLIEST.timestamp() <= seconds <= now.timestamp():
        return datetime.fromtimestamp(seconds, UTC), "when the file was last changed"
    wrong = "in the future" if seconds > now.timestamp() else "of a clock that was not set"
    return now, f"which is now, as the file's own time is {wrong}"


def _rows(count: int) -> str:
    return f"{count} rows have" if count != 1 else "1 row has"


def _shown(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
