"""The closed curves along which the brightness of a picture stays the same: outlines of its shapes, light or dark.

A logo in one colour is bounded by such curves at every level between its own brightness and that of its ground, so that
neither its colours nor what lies around it count (compare the regions of MSER, Matas et al. 2002).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEP, COLOUR_STEP, COLOUR_BLUR = 12, 8, 0.8
"""Grey levels from one level to the next; and those of two colours, which JPEG keeps more coarsely."""
LEAST_POINTS, LEAST_AREA, LARGEST = 16, 30.0, 0.4
"""Pixels of length and of area, and the share of the picture that a shape may fill."""
FRINGED = 600
"""The square of a length against its area beyond which a curve is no shape, but texture; of a disc it is 12."""
FAINT = 1.2
SAME_PLACE, SAME_SIZE = 0.1, 4.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One closed curve: its points (n x 2), and area, centre and second moments of what it holds, in pixels."""

    points: NDArray[np.floating | np.integer]
    area: float
    centre: tuple[float, float]
    moments: tuple[float, float, float]
    """The variances across and down, and between them the covariance: xx, xy, yy."""
    strength: float
    """How steep the brightness is along it, in grey levels a pixel."""


def level_curves(gray: NDArray[np.uint8], step: int = STEP, least_area: float = LEAST_AREA) -> list[Curve]:
    """The curves of a grey picture; of those that nearly coincide the steepest. Deterministic."""
    return _steepest(_all(gray, step, least_area))


def coloured_curves(picture: NDArray[np.uint8]) -> list[Curve]:
    """The curves of a picture in grey, or in red, green and blue: of its brightness, and of its colour without that."""
    if picture.ndim == 2:
        return level_curves(picture)
    opencv: Any = cv2
    apart = opencv.cvtColor(picture, cv2.COLOR_RGB2YCrCb)
    colours = [opencv.GaussianBlur(apart[..., one], (0, 0), COLOUR_BLUR) for one in (1, 2)]
    return _steepest(
        chain(
            _all(np.ascontiguousarray(apart[..., 0]), STEP, LEAST_AREA),
            *(_all(colour, COLOUR_STEP, LEAST_AREA) for colour in colours),
        )
    )


def _steepest(curves: Iterable[Curve]) -> list[Curve]:
    steepest: dict[tuple[int, int, int], Curve] = {}
    for curve in curves:
        grain = 2 + SAME_PLACE * float(np.sqrt(curve.area))
        key = (
            round(curve.centre[0] / grain),
            round(curve.centre[1] / grain),
            round(float(np.log(curve.area)) * SAME_SIZE),
        )
        if key not in steepest or steepest[key].strength < curve.strength:
            steepest[key] = curve
    return list(steepest.values())


def _all(gray: NDArray[np.uint8], step: int, least_area: float) -> Iterator[Curve]:
    opencv: Any = cv2
    across = opencv.Sobel(gray, cv2.CV_32F, 1, 0) / 8
    strength = np.hypot(across, opencv.Sobel(gray, cv2.CV_32F, 0, 1) / 8)
    for level in range(int(gray.min()) + step // 2 + 1, int(gray.max()), step):
        found, _ = opencv.findContours((gray >= level).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
        for contour in found:
            length = len(contour)
            if length < LEAST_POINTS:
                continue
            moments = opencv.moments(contour)
            area = moments["m00"]
            if not least_area <= area <= LARGEST * gray.size or length * length > FRINGED * area:
                continue
            points: NDArray[np.int32] = contour[:, 0]
            along = strength[points[:, 1], points[:, 0]]
            steep = float(np.add.reduce(along) / length)  # as `mean`, in a third of the time
            if steep < FAINT:
                continue
            yield Curve(
                points,
                area,
                (moments["m10"] / area, moments["m01"] / area),
                (moments["mu20"] / area, moments["mu11"] / area, moments["mu02"] / area),
                steep,
            )
