"""What our own sealed evidence has taken back since a draft is not filed, and withdrawn where it was."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.complaints.complaint_world import picture
from tests.complaints.test_complaint_command import (  # noqa: F401
    HERE,
    LOOKED,
    confirm,
    judged,
    run,
    sealed_capture,
)

SURE = ("--sure", "a quartz movement, ours are automatic")
SUBMIT = ("complaint", "submit", 1, "--reference", "R", "--by", "t")
WHOLE = ("--order", "B-1", "--bought-on", "2026-05-02", "--price", "89", "--currency", "EUR")
GENUINE = "Nothing differs: the lab's first report was wrong, the bag is genuine"


def bought(run, tmp_path: Path) -> str:  # noqa: F811
    """A counterfeit that a test buy shows, drafted; its case."""
    case = confirm(run, "text_match")
    sealed_capture(tmp_path, case)
    (tmp_path / "parcel.png").write_bytes(picture("blue"))
    run("evidence", "add", case, "--kind", "purchase", "--order", "A-3", "--bought-on", "2026-05-02", "--price", "89",
        "--currency", "EUR", "--seller-id", "luxdeal77", "--differs", "no serial tag inside", "--by", "t",
        tmp_path / "parcel.png")  # fmt: skip
    draft = ("complaint", "draft", "third_party", case, "--set", "service=X", *HERE, "--by", "t", *SURE)
    code, told = run(*draft, "--test-buy", f"{case}:A-3")
    assert code == 0, told
    return case


def _denied(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    run("evidence", "add", case, "--kind", "purchase", "--order", "a-3", "--differs", GENUINE, "--by", "u")


def _another_seller(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    run("evidence", "add", case, "--kind", "purchase", "--order", "A-3", "--seller-id", "shop1", "--other-seller",
        "--note", "x")  # fmt: skip


def _lost(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    (package,) = (tmp_path / "w" / "evidence" / "packages").glob(f"case-{case}-purchase-*")
    shutil.rmtree(package)


def _changed(run, tmp_path: Path, case: str) -> None:  # noqa: F811
    (package,) = (tmp_path / "w" / "evidence" / "packages").glob(f"case-{case}-purchase-*")
    (package / "files" / "parcel.png").write_bytes(picture("red"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_denied, f"it says \"no serial tag inside; {GENUINE}\", so nothing says that it is a counterfeit"),
        (_another_seller, "was made from luxdeal77 / shop1, and the seller of case"),
        (_lost, "sealed evidence of the test buy A-3"),
        (_changed, "sealed evidence of the test buy A-3"),
    ],
)  # fmt: skip
def test_a_counterfeit_that_our_evidence_took_back_is_not_filed(
    run,  # noqa: F811
    tmp_path: Path,
    change: Callable[..., None],
    said: str,
) -> None:
    case = bought(run, tmp_path)
    assert "file it through third_party" in run("complaint", "due")[1]
    change(run, tmp_path, case)
    told = run("complaint", "due")[1]
    assert ("do not file it, no test buy shows a counterfeit" in told, said in told) == (True, True), told
    shown = run("complaint", "show", 1)[1]
    assert (said in shown, "; do not file it" in shown) == (True, True), shown
    code, told = run(*SUBMIT, *LOOKED)
    assert (code, said in told) == (2, True), told
    code, told = run(*SUBMIT, "--although", "sent by post in the morning")
    assert (code, "Warning: it was filed although no test buy shows" in told) == (0, True), told
    told = run("complaint", "due")[1]
    assert "put that right here, or withdraw it at third_party, then: monitor complaint answer 1 withdrawn" in told
    assert "complaint 1 was filed and should not have been (sent by post in the morning; no test buy" in told
    assert run("complaint", "answer", 1, "withdrawn", "--case", case, "--by", "t")[0] == 0
    assert run("complaint", "due")[1] == ""


def test_one_that_was_filed_is_to_be_withdrawn(run, tmp_path: Path) -> None:  # noqa: F811
    case = bought(run, tmp_path)
    assert run(*SUBMIT)[0] == 0
    assert run("complaint", "due")[1] == ""
    _denied(run, tmp_path, case)
    told = run("complaint", "due")[1]
    assert "no test buy shows a counterfeit in case" in told
    assert f"then: monitor complaint answer 1 withdrawn --case {case}" in told
    assert "put that right, or withdraw it" in run("complaint", "show", 1)[1]
    run("complaint", "answer", 1, "withdrawn", "--by", "t")
    assert (run("complaint", "due")[1], "no test buy" in run("complaint", "show", 1)[1]) == ("", False)


def test_an_upheld_one_that_was_wrong_is_to_be_withdrawn(run, tmp_path: Path) -> None:  # noqa: F811
    case = bought(run, tmp_path)
    run(*SUBMIT)
    run("complaint", "answer", 1, "upheld", "--by", "t")
    assert (run("complaint", "due")[1], "taken back" in run("complaint", "list")[1]) == ("", False)
    _denied(run, tmp_path, case)
    told, then = run("complaint", "due")[1], f"then: monitor complaint correct 1 withdrawn --case {case} --why ..."
    assert (
        "complaint 1 (third_party) was upheld, and no test buy shows a counterfeit" in told, "actionable" in told, then in told
    ) == (True, True, True), told  # fmt: skip
    assert run("cases", "decide", case, "candidate", "--why", "w", "--by", "t")[0] == 0
    code, told = run("cases", "decide", case, "dismissed", "--why", "the lab was wrong", "--by", "t")
    assert (code, f"complaint 1 about case {case} gave you right; where that was wrong" in told) == (0, True), told
    told = run("complaint", "due")[1]
    assert (told.count("\n"), "dismissed by t on" in told, "the lab was wrong; no test buy" in told) == (
        1,
        True,
        True,
    ), told
    assert "1 upheld, 0 rejected, 0 withdrawn, 0 found taken down, 0 relisted, 1 taken back here" in (
        listed := run("complaint", "list")[1]
    )
    assert "Warning: third_party: of 1 complaints that gave you right a case was taken back here" in listed
    assert f"case {case} is dismissed by t on" in run("complaint", "show", 1)[1]
    assert run("complaint", "correct", 1, "withdrawn", "--case", case, "--why", "told them", "--by", "t")[0] == 0
    assert run("complaint", "due")[1] == ""
    assert "taken back here" not in (listed := run("complaint", "list")[1])
    assert (
        "0 upheld, 0 rejected, 1 withdrawn, 0 found taken down, 0 relisted, 1 withdrawn after it was upheld" in listed
    )
    assert "Warning: third_party: 1 taken back after being upheld or settled; look at their reasons" in listed


def test_a_settled_letter_that_our_evidence_took_back_is_told(run, tmp_path: Path) -> None:  # noqa: F811
    case = bought(run, tmp_path)
    run(*SUBMIT)
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute("UPDATE complaint SET channel = 'letter', status = 'settled', ended_on = filed_on")
        database.execute("UPDATE complaint_case SET result = 'settled'")
    _denied(run, tmp_path, case)
    told = run("complaint", "due")[1]
    assert "complaint 1 (letter) was settled, and no test buy shows a counterfeit" in told, told
    assert "put that right, or withdraw it" in run("complaint", "show", 1)[1]


@pytest.mark.parametrize(
    ("status", "said"), [("draft", "nobody kept on which test buys"), ("submitted", "no test buy")]
)
def test_one_of_before_that_kept_no_test_buys_is_told_too(
    run,  # noqa: F811
    tmp_path: Path,
    status: str,
    said: str,
) -> None:
    case = bought(run, tmp_path)
    if status == "submitted":
        run(*SUBMIT)
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute("UPDATE complaint SET basis = json_remove(basis, '$.bought', '$.sealed')")
    assert said not in run("complaint", "due")[1] or status == "draft"
    _denied(run, tmp_path, case)
    assert said in run("complaint", "due")[1]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "without --order, --bought-on, --price, --currency, --seller-id proves nothing"),
        (("--order", "B-1", "--bought-on", "2026-05-02", "--seller-id", "luxdeal77"), "without --price, --currency pr"),
        ((*WHOLE, "--seller-id", "shop1"), "--seller-id shop1: the seller of case"),
        ((*WHOLE, "--seller-id", "LuxDeal77"), ""),
        (("--incomplete",), ""),
        ((*WHOLE, "--seller-id", "shop1", "--other-seller"), ""),
    ],
)
def test_what_could_not_be_counted_is_asked_before_it_is_sealed(
    run,  # noqa: F811
    tmp_path: Path,
    given: tuple[str, ...],
    said: str,
) -> None:
    case = confirm(run, "text_match")
    code, out = run("evidence", "add", case, "--kind", "purchase", "--note", "n", "--by", "u", *given)
    assert said in out
    packages = tmp_path / "w" / "evidence" / "packages"
    assert (code, packages.exists() and any(packages.iterdir())) == ((2, False) if said else (0, True))
    if not said and "--order" in given:
        more = ("evidence", "add", case, "--kind", "purchase", "--order", "b-1", "--differs", "the strap", "--by", "u")
        assert run(*more)[0] == 0, "what was sealed of the order before need not be said again"


def test_due_goes_on_with_a_letter_that_got_no_answer(run, tmp_path: Path) -> None:  # noqa: F811
    case = bought(run, tmp_path)
    run(*SUBMIT)
    with closing(sqlite3.connect(tmp_path / "w" / "monitor.db")) as database, database:
        database.execute("UPDATE complaint SET channel = 'letter'")
    assert (run("complaint", "answer", 1, "no_answer", "--by", "t")[0], "answer 1" in run("complaint", "due")[1]) == (
        0,
        False,
    )
    told = run("complaint", "due")[1]
    assert (told.count("\n"), f"(letter) got no answer, and nobody read the listing of case {case} since" in told) == (
        1,
        True,
    ), told
    assert "nobody read the listing" in run("complaint", "show", 1)[1]
    assert run("complaint", "answer", 1, "settled", "--text", "he wrote at last", "--by", "t")[0] == 0
    assert run("complaint", "due")[1] == ""
