"""Words of a title that may make something else of a product: "kettle base", "left side only".

What goods are called is data, in `called.toml`; what names no goods, and what alters them, in `neutral.toml`; words of
selling, which name no goods either, in `selling.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from monitor.products.contents import sold_alone, without_contents
from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.words import CJK, SPACELESS, fold, lexicon, spaced

BLANKLESS = f"{CJK}\u0e00-\u0eff"
LETTERS = rf"[^\W_{BLANKLESS}]+"
TOKEN = re.compile(rf"[{BLANKLESS}]+|{LETTERS}(?:-{LETTERS})*|[,;:|/()\[\]!+]|\s[-–—]+\s")
KEPT = 4096
"""The kinds of goods are kept for so many words."""
SHORT = 2
"""Words of so few letters are articles, sizes and countries; of scripts without blanks each sign counts."""
STEM = 4
ENDING = 2
"""Words with one beginning of so many letters, and so few more behind it, are forms of one word."""
ADJECTIVE = re.compile(
    r"\w{3,}(?:[^e]ed|ables?|ibles?|proof|less|ic|iques?|ées?|és|onic[oa]s?|ónic[oa]s?|izad[oa]s?|izzat[aeio]|bil[ei]"
    r"|[fghkmnrtz]bar(?:e[rsn]?)?|ische?[rsn]?|iert(?:e[rsn]?)?|freie?[rsn]?|feste?[rsn]?|eerde?|baar|erade"
    r"|ow[aey]|owan[aey]|yjn[aey]|czn[aey]|ный|ная|ное|ные|ский|ская|ское|ские|lı|lü)"
)
"""Words that say how goods are, by how they end."""
ACRONYM = re.compile(r"[bcdfghjklmnpqrstvwxz]{3,4}")
"""Letters without a vowel name a technique: RGB, GPS, NFC."""


@cache
def _called() -> tuple[Kind, ...]:
    """The kinds of goods, each with what it is called in all languages."""
    return tuple(kind_of(row.replace("|", " ")) for row in data("called.toml")["kinds"].values())


@cache
def _kind(name: str) -> Kind:
    known = lexicon()
    more = (*data("selling.toml")["selling"].values(), *known.colours, *known.wearers) if name == "neutral" else ()
    return kind_of(" ".join((*data("neutral.toml")[name].values(), *more)))


@dataclass(frozen=True, slots=True)
class _Names:
    """The words of the product's name and of the brand's, and the kinds of goods that the name speaks of."""

    own: frozenset[str]
    marks: frozenset[str]
    """Those of the words that name the brand and the model, not the goods."""
    goods: tuple[Kind, ...]

    def are_goods(self, word: str) -> bool:
        """Whether a word says what kind of goods the product is."""
        return any(_says(kind, word) for kind in self.goods)

    def are_own(self, word: str) -> bool:
        """Whether a word is one of the names, or a form of one."""
        return word in self.own or any(is_form(word, other) for other in self.own)

    def explain(self, word: str) -> bool:
        """Whether a word names the product, or names no goods."""
        if SPACELESS.match(word):
            return not self._without_known(word)
        if self.are_own(word) or self.are_goods(word) or _kind("neutral").has(word):
            return True
        if ADJECTIVE.fullmatch(word) or ACRONYM.fullmatch(word):
            return True
        parts = word.split("-") if "-" in word else next(self._halves(word), [])
        return bool(parts) and all(len(part) <= SHORT or self.explain(part) for part in parts)

    def _halves(self, word: str) -> Iterator[list[str]]:
        """A compound of something known and the goods, as German writes it: "Lederschuhe", "dunkelblau"."""
        for at in range(STEM, len(word) - SHORT):
            if all(self.are_goods(half) or _kind("neutral").has(half) for half in (word[:at], word[at:])):
                yield [word[:at], word[at:]]

    def _without_known(self, run: str) -> str:
        """What is left of a run of signs when all known words are taken out, the longest first."""
        phrases = {one for kind in (_kind("neutral"), *self.goods) for one in kind.within_asian} | self.own
        for phrase in sorted((one for one in phrases if one in run), key=lambda one: (-len(one), one)):
            run = run.replace(phrase, "")
        return run


def unexplained(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> str:
    """The first word of a title that may make something else of the product; an empty string if there is none.

    `name` is the product's, `marks` are names of brand and model, `plain` words that are known to say nothing else.

    Words that alter goods do so anywhere ("toy", "left"). Other words do where the title does not say what kind of
    goods it offers, or where they stand beside that and neither the names nor everyday words of selling explain them;
    what stands between the brand and the goods, behind "with", or in a clause with figures tells how the goods are. A
    word for other goods does not ("lampada proiettore"), and behind "à" and other short words one word alone does.
    """
    named, sold = _words_of(marks), sold_alone(name)
    kinds = _kinds_of(sold)
    text = without_contents(title, name)
    called = any(_is_phrased(kind, text) for kind in kinds)
    for phrase in (one for kind in (_kind("neutral"), *kinds) for found in kind.phrases.values() for one in found):
        text = text.replace(phrase, " ")
    clauses = list(_clauses(TOKEN.findall(text)))
    called = called or any(_says(kind, word) for kind in kinds for words in clauses for word in words)
    # What comes with the goods is no word of theirs where the title does not name them: "CD184 charger".
    own = _words_of([name if called else sold])
    known = _Names(own | named | _words_of(plain), named, kinds)
    if altered := next((word for words in clauses for word in words if _alters(word, known)), ""):
        return altered
    strict = (word for words in clauses for word in (_beside(words, known) if called else words))
    return next((word for word in strict if _tells(word) and not known.explain(word)), "")


def of_other_kind(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> str:
    """The first unexplained word of a title that does not say what goods it offers; an empty string if it does.

    Nothing is said of a product whose kind is not in the table: what its goods are called elsewhere is not known. The
    arguments are those of `unexplained`.
    """
    sold = sold_alone(name)
    kinds = _kinds_of(sold)
    if not kinds or any(_is_called(kind, title) for kind in kinds):
        return ""
    return unexplained(title, name, marks, plain)


def is_everyday(word: str) -> bool:
    """Whether a folded word is one of selling, conditions, looks or what goods have ("with"), and names no goods."""
    return _kind("neutral").has(word) or _kind("features").has(word)


def is_of_its_kind(text: str, name: str, *, phrases_alone: bool = False) -> bool:
    """Whether a text says the kind of goods that a product's name says, in any language: "Gaskocher", "gas stove".

    With `phrases_alone` single words of the name say no kind, only several together: "heat gun".
    """
    kinds = _at(_phrased(spaced(fold(name)))) if phrases_alone else _kinds_of(name)
    return any(_is_called(kind, text) for kind in kinds)


def _is_called(kind: Kind, text: str) -> bool:
    """Whether a text says one kind of goods."""
    return _is_phrased(kind, spaced(fold(text))) or any(_says(kind, word) for word in _words_of([text]))


@lru_cache(maxsize=KEPT)
def _kinds_of(text: str) -> tuple[Kind, ...]:
    """The kinds of goods that a text says, in words or in phrases: "heat gun"."""
    said = {place for word in _words_of([text]) for place in _kinds_with(word)} | {*_phrased(spaced(fold(text)))}
    return _at(sorted(said))


def _at(places: Iterable[int]) -> tuple[Kind, ...]:
    kinds = _called()
    return tuple(kinds[place] for place in places)


# Places in the table, not kinds: threads that ask first may build a table each, and only places agree in both.
@lru_cache(maxsize=KEPT)
def _phrased(folded: str) -> tuple[int, ...]:
    """Where the kinds of goods stand that several words of a folded text say together."""
    return tuple(place for place, kind in enumerate(_called()) if _is_phrased(kind, folded))


def _is_phrased(kind: Kind, folded: str) -> bool:
    """Whether a folded text has a phrase of the kind."""
    return any(phrase in folded for found in kind.phrases.values() for phrase in found)


@lru_cache(maxsize=KEPT)
def _kinds_with(word: str) -> tuple[int, ...]:
    """Where the kinds of goods stand that one word says."""
    return tuple(place for place, kind in enumerate(_called()) if _says(kind, word))


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in TOKEN.findall(spaced(fold(text))) if word[0].isalnum())


def _clauses(tokens: Sequence[str]) -> Iterator[list[str]]:
    """The words between signs that divide a title."""
    words: list[str] = []
    for token in tokens:
        if token[0].isalnum():
            words.append(token)
        else:
            yield words
            words = []
    yield words


def _beside(words: Sequence[str], known: _Names) -> Iterator[str]:
    """The words of a clause that do not merely tell how the goods are."""
    if any(map(str.isdigit, "".join(words))) and not any(known.are_goods(w) or known.are_own(w) for w in words):
        return
    features, reach = False, 0
    for at, word in enumerate(words):
        if _kind("features").has(word):
            features, reach = True, at + 1 if len(word) <= SHORT else len(words)
        elif word in known.marks:
            features = False
        elif known.are_own(word) or (known.are_goods(word) and not SPACELESS.match(word)):
            continue
        elif not (features and at <= reach) and (
            _kinds_with(word) or not _is_between(words[:at], words[at + 1 :], known)
        ):
            yield word


def _is_between(before: Sequence[str], after: Sequence[str], known: _Names) -> bool:
    """Whether a word stands between the brand's name and the first word for the goods: "Aurelia deep sound speaker"."""
    named = any(map(known.are_own, before)) and not any(map(known.are_goods, before))
    return named and any(map(known.are_goods, after))


def _alters(word: str, known: _Names) -> bool:
    return word not in known.own and _says(_kind("altering"), word)


def _says(kind: Kind, word: str) -> bool:
    """Whether a word is of a kind; where the script has no blanks, a word of the kind may stand within it."""
    return kind.has(word) or (bool(SPACELESS.match(word)) and any(phrase in word for phrase in kind.within_asian))


def _tells(word: str) -> bool:
    return bool(SPACELESS.match(word)) or (len(word) > SHORT and not any(map(str.isdigit, word)))


def is_form(one: str, other: str) -> bool:
    """Whether one word is the other, or a form of it: they differ by an ending of two letters at most."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= STEM and long.startswith(short) and len(long) - len(short) <= ENDING)
