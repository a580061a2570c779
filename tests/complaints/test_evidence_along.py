"""A complaint takes the sealed evidence of its cases along, and none that was changed."""

import io
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli import _complaint_evidence
from monitor.cli._complaint_evidence import gather
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence.keys import verifier
from monitor.evidence.seal import PACKAGES, seal
from monitor.packages import check_package

AT = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    for case, kind, content in ((1, "purchase", b"parcel"), (1, "capture", b"page"), (11, "note", b"other")):
        seal(tmp_path, {"files/x.txt": content}, case=case, kind=kind, by="me", at=AT, note="")
    return tmp_path


def test_all_of_the_cases_goes_along_and_can_be_checked_alone(evidence: Path, tmp_path_factory) -> None:
    kinds, files = gather(evidence, {1, 2})
    assert sorted(kinds.values()) == ["capture", "purchase"]
    out = tmp_path_factory.mktemp("out")
    with zipfile.ZipFile(io.BytesIO(files["evidence.zip"])) as archive:
        assert not [name for name in archive.namelist() if "case-11-" in name or "signing-key" in name or "log" in name]
        archive.extractall(out)
    for name in kinds:
        package = out / PACKAGES / name
        assert check_package(package, signed=True) == []
        assert verifier(out)((package / "SHA256SUMS.sig").read_bytes(), (package / "SHA256SUMS").read_bytes())
    assert gather(evidence, {1, 2}) == (kinds, files), "the same evidence makes the same archive"
    assert gather(evidence, {3}) == ({}, {})
    assert gather(evidence / "nowhere", {1}) == ({}, {})


def _flip(package: Path) -> None:
    (package / "files/x.txt").write_bytes(b"Parcel")


def _drop(package: Path) -> None:
    (package / "files/x.txt").unlink()


def _add(package: Path) -> None:
    (package / "more.txt").write_bytes(b"")


def _unreadable(package: Path) -> None:
    (package / "about.json").write_bytes(b"[")


def _of_another(package: Path) -> None:
    shutil.copytree(package, package.with_name(package.name.replace("case-1-", "case-2-")))


@pytest.mark.parametrize("change", [_flip, _drop, _add, _unreadable, _of_another])
def test_what_was_changed_stops_the_draft(evidence: Path, change) -> None:
    (package,) = (evidence / PACKAGES).glob("case-1-purchase-*")
    change(package)
    with pytest.raises(WorkFailedError, match="not as it was sealed"):
        gather(evidence, {1, 2})


def test_a_package_that_was_sealed_elsewhere_is_not_ours(evidence: Path, tmp_path_factory) -> None:
    other = tmp_path_factory.mktemp("other")
    strange = seal(other, {"x.txt": b"x"}, case=1, kind="note", by="you", at=AT, note="")
    shutil.copytree(strange, evidence / PACKAGES / strange.name)
    with pytest.raises(WorkFailedError, match="not the signature"):
        gather(evidence, {1})


def test_too_much_is_told_with_the_way_out(evidence: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_complaint_evidence, "MOST_BYTES", 10)
    with pytest.raises(ConfigurationError, match="--no-evidence"):
        gather(evidence, {1})
