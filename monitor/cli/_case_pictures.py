"""The photos of a case as they were crawled, and each find of a logo, a photo or words in them as one picture."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.errors import WorkFailedError
from monitor.records import Evidence, Flag

if TYPE_CHECKING:
    from monitor.crawling.image_files import ImageFiles
    from monitor.store import Case
    from monitor.workspace import Workspace

MOST_PHOTOS, MOST_FINDS = 30, 30
ASSETS = ("logos/", "photos/")
ENDINGS = {b"\xff\xd8": "jpg", b"\x89P": "png", b"RI": "webp", b"GI": "gif", b"\0\0": "avif"}


def pictures_of(
    found: "Case", photos: dict[str, str], files: "ImageFiles", brand: Path, loaded: Iterable[bytes] = ()
) -> dict[str, bytes]:
    """The photos as crawled (digests by address) and the finds in them, as files of a package.

    `loaded` is what a page loaded just now: a photo that a crawl did not keep is taken from there where it is the same.
    """
    made: dict[str, bytes] = {}
    known = {hashlib.sha256(content).hexdigest(): content for content in loaded}
    for url in [url for url in found.listing.images if url in photos][:MOST_PHOTOS]:
        if content := _content(files, photos[url]) or known.get(photos[url]):
            made[f"crawl/photo-{len(made) + 1:02d}.{ENDINGS.get(content[:2], 'bin')}"] = content
    for number, (flag, fact) in enumerate(_finds(found), 1):
        digest = photos.get(fact.image, "")
        content = _content(files, digest) or known.get(digest)
        if content and (picture := _side_by_side(content, brand, flag, fact)):
            made[f"finds/{number:02d}-{flag.kind}.png"] = picture
    return made


def write_finds(folder: Path, found: "Case", photos: dict[str, str], settings: "Workspace") -> list[Path]:
    """Draw the finds of a case into a folder, and give their files; what stands there under their names is replaced."""
    from monitor.crawling.image_files import ImageFiles

    made = pictures_of(found, photos, ImageFiles(settings.images), settings.path / "brands" / found.finding.brand)
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            if name.startswith("finds/"):
                file = folder / f"case-{found.id}-{name.removeprefix('finds/')}"
                file.write_bytes(content)
                written.append(file)
    except OSError as failure:
        raise WorkFailedError(f"{folder}: cannot be written ({failure.strerror}); name another folder") from failure
    return written


def _finds(found: "Case") -> list[tuple[Flag, Evidence]]:
    """What was found in photos: pictures of the brand, and words at a place."""
    facts = [(flag, fact) for flag in found.finding.flags for fact in flag.evidence if fact.image]
    return [(flag, fact) for flag, fact in facts if fact.asset.startswith(ASSETS) or fact.box][:MOST_FINDS]


def _content(files: "ImageFiles", sha256: str) -> bytes:
    try:
        return files.path(sha256).read_bytes() if sha256 else b""
    except OSError:  # photos of a crawl may be cleared away
        return b""


def _side_by_side(photo: bytes, brand: Path, flag: Flag, fact: Evidence) -> bytes:
    from monitor.images import ImageProblem, side_by_side

    try:
        said = f"{fact.told}. {flag.sentence}"
        own = (brand / fact.asset).read_bytes() if fact.asset.startswith(ASSETS) else None
        return side_by_side(photo, own, box=fact.box, name=fact.asset, said=said)
    except (OSError, ImageProblem):  # an asset that was taken out of the dossier since
        return b""
