"""Names of sellers: what is left of one when legal forms and words of trade are taken off."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from monitor.marks.eastern import simplified
from monitor.marks.folding import WORDS, is_cjk, skeleton, squeeze
from monitor.marks.lexicon import lexicon

MAX_NAME = 300
KEPT = 4096
"""So many words of names are kept as they were read: those of one name are asked for several times."""
SIGNED = re.compile(r"(?<![\w!|$])(?=[^\W\d_]*[!|$\d])(?:[^\W_]|[!|$]){5,20}(?![\w!|$])")
"""A word in which a sign or a figure may stand for a letter: "Offic!al", "Out1et", "0utlet"."""
LEAST_SIGNED = 5
LONG_WORD = 7
"""From so many letters on a word of trade is known with one slip ("Offical")."""
JOINED_BY = 2
"""Of more words than this one may join two others: "peak-n-pack"."""
HANDLE = re.compile(r"[._-]+[a-zA-Z]{2}")
"""What is left of a handle beside a mark where it ends in a country: mark.sg."""
CITY = re.compile(r"^([\u4e00-\u9fff]{2,3}?)[市省](?=[\u4e00-\u9fff]{2})(?<!超市)(?<!夜市)")
"""A Chinese firm's place, with or without the word for city or province."""
FIGURES = re.compile(r"(?<=\D)\d{1,4}$")
GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{4,}")
"""A Greek word: capitals are looked up as small letters, not as the Latin letters that they look like."""
REGISTERED = re.compile(r"[®™©](?!\w)")
"""Signs behind a mark or a word; within a word they are letters in disguise."""
CAMEL = re.compile(r"(?<=[a-z]{3})(?=[A-Z](?:[a-z]{2}|[A-Z]))")
"""Where words are joined with a capital: WatchesUSA, FactoryStore."""
WORD = re.compile(r"[^\W_]+")
ACCENTED = re.compile(r"LATIN SMALL (?:LETTER [A-Z]{1,2} WITH |LETTER AE$|LIGATURE OE$|LETTER SHARP S$)")
"""Letters of Latin alphabets by their names, not those that only look like one (ɑ, ɡ)."""
INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")
SPACED = re.compile(r"(?<!\S)(?:[^\W\d_](?: [^\W\d_]){3,}|[\u4e00-\u9fff](?: [\u4e00-\u9fff])+)(?!\S)")
"""A word whose letters stand apart: O f f i c i a l; so are two Chinese signs: 官 方."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: `core` is what is its own, as a skeleton; `official` are words that speak for a brand.

    `trade` are words such as "store"; legal forms are dropped.
    """

    core: str
    official: tuple[str, ...]
    trade: tuple[str, ...]


def name_parts(name: str) -> NameParts:
    """Take a name apart. Case, width, look-alike letters, spaces and punctuation do not count.

    Nor do figures at the end of a word of trade, or beside one where nothing else is ("Shop24", "Store 2024").
    """
    text = _letters(CAMEL.sub(" ", name))
    official: list[str] = []
    trade: list[str] = []
    core: list[str] = []
    rest, words = _without_cjk(_without_phrases(text, official), official, trade), _words()
    for token in rest.split():
        pieces = chain(token) or chain(FIGURES.sub("", token))
        if not pieces:
            core.append(token)
        for piece in pieces or ():
            (official if piece in words.official else trade if piece in words.trade else []).append(piece)
    core = _without_country(
        core, text, trade, official=bool(official), handle=HANDLE.fullmatch(name.strip()) is not None
    )
    core = core if len(core) <= JOINED_BY else [token for token in core if token not in lexicon().joins]
    if official or all(map(str.isdigit, core)):
        core = [token for token in core if not token.isdigit()] if official or trade else core
    return NameParts(_key(core), tuple(official), tuple(trade))


def _without_country(core: list[str], text: str, trade: list[str], *, official: bool, handle: bool) -> list[str]:
    """The words of a name without the two letters of a country; those that were taken off are words of trade.

    They count beside "official", at the end of what is a shop, and with a sign before them (`.sg`).
    """
    last, kept = text.split()[-1:], []
    for token in core:
        if token in lexicon().countries and (official or handle or (bool(trade) and [token] == last)):
            trade.append(token)
        else:
            kept.append(token)
    return kept


def same_name(name: str) -> str:
    """A name as it is compared with another: without legal forms, case, width, spaces and look-alikes."""
    return _key(own_words(name))


def own_words(name: str) -> list[str]:
    """The words of a name without its legal form; of a name that is nothing else, all of them."""
    text = _letters(name)
    return _own(text) or text.split()


def plain_name(name: str) -> str:
    """A name without what honest people write in several ways: case, width, accents, ae for ä, "and", the legal form.

    Unlike in `same_name`, letters that only look alike stay what they are.
    """
    text = _together(unicodedata.normalize("NFKC", REGISTERED.sub(" ", name[:MAX_NAME]))).casefold()
    words = WORD.findall("".join(map(_unaccented, simplified(text))))
    joined = "".join(_own(_without_legal_phrases(words)))
    for umlaut, vowel in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        joined = joined.replace(umlaut, vowel)
    return squeeze(joined)


def _unaccented(sign: str) -> str:
    """A Latin letter without its accent or stroke, as it reads; another sign as it is."""
    if sign.isascii() or is_cjk(sign):
        return sign
    if ACCENTED.match(unicodedata.name(sign, "")):
        return sign.translate(WORDS).strip() or sign
    return "".join(one for one in unicodedata.normalize("NFD", sign) if not unicodedata.combining(one))


def same_words(one: str, other: str) -> bool:
    """Whether two names with one key are also cut into the same words ("Kick Scorner" is not "Kicks Corner").

    Of one, words may be joined that stand apart in the other: "Teddy Haus Kramer" is "Teddyhaus Kramer".
    """
    first, second = own_words(one), own_words(other)
    if any(len(token) == 1 for token in (*first, *second)) or _key(first[:1]) == _key(second[:1]):
        return True
    return _ends(first) <= _ends(second) or _ends(second) <= _ends(first)


def _ends(words: list[str]) -> set[int]:
    """Where words but the last one end in the key of all of them."""
    return {len(_key(words[:size])) for size in range(1, len(words))}


def _letters(name: str) -> str:
    """A name in lower-case letters as they read, simplified where it is Chinese, with "S.p.A." as one word."""
    name = SIGNED.sub(lambda word: _signed().get(skeleton(word[0]), word[0]), name[:MAX_NAME])
    small = GREEK.sub(lambda word: word[0].lower(), REGISTERED.sub(" ", name[:MAX_NAME]))
    text = _together(small).translate(WORDS)
    return simplified(_without_legal_phrases(text.split()) or text)


def _together(text: str) -> str:
    """A text with initials and letters that stand apart as one word: "S.p.A.", "O f f i c i a l"."""
    return SPACED.sub(lambda word: word[0].replace(" ", ""), INITIALS.sub("", text))


def _without_legal_phrases(words: list[str]) -> str:
    """Words without the legal forms that several of them are."""
    padded = f" {' '.join(words)} "
    for phrase in _legal_phrases():
        padded = padded.replace(f" {phrase} ", " ")
    return padded.strip()


def _own(text: str) -> list[str]:
    """The words of a name without legal forms of one word or in signs, its word for a city, and "and"."""
    for phrase in _legal_cjk():
        text = text.removesuffix(phrase).removeprefix(phrase)
    firm = [token for token in CITY.sub(r"\1", text).split() if token.translate(WORDS) not in _words().legal]
    return [token for at, token in enumerate(firm) if token not in lexicon().joins or not 0 < at < len(firm) - 1]


def _key(tokens: list[str]) -> str:
    """Words as one skeleton, in which letters that are written in several ways are one."""
    key = skeleton("".join(tokens))
    for written, plain in (("rn", "m"), ("vv", "w"), ("ae", "a"), ("oe", "o"), ("ue", "u")):
        key = key.replace(written, plain)
    return squeeze(key)


@dataclass(frozen=True, slots=True)
class _Words:
    official: frozenset[str]
    trade: frozenset[str]
    legal: frozenset[str]
    joined: frozenset[str]
    """All of them."""


@cache
def _words() -> _Words:
    lex = lexicon()

    def single(phrases: frozenset[str]) -> frozenset[str]:
        return frozenset(word for phrase in phrases for word in phrase.translate(WORDS).split())

    official = frozenset(p.translate(WORDS) for p in lex.official if " " not in p)
    together = ("".join(p.translate(WORDS).split()) for p in lex.official if " " in p)
    official |= {p for p in together if p.isascii() and len(p) >= LONG_WORD}
    trade = single(lex.shop) - official
    legal = frozenset(p.translate(WORDS) for p in lex.legal if " " not in p)
    return _Words(official, trade, legal, official | trade | legal)


@cache
def _legal_cjk() -> tuple[str, ...]:
    """The Chinese, Japanese and Korean legal forms, the longest first."""
    phrases = {simplified(p.translate(WORDS)) for p in lexicon().legal if is_cjk(p[0]) and len(p) > 1}
    return tuple(sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def _legal_phrases() -> tuple[str, ...]:
    """The legal forms of several words, the longest first."""
    phrases = {" ".join(p.translate(WORDS).split()) for p in lexicon().legal if " " in p}
    return tuple(sorted(phrases, key=lambda p: (-len(p), p)))


@cache
def _official_phrases() -> tuple[str, ...]:
    """Those of several words, the longest first."""
    phrases = {" ".join(p.translate(WORDS).split()) for p in lexicon().official}
    return tuple(sorted((p for p in phrases if " " in p), key=lambda p: (-len(p), p)))


def _without_phrases(text: str, official: list[str]) -> str:
    padded = f" {' '.join(text.split())} "
    for phrase in _official_phrases() if padded.count(" ") > 2 else ():
        if f" {phrase} " in padded:
            official.append(phrase)
            padded = padded.replace(f" {phrase} ", " ")
    return padded


@cache
def _cjk() -> tuple[tuple[str, bool], ...]:
    lex = lexicon()
    phrases = {simplified(p): False for p in (*lex.shop, *_legal_cjk()) if is_cjk(p[0])}
    phrases |= {simplified(p): True for p in lex.official if is_cjk(p[0])}
    return tuple(sorted(phrases.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def without_trade(name: str) -> str:
    """A name with spaces for the words of trade that it holds in scripts without them; every sign keeps its place."""
    text = simplified(name[:MAX_NAME])
    for phrase, _ in _cjk():
        text = text.replace(phrase, " " * len(phrase))
    return text


def _without_cjk(text: str, official: list[str], trade: list[str]) -> str:
    for phrase, speaks in () if text.isascii() else _cjk():
        if phrase in text:
            (official if speaks else trade).append(phrase)
            text = text.replace(phrase, " ")
    return text


@cache
def _by_skeleton() -> dict[str, str]:
    words = _words()
    return {skeleton(word): word for word in sorted(words.official | words.trade) if len(word) >= LONG_WORD}


@cache
def _signed() -> dict[str, str]:
    """The words of trade that are long enough to be known with a figure or a sign in them, by their skeletons."""
    words = _words()
    return {skeleton(word): word for word in sorted(words.official | words.trade) if len(word) >= LEAST_SIGNED}


@cache
def _official_of(length: int) -> tuple[str, ...]:
    """The skeletons of official words that are so long, but for one letter."""
    official = _words().official
    return tuple(key for key, word in _by_skeleton().items() if word in official and abs(len(key) - length) <= 1)


def _known(token: str) -> str:
    """The word of trade that a token is, in another writing or with a slip; "" where it is none, or another word."""
    words = _words()
    if token in words.official or token in words.trade or token in words.legal:
        return token
    if token in lexicon().plain:
        return ""
    key = skeleton(token)
    if len(key) < LONG_WORD - 1 or len(key) > 20:
        return ""
    if key in _by_skeleton():
        return _by_skeleton()[key]
    near = process.extractOne(key, _official_of(len(key)), scorer=OSA.distance, score_cutoff=1)
    return _by_skeleton()[near[0]] if near else ""


@lru_cache(maxsize=KEPT)
def chain(token: str) -> tuple[str, ...] | None:
    """A token as a chain of known words ("officialstore"), or None.

    A chain needs words of three letters or more; a country at its end has two ("outletuk").
    """
    words = _words()
    if known := _known(token):
        return (known,)
    best: list[tuple[str, ...] | None] = [()] + [None] * len(token)
    for end in range(3, min(len(token), 60) + 1):
        for start in range(max(0, end - 14), end - 2):
            before = best[start]
            if before is not None and token[start:end] in words.joined:
                best[end] = (*before, token[start:end])
                break
    country = token[-2:]
    if len(token) > 4 and best[-1] is None and best[-3] and (country in words.trade or country in lexicon().countries):
        return (*best[-3], country)
    if len(token) > LONG_WORD and best[-1] is None and token[:2] in lexicon().countries:
        behind = _known(token[2:])
        return (token[:2], behind) if behind in words.official else None
    return best[-1] if len(token) <= 60 else None
