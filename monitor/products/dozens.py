"""Dozens of goods that the catalogue sells by the dozen: "3 dozen" of a dozen are three."""

import re
from functools import lru_cache

from monitor.products.counting import DOZENS, SAID
from monitor.products.lazy import lazily
from monitor.products.own_count import own_count
from monitor.products.packs import Pack, counted
from monitor.products.words import fold

KEPT = 4096
"""What so many names say is kept."""
TWELVE, SIX = 12, 6
WORD = lazily(rf"(?<!\w)(?:{DOZENS.either})(?!\w)|ダース|(?<=[一1])打(?!\w)")
SO_MANY = lazily(rf"(?<![\w.,/*×-])(?P<many>\d{{1,2}})\s?(?:(?:{DOZENS.either})(?!\w)|ダース|打(?!\w))")
TIMES = re.compile(r"\d\s?[x×*]|[x×*]\s?\d")


def of_dozens(title: str, name: str, said: Pack) -> Pack | None:
    """The units of a title (`said` by itself) of a product whose name says a dozen; None where it counts as ever."""
    if not _is_a_dozen(name):
        return None
    text = fold(title)
    found = None if TIMES.search(text) else SO_MANY.search(text)
    if found and (many := int(found["many"])) > 1:
        rest = counted(text.replace(found[0], " ", 1))
        fits = rest.maybe == TWELVE * many if rest.problem else rest.units in (1, TWELVE * many)
        return Pack(units=many, text=found[0].strip()) if fits else None
    if said.problem or said.units == 1 or TIMES.search(said.text) or own_count(name).pieces:
        return None
    if said.units == TWELVE:
        return Pack(text=said.text)
    return Pack(problem=f'the title says "{said.text.strip()}", the product\'s name a dozen')


@lru_cache(maxsize=KEPT)
def _is_a_dozen(name: str) -> bool:
    folded = fold(name)
    if WORD.search(folded) is None or any(units == SIX and phrase in folded for phrase, units in SAID.items()):
        return False
    own = SO_MANY.search(folded)
    return own is None or own["many"] == "1"
