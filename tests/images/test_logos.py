"""A logo is found by its shape, whatever its colours, size and turn; its everyday look-alikes are not."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from detectors._drawings import drawn_photo, jpeg, png
from monitor.brands import Asset
from monitor.images import Search, Sight, fingerprint, logo_search
from monitor.images.chance_sheets import chance_sheets
from monitor.images.level_curves import level_curves
from monitor.images.shapes import described, turns, unlike
from monitor.records import Photo

BOOMERANG = [(20, 90), (60, 20), (100, 60), (150, 30), (180, 110), (130, 90), (110, 170), (80, 110)]
BOLT = [(70, 10), (150, 10), (110, 80), (170, 80), (60, 190), (90, 110), (30, 110)]


def drawing(points: list[tuple[int, int]]) -> Image.Image:
    image = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(image).polygon(points, fill=0)
    return image


def round_mark() -> Image.Image:
    image = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(image).ellipse((20, 20, 180, 180), fill=0)
    return image


@pytest.fixture(scope="module")
def search() -> Search:
    marks = {"boomerang": drawing(BOOMERANG), "bolt": drawing(BOLT), "disc": round_mark()}
    return logo_search([(name, Asset(name=f"{name}.png", content=png(mark))) for name, mark in marks.items()])


def look(search: Search, image: Image.Image) -> dict[str, Sight]:
    content = jpeg(image)
    found = search.find(Photo(url="", sha256=str(hash(content)), fingerprint=fingerprint(content)))
    return {sight.brand: sight for sight in found}


def printed(
    ground: Image.Image, mark: Image.Image, side: int, colour: tuple[int, int, int], angle: float
) -> Image.Image:
    ink = ImageOps.invert(mark).resize((side, side)).rotate(angle, Image.Resampling.BICUBIC)
    result = ground.copy()
    result.paste(Image.new("RGB", ink.size, colour), (200, 120), ink)
    return result


@pytest.mark.parametrize("colour", [(250, 240, 30), (10, 20, 60)], ids=["light", "dark"])
@pytest.mark.parametrize("angle", [0, 25, -140])
@pytest.mark.parametrize("side", [70, 140])
def test_a_plain_shape_is_found_and_another_is_not(
    search: Search, colour: tuple[int, int, int], angle: float, side: int
) -> None:
    ground = Image.new("RGB", (480, 360), (120, 130, 125))
    found = look(search, printed(ground, drawing(BOLT), side, colour, angle))
    assert set(found) == {"bolt"}
    left, top, right, bottom = found["bolt"].box
    ink = ImageOps.invert(drawing(BOLT)).resize((side, side)).rotate(angle).getbbox()
    assert ink
    if not angle:
        assert (left, top, right, bottom) == pytest.approx(
            (200 + ink[0], 120 + ink[1], 200 + ink[2], 120 + ink[3]), abs=6
        )
    assert left < 200 + side / 2 < right
    assert top < 120 + side / 2 < bottom
    assert ("light on dark" in found["bolt"].how) == (colour[0] > 200)
    assert ("turned by" in found["bolt"].how) == bool(angle)


@pytest.mark.parametrize("colour", [(250, 240, 30), (10, 20, 60)], ids=["light", "dark"])
@pytest.mark.parametrize("points", [BOLT, BOOMERANG], ids=["bolt", "boomerang"])
def test_it_is_found_in_a_mirror_and_said_to_be_mirrored(
    search: Search, colour: tuple[int, int, int], points: list[tuple[int, int]]
) -> None:
    ground = Image.new("RGB", (480, 360), (120, 130, 125))
    (sight,) = look(search, printed(ground, ImageOps.mirror(drawing(points)), 140, colour, 0)).values()
    assert "mirrored" in sight.how
    assert "turned by" not in sight.how
    assert ("light on dark" in sight.how) == (colour[0] > 200)


def test_what_is_not_in_a_mirror_is_not_said_to_be(search: Search) -> None:
    ground = Image.new("RGB", (480, 360), (120, 130, 125))
    (sight,) = look(search, printed(ground, drawing(BOLT), 140, (10, 20, 60), 0)).values()
    assert "mirrored" not in sight.how


def test_it_is_found_on_a_photo(search: Search) -> None:
    assert set(look(search, printed(drawn_photo(7), drawing(BOLT), 120, (255, 255, 255), 15))) == {"bolt"}


def test_a_mark_that_looks_like_everything_is_never_told_by_its_shape(search: Search) -> None:
    ground = Image.new("RGB", (480, 360), (120, 130, 125))
    assert not look(search, printed(ground, round_mark(), 140, (10, 20, 60), 0))
    assert not look(search, drawn_photo(3))


def test_nothing_is_found_where_nothing_is(search: Search) -> None:
    assert not look(search, Image.new("RGB", (300, 300), "white"))
    for sheet in chance_sheets():
        assert not look(search, Image.fromarray(sheet).convert("RGB"))


def test_a_logo_without_an_outline_is_left_out() -> None:
    blank = Asset(name="blank.png", content=png(Image.new("RGB", (200, 200), "white")))
    assert not look(logo_search([("blank", blank)]), drawn_photo(3))
    assert not look(logo_search([]), drawn_photo(3))


@pytest.mark.parametrize("angle", [0, 40, 170, -100])
def test_a_shape_says_how_it_was_moved(angle: float) -> None:
    mark = drawing(BOLT)
    image = Image.new("L", (400, 400), 255)
    ink = ImageOps.invert(mark).rotate(angle, Image.Resampling.BICUBIC, expand=True)
    image.paste(0, (60, 90), ink)
    own = described(level_curves(np.asarray(mark), 200))
    other = described(level_curves(np.asarray(image), 200))
    assert unlike(own, other).shape == (1, 1)
    _, maps, apart = turns(own, other, np.zeros((1, 2), np.intp), 1)
    assert apart[0] < 3
    middle = maps[0][:, :2] @ (99.5, 99.5) + maps[0][:, 2]
    assert np.abs(middle - (60 + ink.width / 2, 90 + ink.height / 2)).max() < 3
    turned = np.degrees(np.arctan2(maps[0][1, 0], maps[0][0, 0]))
    assert abs((turned + angle + 180) % 360 - 180) < 6


def test_two_shapes_are_less_alike_than_one_and_itself_seen_anew() -> None:
    one, other = (described(level_curves(np.asarray(drawing(points)), 100)) for points in (BOLT, BOOMERANG))
    small = described(level_curves(np.asarray(drawing(BOLT).resize((90, 120))), 100))
    assert float(unlike(one, small)[0, 0]) < float(unlike(one, other)[0, 0])


def test_texture_and_one_colour_have_no_curves() -> None:
    assert not level_curves(np.full((60, 60), 9, np.uint8))
    assert not level_curves(np.zeros((1, 1), np.uint8))
    assert not level_curves(np.tile(np.array([[0, 255], [255, 0]], np.uint8), (40, 40)))


def test_the_sheets_are_always_the_same() -> None:
    assert all(np.array_equal(one, other) for one, other in zip(chance_sheets(), chance_sheets(), strict=True))


def with_word(points: list[tuple[int, int]], word: str) -> Image.Image:
    sheet = Image.new("L", (320, 300), 255)
    sheet.paste(drawing(points), (60, 0))
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(64)
    pen.text((160, 240), word, fill=0, font=font, anchor="mm")
    return sheet


@pytest.fixture(scope="module")
def worded() -> Search:
    return logo_search([("own", Asset(name="own.png", content=png(with_word(BOLT, "Hackster"))))])


@pytest.mark.parametrize("angle", [0, 15])
@pytest.mark.parametrize(
    ("points", "word", "found"),
    [(BOLT, "Hackster", True), (BOOMERANG, "Dodopay", False), (BOOMERANG, "Porkbun", False)],
)
def test_another_mark_over_another_word_in_the_same_letters_is_not_it(
    worded: Search, points: list[tuple[int, int]], word: str, angle: float, *, found: bool
) -> None:
    ink = ImageOps.invert(with_word(points, word)).resize((200, 188))
    picture = Image.new("RGB", (640, 480), (205, 190, 170))
    turned = ink.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    picture.paste((30, 40, 70), (150, 100), turned)
    assert bool(look(worded, picture)) == found


def tile(corner: int) -> Image.Image:
    """A mark that fills its file: a square, or one with round corners."""
    image = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(image).rounded_rectangle((0, 0, 199, 199), corner, fill=0)
    return image


@pytest.mark.parametrize("corner", [0, 40])
def test_a_plain_tile_is_told_nowhere(corner: int) -> None:
    search = logo_search([("tile", Asset(name="tile.png", content=png(tile(corner))))])
    ground = Image.new("RGB", (480, 360), (120, 130, 125))
    for side, colour, angle in ((140, (10, 20, 60), 0), (90, (250, 240, 30), 12), (200, (15, 15, 15), -8)):
        assert not look(search, printed(ground, tile(corner), side, colour, angle))
    keys = ground.copy()
    for row in range(3):
        for column in range(4):
            box = (90 + 80 * column, 60 + 80 * row, 150 + 80 * column, 120 + 80 * row)
            ImageDraw.Draw(keys).rounded_rectangle(box, 8, fill=(20, 20, 20))
    assert not look(search, keys)
