"""What speaks for a logo at a place, and against: edges, colours and pixels, as numbers that are then weighed.

All places of all logos are asked at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.edges import FAINT, EdgeField, Outline
from monitor.images.fitting import Stencil, moved, stencil, turned, unit_maps
from monitor.images.mixtures import centred, mixtures
from monitor.images.reliefs import Grids, Reliefs, grids

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
POINTS, QUIET = 240, 200
FAR_FROM_EDGES = 7
"""Pixels of a drawing between its edges and where it should be quiet."""
BESIDE = 2.5
"""Pixels of a picture on either side of an outline at which colours are taken."""
NEARBY, NEARBY_AT_MOST, WAYS = 0.12, 12.0, ((1, 0), (-1, 0), (0, 1), (0, -1))
"""How far beside its place an outline is asked too, by its size and in pixels, and in which ways."""
NOISE, MOST_LIKE = 3.0, 0.99
"""Grey levels that count for nothing, and the likeness beyond which all is the same."""
NAMES = (
    "agreement of the outline",
    "one colour to another along it",
    "agreement of the outline nearby",
    "edges where the logo has none",
    "spread of the calmer side",
    "likeness of what changes",
    "shear",
    "size",
    "length of the outline",
    "one direction of it",
    "agreement by chance",
    "score of features",
    "odds that the network gives",
)


@dataclass(frozen=True, slots=True)
class Templates:
    """What is asked of many logos, prepared once; `boxes` are their corners and `facts` what is known of each alone."""

    outlines: Stencil
    grids: Grids
    quiet: Floats
    boxes: Floats
    facts: Floats


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture in grey, or in red, green and blue, with its edges and what changes in it, all found once."""

    pixels: NDArray[np.uint8]
    edges: EdgeField
    reliefs: Reliefs

    @classmethod
    def of(cls, pixels: NDArray[np.uint8]) -> "Prepared":
        """The picture, prepared for being asked."""
        return cls(pixels, EdgeField(pixels), Reliefs(pixels))


def templates(logos: Sequence[tuple[Gray, Outline]]) -> Templates:
    """Each logo is a grey picture with a margin, and the outline of it."""
    outlines = stencil([edges for _, edges in logos], POINTS)
    parts = [_template(gray, edges) for gray, edges in logos]
    stacked = (
        [np.array(one, np.float32) for one in zip(*parts, strict=True)] if parts else [np.zeros(0, np.float32)] * 3
    )
    return Templates(outlines, grids([gray for gray, _ in logos], stacked[1]), *stacked)


def _template(gray: Gray, edges: Outline) -> tuple[NDArray[np.generic], ...]:
    opencv: Any = cv2
    drawn = opencv.Canny(gray, 40, 100) > 0
    rows, columns = np.nonzero(drawn)
    left, top, right, bottom = columns.min(), rows.min(), columns.max(), rows.max()
    away = opencv.distanceTransform((~drawn).astype(np.uint8), cv2.DIST_L2, 3)
    inside = np.zeros_like(drawn)
    inside[top : bottom + 1, left : right + 1] = True
    found = np.argwhere(inside & (away > FAR_FROM_EDGES))[:, ::-1]
    # A logo that is nowhere quiet is asked at its middle, which tells little.
    if not len(found):
        found = np.array([[(left + right) / 2, (top + bottom) / 2]])
    quiet = found[np.linspace(0, len(found) - 1, QUIET).astype(np.intp)]
    box = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    doubled = 2 * np.arctan2(edges.normals[:, 1], edges.normals[:, 0])
    length = drawn.sum() / (2 * (right - left + bottom - top) + 1)
    facts = np.array([np.log(length + 0.1), abs(np.exp(1j * doubled).mean())])
    return quiet, box, facts


def traits(picture: Prepared, known: Templates, numbers: NDArray[np.intp], maps: Floats) -> Floats:
    """For each of k maps (k x 3 x 3) of the logos of these numbers all of `NAMES` but the last three."""
    field, pixels = picture.edges, picture.pixels
    colours = pixels if pixels.ndim > 2 else pixels[..., None]
    outlines = known.outlines.of(numbers)
    unit = unit_maps(outlines, maps)
    places, _ = moved(outlines.points, unit)
    normals = turned(places, outlines.normals, unit)
    corners, _ = moved(known.boxes[numbers], maps)
    sides = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2)
    size = np.maximum(sides[:, 0], sides[:, 1])
    step = np.minimum(NEARBY * size + 2, NEARBY_AT_MOST)[:, None, None]
    nearby = [field.at(places + step * np.array(way, np.float32), normals).mean(axis=1) for way in WAYS]
    change, strength = field.change(places, normals)
    inside = _inside(places, colours)[..., None]
    sided = np.where(inside, change / (strength + FAINT)[..., None], 0).mean(axis=1) / np.sqrt(colours.shape[2])
    quiet = _taken(field.strength[..., None], moved(known.quiet[numbers], maps)[0])[..., 0]
    inner, outer = (_taken(colours, places + way * BESIDE * normals) for way in (-1, 1))
    contrast = np.linalg.norm(np.where(inside, outer - inner, 0).mean(axis=1), axis=1)
    calmer = np.minimum(_spread(inner), _spread(outer))
    drawn = known.grids.of(numbers)
    shown = picture.reliefs.at(moved(drawn.points, maps)[0], drawn.sides * _grown(known.boxes[numbers], corners))
    like = _likeness(shown, drawn.values)
    high, low = np.linalg.svd(unit[:, :2, :2] - unit[:, :2, 2:] * unit[:, 2:, :2], compute_uv=False).T
    found = (
        field.at(places, normals).mean(axis=1),
        np.linalg.norm(sided, axis=1),
        np.max(nearby, axis=0),
        (quiet / (quiet + FAINT)).mean(axis=1),
        np.log((calmer + NOISE) / (contrast + NOISE)),
        np.arctanh(np.clip(like, -MOST_LIKE, MOST_LIKE)),
        np.log(high / np.maximum(low, 1e-6)),
        np.log(np.maximum(size, 1)),
        *known.facts[numbers].T,
    )
    return np.stack(found, axis=1).astype(np.float32)


def _inside(places: Floats, picture: NDArray[np.generic]) -> NDArray[np.bool_]:
    within = (places >= 0) & (places <= (picture.shape[1] - 1, picture.shape[0] - 1))
    return np.asarray(within.all(axis=-1), np.bool_)


def _grown(boxes: Floats, corners: Floats) -> Floats:
    """How many times larger four-cornered figures (both k x 4 x 2) are than others, in length."""
    areas = []
    for figure in (boxes, corners):
        across, down = figure[..., 0], figure[..., 1]
        areas.append(np.abs((across * np.roll(down, -1, 1) - down * np.roll(across, -1, 1)).sum(axis=1)))
    grown: Floats = np.sqrt(areas[1] / np.maximum(areas[0], 1))
    return grown


def _taken(picture: NDArray[np.generic], places: Floats) -> Floats:
    """The pixels at places (... x 2), at the border of the picture for those outside."""
    columns = np.clip(np.rint(places[..., 0]), 0, picture.shape[1] - 1).astype(np.int32)
    rows = np.clip(np.rint(places[..., 1]), 0, picture.shape[0] - 1).astype(np.int32)
    return picture[rows, columns].astype(np.float32)


def _spread(colours: Floats) -> Floats:
    """How far colours (k x n x 3) lie from their median, in the median."""
    apart = np.abs(colours - np.median(colours, axis=1, keepdims=True)).sum(axis=2)
    spread: Floats = np.median(apart, axis=1)
    return spread


def _likeness(seen: Floats, drawn: Floats) -> Floats:
    """The correlation of values (k x n x colours) with drawn ones (k x n), in the colour in which it is highest."""
    seen = centred(seen)
    drawn = drawn - drawn.mean(axis=1, keepdims=True)
    like = (seen @ mixtures(seen, drawn)[0])[..., 0]
    below = np.sqrt((like**2).sum(axis=1) * (drawn**2).sum(axis=1))
    found: Floats = (like * drawn).sum(axis=1) / np.maximum(below, 1e-6)
    return found
