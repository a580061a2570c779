"""Two ways to judge listings that were looked at: in memory, or through the store so that cases are kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from monitor.casebook import Casebook
from monitor.cli._case_rows import case_row, packages_by_case
from monitor.cli._judged_again import JudgedAgain
from monitor.inspection import Inspector, Looked
from monitor.ledger import Ledger
from monitor.store import CaseFilter, Store, open_store
from monitor.workspace import Workspace

AT_ONCE = 500


class Judge(Protocol):
    """Takes listings batch by batch, in the order of their time; `rows` are those of the flagged-listings CSV."""

    def judge(self, batch: Sequence[Looked]) -> None:
        """Judge a batch with all before it as its history."""

    def rows(self) -> list[dict[str, str]]:
        """One row for each listing and brand with a flag."""

    def notes(self) -> Iterator[str]:
        """What a person should know of cases that stood before, in sentences."""


class InMemory:
    """Keeps nothing beyond its own life."""

    def __init__(self, inspector: Inspector) -> None:
        self._inspector = inspector
        self._ledger = Ledger()
        self._casebook = Casebook()

    def judge(self, batch: Sequence[Looked]) -> None:
        """Judge a batch with all before it as its history."""
        for looked in batch:
            seen = looked.subject.observation
            self._casebook.add(seen, self._inspector.judge(looked, partial(self._ledger.before, seen)))
            self._ledger.add(self._inspector.price_points(looked))

    def rows(self) -> list[dict[str, str]]:
        """One row for each listing and brand with a flag, in the order of first sighting."""
        return self._casebook.rows()

    def notes(self) -> Iterator[str]:
        """Nothing, as no case is known."""
        yield from ()


class ThroughStore:
    """Judges with the database's history, and keeps observations, flags and cases there."""

    def __init__(self, inspector: Inspector, store: Store, run: int, evidence: Path) -> None:
        self._inspector, self._store, self._run, self._evidence = inspector, store, run, evidence
        self._cases: dict[int, None] = {}
        self._again = JudgedAgain(brand.slug for brand in inspector.portfolio.brands)

    def judge(self, batch: Sequence[Looked]) -> None:
        """Judge a batch with all before it as its history."""
        for looked, stored in zip(batch, self._store.write(batch, self._inspector, self._run), strict=True):
            self._again.see(looked, stored)
            self._cases.update(dict.fromkeys(stored.case_ids))

    def rows(self) -> list[dict[str, str]]:
        """The cases that the listings belong to, with number and status, in the order of first sighting."""
        ids = list(self._cases)
        chunks = [tuple(ids[start : start + AT_ONCE]) for start in range(0, len(ids), AT_ONCE)]
        found = {case.id: case for chunk in chunks for case in self._store.cases(CaseFilter(ids=chunk))}
        sealed = packages_by_case(self._evidence)
        return [case_row(found[key], sealed) for key in ids]

    def notes(self) -> Iterator[str]:
        """Which cases would not stand as they do, and what is not kept."""
        return self._again.says(self._store)


@contextmanager
def through_store(inspector: Inspector, workspace: Workspace, source: Path) -> Iterator[ThroughStore]:
    """A judge that keeps what it finds, as a run of its own."""
    with open_store(workspace) as store:
        run = store.start_run("check", "", {"file": str(source)}, datetime.now(UTC))
        outcome = "failed"
        try:
            yield ThroughStore(inspector, store, run, workspace.evidence)
            outcome = "finished"
        finally:
            store.finish_run(run, datetime.now(UTC), outcome, {})
