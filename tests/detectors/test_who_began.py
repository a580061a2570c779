"""Who is said to have begun a slide: the one whom dated reads show, and nobody where they do not tell."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest

from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Listing, Observation

START = datetime(2026, 3, 1, 3, tzinfo=UTC)
PRODUCT = Product(sku="A", name="Aurelia Meridian 40 automatic watch", model="MER40A")
BRAND = Brand(slug="a", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(PRODUCT,))
INSPECTOR = Inspector([BRAND], detectors=[UnstablePrice])
NOT_READ = 0.0
Prices = Mapping[str, Sequence[float]]


def last_words(prices: Prices, seller: str, hours: int = 24) -> str:
    """What the last read of a seller's listing says of the slide; all listings are read in turn each day."""
    ledger, said = Ledger(), ""
    for day in range(max(map(len, prices.values()))):
        for minute, (listing_id, asked) in enumerate(prices.items()):
            if day >= len(asked) or asked[day] == NOT_READ:
                continue
            who = listing_id.partition("/")[0]
            listing = Listing(
                marketplace="m", url=f"https://m.example/{listing_id}", listing_id=listing_id, seller_id=who,
                title=f"{PRODUCT.name} MER40A", price=Decimal(str(asked[day])), currency="EUR",
            )  # fmt: skip
            seen = Observation(listing=listing, observed_at=START + timedelta(hours=hours * day, minutes=minute))
            looked = INSPECTOR.look(seen)
            flags = [f for one in INSPECTOR.judge(looked, partial(ledger.before, seen)) for f in one.flags]
            if listing_id == seller:
                said = next((flag.sentence for flag in flags if flag.rule == "slides"), "")
            ledger.add(INSPECTOR.price_points(looked))
    return said


DOWN = [100, 96, 92, 88, 84, 80]
THEN = [100, 100, 100, 96, 92, 87, 83, 80]
UNKNOWN = "who came down first is not known from what was seen"


@pytest.mark.parametrize(
    ("says", "prices", "order"),
    [
        (
            "the first",
            {"x": [100, *DOWN, 80, 80], "one": THEN, "two": THEN, "three": THEN},
            "this seller was the first that was seen to come down, from 2026-03-03 on, before one on m from 2026-03-04",
        ),
        (
            "one who follows is not the first by asking least today",
            {"one": [100, *DOWN, 80, 80], "x": [100, *THEN[:-1], 70], "two": [100, *THEN], "three": [100, *THEN]},
            "one on m came down before: seen lower from 2026-03-03 on, this seller from 2026-03-05 on",
        ),
        (
            "several were before",
            {"one": [100, *DOWN, 80, 80], "two": [100, 100, *DOWN, 80], "x": [100, *THEN], "three": [100, *THEN]},
            "one on m (and 1 more) came down before",
        ),
        ("all on one day", {"x": THEN, "one": THEN, "two": THEN, "three": THEN}, UNKNOWN),
        (
            "who began was not read in these days",
            {"x": THEN, "one": [100, 100, NOT_READ, NOT_READ, 92, 87, 83, 80], "two": [100, *THEN], "three": THEN},
            UNKNOWN,
        ),
        (
            "somebody was first seen when he was low",
            {"x": THEN, "one": [100, *THEN], "two": [100, *THEN], "three": [100, *THEN], "new": [0, 0, 0, 0, 85, 84, 84, 83]},
            UNKNOWN,
        ),
        (
            "who began is up again",
            {"one": [100, *DOWN, 100], "x": [100, *THEN], "two": [100, *THEN], "three": [100, *THEN]},
            "one on m came down before",
        ),
        (
            "who began sells no more",
            {"one": [100, 90, 80], "x": [100, *THEN], "two": [100, *THEN], "three": [100, *THEN], "four": [100, *THEN]},
            "one on m came down before",
        ),
        (
            "a low price that never moved comes down after nobody",
            {"x": [100, *DOWN, 80], "one": THEN, "two": THEN, "three": THEN, "low": [85] * 8},
            "from 2026-03-03 on, before one on m from 2026-03-04 on; 1 asked less before already",
        ),
        (
            "the seller's other listing was first",
            {"x/2": [100, *DOWN, 80, 80], "one": [100, *THEN], "x": [100, 100, *THEN], "two": [100, *THEN], "three": THEN},
            "this seller was the first that was seen to come down, from 2026-03-03 on, before three on m",
        ),
        (
            "a promotion of weeks ago is another matter",
            {
                "x": [*[100] * 22, *THEN, 80], "one": [100, 80, 80, *[100] * 20, *THEN],
                "two": [*[100] * 23, *THEN], "three": [*[100] * 23, *THEN],
            },
            "this seller was the first",
        ),
    ],
)  # fmt: skip
def test_who_began(says: str, prices: Prices, order: str) -> None:
    said = last_words(prices, "x")
    assert order in said, f"{says}: {said}"


def test_twice_a_day_the_time_is_told() -> None:
    said = last_words(
        {"one": [100, *DOWN, 80], "x": [100, 100, *DOWN], "two": [100, 100, *DOWN], "three": [100, *THEN]},
        "x",
        hours=12,
    )
    assert (
        "one on m came down before: seen lower from 2026-03-02 03:00 on, this seller from 2026-03-02 15:01 on" in said
    )


@pytest.mark.parametrize(
    ("says", "others"),
    [
        ("cheap dealers who never moved", {"one": [80] * 6, "two": [79] * 6, "three": [82] * 6}),
        ("dealers who were not seen before", {"one": [0] * 5 + [80], "two": [0] * 5 + [79], "three": [0] * 5 + [82]}),
        ("dealers who went up", {"one": [70] * 3 + [80] * 3, "two": [60] * 3 + [79] * 3, "three": [75] * 3 + [82] * 3}),
    ],
)
def test_one_who_comes_down_to_the_others_slides_with_nobody(says: str, others: Prices) -> None:
    assert last_words({"x": DOWN, **others}, "x") == "", says
