"""A low price that comes and goes, or is listed anew: what is seen on three days is confirmed, what is read twice is not."""

from decimal import Decimal

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.products.reads import judged

KETTLE = Product(sku="K-1", name="Velmora gooseneck kettle", model="GK710", currency="EUR", floor_price=Decimal(900))
BRAND = Brand(slug="velmora", name="Velmora", trademarks=(Trademark(text="VELMORA"),), products=(KETTLE,))


def reads(prices: str, hours: int = 24, **more: str) -> list[dict[str, str]]:
    """Reads of a listing so many hours apart; "-" is one that is missing, "x5" repeats the price before it."""
    asked: list[str] = []
    for word in prices.split():
        asked += [asked[-1]] * (int(word[1:]) - 1) if word.startswith("x") else [word]
    return [
        {
            "marketplace": "shop.example", "url": "https://shop.example/1", "title": "Velmora gooseneck kettle GK710",
            "price": price, "currency": "EUR", "seller_id": "s1", "territory": "DE",
            "observed_at": f"2026-03-{1 + at * hours // 24:02}T{at * hours % 24:02}:00:00Z",
        } | more
        for at, price in enumerate(asked)
        if price != "-"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("says", "hours", "prices", "severity", "words"),
    [
        ("every other day, the first time", 24, "1000 750", 45, "has to confirm it"),
        ("twice, as a page may be read wrong", 24, "1000 750 1000 750", 45, "has to confirm it"),
        ("a third time", 24, "1000 750 1000 750 1000 750", 66, "as on 2 earlier days from 2026-03-02 on, with higher"),
        ("six Sundays", 24, "1000 x4 750 1000 x6 750 1000 x6 750 1000 x6 750", 66, "as on 3 earlier days"),
        ("two Sundays", 24, "1000 x4 750 1000 x6 750", 45, "has to confirm it"),
        ("every night", 12, "1000 780 1000 780 1000 780", 65, "as on 2 earlier days"),
        ("three times within a day", 4, "1000 780 1000 780 1000 780", 45, "has to confirm it"),
        ("by a few per cent more or less", 24, "1000 750 1000 765 1000 740", 67, "as on 2 earlier days"),
        ("once each at prices far apart", 24, "1000 750 1000 850 1000 650", 45, "has to confirm it"),
        ("with days that nobody looked at", 24, "1000 - 750 - - 1000 750 - 1000 - 750", 66, "as on 2 earlier days"),
        ("half the price, three times in ten days", 24, "1000 x3 500 1000 x3 500 1000 x3 500", 77, "as on 2 earlier"),
        ("half the price, twice", 24, "1000 x3 500 1000 x3 500", 45, "so large a jump"),
        ("a third of it, as paid in 3 rates", 24, "1000 333.33 1000 333.33 1000 333.33", 45, "one of 3 parts of the"),
        ("a rate in whole euros", 24, "1000 334 1000 334 1000 334", 45, "an instalment plan"),
        ("a quarter, at a price that moves", 24, "1000 250 1000 250 980 245", 45, "one of 4 parts of the 980.00 EUR"),
        ("a rate of ten", 24, "2400 240 2400 240 2400 240", 45, "one of 10 parts"),
        ("no whole part of it", 24, "1000 290 1000 290 1000 290", 80, "as on 2 earlier days"),
        ("a third that stays", 24, "1000 333.33 333.33", 80, "seen 2 times in a row"),
        ("an impossible price, whenever it comes", 24, "1000 44 1000 44 1000 44 1000 44", 45, "may be a misreading"),
        ("an impossible price that stays", 24, "1000 44 44", 80, "seen 2 times in a row"),
        ("low before, at the floor since", 24, "750 900 x5", 0, ""),
        ("low again, and this time for longer", 24, "750 1000 x5 750 750", 66, "seen 2 times in a row over 2 days"),
        ("in a row, and often before", 24, "750 1000 750 1000 750 750", 66, "seen 2 times in a row over 2 days"),
        ("in a row, with a week that nobody saw", 24, "750 - - - - - - - 750", 66, "of which 8 days were not looked at"),
        ("in a row, with some days that nobody saw", 24, "750 - - - 750", 66, "seen 2 times in a row over 5 days"),
    ],
)  # fmt: skip
def test_a_price_that_comes_and_goes(says: str, hours: int, prices: str, severity: int, words: str) -> None:
    flags, _ = judged(Inspector([BRAND], detectors=[LowPrice]), reads(prices, hours))
    assert [flag.severity for flag in flags] == [severity] * bool(severity), says
    assert words in "".join(flag.sentence for flag in flags), says
    if words.startswith("as on"):
        assert len(flags[0].evidence[0].series) >= 3, "the reads that confirm it are shown"


@pytest.mark.parametrize(
    ("says", "before", "severity", "words"),
    [
        ("listed anew by the seller", {}, 66, "as did another listing of the seller on 2026-03-01"),
        ("another seller", {"seller_id": "s2"}, 45, "has to confirm it"),
        ("a seller of that id elsewhere", {"marketplace": "other.example"}, 45, "has to confirm it"),
        ("in another country", {"territory": "US"}, 45, "has to confirm it"),
        ("nobody read who sold", {"seller_id": ""}, 45, "has to confirm it"),
        ("at another low price", {"price": "650"}, 45, "has to confirm it"),
        ("at the floor", {"price": "900"}, 45, "has to confirm it"),
        ("on the same day", {"observed_at": "2026-03-03T01:00:00Z"}, 45, "has to confirm it"),
        ("a used one", {"condition": "used"}, 45, "has to confirm it"),
    ],
)
def test_goods_that_are_listed_anew(says: str, before: dict[str, str], severity: int, words: str) -> None:
    old = reads("750", url="https://shop.example/old")[0] | before
    new = reads("750", url="https://shop.example/new", observed_at="2026-03-03T09:00:00Z")
    (flag,), _ = judged(Inspector([BRAND], detectors=[LowPrice]), [old, *new])
    assert (flag.severity, words in flag.sentence) == (severity, True), (says, flag.sentence)


def test_what_another_listing_asks_no_more_confirms_nothing() -> None:
    old = reads("750 1000", url="https://shop.example/old")
    new = reads("750", url="https://shop.example/new", observed_at="2026-03-03T09:00:00Z")
    (flag,), _ = judged(Inspector([BRAND], detectors=[LowPrice]), [*old, *new])
    assert flag.severity == 45
