"""A package is there whole, or not at all; any change is found."""

import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from monitor.complaints.figures import Outcome, figures
from monitor.complaints.workdays import add_working_days
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.packages import check_package, read_attachment, safe_name, write_package

FILES = {"links.csv": b"a,b\n", "attachments/parcel.jpg": b"\xff\xd8" + b"x" * 300, "form.json": b"{}"}


def test_one_byte_or_file_more_less_or_other_is_found(tmp_path: Path) -> None:
    dice = random.Random(7)
    write_package(tmp_path / "whole", FILES)
    assert check_package(tmp_path / "whole") == []
    for number in range(100):
        folder = tmp_path / str(number)
        shutil.copytree(tmp_path / "whole", folder)
        victim = dice.choice(sorted(path for path in folder.rglob("*") if path.is_file()))
        match number % 4:
            case 0:
                content = bytearray(victim.read_bytes())
                content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
                victim.write_bytes(content)
            case 1:
                victim.unlink()
            case 2:
                victim.write_bytes(victim.read_bytes() + b"\n")
            case 3:
                (folder / "attachments" / "more.txt").write_bytes(b"")
        assert check_package(folder), f"{victim} after change {number % 4}"


def test_a_killed_writer_leaves_no_broken_package(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from monitor.packages import write_package\n"
        "print('ready', flush=True)\n"
        "for n in range(10000): write_package(pathlib.Path(sys.argv[1]) / str(n), {f'f{i}': b'x' * 9000 for i in range(9)})"
    )
    dice = random.Random(11)
    for number in range(10):
        process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / str(number))], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(dice.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        for folder in (tmp_path / str(number)).glob("[0-9]*"):
            assert check_package(folder) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("virus.exe", b"MZ", "is not taken"),
        ("photo.jpg", b"MZ\x90", "is a program"),
        ("photo.png", b"\x7fELF", "is a program"),
        ("script.pdf", b"#!/bin/sh", "is a program"),
    ],
)
def test_programs_are_not_attached(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigurationError, match=said):
        read_attachment(tmp_path / name)


def test_missing_and_huge_attachments_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="is missing"):
        read_attachment(tmp_path / "none.jpg")
    with (tmp_path / "huge.jpg").open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(ConfigurationError, match="are the most"):
        read_attachment(tmp_path / "huge.jpg")


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "..\\..\\x.pdf", "/abs.jpg", "a\nb\u202e.pdf", "...", ""])
def test_names_do_not_escape(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert "/" not in safe
    assert "\\" not in safe
    assert not safe.startswith(".")


def test_a_full_or_closed_disk_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorkFailedError, match="cannot be written"):
        write_package(tmp_path / "file" / "package", FILES)
    write_package(tmp_path / "there", FILES)
    with pytest.raises(WorkFailedError):
        write_package(tmp_path / "there", FILES)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "there"]


@pytest.mark.parametrize(
    ("start", "days", "country", "end"),
    [
        (date(2026, 5, 8), 1, "DE", date(2026, 5, 11)),
        (date(2026, 9, 30), 3, "CN", date(2026, 10, 10)),
        (date(2026, 12, 23), 2, "DE", date(2026, 12, 28)),
    ],
)
def test_deadlines_skip_weekends_and_holidays(start: date, days: int, country: str, end: date) -> None:
    assert add_working_days(start, days, country) == end


def test_figures_warn_of_many_rejections() -> None:
    def one(status: str, days: int, **more: bool) -> Outcome:
        filed = date(2026, 5, 1)
        return Outcome(channel="c", status=status, filed_on=filed, ended_on=filed + timedelta(days), **more)

    (bad,) = figures(
        [
            one("upheld", 2, gone=True),
            one("upheld", 4, relisted=True),
            one("upheld", 9),
            one("rejected", 3, gone=True),
            one("withdrawn", 5),
        ]
    )
    assert (bad.filed, bad.upheld, bad.rejected, bad.withdrawn, bad.gone, bad.relisted) == (5, 3, 1, 1, 1, 1)
    assert bad.days == 4
    assert ["actionable" in text for text in bad.warnings] == [True]
    (good,) = figures([one("upheld", 2)] * 9 + [one("rejected", 2)])
    assert good.warnings == []
    assert figures([Outcome(channel="c", status="draft", filed_on=None, ended_on=None)]) == []


@pytest.mark.parametrize(("before", "late", "warns"), [(0, 2, True), (3, 3, False), (0, 1, False), (3, 1, False)])
def test_a_rising_share_of_rejections_warns_before_it_is_high(before: int, late: int, warns: bool) -> None:
    def some(rejected: int, start: int, count: int) -> list[Outcome]:
        filed = date(2026, 1, 1)
        return [
            Outcome(channel="c", status="rejected" if n < rejected else "upheld", filed_on=filed,
                    ended_on=filed + timedelta(start + n))
            for n in range(count)
        ]  # fmt: skip

    (one,) = figures([*some(late, 100, 10), *some(before, 0, 10 + before)])
    assert any("rose" in text for text in one.warnings) is warns
