"""The project's own disguises and innocent titles, each set written before the rules were tuned on it."""

import pytest

from tests.marks.own_titles import score


@pytest.mark.parametrize(
    ("folder", "count", "recall", "precision"),
    [
        ("own", 250, 0.95, 0.97),
        ("second", 250, 0.95, 0.97),
        ("third", 80, 0.95, 0.97),
        ("fourth", 50, 0.96, 0.94),
        ("fifth", 50, 0.96, 0.81),
        ("sixth", 60, 0.96, 0.95),
    ],
)
def test_own_disguises_are_found_and_own_innocent_titles_left_alone(
    folder: str, count: int, recall: float, precision: float
) -> None:
    result = score(folder)
    assert result.right + result.missed >= count
    assert result.recall >= recall, result.errors
    assert result.precision >= precision, result.errors
