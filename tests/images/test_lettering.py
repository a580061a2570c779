"""What of a logo's lines is the brand."""

import pytest

from monitor.brands import Asset, Brand, Trademark
from monitor.images.lettering import own_lines, own_words
from monitor.records import Line

MARKS = tuple(Trademark(text=text) for text in ("AURELIA", "North Lantern", "QVX", "Orchard"))


def brand(*words: str) -> Brand:
    logo = Asset(
        name="logos/a.png", content=b"", lines=tuple(Line(text=text, box=(0, 0, 1, 1), confidence=1) for text in words)
    )
    return Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, logos=(logo,))


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (("AURELIA",), ("AURELIA",)),
        # A slogan, a place and a year are not the brand.
        (("AURELIA", "Geneva", "since 1888"), ("AURELIA",)),
        (("Geneva",), ()),
        (("NORTH", "LANTERN"), ("NORTH LANTERN",)),
        (("AURE",), ("AURE",)),
        (("AU",), ()),
        ((), ()),
    ],
)
def test_what_of_a_logo_is_the_brand(words: tuple[str, ...], own: tuple[str, ...]) -> None:
    assert own_words(brand(*words).logos[0], ("Aurelia", "North Lantern")) == own


def test_a_stacked_name_is_one_line() -> None:
    (logo,) = own_lines(brand("NORTH", "LANTERN"))
    assert logo.words == ("NORTH LANTERN",)
    (logo,) = own_lines(brand("AURELIA", "Geneva"))
    assert logo.words == ("AURELIA",)
