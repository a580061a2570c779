"""Where logos may lie in a picture by the shapes that they are made of, and how far their outlines agree there.

One shape of a logo that looks like one in the picture says where the whole logo would be; there its outline is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.chance_sheets import chance_sheets
from monitor.images.edges import EdgeField, Outline
from monitor.images.level_curves import Curve, level_curves
from monitor.images.placement import plain_scale
from monitor.images.shapes import Shapes, described, turns, unlike

Floats = NDArray[np.float64]
Gray = NDArray[np.uint8]
SHRUNK = (1.0, 0.35)
"""A logo is taken apart at both sizes: in the smaller one what stands close together is one shape, as from afar."""
SHAPES_AT_MOST, LEAST_SHARE = 14, 0.004
PAIRS, TURNS_A_PAIR, LOGOS_AT_MOST = 60, 2, 60
SAME_AREA, SAME_PLACE = 0.15, 0.1
LIKE = 3.0
"""How unlike two shapes may be at most, in drawn pixels."""
FIRST_POINTS, REFINED_POINTS, TRIED = 60, 80, 2
LIKE_BY_CHANCE, TRIED_BY_CHANCE = 8.0, 4
"""On the sheets more is tried, so that a shape which happens not to be there does not pass for a rare one."""
WITHIN = 4.0
SIGNED = 0.25
BY_CHANCE, NEARLY_ALL = 0.2, 0.95
BELOW = 0.08
"""How far the agreement may be below what chance gives before it is refined."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A logo (by its number) that may lie in a picture by `matrix` (2 x 3), from the logo's outline to the picture.

    `agreement` is that of the outline, -1 to 1; `margin` how far it exceeds chance: 0 as by chance, 1 perfect.
    """

    logo: int
    matrix: Floats
    agreement: float
    margin: float


class LogoShapes:
    """The shapes of many logos, prepared once."""

    def __init__(self, logos: Sequence[tuple[Gray, Outline]]) -> None:
        """Each logo is a grey picture with a margin, and the outline of it."""
        parts = [_parts(gray) for gray, _ in logos]
        self._shapes = described([curve for curves in parts for curve in curves])
        self._ends = np.cumsum([len(curves) for curves in parts])
        self._outlines = [edges for _, edges in logos]
        self._first = [edges.thinned(FIRST_POINTS) for edges in self._outlines]
        self._refined = [edges.thinned(REFINED_POINTS) for edges in self._outlines]
        self._by_chance = np.full(len(logos), BY_CHANCE)
        self._usual = np.zeros(len(self._shapes.centres), np.float32)
        self._calibrate()

    def _calibrate(self) -> None:
        """Hold all logos to the sheets: what they reach there they reach by chance."""
        usual, reached = [], self._by_chance.copy()
        for sheet in chance_sheets():
            found = described(level_curves(sheet))
            apart = unlike(self._shapes, found)
            usual.append(apart.min(axis=1))
            field, blurred = EdgeField(sheet), EdgeField(_blur(sheet))
            for number in range(len(self._outlines)):
                for matrix in self._look(
                    number, apart, found, field, blurred, BY_CHANCE, LIKE_BY_CHANCE, TRIED_BY_CHANCE
                ):
                    reached[number] = max(reached[number], self._value(number, field, matrix))
        self._by_chance = np.minimum(reached, NEARLY_ALL)
        self._usual = np.min(usual, axis=0)

    def find(self, gray: Gray, field: EdgeField) -> list[Seen]:
        """The logos that may lie in a picture, the best place of each; `field` are the edges of the picture."""
        curves = level_curves(gray)
        if not curves or not len(self._usual):
            return []
        found = described(curves)
        apart = unlike(self._shapes, found)
        blurred = EdgeField(_blur(gray))
        seen = []
        for number in self._most_like(apart):
            least = float(self._by_chance[number])
            places = [
                (self._value(number, field, matrix), matrix)
                for matrix in self._look(number, apart, found, field, blurred, least - BELOW)
            ]
            if places:
                value, matrix = max(places, key=lambda one: one[0])
                seen.append(Seen(number, matrix, value, (value - least) / (1 - least)))
        return seen

    def margin(self, number: int, field: EdgeField, matrix: Floats) -> float:
        """How far the agreement of a logo at a place exceeds chance."""
        least = float(self._by_chance[number])
        return (self._value(number, field, matrix) - least) / (1 - least)

    def _most_like(self, apart: NDArray[np.float32]) -> list[int]:
        """Of very many logos those with a shape that is more like one in the picture than chance would have it."""
        if len(self._outlines) <= LOGOS_AT_MOST:
            return list(range(len(self._outlines)))
        nearer = apart.min(axis=1) - self._usual
        best = np.array([part.min() if len(part) else np.inf for part in np.split(nearer, self._ends[:-1])])
        return sorted(int(number) for number in np.argsort(best, kind="stable")[:LOGOS_AT_MOST])

    def _value(self, number: int, field: EdgeField, matrix: Floats) -> float:
        return (1 - SIGNED) * field.mean_agreement(self._outlines[number], matrix) + SIGNED * field.one_sided(
            self._outlines[number], matrix
        )

    def _look(
        self,
        number: int,
        apart: NDArray[np.float32],
        found: Shapes,
        field: EdgeField,
        blurred: EdgeField,
        least: float,
        like: float = LIKE,
        tried: int = TRIED,
    ) -> list[Floats]:
        """The best places of one logo, refined."""
        start = int(self._ends[number - 1]) if number else 0
        own = apart[start : int(self._ends[number])]
        if not own.size:
            return []
        flat = own.ravel()
        count = min(PAIRS, flat.size)
        nearest = np.argpartition(flat, count - 1)[:count]
        nearest = nearest[flat[nearest] < like]
        pairs = np.stack([nearest // own.shape[1] + start, nearest % own.shape[1]], axis=1)
        if not len(pairs):
            return []
        _, maps, unlikeness = turns(self._shapes, found, pairs, TURNS_A_PAIR)
        maps = maps[unlikeness < like]
        maps = maps[_plain(maps)]
        if not len(maps):
            return []
        values = blurred.agreement(self._first[number], maps).mean(axis=1)
        middle = self._outlines[number].points.mean(axis=0)
        places: list[Floats] = []
        refined = []
        for at in np.argsort(-values, kind="stable"):
            if values[at] < least or len(places) >= tried:
                break
            centre = maps[at, :, :2] @ middle + maps[at, :, 2]
            if any(np.hypot(*(centre - place)) < WITHIN for place in places):
                continue
            places.append(centre)
            matrix, _ = field.refined(self._refined[number], maps[at])
            if plain_scale(matrix) is not None:
                refined.append(matrix)
        return refined


def _blur(gray: Gray) -> Gray:
    opencv: Any = cv2
    blurred: Gray = opencv.GaussianBlur(gray, (0, 0), 1.2)
    return blurred


def _plain(maps: Floats) -> NDArray[np.bool_]:
    """Which maps are such that a camera or a person could make: no collapse, little shear."""
    sizes = np.linalg.svd(maps[:, :, :2], compute_uv=False)
    plain: NDArray[np.bool_] = (sizes[:, 1] > 0.04) & (sizes[:, 0] < 12) & (sizes[:, 0] < 2 * sizes[:, 1])
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
