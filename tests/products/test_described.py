"""What a description says of the condition of these goods, and what a shop writes anyway."""

from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Product
from monitor.products import net_price
from monitor.products.described import may_be_used
from monitor.records import Listing

ROWS = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("described.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
GRINDER = Product(sku="G", name="Tavelin Mola coffee grinder", model="TVG20")
FACTS = "Tavelin Mola TVG20. Coffee grinder with 15 steps, 230 V. "


def listed(description: str, title: str = "Tavelin Mola coffee grinder TVG20") -> Listing:
    return Listing(
        marketplace="m", url="https://m.example/1", title=title, description=description, price=Decimal(80),
        currency="EUR",
    )  # fmt: skip


def problem(description: str, title: str = "Tavelin Mola coffee grinder TVG20") -> str:
    return net_price(listed(description, title), GRINDER).problem


@pytest.mark.parametrize(("label", "sentence"), ROWS, ids=[row[1] for row in ROWS])
def test_sentences(label: str, sentence: str) -> None:
    for description in (sentence, FACTS + sentence, f"{sentence}\n{FACTS}"):
        assert bool(problem(description)) is (label == "told"), (description, problem(description))
        if label != "told":
            doubt = may_be_used(listed(description))
            assert bool(doubt) is (label == "maybe"), (description, doubt)


def test_the_reason_quotes_the_description() -> None:
    said = problem("Privatverkauf, gebraucht, leichte Kratzer")
    assert (
        said == '"gebraucht" in the description says that the goods are used, so the price is not held against new ones'
    )


def test_a_title_that_says_new_is_believed() -> None:
    assert not problem("Gebraucht, leichte Kratzer.", "Tavelin Mola coffee grinder TVG20 NEU OVP")


def test_all_of_a_shop_s_sentences_together_say_nothing() -> None:
    assert not problem(" ".join(sentence for label, sentence in ROWS if label == "shop"))


@pytest.mark.parametrize("piece", ["used ", "gebraucht, ", "a", "使用", "用过了", "missing ", "the ", " "])
def test_long_descriptions_are_read(piece: str) -> None:
    problem(piece * 20000)


@pytest.mark.parametrize(
    ("end", "graded"),
    [
        ("- very good", True), ("(excellent)", True), ("– gut", True), ("sehr gut", True), ("- muy bueno", True),
        ("| ottimo", True), ("acceptable", True), ("(Good)", True), ("- très bon", True), ("muito bom", True),
        ("- zeer goed", True), ("- bardzo dobry", True), ("非常に良い", True), ("tested: very good", False),
        ("Stiftung Warentest sehr gut", False), ("Note sehr gut", False), ("excellent sound", False), ("good grip", False),
        ("very good coffee in seconds", False), ("feels good", False), ("tut gut", False), ("new - very good", False),
        ("fair trade", False), ("è buono", False), ("bon appétit", False), ("Testurteil: sehr gut", False),
        ("Testsieger - gut", False), ("geprüft: sehr gut", False), ("Stiftung Warentest 2024 sehr gut", False),
        ("Öko-Test (gut)", False), ("tested - very good", True), ("getestet, gut", True), ("Tester - gut", True),
    ],
)  # fmt: skip
def test_a_grade_at_the_end_of_a_title_leaves_a_doubt(end: str, graded: bool) -> None:
    assert bool(may_be_used(listed("", f"Tavelin Mola coffee grinder TVG20 black {end}"))) is graded
