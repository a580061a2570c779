"""Bytes of a picture to pixels, bounded: nothing is decoded before its size is known and allowed."""

import io
import warnings
from contextlib import nullcontext
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, UnidentifiedImageError, features

from monitor.images.container import ImageProblem, exif_orientation, pixels_of

__all__ = ["ImageProblem", "decode"]

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
MAX_SIDE = 30_000
LEAST_SIDE = 8
LONG_SIDE = 1024
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", *(["AVIF"] if features.check("avif") else []))
LARGE = 8_000_000
STRIP = 2_000_000
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Gray = NDArray[np.uint8]
ImageFile.LOAD_TRUNCATED_IMAGES = False
_one_large_at_a_time = Lock()


def decode(content: bytes, long_side: int = LONG_SIDE, ground: str = "white") -> tuple[Image.Image, tuple[int, int]]:
    """The picture upright, in RGB, its long side at most `long_side`; and its width and height as they were.

    What is transparent shows the ground. Of an animation the first frame. Raises ImageProblem for what is no picture,
    too large, too small or broken.
    """
    if not content:
        raise ImageProblem("is empty")
    if len(content) > MAX_BYTES:
        raise ImageProblem(f"has {len(content)} bytes, more than {MAX_BYTES}")
    plain, orientation = pixels_of(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(plain), formats=FORMATS) as image:
                if image.format == "AVIF":  # its container is libavif's to walk, which turns nothing
                    orientation = exif_orientation(image.info.get("exif", b""))
                return _upright(image, orientation, long_side, ground)
        except ImageProblem:
            raise
        except Image.DecompressionBombError as failure:
            raise ImageProblem("has too many pixels") from failure
        except UnidentifiedImageError as failure:
            raise ImageProblem(f"is no picture but {_looks_like(content)}") from failure
        except Exception as failure:  # decoders raise many kinds of error on hostile bytes
            raise ImageProblem(f"is broken ({type(failure).__name__})") from failure


def _upright(image: Image.Image, orientation: int, long_side: int, ground: str) -> tuple[Image.Image, tuple[int, int]]:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise ImageProblem(f"has {width} x {height} pixels, more than {MAX_PIXELS}")
    if min(width, height) < LEAST_SIDE:
        raise ImageProblem(f"has {width} x {height} pixels, too few to compare")
    with _one_large_at_a_time if width * height > LARGE else nullcontext():
        image.draft("RGB", (long_side, long_side))
        image.load()
        flat = _flat(image, max(1, max(image.size) // (2 * long_side)), ground)
    flat.thumbnail((long_side, long_side), Image.Resampling.BOX)
    if orientation in TURNS:
        flat = flat.transpose(TURNS[orientation])
        if orientation >= 5:
            width, height = height, width
    return flat, (width, height)


def _flat(image: Image.Image, smaller: int, ground: str) -> Image.Image:
    """RGB, `smaller` times smaller, on a ground, made strip by strip: no large copy is made."""
    width, height = image.size
    tall = max(1, STRIP // (width * smaller)) * smaller
    low, high = image.getextrema() if image.mode in {"I;16", "I;16B", "I;16L", "I", "F"} else (0, 0)
    assert isinstance(low, (int, float))
    assert isinstance(high, (int, float))
    flat = Image.new("RGB", (-(-width // smaller), -(-height // smaller)))
    for top in range(0, height, tall):
        strip = image.crop((0, top, width, min(height, top + tall)))
        flat.paste(_strip(strip, float(low), float(high), ground).reduce(smaller), (0, top // smaller))
    return flat


def _strip(image: Image.Image, low: float, high: float, ground: str) -> Image.Image:
    """RGB on the ground; grey of more than 8 bits, which runs from `low` to `high`, is brought to 8."""
    if image.mode in {"I;16", "I;16B", "I;16L", "I", "F"}:
        scaled = (np.asarray(image, dtype=np.float32) - low) * (255 / (high - low) if high > low else 0)
        return Image.fromarray(scaled.astype(np.uint8)).convert("RGB")
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", clear.size, ground), clear).convert("RGB")
    return image.convert("RGB")


def _looks_like(content: bytes) -> str:
    start = content[:200].lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<body")):
        return "a web page"
    if b"<svg" in content[:1000].lower() or start.startswith(b"<?xml"):
        return "an SVG drawing, which is not read"
    return "something else"
