"""Windows of 80 pixels as a network learns them: a mark as it is drawn, the same in a photo, and what shows none.

Made of the marks and photos that `benchmarks.false_alarms --build` fetches, without those that are told on.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from benchmarks import _negatives
from benchmarks._composed import HIDDEN, LIGHT_OF, PERSPECTIVES, beside, painted, warped, word
from monitor.images.network import SIDE

Ink = NDArray[np.uint8]
Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
LONG, DRAWN = 50.0, 128
"""Pixels of the longer side of a logo in a window, about, and of the drawing that it is made of."""
SHORTER, LONGER = 0.45, 0.15
"""How much shorter or longer a drawing may be, as powers of two: a picture is looked at in sizes that halve."""
APART, ASIDE, TURNED = 0.27, 4.5, 8
"""By how much a photo differs from its drawing: in size, as a power of two, in pixels to the side, in degrees."""
TURNS = 26
ELSEWHERE, TOO_LARGE, TURNED_AWAY = (15, 34), (0.75, 1.5), (24, 60)
"""The same of windows that do not show it, though it is near."""
WAYS = ("alone", "alone", "beside", "below", "word")
VARIANTS = 3
INKS = ((0, 0, 0), (0, 0, 0), (255, 255, 255), (0, 70, 160), (220, 30, 30))
SYLLABLES = [first + second for first in "bfgklmnprstvz" for second in "aeiou"]


def marks(data: Path) -> list[Path]:
    """The marks to learn from: none of ../shared/data/logos_composed, and none of the sets from 200 on."""
    rows = map(json.loads, (data / "logos_composed/index.jsonl").read_text("utf-8").splitlines())
    left_out = {row["asset"] for row in rows if "asset" in row}
    return [
        file
        for number, file in enumerate(_negatives.marks(_negatives.cache_folder()))
        if (number % _negatives.HELD_EVERY or not number // _negatives.HELD_EVERY % 2)
        and not any(name in file.stem for name in left_out)
    ]


def batches(data: Path, seed: int, size: int, foreign: int) -> Iterator[Pixels]:
    """For ever, `size` drawings, as many photos of the same marks, and `foreign` windows that show none of them."""
    chance, numbers = random.Random(seed), np.random.default_rng(seed)
    photos, files = _photos(data), marks(data)
    known: dict[tuple[Path, int], Ink] = {}
    while True:
        drawings, shown, others = [], [], []
        for file in chance.sample(files, size):
            key = file, chance.randrange(VARIANTS)
            ink = known.get(key)
            if ink is None:
                ink = known[key] = _ink(file, chance)
            turn, long = numbers.uniform(-TURNS, TURNS), LONG * 2 ** numbers.uniform(-SHORTER, LONGER)
            drawings.append(_drawing(ink, turn, long))
            shown.append(_photo(ink, turn, long, photos, numbers))
            if len(others) < foreign:
                near = numbers.random() < 0.6
                others.append(_photo(ink, turn, long, photos, numbers, away=True) if near else _plain(photos, numbers))
        yield np.stack(drawings + shown + others)


def _photos(data: Path) -> list[Pixels]:
    """Photos and drawings to lay marks into, and to show none."""
    sources = _negatives.cache_folder() / "sources"
    chance = random.Random(5)
    clothes = sorted(data.glob("photos/clothing/**/*.jpg"))
    chance.shuffle(clothes)
    drawn = sorted((sources / _negatives.DEBIAN[1]).rglob("*.png"))
    found = []
    for file in [*clothes[:500], *_negatives.walls(_negatives.cache_folder())[::2][:80], *chance.sample(drawn, 150)]:
        with Image.open(file) as image:
            image.draft("RGB", (1_000, 1_000))
            seen = image.convert("RGBA")
        seen = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
        seen.thumbnail((800, 800))
        if min(seen.size) >= 100:
            found.append(np.asarray(seen))
    return found


def _ink(file: Path, chance: random.Random) -> Ink:
    """The ink of a mark, 255 where it is printed, alone, beside or above a name, or the name alone."""
    with Image.open(file) as image:
        mark = ImageOps.invert(image.convert("L"))
    mark = mark.crop(mark.getbbox())
    way = chance.choice(WAYS)
    name = file.stem if chance.random() < 0.7 else "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
    name = chance.choice((name.title(), name.title(), name.upper(), name.lower()))
    if way != "alone":
        drawn = word(name, chance)
        mark = drawn if way == "word" else beside(mark, drawn, way)
    scale = DRAWN / max(mark.size)
    size = (max(6, round(mark.width * scale)), max(6, round(mark.height * scale)))
    return np.asarray(mark.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC))


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
    ground = _ground(photos, chance)
    picture, opaque = ground.copy(), 1.0
    front = chance.uniform(0, 255, 3) if chance.random() < 0.7 else np.array(INKS[chance.integers(len(INKS))])
    style = chance.integers(3)
    if style == 1:
        dark, light = chance.uniform(*LIGHT_OF[0], 3), chance.uniform(*LIGHT_OF[1], 3)
        if chance.random() < 0.3:
            dark, light = np.zeros(3), np.full(3, 255.0)
        front, back = (dark, light) if chance.random() < 0.7 else (light, dark)
        margin = 0.25 * min(ink.shape)
        label = np.full((round(ink.shape[0] + 2 * margin), round(ink.shape[1] + 2 * margin)), 255, np.uint8)
        picture = painted(picture, warped(label, place @ _moved(-margin), (SIDE, SIDE)), back, 1.0)
    elif style == 2:
        opaque = chance.uniform(0.6, 0.9)
    picture = painted(picture, warped(ink, place, (SIDE, SIDE)), front, opaque)
    if chance.random() < 0.35:
        _cover(picture, ground, corners, chance)
    return _taken(picture, chance)


def _plain(photos: list[Pixels], chance: np.random.Generator) -> Pixels:
    """A window that shows no mark."""
    return _taken(_ground(photos, chance), chance)


def _ground(photos: list[Pixels], chance: np.random.Generator) -> Floats:
    photo = photos[chance.integers(len(photos))]
    least = min(photo.shape[:2])
    side = least * chance.uniform(0.08, 0.9) if chance.random() < 0.7 else chance.uniform(50, 110)
    side = min(side, least - 1)
    left, top = chance.uniform(0, photo.shape[1] - side), chance.uniform(0, photo.shape[0] - side)
    if side > 1.6 * SIDE:
        part = photo[int(top) : int(top + side), int(left) : int(left + side)]
        return cv2.resize(part, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    step = side / SIDE
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    place = np.array([[step, 0, left], [0, step, top]])
    return cv2.warpAffine(photo, place, (SIDE, SIDE), flags=flags, borderMode=cv2.BORDER_REFLECT).astype(np.float32)


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


def _moved(by: float) -> NDArray[np.float64]:
    return np.array([[1, 0, by], [0, 1, by], [0, 0, 1]], np.float64)


def _cover(picture: Floats, ground: Floats, corners: NDArray[np.float64], chance: np.random.Generator) -> None:
    """A part of the mark's box under the ground again, or under one colour."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    share = chance.uniform(*HIDDEN)
    wide, high = share * (right - left), share * (bottom - top)
    boxes = (
        (left, top, left + wide, bottom),
        (right - wide, top, right, bottom),
        (left, top, right, top + high),
        (left, bottom - high, right, bottom),
    )
    x1, y1, x2, y2 = (max(0, round(edge)) for edge in boxes[chance.integers(4)])
    under = ground[y1:y2, x1:x2] if chance.random() < 0.5 else chance.uniform(0, 255, 3)
    picture[y1:y2, x1:x2] = under


def _taken(picture: Floats, chance: np.random.Generator) -> Pixels:
    """A window as a camera and a shop leave it: blurred, made smaller, compressed."""
    if chance.random() < 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), chance.uniform(0.4, 1.1)).astype(np.float32)
    if chance.random() < 0.35:
        side = max(8, int(SIDE * chance.uniform(0.5, 0.95)))
        small = cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA)
        picture = cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    pixels: Pixels = np.clip(picture, 0, 255).astype(np.uint8)
    if chance.random() < 0.6:
        _, encoded = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, int(chance.integers(45, 93))])
        pixels = np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), np.uint8)
    return pixels
