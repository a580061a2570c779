"""What words beside a price promise to take off it, and words that promise nothing to the buyer of one."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.products.promises import promised
from monitor.records import Flag, Listing, Observation, listing_from_record

PRICE = Decimal(100)
GRINDER = Product(
    sku="G",
    name="Tavelin Mola coffee grinder",
    model="TVG20",
    currency="EUR",
    floor_price=PRICE,
    list_price=Decimal(120),
)
BRAND = Brand(slug="tavelin", name="Tavelin", trademarks=(Trademark(text="TAVELIN"),), products=(GRINDER,))
with Path(__file__).with_name("promises.csv").open(encoding="utf-8", newline="") as rows:
    ROWS = list(csv.reader(rows))[1:]
TITLE = "Tavelin Mola coffee grinder TVG20"


def listed(title: str = TITLE, description: str = "", **more: object) -> Listing:
    return Listing(
        marketplace="m", url="https://m.example/1", title=title, price=PRICE, currency="EUR", description=description,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def left(listing: Listing) -> str:
    promise = promised(listing, GRINDER)
    return f"{promise.of(PRICE):.2f}" if promise else ""


@pytest.mark.parametrize(("title", "unit"), ROWS, ids=[row[0] for row in ROWS])
def test_titles(title: str, unit: str) -> None:
    assert left(listed(title)) == unit


@pytest.mark.parametrize(
    ("description", "unit"),
    [
        ("Use code GRIND20 for 20 % off.", "80.00"), ("Steel burr. Mit Code MUEHLE10 sparen Sie 10 %.", "90.00"),
        ("Subscribe to our newsletter for a 10 % coupon.", ""), ("10 % voucher for your next purchase.", ""),
        ("The grinder is 20 % faster.", ""), ("Code 20 means coarse.", ""),
    ],
)  # fmt: skip
def test_descriptions(description: str, unit: str) -> None:
    assert left(listed(description=description)) == unit


@pytest.mark.parametrize(
    ("attributes", "unit"),
    [({"Promotion": "Save 20% with coupon"}, "80.00"), ({"Material": "20 % coupon"}, ""), ({"Offer": "10 % off"}, "")],
)
def test_attributes(attributes: Mapping[str, str], unit: str) -> None:
    assert left(listed(attributes=attributes)) == unit


@pytest.mark.parametrize(
    ("name", "title", "unit"),
    [
        ("Tavelin pendant lamp Ljus", "Tavelin pendant lamp Ljus with 3 lamps E27", ""),
        ("Tavelin pendant lamp Ljus", "Tavelin Pendelleuchte Ljus 3 Lampen", ""),
        ("Tavelin pendant lamp Ljus", "Tavelin suspension Ljus 3 ampoules", ""),
        ("Tavelin soundbar Ljud", "Tavelin soundbar Ljud with 4 speakers", ""),
        ("Tavelin soundbar Ljud", "Tavelin Soundbar Ljud 4 Lautsprecher", ""),
        ("Tavelin kettle Damp", "Tavelin kettle Damp two kettles", "50.00"),
    ],
)
def test_parts_that_are_called_as_the_goods_are_no_second_ones(name: str, title: str, unit: str) -> None:
    promise = promised(listed(title), replace(GRINDER, name=name))
    assert (f"{promise.of(PRICE):.2f}" if promise else "") == unit


def test_a_coupon_that_was_read_is_not_taken_off_twice() -> None:
    assert not left(listed(f"{TITLE}, 20 % coupon", coupon=Decimal(20)))


@pytest.mark.parametrize("title", [f"{TITLE}, 30 £ off at checkout", f"{TITLE}, 30 USD coupon"])
def test_an_amount_of_another_currency_is_none_of_this_price(title: str) -> None:
    assert not left(listed(title))


def flags(title: str, price: str = "100", **more: str) -> list[Flag]:
    record = {
        "marketplace": "m", "url": "https://m.example/1", "title": title, "price": price, "currency": "EUR", "territory": "DE",
        "observed_at": "2026-03-01T00:00:00Z",
    }  # fmt: skip
    listing = listing_from_record(record | more)
    assert listing.observed_at
    inspector = Inspector([BRAND], detectors=[LowPrice])
    seen = Observation(listing=listing, observed_at=listing.observed_at)
    looked = inspector.look(seen)
    return [flag for one in inspector.judge(looked, partial(Ledger().before, seen)) for flag in one.flags]


def test_a_promise_below_the_floor_is_a_suspicion_in_words() -> None:
    (flag,) = flags(f"{TITLE}, 20 % coupon")
    assert flag.severity == 45
    assert flag.sentence == (
        "The listing promises 80.00 EUR for one unit of G (Tavelin Mola coffee grinder), worked out as price 100.00 EUR, "
        'less what "20 % coupon" in the title promises = 80.00; that is 20.0 % below the floor of 100.00 EUR; '
        '"20 % coupon" in the title is taken at its word, so that a person has to look.'
    )


@pytest.mark.parametrize("title", [f"{TITLE} second one free", f"{TITLE} 1+1 free", f"{TITLE} 3 for 2"])
def test_offers_of_several_are_one_too(title: str) -> None:
    assert [flag.severity for flag in flags(title)] == [45]


@pytest.mark.parametrize(
    ("title", "more"),
    [
        (TITLE, {}), (f"{TITLE}, 10 % coupon", {"price": "120"}), (f"{TITLE}, 20 % coupon, used", {}),
        (f"{TITLE}, 20 % coupon", {"availability": "out_of_stock"}),
    ],
)  # fmt: skip
def test_a_promise_that_keeps_the_floor_or_of_used_goods_is_none(title: str, more: dict[str, str]) -> None:
    assert not flags(title, **more)


def test_a_price_below_the_floor_is_judged_as_it_is_shown() -> None:
    (flag,) = flags(f"{TITLE}, 20 % coupon", price="90")
    assert flag.sentence.startswith("The listing asks 90.00 EUR")


@pytest.mark.parametrize("piece", ["20 % ", "coupon ", "code 5 ", "second ", "2 ", "1 + 1 ", "*2 ", "x"])
def test_long_texts_are_read(piece: str) -> None:
    promised(listed(piece * 5000, description=piece * 5000), GRINDER)
