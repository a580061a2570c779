"""A broken dossier ends every command that needs it with exit code 2 and words, and never with a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command", [["check", "rows.jsonl"], ["match", "rows.jsonl", "--brand", "aurelia", "-o", "x.csv"]]
)
def test_exit_code_2_and_one_line_a_mistake(command: list[str], tmp_path: Path) -> None:
    brand = tmp_path / "workspace/brands/aurelia"
    brand.mkdir(parents=True)
    (tmp_path / "workspace/monitor.toml").touch()
    (brand / "brand.toml").write_text('nam = "x"\n[[trademark]]\ntext = "Aurelia"\n')
    (tmp_path / "rows.jsonl").write_text('{"marketplace": "m", "url": "https://m.example/1", "title": "x"}\n')
    done = subprocess.run(
        [sys.executable, "-m", "monitor", *command],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "MONITOR_WORKSPACE": "workspace"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "monitor: workspace/brands/aurelia/brand.toml: line 1: nam: unknown key; known are: name, owner, trademark, detectors",
        'workspace/brands/aurelia/brand.toml: name: is missing; write name = "..."',
    ]
    assert not done.stdout
