"""Who asked too little once and asks enough now is not accused today: the row of the CSV dates the reason."""

import csv
import json
from pathlib import Path

import pytest

from monitor.cli import main

ROW = {
    "marketplace": "m", "title": "Aurelia Meridian 40 automatic watch MER40A", "currency": "EUR", "territory": "DE",
    "seller_id": "zz",
}  # fmt: skip
READS = [
    ("recovered", "2026-10-01T03:00:00Z", "800"),
    ("recovered", "2026-10-03T03:00:00Z", "1200"),
    ("the same day", "2026-10-01T03:00:00Z", "800"),
    ("the same day", "2026-10-01T09:00:00Z", "1250"),
    ("lower still", "2026-10-01T03:00:00Z", "800"),
    ("lower still", "2026-10-03T03:00:00Z", "790"),
]
DATED = {
    "recovered": ("1200", "On 2026-10-01: The listing asks 800.00 EUR", "any more on 2026-10-03, when the listing asked 1200 EUR."),
    "the same day": ("1250", "On 2026-10-01 03:00: The listing", "any more on 2026-10-01 09:00, when the listing asked 1250 EUR."),
    "lower still": ("790", "The listing asks 790.00 EUR", ""),
}  # fmt: skip


@pytest.mark.parametrize("seller_policy", [True, False])
def test_a_reason_of_an_older_read_says_so(
    seller_policy: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a seller policy the recovered listing is flagged still, without one it is clear; saved or not is the same."""
    monkeypatch.chdir(tmp_path)
    for name in ("MONITOR_WORKSPACE", "MONITOR_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    main(["init", "workspace"])
    if not seller_policy:
        sellers = "seller_id,status\nzz,authorized\n"
        Path("workspace/brands/aurelia/sellers.csv").write_text(sellers, "utf-8")
    rows = [ROW | {"url": f"https://m.example/{n}", "listing_id": n, "observed_at": t, "price": p} for n, t, p in READS]
    Path("l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    main(["check", "l.jsonl", "-o", "unsaved.csv"])
    main(["check", "l.jsonl", "-o", "saved.csv", "--save"])
    for name in ("unsaved.csv", "saved.csv"):
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            found = {row["listing_id"]: row for row in csv.DictReader(file)}
        assert set(found) == set(DATED)
        for listing_id, (price, begin, end) in DATED.items():
            row = found[listing_id]
            (low,) = [reason for reason in row["reasons"].split(" | ") if "below the floor" in reason]
            assert low.startswith(begin), low
            assert low.endswith(end), low
            assert ("Not raised any more" in low) is bool(end)
            is_flagged_still = seller_policy or not end
            assert row["price"] == (price if is_flagged_still else "800"), "the price is that of the last flagged read"
            assert row["reasons"].count("Not raised any more") == bool(end)
