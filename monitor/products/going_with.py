"""Whether a title names a product only as what its goods go with: "чехол для <mark> 200" is no <mark> 200.

The words that say so are those that are read around a mark, in all languages; here they stand around the product's
name, with or without a mark in it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from monitor.marks.mention import Use
from monitor.marks.use import Context
from monitor.products.identifiers import codes as all_codes
from monitor.products.words import CJK, fold, words

TOKEN = re.compile(rf"[^\W_{CJK}]+|[{CJK}]+")
PIECE = re.compile(r"[a-z]+|\d+|[^\W\d_]+")
JOIN = re.compile(r"[\s\-‐‑./'’]{0,2}")
MAX_TITLE = 1_000


def goes_with(title: str, name: frozenset[str], codes: frozenset[str], weight: Callable[[str], float]) -> str:
    """The phrase that says "for" where the title names the product, or an empty string.

    `name` are the words of the product's name, model and marks, folded, `codes` its model numbers; `weight` says how
    telling a word is. Where several words of the name stand together, that place counts which tells most; a model
    number that stands elsewhere names the goods themselves.
    """
    plain = unicodedata.normalize("NFKC", title[:MAX_TITLE])
    folded = fold(plain)
    found = _places(folded, name | codes, weight)
    if not found:
        return ""
    start, end, _ = max(found, key=lambda place: (place[2], -place[0]))
    use, cue = Context(plain if len(plain) == len(folded) else folded, ()).use(start, end)
    if use is not Use.DESCRIPTIVE:
        return ""
    elsewhere = codes & all_codes(f"{folded[:start]} | {folded[end:]}")
    return "" if elsewhere and not codes & all_codes(folded[start:end]) else cue


def names_goods(text: str, name: frozenset[str]) -> bool:
    """Whether a name stands in a text as that of its goods, not of what they go with or are like."""
    plain = unicodedata.normalize("NFKC", text[:MAX_TITLE])
    folded = fold(plain)
    context = Context(plain if len(plain) == len(folded) else folded, ())
    return any(context.use(start, end)[0] is Use.CLAIM for start, end, _ in _places(folded, name, len))


def _places(folded: str, name: frozenset[str], weight: Callable[[str], float]) -> list[tuple[int, int, float]]:
    """Where words of the name stand, with how much they tell; those that stand side by side are one place."""
    joined: list[tuple[int, int, float]] = []
    for start, end, told in _tokens(folded, name, weight):
        if joined and JOIN.fullmatch(folded, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end, joined[-1][2] + told)
        else:
            joined.append((start, end, told))
    return joined


def _tokens(folded: str, name: frozenset[str], weight: Callable[[str], float]) -> Iterable[tuple[int, int, float]]:
    for match in TOKEN.finditer(folded):
        token, start = match[0], match.start()
        if token in name:
            yield start, match.end(), weight(token)
        elif re.match(f"[{CJK}]", token):
            for at in range(len(token) - 1):
                if token[at : at + 2] in name:
                    yield start + at, start + at + 2, weight(token[at : at + 2])
        else:
            pieces = PIECE.findall(token)
            said = words(token) if len(pieces) < 2 else tuple(pieces)
            if said and name.issuperset(said):
                yield start, match.end(), sum(map(weight, said))
