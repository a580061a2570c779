"""`monitor sellers`, as a person calls it, on a real database and real files."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.brands import SellerEntry, SellerStatus, standing
from monitor.brands.loader import load_brand
from monitor.cli._seller_hints import _near
from monitor.records import Listing
from monitor.sellers import Profiles
from monitor.store import CaseFilter, open_store
from monitor.workspace import load_workspace
from tests.cli.running import Run

FOLDER = Path("workspace/brands/aurelia")
OFFER = {
    "marketplace": "shop.example",
    "title": "Aurelia watch 1:1 replica",
    "price": "89.00",
    "currency": "EUR",
    "observed_at": "2026-10-05T03:00:00Z",
}
SELLERS = [
    {"seller_id": "rogue", "seller_name": "Rogue\x1b[2J", "description": "wechat: best88"},
    {"seller_id": "second", "seller_name": "=Second()", "description": "WeChat：BEST88"},
    {"seller_id": "third", "seller_name": "Third", "title": "Vase"},
]


def save(run: Run, sightings: list[dict[str, str]], first: int = 1) -> None:
    """Judge and store listings, numbered from `first`."""
    rows = [
        OFFER | {"listing_id": str(n), "url": f"https://shop.example/item/{n}"} | seen
        for n, seen in enumerate(sightings, first)
    ]
    Path("l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = run("check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err


@pytest.fixture
def saved(run: Run) -> Run:
    """Three sellers, two of whom belong together and offer replicas."""
    run("init", "workspace")
    save(run, SELLERS)
    return run


def entry(seller_id: str) -> list[SellerEntry]:
    return [one for one in load_brand(FOLDER).sellers or () if one.seller_id == seller_id]


def test_sellers_are_listed_and_shown(saved: Run) -> None:
    code, out, _ = saved("sellers", "list")
    lines = out.splitlines()
    assert code == 0
    assert len(lines) == 4
    assert "rogue" in lines[1]
    assert "1 other" in lines[1]
    assert "third" in lines[3]
    assert "\x1b" not in out
    code, out, _ = saved("sellers", "show", "SHOP.example", "rogue")
    assert code == 0
    assert "belongs together with second on shop.example" in out
    assert "share wechat best88" in out
    assert "\x1b" not in out
    _, out, _ = saved("sellers", "list", "--brand", "aurelia", "--limit", "1")
    assert len(out.splitlines()) == 2


def test_a_shop_that_names_no_seller_is_told_below_the_list(saved: Run) -> None:
    unnamed = [{"marketplace": place, "url": f"https://{place}/1"} for place in ("etsy.com", "uhren.example")]
    save(saved, [*unnamed, unnamed[1]], first=4)
    nobody_of_etsy = "Not in this list: 1 listing on etsy.com of which no seller was read."
    shop = (
        "Not in this list: uhren.example, which names no seller in 2 listings; see: monitor cases list "
        "--marketplace uhren.example"
    )
    may = "; if the shop may sell: monitor sellers authorize uhren.example uhren.example --brand BRAND"
    assert saved("sellers", "list")[2].splitlines() == [shop + may, nobody_of_etsy]
    code, out, err = saved("sellers", "list", "--brand", "aurelia", "--marketplace", "uhren.example")
    assert (code, out.splitlines(), err.splitlines()) == (0, ["No seller matches."], [shop + may])
    assert saved("sellers", "authorize", "uhren.example", "uhren.example", "--brand", "aurelia")[0] == 0
    assert saved("sellers", "list")[2].splitlines() == [shop, nobody_of_etsy]
    assert saved("sellers", "list", "--marketplace", "shop.example")[2] == ""


@pytest.mark.parametrize("territories", [("AT", "DE"), ("DE", "AT")])
def test_a_shop_that_may_sell_in_one_country_alone_is_still_asked_about(saved: Run, territories: tuple[str]) -> None:
    place = "uhren.example"
    save(saved, [{"marketplace": place, "url": f"https://{place}/{one}", "territory": one} for one in territories], 4)
    assert saved("sellers", "authorize", place, place, "--brand", "aurelia", "--territory", "DE")[0] == 0
    assert "if the shop may sell: monitor sellers authorize" in saved("sellers", "list")[2]


def test_an_unknown_seller_is_a_clear_error(saved: Run) -> None:
    code, _, err = saved("sellers", "show", "shop.example", "nobody")
    assert code == 2
    assert "nobody" in err
    assert "but rogue, which differs in case" in saved("sellers", "show", "shop.example", "ROGUE")[2]


def exported(run: Run, *options: str) -> dict[str, dict[str, str]]:
    """The rows of an export by seller id."""
    code, _, err = run("sellers", "export", "-o", "s.csv", *options)
    assert code == 0, err
    rows = list(csv.DictReader(io.StringIO(Path("s.csv").read_text("utf-8-sig"))))
    assert f"Wrote {len(rows)} seller" in err
    return {row["seller_id"]: row for row in rows}


def test_sellers_are_exported_safely(saved: Run, tmp_path: Path) -> None:
    code, _, err = saved("sellers", "export", "--all", "-o", "s.csv")
    assert (code, "3 sellers" in err) == (0, True)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "s.csv").read_text("utf-8-sig"))))
    assert {row["seller_id"] for row in rows} == {"rogue", "second", "third"}
    assert not any(cell.startswith("=") for row in rows for cell in row.values())


def test_an_export_is_for_its_owner_and_tells_no_more_than_the_cases_need(saved: Run) -> None:
    Path("s.csv").write_text("of an earlier version", "utf-8")
    Path("s.csv").chmod(0o644)
    rows = exported(saved)
    assert set(rows) == {"rogue", "second"}  # the third has no case
    assert Path("s.csv").stat().st_mode & 0o777 == 0o600
    assert "rogue on shop.example and second on shop.example share wechat" in rows["rogue"]["joins"]
    assert "best88" not in Path("s.csv").read_text("utf-8-sig")
    assert "share wechat best88" in exported(saved, "--contacts")["rogue"]["joins"]
    _, out, _ = saved("sellers", "export")
    assert "rogue" in out
    assert "best88" not in out


SOLARA = """
name = "Solara"
[[trademark]]
text = "Solara"
"""


def test_an_export_for_one_brand_counts_its_cases_and_its_list_alone(run: Run) -> None:
    run("init", "workspace")
    Path("workspace/brands/solara").mkdir()
    Path("workspace/brands/solara/brand.toml").write_text(SOLARA, "utf-8")
    person = {"seller_id": "jm", "seller_name": "J. M.", "description": "mail jm.private@gmx.de"}
    both = [
        person | {"title": "Aurelia watch"},
        person | {"title": "Solara sun cream 1:1 replica"},
        person | {"seller_id": "pm", "title": "Solara sun cream 1:1 replica"},
        person | {"seller_id": "vase", "title": "Vase"},
    ]
    save(run, both)
    assert run("sellers", "deny", "shop.example", "jm", "--brand", "solara")[0] == 0
    with open_store(load_workspace(Path("workspace"))) as store:
        mine = {str(case.id) for case in store.cases(CaseFilter(brand="aurelia"))}
        others = {str(case.id) for case in store.cases(CaseFilter(brand="solara"))}
    assert len(mine) == 1
    assert len(others) == 2
    rows = exported(run, "--brand", "aurelia")
    assert set(rows) == {"jm"}
    told = rows["jm"]
    assert told["standing"] == ""
    assert told["open_cases"] == "1"
    assert set(re.findall(r"case (\d+)", told["parts"])) == mine
    assert "jm.private" not in str(rows)
    whole = exported(run)
    assert set(whole) == {"jm", "pm"}
    assert whole["jm"]["standing"] == "solara: denied"
    assert int(whole["jm"]["risk"]) > int(told["risk"])
    assert set(exported(run, "--brand", "solara")) == {"jm", "pm"}
    assert set(exported(run, "--all")) == {"jm", "pm", "vase"}


def test_a_split_is_kept_and_holds_at_the_next_crawl(saved: Run) -> None:
    pair = ("shop.example", "second", "shop.example", "rogue")
    code, out, err = saved("sellers", "split", *pair, "--why", "a shared parcel service", "--by", "J. Weber")
    assert (code, "kept apart" in out, "not seen" in err) == (0, True, False)
    _, out, _ = saved("sellers", "show", "shop.example", "rogue")
    assert "belongs together" not in out
    assert "J. Weber" in Path("workspace/seller-splits.csv").read_text("utf-8-sig")
    assert saved("sellers", "split", "ebay.de", "a", "ebay.de", "A", "--why", "x")[0] == 2
    _, _, err = saved("sellers", "split", "shop.example", "third", "shop.example", "Rogue", "--why", "x")
    assert "Rogue on shop.example was not seen yet, but rogue, which differs in case" in err
    _, _, err = saved("sellers", "split", "shp.example", "third", "shop.example", "rogue", "--why", "x")
    assert "not seen yet, as there is no such marketplace here; known are: shop.example" in err
    # It holds when the next crawl brings more that is shared, and a third who shares it with both.
    again = {"description": "wechat: best88, mail deals@best.example", "observed_at": "2026-10-06T03:00:00Z"}
    save(saved, [SELLERS[0] | again, SELLERS[1] | again, {"seller_id": "fourth", "seller_name": "Fourth"} | again])
    for seller in ("rogue", "second", "fourth"):
        _, out, _ = saved("sellers", "show", "shop.example", seller)
        assert "belongs together" not in out
        assert f"undecided {'fourth on shop.example and' if seller != 'second' else ''}" in out
    # A person is asked to whom the third belongs, and says so.
    saved("sellers", "split", "shop.example", "fourth", "shop.example", "second", "--why", "another owner")
    _, out, _ = saved("sellers", "show", "shop.example", "fourth")
    assert "belongs together with rogue on shop.example" in out
    assert "undecided" not in out


def test_repeat_offenders_and_those_who_return_under_a_new_name_are_shown(saved: Run) -> None:
    save(saved, [SELLERS[0]], first=9)
    _, out, _ = saved("cases", "list", "--brand", "aurelia")
    assert len(out.splitlines()) == 4
    code, _, err = saved("cases", "decide", "1", "3", "confirmed", "--by", "J. Weber", "--why", "test buys")
    assert code == 0, err
    with open_store(load_workspace(Path("workspace"))) as store:
        gone = datetime(2026, 10, 9, tzinfo=UTC)
        assert store.mark_removed([f"https://shop.example/item/{number}" for number in (1, 9)], gone) == 2
    late = {"seller_id": "s-77", "seller_name": "Fresh Harbour", "title": "Vase"}
    save(saved, [late | {"description": "WeChat: best88", "observed_at": "2026-11-20T03:00:00Z"}], first=20)
    _, out, _ = saved("sellers", "show", "shop.example", "rogue")
    assert "a repeat offender: confirmed cases about 2 listings" in out
    assert "2 listings" in out
    _, out, _ = saved("sellers", "show", "shop.example", "s-77")
    assert "rogue on shop.example were gone (by 2026-10-09): it may have returned" in out
    assert ", 1 listing\n" in out
    _, out, _ = saved("sellers", "list")
    assert "s-77" in next(line for line in out.splitlines() if "Fresh Harbour" in line)
    assert [line.split()[0] for line in out.splitlines() if "Fresh Harbour" in line] == ["20"]


def test_authorising_and_denying_write_the_list_with_who_and_when(saved: Run) -> None:
    today = datetime.now(UTC).date()
    call = ("shop.example", "new-1", "--brand", "aurelia", "--by", "J. Weber")
    code, out, err = saved("sellers", "authorize", *call, "--name", "New House", "--until", "2099-12-31")
    assert code == 0, err
    assert "authorized" in out
    (one,) = entry("new-1")
    assert (one.status, one.seller_name, one.valid_from) == (SellerStatus.AUTHORIZED, "New House", today)
    row = (FOLDER / "sellers.csv").read_text("utf-8-sig").splitlines()[-1]
    assert f"J. Weber,{today.isoformat()}T" in row


def test_a_decision_writes_the_name_that_was_seen_but_none_that_a_spreadsheet_would_run(saved: Run) -> None:
    for seller, name in (("third", "Third"), ("rogue", "Rogue [2J"), ("second", ""), ("never-seen", "")):
        assert saved("sellers", "deny", "shop.example", seller, "--brand", "aurelia")[0] == 0
        assert [one.seller_name for one in entry(seller)] == [name]


def test_the_workspace_may_be_named_before_the_command_and_is_that_of_the_command_otherwise(
    saved: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONITOR_WORKSPACE", "nowhere")
    assert saved("sellers", "list")[0] == 2
    assert "rogue" in saved("--workspace", "workspace", "sellers", "list")[1]
    assert "rogue" in saved("-w", "elsewhere", "sellers", "list", "-w", "workspace")[1]
    code, _, err = saved("-w", "workspace", "init", "another")
    assert (code, "works in no workspace" in err) == (2, True)


def test_a_later_decision_ends_the_earlier_one(saved: Run) -> None:
    path = FOLDER / "sellers.csv"
    path.write_text("marketplace,seller_id,status,valid_from\nshop.example,s1,authorized,2020-01-01\n", "utf-8")
    assert saved("sellers", "deny", "shop.example", "s1", "--brand", "aurelia")[0] == 0
    first, second = entry("s1")
    assert first.valid_until is not None
    assert second.valid_from is not None
    assert first.valid_until < second.valid_from
    assert second.status is SellerStatus.DENIED
    assert saved("sellers", "authorize", "shop.example", "s1", "--brand", "aurelia")[0] == 0
    assert [str(one.status) for one in entry("s1")] == ["authorized", "denied", "authorized"], "nothing is removed"


def test_a_renewal_keeps_the_territory_and_says_so(saved: Run) -> None:
    """To let it go would authorise the seller everywhere, unnoticed."""
    path = FOLDER / "sellers.csv"
    path.write_text(
        "marketplace,seller_id,legal_entity,status,territory,valid_until\n"
        "www.shop.example,s1,Veloland AG,authorized,CH,2098-12-31\n",
        "utf-8",
    )
    call = ("sellers", "authorize", "shop.example", "s1", "--brand", "aurelia", "--by", "J")
    code, _, err = saved(*call, "--until", "2099-12-31")
    told = " ".join(err.split())
    assert (code, "kept from its row before: legal entity Veloland AG, territory CH" in told) == (0, True), err
    assert [(one.territory, one.legal_entity) for one in entry("s1")] == [("CH", "Veloland AG")] * 2
    assert saved(*call, "--territory", "")[0] == 0
    assert [one.territory for one in entry("s1")] == ["CH", "CH", ""]
    written = path.read_bytes()
    code, _, err = saved(*call)
    assert (code, "differ in territory" in err, path.read_bytes() == written) == (2, True, True)


def test_a_price_in_doubt_stands_beside_the_share_that_is_sure(saved: Run, tmp_path: Path) -> None:
    """One sighting below the floor is a suspicion: 0 % alone would say that nothing is."""
    listing = tmp_path / "cheap.csv"
    listing.write_text(
        "marketplace,listing_id,url,title,price,currency,seller_id,seller_name\n"
        "shop.example,c1,https://shop.example/c1,Aurelia Meridian 40 automatic watch,300,EUR,cheap,Cheap Watches\n",
        "utf-8",
    )
    assert saved("check", str(listing), "--save", "-o", str(tmp_path / "c.csv"))[0] in (0, 1)
    line = next(one for one in saved("sellers", "list")[1].splitlines() if "Cheap Watches" in one)
    assert "0%, 1 in doubt" in line


HEAD = "Seller_ID{0}marketplace{0}status{0}seller_name"
ROWS = 's1{0}shop.example{0}authorized{0}Uhren, Schmuck\ns2{0}shop.example{0}denied{0}"Gold; Silber"\n'


@pytest.mark.parametrize(
    ("says", "delimiter", "ending", "mark"),
    [
        ("a German spreadsheet's", ";", "\r\n", True),
        ("a semicolon alone", ";", "\n", False),
        ("tabs", "\t", "\n", False),
    ],
)
def test_the_list_keeps_its_form(saved: Run, says: str, delimiter: str, ending: str, mark: bool) -> None:
    written = f"{HEAD}\n{ROWS}".format(delimiter).replace("\n", ending)
    path = FOLDER / "sellers.csv"
    path.write_bytes(written.encode("utf-8-sig" if mark else "utf-8"))
    code, _, err = saved("sellers", "authorize", "shop.example", "s3", "--brand", "aurelia", "--by", "J")
    assert code == 0, err
    raw = path.read_bytes()
    lines = raw.decode("utf-8-sig").split(ending)
    assert raw.startswith(b"\xef\xbb\xbf") == mark, says
    assert lines[0] == HEAD.format(delimiter) + delimiter + delimiter.join(["valid_from", "decided_by", "decided_at"])
    assert lines[1].startswith(f"s1{delimiter}shop.example{delimiter}authorized{delimiter}")
    assert lines[3].startswith(f"s3{delimiter}shop.example{delimiter}authorized{delimiter}{delimiter}20")
    assert b"\r" not in raw.replace(ending.encode(), b""), says
    assert [one.seller_name for one in load_brand(FOLDER).sellers or ()] == ["Uhren, Schmuck", "Gold; Silber", ""]


def test_a_list_that_begins_with_a_row_of_blanks_is_written_too(saved: Run) -> None:
    path = FOLDER / "sellers.csv"
    path.write_text(f" ; \n{HEAD}\n{ROWS}".format(";"), "utf-8")
    code, _, err = saved("sellers", "authorize", "shop.example", "s3", "--brand", "aurelia", "--by", "J")
    assert code == 0, err
    assert [one.seller_id for one in load_brand(FOLDER).sellers or ()] == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("marketplace", "told"),
    [
        ("shop.exmple", "no listing was seen on shop.exmple yet; is shop.example meant?"),
        ("shop", "is shop.example meant?"),
        ("shop.example:8080", "is shop.example meant?"),
        ("amazon.dee", "is amazon.de meant?"),
        ("shop.example", ""),
        ("WWW.Shop.Example", ""),
        ("new.example", ""),
        ("amazon.it", ""),
        ("ebay.ed", "is ebay.de meant?"),
        ("", ""),
    ],
)
def test_a_marketplace_that_may_be_a_slip_is_told(saved: Run, marketplace: str, told: str) -> None:
    with (FOLDER / "prices.csv").open("a", encoding="utf-8") as file:
        file.write("MER-40,,amazon.de,EUR,1290.00,990.00,,\n")
    for verb in ("authorize", "deny"):
        before = (FOLDER / "sellers.csv").read_bytes()
        code, _, err = saved("sellers", verb, marketplace, "third", "--brand", "aurelia")
        said = " ".join(err.split())
        assert code == (2 if told else 0), err
        assert (told in said) if told else ("meant?" not in said)
        assert ((FOLDER / "sellers.csv").read_bytes() == before) == bool(told), "asked before it is written"
        if told:
            assert saved("sellers", verb, marketplace, "third", "--brand", "aurelia", "--new-marketplace")[0] == 0
            (FOLDER / "sellers.csv").write_bytes(before)


def test_a_marketplace_that_is_known_with_a_port_is_near_without() -> None:
    assert _near("127.0.0.1", ["127.0.0.1:8765", "127.0.0.2:8765", "ebay.de"]) == ["127.0.0.1:8765"]


def test_an_id_is_shown_as_it_is_written() -> None:
    profiles = Profiles()
    for written in ("a2xlm7", "A2XLM7"):
        listing = Listing(marketplace="amazon.fr", url="https://www.amazon.fr/dp/1", title="t", seller_id=written)
        profiles.see(listing, datetime(2026, 5, 4, tzinfo=UTC))
    (profile,) = profiles.all()
    assert (profile.seller_id, profile.account.seller_id) == ("A2XLM7", "a2xlm7")


def test_decisions_of_one_day_are_all_kept_and_the_last_stands(saved: Run) -> None:
    today = datetime.now(UTC).date()
    before = len(load_brand(FOLDER).sellers or ())
    shown = Listing(marketplace="shop.example", url="u", title="t", seller_id="new-1")
    for number, (verb, person) in enumerate([("authorize", "A"), ("deny", "B"), ("authorize", "C"), ("deny", "D")], 1):
        code, _, err = saved("sellers", verb, "WWW.Shop.Example", "new-1", "--brand", "aurelia", "--by", person)
        assert code == 0, err
        brand = load_brand(FOLDER)
        assert standing(brand, shown, "", today).authorized == (verb == "authorize")
        assert standing(brand, shown, "", today + timedelta(days=1)).authorized == (verb == "authorize")
        assert len(brand.sellers or ()) == before + number
    rows = list(csv.DictReader(io.StringIO((FOLDER / "sellers.csv").read_text("utf-8-sig"))))
    own = [row for row in rows if row["seller_id"] == "new-1"]
    assert [row["decided_by"] for row in own] == ["A", "B", "C", "D"]
    assert {row["marketplace"] for row in own} == {"shop.example"}
    assert [row["valid_until"] for row in own] == [today.isoformat()] * 3 + [""]
    assert all(row["decided_at"] for row in own)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("shop.example", "s1", "--brand", "nothing"), "there is no brand 'nothing'"),
        (("shop.example", "s1", "--brand", ".."), "there is no brand"),
        (("shop.example", " ", "--brand", "aurelia"), "the seller id is empty"),
        (("shop.example", "s1", "--brand", "aurelia", "--skus", "NO-SUCH"), "is not in products.csv"),
        (("shop.example", "s1", "--brand", "aurelia", "--territory", "Nowhere"), "territory"),
    ],
)
def test_what_is_not_sound_is_not_written(saved: Run, arguments: tuple[str, ...], says: str) -> None:
    before = (FOLDER / "sellers.csv").read_bytes()
    code, _, err = saved("sellers", "authorize", *arguments)
    assert code == 2
    assert says in err
    assert (FOLDER / "sellers.csv").read_bytes() == before
    assert ".trial" not in err
    assert not list(FOLDER.glob(".*"))


def test_an_id_that_nobody_showed_is_told_with_those_that_were_seen(saved: Run) -> None:
    code, out, err = saved("sellers", "authorize", "shop.example", "r-1", "--brand", "aurelia", "--name", "Second")
    assert (code, "r-1 on shop.example: authorized" in out) == (0, True)
    assert "no listing with the seller id r-1 was seen on shop.example yet; ids that were seen there: " in err
    assert "\x1b" not in err
    _, _, err = saved("sellers", "authorize", "new.example", "r-1", "--brand", "aurelia")
    assert err == "", "nothing was seen there that could tell"


def test_a_host_without_a_port_is_the_marketplace_that_was_seen_at_one(saved: Run) -> None:
    at = {"marketplace": "cafe.example:8080", "seller_id": "/seller/huber", "seller_name": "Huber"}
    save(saved, [at | {"title": "Aurelia watch", "observed_at": "2026-10-05T03:00:00Z"}], first=30)
    code, _, err = saved("sellers", "authorize", "cafe.example", "huber", "--brand", "aurelia")
    assert (code, "meant?" in err) == (0, False), err
    assert "huber is read there as /seller/huber, and the row holds for that" in err
    assert "standing  aurelia: authorized\n" in saved("sellers", "show", "cafe.example:8080", "huber")[1]
    code, _, err = saved("sellers", "authorize", "cafe.example:81", "huber", "--brand", "aurelia")
    assert (code, "is cafe.example or cafe.example:8080 meant?" in " ".join(err.split())) == (2, True), err


def test_a_seller_may_be_named_by_what_the_path_of_his_page_ends_with(saved: Run) -> None:
    huber = {"seller_id": "/seller/huber", "seller_name": "Huber", "title": "Aurelia watch"}
    save(saved, [huber | {"observed_at": "2026-10-05T03:00:00Z"}], first=30)
    _, _, err = saved("sellers", "authorize", "shop.example", "huber", "--brand", "aurelia")
    assert "huber is read there as /seller/huber, and the row holds for that" in err
    assert "look again at what was found before: case 3\n" in err
    assert [one.seller_name for one in entry("huber")] == ["Huber"]
    save(saved, [huber | {"observed_at": "2099-10-06T03:00:00Z"}], first=30)
    _, out, _ = saved("cases", "list")
    assert "candidate, clear now" in next(line for line in out.splitlines() if line.startswith("3 "))
    _, out, _ = saved("sellers", "show", "shop.example", "huber")
    assert "/seller/huber on shop.example: risk" in out
    assert "standing  aurelia: authorized\n" in out
    saved("sellers", "deny", "shop.example", "rogue", "--brand", "aurelia")
    saved("sellers", "deny", "shop.example", "second", "--brand", "aurelia", "--territory", "DE")
    _, out, _ = saved("sellers", "list")
    told = {"rogue": "aurelia: denied ", "second": "aurelia: denied in part", "huber": "aurelia: authorized"}
    assert all(
        said in next(line for line in out.splitlines() if f"{seller}  " in line) for seller, said in told.items()
    )
    assert "standing  on no seller list" in saved("sellers", "show", "shop.example", "third")[1]


def test_the_cases_of_a_seller_who_may_sell_are_named(saved: Run) -> None:
    _, out, err = saved("sellers", "authorize", "shop.example", "rogue", "--brand", "aurelia")
    assert "look again at what was found before: case 1\n" in err
    save(saved, [SELLERS[0] | {"title": "Aurelia watch", "description": "", "observed_at": "2099-10-06T03:00:00Z"}])
    _, out, _ = saved("cases", "list")
    assert "candidate, clear now" in next(line for line in out.splitlines() if line.startswith("1 "))
    _, out, _ = saved("cases", "show", 1)
    assert "read again   on 2099-10-06 03:00 UTC, and nothing was flagged any more" in out
    assert "2099-10-06 03:00  seen again, with no flag" in out


def test_contacts_of_the_brand_and_of_its_sellers_are_hints_and_join_nobody(saved: Run) -> None:
    (FOLDER / "rights").mkdir(exist_ok=True)
    register = (
        '[complainant]\nlegal_name = "Aurelia Timepieces GmbH"\nphone = "+49 228 4333112"\nemail = "a@rights.example"\n'
    )
    (FOLDER / "rights/register.toml").write_text(register, "utf-8")
    saved("sellers", "authorize", "shop.example", "house", "--brand", "aurelia")
    texts = {
        "x1": "+49 (0)228 4333112, help@aurelia.example, b@rights.example, instagram.com/aurelia_watches",
        "x2": "Tel. 0049 228 4333112, help@aurelia.example, b@rights.example, +49 30 1234567, insta @aurelia_watches",
        "house": "+49 30 1234567",
    }
    late = {"title": "Vase", "observed_at": "2099-11-20T03:00:00Z"}
    save(saved, [late | {"seller_id": one, "description": text} for one, text in texts.items()], first=20)
    for seller in texts:
        _, out, _ = saved("sellers", "show", "shop.example", seller)
        assert "belongs together" not in out
    _, out, _ = saved("sellers", "show", "shop.example", "x2")
    for hint in (
        "phone 492284333112 with x1 on shop.example; joins nobody: it is a contact of the brand",
        "email help@aurelia.example with x1 on shop.example; joins nobody: it is a contact of the brand",
        "email b@rights.example with x1 on shop.example; joins nobody: it is a contact of the brand",
        "instagram aurelia_watches with x1 on shop.example; joins nobody: it shows a mark, and may be the brand's own",
        "phone 49301234567 with house on shop.example; joins nobody: it is also shown by house on shop.example, whom",
    ):
        assert f"hint      shares {hint}" in out
