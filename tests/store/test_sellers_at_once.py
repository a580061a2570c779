"""Decisions about sellers that several people, or a script, take at the same time: each that is told is kept."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.store.sellers import SPLITS
from tests.forked import Forked
from tests.store.processes import decide_sellers, split_sellers

PEOPLE, EACH = 4, 15


@pytest.mark.parametrize(
    ("work", "file", "column"),
    [(decide_sellers, "sellers.csv", "seller_id"), (split_sellers, SPLITS, "other_seller_id")],
)
def test_decisions_at_the_same_time_are_all_kept(
    work: Callable[[str, str, int], None], file: str, column: str, tmp_path: Path
) -> None:
    people = [Forked(work, str(tmp_path), f"p{person}", EACH) for person in range(PEOPLE)]
    told = [name for person in people for name in person.communicate()[0].split()]
    assert [person.returncode for person in people] == [0] * PEOPLE
    with (tmp_path / file).open(encoding="utf-8-sig", newline="") as rows:
        kept = [row[column] for row in csv.DictReader(rows)]
    assert len(told) == PEOPLE * EACH
    assert sorted(kept) == sorted(told)
