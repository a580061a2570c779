"""A find becomes one picture: the photo with the place in a red frame, the place enlarged, the asset, and the words."""

import io
import itertools

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFont

from detectors._drawings import drawn_logo, drawn_photo, jpeg, png
from monitor.images import ImageProblem, side_by_side
from monitor.images.side_by_side import LETTERS, plain

PHOTO, LOGO = png(drawn_photo(4, (960, 720))), png(drawn_logo(1))
RED = np.array((214, 28, 28))


def pixels(content: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


def frame(content: bytes) -> tuple[int, int, int, int]:
    """Where the red lies in the first panel, whose top left corner is at 16, 34."""
    rows, columns = np.nonzero((pixels(content)[:, : 16 + 480] == RED).all(axis=2))
    return int(columns.min()) - 16, int(rows.min()) - 34, int(columns.max()) - 16, int(rows.max()) - 34


def test_the_frame_lies_around_the_place() -> None:
    made = side_by_side(png(Image.new("RGB", (960, 720), "gray")), LOGO, box=(200, 100, 300, 200))
    assert frame(made) == pytest.approx((100, 50, 150, 100), abs=4)


def test_a_turned_photo_is_shown_upright_with_its_place() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (960, 720), "gray").save(out, "JPEG", exif=exif)
    assert frame(side_by_side(out.getvalue(), LOGO, box=(0, 0, 720, 480))) == pytest.approx((0, 0, 360, 240), abs=4)


@pytest.mark.parametrize(
    ("box", "panels"),
    [
        (None, 2),
        ((0, 0, 960, 720), 2),
        ((100, 100, 160, 160), 3),
        ((0, 0, 1, 1), 3),
        ((959, 719, 960, 720), 3),
        ((50, 50, 50, 90), 2),
        ((-900, -900, 90, 90), 3),
        ((5_000, 5_000, 9_000, 9_000), 2),
        ((90, 90, 20, 20), 2),
    ],
)
def test_a_small_place_is_enlarged_and_one_that_holds_nothing_is_left_out(
    box: tuple[int, int, int, int] | None, panels: int
) -> None:
    assert pixels(side_by_side(PHOTO, LOGO, box=box)).shape[1] == 16 + panels * 496


@pytest.mark.parametrize(
    "said", ["", "cropped to 40 % of it", "x" * 5_000, "word " * 5_000, "\0\x1b[31m\u202e", "标志 лого", "a\nb\tc"]
)
def test_any_words_are_drawn_in_bounded_space(said: str) -> None:
    made = pixels(side_by_side(PHOTO, LOGO, box=(0, 0, 90, 90), name=said, said=said))
    assert made.shape[0] < 650
    assert (made[518:] < 128).any() == bool(said.strip("\0"))


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Citroën, no drawing’s “like” it – 40 %", 'Citroen, no drawing\'s "like" it - 40 %'),
        ("ÅNGSTRÖM straße Łódź søster", "ANGSTROM strasse Lodz soster"),
        ("标志 AURELIA", "?? AURELIA"),
        ("a…b½", "a...b1/2"),
        ("a\nb\0c", "a b c"),
    ],
)
def test_a_letter_that_the_font_has_not_is_no_box(said: str, shown: str) -> None:
    font = ImageFont.load_default(LETTERS)
    box = bytes(font.getmask("\uffff"))
    assert plain(said) == shown
    assert all(bytes(font.getmask(letter)) != box for letter in plain(said))


def test_words_lie_beside_no_picture_of_the_brand() -> None:
    made = side_by_side(PHOTO, None, box=(100, 100, 160, 160), said="it reads AURELIA")
    assert pixels(made).shape[1] == 16 + 2 * 496


def test_the_same_find_gives_the_same_bytes_and_another_gives_others() -> None:
    ways = [
        side_by_side(photo, asset, box=box, name=name, said=said)
        for photo, asset, box, name, said in (
            (PHOTO, LOGO, (1, 2, 90, 90), "logos/a.png", "mirrored"),
            (PHOTO, LOGO, (1, 2, 90, 90), "logos/a.png", "mirrored"),
            (PHOTO, LOGO, (1, 2, 90, 90), "logos/a.png", "inverted"),
            (PHOTO, LOGO, (1, 2, 90, 90), "logos/b.png", "mirrored"),
            (PHOTO, LOGO, (1, 2, 200, 90), "logos/a.png", "mirrored"),
            (PHOTO, png(drawn_logo(2)), (1, 2, 90, 90), "logos/a.png", "mirrored"),
            (jpeg(drawn_photo(7)), LOGO, (1, 2, 90, 90), "logos/a.png", "mirrored"),
        )
    ]
    assert ways[0] == ways[1]
    assert all(a != b for a, b in itertools.combinations(ways[1:], 2))


@pytest.mark.parametrize("size", [(8, 3_000), (3_000, 8), (8, 8), (4_000, 3_000)])
def test_any_shape_of_photo_fits(size: tuple[int, int]) -> None:
    made = pixels(side_by_side(png(Image.new("RGB", size, "navy")), LOGO, box=(0, 0, 4, 4)))
    assert made.shape[0] < 650


@pytest.mark.parametrize(("photo", "asset"), [(b"<html>", LOGO), (PHOTO, b""), (PHOTO[:200], LOGO)])
def test_what_cannot_be_read_is_told(photo: bytes, asset: bytes) -> None:
    with pytest.raises(ImageProblem):
        side_by_side(photo, asset)
