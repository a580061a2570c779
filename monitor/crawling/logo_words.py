"""The words that the brands' own logos read: found once, and kept in the workspace, so that no later command reads."""

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from monitor.brands import Asset, Brand
from monitor.images import ImageProblem
from monitor.images.logo_grounds import as_logo
from monitor.images.words import AT_ONCE, VERSION, read_words, why_not
from monitor.records import Line
from monitor.workspace import Workspace

FILE = "logo-words.json"
READING = f"{VERSION}, as it is seen"
"""Raised when the same logo may give other words."""
SURE = 0.8
"""It need not be surer: only what is the brand's own name or mark counts of it."""
LEAST = 3
WORTH_SAYING = 20

logger = logging.getLogger(__name__)


def with_logo_words(brands: Sequence[Brand], workspace: Workspace) -> tuple[Brand, ...]:
    """The brands, their logos with the words that they read; the same brands where words are not to be read.

    What was read before is taken from `logo-words.json` beside the photos; a logo that is new is read where this
    machine can, and has no words where it cannot.
    """
    if not workspace.read_words:
        return tuple(brands)
    path = workspace.images / FILE
    known = _load(path)
    new = {_digest(logo): logo.content for brand in brands for logo in brand.logos if _digest(logo) not in known}
    if new and not why_not():
        if len(new) >= WORTH_SAYING:
            logger.info("Reading the words in %d logos, once", len(new))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            known |= dict(zip(new, pool.map(lines_of, new.values()), strict=True))
        _save(path, known)
    return tuple(_told(brand, known) for brand in brands)


def _told(brand: Brand, known: Mapping[str, Sequence[Line]]) -> Brand:
    logos = tuple(replace(logo, lines=tuple(known.get(_digest(logo), ()))) for logo in brand.logos)
    return replace(brand, logos=logos) if logos != brand.logos else brand


def _digest(logo: Asset) -> str:
    return hashlib.sha256(logo.content).hexdigest()


def lines_of(content: bytes) -> list[Line]:
    """The sure lines of a logo; none of one that cannot be read, which is told where logos are compared."""
    try:
        lines = read_words(as_logo(content)).lines
    except ImageProblem:
        return []
    return [line for line in lines if line.confidence >= SURE and sum(map(str.isalnum, line.text)) >= LEAST]


def _save(path: Path, known: Mapping[str, Sequence[Line]]) -> None:
    """Keep what was read; a folder that cannot be written only means that it is read again."""
    lines = {digest: [asdict(line) for line in found] for digest, found in known.items()}
    text = json.dumps({"version": READING, "lines": lines}, ensure_ascii=False, indent=0, sort_keys=True)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)


def _line(kept: Mapping[str, Any]) -> Line:
    left, top, right, bottom = map(float, kept["box"])
    return Line(text=str(kept["text"]), box=(left, top, right, bottom), confidence=float(kept["confidence"]))


def _load(path: Path) -> dict[str, list[Line]]:
    """What is kept; nothing where it is of another reader, or no such file."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        if kept["version"] != READING:
            return {}
        return {str(digest): [_line(one) for one in lines] for digest, lines in kept["lines"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
