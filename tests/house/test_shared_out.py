"""Tests that are shared out among processes are all told of: what passes, what fails, and what a process takes with it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = {
    "test_first.py": "import pytest\n@pytest.mark.parametrize('n', range(20))\ndef test_well(n, tmp_path):\n    assert not [*tmp_path.iterdir()]",
    "test_second.py": "def test_wrong():\n    print('so far')\n    assert 1 == 2",
    "test_third.py": "import os\ndef test_well():\n    pass\ndef test_end():\n    os._exit(3)\ndef test_behind():\n    pass",
    "test_fourth.py": "import pytest\ndef test_skipped():\n    pytest.skip('not here')\ndef test_warned():\n    import warnings\n    warnings.warn('mind this')",
}
ENDED = ("the process that ran it ended (exit 3)", "was not run: the process that had its file ended (exit 3)")


@pytest.mark.parametrize(
    ("names", "code", "counted", "says"),
    [
        (FILES, 1, "3 failed, 22 passed, 1 skipped, 1 warning", ("so far", "assert 1 == 2", "mind this", *ENDED)),
        (["test_first.py", "test_fourth.py"], 0, "21 passed, 1 skipped, 1 warning", ("mind this", "not here")),
    ],
    ids=["some fail", "none fails"],
)
def test_every_test_is_told_of(
    names: list[str], code: int, counted: str, says: tuple[str, ...], tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).write_text(FILES[name], "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.shared_out", "--processes", "3", "-ra", "-c", "/dev/null"]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, tmp_path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert re.sub(r" in [\d.]+s.*", "", done.stdout.splitlines()[-1]).strip("= ") == counted, done.stdout
    for words in says:
        assert words in done.stdout
