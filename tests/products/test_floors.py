"""Which floor is in force: the most specific row, lowered by a promotion."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from monitor.brands import Brand, PriceRule, Product
from monitor.products import floor_in_force

DAY = date(2026, 5, 4)
EVER: Mapping[str, Any] = {}
YEAR = {"valid_from": date(2026, 1, 1), "valid_until": date(2026, 12, 31)}
PROMOTION = {"valid_from": date(2026, 5, 1), "valid_until": date(2026, 5, 10)}
SPRING = {"valid_from": date(2026, 1, 1), "valid_until": date(2026, 5, 31)}
PAST = {"valid_from": date(2026, 4, 1), "valid_until": date(2026, 5, 3)}


def row(floor: int | None, days: Mapping[str, Any] = EVER, **limits: Any) -> PriceRule:
    amount = None if floor is None else Decimal(floor)
    return PriceRule(**{"sku": "A", "currency": "EUR", "floor_price": amount} | limits | dict(days))


@pytest.mark.parametrize(
    ("says", "rows", "floor"),
    [
        ("products.csv alone", [], 100),
        ("a row for everyone", [row(90)], 90),
        ("a row may be higher", [row(110)], 110),
        ("country beats everyone", [row(90), row(95, territory="DE")], 95),
        ("country beats a union that it is of", [row(85, territory="EU"), row(95, territory="DE")], 95),
        ("fewer countries beat more", [row(85, YEAR, territory="DE AT CH"), row(95, territory="DE AT")], 95),
        ("channel beats country", [row(95, territory="DE"), row(97, channel="m")], 97),
        ("both beat one", [row(97, channel="m"), row(99, channel="m", territory="DE")], 99),
        ("another country", [row(50, territory="FR")], 100),
        ("another channel", [row(50, channel="other")], 100),
        ("another currency", [row(50, currency="USD")], 100),
        ("another SKU", [row(50, sku="B")], 100),
        ("no floor in the row", [row(None)], 100),
        ("the first day and the last", [row(80, {"valid_from": DAY, "valid_until": DAY})], 80),
        ("a promotion that is over", [row(80, PAST)], 100),
        ("a promotion beats a list for the year", [row(90, YEAR), row(80, PROMOTION)], 80),
        ("a promotion holds for the country's row too", [row(95, territory="DE"), row(80, PROMOTION)], 80),
        ("a promotion never raises a country's floor", [row(95, territory="DE"), row(99, PROMOTION)], 95),
        ("a list for the year is no promotion", [row(95, territory="DE"), row(80, YEAR)], 95),
        ("of contradictory rows the lower", [row(90), row(85), row(88)], 85),
        ("also where the dearer is for fewer days", [row(90, SPRING), row(85, {"valid_from": DAY})], 85),
        (
            "also where the dearer is for fewer countries",
            [row(90, territory="DE FR"), row(85, territory="DE AT CH")],
            85,
        ),
        ("a list within a longer one may be dearer", [row(90, YEAR), row(85)], 90),
    ],
)
def test_floor(says: str, rows: list[PriceRule], floor: int) -> None:
    product = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))
    brand = Brand(slug="b", name="B", products=(product,), prices=tuple(rows))
    found = floor_in_force(brand, product, territory="DE", channel="m", currency="EUR", day=DAY)
    assert found
    assert found.amount == floor, says


@pytest.mark.parametrize("territory", ["", "  ", "Germany", "XX", "EU"])
@pytest.mark.parametrize(
    ("says", "rows", "floor"),
    [
        ("a country's promotion may hold", [row(80, PROMOTION, territory="DE")], 80),
        ("a country's lasting floor may hold", [row(90), row(85, territory="DE AT")], 85),
        ("the lowest of all places counts", [row(85, territory="FR"), row(70, PROMOTION, territory="EU")], 70),
        ("a higher floor elsewhere accuses nobody", [row(130, territory="US")], 100),
        ("a promotion elsewhere that is over", [row(60, PAST, territory="DE")], 100),
        ("another channel's promotion", [row(60, PROMOTION, territory="DE", channel="other")], 100),
        ("also below the channel's own floor", [row(97, channel="m"), row(80, PROMOTION, territory="DE")], 80),
        ("another currency's promotion", [row(60, PROMOTION, territory="US", currency="USD")], 100),
    ],
)
def test_in_an_unknown_place_the_most_lenient_floor_counts(
    territory: str, says: str, rows: list[PriceRule], floor: int
) -> None:
    product = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))
    brand = Brand(slug="b", name="B", products=(product,), prices=tuple(rows))
    found = floor_in_force(brand, product, territory=territory, channel="m", currency="EUR", day=DAY)
    assert found
    assert found.amount == floor, says
    lowered = any(one.territory and one.floor_price == floor for one in rows)
    assert ("territory is not known" in found.source) is lowered


@pytest.mark.parametrize(("territory", "floor"), [("de", 80), (" DE ", 80), ("FR", 100), ("UK", 100)])
def test_in_a_known_place_only_its_own_rows_count(territory: str, floor: int) -> None:
    product = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))
    brand = Brand(slug="b", name="B", products=(product,), prices=(row(80, PROMOTION, territory="DE"),))
    found = floor_in_force(brand, product, territory=territory, channel="m", currency="EUR", day=DAY)
    assert found
    assert found.amount == floor


def test_none_where_no_floor_is_known() -> None:
    product = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))
    brand = Brand(slug="b", name="B", products=(product,), prices=(row(90, territory="DE", currency="USD"),))
    for territory, currency in (("DE", "JPY"), ("", "USD"), ("DE", "")):
        assert floor_in_force(brand, product, territory=territory, channel="m", currency=currency, day=DAY) is None


def test_the_source_names_the_row() -> None:
    product = Product(sku="A", name="Watch", currency="EUR")
    brand = Brand(slug="b", name="B", products=(product,), prices=(row(80, PROMOTION, territory="DE"),))
    found = floor_in_force(brand, product, territory="DE", channel="m", currency="EUR", day=DAY)
    assert found
    assert found.source == "prices.csv, A, DE, 2026-05-01 to 2026-05-10"


def test_many_rows_are_looked_up_by_sku() -> None:
    product = Product(sku="A", name="Watch", currency="EUR")
    rows = tuple(row(1, sku=f"S{n}") for n in range(100_000))
    brand = Brand(slug="b", name="B", products=(product,), prices=(*rows, row(70)))
    for _ in range(2_000):
        assert floor_in_force(brand, product, territory="DE", channel="m", currency="EUR", day=DAY)


@pytest.mark.parametrize(
    ("says", "rows", "floor"),
    [
        ("the host at any port", [row(90, channel="127.0.0.1")], 90),
        ("that port", [row(90, channel="127.0.0.1:8765")], 90),
        ("another port", [row(90, channel="127.0.0.1:80")], 100),
        ("another host", [row(90, channel="127.0.0.2")], 100),
        ("the port beats the host", [row(90, channel="127.0.0.1"), row(95, channel="127.0.0.1:8765")], 95),
        ("the host beats the country", [row(97, channel="127.0.0.1"), row(80, YEAR, territory="DE")], 97),
    ],
)
def test_a_channel_that_is_a_host_is_meant_at_any_port(says: str, rows: list[PriceRule], floor: int) -> None:
    product = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))
    brand = Brand(slug="b", name="B", products=(product,), prices=tuple(rows))
    found = floor_in_force(brand, product, territory="DE", channel="127.0.0.1:8765", currency="EUR", day=DAY)
    assert found
    assert found.amount == floor, says
