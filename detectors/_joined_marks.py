"""Marks of two names joined by "&", which another language joins by a word of its own: "Arco e Sole"."""

import re

from monitor.marks import name_parts, same_name
from monitor.marks.folding import WORDS
from monitor.marks.lexicon import lexicon
from monitor.marks.names import CAMEL, INITIALS

SIGN = re.compile(r"\s*[&+]\s*")
LEAST = 3
"""Of shorter names the letters of two would be those of other words."""


def ends_of(mark: str) -> tuple[str, str] | None:
    """The two names that a mark joins, as they are compared; None where it joins none."""
    names = [same_name(name) for name in SIGN.split(mark)]
    return (names[0], names[1]) if len(names) == 2 and min(map(len, names)) >= LEAST else None


def is_joined(name: str, ends: tuple[str, str]) -> bool:
    """Whether a name is two names with a word for "and" between them; words of trade and legal forms do not count."""
    words = CAMEL.sub(" ", INITIALS.sub("", name)).translate(WORDS).casefold().split()
    joins = lexicon().joins
    own = [word for word in words if word in joins or name_parts(word).core]
    return any(
        word in joins and (same_name(" ".join(own[:at])), same_name(" ".join(own[at + 1 :]))) == ends
        for at, word in enumerate(own)
    )
