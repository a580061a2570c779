"""A brand's logos, prepared for being looked for: small, large and inverted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from monitor.brands import Asset
from monitor.images.compact import Compact, compact
from monitor.images.edges import Outline, outline
from monitor.images.features import extract
from monitor.images.logo_grounds import framed

LOGO_SIDES = (128, 256)
DRAWING_SIDE = 256
LOGO_MARGIN = 0.25
LOGO_CONTRAST = 0.01
LOGO_MOST = 600
NO_VIEW = np.zeros((1, 1), np.uint8)


@dataclass(frozen=True, slots=True)
class Exemplar:
    """One way in which an asset may appear: its features, and what was done to it ("" or `inverted`)."""

    asset: str
    change: str
    features: Compact


def logo_exemplars(asset: Asset) -> list[Exemplar]:
    """A logo with a margin, in two sizes and both polarities, since a photo may show it light on dark.

    Raises ImageProblem.
    """
    drawn = framed(asset.content, LOGO_MARGIN)
    ways: tuple[tuple[str, Image.Image], ...] = (("", drawn), ("inverted", ImageOps.invert(drawn)))
    return [
        Exemplar(asset.name, change, compact(found, LOGO_MOST, NO_VIEW))
        for change, way in ways
        for side in LOGO_SIDES
        if (found := extract(way, long_side=side, most=LOGO_MOST, contrast=LOGO_CONTRAST))
    ]


def logo_drawing(asset: Asset) -> tuple[NDArray[np.uint8], Outline] | None:
    """A logo with a margin in grey, dark on light, and its outline; None where it has none. Raises ImageProblem."""
    drawn = framed(asset.content, LOGO_MARGIN)
    scale = DRAWING_SIDE / max(drawn.size)
    size = (max(1, round(drawn.width * scale)), max(1, round(drawn.height * scale)))
    gray = np.asarray(drawn.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC))
    edges = outline(gray)
    return (gray, edges) if edges else None
