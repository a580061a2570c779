"""Goods of an earlier make, past their date or of second choice are not held against the price of today's."""

from pathlib import Path

import pytest

from monitor.products.uncertain import uncertain

ROWS = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("older_titles.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("label", "title"), ROWS, ids=[row[1] for row in ROWS])
def test_titles(label: str, title: str) -> None:
    assert bool(uncertain(title)) is (label == "older"), uncertain(title)


def test_what_the_catalogue_names_so_is_none() -> None:
    assert not uncertain("Aurelia Meridian previous generation watch", "Aurelia Meridian previous generation watch")
