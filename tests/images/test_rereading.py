"""A logo that its drawing leaves in doubt is decided by its word, read once more at its own place."""

import importlib.util
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from detectors._drawings import drawn_photo, jpeg, png
from monitor.brands import Asset, Brand, Trademark
from monitor.images import Sight, fingerprint, logo_search
from monitor.images.assets import LOGO_MARGIN
from monitor.images.lettering import own_lines, slipped
from monitor.images.rereading import OwnLines, is_nearly
from monitor.records import Line, Photo

reads = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None, reason="needs the extra [ocr]: pip install -e '.[ocr]'"
)
LINE = Line(text="AURELIA", box=(0.05, 0.1, 0.95, 0.9), confidence=0.99)


def mark(text: str) -> Image.Image:
    font = ImageFont.load_default(size=80)
    left, top, right, bottom = (round(edge) for edge in font.getbbox(text))
    image = Image.new("L", (right - left + 20, bottom - top + 20), 255)
    ImageDraw.Draw(image).text((10 - left, 10 - top), text, fill=0, font=font)
    return image


@pytest.mark.parametrize(
    ("text", "word", "nearly"),
    [
        ("AURELIA", "AURELIA", True),
        ("urelia", "AURELIA", True),
        # Two thirds in a row, as where the rest is covered.
        ("AUREL", "AURELIA", True),
        ("RELIA", "AURELIA", True),
        ("AURO", "AURELIA", False),
        ("LIA", "AURELIA", False),
        # One letter in six is misread.
        ("AURFLIA", "AURELIA", True),
        ("AUBFLIA", "AURELIA", False),
        # A short word has no other letter, but for those that are read for each other.
        ("CAT", "CAT", True),
        ("CA", "CAT", True),
        ("CAN", "CAT", False),
        ("C", "CAT", False),
        ("BMV", "BMW", True),
        ("KEA", "IKEA", True),
        ("IDEA", "IKEA", False),
        ("", "CAT", False),
        # A part with a slip is another word.
        ("DENMARK", "TIDEMARK", False),
        ("VETTA", "NORVETTA", False),
        ("NORVE", "NORVETTA", False),
        ("NORWATT", "NORVETTA", False),
    ],
)
def test_how_near_a_word_must_be(text: str, word: str, nearly: bool) -> None:
    assert is_nearly(text, slipped(word)) is nearly


@pytest.mark.parametrize(
    ("text", "sure", "nearly"),
    [
        # Who is sure has not slipped.
        ("CORVETTA", 0.99, False),
        ("NOVETTA", 0.99, False),
        ("NORVETTA", 0.99, True),
        ("ORVETTA", 0.99, True),
        ("N0RVETTA", 0.99, True),
        ("NOPVETTA", 0.85, True),
    ],
)
def test_a_sure_reader_has_not_slipped(text: str, sure: float, nearly: bool) -> None:
    assert is_nearly(text, slipped("NORVETTA"), sure) is nearly


@reads
@pytest.mark.parametrize(
    ("shown", "across", "read"), [("AURELIA", 0, True), ("AURELIA", 150, False), ("BOREALIS", 0, False)]
)
def test_the_word_is_read_where_the_drawing_says(shown: str, across: int, read: bool) -> None:
    own = mark("AURELIA")
    sheet = Image.new("RGB", (640, 480), (60, 90, 120))
    ink = mark(shown).resize((180, 45))
    sheet.paste(Image.new("RGB", ink.size, (240, 240, 230)), (300, 200), Image.eval(ink, lambda value: 255 - value))
    # The drawing is 256 pixels wide, two thirds of which the logo takes.
    size = (256, round(256 / 1.5 * (own.height / own.width + 0.5)))
    grown = 180 / (256 / 1.5)
    margin = 256 / 6
    lead = np.array([[grown, 0, 300 - grown * margin + across], [0, grown, 200 - grown * margin], [0, 0, 1]])
    lines = OwnLines([(Asset(name="a.png", content=b"", lines=(LINE,)), size)])
    assert is_nearly(lines.read(np.asarray(sheet), 0, lead)[0], "aurella") is read


@reads
@pytest.mark.parametrize(
    ("everyday", "lacking", "added"), [(False, 6.9, 7.0), (False, 7.1, 0.0), (True, 4.9, 5.0), (True, 5.1, 0.0)]
)
def test_a_word_of_everyday_language_tells_less(everyday: bool, lacking: float, added: float) -> None:
    own = mark("AURELIA")
    sheet = np.asarray(own.convert("RGB"))
    box = (10 / own.width, 10 / own.height, 1 - 10 / own.width, 1 - 10 / own.height)
    # The picture is the logo itself, without the margin that its drawing has.
    margin = round(own.width * LOGO_MARGIN)
    size = (own.width + 2 * margin, own.height + 2 * margin)
    lead = np.array([[1, 0, -margin], [0, 1, -margin], [0, 0, 1]], np.float32)
    logo = Asset(name="a.png", content=b"", lines=(replace(LINE, box=box),))
    assert OwnLines([(logo, size)], lambda _: everyday).read(sheet, 0, lead, lacking)[1] == added


def test_a_logo_without_lines_reads_nothing() -> None:
    lines = OwnLines([(Asset(name="a.png", content=b""), (256, 256))])
    assert lines.read(np.zeros((40, 40, 3), np.uint8), 0, np.eye(3)) == ("", 0.0)


def test_lines_that_are_not_the_brands_own_words_are_left_out() -> None:
    city = Line(text="Geneva", box=(0, 0, 1, 0.5), confidence=1)
    logo = Asset(name="a.png", content=b"", lines=(city, LINE))
    brand = Brand(slug="a", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), logos=(logo,))
    assert [one.words for one in own_lines(brand)] == [("AURELIA",)]


def printed_faintly() -> Image.Image:
    """A photo on which the mark can hardly be told."""
    ink = Image.eval(mark("AURELIA"), lambda value: 255 - value).resize((120, 27))
    ink = Image.eval(ink.rotate(12, Image.Resampling.BICUBIC, expand=True), lambda value: value * 40 // 255)
    photo = drawn_photo(7)
    photo.paste(Image.new("RGB", ink.size, (250, 245, 240)), (200, 150), ink)
    return photo


@reads
@pytest.mark.parametrize(
    ("lines", "found"), [((LINE,), True), ((), False), ((Line(text="BOREAN", box=LINE.box, confidence=1),), False)]
)
def test_a_doubtful_drawing_is_told_where_its_word_is_read_too(lines: tuple[Line, ...], found: bool) -> None:
    content = jpeg(printed_faintly(), 85)
    logo = Asset(name="a.png", content=png(mark("AURELIA")), lines=lines)
    sights = logo_search([("a", logo)]).find(Photo(url="", sha256="1", fingerprint=fingerprint(content)))
    assert [one.asset for one in sights] == (["a.png"] if found else [])
    assert all(_says_both(one) for one in sights)


def _says_both(sight: Sight) -> bool:
    left, top, right, bottom = sight.box
    both = sight.how.startswith('its word was read nearly, "AUREL') and "its drawing is at the same place" in sight.how
    return both and left < 260 < right and top < 170 < bottom
