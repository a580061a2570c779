"""`monitor init` writes a workspace that runs, and takes nothing away."""

import csv
import os
from pathlib import Path

import pytest

from monitor.brands.loader import load_brands
from monitor.workspace import load_workspace
from tests.cli.running import Run


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_example_runs_as_it_is_and_shows_every_flag(run: Run) -> None:
    code, said, _ = run("init", "workspace")
    assert code == 0
    assert "monitor check workspace/example-listings.jsonl\n" in said
    code, _, said = run("check", "workspace/example-listings.jsonl", "-o", "flagged.csv")
    assert (code, said) == (0, "13 observations judged against 1 brand: 6 flagged; wrote flagged.csv\n")
    with Path("flagged.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["listing_id"]: set(row["flags"].split(" | ")) for row in csv.DictReader(file)}
    assert found == {
        "1002": {"low_price"},
        "1003": {"text_match", "unauthorized_seller"},
        "1004": {"photo_match"},
        "1007": {"unauthorized_seller", "text_match"},
        "1008": {"logo_match"},
        "1009": {"unstable_price"},
    }


def test_all_is_told_that_was_written(run: Run, tmp_path: Path) -> None:
    _, said, _ = run("init", "w")
    told = {line.removeprefix("wrote  w/") for line in said.splitlines() if line.startswith("wrote")}
    assert told == set(contents(tmp_path / "w"))
    assert (tmp_path / "w/brands/aurelia/rights").is_dir()


def test_settings_that_stand_in_comments_are_right(run: Run, tmp_path: Path) -> None:
    run("init", "w")
    plain = load_workspace(tmp_path / "w")
    for name in ("monitor.toml", "targets.toml", "brands/aurelia/brand.toml"):
        path = tmp_path / "w" / name
        keys = [
            line[2:] if line.startswith("# ") and ("= " in line or line.startswith("# [")) else line
            for line in path.read_text("utf-8").splitlines()
        ]
        path.write_text("\n".join(keys), "utf-8")
    (tmp_path / "w/brands/aurelia/rights/cn-12345678.pdf").touch()
    load_brands(tmp_path / "w")
    full = load_workspace(tmp_path / "w")
    assert [target.name for target in full.targets] == ["watch-shop", "second-look", "built-in"]
    assert (full.database, full.evidence, full.private_hosts) == (plain.database, plain.evidence, plain.private_hosts)
    assert full.politeness.delay == plain.politeness.delay


def test_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    run("init", "w")
    before = contents(tmp_path / "w")
    code, said, _ = run("init", "w")
    assert code == 0
    assert "wrote" not in said
    assert "kept   w/brands\n" in said
    assert contents(tmp_path / "w") == before


def test_what_is_there_already_is_kept(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "w/brands/own/brand.toml"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    (tmp_path / "w/monitor.toml").write_text("# mine")
    code, said, _ = run("init", "w")
    assert code == 0
    assert "kept   w/monitor.toml" in said
    assert (tmp_path / "w/monitor.toml").read_text() == "# mine"
    assert [path.name for path in (tmp_path / "w/brands").iterdir()] == ["own"], "no example beside a real brand"


def test_a_link_is_not_written_through(run: Run, tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w/targets.toml").symlink_to(tmp_path / "elsewhere")
    run("init", "w")
    assert not (tmp_path / "elsewhere").exists()


def test_a_brand_that_cannot_be_written_leaves_nothing_half(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", full)
        code, _, said = run("init", "w")
    assert code == 1
    assert "w/brands/aurelia: cannot be written: No space left on device" in said
    assert not list((tmp_path / "w/brands").iterdir())
    assert run("init", "w")[0] == 0
    assert load_brands(tmp_path / "w")


def test_a_folder_with_a_space_is_quoted(run: Run) -> None:
    _, said, _ = run("init", "my shop")
    assert "monitor check 'my shop/example-listings.jsonl' --workspace 'my shop'" in said


@pytest.mark.parametrize(
    ("target", "code", "says"), [("file.txt", 2, "is a file"), ("file.txt/w", 1, "cannot be written")]
)
def test_a_place_that_cannot_be_written_is_told(target: str, code: int, says: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("mine")
    assert run("init", target)[0] == code
    assert says in run("init", target)[2]
    assert (tmp_path / "file.txt").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o500)
    code, _, said = run("init", "shut/w")
    assert code == 1
    assert "cannot be written: Permission denied" in said
