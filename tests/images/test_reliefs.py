"""What changes within a few cells is alike in a drawing and in a picture of it, and not in a picture of another."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from monitor.images.reliefs import CELLS, Grids, Reliefs, grids

BOLT = [(70, 10), (150, 10), (110, 80), (170, 80), (60, 190), (90, 110), (30, 110)]
BOOMERANG = [(20, 90), (60, 20), (100, 60), (150, 30), (180, 110), (130, 90), (110, 170), (80, 110)]
BOX = np.array([[(30, 10), (170, 10), (170, 190), (30, 190)]], np.float32)


def drawing(points: list[tuple[int, int]]) -> Image.Image:
    image = Image.new("L", (200, 200), 255)
    ImageDraw.Draw(image).polygon(points, fill=0)
    return image


@pytest.fixture(scope="module")
def bolt() -> Grids:
    return grids([np.asarray(drawing(BOLT))], BOX)


def likeness(known: Grids, picture: np.ndarray, scale: float, shift: float = 0.0) -> float:
    places = (known.points + 0.5) * np.float32(scale) - 0.5 + np.float32(shift)
    seen = Reliefs(picture).at(places, known.sides * np.float32(scale))
    mixed = seen.mean(axis=2)[0]
    return float(np.corrcoef(mixed, known.values[0])[0, 1]) if mixed.std() else 0.0


def shown(points: list[tuple[int, int]], scale: float, dark: int, light: int) -> np.ndarray:
    side = round(200 * scale)
    small = np.asarray(drawing(points).resize((side, side), Image.Resampling.BOX), np.float32) / 255
    return (dark + small * (light - dark)).astype(np.uint8)


@pytest.mark.parametrize("scale", [0.2, 0.5, 1.0, 3.0])
@pytest.mark.parametrize(("dark", "light"), [(0, 255), (110, 140)])
def test_a_drawing_is_like_itself_at_any_size_and_contrast(bolt: Grids, scale: float, dark: int, light: int) -> None:
    assert likeness(bolt, shown(BOLT, scale, dark, light), scale) > 0.9
    assert likeness(bolt, shown(BOOMERANG, scale, dark, light), scale) < 0.4
    assert likeness(bolt, shown(BOLT, scale, light, dark), scale) < -0.9


@pytest.mark.parametrize("scale", [0.5, 1.0])
def test_a_shade_across_does_not_count(bolt: Grids, scale: float) -> None:
    picture = shown(BOLT, scale, 60, 130).astype(np.float32)
    shaded = picture + np.linspace(0, 120, picture.shape[1], dtype=np.float32)
    assert likeness(bolt, shaded.astype(np.uint8), scale) > 0.9


def test_in_colours_each_is_told(bolt: Grids) -> None:
    gray = shown(BOLT, 1.0, 40, 200)
    picture = np.stack([gray, np.full_like(gray, 90), gray], axis=-1)
    seen = Reliefs(picture).at(bolt.points, bolt.sides)
    assert seen.shape == (1, CELLS, 3)
    assert seen[..., 0].std() > 5
    assert np.allclose(seen[..., 1], 0, atol=1e-3)


def test_nothing_changes_outside_of_a_picture_and_in_a_plain_one(bolt: Grids) -> None:
    assert not Reliefs(shown(BOLT, 1.0, 0, 255)).at(bolt.points + 1000, bolt.sides).any()
    for side in (1, 200):
        assert likeness(bolt, np.full((side, side), 80, np.uint8), 1.0) == 0


def test_without_drawings_there_is_nothing() -> None:
    none = grids([], np.zeros((0, 4, 2), np.float32))
    assert none.of(np.zeros(0, np.intp)).points.shape == (0, CELLS, 2)
