"""The project's own names of sellers, each set written before the rules were tuned on it."""

import pytest

from tests.detectors.posing import SETS, names, score

RECALL = {"posing_tenth.txt": 0.92, "posing_thirteenth.txt": 0.92}
"""Where less is found than elsewhere: marks of which no sound is written, as 彪马, belong under `also`; the names of
listed sellers with words left out or in another order are not read as theirs."""


@pytest.mark.parametrize("file", SETS)
def test_sellers_who_pose_are_found_and_others_left_alone(file: str) -> None:
    result = score(file)
    assert len(names(file)) >= 60
    assert result.precision >= 0.98, result.errors
    assert result.recall >= RECALL.get(file, 0.95), result.errors
