"""Whether a logo is where it may be: it is laid there exactly, and what speaks for and against is weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.images.alignment import AFFINE, ASLANT, Patterns, Reliefs, aligned, patterns
from monitor.images.edges import EdgeField, Outline
from monitor.images.fitting import EXACTLY, ROUGHLY, fitted, moved, stencil, turned, unit_maps
from monitor.images.logo_traits import MOST_LIKE, NAMES, templates, traits
from monitor.images.logo_weights import BIAS, OUTLINE_BIAS, OUTLINE_WEIGHTS, WEIGHTS

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
Maps = NDArray[np.float64]
FITTED_POINTS = 80
OUTLINED_AT_MOST, CHANCE_COUNTS = 40, 0.5
"""So many places are also laid by their outline alone: where it agrees best, less a share of what it does by chance."""
BY_CHANCE = 0.2
EVERYDAY = 0.85
"""A logo that agrees so far with everyday shapes, as a disc does, is never told."""
SIDED = 0.25
STEEPEST, MOST_SHEAR = 1.5, 2.5
"""How many times nearer one corner of a logo may be than its middle, and how far it may be drawn out."""
SHEAR = NAMES.index("shear")
WEIGHED = np.array([WEIGHTS[name] for name in NAMES], np.float32)
OUTLINED = np.array([OUTLINE_WEIGHTS.get(name, 0.0) for name in NAMES[:-1]], np.float32)


@dataclass(frozen=True, slots=True)
class _Stage:
    """By about so many points, in so many rounds, places are laid more exactly.

    Then the best of each logo, and of all, are kept, so many.
    """

    points: int
    rounds: int
    freedom: int
    of_each: int
    in_all: int


STAGES = (_Stage(100, 4, AFFINE, 3, 120), _Stage(300, 4, ASLANT, 2, 60), _Stage(700, 2, ASLANT, 2, 60))
Place = tuple[int, NDArray[np.float64], float]
"""A logo by its number, a map (2 x 3) from its drawing to a picture, and the score of the features that led there."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A logo, by its number, under the exact map (3 x 3) from its drawing to the picture.

    `score` is the logarithm of the odds that it is there, `by_outline` what the traits of its outline alone say.
    """

    logo: int
    map: Floats
    score: float
    by_outline: float


class LogoJudge:
    """Many logos, prepared once. `boxes` are the corners of their ink.

    `by_chance` is what the outline of each reaches where it is not.
    """

    def __init__(self, logos: Sequence[tuple[Gray, Outline]]) -> None:
        """Each logo is a grey picture with a margin, and the outline of it."""
        self._templates = templates(logos)
        self._stencil = stencil([edges for _, edges in logos], FITTED_POINTS)
        drawings = [gray for gray, _ in logos]
        self._patterns = [patterns(drawings, self._templates.boxes, stage.points) for stage in STAGES]
        self.boxes = self._templates.boxes
        self.by_chance = np.full(len(logos), BY_CHANCE)

    def judge(self, field: EdgeField, picture: NDArray[np.uint8], places: Sequence[Place]) -> Iterator[Judged]:
        """The places where a logo can be at all, each with its score; `field` are the edges of the picture."""
        if not places:
            return
        numbers, maps, found = self.traits(field, picture, places)
        scores = found @ WEIGHED + np.float32(BIAS)
        outlined = found[:, :-1] @ OUTLINED + np.float32(OUTLINE_BIAS)
        told = self._sane(numbers, maps, found) & (self.by_chance[numbers] < EVERYDAY)
        for at in np.flatnonzero(told & np.isfinite(scores)):
            yield Judged(int(numbers[at]), maps[at], float(scores[at]), float(outlined[at]))

    def traits(
        self, field: EdgeField, picture: NDArray[np.uint8], places: Sequence[Place]
    ) -> tuple[NDArray[np.intp], Floats, Floats]:
        """Of places, at least one, the best: the logos by number, exact maps (k x 3 x 3), and traits (k x `NAMES`)."""
        numbers = np.array([number for number, _, _ in places], np.intp)
        features = np.log1p([score for _, _, score in places])
        start = np.zeros((len(places), 3, 3))
        start[:, :2] = [matrix for _, matrix, _ in places]
        start[:, 2, 2] = 1
        reliefs, chosen, maps = Reliefs(picture), np.arange(len(places)), start
        for known, stage in zip(self._patterns, STAGES, strict=True):
            some = numbers[chosen]
            maps, worth = self._better(field, reliefs, known, some, maps, stage)
            kept = _most(some, worth, stage.of_each, stage.in_all)
            chosen, maps = chosen[kept], maps[kept]
        # Strong edges around, or what covers a part, may draw all pixels away: an outline comes back to its own.
        outlined, roughly = self._outlined(field, numbers, start)
        chosen, maps = np.append(chosen, outlined), np.concatenate([maps, roughly])
        numbers = numbers[chosen]
        maps = fitted(field, self._stencil.of(numbers), maps, EXACTLY)[0].astype(np.float64)
        _, like, _ = aligned(reliefs, self._patterns[-1], numbers, maps, 0, ASLANT)
        exact = maps.astype(np.float32)
        asked = traits(field, picture, self._templates, numbers, exact)
        facts = (np.arctanh(np.clip(like, -MOST_LIKE, MOST_LIKE)), self.by_chance[numbers], features[chosen])
        found = np.column_stack([asked, *facts])
        by_outline = np.logaddexp(0, found @ OUTLINED + OUTLINE_BIAS)
        return numbers, exact, np.column_stack([found, by_outline]).astype(np.float32)

    def _better(
        self, field: EdgeField, reliefs: Reliefs, known: Patterns, numbers: NDArray[np.intp], maps: Maps, stage: _Stage
    ) -> tuple[Maps, Floats]:
        """Places laid more exactly, unless pixels and outline together were better before; and how good they are."""
        laid, like, was_like = aligned(reliefs, known, numbers, maps, stage.rounds, stage.freedom)
        outlines = self._stencil.of(numbers)
        after, before = (one + fitted(field, outlines, where, ())[1] for one, where in ((like, laid), (was_like, maps)))
        return np.where((after > before)[:, None, None], laid, maps), np.maximum(after, before)

    def _outlined(
        self, field: EdgeField, numbers: NDArray[np.intp], maps: Maps
    ) -> tuple[NDArray[np.intp], NDArray[np.floating]]:
        """The places where outlines agree best, less a share of what they do by chance, and these laid on them."""
        _, agreement = fitted(field, self._stencil.of(numbers), maps, ())
        best = np.argsort(CHANCE_COUNTS * self.by_chance[numbers] - agreement, kind="stable")[:OUTLINED_AT_MOST]
        return best, fitted(field, self._stencil.of(numbers[best]), maps[best], ROUGHLY)[0]

    def seen(self, field: EdgeField, one: Judged) -> tuple[Floats, bool]:
        """How far each point of the outline agrees, and whether what is dark in the logo is light in the picture."""
        outlines = self._templates.outlines.of(np.array([one.logo]))
        unit = unit_maps(outlines, one.map[None])
        places, _ = moved(outlines.points, unit)
        normals = turned(places, outlines.normals, unit)
        change, _ = field.change(places, normals)
        return field.at(places, normals)[0], float(change.sum()) < 0

    def calibrate(self, sheet: Gray, places: Sequence[tuple[int, NDArray[np.float64]]]) -> None:
        """Take it that what the logos reach at places of a sheet, on which none of them is, they reach by chance."""
        if not places:
            return
        numbers, maps, found = self.traits(EdgeField(sheet), sheet, [(*place, 0.0) for place in places])
        reached = (1 - SIDED) * found[:, 0] + SIDED * found[:, 1]
        sane = self._sane(numbers, maps, found)
        np.maximum.at(self.by_chance, numbers[sane], reached[sane])

    def _sane(self, numbers: NDArray[np.intp], maps: Floats, found: Floats) -> NDArray[np.bool_]:
        """Which places are such that a camera or a person could make them."""
        _, below = moved(self.boxes[numbers], maps)
        sane = (below > 1 / STEEPEST).all(axis=1) & (below < STEEPEST).all(axis=1)
        return np.asarray(sane & (found[:, SHEAR] < np.log(MOST_SHEAR)), np.bool_)


def _most(numbers: NDArray[np.intp], worth: Floats, of_each: int, in_all: int) -> NDArray[np.intp]:
    """The best places: at most so many of each logo, and so many in all."""
    order = np.lexsort((-worth, numbers))
    ordered = numbers[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    place = np.arange(len(order)) - np.repeat(begins, np.diff(np.append(begins, len(order))))
    kept = order[place < of_each]
    return kept[np.argsort(-worth[kept], kind="stable")[:in_all]]
