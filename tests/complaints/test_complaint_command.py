"""From a saved listing to an upheld complaint, as a person does it."""

import csv
import hashlib
import io
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import click
import pytest

from monitor import packages
from monitor.cli import main
from monitor.cli._complaints import past
from monitor.cli._draft_warnings import doubts
from monitor.complaints import Ground
from monitor.complaints.grounds import CARRIES
from monitor.complaints.purchases import unproven
from monitor.complaints.statements import denies, in_doubt
from monitor.errors import WorkFailedError
from monitor.evidence.seal import seal
from tests.complaints.complaint_world import DAY, PURCHASE, add_rights, draft, picture
from tests.workspaces import leave_words

HERE = ("--set", "country=CN")
"""The example's shop is of no known country, and its mark counts in China."""
LOOKED = ("--looked", "the page shows it")
"""What a person says who files what no sealed capture shows."""
LISTINGS = Path(__file__).parents[2] / "monitor" / "example" / "example-listings.jsonl"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the example's cases, which each test copies."""
    folder = tmp_path_factory.mktemp("judged") / "w"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MONITOR_DATABASE", raising=False)
        main(["init", str(folder)])
        leave_words(folder)
        add_rights(folder)
        main(["check", str(LISTINGS), "--save", "-o", str(folder.parent / "o.csv"), "--workspace", str(folder)])
    return folder


@pytest.fixture
def run(judged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Runs a command in a workspace with cases; exit code and all that was said."""
    shutil.copytree(judged, tmp_path / "w")
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    capsys.readouterr()

    def call(*arguments: object) -> tuple[int, str]:
        code = 0
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as done:
            code = int(done.code or 0)
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


def case_with(run, flag: str) -> str:
    """The number of the first case with a flag."""
    return next(line for line in run("cases", "list", "--flag", flag)[1].splitlines()[1:] if line).split()[0]


def drafted_on(tmp_path: Path, moment: str) -> None:
    """Let the complaints have been drafted at another time."""
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute("UPDATE complaint SET drafted_at = ?", [moment])


def test_a_case_goes_its_way(run, tmp_path: Path) -> None:
    case = case_with(run, "text_match")
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    assert code == 2
    assert "a complaint needs a confirmed one" in said
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    code, said = run("complaint", "draft", "third_party", case, "--by", "t")
    assert code == 1
    assert "service (" in said
    assert f"the country in which case {case} is offered (--set country=DE): nobody read it" in said
    assert not (tmp_path / "w" / "complaints").exists()
    assert run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")[0] == 0
    assert "file it through third_party" in run("complaint", "due")[1]
    assert run("complaint", "answer", 1, "upheld", "--by", "t")[0] == 2
    code, said = run("complaint", "submit", 1, "--reference", "R-1", "--on", "2026-04-30", *LOOKED, "--by", "t")
    assert (code, "clock" in said) == (2, True)
    drafted_on(tmp_path, "2026-04-30 12:00:00")
    code, said = run("complaint", "submit", 1, "--reference", "R-1", "--on", "2026-04-30", *LOOKED, "--by", "t")
    assert (code, f"Warning of the draft: case {case}: NO SEALED EVIDENCE" in said) == (0, True)
    assert "late since" in run("complaint", "due")[1]
    assert run("complaint", "submit", 1, "--reference", "R-1", "--by", "u")[0] == 2
    code, said = run("complaint", "answer", 1, "upheld", "--on", "2026-04-01", "--by", "t")
    assert (code, "is before that" in said) == (2, True)
    assert run("complaint", "answer", 1, "question", "--text", "more?", "--by", "t")[0] == 0
    answers = tmp_path / "answers.csv"
    answers.write_text("complaint,answer,text\n1,upheld,links removed\n99,upheld,x\n", encoding="utf-8")
    code, said = run("complaint", "answer", "--import", answers, "--by", "t")
    assert (code, "no complaint 99" in said) == (1, True)
    shown = run("cases", "show", case)[1]
    for step in ("candidate → confirmed", "confirmed → submitted", "submitted → upheld", "links removed"):
        assert step in shown
    assert "1 filed, 1 upheld" in run("complaint", "list")[1]
    assert run("complaint", "show", 1)[0] == 0
    (package,) = (tmp_path / "w" / "complaints").iterdir()
    (package / "links.csv").write_bytes(b"other")
    code, said = run("complaint", "show", 1)
    assert (code, "links.csv: was changed" in said) == (1, True)


def test_a_rejection_waits_for_the_other_complaint(run) -> None:
    case = case_with(run, "text_match")
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    for number, channel in ((1, "third_party"), (2, "letter")):
        given = ("--set", "service=X", *HERE) if channel == "third_party" else HERE
        assert run("complaint", "draft", channel, case, *given, "--by", "t")[0] == 0
        assert run("complaint", "submit", number, "--reference", "R", *LOOKED, "--by", "t")[0] == 0
    run("complaint", "answer", 1, "rejected", "--by", "t")
    assert ", submitted, " in run("cases", "show", case)[1]
    code, said = run("complaint", "answer", 2, "rejected", "--by", "t")
    assert (code, "through letter is never rejected; say which it is: settled, answered" in said) == (2, True)
    assert "the seller must answer by" in run("complaint", "show", 2)[1]
    run("complaint", "answer", 2, "no_answer", "--by", "t")
    assert "letter: 1 filed, 0 settled, 0 answered, 1 no answer, 0 withdrawn, 0 found" in run("complaint", "list")[1]
    assert ", rejected, " in run("cases", "show", case)[1]


def test_prices_alone_are_refused(run) -> None:
    case = case_with(run, "low_price")
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    assert (code, "infringe no right" in said) == (2, True)
    code, said = run("complaint", "draft", "letter", case, "--by", "t")
    assert (code, "price_policing_forbidden" in said) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("draft", "nothing", 1), "there is no channel"),
        (("draft", "third_party", 999), "there is no case 999"),
        (("show", 9), "there is no complaint 9"),
        (("submit", 9, "--reference", "x", "--on", "2999-01-01"), "in the future"),
    ],
)
def test_a_wrong_call_is_told(run, arguments: tuple[object, ...], said: str) -> None:
    code, words = run("complaint", *arguments)
    assert (code, said in words) == (2, True)


def test_a_step_may_be_of_the_day_that_it_is_anywhere() -> None:
    for hours, refused in ((-24, False), (13, False), (39, True)):
        day = datetime.combine((datetime.now(UTC) + timedelta(hours=hours)).date(), time())
        if refused:
            with pytest.raises(click.UsageError, match="nowhere that day yet"):
                past(day)
        else:
            assert past(day) == day.date()


def confirm(run, flag: str) -> str:
    case = case_with(run, flag)
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    return case


def authorise(run, tmp_path: Path, case: str, since: str = "") -> None:
    """Let the seller of a case be authorised, from a day on or whenever."""
    export = tmp_path / "o2.csv"
    run("cases", "export", "-o", export)
    rows = csv.DictReader(io.StringIO(export.read_text("utf-8-sig"), newline=""))
    row = next(one for one in rows if one["case_id"] == case)
    sellers = tmp_path / "w" / "brands" / "aurelia" / "sellers.csv"
    line = dict.fromkeys(sellers.read_text("utf-8-sig").splitlines()[0].split(","), "")
    line |= {name: row[name] for name in ("marketplace", "seller_id", "seller_name")} | {
        "status": "authorized",
        "valid_from": since,
    }
    sellers.write_text(f"{sellers.read_text('utf-8').rstrip()}\n{','.join(line.values())}\n", "utf-8")


def test_to_deny_a_posing_seller_takes_nothing_from_the_complaint(run, tmp_path: Path) -> None:
    """His name infringes as before: the draft can be filed, and another one be made."""
    listing = tmp_path / "posing.csv"
    listing.write_text(
        "marketplace,listing_id,url,title,price,currency,seller_id,seller_name\n"
        "shop.example,p1,https://shop.example/p1,Aurelia Meridian 40 automatic watch,990,EUR,pose,Aurelia Outlet\n",
        "utf-8",
    )
    run("check", listing, "--save", "-o", tmp_path / "p.csv")
    case = next(line.split()[0] for line in run("cases", "list")[1].splitlines() if "Aurelia Outlet" in line)
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    assert run(*draft)[0] == 0
    assert run("sellers", "deny", "shop.example", "pose", "--brand", "aurelia", "--by", "t")[0] == 0
    told = run("complaint", "due")[1]
    assert ("complaint 1: file it through third_party" in told, "do not file it" in told) == (True, False), told
    run("complaint", "abandon", 1, "--why", "once more", "--by", "t")
    code, told = run(*draft)
    assert (code, "does not flag it" in told) == (0, False), told


def test_nobody_is_accused_who_is_authorised_today(run, tmp_path: Path) -> None:
    """By a line that was added to the seller list before the draft, or after it."""
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    assert run(*draft)[0] == 0
    authorise(run, tmp_path, case)
    said = f"the dossier of today (sellers, marks, photos) does not flag case {case} for text_match"
    told = run("complaint", "due")[1]
    assert (f"do not file it, {said}" in told, "is authorised by sellers.csv" in told) == (True, True), told
    code, told = run("complaint", "submit", 1, "--reference", "R", "--by", "t", "--looked", "the page is still up")
    assert (code, said in told, "is authorised by sellers.csv" in told) == (2, True, True), told
    run("complaint", "abandon", 1, "--why", "he may", "--by", "t")
    code, told = run(*draft)
    assert (
        f"case {case}: the dossier of today (sellers, marks, photos) does not flag it for text_match (counterfeit_w"
        in told
    )
    (links,) = (path for path in (tmp_path / "w" / "complaints").glob("*/links.csv") if path.parent.name in told)
    assert "words of counterfeiting" not in links.read_text("utf-8-sig")
    brand = tmp_path / "w" / "brands" / "aurelia" / "brand.toml"
    brand.write_text(brand.read_text("utf-8").replace('text = "AURELIA"', 'text = "NOVACHRON"'), "utf-8")
    run("complaint", "abandon", 2, "--why", "not our mark", "--by", "t")
    code, told = run(*draft)
    assert (code, "is not raised any more by the dossier of today" in told) == (2, True)


def test_a_filed_complaint_about_who_is_authorised_since_is_to_be_withdrawn(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    run(*draft)
    assert run("complaint", "submit", 1, "--reference", "R", "--by", "t", *LOOKED)[0] == 0
    assert run("complaint", "due")[1] == ""
    authorise(run, tmp_path, case)
    told = run("complaint", "due")[1]
    assert f"then: monitor complaint answer 1 withdrawn --case {case}" in told
    assert "is authorised by sellers.csv" in told
    run("complaint", "answer", 1, "withdrawn", "--by", "t")
    assert run("complaint", "due")[1] == ""


@pytest.mark.parametrize("since", ["2020-01-01", "2099-01-01"])
def test_an_upheld_one_about_who_was_authorised_at_its_filing_is_to_be_withdrawn(
    run, tmp_path: Path, since: str
) -> None:
    case = confirm(run, "text_match")
    run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    run("complaint", "submit", 1, "--reference", "R", "--by", "t", *LOOKED)
    run("complaint", "answer", 1, "upheld", "--by", "t")
    assert run("complaint", "due")[1] == ""
    authorise(run, tmp_path, case, since)
    told, shown = run("complaint", "due")[1], run("complaint", "show", 1)[1]
    told_of = since < "2026"
    assert (f"correct 1 withdrawn --case {case}" in told) is told_of, told
    assert ("say so with its valid_from" in told, "was authorised on 20" in shown) == (told_of, told_of), shown


@pytest.mark.parametrize("before", [False, True])
def test_a_letter_that_asks_is_not_for_who_was_authorised_since(run, tmp_path: Path, *, before: bool) -> None:
    """It asks who supplied the goods; who was authorised before it was drafted is asked on purpose."""
    case = confirm(run, "logo_match")
    register = tmp_path / "w" / "brands" / "aurelia" / "rights" / "register.toml"
    register.write_text(register.read_text("utf-8").replace('price_policing_forbidden = ["EU"]', ""), "utf-8")
    if before:
        authorise(run, tmp_path, case)
    assert run("complaint", "draft", "letter", case, *HERE, "--set", "pdf=no", "--by", "t")[0] == 0
    if not before:
        assert "file it through letter" in run("complaint", "due")[1]
        authorise(run, tmp_path, case)
    told, said = run("complaint", "due")[1], f"the letter asks who supplied case {case}, and since it was drafted its"
    assert (f"do not file it, {said}" in told, "file it through letter" in told) == (not before, before), told
    code, told = run("complaint", "submit", 1, "--by", "t", *LOOKED)
    assert (code, said in told) == ((0, False) if before else (2, True)), told


def test_a_draft_is_abandoned_and_evidence_goes_along(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    (tmp_path / "parcel.png").write_bytes(picture("red"))
    run("evidence", "add", case, "--kind", "photo", "--note", "order A-1", tmp_path / "parcel.png", "--by", "t")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    code, said = run(*draft)
    assert (code, "with 1 packages of sealed evidence" in said) == (0, True)
    code, said = run(*draft)
    assert (code, "monitor complaint abandon 1" in said) == (2, True)
    assert len(list((tmp_path / "w" / "complaints").iterdir())) == 1
    old, new = (tmp_path / "w" / "complaints" / name for name in (".making-old", ".making-new"))
    for beginning in (old, new):
        beginning.mkdir()
    os.utime(old, (1, 1))
    assert run("complaint", "abandon", 1, "--why", " ", "--by", "t")[0] == 2
    assert run("complaint", "abandon", 1, "--why", "wrong service", "--seen", 9, "--by", "t")[0] == 2
    assert run("complaint", "abandon", 1, "--why", "wrong service", "--seen", 1, "--by", "t")[0] == 0
    (line,) = run("complaint", "due")[1].splitlines()
    assert line.startswith(f"aurelia: a confirmed case has no complaint yet ({case}); make one"), "nothing else is due"
    code, said = run(*draft, "--no-evidence")
    assert (code, "packages of sealed evidence" in said) == (0, False)
    assert (old.exists(), new.exists()) == (False, True), "what a killed draft left goes, what is being written stays"
    new.rmdir()
    page = run("cases", "show", case)[1]
    for part in ("first seen, with", "evidence sealed, photo, by t", "order A-1",
                 "third_party: draft, by t", "with the evidence photo of", "third_party: abandoned, by t: wrong service"):  # fmt: skip
        assert part in " ".join(page.split())
    (sealed,) = (tmp_path / "w" / "evidence" / "packages").iterdir()
    (sealed / "files" / "parcel.png").write_text("other")
    run("complaint", "abandon", 2, "--why", "again", "--by", "t")
    code, said = run(*draft)
    assert (code, "parcel.png: was changed" in said) == (1, True)
    assert len(list((tmp_path / "w" / "complaints").iterdir())) == 2
    page = run("cases", "show", case)[1]
    assert "THE EVIDENCE DOES NOT VERIFY" in page
    assert "evidence sealed, photo, by t, WHOSE PACKAGE DOES NOT VERIFY" in " ".join(page.split())


def test_a_draft_says_what_stands_behind_it(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    bare = f"behind case {case} stands: NO SEALED EVIDENCE of what is alleged"
    said = run(*draft)[1]
    assert f"{bare}; make it: monitor evidence capture {case}" in said
    first = f"First capture what it complains of, as long as it is there: monitor evidence capture {case}\n"
    assert f"{first}Then file it, and say so: monitor complaint submit 1" in said
    shown = run("complaint", "show", 1)[1]
    assert f"without sealed evidence of case {case}" in shown
    assert f"  warning    case {case}: NO SEALED EVIDENCE of what is alleged" in shown, "it is kept"
    assert bare in run("complaint", "draft", "letter", case, *HERE, "--by", "t")[1]
    for number, shows in enumerate(("blocked", "listing")):
        run("complaint", "abandon", 2 * number + 1, "--why", "again", "--by", "t")
        at = datetime(2026, 5, 4 + number, 10, tzinfo=UTC)
        seal(tmp_path / "w" / "evidence", {"page.html": b"x"}, case=int(case), kind="capture", by="t", at=at, note="",
             shows=shows)  # fmt: skip
        said = run(*draft)[1]
        if shows == "blocked":
            assert f"{bare}, but for case-{case}-capture-20260504T100000Z-" in said
            assert "does not show the listing (THE SITE BLOCKED THE CAPTURE" in said
    assert f"behind case {case} stands: capture of 2026-05-05 10:00 UTC" in said
    assert "NO SEALED" not in said
    assert "\nFile it, then say so: monitor complaint submit" in said


def test_no_counterfeit_is_alleged_against_our_own_evidence(run, tmp_path: Path) -> None:
    """A purchase of which the sealed evidence says nothing, or other than the draft, and one of another seller."""
    case = confirm(run, "text_match")
    (tmp_path / "parcel.png").write_bytes(picture("red"))
    add = ("evidence", "add", case, "--kind", "purchase", "--bought-on", "2026-05-02", "--price", "89", "--currency",
           "EUR", "--other-seller", "--by", "t", tmp_path / "parcel.png")  # fmt: skip
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t", "--test-buy")
    said = run(*add, "--order", "A-0", "--seller-id", "s9", "--differs", "no difference found")[1]
    assert "Note: 'no difference found' says that nothing differs" in said
    (tmp_path / "parcel.png").write_bytes(picture("green"))
    run(*add, "--order", "A-1", "--seller-id", "s9", "--note", "all genuine, nothing differs")
    code, said = run(*draft, f"{case}:A-1:counterfeit movement")
    assert (code, "or nothing says that it is a counterfeit" in said) == (1, True)
    run(*add, "--order", "A-2", "--seller-id", "another", "--differs", "wrong movement")
    code, said = run(*draft, f"{case}:A-2:counterfeit movement")
    assert code == 1
    for words in ("is not what its sealed evidence says, 'wrong movement'", "parcel.png serves the order A-1 too",
                  "was made from another, and the seller of case"):  # fmt: skip
        assert words in said
    (tmp_path / "parcel.png").write_bytes(picture("blue"))
    run(*add, "--order", "A-3", "--seller-id", "luxdeal77", "--differs", "wrong movement")
    code, said = run(*draft, f"{case}:A-3")
    assert (code, "order A-3: 'wrong movement'. Read them" in said) == (2, True), said
    code, said = run(*draft, f"{case}:A-3", "--sure", "a quartz movement, ours are automatic")
    assert "counterfeit for sure: a quartz movement, ours are automatic" in run("complaint", "show", 1)[1]
    assert (code, "with 1 packages of sealed evidence" in said) == (0, True), said
    assert said.count("a test buy that is not alleged here") == 3
    (links,) = (tmp_path / "w" / "complaints").glob("*/links.csv")
    assert "Test buy, order A-3, of 2026-05-02, 89 EUR, from luxdeal77: wrong movement" in links.read_text("utf-8-sig")


def test_a_draft_that_lacks_what_the_register_says_names_its_path(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    register = tmp_path / "w/brands/aurelia/rights/register.toml"
    register.write_text(register.read_text("utf-8").replace("email =", "# email ="), "utf-8")
    code, said = run("complaint", "draft", "letter", case, *HERE, "--by", "t")
    assert (code, "missing or wrong: sender_contact (contact and email of [complainant] in" in said) == (1, True)
    assert f"the register is {register}, written as docs/howto/name-your-rights.md shows" in said


def test_a_letter_has_no_reference_and_a_closed_case_is_opened_first(run) -> None:
    case = confirm(run, "text_match")
    said = run("complaint", "draft", "letter", case, *HERE, "--by", "t")[1]
    assert "monitor complaint submit 1\n" in said
    assert run("complaint", "submit", 1, *LOOKED, "--by", "t")[0] == 0
    run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    code, said = run("complaint", "submit", 2, *LOOKED, "--by", "t")
    assert (code, "give the number that the channel gave" in said) == (2, True)
    run("complaint", "abandon", 2, "--why", "x", "--by", "t")
    run("complaint", "answer", 1, "settled", "--by", "t")
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    way_out = f"monitor cases decide {case} candidate --why ..., and monitor cases decide {case} confirmed --why"
    assert (code, way_out in said) == (2, True)
    for then in ("candidate", "confirmed"):
        assert run("cases", "decide", case, then, "--why", "w", "--by", "t")[0] == 0
    assert run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")[0] == 0


def test_questions_are_replied_to_and_a_takedown_is_told(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    run(
        "complaint",
        "draft",
        "third_party",
        case,
        "--set",
        "service=X",
        "--set",
        "service_country=CN",
        *HERE,
        "--by",
        "t",
    )
    drafted_on(tmp_path, "2026-04-30 12:00:00")
    run("complaint", "submit", 1, "--reference", "R", "--on", "2026-05-04", *LOOKED, "--by", "t")
    answers = tmp_path / "answers.json"
    answers.write_text('[{"complaint": 1, "answer": "evidence_request", "text": "invoice?"}]', encoding="utf-8")
    assert run("complaint", "answer", "--import", answers, "--on", "2026-05-08", "--by", "t") == (
        0,
        "Complaint 1: evidence_request; we must send the evidence that was asked for by 2026-05-12.\n",
    )
    said = run("complaint", "due")[1]
    assert "(third_party): we must send the evidence that was asked for, late since 2026-05-12; then: monitor" in said
    assert "third_party must decide, late since" in said
    assert run("complaint", "reply", 1, "--text", "", "--by", "t")[0] == 2
    assert run("complaint", "reply", 1, "--text", "sent", "--by", "t")[0] == 0
    assert run("complaint", "due")[1] == ""
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute("UPDATE listing SET removed_at = '2026-05-20 00:00:00'")
    assert "all its listings are gone since it was filed" in run("complaint", "due")[1]
    assert run("complaint", "answer", 1, "upheld", "--on", "2026-05-21", "--by", "t")[0] == 0
    assert (
        "1 upheld, 0 rejected, 0 withdrawn, 1 found taken down, 0 relisted, median 17 days"
        in run("complaint", "list")[1]
    )


def test_rights_that_end_and_certificates_past_their_date_are_told(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    head = tmp_path / "w" / "brands" / "aurelia" / "brand.toml"
    text = head.read_text("utf-8")
    today = datetime.now(UTC).date()
    soon, gone = today + timedelta(days=30), today - timedelta(days=1)
    head.write_text(text.replace("2031-05-04", str(soon)), "utf-8")
    assert f"ends on {soon}" in run("complaint", "due")[1]
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    code, said = run(*draft)
    assert (code, f"ends on {soon}" in said) == (0, True)
    run("complaint", "abandon", 1, "--why", "w", "--by", "t")
    head.write_text(text.replace("2031-05-04", str(gone)), "utf-8")
    code, said = run(*draft)
    assert (code, f"ended on {gone}; renew it" in said) == (1, True)


def test_cases_of_two_brands_are_two_complaints(run, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "w" / "brands" / "aurelia", tmp_path / "w" / "brands" / "zweite")
    (tmp_path / "one.csv").write_text("marketplace,url,title\nm,https://m.example/77,AURELIA 1:1 replica watch\n")
    run("check", tmp_path / "one.csv", "--save", "-o", tmp_path / "o.csv")
    lines = run("cases", "list", "--marketplace", "m")[1].splitlines()[1:]
    numbers = [line.split()[0] for line in lines]
    assert len(numbers) == 2
    run("cases", "decide", *numbers, "confirmed", "--why", "w", "--by", "t")
    code, said = run("complaint", "draft", "third_party", *numbers, "--set", "service=X", *HERE, "--by", "t")
    assert (code, "one complaint for each brand" in said) == (2, True)
    for number in numbers:
        assert run("complaint", "draft", "third_party", number, "--set", "service=X", *HERE, "--by", "t")[0] == 0
    (tmp_path / "w" / "brands" / "zweite" / "brand.toml").write_text('name = "Zweite"\nowner = 7\n')
    sound, broken = sorted((1, 2), key=lambda number: "brand zweite" in run("complaint", "show", number)[1])
    run("complaint", "abandon", sound, "--why", "w", "--by", "t")
    first, second = (
        ("complaint", "draft", "third_party", numbers[one - 1], "--set", "service=X", *HERE, "--by", "t")
        for one in (sound, broken)
    )
    code, said = run(*first)
    assert (code, said.count("the dossier of zweite cannot be read")) == (0, 1), "another's dossier stops nobody"
    assert ("brand.toml" in said, "owner" in said) == (True, True), "file and key are named"
    code, said = run(*second)
    assert (code, "brand.toml" in said, "owner" in said) == (2, True, True)
    code, said = run("complaint", "due")
    assert (code, said.count("the dossier of zweite cannot be read, and others go on")) == (0, 1)
    assert said.count("look again before you file it, the dossier of zweite cannot be read") == 1
    assert "complaint 3: file it through third_party" in said
    assert run("complaint", "list")[0] == 0


def test_channels_say_their_grounds_and_what_carries_them(run) -> None:
    said = run("complaint", "channels")[1]
    assert "  on the ground trademark, which is carried by text_match counterfeit_words, " in said
    assert "  for amazon.com, amazon.ca" in said
    authority = said.split("market_authority:")[1].split("mercadolibre_bpp:")[0]
    assert "on the ground counterfeit" in authority
    assert "on the ground copyright" not in authority


@pytest.mark.parametrize(
    ("name", "meant"),
    [("amazon", "amazon_rav"), ("Alibaba", "alibaba_ipp"), ("ebay", "ebay_vero"), ("mail", ""), ("leter", "letter"),
     ("vero", "ebay_vero")],
)  # fmt: skip
def test_a_channel_that_may_be_meant_is_named(run, name: str, meant: str) -> None:
    code, said = run("complaint", "channels", name)
    assert (code, f"is {meant} meant?" in said, "meant?" in said) == (2, bool(meant), bool(meant)), said


def test_confirmed_cases_that_nobody_complained_of_are_due(run, tmp_path: Path) -> None:
    assert run("complaint", "due")[1] == ""
    first, second = confirm(run, "text_match"), confirm(run, "photo_match")
    both = ", ".join(sorted({first, second}, key=int))
    said = run("complaint", "due")[1]
    assert f"aurelia: 2 confirmed cases have no complaint yet ({both}); make one: monitor complaint draft" in said
    assert run("complaint", "draft", "third_party", first, "--set", "service=X", *HERE, "--by", "t")[0] == 0
    assert f"aurelia: a confirmed case has no complaint yet ({second}); make one" in run("complaint", "due")[1]
    code, said = run("complaint", "draft", "third_party", first, "--set", "service=X", *HERE, "--by", "t")
    assert (code, "file it (monitor complaint submit 1 " in said, "wait for its answer" in said) == (2, True, False)
    run("complaint", "submit", 1, "--reference", "R", *LOOKED, "--by", "t")
    code, said = run("complaint", "draft", "third_party", first, "--set", "service=X", *HERE, "--by", "t")
    assert (code, "wait for its answer (monitor complaint answer 1 " in said, "abandon" in said) == (2, True, False)
    run("cases", "decide", second, "dismissed", "--why", "w", "--by", "t")
    assert "no complaint yet" not in run("complaint", "due")[1]


def test_an_international_mark_is_to_be_looked_up(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    head = tmp_path / "w" / "brands" / "aurelia" / "brand.toml"
    head.write_text(head.read_text("utf-8").replace('"CNIPA"', '"WIPO"'), "utf-8")
    given = [part for name in ("authority", "reported_name", "reported_licence", "reported_address")
             for part in ("--set", f"{name}=x")]  # fmt: skip
    (tmp_path / "parcel.txt").write_text("parcel")
    given += ["--attach", str(tmp_path / "parcel.txt"), "--set", "country=CN"]
    code, said = run("complaint", "draft", "market_authority", case, *given, "--by", "t")
    assert (code, f"evidence of what is reported of case {case} (monitor evidence capture {case})" in said) == (1, True)
    seal(tmp_path / "w" / "evidence", {"page.html": b"x"}, case=int(case), kind="capture", by="t",
         at=datetime(2026, 5, 3, tzinfo=UTC), note="", shows="listing")  # fmt: skip
    code, said = run("complaint", "draft", "market_authority", case, *given, "--by", "t")
    assert (code, "designates CN" in said) == (0, True)


def test_a_split_draft_makes_all_or_none(run, tmp_path: Path) -> None:
    (tmp_path / "two.csv").write_text(
        "marketplace,url,title,seller_id\nm,https://m.example/1,AURELIA 1:1 replica watch,s1\n"
        "m,https://m.example/2,AURELIA 1:1 replica watch,s2\n"
    )
    run("check", tmp_path / "two.csv", "--save", "-o", tmp_path / "o.csv")
    numbers = [line.split()[0] for line in run("cases", "list", "--marketplace", "m")[1].splitlines()[1:]]
    run("cases", "decide", *numbers, "confirmed", "--why", "w", "--by", "t")
    draft = ("complaint", "draft", "letter", *numbers, *HERE, "--by", "t")
    code, said = run(*draft)
    assert (code, "seller (seller of the listing" in said) == (1, True)
    code, said = run(*draft, "--split", "--set", "pdf=perhaps")
    assert (code, (tmp_path / "w" / "complaints").exists()) == (1, False)
    code, said = run(*draft, "--split")
    assert (code, said.count("on the ground trademark")) == (0, 2)
    assert len(list((tmp_path / "w" / "complaints").iterdir())) == 2


def test_a_full_disk_in_the_middle_of_a_split_leaves_nothing(run, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "two.csv").write_text(
        "marketplace,url,title,seller_id\nm,https://m.example/1,AURELIA 1:1 replica watch,s1\n"
        "m,https://m.example/2,AURELIA 1:1 replica watch,s2\n"
    )
    run("check", tmp_path / "two.csv", "--save", "-o", tmp_path / "o.csv")
    numbers = [line.split()[0] for line in run("cases", "list", "--marketplace", "m")[1].splitlines()[1:]]
    run("cases", "decide", *numbers, "confirmed", "--why", "w", "--by", "t")
    write, written = packages.write_package, []

    def full(target: Path, files: dict[str, bytes]) -> str:
        written.append(target)
        if len(written) > 1:
            raise WorkFailedError(f"{target}: cannot be written: No space left on device")
        return write(target, files)

    monkeypatch.setattr(packages, "write_package", full)
    code, said = run("complaint", "draft", "letter", *numbers, *HERE, "--split", "--by", "t")
    assert (code, "No space left" in said) == (1, True)
    assert list((tmp_path / "w" / "complaints").iterdir()) == []
    (line,) = run("complaint", "due")[1].splitlines()
    assert line.startswith("aurelia: 2 confirmed cases have no complaint yet"), "and no complaint was begun"
    monkeypatch.undo()
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    assert run("complaint", "draft", "letter", *numbers, *HERE, "--split", "--by", "t")[0] == 0


def test_a_draft_that_was_killed_is_told_and_given_up(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    code = f"""
import os, signal, sys
from monitor import packages
from monitor import packages
from monitor.cli import main
from monitor.errors import WorkFailedError
from monitor.evidence.seal import seal
write = packages.write_package
def killed(target, files):
    write(target, files)
    os.kill(os.getpid(), signal.SIGKILL)
packages.write_package = killed
main({list(draft)!r})
"""
    died = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert "complaint 1: its draft was interrupted" in run("complaint", "due")[1]
    assert run("complaint", "show", 1)[0] == 0
    assert run("complaint", "submit", 1, "--reference", "R", "--by", "t")[0] != 0
    code, said = run(*draft)
    assert (code, "monitor complaint abandon 1" in said) == (2, True)
    assert run("complaint", "abandon", 1, "--why", "interrupted", "--by", "t")[0] == 0
    assert run(*draft)[0] == 0
    (package,) = (tmp_path / "w" / "complaints").glob(f"*{packages_of(tmp_path)[2]}")
    (row,) = csv.DictReader((package / "links.csv").read_text("utf-8-sig").splitlines())
    assert row["complaint"] == "2"


def packages_of(tmp_path: Path) -> dict[int, str]:
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database:
        return dict(database.execute("SELECT id, package FROM complaint").fetchall())


def test_what_was_really_sent_is_sealed(run, tmp_path: Path) -> None:
    """A person edited the letter: the history and the evidence hold what went out, not the draft."""
    case = confirm(run, "text_match")
    run("complaint", "draft", "letter", case, *HERE, "--set", "pdf=no", "--by", "t")
    (tmp_path / "edited.txt").write_text("Dear Sir, as agreed by phone ...", "utf-8")
    code, said = run("complaint", "submit", 1, "--sent", tmp_path / "none.txt", *LOOKED, "--by", "t")
    assert (code, "none.txt: is missing" in said) == (2, True)
    assert run("complaint", "submit", 1, "--sent", tmp_path / "edited.txt", *LOOKED, "--by", "t")[0] == 0
    (package,) = (tmp_path / "w" / "evidence" / "packages").iterdir()
    assert (package / "files" / "edited.txt").read_text("utf-8").startswith("Dear Sir, as agreed")
    digest = hashlib.sha256((package / "files" / "edited.txt").read_bytes()).hexdigest()
    assert f"sent was edited.txt, SHA-256 {digest}" in run("complaint", "show", 1)[1]
    assert "evidence sealed, correspondence, by t" in run("cases", "show", case)[1]
    assert run("evidence", "verify")[0] == 0
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    assert (code, "stays here" in said, "NO SEALED EVIDENCE" in said) == (0, True, True)


def test_an_answer_is_of_several_cases_at_once(run) -> None:
    cases = [case_with(run, flag) for flag in ("text_match", "photo_match")]
    assert len(set(cases)) == 2
    for case in cases:
        run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    run("complaint", "draft", "letter", cases[0], *HERE, "--set", "pdf=no", "--by", "t")
    code, said = run("complaint", "answer", 1, "settled", "--case", cases[0], 999, "--by", "t")
    assert (code, "is submitted" in said or "is draft" in said) == (2, True)
    run("complaint", "submit", 1, *LOOKED, "--by", "t")
    code, said = run("complaint", "answer", 1, "settled", "--case", cases[0], 999, "--by", "t")
    assert (code, "case 999 is none of complaint 1" in said) == (2, True)


def test_a_file_of_answers_counts_once_and_names_links(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    run("complaint", "submit", 1, "--reference", "R", *LOOKED, "--by", "t")
    file = tmp_path / "answers.csv"
    file.write_text("complaint,case_id,answer,text\n1,,question,more?\n", encoding="utf-8")
    imported = ("complaint", "answer", "--import", file, "--by", "t")
    assert run(*imported)[0] == 0
    assert run("complaint", "reply", 1, "--text", "sent", "--by", "t")[0] == 0
    shown = run("complaint", "show", 1)
    assert run(*imported) == (0, "Complaint 1: question, recorded before; left as it is.\n")
    assert run("complaint", "show", 1) == shown
    file.write_text(f"complaint,case_id,answer,text\n1,,question,more?\n1,{case},upheld,gone\n", encoding="utf-8")
    assert run(*imported)[0] == 0
    assert ", upheld, " in run("cases", "show", case)[1]
    assert run(*imported)[0] == 0
    assert run("complaint", "answer", "--import", file, "--case", case, "--by", "t")[0] == 2


def test_a_wrong_answer_is_corrected(run) -> None:
    case = confirm(run, "text_match")
    run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    run("complaint", "submit", 1, "--reference", "R", *LOOKED, "--by", "t")
    run("complaint", "answer", 1, "upheld", "--by", "t")
    code, said = run("complaint", "correct", 1, "rejected", "--why", "of another", "--by", "u")
    assert (code, said.splitlines()[0]) == (0, "Complaint 1: corrected to rejected; it is rejected now.")
    assert said.splitlines()[1].startswith("Note: before this step came upheld, by t on ")
    assert "0 upheld, 1 rejected" in run("complaint", "list")[1]
    page = run("cases", "show", case, "--timeline")[1]
    for part in ("third_party: upheld, by t", "upheld → rejected, by complaint 1", "third_party: correction, by u",
                 "upheld → rejected: of another"):  # fmt: skip
        assert part in page


def test_what_was_dismissed_or_gone_meanwhile_is_told(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    run(*draft)
    said = run("cases", "decide", case, "dismissed", "--why", "ours after all", "--by", "u")[1]
    assert "was confirmed by t on" in said
    assert f"complaint 1, a draft, is about case {case} and cannot be filed now" in said
    said = run("complaint", "due")[1]
    assert f"complaint 1: do not file it, case {case} is dismissed; withdraw it: monitor complaint abandon 1" in said
    assert "file it through" not in said
    run("cases", "decide", case, "candidate", "--why", "w", "--by", "t")
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    run("complaint", "submit", 1, "--reference", "R", *LOOKED, "--by", "t")
    code, said = run("cases", "decide", case, "withdrawn", "--why", "ours after all", "--by", "t")
    assert (code, f"then: monitor complaint answer 1 withdrawn --case {case}" in said) == (2, True)
    assert run("complaint", "answer", 1, "withdrawn", "--case", case, "--by", "t")[0] == 0
    assert run("complaint", "due")[1] == ""
    run("cases", "decide", case, "candidate", "--why", "w", "--by", "t")
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute("UPDATE listing SET removed_at = '2026-05-20 00:00:00'")
    code, said = run(*draft)
    assert (code, "Warning: case" in said, "its listing was found gone on 2026-05-20" in said) == (0, True, True)


def read_later(tmp_path: Path, case: str, record: str, *, flagged: bool) -> None:
    """A later observation of a case's listing, whose record is SQL over that of the last one (`o.record`)."""
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute(f"""INSERT INTO observation (listing_id, observed_at, digest, record, brands)
            SELECT o.listing_id, '2099-05-20 00:00:00.000000', 'later', {record}, o.brands FROM observation o
            JOIN "case" c ON c.last_observation_id = o.id WHERE c.id = {case}""")
        if flagged:
            (number,) = database.execute("SELECT max(id) FROM observation").fetchone()
            (before,) = database.execute(f'SELECT last_observation_id FROM "case" WHERE id = {case}').fetchone()
            for table in ("sighting", "flag"):
                database.execute(f"UPDATE {table} SET observation_id = {number} WHERE observation_id = {before}")
            seen = f"last_observation_id = {number}, last_seen = '2099-05-20 00:00:00.000000'"
            database.execute(f'UPDATE "case" SET {seen} WHERE id = {case}')


def test_what_a_later_read_does_not_find_any_more_is_not_alleged(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    assert run(*draft)[0] == 0
    read_later(tmp_path, case, "o.record", flagged=False)
    gone = f"what is alleged of case {case} was not there any more when it was read on 2099-05-20"
    assert (
        f"complaint 1: look again before you file it, {gone}: text_match (counterfeit_words)"
        in run("complaint", "due")[1]
    )
    submit = ("complaint", "submit", 1, "--reference", "R", "--by", "t")
    code, said = run(*submit)
    assert (code, gone in said, "--looked" in said) == (2, True, True)
    assert run(*submit, "--looked", "it is there, in the third picture")[0] == 0
    assert "it is there, in the third picture" in run("complaint", "show", 1)[1]
    assert "by the rule counterfeit_words, not raised any more when it was last read" in run("cases", "show", case)[1]
    code, said = run("complaint", "draft", "letter", *draft[3:4], *HERE, "--by", "t")
    assert "was read again on 2099-05-20, and was not flagged any more for text_match (counterfeit_words)" in said
    assert "it alleges nothing" in said or (code, "price_policing_forbidden" in said) == (2, True)


def test_the_newest_capture_counts_as_a_read(run, tmp_path: Path) -> None:
    """What our own sealed capture did not raise again is neither told nor filed, until the listing is read again."""
    case = confirm(run, "text_match")
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    submit = ("complaint", "submit", 1, "--reference", "R", "--by", "t")
    run(*draft)

    def captured(day: int, again: str, other_seller: str = "no", shows: str = "listing") -> None:
        flags = [{"kind": kind, "rule": rule, "again": again} for kind, rule in CARRIES]
        said = json.dumps({"flags": flags, "other_seller": other_seller}).encode()
        seal(tmp_path / "w" / "evidence", {"page.html": b"x", "crawl/comparison.json": said}, case=int(case),
             kind="capture", by="t", at=datetime(2098, 5, day, tzinfo=UTC), note="", shows=shows)  # fmt: skip

    captured(1, "NOT raised again", shows="goods")
    assert "file it through third_party" in run("complaint", "due")[1], "it is not sure that it shows the listing"
    captured(2, "NOT raised again", shows="changed")
    lost = f"what is alleged of case {case} was not there any more when it was captured on 2098-05-02"
    assert f"look again before you file it, {lost}: text_match (counterfeit_words)" in run("complaint", "due")[1]
    code, said = run(*submit)
    assert (code, lost in said) == (2, True)
    run("complaint", "abandon", 1, "--why", "w", "--by", "t")
    code, said = run(*draft)
    assert (code, "was not there any more when the listing was last read or captured" in said) == (2, True)
    assert "monitor evidence capture" not in said
    captured(3, "raised again", other_seller="yes")
    code, said = run(*draft)
    assert (code, "somebody else sells there by the capture of 2098-05-03" in said) == (2, True)
    captured(4, "raised again")
    assert run(*draft)[0] == 0
    captured(5, "raised again", other_seller="yes")
    assert f"somebody else sells where case {case} was, by the capture of 2098-05-05" in run("complaint", "due")[1]
    read_later(tmp_path, case, "o.record", flagged=True)
    assert "file it through third_party" in run("complaint", "due")[1], "it was read again since"


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ("evidence = replace(evidence, 'AURELIA', 'CORONETTA')", "text_match (counterfeit_words) of AURELIA"),
        ("observation_id = (SELECT min(observation_id) FROM flag) WHERE rule = 'disguise'", "(disguise)"),
        ("severity = severity", ""),
    ],
)
def test_each_thing_that_a_draft_alleges_is_compared_with_the_last_read(
    run, tmp_path: Path, change: str, lost: str
) -> None:
    """Another mark, or one of two flags: the ground is there all the same."""
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    read_later(tmp_path, case, "o.record", flagged=True)
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute(f"UPDATE flag SET {change}")
    assert (f"what is alleged of case {case} was not there any more" in run("complaint", "due")[1]) is (lost != "")
    code, said = run("complaint", "submit", 1, "--reference", "R", "--by", "t")
    assert (code, lost in said) == (2 if lost else 0, True)


def test_a_draft_that_names_another_seller_is_not_filed_unseen(run, tmp_path: Path) -> None:
    case = confirm(run, "text_match")
    run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    read_later(tmp_path, case, "json_set(o.record, '$.seller_id', 'other', '$.seller_name', 'Other')", flagged=True)
    code, said = run("complaint", "submit", 1, "--reference", "R", "--by", "t")
    assert code == 2
    assert "when it was drafted, and Other on" in said


DENIALS = (
    "none, the watch is genuine", "None.", "正品", "the strap is not ours; nothing", "No difference found", "we found nothing",
    "The watch is genuine and nothing differs", "not a counterfeit", "appears genuine", "it's genuine", "pending", "?", "-",
    "not yet examined", "kein Unterschied feststellbar", "Ware ist echt", "与正品一致", "没有不同", "aucune différence constatée",
    "no differences found so far", "to be examined; tbd", "ningún cambio", "未发现差异", "没有发现任何差异", "未见差异", "未发现不同之处",
    "经鉴定为真品", "真货", "差異なし", "相違点なし", "偽物ではない", "нет различий", "подлинный", "no", "none found", "no deviations found",
    "zero differences", "no anomalies", "Passed inspection", "indistinguishable from ours", "Originalware aus Parallelimport",
    "keine Auffälligkeiten", "kein Befund", "Produit conforme", "It is one of ours", "our own goods, grey market", "parallel import",
    "unauthorised seller", "sold below floor price", "price too low", "cheaper", "see attached report",
    "Differences: none", "Difference found: none", "Result of examination: genuine", "Lab result - authentic", "Befund: keine Abweichung",
    "Ergebnis der Prüfung: echt", "鉴定结论：真品", "与正品的区别：无", "Résultat : authentique", "Esito: originale", "Resultado: auténtico",
    "Tested by QA on 20 Nov: passed", "Genuine. Outer carton damaged in transit.",
)  # fmt: skip
FINDINGS = {
    "wrong movement": False, "not yet examined; wrong movement": True, "none of the screws are ours": False, "serial number unknown to us, no hologram": False,
    "the dial is not original": True, "genuine: hologram; ours: none": True, "no difference in weight, wrong movement": True,
    "no difference but the serial number": True, "the box is genuine, the movement is not": True, "机芯不同": False,
    "Hallmark: none": True, "Lab result: not authentic": True, "Result: the stamp is printed": False, "Original: brass handle. This: zinc": True,
    "We could not find any difference to our own goods": True, "It is one of ours, an old 2019 batch; only the box is newer": True,
    "Stamp OK, weight OK, rivets OK": True, "Checked against sample 4711, all marks present and correct": True, "是正品，只是包装旧了": True,
    "lab says it came from our line": True, "Looks identical at first sight, yet the rivets are plated iron and the magnet sticks": True,
    "Compared by our quality department with three samples of the same lot the pan is genuine in every respect": True, "Befund: Stempel fehlt": False,
    "the movement is another one, the hologram is printed, and the serial number is unknown to our books of genuine goods": False,
}  # fmt: skip
"""What says that something differs, and whether a person is asked to read it."""


def test_what_a_test_buy_does_not_show_is_told_or_refused() -> None:
    old = replace(PURCHASE, bought_on=date(2019, 1, 1))
    made = draft("third_party", ground=Ground.COUNTERFEIT, test_buys=[old])
    marks = (replace(made.rights[0], classes=(14,)),)
    (classes, bought) = doubts(replace(made, rights=marks))
    assert "look whether trademark AURELIA (CNIPA 12345), class 14 covers the goods of case 1" in classes
    assert "made on 2019-01-01, and the listing of case 1 was first seen on 2026-05-01" in bought
    for differs in DENIALS:
        assert denies(differs), differs
    for differs, asks in FINDINGS.items():
        assert (denies(differs), bool(in_doubt(differs))) == (False, asks), differs
    assert any("so nothing says that it is a counterfeit" in said
               for said in unproven(replace(PURCHASE, differs="nothing: genuine"), ("s1",), DAY))  # fmt: skip


def test_a_counter_notice_in_china_is_not_met_by_a_reply(run, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(
        "marketplace,url,title,seller_id\ntaobao,https://item.taobao.com/item.htm?id=1,AURELIA 1:1 replica watch,s1\n"
    )
    run("check", tmp_path / "one.csv", "--save", "-o", tmp_path / "o.csv")
    case = run("cases", "list", "--marketplace", "taobao")[1].splitlines()[1].split()[0]
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    given = ("--set", "complaint_reason=x", "--right", "AURELIA")
    assert run("complaint", "draft", "alibaba_ipp", case, *given, "--by", "t")[0] == 0
    run("complaint", "submit", 1, "--reference", "R", *LOOKED, "--by", "t")
    run("complaint", "answer", 1, "counter_notice", "--by", "t")
    run("complaint", "answer", 1, "question", "--by", "t")
    code, said = run("complaint", "reply", 1, "--text", "sent", "--by", "t")
    assert (code, "still to be done by us" in said, "complain to an authority or sue" in said) == (0, True, True)
    number = said.split("(deadline ")[1].split(")")[0]
    said = run("complaint", "due")[1]
    assert "we must complain to an authority or sue, and tell the platform" in said
    assert f"then: monitor complaint done 1 {number} --how" in said
    assert "alibaba_ipp must decide" in run("complaint", "show", 1)[1]
    assert run("complaint", "done", 1, number, "--how", "1 O 23/26", "--by", "t")[0] == 0
    assert "sue" not in run("complaint", "due", "--days", 30)[1]
    assert f"deadline {number}: we must complain" in run("complaint", "show", 1)[1]


def test_a_photo_waits_for_who_sells(run, tmp_path: Path) -> None:
    """No complaint, and no letter that accuses, until the page was read with its seller; then one as of any other."""
    photo = tmp_path / "w" / "brands" / "aurelia" / "photos" / "meridian-40.png"
    for number, seller in enumerate(("", "s99")):
        file = tmp_path / f"{number}.csv"
        file.write_text(
            "marketplace,url,title,seller_id,images,observed_at\n"
            f"jd,https://item.jd.com/27.html,Wrist watch,{seller},{photo},2026-05-0{number + 1}T10:00:00Z\n"
        )
        run("check", file, "--brand", "aurelia", "--save", "-o", tmp_path / "o.csv")
        case = run("cases", "list", "--marketplace", "jd")[1].splitlines()[1].split()[0]
        if not seller:
            run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
        elif bare := run("complaint", "draft", "jd", case, "--by", "t"):
            assert (bare[0], f"evidence that shows what is alleged of case {case}" in bare[1]) == (1, True)
            seal(tmp_path / "w" / "evidence", {"page.html": b"x"}, case=int(case), kind="capture", by="t",
                 at=datetime(2026, 5, 3, tzinfo=UTC), note="", shows="listing")  # fmt: skip
        code, said = run("complaint", "draft", "jd", case, "--by", "t")
        assert (code, "have it read with its seller" in said) == ((0, False) if seller else (2, True))
    assert "does not say who sells" not in run("cases", "show", case)[1]


def test_a_photo_that_was_replaced_is_alleged_only_by_what_was_sealed_before(run, tmp_path: Path) -> None:
    photo = tmp_path / "w" / "brands" / "aurelia" / "photos" / "meridian-40.png"
    file = tmp_path / "l.csv"
    file.write_text(
        "marketplace,url,title,seller_id,images,observed_at\n"
        f"jd,https://item.jd.com/27.html,Wrist watch,s99,{photo},2026-05-01T10:00:00Z\n"
    )
    run("check", file, "--brand", "aurelia", "--save", "-o", tmp_path / "o.csv")
    case = run("cases", "list", "--marketplace", "jd")[1].splitlines()[1].split()[0]
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")

    def captured(day: int, again: str) -> Path:
        flags = [{"kind": "photo_match", "rule": "own_photo", "again": again}]
        files = {"page.html": b"x", "crawl/comparison.json": json.dumps({"flags": flags}).encode()}
        return seal(tmp_path / "w" / "evidence", files, case=int(case), kind="capture", by="t",
                    at=datetime(2026, 5, day, tzinfo=UTC), note="", shows="listing")  # fmt: skip

    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", "--by", "t")
    captured(2, "NOT raised again: another picture stands where the photo was")
    code, said = run(*draft)
    assert (code, "replaced or taken away" in said, f"monitor evidence capture {case}" in said) == (2, True, True)
    captured(3, "raised again")
    assert run(*draft)[0] == 0
    captured(4, "NOT raised again: another picture stands where the photo was")
    assert "look again before you file it" in run("complaint", "due")[1]
    run("complaint", "abandon", 1, "--why", "w", "--by", "t")
    code, said = run(*draft)
    assert (code, "was replaced since the sealed capture of 2026-05-03 00:00 UTC" in said) == (0, True)
    (package,) = (tmp_path / "w" / "complaints" / name for number, name in packages_of(tmp_path).items() if number == 2)
    assert "captured and sealed on 2026-05-03 00:00 UTC; the picture was replaced since" in (
        package / "links.csv"
    ).read_text(encoding="utf-8-sig")
    told = "was replaced since the sealed capture of 2026-05-03 00:00 UTC"
    assert f"warning    case {case}: the brand's photo {told}" in run("complaint", "show", 2)[1], "it is kept"
    code, said = run("complaint", "submit", 2, "--reference", "R", "--by", "t")
    assert (code, "--looked" in said) == (2, True)
    captured(5, "raised again")
    run("complaint", "abandon", 2, "--why", "w", "--by", "t")
    assert "was replaced" not in run(*draft)[1]


def sealed_capture(folder: Path, case: object) -> None:
    """A capture that shows a case's listing, and compares nothing."""
    seal(folder / "w" / "evidence", {"page.html": b"x"}, case=int(str(case)), kind="capture", by="t",
         at=datetime(2026, 5, 1, tzinfo=UTC), note="", shows="listing")  # fmt: skip


@pytest.mark.parametrize("channel", ["third_party", "letter"])
def test_what_no_capture_shows_is_looked_at_before_it_is_filed(run, tmp_path: Path, channel: str) -> None:
    case = confirm(run, "text_match")
    given = ("--set", "service=X") if channel == "third_party" else ()
    run("complaint", "draft", channel, case, *given, *HERE, "--by", "t")
    submit = ("complaint", "submit", 1, "--reference", "R", "--by", "t")
    code, said = run(*submit)
    bare = f"NO SEALED CAPTURE shows the page of case {case} (monitor evidence capture {case})"
    assert (code, bare in said, "--looked" in said) == (2, True, True)
    assert run("complaint", "show", 1)[1].count("submitted") == 0
    if channel == "letter":
        assert run(*submit, *LOOKED)[0] == 0
        assert "the page shows it" in run("complaint", "show", 1)[1]
    else:
        sealed_capture(tmp_path, case)
        assert run(*submit)[0] == 0


def test_a_letter_that_only_asks_needs_no_capture(run, tmp_path: Path) -> None:
    case = confirm(run, "low_price")
    register = tmp_path / "w" / "brands" / "aurelia" / "rights" / "register.toml"
    register.write_text(register.read_text("utf-8").replace('price_policing_forbidden = ["EU"]', ""), "utf-8")
    run("complaint", "draft", "letter", case, *HERE, "--by", "t")
    assert run("complaint", "submit", 1, "--by", "t")[0] == 0


def test_one_channel_is_shown_whole(run) -> None:
    every, (code, said) = run("complaint", "channels")[1], run("complaint", "channels", "letter")
    assert (code, said in every, said.startswith("letter: ")) == (0, True, True)
    assert [line for line in said.splitlines() if not line.startswith("  ")] == [said.splitlines()[0]]
    assert run("complaint", "channels", "nowhere") == (2, run("complaint", "channels", "nowhere")[1])


def test_a_mark_that_does_not_count_there_is_told(run, tmp_path: Path) -> None:
    brand = tmp_path / "w" / "brands" / "aurelia" / "brand.toml"
    again = '[[trademark]]\ntext = "AURELIA"\nregistration = "018000000"\noffice = "EUIPO"\n\n'
    text = brand.read_text("utf-8")
    brand.write_text(text.replace("[[trademark]]", f"{again}[[trademark]]", 1), "utf-8")
    case = confirm(run, "text_match")
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t")
    told = f"of which the flags of case {case} speak: it does not count in CN"
    assert (code, told in said) == (0, True), said
    assert "018000000" in next(line for line in said.splitlines() if told in line)


def test_a_case_shows_the_store_that_a_complaint_may_name(run, tmp_path: Path) -> None:
    row = json.loads(LISTINGS.read_text("utf-8").splitlines()[0])
    file = tmp_path / "l.jsonl"
    file.write_text(
        json.dumps({**row, "title": "AURELIA 1:1 replica", "seller_url": "https://s9.shop.example/"}), "utf-8"
    )
    run("check", file, "--save", "-o", tmp_path / "o.csv")
    case = next(
        line.split()[0] for line in run("cases", "list", "--flag", "text_match")[1].splitlines()[1:]
        if "https://s9.shop.example/" in run("cases", "show", line.split()[0])[1]
    )  # fmt: skip
    assert "store        https://s9.shop.example/" in run("cases", "show", case)[1]
