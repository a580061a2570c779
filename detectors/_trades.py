"""Shops named after what they do with the goods of a mark: buy and sell them used, mend them, or sell parts of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from detectors._pose import Pose
from monitor.marks.eastern import simplified
from monitor.marks.folding import WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.names import CAMEL


def as_trade(pose: Pose, name: str, marks: Iterable[str], is_own: Callable[[str], bool]) -> Pose:
    """The pose doubted, where a name says such a trade: "<mark> Repair Official", <mark>二手专营店.

    Not by a word of a mark, nor by one for repairs or parts where the brand makes such goods, as `is_own` says.
    """
    said, own, mends = _spaced(name), " ".join(map(_spaced, marks)), lexicon().mends
    found = (
        word for word, reads in _trades() if reads in said and reads not in own and not (word in mends and is_own(word))
    )
    word = next(found, "") if pose.sure else ""
    if not word:
        return pose
    doubt = f'but "{word}" may say that the shop deals in used goods, mends them or sells parts of them'
    return replace(pose, says=f"{pose.says}, {doubt}", sure=False, rule="trade")


@cache
def _trades() -> tuple[tuple[str, str], ...]:
    """The words for such trades, the longest first, and how they are looked up: between spaces, but for signs."""
    words = sorted(lexicon().used | lexicon().mends, key=lambda word: (-len(word), word))
    return tuple((word, simplified(word) if is_cjk(word[0]) else _spaced(word)) for word in words)


def _spaced(text: str) -> str:
    """The words of a text as they read, with a space around each."""
    return f" {' '.join(simplified(CAMEL.sub(' ', text)).translate(WORDS).split())} "
