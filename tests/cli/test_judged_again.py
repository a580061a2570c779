"""`monitor check --save` says which cases would not stand any more, once the dossier was mended."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Run

DOSSIER = Path("workspace/brands/aurelia")
TITLE = "Aurelia Meridian 40 automatic watch MER40A"
OFFER = {
    "marketplace": "shop.example", "listing_id": "7", "url": "https://shop.example/item/7", "title": TITLE,
    "currency": "EUR", "seller_id": "newcomer", "seller_name": "Newcomer", "price": "1290.00",
    "observed_at": "2026-10-05T03:00:00Z",
}  # fmt: skip
LOW = {"seller_id": "aurelia-official", "price": "1000.00"}
AUTHORISED, CHEAPER, DEARER = (
    ("sellers.csv", ",newcomer,,,authorized,,,,\n"),
    ("prices.csv", "MER-40,,,EUR,,900.00,,\n"),
    ("prices.csv", "MER-40,,,EUR,,1250.00,,\n"),
)
LATER = {"observed_at": "2026-10-06T03:00:00Z"}


def save(run: Run, *rows: dict[str, Any]) -> str:
    Path("l.jsonl").write_text("".join(json.dumps(OFFER | row) + "\n" for row in rows), "utf-8")
    code, _, err = run("check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err
    return err


def mend(name: str, row: str) -> None:
    with (DOSSIER / name).open("a", encoding="utf-8") as file:
        file.write(row)


@pytest.mark.parametrize(
    ("says", "first", "mended", "then", "told"),
    [
        ("the same file, nothing mended", {}, None, {}, ""),
        ("a stranger who was authorised", {}, AUTHORISED, {},
         "case 1: nothing is raised any more when judged now (no text_match, unauthorized_seller); what was found stays"),
        ("and how to go on", {}, AUTHORISED, {}, 'to dismiss it: monitor cases decide 1 dismissed --why "..."'),
        ("seen anew, and clean", {}, AUTHORISED, LATER, "case 1: nothing is raised any more when judged now"),
        ("seen anew, and not clean", {}, None, LATER, ""),
        ("a floor that was too high", LOW, CHEAPER, LOW, "(no low_price)"),
        ("some of it stays", {"price": "1000.00"}, CHEAPER, {"price": "1000.00"},
         "case 1: not all is raised any more when judged now (no low_price); what was found stays until a person"),
        ("and where to see it", {"price": "1000.00"}, CHEAPER, {"price": "1000.00"}, "to see both: monitor replay"),
        ("a floor that was too low", {"seller_id": "aurelia-official", "price": "1200.00"}, DEARER,
         {"seller_id": "aurelia-official", "price": "1200.00"},
         "low_price would be raised now, and is not kept (7); see: monitor replay"),
        ("an older read says nothing of the case", LATER, AUTHORISED, {}, ""),
    ],
)  # fmt: skip
def test_cases_that_would_not_stand_are_told(
    run: Run, says: str, first: dict[str, Any], mended: tuple[str, str] | None, then: dict[str, Any], told: str
) -> None:
    run("init", "workspace")
    assert "judged now" not in save(run, first)
    if mended:
        mend(*mended)
    err = " ".join(save(run, then).split())
    assert told in err, says
    assert told or ("judged now" not in err and "raised now" not in err), says


def test_a_case_of_many_reads_is_told_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.cli._judged_again.AT_ONCE", 1)
    run("init", "workspace")
    save(run, {}, LATER)
    mend(*AUTHORISED)
    assert "case 1: nothing is raised" in save(run, {}, LATER)


def test_a_case_that_ended_is_not_told(run: Run) -> None:
    run("init", "workspace")
    save(run, {})
    run("cases", "decide", "1", "dismissed", "--why", "test buy")
    mend(*AUTHORISED)
    assert "judged now" not in save(run, {})
