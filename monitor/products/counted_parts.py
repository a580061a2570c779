"""Numbers right beside a noun for a part that the product's name has not: "vacuum cleaner bags 10 pcs" counts bags.

Such a title may offer the parts alone, or goods that come with them; how many of the goods it sells it does not say.
"""

import re

from monitor.products.counting import SINGLY
from monitor.products.packs import Pack
from monitor.products.part_nouns import is_part_noun
from monitor.products.words import fold

WORD_BEHIND = re.compile(r"\.?\s+([^\W\d_]{3,})(?:\s+([^\W\d_]{3,}))?")
WORD_BEFORE = re.compile(r"([^\W\d_]{3,})[\s,:(-]*$")
STEM = 4
"""So many letters of a word are the same in the singular and in the plural."""


def of_a_part(title: str, name: str, said: Pack) -> Pack | None:
    """The question what a title's number counts that stands right beside a part; None where it stands beside none."""
    text, own, words = fold(title), fold(name), fold(said.text).strip()
    start = text.find(words)
    if said.units == 1 or start < 0:
        return None
    before, behind = WORD_BEFORE.search(text[:start]), WORD_BEHIND.match(text, start + len(words))
    if behind and behind[2] and SINGLY.has(behind[2]) and behind[2][:STEM] in own:
        behind = None  # "6 pcs replacement filters"
    part = next((one[1] for one in (before, behind) if one and one[1][:STEM] not in own and is_part_noun(one[1])), "")
    return Pack(problem=f'"{words}" beside "{part}" in the title may count parts') if part else None
