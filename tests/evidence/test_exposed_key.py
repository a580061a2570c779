"""Whether others than its owner could seal with the workspace's key is said."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.evidence.keys import PRIVATE, exposed
from monitor.evidence.seal import seal

NOBODY = 65534


@pytest.mark.parametrize(
    ("mode", "owner", "said"),
    [
        (0o600, NOBODY, ""),
        (0o640, NOBODY, "run: chmod 600"),
        (0o604, NOBODY, "they could seal as you"),
        (0o600, 0, "is root's"),
    ],
)
def test_a_key_that_others_may_use_is_told(tmp_path: Path, mode: int, owner: int, said: str) -> None:
    assert exposed(tmp_path) == "", "there is none yet"
    seal(tmp_path, {"x.txt": b"x"}, case=1, kind="note", by="me", at=datetime(2026, 5, 4, tzinfo=UTC), note="n")
    if os.geteuid() == 0:
        os.chown(tmp_path / PRIVATE, owner, -1)
    elif owner == 0:
        pytest.skip("only root has a key of root's")
    (tmp_path / PRIVATE).chmod(mode)
    found = exposed(tmp_path)
    assert (said in found, bool(found)) == (True, bool(said))
