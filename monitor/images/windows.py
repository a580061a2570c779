"""Where logos may lie in a picture: its windows, at all places and sizes, are held against those of the drawings.

What two windows have in common says the network. A window tells middle, size and turn roughly; `laying` does the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.framed import drawn
from monitor.images.maps import Map, Point, similar
from monitor.images.window_network import NUMBERS, SIDE, STEP, WindowNetwork

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
Pixels = NDArray[np.uint8]
TURNS, MIRRORED_TURNS = (-24, -12, 0, 12, 24), (-12, 0, 12)
LENGTHS = (38.0, 53.0)
"""How long the longer side of a logo is in a window, in pixels; the pictures halve from one size to the next."""
BORDER, LEAST_SIDE = SIDE // 2 - STEP, 26
"""Pixels that are added around a picture, and how small it becomes."""
LEAST, MOST_LOOKED, AT_ONCE = 0.35, 1_000, 60
"""The likeness from which a window is looked at, how many at most of a size, and how many logos are held together."""
OF_ONE_LOGO, SAME_PLACE, SAME_SIZE = 4, 0.3, 1.4
"""Windows of one logo, and how far apart by its size, or how many times as large, another one is."""
MIRRORED_COUNTS, SYMMETRIC = 0.93, 0.97
"""What is seen in a mirror is rarer, so its likeness counts less; a logo so like its mirrored form has none."""
MIDDLE = np.full(2, (SIDE - 1) / 2)


@dataclass(frozen=True, slots=True)
class Window:
    """A logo by its number, and a map from its drawing to a picture."""

    logo: int
    map: Map


class LogoWindows:
    """Many drawings of logos, prepared once."""

    def __init__(self, drawings: Sequence[Gray], boxes: Floats) -> None:
        """Drawings are in grey and have a margin; `boxes` (m x 4 x 2) are the corners of their ink."""
        self._network = WindowNetwork()
        self._ways = [
            (length, turn, over)
            for over, turns in ((False, TURNS), (True, MIRRORED_TURNS))
            for length in LENGTHS
            for turn in turns
        ]
        over = np.array([way[2] for way in self._ways])
        upright = self._ways.index((LENGTHS[0], 0, False)), self._ways.index((LENGTHS[0], 0, True))
        self._boxes = boxes.astype(np.float64)
        self._known = np.zeros((len(drawings), len(self._ways), NUMBERS), np.float32)
        for number, (gray, box) in enumerate(zip(drawings, self._boxes, strict=True)):
            shown = [_drawn(gray, _framing(box, MIDDLE, *way)) for way in self._ways]
            vectors = self._network.vectors(np.array(shown, np.uint8))
            vectors[over] *= MIRRORED_COUNTS if vectors[upright[0]] @ vectors[upright[1]] < SYMMETRIC else 0
            self._known[number] = vectors

    def propose(self, picture: Pixels, most: int) -> list[Window]:
        """The likeliest places of all logos in a picture in colour, the likeliest first, at most so many."""
        if not len(self._known):
            return []
        found = [self._at(picture, shrunk) for shrunk in _halvings(picture)]
        likeness, logos, ways, places, shrunk = (np.concatenate(one) for one in zip(*found, strict=True))
        lengths = np.array([length for length, _, _ in self._ways])[ways] / shrunk
        kept: list[int] = []
        for at in np.argsort(-likeness, kind="stable").tolist():
            own = [other for other in kept if logos[other] == logos[at]]
            if len(own) < OF_ONE_LOGO and not any(
                np.hypot(*(places[other] - places[at])) < SAME_PLACE * max(lengths[other], lengths[at])
                and 1 / SAME_SIZE < lengths[other] / lengths[at] < SAME_SIZE
                for other in own
            ):
                kept.append(at)
            if len(kept) >= most:
                break
        return [
            Window(int(logos[at]), _framing(self._boxes[logos[at]], places[at], lengths[at], *self._ways[ways[at]][1:]))
            for at in kept
        ]

    def _at(self, picture: Pixels, shrunk: float) -> tuple[NDArray[Any], ...]:
        """Of one size of a picture what is alike: how far, logos, ways of drawing them, places, and the size."""
        opencv: Any = cv2
        size = [max(1, round(side * shrunk)) for side in picture.shape[1::-1]]
        small = opencv.resize(picture, size, interpolation=cv2.INTER_AREA) if shrunk < 1 else picture
        border = cv2.BORDER_REPLICATE
        seen = self._network.windows(opencv.copyMakeBorder(small, BORDER, BORDER, BORDER, BORDER, border))
        columns, seen = seen.shape[1], seen.reshape(-1, seen.shape[2])
        likeness, cells, logos, ways = self._likest(seen)
        # The border is so wide that the middle of the first window is the picture's corner.
        middles = np.stack([cells % columns, cells // columns], axis=1) * STEP
        places = middles / size * picture.shape[1::-1] - 0.5
        return likeness, logos, ways, places, np.full(len(cells), shrunk)

    def _likest(self, seen: Floats) -> tuple[NDArray[Any], ...]:
        """The windows (n x 64) most like drawings, so many: how far, which, of which logo, drawn in which way."""
        likest: tuple[NDArray[Any], ...] = ()
        least = LEAST
        for first in range(0, len(self._known), AT_ONCE):
            found = _alike(seen, self._known[first : first + AT_ONCE], first, least)
            likest = tuple(np.concatenate(one) for one in zip(likest, found, strict=True)) if likest else found
            if len(likest[0]) > MOST_LOOKED:
                best = _largest(likest[0])
                likest = tuple(one[best] for one in likest)
                least = float(likest[0].min())
        return likest


def _halvings(picture: Pixels) -> list[float]:
    """How much smaller a picture becomes from step to step."""
    found, shrunk = [1.0], 0.5
    while shrunk * min(picture.shape[:2]) > LEAST_SIDE:
        found.append(shrunk)
        shrunk /= 2
    return found


def _framing(box: NDArray[np.float64], to: Point, length: float, turn: float, over: bool) -> Map:
    """The map that takes the middle of a drawing to a point, its longer side so long and so turned, or mirrored."""
    middle = box.mean(axis=0)
    placed = similar(middle, to, length / max(*np.ptp(box, axis=0), 1.0), turn)
    return placed @ np.array([[-1, 0, 2 * middle[0]], [0, 1, 0], [0, 0, 1]]) if over else placed


def _drawn(gray: Gray, framing: Map) -> Pixels:
    """The window of a drawing, in colour."""
    return np.repeat(drawn(gray, framing, SIDE)[..., None], 3, axis=2)


def _alike(seen: Floats, known: Floats, first: int, least: float) -> tuple[NDArray[Any], ...]:
    """The windows (n x 64) most like drawings (m x ways x 64), so many of those above `least`; `first` numbers them."""
    alike = seen @ known[:, 0].T
    for way in range(1, known.shape[1]):
        np.maximum(alike, seen @ known[:, way].T, out=alike)
    flat = alike.ravel()
    found = np.flatnonzero(flat > least)
    if len(found) > MOST_LOOKED:
        found = found[_largest(flat[found])]
    cells, logos = np.divmod(found, len(known))
    ways = np.einsum("nk,nwk->nw", seen[cells], known[logos]).argmax(axis=1)
    return flat[found], cells, logos + first, ways


def _largest(values: Floats) -> NDArray[np.intp]:
    """Where the largest of more than so many values are."""
    return np.argpartition(-values, MOST_LOOKED)[:MOST_LOOKED]
