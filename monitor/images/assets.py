"""A brand's logos, prepared for being looked for: small, large and inverted."""

from dataclasses import dataclass

from PIL import Image, ImageOps

from monitor.brands import Asset
from monitor.images.decode import decode
from monitor.images.drawings import as_picture
from monitor.images.edges import Outline, outline
from monitor.images.features import Features, extract

LOGO_SIDES = (128, 256)
LOGO_MARGIN = 0.25
LOGO_CONTRAST = 0.01
LOGO_MOST = 600


@dataclass(frozen=True, slots=True)
class Exemplar:
    """One way in which an asset may appear: its features, and what was done to it ("" or `inverted`).

    `outline` are the edges of a logo in the frame of its features; None for a logo without edges.
    """

    asset: str
    change: str
    features: Features
    outline: Outline | None = None


def logo_exemplars(asset: Asset) -> list[Exemplar]:
    """A logo on a white margin, in two sizes and both polarities, since a photo may show it light on dark.

    Raises ImageProblem.
    """
    image, _ = decode(as_picture(asset.content), long_side=1024)
    framed = ImageOps.expand(image, round(max(image.size) * LOGO_MARGIN), fill="white")
    ways: tuple[tuple[str, Image.Image], ...] = (("", framed), ("inverted", ImageOps.invert(framed)))
    return [
        Exemplar(asset.name, change, found, outline(found.gray))
        for change, way in ways
        for side in LOGO_SIDES
        if (found := extract(way, long_side=side, most=LOGO_MOST, contrast=LOGO_CONTRAST))
    ]
