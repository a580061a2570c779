"""Prices that come down by plan, on days of sales everywhere or by the floor of another country are no instability."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest

from detectors._sale_days import is_sale_day
from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, PriceRule, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Flag, Listing, Observation

LAMP = Product(sku="L-1", name="Velmora desk lamp Halo", model="HL220")
SELLERS = "abcdef"
MARCH = datetime(2026, 3, 2, 3, tzinfo=UTC)


def flags(
    asked: dict[str, list[float]],
    *,
    start: datetime = MARCH,
    places: dict[str, str] | None = None,
    floors: dict[str, int] | None = None,
) -> list[tuple[str, Flag]]:
    """All flags by seller, each read once a day; `places` are the territories of sellers, `floors` are by territory."""
    rules = tuple(
        PriceRule(sku="L-1", territory=place, currency="EUR", floor_price=Decimal(floor))
        for place, floor in (floors or {}).items()
    )
    brand = Brand(slug="v", name="Velmora", trademarks=(Trademark(text="VELMORA"),), products=(LAMP,), prices=rules)
    inspector, ledger = Inspector([brand], detectors=[UnstablePrice]), Ledger()
    found: list[tuple[str, Flag]] = []
    for day in range(max(map(len, asked.values()))):
        for seller, prices in asked.items():
            if day >= len(prices):
                continue
            listing = Listing(
                marketplace="m", url=f"https://m.example/{seller}", listing_id=seller, seller_id=seller,
                title="Velmora desk lamp Halo HL220", price=Decimal(str(prices[day])), currency="EUR",
                territory=(places or {}).get(seller, "DE"),
            )  # fmt: skip
            seen = Observation(listing=listing, observed_at=start + timedelta(days=day))
            looked = inspector.look(seen)
            found += [
                (seller, flag)
                for finding in inspector.judge(looked, partial(ledger.before, seen))
                for flag in finding.flags
            ]
            ledger.add(inspector.price_points(looked))
    return found


def steps(late: int, *levels: tuple[float, int]) -> list[float]:
    """A price that is 100 for four days and `late` more, and then each level for so many days."""
    return [100.0] * (4 + late) + [price for price, days in levels for _ in range(days)]


CUT = (95.0, 4), (90.0, 4), (85.0, 8)
DEEPER = (90.0, 3), (80.0, 3), (70.0, 3), (100.0, 4)
FAST = (94.0, 1), (88.0, 1), (82.0, 1), (77.0, 6)
SHALLOW = (97.0, 1), (94.0, 1), (91.0, 1), (88.0, 1), (85.0, 1), (80.0, 6)


@pytest.mark.parametrize(
    ("says", "asked", "floor", "severities"),
    [
        ("a new list price in steps, half a day later", {s: steps(n % 2, *CUT) for n, s in enumerate(SELLERS)}, 0, set()),
        ("on one day", {s: steps(0, *CUT) for s in SELLERS}, 0, set()),
        ("one has begun a day before all", {s: steps(n > 0, *CUT) for n, s in enumerate(SELLERS)}, 0, set()),
        ("one stays out", {s: steps(n % 2, *CUT) for n, s in enumerate("abcde")} | {"f": [100.0] * 20}, 0, set()),
        ("below the floor that is no new list price",
         {s: steps(n % 2, *CUT) for n, s in enumerate(SELLERS)}, 98, {40}),
        ("deeper and deeper, each from a day of his own", {s: steps(n, *DEEPER) for n, s in enumerate(SELLERS)}, 0, {30}),
        ("every second day one more", {s: steps(2 * n, *DEEPER) for n, s in enumerate("abcd")}, 0, {30}),
        ("by the day, one after another", {s: steps(n % 2, *FAST) for n, s in enumerate(SELLERS)}, 0, {40}),
        ("by the day in little steps", {s: steps(n % 3, *SHALLOW) for n, s in enumerate(SELLERS)}, 0, {40}),
        ("each to a depth and in days of his own",
         {"a": steps(0, (94, 3), (84, 2), (75, 8)), "b": steps(1, (90, 2), (86, 3), (74, 8)),
          "c": steps(2, (97, 1), (85, 4), (78, 6)), "d": steps(1, (92, 4), (80, 1), (76, 6))}, 0, {40}),
    ],
)  # fmt: skip
def test_steps_that_sellers_take(says: str, asked: dict[str, list[float]], floor: int, severities: set[int]) -> None:
    found = [flag for _, flag in flags(asked, floors={"DE": floor} if floor else {})]
    assert {flag.severity for flag in found} == severities, (says, [flag.sentence for flag in found])
    for flag in found:
        assert (flag.severity == 30) is ("it may be a promotion" in flag.sentence), says


@pytest.mark.parametrize(
    ("says", "start", "prices", "flagged"),
    [
        ("Black Friday and Cyber Monday", date(2026, 11, 23), [100, 100, 100, 100, 80, 100, 100, 80, 100, 100], False),
        ("of another year", date(2025, 11, 24), [100, 100, 100, 100, 80, 100, 100, 80, 100, 100], False),
        ("deals of the week of Black Friday", date(2026, 11, 20), [100] * 3 + [90, 100, 85, 100, 80, 100, 90] + [100] * 5,
         False),
        ("singles' day, and the day of a sale before", date(2026, 11, 5), [100, 100, 85, 100, 100, 100, 80, 100], False),
        ("a Friday and a Monday in March", date(2026, 3, 9), [100, 100, 100, 100, 80, 100, 100, 80, 100, 100], True),
        ("a Friday and a Monday two weeks before", date(2026, 11, 9), [100] * 4 + [80, 100, 100, 80, 100, 100], True),
        ("dearer on the days of sales", date(2026, 11, 20), [100, 100, 100, 120, 100, 120, 100, 120], True),
        ("first read in the sale", date(2026, 11, 27), [80, 100, 100, 80, 100, 100], False),
        ("swings that go on", date(2026, 11, 27), [100, 80, 100, 80, 100, 80, 100, 80, 100], True),
        ("swings that went before", date(2026, 11, 18), [100, 80, 100, 80, 100, 100, 100, 100, 100, 80, 100], True),
    ],
)  # fmt: skip
def test_days_of_sales_are_no_swings(says: str, start: date, prices: list[float], flagged: bool) -> None:
    begin = datetime(start.year, start.month, start.day, 10, tzinfo=UTC)
    assert bool(flags({"a": prices}, start=begin)) is flagged, says


@pytest.mark.parametrize(
    ("day", "sale"),
    [
        (date(2026, 11, 27), True), (date(2026, 11, 30), True), (date(2026, 11, 23), True), (date(2026, 12, 1), False),
        (date(2026, 11, 22), False), (date(2024, 11, 29), True), (date(2024, 12, 2), True), (date(2024, 11, 22), False),
        (date(2029, 11, 23), True), (date(2029, 11, 30), False), (date(2026, 6, 18), True), (date(2026, 11, 11), True),
        (date(2026, 12, 12), True), (date(2026, 12, 26), True), (date(2026, 12, 25), False),
    ],
)  # fmt: skip
def test_the_calendar_of_sales(day: date, sale: bool) -> None:
    assert is_sale_day(day) is sale


@pytest.mark.parametrize(
    ("says", "places", "floors", "flagged"),
    [
        ("a lower floor holds where he sells", {"f": "PT"}, {"DE": 90, "PT": 55}, False),
        ("no floor where he sells", {"f": "PT"}, {"DE": 90}, False),
        ("one floor for both", {"f": "PT"}, {"EU": 55}, True),
        ("no floors at all", {"f": "PT"}, {}, True),
        ("in one country", {}, {"DE": 55, "PT": 50}, True),
        ("where he sells is not known", {"f": ""}, {"DE": 90, "PT": 55}, True),
    ],
)
def test_who_asks_less_by_the_floor_of_his_country(
    says: str, places: dict[str, str], floors: dict[str, int], flagged: bool
) -> None:
    asked = {seller: [100.0] * 3 for seller in "abcde"} | {"f": [60.0] * 3}
    found = {(seller, flag.rule) for seller, flag in flags(asked, places=places, floors=floors)}
    assert found == ({("f", "undercuts_sellers")} if flagged else set()), says
