"""Parts that say by comparison what they fit, and whole goods that are sold by comparison."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record


def brand(mark: str, number: int, *products: str) -> Brand:
    return Brand(
        slug=mark.casefold(), name=mark, trademarks=(Trademark(text=mark, classes=(number,)),), sellers=(),
        products=tuple(Product(sku=f"P{at}", name=name) for at, name in enumerate(products)),
    )  # fmt: skip


BRANDS = (
    brand("Tavarenne", 14, "Tavarenne Sillage 38 automatic watch"),
    brand("Klyptek", 9, "Klyptek Pulse 3 headphones"),
    brand("Orsino", 18, "Orsino Lidia shoulder bag"),
    brand("Vessalo", 18),
    brand("Nimbrel", 7, "Nimbrel B900 blender"),
    brand("Garvald", 7, "Garvald D20 drill with 2 batteries and charger", "Garvald DT4 drip tray"),
)


def severity(title: str) -> int:
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": title, "observed_at": "2026-11-29T12:00:00Z"}
    )
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = Inspector(BRANDS, detectors=[TextMatch]).inspect(observation, lambda _brand, _sku: History())
    (flag,) = (flag for one in found for flag in one.flags if "compares" in flag.sentence)
    assert (
        flag.severity == 60
        or "a word for a part or an accessory, and the mark may say what that fits." in flag.sentence
    )
    assert flag.rule == ("comparison" if flag.severity == 60 else "part_compared")
    return flag.severity


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Spring bars type Tavarenne, stainless", 45),
        ("Drip tray type Garvald", 60),
        ("Watch strap, Tavarenne style", 45),
        ("Tavarenne style watch strap", 45),
        ("Hebilla tipo Tavarenne 18 mm", 20),
        ("Uhrenarmband wie Tavarenne 20mm", 20),
        ("Klyptek-style ear pads", 45),
        ("Coussinets style Klyptek", 45),
        ("クリプテック風ではなく Klyptek タイプ イヤーパッド", 45),
        ("Joint type Nimbrel 72 mm", 20),
        ("Guarnizione tipo Nimbrel", 45),
        ("Uszczelka w stylu Nimbrel 72 mm", 20),
        ("搅拌机密封圈 Nimbrel同款 72mm", 20),
        ("Прокладка в стиле Nimbrel", 45),
        ("Borracha tipo Nimbrel", 45),
        ("Schultergurt-Schnalle wie Orsino", 45),
    ],
)
def test_a_part_says_by_comparison_what_it_fits(title: str, expected: int) -> None:
    assert severity(title) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Gold watch, Tavarenne style",
        "Tavarenne style watch with leather strap",
        "Tavarenne-style leather strap watch",
        "Montre style Tavarenne bracelet cuir 38 mm",
        "Headphones like Klyptek with ear pads",
        "Kopfhörer wie Klyptek, 40 mm Treiber",
        "Bag type Orsino",
        "Handtasche im Stil von Orsino mit Schnalle",
        "Handbag, Vessalo style",
        "Blender type Nimbrel, 1.5 l",
        "Ring type Tavarenne 18 mm",
    ],
)
def test_whole_goods_sold_by_comparison_stay_what_they_are(title: str) -> None:
    assert severity(title) == 60
