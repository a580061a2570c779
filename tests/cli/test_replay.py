"""`monitor replay`: the same flags as before, unless a rule changed."""

import json
import shutil
from pathlib import Path

import pytest

from monitor.cli import main
from tests.cli.running import Run


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the example's listings, which each test copies."""
    folder = tmp_path_factory.mktemp("example") / "w"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MONITOR_DATABASE", raising=False)
        main(["init", str(folder)])
        listings, flagged = folder / "example-listings.jsonl", folder.parent / "flagged.csv"
        main(["check", str(listings), "--save", "-o", str(flagged), "--workspace", str(folder)])
    return folder


@pytest.fixture
def stored(example: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands where the example's listings are stored."""
    shutil.copytree(example, tmp_path / "workspace")
    capsys.readouterr()
    return run


def test_nothing_changed_gives_exactly_the_same_flags(stored: Run) -> None:
    code, out, _ = stored("replay")
    assert code == 0
    assert out.startswith("13 observations, ")
    assert out.endswith(" flags as before, 0 appear, 0 vanish\n")
    assert " 0 flags as before" not in out


def test_a_changed_floor_shows_what_vanishes_and_appears_and_changes_nothing(stored: Run, tmp_path: Path) -> None:
    products = tmp_path / "workspace/brands/aurelia/products.csv"
    before = stored("cases", "export")[1]
    text = products.read_text("utf-8")
    head, *rows = text.splitlines()
    floor = head.split(",").index("floor_price")
    changed = []
    for row in rows:
        cells = row.split(",")
        cells[floor] = "5.00"
        changed.append(",".join(cells))
    products.write_text("\n".join([head, *changed]) + "\n", "utf-8")
    code, out, _ = stored("replay")
    assert code == 0
    assert "- low_price" in out
    assert not out.endswith("0 vanish\n")
    assert stored("cases", "export")[1] == before
    products.write_text(text, "utf-8")
    assert stored("replay")[1].endswith("0 appear, 0 vanish\n")


def test_only_what_was_seen_since(stored: Run) -> None:
    assert stored("replay", "--since", "2030-01-01")[1].startswith("0 observations, ")
    assert stored("replay", "--since", "0001-01-05")[0] == 0
    code, _, err = stored("replay", "--brand", "nobody")
    assert code == 2
    assert "nobody" in err


def test_an_empty_store(run: Run) -> None:
    run("init", "workspace")
    assert run("replay")[1] == "0 observations, 0 flags as before, 0 appear, 0 vanish\n"


def test_history_is_judged_with_the_same_past(run: Run, tmp_path: Path) -> None:
    """Observations that are stored out of their order in time were judged with what was stored before them."""
    run("init", "workspace")
    offer = {
        "marketplace": "shop.example",
        "url": "https://shop.example/item/9",
        "title": "Aurelia Meridian 40 automatic watch MER40A",
        "currency": "EUR",
        "seller_id": "juwelier-brandt",
    }
    for day in (5, 1, 3, 2, 4):
        row = offer | {"price": "1290" if day % 2 else "1000", "observed_at": f"2026-10-0{day}T03:00:00Z"}
        (tmp_path / "l.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
        run("check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert run("replay")[1].endswith("0 appear, 0 vanish\n")
