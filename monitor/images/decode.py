"""Bytes of a picture to pixels, bounded: nothing is decoded before its size is known and allowed."""

import io
import warnings

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

MAX_BYTES = 20_000_000
MAX_PIXELS = 60_000_000
MAX_SIDE = 30_000
LEAST_SIDE = 8
LONG_SIDE = 1024
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")

Gray = NDArray[np.uint8]
ImageFile.LOAD_TRUNCATED_IMAGES = False


class ImageProblem(ValueError):  # noqa: N818  it is data's fault, told to people as a problem
    """Bytes that give no picture; the text says why."""


def decode(content: bytes, long_side: int = LONG_SIDE) -> tuple[Image.Image, tuple[int, int]]:
    """The picture upright, in RGB on white, its long side at most `long_side`; and its width and height as they were.

    Of an animation the first frame. Raises ImageProblem for what is no picture, too large, too small or broken.
    """
    if not content:
        raise ImageProblem("is empty")
    if len(content) > MAX_BYTES:
        raise ImageProblem(f"has {len(content)} bytes, more than {MAX_BYTES}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                return _upright(image, long_side)
        except ImageProblem:
            raise
        except Image.DecompressionBombError as failure:
            raise ImageProblem("has too many pixels") from failure
        except UnidentifiedImageError as failure:
            raise ImageProblem(f"is no picture but {_looks_like(content)}") from failure
        except Exception as failure:  # decoders raise many kinds of error on hostile bytes
            raise ImageProblem(f"is broken ({type(failure).__name__})") from failure


def _upright(image: Image.Image, long_side: int) -> tuple[Image.Image, tuple[int, int]]:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise ImageProblem(f"has {width} x {height} pixels, more than {MAX_PIXELS}")
    if min(width, height) < LEAST_SIDE:
        raise ImageProblem(f"has {width} x {height} pixels, too few to compare")
    image.draft("RGB", (long_side, long_side))
    orientation = image.getexif().get(0x0112, 1)
    image.load()
    flat = _on_white(image)
    flat.thumbnail((long_side, long_side), Image.Resampling.BOX, reducing_gap=2.0)
    if orientation in range(2, 9):
        flat.getexif()[0x0112] = orientation
        flat = ImageOps.exif_transpose(flat)
        if orientation >= 5:
            width, height = height, width
    return flat, (width, height)


def _on_white(image: Image.Image) -> Image.Image:
    """RGB, with what is transparent as white; 16-bit grey is brought to 8 bits."""
    if image.mode in {"I;16", "I;16B", "I;16L", "I", "F"}:
        pixels = np.asarray(image, dtype=np.float64)
        low, high = float(pixels.min()), float(pixels.max())
        scaled = (pixels - low) * (255 / (high - low) if high > low else 0)
        return Image.fromarray(scaled.astype(np.uint8)).convert("RGB")
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return image.convert("RGB")


def _looks_like(content: bytes) -> str:
    start = content[:200].lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<body")):
        return "a web page"
    if b"<svg" in content[:1000].lower() or start.startswith(b"<?xml"):
        return "an SVG drawing, which is not read"
    return "something else"
