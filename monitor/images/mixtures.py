"""How the colours of a picture are mixed to be most like a drawing, which is in grey.

So it does not count in which colours a logo is printed, nor which of them is light.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SMOOTH = 4.0
"""A square of grey levels that counts for nothing."""


def centred(seen: Floats) -> Floats:
    """The colours of k places (k x n x colours) without their means; each colour lies in one piece, which is faster."""
    apart = np.ascontiguousarray(seen.transpose(0, 2, 1))
    found: Floats = (apart - apart.mean(axis=2, keepdims=True)).transpose(0, 2, 1)
    return found


def mixtures(seen: Floats, drawn: Floats) -> tuple[Floats, Floats]:
    """The mixture of the colours of k places (k x n x colours) that is most like drawn values (k x n, or 1 x n).

    Also what each colour has in common with them; both k x colours x 1. All are given without their means.
    """
    count = seen.shape[1]
    spread = seen.transpose(0, 2, 1) @ seen / count + SMOOTH * np.eye(seen.shape[2], dtype=np.float32)
    shared = seen.transpose(0, 2, 1) @ drawn[..., None] / count
    return np.linalg.solve(spread, shared), shared
