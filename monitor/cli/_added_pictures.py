"""Pictures that a person adds as evidence: whether a file is one, and what a sealed photo is said to show."""

import io
from pathlib import Path, PurePath

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
    """Why a sealed photo stands behind nothing, in words; empty where it is a picture with what it shows."""
    from monitor.cli._sealed_evidence import about

    if not pictures_of(package):
        return "no picture that opens"
    return "" if str(about(package).get("note") or "").strip() else "a photo of which nobody said what it shows"
