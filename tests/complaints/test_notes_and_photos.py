"""A sentence on what the page shows cites captures of it; a photo stands beside it by the words of who added it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from monitor.cli import _complaint_evidence
from monitor.cli._complaint_evidence import gather
from monitor.cli._sealed_evidence import sealed_of
from monitor.complaints import Ground, Sealed, channel
from monitor.complaints.typed import all_alleged, unheard
from monitor.evidence.seal import seal
from monitor.records import Evidence
from tests.complaints.complaint_world import BOUGHT, CAPTURE, CARRYING, LINKS, PURCHASE, draft, matter, picture
from tests.complaints.test_complaint_command import HERE, confirm, judged, run  # noqa: F401

PHOTO = Sealed(name="case-1-photo-z", kind="photo", case=1, by="root", note="x")
SHOWS = "商品页面出现仿冒用语「Aurelia」，并提及「AURELIA」或其商品"
TWICE = ("text_match", "disguise")
SAID = "另有照片，root称其显示「x」"


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ([CAPTURE], f"{SHOWS}（见证据1）。"),
        ([CAPTURE, CAPTURE], f"{SHOWS}（见证据1、2）。"),
        ([PHOTO], f"{SHOWS}；{SAID}（见证据1）。"),
        ([PHOTO, CAPTURE], f"{SHOWS}（见证据2）；{SAID}（见证据1）。"),
        ([PHOTO, PHOTO], f"{SHOWS}；{SAID}（见证据1、2）。"),
        ([replace(CAPTURE, case=2)], f"{SHOWS}。"),
        ([replace(CAPTURE, bears=False)], f"{SHOWS}。"),
        ([replace(CAPTURE, unseen=frozenset([CARRYING]))], f"{SHOWS}。"),
        ([replace(CAPTURE, kind="certificate", note="our right")], f"{SHOWS}。"),
        ([BOUGHT], f"{SHOWS}。"),
    ],
)
@pytest.mark.parametrize("name", ["market_authority", "jd"])
def test_what_the_page_shows_cites_its_captures(name: str, evidence: Sequence[Sealed], said: str) -> None:
    one = matter(1, CARRYING, url=LINKS.get(name, "").format(1))
    made = draft(name, one, evidence=evidence)
    values = channel(name).values(made)
    assert values["facts" if name == "market_authority" else "reason"].endswith(
        f"：{said}" if "；" not in said else said
    )
    assert all(("root的说明：「x」" in line) is (PHOTO.name in line) for line in _listed(name, made))


def _listed(name: str, made: object) -> list[str]:
    files = channel(name).files(made)  # type: ignore[arg-type]
    paper = next(content for file, content in files.items() if file.endswith(".docx"))
    return [one.text for one in docx.Document(io.BytesIO(paper)).paragraphs if "文件包" in one.text]


def test_each_sentence_cites_what_shows_it() -> None:
    one = matter(1, CARRYING, TWICE)
    captures = [replace(CAPTURE, unseen=frozenset([TWICE])), CAPTURE]
    said = channel("market_authority").values(draft("market_authority", one, evidence=captures))["facts"]
    assert f"{SHOWS}（见证据1、2）；以变形写法「Aurelia」使用商标「AURELIA」（见证据2）。" in said


def test_what_nothing_shows_stands_behind_what_is_cited() -> None:
    one = matter(1, CARRYING, TWICE)
    captures = [replace(CAPTURE, unseen=frozenset([CARRYING]))]
    said = channel("market_authority").values(draft("market_authority", one, evidence=captures))["facts"]
    assert said.endswith(f"：以变形写法「Aurelia」使用商标「AURELIA」（见证据1）；{SHOWS}。")


def test_a_test_buy_is_cited_for_what_was_bought_alone() -> None:
    made = draft("market_authority", matter(1, CARRYING), ground=Ground.COUNTERFEIT, test_buys=(PURCHASE,),
                 evidence=(CAPTURE, BOUGHT))  # fmt: skip
    said = channel("market_authority").values(made)["facts"]
    assert f"{SHOWS}（见证据1）；经购买取证" in said
    assert said.endswith("wrong movement（见证据2）。")


@pytest.mark.parametrize(
    ("kind", "note", "alleged"),
    [
        ("photo", "the crown from near by", False),
        ("photo", "the crown is not ours", True),
        ("photo", "our lab found it to be a counterfeit", True),
        ("photo", "test buy confirmed", True),
        ("photo", "经鉴定为假货", True),
        ("certificate", "they sell fakes", True),
        ("capture", "the page shows the listing; since the crawl title 'Replica' is now 'Watch'", False),
    ],
)
def test_notes_are_read_as_typed_texts_are(tmp_path: Path, kind: str, note: str, *, alleged: bool) -> None:
    files = {"page.html": b"x"} if kind == "capture" else {"files/a.png": picture("red")}
    seal(tmp_path, files, case=1, kind=kind, by="me", at=datetime(2026, 5, 4, tzinfo=UTC), note=note, shows="listing")
    along = gather(tmp_path, dict(sealed_of(tmp_path, 1)), {1: [CARRYING]}, Ground.TRADEMARK)
    said = all_alleged(channel("third_party"), draft("third_party", evidence=along.evidence))
    assert bool(said) is alleged
    assert not said or f"the note of {along.evidence[0].name}: {note!r}" in said[0]


WORD_ALONE = ("text_match", "counterfeit_word_alone")


@pytest.mark.parametrize(
    ("says", "flag", "observed", "more", "note", "alleged"),
    [
        ("what stands there", CARRYING, "replica 1:1", {}, "the page says Replica 1:1, price 49", False),
        ("a part of it", CARRYING, "replica 1:1", {}, "the title, with the word replica", False),
        ("in Chinese", CARRYING, "高仿", {}, "页面标题写有「高仿」", False),
        ("by a person's word", WORD_ALONE, "fake", {}, "the page says fake", False),
        ("another word", CARRYING, "replica 1:1", {}, "the page says replica 1:1; it is a counterfeit", True),
        ("what was bought", CARRYING, "replica", {}, "test buy confirmed: replica", True),
        ("what no flag cites", CARRYING, "Aurelia", {}, "the page says replica", True),
        ("a photo of the goods", CARRYING, "replica", {"bears": False}, "the goods are a replica", True),
        ("a certificate", CARRYING, "replica", {"kind": "certificate"}, "this replica is none of ours", True),
        ("another case", CARRYING, "replica", {"case": 2}, "the page says replica", True),
    ],
)
def test_a_photo_of_the_page_may_say_what_stands_there(
    says: str, flag: tuple[str, str], observed: str, more: Mapping[str, object], note: str, *, alleged: bool
) -> None:
    one, other = matter(1, flag, url=LINKS["jd"].format(1)), matter(2, CARRYING, url=LINKS["jd"].format(2))
    seen = replace(one.finding.flags[0], evidence=(Evidence(field="title", observed=observed, asset="AURELIA"),))
    one = replace(one, finding=replace(one.finding, flags=(seen,)))
    made = draft("jd", one, other, evidence=(replace(PHOTO, note=note, **more),))
    assert bool(all_alleged(channel("jd"), made)) is alleged, says
    assert any(repr(note) in words for words in unheard(channel("jd"), made)), "it is told all the same"


@pytest.mark.parametrize(
    ("ground", "alleged"), [(Ground.TRADEMARK, False), (Ground.COPYRIGHT, True), (Ground.NONE, True)]
)
def test_what_is_not_cited_is_not_repeated(ground: Ground, *, alleged: bool) -> None:
    one = matter(1, WORD_ALONE, ("photo_match", "own_photo"))
    seen = replace(one.finding.flags[0], evidence=(Evidence(field="title", observed="replica", asset="AURELIA"),))
    one = replace(one, finding=replace(one.finding, flags=(seen, one.finding.flags[1])))
    made = draft("third_party", one, ground=ground, evidence=(replace(PHOTO, note="the page says replica"),))
    assert bool(all_alleged(channel("third_party"), made)) is alleged


def test_a_photo_alone_is_no_capture_of_the_page(tmp_path: Path) -> None:
    at, found = datetime(2026, 5, 4, tzinfo=UTC), {1: [CARRYING]}
    seal(
        tmp_path,
        {"files/a.png": picture("red")},
        case=1,
        kind="photo",
        by="me",
        at=at,
        note="the page",
        shows="listing",
    )
    (alone,) = _complaint_evidence.behind(dict(sealed_of(tmp_path, 1)), found, Ground.TRADEMARK).values()
    assert "NO SEALED CAPTURE of the page: monitor evidence capture 1" in alone.words
    seal(tmp_path, {"page.html": b"x"}, case=1, kind="capture", by="me", at=at, note="", shows="listing")
    (both,) = _complaint_evidence.behind(dict(sealed_of(tmp_path, 1)), found, Ground.TRADEMARK).values()
    assert "NO SEALED CAPTURE" not in both.words


def test_a_note_that_alleges_a_counterfeit_needs_a_reason(run, tmp_path: Path) -> None:  # noqa: F811
    case = confirm(run, "text_match")
    (tmp_path / "p.png").write_bytes(picture("red"))
    note = "Test buy of 3 May: our lab found it to be a counterfeit"
    assert run("evidence", "add", case, "--kind", "photo", "--note", note, tmp_path / "p.png", "--by", "t")[0] == 0
    asked = ("complaint", "draft", "third_party", case, *HERE, "--set", "service=Example Ltd", "--by", "t")
    code, said = run(*asked)
    assert (code, "by what you typed alone: the note of case-" in said) == (2, True), said
    code, said = run(*asked, "--sure", "the lab's report is in the case")
    assert (code, "Warning: a counterfeit is alleged by words that a person typed" in said) == (0, True), said
    assert "a counterfeit for sure: the lab's report is in the case" in run("complaint", "show", 1)[1]
