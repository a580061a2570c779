"""Where a logo's word was read, its drawing is looked for; the word alone is no logo."""

import importlib.util
import math

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from detectors._drawings import drawn_photo, jpeg, png
from monitor.brands import Asset
from monitor.images import fingerprint, logo_search
from monitor.images.worded_places import WordedPlaces, own_lines_read
from monitor.records import Line, Photo, Words

reads = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None, reason="needs the extra [ocr]: pip install -e '.[ocr]'"
)


def line(text: str, box: tuple[float, float, float, float] = (0.2, 0.4, 0.6, 0.5)) -> Line:
    return Line(text=text, box=box, confidence=0.99)


@pytest.mark.parametrize(
    ("texts", "own"),
    [
        (["AURELIA"], ["AURELIA"]),
        (["Aure1ia"], ["Aure1ia"]),
        # Half of it or more in a row, as where the rest is covered.
        (["RELIA"], ["RELIA"]),
        (["LIA"], []),
        # Text that names it, and other words.
        (["the new Aurelia watch"], []),
        (["STRAP for Aurelia"], []),
        (["Aurelias"], ["Aurelias"]),
        (["AURORA"], []),
        ([], []),
    ],
)
def test_a_line_is_the_logo_s_own_where_it_is_no_more_text(texts: list[str], own: list[str]) -> None:
    assert [one.text for one in own_lines_read([line(text) for text in texts], ["AURELIA"])] == own


def test_a_name_is_read_in_lines_below_each_other() -> None:
    lines = [line("NORTH", (0.2, 0.4, 0.6, 0.5)), line("LANTERN", (0.2, 0.5, 0.6, 0.6))]
    assert [one.text for one in own_lines_read(lines, ["North Lantern"])] == ["LANTERN", "NORTH LANTERN"]


def test_hostile_lines_cost_little() -> None:
    assert own_lines_read([line("aurel " * 80)] * 300, ["AURELIA"] * 50) == ()


def test_a_word_on_each_of_many_lines_costs_no_more_than_on_some() -> None:
    logo = Asset(name="a", content=b"", lines=(line("AURELIA", (0.0, 0.4, 1.0, 0.6)),))
    small = [line("AURELIA", (0.1, 0.01 * row, 0.15, 0.01 * row + 0.008)) for row in range(60)]
    large = line("AURELIA", (0.2, 0.7, 0.8, 0.82))
    found = list(WordedPlaces([(logo, (256, 256))] * 20).propose([*small, large], 1000, 1000))
    assert len(found) == 120
    alone = list(WordedPlaces([(logo, (256, 256))] * 20).propose([large], 1000, 1000))
    assert [(number, one.tolist()) for number, one in found[: len(alone)]] == [(n, one.tolist()) for n, one in alone]


@pytest.mark.parametrize("angle", [0, 17, -17, 40])
def test_the_drawing_is_laid_onto_the_line_at_its_slope(angle: float) -> None:
    # The word is 160 x 40 in a drawing of 256 x 256, and twice as large in the photo.
    logo = Asset(name="a", content=b"", lines=(line("AURELIA", (0.0, 0.4, 1.0, 0.6)),))
    places = WordedPlaces([(logo, (256, 256))])
    (_, flat), *_ = places.propose([line("AURELIA", (0.2, 0.4, 0.6, 0.48))], 1000, 1000)
    wide = 400 / flat[0, 0]
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    high = 80 / flat[0, 0]
    across, down = wide * cosine + high * abs(sine), wide * abs(sine) + high * cosine
    box = (0.5 - across / 1000, 0.5 - down / 1000, 0.5 + across / 1000, 0.5 + down / 1000)
    found = [one for _, one in places.propose([line("AURELIA", box)], 1000, 1000)]
    wanted = np.array([[2 * cosine, -2 * sine], [2 * sine, 2 * cosine]])
    assert any(np.allclose(one[:, :2], wanted, atol=0.1) for one in found)


def emblem(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
    pen.polygon(
        [(left, top + 150), (left + 80, top), (left + 110, top + 70), (left + 140, top + 30), (left + 220, top + 150)],
        fill=0,
    )
    pen.ellipse((left + 150, top - 30, left + 200, top + 20), fill=0)


def lockup(text: str = "NORVETTA", *, drawn: bool = True) -> Image.Image:
    """An emblem over a word; or the word alone, at its place."""
    image = Image.new("L", (460, 300), 255)
    pen = ImageDraw.Draw(image)
    if drawn:
        emblem(pen, 120, 40)
    pen.text((230, 250), text, fill=0, font=ImageFont.load_default(size=80), anchor="mm")
    return image


WORD = line("NORVETTA", (0.05, 0.72, 0.95, 0.95))


def shown(made: Image.Image, width: int = 200) -> Photo:
    """A photo that shows it in dark ink on a pale label, with what the reader says of it."""
    photo = drawn_photo(7)
    made = made.resize((width, round(width * made.height / made.width)))
    photo.paste(made.convert("RGB"), (150, 90))
    return Photo(url="", sha256=str(hash(made.tobytes())), fingerprint=fingerprint(jpeg(photo, 90)))


def with_words(photo: Photo, text: str) -> Photo:
    assert photo.fingerprint
    wide, high = photo.fingerprint.width, photo.fingerprint.height
    box = ((150 + 10) / wide, (90 + 94) / high, (150 + 190) / wide, (90 + 124) / high)
    words = Words(version=1, lines=(line(text, box),))
    return Photo(url="", sha256=photo.sha256, fingerprint=photo.fingerprint, words=words)


@reads
@pytest.mark.parametrize(
    ("text", "drawn", "found"),
    [
        ("NORVETTA", True, True),
        ("NORVETTA", False, False),
        ("CORVETTA", False, False),
        ("NOVETTA", False, False),
        ("NORVE", False, False),
        ("VETTA", False, False),
    ],
)
def test_a_word_without_the_drawing_is_no_logo(text: str, drawn: bool, found: bool) -> None:
    search = logo_search([("n", Asset(name="lockup.png", content=png(lockup()), lines=(WORD,)))])
    photo = shown(lockup(text, drawn=drawn))
    assert [one.asset for one in search.find(photo)] == ["lockup.png"] * found
    assert [one.asset for one in search.find(with_words(photo, text))] == ["lockup.png"] * found


def test_of_a_brand_s_logos_at_one_place_the_best_is_told() -> None:
    alone = Image.new("L", (300, 240), 255)
    emblem(ImageDraw.Draw(alone), 40, 60)
    own = [("n", Asset(name="lockup.png", content=png(lockup()))), ("n", Asset(name="emblem.png", content=png(alone)))]
    search = logo_search(own)
    assert [one.asset for one in search.find(shown(alone, 180))] == ["emblem.png"]
    assert [one.asset for one in search.find(shown(lockup(), 240))] == ["lockup.png"]
