"""The whole truth table of what a seller list says: state, date, territory, SKU and name."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import product

import pytest

from monitor.brands import Brand, SellerEntry, SellerStatus, StandingKind, Trademark
from monitor.brands.roster import roster
from monitor.brands.standing import standing
from monitor.records import Listing

K = StandingKind
DAY = date(2026, 5, 4)
DATES = {
    "always": (None, None),
    "begins today": (DAY, None),
    "ends today": (None, DAY),
    "around": (DAY - timedelta(9), DAY + timedelta(9)),
    "ended": (None, DAY - timedelta(1)),
    "not begun": (DAY + timedelta(1), None),
}
PLACES = {  # the row's territory, the listing's: inside, outside, or not to be told
    "everywhere": ("", "DE", "inside"),
    "here": ("DE AT", "DE", "inside"),
    "in a union": ("EU", "DE", "inside"),
    "elsewhere": ("FR", "DE", "outside"),
    "unread": ("FR", "", "unknown"),
}
GOODS = {
    "all": ((), "A", "inside"),
    "this": (("A", "B"), "A", "inside"),
    "another": (("B",), "A", "outside"),
    "unmatched": (("B",), "", "unknown"),
}
NAMES = {  # seller_id and seller_name of the listing
    "id and name": ("s1", "House"),
    "id alone": ("s1 ", ""),
    "id in another case": ("S1", "House"),
    "id under another name": ("s1", "Somebody Else"),
    "another id, same name": ("s2", "House"),
    "name alone, listed": ("", "house"),
    "name alone, not listed": ("", "Somebody Else"),
    "nothing": ("", ""),
}
STATES = ("authorized", "denied", "no row", "no list")
TABLE = list(product(STATES, DATES, PLACES, GOODS, NAMES))


def judged(state: str, when: str, where: str, goods: str, name: str) -> StandingKind:
    begin, end = DATES[when]
    territory, seen, _ = PLACES[where]
    skus, sku, _ = GOODS[goods]
    rows = (
        SellerEntry(
            marketplace="m",
            seller_id="s1",
            seller_name="House",
            legal_entity="",
            status=SellerStatus(state) if state in ("authorized", "denied") else SellerStatus.AUTHORIZED,
            territory=territory,
            skus=frozenset(skus),
            valid_from=begin,
            valid_until=end,
        ),
    )
    sellers = None if state == "no list" else () if state == "no row" else rows
    brand = Brand(slug="b", name="B", trademarks=(Trademark(text="Bee"),), sellers=sellers)
    seller_id, seller_name = NAMES[name]
    listing = Listing(marketplace="m", url="u", title="t", seller_id=seller_id, seller_name=seller_name, territory=seen)
    return standing(brand, listing, sku, DAY).kind


def expected(state: str, when: str, where: str, goods: str, name: str) -> StandingKind:
    """Read from top to bottom, as the how-to page tells it."""
    if state == "no list":
        return K.NO_POLICY
    if name == "nothing" or (name == "name alone, listed" and state != "no row"):
        return K.UNREADABLE
    if state == "no row" or name not in ("id and name", "id alone", "id under another name"):
        return K.UNKNOWN
    place, sku = PLACES[where][2], GOODS[goods][2]
    if state == "denied":
        in_force = when not in ("ended", "not begun") and place == "inside" and sku == "inside"
        return K.DENIED if in_force else K.UNKNOWN
    for reason, holds in (
        (K.NOT_YET, when == "not begun"),
        (K.EXPIRED, when == "ended"),
        (K.OUT_OF_TERRITORY, place == "outside"),
        (K.SKU_NOT_ALLOWED, sku == "outside"),
    ):
        if holds:
            return reason
    return K.AUTHORIZED


def test_the_table_is_complete() -> None:
    assert len(TABLE) == len(set(TABLE)) == 4 * 6 * 5 * 4 * 8
    assert {expected(*row) for row in TABLE} == set(StandingKind)


@pytest.mark.parametrize("state", STATES)
def test_every_row_of_the_table(state: str) -> None:
    wrong = [row for row in TABLE if row[0] == state and judged(*row) is not expected(*row)]
    assert not wrong


@pytest.mark.parametrize(
    ("place", "written", "read", "found"),
    [
        ("shop.example", "huber", "/seller/huber", K.AUTHORIZED),
        ("www.Shop.example", "huber", "/de/seller/huber/", K.AUTHORIZED),
        ("shop.example", "/seller/huber", "/seller/huber", K.AUTHORIZED),
        ("shop.example", "huber", "/seller/Huber", K.UNKNOWN),  # case counts there, too
        ("shop.example", "huber", "/seller/huber-2", K.UNKNOWN),
        ("shop.example", "seller", "/seller/huber", K.UNKNOWN),
        ("shop.example", "huber", "seller/huber", K.UNKNOWN),  # no path
        ("shop.example", "huber", "/", K.UNKNOWN),
        ("", "12", "/seller/12", K.UNKNOWN),  # another 12 everywhere
        ("other.example", "huber", "/seller/huber", K.UNKNOWN),
    ],
)
def test_a_row_of_the_marketplace_may_name_what_the_path_of_the_sellers_page_ends_with(
    place: str, written: str, read: str, found: StandingKind
) -> None:
    row = SellerEntry(
        marketplace=place, seller_id=written, seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED
    )
    brand = Brand(slug="b", name="B", trademarks=(Trademark(text="Bee"),), sellers=(row,))
    listing = Listing(marketplace="shop.example", url="https://shop.example/1", title="t", seller_id=read)
    assert standing(brand, listing, "", DAY).kind is found


def test_a_list_of_100_000_rows_with_contradictions() -> None:
    rows = tuple(
        SellerEntry(
            marketplace="m",
            seller_id=f"s{number % 50_000}",
            seller_name=f"House {number}",
            legal_entity="",
            status=SellerStatus.DENIED if number >= 75_000 else SellerStatus.AUTHORIZED,
        )
        for number in range(100_000)
    )
    brand = Brand(slug="b", name="B", trademarks=(Trademark(text="Bee"),), sellers=rows)

    def of(seller_id: str) -> StandingKind:
        return standing(brand, Listing(marketplace="m", url="u", title="t", seller_id=seller_id), "", DAY).kind

    assert [of("s1"), of("s49999"), of("s50000")] == [K.AUTHORIZED, K.DENIED, K.UNKNOWN]


def test_threads_that_ask_first_at_once_share_one_roster() -> None:
    rows = tuple(
        SellerEntry(
            marketplace="m", seller_id=str(n), seller_name=f"N {n}", legal_entity="", status=SellerStatus.AUTHORIZED
        )
        for n in range(5_000)
    )
    brand = Brand(slug="b", name="B", trademarks=(Trademark(text="Bee"),), sellers=rows)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: id(roster(brand)), range(8)))) == 1
