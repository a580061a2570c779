"""From a saved listing to an upheld complaint, as a person does it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from monitor.cli import main
from tests.complaints.complaint_world import add_rights

LISTINGS = Path(__file__).parents[2] / "monitor" / "example" / "example-listings.jsonl"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the example's cases, which each test copies."""
    folder = tmp_path_factory.mktemp("judged") / "w"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MONITOR_DATABASE", raising=False)
        main(["init", str(folder)])
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
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", "--by", "t")
    assert code == 2
    assert "a complaint needs a confirmed one" in said
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    code, said = run("complaint", "draft", "third_party", case, "--by", "t")
    assert code == 1
    assert "service (" in said
    assert not (tmp_path / "w" / "complaints").exists()
    assert run("complaint", "draft", "third_party", case, "--set", "service=X", "--by", "t")[0] == 0
    assert "file it through third_party" in run("complaint", "due")[1]
    assert run("complaint", "answer", 1, "upheld", "--by", "t")[0] == 2
    code, said = run("complaint", "submit", 1, "--reference", "R-1", "--on", "2026-04-30", "--by", "t")
    assert (code, "clock" in said) == (2, True)
    drafted_on(tmp_path, "2026-04-30 12:00:00")
    assert run("complaint", "submit", 1, "--reference", "R-1", "--on", "2026-04-30", "--by", "t")[0] == 0
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
        given = ("--set", "service=X") if channel == "third_party" else ()
        assert run("complaint", "draft", channel, case, *given, "--by", "t")[0] == 0
        assert run("complaint", "submit", number, "--reference", "R", "--by", "t")[0] == 0
    run("complaint", "answer", 1, "rejected", "--by", "t")
    assert ", submitted, " in run("cases", "show", case)[1]
    run("complaint", "answer", 2, "rejected", "--by", "t")
    assert ", rejected, " in run("cases", "show", case)[1]


def test_prices_alone_are_refused(run) -> None:
    case = case_with(run, "low_price")
    run("cases", "decide", case, "confirmed", "--why", "w", "--by", "t")
    code, said = run("complaint", "draft", "third_party", case, "--set", "service=X", "--by", "t")
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
