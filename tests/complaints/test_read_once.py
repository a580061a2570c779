"""Whoever asks for many complaints reads the evidence once; who asks alone sees what others seal meanwhile."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli._evidence_shelf import read_once, shelf
from monitor.cli._sealed_evidence import sealed_of
from monitor.evidence import log
from monitor.evidence.seal import seal
from tests.complaints.test_complaint_command import judged, run, sealed_capture  # noqa: F401
from tests.complaints.test_taken_back import GENUINE, SUBMIT, bought

AT = datetime(2026, 5, 1, tzinfo=UTC)


def sealed(folder: Path, case: int, note: str = "") -> Path:
    return seal(folder, {"a.txt": b"x"}, case=case, kind="note", by="t", at=AT, note=note)


def test_what_is_sealed_meanwhile_is_seen_but_for_who_reads_once(tmp_path: Path) -> None:
    one = sealed(tmp_path, 1)
    with read_once():
        assert [package for package, _ in sealed_of(tmp_path, 1)] == [one]
        other = sealed(tmp_path, 1)
        assert [package for package, _ in sealed_of(tmp_path, 1)] == [one]
    assert [package for package, _ in sealed_of(tmp_path, 1)] == [one, other]
    (other / "a.txt").write_bytes(b"y")
    assert [bool(wrong) for _, wrong in sealed_of(tmp_path, 1)] == [False, True]


def test_a_package_is_found_by_its_case_its_name_and_the_order_that_it_names(tmp_path: Path) -> None:
    packages = [sealed(tmp_path, case, note) for case, note in ((1, ""), (11, "of A-3"), (1, " "), (2, ""))]
    there = shelf(tmp_path)
    assert set(there.of([1])) == {packages[0], packages[2]}
    assert set(there.of([11, 2])) == {packages[1], packages[3]}
    assert set(there.named("case-1-note-")) == {packages[0], packages[2]}
    assert [one[0] for one in there.orders] == [packages[1]]
    assert list(shelf(tmp_path / "none").of([1])) == []


def test_due_reads_the_log_once_and_each_package_once(
    run,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = bought(run, tmp_path)
    run(*SUBMIT)
    for _ in range(3):
        run("evidence", "add", case, "--kind", "note", "--note", GENUINE, "--by", "u")
    read, logs = list[str](), list[Path]()
    from monitor.evidence import seal as sealing  # as the shelf finds it

    look, whole = sealing.look, log.read
    monkeypatch.setattr(sealing, "look", lambda folder, package: (read.append(package.name), look(folder, package))[1])
    monkeypatch.setattr(log, "read", lambda folder: (logs.append(folder), whole(folder))[1])
    told = run("complaint", "due")[1]
    assert told.count(GENUINE) == 3, told
    assert (len(read), len(set(read)), len(logs)) == (len(set(read)), 4, 1)
