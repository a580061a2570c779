"""Each spider of an API against a server on loopback that speaks its documented format, through to a case."""

import base64
import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

CALLED = "AURELIA replica watch"
KEY = "k-5f1d-not-to-be-seen"


@dataclass(frozen=True)
class Question:
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)


Answers = Callable[[Question], tuple[int, Any]]


class Api:
    """Answers with JSON what a function says; `asked` are the questions in their order."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.answers: Answers = lambda _: (404, {})
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                parts = urlsplit(self.path)
                question = Question(
                    parts.path,
                    {name: values[0] for name, values in parse_qs(parts.query).items()},
                    {name.lower(): value for name, value in self.headers.items()},
                    {name: values[0] for name, values in parse_qs(body).items()},
                )
                api.asked.append(question)
                status, answer = api.answers(question)
                content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_GET  # noqa: N815 - the name that the server calls

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def paths(self) -> list[str]:
        return [question.path for question in self.asked]


@pytest.fixture
def api() -> Iterator[Api]:
    api = Api()
    thread = threading.Thread(target=api.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield api
    api.server.shutdown()
    api.server.server_close()
    thread.join()


def cases(done) -> int:
    with sqlite3.connect(done.workspace / "monitor.db") as database:
        return int(database.execute('select count(*) from "case"').fetchone()[0])


def cached(folder: Path) -> tuple[str, ...]:
    return "-s", "HTTPCACHE_ENABLED=1", "-s", f"HTTPCACHE_DIR={folder}"


def everything_kept(done, *folders: Path) -> bytes:
    """All that a crawl has printed and written."""
    found = [path for folder in (done.workspace, *folders) for path in folder.rglob("*")]
    files = [path for path in [done.feed, *found] if path.is_file()]
    return done.said.encode() + b"".join(path.read_bytes() for path in files)


def by_id(done) -> dict[str, dict[str, Any]]:
    return {row["listing_id"]: row for row in done.rows}


def woo(number: int, **values: Any) -> dict[str, Any]:
    prices = {"price": "129000", "regular_price": "159000", "currency_code": "KWD", "currency_minor_unit": 3}
    return {
        "id": number, "name": f"{CALLED} &#8211; {number}", "parent": 0, "type": "simple", "variation": "",
        "permalink": f"https://shop.example/product/{number}/", "sku": f"W-{number}", "prices": prices,
        "description": "<p>Steel.</p>", "images": [], "attributes": [], "variations": [], "is_in_stock": True,
        **values,
    }  # fmt: skip


def test_woocommerce(api, crawl) -> None:
    first = [woo(number) for number in range(1000, 1098)]
    first.append(woo(1098, prices={"price": "cheap", "currency_minor_unit": 2}))
    first.append(woo(1099, type="variable", variations=[{"id": 2001}], brands=[{"name": "Aurelia"}]))
    variations = [
        woo(2001, type="variation", parent=1099, variation="Size: 1,5 cm, Color: Blue", description="", attributes=[]),
        woo(2002, type="variation", parent=1099, variation="Size: 2 cm, Color: Red", is_in_stock=False),
    ]

    def answers(question: Question) -> tuple[int, Any]:
        if question.path != "/wp-json/wc/store/v1/products":
            return 200, b"<html>Our shop</html>"
        if question.query.get("type") == "variation":
            return 200, variations if question.query["parent"] == "1099" else []
        return 200, first if question.query["page"] == "1" else [woo(1100), *first[:99]]

    api.answers = answers
    done = crawl("woocommerce", "-a", f"url={api.url}/shop/", "-a", "query=watch")
    assert done.code == 0, done.said
    rows = by_id(done)
    assert len(rows) == 98 + 2 + 1
    assert "price missing or unusable" in done.said
    assert (rows["1000"]["price"], rows["1000"]["list_price"], rows["1000"]["currency"]) == (
        "129.000",
        "159.000",
        "KWD",
    )
    assert rows["2001"]["title"] == f"{CALLED} – 2001 - 1,5 cm, Blue"
    assert rows["2001"]["brand"] == "Aurelia"
    assert rows["2001"]["description"] == "Steel."
    assert rows["2002"]["availability"] == "out_of_stock"
    assert rows["1100"]["attributes"]["position"] == "101"
    assert rows["1000"]["seller_id"] == rows["1000"]["marketplace"] == api.url.removeprefix("http://")
    assert api.paths()[1:3] == ["/shop/wp-json/wc/store/v1/products", "/wp-json/wc/store/v1/products"]
    assert api.asked[2].query["search"] == "watch"
    assert [question.query["page"] for question in api.asked if question.query.get("search")][-3:] == ["1", "2", "3"]
    assert cases(done) == len(rows)


def ebay_item(number: str, variant: str = "0", **values: Any) -> dict[str, Any]:
    return {
        "itemId": f"v1|{number}|{variant}", "legacyItemId": number, "title": f"{CALLED} {number}",
        "price": {"value": "49.90", "currency": "EUR"}, "condition": "Neu", "conditionId": "1000",
        "seller": {"username": "uhren-ecke", "feedbackScore": 3}, "buyingOptions": ["FIXED_PRICE"],
        "shippingOptions": [{"shippingCostType": "FIXED", "shippingCost": {"value": "3.50", "currency": "EUR"}}],
        "itemWebUrl": f"https://www.ebay.de/itm/{number}?hash=abc", **values,
    }  # fmt: skip


def test_ebay(api, crawl, tmp_path) -> None:
    tokens: list[str] = []
    group = f"{api.url}/buy/browse/v1/item/get_items_by_item_group?item_group_id=220000000001"
    varied = ebay_item("220000000001", "77", itemGroupHref=group, itemGroupType="SELLER_DEFINED_VARIATIONS")
    results = [*(ebay_item(f"1100000{number:05d}") for number in range(5)), varied]
    variants = [
        ebay_item("220000000001", name, color=name, price={"value": f"{name}.00", "currency": "EUR"})
        for name in ("77", "78")
    ]

    def answers(question: Question) -> tuple[int, Any]:
        if question.path == "/identity/v1/oauth2/token":
            pair = base64.b64encode(f"id-{KEY}:secret-{KEY}".encode()).decode()
            if (
                question.headers["authorization"] != f"Basic {pair}"
                or question.form["grant_type"] != "client_credentials"
            ):
                return 401, {"error": "invalid_client"}
            tokens.append(f"token-{len(tokens)}-{KEY}")
            return 200, {"access_token": tokens[-1], "expires_in": 7200, "token_type": "Application Access Token"}
        expired = question.path.endswith("group") and len(tokens) < 2
        if expired or question.headers.get("authorization") != f"Bearer {tokens[-1]}":
            return 401, {"errors": [{"errorId": 1001, "message": f"Invalid access token {tokens[-1]}"}]}
        if question.headers["x-ebay-c-marketplace-id"] != "EBAY_DE":
            return 400, {"errors": [{"errorId": 12001}]}
        if question.path.endswith("/item/get_items_by_item_group"):
            return 200, {"items": variants if question.query["item_group_id"] == "220000000001" else []}
        if question.query.get("offset") == "200":
            return 200, {
                "total": 202,
                "itemSummaries": [ebay_item("130000000001"), {"itemId": "?", "title": "no number"}],
            }
        return 200, {"total": 202, "next": "https://elsewhere.example/", "itemSummaries": results}

    api.answers = answers
    keys = {"EBAY_API_URL": api.url, "EBAY_CLIENT_ID": f"id-{KEY}", "EBAY_CLIENT_SECRET": f"secret-{KEY}"}
    asked = ("-a", "url=https://www.ebay.de/", "-a", "query=aurelia", "-a", "seller=uhren-ecke")
    done = crawl("ebay", *asked, "-L", "DEBUG", *cached(tmp_path), keys=keys)
    assert done.code == 0, done.said
    rows = by_id(done)
    assert len(rows) == 5 + 2 + 1
    assert rows["220000000001#78"]["price"] == "78.00"
    assert "220000000001" not in rows
    assert rows["130000000001"]["url"] == "https://www.ebay.de/itm/130000000001"
    assert rows["130000000001"]["attributes"]["position"] == "201"
    assert (rows["130000000001"]["shipping"], rows["130000000001"]["territory"]) == ("3.50", "DE")
    assert {(row["marketplace"], row["seller_id"]) for row in done.rows} == {("ebay.de", "uhren-ecke")}
    assert "listing_id missing or unusable" in done.said
    assert len(tokens) == 2, "an expired token is renewed once"
    search = next(question for question in api.asked if question.path.endswith("/search"))
    assert search.query["filter"].endswith("sellers:{uhren-ecke}")
    assert cases(done) == len(rows)
    assert KEY.encode() not in everything_kept(done, tmp_path)


def etsy_listing(number: int, **values: Any) -> dict[str, Any]:
    return {
        "listing_id": number, "shop_id": 4242, "title": f"{CALLED} {number}", "description": "By hand.", "state": "active",
        "quantity": 3, "price": {"amount": 4990, "divisor": 100, "currency_code": "USD"}, "who_made": "i_did",
        "when_made": "2020_2026", "shop": {"shop_id": 4242, "shop_name": "WatchCorner", "shop_location_country_iso": "US"},
        "images": [{"rank": 1, "url_fullxfull": f"https://127.0.0.1:1/{number}/il_fullxfull.jpg"}], **values,
    }  # fmt: skip


def test_etsy(api, crawl) -> None:
    varied = {
        "products": [
            {"product_id": 1, "sku": "S", "property_values": [{"property_name": "Size", "values": ["Small"]}],
             "offerings": [{"quantity": 1, "is_enabled": True, "price": {"amount": 3990, "divisor": 100, "currency_code": "USD"}}]},
            {"product_id": 2, "sku": "L", "property_values": [{"property_name": "Size", "values": ["Large"]}],
             "offerings": [{"quantity": 0, "is_enabled": True, "price": {"amount": 5990, "divisor": 100, "currency_code": "USD"}}]},
        ]
    }  # fmt: skip

    def answers(question: Question) -> tuple[int, Any]:
        if question.headers.get("x-api-key") != f"{KEY}:secret":
            return 403, {"error": "Invalid API key"}
        if question.path == "/shops":
            return 200, {
                "count": 2,
                "results": [
                    {"shop_id": 99, "shop_name": "WatchCorner2"},
                    {"shop_id": 4242, "shop_name": "WatchCorner"},
                ],
            }
        if question.path == "/listings/batch":
            numbers = [int(number) for number in question.query["listing_ids"].split(",")]
            found = [etsy_listing(n, **({"inventory": varied} if n == 100007 else {})) for n in numbers if n != 100005]
            return 200, {"count": len(found), "results": [*found, {"listing_id": None}]}
        if question.path == "/shops/4242/listings/active":
            start = int(question.query["offset"])
            return 200, {
                "count": 102,
                "results": [{"listing_id": 100000 + n} for n in range(start, min(start + 10, 102))],
            }
        return 404, {}

    api.answers = answers
    keys = {"ETSY_API_URL": f"{api.url}/", "ETSY_API_KEY": f"{KEY}:secret"}
    done = crawl("etsy", "-a", "seller=watchcorner", "-a", "query=aurelia", "-L", "DEBUG", keys=keys)
    assert done.code == 0, done.said
    rows = by_id(done)
    assert len(rows) == 12 - 1 + 1
    assert (rows["100000"]["price"], rows["100000"]["currency"]) == ("49.9", "USD")
    assert rows["100000"]["seller_id"] == "WatchCorner"
    assert rows["100007#2"]["availability"] == "out_of_stock"
    assert rows["100007#1"]["title"] == f"{CALLED} 100007 - Small"
    assert rows["100101"]["attributes"]["position"] == "102"
    assert "listing_id missing or unusable" in done.said
    assert cases(done) == len(rows)
    assert KEY.encode() not in everything_kept(done)


def rakuten_item(number: int, **values: Any) -> dict[str, Any]:
    return {
        "itemName": f"{CALLED} {number}", "itemCode": f"tokei:{number}", "itemPrice": 4990, "itemCaption": "自動巻き",
        "itemUrl": f"https://item.rakuten.co.jp/tokei/w-{number}/?rafcid=wsc_i_is_{KEY}", "availability": 1, "taxFlag": 0,
        "postageFlag": 0, "shopName": "時計の角", "shopCode": "tokei", "genreId": "558929",
        "mediumImageUrls": [f"https://127.0.0.1:1/@0_mall/tokei/{number}.jpg?_ex=128x128"], **values,
    }  # fmt: skip


def test_rakuten(api, crawl, tmp_path) -> None:
    busy = [True]

    def answers(question: Question) -> tuple[int, Any]:
        if question.headers.get("accesskey") != f"ak-{KEY}" or question.query.get("applicationId") != KEY:
            return 403, {"errors": {"errorCode": 403, "errorMessage": "REQUEST_CONTEXT"}}
        if question.headers.get("origin") != "https://brand.example":
            return 403, {"errors": {"errorMessage": "REQUEST_CONTEXT_BODY_HTTP_REFERRER_MISSING"}}
        if question.query["page"] == "2" and busy.pop() if busy else False:
            return 429, {"error": "too_many_requests"}
        page = int(question.query["page"])
        items = [rakuten_item(number) for number in range((page - 1) * 30, min(page * 30, 32))]
        if page == 2:
            items.append(rakuten_item(99, itemUrl="https://elsewhere.example/x"))
        return 200, {"count": 33, "page": page, "pageCount": 2, "Items": items}

    api.answers = answers
    keys = {
        "RAKUTEN_API_URL": f"{api.url}/ichibams/api/IchibaItem/Search/20260701", "RAKUTEN_APPLICATION_ID": KEY,
        "RAKUTEN_ACCESS_KEY": f"ak-{KEY}", "RAKUTEN_ORIGIN": "https://brand.example",
    }  # fmt: skip
    done = crawl("rakuten", "-a", "query=aurelia", "-a", "seller=tokei", "-L", "DEBUG", *cached(tmp_path), keys=keys)
    assert done.code == 0, done.said
    rows = {row["attributes"]["position"]: row for row in done.rows}
    assert len(rows) == 32
    assert (rows["32"]["price"], rows["32"]["currency"], rows["32"]["shipping"]) == ("4990", "JPY", "0")
    assert rows["32"]["url"] == "https://item.rakuten.co.jp/tokei/w-31/"
    assert (rows["1"]["seller_id"], rows["1"]["seller_name"]) == ("tokei", "時計の角")
    assert "url missing or unusable" in done.said
    assert "1 answer that asked to slow down, which was done" in done.said
    assert cases(done) == 32
    assert KEY.encode() not in everything_kept(done, tmp_path)


def test_mercadolibre(api, crawl) -> None:
    product = {
        "id": "MLA15149561", "name": CALLED, "pictures": [{"url": "http://127.0.0.1:1/D_1-I.jpg"}],
        "attributes": [{"id": "BRAND", "name": "Marca", "value_name": "Aurelia"}],
    }  # fmt: skip
    offers = [
        {"item_id": "MLA1109016617", "seller_id": 123456, "price": 362999, "original_price": 400000.5, "currency_id": "ARS",
         "condition": "new", "shipping": {"free_shipping": True}},
        {"item_id": "MLA1109016618", "seller_id": 654321, "price": 350000, "currency_id": "ARS", "condition": "used"},
        {"item_id": "MLA1109016619", "seller_id": 654321, "price": {}, "currency_id": "ARS"},
    ]  # fmt: skip

    def answers(question: Question) -> tuple[int, Any]:
        if question.path == "/oauth/token":
            good = question.form == {"grant_type": "client_credentials", "client_id": "7", "client_secret": KEY}
            return (200, {"access_token": f"APP_USR-{KEY}"}) if good else (400, {})
        if question.headers.get("authorization") != f"Bearer APP_USR-{KEY}":
            return 401, {}
        if question.path == "/products/search":
            more = question.query["offset"] == "0"
            found = [product] if more else [{**product, "id": "MLA15149562"}]
            return 200, {"paging": {"total": 51}, "results": found}
        if question.path == "/products/MLA15149561/items":
            return 200, {"paging": {"total": 3}, "results": offers}
        if question.path == "/products/MLA15149562/items":
            return 404, {"message": "No winners found", "error": "not_found", "status": 404}
        if question.path == "/users":
            people = {"123456": "RELOJERIA", "654321": "ESQUINA"}
            return 200, [
                {"code": 200, "body": {"id": int(n), "nickname": people[n]}} for n in question.query["ids"].split(",")
            ]
        return 403, {"message": "forbidden", "status": 403}

    api.answers = answers
    keys = {"MERCADOLIBRE_API_URL": api.url, "MERCADOLIBRE_CLIENT_ID": "7", "MERCADOLIBRE_CLIENT_SECRET": KEY}
    asked = ("-a", "url=https://www.mercadolibre.com.ar/", "-a", "query=aurelia")
    done = crawl("mercadolibre", *asked, "-L", "DEBUG", keys=keys)
    assert done.code == 0, done.said
    rows = by_id(done)
    assert sorted(rows) == ["MLA1109016617", "MLA1109016618"]
    assert "blocked" not in done.said.rpartition("mercadolibre: ")[2]
    assert (rows["MLA1109016617"]["price"], rows["MLA1109016617"]["list_price"]) == ("362999", "400000.5")
    assert (rows["MLA1109016617"]["seller_id"], rows["MLA1109016617"]["seller_name"]) == ("123456", "RELOJERIA")
    assert rows["MLA1109016618"]["condition"] == "used"
    assert {row["territory"] for row in done.rows} == {"AR"}
    assert "price missing or unusable" in done.said
    assert cases(done) >= 1
    assert KEY.encode() not in everything_kept(done)


@pytest.mark.parametrize(
    ("spider", "says"),
    [("etsy", "1 page blocked by the site"), ("ebay", "1 the API gave no token for this key")],
)
def test_a_refused_key_is_no_empty_result(api, crawl, spider: str, says: str) -> None:
    api.answers = lambda _: (403 if spider == "etsy" else 401, {"error": f"the key {KEY}:secret is not active"})
    keys = {"ETSY_API_URL": api.url, "ETSY_API_KEY": f"{KEY}:secret"}
    keys |= {"EBAY_API_URL": api.url, "EBAY_CLIENT_ID": KEY, "EBAY_CLIENT_SECRET": f"{KEY}:secret"}
    done = crawl(spider, "-a", "query=aurelia", keys=keys)
    assert done.code == 1
    assert says in done.said
    assert "This crawl counts as failed" in done.said
    assert "is not active" in done.said or "check EBAY_CLIENT_ID and EBAY_CLIENT_SECRET" in done.said
    assert KEY.encode() not in everything_kept(done)


def test_ebay_items_by_their_address(api, crawl) -> None:
    single, varied, ended = "123456789012", "220000000001", False
    variants = [ebay_item(varied, name, color=name) for name in ("77", "78")]

    def answers(question: Question) -> tuple[int, Any]:
        if question.path.endswith("/token"):
            return 200, {"access_token": "t"}
        if question.path.endswith("/get_items_by_item_group"):
            return 200, {
                "items": variants,
                "commonDescriptions": [{"description": "<b>Gold</b>", "itemIds": [f"v1|{varied}|77"]}],
            }
        if question.query["legacy_item_id"] == varied:
            return 400, {"errors": [{"errorId": 11006, "message": "The legacy Id is invalid."}]}
        return (404, {"errors": [{"errorId": 11001}]}) if ended else (200, ebay_item(single, brand="Aurelia"))

    api.answers = answers
    keys = {"EBAY_API_URL": api.url, "EBAY_CLIENT_ID": "id", "EBAY_CLIENT_SECRET": "secret"}
    done = crawl("ebay", "-a", f"url=https://www.ebay.de/itm/{single}", keys=keys)
    assert done.code == 0, done.said
    assert [(row["listing_id"], row["brand"]) for row in done.rows] == [(single, "Aurelia")]
    ended = True
    again = crawl("ebay", "-a", f"url=https://www.ebay.de/itm/{single}", keys=keys, workspace=done.workspace)
    assert "1 listing found removed" in again.said
    group = crawl("ebay", "-a", f"url=https://www.ebay.de/itm/old-watch/{varied}?hash=x", keys=keys)
    assert group.code == 0, group.said
    rows = by_id(group)
    assert sorted(rows) == [f"{varied}#77", f"{varied}#78"]
    assert rows[f"{varied}#77"]["description"] == "Gold"
