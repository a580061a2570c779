"""A brand's logos, prepared for being looked for: small, large and inverted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from monitor.brands import Asset
from monitor.images.compact import Compact, compact
from monitor.images.decode import decode
from monitor.images.drawings import as_picture
from monitor.images.edges import Outline, outline
from monitor.images.features import extract

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
    """A logo on a white margin, in two sizes and both polarities, since a photo may show it light on dark.

    Raises ImageProblem.
    """
    framed = _framed(asset)
    ways: tuple[tuple[str, Image.Image], ...] = (("", framed), ("inverted", ImageOps.invert(framed)))
    return [
        Exemplar(asset.name, change, compact(found, LOGO_MOST, NO_VIEW))
        for change, way in ways
        for side in LOGO_SIDES
        if (found := extract(way, long_side=side, most=LOGO_MOST, contrast=LOGO_CONTRAST))
    ]


def logo_drawing(asset: Asset) -> tuple[NDArray[np.uint8], Outline] | None:
    """A logo on a white margin in grey, and its outline; None where it has none. Raises ImageProblem."""
    framed = _framed(asset).convert("L")
    scale = DRAWING_SIDE / max(framed.size)
    size = (max(1, round(framed.width * scale)), max(1, round(framed.height * scale)))
    gray = np.asarray(framed.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC))
    edges = outline(gray)
    return (gray, edges) if edges else None


def _framed(asset: Asset) -> Image.Image:
    image, _ = decode(as_picture(asset.content), long_side=1024)
    return ImageOps.expand(image, round(max(image.size) * LOGO_MARGIN), fill="white")
