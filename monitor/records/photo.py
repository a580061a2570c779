"""A photo of a listing, and what was computed from its bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from monitor.records.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """All that later steps need of a picture, so that they never decode it again.

    `width` and `height` are pixels of the upright picture as decoded; `hashes` are perceptual hashes by name, in hex;
    `features` are local features packed by `monitor.images`, which alone can read them; `version` names the method.
    """

    version: int
    width: int
    height: int
    hashes: Mapping[str, str] = field(default_factory=dict)
    features: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """One picture of a listing: where it was found, its content's digest and fingerprint, or what went wrong.

    `words` is what was read in it; None where nobody read it.
    """

    url: str
    sha256: str = ""
    fingerprint: Fingerprint | None = None
    words: Words | None = None
    problem: str = ""
