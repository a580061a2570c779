import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from monitor.crawling.feeds import FlaggedOnly, SpreadsheetExporter
from monitor.crawling.rows import COLUMNS, feed_row
from monitor.records import Finding, Flag, Listing, Observation

SEEN = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
LISTING = Listing(
    marketplace="shop.example",
    listing_id="1",
    url="https://shop.example/1",
    title="=HYPERLINK(1) 奥蕾莉亚",
    images=("https://a/1.jpg", "https://a/2.jpg"),
    attributes={"=x": "1"},
)


def flag(kind: str, severity: int, sentence: str) -> Flag:
    return Flag(kind=kind, brand="aurelia", severity=severity, rule="r", sentence=sentence)


FLAGGED = feed_row(
    Observation(listing=LISTING, observed_at=SEEN),
    [Finding(brand="aurelia", flags=(flag("low_price", 60, "Too low."), flag("text_match", 90, "Says replica.")))],
    92,
    [17],
)
PLAIN = feed_row(Observation(listing=LISTING, observed_at=SEEN), [], 0, [])


def export(path: Path, mode: str, *rows: dict[str, object]) -> None:
    with path.open(mode) as file:
        exporter = SpreadsheetExporter(file, fields_to_export=COLUMNS, indent=0, encoding="utf-8")  # type: ignore[arg-type]
        exporter.start_exporting()
        for row in rows:
            exporter.export_item(row)
        exporter.finish_exporting()


def test_a_row_tells_what_was_found_worst_first() -> None:
    assert FLAGGED["flags"] == "text_match | low_price"
    assert FLAGGED["reasons"] == "Says replica. | Too low."
    assert FLAGGED["severity"] == 92
    assert FLAGGED["case_ids"] == "17"
    assert FLAGGED["observed_at"] == "2026-05-04T09:30:00+00:00"
    assert (PLAIN["flags"], PLAIN["severity"], PLAIN["case_ids"]) == ("", "", "")
    assert set(FLAGGED) <= set(COLUMNS)


def test_the_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    export(path, "wb", FLAGGED, PLAIN)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == COLUMNS
    assert rows[0]["title"] == "'=HYPERLINK(1) 奥蕾莉亚"
    assert rows[0]["images"] == "https://a/1.jpg | https://a/2.jpg"
    assert rows[0]["attributes"] == '{"=x": "1"}'
    assert rows[1]["flags"] == ""


def test_appending_repeats_neither_head_nor_mark(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    export(path, "ab", FLAGGED)
    export(path, "ab", PLAIN)
    content = path.read_bytes()
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.count(b"marketplace,") == 1
    assert len(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))) == 2


def test_the_filter_keeps_flagged_rows() -> None:
    keep = FlaggedOnly(None)
    assert keep.accepts(FLAGGED)
    assert not keep.accepts(PLAIN)
