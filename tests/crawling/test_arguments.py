import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.crawling.arguments import NAMES, Arguments, Render, read_arguments
from monitor.errors import ConfigurationError


def read(**raw: str) -> Arguments:
    return read_arguments(raw, spider="shop", unused={"query": "its sites search each in a way of their own"})


def test_all_arguments_are_read() -> None:
    found = read(url=" https://shop.example/ ", brand="aurelia, borealis", pages="3", items="7", render="1", seller="s")
    assert found == Arguments(
        url="https://shop.example/",
        brand=("aurelia", "borealis"),
        pages=3,
        items=7,
        render=Render.ALWAYS,
        seller="s",
    )


def test_blank_counts_as_not_given() -> None:
    assert read(url="", pages=" ", render="") == Arguments()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"ulr": "x"}, "-a ulr=…: shop has no such argument; known are: url, seller, brand, pages, items, render"),
        ({"query": "x"}, "-a query=…: shop has no use for it: its sites search each in a way of their own"),
        ({"url": "shop.example"}, "this is no web address; give one such as https://shop.example/"),
        ({"url": "file:///etc/passwd"}, "this is no web address"),
        ({"url": "https://"}, "this is no web address"),
        ({"url": "https://me:secret@shop.example/"}, "leave the user name and password out"),
        ({"url": "https://shop.example/" + "x" * 3000}, "too long for an address"),
        ({"pages": "0"}, "-a pages=0: give a whole number of 1 or more"),
        ({"pages": "-1"}, "give a whole number of 1 or more"),
        ({"pages": "many"}, "give a whole number of 1 or more"),
        ({"pages": "9999999999"}, "give a whole number"),
        ({"items": "1.5"}, "-a items=1.5: give a whole number of 0 or more"),
        ({"render": "maybe"}, "-a render=maybe: give 1 (always), 0 (never) or auto"),
        ({"seller": "x" * 201}, "201 characters are too many"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(raw: dict[str, str], says: str) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        read(**raw)
    assert says in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert "secret" not in str(wrong.value)


@given(st.sampled_from(NAMES), st.text())
def test_wild_values_are_read_or_refused(name: str, value: str) -> None:
    with contextlib.suppress(ConfigurationError):
        read_arguments({name: value}, spider="shop")
