"""A table takes the place of a file whole or not at all, and of nothing else."""

import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.errors import WorkFailedError
from monitor.spreadsheets import write_table

ROWS = [{"a": "1"}, {"a": "=1+1"}]
TEXT = "\ufeffa\r\n1\r\n'=1+1\r\n"


def read(path: Path) -> str:
    return path.read_bytes().decode()


def test_a_new_file_has_the_permissions_of_this_process(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_table(["a"], ROWS, tmp_path / "new.csv")
    finally:
        os.umask(before)
    assert read(tmp_path / "new.csv") == TEXT
    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == 0o600


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    target, link = tmp_path / "secret.csv", tmp_path / "link.csv"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_table(["a"], ROWS, link)
    assert link.is_symlink()
    assert read(target) == TEXT
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe, found = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: found.append(read(pipe)))
    reader.start()
    write_table(["a"], ROWS, pipe)
    reader.join(10)
    assert found == [TEXT]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_failure_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old")

    def rows() -> Iterator[dict[str, str]]:
        yield {"a": "half"}
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_table(["a"], rows(), tmp_path / "old.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["old.csv"]
    assert (tmp_path / "old.csv").read_text() == "old"


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkFailedError, match="cannot be written"):
        write_table(["a"], ROWS, tmp_path)
