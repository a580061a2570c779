"""The project's own disguises and innocent titles, each set written before the rules were tuned on it."""

import pytest

from tests.marks.own_titles import score


@pytest.mark.parametrize(("folder", "recall"), [("own", 0.95), ("second", 0.95), ("third", 0.92)])
def test_own_disguises_are_found_and_own_innocent_titles_left_alone(folder: str, recall: float) -> None:
    result = score(folder)
    assert result.right + result.missed >= 80
    assert result.recall >= recall, result.errors
    assert result.precision >= 0.97, result.errors
