"""`monitor match` gives the same rows in one process and in several."""

import json
from pathlib import Path

import pytest

from monitor.cli import main, match

TITLES = ("Aurelia Meridian 40 automatic watch MER40A", "Aurelia watch", "Turntable", "", "奥蕾莉亚 手表 MER40A")


@pytest.mark.parametrize("started", ["fork", "spawn"])
def test_several_processes_change_nothing(
    started: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [
        {"marketplace": "m", "listing_id": str(n), "url": f"https://m.example/{n}", "title": TITLES[n % 5] or "x"}
        for n in range(50)
    ]
    Path("l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    def run(*arguments: str) -> None:
        code: object = 0
        try:
            main([*arguments])
        except SystemExit as done:
            code = done.code
        assert not code, capsys.readouterr().err

    run("init", "workspace")
    run("match", "l.jsonl", "--brand", "aurelia", "-o", "one.csv")
    monkeypatch.setattr(match, "STARTED", started)
    monkeypatch.setattr(match, "WORTH_PROCESSES", 10)
    monkeypatch.setattr(match, "BATCH", 7)
    run("match", "l.jsonl", "--brand", "aurelia", "-o", "several.csv")
    assert Path("several.csv").read_bytes() == Path("one.csv").read_bytes()
    assert len(Path("one.csv").read_text("utf-8-sig").splitlines()) == 51
