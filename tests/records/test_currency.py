"""Codes, signs and words of currencies, and rows that bring them."""

import pytest

from monitor.records import RecordError, listing_from_record
from monitor.records.currency import currency_code

ROW = {"marketplace": "m.example", "url": "https://m.example/1", "title": "A watch"}


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("EUR", "", "EUR"),
        ("eur", "", "EUR"),
        ("€", "", "EUR"),
        ("£", "US", "GBP"),
        ("US $", "", "USD"),
        ("C $", "", "CAD"),
        ("$", "", ""),
        ("$", "CA", "CAD"),
        ("$", "ca", "CAD"),
        ("¥", "", ""),
        ("¥", "CN", "CNY"),
        ("¥", "JP", "JPY"),
        ("Rs.", "PK", "PKR"),
        ("Rs", "", ""),
        ("Kč", "", "CZK"),
        ("kr", "SE", "SEK"),
        ("руб.", "", "RUB"),
        ("ریال", "", "IRR"),
        ("ريال", "SA", "SAR"),
        ("ريال", "", ""),
        ("تومان", "", ""),
        ("درهم", "MA", "MAD"),
        ("KSh", "", "KES"),
        ("đ", "", "VND"),
        ("Gs.", "", "PYG"),
        ("DH", "MA", "MAD"),
        ("KM", "BA", "BAM"),
        ("KM", "", ""),
        ("din.", "RS", "RSD"),
        ("", "US", ""),
        ("nothing", "", ""),
    ],
)
def test_code_of_a_sign(text: str, country: str, code: str) -> None:
    assert currency_code(text, country) == code


@pytest.mark.parametrize(
    ("row", "currency"),
    [
        ({"currency": "eur"}, "EUR"),
        ({"currency": "£"}, "GBP"),
        ({"currency": "$", "currency_code": "CAD"}, "CAD"),
        ({"currency": "USD", "currency_code": "cad"}, "CAD"),
        ({"currency": "Rs", "territory": "IN"}, "INR"),
        ({"currency": "$"}, "$"),
        ({"currency_code": "EUR"}, "EUR"),
        ({"currency": "€", "currency_code": ""}, "EUR"),
        ({}, ""),
    ],
)
def test_row_with_a_currency(row: dict[str, str], currency: str) -> None:
    assert listing_from_record(ROW | row).currency == currency


def test_a_row_still_needs_a_title() -> None:
    with pytest.raises(RecordError):
        listing_from_record({"marketplace": "m", "url": "u", "currency": "€"})
