"""A logo on a ground from which it stands out: many a brand keeps its logo in white, on nothing at all."""

import io

import numpy as np
from PIL import Image, ImageOps

from monitor.images.decode import decode
from monitor.images.drawings import as_picture

LONG_SIDE = 1024
WITHOUT_CLEAR = b"\xff\xd8"
"""A JPEG has nothing transparent."""
SAME = 24
"""Grey levels by which the colours of one ground differ at most, and those of a logo at least."""
NEARLY_ALL = 0.9

Colour = tuple[int, int, int]
WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def as_logo(content: bytes) -> bytes:
    """`as_picture`; a logo that has no ground and is light lies on black, where it is seen. Raises ImageProblem."""
    image, ground = _grounded(content)
    if ground != BLACK:
        return as_picture(content)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def framed(content: bytes, margin: float) -> Image.Image:
    """A logo with a margin of its own ground, as a share of its longer side: dark on light, in full contrast.

    Raises ImageProblem.
    """
    image, ground = _grounded(content)
    wide = ImageOps.expand(image, round(max(image.size) * margin), fill=ground or _ground(image))
    gray = wide.convert("L")
    if _mean(gray) > np.asarray(gray)[0, 0]:
        gray = ImageOps.invert(gray)
    return ImageOps.autocontrast(gray) if np.ptp(np.asarray(gray)) >= SAME else gray


def _grounded(content: bytes) -> tuple[Image.Image, Colour | None]:
    """A logo without a ground on white or on black, whichever it stands out from more; None where it has its own."""
    on_white, _ = decode(as_picture(content), LONG_SIDE)
    if content.startswith(WITHOUT_CLEAR):
        return on_white, None
    on_black, _ = decode(as_picture(content, ground="black"), LONG_SIDE, ground="black")
    if on_white == on_black:
        return on_white, None
    is_light = _mean(on_black) > _mean(ImageOps.invert(on_white))
    return (on_black, BLACK) if is_light else (on_white, WHITE)


def _ground(image: Image.Image) -> Colour:
    """The colour that is nearly all around an opaque picture; white where there is none."""
    pixels = np.asarray(image)
    around = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]).astype(int)
    colour = np.median(around, axis=0)
    same = (np.abs(around - colour) <= SAME).all(axis=1).mean() >= NEARLY_ALL
    red, green, blue = (int(one) for one in colour)
    return (red, green, blue) if same else WHITE


def _mean(image: Image.Image) -> float:
    return float(np.asarray(image.convert("L")).mean())
