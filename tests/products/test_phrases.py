"""Phrases are found wherever the plain pattern finds them, and kinds of words exclude each other."""

import re
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.products.counting import CONTAINERS, EXTRAS, GOODS, PARTS
from monitor.products.phrases import phrases, top_level

ROW = r"used | ~[|(]x* | (?:a|\bb)c* | ~\|d* | old(?! (?:gold|rose)) | us*e | 箱"
PATTERN = r"\bused\b|[|(]x|\b(?:a|\bb)c|\|d|\bold(?! (?:gold|rose))\b|\bus*e\b|箱"


def test_alternatives_in_brackets_stay_together() -> None:
    assert top_level(PATTERN) == [
        *(r"\bused\b", "[|(]x", r"\b(?:a|\bb)c", r"\|d", r"\bold(?! (?:gold|rose))\b", r"\bus*e\b", "箱")
    ]


@given(st.text(alphabet="usedold gcab|(x箱", max_size=40))
def test_the_same_places_are_found(text: str) -> None:
    found = sorted(found.span() for found in phrases(ROW).finditer(text))
    assert found == [found.span() for found in re.finditer(PATTERN, text)]


@pytest.mark.parametrize("others", [CONTAINERS, GOODS, EXTRAS])
def test_no_part_of_one_thing_is_sold_singly(others: object) -> None:
    assert isinstance(others, type(PARTS))
    assert not PARTS.words & others.words


@pytest.mark.parametrize("name", ["condition.toml", "uncertain.toml", "offers.toml"])
def test_open_ends_are_written_in_one_way(name: str) -> None:
    text = resources.files("monitor.products").joinpath(name).read_text("utf-8")
    listed = [one.strip() for rows in tomllib.loads(text).values() for row in rows.values() for one in top_level(row)]
    assert not [one for one in listed if not one or one.endswith((r"\w*", " *"))]
