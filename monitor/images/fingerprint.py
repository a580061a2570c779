"""Bytes of a picture to all that later steps need of it."""

import imagehash
import numpy as np
from PIL import Image

from monitor.images.decode import decode
from monitor.images.features import VIEW_SIDE, extract, pack
from monitor.records import Fingerprint

VERSION = 4
SIDE, KEPT = 32, 8
TURNED_OVER = (-1.0) ** np.arange(KEPT)


def fingerprint(content: bytes, *, features: bool = True) -> Fingerprint:
    """The picture's size, perceptual hashes and local features. Same bytes, same fingerprint. Raises ImageProblem.

    Hashes, as 64 bits in hex: `phash` of the whole, as imagehash has it, and `mirrored` of its mirror image; `contrast`
    is the spread of its brightness, 0 to 255 in hex.
    """
    from scipy.fft import dctn  # half of what it takes to load this package, and needed with pictures alone

    image, (width, height) = decode(content, long_side=1024)
    gray = image.convert("L")
    low, high = gray.resize((SIDE, SIDE), Image.Resampling.BOX).getextrema()
    assert isinstance(low, (int, float))
    assert isinstance(high, (int, float))
    small = np.asarray(gray.resize((SIDE, SIDE), Image.Resampling.LANCZOS), np.float64)
    waves = dctn(small)[:KEPT, :KEPT]
    # Of a mirrored picture every second wave across is turned over, and no more.
    hashes = {"phash": waves, "mirrored": waves * TURNED_OVER}
    return Fingerprint(
        version=VERSION,
        width=width,
        height=height,
        hashes={name: str(imagehash.ImageHash(one > np.median(one))) for name, one in hashes.items()}
        | {"contrast": f"{int(high - low):02x}"},
        features=pack(extract(image, view_side=VIEW_SIDE)) if features else b"",
    )
