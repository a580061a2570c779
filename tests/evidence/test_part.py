"""The part of an evidence folder that goes along with a complaint, verified by itself, and changed in every file."""

import io
import random
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.cli._complaint_evidence import gather
from monitor.cli._sealed_evidence import sealed_of
from monitor.complaints import Ground
from monitor.errors import WorkFailedError
from monitor.evidence import log, stamps
from monitor.evidence.keys import fingerprint
from monitor.evidence.part import README, is_part, verify_part
from monitor.evidence.seal import PACKAGES, seal
from tests.evidence.test_stamps import OPENSSL, Authority, authority, url  # noqa: F401

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)


def capture(folder: Path, case: int) -> Path:
    files = {"page.html": b"<p>page", "capture.json": b"{}", "case.txt": b"ours alone"}
    return seal(folder, files, case=case, kind="capture", by="me", at=AT, note="n", shows="listing")


def part_of(folder: Path, out: Path, *cases: int) -> Path:
    along = gather(folder, dict(sealed_of(folder, *cases)), {}, Ground.TRADEMARK)
    with zipfile.ZipFile(io.BytesIO(along.files["evidence.zip"])) as archive:
        archive.extractall(out)
    return out


@pytest.fixture
def stamped(authority: Authority, url: str, tmp_path: Path) -> Path:  # noqa: F811
    """A part with two packages, stamped, and a capture of another case between that stayed."""
    for case in (1, 2, 1):
        capture(tmp_path / "e", case)
    stamps.stamp(tmp_path / "e", url, authority.certificates)
    return part_of(tmp_path / "e", tmp_path / "part", 1)


def wrong(folder: Path) -> bool:
    try:
        return not is_part(folder) or bool(verify_part(folder).wrong)
    except WorkFailedError:
        return True


@pytest.mark.skipif(OPENSSL is None, reason="needs openssl, which is the timestamp authority here")
def test_a_part_is_verified_and_every_change_of_it_is_found(stamped: Path, tmp_path: Path) -> None:
    found = verify_part(stamped)
    assert (found.packages, found.away, found.wrong) == (2, 2, ())
    assert [one.lines for one in found.stamped] == [3]
    dice = random.Random(8)
    files = sorted(path for path in stamped.rglob("*") if path.is_file())
    assert {path.parent.name for path in files} >= {"log", "heads", "timestamps", "part"}
    for path in files:
        name, before = path.relative_to(stamped), path.read_bytes()
        if path.name != README:  # what explains proves nothing
            for at in dice.sample(range(len(before)), min(len(before), 8)):
                path.write_bytes(before[:at] + bytes([before[at] ^ 1 << dice.randrange(8)]) + before[at + 1 :])
                # An answer has parts that its signature does not hold; then it says the same all the same.
                same = path.suffix == ".tsr" and verify_part(stamped).stamped == found.stamped
                assert same or wrong(stamped), f"{name}: byte {at}"
            for other in (before + b"\n", before[:-1], b""):
                path.write_bytes(other)
                same = path.suffix == ".tsr" and verify_part(stamped).stamped == found.stamped
                assert same or wrong(stamped), f"{name}: {len(other) - len(before):+} bytes"
        path.unlink()
        of_package = path.name in ("page.html", "capture.json")
        assert wrong(stamped) is not of_package, f"{name}: removed"
        path.symlink_to(tmp_path / "e" / log.NAME)
        assert wrong(stamped) or path.name == README, f"{name}: a link"
        path.unlink()
        path.write_bytes(before)
    for parent in [stamped, *(path for path in stamped.rglob("*") if path.is_dir())]:
        for more in ("more", ".more", "000009.tsr", "000001-000001.jsonl"):
            (parent / more).touch()
            assert wrong(stamped), f"{parent.name}/{more}: added"
            (parent / more).unlink()
    assert verify_part(stamped) == found


def test_a_package_of_another_owner_or_line_is_no_part_of_it(tmp_path: Path) -> None:
    capture(tmp_path / "e", 1)
    capture(tmp_path / "e", 2)
    part = part_of(tmp_path / "e", tmp_path / "part", 1)
    assert verify_part(part).wrong == ()
    other = next((tmp_path / "e" / PACKAGES).glob("case-2-*"))
    shutil.copytree(other, part / PACKAGES / other.name)
    assert verify_part(part).wrong == (), "its line went along, too"
    shutil.rmtree(part / PACKAGES / other.name)
    strange = capture(tmp_path / "f", 1)
    shutil.copytree(strange, part / PACKAGES / strange.name)
    assert [strange.name in one for one in verify_part(part).wrong] == [True]


def test_the_command_tells_a_part_from_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = capture(tmp_path / "e", 1)
    part, key = part_of(tmp_path / "e", tmp_path / "part", 1), fingerprint(tmp_path / "e")
    head = log.heads(tmp_path / "e")[-1].digest
    assert code("--folder", part, "--key", key, "--head", head) == 0
    said = capsys.readouterr().out
    assert "1 packages of a part verified: what is here is as it was sealed; 1 of their files stayed" in said
    assert code("--folder", part, "--head", "0" * 64) == 1
    assert code("--folder", part, "--key", "0" * 64) == 1
    (part / PACKAGES / package.name / "page.html").write_bytes(b"other")
    assert code("--folder", part) == 1
    assert f"{package.name}: page.html: was changed" in capsys.readouterr().err


def code(*arguments: object) -> int:
    try:
        main(["evidence", "verify", *(str(one) for one in arguments)])
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0
