"""What a case's flags are by the dossier of today: who was authorised since, and what the brand owns no more.

A complaint is signed as true on the day on which it is made, so what it alleges must hold by the seller list, marks and
photos of that day, and by those of the day on which the listing was seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from monitor.errors import ConfigurationError
from monitor.records import Flag

if TYPE_CHECKING:
    from monitor.brands import Brand
    from monitor.cli._dossiers import Dossiers
    from monitor.cli._rejudging import Rejudging
    from monitor.store import Case, Seen, Store
    from monitor.workspace import Workspace

Key = tuple[str, str]


class Today:
    """The flags of cases judged again; the dossiers are loaded when they are first needed."""

    def __init__(self, settings: "Workspace", store: "Store", now: datetime | None = None) -> None:
        self._settings, self._store, self._now = settings, store, now or datetime.now(UTC)

    def cleared(self, case: "Case", on: datetime | None = None) -> frozenset[Key]:
        """Kind and rule of the flags that may be cited in a complaint and are not raised any more, today or at a time.

        Raises ConfigurationError where the dossier of the case's own brand cannot be read; that of another is told.
        """
        from monitor.complaints.grounds import ADDS, CARRIES

        if problem := self.dossiers.broken.get(case.finding.brand):
            raise ConfigurationError(problem)
        left = {(one.kind, one.rule) for one in case.finding.flags} & {*CARRIES, *ADDS} - case.faded.keys()
        lost: set[Key] = set()
        for seen in self._store.seen_with(case.id) if left else ():  # the newest first
            stored = [flag for one in seen.findings if one.brand == case.finding.brand for flag in one.flags]
            here = {(one.kind, one.rule) for one in stored} & left
            if here:
                left -= here
                lost.update(self._lost(case.finding.brand, seen, [f for f in stored if (f.kind, f.rule) in here], on))
        return frozenset(lost)

    def leave(self, case: "Case", on: datetime | None = None) -> str:
        """That a case's seller is authorised today, or was at a time by the dossier of today, in words.

        Empty where he is not, or its dossier cannot be read.
        """
        from monitor.brands import standing_at
        from monitor.cli._text import plain

        brand = self.dossiers.brand(case.finding.brand)
        if brand is None or not standing_at(brand, case.listing, case.finding.sku, on or self._now).authorized:
            return ""
        is_so = f"was authorised on {on:%Y-%m-%d}" if on else "is authorised"
        return f"its seller {plain(case.listing.seller_name or case.listing.seller_id)} {is_so} by sellers.csv"

    def _lost(self, brand: str, seen: "Seen", stored: list[Flag], on: datetime | None) -> Iterator[Key]:
        """Of the flags of an observation those not raised on it, then and now or at a time, with one of their marks."""
        for moment in (seen.observation.observed_at, on or self._now):
            looked = self._again.look(replace(seen, observation=replace(seen.observation, observed_at=moment)))
            raised = [one for one in looked.flags if one.brand == brand]
            yield from ((one.kind, one.rule) for one in stored if not any(_same(one, other) for other in raised))

    @cached_property
    def _again(self) -> "Rejudging":
        from monitor.cli._rejudging import Rejudging

        return Rejudging(self._brands(), self._settings.images)

    @cached_property
    def dossiers(self) -> "Dossiers":
        """The dossiers that can be read."""
        from monitor.cli._dossiers import Dossiers

        return Dossiers(self._settings.path)

    def _brands(self) -> "Mapping[str, Brand]":
        from monitor.crawling.logo_words import with_logo_words
        from monitor.crawling.photo_prints import with_photo_prints

        read = with_logo_words(self.dossiers.brands, self._settings)
        return {brand.slug: brand for brand in with_photo_prints(read, self._settings)}


def by_leave_of(store: "Store", today: Today, cases: Iterable[int]) -> frozenset[int]:
    """The cases whose seller is authorised today."""
    return frozenset(key for key in cases if today.leave(store.case(key).case))


def _same(one: Flag, other: Flag) -> bool:
    """Whether a flag says what another one did, of one of its marks, and still accuses."""
    from monitor.cases import band_of
    from monitor.complaints.grounds import NOTE, marks

    if (one.kind, one.rule) != (other.kind, other.rule):
        return False
    before, now = set(marks(one)), set(marks(other))
    accuses = band_of(other.severity) != NOTE or band_of(one.severity) == NOTE
    return accuses and (not before or bool(before & now))
