"""The fingerprints of the brands' own photos: computed once, and kept in the workspace, so that commands start fast."""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from monitor.brands import Asset, Brand
from monitor.images import VERSION, ImageProblem, photo_print
from monitor.images.memory import give_back
from monitor.records import Fingerprint
from monitor.workspace import Workspace

FOLDER = "own-photos"
MOST_FILES = 5_000
"""Files of photos that were not used for longest are removed beyond; each has some 70 kB."""
WORTH_SAYING = 50
DIGEST = 32

logger = logging.getLogger(__name__)


def with_photo_prints(brands: Sequence[Brand], workspace: Workspace) -> tuple[Brand, ...]:
    """The brands, their photos with fingerprints; one that is no picture is left, to be told where it is compared."""
    folder = workspace.images / FOLDER
    known: dict[str, Fingerprint | None] = {}
    new: dict[str, bytes] = {}
    for photo in (photo for brand in brands for photo in brand.photos):
        name = _name(photo)
        if name not in known:
            known[name] = _load(folder / name)
            if known[name] is None:
                new[name] = photo.content
    if len(new) >= WORTH_SAYING:
        logger.info("Preparing %d of the brands' photos, once", len(new))
    if new:
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for name, print_ in zip(new, pool.map(_computed, new.values()), strict=True):
                known[name] = print_
                if print_ is not None:
                    _save(folder / name, print_)
        _prune(folder)
        give_back()
    return tuple(
        replace(brand, photos=tuple(replace(photo, fingerprint=known[_name(photo)]) for photo in brand.photos))
        if brand.photos
        else brand
        for brand in brands
    )


def _name(photo: Asset) -> str:
    return f"{hashlib.sha256(photo.content).hexdigest()}-{VERSION}"


def _computed(content: bytes) -> Fingerprint | None:
    try:
        return photo_print(content)
    except ImageProblem:
        return None


def _save(path: Path, print_: Fingerprint) -> None:
    """Keep a fingerprint with its digest; a folder that cannot be written only means that it is computed again."""
    head = json.dumps([print_.width, print_.height, dict(print_.hashes)]).encode()
    body = head + b"\n" + print_.features
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).digest() + body)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


def _load(path: Path) -> Fingerprint | None:
    """What is kept; None where there is no such file, or where it is not whole."""
    try:
        content = path.read_bytes()
        body = content[DIGEST:]
        if hashlib.sha256(body).digest() != content[:DIGEST]:
            return None
        with suppress(OSError):
            os.utime(path)
        head, _, features = body.partition(b"\n")
        width, height, hashes = json.loads(head)
        return Fingerprint(version=VERSION, width=width, height=height, hashes=hashes, features=features)
    except (OSError, ValueError):
        return None


def _prune(folder: Path) -> None:
    with suppress(OSError):
        files = sorted((file.stat().st_mtime, file) for file in folder.iterdir())
        for _, file in files[: max(0, len(files) - MOST_FILES)]:
            file.unlink(missing_ok=True)
