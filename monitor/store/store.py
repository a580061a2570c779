"""The store: observations, cases and runs of one workspace in one database."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Self

import sqlalchemy as sa

from monitor.cases import MOVES, Status, may_move
from monitor.errors import ConfigurationError
from monitor.inspection import Inspector, Looked
from monitor.records import Fingerprint, Flag
from monitor.store import queries, runs
from monitor.store.connection import open_engine, reading, writing
from monitor.store.migrate import migrate
from monitor.store.queries import Case, CaseFilter, Seen
from monitor.store.schema import case, observation
from monitor.store.writing import Event, Stored, move, write_one
from monitor.workspace import Workspace


def open_store(workspace: Workspace) -> "Store":
    """The store of a workspace, its tables brought to the newest version. Raises MonitorError."""
    return Store(workspace.database)


class Store:
    """All reading and writing; safe in threads, one writer at a time whatever the number of processes."""

    def __init__(self, url: str) -> None:
        """Open the database at an SQLAlchemy URL. Raises ConfigurationError or WorkFailedError."""
        self._engine = open_engine(url)
        migrate(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @property
    def dialect(self) -> str:
        """The kind of database, such as sqlite or postgresql."""
        return self._engine.dialect.name

    def write(self, items: Sequence[Looked], inspector: Inspector, run: int | None = None) -> list[Stored]:
        """Store and judge observations in their order, all or none of them. Raises WorkFailedError.

        An observation that was stored before, the same in all, is left alone.
        """
        with writing(self._engine) as connection:
            return [write_one(connection, looked, inspector, run) for looked in items]

    def start_run(self, target: str, spider: str, args: Mapping[str, Any], at: datetime) -> int:
        """Note that a crawl runs; its number."""
        with writing(self._engine) as connection:
            return runs.start_run(connection, target, spider, args, at)

    def finish_run(self, run: int, at: datetime, outcome: str, stats: Mapping[str, Any]) -> None:
        """Note how a crawl ended."""
        with writing(self._engine) as connection:
            runs.finish_run(connection, run, at, outcome, stats)

    def last_starts(self) -> dict[str, datetime]:
        """When each target was started last by `monitor crawl`."""
        with reading(self._engine) as connection:
            return runs.last_starts(connection)

    def take(self, target: str, before: datetime | None, now: datetime) -> bool:
        """Claim a target for this process, if nobody started it since `before`."""
        with writing(self._engine) as connection:
            return runs.take(connection, target, before, now)

    def release(self, target: str) -> None:
        """Give a claimed target back."""
        with writing(self._engine) as connection:
            runs.release(connection, target)

    def fingerprint(self, sha256: str, version: int) -> Fingerprint | None:
        """The fingerprint of a picture's content, if this version of the method was run on it."""
        with reading(self._engine) as connection:
            return queries.find_fingerprint(connection, sha256, version)

    def newest_observation(self) -> datetime | None:
        """The time of the latest sighting."""
        with reading(self._engine) as connection:
            return connection.execute(
                sa.select(observation.c.observed_at).order_by(observation.c.observed_at.desc()).limit(1)
            ).scalar()

    def observations(self, after: int = 0) -> Iterator[Seen]:
        """All observations in the order in which they were stored."""
        while True:
            with reading(self._engine) as connection:
                page = queries.observations_after(connection, after)
            if not page:
                return
            yield from page
            after = page[-1].number

    def flags_of(self, number: int) -> tuple[Flag, ...]:
        """The flags of one observation, by its number."""
        with reading(self._engine) as connection:
            return queries.flags_of(connection, number)

    def cases(self, wanted: CaseFilter) -> list[Case]:
        """The cases asked for, most severe first."""
        with reading(self._engine) as connection:
            return queries.find_cases(connection, wanted)

    def count_cases(self, wanted: CaseFilter) -> int:
        """How many cases there are, whatever the limit."""
        with reading(self._engine) as connection:
            return queries.count_cases(connection, wanted)

    def case(self, key: int) -> tuple[Case, list[Event], list[Any]]:
        """A case, its history, and its prices. Raises ConfigurationError for a number that no case has."""
        with reading(self._engine) as connection:
            found = queries.find_cases(connection, CaseFilter(ids=(key,)))
            if not found:
                raise ConfigurationError(f"there is no case {key}; see: monitor cases list")
            return found[0], queries.events_of(connection, key), queries.prices_of(connection, key)

    def decide(self, keys: Sequence[int], then: Status, by: str, why: str) -> None:
        """Move cases to a status, all or none. Raises ConfigurationError for a move that is not allowed."""
        with writing(self._engine) as connection:
            for key in keys:
                now = connection.execute(sa.select(case.c.status).filter_by(id=key)).scalar()
                if now is None:
                    raise ConfigurationError(f"there is no case {key}; see: monitor cases list")
                if not may_move(Status(now), then):
                    allowed = ", ".join(MOVES[Status(now)])
                    raise ConfigurationError(f"case {key} is {now} and cannot become {then}; it can become: {allowed}")
                move(connection, key, Event(at=datetime.now(UTC), by=by, before=now, after=then, why=why))
