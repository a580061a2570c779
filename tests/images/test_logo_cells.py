"""Where a logo may lie is proposed by its coarse look, whatever its colours, size and small turn."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps

from detectors._drawings import drawn_photo
from monitor.images.logo_cells import PLACES, LogoCells

BOLT = [(70, 10), (150, 10), (110, 80), (170, 80), (60, 190), (90, 110), (30, 110)]
BARS = [(x, 110, x + 8, 140 - x % 3 * 8) for x in range(20, 240, 20)]


def drawing(wide: bool) -> Image.Image:
    """A bolt, or bars in a row, on a margin."""
    image = Image.new("L", (256, 256), 255)
    draw = ImageDraw.Draw(image)
    if wide:
        for bar in BARS:
            draw.rectangle(bar, fill=0)
    else:
        draw.polygon([(x + 28, y + 28) for x, y in BOLT], fill=0)
    return image


def box(image: Image.Image) -> NDArray[np.float32]:
    left, top, right, bottom = ImageOps.invert(image).getbbox() or (0, 0, 1, 1)
    right, bottom = right - 1, bottom - 1
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)


DRAWINGS = [drawing(False), drawing(True)]
CELLS = LogoCells([np.asarray(one) for one in DRAWINGS], np.stack([box(one) for one in DRAWINGS]))


@pytest.mark.parametrize("number", [0, 1], ids=["compact", "wide"])
@pytest.mark.parametrize("colour", [(250, 240, 30), (10, 20, 60)], ids=["light", "dark"])
@pytest.mark.parametrize("angle", [0, 15, -20])
@pytest.mark.parametrize("side", [100, 220])
def test_one_of_the_places_is_about_right(number: int, colour: tuple[int, int, int], angle: float, side: int) -> None:
    ink = ImageOps.invert(DRAWINGS[number]).resize((side, side)).rotate(angle, Image.Resampling.BICUBIC)
    picture = Image.new("RGB", (640, 480), (120, 130, 125))
    picture.paste(Image.new("RGB", ink.size, colour), (230, 140), ink)
    found = [matrix for which, matrix in CELLS.propose(np.asarray(picture)) if which == number]
    assert 0 < len(found) <= PLACES
    turn, scale = -np.radians(angle), side / 256
    linear = scale * np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = box(DRAWINGS[number]).astype(np.float64)
    true = (corners - 127.5) @ linear.T + (230 + side / 2, 140 + side / 2)
    apart = min(np.hypot(*(corners @ one[:, :2].T + one[:, 2] - true).T).mean() for one in found)
    assert apart < 0.2 * side


def test_of_named_logos_alone() -> None:
    picture = np.asarray(drawn_photo(3).convert("RGB"))
    assert {which for which, _ in CELLS.propose(picture, {1})} == {1}
    assert {which for which, _ in CELLS.propose(picture)} == {0, 1}
    assert not CELLS.propose(picture, set())


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 200, 3), (400, 2, 3), (300, 300), (480, 640, 3)])
def test_nothing_is_proposed_where_nothing_is(shape: tuple[int, ...]) -> None:
    assert not CELLS.propose(np.full(shape, 90, np.uint8))


def test_no_logos_propose_nothing() -> None:
    assert not LogoCells([], np.zeros((0, 4, 2), np.float32)).propose(np.asarray(drawn_photo(3).convert("RGB")))
