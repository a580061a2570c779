"""The fonts of this machine that a .pdf is set in: of a known list those that are there, and what they hold."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
# In a collection of faces the number is that of the simplified Chinese one, where there is a choice.
KNOWN = {
    "NotoSans-Regular.ttf": 0, "DejaVuSans.ttf": 0, "LiberationSans-Regular.ttf": 0, "Arial.ttf": 0, "arial.ttf": 0,
    "NotoSansCJK-Regular.ttc": 2, "NotoSerifCJK-Regular.ttc": 2, "NotoSansSC-Regular.otf": 0, "wqy-zenhei.ttc": 0,
    "wqy-microhei.ttc": 0, "DroidSansFallbackFull.ttf": 0, "uming.ttc": 0, "simsun.ttc": 0, "msyh.ttc": 0,
    "Arial Unicode.ttf": 0, "STHeiti Light.ttc": 1,
}  # fmt: skip
BUILT_IN = "helvetica"
"""What every reader of .pdf has, for Western European letters alone."""
JOINED = frozenset({"R", "AL"})
"""The directions of scripts that run from the right: they need shaping, which is not done here."""


class Font(NamedTuple):
    """One face in a file."""

    path: Path
    number: int


def found_fonts(folders: Iterable[Path] = FOLDERS) -> tuple[Font, ...]:
    """The known fonts that are there, in the order of the list, and last what every reader has."""
    there = {path.name: path for folder in folders if folder.is_dir() for path in folder.rglob("*.[to]t[fc]")}
    return (*(Font(there[name], number) for name, number in KNOWN.items() if name in there), Font(Path(BUILT_IN), 0))


@lru_cache(maxsize=8)
def holds(font: Font) -> frozenset[int]:
    """The characters that a face has a shape for."""
    from fontTools.ttLib import TTFont, TTLibError

    if font.path.name == BUILT_IN:
        return frozenset((*range(0x20, 0x7F), *range(0xA0, 0x100)))
    number = font.number if font.path.suffix == ".ttc" else -1
    try:
        with font.path.open("rb") as file, TTFont(file, fontNumber=number, lazy=True) as face:
            return frozenset(face.getBestCmap() or ())
    except (OSError, TTLibError):  # a broken font is as good as none
        return frozenset()


def choose(text: str, fonts: Sequence[Font]) -> tuple[list[Font], str]:
    """The fonts that a text needs, each for what those before it lack, and the characters that none can set.

    What every reader has is not embedded, and so not mixed with what is: it is taken where it holds all, or not at all.
    """
    left = {c for c in text if c != "\n"}
    needed = []
    unset = {c for c in left if unicodedata.bidirectional(c) in JOINED or unicodedata.category(c) in ("Mn", "Mc")}
    left -= unset
    for font in fonts:
        if not left:
            break
        if found := {c for c in left if ord(c) in holds(font)}:
            needed.append(font)
            left -= found
    if len(needed) > 1 and any(font.path.name == BUILT_IN for font in needed):
        return choose(text, [font for font in fonts if font.path.name != BUILT_IN])
    return needed, "".join(sorted(left | unset))
