"""Pictures of everyday shapes and of clutter, always the same: how well a logo agrees with these, it does by chance.

A ring agrees with any wheel, a drawn horse with nothing but itself. So much more than on these sheets must it agree.
"""

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Floats = NDArray[np.float64]
Gray = NDArray[np.uint8]
SIDE, ACROSS = 512, 8
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghijkmnqrtuy0123456789&@#?+*%<>"
LIGHT, DARK = 232, 28
GRAINS = (3.2, 7.2)


def chance_sheets() -> list[Gray]:
    """Thin and fat letters, plain and random shapes, and clouds of two grains."""
    chance = np.random.default_rng(5)
    opencv: Any = cv2
    drawn = [_letters(0), _letters(2), _sheet([*_plain(), *_blobs(chance)]), *(_clouds(chance, one) for one in GRAINS)]
    return [opencv.GaussianBlur(one, (0, 0), 0.8) for one in drawn]


def _letters(stroke: int) -> Gray:
    image = Image.new("L", (SIDE, SIDE), LIGHT)
    pen, font = ImageDraw.Draw(image), ImageFont.load_default(46)
    side = SIDE // ACROSS
    for number, letter in enumerate(LETTERS):
        place = (number % ACROSS * side + 12, number // ACROSS * side + 4)
        pen.text(place, letter, fill=DARK, font=font, stroke_width=stroke, stroke_fill=DARK)
    return np.asarray(image)


def _sheet(shapes: list[list[Floats]]) -> Gray:
    """Shapes of radius 1, each of curves that cut holes into those before, side by side."""
    opencv: Any = cv2
    sheet = np.full((SIDE, SIDE), LIGHT, np.uint8)
    side = SIDE / ACROSS
    for number, curves in enumerate(shapes[: ACROSS * ACROSS]):
        middle = np.array([number % ACROSS + 0.5, number // ACROSS + 0.5]) * side
        placed = [np.rint((curve * side * 0.42 + middle) * 16).astype(np.int32) for curve in curves]
        opencv.fillPoly(sheet, placed, DARK, cv2.LINE_AA, 4)
    return sheet


def _corners(count: int, first: float = 0.0, inner: float = 1.0) -> Floats:
    """A polygon of equal sides; with every second corner at `inner`, a star."""
    angle = np.arange(count) * 2 * np.pi / count + first
    radius = np.where(np.arange(count) % 2, inner, 1.0)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1) * radius[:, None]


def _plain() -> Iterator[list[Floats]]:
    circle, square, triangle = _corners(64), _corners(4, np.pi / 4), _corners(3)
    for count in (3, 4, 5, 6, 8):
        yield [_corners(count)]
    for count in (8, 10, 12, 16):
        yield [_corners(count, 0, 0.45)]
    for holes in ((), (0.8,), (0.65,), (0.5,), (0.8, 0.3)):
        yield [circle, *(circle * hole for hole in holes)]
    for flat in (0.65, 0.4):
        yield from ([circle * (1, flat)], [circle * (1, flat), circle * (0.8, 0.8 * flat)])
        yield from ([square * (1, flat)], [square * (1, flat), square * (0.7, 0.7 * flat)])
    yield from ([square, square * 0.7], [square, square * 0.4], [square, circle * 0.5], [circle, square * 0.6])
    yield from ([triangle, triangle * 0.5], [circle, triangle * 0.6], [circle, _corners(10, 0, 0.45) * 0.8])
    yield from ([circle, circle * 0.75 + (away, 0)] for away in (0.2, 0.4))
    yield from ([circle[:33]], [np.vstack([circle[:17], [(0, 0)]])])
    for count in (2, 3, 4):
        yield _bars(count, 0, 1)
        yield _bars(count, 0.5, 1)
        yield _bars(count, 0.5, 1 / count)
    along = np.linspace(-1, 1, 40)
    for upper, lower in ((0.5, -0.5), (0.6, 0.25), (0.35, 0.0)):
        bow = 1 - along**2
        yield [np.vstack([np.stack([along, upper * bow], axis=1), np.stack([-along, lower * bow], axis=1)])]
    cross = [(-1, -0.3), (-0.3, -0.3), (-0.3, -1), (0.3, -1), (0.3, -0.3), (1, -0.3)]
    yield [np.array([*cross, *((-x, -y) for x, y in cross)])]
    yield [np.array([(-1, -0.3), (0.1, -0.3), (0.1, -0.9), (1, 0), (0.1, 0.9), (0.1, 0.3), (-1, 0.3)])]


def _bars(count: int, slant: float, first: float) -> list[Floats]:
    """Stripes side by side, from the share `first` of the height to all of it: as on cloth, and in many signs."""
    edges, heights = np.linspace(-1, 1, 2 * count), np.linspace(2 * first, 2, count)
    return [
        np.array([(left, 1), (right, 1), (right - slant * high, 1 - high), (left - slant * high, 1 - high)])
        for left, right, high in zip(edges[::2], edges[1::2], heights, strict=True)
    ]


def _blobs(chance: np.random.Generator) -> Iterator[list[Floats]]:
    angle = np.linspace(0, 2 * np.pi, 64)
    for _ in range(ACROSS * ACROSS):
        radius = np.full(64, 0.65)
        for waves in range(2, int(chance.integers(4, 8))):
            radius += chance.normal(0, 0.5 / waves) * np.cos(waves * angle + chance.uniform(0, 6))
        yield [np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.clip(radius, 0.2, 1.1)[:, None]]


def _clouds(chance: np.random.Generator, grain: float) -> Gray:
    opencv: Any = cv2
    noise = opencv.GaussianBlur(chance.normal(size=(SIDE, SIDE)).astype(np.float32), (0, 0), grain)
    clouds: Gray = np.clip(128 + 60 * (noise - noise.mean()) / noise.std(), 0, 255).astype(np.uint8)
    return clouds
