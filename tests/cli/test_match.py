"""`monitor match`: which product each row offers."""

import csv
import json
from pathlib import Path

from tests.cli.running import Run


def test_each_row_gets_an_outcome_and_a_reason(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    rows = [
        {"listing_id": "1", "title": "Aurelia Meridian 40 automatic watch MER40A"},
        {"listing_id": "2", "title": "Garden hose, 20 m"},
        {"listing_id": "3"},
    ]
    lines = [{"marketplace": "m", "url": f"https://m.example/{n}"} | row for n, row in enumerate(rows)]
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    code, _, err = run("match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")
    assert code == 1
    assert "l.jsonl: line 3: title" in err
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {row["listing_id"]: row for row in csv.DictReader(file)}
    assert list(found["1"]) == ["listing_id", "sku", "score", "outcome", "why"]
    assert (found["1"]["outcome"], found["2"]["outcome"], found["2"]["sku"]) == ("match", "none", "")
    assert found["1"]["sku"]
    assert found["1"]["why"]


def test_wrong_calls(run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    (tmp_path / "l.jsonl").write_text("", "utf-8")
    assert run("match", "l.jsonl", "-o", "m.csv")[0] == 2
    code, _, err = run("match", "l.jsonl", "--brand", "nobody", "-o", "m.csv")
    assert code == 2
    assert "nobody" in err
    (tmp_path / "workspace/brands/aurelia/products.csv").unlink()
    code, _, err = run("match", "l.jsonl", "--brand", "aurelia", "-o", "m.csv")
    assert code == 2
    assert "products.csv" in err
