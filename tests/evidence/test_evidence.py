"""Evidence is whole and signed, the log shows what is missing, and a kill breaks nothing."""

import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.evidence import log
from monitor.evidence.keys import PRIVATE, PUBLIC, signer
from monitor.evidence.seal import PACKAGES, adopt, seal, verify
from monitor.packages import DIGESTS, SIGNATURE

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def add(folder: Path, case: int = 1) -> Path:
    """One package."""
    return seal(folder, {"files/a.jpg": b"\xff\xd8" + b"x" * 99}, case=case, kind="photo", by="t", at=AT, note="n")


@pytest.fixture(scope="module")
def hundred(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with 100 packages."""
    folder = tmp_path_factory.mktemp("evidence")
    for case in range(1, 101):
        add(folder, case)
    assert verify(folder) == (100, [], [])
    return folder


def test_any_byte_in_any_of_100_packages_is_found(hundred: Path) -> None:
    dice = random.Random(3)
    for package in sorted((hundred / PACKAGES).iterdir()):
        victim = dice.choice(sorted(path for path in package.rglob("*") if path.is_file()))
        before = victim.read_bytes()
        at = dice.randrange(len(before))
        for other in (
            before[:at] + bytes([before[at] ^ 1 << dice.randrange(8)]) + before[at + 1 :],
            before + b"\n",
            None,
        ):
            if other is None:
                victim.unlink()
            else:
                victim.write_bytes(other)
            _, wrong, _ = verify_one(hundred, package)
            victim.write_bytes(before)
            assert any(line.startswith(package.name) for line in wrong), victim
    (package / "files" / "more").write_bytes(b"")
    assert verify_one(hundred, package)[1] == [f"{package.name}: files/more: was added"]
    (package / "files" / "more").unlink()
    assert verify(hundred) == (100, [], [])


def verify_one(folder: Path, package: Path) -> tuple[int, list[str], list[str]]:
    """What `verify` says of one package, without looking at the 99 others each time."""
    from monitor.evidence.seal import look

    return 1, look(folder, package), []


def test_packages_that_are_removed_moved_or_copied_are_found(hundred: Path, tmp_path: Path) -> None:
    def wrong(change) -> list[str]:
        folder = tmp_path / "copy"
        shutil.copytree(hundred, folder)
        change(folder, sorted((folder / PACKAGES).iterdir()))
        _, found, waiting = verify(folder)
        shutil.rmtree(folder)
        return found + waiting

    def lines(folder: Path, *order: int) -> None:
        rows = (folder / log.NAME).read_bytes().splitlines(keepends=True)
        (folder / log.NAME).write_bytes(b"".join(rows[number] for number in order))

    assert "is logged and missing" in wrong(lambda _, all_: shutil.rmtree(all_[5]))[0]
    assert any("does not follow" in line for line in wrong(lambda folder, _: lines(folder, 1, 0, *range(2, 100))))
    assert any("does not follow" in line for line in wrong(lambda folder, _: lines(folder, 0, *range(2, 100))))
    assert wrong(lambda folder, _: lines(folder, *range(99)))
    assert any("names another" in line for line in wrong(lambda f, all_: shutil.copytree(all_[0], f / PACKAGES / "x")))


def test_a_signature_of_another_key_is_found(tmp_path: Path) -> None:
    package = add(tmp_path / "ours")
    (package / SIGNATURE).write_bytes(signer(tmp_path / "theirs")((package / DIGESTS).read_bytes()))
    assert "is not the signature" in verify(tmp_path / "ours")[1][0]


def test_others_verify_with_usual_tools(tmp_path: Path) -> None:
    package = add(tmp_path)
    assert (tmp_path / PRIVATE).stat().st_mode & 0o077 == 0
    for call in (
        ["sha256sum", "--check", "--strict", DIGESTS],
        ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", str(tmp_path / PUBLIC), "-rawin",
         "-in", DIGESTS, "-sigfile", SIGNATURE],
    ):  # fmt: skip
        if shutil.which(call[0]) is None:
            pytest.skip(f"needs {call[0]}")
        assert subprocess.run(call, cwd=package, capture_output=True, check=False).returncode == 0


def test_a_kill_at_any_moment_breaks_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib, datetime; from monitor.evidence.seal import seal\n"
        "at = datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC); print('ready', flush=True)\n"
        "for n in range(1, 10000): seal(pathlib.Path(sys.argv[1]), {'a': b'x' * 99999}, case=n, kind='note', by='t', "
        "at=at, note='')"
    )
    dice = random.Random(5)
    for _ in range(50):
        process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(dice.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        if (tmp_path / PUBLIC).exists():
            assert verify(tmp_path)[1] == []
    adopt(tmp_path)
    count, wrong, waiting = verify(tmp_path)
    assert count > 0
    assert (wrong, waiting) == ([], [])


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    listings = Path(__file__).parents[2] / "monitor" / "example" / "example-listings.jsonl"
    main_ok("init", tmp_path / "w")
    main_ok("check", listings, "--save", "-o", tmp_path / "o.csv")
    (tmp_path / "parcel.jpg").write_bytes(b"\xff\xd8 parcel")
    main_ok("evidence", "add", 1, "--kind", "purchase", "--note", "order A-1", "--by", "t", tmp_path / "parcel.jpg")
    main_ok("evidence", "verify")
    (package,) = (tmp_path / "w" / "evidence" / PACKAGES).iterdir()
    assert "Case 1" in (package / "case.txt").read_text(encoding="utf-8")
    (package / "files" / "parcel.jpg").write_bytes(b"other")
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(["evidence", "verify", "--folder", str(tmp_path / "w" / "evidence")])
    assert ended.value.code == 1
    assert "files/parcel.jpg: was changed" in capsys.readouterr().err


def main_ok(*arguments: object) -> None:
    """Run a command that must go well."""
    code = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        code = int(done.code or 0)
    assert code == 0
