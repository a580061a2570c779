"""Sellers whose names speak for a brand and write its mark by its sound in another script."""

from collections.abc import Sequence

from detectors._pose import Pose, evidence_of, in_words, takes_back
from detectors._sentences import shown
from monitor.marks import Use, name_parts, written
from monitor.marks.names import without_trade
from monitor.marks.transliterated import foreign_words, sounds_like
from monitor.marks.use import Context
from monitor.products import names_a_part
from monitor.records import Evidence


def sounding(name: str, marks: Sequence[str]) -> Pose | None:
    """The pose of a name with a word such as "official" beside one that sounds like a mark; asked where it is offered.

    Sure where vowels agree too and the name says nothing else; so a name that may be another's is a suspicion.
    """
    if name.isascii() or not marks:
        return None
    for start, end in foreign_words(without_trade(name)):
        word = name[start:end]
        sure, mark = max(((sounds_like(word, mark), mark) for mark in marks), key=lambda found: found[0])
        if not sure:
            continue
        others = f"{name[:start]}{' ' * (end - start)}{name[end:]}"
        rest = name_parts(others)
        if not rest.official or Context(name, [(start, end)]).use(start, end)[0] is not Use.CLAIM:
            continue
        speaks = written(others, rest.official[0])
        if takes_back(others, speaks) or names_a_part(others):
            continue
        evidence = Evidence(
            field="seller_name", observed=word, expected="a seller on the brand's list", span=(start, end), asset=mark
        )
        says = f'shows "{shown(word)}", which sounds like the mark "{mark}", with {in_words(speaks)}'
        if sure == 1 and not rest.core:
            return Pose(says, (evidence, evidence_of(speaks)))
        doubt = f"{says}; it may be another name"
        return Pose(doubt, (evidence, evidence_of(speaks)), sure=False, rule="sounds_alike")
    return None
