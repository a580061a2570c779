"""A floor of prices.csv is in force where its row says: a country, several, or a union."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.brands import Brand, PriceRule, Product
from monitor.products import floor_in_force

WATCH = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))


@pytest.mark.parametrize(
    ("territory", "channel", "seen_in", "seen_on", "floor"),
    [
        ("", "", "DE", "m", 90),
        ("", "", "", "m", 90),
        ("DE", "", "de", "m", 90),
        ("DE AT", "", "AT", "m", 90),
        ("EU", "", "FR", "m", 90),
        ("UK", "", "GB", "m", 90),
        ("DE", "", "FR", "m", 100),
        ("EU", "", "CH", "m", 100),
        ("EU", "", "", "m", 90),  # not read where: the lowest floor that may hold, so that doubt accuses nobody
        ("", "shop.example", "", "www.Shop.example", 90),
        ("", "shop.example", "", "other.example", 100),
    ],
)
def test_a_row_holds_where_it_says(territory: str, channel: str, seen_in: str, seen_on: str, floor: int) -> None:
    rule = PriceRule(sku="A", territory=territory, channel=channel, currency="EUR", floor_price=Decimal(90))
    brand = Brand(slug="b", name="B", products=(WATCH,), prices=(rule,))
    found = floor_in_force(brand, WATCH, territory=seen_in, channel=seen_on, currency="EUR", day=date(2026, 5, 4))
    assert found
    assert found.amount == floor
