"""The brand's own packs: the number that a title sells picks the product, and with it the floor."""

from dataclasses import replace
from decimal import Decimal

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products import Matcher, Outcome, net_price
from monitor.products.bundles import Bundles
from monitor.records import Listing
from tests.products.reads import judged, read

VIOLATION = 60
CATALOGUE = (
    ("TUM", "Halvor tumbler Lago 400 ml", "LG400", 1),
    ("TUM2", "Halvor tumbler Lago 400 ml pack of 2", "LG400-2", 2),
    ("SOX", "Halvor wool socks Moor", "WS3", 1),
    ("SOX3", "Halvor wool socks Moor 3 pairs", "WS3", 3),
    ("OIL", "Halvor argan oil 50 ml", "", 1),
    ("OIL3", "Halvor argan oil 3 x 50 ml bundle", "", 1),
    ("LOCK", "Halvor smart lock Ostra 5", "OS5", 1),
    ("LOCK4", "Halvor smart lock Ostra 5 set of 4", "OS5-4", 1),
    ("SEIFE", "Halvor Olivenseife Kiesel 100 g", "", 1),
    ("SEIFE2", "Halvor Olivenseife Kiesel 100 g Doppelpack", "", 1),
    ("TORCH", "Halvor torch Nova", "NV1", 1),
    ("VASE", "Halvor vase Duna 20 cm", "DN20", 1),
)
PRODUCTS = tuple(
    Product(sku=sku, name=name, brand="Halvor", model=model, pack_count=held) for sku, name, model, held in CATALOGUE
)
MATCHER = Matcher(PRODUCTS, marks=("Halvor",))


def listing(title: str) -> Listing:
    return Listing(
        marketplace="m", url="https://m.example/1", title=title, brand="Halvor", price=Decimal(100), currency="EUR"
    )


@pytest.mark.parametrize(
    ("title", "sku", "units"),
    [
        ("Halvor tumbler Lago 400 ml", "TUM", 1),
        ("Halvor tumbler Lago 400 ml LG400", "TUM", 1),
        ("Halvor tumbler Lago 400 ml pack of 2", "TUM2", 1),
        ("Halvor tumbler Lago 400 ml LG400 set of 2", "TUM2", 1),
        ("Halvor tumbler Lago 400 ml LG400 twin pack", "TUM2", 1),
        ("2x Halvor LG400 tumbler Lago 400 ml", "TUM2", 1),
        ("Halvor tumbler Lago LG400 2er-Set", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400 ml lot de 2", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400 ml confezione da 2", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400 ml paquete de 2", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400 ml kit com 2", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400 ml 2-pak", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400 ml zestaw 2 szt.", "TUM2", "?"),
        ("Halvor Lago tumbler LG400 400ml 2個セット", "TUM2", 1),
        ("Halvor Lago tumbler LG400 400ml 2个装", "TUM2", 1),
        ("Halvor tumbler Lago 400 ml 4 pack", "TUM2", "?"),
        ("Halvor wool socks Moor WS3", "SOX", 1),
        ("Halvor wool socks Moor WS3, 1 pair", "SOX", 1),
        ("Halvor wool socks Moor WS3 3-pack", "SOX3", 1),
        ("Halvor wool socks Moor WS3 pack of 3", "SOX3", 1),
        ("3 pairs Halvor wool socks Moor WS3", "SOX3", 1),
        ("3x Halvor wool socks Moor", "SOX3", 1),
        ("Halvor wool socks Moor WS3 6 pairs", "SOX3", 2),
        ("Halvor wool socks Moor WS3 2 pairs", "SOX", "?"),
        ("Halvor argan oil 50 ml", "OIL", 1),
        ("Halvor argan oil 3 x 50 ml", "OIL3", 1),
        ("3x Halvor argan oil 50 ml", "OIL3", 1),
        ("Halvor argan oil 50 ml x 3", "OIL3", 1),
        ("Halvor argan oil 50 ml bundle of 3", "OIL3", "?"),
        ("Halvor argan oil 50 ml x 2", "OIL", "?"),
        ("Halvor smart lock Ostra 5", "LOCK", 1),
        ("Halvor smart lock Ostra 5 set of 4", "LOCK4", 1),
        ("Halvor smart lock Ostra 5 4-pack", "LOCK4", "?"),
        ("4x Halvor smart lock Ostra 5 OS5", "LOCK4", 1),
        ("Halvor smart lock Ostra 5 OS5 4er Set", "LOCK4", "?"),
        ("Halvor smart lock Ostra 5 OS5 lot de 4", "LOCK4", 1),
        ("Halvor smart lock Ostra 5 OS5 2er Set", "LOCK", "?"),
        ("Halvor Olivenseife Kiesel 100 g", "SEIFE", 1),
        ("Halvor Olivenseife Kiesel 100 g Doppelpack", "SEIFE2", 1),
        ("Halvor Olivenseife Kiesel 2 x 100 g", "SEIFE2", "?"),
        ("Halvor torch Nova NV1 twin pack", "TORCH", 2),
        ("Halvor vase Duna 20 cm DN20 2er Set", "VASE", 2),
    ],
)
def test_the_number_that_a_title_sells_picks_the_product(title: str, sku: str, units: int | str) -> None:
    found = MATCHER.match(listing(title))
    assert found.sku == sku, found.why
    assert found.product
    net = net_price(listing(title), found.product)
    asked = found.outcome is not Outcome.MATCH or net.problem or net.doubt
    assert ("?" if asked else str(net.units)) == str(units), (found.why, net)


@pytest.mark.parametrize(
    "title",
    [
        "Halvor wool socks Moor WS3 4 pairs",
        "Halvor argan oil 5 x 50 ml",
        "5x Halvor smart lock Ostra 5 OS5",
        "Halvor tumbler Lago 400 ml LG400 3er Set",
    ],
)
def test_more_than_a_pack_and_no_number_of_packs_goes_to_a_person(title: str) -> None:
    found = MATCHER.match(listing(title))
    assert found.outcome is Outcome.REVIEW
    assert "the catalogue has packs of them" in found.why


def test_a_pack_is_of_the_words_or_of_the_model_number_of_a_single_product() -> None:
    bundles = Bundles.of(PRODUCTS)
    at = {product.sku: number for number, product in enumerate(PRODUCTS)}
    assert bundles.single == {
        at[f"{one}{held}"]: at[one] for one, held in (("TUM", 2), ("SOX", 3), ("OIL", 3), ("LOCK", 4), ("SEIFE", 2))
    }
    assert bundles.are_kin(at["TUM"], at["TUM2"])
    assert not bundles.are_kin(at["TUM"], at["SOX"])


@pytest.mark.parametrize(
    ("one", "pack"),
    [
        ("Halvor drill kit", "Halvor drill"),
        ("Halvor tea 20 bags", "Halvor tea 80 bags"),
        ("Halvor shower gel 250 ml", "Halvor shower gel 500 ml"),
        ("Halvor knife", "Halvor knife block set of 5"),
        ("Halvor chair Ridge 4", "Halvor chair Ridge 6"),
        ("Halvor serum 30 ml", "Halvor cream 3 x 30 ml"),
    ],
)
def test_other_sisters_are_no_packs(one: str, pack: str) -> None:
    assert not Bundles.of((Product(sku="P", name=one), Product(sku="Q", name=pack))).single


MUGS = tuple(
    Product(sku=sku, name=name, brand="Halvor", model=model, currency="EUR", floor_price=Decimal(floor))
    for sku, name, model, floor in (
        ("MUG", "Halvor mug Nyhavn", "NM10", 10),
        ("MUG2", "Halvor mug Nyhavn pack of 2", "", 18),
    )
)
HALVOR = Brand(slug="halvor", name="Halvor", trademarks=(Trademark(text="HALVOR"),), products=MUGS)


@pytest.mark.parametrize(
    ("title", "price", "severities"),
    [
        ("Halvor mug NM10 from a set of 2", "10.50", [45]),
        ("Halvor mug NM10, also available as pack of 2", "10.50", [45]),
        ("Halvor mug NM10, disponible en lot de 2", "10.50", [45]),
        ("Halvor mug NM10 aus Doppelpack", "10.50", [45]),
        ("Halvor mug NM10 not a pack of 2", "10.50", [45]),
        ("Halvor mug NM10 pack of 2", "15", [66]),
        ("Halvor mug NM10 pack of 2", "18", []),
        ("Halvor mug NM10 pack of 2", "8", [80]),
        ("Halvor mug NM10", "10.50", []),
        ("Halvor mug NM10", "7", [72]),
    ],
)
def test_the_price_of_a_single_one_beside_a_count_is_looked_at(title: str, price: str, severities: list[int]) -> None:
    reads = [
        {
            "marketplace": "m", "url": "https://m.example/1", "title": title, "price": price, "currency": "EUR",
            "seller_id": "s", "territory": "DE", "observed_at": f"2026-03-0{day}T00:00:00Z",
        }
        for day in (1, 2, 3)
    ]  # fmt: skip
    flags, _ = judged(Inspector([HALVOR], detectors=[LowPrice]), reads)
    assert [flag.severity for flag in flags] == severities, [flag.sentence for flag in flags]


def severity(goods: str, title: str, price: str) -> int:
    """How severe a price of two days is beside a catalogue, "name@floor; name, model@floor"."""
    products = []
    for at, row in enumerate(goods.split("; ")):
        named, _, floor = row.partition("@")
        name, _, model = named.partition(", ")
        money = Decimal(floor) if floor else None
        product = Product(sku=f"P{at}", name=f"Halvor {name}", model=model, brand="Halvor", currency="EUR")
        products.append(replace(product, floor_price=money))
    brand = Brand(
        slug="halvor", name="Halvor", trademarks=(Trademark(text="Halvor"),), products=tuple(products),
        detectors={"low_price": {}},
    )  # fmt: skip
    reads = [read(title, price, day) | {"brand": "Halvor"} for day in (9, 10)]
    flags, _ = judged(Inspector([brand], detectors=[LowPrice]), reads)
    return max((flag.severity for flag in flags), default=0)


RACKS = "shoe rack oak@90; shoe rack oak 12 pairs@40"
NOVAS = "speaker Nova@40; speaker Nova 3-pack@110; speaker Nova X3@80"


@pytest.mark.parametrize(
    ("goods", "title", "price"),
    [
        ("tumbler Lago, LG400@100; tumbler Lago pack of 2@180", "2x Halvor tumbler Lago LG400", "180"),
        ("tumbler Lago, LG400@100; tumbler Lago pack of 2@180", "Halvor tumbler Lago pack of 2", "180"),
        ("wool socks Moor@10; wool socks Moor 3 pairs@25", "2 x Halvor wool socks Moor 3 pairs", "50"),
        ("wireless earbuds Lyra@50; wireless earbuds Lyra X2@150", "2x Halvor wireless earbuds Lyra", "110"),
        ("wireless earbuds Lyra@50; wireless earbuds Lyra X2@150", "Halvor wireless earbuds Lyra twin pack", "110"),
        ("wireless earbuds Lyra@50; wireless earbuds Lyra X2@150", "Halvor wireless earbuds Lyra X2", "150"),
        ("wireless earbuds Lyra@250; wireless earbuds Lyra X3@150", "2x Halvor wireless earbuds Lyra X3", "300"),
        (RACKS, "2x Halvor shoe rack oak 12 pairs", "80"),
        ("shoe rack oak, SR20@90; shoe rack oak 12 pairs, SR12@40", "2x Halvor shoe rack oak 12 pairs SR12", "80"),
        ("Schuhregal Eiche@90; Schuhregal Eiche 12 Paar@40", "2x Halvor Schuhregal Eiche 12 Paar", "80"),
        ("Messerset Lago@60; Messerset Lago 5 Stück@40", "2x Halvor Messerset Lago 5 Stück", "80"),
        ("cool box Alta@60; cool box Alta 6 bottles@70", "2x Halvor cool box Alta 6 bottles", "140"),
        ("breast pump BP20, BP20@100; breast pump BP20 twin pack@180", "Halvor breast pump BP20 2 bottles", "100"),
        ("mixer VB1200, VB1200@100; mixer VB1200 2-pack@180", "Halvor mixer VB1200 2 bottles 600 ml", "100"),
        ("Mixer VB1200, VB1200@100; Mixer VB1200 Doppelpack@180", "Halvor Mixer VB1200 2 Flaschen", "100"),
        ("soda maker SM20, SM20@100; soda maker SM20 set of 2@180", "Halvor soda maker SM20 2 x bottles", "100"),
        ("toolbox, TB20@100", "Halvor toolbox TB20 3 x boxes", "100"),
        ("aspirateur, VC20@100", "Halvor aspirateur VC20 3 x sacs", "100"),
        ("label printer, LP20@100", "Halvor label printer LP20 3 x rolls", "100"),
        ("speaker X3@80", "Halvor speaker x3 new", "80"),
        (NOVAS, "Halvor speaker Nova x3 new", "80"),
        ("drill Nova@90; drill Nova kit 2 pcs@230", "2x Halvor drill Nova", "190"),
        ("TV Lyra, HL100@50; TV Lyra Box 3, HB3@200", "3x Halvor TV Lyra HL100", "160"),
        ("backpack Trail@20; backpack Trail Pack 5@130", "5x Halvor backpack Trail", "105"),
        ("toothbrush Nova@90; toothbrush Nova 2 refills@230", "2x Halvor toothbrush Nova", "190"),
        ("knife Nero@50; knife Nera set of 2@150", "2x Halvor knife Nero", "110"),
    ],
)
def test_no_fair_price_is_a_violation_beside_packs(goods: str, title: str, price: str) -> None:
    assert severity(goods, title, price) < VIOLATION


@pytest.mark.parametrize(
    ("goods", "title", "price"),
    [
        ("tumbler Lago, LG400@100; tumbler Lago pack of 2@180", "2x Halvor tumbler Lago LG400", "90"),
        ("tumbler Lago, LG400@100; tumbler Lago pack of 2@180", "Halvor tumbler Lago pack of 2", "90"),
        ("mug Lago, LG10@100; mug Lago pack of 2", "2x Halvor mug Lago LG10", "20"),
        ("wireless earbuds Lyra@50; wireless earbuds Lyra X2@150", "Halvor wireless earbuds Lyra X2", "100"),
        ("wireless earbuds Lyra@250; wireless earbuds Lyra X3@150", "2x Halvor wireless earbuds Lyra X3", "140"),
        (RACKS, "2x Halvor shoe rack oak 12 pairs", "36"),
        (RACKS, "2x Halvor shoe rack oak", "70"),
        ("speaker X3@80", "Halvor speaker X3 new", "40"),
    ],
)
def test_a_price_below_the_floor_stays_one_beside_packs(goods: str, title: str, price: str) -> None:
    assert severity(goods, title, price) >= VIOLATION
