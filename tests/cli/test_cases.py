"""`monitor cases`: the review queue from the terminal, on a real database."""

import csv
import io
import json
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.cli._case_text import describe
from monitor.cli._lines import width_of
from monitor.evidence.seal import seal
from monitor.records import Evidence, Finding, Flag, Listing
from monitor.store import Case, CaseFile
from tests.cli.running import Run

OFFER = {
    "marketplace": "shop.example",
    "url": "https://shop.example/item/1",
    "title": "Aurelia watch 1:1 replica \x1b]0;owned\x07\u202e",
    "price": "89.00",
    "currency": "EUR",
    "seller_id": "rogue",
    "seller_name": "Rogue\x1b[2J",
    "observed_at": "2026-10-05T03:00:00Z",
}


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Run:
    """Three cases: two of a counterfeiter, one of goods below their floor."""
    run("init", "workspace")
    cheap = {
        "title": "Aurelia Meridian 40 automatic watch MER40A",
        "price": "700",
        "seller_id": "juwelier-brandt",
        "seller_name": "Juwelier Brandt",
    }
    offers = [OFFER, OFFER, OFFER | cheap]
    rows = [
        offer | {"listing_id": str(n), "url": f"https://shop.example/item/{n}"} for n, offer in enumerate(offers, 1)
    ]
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = run("check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err
    return run


def test_the_list_is_most_severe_first_and_can_be_filtered(saved: Run) -> None:
    lines = saved("cases", "list")[1].splitlines()
    assert len(lines) == 4
    severities = [int(line.split()[1]) for line in lines[1:]]
    assert severities == sorted(severities, reverse=True)
    assert len(saved("cases", "list", "--flag", "low_price")[1].splitlines()) == 2
    assert len(saved("cases", "list", "--min-severity", "85")[1].splitlines()) == 3
    assert saved("cases", "list", "--brand", "aurelia", "--min-severity", 100)[1] == "No case matches.\n"
    worst = lines[1].split()[0]
    saved("cases", "decide", worst, "dismissed", "--why", "w", "--by", "t")
    code, out, err = saved("cases", "list")
    assert (len(out.splitlines()), "1 more have ended; see them with --all" in err) == (3, True)
    for wish in (["--all"], ["--all", "--limit", "0"]):
        assert len(saved("cases", "list", *wish)[1].splitlines()) == 4
    assert len(saved("cases", "list", "--status", "dismissed")[1].splitlines()) == 2
    saved("cases", "decide", worst, "candidate", "--why", "w", "--by", "t")
    code, out, err = saved("cases", "list", "--limit", "1")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "1 of 3 cases" in err


def test_on_a_terminal_a_case_can_be_chosen_from_the_list(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is, how bad, where, by whom and for how much stands in it, and none of it is wider than the terminal."""
    run("init", "workspace")
    offers = [
        {"title": "奥蕾莉亚 子午线 40 自动机械表 高仿 1:1 复刻 顶级版本 支持验货", "price": "680.00", "currency": "CNY",
         "seller_name": "奥蕾莉亚旗舰店官方授权", "seller_id": "99182", "marketplace": "item.market.example"},
        {"title": "Aurelia Meridian 40 automatic watch MER40A", "price": "500.00", "seller_id": "timebargains",
         "seller_name": "Time Bargains & Sons Wholesale International"},
        {"title": "A*relia watch", "price": None, "seller_id": "", "seller_name": ""},
    ]  # fmt: skip
    rows = [OFFER | offer | {"listing_id": str(n)} for n, offer in enumerate(offers, 1)]
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run("check", "l.jsonl", "--save", "-o", "flagged.csv")[0] == 0
    for width in (60, 80, 100, 140, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        with monkeypatch.context() as terminal:
            terminal.setattr(sys.stdout, "isatty", lambda: True)
            _, out, _ = run("cases", "list")
        out = re.sub(r"\x1b\[[0-9;]*m", "", out)
        assert [line for line in out.splitlines() if width_of(line) > width] == []
        whole = ("urgent", "violation", "candidate", "text_match", "low_price", "unauthorized_seller", "680.00 CNY",
                 "500.00 EUR", "A*relia", "MER40A", "奥蕾莉亚旗舰店", "Time Bargains", "item.market.exa", "shop.example",
                 "not read")  # fmt: skip
        assert [word for word in whole if word not in out] == [], width


def test_a_saved_check_prints_the_stored_cases(saved: Run, tmp_path: Path) -> None:
    """The same rows as the export of the store, also where a person has moved a case since."""
    saved("cases", "decide", "1", "confirmed", "--why", "seen", "--by", "Ann")
    code, out, _ = saved("check", "l.jsonl", "--save")
    exported = saved("cases", "export")[1]
    assert code == 0
    assert sorted(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))), key=str) == sorted(
        csv.DictReader(io.StringIO(exported.removeprefix("\ufeff"))), key=str
    )
    assert ",confirmed," in out


def test_what_a_page_says_cannot_command_the_terminal(saved: Run) -> None:
    for arguments in (("list",), ("show", 1)):
        _, out, _ = saved("cases", *arguments)
        assert "replica" in out
        assert not set(out) & set("\x1b\x07\u202e\x9b"), arguments
    assert not set(saved("cases", "export")[1]) & set("\x1b\x07\x9b")


def test_a_case_is_shown_with_its_reasons_and_evidence(saved: Run) -> None:
    _, out, _ = saved("cases", "show", 1)
    for part in (
        "aurelia, candidate",
        "by the rule",
        "replica",
        "Timeline",
        "first seen, with",
        "monitor cases decide 1",
    ):
        assert part in out


def test_decisions_follow_the_moves_and_are_kept_with_who_when_and_why(saved: Run) -> None:
    code, out, _ = saved("cases", "decide", 1, 2, "confirmed", "--why", "test purchase", "--by", "J. Weber")
    assert (code, out) == (0, "Cases 1, 2: confirmed, by J. Weber.\n")
    assert "candidate → confirmed, by J. Weber: test purchase" in saved("cases", "show", 2)[1]
    code, _, err = saved("cases", "decide", 1, 3, "submitted", "--why", "filed")
    assert code != 0
    assert "case 3" in err
    _, out, _ = saved("cases", "export", "--status", "confirmed")
    assert {row["case_id"] for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))} == {"1", "2"}, (
        "all moves or none"
    )
    _, _, err = saved("cases", "decide", 2, "submitted", "--why", "by mail")
    assert "Note: no complaint about case 2 is recorded here" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", 99), "99"),
        (("show", "x"), "x"),
        (("list", "--flag", "price"), "no such flag; known are: logo_match, low_price,"),
        (("list", "--brand", "aurelai"), "--brand aurelai: there is no such brand; known are: aurelia"),
        (
            ("list", "--marketplace", "shop"),
            "--marketplace shop: there is no such marketplace here; known are: shop.",
        ),
        (("export", "--brand", "other"), "there is no such brand; known are: aurelia"),
        (("decide", 99, "confirmed", "--why", "y"), "99"),
        (("decide", 1, "confirmed"), "--why"),
        (("decide", 1, "confirmed", "--why", " "), "--why"),
        (("decide", 1, "upheld", "--why", "y"), "candidate"),
        (("decide", 1, "guilty", "--why", "y"), "guilty"),
    ],
)
def test_a_wrong_call_names_what_is_wrong_and_changes_nothing(
    arguments: tuple[object, ...], says: str, saved: Run
) -> None:
    code, _, err = saved("cases", *arguments)
    assert code == 2
    assert says in err
    assert saved("cases", "list", "--status", "candidate")[1].count("\n") == 4


def test_the_export_names_the_evidence_of_each_case(saved: Run) -> None:
    folder, day = Path("workspace/evidence"), datetime(2026, 10, 6, tzinfo=UTC)
    names = [
        seal(folder, {"files/a.txt": b"a"}, case=2, kind="note", by="Ann", at=day + timedelta(hours=n), note="n").name
        for n in range(2)
    ]
    expected = {"1": "", "2": " | ".join(names), "3": ""}
    for text in (saved("cases", "export")[1], saved("check", "l.jsonl", "--save")[1]):
        rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
        assert {row["case_id"]: row["evidence"] for row in rows} == expected


def test_export_to_a_place_that_cannot_be_written(saved: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, _, err = saved("cases", "export", "-o", "file/cases.csv")
    assert code == 1
    assert "file/cases.csv" in err


def test_an_empty_queue_says_what_to_do(run: Run) -> None:
    run("init", "workspace")
    assert "monitor crawl" in run("cases", "list")[1]


def test_evidence_that_reads_the_same_is_told_once() -> None:
    words = Evidence(field="images", observed="SUPER CLONE", expected="AURELIA", image="p.jpg", box=(1, 2, 3, 4))
    flag = Flag(
        kind="text_match",
        brand="aurelia",
        severity=90,
        rule="counterfeit_words_in_photo",
        sentence="s",
        evidence=(words, replace(words, box=(9, 9, 9, 9)), words),
    )
    listing, day = Listing(marketplace="m", url="u", title="t"), datetime(2026, 5, 4, tzinfo=UTC)
    case = Case(
        id=1,
        status="candidate",
        severity=90,
        listing=listing,
        finding=Finding(brand="aurelia", flags=(flag,)),
        first_seen=day,
        last_seen=day,
        sightings=1,
        last_read=listing,
    )
    page = "\n".join(describe(CaseFile(case=case, events=(), prices=(), sightings=())))
    assert page.count("images: SUPER CLONE") == 2, "in two places of the photo"
    assert "seen         once with flags" in page
