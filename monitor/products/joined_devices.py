"""Another device that a title joins to the product: "drill and impact driver" has the price of both.

Which words join, and which kinds one device often is together, is data, in `devices.toml`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from monitor.products.contents import BARE, KIT, MAYBE_BARE
from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.kinds import devices_in, first_device
from monitor.products.talk import is_everyday
from monitor.products.words import fold, lexicon, spaced

KEPT = 4096
"""What devices so many names and parts of titles say is kept."""
CLAUSE = re.compile(r"[,;:|/()\[\]!]|\s[-–—]\s")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
MOST = 5
"""So many words behind what joins name a device, with what it is like: "brushless 18 V impact driver"."""
LONGEST = 3


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{data('devices.toml')['joins'].replace(' ', '|')}|&)(?!\w)")


@cache
def _apart() -> Mapping[str, Kind]:
    return {name: kind_of(row) for name, row in data("devices.toml")["apart"].items()}


@cache
def _one() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in data("devices.toml")["one"].values())


@cache
def _names() -> tuple[str, ...]:
    return tuple(data("called.toml")["kinds"])


def joined(title: str, name: str) -> str:
    """What device a title joins to the one that a product's name says, in words; an empty string where it joins none.

    What stands behind "for" or "with" is none that is offered, and neither is what one device does besides: "oven and
    grill".
    """
    folded = spaced(fold(title))
    if not _joins().search(folded) or not (own := _kinds_of(name)):
        return ""
    for delivered in (BARE, MAYBE_BARE, KIT):
        folded = delivered.sub(" ", folded)
    for clause in CLAUSE.split(folded):
        if found := _joined(lexicon().for_words.split(clause, maxsplit=1)[0], own):
            return f'"{found}" is offered with it'
    return ""


def _joined(clause: str, own: frozenset[str]) -> str:
    with_before = lexicon().accessories.with_before
    for join in _joins().finditer(clause):
        before, behind = WORD.findall(clause[: join.start()]), WORD.findall(clause[join.end() :])[:MOST]
        if not with_before.isdisjoint(before):
            return ""
        for one, other in ((before, behind), (behind, before)):
            mine = _devices(" ".join(one))
            if mine & own and (said := next(_others(other, own | mine), "")):
                return said
    return ""


def _others(said: list[str], own: frozenset[str]) -> Iterator[str]:
    """The last words of one side, where they name a device that no device of the own kinds is as well."""
    while said and (is_everyday(said[-1]) or any(map(str.isdigit, said[-1]))):
        said = said[:-1]
    known = own.union(*(row for row in _one() if row & own))
    for many in range(1, min(LONGEST, len(said)) + 1):
        words = " ".join(said[-many:])
        if (found := _devices(words)) and not found & known and _devices(" ".join(said[-many:-1])) <= known:
            yield words


@lru_cache(maxsize=KEPT)
def _devices(folded: str) -> frozenset[str]:
    """The kinds of devices that a folded text says, those apart before the kind that they are of."""
    return _apart_in(folded) or frozenset(_names()[at] for at in first_device(folded))


@lru_cache(maxsize=KEPT)
def _kinds_of(name: str) -> frozenset[str]:
    """The kinds of devices that a product's name says."""
    return _apart_in(spaced(fold(name))) or frozenset(_names()[at] for at in devices_in(name))


def _apart_in(folded: str) -> frozenset[str]:
    return frozenset(name for name, kind in _apart().items() if kind.within_text(folded))
