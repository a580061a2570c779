"""Names of sellers: what is left of one when legal forms and words of trade are taken off."""

from dataclasses import dataclass
from functools import cache

from monitor.marks.folding import WORDS, is_cjk, skeleton
from monitor.marks.lexicon import lexicon

MAX_NAME = 300


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: `core` is what is its own, as a skeleton; `official` are words that speak for a brand.

    `trade` are words such as "store"; legal forms are dropped.
    """

    core: str
    official: tuple[str, ...]
    trade: tuple[str, ...]


def name_parts(name: str) -> NameParts:
    """Take a name apart. Case, width, look-alike letters, spaces and punctuation do not count."""
    text = name[:MAX_NAME].translate(WORDS)
    official: list[str] = []
    trade: list[str] = []
    core: list[str] = []
    rest, words = _without_cjk(text, official, trade), _words()
    for token in rest.replace(".", "").split():
        pieces = _split(token)
        if pieces is None:
            core.append(token)
        for piece in pieces or ():
            (official if piece in words.official else trade if piece in words.trade else []).append(piece)
    return NameParts(skeleton("".join(core)), tuple(official), tuple(trade))


def same_name(name: str) -> str:
    """A name as it is compared with another: without legal forms, case, width, spaces and look-alikes."""
    tokens = name[:MAX_NAME].translate(WORDS).split()
    kept = [token for token in tokens if token not in lexicon().legal]
    return skeleton("".join(kept or tokens))


@dataclass(frozen=True, slots=True)
class _Words:
    official: frozenset[str]
    trade: frozenset[str]
    legal: frozenset[str]


@cache
def _words() -> _Words:
    lex = lexicon()

    def single(phrases: frozenset[str]) -> frozenset[str]:
        return frozenset(word for phrase in phrases for word in phrase.translate(WORDS).split())

    official = frozenset(p.translate(WORDS) for p in lex.official if " " not in p)
    return _Words(official, single(lex.shop) - official, single(lex.legal))


@cache
def _cjk() -> tuple[tuple[str, bool], ...]:
    lex = lexicon()
    found = [(p, True) for p in lex.official] + [(p, False) for p in lex.shop | lex.legal]
    return tuple(sorted((pair for pair in found if is_cjk(pair[0][0])), key=lambda pair: (-len(pair[0]), pair[0])))


def _without_cjk(text: str, official: list[str], trade: list[str]) -> str:
    for phrase, speaks in _cjk():
        if phrase in text:
            (official if speaks else trade).append(phrase)
            text = text.replace(phrase, " ")
    return text


def _split(token: str) -> tuple[str, ...] | None:
    """A token as a chain of known words ("officialstore"), or None. A chain needs words of three letters or more."""
    words = _words()
    known = words.official | words.trade | words.legal
    if token in known:
        return (token,)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(token)
    for end in range(3, min(len(token), 60) + 1):
        for start in range(max(0, end - 14), end - 2):
            before = best[start]
            if before is not None and token[start:end] in known:
                best[end] = (*before, token[start:end])
                break
    return best[-1] if len(token) <= 60 else None
