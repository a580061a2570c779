"""Packages of one second are told in the order in which they were sealed."""

from datetime import UTC, datetime
from pathlib import Path

from monitor.cli._sealed_evidence import about, sealed_of
from monitor.evidence.seal import seal

AT = datetime(2026, 3, 3, 4, tzinfo=UTC)


def test_packages_of_one_second_stand_as_they_were_sealed(tmp_path: Path) -> None:
    notes = [f"note {number}" for number in range(8)]
    for note in notes:
        seal(tmp_path, {"a.txt": note.encode()}, case=1, kind="note", by="me", at=AT, note=note)
    assert [about(package)["note"] for package, _ in sealed_of(tmp_path, 1)] == notes
