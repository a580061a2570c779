"""Listing files are read row by row; a bad row is told with its line and never ends the reading."""

import gzip
import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from monitor.brands import Brand, SellerEntry, SellerStatus
from monitor.cli._file_notes import BadRows, FileNotes
from monitor.cli._headings import asked_of, columns, meant_by
from monitor.cli._listing_markets import other_marketplaces, shops_alone
from monitor.cli._listings import (
    cut_descriptions,
    from_the_future,
    read_listings,
    unknown_conditions,
    unknown_territories,
    without_seller_ids,
)
from monitor.crawling.rows import COLUMNS
from monitor.errors import ConfigurationError
from monitor.records import FIELDS, Condition, Listing, RecordError, listing_from_record

GOOD = b'{"marketplace": "m", "url": "https://m.example/1", "title": "Watch", "price": 12.50}\n'


def told(path: Path) -> list[tuple[int, str]]:
    return [(line, str(row) if isinstance(row, RecordError) else "good") for line, row in read_listings(path)]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{\n", "is not a JSON object in one line of UTF-8; of a page that extract read, write one listing a line"),
        (b"[1]\n", "is not a JSON object with names"),
        (b'"\xff"\n', "is not a JSON object in one line"),
        (b"[" * 200_000 + b"\n", "is not a JSON object"),
        (b'{"marketplace": "m"}\n', "url: is required"),
        (b"x" * 5_000_000 + b"\n", "is longer than"),
    ],
)
def test_a_bad_json_row_is_told_and_the_rest_go_on(tmp_path: Path, bad: bytes, reason: str) -> None:
    file = tmp_path / "l.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD + bad + b"\n" + GOOD)
    rows = told(file)
    assert [line for line, _ in rows] == [1, 2, 4]
    assert [said for _, said in rows][::2] == ["good", "good"]
    assert reason in rows[1][1]


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        ("JavaScript:1/alert(1)", "JavaScript"),
        ("java\tscript:alert(1)", "javascript"),
        (" data:text/html,x", "data"),
        ("file:///etc/passwd", "file"),
        ("ftp://m.example/1", "ftp"),
        ("x.y://m.example/1", "x.y"),
        ("mailto:a@m.example", "mailto"),
        ("localhost:8080/1", "localhost"),
        ("https://m.example/1", ""),
        ("HTTP://m.example/1", ""),
        ("m.example/1?to=https://n.example", ""),
        ("m.example:8080/1", ""),
        ("//m.example/1", ""),
    ],
)
def test_an_address_that_is_none_of_the_web_is_refused_with_the_way_out(tmp_path: Path, url: str, scheme: str) -> None:
    file = tmp_path / "l.jsonl"
    file.write_bytes(GOOD + json.dumps({"marketplace": "m", "url": url, "title": "Watch"}).encode())
    (_, first), (line, said) = told(file)
    assert (first, line) == ("good", 2)
    refused = f"url: is no address of a web page ({scheme}:); write one that begins with https:// or http://"
    assert said == (refused if scheme else "good")


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("not a url", False),
        ("nonsense", False),
        ("https://", False),
        ("https:///path", False),
        ("http://nonsense/1", False),
        ("https://m.example/a b", True),
        ("m.example", True),
        ("http://localhost:8080/1", True),
        ("http://127.0.0.1:8080/1", True),
        ("http://[::1]:8080/1", True),
        ("https://bücher.example/1", True),
        ("https://user@m.example/1", True),
    ],
)
def test_what_names_no_host_is_no_address(tmp_path: Path, url: str, *, good: bool) -> None:
    file = tmp_path / "l.jsonl"
    file.write_text(json.dumps({"marketplace": "m", "url": url, "title": "Watch"}), "utf-8")
    ((_, said),) = told(file)
    then = "is no address of a web page; write one that begins with https:// or http://"
    assert said == ("good" if good else f"url: {url!r} {then}")


def test_all_that_is_wrong_with_a_row_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "l.jsonl"
    row = {"marketplace": "m", "url": "not a url", "price": "much", "pack_count": "-3", "observed_at": "today"}
    file.write_text(json.dumps(row), "utf-8")
    ((_, said),) = told(file)
    for part in ("price: 'much' is not an amount", "pack_count: '-3' is not", "observed_at: 'today' is not",
                 "title: is required and missing", "url: 'not a url' is no address"):  # fmt: skip
        assert part in said


@pytest.mark.parametrize(
    ("marketplace", "url", "named", "says"),
    [
        ("ebay.de", "https://www.ebay.de/itm/1", (), ""),
        ("www.eBay.de", "https://m.ebay.de/itm/1", (), ""),
        ("taobao.com", "https://item.taobao.com/item.htm?id=1", (), ""),
        ("shop", "https://shop.example/1", (), ""),
        ("my ebay", "https://www.ebay.de/itm/1", ("my ebay",), ""),
        ("ebay.ed", "https://www.ebay.de/itm/1", ("ebay.ed",), "'ebay.ed' and an address on ebay.de; "),
        ("amazon", "https://www.amazon.fr/dp/B000000001", (), "'amazon' and an address on amazon.fr; "),
        ("shop.exmple", "https://shop.example/1", ("shop.example",), "'shop.exmple' and an address on shop.example; "),
    ],
)
def test_a_marketplace_that_the_address_says_otherwise_is_told(
    marketplace: str, url: str, named: tuple[str, ...], says: str
) -> None:
    rows = [Listing(marketplace=marketplace, url=url, title="t")] * 2
    told = list(other_marketplaces(rows, named))
    assert [f"2 rows have the marketplace {says}" in one for one in told] == ([True] if says else [])


def test_the_line_that_names_the_separator_is_no_head(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    file.write_text("sep=;\r\nmarketplace;url;title\r\nm;https://m.example/1;watch\r\nm;nowhere;watch\r\n", "utf-8-sig")
    (first, listing), (second, wrong) = read_listings(file)
    assert (first, second) == (3, 4)
    assert isinstance(listing, Listing)
    assert not isinstance(wrong, Listing)


def test_a_territory_that_is_no_code_is_told() -> None:
    rows = [
        Listing(marketplace="m", url="https://m.example/1", title="t", territory=said)
        for said in ("Germany", "DE", "de-DE", "EU", "", "Germany")
    ]
    said = '2 rows have a territory that is no code of a country ("Germany"); read as not known: '
    assert unknown_territories(rows) == said + "write the two letters of ISO 3166-1, such as DE"
    assert unknown_territories(rows[1:5]) == ""


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ((-5, 0, 0.5), ""),
        ((2, 30), "2 rows have an observed_at in the future (2026-05-05 18:00 UTC); judged as seen then"),
    ],
)
def test_a_time_that_is_still_to_come_is_told(hours: tuple[float, ...], told: str) -> None:
    now = datetime(2026, 5, 4, 12, tzinfo=UTC)
    listing = Listing(marketplace="m", url="https://m.example/1", title="t")
    rows = [listing, *(replace(listing, observed_at=now + timedelta(hours=one)) for one in hours)]
    said = from_the_future(rows, now)
    assert told in said
    assert bool(told) == bool(said)


@pytest.mark.parametrize(
    ("price", "meant"),
    [
        ("1e12", "1290.00"), ("1,290.00", "1290.00"), ("12,00 EUR", "12.00"), ("-1", "1290.00"), ("9" * 20, "1290.00"),
        ("29,90", "29.90"), ("1.029,9", "1029.90"), ("CHF 1'290.50", "1290.50"), ("1 290 zł", "1290.00"),
        ("£1,290,000", "1290.00"), ("1,290", "1290.00"), ("1.2.3", "1290.00"), ("12,", "1290.00"),
    ],
)  # fmt: skip
def test_an_amount_that_cannot_be_read_says_what_is_accepted(tmp_path: Path, price: str, meant: str) -> None:
    file = tmp_path / "l.csv"
    with_a_point = "m,https://m.example/1,Watch,30.10"
    file.write_text(f'marketplace,url,title,price\n{with_a_point}\nm,https://m.example/1,Watch,"{price}"\n', "utf-8")
    accepted = (
        f"not an amount from 0 to 10^15 in plain digits; write {meant}, with a point, no exponent and no currency"
    )
    assert told(file)[1:] == [(3, f"price: {price!r} is {accepted}")]


@pytest.mark.parametrize(
    ("price", "currency", "either"),
    [
        ("1.290", "EUR", "1290.00 or 1.2900"), ("129.000", "", "129000.00 or 129.0000"), (" 12.500 ", "€", "12500.00 or 12.5000"),
        ("12.500", "KWD", ""), ("1.2900", "EUR", ""), ("0.500", "EUR", ""), ("1290.000", "EUR", ""), ("1.29", "EUR", ""),
    ],
)  # fmt: skip
def test_an_amount_that_means_two_things_is_asked_about(tmp_path: Path, price: str, currency: str, either: str) -> None:
    file = tmp_path / "l.csv"
    file.write_text(f"marketplace,url,title,price,currency\nm,https://m.example/1,Watch,{price},{currency}\n", "utf-8")
    asked = f"price: {price.strip()!r} can be read in two ways; write {either}"
    assert told(file) == [(2, asked if either else "good")]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"price": "1.290"}, ("price", "1.290", "1290.00 or 1.2900")),
        ({"price": "2.499", "currency": "€"}, ("price", "2.499", "2499.00 or 2.4990")),
        ({"price": " 24.990 ", "currency": "TRY"}, ("price", "24.990", "24990.00 or 24.9900")),
        ({"price": "900", "list_price": "1.290", "currency": "EUR"}, ("list_price", "1.290", "1290.00 or 1.2900")),
        ({"price": "900", "shipping": "4.900"}, ("shipping", "4.900", "4900.00 or 4.9000")),
        ({"price": "900", "coupon": "1.000"}, ("coupon", "1.000", "1000.00 or 1.0000")),
        ({"price": "12.500", "currency": "KWD"}, None),
        ({"price": "12.500", "currency": "د.ك", "currency_code": "KWD"}, None),
        ({"price": "1290.00"}, None),
        ({"price": "1.2900"}, None),
        ({"price": "0.990"}, None),
        ({"price": 1.29}, None),
        ({"price": 1290}, None),
        ({"price": "12.990", "sources": {"price": "JSON-LD"}}, None),
        ({"price": "12.990", "flags": ""}, None),
    ],
)
def test_a_text_of_json_is_read_as_a_cell_is(
    tmp_path: Path, row: dict[str, Any], wrong: tuple[str, str, str] | None
) -> None:
    """A number means what it says, and so does what the monitor wrote itself; a text may be a person's writing."""
    file = tmp_path / "l.jsonl"
    file.write_text(json.dumps({"marketplace": "m", "url": "https://m.example/1", "title": "Watch"} | row), "utf-8")
    asked = f"{wrong[0]}: {wrong[1]!r} can be read in two ways; write {wrong[2]}" if wrong else "good"
    assert told(file) == [(1, asked)]


def test_a_number_of_json_keeps_its_digits(tmp_path: Path) -> None:
    file = tmp_path / "l.jsonl"
    file.write_text('{"marketplace": "m", "url": "https://m.example/1", "title": "Watch", "price": 1.290}', "utf-8")
    ((_, listing),) = read_listings(file)
    assert isinstance(listing, Listing)
    assert listing.price == Decimal("1.290")


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        *((word, Condition.NEW) for word in ("Neu", "nuevo con etiquetas", "全新", "yeni", "Never used", "NEW", "")),
        *(
            (word, Condition.USED)
            for word in ("Gebraucht", "二手", "usado", "ikinci el", "б/у", "Neuwertig", "used - good")
        ),
        *(("Refurbished", Condition.REFURBISHED), ("defekt", Condition.DAMAGED), ("shiny", Condition.UNKNOWN)),
        *(
            (word, Condition.DAMAGED)
            for word in ("New with defects", "neu mit Fehlern", "Neuf avec défauts", "Nuovo con difetti")
        ),
        *(
            (word, Condition.UNKNOWN)
            for word in (
                "New other (see details)",
                "Neu: Sonstige (siehe Artikelbeschreibung)",
                "Neuf: autre (voir détails)",
            )
        ),
        *(
            (word, Condition.NEW)
            for word in ("New with box", "Neu mit Etikett", "new without defects", "Neuf avec emballage")
        ),
    ],
)
def test_a_condition_may_be_named_in_other_words(tmp_path: Path, said: str, condition: Condition) -> None:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": "Watch", "condition": said}
    (tmp_path / "l.jsonl").write_text(json.dumps(record))
    (tmp_path / "l.csv").write_text(",".join(record) + "\n" + ",".join(record.values()) + "\n", "utf-8")
    for name in ("l.jsonl", "l.csv"):
        ((_, listing),) = read_listings(tmp_path / name)
        assert isinstance(listing, Listing)
        assert listing.condition is condition
        unknown = condition is Condition.UNKNOWN
        assert unknown_conditions([listing]) == (
            f'1 row has a condition that is not known ("{said[:40]}"); kept, and not judged as new goods'
            if unknown
            else ""
        )


def test_a_line_of_a_page_that_was_read_holds_its_listings(tmp_path: Path) -> None:
    one = GOOD.decode().strip()
    file = tmp_path / "l.jsonl"
    file.write_text(
        f'{{"id": 1, "kind": "list", "why": "cards", "listings": [{one}, {{"title": "no address"}}, 7, {one}], "problems": []}}\n'
        '{"id": 2, "kind": "other", "why": "nothing is sold", "listings": [], "problems": []}\n' + one + "\n",
        "utf-8",
    )
    notes = FileNotes()
    rows = [(line, row.field if isinstance(row, RecordError) else "good") for line, row in read_listings(file, notes)]
    assert rows == [(1, "good"), (1, "marketplace"), (1, "row"), (1, "good"), (3, "good")]
    assert notes.says == ["1 page without a listing; why is in the page's line: kind, why, problems"]
    assert not notes.others


def test_amounts_keep_their_digits(tmp_path: Path) -> None:
    file = tmp_path / "l.jsonl.gz"
    file.write_bytes(gzip.compress(GOOD))
    [(_, listing)] = read_listings(file)
    assert isinstance(listing, Listing)
    assert str(listing.price) == "12.50"


ROW = '{"marketplace": "m", "url": "https://m.example/1", "title": "Watch", "price": "1.290", "flags": "x"}'
NO_UTF_8 = "row: is not UTF-8 text; save the file as UTF-8"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        ("[]", []),
        (f"[\n{ROW},\n{ROW}\n]\n", ["2: Watch", "3: Watch"]),
        (f"[{ROW},\n\n  {ROW}]", ["1: Watch", "3: Watch"]),
        (f"[\n{ROW},\n[1],\n{ROW}]", ["2: Watch", "3: row: is not a JSON object with names and values", "4: Watch"]),
        (f"[\n{ROW},\n{{'a': 1}},\n{ROW}]", ["2: Watch", "3: row: is not JSON; what comes after it is not read"]),
        (f"[\n{ROW}\n", ["2: Watch", "3: row: is not JSON; what comes after it is not read"]),
        (f"[{ROW}", ["1: Watch", "1: row: is not JSON; what comes after it is not read"]),
        (f"[\n{ROW}]\n\n[{ROW}]", ["2: Watch", "4: row: stands behind the end of the array, and is not read"]),
        (f"[{ROW}]\n{ROW}", ["1: Watch", "2: row: stands behind the end of the array, and is not read"]),
        (f"[]\n{ROW}", ["2: row: stands behind the end of the array, and is not read"]),
        (f"[{ROW},]\r\n\t \n", ["1: Watch"]),
        (f'[\n{ROW},\n{{"title": "W\udce4"}},\n{ROW}]', ["2: Watch", f"3: {NO_UTF_8}", "4: Watch"]),
        (ROW.replace("Watch", "W\udce4"), [f"1: {NO_UTF_8}"]),
        (f"[{ROW.replace('Watch', 'Wätch 時計 �')}]", ["1: Wätch 時計 �"]),
        (f'[{{"price": {"9" * 5_000}}},\n{ROW}]', ["1: row: is not a JSON object in one line of UTF-8", "2: Watch"]),
        (f"[{ROW.replace(chr(34) + '1.290' + chr(34), '12345678.90')}]", ["1: Watch"]),
        (f'{{"kind": "product",\n "listings": [{ROW}]}}', ["1: Watch"]),
        (f"\n{ROW}", ["2: Watch"]),
        (f"{ROW}\n{ROW}", ["1: row: is not a JSON object in one line of UTF-8"]),
    ],
)
def test_rows_are_read_from_a_json_array(tmp_path: Path, text: str, read: list[str]) -> None:
    (tmp_path / "l.json.gz").write_bytes(gzip.compress(b"\xef\xbb\xbf" + text.encode("utf-8", "surrogateescape")))
    found = read_listings(tmp_path / "l.json.gz")
    assert [f"{line}: {row if isinstance(row, RecordError) else row.title}" for line, row in found] == read


def test_what_a_crawl_writes_beside_a_listing_is_no_unknown_name(tmp_path: Path) -> None:
    file, notes = tmp_path / "all.csv", FileNotes()
    cells = {"marketplace": "m", "url": "https://m.example/1", "title": "Watch"}
    file.write_text(
        ",".join(COLUMNS) + "\n" + ",".join(cells.get(name, "") for name in FIELDS) + ",x,60,x,4\n", "utf-8"
    )
    assert all(isinstance(row, Listing) for _, row in read_listings(file, notes))
    assert not notes.others


def test_csv_with_semicolons_and_a_bom(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    file.write_bytes(
        b"\xef\xbb\xbftitle;url;marketplace;price\r\nA;https://m.example/1;m;1.50\r\n"
        b"B;https://m.example/2;m;call us\r\nC;x;m;1;2\r\n\xe9;https://m.example/3;m;1\r\nD;https://m.example/4;m;\r\n"
    )
    rows = told(file)
    assert [line for line, _ in rows] == [2, 3, 4, 5, 6]
    assert [said.split(":")[0] for _, said in rows] == ["good", "price", "row", "row", "good"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("l.xlsx", b"", r"must end in .jsonl, .json or .csv \(.gz may follow\)$"),
        ("l.html", b"", r"read a saved page first: monitor extract .*l\.html --url URL --listings > listings\.jsonl"),
        ("l.html.gz", b"", r"read a saved page first: monitor extract .*l\.html\.gz --url"),
        ("l.csv", b"title,price\n", "columns marketplace, url are missing"),
        (
            "l.csv",
            b"marketplace,url,titl\n",
            "the column title is missing; found: marketplace, url, titl; is titl the title\\?; if so, write title there",
        ),
        ("l.csv", b"markt place,url,title\n", "found: markt place, url, title; is markt place the marketplace?"),
        (
            "l.csv",
            b"shop,link,name\n",
            "is shop the marketplace\\?; is name the title\\?; if so, write marketplace and title there instead$",
        ),
        ("l.csv", b"marketplace,title,Adresse\n", "is adresse the url\\?; if so, write url there instead$"),
        ("l.csv", "marketplace,title,dirección\n".encode(), "is dirección the url\\?; if so, write url there instead$"),
        ("l.csv", b"marketplace,title\n", "title; write url over the column that holds it, or add it$"),
        ("l.csv", b"title,price\n", "write marketplace and url over the columns that hold them, or add them$"),
        ("l.csv", b"site,url,titre,titel\n", "columns titre and titel both mean title; name the right one title"),
        ("l.csv", b"title,price\n", r"l\.csv: line 1: "),
        ("l.csv", b"title,url,marketplace,Title\n", "the column title is there twice"),
        ("l.csv", "title,url,marketplace\n".encode("utf-16"), r"l\.csv: line 1: is not UTF-8 text; save"),
        ("l.csv", "title,url,marketplace\n".encode("utf-16-be"), r"l\.csv: line 1: is not UTF-8 text; save"),
        ("l.jsonl.gz", b"no gzip", "cannot be read to its end"),
        ("l.jsonl.gz", gzip.compress(GOOD * 99)[:-9], "cannot be read to its end"),
    ],
)
def test_a_bad_file_is_a_clear_error(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ConfigurationError, match=says):
        list(read_listings(file))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="no such file"):
        list(read_listings(tmp_path / "none.jsonl"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("m,https://m.example/1,\"open\nm,https://m.example/2,B\nm,https://m.example/3,C\n", ["row", "good", "good"]),
        ("m,https://m.example/1,\"open\nm,https://m.example/2,\"B\"\nm,https://m.example/3,C\n", ["row", "good", "good"]),
        ("m,https://m.example/1,A\nm,https://m.example/2,5\" nail\nm,https://m.example/3,\"5\" nail\"\n",
         ["good", "good", "row"]),
        ("m,https://m.example/1,\"two\nlines\"\nm,https://m.example/3,C\n", ["good", None, "good"]),
        ("m,https://m.example/1,\"open\n" * 3, ["row", "row", "row"]),
        ("\n\nm,https://m.example/3,C\n", [None, None, "good"]),
        ("m,https://m.example/1,A\n" + "m,\"https://m.example/2,B" + "\nx" * 3_000, ["good", "row", *["url"] * 3_000]),
    ],
)  # fmt: skip
def test_a_quote_left_open_costs_its_own_line_alone(tmp_path: Path, rows: str, expected: list[str | None]) -> None:
    file = tmp_path / "l.csv"
    file.write_bytes(b"marketplace,url,title\n" + rows.encode())
    wanted = [(line, said) for line, said in enumerate(expected, start=2) if said]
    assert [(line, said.split(":")[0]) for line, said in told(file)] == wanted


def test_names_in_the_head_may_have_blanks_and_capitals(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    file.write_bytes(b"Marketplace, URL ,Title\nm,https://m.example/1,A\n")
    assert told(file) == [(2, "good")]


def test_a_description_that_is_cut_is_told() -> None:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": "Watch"}
    short, long = (listing_from_record(record | {"description": "x " * times}) for times in (100, 15_000))
    assert not cut_descriptions([short])
    assert cut_descriptions([short, long]) == (
        "1 description is read up to 20,000 characters; what stands behind is not judged"
    )


def test_names_that_are_no_field_are_told(tmp_path: Path) -> None:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": "Watch"}
    wrong = {
        "seler_id": "s",
        "seller": "s",
        "preis": "9",
        "artikelnummer": "1",
        "stock": 3,
        "coupon": None,
        "empty": "",
        "flags": "low_price",
    }
    (tmp_path / "l.jsonl").write_text(f"{json.dumps(record | wrong)}\n{json.dumps(record | {'seler_id': 't'})}\n")
    notes = FileNotes()
    assert len(list(read_listings(tmp_path / "l.jsonl", notes))) == 2
    assert list(notes.misnamed()) == [
        "'seler_id' is no field of a listing, and was not read in 2 rows; is seller_id meant?",
        "'seller' is no field of a listing, and was not read in 1 row; is seller_name or seller_id meant?",
        "'preis' is no field of a listing, and was not read in 1 row; is price meant?",
        "'artikelnummer' is no field of a listing, and was not read in 1 row; is listing_id or sku meant?",
        "'stock' is no field of a listing, and was not read in 1 row",
    ]


HEADS = (
    "marketplace url title price currency seller_name condition",
    "Marktplatz Link Titel Preis WAEHRUNG Verkaeufer Zustand",
    "Plattform;Angebots-URL;Artikelbezeichnung;VK-Preis;Währung;Verkäufer;Zustand",
    "plateforme;lien;titre;prix;devise;vendeur;état",
    "piattaforma;link;titolo;prezzo;valuta;venditore;condizioni",
    "plataforma;enlace;título;precio;moneda;vendedor;condición",
    "marktplaats;link;productnaam;prijs;valuta;verkoper;staat",
    "platforma;link do oferty;tytuł;cena;waluta;sprzedający;stan",
    "平台;商品链接;标题;价格;货币;卖家;成色",
    "Market Place;Product URL;Product Name;Selling-Price;Currency;Seller Name;Condition",
)


@pytest.mark.parametrize("head", HEADS)
def test_a_head_may_name_fields_in_other_words(head: str) -> None:
    cells = head.split(";" if ";" in head else " ")
    assert columns(cells).names == HEADS[0].split()


@pytest.mark.parametrize(
    ("head", "read", "says"),
    [
        ("marketplace,url,title,preis", "marketplace url title price", "'preis' is read as price"),
        ("Marketplace, url ,title,Seller ID", "marketplace url title seller_id", "'seller id' is read as seller_id"),
        ("marketplace,url,title,price,preis,link", "marketplace url title price preis link", ""),
        ("marketplace,anzeigen-url,titel,datum", "marketplace url title observed_at",
         "'anzeigen-url' is read as url, 'titel' is read as title, 'datum' is read as observed_at"),
        ("marketplace,url,title,date,date seen", "marketplace url title date observed_at", "'date seen' is read as observed_at"),
        ("marketplace,url,title,date,observed_at", "marketplace url title date observed_at", ""),
        ("marketplace,url,title,name,land", "marketplace url title name land", ""),
        ("marketplace,url,title,seller,seller name", "marketplace url title seller seller name",
         "the columns seller and seller name both mean seller_name, so neither is read; name the right one seller_name"),
        ("marketplace,url,titel,preis,angebotspreis", "marketplace url title preis angebotspreis",
         "'titel' is read as title; the columns preis and angebotspreis both mean price, so neither is read; name the right one price"),
        ("marketplace,url,title,vendor,type", "marketplace url title vendor type", ""),
        ("marketplace,url,title,versand,menge", "marketplace url title versand menge", ""),
        ("marketplace,url,title,verkäufer,verkäufer-id,ean,hersteller", "marketplace url title seller_name seller_id gtin brand",
         "'verkäufer' is read as seller_name, 'verkäufer-id' is read as seller_id, 'ean' is read as gtin, 'hersteller' is read as brand"),
    ],
)  # fmt: skip
def test_other_words_for_fields_are_told_and_a_fields_own_name_counts(head: str, read: str, says: str) -> None:
    found = columns(head.split(","))
    assert (" ".join(found.names), found.says, found.currency) == (read, says, "")


@pytest.mark.parametrize(
    ("named", "says", "currency"),
    [
        ("Preis (EUR)", "'preis (eur)' is read as price in EUR", "EUR"),
        ("Price [USD]", "'price [usd]' is read as price in USD", "USD"),
        ("Prix en", "", ""),
        ("Preis in €", "'preis in €' is read as price in EUR", "EUR"),
        ("prezzo €", "'prezzo €' is read as price in EUR", "EUR"),
        ("Preis ($)", "'preis ($)' is read as price", ""),
        ("Preis (alt)", "", ""),
        ("Titel (EUR)", "", ""),
        ("Preis (EUR),UVP (USD)", "'preis (eur)' is read as price in EUR", "EUR"),
        ("Preis EUR,Versandkosten USD", "'preis eur' is read as price in EUR", "EUR"),
        ("Preis,Versandkosten (USD)", "'preis' is read as price", ""),
        ("preis eur", "'preis eur' is read as price in EUR", "EUR"),
        ("PRICE USD", "'price usd' is read as price in USD", "USD"),
        ("Fiyat,Price TRY", "'price try' is read as price in TRY", "TRY"),
        *((f"price {word}", "", "") for word in ("all", "top", "try", "cup", "mop", "ft", "(all)", "pen")),
        ("PRICE ALL", "", ""),
        ("Preis (EUR),Währung", "'preis (eur)' is read as price, 'währung' is read as currency", ""),
        ("Preis (EUR),UVP (EUR)", "'preis (eur)' is read as price in EUR, 'uvp (eur)' is read as list_price in EUR", "EUR"),
    ],
)  # fmt: skip
def test_a_heading_may_name_the_currency(tmp_path: Path, named: str, says: str, currency: str) -> None:
    head = f"marketplace,url,title,{named}"
    assert columns(head.split(","))[1:] == (says, currency)
    (tmp_path / "l.csv").write_text(f"{head}\nm,https://m.example/1,Watch,29.90\n", "utf-8")
    ((_, listing),) = read_listings(tmp_path / "l.csv")
    assert isinstance(listing, Listing)
    assert listing.currency == currency


@pytest.mark.parametrize(
    ("marketplace", "ident", "called", "named"),
    [
        ("ebay.de", "kumpf-outlet", "", "kumpf-outlet"),
        ("www.eBay.co.uk", "kumpf-outlet", "", "kumpf-outlet"),
        ("etsy.com", "KumpfOutlet", "", "KumpfOutlet"),
        ("etsy.com", "12345678", "", ""),
        ("ebay.de", "https://www.ebay.de/usr/kumpf-outlet", "", ""),
        ("ebay.de", "n/a", "", ""),
        ("ebay.de", "--", "", ""),
        ("ebay.de", "kumpf-outlet", "Kumpf", "Kumpf"),
        ("ebay.de", "", "Kumpf", "Kumpf"),
        ("kaufland.de", "kumpf-outlet", "", ""),
        ("amazon.de", "A1KUMPFOUTLET", "", ""),
        ("ebay-kleinanzeigen.de", "kumpf-outlet", "", ""),
    ],
)
def test_an_id_is_the_name_where_buyers_see_it_as_one(
    tmp_path: Path, marketplace: str, ident: str, called: str, named: str
) -> None:
    head, row = "marketplace,url,title,seller_id,seller_name", f"{marketplace},https://m.example/1,A,{ident},{called}"
    (tmp_path / "l.csv").write_text(f"{head}\n{row}\n", "utf-8")
    ((_, listing),) = read_listings(tmp_path / "l.csv")
    assert isinstance(listing, Listing)
    assert (listing.seller_id, listing.seller_name) == (ident, named)


@pytest.mark.parametrize(("head", "named"), [("Verkäufer", "Verkäufer"), ("seller_name", "seller_name")])
def test_names_of_sellers_without_ids_are_told_with_their_heading(tmp_path: Path, head: str, named: str) -> None:
    (tmp_path / "l.csv").write_text(f"marketplace,url,title,{head}\nm,https://m.example/1,Watch,hut-24\n", "utf-8")
    notes = FileNotes()
    found = [row for _, row in read_listings(tmp_path / "l.csv", notes) if isinstance(row, Listing)]
    says = without_seller_ids(found, notes.headings["seller_name"])
    assert says.endswith(f"; if {named} holds ids or names of accounts, call it seller_id")


def test_a_word_that_may_mean_two_fields_is_told_with_both() -> None:
    assert meant_by("Artikel-Nr.") == ("listing_id", "sku")
    assert meant_by("Vendor") == ("brand", "seller_name")
    assert meant_by("Land") == ("territory", "seller_country")
    notes = FileNotes(columns=frozenset(["sku"]))
    notes.others["artikelnummer"] = 2
    assert list(notes.misnamed()) == [
        "'artikelnummer' is no field of a listing, and was not read in 2 rows; is listing_id meant?"
    ]


@pytest.mark.parametrize(
    ("name", "columns_there", "hint"),
    [
        ("versand", (), "; name it shipping if it holds what delivery costs"),
        ("Verzending", (), "; name it shipping if it holds what delivery costs"),
        ("versand", ("shipping",), ""),
        ("adresse", (), "; name it url if it holds the address of each listing's page on the web"),
        ("adresse", ("url",), ""),
        ("aantal", (), "; name it pack_count if it holds how many units the price is for, not how many are left"),
        ("beschreibug", (), "; is description meant, as in 'Beschreibung'?"),
        ("bild", (), "; is images meant, as in 'Bilder'?"),
        ("curr", (), "; is currency meant?"), ("curr", ("currency",), ""), ("offer pric", (), "; is price meant, as in 'offer price'?"),
        ("einkaufspreis", (), ""), ("nettopreis", (), ""), ("preis netto", (), ""), ("verkauf", (), ""), ("farbe", (), ""),
    ],
)  # fmt: skip
def test_a_name_that_is_no_field_is_told_with_what_it_may_be(
    name: str, columns_there: tuple[str, ...], hint: str
) -> None:
    notes = FileNotes(others=Counter([name]), columns=frozenset(columns_there))
    assert list(notes.misnamed()) == [f"{name!r} is no field of a listing, and was not read in 1 row{hint}"]
    assert asked_of(name) is None or meant_by(name) == ()  # it is asked about, and never read


@pytest.mark.parametrize(
    "head",
    [
        "Marktplaats,Titel,Link,Prijs,Munt,Verkoper,Verzendkosten,Omschrijving,Staat",
        "marktplaats,advertentietitel,webadres,verkoopprijs,munteenheid,verkocht door,bezorgkosten,beschrijving,conditie",
    ],
)
def test_a_head_in_dutch_is_read(head: str) -> None:
    read = columns(head.split(",")).names
    assert read == [
        "marketplace",
        "title",
        "url",
        "price",
        "currency",
        "seller_name",
        "shipping",
        "description",
        "condition",
    ]


@pytest.mark.parametrize(
    ("prices", "separator", "read"),
    [
        (("29,90", "1.290,00", "30", "9,5"), ";", ["29.90", "1290.00", "30", "9.50"]),
        (("29,90", "", "1 290,00"), ";", ["29.90", "None", "1290.00"]),
        (("29,90", "30.10"), ";", ["line 3 has '30.10' in price", "30.10"]),
        (("29,90", "1.290"), ";", ["line 3 has '1.290' in price", "two ways"]),
        (("29,90", "1,290"), ";", ["line 3 has '1,290' in price", "write 1290.00"]),
        (("29.90", "30"), ";", ["29.90", "30"]),
        (("29,90", "1.290,00 €", "EUR 30"), ";", ["29.90", "1290.00", "30"]),
        (("29,90", "30.10 €"), ";", ["line 3 has '30.10 €' in price", "30.10"]),
        (("€29.90", "30 / 2"), ",", ["29.90", "'30 / 2' is not an amount"]),
        (("29,90", "30"), ",", ["29.90", "30"]),
        (("29,90", "30.10"), ",", ["line 3 has '30.10' in price", "30.10"]),
        (("29,90", "1.290"), ",", ["line 3 has '1.290' in price", "two ways"]),
        (("29,90", "1,290.00"), ",", ["line 3 has '1,290.00' in price", "write 1290.00"]),
    ],
)  # fmt: skip
def test_a_comma_before_cents_is_read_where_a_whole_column_says_so(
    tmp_path: Path, prices: tuple[str, ...], separator: str, read: list[str]
) -> None:
    file = tmp_path / "l.csv"
    rows = [separator.join(("m", "https://m.example/1", "Watch", f'"{price}"')) for price in prices]
    file.write_text("\n".join([separator.join(("marketplace", "url", "title", "price")), *rows]), "utf-8")
    notes = FileNotes()
    found = list(read_listings(file, notes))
    bad = BadRows(file, notes)
    assert all(isinstance(row, Listing) for row in bad.put_aside(found))
    told = {int(says.split("line ")[1].split(":")[0]): says for says in bad.lines()}
    for (line, row), expected in zip(found, read, strict=True):
        said = told[line] if isinstance(row, RecordError) else str(row.price)
        assert expected in said
    commas = "amounts are read with a comma before the cents: '29,90' in price is 29.90"
    assert notes.says == ([commas] if read[0] == "29.90" and "," in prices[0] else [])


@pytest.mark.parametrize(
    ("price", "currency", "read"),
    [
        ("12,50", "JPY", "'12.50' has cents, which JPY has not"), ("1.290,00", "JPY", "1290"), ("12,50", "EUR", "12.50"),
        ("12,50", "¥", "12.50"),
    ],
)  # fmt: skip
def test_a_currency_without_cents_has_none(tmp_path: Path, price: str, currency: str, read: str) -> None:
    (tmp_path / "l.csv").write_text(
        f"marketplace;url;title;price;currency\nm;https://m.example/1;Watch;{price};{currency}\n", "utf-8"
    )
    ((_, row),) = read_listings(tmp_path / "l.csv")
    assert read in (str(row.price) if isinstance(row, Listing) else str(row))


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("29.90 €", "", ""), "29.90 EUR"),
        (("£ 29.90", "GBP", ""), "29.90 GBP"),
        (("12 EUR", "", ""), "12 EUR"),
        (("$29.90", "", ""), "29.90 $"),
        (("$29.90", "", "CA"), "29.90 CAD"),
        (("$29.90", "CAD", "US"), "29.90 CAD"),
        (("29.90 zł", "", ""), "29.90 PLN"),
        (("29.90 €", "USD", ""), "'29.90 €' is in another currency than the row says; mend one of them (USD)"),
        (("$29.90", "EUR", ""), "'29.90 $' is in another currency than the row says"),
        (("1.290 €", "", ""), "can be read in two ways"),
        (("29.90 each", "", ""), "is not an amount"),
        (("from 29.90 €", "", ""), "is not an amount"),
        (("29.90 € 2", "", ""), "is not an amount"),
        (("-29.90 €", "", ""), "is not an amount"),
    ],
)
def test_a_currency_beside_an_amount_is_that_of_the_row(tmp_path: Path, cells: tuple[str, ...], read: str) -> None:
    (tmp_path / "l.csv").write_text(
        f"marketplace,url,title,price,currency,territory\nm,https://m.example/1,Watch,{','.join(cells)}\n", "utf-8"
    )
    ((_, row),) = read_listings(tmp_path / "l.csv")
    assert read in (f"{row.price} {row.currency}" if isinstance(row, Listing) else str(row))


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("30.11.2026 09:30", "1.2.2026"), ["2026-11-30 09:30", "2026-02-01 00:00"]),
        (("01.02.2026, 9:05:07",), ["2026-02-01 09:05"]),
        (("30/11/2026", "01/02/2026", "2026-05-04"), ["2026-11-30 00:00", "2026-02-01 00:00", "2026-05-04 00:00"]),
        (("11/30/2026 09:30", "01/02/2026"), ["2026-11-30 09:30", "2026-01-02 00:00"]),
        (("01/02/2026", "02/03/2026"), ["'01/02/2026' may be either of two days; write it as 2026-05-04T", "either"]),
        (("30/11/2026", "11/30/2026"), ["either", "either"]),
        (("31.02.2026",), ["is not a time in ISO 8601"]),
        (("30.11.26",), ["is not a time in ISO 8601"]),
        (("30.11.2026 9 Uhr",), ["is not a time in ISO 8601"]),
    ],
)
def test_days_are_read_where_a_whole_column_says_which_number_is_the_day(
    tmp_path: Path, days: tuple[str, ...], read: list[str]
) -> None:
    rows = "".join(f'm,https://m.example/1,Watch,"{day}"\n' for day in days)
    (tmp_path / "l.csv").write_text(f"marketplace,url,title,Erfasst am\n{rows}", "utf-8")
    notes = FileNotes()
    found = [row for _, row in read_listings(tmp_path / "l.csv", notes)]
    for row, expected in zip(found, read, strict=True):
        assert expected in (str(row) if isinstance(row, RecordError) else f"{row.observed_at:%Y-%m-%d %H:%M}")
    told = [says for says in notes.says if says.startswith("days are read as 20")]
    assert len(told) == ("-" in read[0][:5])


def test_the_same_fault_in_many_rows_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "l.csv"
    good = "m,https://m.example/1,Watch,"
    prices = [good + (f'"{n},90"' if n % 2 else f"{n}.90") for n in range(40)]
    file.write_text("\n".join(["marketplace,url,title,price", *prices, good + "-1,x", "m,x,Watch,y"]), "utf-8")
    notes = FileNotes()
    bad = BadRows(file, notes)
    assert len(list(bad.put_aside(read_listings(file, notes)))) == 20
    assert bad.count == 22
    many, cells, several = bad.lines()
    assert many.startswith(
        f"{file}: 20 rows (lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41): price: '1,90' is not an amount"
    )
    assert many.endswith("; not read with a comma before the cents, as line 2 has '0.90' in price")
    assert cells == f"{file}: line 42: row: has 5 cells where the head names 4"
    assert several.startswith(f"{file}: line 43: price: 'y' is not an amount")
    assert "url: 'x' is no address" in several


@pytest.mark.parametrize(
    ("url", "seller", "listed", "says"),
    [
        ("https://www.kaffee.example/p/1", {}, "s1", "1 row names no seller: where a shop sells alone"),
        ("https://www.kaffee.example/p/1", {}, "kaffee.example", ""),
        ("https://www.kaffee.example/p/1", {"seller_id": "s2"}, "s1", ""),
        ("https://www.ebay.de/itm/1", {}, "s1", ""),
        ("https://www.kaffee.example/p/1", {}, "", ""),
    ],
)
def test_what_authorises_a_shop_that_names_no_seller_is_told(
    url: str, seller: dict[str, str], listed: str, says: str
) -> None:
    row = SellerEntry(
        marketplace="kaffee.example", seller_id=listed, seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED
    )
    brand = Brand(slug="b", name="B", sellers=(row,) if listed else None)
    listing = Listing(
        marketplace="kaffee.example", url=url, title="t", observed_at=datetime(2026, 5, 4, tzinfo=UTC), **seller
    )
    told = shops_alone([listing], [brand])
    assert told.startswith(says) if says else not told
    assert not says or "monitor sellers authorize kaffee.example kaffee.example --brand" in told
