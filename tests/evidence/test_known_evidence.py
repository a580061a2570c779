"""The database remembers what was sealed: a folder that is gone, older or another is told, and not begun silently."""

import shutil
from pathlib import Path

import pytest

from monitor.evidence.check import PACKAGES, verify
from tests.evidence.test_evidence import run
from tests.workspaces import leave_words


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace `w`, with two sealed notes about its first case, and its evidence when there was one."""
    folder = tmp_path_factory.mktemp("built")
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("MONITOR_DATABASE", raising=False)
        patched.setenv("MONITOR_WORKSPACE", str(folder / "w"))
        assert run("init", folder / "w") == 0
        leave_words(folder / "w")
        assert run("check", folder / "w" / "example-listings.jsonl", "--save", "-o", folder / "o.csv") == 0
        assert note("one") == 0
        shutil.copytree(folder / "w" / "evidence", folder / "older")
        assert note("two") == 0
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A copy of that workspace, beside one of its older evidence."""
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    capsys.readouterr()
    return tmp_path / "w"


def note(words: str, *more: object) -> int:
    return run("evidence", "add", 1, "--kind", "note", "--note", words, "--by", "t", *more)


def packages(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / PACKAGES).iterdir())


@pytest.mark.parametrize("left", [0, 1])
def test_a_folder_that_is_gone_or_older_is_told(workspace: Path, left: int, capsys: pytest.CaptureFixture[str]) -> None:
    folder = workspace / "evidence"
    sealed = packages(folder)
    assert run("evidence", "verify") == 0
    shutil.rmtree(folder)
    if left:
        shutil.copytree(workspace.parent / "older", folder)
    lost = sorted(set(sealed) - set(packages(folder) if left else ()))
    assert len(lost) == 2 - left
    assert run("evidence", "verify") == 1
    said = capsys.readouterr().err
    assert all(name in said for name in lost)
    for command in (("evidence", "mend"), ("evidence", "capture", 1)):
        assert run(*command) == 1, command
    assert note("three") == 1
    assert "--new-folder" in capsys.readouterr().err
    assert packages(folder) == sorted(set(sealed) - set(lost)) if left else not (folder / "signing-key.pem").exists()
    assert run("cases", "show", 1, "--timeline") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("WHOSE PACKAGE IS NOT THERE ANY MORE") == len(lost)
    assert "THE EVIDENCE DOES NOT VERIFY" in shown
    assert all(f"package {name}" in shown for name in sealed)
    assert note("three", "--new-folder", "the disk is lost") == left, "an older folder is put back, not begun anew"


def test_a_new_folder_is_begun_by_a_word_and_the_other_is_not_forgotten(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace / "evidence"
    sealed = packages(folder)
    folder.rename(workspace.parent / "elsewhere")
    assert note("three", "--new-folder", "the disk is lost") == 0
    assert verify(folder, own=True) == (1, [], [])
    (package,) = (folder / PACKAGES).iterdir()
    assert '"new_folder": "the disk is lost"' in (package / "about.json").read_text()
    assert note("four") == 0
    assert run("evidence", "verify") == 0
    assert "2 packages that another key signed" in capsys.readouterr().err
    assert run("cases", "show", 1, "--timeline") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("LIES IN ANOTHER FOLDER, OR IS LOST") == 2
    assert all(f"package {name}" in shown for name in [*sealed, *packages(folder)])
    assert note("five", "--new-folder", "again") == 1
    shutil.rmtree(folder)
    (workspace.parent / "elsewhere").rename(folder)
    assert run("evidence", "verify") == 0, "the one of before is known, too"


def test_a_folder_made_anew_elsewhere_is_not_taken_for_ours(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = workspace / "evidence"
    shutil.rmtree(folder)
    from tests.evidence.test_evidence import add

    add(folder)
    assert verify(folder, own=True) == (1, [], []), "sound by itself"
    assert run("evidence", "verify") == 1
    assert run("evidence", "verify") == 1, "nothing is learned from it"
    assert run("evidence", "verify", "--folder", folder) == 0, "a copy is looked at by itself"
    assert note("three") == 1


def test_what_was_sealed_before_the_database_knew_is_learned(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.evidence.test_evidence import add

    sealed = add(workspace / "evidence")
    assert run("evidence", "verify") == 0
    shutil.rmtree(workspace / "evidence")
    capsys.readouterr()
    assert run("evidence", "verify") == 1
    assert sealed.name in capsys.readouterr().err
