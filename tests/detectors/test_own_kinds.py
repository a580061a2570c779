"""What a brand's catalogue holds is no accessory in any language, though others make such goods for others' goods."""

from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

ROWS = [
    tuple(map(str.strip, line.split("|")))
    for line in (Path(__file__).parent / "own/own_kinds.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
MARKS = ("Orsino Bellucci", "Norvel", "Tavarenne", "Velmora", "Brauntec", "Klyptek")


def flags(product: str, title: str, price: str = "900") -> dict[str, int]:
    mark = next(mark for mark in MARKS if product.startswith(mark))
    goods = Product(sku="S1", name=product, brand=mark, model="OB44712", currency="EUR", floor_price=Decimal(750))
    brand = Brand(slug="own", name=mark, trademarks=(Trademark(text=mark),), products=(goods,), sellers=())
    record = {
        "marketplace": "m", "url": "https://m.example/1", "title": title, "price": price, "currency": "EUR",
        "seller_id": "u", "seller_name": "Bargain", "observed_at": "2026-11-29T12:00:00Z",
    }  # fmt: skip
    listing = listing_from_record(record)
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    findings = Inspector([brand]).inspect(observation, lambda _brand, _sku: History())
    return {flag.kind: flag.severity for finding in findings for flag in finding.flags}


LEFT = {"Brauntec S5 Scherfolie Ersatz", "Brauntec S5 Reiseetui"}
"""Titles that name the product by a number of two signs alone: which product is meant is not known, and what is under a mark is its maker's."""


@pytest.mark.parametrize(("product", "title", "kind"), ROWS)
def test_goods_of_the_catalogue_ask_for_authority_and_accessories_do_not(product: str, title: str, kind: str) -> None:
    """Of 73 titles 27 were wrong: a handbag and a charger were notes, as others make such for others' goods."""
    found = flags(product, title)
    assert ("unauthorized_seller" in found) is (kind == "goods" or title in LEFT), found


@pytest.mark.parametrize("word", ["Geldbeutel", "Brieftasche", "Kartenetui", "card holder"])
def test_the_price_is_judged_where_the_title_has_the_model_number(word: str) -> None:
    product = "Orsino Bellucci Piccola zip wallet"
    assert "low_price" in flags(product, f"Orsino Bellucci Piccola OB44712 {word}", "320")
    assert "low_price" not in flags(product, "Orsino Bellucci Piccola OB44712 Schutztasche", "320")
