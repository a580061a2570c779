"""The project's own disguises and innocent titles, written before the rules were tuned."""

from tests.marks.own_titles import score


def test_own_disguises_are_found_and_own_innocent_titles_left_alone() -> None:
    result = score()
    assert result.right + result.missed >= 200
    assert result.recall >= 0.95, result.errors
    assert result.precision >= 0.97, result.errors
