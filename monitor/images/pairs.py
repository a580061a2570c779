"""Whether a logo is what a picture shows where it is laid, as a network says that sees both, one over the other.

From what it has learnt, `benchmarks/logo_pairs.py` says. It is shown the drawing, the picture in colour, and that
mixture of the picture's colours that is most like the drawing, so that it need not know which of them is the ink.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.images.framed import Sizes, drawn
from monitor.images.maps import Map
from monitor.images.network import Network

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
Pixels = NDArray[np.uint8]
WEIGHTS = "logo_pairs.onnx"
SIDE, LONG = 64, 48.0
"""Pixels of a square, and of the longer side of a logo in it."""
AROUND, INK = 4, 200
"""So many pixels around the ink count for the mixture; and what is darker in a drawing is ink."""
LIGHT, MOST_MIXED = 64.0, 4.0
NOISE, NEVER_ZERO = 9.0, 1e-3


class Pairs:
    """Many drawings of logos, prepared once."""

    def __init__(self, drawings: Sequence[Gray], boxes: Floats) -> None:
        """Drawings are in grey and have a margin; `boxes` (m x 4 x 2) are the corners of their ink."""
        self._network = Network(WEIGHTS)
        framings = [framing(box) for box in boxes.astype(np.float64)]
        self._back = [np.linalg.inv(one) for one in framings]
        shown = [drawn(gray, one, SIDE) for gray, one in zip(drawings, framings, strict=True)]
        self._drawn = np.array(shown, np.uint8).reshape(-1, SIDE, SIDE)

    def odds(self, picture: Pixels, logos: Sequence[int], maps: NDArray[np.floating]) -> Floats:
        """The logarithms of the odds that logos are in a picture in colour where maps (k x 3 x 3) lay them."""
        if not len(logos):
            return np.zeros(0, np.float32)
        sizes = Sizes(picture, SIDE // 2)
        shown = [
            sizes.square(one @ self._back[logo], SIDE) for logo, one in zip(logos, maps.astype(np.float64), strict=True)
        ]
        return self._network.ask(pairs(np.array(shown), self._drawn[list(logos)])).ravel()


def framing(box: NDArray[np.float64]) -> Map:
    """The map from a drawing to its square: what is long is drawn less long, so that its letters are not too small."""
    size = np.maximum(np.ptp(box, axis=0), 1.0)
    grown = LONG * np.sqrt(size / size.max()) / size
    found = np.diag([*grown, 1.0])
    found[:2, 2] = (SIDE - 1) / 2 - grown * (box.min(axis=0) + box.max(axis=0)) / 2
    return found


def pairs(shown: Pixels, drawings: Gray) -> Floats:
    """What the network sees of n squares of pictures (n x 64 x 64 x 3) and of drawings: n x 5 x 64 x 64."""
    colours, inks = shown.astype(np.float32), drawings.astype(np.float32)
    mixed = np.clip(_mixed(colours, inks), -MOST_MIXED, MOST_MIXED)
    return np.concatenate(
        [colours.transpose(0, 3, 1, 2) / LIGHT - 2, mixed[:, None], inks[:, None] / LIGHT - 2], axis=1
    )


def _mixed(colours: Floats, drawings: Floats) -> Floats:
    """The mixture of colours that is most like a drawing in and around its ink, as many times its own spread."""
    count = len(colours)
    weights = _about_ink(drawings).reshape(count, -1)
    share = weights / weights.sum(axis=1, keepdims=True)
    seen, wanted = colours.reshape(count, -1, 3), drawings.reshape(count, -1)
    seen = seen - np.einsum("nkc,nk->nc", seen, share)[:, None]
    wanted = wanted - (wanted * share).sum(axis=1, keepdims=True)
    weighed = seen * share[..., None]
    spread = np.einsum("nkc,nkd->ncd", weighed, seen) + NOISE * np.eye(3, dtype=np.float32)
    shared = np.einsum("nkc,nk->nc", weighed, wanted)
    mixed = (seen @ np.linalg.solve(spread, shared[..., None]))[..., 0]
    deviation = np.sqrt((mixed * mixed * share).sum(axis=1, keepdims=True)) + NEVER_ZERO
    found: Floats = (mixed / deviation).reshape(drawings.shape)
    return found


def _about_ink(drawings: Floats) -> Floats:
    """1 in the box of each drawing's ink and a little around it."""
    down, across = _span(drawings.min(axis=2) < INK), _span(drawings.min(axis=1) < INK)
    found: Floats = (down[:, :, None] & across[:, None, :]).astype(np.float32)
    return found


def _span(there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """From the first to the last that is there in each of n rows, and a little beyond."""
    first, last = there.argmax(axis=1), SIDE - 1 - there[:, ::-1].argmax(axis=1)
    at = np.arange(SIDE)
    within: NDArray[np.bool_] = (at >= first[:, None] - AROUND) & (at <= last[:, None] + AROUND)
    return within
