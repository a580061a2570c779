"""Which words of titles a brand may call plain: names of its goods, and no word for parts or for other goods."""

from functools import cache

from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.part_nouns import is_part_noun

SHORT = 2
"""Words of so few letters, and several words, say of which piece of the goods a title speaks."""


@cache
def _altering() -> Kind:
    return kind_of(" ".join(data("neutral.toml")["altering"].values()))


def may_be_plain(word: str) -> bool:
    """Whether a folded word may name a brand's goods; "toy", "left", "L" and "lid" make other goods or parts of any."""
    if len(word) <= SHORT or " " in word:
        return False
    return not (_altering().says(word) or is_part_noun(word))
