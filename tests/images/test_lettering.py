"""Logos that are words, found by what was read in a photo."""

import pytest

from monitor.brands import Asset, Brand, Trademark
from monitor.images.lettering import Letterings, own_words
from monitor.marks.pictured import is_common
from monitor.records import Fingerprint, Line, Photo, Words

MARKS = tuple(Trademark(text=text) for text in ("AURELIA", "North Lantern", "QVX", "Orchard"))


def brand(*words: str) -> Brand:
    logo = Asset(
        name="logos/a.png", content=b"", lines=tuple(Line(text=text, box=(0, 0, 1, 1), confidence=1) for text in words)
    )
    return Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, logos=(logo,))


def photo(*lines: tuple[str, float]) -> Photo:
    read = tuple(
        Line(text=text, box=(0.25, n / 10, 0.75, n / 10 + 0.08), confidence=sure)
        for n, (text, sure) in enumerate(lines)
    )
    print_ = Fingerprint(version=1, width=400, height=200)
    return Photo(url="1.jpg", sha256="1", fingerprint=print_, words=Words(version=1, lines=read))


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


@pytest.mark.parametrize(
    ("logo", "lines", "found"),
    [
        ("AURELIA", [("AURELIA", 0.9)], True),
        ("AURELIA", [("the new Aurelia watch", 0.9)], True),
        # One letter was covered, or misread.
        ("AURELIA", [("URELIA", 0.9)], True),
        ("AURELIA", [("AURE1IA", 0.9)], True),
        ("AURELIA", [("AURORA", 0.99)], False),
        ("AURELIA", [("AURELIA", 0.7)], False),
        ("North Lantern", [("NORTH", 0.99), ("LANTERN", 0.99)], True),
        ("North Lantern", [("NORTH", 0.99)], False),
        # A short word, or one of everyday language, stands alone, in its own case.
        ("QVX", [("QVX", 0.99)], True),
        ("QVX", [("QVX 5", 0.99)], False),
        ("QVX", [("QVX", 0.9)], False),
        ("Orchard", [("Orchard", 0.99)], True),
        ("Orchard", [("orchard", 0.99)], False),
        ("Orchard", [("fresh from the Orchard", 0.99)], False),
        ("AURELIA", [], False),
    ],
)
def test_a_logo_is_known_by_its_letters(logo: str, lines: list[tuple[str, float]], *, found: bool) -> None:
    sights = Letterings([brand(logo)], is_common).find(photo(*lines))
    assert [(sight.brand, sight.asset) for sight in sights] == ([("aurelia", "logos/a.png")] if found else [])
    for sight in sights:
        assert sight.box[0] == 100
        assert sight.box[2] == 300
        assert sight.how.startswith('it reads "')


def test_a_photo_that_was_not_read_shows_no_letters() -> None:
    search = Letterings([brand("AURELIA")], is_common)
    assert search.find(Photo(url="x", problem="is empty")) == ()
    assert search.find(Photo(url="x", sha256="x", fingerprint=Fingerprint(version=1, width=9, height=9))) == ()


def test_hostile_lines_cost_little() -> None:
    lines = [("aurel " * 80, 0.99)] * 300
    assert Letterings([brand("AURELIA")] * 50, is_common).find(photo(*lines)) == ()
