"""Where one picture lies in another: local features that agree, and one plain movement that explains them."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.features import Features

Matrix = NDArray[np.float64]
K = TypeVar("K", bound=Hashable)
RATIO = 0.85
LEAST_SIMILARITY = 0.80
LEAST_PAIRS = 4
TOLERANCE = 3.0
FULL_SPREAD = 0.05


@dataclass(frozen=True, slots=True)
class Placement(Generic[K]):
    """An asset found in a picture.

    `inliers` features agree on one affine movement, out of `pairs` that look alike; `box` is left, top, right, bottom
    as shares of the picture's sides, 0 to 1; `scale` is how large the asset appears beside its exemplar; `spread` is
    the share of the asset's area that the inliers span; `covered` the share of the asset that lies in the picture.
    `matrix` (2 x 3) takes the asset's pixels to the picture's.
    """

    key: K
    inliers: int
    pairs: int
    box: tuple[float, float, float, float]
    scale: float
    spread: float
    covered: float
    matrix: Matrix

    @property
    def score(self) -> float:
        """How much speaks for it: many inliers, most of the look-alikes among them, spread over the asset."""
        return self.inliers * self.inliers / self.pairs * min(1.0, self.spread / FULL_SPREAD)


def place(key: K, asset: Features, picture: Features, similar: NDArray[np.float32]) -> Placement[K] | None:
    """Where the asset lies in the picture, if it may; `similar` are the likenesses of all pairs of their features."""
    pairs = _pairs(similar)
    if len(pairs) < LEAST_PAIRS:
        return None
    mine, theirs = asset.points[pairs[:, 1]], picture.points[pairs[:, 0]]
    opencv: Any = cv2
    opencv.setRNGSeed(7)
    matrix, kept = opencv.estimateAffine2D(
        mine, theirs, method=cv2.USAC_MAGSAC, ransacReprojThreshold=TOLERANCE, maxIters=2000, confidence=0.999
    )
    if matrix is None or kept is None:
        return None
    inside = kept.ravel().astype(bool)
    inliers = _distinct(mine[inside], theirs[inside])
    scale = plain_scale(matrix)
    if scale is None or inliers < LEAST_PAIRS:
        return None
    moved = _corners((asset.width, asset.height), matrix)
    (x1, y1), (x2, y2) = mine[inside].min(axis=0), mine[inside].max(axis=0)
    return Placement(
        key=key,
        inliers=inliers,
        pairs=len(pairs),
        box=box_of((asset.width, asset.height), (picture.width, picture.height), matrix),
        scale=scale,
        spread=float((x2 - x1) * (y2 - y1) / (asset.width * asset.height)),
        covered=_covered(moved, picture),
        matrix=matrix,
    )


def box_of(size: tuple[int, int], picture: tuple[int, int], matrix: Matrix) -> tuple[float, float, float, float]:
    """Where an asset of a width and height lies in a picture of another: left, top, right, bottom as shares."""
    moved = _corners(size, matrix)
    left, top = np.clip(moved.min(axis=0) / picture, 0, 1)
    right, bottom = np.clip(moved.max(axis=0) / picture, 0, 1)
    return float(left), float(top), float(right), float(bottom)


def _corners(size: tuple[int, int], matrix: Matrix) -> NDArray[np.float64]:
    width, height = size
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)
    moved: NDArray[np.float64] = corners @ matrix[:, :2].T + matrix[:, 2]
    return moved


def _covered(moved: NDArray[np.float64], picture: Features) -> float:
    """The share of the moved asset, as a polygon, that lies within the picture."""
    frame = np.array([(0, 0), (picture.width, 0), (picture.width, picture.height), (0, picture.height)], np.float32)
    opencv: Any = cv2
    polygon = moved.astype(np.float32)
    whole = float(opencv.contourArea(polygon))
    shared, _ = opencv.intersectConvexConvex(polygon, frame)
    return min(1.0, float(shared) / whole) if whole > 0 else 0.0


def _pairs(similar: NDArray[np.float32]) -> NDArray[np.intp]:
    """Pairs (picture's feature, asset's feature) whose best is clearly better than the second best (Lowe 2004)."""
    if similar.shape[1] < 2:
        return np.zeros((0, 2), np.intp)
    best = similar.argmax(axis=1)
    rows = np.arange(len(similar))
    first = similar[rows, best]
    masked = similar.copy()
    masked[rows, best] = -1
    second = masked.max(axis=1)
    near = np.sqrt(np.maximum(0, 2 - 2 * first)) < RATIO * np.sqrt(np.maximum(0, 2 - 2 * second))
    kept = np.flatnonzero(near & (first > LEAST_SIMILARITY))
    order = kept[np.argsort(-first[kept], kind="stable")]
    _, unique = np.unique(best[order], return_index=True)
    chosen = order[np.sort(unique)]
    return np.stack([chosen, best[chosen]], axis=1)


def _distinct(mine: NDArray[np.float32], theirs: NDArray[np.float32]) -> int:
    """How many inliers lie at places of their own on both sides; one place with several directions counts once."""
    a = {tuple(point) for point in np.rint(mine / 3).astype(int).tolist()}
    b = {tuple(point) for point in np.rint(theirs / 3).astype(int).tolist()}
    return min(len(a), len(b))


def plain_scale(matrix: NDArray[np.float64]) -> float | None:
    """The scale of a movement that a camera or a person could make, or None: no mirror, no collapse, little shear."""
    low, high = sorted(np.linalg.svd(matrix[:, :2], compute_uv=False))
    if np.linalg.det(matrix[:, :2]) <= 0 or low < 0.04 or high > 12 or high / low > 2.5:
        return None
    return float(np.sqrt(low * high))
