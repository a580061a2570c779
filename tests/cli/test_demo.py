"""`monitor demo`: a small world, whole: served, crawled, judged, scored, and replayed."""

import csv
import os
import shlex
import subprocess
import sys
from pathlib import Path

from PIL import Image

from monitor.complaints import channels
from tests.cli.running import Run

ROOT = Path(__file__).parents[2]


def test_a_small_demo_finds_what_was_planted_and_replay_agrees(run: Run, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "monitor", "demo", "--seed", "3", "--only", "1", "--days", "1"]
    demo = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert demo.returncode == 0, demo.stdout + demo.stderr
    lines = demo.stdout.splitlines()
    table = lines[lines.index(next(line for line in lines if line.startswith("flag "))) + 1 :][:6]
    figures = {line.split()[0]: [float(part) for part in line.split()[1:]] for line in table}
    for kind in ("low_price", "text_match", "unauthorized_seller", "photo_match"):
        _, _, _, precision, recall = figures[kind]
        assert precision >= 0.9, table
        assert recall >= 0.9, table
    with (tmp_path / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"{len(rows)} candidate cases." in demo.stdout
    assert all(row["reasons"] for row in rows)
    reused = next(row["case_id"] for row in rows if "photo_match" in row["flags"])
    code, shown, told = run("cases", "show", reused, "--pictures", "finds", "--workspace", "demo-workspace")
    assert code == 0, shown + told
    (drawn,) = (tmp_path / "finds").glob(f"case-{reused}-*-photo_match.png")
    assert f"Drawn: finds/{drawn.name}" in shown
    with Image.open(drawn) as picture:
        assert picture.width >= 2 * 480
    offered = next(line for line in lines if line.endswith("one case with all its evidence"))
    bare = {**environment, "PATH": os.defpath}
    called = offered.removesuffix("one case with all its evidence").split()
    asked = subprocess.run(called, cwd=tmp_path, env=bare, capture_output=True, text=True, check=False)
    assert asked.stdout.startswith("Case "), "what it prints works where no environment is activated"
    at = lines.index("To try complaints, of which none leaves this machine:")
    tried = [line for line in lines[at + 1 :] if line.startswith("  ")]
    assert len(tried) == 4
    for line in tried:
        words = shlex.split(line)
        done = run(*words[next(at for at, word in enumerate(words) if word in ("cases", "complaint")) :])
        assert done[0] == 0, (line, done)
    assert len(list((tmp_path / "demo-workspace" / "complaints").iterdir())) == 2
    rehearsed = [path.name for path in (tmp_path / "demo-workspace" / "rehearsals").iterdir()]
    assert sorted(name.split("-")[1] for name in rehearsed) == sorted(channels())
    code, replayed, told = run("replay", "--workspace", "demo-workspace")
    assert code == 0, replayed + told
    assert replayed.endswith(" 0 appear, 0 vanish\n")
    assert " 0 flags as before" not in replayed


def test_a_folder_that_is_no_demo_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/monitor.toml").write_text("# mine")
    code, _, err = run("demo", "--dir", "mine")
    assert code == 2
    assert "--dir" in err
    assert (tmp_path / "mine/monitor.toml").read_text() == "# mine"
