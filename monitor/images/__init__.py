"""Pictures: bytes to fingerprints, and how fingerprints are compared. The only place that knows pixels."""

from monitor.images.decode import ImageProblem
from monitor.images.fingerprint import VERSION, fingerprint
from monitor.images.logos import MIRRORED, logo_search
from monitor.images.photos import CUT_OUT, SURROUNDINGS, photo_print, photo_search
from monitor.images.search import Memories, Memory, Recent, Search, Sight
from monitor.images.side_by_side import side_by_side

__all__ = [
    "CUT_OUT", "MIRRORED", "SURROUNDINGS", "VERSION", "ImageProblem", "Memories", "Memory", "Recent", "Search",
    "Sight", "fingerprint", "logo_search", "photo_print", "photo_search", "side_by_side",
]  # fmt: skip
