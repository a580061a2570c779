"""Words of selling stand in one place, and are read where a product is told from its variants and from its parts."""

from itertools import combinations

import pytest

from monitor.products.data import data
from monitor.products.explained import unexplained as may_be_other_goods
from monitor.products.texts import take_apart
from monitor.products.variants import unexplained as may_be_another_product

TABLES = {
    "selling": data("selling.toml")["selling"].values(),
    "neutral": data("neutral.toml")["neutral"].values(),
    "trade": [data("variants.toml")["trade"]["words"]],
}


@pytest.mark.parametrize(("one", "other"), list(combinations(TABLES, 2)))
def test_no_word_stands_in_two_tables(one: str, other: str) -> None:
    first, second = ({word.strip("~") for row in TABLES[name] for word in row.split()} for name in (one, other))
    assert first
    assert second
    assert not first & second


@pytest.mark.parametrize("word", ["sealed", "nagelneu", "livraison", "sigillato", "wysyłka", "全新"])
def test_words_of_selling_make_nothing_else_of_the_product(word: str) -> None:
    name = "Aurelia Lumero electric kettle 1.7 L"
    title = f"Aurelia Lumero {word} electric kettle 1.7 L"
    assert not may_be_another_product(take_apart(title), take_apart(name), frozenset({"aurelia"}))
    assert not may_be_other_goods(f"{title} KT170B {word}", name, ["Aurelia", "KT170B"])
