"""The plain goods are no match of the Pro that the catalogue sells, nor last year's of this year's; beside each kind honest titles."""

import pytest

from monitor.brands import Product
from monitor.products import Match, Matcher, Outcome
from monitor.records import Listing


def match(name: str, title: str, model: str = "", **more: str) -> Match:
    product = Product(sku="P", name=name, brand="Halvor", model=model)
    listing = Listing(marketplace="m", url="https://m.example/1", title=title, **more)  # type: ignore[arg-type]
    return Matcher((product,), marks=("Halvor",)).match(listing)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Halvor 500 Pro", "Halvor 500"),
        ("Halvor HX500 Pro toothbrush", "Halvor HX500 toothbrush"),
        ("Halvor HX-500 Pro", "Halvor HX 500"),
        ("Halvor HX500 Plus", "Halvor HX500 white, new"),
        ("Halvor Aero 3 Mini speaker", "Halvor Aero 3 Lautsprecher"),
        ("Halvor Aero 20 Pro backpack", "Halvor Aero 20 sac à dos"),
        ("Halvor Aero 3 Pro Max speaker", "Halvor Aero 3 Pro speaker"),
        ("Halvor HX500 SE", "Halvor HX500"),
        ("Halvor HX500 Lite", "Halvor HX500"),
        ("Halvor HX500 Ultra", "Halvor HX500 nueva"),
        ("Halvor HX500 Neo", "Halvor HX500"),
        ("Halvor HX500 II headphones", "Halvor HX500 headphones"),
        ("Halvor HX500 III headphones", "Halvor HX500 II headphones"),
        ("Halvor HX500 Mk II headphones", "Halvor HX500 headphones"),
        ("Halvor HX500 MkII headphones", "Halvor HX500 Kopfhörer"),
        ("Halvor HX500 2nd gen speaker", "Halvor HX500 speaker"),
        ("Halvor HX500 V2 speaker", "Halvor HX500 speaker"),
        ("Halvor HX500 2nd gen speaker", "Halvor HX500 erste Generation"),
        ("Halvor HX500 2nd gen speaker", "Halvor HX500 speaker, second look"),
        ("Halvor HX500 Plus toothbrush", "Halvor HX500 toothbrush + case"),
        ("Halvor HX500 Plus toothbrush", "Halvor HX500 toothbrush"),
        ("Halvor HX29 bike 2024", "Halvor HX29 Fahrrad 2022"),
        ("Halvor Trail HX29 bike 2024", "Halvor Trail HX29 bike 2022"),
        ("Halvor HX29 Fahrrad Modell 2024", "Halvor HX29 Fahrrad Modell 2023"),
        ("Halvor calendar HX4 2026", "Halvor HX4 calendar 2025"),
    ],
)
def test_the_plain_goods_are_asked_about(name: str, title: str) -> None:
    found = match(name, title)
    assert found.outcome is not Outcome.MATCH, found.why


@pytest.mark.parametrize(
    ("name", "title", "model"),
    [
        ("Halvor HX500 Pro toothbrush", "Halvor HX500 Pro", ""),
        ("Halvor HX500 Pro toothbrush", "Halvor HX500-Pro Zahnbürste", ""),
        ("Halvor HX500 Pro toothbrush", "Halvor HX500 professional toothbrush", ""),
        ("Halvor HX500 Pro Max", "Halvor HX500 Pro Max black", ""),
        ("Halvor HX500 Plus", "Halvor Plus HX500", ""),
        ("Halvor HX500 II headphones", "Halvor HX500 2 headphones", ""),
        ("Halvor HX500 II headphones", "Halvor HX500 MkII Kopfhörer", ""),
        ("Halvor HX500 Mk II headphones", "Halvor HX500 II headphones", ""),
        ("Halvor HX500 2nd gen speaker", "Halvor HX500 speaker (2nd generation)", ""),
        ("Halvor HX500 1st gen speaker", "Halvor HX500 speaker", ""),
        ("Halvor Aero 3 Mini speaker", "Halvor Aero 3 mini speaker, blue", ""),
        ("Halvor Trail HX29 bike 2024", "Halvor Trail HX29 bike 2024", ""),
        ("Halvor Trail HX29 bike 2024", "Halvor Trail HX29 bike", ""),
        ("Halvor Trail HX29 bike", "Halvor Trail HX29 bike 2024", ""),
        ("Halvor HX29 wiper 2012-2020", "Halvor HX29 wiper 2015", ""),
        ("Halvor HX29 wiper 2015", "Halvor HX29 wiper 2012-2020", ""),
        ("Halvor HX29 wiper 2015", "Halvor HX29 wiper 2012/2020", ""),
        # A number that is the maker's for these goods alone says all.
        ("Halvor Sonic Pro toothbrush HX511", "Halvor toothbrush HX511", ""),
        ("Halvor Sonic Pro toothbrush", "Halvor Sonic HX511", "HX511"),
        ("Halvor HX500 Pro toothbrush", "Halvor HX500 toothbrush", "HX500"),
        # Words of the kind of goods and of how they are made are left out in short titles.
        ("Halvor HX500 air purifier", "Halvor HX500 Luftreiniger", ""),
        ("Halvor HX500 light", "Halvor HX500 Lampe", ""),
        ("Halvor HX500 compact slim vacuum cleaner", "Halvor HX500 vacuum cleaner", ""),
        ("Halvor HX500 professional hair dryer", "Halvor HX500 hair dryer", ""),
        ("Halvor HX500 speaker, mini USB", "Halvor HX500 speaker", ""),
        ("Halvor HX500 mini fridge", "Halvor HX500 Kühlschrank", ""),
        ("Halvor HX500 ultra light bike", "Halvor HX500 Fahrrad", ""),
        ("Halvor HX500 max. 500 W Bohrmaschine", "Halvor HX500 Bohrmaschine", ""),
        # The edition as a sign, in another script, and a generation in words.
        ("Halvor HX500 Plus", "Halvor HX500+", ""),
        ("Halvor HX500 Pro 歯ブラシ", "Halvor HX500 プロ 歯ブラシ", ""),
        ("Halvor HX500 Pro", "Halvor HX500 专业版", ""),
        ("Halvor HX500 Pro", "Halvor HX500 프로", ""),
        ("Halvor HX500 2nd gen", "Halvor HX500 zweite Generation", ""),
        # Years that date no goods.
        ("Halvor HX29 bike 2024", "Halvor HX29 bike, warranty until 2027", ""),
        ("Halvor HX29 crema 2024", "Halvor HX29 crema MHD 12/2027", ""),
        ("Halvor HX29 bike 2024", "Halvor HX29 bike Testsieger 2025", ""),
        ("Halvor HX29 bike 2024", "Halvor HX29 bike, invoice 2025", ""),
        ("Halvor HX29 scale 2024", "Halvor HX29 scale CR 2032", ""),
        ("Halvor HX29 puzzle 2024", "Halvor HX29 puzzle 2000 pieces", ""),
    ],
)
def test_short_titles_of_the_goods_themselves_stay_a_match(name: str, title: str, model: str) -> None:
    found = match(name, title, model)
    assert found.outcome is Outcome.MATCH, found.why
