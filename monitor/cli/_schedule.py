"""When a target is due: its cron expression, in UTC, against its last start."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from croniter import croniter

from monitor.workspace import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A target with its last start (None for never), and its next time (None without a schedule)."""

    target: Target
    last_start: datetime | None
    next_due: datetime | None
    is_due: bool


def plans(targets: Iterable[Target], starts: Mapping[str, datetime], now: datetime) -> list[Plan]:
    """What is due at `now`. A target with a schedule that was never started is due at once, so that it is seen to work.

    Times that were missed while the machine was off count once.
    """
    return [_plan(target, starts.get(target.name), now) for target in targets]


def _plan(target: Target, start: datetime | None, now: datetime) -> Plan:
    if not target.schedule:
        return Plan(target=target, last_start=start, next_due=None, is_due=False)
    due = now if start is None else _next(target.schedule, start)
    # A start in the future is one of a clock that was wrong; it must not hold the target up.
    is_due = due <= now or (start is not None and start > now)
    return Plan(target=target, last_start=start, next_due=due, is_due=is_due)


def _next(schedule: str, after: datetime) -> datetime:
    moment = croniter(schedule, after.astimezone(UTC)).get_next(datetime)
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)
