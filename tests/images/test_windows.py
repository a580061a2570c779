"""One network finds about where a logo is, its pixels lay it exactly, and another network tells whether it is there."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from monitor.images.laying import Laying
from monitor.images.pairs import LONG, Pairs, framing
from monitor.images.reliefs import Reliefs
from monitor.images.window_network import SIDE, WindowNetwork
from monitor.images.windows import LogoWindows

PEAKS = [(12, 135), (60, 30), (95, 100), (120, 65), (185, 135)]
BOLT = [(70, 30), (140, 30), (110, 80), (150, 80), (70, 170), (90, 105), (50, 105)]
SIDE_OF_A_DRAWING, MARGIN = 256, 28
Place = tuple[float, float, float, float]


def inked(number: int) -> Image.Image:
    """The ink of a mark, 200 pixels wide: a bolt in a ring with a bar, or mountains under a sun, over two bars."""
    ink = Image.new("L", (200, 200))
    pen = ImageDraw.Draw(ink)
    if number:
        pen.ellipse((0, 0, 199, 199), fill=255)
        pen.ellipse((16, 16, 183, 183), fill=0)
        pen.polygon(BOLT, fill=255)
        pen.rectangle((120, 120, 170, 134), fill=255)
    else:
        pen.line(PEAKS, fill=255, width=18, joint="curve")
        pen.rectangle((10, 150, 190, 166), fill=255)
        pen.rectangle((60, 176, 190, 190), fill=255)
        pen.ellipse((140, 15, 185, 60), fill=255)
    return ink


def drawn(number: int) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """A logo on a white margin, and the corners of its ink."""
    image, ink = Image.new("L", (SIDE_OF_A_DRAWING, SIDE_OF_A_DRAWING), 255), inked(number)
    image.paste(0, (MARGIN, MARGIN), ink)
    left, top, right, bottom = (edge + MARGIN for edge in ink.getbbox() or (0, 0, 1, 1))
    box = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return np.asarray(image), np.array(box, np.float32)


DRAWN = [drawn(number) for number in range(2)]
DRAWINGS, BOXES = [gray for gray, _ in DRAWN], np.array([box for _, box in DRAWN])


def mapped(number: int, place: Place) -> NDArray[np.float64]:
    """The map that lays a logo's middle at a place, its longer side so many pixels long, turned by degrees."""
    x, y, side, angle = place
    grown = side / np.ptp(BOXES[number], axis=0).max()
    cosine, sine = grown * np.cos(np.radians(angle)), grown * np.sin(np.radians(angle))
    found = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
    found[:2, 2] = (x, y) - found[:2, :2] @ BOXES[number].mean(axis=0)
    return found


def corners(number: int, placed: NDArray[np.float64]) -> NDArray[np.float64]:
    there = np.column_stack([BOXES[number], np.ones(4)]) @ placed.T
    return there[:, :2] / there[:, 2:]


def blurred() -> Image.Image:
    """What a photo out of focus is like."""
    noise = np.random.default_rng(4).integers(40, 200, (9, 12, 3)).astype(np.uint8)
    return Image.fromarray(noise).resize((480, 360), Image.Resampling.BICUBIC)


def printed(ground: Image.Image, number: int, place: Place, colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    moved = mapped(number, place) @ np.array([[1, 0, MARGIN], [0, 1, MARGIN], [0, 0, 1]])
    back = np.linalg.inv(np.diag([4, 4, 1]) @ moved)
    large = (ground.width * 4, ground.height * 4)
    ink = inked(number).transform(large, Image.Transform.AFFINE, tuple(back[:2].ravel()), Image.Resampling.BILINEAR)
    result = ground.copy()
    result.paste(colour, (0, 0), ink.resize(ground.size, Image.Resampling.BOX))
    return np.asarray(result)


@pytest.fixture(scope="module")
def windows() -> LogoWindows:
    return LogoWindows(DRAWINGS, BOXES)


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    return Pairs(DRAWINGS, BOXES)


@pytest.fixture(scope="module")
def laying() -> Laying:
    return Laying(DRAWINGS, BOXES)


PLACES = [(200, 150, 60, 0), (330, 210, 110, 18), (240, 180, 200, -15), (120, 120, 90, -18)]
COLOURS = [(250, 240, 30), (10, 20, 60)]


@pytest.mark.parametrize("number", range(2), ids=["peaks", "bolt"])
@pytest.mark.parametrize("place", PLACES, ids=str)
@pytest.mark.parametrize("colour", COLOURS, ids=["light", "dark"])
@pytest.mark.parametrize("ground", [Image.new("RGB", (480, 360), (120, 130, 125)), blurred()], ids=["plain", "blurred"])
def test_a_logo_is_found_about_laid_exactly_and_told(
    windows: LogoWindows,
    laying: Laying,
    pairs: Pairs,
    number: int,
    place: Place,
    colour: tuple[int, int, int],
    ground: Image.Image,
) -> None:
    picture = printed(ground, number, place, colour)
    true = corners(number, mapped(number, place))
    apart, _, first = min(
        (float(np.hypot(*(corners(number, one.map) - true).T).mean()), at, one)
        for at, one in enumerate(windows.propose(picture, 8))
        if one.logo == number
    )
    assert apart < 0.25 * place[2]
    laid = laying.lay(Reliefs(picture), number, first.map)
    assert laid is not None
    exactly = np.hypot(*(corners(number, laid) - true).T).mean()
    assert exactly < 0.04 * place[2]
    own, other = pairs.odds(picture, [number, 1 - number], np.array([laid, laid]))
    assert own > 1
    assert other < -1


def test_a_logo_is_laid_from_aside(laying: Laying) -> None:
    place = (240.0, 180.0, 120.0, 10.0)
    picture = printed(Image.new("RGB", (480, 360), (120, 130, 125)), 1, place, (10, 20, 60))
    laid = laying.lay(Reliefs(picture), 1, mapped(1, (255.0, 172.0, 105.0, 1.0)))
    assert laid is not None
    assert np.hypot(*(corners(1, laid) - corners(1, mapped(1, place))).T).mean() < 3


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (27, 27), (640, 30)], ids=str)
def test_any_picture_can_be_looked_at(windows: LogoWindows, laying: Laying, size: tuple[int, int]) -> None:
    picture = np.full((*size, 3), 200, np.uint8)
    reliefs = Reliefs(picture)
    for window in windows.propose(picture, 4):
        laid = laying.lay(reliefs, window.logo, window.map)
        assert laid is None or np.isfinite(laid).all()


PLAIN = [np.full((1, 1, 3), 9, np.uint8), np.zeros((400, 3, 3), np.uint8), np.full((90, 640, 3), 255, np.uint8)]
FAR = [(-900.0, 50.0, 90.0, 0.0), (10.0, 10.0, 1e-6, 0.0), (10.0, 10.0, 1e6, 30.0)]


@pytest.mark.parametrize("picture", PLAIN, ids=lambda picture: str(picture.shape))
@pytest.mark.parametrize("place", FAR, ids=str)
def test_where_nothing_is_no_logo_is_told(pairs: Pairs, picture: NDArray[np.uint8], place: Place) -> None:
    odds = pairs.odds(picture, [0, 1], np.array([mapped(number, place) for number in range(2)]))
    assert odds.shape == (2,)
    assert (odds < 0).all()


def test_where_nothing_is_nothing_is_laid(laying: Laying) -> None:
    plain = Reliefs(np.full((300, 300, 3), 90, np.uint8))
    assert laying.lay(plain, 0, mapped(0, (150.0, 150.0, 100.0, 0.0))) is None
    assert laying.lay(plain, 0, mapped(0, (-900.0, 150.0, 100.0, 0.0))) is None


def test_no_logos_have_no_places() -> None:
    nothing = np.zeros((0, 4, 2), np.float32)
    picture = np.zeros((100, 100, 3), np.uint8)
    assert LogoWindows([], nothing).propose(picture, 4) == []
    assert Pairs([], nothing).odds(picture, [], np.zeros((0, 3, 3))).shape == (0,)


def test_what_is_long_is_shown_less_long() -> None:
    place = framing(np.array([(20, 90), (220, 90), (220, 140), (20, 140)], np.float64))
    corners = np.array([(20, 90, 1), (220, 140, 1)]) @ place.T
    assert np.ptp(corners, axis=0)[:2] == pytest.approx((LONG, LONG / 2))
    assert corners.mean(axis=0)[:2] == pytest.approx(31.5)


def test_what_a_window_looks_like_is_a_direction() -> None:
    network = WindowNetwork()
    chance = np.random.default_rng(1)
    picture = chance.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
    single = network.vectors(picture[None])
    assert single.shape == (1, 64)
    assert np.linalg.norm(single) == pytest.approx(1)
    assert network.vectors(picture[:0][None][:0]).shape == (0, 64)
    around = network.windows(picture)
    assert np.allclose(around[1, 1], single[0], atol=1e-5)
