"""A product is known by the name of its line, in any language; beside a number in `model` by the kind of goods too."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.products.line_names import line_names
from monitor.records import listing_from_record

NAMES = [
    "Pakkara Fjell 20 Hinterradtasche wasserdicht 20 L",
    "Pakkara Fjell 40 Hinterradtaschen-Paar 2 x 20 L",
    "Pakkara Ramo 4 Rahmentasche",
    "Pakkara Bag 30 waterproof",
    "Pakkara Leinen 40 Grad Waschmittel",
    "Pakkara Sorrel 30 Kapseln",
    "Pakkara Tarn 5 l Wasserkessel",
    "Pakkara Vedra 7 Zelt grün",
    "Pakkara Vedra 7 Zelt rot",
    "Rucksack Orla 8",
]
PRODUCTS = [Product(sku=f"P{number}", name=name) for number, name in enumerate(NAMES)]
MATCHER = Matcher(PRODUCTS, marks=("Pakkara",))


def test_a_line_is_a_word_and_a_number_behind_the_mark_that_one_name_alone_has() -> None:
    found = dict(zip(NAMES, line_names(PRODUCTS, ("Pakkara",)), strict=True))
    assert [line for line in found.values() if line] == ["fjell 20", "fjell 40", "ramo 4"]


def test_a_model_number_in_the_name_itself_leaves_no_line_and_one_beside_it_does() -> None:
    numbered = [Product(sku="1", name=NAMES[0], model="F20-S"), Product(sku="2", name="Pakkara Orla 8 Rucksack PK4711")]
    assert line_names(numbered, ("Pakkara",)) == ("fjell 20", "")
    assert line_names([Product(sku="3", name=NAMES[0], model="Fjell 20")], ("Pakkara",)) == ("",)


NUMBERED = Matcher(
    [
        Product(sku="G64", name="Pakkara Corrie 64 electric coffee grinder", model="PKE64"),
        Product(sku="G43", name="Pakkara Skua 43 hand coffee grinder", model="PKM43"),
        Product(sku="K09", name="Pakkara Skerry 9 electric kettle", model="PKK09"),
        Product(sku="G38", name="Pakkara Mora 38 hand coffee grinder", model="PKM38"),
        Product(sku="B38", name="Pakkara replacement burr set for Mora 38", model="PKB38"),
    ],
    marks=("Pakkara",),
)


@pytest.mark.parametrize(
    ("title", "outcome", "sku"),
    [
        ("Pakkara Corrie 64 elektrische Kaffeemühle", Outcome.MATCH, "G64"),
        ("Pakkara Corrie 64 moulin à café électrique", Outcome.MATCH, "G64"),
        ("Pakkara Skerry 9 bouilloire électrique", Outcome.MATCH, "K09"),
        ("Pakkara Corrie 64 Kaffeemühle PK-E64", Outcome.MATCH, "G64"),
        # Another model number contradicts, of whatever shape it is.
        ("Pakkara Corrie 64 Kaffeemühle PKE65", Outcome.NONE, ""),
        ("Pakkara Corrie 64 Kaffeemühle XR77120", Outcome.NONE, ""),
        ("Pakkara Corrie 65 Kaffeemühle", Outcome.NONE, ""),
        # Parts and other goods of the line, known to a list or not.
        ("Pakkara Corrie 64 Kaffeemühle Mahlscheiben", Outcome.REVIEW, "G64"),
        ("Pakkara Corrie 64 Mahlscheiben", Outcome.REVIEW, "G64"),
        ("Pakkara Corrie 64 Trichter", Outcome.REVIEW, "G64"),
        ("Pakkara Corrie 64 Kurbel", Outcome.REVIEW, "G64"),
        ("Pakkara Corrie 64 mm Mahlwerk", Outcome.REVIEW, "G64"),
        ("Pakkara Corrie 64 Wasserkocher", Outcome.REVIEW, "G64"),
        ("Pakkara Skua 43 Reinigungspinsel", Outcome.REVIEW, "G43"),
        ("Mahlscheiben für Pakkara Corrie 64 Kaffeemühle", Outcome.NONE, ""),
        ("Corrie 64 Kaffeemühle", Outcome.REVIEW, "G64"),
        # Two products bear the name of this line.
        ("Pakkara Mora 38 Kaffeemühle", Outcome.NONE, ""),
    ],
)
def test_a_line_beside_a_model_number_counts_where_the_title_says_the_kind(
    title: str, outcome: Outcome, sku: str
) -> None:
    found = NUMBERED.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert (found.outcome, found.sku) == (outcome, sku), found.why


@pytest.mark.parametrize(
    ("title", "sku"),
    [
        ("Pakkara Fjell 20 Rear Pannier Waterproof 20 L", "P0"),
        ("Alforja Pakkara Fjell 20 nueva original", "P0"),
        ("Sakwa rowerowa Pakkara Fjell-20 nowa", "P0"),
        ("Pakkara Fjell 20, 20 L Hinterradtasche", "P0"),
        ("Pakkara Fjell 20 - 20 Liter Hinterradtasche", "P0"),
        ("Pakkara Ramo 4 sacoche de cadre vélo", "P2"),
        ("Pakkara Ramo 4 frame bag with strap", "P2"),
        ("Pakkara Fjell 20 Hinterradtasche wasserdicht 20 L schwarz NEU", "P0"),
        ("Pakkara Fjell 20 1,5 kg Hinterradtasche", "P0"),
        ("Pakkara Fjell 20, 1.5kg, bag for the rear wheel", "P0"),
        ("Pakkara Fjell 20 100% wasserdicht Hinterradtasche", "P0"),
        ("Pakkara Fjell 20 Rear Pannier waterproof", "P0"),
    ],
)
def test_the_line_beside_the_mark_is_a_match_in_any_language(title: str, sku: str) -> None:
    found = MATCHER.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert (found.outcome, found.sku) == (Outcome.MATCH, sku), found.why


@pytest.mark.parametrize(
    "title",
    [
        "Fjell 20 Rear Pannier",
        "Torvik Fjell 20 Rear Pannier",
        "Pakkara Fjell 30 Rear Pannier",
        "Pakkara Fjell 20 Pro Rear Pannier",
        "Pakkara Fjell 20 Touch Hinterradtasche wasserdicht",
        "Pakkara Fjell 20 Fjell 40 panniers",
        "Rain cover for Pakkara Fjell 20",
        "Schultergurt passend für Pakkara Fjell 20",
        "Pakkara Bag 30 L",
        "Pakkara Vedra 7 tent",
        "Pakkara Fjell 20/30 Rear Pannier",
        "Pakkara Fjell 20-30 L Rear Pannier",
        "Pakkara Fjell 20 / 25 L",
        "Pakkara Fjell 20, 30, 40",
        "Pakkara Fjell 20 und 30",
        "Pakkara Fjell 20 30 50 Rear Pannier",
        "Pakkara Fjell 20 Fjell 50 panniers",
        "Pakkara Fjell 20.5 Rear Pannier",
        "Pakkara Fjell 20 2.0 Rear Pannier",
        "Pakkara Fjell 20 30-Serie Hinterradtasche",
        "Pakkara Fjell 20 40-l Rear Pannier",
        "Pakkara Fjell 30 100% waterproof",
        "Pakkara Bag 20 waterproof Fjell",
        "Replacement buckle Pakkara Ramo 4 bag",
        "Pakkara Ramo 4 bag strap",
        "Pakkara Ramo 4 Schnalle",
        "Hook Pakkara Ramo 4",
        "Pakkara Ramo 4 rain cover",
        "Pakkara Ramo 4 Regenhülle",
        "Trageriemen Pakkara Ramo 4",
        "Reparaturset Pakkara Ramo 4",
        "Pakkara Ramo 4 Reißverschluss",
    ],
)
def test_a_line_without_the_mark_of_another_number_or_for_other_goods_is_none(title: str) -> None:
    found = MATCHER.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert found.outcome is not Outcome.MATCH, found.why
