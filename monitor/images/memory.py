"""Memory that was needed for a moment, given back."""

import ctypes
import os


def give_back() -> None:
    """Return to the system what the C library keeps for later: half of what a model or a picture took, 100 MB and more.

    Where the C library has no such call, nothing happens.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if trim is not None:
        trim(0)
