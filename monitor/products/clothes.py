"""Whether a name is that of a garment in sizes of letters: a jacket comes in XL, a jacket hanger XL is another."""

import re
from functools import lru_cache

from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.words import fold, lexicon

KEPT = 8192
"""Of so many names it is kept whether they are of garments."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
FIRST_ASIAN = "\u2e80"


@lru_cache(maxsize=1)
def _kinds() -> tuple[Kind, Kind, Kind]:
    table = data("clothes.toml")
    garments, around, before = (kind_of(" ".join(table[name].values())) for name in ("garments", "around", "for"))
    return garments, around, before


@lru_cache(maxsize=KEPT)
def is_garment(name: str) -> bool:
    """Whether a name is that of a garment; False where it may be of what keeps or makes one ("shirt press").

    In names in lower case any word right behind the garment that is no colour, wearer or filler may make it so.
    """
    garments, around, _ = _kinds()
    folded = fold(name)
    if not garments.within_text(folded) or around.within_text(folded):
        return False
    written = WORD.findall(name)
    places = [at for at, word in enumerate(written) if garments.within_text(fold(word))]
    return bool(places) and all(_is_head(written, at) for at in places)


def _is_head(written: list[str], at: int) -> bool:
    """Whether nothing beside a garment says that something else is named for it."""
    before = [fold(word) for word in written[max(0, at - 2) : at]]
    behind = written[at + 1] if at + 1 < len(written) else ""
    if any(map(_kinds()[2].has, before)):
        return False
    known = lexicon().fillers | lexicon().colour_names | lexicon().wearer_names
    return not behind.islower() or behind >= FIRST_ASIAN or behind in known or _kinds()[0].has(behind)
