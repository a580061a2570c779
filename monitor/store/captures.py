"""Which cases are to be captured by themselves, which process is at it, and what failed how often.

Whether a case was captured is not known here: the log of the evidence folder says so.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import Status
from monitor.store.schema import capture_try, case, listing, observation

HOLD = timedelta(minutes=5)
"""How long a case stays with a process that does not give it back: longer than a capture takes."""
FIRST_WAIT, LATER = timedelta(hours=1), 4
MOST_TRIES = 5
OPEN = (Status.CANDIDATE, Status.CONFIRMED)
"""Whose listings are still to be captured: what a person confirmed will be complained of."""
BEGUN = "it was begun, and did not come to its end"
"""What stands for a try until it ends: it runs, or was killed, which says nothing of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case to be captured: where, how severe it is, how often that was tried, and why it failed the last time.

    Tries that were killed do not count.
    """

    case: int
    url: str
    severity: int
    tries: int
    why: str
    due: datetime | None
    """Before this moment it is not tried again; None where it was never tried."""

    @property
    def given_up(self) -> bool:
        """Whether it is left to a person."""
        return self.tries >= MOST_TRIES and not self.without_end

    @property
    def without_end(self) -> bool:
        """Whether its last try did not come to its end."""
        return self.why == BEGUN


def waiting(connection: Connection, least: int, captured: Collection[int], now: datetime) -> list[Waiting]:
    """The open cases of at least this severity that were not captured: confirmed ones, then the most severe and newest.

    Those whose last try did not come to its end are the last: a page that kills who looks at it keeps no other waiting.
    Listings that are known to be gone are left out. A try of the future was noted by a clock that was put back since,
    and is not waited for.
    """
    rows = connection.execute(
        sa.select(case.c.id, case.c.severity, observation.c.record, capture_try)
        .join(listing, case.c.listing_id == listing.c.id)
        .join(observation, case.c.last_observation_id == observation.c.id)
        .outerjoin(capture_try, capture_try.c.case_id == case.c.id)
        .where(case.c.status.in_(OPEN), case.c.severity >= least, listing.c.removed_at.is_(None))
        .order_by(case.c.status == Status.CANDIDATE, case.c.severity.desc(), case.c.last_seen.desc(), case.c.id)
    )
    found = [
        Waiting(
            case=row.id, url=row.record["url"], severity=row.severity, tries=row.tries or 0, why=row.why or "",
            due=None if row.tries is None or row.at > now + HOLD else max(row.held_until, _next(row)),
        )
        for row in rows if row.id not in captured
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.without_end)


def begin(connection: Connection, key: int, now: datetime) -> bool:
    """Take a case for this process; False where another has it, or tried it a moment ago."""
    row = connection.execute(sa.select(capture_try).filter_by(case_id=key)).first()
    values = {"at": now, "held_until": now + HOLD, "why": BEGUN}
    if row is None:
        connection.execute(capture_try.insert().values(case_id=key, tries=1, **values))
    elif row.at <= now + HOLD and max(row.held_until, _next(row)) > now:
        return False
    else:
        tries = row.tries + (row.why != BEGUN)
        connection.execute(capture_try.update().filter_by(case_id=key).values(tries=tries, **values))
    return True


def end(connection: Connection, key: int, now: datetime, why: str) -> None:
    """Give a case back: captured, or `why` not."""
    connection.execute(capture_try.update().filter_by(case_id=key).values(why=why, held_until=now))


def _next(row: sa.Row[Any]) -> datetime:
    """When a case may be tried again: after an hour, then after four, and so on; a killed try is made up for soon."""
    times: int = 1 if row.why == BEGUN else LATER ** (min(row.tries, MOST_TRIES) - 1)
    at: datetime = row.at
    return at + FIRST_WAIT * times
