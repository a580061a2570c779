"""The project's own names of sellers, written before the rules were tuned."""

from tests.detectors.posing import names, score


def test_sellers_who_pose_are_found_and_others_left_alone() -> None:
    result = score()
    assert len(names()) >= 200
    assert result.precision >= 0.98, result.errors
    assert result.recall >= 0.95, result.errors
