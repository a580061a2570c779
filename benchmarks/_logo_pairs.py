"""Drawings and what photos show where they are laid, as a second network learns them: the same, or only like it.

Most are laid by the finder itself, in pictures that `benchmarks._composed` makes of marks to learn from: what it lays
where no such logo is, is what it must be told apart from. Others are printed at once where they are.
"""

import json
import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from benchmarks import _composed, _printed
from benchmarks._composed import warped
from benchmarks._printed import SIDE, Map, Pixels
from benchmarks.false_alarms import own_assets
from benchmarks.logo_weights import RIGHT, apart, ink_corners
from monitor.images import fingerprint
from monitor.images.assets import logo_drawing
from monitor.images.features import coloured, unpack
from monitor.images.framed import Sizes, drawn
from monitor.images.logo_judge import Laid
from monitor.images.logo_traits import Prepared
from monitor.images.logos import LogoFinder
from monitor.images.maps import similar
from monitor.images.pairs import SIDE as SEEN
from monitor.images.pairs import framing

Gray = NDArray[np.uint8]
LOGOS, PICTURES, FOREIGN = 120, 100, 40
"""So many logos are looked for in so many pictures, before others are taken; and marks that nobody looks for."""
LIKELY, OTHERS = 12, 6
"""Of what is laid in a picture and is not there, the likeliest are taken, and a few others."""
NUDGES, ASIDE, GROWN, TURNED = 4, 0.08, 0.2, 9
"""A logo that is there is laid from so many places near its own, too."""
THIN, THINNEST = 0.4, 0.45
FROM_OUTLINE, FROM_CHANGES = 0, 5
"""The traits by which what is laid is likely."""
LEAST_CONTRAST, SHAKEN, OFF = 16, 1.0, 0.9
WIDER = (SIDE - SEEN) // 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Squares of 80 pixels, the middle 64 of which the network sees; `same` is whether they are one logo."""

    shown: Pixels
    drawing: Gray
    same: bool


def laid(data: Path, seed: int) -> Iterator[Pair]:
    """For ever what the finder lays in pictures, rightly or not, but what is neither."""
    chance = random.Random(seed)
    while True:
        with tempfile.TemporaryDirectory() as folder:
            yield from _laid(Path(folder), data, chance)


def _laid(folder: Path, data: Path, chance: random.Random) -> Iterator[Pair]:
    marks, grounds = _printed.marks(data), _composed.Grounds(data)
    inks = {file.stem: _composed.logo(file, chance) for file in chance.sample(marks, LOGOS)}
    others = [_composed.logo(file, chance) for file in chance.sample(marks, FOREIGN)]
    (folder / "logos").mkdir()
    rows = []
    for name, ink in inks.items():
        ImageOps.invert(ink).save(folder / f"logos/{name}.png")
        rows.append({"asset": name, "file": f"logos/{name}.png"})
    (folder / "index.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    known = _Known(folder)
    for _ in range(PICTURES):
        yield from known.pairs(*_picture(grounds, inks, others, chance), chance)


def _picture(
    grounds: _composed.Grounds, inks: dict[str, Image.Image], others: list[Image.Image], chance: random.Random
) -> tuple[Image.Image, dict[str, Map]]:
    """A photo with up to three logos and perhaps one of somebody else, none over another, and where they are."""
    picture, taken = grounds.draw(chance), list[Map]()
    corners: dict[str, Map] = {}
    for name in [*chance.sample(sorted(inks), chance.randint(0, 3)), *([""] if chance.random() < 0.5 else [])]:
        thin = chance.uniform(THINNEST, 1) if chance.random() < THIN else 1.0
        composed, facts = _composed.composed(picture, inks[name] if name else chance.choice(others), chance, thin)
        own = np.array(facts["corners"])
        if any((np.minimum(own.max(0), one.max(0)) > np.maximum(own.min(0), one.min(0))).all() for one in taken):
            continue
        picture = composed
        taken.append(own)
        if name:
            corners[name] = own
    return picture, corners


class _Known:
    """The logos of a finder, and how they are shown to the network."""

    def __init__(self, folder: Path) -> None:
        assets = own_assets(folder.parent, folder.name)
        self._finder = LogoFinder(assets)
        self._names = [brand for brand, _ in self._finder.names]
        self._inks = [ink_corners(folder / f"logos/{name}.png") for name in self._names]
        framings = [framing(box) for box in self._finder.judge.boxes.astype(np.float64)]
        for one in framings:
            one[:2, 2] += WIDER
        self._back = [np.linalg.inv(one) for one in framings]
        grays = [found[0] for _, asset in assets if (found := logo_drawing(asset))]
        self._drawn = [drawn(gray, one, SIDE) for gray, one in zip(grays, framings, strict=True)]

    def pairs(self, picture: Image.Image, corners: dict[str, Map], chance: random.Random) -> Iterator[Pair]:
        """What is laid in a picture in which logos have these corners."""
        saved = BytesIO()
        picture.save(saved, "JPEG", quality=chance.randint(45, 92))
        print_ = fingerprint(saved.getvalue())
        features = unpack(print_.features)
        if features is None:
            return
        view = Prepared.of(features.view)
        scale = view.pixels.shape[1] / print_.width
        true = {self._names.index(name): (own + 0.5) * scale - 0.5 for name, own in corners.items()}
        proposed = self._finder.laid(features, view)
        found = proposed.with_others(self._nudged(view, true, chance))
        traits = self._finder.judge.traits(view, found)
        likely = traits[:, FROM_OUTLINE] + traits[:, FROM_CHANGES]
        wrong, right = [], []
        for at, (logo, placed) in enumerate(zip(found.logos.tolist(), found.maps, strict=True)):
            if logo not in true:
                wrong.append(at)
            elif apart(self._inks[logo], placed, true[logo]) < RIGHT:
                right.append(at)
        wrong.sort(key=lambda at: -likely[at])
        rest = wrong[LIKELY:]
        sizes = Sizes(coloured(view.pixels), SEEN // 2)
        for at in right + wrong[:LIKELY] + chance.sample(rest, min(OTHERS, len(rest))):
            logo = int(found.logos[at])
            shown = sizes.square(found.maps[at].astype(np.float64) @ self._back[logo], SIDE)
            yield Pair(shown, self._drawn[logo], logo in true)

    def _nudged(self, view: Prepared, true: dict[int, Map], chance: random.Random) -> Laid:
        """The logos that are there, laid from near where they are."""
        found = []
        for logo, corners in true.items():
            own = self._inks[logo]
            there = cv2.getPerspectiveTransform(own.astype(np.float32), corners.astype(np.float32))
            middle, size = own.mean(axis=0), np.hypot(*np.ptp(own, axis=0))
            for _ in range(NUDGES):
                aside = size * np.array([chance.uniform(-ASIDE, ASIDE) for _ in "xy"])
                grown, turn = 2 ** chance.uniform(-GROWN, GROWN), chance.uniform(-TURNED, TURNED)
                placed = self._finder.lay(view, logo, there @ similar(middle, middle + aside, grown, turn))
                if placed is not None:
                    found.append((logo, placed))
        return self._finder.judge.as_laid(found)


def printed(data: Path, seed: int) -> Iterator[Pair]:
    """For ever marks that are printed about where their drawing is."""
    chance, numbers = random.Random(seed), np.random.default_rng(seed)
    photos, marks = _printed.photos(data), _printed.marks(data)
    while True:
        ink = _printed.inked(chance.choice(marks), chance)
        high, wide = ink.shape
        corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float64)
        frame = framing(corners)
        frame[:2, 2] += WIDER
        own = corners * np.diag(frame)[:2] + frame[:2, 2]
        there = own + numbers.normal(0, SHAKEN, 2) + numbers.normal(0, OFF, (4, 2))
        place = cv2.getPerspectiveTransform(corners.astype(np.float32), there.astype(np.float32))
        ground = _printed.ground(photos, numbers)
        picture = _printed.printed(ink, place, there, ground, numbers, THINNEST)
        inked = warped(ink, place, (SIDE, SIDE)) > 0.3
        if np.abs(picture - ground).mean(axis=2)[inked].mean() >= LEAST_CONTRAST:
            drawing = (255 - 255 * warped(ink, frame, (SIDE, SIDE))).astype(np.uint8)
            yield Pair(_printed.as_taken(picture, numbers), drawing, True)
