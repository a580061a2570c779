"""Rows without `observed_at`: which time they get, and that a list that is saved twice was not seen twice."""

import csv
import gzip
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from monitor.cli._undated import dated
from monitor.records import Listing
from tests.cli.running import Run

NOW = datetime(2026, 10, 9, 12, tzinfo=UTC)
SEEN, LATER = datetime(2026, 10, 5, 3, tzinfo=UTC), datetime(2026, 10, 7, 3, tzinfo=UTC)
OFFER = {
    "marketplace": "shop.example", "listing_id": "7", "url": "https://shop.example/item/7",
    "title": "Aurelia Meridian 40 automatic watch MER40A", "price": "400.00", "currency": "EUR",
    "seller_id": "newcomer", "seller_name": "Newcomer",
}  # fmt: skip
OTHER = OFFER | {"listing_id": "8", "url": "https://shop.example/item/8", "price": "1290.00"}


def listing(seen: datetime | None = None) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title="T", observed_at=seen)


@pytest.mark.parametrize(
    ("changed", "seen", "says"),
    [
        (
            SEEN.timestamp(),
            SEEN,
            "2 rows have no observed_at: taken as seen 2026-10-05 03:00 UTC, when the file was last",
        ),
        (
            NOW.timestamp() + 60,
            NOW,
            "taken as seen 2026-10-09 12:00 UTC, which is now, as the file's own time is in the",
        ),
        (315_532_800, NOW, "which is now, as the file's own time is of a clock that was not set"),
        (0, NOW, "which is now"),
    ],
)
def test_they_were_seen_when_the_file_was_last_changed(
    tmp_path: Path, changed: float, seen: datetime, says: str
) -> None:
    (file := tmp_path / "l.jsonl").touch()
    os.utime(file, (changed, changed))
    found, (said,) = dated([listing(), listing(LATER), listing()], file, NOW)
    assert [one.observed_at for one in found] == [seen, LATER, seen]
    assert says in said


def test_what_is_stored_already_is_that_sighting(tmp_path: Path) -> None:
    (file := tmp_path / "l.jsonl").touch()
    os.utime(file, (LATER.timestamp(),) * 2)
    found, says = dated([listing(), listing(NOW), listing()], file, NOW, lambda _: [SEEN, None])
    assert [one.observed_at for one in found] == [SEEN, NOW, LATER]
    assert says[0].startswith("1 row has no observed_at: taken as seen 2026-10-07")
    assert says[1].startswith("1 row has no observed_at and says what is stored already: ")
    assert "taken as that sighting (2026-10-05 03:00 UTC), which confirms nothing" in says[1]


def test_nothing_is_told_of_rows_with_a_time(tmp_path: Path) -> None:
    assert dated([listing(SEEN)], tmp_path / "none.jsonl", NOW) == ([listing(SEEN)], [])


def put(name: str, changed: datetime, *rows: dict[str, Any]) -> str:
    file = Path(name)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if file.suffix == ".csv":
        with file.open("w", newline="", encoding="utf-8") as table:
            writer = csv.DictWriter(table, [*reversed(OFFER)])
            writer.writeheader()
            writer.writerows(rows)
    elif file.suffix == ".gz":
        file.write_bytes(gzip.compress(text.encode()))
    else:
        file.write_text(text, "utf-8")
    os.utime(file, (changed.timestamp(),) * 2)
    return name


def case(run: Run) -> dict[str, str]:
    return next(csv.DictReader(run("cases", "export")[1].lstrip("\ufeff").splitlines()))


@pytest.mark.parametrize(
    ("says", "name", "rows", "sightings"),
    [
        ("the same file", "l.jsonl", [OFFER], "1"),
        ("a copy", "copy.jsonl", [OFFER], "1"),
        ("packed", "l.jsonl.gz", [OFFER], "1"),
        ("as a table, its columns in another order", "l.csv", [OFFER], "1"),
        ("a list that grew", "l.jsonl", [OTHER, OFFER], "1"),
        ("seen again at a time that is told", "l.jsonl", [OFFER | {"observed_at": "2026-10-07T03:00:00Z"}], "2"),
        ("a row that says something new", "l.jsonl", [OFFER | {"price": "410.00"}], "2"),
    ],
)
def test_what_was_not_seen_again_confirms_nothing(
    run: Run, says: str, name: str, rows: list[dict[str, Any]], sightings: str
) -> None:
    run("init", "workspace")
    run("check", put("l.jsonl", SEEN, OFFER), "--save")
    before = case(run)
    code, _, err = run("check", put(name, LATER, *rows), "--save")
    now = case(run)
    assert (code, now["sightings"]) == (0, sightings), says
    assert (now["severity"] == before["severity"]) == (sightings == "1"), says
    assert ("says what is stored already" in err) == (sightings == "1"), err
