"""A complaint takes the sealed evidence of its cases along, and none that was changed."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.cli import _complaint_evidence, main
from monitor.cli._complaint_evidence import Along, gather
from monitor.cli._draft_warnings import doubts
from monitor.cli._sealed_evidence import sealed_of, verified
from monitor.cli._test_buys import proven
from monitor.complaints import Ground, Purchase, channel
from monitor.complaints.purchases import unproven
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence import log, stamps
from monitor.evidence.keys import fingerprint, verifier
from monitor.evidence.seal import PACKAGES, seal
from monitor.packages import check_package, digest_of
from tests.complaints.complaint_world import CARRYING, PURCHASE, picture
from tests.complaints.complaint_world import draft as world_draft
from tests.evidence.test_stamps import OPENSSL, Authority, authority, url  # noqa: F401

AT = datetime(2026, 5, 4, tzinfo=UTC)


OWN = b"floor 377.32 EUR\nTo decide: monitor cases decide"


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    for case, kind, content in ((1, "purchase", b"parcel"), (1, "capture", b"page"), (11, "note", b"other")):
        shown = {"files/x.txt": content} if kind != "capture" else {"page.html": content, "crawl/record.json": OWN}
        seal(tmp_path, {**shown, "case.txt": OWN}, case=case, kind=kind, by="me", at=AT, note="",
             shows="listing" if kind == "capture" else "")  # fmt: skip
    return tmp_path


def along_of(folder: Path, cases: set[int], *asked: Any, **said: Any) -> Along:
    """What of the evidence of cases goes along."""
    return gather(folder, dict(sealed_of(folder, *sorted(cases))), {key: [CARRYING] for key in cases}, *asked, **said)


def unpacked(files: dict[str, bytes], out: Path) -> list[str]:
    """The archive's files, in a folder; their names."""
    with zipfile.ZipFile(io.BytesIO(files["evidence.zip"])) as archive:
        archive.extractall(out)
        return archive.namelist()


def test_what_supports_the_ground_goes_along_and_can_be_checked_alone(
    evidence: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    bought = {path.name for path in (evidence / PACKAGES).glob("case-1-purchase-*")}
    along = along_of(evidence, {1, 2}, Ground.COUNTERFEIT, bought)
    assert sorted((one.kind, one.case, one.by, one.at) for one in along.evidence) == [
        ("capture", 1, "me", AT.isoformat()), ("purchase", 1, "me", AT.isoformat())
    ]  # fmt: skip
    out = tmp_path_factory.mktemp("out")
    names = unpacked(along.files, out)
    assert not [name for name in names if "case-11-" in name or "signing-key" in name]
    for one in along.evidence:
        package = out / PACKAGES / one.name
        assert verifier(out)((package / "SHA256SUMS.sig").read_bytes(), (package / "SHA256SUMS").read_bytes())
        checked = subprocess.run(
            ["sha256sum", "--check", "--strict", "--ignore-missing", "SHA256SUMS"],
            cwd=package,
            capture_output=True,
            check=False,
        )
        assert (checked.returncode, b"about.json: OK" in checked.stdout) == (0, True), checked.stderr
        assert one.digest == digest_of(package)
    main(["evidence", "verify", "--folder", str(out)])
    said = capsys.readouterr().out
    assert "2 packages of a part verified: what is here is as it was sealed; 3 of their files" in said
    assert along_of(evidence, {1, 2}, Ground.COUNTERFEIT, bought) == along, "the same evidence makes the same archive"
    assert along_of(evidence, {3}, Ground.TRADEMARK) == ([], {}, [])
    assert along_of(evidence / "nowhere", {1}, Ground.TRADEMARK) == ([], {}, [])


def test_what_is_ours_alone_stays_here_unless_it_is_asked_for(evidence: Path, tmp_path_factory) -> None:
    default = tmp_path_factory.mktemp("default")
    names = unpacked(along_of(evidence, {1}, Ground.TRADEMARK).files, default)
    for path in default.rglob("*"):
        assert not path.is_file() or b"floor" not in path.read_bytes()
    assert {"case.txt", "record.json"} & {Path(name).name for name in names} == set()
    along = along_of(evidence, {1}, Ground.TRADEMARK, internal=True)
    whole = tmp_path_factory.mktemp("whole")
    unpacked(along.files, whole)
    for one in along.evidence:
        assert check_package(whole / PACKAGES / one.name, signed=True) == []


@pytest.mark.parametrize(
    ("ground", "cited", "gone"),
    [
        (Ground.COPYRIGHT, [("photo_match", "own_photo")], ["01-photo_match.png"]),
        (Ground.TRADEMARK, [CARRYING, ("logo_match", "logo_in_photo")], ["02-logo_match.png", "03-logo_match.png"]),
        (Ground.TRADEMARK, [CARRYING], []),
    ],
)
def test_of_what_was_found_in_photos_only_what_is_alleged_goes_along(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, ground: Ground, cited: list[Any], gone: list[str]
) -> None:
    """A picture whose words say that the logo is the brand's goes with no complaint of a photo alone."""
    finds = ["01-photo_match.png", "02-logo_match.png", "03-logo_match.png"]
    files = {"page.html": b"x", "crawl/photo-01.jpg": b"x", **{f"finds/{name}": b"x" for name in finds}}
    sealed = seal(tmp_path, files, case=1, kind="capture", by="me", at=AT, note="", shows="listing")
    found = dict(sealed_of(tmp_path, 1))
    along = gather(tmp_path, found, {1: cited}, ground)
    names = unpacked(along.files, tmp_path_factory.mktemp("out"))
    assert [Path(name).name for name in sorted(names) if "/finds/" in name] == gone
    assert any(name.endswith("crawl/photo-01.jpg") for name in names)
    stays = [f"{sealed.name}: finds/{name}, which is not alleged" for name in finds if name not in gone]
    assert along.left_out == stays
    out = tmp_path_factory.mktemp("checked")
    unpacked(along.files, out)
    main(["evidence", "verify", "--folder", str(out)])
    whole = gather(tmp_path, found, {1: cited}, ground, internal=True)
    assert sum("/finds/" in name for name in unpacked(whole.files, tmp_path_factory.mktemp("whole"))) == len(finds)
    assert whole.left_out == []


@pytest.mark.parametrize(
    ("ground", "kind", "shows", "goes"),
    [
        (Ground.TRADEMARK, "capture", "listing", True),
        (Ground.TRADEMARK, "capture", "blocked", False),
        (Ground.TRADEMARK, "capture", "goods", False),
        (Ground.TRADEMARK, "note", "", False),
        (Ground.TRADEMARK, "certificate", "", True),
        (Ground.COPYRIGHT, "purchase", "", False),
        (Ground.TRADEMARK, "purchase", "", False),
        (Ground.COUNTERFEIT, "purchase", "", False),
        (Ground.COUNTERFEIT, "photo", "", True),
    ],
)
def test_evidence_that_supports_nothing_is_told_and_stays(
    tmp_path: Path, ground: Ground, kind: str, shows: str, goes: bool
) -> None:
    seal(tmp_path, {"files/x.txt": b"x"}, case=1, kind=kind, by="me", at=AT, note="n", shows=shows)
    along = along_of(tmp_path, {1}, ground)
    assert (len(along.evidence) == 1, along.files != {}, along.left_out == []) == (goes, goes, goes)
    assert len(along_of(tmp_path, {1}, ground, internal=True).evidence) == 1


def test_a_capture_that_speaks_against_what_is_alleged_stays(tmp_path: Path) -> None:
    flags = [{"kind": "text_match", "rule": "counterfeit_words", "again": "NOT raised again"}]
    for case, said in ((1, {"flags": flags}), (2, {"flags": [], "other_seller": "yes"}), (3, {"flags": []})):
        files = {"page.html": b"x", "crawl/comparison.json": json.dumps(said).encode()}
        seal(tmp_path, files, case=case, kind="capture", by="me", at=AT, note="", shows="listing")
    along = along_of(tmp_path, {1, 2, 3}, Ground.TRADEMARK)
    assert [one.case for one in along.evidence] == [3]
    assert sorted(one.partition(": ")[2] for one in along.left_out) == [
        "a capture that speaks against it: somebody else sells there than at the crawl",
        "a capture that speaks against it: what is alleged is not raised again there",
    ]
    cites = {key: [CARRYING] for key in (1, 2, 3)}
    stands = _complaint_evidence.behind(dict(sealed_of(tmp_path, 1, 2, 3)), cites, Ground.TRADEMARK)
    assert {case: one.stands for case, one in stands.items()} == {1: False, 2: False, 3: True}


def test_a_capture_stands_behind_what_it_raised_again_alone(tmp_path: Path) -> None:
    """One of two allegations was refuted by one capture, and by none of two."""
    disguise = ("text_match", "disguise")
    cites = {1: [CARRYING, disguise]}
    for number, again in enumerate(("NOT raised again", "raised again")):
        flags = [{"kind": kind, "rule": rule, "again": said} for (kind, rule), said in
                 ((CARRYING, again), (disguise, "raised again"))]  # fmt: skip
        files = {"page.html": bytes([number]), "crawl/comparison.json": json.dumps({"flags": flags}).encode()}
        seal(tmp_path, files, case=1, kind="capture", by="me", at=AT, note="", shows="listing")
        found = dict(sealed_of(tmp_path, 1))
        assert len(gather(tmp_path, found, cites, Ground.TRADEMARK).evidence) == number + 1
        (stands,) = _complaint_evidence.behind(found, cites, Ground.TRADEMARK).values()
        assert stands.stands is (again == "raised again")
        assert ("NO SEALED EVIDENCE of text_match (counterfeit_words: NOT" in stands.words) is not stands.stands
        assert "(disguise)" not in stands.words


def test_a_capture_without_the_photo_stands_behind_no_copyright(tmp_path: Path) -> None:
    """It may have been packed anew, or taken away: the capture goes along, and the draft says that it proves nothing."""
    photo, again = ("photo_match", "own_photo"), "not judged: the photo was not seen there byte by byte"
    flags = [{"kind": photo[0], "rule": photo[1], "again": again}]
    files = {"page.html": b"x", "crawl/comparison.json": json.dumps({"flags": flags}).encode()}
    seal(tmp_path, files, case=1, kind="capture", by="me", at=AT, note="", shows="listing")
    found = dict(sealed_of(tmp_path, 1))
    assert len(gather(tmp_path, found, {1: [photo]}, Ground.COPYRIGHT).evidence) == 1
    (stands,) = _complaint_evidence.behind(found, {1: [photo]}, Ground.COPYRIGHT).values()
    assert not stands.stands
    assert f"NO SEALED EVIDENCE of photo_match (own_photo: {again})" in stands.words


def test_a_certificate_goes_along_and_stands_behind_nothing(tmp_path: Path) -> None:
    """It shows our right, and says nothing of the listing."""
    seal(tmp_path, {"files/cn.pdf": b"%PDF"}, case=1, kind="certificate", by="me", at=AT, note="")
    found, cites = dict(sealed_of(tmp_path, 1)), {1: [CARRYING]}
    assert len(gather(tmp_path, found, cites, Ground.TRADEMARK).evidence) == 1
    (alone,) = _complaint_evidence.behind(found, cites, Ground.TRADEMARK).values()
    assert (alone.stands, "certificate of" in alone.words, "NO SEALED EVIDENCE" in alone.words) == (False, True, True)


@pytest.mark.parametrize(
    ("name", "content", "note", "shows", "stands"),
    [
        ("page.png", picture("red"), "the title of the page", "listing", True),
        ("page.png", picture("red"), "", "listing", False),
        ("crown.png", picture("red"), "the crown is not ours", "", False),
        ("crown.png", picture("red"), "the crown is not ours", "other", False),
        ("n.txt", b"def shop(): pass", "the crown is not ours", "listing", False),
        ("crown.png", b"no picture", "the crown is not ours", "listing", False),
    ],
)
def test_a_photo_stands_where_a_person_said_that_it_shows_the_page(
    tmp_path: Path, name: str, content: bytes, note: str, shows: str, *, stands: bool
) -> None:
    """Packages of before too, which took any file."""
    seal(tmp_path, {f"files/{name}": content}, case=1, kind="photo", by="me", at=AT, note=note, shows=shows)
    found, cites = dict(sealed_of(tmp_path, 1)), {1: [CARRYING]}
    (alone,) = _complaint_evidence.behind(found, cites, Ground.TRADEMARK).values()
    assert (alone.stands, "NO SEALED EVIDENCE" in alone.words) == (stands, not stands)
    assert (f"which shows, says me, {note!r}" in alone.words) is bool(note)
    along = gather(tmp_path, found, cites, Ground.TRADEMARK)
    assert [one.bears for one in along.evidence] == [stands]
    idle = "stands behind nothing but its note" in alone.words
    assert idle is (shows != "listing")
    missing = "; ".join(channel("market_authority").missing(world_draft("market_authority", evidence=along.evidence)))
    assert ("evidence of what is reported" in missing) is not stands


@pytest.mark.parametrize(
    ("name", "content", "note", "said"),
    [
        ("n.txt", b"source of a shop", "n", "n.txt: is no picture that opens"),
        ("n.png", b"source of a shop", "n", "n.png: "),
        ("n.png", picture("red"), "", "--note with what it shows"),
        ("", b"", "n", "a photo needs its file"),
    ],
)
def test_no_other_file_is_added_as_a_photo(
    tmp_path: Path, name: str, content: bytes, note: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["init", str(tmp_path / "w")])
    if name:
        (tmp_path / name).write_bytes(content)
    files = [str(tmp_path / name)] if name else []
    with pytest.raises(SystemExit):
        main(["evidence", "add", "1", "--kind", "photo", "--note", note, *files, "--workspace", str(tmp_path / "w")])
    assert said in capsys.readouterr().err
    assert not (tmp_path / "w" / "evidence" / "packages").exists()


def commands(readme: str) -> Iterator[str]:
    """What somebody who got the archive is told to run, for the package of its first line, stamped at the second."""
    for line in readme.splitlines():
        if line.startswith("     "):
            yield line.strip().replace("NUMBER", "000002")


@pytest.mark.skipif(OPENSSL is None, reason="needs openssl, which is the timestamp authority here")
def test_the_log_leads_from_a_package_to_its_timestamp(
    authority: Authority,  # noqa: F811
    url: str,  # noqa: F811
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    for case in (1, 2):
        seal(tmp_path, {"page.html": b"x"}, case=case, kind="capture", by="me", at=AT, note="", shows="listing")
    stamps.stamp(tmp_path, url, authority.certificates)
    seal(tmp_path, {"files/x.txt": b"x"}, case=3, kind="note", by="me", at=AT, note="what we think of case 3")
    out = tmp_path_factory.mktemp("out")
    along = along_of(tmp_path, {1}, Ground.TRADEMARK)
    names = unpacked(along.files, out)
    assert along.left_out == []
    assert {"log/000001-000002.jsonl", "heads/000002", "timestamps/000002.tsr", "public-key.pem"} <= set(names)
    assert not [path for path in out.rglob("*") if path.is_file() and b"case 3" in path.read_bytes()]
    first, second = (out / "log/000001-000002.jsonl").read_bytes().splitlines()
    assert json.loads(first)["digest"] == along.evidence[0].digest
    package, said = out / PACKAGES / along.evidence[0].name, ""
    for command in commands((out / "HOW-TO-CHECK.txt").read_text()):
        at = package if "SHA256SUMS" in command and "NAME" not in command else out
        done = subprocess.run(
            command.replace("NAME", package.name), shell=True, cwd=at, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        said += done.stdout + done.stderr
    for part in ("page.html: OK", "Signature Verified Successfully", along.evidence[0].digest,
                 json.loads(second)["previous"], "Verification: OK", fingerprint(tmp_path)):  # fmt: skip
        assert part in said


def test_lines_on_other_things_keep_the_rest_of_the_log_here(tmp_path: Path, tmp_path_factory) -> None:
    seal(tmp_path, {"page.html": b"x"}, case=1, kind="capture", by="me", at=AT, note="", shows="listing")
    seal(tmp_path, {"files/x.txt": b"x"}, case=3, kind="note", by="me", at=AT, note="what we think of case 3")
    along = along_of(tmp_path, {1}, Ground.TRADEMARK)
    assert any("tells of 1 other things" in text for text in along.left_out)
    names = unpacked(along.files, tmp_path_factory.mktemp("out"))
    assert "log/000001-000001.jsonl" in names
    assert "log.head" not in names
    whole = along_of(tmp_path, {1}, Ground.TRADEMARK, internal=True)
    assert {"log/000001-000002.jsonl", "log.head"} <= set(unpacked(whole.files, tmp_path_factory.mktemp("whole")))


def test_a_log_that_does_not_verify_stops_the_draft_and_is_no_evidence(evidence: Path) -> None:
    assert [entry["kind"] for entry in verified(evidence, 1)[0]] == ["purchase", "capture"]
    line = {"name": "case-1-note-x", "case": "1", "kind": "note", "by": "Notary Dr. Who", "at": AT.isoformat()}
    with (evidence / "log.jsonl").open("ab") as file:
        file.write(json.dumps(line).encode() + b"\n")
    entries, wrong = verified(evidence, 1)
    assert "Notary Dr. Who" not in str(entries)
    assert wrong
    with pytest.raises(WorkFailedError, match="not as it was sealed"):
        along_of(evidence, {1}, Ground.TRADEMARK)


def test_a_line_without_its_package_is_no_evidence(evidence: Path) -> None:
    (package,) = (evidence / PACKAGES).glob("case-1-purchase-*")
    shutil.rmtree(package)
    entries, wrong = verified(evidence, 1)
    assert [entry["kind"] for entry in entries] == ["capture"]
    assert wrong == [f"{package.name}: is logged and missing"]


def test_a_test_buy_is_proven_by_sealed_evidence_of_its_order(tmp_path: Path) -> None:
    buy = Purchase(case=1, order=" a-1 ")
    assert proven(tmp_path, [buy]) == [buy]
    files = {"files/parcel.jpg": picture("red"), "files/empty.jpg": b"",
             "files/script.png": b"#!/bin/sh", "files/paper.pdf": b"%PDF"}  # fmt: skip
    package = seal(tmp_path, files, case=1, kind="purchase", by="t", at=AT, note="", facts=STATED)
    logged = (tmp_path / log.NAME).read_bytes()
    (tmp_path / log.NAME).write_bytes(b"")
    assert proven(tmp_path, [buy]) == [buy], "one that is not on the log shows nothing"
    (tmp_path / log.NAME).write_bytes(logged)
    (one,) = proven(tmp_path, [buy])
    assert one == replace(
        buy, packages=(package.name,), bought_on=date(2026, 5, 2), price="89.00", currency="EUR", sellers=("s1",),
        differs="the movement is not ours", pictures=1,
    )  # fmt: skip
    for other in (replace(buy, order="A-2"), replace(buy, case=2)):
        assert proven(tmp_path, [other]) == [other]
    (package / "files/paper.pdf").write_bytes(b"%pdf")
    assert proven(tmp_path, [buy]) == [buy], "one that was changed shows nothing"


STATED = {"order": "A-1", "bought_on": "2026-05-02", "price": "89.00", "currency": "EUR", "seller_id": "s1",
          "differs": "the movement is not ours"}  # fmt: skip


def test_a_purchase_says_all_that_its_packages_state(tmp_path: Path) -> None:
    """What was seen later adds; a price is put right by a later one; that of two sellers is told as of both."""
    for number, more in enumerate(({}, {"differs": "no serial number", "price": "98.00"}, {"seller_id": "s2"})):
        seal(tmp_path, {"files/p.png": picture("blue")}, case=1, kind="purchase", by="t",
             at=AT + timedelta(days=number), note="", facts={**STATED, **more})  # fmt: skip
    (one,) = proven(tmp_path, [Purchase(case=1, order="A-1")])
    assert (one.differs, one.price, one.sellers, len(one.packages), one.pictures, one.shared) == (
        "the movement is not ours; no serial number", "89.00", ("s1", "s2"), 3, 3, ()
    )  # fmt: skip
    assert "was made from s1 / s2, and the seller of case 1 is s1" in "".join(unproven(one, ["s1"], AT.date()))
    with_all = along_of(tmp_path, {1}, Ground.COUNTERFEIT, one.packages[:2])
    assert [sealed.name for sealed in with_all.evidence] == list(one.packages[:2])
    assert f"{one.packages[2]}: a test buy that is not alleged here" in "".join(with_all.left_out)


@pytest.mark.parametrize(
    ("stated", "sellers", "another"),
    [
        (("shop15",), ("/shop15", ""), False),
        (("/shop15",), ("shop15", "Shop"), False),
        (("shop15", "Shop"), ("/shop15", "Shop"), False),
        (("shop16",), ("/shop15", ""), True),
        (("/a", "/b"), ("b", ""), True),
        (("s1", "s2"), ("s1", ""), True),
        (("A / B",), ("A / B", ""), False),
        (("A / B", "shop15"), ("/shop15", "A / B"), False),
        (("A / B",), ("A", "B"), True),
    ],
)
def test_a_purchase_is_from_the_seller_whose_page_was_read(
    stated: tuple[str, ...], sellers: tuple[str, str], *, another: bool
) -> None:
    buy = replace(PURCHASE, sellers=stated)
    assert ("was made from" in "".join(unproven(buy, sellers, AT.date()))) is another


def test_one_parcel_does_not_serve_two_orders(tmp_path: Path) -> None:
    for case, more, colour in ((1, {}, "red"), (2, {"order": "B-2", "seller_id": "s2"}, "red"), (2, {}, "green")):
        seal(tmp_path, {f"files/{colour}{case}.png": picture(colour)}, case=case, kind="purchase", by="t", at=AT,
             note="", facts={**STATED, **more})  # fmt: skip
    first, second, third = proven(
        tmp_path, [Purchase(case=1, order="A-1"), Purchase(case=2, order="B-2"), Purchase(case=2, order="A-1")]
    )
    assert first.shared == ("red1.png serves the order B-2 too",)
    assert second.shared == ("red2.png serves the order A-1 too",)
    assert third.shared == (), "one parcel may hold the goods of two listings"
    assert (first.pictures, second.pictures, third.pictures) == (0, 0, 1)
    (said,) = unproven(first, ["s1"], AT.date())
    assert "red1.png serves the order B-2 too; seal one that shows these goods (monitor evidence add 1 --kind" in said


def test_an_order_with_a_photo_of_its_own_is_shown_whatever_was_attached_elsewhere(tmp_path: Path) -> None:
    for case, more, colour in ((1, {}, "red"), (2, {"order": "B-2"}, "red"), (1, {}, "green")):
        seal(tmp_path, {f"files/{colour}{case}.png": picture(colour)}, case=case, kind="purchase", by="t", at=AT,
             note="", facts={**STATED, **more})  # fmt: skip
    (one,) = proven(tmp_path, [Purchase(case=1, order="A-1")])
    assert (one.pictures, one.shared, list(unproven(one, ["s1"], AT.date()))) == (
        1, ("red1.png serves the order B-2 too",), []
    )  # fmt: skip
    (warned,) = doubts(world_draft("third_party", ground=Ground.COUNTERFEIT, test_buys=[replace(one, bought_on=None)]))
    assert "is shown by another photo, and red1.png serves the order B-2 too; look which goods it shows" in warned


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
        along_of(evidence, {1, 2}, Ground.TRADEMARK)


def test_a_package_that_was_sealed_elsewhere_is_not_ours(evidence: Path, tmp_path_factory) -> None:
    other = tmp_path_factory.mktemp("other")
    strange = seal(other, {"x.txt": b"x"}, case=1, kind="note", by="you", at=AT, note="")
    shutil.copytree(strange, evidence / PACKAGES / strange.name)
    with pytest.raises(WorkFailedError, match="not the signature"):
        along_of(evidence, {1}, Ground.TRADEMARK)


def test_too_much_is_told_with_the_way_out(evidence: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_complaint_evidence, "MOST_BYTES", 10)
    with pytest.raises(ConfigurationError, match="--no-evidence"):
        along_of(evidence, {1}, Ground.TRADEMARK)
