"""How detectors say what they saw."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from detectors._sentences import MOST_SELLERS, as_written, asked_by, not_listed
from monitor.marks import Mention, Use, Writing
from monitor.records import Listing, PricePoint


def point(number: int, price: str, name: str = "") -> PricePoint:
    return PricePoint(
        brand="b", sku="S", marketplace="m", listing_id=f"l{number}", seller_id=f"s{number}", seller_name=name,
        territory="", observed_at=datetime(2026, 5, 4, tzinfo=UTC), unit_price=Decimal(price), currency="EUR",
    )  # fmt: skip


def test_who_asks_what_lowest_first() -> None:
    said = asked_by([point(1, "98", "House\u202e"), point(2, "95.5")])
    assert said == "s2 on m 95.50 EUR (2026-05-04); House[U+202E] on m 98.00 EUR (2026-05-04)"
    many = [point(number, "90") for number in range(MOST_SELLERS + 3)]
    assert asked_by(many).count(" on m ") == MOST_SELLERS
    assert asked_by(many).endswith("; and 3 more")


@pytest.mark.parametrize(
    ("mark", "text", "said"),
    [
        ("C+*Tech(r)", "C+*Tech(r", 'the mark "C+*Tech(r)"'),
        ("A.B.[C]", "A.B.[C", 'the mark "A.B.[C]"'),
        ("AURELIA", "aurelia", 'the mark "AURELIA"'),
        ("AURELIA", "AUR3LIA", 'the mark "AURELIA", written "AUR3LIA"'),
    ],
)
def test_a_mark_that_is_written_as_it_is_has_no_other_writing(mark: str, text: str, said: str) -> None:
    mention = Mention(
        mark=mark, field="title", start=0, end=len(text), text=text, writing=Writing.PLAIN, use=Use.CLAIM, score=1.0
    )
    assert as_written(mention) == said


@pytest.mark.parametrize(
    ("seller", "said"),
    [
        (
            {"seller_id": "s9", "seller_name": "Deals"},
            "the listing's seller is not listed as authorised for this offer",
        ),
        ({}, "who sells could not be read"),
    ],
)
def test_who_sells_is_named_by_the_flag_about_the_seller_alone(seller: dict[str, str], said: str) -> None:
    listing = Listing(marketplace="m", listing_id="1", url="https://m.example/1", title="t", **seller)
    assert not_listed(listing) == said
