"""Whether a logo is where it may be: its outline is laid there exactly, and what speaks for and against is weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.images.edges import EdgeField, Outline
from monitor.images.fitting import EXACTLY, ROUGHLY, fitted, moved, stencil, turned, unit_maps
from monitor.images.logo_traits import NAMES, Prepared, templates, traits
from monitor.images.logo_weights import BIAS, WEIGHTS

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
FITTED_POINTS = 80
BY_CHANCE = 0.2
EVERYDAY = 0.9
"""A logo that agrees so far with everyday shapes, as a disc does, is never told."""
SIDED = 0.25
STEEPEST, MOST_SHEAR = 1.5, 2.5
"""How many times nearer one corner of a logo may be than its middle, and how far it may be drawn out."""
SHEAR, SIZE, OUTLINE = NAMES.index("shear"), NAMES.index("size"), NAMES.index("agreement of the outline")
LARGE, LEAST_OUTLINE = 120, 0.05
"""A logo of so many pixels whose outline agrees nowhere is not there, whatever the network makes of a pale ground."""
CHANCE_COUNTS = 0.5
"""Places are looked at exactly where outlines agree best, less a share of what they do by chance."""
AT_ONCE = 200
"""So many places of a sheet are looked at together."""
MOST_ASKED, MOST_ODDS = 16, 12.0
"""Of so many places a network is asked, and what its odds count at most, as a logarithm."""
WEIGHED = np.array([WEIGHTS[name] for name in NAMES], np.float32)
TURNED, TURNED_ASKS = 45.0, 1.5
"""What is turned by more degrees must be told so much more surely: few logos are, and most of what looks like one."""
MIRRORED_ASKS = 1.0
"""So must what is seen in a mirror, for the same reason."""
Place = tuple[int, NDArray[np.float64], float]
"""A logo by its number, a map (2 x 3) from its drawing to a picture, and the score of the features that led there."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Logos by their numbers, exact maps (k x 3 x 3) from their drawings to a picture, and the score of features."""

    logos: NDArray[np.intp]
    maps: Floats
    features: Floats

    def of(self, places: NDArray[np.intp]) -> "Laid":
        """Those at some places."""
        return Laid(self.logos[places], self.maps[places], self.features[places])

    def with_others(self, other: "Laid") -> "Laid":
        """These and others, without maps that are none."""
        logos = np.concatenate([self.logos, other.logos])
        maps = np.concatenate([self.maps, other.maps])
        features = np.concatenate([self.features, other.features])
        sound = np.isfinite(maps).all(axis=(1, 2))
        return Laid(logos[sound], maps[sound], features[sound])


@dataclass(frozen=True, slots=True)
class Judged:
    """A logo, by its number, under the exact map (3 x 3) from its drawing to the picture.

    `score` is the logarithm of the odds that it is there; `alike` is how likely it is for the network alone, 0 to 1.
    """

    logo: int
    map: Floats
    score: float
    alike: float


class LogoJudge:
    """Many logos, prepared once.

    `by_chance` is what the outline of each reaches where it is not, and `was_tried` whether that was looked for at all.
    """

    def __init__(self, logos: Sequence[tuple[Gray, Outline]]) -> None:
        """Each logo is a grey picture with a margin, and the outline of it."""
        self._stencil = stencil([edges for _, edges in logos], FITTED_POINTS)
        self._templates = templates(logos)
        self.boxes = self._templates.boxes
        self.by_chance = np.full(len(logos), BY_CHANCE)
        self.was_tried = np.zeros(len(logos), np.bool_)

    def fit(self, picture: Prepared, places: Sequence[Place], most: int) -> Laid:
        """The outlines laid exactly at the best of some places of a picture, so many."""
        if not places:
            return self.as_laid([])
        numbers = np.array([number for number, _, _ in places], np.intp)
        features = np.log1p([score for _, _, score in places])
        start = np.zeros((len(places), 3, 3))
        start[:, :2] = [matrix for _, matrix, _ in places]
        start[:, 2, 2] = 1
        maps, agreement = fitted(picture.edges, self._stencil.of(numbers), start, ROUGHLY)
        best = np.argsort(CHANCE_COUNTS * self.by_chance[numbers] - agreement, kind="stable")[:most]
        maps, _ = fitted(picture.edges, self._stencil.of(numbers[best]), maps[best], EXACTLY)
        return Laid(numbers[best], maps, features[best].astype(np.float32))

    def as_laid(self, placed: Sequence[tuple[int, NDArray[np.float64]]]) -> Laid:
        """Logos that are laid exactly already, by number and map (3 x 3), and to which no features led."""
        numbers = np.array([number for number, _ in placed], np.intp)
        outlines = self._stencil.of(numbers)
        maps = np.array([one for _, one in placed], np.float64).reshape(-1, 3, 3)
        return Laid(numbers, unit_maps(outlines, maps) @ outlines.frames, np.zeros(len(numbers), np.float32))

    def likeliest(self, picture: Prepared, laid: Laid) -> tuple[Laid, Floats]:
        """Of the places where a logo can be at all the likeliest so far, and what speaks for and against each."""
        if not len(laid.logos):
            return laid, np.zeros((0, len(NAMES) - 1), np.float32)
        found = self.traits(picture, laid)
        _, below = moved(self.boxes[laid.logos], laid.maps)
        sane = (below > 1 / STEEPEST).all(axis=1) & (below < STEEPEST).all(axis=1) & np.isfinite(found).all(axis=1)
        sane &= (found[:, SHEAR] < np.log(MOST_SHEAR)) & (self.by_chance[laid.logos] < EVERYDAY)
        sane &= (found[:, SIZE] < np.log(LARGE)) | (found[:, OUTLINE] > LEAST_OUTLINE)
        places = np.flatnonzero(sane)
        best = places[np.argsort(-(found[places] @ WEIGHED[:-1]), kind="stable")[:MOST_ASKED]]
        return laid.of(best), found[best]

    def judge(self, laid: Laid, found: Floats, odds: Floats) -> Iterator[Judged]:
        """Each place with its score, given what speaks for and against it and the odds that the network gives."""
        if not len(laid.logos):
            return
        likely = 1 / (1 + np.exp(-np.clip(odds, -MOST_ODDS, MOST_ODDS)))
        scores = with_odds(found, odds) @ WEIGHED + np.float32(BIAS)
        corners, _ = moved(self.boxes[laid.logos], laid.maps)
        scores -= TURNED_ASKS * (abs(turns(corners)) > TURNED) + MIRRORED_ASKS * mirrored(corners)
        for at in np.flatnonzero(np.isfinite(scores)):
            yield Judged(int(laid.logos[at]), laid.maps[at], float(scores[at]), float(likely[at]))

    def traits(self, picture: Prepared, laid: Laid) -> Floats:
        """What speaks for and against each place: k x `NAMES` but the last, of which a network is asked."""
        asked = traits(picture, self._templates, laid.logos, laid.maps)
        return np.column_stack([asked, self.by_chance[laid.logos], laid.features]).astype(np.float32)

    def outline(self, logo: int) -> Floats:
        """The points of an outline (n x 2) in the pixels of its drawing, in the order in which `seen` tells of them."""
        outlines = self._templates.outlines.of(np.array([logo]))
        drawn: Floats = moved(outlines.points, np.linalg.inv(outlines.frames))[0][0]
        return drawn

    def seen(self, field: EdgeField, one: Judged) -> tuple[Floats, bool]:
        """How far each point of the outline agrees, and whether what is dark in the logo is light in the picture."""
        outlines = self._templates.outlines.of(np.array([one.logo]))
        unit = unit_maps(outlines, one.map[None])
        places, _ = moved(outlines.points, unit)
        normals = turned(places, outlines.normals, unit)
        change, _ = field.change(places, normals)
        # In a mirror the normals lead the other way.
        over = bool(mirrored(moved(self.boxes[[one.logo]], one.map[None])[0])[0])
        return field.at(places, normals)[0], (float(change.sum()) < 0) != over

    def calibrate(self, sheet: Gray, places: Sequence[tuple[int, NDArray[np.float64]]]) -> None:
        """Take it that what the logos reach at places of a sheet, on which none of them is, they reach by chance."""
        picture = Prepared.of(sheet)
        for part in (places[at : at + AT_ONCE] for at in range(0, len(places), AT_ONCE)):
            laid = self.fit(picture, [(*place, 0.0) for place in part], len(part))
            found = traits(picture, self._templates, laid.logos, laid.maps)
            reached = (1 - SIDED) * found[:, 0] + SIDED * found[:, 1]
            np.maximum.at(self.by_chance, laid.logos, reached)
            self.was_tried[laid.logos] = True


def turns(corners: Floats) -> Floats:
    """By how many degrees boxes are turned, whose corners (k x 4 x 2) go round from the left above; mirrored or not."""
    right = np.where(mirrored(corners)[:, None], -1, 1) * _sides(corners)[0]
    angles: Floats = np.degrees(np.arctan2(right[:, 1], right[:, 0]))
    return angles


def mirrored(corners: Floats) -> NDArray[np.bool_]:
    """Whether the corners of boxes (k x 4 x 2) go round the other way."""
    right, below = _sides(corners)
    found: NDArray[np.bool_] = right[:, 0] * below[:, 1] < right[:, 1] * below[:, 0]
    return found


def _sides(corners: Floats) -> tuple[Floats, Floats]:
    """Where what is right and what is below in boxes leads."""
    one, two, three, four = np.moveaxis(corners, 1, 0)
    return two - one + three - four, four - one + three - two


def with_odds(found: Floats, odds: Floats) -> Floats:
    """All traits of places: what was found of them and the odds that the network gives."""
    return np.column_stack([found, np.clip(odds, -MOST_ODDS, MOST_ODDS)]).astype(np.float32)
