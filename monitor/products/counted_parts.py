"""Numbers right behind a noun for a part that the product's name has not: "vacuum cleaner bags 10 pcs" counts bags.

Such a title may offer the parts alone, or goods that come with them; how many of the goods it sells it does not say.
"""

import re

from monitor.products.packs import Pack
from monitor.products.part_nouns import is_part_noun
from monitor.products.words import fold

WORD_BEFORE = re.compile(r"([^\W\d_]{3,})[\s,:(-]*$")
STEM = 4
"""So many letters of a word are the same in the singular and in the plural."""


def of_a_part(title: str, name: str, said: Pack) -> Pack | None:
    """The question what a title's number counts that stands right behind a part; None where it stands behind none."""
    text, own, words = fold(title), fold(name), fold(said.text).strip()
    found = WORD_BEFORE.search(text[: max(text.find(words), 0)])
    if said.units == 1 or found is None or found[1][:STEM] in own or not is_part_noun(found[1]):
        return None
    return Pack(problem=f'"{found[1]} {words}" in the title may count parts')
