"""The usual ways to find a picture again, to be measured beside ours: whole-image hashes, and ORB with a homography."""

import io
from collections.abc import Callable
from typing import Any

import cv2
import imagehash
import numpy as np
from PIL import Image

from monitor.brands import Asset

try:
    import pdqhash
except ImportError:
    pdqhash = None

Assets = list[tuple[str, Asset]]
Look = Callable[[bytes], list[tuple[str, float]]]
ORB_SIDE, ORB_FEATURES, RATIO, LEAST_PAIRS = 800, 1_000, 0.8, 4


def _opened(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as image:
        if image.has_transparency_data:
            clear = image.convert("RGBA")
            return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
        return image.convert("RGB")


def _best(scores: list[tuple[str, float]]) -> list[tuple[str, float]]:
    return [max(scores, key=lambda one: one[1])] if scores else []


def whole_hash(assets: Assets) -> Look:
    """imagehash's pHash of the whole picture; the score is the number of bits that agree."""
    known = [(brand, imagehash.phash(_opened(asset.content))) for brand, asset in assets]

    def look(content: bytes) -> list[tuple[str, float]]:
        own = imagehash.phash(_opened(content))
        return _best([(brand, float(64 - (own - other))) for brand, other in known])

    return look


def pdq(assets: Assets) -> Look:
    """PDQ of the whole picture; the score is the number of its 256 bits that agree."""

    def hashed(content: bytes) -> Any:
        return pdqhash.compute(np.asarray(_opened(content)))[0].astype(bool)

    known = [(brand, hashed(asset.content)) for brand, asset in assets]

    def look(content: bytes) -> list[tuple[str, float]]:
        own = hashed(content)
        return _best([(brand, float((own == other).sum())) for brand, other in known])

    return look


def orb(assets: Assets) -> Look:
    """ORB with the ratio test and a homography by RANSAC; the score is the number of inliers."""
    opencv: Any = cv2
    detector = opencv.ORB_create(nfeatures=ORB_FEATURES)
    matcher = opencv.BFMatcher(cv2.NORM_HAMMING)

    def features(content: bytes) -> tuple[Any, Any]:
        image = _opened(content).convert("L")
        image.thumbnail((ORB_SIDE, ORB_SIDE))
        points, described = detector.detectAndCompute(np.asarray(image), None)
        return np.array([point.pt for point in points], np.float32), described

    known = [(brand, *features(asset.content)) for brand, asset in assets]

    def look(content: bytes) -> list[tuple[str, float]]:
        points, described = features(content)
        scores = []
        for brand, theirs, other in known:
            if described is None or other is None or len(other) < 2:
                continue
            pairs = [
                both[0]
                for both in matcher.knnMatch(described, other, k=2)
                if len(both) == 2 and both[0].distance < RATIO * both[1].distance
            ]
            if len(pairs) < LEAST_PAIRS:
                continue
            _, inside = opencv.findHomography(
                theirs[[pair.trainIdx for pair in pairs]], points[[pair.queryIdx for pair in pairs]], cv2.RANSAC, 5.0
            )
            scores.append((brand, float(inside.sum()) if inside is not None else 0.0))
        return _best(scores)

    return look


WAYS: dict[str, Callable[[Assets], Look]] = {"imagehash pHash": whole_hash}
if pdqhash is not None:
    WAYS["PDQ"] = pdq
WAYS["ORB, homography"] = orb
