"""What goods are called in other languages makes no part of them, and a part named by its whole stays one."""

from decimal import Decimal
from functools import cache
from itertools import cycle

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products.kinds import kinds_in
from tests.products.reads import severity

VIOLATION = 60
DEEP, NEAR = "180", "270"
CALLED = {
    "GR38M": (
        "Kaldrun Mora hand coffee grinder",
        "Handmühle | Handkaffeemühle | Espressomühle | macinino da caffè | molino de café | handkoffiemolen",
    ),
    "KE09X": (
        "Kaldrun Falk gooseneck kettle 0.9 l",
        "Schwanenhalskessel | Wasserkessel | bouilloire col de cygne | bollitore a collo di cigno | fluitketel",
    ),
    "KE12X": (
        "Kaldrun Falk kettle 1.2 l",
        "Teekessel | bouilloire électrique à col de cygne | hervidor de cuello de cisne",
    ),
    "WA40B": ("Kaldrun Meri automatic watch", "Fliegeruhr | Damenuhren | herenhorloge"),
    "SH55W": ("Kaldrun Trail hiking shoe", "Trekkingschuh | scarponi | wandelschoenen | mocasines"),
    "BA45T": ("Kaldrun Strada shoulder bag", "Schultertasche | sacoche | borsone | sporttas"),
    "SU70C": ("Kaldrun Reise suitcase", "Hartschalenkoffer | valises | maletas | handbagagekoffer"),
    "WL12L": ("Kaldrun Conto wallet", "Geldbörsen | portafogli | portemonnees"),
    "JA77M": ("Kaldrun Alpin jacket", "Wintermantel | doudoune | chubasquero | giacche | winterjas"),
    "LM22D": ("Kaldrun Luce lamp", "Hängelampe | lampadaire | plafoniera | vloerlamp"),
    "PN28G": ("Kaldrun Ferro frying pan", "Grillpfanne | padelle | sartenes | hapjespan"),
    "BO75S": ("Kaldrun Hydro bottle", "Isolierflasche | borracce | drinkbus"),
    "BI29R": ("Kaldrun Roda bicycle", "Trekkingrad | vélos | biciclette | bicicletas"),
    "TE04P": ("Kaldrun Kuppel tent", "Familienzelt | tentes | koepeltent"),
    "GU06A": ("Kaldrun Corda guitar", "Westerngitarre | basgitaar"),
    "CH88B": ("Kaldrun Gloria chair", "Bürostuhl | fauteuils | sillas | sedie | bureaustoel"),
    "TB16E": ("Kaldrun Piano desk", "Couchtisch | escritorios | tavoli | eettafel"),
    "MA90K": ("Kaldrun Notte mattress", "Kaltschaummatratze | colchones | materassi | matrassen"),
    "PI40N": ("Kaldrun Nuca pillow", "Nackenkissen | oreillers | guanciali | almohadas"),
    "SO30F": ("Kaldrun Sera sofa", "Schlafcouch | canapé-lit | divani | hoekbank"),
    "ST41N": ("Kaldrun Nido stroller", "Kombikinderwagen | poussettes | passeggini | wandelwagen"),
    "GB57H": ("Kaldrun Brasa barbecue grill", "Holzkohlegrill | Kugelgrill | houtskoolbarbecue"),
    "TO10L": ("Kaldrun Lux torch", "linternas | torce | zaklampen"),
    "RU32L": ("Kaldrun Trek backpack", "sac à dos | rugzakken"),
    "CO15K": ("Kaldrun Mocca espresso machine", "Espressomaschine"),
    "VC900": ("Kaldrun Cyclo 900", "Staubsauger"),
}
TITLES = [f"Kaldrun {model} {title}" for model, (_, said) in CALLED.items() for title in said.split(" | ")]


@cache
def inspector() -> Inspector:
    products = tuple(
        Product(sku=f"S-{model}", name=name, model=model, currency="EUR", floor_price=Decimal(300))
        for model, (name, _) in CALLED.items()
    )
    own = Brand(slug="kaldrun", name="Kaldrun", trademarks=(Trademark(text="KALDRUN"),), products=products)
    return Inspector([own], detectors=[LowPrice])


def test_the_everyday_names_of_goods_are_no_parts() -> None:
    assert len(TITLES) > 80
    assert not [title for title in TITLES if severity(inspector(), title, DEEP) < VIOLATION]


@pytest.mark.parametrize("price", [DEEP, NEAR])
def test_a_part_behind_such_a_name_is_one(price: str) -> None:
    named = [f"{title} {part}" for title, part in zip(TITLES, cycle(("Kurbel", "Ersatzteil", "zwengel")), strict=False)]
    assert not [title for title in named if severity(inspector(), title, price) >= VIOLATION]


@pytest.mark.parametrize(
    "title",
    [
        "Kaldrun KE09X Kessel",
        "Kaldrun KE09X Schwanenhals",
        "Kaldrun KE09X col de cygne",
        "Kaldrun KE09X bec col de cygne",
        "Kaldrun KE09X Deckel Wasserkessel",
        "Kaldrun GR38M Mahlwerk",
        "Kaldrun CO15K Wasserkessel",
        "Kaldrun CO15K Espressomaschine Wasserkessel",
        "Kaldrun VC900 Wasserkessel",
        "Kaldrun CO15K Handmühle",
        "Kaldrun SU70C Rollkofferrollen",
        "Kaldrun CH88B Bürostuhlrollen",
        "Kaldrun ST41N Kombikinderwagenaufsatz",
        "Kaldrun LM22D lampadaire abat-jour",
        "Kaldrun BI29R Sattel",
    ],
)
def test_what_is_no_name_of_the_whole_goods_stays_in_doubt(title: str) -> None:
    assert severity(inspector(), title, DEEP) < VIOLATION


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Handschuhe", "gloves"),
        ("Arbeitshandschuhe", "gloves"),
        ("Werkhandschoenen", "gloves"),
        ("Rollschuhe", "skates"),
        ("Damenlaufschuhe", "shoe"),
        ("Sicherheitsschuhe", "shoe"),
        ("stroller", "stroller"),
        ("controller", "controller"),
        ("Elektroroller", "scooter"),
    ],
)
def test_a_compound_is_of_the_kind_that_its_whole_end_says(word: str, kind: str) -> None:
    assert kinds_in(word) == kinds_in(kind)
