"""Classes of goods: each has its words in every language, and what is joined by "+" is one product or is not."""

import tomllib
from importlib import resources

import pytest

from monitor.products.packs import pack_in

LANGUAGES = 12


@pytest.mark.parametrize("file", ["goods.toml", "called.toml", "own_kinds.toml", "part_nouns.toml", "uses.toml"])
def test_each_class_of_goods_has_words_in_every_language(file: str) -> None:
    table = tomllib.loads(resources.files("monitor.products").joinpath(file).read_text("utf-8"))
    cells = {
        f"{kind}.{name}": row.split("|")
        for kind, rows in table.items()
        if kind != "never"
        for name, row in rows.items()
    }
    assert len(cells) > LANGUAGES
    assert not {name for name, row in cells.items() if len(row) != LANGUAGES or not all(cell.strip() for cell in row)}


@pytest.mark.parametrize(
    ("title", "bundle"),
    [
        ("Magnesium + Vitamin B6 tablets", False),
        ("Charger + cable + earphones", True),
        ("Console + cable + charger", True),
        ("Cargador + cable USB-C 20 W", False),
        ("Ноутбук + мышка", True),
        ("Prześcieradło + 2 poszewki", False),
        ("Lampe + 2 poszewki", True),
    ],
)
def test_a_plus_joins_one_product_or_several(title: str, bundle: bool) -> None:
    assert ("a bundle" in pack_in(title).problem) is bundle
