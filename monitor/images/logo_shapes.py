"""Where logos may lie in a picture by the shapes that they are made of, and how far their outlines agree there.

One shape of a logo that looks like one in the picture says where the whole logo would be; there its outline is asked.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.chance_sheets import chance_sheets
from monitor.images.edges import EdgeField, Outline
from monitor.images.level_curves import Curve, coloured_curves, level_curves
from monitor.images.shapes import Shapes, described, nearest, turns, unlike

Floats = NDArray[np.float64]
Gray = NDArray[np.uint8]
Pixels = NDArray[np.uint8]
SHRUNK = (1.0, 0.35)
"""A logo is taken apart at both sizes: in the smaller one what stands close together is one shape, as from afar."""
SHAPES_AT_MOST, LEAST_SHARE = 14, 0.004
PAIRS, TURNS_A_PAIR, LOGOS_AT_MOST = 100, 2, 60
SAME_AREA, SAME_PLACE = 0.15, 0.1
LIKE = 5.0
"""How unlike two shapes may be at most, in drawn pixels."""
FIRST_POINTS, TRIED = 60, 8
WITHIN = 4.0
AT_ONCE = 60
"""So many logos are held against a picture together."""


class LogoShapes:
    """The shapes of many logos, prepared once."""

    def __init__(self, logos: Sequence[tuple[Gray, Outline]]) -> None:
        """Each logo is a grey picture with a margin, and the outline of it."""
        parts = [_parts(gray) for gray, _ in logos]
        self._shapes = described([curve for curves in parts for curve in curves])
        self._ends = np.cumsum([len(curves) for curves in parts])
        self._first = [edges.thinned(FIRST_POINTS) for _, edges in logos]
        usual = [nearest(self._shapes, shapes) for _, shapes in described_sheets()] if logos else []
        self._usual = np.min(usual, axis=0) if len(self._shapes.centres) else np.zeros(0, np.float32)

    def propose(self, picture: Pixels, least: float) -> list[tuple[int, Floats]]:
        """Logos, by number, and maps (2 x 3) from their drawings to where they may lie in a picture.

        There its outline agrees at least so far as `least` says, -1 to 1.
        """
        curves = coloured_curves(picture) if len(self._usual) else []
        return self.propose_by(described(curves), picture, least, LIKE, TRIED, LOGOS_AT_MOST) if curves else []

    def propose_by(
        self, found: Shapes, picture: Pixels, least: float, like: float, tried: int, most: int
    ) -> list[tuple[int, Floats]]:
        """The same by the shapes of a picture, of so many logos at most.

        `like` bounds how unlike two shapes may be, `tried` the places of a logo.
        """
        if not len(self._usual):
            return []
        field, numbers = EdgeField(_blur(picture)), self._most_like(found, most)
        return [
            (number, matrix)
            for at in range(0, len(numbers), AT_ONCE)
            for number, maps in self._turned(numbers[at : at + AT_ONCE], found, like)
            for matrix in self._best(number, maps, field, least, tried)
        ]

    def _most_like(self, found: Shapes, most: int) -> list[int]:
        """Of very many logos those with a shape that is more like one in the picture than chance would have it."""
        if len(self._first) <= most:
            return list(range(len(self._first)))
        nearer = nearest(self._shapes, found) - self._usual
        best = np.array([part.min() if len(part) else np.inf for part in np.split(nearer, self._ends[:-1])])
        return sorted(int(number) for number in np.argsort(best, kind="stable")[:most])

    def _turned(self, numbers: Sequence[int], found: Shapes, like: float) -> list[tuple[int, Floats]]:
        """The maps (k x 2 x 3) that take a shape of a logo onto one of a picture that is like it, of each logo."""
        pairs = [self._likest(number, found, like) for number in numbers]
        rows, maps, unlikeness = turns(self._shapes, found, np.concatenate(pairs), TURNS_A_PAIR)
        kept = (unlikeness < like) & _plain(maps)
        ends = np.searchsorted(rows[kept], np.cumsum([len(one) for one in pairs]))
        return list(zip(numbers, np.split(maps[kept], ends[:-1]), strict=True))

    def _likest(self, number: int, found: Shapes, like: float) -> NDArray[np.intp]:
        """The likest shapes of a logo and of a picture, as pairs (n x 2)."""
        start = int(self._ends[number - 1]) if number else 0
        own = unlike(self._shapes.part(start, int(self._ends[number])), found)
        flat = own.ravel()
        count = min(PAIRS, flat.size)
        likest = np.argpartition(flat, count - 1)[:count] if count else np.zeros(0, np.intp)
        likest = likest[flat[likest] < like]
        return np.stack([likest // own.shape[1] + start, likest % own.shape[1]], axis=1)

    def _best(self, number: int, maps: Floats, field: EdgeField, least: float, tried: int) -> list[Floats]:
        """The best of some places of one logo, apart from each other."""
        if not len(maps):
            return []
        values = field.agreement(self._first[number], maps).mean(axis=1)
        middles = maps[:, :, :2] @ self._first[number].points.mean(axis=0) + maps[:, :, 2]
        centres = (middles[:, 0] + 1j * middles[:, 1]).tolist()
        best: list[int] = []
        for at in np.argsort(-values, kind="stable").tolist():
            if values[at] < least or len(best) >= tried:
                break
            if all(abs(centres[at] - centres[other]) >= WITHIN for other in best):
                best.append(at)
        return [maps[at] for at in best]


@cache
def described_sheets() -> tuple[tuple[Gray, Shapes], ...]:
    """The sheets that show everyday shapes, and these: the same for all logos, and found once."""
    return tuple((sheet, described(level_curves(sheet))) for sheet in chance_sheets())


def _blur(picture: Pixels) -> Pixels:
    opencv: Any = cv2
    blurred: Pixels = opencv.GaussianBlur(picture, (0, 0), 1.2)
    return blurred


def _plain(maps: Floats) -> NDArray[np.bool_]:
    """Which maps are such that a camera or a person could make: no collapse, little shear."""
    linear = maps[:, :, :2]
    squares = (linear**2).sum(axis=(1, 2))
    area = np.abs(linear[:, 0, 0] * linear[:, 1, 1] - linear[:, 0, 1] * linear[:, 1, 0])
    high = np.sqrt((squares + np.sqrt(np.maximum(squares**2 - 4 * area**2, 0))) / 2)
    low = area / np.maximum(high, 1e-9)
    plain: NDArray[np.bool_] = (low > 0.04) & (high < 12) & (high < 2 * low)
    return plain


def _parts(gray: Gray) -> list[Curve]:
    """The shapes that a logo is made of, the largest first, each once."""
    opencv: Any = cv2
    found: list[Curve] = []
    for shrunk in SHRUNK:
        small = gray if shrunk == 1 else opencv.resize(gray, None, fx=shrunk, fy=shrunk, interpolation=cv2.INTER_AREA)
        found += [_grown(curve, shrunk) for curve in level_curves(opencv.GaussianBlur(small, (0, 0), 0.8), 100, 20)]
    kept: list[Curve] = []
    for curve in sorted(found, key=lambda one: -one.area):
        if not any(_same(curve, other) for other in kept):
            kept.append(curve)
    return [one for n, one in enumerate(kept[:SHAPES_AT_MOST]) if n < 4 or one.area >= LEAST_SHARE * kept[0].area]


def _grown(curve: Curve, shrunk: float) -> Curve:
    """A curve of the shrunk picture in pixels of the whole one."""
    x, y = curve.centre
    xx, xy, yy = curve.moments
    return Curve(
        (curve.points + 0.5) / shrunk - 0.5,
        curve.area / shrunk**2,
        ((x + 0.5) / shrunk - 0.5, (y + 0.5) / shrunk - 0.5),
        (xx / shrunk**2, xy / shrunk**2, yy / shrunk**2),
        curve.strength,
    )


def _same(one: Curve, other: Curve) -> bool:
    apart = np.hypot(one.centre[0] - other.centre[0], one.centre[1] - other.centre[1])
    near: bool = bool(apart < SAME_PLACE * np.sqrt(other.area))
    return near and abs(float(np.log(one.area / other.area))) < SAME_AREA
