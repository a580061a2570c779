"""The store: observations, cases and runs of one workspace in one database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa

from monitor.cases import Status
from monitor.health import Alarm, Coverage
from monitor.records import Finding, Fingerprint, Listing, PricePoint, Words
from monitor.store import captures, deciding, queries, runs, sealed
from monitor.store.captures import Waiting
from monitor.store.connection import PATIENCE, open_engine, reading, writing
from monitor.store.coverage import Checkup, checkups, note_coverage, unread
from monitor.store.deciding import Decided, no_case
from monitor.store.migrate import migrate
from monitor.store.price_points import price_points_of
from monitor.store.queries import Case, CaseFile, CaseFilter
from monitor.store.reading import (
    Seen,
    find_fingerprint,
    find_words,
    last_seen_saying,
    newest_listings,
    observations_after,
    observations_with,
    sightings_of,
)
from monitor.store.removal import mark_removed
from monitor.store.revisits import Revisit, to_revisit
from monitor.store.runs import Run
from monitor.store.schema import observation
from monitor.store.sealed import Remembered
from monitor.store.writing import Stored, write_all
from monitor.workspace import Workspace

if TYPE_CHECKING:  # detectors take longer to load than all that most commands ask of the store
    from monitor.inspection import Inspector, Looked


def open_store(workspace: Workspace) -> "Store":
    """The store of a workspace, its tables brought to the newest version. Raises MonitorError."""
    return Store(workspace.database)


class Store:
    """All reading and writing; safe in threads, one writer at a time whatever the number of processes."""

    def __init__(self, url: str, *, patience: float = PATIENCE) -> None:
        """Open the database at an SQLAlchemy URL; wait `patience` seconds for other writers.

        Raises ConfigurationError for a URL that cannot be used, WorkFailedError for a database that cannot.
        """
        self._engine = open_engine(url, patience)
        try:
            migrate(self._engine)
        except BaseException:
            self.close()
            raise

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

    def write(self, items: "Sequence[Looked]", inspector: "Inspector", run: int | None = None) -> list[Stored]:
        """Store and judge observations in their order, all or none of them. Raises WorkFailedError.

        What is returned is committed. An observation that was stored before, the same in all, is left alone.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            return write_all(connection, items, inspector, run=run, now=now)

    def mark_removed(self, urls: Iterable[str], at: datetime) -> int:
        """Note that the listings at these addresses were gone at `at`; how many are newly known to be."""
        with writing(self._engine) as connection:
            return mark_removed(connection, urls, at, datetime.now(UTC))

    def to_revisit(self, before: datetime, brands: Collection[str]) -> list[Revisit]:
        """The listings with an open case of the brands that were not seen since a moment, the most pressing first."""
        with reading(self._engine) as connection:
            return to_revisit(connection, before, brands)

    def start_run(self, target: str, spider: str, args: Mapping[str, Any], at: datetime) -> int:
        """Note that a crawl runs; its number."""
        with writing(self._engine) as connection:
            return runs.start_run(connection, target, spider, args, at)

    def finish_run(self, run: int, at: datetime, outcome: str, stats: Mapping[str, Any]) -> None:
        """Note how a crawl ended."""
        with writing(self._engine) as connection:
            runs.finish_run(connection, run, at, outcome, stats)

    def beat(self, run: int, now: datetime) -> None:
        """Note that a crawl is alive."""
        with writing(self._engine) as connection:
            runs.beat(connection, run, now)

    def end_killed(self, now: datetime) -> int:
        """Note as ended the runs that give no sign of life any more; how many these are."""
        with writing(self._engine) as connection:
            return runs.end_killed(connection, now)

    def note_coverage(self, run: int, found: Sequence[Coverage]) -> list[Alarm]:
        """Keep what a run read of each marketplace; what of it is not as usual."""
        with writing(self._engine) as connection:
            return note_coverage(connection, run, found)

    def checkups(self, marketplace: str = "") -> list[Checkup]:
        """The newest run of each target on each marketplace, compared with those before."""
        with reading(self._engine) as connection:
            return checkups(connection, marketplace)

    def unread(self) -> list[Run]:
        """The runs that are the newest of their scope, were stopped before their end, and so have no coverage."""
        with reading(self._engine) as connection:
            return unread(connection)

    def last_runs(self) -> dict[str, Run]:
        """The latest run of each target."""
        with reading(self._engine) as connection:
            return runs.last_runs(connection)

    def last_starts(self) -> dict[str, datetime]:
        """When each target was started last by `monitor crawl`."""
        with reading(self._engine) as connection:
            return runs.last_starts(connection)

    def take(self, target: str, place: str, before: datetime | None, now: datetime) -> str:
        """Claim a target of a place for this process, last started at `before`; empty, or why it cannot be claimed."""
        with writing(self._engine) as connection:
            return runs.take(connection, target, place, before, now)

    def hold(self, target: str, now: datetime) -> None:
        """Renew a claim; one that is not renewed for `monitor.store.runs.HOLD` ends by itself."""
        with writing(self._engine) as connection:
            runs.hold(connection, target, now)

    def release(self, target: str) -> None:
        """Give a claimed target back."""
        with writing(self._engine) as connection:
            runs.release(connection, target)

    def fingerprint(self, sha256: str, version: int) -> Fingerprint | None:
        """The fingerprint of a picture's content, if this version of the method was run on it."""
        with reading(self._engine) as connection:
            return find_fingerprint(connection, sha256, version)

    def words(self, sha256: str, version: int) -> Words | None:
        """What was read in a picture's content, if this version of the reader was run on it."""
        with reading(self._engine) as connection:
            return find_words(connection, sha256, version)

    def last_seen_saying(self, listings: Sequence[Listing]) -> list[datetime | None]:
        """When each listing was last seen, where that sighting is the same in all but its time; else None."""
        with reading(self._engine) as connection:
            return last_seen_saying(connection, listings)

    def price_points(self, brand: str, sku: str) -> list[PricePoint]:
        """What was asked for one unit of a brand's product, by all listings, oldest first."""
        with reading(self._engine) as connection:
            return price_points_of(connection, brand, sku)

    def newest_observation(self) -> datetime | None:
        """The time of the latest sighting."""
        with reading(self._engine) as connection:
            return connection.execute(
                sa.select(observation.c.observed_at).order_by(observation.c.observed_at.desc()).limit(1)
            ).scalar()

    def observations(self, after: int = 0, since: datetime | None = None) -> Iterator[Seen]:
        """All observations in the order in which they were stored; `since` leaves out those seen earlier."""
        while True:
            with reading(self._engine) as connection:
                page = observations_after(connection, after, since)
            if not page:
                return
            yield from page
            after = page[-1].number

    def newest_listings(self) -> Iterator[Listing]:
        """All listings as they were last seen, in the order in which they were first stored."""
        after = 0
        while True:
            with reading(self._engine) as connection:
                page = newest_listings(connection, after)
            if not page:
                return
            yield from (one for _, one in page)
            after = page[-1][0]

    def seen_with(self, key: int) -> list[Seen]:
        """The observations that raised the flags that stand in a case, the newest first."""
        with reading(self._engine) as connection:
            return observations_with(connection, key)

    def count_observations(self, since: datetime | None = None) -> int:
        """How many observations there are, or how many were seen since a moment."""
        wanted = sa.select(sa.func.count()).select_from(observation)
        if since is not None:
            wanted = wanted.where(observation.c.observed_at >= since)
        with reading(self._engine) as connection:
            return int(connection.execute(wanted).scalar_one())

    def findings_of(self, number: int) -> tuple[Finding, ...]:
        """What was found in one observation, by its number."""
        with reading(self._engine) as connection:
            return tuple(finding for _, finding in sightings_of(connection, [number]).get(number, ()))

    def cases(self, wanted: CaseFilter) -> list[Case]:
        """The cases asked for, most severe first."""
        with reading(self._engine) as connection:
            return queries.find_cases(connection, wanted)

    def count_cases(self, wanted: CaseFilter) -> int:
        """How many cases there are, whatever the limit."""
        with reading(self._engine) as connection:
            return queries.count_cases(connection, wanted)

    def case(self, key: int) -> CaseFile:
        """All that is known of a case. Raises ConfigurationError for a number that no case has."""
        with reading(self._engine) as connection:
            found = queries.find_file(connection, key)
        if found is None:
            raise no_case(key)
        return found

    def photos(self, key: int) -> dict[str, str]:
        """The digests of the photos of a case's listing by their addresses, those of the last sighting last."""
        with reading(self._engine) as connection:
            return queries.photos_of(connection, key)

    def captures_waiting(self, least: int, captured: Collection[int], now: datetime) -> list[Waiting]:
        """The candidate cases of at least this severity that are to be captured yet, the most severe first."""
        with reading(self._engine) as connection:
            return captures.waiting(connection, least, captured, now)

    def begin_capture(self, key: int, now: datetime) -> bool:
        """Take a case to be captured by this process; False where another is at it, or just was."""
        with writing(self._engine) as connection:
            return captures.begin(connection, key, now)

    def end_capture(self, key: int, now: datetime, why: str) -> None:
        """Note that a case was captured, or `why` it was not."""
        with writing(self._engine) as connection:
            captures.end(connection, key, now, why)

    def remember(self, packages: Iterable[Remembered]) -> None:
        """Keep that these packages of evidence were sealed; what is known is never changed."""
        with writing(self._engine) as connection:
            sealed.remember(connection, packages)

    def remembered(self, key: int | None = None) -> list[Remembered]:
        """The packages of evidence that were sealed, of a case or all, oldest first."""
        with reading(self._engine) as connection:
            return sealed.remembered(connection, key)

    def decide(self, keys: Sequence[int], then: Status, by: str, why: str) -> list[Decided]:
        """Move cases to a status, all or none. Raises ConfigurationError for a move that is not allowed."""
        with writing(self._engine) as connection:
            return deciding.decide(connection, keys, then, by, why, datetime.now(UTC))
