"""`monitor prices`: a product's price history as a table and as a picture, from a real database."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.products.plot import price_plot
from monitor.store import open_store
from monitor.workspace import load_workspace

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'Juwelier <script>&"\x1b[2J\u202e'
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = 0
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        code = int(done.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two sellers over four days; one goes below the floor on the second day, the other on the fourth."""
    monkeypatch.chdir(tmp_path)
    for name in ("MONITOR_WORKSPACE", "MONITOR_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    assert call(capsys, "init", "workspace")[0] == 0
    rows = []
    for seller, prices in ((HOSTILE, (1200, 1200, 1200, 700)), ("early", (1200, 800, 800, 800))):
        for day, price in enumerate(prices, 1):
            rows.append(
                {"marketplace": "shop.example", "listing_id": seller[:5], "seller_id": seller[:5], "seller_name": seller,
                 "url": f"https://shop.example/{seller[:5].strip()}", "title": "Aurelia Meridian 40 automatic watch MER40A",
                 "price": str(price), "currency": "EUR", "observed_at": f"2026-10-0{day}T03:00:00Z"}
            )  # fmt: skip
    (tmp_path / "l.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code, _, err = call(capsys, "check", "l.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err
    return tmp_path


def test_history(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    title, _head, first, second = out.splitlines()
    assert title.startswith("MER-40  Aurelia Meridian 40")
    assert "floor" in title
    assert first.startswith("early")
    assert "2026-10-02 03:00" in first
    assert second.startswith('Juwelier <script>&" [2J')
    assert "2026-10-04 03:00" in second
    assert "\x1b" not in out
    assert "\u202e" not in out
    picture = ET.parse(workspace / "p.svg").getroot()
    assert picture.find(f"{SVG}script") is None
    assert len(picture.findall(f"{SVG}circle")) == 2


def test_a_shop_without_a_seller_is_named_and_each_price_stands_beside_its_floor(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = next((workspace / "workspace" / "brands").glob("*/prices.csv"))
    sheet.write_text("sku,territory,channel,currency,list_price,floor_price\nMER-40,US,,USD,,900\n", "utf-8")
    names = {"sku": "MER-40", "observed_at": "2026-10-02T03:00:00Z", "seller_id": ""}
    rows = [
        names | {"listing_id": listing_id, "url": listing_id, "price": price, "marketplace": place}
        for listing_id, price, place in (
            ("https://uhren.example/a/1", "1087.00", "uhren.example"),
            ("https://uhren.example/a/2", "800.00", "uhren.example"),
            ("https://www.etsy.com/listing/7", "1200.00", "etsy.com"),
        )
    ]
    check_rows(capsys, rows)
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    told = {tuple(re.split(r"\s{2,}", line)[:3]): line for line in out.splitlines()[2:]}
    tolerated = told["uhren.example", "uhren.example", "a/1"]
    assert re.search(r"1087\.00\s+1090\.00\s+EUR\s+tolerated$", tolerated), "below, by no more than is let pass"
    assert told["uhren.example", "uhren.example", "a/2"].endswith("2026-10-02 03:00 or earlier")
    assert "tolerated" not in told["not read", "etsy.com", "listing/7"]
    legend = " ".join(texts(workspace / "p.svg"))
    assert "800.00  uhren.example · a/2" in legend
    assert "1200.00  not read · etsy.com" in legend


def test_the_floor_is_drawn_as_it_changes(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = next((workspace / "workspace" / "brands").glob("*/prices.csv"))
    head = "sku,territory,channel,currency,list_price,floor_price,valid_from,valid_until"
    sheet.write_text(f"{head}\nMER-40,,,EUR,,700,2026-10-03,2026-10-03\nMER-40,US,,USD,,900,,\n", "utf-8")
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    assert "other floors in prices.csv" in out
    texts = [one.text or "" for one in ET.parse(workspace / "p.svg").getroot().iter(f"{SVG}text")]
    assert [text for text in texts if text.endswith("floor")] == ["1090.00  floor", "700.00  floor"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--sku", "NONE"], 2, "--sku NONE: no brand's products.csv has it"),
        (["--sku", "MER-40", "--brand", "nobody"], 2, "nobody"),
        (["--sku", "MER-40", "--plot", "absent/p.svg"], 1, "absent/p.svg: could not be written"),
    ],
)
def test_mistakes_are_told(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    found, _, err = call(capsys, "prices", *arguments)
    assert (found, said in err) == (code, True), err


def test_a_product_never_seen(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "workspace/monitor.db").rename(workspace / "elsewhere.db")
    code, _, err = call(capsys, "prices", "--sku", "MER-40")
    assert code == 1
    assert "no price of MER-40 was seen yet" in err


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"title": "Aurelia Meridian 36 quartz deluxe watch"},
         'no price of MER-36 is known: 1 stored listing may offer it, not surely, such as "Aurelia Meridian 36 quartz'),
        ({"title": "Aurelia Meridian 36 quartz watch MER36Q", "condition": "used"},
         "no price of MER-36 is known: 1 stored listing offers it, without a price of one new unit, such as"),
        ({"title": "Garden chair"}, "no price of MER-36 is known: no stored listing (of 3) looks like it"),
    ],
)  # fmt: skip
def test_why_a_product_has_no_price(
    workspace: Path, capsys: pytest.CaptureFixture[str], row: dict[str, str], said: str
) -> None:
    row = {"marketplace": "shop.example", "url": "https://shop.example/9", "price": "900", "currency": "EUR"} | row
    (workspace / "l.jsonl").write_text(json.dumps(row), "utf-8")
    assert call(capsys, "check", "l.jsonl", "--save", "-o", "flagged.csv")[0] == 0
    code, _, err = call(capsys, "prices", "--sku", "MER-36")
    assert (code, said in err) == (1, True), err
    assert "offers it" in err or "monitor match LISTINGS.jsonl --brand aurelia" in err


def test_odd_pictures() -> None:
    with pytest.raises(ValueError, match="no price"):
        price_plot("x", {"a": []}, {})
    many = {f"seller {n}": [(NOW, Decimal(n + 1))] for n in range(100)}
    picture = ET.fromstring(price_plot("x" * 500, many, {"floor": [(NOW, Decimal(10) ** 9)]}))
    assert len(picture.findall(f"{SVG}circle")) == 24
    ET.fromstring(price_plot("", {"\x00<": [(NOW, Decimal(0))]}, {}))


def texts(picture: Path) -> list[str]:
    return [one.text or "" for one in ET.parse(picture).getroot().iter(f"{SVG}text")]


def check_rows(capsys: pytest.CaptureFixture[str], rows: list[dict[str, str]]) -> None:
    offer = {"marketplace": "shop.example", "title": "Aurelia Meridian 40 automatic watch MER40A", "currency": "EUR"}
    lines = [json.dumps(offer | {"url": f"https://shop.example/{row['listing_id']}"} | row) + "\n" for row in rows]
    Path("more.jsonl").write_text("".join(lines), "utf-8")
    code, _, err = call(capsys, "check", "more.jsonl", "--save", "-o", "flagged.csv")
    assert code == 0, err


def test_where_prices_are_not_policed_nobody_is_below_a_floor(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = workspace / "workspace/brands/aurelia"
    toml = home / "brand.toml"
    off = '[detectors.low_price]\noff_in = ["FR"]'
    toml.write_text(toml.read_text("utf-8").replace("[detectors.low_price]", off, 1), "utf-8")
    head = "sku,territory,channel,currency,list_price,floor_price,valid_from,valid_until"
    floors = [("FR", 950), ("AT", 960), ("IT", 970), ("ES", 980), ("NL", 985)]
    (home / "prices.csv").write_text(head + "".join(f"\nMER-40,{t},,EUR,,{f},," for t, f in floors), "utf-8")
    day = "2026-10-05T03:00:00Z"
    sold = [("FR", "EUR"), ("AT", "EUR"), ("IT", "EUR"), ("ES", "EUR"), ("NL", "EUR"), ("US", "USD")]
    rows = [
        {"listing_id": t, "seller_id": f"in {t}", "territory": t, "price": "500", "currency": c, "observed_at": day}
        for t, c in sold
    ]
    check_rows(capsys, rows)
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    below = {line.split("  ")[0]: line for line in out.splitlines()}
    assert below["in AT"].endswith("2026-10-05 03:00 or earlier"), "the first read was low already"
    assert below["in FR"].endswith("EUR"), "not policed"
    named = texts(workspace / "p.svg")
    floor_names = {text.partition("  ")[2] for text in named if "  floor, " in text}
    assert len(floor_names) == 3
    assert not any("FR" in name for name in floor_names)
    assert "no floor is policed in FR (off_in)" in named
    assert len([text for text in named if text.endswith("is not drawn")]) == 2
    assert "not drawn: 1 in USD (--currency USD)" in named
    code, _, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "usd.svg", "--currency", "usd")
    assert code == 0, err
    assert any(text.endswith("(USD, one unit)") for text in texts(workspace / "usd.svg"))
    for wrong, says in (
        (("--plot", "p.svg", "--currency", "GBP"), "there are EUR, USD"),
        (("--currency", "USD"), "--plot"),
    ):
        code, _, err = call(capsys, "prices", "--sku", "MER-40", *wrong)
        assert (code, says in err) == (2, True)


def test_a_listing_that_changes_hands_is_a_line_for_each_seller(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [("first", "800", 5), ("first", "800", 6), ("second", "1200", 7), ("second", "800", 8)]
    rows = [
        {"listing_id": "box", "seller_id": who, "price": price, "observed_at": f"2026-10-0{day}T03:00:00Z"}
        for who, price, day in days
    ]
    check_rows(capsys, rows)
    code, out, err = call(capsys, "prices", "--sku", "MER-40")
    assert code == 0, err
    below = {line.split("  ")[0]: line for line in out.splitlines()}
    assert below["first"].endswith("2026-10-05 03:00 or earlier")
    assert below["second"].endswith("2026-10-08 03:00")


def test_who_went_below_first_stands_first_also_where_he_came_back_and_listings_are_told_apart(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [("back", "700", 1), ("back", "1200", 2), ("back-2", "1200", 2), ("back-2", "800", 3), ("back-2", "800", 4)]
    rows = [
        {"listing_id": box, "seller_id": "b", "price": price, "observed_at": f"2026-10-0{day}T02:00:00Z"}
        for box, price, day in days
    ]
    check_rows(capsys, rows)
    _, out, _ = call(capsys, "prices", "--sku", "MER-40")
    first, second, third, _ = (re.split(" {2,}", line) for line in out.splitlines()[2:])
    assert [(row[0], row[2]) for row in (first, second, third)] == [("b", "back"), ("early", "early"), ("b", "back-2")]
    assert first[10:] == ["EUR", "2026-10-01 02:00 or earlier"], "not below any more"
    assert third[10:] == ["EUR", "2026-10-03 02:00", "2026-10-03 02:00"]


def test_a_floor_in_another_currency_is_drawn_at_the_rate_of_each_day(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rates = "date,base,quote,rate\n2026-10-01,TWD,EUR,0.0279\n2026-10-06,TWD,EUR,0.0290\n"
    (workspace / "workspace/rates.csv").write_text(rates, "utf-8")
    rows = [
        {"listing_id": "far", "seller_id": "far", "price": "35000", "currency": currency, "territory": "TW",
         "observed_at": f"2026-10-0{day}T03:00:00Z"}
        for currency in ("TWD", "AED") for day in (5, 6)
    ]  # fmt: skip
    check_rows(capsys, rows)
    assert call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg", "--currency", "TWD")[0] == 0
    named = [text for text in texts(workspace / "p.svg") if text.endswith("floor, TW (from EUR by rate)")]
    assert len(named) == 2
    assert call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg", "--currency", "AED")[0] == 0
    named = texts(workspace / "p.svg")
    assert "no rate is known, and it is not drawn" in " ".join(named)
    assert not any("…" in text for text in named), "a note is broken into lines, and not cut"


@pytest.mark.parametrize("sellers", [1, 3, 12, 40])
@pytest.mark.parametrize("name", ["W" * 80, "北京奥蕾莉亚钟表旗舰店官方授权经销商有限公司", "seller"])
@pytest.mark.parametrize("days", [0, 3, 60])
def test_no_label_lies_over_another_or_beyond_the_picture(sellers: int, name: str, days: int) -> None:
    lines = {
        f"{name} {n}": [(NOW, Decimal(900 + n)), (NOW.replace(day=1 + days // 3), Decimal(950))] for n in range(sellers)
    }
    levels = {
        f"floor {place}": [(NOW, Decimal(n)), (NOW, None), (NOW, Decimal(n + 1))] for n, place in enumerate("ABCD", 800)
    }
    root = ET.fromstring(price_plot(name * 9, lines, levels, ["a note"]))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    legend = [one for one in root.iter(f"{SVG}text") if float(one.attrib["x"]) > width - 350]
    lows = [float(one.attrib["y"]) for one in legend]
    assert len(lows) == min(sellers, 24) + 8 + 1 + (sellers > 24)
    assert all(after - before >= 16 for before, after in pairwise(lows))
    assert max(lows) < height
    wide = {
        char: 12 if ord(char) > 0x2E80 else 11.5 if char == "W" else 6.6 for one in legend for char in one.text or ""
    }
    assert all(float(one.attrib["x"]) + sum(wide[c] for c in one.text or "") <= width for one in legend)


@pytest.mark.parametrize(("host", "below"), [("shop.de", "2026-10-02"), ("shop.com", "")])
def test_the_floor_of_the_sites_country_counts(
    workspace: Path, capsys: pytest.CaptureFixture[str], host: str, below: str
) -> None:
    """As `low_price` has it: France alone allows 800, and the lowest floor counts on a site of no country."""
    sheet = next((workspace / "workspace" / "brands").glob("*/prices.csv"))
    head = "sku,territory,channel,currency,list_price,floor_price,valid_from,valid_until"
    sheet.write_text(f"{head}\nMER-40,FR,,EUR,,700,,\nMER-40,DE,,EUR,,1000,,\n", "utf-8")
    rows = [
        {"marketplace": host, "listing_id": "x9", "seller_id": "x9", "seller_name": "placed", "currency": "EUR",
         "url": f"https://{host}/x9", "title": "Aurelia Meridian 40 automatic watch MER40A", "price": price,
         "observed_at": f"2026-10-0{day}T03:00:00Z"}
        for day, price in ((1, "1200"), (2, "800"))
    ]  # fmt: skip
    (workspace / "x.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert call(capsys, "check", "x.jsonl", "--save", "-o", "x.csv")[0] == 0
    code, out, err = call(capsys, "prices", "--sku", "MER-40", "--plot", "p.svg")
    assert code == 0, err
    row = next(line for line in out.splitlines() if "placed" in line)
    assert row.count("2026-10-02 03:00") == 2 * bool(below)
    texts = [one.text or "" for one in ET.parse(workspace / "p.svg").getroot().iter(f"{SVG}text")]
    assert any("DE by its site" in text for text in texts) is bool(below)


def test_offers_that_are_doubted_are_told_beside_the_history(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    offer = {"marketplace": "shop.example", "currency": "EUR", "observed_at": "2026-10-04T03:00:00Z"}
    title = "Aurelia Meridian 40 automatic watch MER40A"
    rows = [
        offer
        | {"url": "https://shop.example/d", "title": f"{title} display only", "price": "300", "seller_name": "Dio"},
        offer | {"url": "https://shop.example/f", "title": title, "price": "1200"},
    ]
    (workspace / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert call(capsys, "check", "d.jsonl", "--save", "-o", "flagged.csv")[0] == 0
    _, out, _ = call(capsys, "prices", "--sku", "MER-40")
    table, _, left_out = out.partition("Left out: ")
    assert re.search(r"^shop\.example +shop\.example +f ", table, re.MULTILINE)
    assert "Dio" not in table
    assert left_out.startswith("1 offer that is flagged as low")
    assert 'case 3: 300.00 EUR, Dio, the title also says "only"' in left_out


@pytest.mark.parametrize("since", ["dismissed", "gone", "clean"])
def test_offers_of_which_nothing_is_left_are_not_told_beside_the_history(
    workspace: Path, capsys: pytest.CaptureFixture[str], since: str
) -> None:
    offer = {
        "marketplace": "shop.example", "currency": "EUR", "observed_at": "2026-10-04T03:00:00Z", "price": "300",
        "url": "https://shop.example/d", "title": "Aurelia Meridian 40 automatic watch MER40A display only",
    }  # fmt: skip

    def saved(**other: str) -> None:
        (workspace / "d.jsonl").write_text(json.dumps(offer | other) + "\n", "utf-8")
        assert call(capsys, "check", "d.jsonl", "--save", "-o", "flagged.csv")[0] == 0

    saved()
    assert "Left out: 1 offer" in call(capsys, "prices", "--sku", "MER-40")[1]
    if since == "dismissed":
        assert call(capsys, "cases", "decide", 3, "dismissed", "--why", "a box", "--by", "t")[0] == 0
    elif since == "gone":
        with open_store(load_workspace(workspace / "workspace")) as store:
            assert store.mark_removed([offer["url"]], datetime(2026, 10, 5, tzinfo=UTC)) == 1
    else:
        saved(title="Garden chair", observed_at="2026-10-05T03:00:00Z")
    assert "Left out" not in call(capsys, "prices", "--sku", "MER-40")[1]
