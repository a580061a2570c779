"""Words of a title that may make something else of a product: "kettle base", "left side only".

What goods are called is data, in `called.toml`; what names no goods, and what alters them, in `neutral.toml`; words of
selling, which name no goods either, in `selling.toml`; what is said of whole goods beside the word for them, in
`uses.toml`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from monitor.marks.lexicon import lexicon as marks_lexicon
from monitor.products.accessories import parts
from monitor.products.contents import sold_alone, without_contents
from monitor.products.counting import SAID, Kind, kind_of
from monitor.products.data import data
from monitor.products.kinds import TOKEN, device_in, folded_words, is_called_so, kinds_of, kinds_with, says_a_kind
from monitor.products.wear import CONDITIONS, said_of
from monitor.products.words import SPACELESS, fold, lexicon, spaced

SHORT = 2
"""Words of so few letters are articles, sizes and countries; of scripts without blanks each sign counts."""
GOODS = "\u05d0"
"""A letter of its own that stands for several words that name the goods."""
PART_WORDS = 3
"""So many words name a part at most; more of them are talk."""
STEM = 4
ENDING = 2
"""Words with one beginning of so many letters, and so few more behind it, are forms of one word."""
HOW = ("looks", "good", "works", "talk")
"""The rows of what titles say of goods that tell how they are."""
ADJECTIVE = re.compile(
    r"\w{3,}(?:[^e]ed|ables?|ibles?|proof|less|ic|iques?|ées?|és|onic[oa]s?|ónic[oa]s?|izad[oa]s?|izzat[aeio]|bil[ei]"
    r"|[fghkmnrtz]bar(?:e[rsn]?)?|ische?[rsn]?|iert(?:e[rsn]?)?|freie?[rsn]?|feste?[rsn]?|eerde?|baar|erade"
    r"|ow[aey]|owan[aey]|yjn[aey]|czn[aey]|ный|ная|ное|ные|ский|ская|ское|ские|lı|lü)"
)
"""Words that say how goods are, by how they end."""
ACRONYM = re.compile(r"[bcdfghjklmnpqrstvwxz]{3,4}")
"""Letters without a vowel name a technique: RGB, GPS, NFC."""


@cache
def _uses() -> Kind:
    return kind_of(" ".join(data("uses.toml")["uses"].values()).replace("|", " "))


@cache
def _how() -> Kind:
    """Words that tell how goods are, and not what or whom they are for: "electric", not "travel"."""
    return kind_of(" ".join(data("uses.toml")["uses"][name] for name in HOW).replace("|", " "))


@cache
def _kind(name: str) -> Kind:
    known = lexicon()
    packs = (f"~{phrase.replace(' ', '_')}" if " " in phrase else phrase for phrase in SAID)
    more = (
        (*data("selling.toml")["selling"].values(), *known.colours, *known.wearers, *packs) if name == "neutral" else ()
    )
    return kind_of(" ".join((*data("neutral.toml")[name].values(), *more)))


class Behind(NamedTuple):
    """A word behind the goods, whether it names the product or no goods, and whether it measures them: "15 bar"."""

    word: str
    explained: bool
    measures: bool = False


@dataclass(frozen=True, slots=True)
class _Names:
    """The words of the product's name and of the brand's, and the kinds of goods that the name speaks of."""

    own: frozenset[str]
    marks: frozenset[str]
    """Those of the words that name the brand and the model, not the goods."""
    goods: tuple[Kind, ...]
    called: bool
    """Whether the title says that kind: then it may also say what such goods are used for."""
    are_for: bool
    """Whether the product itself is one for other goods: "crank for coffee grinder"."""

    def are_goods(self, word: str) -> bool:
        """Whether a word says what kind of goods the product is."""
        whole = word.rpartition("-")[2]
        return word == GOODS or any(kind.says(word) or kind.says(whole) for kind in self.goods)

    def are_own(self, word: str) -> bool:
        """Whether a word is one of the names, or a form of one."""
        return word in self.own or any(is_form(word, other) for other in self.own)

    def explain(self, word: str) -> bool:
        """Whether a word names the product, or names no goods."""
        if SPACELESS.match(word):
            return not self._without_known(word)
        if self.are_own(word) or self.are_goods(word) or self.are_plain(word):
            return True
        if ADJECTIVE.fullmatch(word) or ACRONYM.fullmatch(word):
            return True
        pieces = word.split("-") if "-" in word else next(self._halves(word), [])
        return bool(pieces) and all(len(part) <= SHORT or self.explain(part) for part in pieces)

    def are_plain(self, word: str) -> bool:
        """Whether a word names no goods, or tells of whole goods in a title that names them."""
        return _kind("neutral").has(word) or (self.called and _uses().has(word))

    def _halves(self, word: str) -> Iterator[list[str]]:
        """A compound of something known and the goods, as German writes it: "Lederschuhe", "dunkelblau"."""
        for at in range(STEM, len(word) - SHORT):
            if all(self.are_goods(half) or self.are_plain(half) for half in (word[:at], word[at:])):
                yield [word[:at], word[at:]]

    def _without_known(self, run: str) -> str:
        """What is left of a run of signs when all known words are taken out, the longest first."""
        plain = (_kind("neutral"), _uses()) if self.called else (_kind("neutral"),)
        phrases = {one for kind in (*plain, *self.goods) for one in kind.within_asian} | self.own
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
    clauses, known = _read(title, name, marks, plain)
    if altered := next((word for words in clauses for word in words if _alters(word, known)), ""):
        return altered
    strict = (word for words in clauses for word in (_beside(words, known) if known.called else words))
    return next((word for word in strict if _tells(word) and not known.explain(word)), "")


def _read(title: str, name: str, marks: Iterable[str], plain: Iterable[str]) -> tuple[list[list[str]], _Names]:
    """The clauses of a title, in which a sign stands for several words that name the goods, and what is known of it."""
    named, sold = folded_words(marks), sold_alone(name)
    kinds = kinds_of(sold) or device_in(title)
    text = without_contents(title, name)
    for kind, instead in ((_kind("neutral"), " "), (_uses(), " "), *((kind, f" {GOODS} ") for kind in kinds)):
        for phrase in (one for found in kind.phrases.values() for one in found):
            text = text.replace(phrase, instead)
    clauses = list(_clauses(TOKEN.findall(text)))
    called = GOODS in text or any(kind.says(word) for kind in kinds for words in clauses for word in words)
    # What comes with the goods is no word of theirs where the title does not name them: "CD184 charger".
    own = folded_words([name if called else sold])
    whole = parts(name)
    are_for = bool(whole.tail) and not says_a_kind(whole.head)
    return clauses, _Names(own | named | folded_words(plain), named, kinds, called, are_for)


def behind_goods(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> Iterator[list[Behind]]:
    """The words right behind each word for the goods up to a sign, a name or "with": "chuck" of "drill chuck".

    Names and numbers between the two are passed over ("perceuse X100 variateur"). In a title that names no goods the
    names stand for them: "X100 chuck". The arguments are those of `unexplained`.
    """
    clauses, known = _read(title, name, marks, plain)
    for words in clauses:
        run: list[Behind] | None = None
        for before, word in pairwise(["", *words]):
            if known.are_goods(word) or (not known.called and word in known.marks):
                yield from [run] if run else []
                rest = _last(word, known)
                run = [Behind(rest, known.explain(rest))] if rest else []
            elif run is None or (not run and (word in known.marks or any(map(str.isdigit, word)) or _fits(word))):
                continue
            elif not _tells(word) or known.are_own(word) or _kind("features").has(word):
                yield from [run] if run else []
                run = None
            else:
                measures = any(map(str.isdigit, before)) and before not in known.own
                run.append(Behind(word, known.explain(word), measures))
        yield from [run] if run else []


def _fits(word: str) -> bool:
    """Whether a word says "for" of what stands before it, as Turkish does: "kahve makinesi için"."""
    return word in marks_lexicon().cues["descriptive"].after


def is_called(title: str, name: str) -> bool:
    """Whether a title says what kind of goods a product is, as far as its name or else the title tells the kind."""
    return _read(title, name, (), ())[1].called


def kind_is_known(title: str, name: str) -> bool:
    """Whether a product's name, or else a title, says a kind of goods that the tables know."""
    return bool(kinds_of(sold_alone(name)) or device_in(title))


def words_of_none(name: str) -> list[str]:
    """The words of a product's name that do not say its kind, measure it or come with it."""
    clauses, known = _read(name, name, (), ())
    pairs = (pair for words in clauses for pair in pairwise(["", *words]))
    return [word for before, word in pairs if not known.are_goods(word) and not before.isdigit()]


def odd_behind_goods(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> str:
    """The first word right behind a word for the goods that nothing explains: it may be a part that no list knows."""
    if not is_called(title, name):
        return ""
    for behind in behind_goods(title, name, marks, plain):
        odd = list(takewhile(lambda one: not (one.explained or one.measures), behind))
        if 0 < len(odd) <= PART_WORDS:
            return odd[0].word
    return ""


def odd_before_goods(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> str:
    """The first word that nothing explains and that is said to be for the goods, or of them: "crank for grinder"."""
    clauses, known = _read(title, name, marks, plain)
    found = (word for words in clauses if known.called for word in _belonging(words, known) or ())
    return next((word for word in found if _tells(word) and not known.explain(word)), "")


def _last(word: str, known: _Names) -> str:
    """What stands behind the goods in one run of signs without blanks."""
    if not SPACELESS.match(word):
        return ""
    found = [phrase for kind in known.goods for phrase in kind.within_asian if phrase in word]
    return min((word.rpartition(phrase)[2] for phrase in found), key=len, default="")


def of_other_kind(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> str:
    """The first unexplained word of a title that does not say what goods it offers; an empty string if it does.

    Nothing is said of a product whose kind is not in the table: what its goods are called elsewhere is not known. The
    arguments are those of `unexplained`.
    """
    sold = sold_alone(name)
    kinds = kinds_of(sold)
    if not kinds or any(is_called_so(kind, title) for kind in kinds):
        return ""
    return unexplained(title, name, marks, plain)


def in_name_of_goods(word: str, title: str, name: str) -> bool:
    """Whether a word of a title is one of several that together name the product's goods: "stand" of "stand mixer"."""
    text = spaced(fold(title))
    phrases = (one for kind in kinds_of(name) or device_in(title) for found in kind.phrases.values() for one in found)
    return any(word in phrase.split() and phrase in text for phrase in phrases)


def is_everyday(word: str) -> bool:
    """Whether a folded word is one of selling, conditions, looks or what goods have ("with"), and names no goods."""
    return _kind("neutral").has(word) or _kind("features").has(word)


def says_no_goods(word: str) -> bool:
    """Whether a folded word of a title is an everyday one, says that goods are not new, or begins an advertisement."""
    return (
        is_everyday(word) or bool(said_of(CONDITIONS, word)) or word in data("selling.toml")["adverts"]["words"].split()
    )


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
            kinds_with(word) or not _is_between(words[:at], words[at + 1 :], known)
        ):
            yield word


def _is_between(before: Sequence[str], after: Sequence[str], known: _Names) -> bool:
    """Whether a word stands between the brand's name and the first word for the goods: "Aurelia deep sound speaker".

    Not where it is said to be for those or of those: "Aurelia crank for coffee grinder".
    """
    if not any(map(known.are_own, before)) or any(map(known.are_goods, before)):
        return False
    return any(map(known.are_goods, after)) and _belonging(after, known) is None


def _belonging(words: Sequence[str], known: _Names) -> Sequence[str] | None:
    """The words before "for" or "of" with the first goods of a clause right behind it; None where it is not so said.

    Articles, names and looks may stand between ("for your electric coffee grinder"); what is for people who use such
    goods is not for the goods.
    """
    goods = next((at for at, word in enumerate(words) if known.are_goods(word)), None)
    if goods is None or known.are_for or any(map(_kind("people").has, words[goods + 1 : goods + 2])):
        return None
    if SPACELESS.match(words[goods]) and lexicon().for_words.match(words[goods]):
        return words[:goods]
    for at in range(goods - 1, -1, -1):
        word = words[at]
        if _kind("of").has(word) or word in lexicon().short_for or lexicon().for_words.fullmatch(word):
            return words[:at]
        passed = word in marks_lexicon().fillers or _how().has(word) or ADJECTIVE.fullmatch(word)
        if not (passed or known.are_own(word) or len(word) <= SHORT):
            return None
    return None


def _alters(word: str, known: _Names) -> bool:
    return word not in known.own and _kind("altering").says(word)


def _tells(word: str) -> bool:
    return bool(SPACELESS.match(word)) or (len(word) > SHORT and not any(map(str.isdigit, word)))


def is_form(one: str, other: str) -> bool:
    """Whether one word is the other, or a form of it: they differ by an ending of two letters at most."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= STEM and long.startswith(short) and len(long) - len(short) <= ENDING)
