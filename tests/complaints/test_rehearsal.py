"""A rehearsal of each channel, of goods on any site: it opens, says in every file what it is, and is no complaint."""

import io
import json
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from monitor.bazaar.dossier import write_workspace
from monitor.bazaar.pages import shown
from monitor.bazaar.world import World
from monitor.cli import main
from monitor.complaints import Ground, channel, channels, grounds_of
from monitor.complaints.rehearsal import MARK, asked, of_any_site, rehearsal
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence.seal import seal
from monitor.packages import check_package
from monitor.store import CaseFilter, Store
from monitor.store.complaints import Complaints
from tests.complaints.complaint_world import draft, matter

LOOPBACK = "http://127.0.0.1:8000/item/7"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo's dossiers, and its infringing listings on the demo's own address; one is confirmed."""
    folder = tmp_path_factory.mktemp("demo") / "w"
    world = World(3, 1)
    write_workspace(world, folder, date(2026, 3, 2), "http://127.0.0.1:8000")
    slug = world.makers[0].slug
    offers = [offer for offer in world.offers if (slug, "text_match") in world.truth[offer.number]]
    its = [(offer.number, shown(world, offer, 0, "http://127.0.0.1:8000")) for offer in offers]
    rows = [
        {
            "marketplace": "127.0.0.1:8000", "listing_id": str(number), "url": f"http://127.0.0.1:8000/item/{number}",
            "title": it.title, "seller_id": "s1", "description": it.description, "price": it.amount,
            "currency": it.currency, "observed_at": datetime(2026, 3, 2, 3, tzinfo=UTC).isoformat(),
        } for number, it in its
    ]  # fmt: skip
    listings = folder / "listings.jsonl"
    listings.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MONITOR_DATABASE", raising=False)
        patch.setenv("MONITOR_WORKSPACE", str(folder))
        patch.setenv("MONITOR_USER", "tester")
        main(["check", str(listings), "--brand", slug, "--save", "-o", str(folder / "o.csv")])
        with Store(f"sqlite:///{folder / 'monitor.db'}") as store:
            every = store.cases(CaseFilter())
        case = next(one.id for one in every if Ground.TRADEMARK in grounds_of(one.finding.flags))
        main(["cases", "decide", str(case), "confirmed", "--why", "looked at"])
        patch.setenv("CASE", str(case))
        yield folder


def first_line(path: Path) -> str:
    """What a reader of a file sees first."""
    content = path.read_bytes()
    if path.suffix == ".docx":
        return docx.Document(io.BytesIO(content)).paragraphs[0].text
    if path.suffix == ".json":
        return next(iter(json.loads(content).items()))[1]
    return content.decode("utf-8-sig").splitlines()[0].strip('"')


def test_each_channel_is_rehearsed_and_nothing_is_kept(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["complaint", "draft", "--rehearse", "all", os.environ["CASE"], "--set", "country=CN"])
    said = capsys.readouterr().out
    assert "No complaint was made, and none of it is to be filed." in said
    for name in channels():
        (folder,) = (workspace / "rehearsals").glob(f"REHEARSAL-{name}-*")
        assert f"Rehearsal of {name}: {folder}" in said
        assert check_package(folder) == []
        files = [path for path in folder.iterdir() if path.name != "SHA256SUMS"]
        assert len(files) > 1
        for path in files:
            assert path.name.startswith("REHEARSAL-")
            assert first_line(path) == (
                f"{MARK}: to see what {name} asks for; no complaint, not to be filed. 仅供演练，不得提交。"
            )
        asks = (folder / "REHEARSAL-asks.txt").read_text("utf-8")
        assert all(f"] {one.name}: " in asks for one in channel(name).fields)
        assert (f"127.0.0.1 is no site of {name}" in asks) is bool(channel(name).hosts)
    assert not (workspace / "complaints").exists()
    with Complaints(f"sqlite:///{workspace / 'monitor.db'}") as complaints:
        assert complaints.find() == []
    with pytest.raises(SystemExit):
        main(["complaint", "submit", "1"])
    assert "there is no complaint 1" in capsys.readouterr().err


def test_a_counterfeit_is_rehearsed_by_its_test_buy(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buy, case = ("--test-buy", f"{os.environ['CASE']}:A-9"), os.environ["CASE"]
    before = set((workspace / "rehearsals").glob("*"))
    main(["complaint", "draft", "--rehearse", "third_party", case, *buy, "--set", "country=CN"])
    assert "third_party: a draft asks besides why the test buy shows a counterfeit: --sure" in capsys.readouterr().out
    (folder,) = {*(workspace / "rehearsals").glob("*")} - before
    assert "sealed evidence of the test buy A-9" in (folder / "REHEARSAL-asks.txt").read_text("utf-8")


def test_what_would_go_along_is_named_and_what_is_wrong_with_it(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, evidence = os.environ["CASE"], workspace / "evidence"
    folders = workspace / "rehearsals"

    def asks(channel: str) -> str:
        before = set(folders.glob("*"))
        main(["complaint", "draft", "--rehearse", channel, case, "--set", "country=CN"])
        (folder,) = {*folders.glob("*")} - before
        return (folder / "REHEARSAL-asks.txt").read_text("utf-8")

    assert f"evidence of what is reported of case {case}" in asks("market_authority")
    package = seal(evidence, {"page.html": b"x"}, case=int(case), kind="capture", by="t",
                   at=datetime(2026, 3, 2, 4, tzinfo=UTC), note="", shows="listing")  # fmt: skip
    said = asks("market_authority")
    assert f"evidence of what is reported of case {case}" not in said
    along = said.split("Would go along:")[1].split("\n\n")[0].split("\n")
    assert "+ identity.pdf" in along
    assert f"+ sealed evidence: capture of 2026-03-02 04:00 UTC ({package.name})" in along
    assert package.name not in asks("letter")
    (package / "page.html").write_bytes(b"y")
    said = asks("market_authority")
    assert "evidence is not as it was sealed" in said
    assert package.name not in said.split("Missing or wrong")[0]
    (package / "page.html").write_bytes(b"x")
    identity = workspace / "brands" / World(3, 1).makers[0].slug / "rights" / "identity.pdf"
    kept = identity.read_bytes()
    identity.write_bytes(b"MZ" + bytes(64))
    assert "identity.pdf" in asks("market_authority").split("Missing or wrong")[1]
    identity.write_bytes(kept)


def test_a_letter_that_no_font_sets_is_rehearsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.complaints.pdf.found_fonts", lambda: ())
    way = of_any_site(channel("letter"))
    made = rehearsal(channel("letter"), way, draft("letter"))
    assert "REHEARSAL-letter.docx" in made
    assert "a font of this machine for" in made["REHEARSAL-asks.txt"].decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ebay_vero", "1", "--sure", "x"], "--rehearse takes cases with --ground"),
        (["ebay_vero", "1", "--test-buy", "999:A"], "--test-buy: case 999 is none of the complaint's cases"),
        (["ebay_vero", "1", "--no-evidence"], "--rehearse takes cases with --ground"),
        (["ebay_vero", "1", "--set", "country=CN"], "--set country: ebay_vero has no such field"),
        (["ebay_vero", "1", "--set", "message_to_seller=this is counterfeit, we tested it"], "counterfeit would be"),
        (["ebay_vero", "1", "--ground", "copyright"], "share no ground copyright"),
        (["nowhere", "1"], "there is no channel 'nowhere'"),
        (["ebay_vero", "999"], "there is no case 999"),
    ],
)
def test_what_is_refused_of_a_draft_is_refused(
    workspace: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["complaint", "draft", "--rehearse", *(os.environ["CASE"] if one == "1" else one for one in arguments)])
    assert (ended.value.code, said in capsys.readouterr().err) == (2, True)


def test_the_sites_alone_are_left_out() -> None:
    way, one = of_any_site(channel("ebay_vero")), matter(1, url=LOOPBACK)
    way.fits([one])
    with pytest.raises(ConfigurationError, match="is no site of ebay_vero"):
        channel("ebay_vero").fits([one])
    assert way.missing(draft("ebay_vero", one)), "a number of its own it has none"
    assert type(way) not in map(type, channels().values())


def test_what_a_rehearsal_leaves_out_is_said_with_why() -> None:
    def asks(name: str) -> str:
        way = of_any_site(channel(name))
        return rehearsal(channel(name), way, draft(name, papers={}, evidence=()))["REHEARSAL-asks.txt"].decode()

    letter, service = asks("letter"), asks("third_party")
    assert "A draft has letter.pdf besides: the same words, left out here" in letter
    assert "Nothing would go along with it: the dossier has no paper of its rights." in letter
    assert "Sealed evidence stays here: the other side is not shown it." in letter
    assert ("A draft has" in service, "stays here" in service) == (False, False)
    assert "no paper of its rights, and nothing that is sealed shows what is alleged." in service


def test_what_a_seller_hid_is_shown() -> None:
    way, one = of_any_site(channel("ebay_vero")), matter(1, url="http://127.0.0.1:8000/\u202eitem")
    made = rehearsal(channel("ebay_vero"), way, draft("ebay_vero", one))
    assert b"the number of an item" in made["REHEARSAL-asks.txt"]
    assert not [name for name, content in made.items() if "\u202e".encode() in content]


def test_what_cannot_be_marked_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    way = of_any_site(channel("etsy"))
    monkeypatch.setattr(type(way), "files", lambda self, draft: {"x.zip": b""})
    with pytest.raises(WorkFailedError, match="cannot be marked as a rehearsal"):
        rehearsal(channel("etsy"), way, draft("etsy"))


def test_a_field_that_lacks_for_several_sites_says_so() -> None:
    """The listings are there, so that the address of one is not what lacks."""
    way = channel("alibaba_ipp")
    one = draft(way.name, matter(1, url="https://item.taobao.com/1"), matter(2, url="https://shop.example/2"))
    told = list(asked(way, of_any_site(way), one))
    assert (
        "[LACKS IT] website: address of the listing (of one site, and these are of item.taobao.com, shop.example; draft "
        "with --split)" in told
    )
    assert "[has it] infringing_listings: address of the listing" in told
    alone = list(asked(way, of_any_site(way), draft(way.name, matter(1, url="https://item.taobao.com/1"))))
    assert "[has it] website: address of the listing" in alone
