"""The seller list as a truth table: state, date, territory, SKU, id."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from monitor.brands import Brand, SellerEntry, SellerStatus, StandingKind, standing
from monitor.brands.ids import callings
from monitor.brands.missed import missed
from monitor.records import Listing

TODAY = date(2026, 5, 4)
PAST, FUTURE = date(2026, 5, 3), date(2026, 5, 5)
A, D = SellerStatus.AUTHORIZED, SellerStatus.DENIED
K = StandingKind


def row(
    status: SellerStatus = A,
    marketplace: str = "m",
    seller_id: str = "s1",
    territory: str = "",
    skus: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    name: str = "House One",
) -> SellerEntry:
    return SellerEntry(
        marketplace=marketplace,
        seller_id=seller_id,
        seller_name=name,
        legal_entity="",
        status=status,
        territory=territory,
        skus=frozenset(skus.split()),
        valid_from=valid_from,
        valid_until=valid_until,
    )


def judged(
    rows: list[SellerEntry] | None,
    *,
    seller_id: str = "s1",
    name: str = "",
    marketplace: str = "m",
    territory: str = "DE",
    sku: str = "A1",
    url: str = "u",
) -> StandingKind:
    brand = Brand(slug="b", name="B", sellers=None if rows is None else tuple(rows))
    listing = Listing(
        marketplace=marketplace, url=url, title="t", seller_id=seller_id, seller_name=name, territory=territory
    )
    return standing(brand, listing, sku, TODAY).kind


ROWS = [
    (None, K.NO_POLICY),
    ([], K.UNKNOWN),
    ([row()], K.AUTHORIZED),
    ([row(seller_id="s2")], K.UNKNOWN),
    ([row(seller_id="")], K.UNKNOWN),
    ([row(marketplace="other")], K.UNKNOWN),
    ([row(marketplace="")], K.AUTHORIZED),
    ([row(marketplace="Ｍ", seller_id="ｓ1")], K.AUTHORIZED),
    ([row(seller_id="S1")], K.UNKNOWN),
    ([row(D, seller_id="S1")], K.UNKNOWN),
    ([row(seller_id="S1"), row()], K.AUTHORIZED),
    ([row(valid_until=PAST)], K.EXPIRED),
    ([row(valid_until=TODAY)], K.AUTHORIZED),
    ([row(valid_from=TODAY)], K.AUTHORIZED),
    ([row(valid_from=FUTURE)], K.NOT_YET),
    ([row(valid_from=PAST, valid_until=FUTURE)], K.AUTHORIZED),
    ([row(territory="FR")], K.OUT_OF_TERRITORY),
    ([row(territory="de")], K.AUTHORIZED),
    ([row(territory="AT DE")], K.AUTHORIZED),
    ([row(territory="EU")], K.AUTHORIZED),
    ([row(skus="A2")], K.SKU_NOT_ALLOWED),
    ([row(skus="A2 A1")], K.AUTHORIZED),
    ([row(skus="A2", territory="FR")], K.OUT_OF_TERRITORY),
    ([row(skus="A2", territory="FR", valid_until=PAST)], K.EXPIRED),
    ([row(valid_until=PAST), row(valid_from=PAST)], K.AUTHORIZED),
    ([row(valid_until=PAST), row(valid_from=FUTURE)], K.EXPIRED),
    ([row(valid_until=PAST), row(territory="FR")], K.OUT_OF_TERRITORY),
    ([row(territory="FR"), row(skus="A2")], K.SKU_NOT_ALLOWED),
    ([row(D)], K.DENIED),
    ([row(), row(D)], K.DENIED),
    ([row(D), row()], K.DENIED),
    ([row(D, valid_until=PAST)], K.UNKNOWN),
    ([row(D, valid_until=PAST), row()], K.AUTHORIZED),
    ([row(D, valid_from=FUTURE), row()], K.AUTHORIZED),
    ([row(D, territory="FR"), row()], K.AUTHORIZED),
    ([row(D, territory="DE"), row()], K.DENIED),
    ([row(D, skus="A2"), row()], K.AUTHORIZED),
    ([row(D, skus="A1"), row()], K.DENIED),
    ([row(D, marketplace="other"), row()], K.AUTHORIZED),
    ([row(D, marketplace=""), row()], K.DENIED),
]


@pytest.mark.parametrize(("rows", "kind"), ROWS)
def test_the_list_decides(rows: list[SellerEntry] | None, kind: StandingKind) -> None:
    assert judged(rows) is kind


UNREAD = [
    ("no territory read", [row(territory="FR")], {"territory": ""}, K.AUTHORIZED),
    ("no product known", [row(skus="A2")], {"sku": ""}, K.AUTHORIZED),
    ("denial for a place that was not read", [row(D, territory="FR"), row()], {"territory": ""}, K.AUTHORIZED),
    ("denial for a SKU that is not known", [row(D, skus="A1"), row()], {"sku": ""}, K.AUTHORIZED),
    ("no seller", [row()], {"seller_id": ""}, K.UNREADABLE),
    ("blank seller", [row()], {"seller_id": " "}, K.UNREADABLE),
    ("an empty id matches no row", [row(seller_id="")], {"seller_id": ""}, K.UNREADABLE),
    ("a strange name", [row()], {"seller_id": "", "name": "Nobody"}, K.UNKNOWN),
    ("a listed name proves nothing", [row()], {"seller_id": "", "name": "house one"}, K.UNREADABLE),
    ("a listed name elsewhere", [row(marketplace="x")], {"seller_id": "", "name": "House One"}, K.UNKNOWN),
    ("rows without names", [row(name="")], {"seller_id": "", "name": "Nobody"}, K.UNREADABLE),
    ("a listed name under another id", [row()], {"seller_id": "s2", "name": "House One"}, K.UNKNOWN),
]


@pytest.mark.parametrize(("rows", "listing", "kind"), [case[1:] for case in UNREAD], ids=[case[0] for case in UNREAD])
def test_what_was_not_read_is_not_held_against_the_seller(
    rows: list[SellerEntry], listing: dict[str, str], kind: StandingKind
) -> None:
    assert judged(rows, **listing) is kind


def test_the_row_that_decides_is_named() -> None:
    older, newer = row(valid_until=date(2024, 1, 1)), row(valid_until=date(2026, 1, 1))
    brand = Brand(slug="b", name="B", sellers=(older, newer))
    found = standing(brand, Listing(marketplace="m", url="u", title="t", seller_id="s1"), "", TODAY)
    assert (found.kind, found.entry) == (K.EXPIRED, newer)


def test_a_list_of_100_000_contradictory_rows_is_prepared_once() -> None:
    rows = tuple(row(D if n % 2 else A, seller_id=f"s{n // 2}") for n in range(100_000))
    brand = Brand(slug="b", name="B", sellers=rows)
    listing = Listing(marketplace="m", url="u", title="t", seller_id="s49999")
    assert {standing(brand, listing, "", TODAY).kind for _ in range(1_000)} == {K.DENIED}


def test_of_two_decisions_the_later_stands_where_it_surely_speaks_of_this() -> None:
    early, late = (datetime(2026, 5, 4, hour, tzinfo=UTC) for hour in (8, 9))
    denied, allowed = row(D, valid_from=TODAY), row(valid_from=TODAY)
    for rows, expected in (
        ([replace(allowed, decided_at=early), replace(denied, decided_at=late)], K.DENIED),
        ([replace(allowed, decided_at=late), replace(denied, decided_at=early)], K.AUTHORIZED),
        ([replace(allowed, decided_at=late, territory="FR"), replace(denied, decided_at=early)], K.DENIED),
        ([replace(allowed, decided_at=late, territory="DE"), replace(denied, decided_at=early)], K.AUTHORIZED),
        ([replace(allowed, decided_at=late), denied], K.DENIED),
        ([replace(allowed, decided_at=late), replace(denied, valid_until=TODAY)], K.AUTHORIZED),
    ):
        assert judged(rows) is expected
        assert judged(rows[::-1]) is expected
    limited = [replace(allowed, decided_at=late, skus=frozenset(["A1"])), replace(denied, decided_at=early)]
    assert judged(limited) is K.AUTHORIZED
    assert judged(limited, sku="") is K.DENIED, "nobody knows that this is what was allowed"


NAMED = replace(
    row(marketplace="shop.example", seller_id="shop.example"), seller_name="Lampenhof", legal_entity="Ring und Hof GmbH"
)
SHOP = [
    ("the shop itself", [row(marketplace="shop.example", seller_id="shop.example")], {}, K.AUTHORIZED),
    ("with www", [row(marketplace="www.shop.example", seller_id="Shop.Example")], {}, K.AUTHORIZED),
    ("for elsewhere", [row(marketplace="shop.example", seller_id="shop.example", territory="FR")], {}, K.UNREADABLE),
    ("until yesterday", [row(marketplace="shop.example", seller_id="shop.example", valid_until=PAST)], {}, K.UNREADABLE),
    ("another shop", [row(marketplace="other.example", seller_id="other.example")], {}, K.UNREADABLE),
    ("another seller there", [row(marketplace="shop.example")], {}, K.UNREADABLE),
    ("a name that was read", [row(marketplace="shop.example", seller_id="shop.example")], {"seller_name": "Nobody"}, K.UNKNOWN),
    ("an id that was read", [row(marketplace="shop.example", seller_id="shop.example")], {"seller_id": "s2"}, K.UNKNOWN),
    ("its own name", [NAMED], {"seller_name": "lampenhof"}, K.AUTHORIZED),
    ("its company's name", [NAMED], {"seller_name": "Ring & Hof GmbH"}, K.AUTHORIZED),
    ("its own name, and an id", [NAMED], {"seller_name": "Lampenhof", "seller_id": "/shop/l"}, K.UNKNOWN),
    ("a name with its own in it", [NAMED], {"seller_name": "Lampenhof Outlet"}, K.UNREADABLE),
    ("its own name, denied", [NAMED, replace(NAMED, status=D)], {"seller_name": "Lampenhof"}, K.UNREADABLE),
    ("its own name elsewhere", [replace(NAMED, seller_id="o.example")], {"seller_name": "Lampenhof"}, K.UNREADABLE),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "seller", "kind"), [case[1:] for case in SHOP], ids=[case[0] for case in SHOP])
def test_a_shop_that_names_no_seller_is_known_by_its_host(
    rows: list[SellerEntry], seller: dict[str, str], kind: StandingKind
) -> None:
    listing = Listing(
        marketplace="www.shop.example", url="https://www.shop.example/p/1", title="t", territory="DE", **seller
    )
    assert standing(Brand(slug="b", name="B", sellers=tuple(rows)), listing, "", TODAY).kind is kind


def test_case_counts_in_ids_but_where_it_is_known_not_to() -> None:
    assert judged([row(seller_id="S1", marketplace="ebay.de")], marketplace="www.ebay.de") is K.AUTHORIZED
    assert judged([row(seller_id="S1", marketplace="")], marketplace="ebay.de") is K.AUTHORIZED
    assert judged([row(seller_id="Shop.example")], seller_id="shop.example") is K.AUTHORIZED
    assert judged([row(seller_id="/Shop/a")], seller_id="/shop/a") is K.UNKNOWN


def test_a_row_may_name_the_marketplace_by_its_host() -> None:
    at_ebay = {"marketplace": "eBay", "url": "https://www.ebay.de/itm/1101"}
    assert judged([row(marketplace="ebay.de")], **at_ebay) is K.AUTHORIZED
    assert judged([row(D, marketplace="ebay.de")], **at_ebay) is K.DENIED
    assert judged([row(D, marketplace=""), row(marketplace="ebay.de")], **at_ebay) is K.DENIED
    assert judged([row(marketplace="ebay.fr")], **at_ebay) is K.UNKNOWN
    assert judged([row(marketplace="ebay.de")], marketplace="eBay", url="http://[") is K.UNKNOWN
    at_port = {"marketplace": "Our shop", "url": "https://shop.example:8443/1"}
    assert judged([row(marketplace="shop.example:8443")], **at_port) is K.AUTHORIZED
    assert judged([row(marketplace="shop.example")], **at_port) is K.AUTHORIZED


AT = "127.0.0.1:8765"
PORTS = [
    ("the host", [row(marketplace="127.0.0.1")], "s1", K.AUTHORIZED),
    ("denied at the host", [row(D, marketplace="127.0.0.1")], "s1", K.DENIED),
    ("the host with www", [row(marketplace="www.127.0.0.1")], "s1", K.AUTHORIZED),
    ("that port", [row(marketplace=AT)], "s1", K.AUTHORIZED),
    ("another port", [row(marketplace="127.0.0.1:80")], "s1", K.UNKNOWN),
    ("denied at another port", [row(D, marketplace="127.0.0.1:80")], "s1", K.UNKNOWN),
    ("the beginning of the host", [row(marketplace="127.0.0")], "s1", K.UNKNOWN),
    ("another host", [row(marketplace="127.0.0.2")], "s1", K.UNKNOWN),
    ("the host, denied at that port", [row(marketplace="127.0.0.1"), row(D, marketplace=AT)], "s1", K.DENIED),
    ("another seller", [row(marketplace="127.0.0.1")], "s2", K.UNKNOWN),
    ("the end of his path", [row(marketplace="127.0.0.1")], "/seller/s1", K.AUTHORIZED),
    ("the end of his path anywhere", [row(marketplace="")], "/seller/s1", K.UNKNOWN),
]


@pytest.mark.parametrize(("rows", "seller_id", "kind"), [case[1:] for case in PORTS], ids=[case[0] for case in PORTS])
def test_a_host_without_a_port_is_meant_at_any(rows: list[SellerEntry], seller_id: str, kind: StandingKind) -> None:
    assert judged(rows, seller_id=seller_id, marketplace=AT, url=f"http://{AT}/p/1") is kind


def test_a_host_is_no_word_with_a_colon() -> None:
    assert callings("[::1]:80") == ("[::1]:80",)
    assert callings("2001:db8::1") == ("2001:db8::1",)
    assert callings("www.Shop.example:8080") == ("shop.example:8080", "shop.example")
    assert callings("amazon") == ("amazon",)


def test_a_shop_at_a_port_is_known_by_its_host() -> None:
    listing = Listing(marketplace="shop.example:81", url="http://shop.example:81/p", title="t", territory="DE")

    def said(*rows: SellerEntry) -> StandingKind:
        return standing(Brand(slug="b", name="B", sellers=rows), listing, "", TODAY).kind

    own, at_port = (row(marketplace="shop.example", seller_id=name) for name in ("shop.example", "shop.example:81"))
    assert said(own) is said(at_port) is said(own, at_port) is K.AUTHORIZED
    assert said(own, replace(at_port, status=D)) is said(replace(own, status=D), at_port) is K.UNREADABLE
    assert said(row(marketplace="shop.example:80", seller_id="shop.example")) is K.UNREADABLE


MISSED = [
    ("another port", row(marketplace="127.0.0.1:80"), "s1", "s1 on 127.0.0.1:80 is not s1 on 127.0.0.1:8765: name the"),
    ("denied there", row(D, marketplace="127.0.0.1:80"), "s1", "s1 on 127.0.0.1:80 is not s1 on 127.0.0.1:8765: name"),
    ("cut short", row(marketplace=""), "/seller/s1", "s1 without a marketplace is not /seller/s1 on 127.0.0.1:8765: "),
    ("another case", row(marketplace="127.0.0.1:80"), "S1", ""),
    ("another id", row(marketplace="127.0.0.1:80"), "s2", ""),
    ("another host", row(marketplace="127.0.0.2:80"), "s1", ""),
    ("at any port", row(marketplace="127.0.0.1"), "s1", ""),
    ("nobody's", row(marketplace=""), "", ""),
]


@pytest.mark.parametrize(("listed", "seller_id", "says"), [case[1:] for case in MISSED], ids=[m[0] for m in MISSED])
def test_a_row_that_misses_a_seller_is_told(listed: SellerEntry, seller_id: str, says: str) -> None:
    listing = Listing(marketplace=AT, url=f"http://{AT}/1", title="t", seller_id=seller_id)
    told = missed(Brand(slug="b", name="B", sellers=(listed,)), listing)
    assert told.startswith(says)
    assert bool(told) is bool(says)
    held = row(marketplace=AT, seller_id=seller_id)
    assert not missed(Brand(slug="b", name="B", sellers=(listed, held)), listing), "another row speaks of him"
