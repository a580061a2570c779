"""What a whole description states of these goods or their price, and what shops write of others."""

from pathlib import Path

import pytest

from monitor.products.described import described, may_be_used
from monitor.products.stated import stated
from monitor.records import Listing

ROWS = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("stated.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
TITLE = "Tavelin Mola coffee grinder TVG20"
FACTS = "The grinder has 15 steps and a steel burr."


def listed(description: str, title: str = TITLE) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title=title, description=description)


def told(description: str, title: str = TITLE) -> str:
    listing = listed(description, title)
    return described(listing) or may_be_used(listing) or stated(listing)


@pytest.mark.parametrize(("label", "description"), ROWS, ids=[row[1] for row in ROWS])
def test_descriptions(label: str, description: str) -> None:
    assert bool(told(description)) is (label == "maybe"), told(description)
    assert bool(told(f"{description}\n{FACTS}")) is (label == "maybe")
    if label == "no":
        assert not told(f"{FACTS} {description}"), told(f"{FACTS} {description}")


def test_a_shop_s_sentences_together_state_nothing() -> None:
    assert not told(" ".join(description for label, description in ROWS if label == "no"))


def test_the_reason_quotes_the_description() -> None:
    said = '"faulty" in the description may say that the goods do not work, so that a person has to look'
    assert stated(listed("Grinder is faulty, motor hums only.")) == said


def test_a_title_that_says_new_is_believed_of_the_goods_and_not_of_the_price() -> None:
    assert not told("Renewed by Tavelin.", f"{TITLE} brand new")
    assert told("Price plus VAT.", f"{TITLE} brand new")


@pytest.mark.parametrize("piece", ["only the ", "not working ", "price ", "a", "翻新", "the box is opened, ", " "])
def test_long_descriptions_are_read(piece: str) -> None:
    stated(listed(piece * 20000))
