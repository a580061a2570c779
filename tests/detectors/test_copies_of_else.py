"""Words for copies: what makes them a confession, and where a maker, a museum or a craftsman says them honestly."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record

OWN = Path(__file__).parent / "own"
NOTE, ALONE, TOLD, COUNTERFEIT = 20, 45, 60, 90


def _inspector(*brands: tuple[str, tuple[str, ...], tuple[int, ...], tuple[str, ...]]) -> Inspector:
    """Brands by their mark, its other writings, the classes of their goods, and their products."""
    return Inspector(
        [
            Brand(
                slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also, classes=classes),), sellers=(),
                products=tuple(Product(sku=f"S{at}", name=product) for at, product in enumerate(products)),
            )
            for mark, also, classes, products in brands
        ],
        detectors=[TextMatch],
    )  # fmt: skip


FIFTH = _inspector(
    (
        "Shimano", ("シマノ", "禧玛诺", "Шимано"), (12, 28),
        ("Shimano Ultegra R8100 Groupset", "Shimano Deore XT M8100 Derailleur", "Shimano Stella SW Spinning Reel", "Shimano 105 R7120 Groupset"),
    ),
    (
        "Laneige", ("라네즈", "兰芝", "蘭芝"), (3,),
        ("Laneige Lip Sleeping Mask", "Laneige Water Sleeping Mask", "Laneige Neo Cushion", "Laneige Cream Skin Refiner"),
    ),
    (
        "Steiff", (), (28,),
        ("Steiff Charly Teddy Bear", "Steiff Fynn Teddy Bear", "Steiff Classic 1909 Teddy Bear", "Steiff Hoppie Rabbit"),
    ),
    (
        "Ray-Ban", ("RayBan",), (9,),
        ("Ray-Ban Aviator RB3025", "Ray-Ban Wayfarer RB2140", "Ray-Ban Clubmaster RB3016"),
    ),
    (
        "Longchamp", (), (18, 25),
        ("Longchamp Le Pliage Original", "Longchamp Roseau Bag", "Longchamp Le Foulonné Wallet"),
    ),
    (
        "Kelvaro", (), (11, 7),
        ("Kelvaro Duo 2 Espresso Machine", "Kelvaro Piccolo Espresso Machine", "Kelvaro G3 Grinder"),
    ),
    (
        "Nordvik", (), (25, 18),
        ("Nordvik Storm 3L Jacket", "Nordvik Fjord Parka", "Nordvik Trek 2 Trousers"),
    ),
    (
        "Zephyra", (), (3, 11),
        ("Zephyra Ion Hair Dryer", "Zephyra Repair Shampoo", "Zephyra Repair Mask"),
    ),
    (
        "Dove", (), (3,),
        ("Dove Beauty Bar", "Dove Deeply Nourishing Body Wash", "Dove Original Deodorant"),
    ),
    (
        "Lantern", (), (9, 11),
        ("Lantern Glow Night Light", "Lantern Watch 2 Baby Monitor"),
    ),
)  # fmt: skip
SIXTH = _inspector(
    (
        "Velmora", ("维尔莫拉", "ベルモラ"), (14,),
        ("Velmora Chrono 40 watch", "Velmora Diver 300 watch"),
    ),
    (
        "Torvane", ("托万尼",), (9,),
        ("Torvane Q7 wireless headphones", "Torvane Nova bluetooth speaker"),
    ),
    (
        "Kestrin", (), (3,),
        ("Kestrin Day Cream", "Kestrin Night Serum"),
    ),
    (
        "Orlin", (), (28,),
        ("Orlin Steam Locomotive", "Orlin Doll Marie"),
    ),
    (
        "Harbor", (), (18, 25),
        ("Harbor Tote bag", "Harbor Sail Jacket"),
    ),
    (
        "Swan", (), (21,),
        ("Swan Kettle", "Swan Mug"),
    ),
)  # fmt: skip


def flags(inspector: Inspector, title: str, description: str, brand: str = "") -> list[Flag]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "description": description}
    listing = listing_from_record({**record, "brand": brand, "seller_id": "u"})
    observation = Observation(listing=listing, observed_at=datetime(2026, 11, 29, tzinfo=UTC))
    return [flag for one in inspector.inspect(observation, lambda _b, _s: History()) for flag in one.flags]


def worst(inspector: Inspector, title: str, description: str, brand: str = "") -> int:
    return max((flag.severity for flag in flags(inspector, title, description, brand)), default=0)


@pytest.mark.parametrize(
    ("file", "inspector", "told", "fair"), [("fifth", FIFTH, 79, 2), ("sixth", SIXTH, 40, 1), ("seventh", SIXTH, 14, 1)]
)
def test_sellers_of_copies_are_told_and_honest_words_left_alone(
    file: str, inspector: Inspector, told: int, fair: int
) -> None:
    """At least so many guilty texts are told at 60 or more, and at most so many honest ones a suspicion."""
    found = {"fake": 0, "fair": 0}
    for line in (OWN / f"counterfeit_{file}.txt").read_text("utf-8").splitlines():
        verdict, _, text = line.partition(" ")
        title, description, brand = (*text.split(" || "), "")[:3]
        found[verdict] += worst(inspector, title, description, brand) >= (TOLD if verdict == "fake" else ALONE)
    assert found["fake"] >= told
    assert found["fair"] <= fair


@pytest.mark.parametrize(
    ("title", "description", "severity"),
    [
        ("Velmora watch", "Counterfeit, packaging identical", COUNTERFEIT),
        ("Velmora watch", "Fälschung, Verpackung identisch", COUNTERFEIT),
        ("Velmora watch", "Replica, same box", COUNTERFEIT),
        ("Velmora watch", "Replica in the same colour", ALONE),
        ("Velmora watch counterfeit", "Counterfeit, runs well", COUNTERFEIT),  # called so twice
        ("Velmora watch counterfeit", "Runs well", ALONE),
        ("Velmora watch", "Counterfeits look the same", NOTE),  # of others' goods
        ("Velmora watch", "Replica of the famous one, same logo", ALONE),
        ("Velmora watch, replica", "Replica, AAA", COUNTERFEIT),  # a word and a grade
        ("Velmora watch replica", "Runs well, not original", COUNTERFEIT),  # a word, and a confession elsewhere
        ("Velmora watch", "It's a fake Velmora, runs well", COUNTERFEIT),
        ("Velmora watch", "If the date is wrong, it's a fake Velmora", ALONE),
    ],
)
def test_a_word_for_a_copy_with_a_likeness_a_grade_or_a_confession_is_sure(
    title: str, description: str, severity: int
) -> None:
    assert max(f.severity for f in flags(SIXTH, title, description) if f.rule.startswith("counterfeit")) == severity


@pytest.mark.parametrize(
    ("title", "description", "brand", "says"),
    [
        ("Orlin Doll Marie Replica", "Replica of 1931, edition of 2000", "Orlin", "a new edition of an old piece"),
        ("Harbor lighthouse replica", "Replica of the Harbor lighthouse", "", "of what"),
        ("Velmora advertisement replica", "On thick paper", "", "printed matter"),
    ],
)
def test_an_honest_copy_is_a_note_that_says_why(title: str, description: str, brand: str, says: str) -> None:
    (flag,) = (flag for flag in flags(SIXTH, title, description, brand) if flag.rule.startswith("counterfeit"))
    assert (flag.rule, flag.severity) == ("counterfeit_words_aside", NOTE)
    assert says in flag.sentence


@pytest.mark.parametrize(
    ("title", "description", "brand"),
    [
        ("Orlin Doll Marie top replica", "Edition of 1931, limited", "Orlin"),  # praised
        ("Orlin Doll Marie replica", "Limited edition, with certificate", "Orlin"),  # of no year
        ("Harbor tote replica", "Replica of a designer tote", ""),  # the brand's goods
        ("Harbor replica", "Replica of the Harbor Tote", "Harbor"),
        ("Velmora watch counterfeit 1968", "Limited edition", "Velmora"),  # no maker calls his own so
    ],
)
def test_a_copy_of_the_brands_goods_stays_what_it_was(title: str, description: str, brand: str) -> None:
    assert worst(SIXTH, title, description, brand) >= ALONE


@pytest.mark.parametrize(("text", "accused"), [("买到高仿的朋友注意了,我家是正品", False), ("这里可以买到高仿", True)])
def test_a_warning_to_who_bought_a_copy_offers_none(text: str, accused: bool) -> None:
    assert (worst(SIXTH, "Velmora watch", text, "Velmora") >= ALONE) is accused
