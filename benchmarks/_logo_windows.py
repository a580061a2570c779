"""Windows of 80 pixels as a network learns them: a mark as it is drawn, the same in a photo, and what shows none.

Made of the marks and photos that `benchmarks.false_alarms --build` fetches, without those that are told on.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks import _printed
from benchmarks._composed import PERSPECTIVES, warped
from benchmarks._printed import SIDE, Ink, Pixels

LONG = 50.0
"""Pixels of the longer side of a logo in a window, about."""
SHORTER, LONGER = 0.45, 0.15
"""How much shorter or longer a drawing may be, as powers of two: a picture is looked at in sizes that halve."""
APART, ASIDE, TURNED = 0.27, 4.5, 8
"""By how much a photo differs from its drawing: in size, as a power of two, in pixels to the side, in degrees."""
TURNS = 26
ELSEWHERE, TOO_LARGE, TURNED_AWAY = (15, 34), (0.75, 1.5), (24, 60)
"""The same of windows that do not show it, though it is near."""
VARIANTS = 3


def batches(data: Path, seed: int, size: int, foreign: int) -> Iterator[Pixels]:
    """For ever, `size` drawings, as many photos of the same marks, and `foreign` windows that show none of them."""
    chance, numbers = random.Random(seed), np.random.default_rng(seed)
    photos, files = _printed.photos(data), _printed.marks(data)
    known: dict[tuple[Path, int], Ink] = {}
    while True:
        drawings, shown, others = [], [], []
        for file in chance.sample(files, size):
            key = file, chance.randrange(VARIANTS)
            ink = known.get(key)
            if ink is None:
                ink = known[key] = _printed.inked(file, chance)
            turn, long = numbers.uniform(-TURNS, TURNS), LONG * 2 ** numbers.uniform(-SHORTER, LONGER)
            drawings.append(_drawing(ink, turn, long))
            shown.append(_photo(ink, turn, long, photos, numbers))
            if len(others) < foreign:
                near = numbers.random() < 0.6
                others.append(_photo(ink, turn, long, photos, numbers, away=True) if near else _plain(photos, numbers))
        yield np.stack(drawings + shown + others)


def _drawing(ink: Ink, turn: float, long: float) -> Pixels:
    place, _ = _placed(ink, turn, long, np.full(2, SIDE / 2), np.zeros((4, 2)), 1.0)
    return np.repeat((255 - 255 * warped(ink, place, (SIDE, SIDE)))[..., None], 3, axis=2).astype(np.uint8)


def _photo(
    ink: Ink, turn: float, long: float, photos: list[Pixels], chance: np.random.Generator, *, away: bool = False
) -> Pixels:
    """The mark in a photo, about where, as large and so turned as its drawing; `away`: it is not quite there."""
    middle = np.full(2, SIDE / 2) + chance.uniform(-ASIDE, ASIDE, 2)
    turn, grown = turn + chance.uniform(-TURNED, TURNED), chance.uniform(-APART, APART)
    if away and chance.random() < 0.6:
        way = chance.uniform(0, 2 * np.pi)
        middle = np.full(2, SIDE / 2) + chance.uniform(*ELSEWHERE) * np.array([np.cos(way), np.sin(way)])
    elif away and chance.random() < 0.5:
        grown = chance.uniform(*TOO_LARGE) * chance.choice((-1, 1))
    elif away:
        turn += chance.choice((-1, 1)) * chance.uniform(*TURNED_AWAY)
    bends = chance.uniform(0, chance.choice(PERSPECTIVES) or 1e-9, (4, 2)) / 2
    place, corners = _placed(ink, turn, long * 2**grown, middle, bends, 2 ** chance.uniform(-0.1, 0.1))
    ground = _printed.ground(photos, chance)
    return _printed.as_taken(_printed.printed(ink, place, corners, ground, chance), chance)


def _plain(photos: list[Pixels], chance: np.random.Generator) -> Pixels:
    """A window that shows no mark."""
    return _printed.as_taken(_printed.ground(photos, chance), chance)


def _placed(
    ink: Ink, turn: float, long: float, middle: NDArray[np.float64], bends: NDArray[np.float64], drawn_out: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The map from ink to a window, and the corners there."""
    high, wide = ink.shape
    size = np.array([wide, high]) * long / max(wide, high) * (drawn_out, 1 / drawn_out)
    square = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float64)
    corners = (np.abs(square - bends) - 0.5) * size
    corners -= corners.mean(axis=0)
    corners *= long / max(np.linalg.norm(corners - np.roll(corners, 1, axis=0), axis=1).max(), 1e-6)
    cosine, sine = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    corners = corners @ np.array([[cosine, sine], [-sine, cosine]]) + middle
    flat = (square * (wide, high)).astype(np.float32)
    return cv2.getPerspectiveTransform(flat, corners.astype(np.float32)), corners
