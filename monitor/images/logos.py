"""Which of the brands' logos are in a listing's photo: features and shapes say where, outlines say whether."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.brands import Asset
from monitor.images.assets import logo_drawing, logo_exemplars
from monitor.images.edges import EdgeField, Outline
from monitor.images.features import Features, squared, unpack
from monitor.images.inverted_file import InvertedFile
from monitor.images.logo_shapes import LogoShapes
from monitor.images.placement import box_of, place, plain_scale
from monitor.images.search import Box, Search, Sight, pixels
from monitor.records import Fingerprint

Floats = NDArray[np.float64]
CANDIDATE, BY_FEATURES = 0.4, 0.4
"""The score of features at which a place is looked at, and with its agreement squared, at which it is a logo."""
MARGIN = 0.38
"""How far the agreement of an outline exceeds chance at a place that a shape proposed."""
TRIED = 12
"""So many exemplars are tried, those with most votes."""
SAME_PLACE, CLEARLY = 0.3, 0.7
"""The share of two boxes that overlaps, and that of the better score below which the other gives way."""
TURNED, COVERED = 12, 0.12
AGREES = 0.3
"""Degrees, the share of the outline, and the agreement of a point, from which something is worth telling."""


@dataclass(frozen=True, slots=True)
class _Logo:
    """One logo: the brand it belongs to, its name, a drawing of it and the outline of that."""

    brand: str
    name: str
    gray: NDArray[np.uint8]
    edges: Outline


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a logo lies in a picture; at a `score` of 1 it is just believed."""

    logo: _Logo
    matrix: Floats
    score: float
    inverted: bool


class _Logos:
    def __init__(self, assets: Sequence[tuple[str, Asset]]) -> None:
        drawn = [(brand, asset, logo_drawing(asset)) for brand, asset in assets]
        self._logos = [_Logo(brand, asset.name, *drawing) for brand, asset, drawing in drawn if drawing]
        self._shapes = LogoShapes([(logo.gray, logo.edges) for logo in self._logos])
        numbered = enumerate((brand, asset) for brand, asset, drawing in drawn if drawing)
        exemplars = [(number, one) for number, (_, asset) in numbered for one in logo_exemplars(asset)]
        self._exemplars = exemplars
        self._file = None
        if exemplars:
            owners = np.repeat(
                np.arange(len(exemplars), dtype=np.int32), [len(e.features.points) for _, e in exemplars]
            )
            squares = np.concatenate([squared(one.features.descriptors) for _, one in exemplars])
            self._file = InvertedFile(squares, owners, len(exemplars))

    def look(self, picture: Fingerprint) -> tuple[Sight, ...]:
        features = unpack(picture.features)
        if features is None:
            return ()
        field = EdgeField(features.gray)
        best: dict[tuple[str, str], _Place] = {}
        for one in (*self._by_features(features, field), *self._by_shapes(features, field)):
            key = (one.logo.brand, one.logo.name)
            if one.score >= 1 and (key not in best or best[key].score < one.score):
                best[key] = one
        return tuple(_strongest([_sight(one, features, field, picture) for one in best.values()]))

    def _by_features(self, features: Features, field: EdgeField) -> Iterator[_Place]:
        if self._file is None:
            return
        votes = self._file.votes(features.descriptors)
        for at in np.argsort(-votes, kind="stable")[:TRIED].tolist():
            number, exemplar = self._exemplars[at]
            similar = features.descriptors @ exemplar.features.descriptors.T
            found = place(number, exemplar.features, features, similar)
            if found is None or found.score < CANDIDATE or exemplar.outline is None:
                continue
            matrix, agreement = field.refined(exemplar.outline, found.matrix)
            if plain_scale(matrix) is None:
                continue
            agrees = max(0.0, float(agreement.mean()))
            logo = self._logos[number]
            matrix = matrix.copy()
            matrix[:, :2] *= exemplar.features.width / logo.gray.shape[1]
            score = max(
                agrees * agrees * found.score / BY_FEATURES,
                self._shapes.margin(number, field, matrix) / MARGIN,
            )
            yield _Place(logo, matrix, score, bool(exemplar.change))

    def _by_shapes(self, features: Features, field: EdgeField) -> Iterator[_Place]:
        for seen in self._shapes.find(features.gray, field):
            logo = self._logos[seen.logo]
            yield _Place(logo, seen.matrix, seen.margin / MARGIN, field.lighter(logo.edges, seen.matrix))


def logo_search(assets: Sequence[tuple[str, Asset]]) -> Search:
    """A search for logos, given as (brand, logo), at any size, turned, recoloured or partly covered.

    Raises ImageProblem.
    """
    return Search(_Logos(assets).look)


def _strongest(sights: list[Sight]) -> Iterator[Sight]:
    """Of logos at one place those that fit best: what is one logo looks a little like others."""
    for sight in sights:
        if not any(
            _overlap(sight.box, other.box) >= SAME_PLACE and sight.score < CLEARLY * other.score for other in sights
        ):
            yield sight


def _overlap(one: Box, other: Box) -> float:
    """What two boxes share, as a share of what they cover together."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    shared = max(0, width) * max(0, height)
    areas = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return shared / max(1, areas - shared)


def _sight(place: _Place, features: Features, field: EdgeField, picture: Fingerprint) -> Sight:
    agreement = field.agreement(place.logo.edges, place.matrix[None])[0]
    said = [f"its outline agrees to {max(0.0, float(agreement.mean())):.0%}"]
    if place.inverted:
        said.append("light on dark")
    angle = round(float(np.degrees(np.arctan2(place.matrix[1, 0], place.matrix[0, 0]))))
    if abs(angle) >= TURNED:
        said.append(f"turned by {abs(angle)} degrees")
    if (hidden := float((agreement < AGREES).mean())) >= COVERED:
        said.append(f"{hidden:.0%} of it not seen")
    height, width = place.logo.gray.shape
    box = pixels(box_of((width, height), features, place.matrix), picture)
    return Sight(place.logo.brand, place.logo.name, box, ", ".join(said), round(place.score, 1))
