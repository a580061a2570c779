"""Swings, slides and misreads in one price over time, and what is honest."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors._series import Dated, slid, swung, without_misreads
from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Listing, Observation

START = datetime(2026, 3, 1, 3, tzinfo=UTC)
MOVE, BRIEF, SLIDE = Decimal("0.05"), timedelta(days=3), Decimal("0.12")


def series(*prices: float, hours: int = 24) -> Dated:
    return tuple((START + timedelta(hours=hours * n), Decimal(str(price))) for n, price in enumerate(prices))


@pytest.mark.parametrize(
    ("says", "prices", "turns"),
    [
        ("calm", [100] * 10, 0),
        ("one promotion", [100, 100, 85, 85, 85, 100, 100], 0),
        ("dips that come and go", [100, 90, 100, 89], 2),
        ("swings that begin low", [90, 100, 91, 100], 2),
        ("two weekends", [100, 85, 85, 100, 100, 100, 100, 100, 85, 85, 100, 100], 0),
        ("a higher list price, then a sale", [100] * 3 + [110] * 5 + [95] * 4 + [110], 0),
        ("slow churn", [100] * 5 + [85] * 5 + [100] * 5 + [85] * 5 + [100] * 5 + [85], 4),
        ("little moves", [100, 97, 100, 97, 100, 97], 0),
        ("a slow drift", [100 - n for n in range(20)], 0),
    ],
)
def test_swings(says: str, prices: list[float], turns: int) -> None:
    assert swung(series(*prices), MOVE, BRIEF, 2) == turns, says


def test_nightly_dips() -> None:
    assert swung(series(*[90, 100] * 5, hours=12), MOVE, BRIEF, 2) >= 8


@pytest.mark.parametrize(
    ("says", "prices", "kept"),
    [
        ("one read ten times too high", [100, 100, 1000, 100], [100, 100, 100]),
        ("one half", [100, 50, 100, 100], [100, 100, 100]),
        ("the last waits for another", [100, 100, 100, 40], [100, 100, 100]),
        ("and is believed then", [100, 100, 100, 40, 40], [100, 100, 100, 40, 40]),
        ("a fair read after a wrong one", [100, 100, 300, 100], [100, 100, 100]),
        ("two wrong in a row", [100, 100, 1000, 10, 100, 100], [100, 100, 100, 100]),
        ("half off time and again is no misread", [100, 50] * 4, [100, 50] * 4),
        ("too few to tell", [100, 10], [100, 10]),
        ("an honest promotion", [100, 100, 70, 70, 100], [100, 100, 70, 70, 100]),
    ],
)
def test_misreads(says: str, prices: list[float], kept: list[float]) -> None:
    assert [price for _, price in without_misreads(series(*prices))] == kept, says


@pytest.mark.parametrize(
    ("prices", "slides"),
    [
        ([100, 96, 92, 87], True),
        ([100, 100, 85, 85], False),
        ([100, 96, 92, 95, 90, 87], False),
        ([100, 98, 96, 94], False),
        ([100, 96, 92, 87, 100], False),
    ],
)
def test_slides(prices: list[float], slides: bool) -> None:
    assert slid(series(*prices), SLIDE, 3) is slides


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=40))
def test_any_series_is_judged(prices: list[int]) -> None:
    cleaned = without_misreads(series(*prices))
    assert cleaned
    assert swung(cleaned, MOVE, BRIEF, 2) >= 0
    assert swung(series(*[price * 7 for price in prices]), MOVE, BRIEF, 2) == swung(series(*prices), MOVE, BRIEF, 2)
    slid(cleaned, SLIDE, 3)


def judged(asked: dict[str, Dated]) -> dict[str, set[str]]:
    """The rules that each seller's listing breaks, all reads taken in the order of time."""
    product = Product(sku="A", name="Aurelia Meridian 40 automatic watch", model="MER40A")
    brand = Brand(slug="a", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(product,))
    inspector, ledger = Inspector([brand], detectors=[UnstablePrice]), Ledger()
    found: dict[str, set[str]] = {seller: set() for seller in asked}
    in_time = sorted(
        (one for seller, reads in asked.items() for one in ((*read, seller) for read in reads)), key=itemgetter(0)
    )
    for moment, price, seller in in_time:
        listing = Listing(
            marketplace="m", url=f"https://m.example/{seller}", listing_id=seller, seller_id=seller,
            title="Aurelia Meridian 40 automatic watch MER40A", price=price, currency="EUR",
        )  # fmt: skip
        seen = Observation(listing=listing, observed_at=moment)
        looked = inspector.look(seen)
        for finding in inspector.judge(looked, partial(ledger.before, seen)):
            found[seller].update(flag.rule for flag in finding.flags)
        ledger.add(inspector.price_points(looked))
    return found


def rules(prices: dict[str, list[float]]) -> dict[str, set[str]]:
    """The rules that each seller's listing breaks when all are read once a day."""
    return judged({seller: series(*asked) for seller, asked in prices.items()})


def test_a_slide_across_sellers() -> None:
    down = [100, 100, 97, 94, 91, 88, 85, 82, 80]
    found = rules({"one": down, "two": [101, *down], "three": [102, 101, *down], "four": [99, 99, *down]})
    assert all("slides" in broken for broken in found.values()), found


def test_one_who_sells_off_alone_does_not_slide() -> None:
    found = rules({"one": [100, 96, 92, 88, 84]} | {name: [100] * 5 for name in ("two", "three", "four")})
    assert not any(found.values()), found


def test_a_deep_promotion_is_none_until_it_lasts() -> None:
    others = {"two": [118.0] * 20, "three": [110.0] * 20, "four": [102.0] * 20, "five": [99.0] * 20}
    assert not rules(others | {"one": [100, 100, *[70] * 10, 100]})["one"]
    assert rules(others | {"one": [100, 100, *[70] * 18]})["one"] == {"undercuts_sellers"}
    assert rules(others | {"one": [70]})["one"] == {"undercuts_sellers"}


HISTORIES = [
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_name("price_histories.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def reads(hours: int, written: str) -> Dated:
    """The dated prices of a line of price_histories.txt."""
    asked: list[str] = []
    for word in written.split():
        asked += [asked[-1]] * (int(word[1:]) - 1) if word.startswith("x") else [word]
    return tuple((START + timedelta(hours=hours * n), Decimal(one)) for n, one in enumerate(asked) if one != "-")


@pytest.mark.parametrize(("verdict", "hours", "says", "written"), HISTORIES, ids=[row[2] for row in HISTORIES])
def test_honest_dealers_are_calm_and_others_are_not(verdict: str, hours: str, says: str, written: str) -> None:
    found = judged({"one": reads(int(hours), written)})["one"]
    assert bool(found) is (verdict == "unstable"), f"{says}: {found}"
