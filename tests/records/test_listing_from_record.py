"""A row becomes a listing, or an error that names the field and the reason."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.records import (
    FIELDS,
    Availability,
    Condition,
    RecordError,
    listing_from_record,
    listing_to_record,
)

LEAST = {"marketplace": "shop.example", "url": "https://shop.example/p/1", "title": "Watch"}


def test_the_least_record_has_its_url_as_its_id() -> None:
    listing = listing_from_record(LEAST | {"url": "HTTPS://Shop.Example:443/p/1?utm_source=x#top"})
    assert listing.listing_id == "https://shop.example/p/1"
    assert listing.condition is Condition.NEW
    assert listing.price is None


def test_every_field_is_read() -> None:
    listing = listing_from_record(
        LEAST
        | {
            "listing_id": "42",
            "price": "1299.00",
            "currency": "EUR",
            "coupon": "5",
            "pack_count": "3",
            "condition": "Used",
            "availability": "in_stock",
            "images": "a.jpg | https://x.example/b.jpg",
            "attributes": '{"colour": "red"}',
            "observed_at": "2026-05-04T11:30:00+02:00",
        }
    )
    assert listing.price == Decimal("1299.00")
    assert listing.pack_count == 3
    assert listing.condition is Condition.USED
    assert listing.availability is Availability.IN_STOCK
    assert listing.images == ("a.jpg", "https://x.example/b.jpg")
    assert listing.attributes == {"colour": "red"}
    assert listing.observed_at == datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": None}, "title"),
        ({"title": "  "}, "title"),
        ({"url": ""}, "url"),
        ({"price": "call us"}, "price"),
        ({"price": "-1"}, "price"),
        ({"price": "NaN"}, "price"),
        ({"price": "1e99"}, "price"),
        ({"pack_count": "0"}, "pack_count"),
        ({"pack_count": "two"}, "pack_count"),
        ({"condition": "shiny"}, "condition"),
        ({"availability": "maybe"}, "availability"),
        ({"images": 7}, "images"),
        ({"attributes": "[1"}, "attributes"),
        ({"attributes": "[" * 100_000}, "attributes"),
        ({"observed_at": "yesterday"}, "observed_at"),
        ({"title": ["a"]}, "title"),
    ],
)
def test_a_wrong_value_names_its_field(wrong: Mapping[str, Any], field: str) -> None:
    with pytest.raises(RecordError) as caught:
        listing_from_record(LEAST | wrong)
    assert caught.value.field == field
    assert len(str(caught.value)) < 200


def test_a_wild_title_is_cut_and_cleaned() -> None:
    listing = listing_from_record(LEAST | {"title": "A\x00B\ud800" + "x" * 100_000})
    assert listing.title.startswith("A B")
    assert len(listing.title) == 2_000


def test_a_time_without_zone_is_utc() -> None:
    listing = listing_from_record(LEAST | {"observed_at": "2026-05-04T09:30:00"})
    assert listing.observed_at == datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


wild = st.one_of(
    st.none(), st.text(max_size=40), st.integers(), st.floats(), st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3), st.booleans(), st.binary(max_size=10),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), wild))
def test_any_row_gives_a_listing_or_a_record_error(row: dict[str, Any]) -> None:
    try:
        listing = listing_from_record(LEAST | row)
    except RecordError:
        return
    assert listing_from_record(listing_to_record(listing)) == listing


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("12.50", "12.50"),
        ("12.", "12"),
        (".5", "0.5"),
        ("+3", "3"),
        (12.5, "12.5"),
        (1e15, "1000000000000000"),
        (Decimal("1E+2"), "100"),
        ("١٢٫٥", "12.5"),
        ("۱۲", "12"),
        ("１２．５", "12.5"),
        ("１２", "12"),
        ("1_000", None),
        ("1e3", None),
        ("1e-400", None),
        (Decimal("1E+999999"), None),
        (1e-320, None),
        ("1,5", None),
        ("1.000.5", None),
        ("٬١٢", None),
        ("inf", None),
        (float("inf"), None),
        ("1" * 400, None),
        ("½", None),
        ("五", None),
        (True, None),
    ],
)
def test_amounts_are_plain_numbers_in_any_digits(value: object, amount: str | None) -> None:
    row = {"marketplace": "m", "url": "https://m.example/1", "title": "x", "price": value}
    if amount is None:
        with pytest.raises(RecordError, match=r"^price: "):
            listing_from_record(row)
    else:
        assert listing_from_record(row).price == Decimal(amount)


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("2", 2),
        (2, 2),
        (2.0, 2),
        ("2.0", 2),
        ("٣", 3),
        ("2.5", None),
        ("1_0", None),
        ("1e2", None),
        ("0", None),
        ("-2", None),
    ],
)
def test_pack_counts_are_whole_numbers(value: object, count: int | None) -> None:
    row = {"marketplace": "m", "url": "https://m.example/1", "title": "x", "pack_count": value}
    if count is None:
        with pytest.raises(RecordError, match=r"^pack_count: "):
            listing_from_record(row)
    else:
        assert listing_from_record(row).pack_count == count
