"""Which of the brands' logos are in a listing's photo: features and shapes say where, edges and colours whether.

Where these leave a doubt, what the logo reads may decide, and where its word was read in the photo, its drawing is
looked for. A word alone is no logo: it is left to who judges words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from monitor.brands import Asset
from monitor.images.assets import logo_drawing, logo_exemplars
from monitor.images.beside_letters import BesideLetters
from monitor.images.boxes import area, shared
from monitor.images.compact import mirrored as in_mirror
from monitor.images.features import Features, coloured, unpack
from monitor.images.fitting import moved
from monitor.images.inverted_file import InvertedFile
from monitor.images.laying import Laying
from monitor.images.logo_judge import Judged, Laid, LogoJudge, Place, mirrored, turns
from monitor.images.logo_shapes import LogoShapes, described_sheets
from monitor.images.logo_traits import Prepared
from monitor.images.memory import give_back
from monitor.images.pairs import Pairs
from monitor.images.placement import place
from monitor.images.rereading import COUNTS, OwnLines
from monitor.images.search import Search, Sight, pixels, search_key
from monitor.images.windows import LogoWindows
from monitor.images.worded_places import WordedPlaces, own_lines_read
from monitor.images.words import reader_version
from monitor.records import Fingerprint, Line

MIRRORED = "seen mirrored"
"""What is said of a logo whose drawing must be turned over to agree; another mark may look so."""
BOUND = 1.0
"""The logarithm of the odds from which a logo is believed to be there."""
LEAST_FEATURES = 0.15
"""The score of features at which a place is looked at."""
LEAST_AGREEMENT = 0.07
"""How far an outline agrees at least where a shape proposes it, before it is laid there exactly."""
BY_CHANCE, LIKE_BY_CHANCE, TRIED_BY_CHANCE = 0.2, 8.0, 4
"""On the sheets more is tried, so that a shape which happens not to be there does not pass for a rare one."""
TRIED, TRIED_MIRRORED = 12, 4
"""So many exemplars are tried, those with most votes; and so many in the mirrored picture."""
WINDOWS, MOST_PLACES = 16, 60
"""So many windows of a picture are looked at, those that are likest a logo, and so many other places, exactly."""
SAME_PLACE, CLEARLY = 0.3, 1.0
"""The share of two boxes that overlaps, and by how much the better score exceeds the other, which then gives way."""
WITHIN = 0.5
"""The share of the smaller of two boxes that overlaps, from which one brand's logos are at one place."""
MOST_READ = 4
"""So many doubtful logos are read."""
TURNED, COVERED, HARDLY = 12, 0.12, 0.7
AGREES = 0.3
"""Degrees, shares of the outline, and the agreement of a point, from which something is worth telling."""


class LogoFinder:
    """Logos, given as (brand, logo), prepared once for being looked for. Raises ImageProblem."""

    def __init__(self, assets: Sequence[tuple[str, Asset]], is_everyday: Callable[[str], bool] = bool) -> None:
        drawn = [(brand, asset, drawing) for brand, asset in assets if (drawing := logo_drawing(asset))]
        self.names = [(brand, asset.name) for brand, asset, _ in drawn]
        drawings = [drawing for _, _, drawing in drawn]
        self._sizes = [gray.shape[::-1] for gray, _ in drawings]
        sized = [(asset, size) for (_, asset, _), size in zip(drawn, self._sizes, strict=True)]
        self._lines, self._worded = OwnLines(sized, is_everyday), WordedPlaces(sized)
        self._shapes, self.judge = LogoShapes(drawings), LogoJudge(drawings)
        grays = [gray for gray, _ in drawings]
        self._beside = BesideLetters(sized, [self.judge.outline(number) for number in range(len(sized))])
        self._windows, self._laying = LogoWindows(grays, self.judge.boxes), Laying(grays, self.judge.boxes)
        self._pairs = Pairs(grays, self.judge.boxes)
        for sheet, shapes in described_sheets() if drawn else ():
            places = self._shapes.propose_by(shapes, sheet, BY_CHANCE, LIKE_BY_CHANCE, TRIED_BY_CHANCE, len(drawn))
            self.judge.calibrate(sheet, places)
        self._exemplars = [(number, one) for number, (_, asset, _) in enumerate(drawn) for one in logo_exemplars(asset)]
        self._file = None
        if self._exemplars:
            owners = np.repeat(
                np.arange(len(self._exemplars), dtype=np.int32), [len(e.features.points) for _, e in self._exemplars]
            )
            squares = np.concatenate([one.features.squares for _, one in self._exemplars])
            self._file = InvertedFile(squares, owners, len(self._exemplars))

    def look(self, picture: Fingerprint, lines: Sequence[Line] = ()) -> tuple[Sight, ...]:
        """The logos in a picture, each where it fits best; `lines` were read in it."""
        features = unpack(picture.features)
        if features is None:
            return ()
        view = Prepared.of(features.view)
        best: dict[tuple[str, str], Judged] = {}
        for places in (self.laid(features, view), self._by_words(lines, view)):
            laid, traits = self.judge.likeliest(view, places)
            for one in self.judge.judge(laid, traits, self.odds(view, laid)):
                name = self.names[one.logo]
                better = one.score >= BOUND - COUNTS and (name not in best or best[name].score < one.score)
                if better and not self._is_word_alone(one, view):
                    best[name] = one
        sure = [self._sight(one, view, picture) for one in best.values() if one.score >= BOUND]
        sure += self._read([one for one in best.values() if one.score < BOUND], view, picture)
        found = tuple(_strongest(sure))
        give_back()
        return found

    def places(self, features: Features) -> list[Place]:
        """Where logos may lie in the view of a picture."""
        shapes = self._shapes.propose(features.view, LEAST_AGREEMENT)
        return [*self._by_features(features), *((*one, 0.0) for one in shapes)]

    def laid(self, features: Features, view: Prepared) -> Laid:
        """Where logos may lie exactly in the view of a picture: by its features and shapes, and by its windows."""
        in_windows = self.judge.as_laid(list(self._in_windows(view)))
        return self.judge.fit(view, self.places(features), MOST_PLACES).with_others(in_windows)

    def _in_windows(self, view: Prepared) -> Iterator[tuple[int, NDArray[np.float64]]]:
        """What the network finds, laid by its pixels; not what was tried on no sheet, as it may look like anything."""
        for window in self._windows.propose(coloured(view.pixels), WINDOWS):
            if self.judge.was_tried[window.logo]:
                placed = self.lay(view, window.logo, window.map)
                if placed is not None:
                    yield window.logo, placed

    def _by_words(self, lines: Sequence[Line], view: Prepared) -> Laid:
        """Where the words that were read say that logos may lie, by their outlines and by their pixels."""
        height, width = view.pixels.shape[:2]
        near = list(self._worded.propose(lines, width, height))
        laid = ((logo, self.lay(view, logo, np.vstack([one, (0, 0, 1)]))) for logo, one in near)
        by_pixels = self.judge.as_laid([(logo, one) for logo, one in laid if one is not None])
        return self.judge.fit(view, [(*one, 0.0) for one in near], MOST_PLACES).with_others(by_pixels)

    def _is_word_alone(self, one: Judged, view: Prepared) -> bool:
        return self._beside.letters_alone(one.logo, self.judge.seen(view.edges, one)[0], one.alike)

    def lay(self, view: Prepared, logo: int, near: NDArray[np.float64]) -> NDArray[np.float64] | None:
        """A logo laid by its pixels from a map (3 x 3) to near where it may be; None where nothing agrees."""
        return self._laying.lay(view.reliefs, logo, near)

    def odds(self, view: Prepared, laid: Laid) -> NDArray[np.float32]:
        """What the network that sees a logo and the view of a picture at once says of each place, as log odds."""
        return self._pairs.odds(coloured(view.pixels), laid.logos.tolist(), laid.maps)

    def _by_features(self, features: Features) -> Iterator[Place]:
        if self._file is None:
            return
        wide = features.view.shape[1]
        grown = wide / features.width
        for seen, most in ((features, TRIED), (in_mirror(features), TRIED_MIRRORED)):
            votes = self._file.votes(seen.descriptors)
            for at in np.argsort(-votes, kind="stable")[:most].tolist():
                number, exemplar = self._exemplars[at][0], self._exemplars[at][1].features.features()
                similar = seen.descriptors @ exemplar.descriptors.T
                found = place(number, exemplar, seen, similar)
                if found is None or found.score < LEAST_FEATURES:
                    continue
                matrix = found.matrix * grown
                matrix[:, 2] += (grown - 1) / 2
                matrix[:, :2] *= exemplar.width / self._sizes[number][0]
                if seen is not features:
                    matrix[0] *= -1
                    matrix[0, 2] += wide - 1
                yield number, matrix, found.score

    def _read(self, doubtful: list[Judged], view: Prepared, picture: Fingerprint) -> Iterator[Sight]:
        """The logos that their word decides, where it is read once more."""
        for one in sorted(doubtful, key=lambda one: -one.score)[:MOST_READ] if view.pixels.ndim > 2 else ():
            text, added = self._lines.read(view.pixels, one.logo, one.map, BOUND - one.score)
            if text:
                sight = self._sight(one, view, picture)
                how = f'its word was read nearly, "{text}", and its drawing is at the same place: {sight.how}'
                yield replace(sight, how=how, score=round(one.score + added, 1))

    def _sight(self, one: Judged, view: Prepared, picture: Fingerprint) -> Sight:
        agreement, inverted = self.judge.seen(view.edges, one)
        said = [f"its outline agrees to {max(0.0, float(agreement.mean())):.0%} and its look to {one.alike:.0%}"]
        if inverted:
            said.append("light on dark")
        corners, _ = moved(self.judge.boxes[one.logo][None], one.map[None])
        angle = round(float(turns(corners)[0]))
        if mirrored(corners)[0]:
            said.append(MIRRORED)
        if abs(angle) >= TURNED:
            said.append(f"turned by {abs(angle)} degrees")
        hidden = float((agreement < AGREES).mean())
        if hidden >= HARDLY:
            said.append("too small, faint or blurred for its outline")
        elif hidden >= COVERED:
            said.append(f"{hidden:.0%} of it not seen")
        shares = np.clip(corners[0] / view.pixels.shape[1::-1], 0, 1)
        left, top, right, bottom = (float(edge) for edge in (*shares.min(axis=0), *shares.max(axis=0)))
        box = pixels((left, top, right, bottom), picture)
        return Sight(*self.names[one.logo], box, ", ".join(said), round(one.score, 1))


def logo_search(assets: Sequence[tuple[str, Asset]], is_everyday: Callable[[str], bool] = bool) -> Search:
    """A search for logos, given as (brand, logo), at any size, turned, recoloured or partly covered.

    A doubtful one whose `lines` are the brand's own words is read once more there; a word that comes up in photos by
    chance, as `is_everyday` says, tells less. Raises ImageProblem.
    """
    reader = reader_version() if any(asset.lines for _, asset in assets) else ""
    words = [text for _, asset in assets for text in asset.words]
    everyday = [line.text for _, asset in assets for line in asset.lines if is_everyday(line.text)]
    key = search_key(f"logos {reader} {everyday}", assets)
    return Search(lambda: LogoFinder(assets, is_everyday).look, key, partial(own_lines_read, words=words))


def _strongest(sights: list[Sight]) -> Iterator[Sight]:
    """Of logos at one place those that fit best: what is one logo looks a little like others.

    Of one brand's the best alone, as its emblem is a part of what holds its name too.
    """
    for sight in sights:
        if not any(_gives_way(sight, other) for other in sights):
            yield sight


def _gives_way(sight: Sight, other: Sight) -> bool:
    both = shared(sight.box, other.box)
    areas = [area(sight.box), area(other.box)]
    if sight.brand == other.brand and both >= WITHIN * max(1, min(areas)):
        return (sight.score, sight.asset) < (other.score, other.asset)
    return both >= SAME_PLACE * max(1, sum(areas) - both) and sight.score < other.score - CLEARLY
