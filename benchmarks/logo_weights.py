"""Learn what speaks for a logo being where it may be, and print it as monitor/images/logo_weights.py holds it.

`python -m benchmarks.logo_weights [--every N]`. Learnt on four sets of `benchmarks.logos`, and told how it does on each
by what the other three give. Nothing of ../shared/data/logos_composed is looked at.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks import _negatives
from benchmarks._composed import TOLD
from benchmarks.false_alarms import own_assets
from benchmarks.logos import made
from monitor.images import fingerprint
from monitor.images.assets import DRAWING_SIDE, LOGO_MARGIN
from monitor.images.features import unpack
from monitor.images.fitting import moved
from monitor.images.logo_judge import with_odds
from monitor.images.logo_traits import NAMES, Prepared
from monitor.images.logos import LogoFinder

Floats = NDArray[np.float64]
SETS = range(TOLD, TOLD + 4)
"""None of their marks is known to the network, which would find those that it has learnt likelier than others."""
RIGHT = 0.06
"""How far the corners of a logo that is found rightly lie from the true ones, by its diagonal."""
RIDGE, ROUNDS = 30.0, 50


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen at one place: in which picture, of which logo, whether it is in the picture, and how far away."""

    picture: Path
    logo: str
    shown: bool
    apart: float
    proposed: bool
    traits: Floats


def looked(folder: Path, every: int) -> Iterator[Looked]:
    """All places of a set, and those where logos truly are."""
    finder = LogoFinder(own_assets(folder.parent, folder.name))
    numbers = {brand: number for number, (brand, _) in enumerate(finder.names)}
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text("utf-8").splitlines()]
    for row in [row for row in rows if "image" in row][::every]:
        print_ = fingerprint((folder / row["image"]).read_bytes())
        features = unpack(print_.features)
        if features is None:
            continue
        view, true = Prepared.of(features.view), numbers.get(row["shows"], -1)
        asked = [(finder.laid(features, view), True)]
        own = corners = np.zeros((4, 2))
        if true >= 0:
            scale = view.pixels.shape[1] / print_.width
            own = ink_corners(folder / "logos" / f"{row['shows']}.png")
            corners = (np.array(row["corners"]) + 0.5) * scale - 0.5
            matrix = np.linalg.lstsq(np.column_stack([own, np.ones(4)]), corners)[0].T
            asked.append((finder.judge.fit(view, [(true, matrix, 0.0)], 1), False))
        for laid, proposed in asked:
            found = with_odds(finder.judge.traits(view, laid), finder.odds(view, laid))
            for number, exact, traits in zip(laid.logos, laid.maps, found, strict=True):
                away, brand = apart(own, exact, corners), finder.names[number][0]
                yield Looked(folder / row["image"], brand, number == true, away, proposed, traits.astype(np.float64))


def apart(own: Floats, placed: NDArray[np.floating], corners: Floats) -> float:
    """How far a map lays the corners of a drawing from the true ones, by their diagonal."""
    there, _ = moved(own[None].astype(np.float32), placed[None].astype(np.float32))
    return float(np.hypot(*(there[0] - corners).T).mean() / max(1.0, float(np.hypot(*np.ptp(corners, axis=0)))))


def ink_corners(file: Path) -> Floats:
    """The corners of a logo in its drawing."""
    with Image.open(file) as image:
        wide, high = image.size
    margin = round(max(wide, high) * LOGO_MARGIN)
    scale = DRAWING_SIDE / (max(wide, high) + 2 * margin)
    return (np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float64) + margin) * scale - 0.5


def learnt(places: list[Looked]) -> tuple[Floats, float]:
    """The weights and the bias of a logistic regression; places of the right logo that are not quite right are left."""
    kept = [one for one in places if not one.shown or one.apart < RIGHT]
    traits = np.array([one.traits for one in kept])
    wanted = np.array([one.shown for one in kept], np.float64)
    middle, spread = traits.mean(axis=0), traits.std(axis=0)
    scaled = np.column_stack([(traits - middle) / spread, np.ones(len(kept))])
    ridge = np.diag([RIDGE] * len(NAMES) + [0.0])
    weights = np.zeros(len(NAMES) + 1)
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (odds - wanted) + ridge @ weights
        bend = (scaled * (odds * (1 - odds))[:, None]).T @ scaled + ridge
        weights -= np.linalg.solve(bend, slope)
    own = weights[:-1] / spread
    return own, float(weights[-1] - own @ middle)


def tell(sets: dict[int, list[Looked]]) -> None:
    """Print recall and false finds for bounds of the score, each set told by the weights of the others."""
    best: dict[tuple[Path, str, bool], float] = {}
    for number, places in sets.items():
        weights, bias = learnt([one for other, known in sets.items() if other != number for one in known])
        for one in places:
            if one.proposed:
                key = (one.picture, one.logo, one.shown)
                best[key] = max(best.get(key, -np.inf), float(one.traits @ weights + bias))
    shown = len({one.picture for places in sets.values() for one in places if one.shown})
    for bound in np.arange(-1, 5, 0.5):
        right = sum(score >= bound for (_, _, there), score in best.items() if there)
        wrong = sum(score >= bound for (_, _, there), score in best.items() if not there)
        print(f"# bound {bound}: recall {right / shown:.3f} of {shown}, {wrong} logos that are not there")


def main() -> None:
    """Learn, print, and tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.logo_weights", description="Learn the weights.")
    parser.add_argument("--every", type=int, default=1, help="take every Nth picture alone")
    given = parser.parse_args()
    cv: Any = cv2
    cv.setNumThreads(1)
    cache = _negatives.cache_folder().parent
    sets = {number: list(looked(cache / made(number), given.every)) for number in SETS}
    weights, bias = learnt([one for places in sets.values() for one in places])
    tell(sets)
    print(f"BIAS = {bias:.2f}\nWEIGHTS = {{")
    sys.stdout.writelines(f'    "{name}": {weight:.2f},\n' for name, weight in zip(NAMES, weights, strict=True))
    print("}")


if __name__ == "__main__":
    main()
