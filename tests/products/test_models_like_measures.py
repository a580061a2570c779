"""A model of the catalogue that looks like a lens opening, a thread or a voltage is read beside its maker's name."""

import pytest

from monitor.brands import Product
from monitor.products import Match, Matcher, Outcome
from monitor.records import Listing

WATCH, DRILL, LENS = "Norvik Fjord 42 diving watch", "Norvik Thor cordless drill", "Norvik portrait lens 50 mm"


def match(name: str, model: str, title: str, brand: str = "Norvik") -> Match:
    product = Product(sku="P", name=name, brand=brand, model=model)
    other = Product(sku="Q", name="Norvik garden chair", brand="Norvik")
    listing = Listing(marketplace="m", url="https://m.example/1", title=title)
    return Matcher((product, other), marks=("Norvik",)).match(listing)


@pytest.mark.parametrize(
    "model",
    [
        "F42D",
        "F42",
        "F42A",
        "F38D",
        "F40D",
        "T42D",
        "D42F",
        "F2",
        "F2.8",
        "F/42",
        "F-42",
        "B12V",
        "M8",
        "S20",
        "K2",
        "XL5",
        "4K1",
        "IP67",
        "A4",
        "DIN912",
        "E27",
        "T5",
        "2ND",
        "20L",
        "12V",
        "500W",
        "42MM",
        "8MP",
        "64GB",
        "1000LM",
        "500ML",
    ],
)
def test_a_model_of_the_catalogue_wins_over_what_it_looks_like(model: str) -> None:
    found = match(WATCH, model, f"Norvik Fjord 42 Montre de plongée {model}")
    assert (found.outcome, found.sku) == (Outcome.MATCH, "P"), found.why


@pytest.mark.parametrize(
    ("name", "model", "title"),
    [
        (WATCH, "F42", "Norvik F42"),
        (WATCH, "F42", "Norvik Fjord F-42"),
        (WATCH, "F-42", "Norvik Fjord F42"),
        (WATCH, "F42", "F42 Norvik Fjord Taucheruhr"),
        (WATCH, "F42D", "Norvik F42D"),
        (WATCH, "F42", "Norvik Fjord 42 reloj de buceo F42"),
        (WATCH, "F42", "Norvik Fjord 42 orologio subacqueo F42"),
        (WATCH, "F42", "Norvik Fjord 42 relógio de mergulho F42"),
        (LENS, "F18", "Norvik portrait lens F18"),
        (DRILL, "M8", "Norvik Drill M8"),
        (DRILL, "12V", "Norvik Thor Drill 12V"),
    ],
)
def test_match(name: str, model: str, title: str) -> None:
    found = match(name, model, title)
    assert (found.outcome, found.sku) == (Outcome.MATCH, "P"), found.why


@pytest.mark.parametrize(
    ("name", "model", "title"),
    [
        (LENS, "F18", "Torvik lens 50mm f/1.8"),
        (LENS, "F18", "Torvik 50mm f/1.8 lens for Norvik"),
        (LENS, "F18", "Norvik Linse 35mm f/1.8"),
        (LENS, "F18", "Norvik lens 50mm F1.8"),
        (LENS, "F14D", "Norvik lens 50mm f/1.4D"),
        (LENS, "F14D", "Torvik lens F14D"),
        (WATCH, "F42D", "Torvik lens F42D"),
        (WATCH, "F42", "Fjord F42"),
        (WATCH, "F42", "Torvik Fjord F42"),
        (WATCH, "F42", "Norvik Angelrolle F42"),
        (WATCH, "F42", "Norvik Fjord F42 Armband"),
        (WATCH, "F42", "Norvik Fjord F42 Zifferblatt"),
        (WATCH, "F42", "Norvik Fjord F42 F44"),
        (WATCH, "F42", "Norvik Fjord F44"),
        (DRILL, "M8", "Norvik M8"),
        (DRILL, "M8", "Norvik Schrauben M8"),
        (DRILL, "M8", "Norvik cordless drill M6"),
        (DRILL, "M8", "Norvik cordless drill M8 bits"),
        (DRILL, "12V", "Norvik 12V"),
        (DRILL, "12V", "Norvik Drill 12V"),
        (DRILL, "12V", "Norvik Thor Drill 12V pump"),
        (DRILL, "500W", "Norvik Staubsauger 500W"),
    ],
)
def test_what_it_looks_like_is_no_match_beside_other_words(name: str, model: str, title: str) -> None:
    found = match(name, model, title)
    assert found.outcome is not Outcome.MATCH, found.why
