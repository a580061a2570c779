"""A package is there whole, or not at all; any change is found."""

import io
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from monitor.complaints.figures import Outcome, figures
from monitor.complaints.workdays import add_working_days
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.packages import DIGESTS, check_package, read_attachment, safe_name, write_package

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


def zipped(name: str, content: bytes) -> bytes:
    """An archive with one file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("virus.exe", b"MZ", "is not taken"),
        ("photo.jpg", b"MZ\x90", "is no jpg file"),
        ("photo.png", b"\x7fELF", "is no png file"),
        ("script.pdf", b"#!/bin/sh", "is no pdf file"),
        ("page.pdf", b"<html><script>", "is no pdf file"),
        ("setup.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is no pdf file"),
        ("clip.mp4", b"%PDF-1.4 ", "is no mp4 file"),
        ("letter.docx", b"\xd0\xcf\x11\xe0", "is no docx file"),
        ("run.txt", b"#!/bin/sh\nrm", "is a program"),
        ("run.csv", b"MZ\x90\0\x03\0\0\0", "is a program"),
        ("parcel.zip", zipped("setup.exe", b"x"), "holds a program, 'setup.exe'"),
        ("parcel.zip", zipped("photo.jpg", b"MZ\x90"), "holds a program, 'photo.jpg'"),
        ("parcel.zip", b"PK\x03\x04", "cannot be read"),
        ("empty.jpg", b"", "is empty"),
        ("empty.txt", b"", "is empty"),
    ],
)
def test_what_is_no_picture_or_paper_is_not_attached(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigurationError, match=said):
        read_attachment(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"MZ-500 watch photo notes"),
        ("notes.csv", "商标,编号\n".encode("gb18030")),
        ("notes.json", "\ufeff{}".encode("utf-16")),
        ("a.JPEG", b"\xff\xd8\xff\xe0 more"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 "),
        ("a.mp4", b"\0\0\0\x20ftypisom"),
        ("a.docx", b"PK\x03\x04"),
        ("a.zip", zipped("photo.jpg", b"\xff\xd8\xff")),
    ],
)
def test_pictures_papers_and_texts_are_attached(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert read_attachment(tmp_path / name) == (name, content)


def test_a_list_of_digests_with_other_line_ends_was_changed(tmp_path: Path) -> None:
    write_package(tmp_path / "p", FILES)
    path = tmp_path / "p" / DIGESTS
    before = path.read_bytes()
    for other in (before.replace(b"\n", b"\r\n"), before.replace(b"\n", b"\r", 1), before[:-1], before + b"\n"):
        path.write_bytes(other)
        assert check_package(tmp_path / "p")


def test_missing_and_huge_attachments_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="is missing"):
        read_attachment(tmp_path / "none.jpg")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "notes.txt")
    with pytest.raises(ConfigurationError, match="is missing, a link, or no file"):
        read_attachment(tmp_path / "link.txt")
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
    assert (bad.filed, bad.results, bad.gone, bad.relisted) == (5, {"upheld": 3, "rejected": 1, "withdrawn": 1}, 1, 1)
    assert bad.days == 4
    assert ["actionable" in text for text in bad.warnings] == [True]
    (good,) = figures([one("upheld", 2)] * 9 + [one("rejected", 2)])
    assert good.warnings == []
    (wrong,) = figures([one("upheld", 2, recanted=True), one("upheld", 2)])
    assert (wrong.recanted, ["gave you right" in text for text in wrong.warnings]) == (1, [True])
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
