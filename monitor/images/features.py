"""Local features of a picture, and a small view of it in colour, packed for the store."""

import struct
import zlib
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

HEAD = struct.Struct("<4sHHHI")
MAGIC = b"SFT3"
LONG_SIDE = 512
VIEW_SIDE = 640
"""A picture is kept somewhat larger than its features need, in which small logos can still be told."""
MAX_FEATURES = 1_000
CONTRAST = 0.02
EDGE = 15
VIEW_QUALITY = 80

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Features:
    """SIFT features (Lowe 2004): `points` are n x 2 pixel positions in a picture of `width` x `height`.

    `descriptors` are n x 128, made RootSIFT (Arandjelović and Zisserman 2012): square roots of values that sum to 1.
    The strongest come first. `view` is the picture itself, as it was or from a JPEG of it, in grey or red, green and
    blue, and perhaps of another size.
    """

    points: Floats
    descriptors: Floats
    width: int
    height: int
    view: Pixels

    @property
    def gray(self) -> Gray:
        """The view in grey, in the size of the features."""
        gray = in_gray(self.view)
        return gray if gray.shape == (self.height, self.width) else scaled(gray, max(self.width, self.height))


def extract(
    image: Image.Image,
    *,
    long_side: int = LONG_SIDE,
    view_side: int | None = None,
    most: int = MAX_FEATURES,
    contrast: float = CONTRAST,
) -> Features | None:
    """The strongest features of an RGB picture, its long side scaled to `long_side` pixels; None without any.

    The view is in colour where `view_side` gives its long side, else in grey and of the size of the features.
    """
    gray = scaled(np.asarray(image.convert("L"), np.uint8), long_side)
    opencv: Any = cv2
    sift = opencv.SIFT_create(nfeatures=most, contrastThreshold=contrast, edgeThreshold=EDGE)
    keypoints, described = sift.detectAndCompute(gray, None)
    if described is None or len(keypoints) < 2:
        return None
    order = np.argsort([-keypoint.response for keypoint in keypoints], kind="stable")[:most]
    points = np.array([keypoints[number].pt for number in order], np.float32)
    rounded = np.clip(np.rint(points * 64), 0, 65535).astype(np.float32) / np.float32(64)
    descriptors = rooted(np.clip(np.rint(described[order]), 0, 255).astype(np.uint8))
    view = scaled(np.asarray(image.convert("RGB"), np.uint8), view_side) if view_side else gray
    return Features(rounded, descriptors, gray.shape[1], gray.shape[0], view)


def in_gray(pixels: Pixels) -> Gray:
    """A picture in grey or in red, green and blue, in grey."""
    opencv: Any = cv2
    gray: Gray = pixels if pixels.ndim == 2 else opencv.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return gray


def coloured(pixels: Pixels) -> Pixels:
    """A picture in grey or in red, green and blue, in the latter."""
    return np.repeat(pixels[..., None], 3, axis=2) if pixels.ndim == 2 else pixels


def scaled(pixels: Pixels, long_side: int) -> Pixels:
    """A picture, its long side so many pixels."""
    height, width = pixels.shape[:2]
    scale = long_side / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    opencv: Any = cv2
    small: Pixels = opencv.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    return small


def pack(features: Features | None) -> bytes:
    """The features as bytes, about 100 bytes each, with the view as JPEG; empty for None."""
    if features is None:
        return b""
    points = np.rint(features.points * 64).astype("<u2").tobytes()
    squares = squared(features.descriptors).tobytes()
    opencv: Any = cv2
    _, encoded = opencv.imencode(
        ".jpg",
        features.view[..., ::-1] if features.view.ndim > 2 else features.view,
        [cv2.IMWRITE_JPEG_QUALITY, VIEW_QUALITY],
    )
    view: bytes = encoded.tobytes()
    head = HEAD.pack(MAGIC, len(features.points), features.width, features.height, len(view))
    return head + view + zlib.compress(points + squares, 1)


def unpack(packed: bytes) -> Features | None:
    """The features that were packed, or None where there are none. Raises ValueError for bytes of another kind."""
    if not packed:
        return None
    magic, count, width, height, length = HEAD.unpack_from(packed)
    if magic != MAGIC:
        raise ValueError("features of an unknown version")
    opencv: Any = cv2
    view = np.frombuffer(packed, np.uint8, length, HEAD.size)
    pixels: Pixels = opencv.imdecode(view, cv2.IMREAD_UNCHANGED)
    pixels = np.ascontiguousarray(pixels[..., ::-1]) if pixels.ndim > 2 else pixels
    raw = zlib.decompress(packed[HEAD.size + length :])
    points = np.frombuffer(raw, "<u2", count * 2).reshape(count, 2).astype(np.float32) / np.float32(64)
    return Features(points, rooted(np.frombuffer(raw, np.uint8, count * 128, count * 4)), width, height, pixels)


def squared(descriptors: Floats) -> NDArray[np.uint8]:
    """Descriptors as bytes, which `rooted` takes back."""
    return np.clip(np.rint(descriptors**2 * 4080), 0, 255).astype(np.uint8)


def rooted(described: NDArray[np.uint8]) -> Floats:
    """SIFT descriptors as bytes to the square roots of values that sum to 1."""
    values = described.reshape(-1, 128).astype(np.float32)
    sums = np.maximum(values.sum(axis=1, keepdims=True), np.float32(1))
    roots: Floats = np.sqrt(values / sums).astype(np.float32)
    return roots
