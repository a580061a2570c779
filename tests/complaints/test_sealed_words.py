"""What a colleague sealed about a case is read before a complaint about it goes out."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.evidence.seal import seal
from tests.complaints.complaint_world import SEEN, picture
from tests.complaints.test_complaint_command import (  # noqa: F401
    HERE,
    confirm,
    drafted_on,
    judged,
    run,
    sealed_capture,
)
from tests.complaints.test_taken_back import SUBMIT, SURE, bought

GENUINE = "The bag of order A-3 is genuine after all, says Ms Weber"
DRAFT = ("complaint", "draft", "third_party", "--set", "service=X", *HERE, "--by", "t")


@pytest.mark.parametrize("kind", ["note", "certificate", "photo", "purchase"])
@pytest.mark.parametrize("without", [False, True])
def test_what_was_sealed_of_a_case_is_quoted_when_it_is_drafted(
    run,  # noqa: F811
    tmp_path: Path,
    kind: str,
    *,
    without: bool,
) -> None:
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    (tmp_path / "p.png").write_bytes(picture("red"))
    as_it_is = ("--incomplete",) * (kind == "purchase")
    run("evidence", "add", case, "--kind", kind, *as_it_is, "--note", GENUINE, "--by", "ana", tmp_path / "p.png")
    code, said = run(*DRAFT, case, *(["--no-evidence"] * without))
    stays = without or kind in ("note", "purchase")
    told = f"by ana {'stays here' if stays else 'goes along'}, and says: {GENUINE}"
    quoted = f"which shows, says ana, '{GENUINE}'" if kind == "photo" and not stays else told
    assert (code, quoted in said) == (0, True), said
    if quoted is told:
        assert f"Warning: case {case}: the {kind} of 20" in said
        assert told in run("complaint", "show", 1)[1]
        assert "since the draft" not in run("complaint", "due")[1]
        code, said = run(*SUBMIT)
        assert (code, f"Warning of the draft: case {case}: the {kind} of 20" in said, told in said) == (0, True, True)


def test_who_says_that_he_is_sure_has_read_the_notes(run, tmp_path: Path) -> None:  # noqa: F811
    case = bought(run, tmp_path)
    run("complaint", "abandon", 1, "--why", "w", "--by", "t")
    run("evidence", "add", case, "--kind", "note", "--note", GENUINE + "\u202e" + "!" * 700, "--by", "ana")
    run(
        "evidence",
        "add",
        case,
        "--kind",
        "purchase",
        "--order",
        "A-3",
        "--incomplete",
        "--note",
        "sent to the lab",
        "--by",
        "ana",
    )
    code, said = run(*DRAFT, case, "--test-buy", f"{case}:A-3")
    assert (code, f"says: {GENUINE}" in said, "characters more in case-" in said) == (2, True, True), said
    assert "the purchase of order A-3 of 20" in said
    assert "goes along, and says: sent to the lab" in said
    assert "\u202e" not in said
    code, said = run(*DRAFT, case, "--test-buy", f"{case}:A-3", *SURE)
    assert (code, said.count(f"says: {GENUINE}")) == (0, 1), said


def _note(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    run("evidence", "add", case, "--kind", "note", "--note", GENUINE, "--by", "ana")


def _paper(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    run("evidence", "add", case, "--kind", "certificate", "--by", "ana", tmp_path / "p.png")


def _paper_of(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    (tmp_path / "p.png").write_bytes(picture("red"))
    _paper(run, tmp_path, case)


def _purchase(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    run(
        "evidence",
        "add",
        case,
        "--kind",
        "purchase",
        "--order",
        "A-4",
        "--incomplete",
        "--differs",
        "only the strap",
        "--by",
        "ana",
    )


def _broken(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    _note(run, tmp_path, case)
    (package,) = (tmp_path / "w" / "evidence" / "packages").glob(f"case-{case}-note-*")
    (package / "about.json").write_text("{}")


def _gone(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    (package,) = (tmp_path / "w" / "evidence" / "packages").glob(f"case-{case}-photo-*")
    shutil.rmtree(package)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_note, f"was sealed, which says: {GENUINE}"),
        (_paper, "was sealed, which says nothing in words, look at what "),
        (_purchase, "since the draft a purchase of order A-4 of 20"),
        (_broken, "and is not as it was sealed"),
        (_gone, "which was sealed before the draft, is not there any more"),
    ],
)
def test_what_was_sealed_since_the_draft_is_looked_at(
    run,  # noqa: F811
    tmp_path: Path,
    change: Callable[..., None],
    said: str,
) -> None:
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    (tmp_path / "p.png").write_bytes(picture("red"))
    run("evidence", "add", case, "--kind", "photo", "--note", "the box", "--by", "t", tmp_path / "p.png")
    assert run(*DRAFT, case)[0] == 0
    drafted_on(tmp_path, "2030-01-01 12:00:00")  # which clock is right does not matter
    change(run, tmp_path, case)
    told = run("complaint", "due")[1]
    assert ("look again before you file it, " in told, said in told) == (True, True), told
    assert said in run("complaint", "show", 1)[1]
    drafted_on(tmp_path, "2026-05-04 12:00:00")
    code, told = run(*SUBMIT)
    assert (code, said in told, "--looked" in told) == (2, True, True), told
    assert run(*SUBMIT, "--looked", "the lab speaks of another bag")[0] == 0


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("", "complaint 1 (submitted): since the draft a note"),
        ("upheld", "complaint 1 (upheld): since the draft a note"),
        ("rejected", ""),
    ],
)
def test_what_was_sealed_since_the_filing_is_told_until_somebody_looked(
    run,  # noqa: F811
    tmp_path: Path,
    answer: str,
    then: str,
) -> None:
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    assert run(*DRAFT, case)[0] == 0
    assert run(*SUBMIT)[0] == 0
    if answer:
        assert run("complaint", "answer", 1, answer, "--by", "t")[0] == 0
    drafted_on(tmp_path, "2030-01-01 12:00:00")  # which clock is right does not matter
    assert run("complaint", "looked", 1, "--why", "it was all the same", "--by", "t")[0] == 2
    _note(run, tmp_path, case)
    told, shown = run("complaint", "due")[1], run("complaint", "show", 1)[1]
    assert (then in told, GENUINE in told, GENUINE in shown) == (True, bool(then), bool(then)), told
    if not then:
        return
    assert "withdrawn" in told
    assert "monitor complaint looked 1 --why" in told
    code, said = run("complaint", "looked", 1, "--why", "OK", "--by", "ana")
    assert (code, "--why 'OK' says nothing; say in a few words what you saw" in said) == (2, True), said
    code, said = run("complaint", "looked", 1, "--why", "it is about another bag", "--by", "ana")
    assert (code, f"says: {GENUINE}" in said) == (0, True), said
    shown = run("complaint", "show", 1)[1]
    assert (run("complaint", "due")[1], "now " in shown, "looked, by ana: it is about" in shown) == ("", False, True)
    _paper_of(run, tmp_path, case)
    assert "a certificate of 20" in run("complaint", "due")[1]


def test_what_was_looked_at_before_the_filing_is_no_news_after_it(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    run(*DRAFT, case)
    _note(run, tmp_path, case)
    code, told = run(*SUBMIT, "--looked", "ok")
    assert (code, "--looked 'ok' says nothing" in told) == (2, True), told
    assert run(*SUBMIT, "--looked", "the lab speaks of another bag")[0] == 0
    assert run("complaint", "due")[1] == ""
    assert run("complaint", "looked", 1, "--why", "it was all the same", "--by", "t")[0] == 2


def test_what_was_not_looked_at_before_the_filing_is_told_after_it(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    run(*DRAFT, case)
    _note(run, tmp_path, case)
    assert run(*SUBMIT, "--although", "sent in the morning")[0] == 0
    assert "complaint 1 (submitted): since the draft a note" in run("complaint", "due")[1]


def test_nothing_was_filed_about_a_listing_before_it_was_seen(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    run(*DRAFT, case)
    earlier = (*SUBMIT, "--on", "2020-01-01", "--earlier", "by counsel's letter")
    code, said = run(*earlier)
    assert (code, f"the listing of case {case} was first seen on 20" in said) == (2, True), said
    assert run(*SUBMIT, "--about", "another")[0] == 2
    assert run(*earlier, "--about", "another listing of this seller")[0] == 0
    assert "by counsel's letter; about: another listing of this seller" in run("complaint", "show", 1)[1]


def test_captures_letters_and_other_cases_are_no_news(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    assert run(*DRAFT, case)[0] == 0
    for kind in ("capture", "correspondence"):
        seal(tmp_path / "w" / "evidence", {"page.html": b"x"}, case=int(case), kind=kind, by="t", at=SEEN, note="n",
             shows="listing")  # fmt: skip
    seal(tmp_path / "w" / "evidence", {}, case=99, kind="note", by="t", at=SEEN, note=GENUINE)
    assert run(*SUBMIT)[0] == 0
