"""Marks as they are printed in photos, in squares of 80 pixels: the same in all ways but colour, light and cover.

Made of the marks and photos that `benchmarks.false_alarms --build` fetches, without those that are told on.
"""

import json
import random
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from benchmarks import _negatives
from benchmarks._composed import HIDDEN, LIGHT_OF, beside, painted, warped, word

Ink = NDArray[np.uint8]
Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Map = NDArray[np.float64]
SIDE, DRAWN = 80, 128
"""Pixels of a square, and of the longer side of a drawing."""
WAYS = ("alone", "alone", "beside", "below", "word")
INKS = ((0, 0, 0), (0, 0, 0), (255, 255, 255), (0, 70, 160), (220, 30, 30))
SYLLABLES = [first + second for first in "bfgklmnprstvz" for second in "aeiou"]
OPAQUE = 0.9


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


def photos(data: Path) -> list[Pixels]:
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


def inked(file: Path, chance: random.Random) -> Ink:
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


def ground(photos: list[Pixels], chance: np.random.Generator) -> Floats:
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


def printed(
    ink: Ink, place: Map, corners: Map, ground: Floats, chance: np.random.Generator, thinnest: float = 0.6
) -> Floats:
    """A ground with the ink where a map lays it: over it, on a label, or so thinly at least that it shines through."""
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
        opaque = chance.uniform(thinnest, OPAQUE)
    picture = painted(picture, warped(ink, place, (SIDE, SIDE)), front, opaque)
    if chance.random() < 0.35:
        _cover(picture, ground, corners, chance)
    return picture


def as_taken(picture: Floats, chance: np.random.Generator) -> Pixels:
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
