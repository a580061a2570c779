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
from monitor.brands import Brand, PriceRule, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Flag, Listing, Observation

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


def judged(
    asked: dict[str, Dated], floor: Decimal | None = None, prices: tuple[PriceRule, ...] = ()
) -> dict[str, set[str]]:
    """The rules that each seller's listing breaks, all reads taken in the order of time."""
    found: dict[str, set[str]] = {seller: set() for seller in asked}
    for seller, _, flag in _flags(asked, floor, prices):
        found[seller].add(flag.rule)
    return found


def told(asked: dict[str, Dated], floor: Decimal | None = None) -> list[tuple[str, int, str]]:
    """Who is told, on which day, in which sentence."""
    return [(seller, (when - START).days, flag.sentence) for seller, when, flag in _flags(asked, floor, ())]


def _flags(
    asked: dict[str, Dated], floor: Decimal | None, prices: tuple[PriceRule, ...]
) -> list[tuple[str, datetime, Flag]]:
    product = Product(
        sku="A", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR", floor_price=floor
    )
    brand = Brand(slug="a", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(product,), prices=prices)
    inspector, ledger = Inspector([brand], detectors=[UnstablePrice]), Ledger()
    found: list[tuple[str, datetime, Flag]] = []
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
            found += [(seller, moment, flag) for flag in finding.flags]
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


def test_a_promotion_in_steps_that_all_keep_is_no_slide_and_its_end_none_either() -> None:
    """Whatever the depth: a rise that may be a misread leaves the listing unjudged, and is told of nobody."""
    for lowest in (0.78, 0.7, 0.6, 0.5):
        kept = [1.0] * 4 + [0.9] * 4 + [(0.9 + lowest) / 2] * 4 + [lowest] * 3 + [1.0] * 3
        asked = {f"s{n}": series(*[price * (96 + 2 * n) for price in kept]) for n in range(6)}
        for floor in (None, Decimal(88)):
            assert not any((found := judged(asked, floor=floor)).values()), (lowest, floor, found)


def test_who_asks_the_full_price_again_is_told_of_no_slide() -> None:
    """The others still slide; the first read after the end is nearly twofold the one before it."""
    down = [100, 95, 90, 84, 78, 72, 66, 60, 55, 55, 55]
    slid_before = judged({name: series(*down) for name in ("one", "two", "three")} | {"four": series(100, *down[:-1])})
    assert all("slides" in broken for broken in slid_before.values())
    sentences = told({"one": series(*down, 100), "two": series(*down), "three": series(*down), "four": series(*down)})
    assert not [said for seller, when, said in sentences if seller == "one" and when == 11]
    assert not [said for _, _, said in sentences if "from 100.00 to 100.00" in said]


def test_steps_within_promotions_of_the_brand_are_nobodys_instability() -> None:
    """For whoever keeps them: here no seller is authorised, for there is no sellers.csv."""
    steps = [129.0] * 5 + [99.0] * 4 + [89.0] * 4 + [79.0] * 4 + [129.0] * 4
    days = [(5, 8, 99), (9, 12, 89), (13, 16, 79)]
    allowed = tuple(
        PriceRule(
            sku="A", currency="EUR", floor_price=Decimal(floor),
            valid_from=(START + timedelta(days=first)).date(), valid_until=(START + timedelta(days=last)).date(),
        )
        for first, last, floor in days
    )  # fmt: skip
    asked = {f"s{n}": series(*steps) for n in range(3)}
    late = {f"t{n}": series(*[129.0] * (6 + n), *steps[6 + n :]) for n in range(3)}
    assert not any(judged(asked | late, floor=Decimal(109), prices=allowed).values())


SINKING = {
    "one": [100.0] * 4 + [95.0, 88.0, 82.0, 78.0, 78.0, 76.0, 75.0, 75.0],
    "two": [101.0] * 6 + [94.0, 86.0, 80.0, 77.0, 76.0, 76.0],
    "three": [99.0] * 7 + [92.0, 84.0, 79.0, 77.0, 77.0],
}


def test_a_third_of_the_sellers_below_the_floor_one_after_another() -> None:
    out = {name: [100.0] * 12 for name in ("four", "five", "six", "seven")}
    asked = {name: series(*prices) for name, prices in (SINKING | out).items()}
    found = judged(asked, floor=Decimal(90))
    assert [name for name, broken in found.items() if broken == {"sinks_below_floor"}] == ["one", "two", "three"], found
    assert not any(judged(asked).values()), "without a floor a slide of three in seven is nobody's"
    said = [sentence for seller, _, sentence in told(asked, floor=Decimal(90)) if seller == "two"][-1]
    assert "3 of 7 sellers ask" in said
    assert (
        "one on m from 2026-03-06 on, then this seller from 2026-03-08 on, then three on m from 2026-03-09 on" in said
    )


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("two of seven", {name: SINKING[name] for name in ("one", "two")}),
        ("three below for ever", {name: [75.0] * 12 for name in ("one", "two", "three")}),
        ("three on one day", {name: [100.0] * 5 + [75.0] * 7 for name in ("one", "two", "three")}),
        ("one step each, as of promotions", {n: [100.0] * (3 + at) + [80.0] * (9 - at) for at, n in enumerate("abc")}),
        ("barely below", {name: [100.0] * n + [89.0] * (12 - n) for n, name in enumerate(("one", "two", "three"), 3)}),
    ],
)
def test_who_is_below_the_floor_otherwise_does_not_sink(says: str, asked: dict[str, list[float]]) -> None:
    out = {name: [100.0] * 12 for name in ("four", "five", "six", "seven")}
    found = judged({name: series(*prices) for name, prices in (asked | out).items()}, floor=Decimal(90))
    assert not any("sinks_below_floor" in broken for broken in found.values()), (says, found)


def test_few_of_many_do_not_make_a_market_sink() -> None:
    out = {f"out{n}": [100.0] * 12 for n in range(7)}
    found = judged({name: series(*prices) for name, prices in (SINKING | out).items()}, floor=Decimal(90))
    assert not any(found.values()), found
