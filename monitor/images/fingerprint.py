"""Bytes of a picture to all that later steps need of it."""

import imagehash
from PIL import Image, ImageOps

from monitor.images.decode import decode
from monitor.images.features import extract, pack
from monitor.records import Fingerprint

VERSION = 2


def fingerprint(content: bytes, *, features: bool = True) -> Fingerprint:
    """The picture's size, perceptual hashes and local features. Same bytes, same fingerprint. Raises ImageProblem.

    Hashes, as 64 bits in hex: `phash` of the whole, `mirrored` of its mirror image, `dhash`; `contrast` is the spread
    of its brightness, 0 to 255 in hex.
    """
    image, (width, height) = decode(content, long_side=1024)
    low, high = image.convert("L").resize((32, 32), Image.Resampling.BOX).getextrema()
    assert isinstance(low, (int, float))
    assert isinstance(high, (int, float))
    return Fingerprint(
        version=VERSION,
        width=width,
        height=height,
        hashes={
            "phash": str(imagehash.phash(image)),
            "mirrored": str(imagehash.phash(ImageOps.mirror(image))),
            "dhash": str(imagehash.dhash(image)),
            "contrast": f"{int(high - low):02x}",
        },
        features=pack(extract(image)) if features else b"",
    )
