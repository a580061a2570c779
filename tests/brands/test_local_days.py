"""The date where a listing is: a day ends there, not in UTC."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.brands import Brand, PriceRule, Product, SellerEntry, SellerStatus, StandingKind, days_at, standing_at
from monitor.brands.territory import COUNTRIES
from monitor.products import compare_with_floor, mildest_floor
from monitor.records import Listing

LAST = date(2026, 5, 10)
NEXT = LAST + timedelta(days=1)


def at(hour: int) -> datetime:
    """An hour of the day in UTC after the last one."""
    return datetime(2026, 5, 11, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("territory", "hour", "days"),
    [
        ("", 3, [NEXT]),
        ("Springfield", 3, [NEXT]),
        ("DE", 3, [NEXT]),
        ("US", 3, [LAST]),
        ("us", 8, [NEXT, LAST]),
        ("en-US", 3, [LAST]),
        ("US", 13, [NEXT]),
        ("MX CO", 2, [LAST]),
        ("JP", 3, [NEXT]),
        ("JP", 15, [NEXT + timedelta(days=1)]),
        ("EU", 12, [NEXT]),
        ("UK", 23, [NEXT + timedelta(days=1)]),
        ("XK", 12, [NEXT]),
    ],
)
def test_dates_in_a_territory(territory: str, hour: int, days: list[date]) -> None:
    assert list(days_at(at(hour), territory)) == days


def test_a_moment_written_in_another_zone() -> None:
    assert days_at(datetime(2026, 5, 10, 20, tzinfo=timezone(timedelta(hours=-7))), "") == (NEXT,)


@given(st.integers(min_value=-(10**9), max_value=10**9), st.sampled_from(sorted(COUNTRIES)) | st.text(max_size=9))
def test_never_more_than_a_day_from_utc(seconds: int, territory: str) -> None:
    moment = at(0) + timedelta(seconds=seconds)
    days = days_at(moment, territory)
    assert days
    assert all(abs((day - moment.date()).days) <= 1 for day in days)
    assert len(set(days)) == len(days)


PRODUCT = Product(sku="A", name="Watch", currency="USD", floor_price=Decimal(100))
PROMOTION = PriceRule(sku="A", currency="USD", floor_price=Decimal(70), valid_from=date(2026, 5, 1), valid_until=LAST)
DOSSIER = Brand(slug="b", name="B", products=(PRODUCT,), prices=(PROMOTION,))


@pytest.mark.parametrize(
    ("territory", "hour", "floor"), [("US", 3, 70), ("US", 8, 70), ("US", 13, 100), ("DE", 3, 100)]
)
def test_a_promotion_holds_until_its_day_is_over(territory: str, hour: int, floor: int) -> None:
    moment = at(hour)
    found = mildest_floor(DOSSIER, PRODUCT, territory=territory, channel="m", currency="USD", moment=moment)
    held = compare_with_floor(
        DOSSIER, PRODUCT, Decimal(75), currency="USD", territory=territory, channel="m", moment=moment
    )
    assert found
    assert held.floor
    assert found.amount == held.floor.amount == floor


def test_no_floor_on_one_of_two_dates_is_none() -> None:
    """A floor that begins tomorrow is not held against a place where it is today yet."""
    product = Product(sku="A", name="Watch", currency="USD")
    rule = PriceRule(sku="A", currency="USD", floor_price=Decimal(70), valid_from=NEXT)
    brand = Brand(slug="b", name="B", products=(product,), prices=(rule,))
    for hour, held in ((8, False), (13, True)):
        found = mildest_floor(brand, product, territory="US", channel="m", currency="USD", moment=at(hour))
        compared = compare_with_floor(
            brand, product, Decimal(1), currency="USD", territory="US", channel="m", moment=at(hour)
        )
        assert bool(found) is bool(compared.floor) is held


@pytest.mark.parametrize(
    ("territory", "hour", "kind"),
    [
        ("US", 3, StandingKind.AUTHORIZED),
        ("US", 8, StandingKind.AUTHORIZED),
        ("US", 13, StandingKind.EXPIRED),
        ("DE", 3, StandingKind.EXPIRED),
    ],
)
def test_a_seller_may_sell_until_the_last_day_is_over(territory: str, hour: int, kind: StandingKind) -> None:
    entry = SellerEntry(
        marketplace="m",
        seller_id="s",
        seller_name="",
        legal_entity="",
        status=SellerStatus.AUTHORIZED,
        valid_until=LAST,
    )
    listing = Listing(marketplace="m", url="u", title="t", seller_id="s", territory=territory)
    assert standing_at(Brand(slug="b", name="B", sellers=(entry,)), listing, "", at(hour)).kind is kind
