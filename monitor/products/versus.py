"""Whether a title holds other goods against the brand's: "Zubrowski Nano vs Aurelia Mola" sells no Mola for sure.

The words that say so are data, in `neutral.toml`.
"""

import re
from functools import cache
from itertools import dropwhile

from monitor.marks.lexicon import lexicon as marks_lexicon
from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.words import fold

WORD = re.compile(r"[^\W_]+")


@cache
def _versus() -> Kind:
    return kind_of(data("neutral.toml")["versus"]["any"])


def held_against(title: str, name: str, marks: frozenset[str]) -> str:
    """Why a title may offer other goods; an empty string where it does not hold any against the brand's.

    That is where the brand is named behind "vs" alone. `marks` are the folded words of its names; goods whose own name
    has such a word, as games and toys do, are left.
    """
    said = WORD.findall(fold(title))
    if not any(map(_versus().has, said)) or any(map(_versus().has, WORD.findall(fold(name)))):
        return ""
    at = next(at for at, word in enumerate(said) if _versus().has(word))
    behind = next(dropwhile(marks_lexicon().articles.__contains__, said[at + 1 :]), "")
    if at and behind in marks and marks.isdisjoint(said[:at]):
        return f'"{said[at]} {behind}" compares other goods with it'
    return ""
