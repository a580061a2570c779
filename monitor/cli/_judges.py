"""Two ways to judge listings that were looked at: in memory, or through the store so that cases are kept."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from monitor.inspection import Inspector, Looked
from monitor.ledger import Ledger
from monitor.records import Finding
from monitor.workspace import Workspace

Judge = Callable[[Sequence[Looked]], list[tuple[Finding, ...]]]


@contextmanager
def in_memory(inspector: Inspector) -> Iterator[Judge]:
    """Judge each batch with the batches before it as the history."""
    ledger = Ledger()

    def judge(batch: Sequence[Looked]) -> list[tuple[Finding, ...]]:
        judged = []
        for looked in batch:
            judged.append(inspector.judge(looked, partial(ledger.before, looked.subject.observation)))
            ledger.add(inspector.price_points(looked))
        return judged

    yield judge


@contextmanager
def through_store(inspector: Inspector, workspace: Workspace, source: Path) -> Iterator[Judge]:
    """Judge each batch with the database's history, and keep observations, flags and cases there."""
    from monitor.store import open_store

    with open_store(workspace) as store:
        run = store.start_run("check", "", {"file": str(source)}, datetime.now(UTC))
        outcome = "failed"
        try:
            yield lambda batch: [stored.findings for stored in store.write(batch, inspector, run)]
            outcome = "finished"
        finally:
            store.finish_run(run, datetime.now(UTC), outcome, {})
