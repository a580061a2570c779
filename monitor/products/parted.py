"""The units of a title that says the packs and what each holds, where the catalogue's name says all that is in them.

"5 reams of 500 sheets" of "copy paper, 2500 sheets" is one of it, and "10 reams of 500 sheets" are two.
"""

import re
from collections.abc import Iterator

from monitor.products.counting import CONTENTS
from monitor.products.exact_count import END, NOUN, PACKS_OF, START, TIMES
from monitor.products.lazy import lazily
from monitor.products.numerals import MOST
from monitor.products.packs import Pack, counted
from monitor.products.words import fold

WHOLE = lazily(rf"{START}(\d{{2,5}}){END}{NOUN}")
STEM = 4
"""So many letters of a noun are the same in singular and plural."""


def parted(title: str, name: str) -> Pack | None:
    """The units whose contents a title parts into packs; None where it does not, or the name does not say all.

    Packs that do not make up what the name says are a problem, as they would be counted as units, and so is another
    number of packs beside them: "2 boxes of 5 reams of 500 sheets".
    """
    text, wholes = fold(title), list(_wholes(fold(name)))
    for whole, noun in wholes:
        for packs, held, other, said in _packs(text):
            if 1 < held < whole and packs > 1 and _same(noun, other) and (held, other) not in wholes:
                units, rest = divmod(packs * held, whole)
                more = counted(text.replace(said, " , ", 1))
                if more.units > 1 or more.problem:
                    return Pack(problem=f'the title says "{said}" beside another number that may be one of units')
                if rest or not 0 < units <= MOST:
                    return Pack(problem=f'the title says "{said}", the product\'s name {whole} {noun}')
                return Pack(units=units, text=said)
    return None


def _wholes(name: str) -> Iterator[tuple[int, str]]:
    """The numbers of a name that count contents, with their nouns."""
    for found in WHOLE.finditer(name):
        if found[2] and CONTENTS.has(found[2]):
            yield int(found[1]), found[2]


def _packs(text: str) -> Iterator[tuple[int, int, str, str]]:
    """How many packs, what each holds, the noun of that, and the words that say so."""
    for pattern in (PACKS_OF, TIMES):
        for found in _each(pattern, text):
            yield int(found[1]), int(found[3]), found[4] or "", found[0].strip()
            if pattern is TIMES and found[2]:
                yield int(found[3]), int(found[1]), found[2], found[0].strip()


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All that a pattern finds, also within what it found before: "2 boxes of 5 reams", "5 reams of 500"."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + 1)


def _same(noun: str, other: str) -> bool:
    return noun[:STEM] == other[:STEM] or (CONTENTS.has(noun) and CONTENTS.has(other))
