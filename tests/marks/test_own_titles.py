"""The project's own disguises and innocent titles, each set written before the rules were tuned on it."""

import pytest

from tests.marks.own_titles import score


@pytest.mark.parametrize("folder", ["own", "second"])
def test_own_disguises_are_found_and_own_innocent_titles_left_alone(folder: str) -> None:
    result = score(folder)
    assert result.right + result.missed >= 100
    assert result.recall >= 0.95, result.errors
    assert result.precision >= 0.97, result.errors
