"""A logo is the same logo on whatever ground, and in whatever ink, the brand keeps it."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from detectors._drawings import drawn_photo, jpeg, png
from monitor.brands import Asset
from monitor.images import fingerprint, logo_search, side_by_side
from monitor.images.logo_grounds import as_logo, framed
from monitor.records import Photo

BOLT = [(70, 10), (150, 10), (110, 80), (170, 80), (60, 190), (90, 110), (30, 110)]
SPACE = "xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 200'"
Colour = tuple[int, int, int]


def inked(ink: Colour, ground: Colour | None) -> Image.Image:
    """A bolt in one colour on a ground, or on none."""
    image = Image.new("RGBA", (200, 200), (*ink, 0) if ground is None else (*ground, 255))
    ImageDraw.Draw(image).polygon(BOLT, fill=(*ink, 255))
    return image if ground is None else image.convert("RGB")


def drawing(ink: str) -> bytes:
    points = " ".join(f"{x},{y}" for x, y in BOLT)
    return f"<svg {SPACE}><polygon points='{points}' fill='{ink}'/></svg>".encode()


KEPT = {
    "black on white": png(inked((0, 0, 0), (255, 255, 255))),
    "white on nothing": png(inked((255, 255, 255), None)),
    "pale on nothing": png(inked((228, 228, 228), None)),
    "white drawing": drawing("#fff"),
    "white drawing to its edges": drawing("#fff").replace(b"0 0 200 200", b"30 10 140 180"),
    "white on navy": jpeg(inked((255, 255, 255), (10, 20, 80)), 90),
    "yellow on white": jpeg(inked((250, 220, 40), (255, 255, 255)), 90),
    "white on yellow": png(inked((255, 255, 255), (235, 200, 30))),
}


@pytest.mark.parametrize("content", KEPT.values(), ids=KEPT)
def test_a_logo_is_found_however_the_brand_keeps_it(content: bytes) -> None:
    photo = drawn_photo(7)
    ink = ImageOps.invert(inked((0, 0, 0), (255, 255, 255)).convert("L")).resize((120, 120))
    photo.paste(Image.new("RGB", ink.size, "white"), (200, 120), ink)
    shown = jpeg(photo)
    search = logo_search([("a", Asset(name="a", content=content))])
    assert search.find(Photo(url="", sha256="1", fingerprint=fingerprint(shown)))
    assert not search.find(Photo(url="", sha256="2", fingerprint=fingerprint(jpeg(drawn_photo(7)))))


@pytest.mark.parametrize("content", KEPT.values(), ids=KEPT)
def test_it_is_drawn_dark_on_light_in_full_contrast(content: bytes) -> None:
    drawn = np.asarray(framed(content, 0.25))
    assert drawn[0, 0] > 240
    assert drawn[drawn.shape[0] // 2, drawn.shape[1] // 2] < 80
    assert (drawn[:, :10] > 240).all()


def test_what_stands_on_white_already_is_left_as_it_is() -> None:
    black = inked((0, 0, 0), (255, 255, 255))
    assert np.array_equal(framed(png(black), 0.25), ImageOps.expand(black, 50, "white").convert("L"))
    for content in (png(black), jpeg(black), png(inked((0, 0, 0), None))):
        assert as_logo(content) == content


def test_ink_in_all_corners_is_no_ground() -> None:
    cross = Image.new("RGB", (200, 200), "white")
    pen = ImageDraw.Draw(cross)
    pen.line((0, 0, 199, 199), fill="black", width=40)
    pen.line((0, 199, 199, 0), fill="black", width=40)
    drawn = np.asarray(framed(png(cross), 0.25))
    assert drawn[0, 0] == 255
    assert drawn[150, 150] == 0


def test_nothing_is_made_of_a_picture_that_shows_nothing() -> None:
    noise = np.random.default_rng(1).integers(246, 255, (200, 200, 3), dtype=np.uint8)
    for content in (
        png(Image.fromarray(noise)),
        png(Image.new("RGB", (200, 200), "white")),
        png(Image.new("RGBA", (90, 90))),
    ):
        assert np.ptp(np.asarray(framed(content, 0.25))) < 24


def test_a_white_logo_is_seen_beside_the_photo() -> None:
    made = side_by_side(jpeg(drawn_photo(1)), KEPT["white on nothing"])
    shown = np.asarray(Image.open(io.BytesIO(made)).convert("L"))
    assert shown[60, 560] == 0  # a corner of the brand's own


def test_a_white_word_mark_can_be_read() -> None:
    word = Image.new("RGBA", (300, 90), (255, 255, 255, 0))
    ImageDraw.Draw(word).text((150, 45), "Aurelia", fill="white", font=ImageFont.load_default(60), anchor="mm")
    assert np.ptp(np.asarray(Image.open(io.BytesIO(as_logo(png(word)))).convert("L"))) == 255
