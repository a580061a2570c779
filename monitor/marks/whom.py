"""Words of persons, places and occasions: goods for these are not goods that go with others."""

from functools import cache

from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon


def says_for_whom(word: str) -> bool:
    """Whether a word is that of a person, a place or an occasion: goods for these are not goods that go with others."""
    return word in lexicon().whom or (is_cjk(word[0]) and word.startswith(_whom_in_signs()))


def ends_with_whom(text: str) -> bool:
    """The same of the end of a text without spaces: 木工用 is for woodwork."""
    return text.rstrip("专專通适適 ").endswith(_whom_in_signs())


@cache
def _whom_in_signs() -> tuple[str, ...]:
    """Those of scripts without spaces."""
    return tuple(one for one in lexicon().whom if is_cjk(one[0]))
