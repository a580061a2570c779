"""Pictures that a person adds as evidence: whether a file is one, and what a sealed photo is said to show."""

import io
from pathlib import Path, PurePath

LISTING = "listing"
"""What a photo shows that stands behind what is alleged: the page of the listing, as a capture does."""
SHOWS = (LISTING, "other")
SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def is_picture(name: str, content: bytes) -> bool:
    """Whether a file is a picture that opens, by its name and its content."""
    from PIL import Image, UnidentifiedImageError

    if PurePath(name).suffix.lower() not in SUFFIXES:
        return False
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return False
    return True


def pictures_of(package: Path) -> list[Path]:
    """The files of a sealed package that a person added and that are pictures."""
    return [path for path in sorted((package / "files").glob("*")) if is_picture(path.name, path.read_bytes())]


def why_idle(package: Path) -> str:
    """Why a sealed photo stands behind nothing, in words; empty where it is a picture of the listing's page."""
    from monitor.cli._sealed_evidence import about

    if not pictures_of(package):
        return "no picture that opens"
    said = about(package)
    if not str(said.get("note") or "").strip():
        return "a photo of which nobody said what it shows"
    if said.get("shows") != LISTING:
        return (
            "a photo that stands behind nothing but its note: nobody said with --shows listing that it shows the page"
        )
    return ""
