"""Words of a title that may make something else of a product: "kettle base", "left side only".

What goods are called is data, in `called.toml`; what alters them, in `neutral.toml`; what names no goods, in `talk`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from monitor.marks.lexicon import lexicon as marks_lexicon
from monitor.products.accessories import parts
from monitor.products.contents import sold_alone, without_contents
from monitor.products.counting import Kind
from monitor.products.kinds import TOKEN, device_in, folded_words, is_called_so, kinds_of, kinds_with, says_a_kind
from monitor.products.talk import ADJECTIVE, Talk, everyday, how_goods_are, neutral_words
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


class Behind(NamedTuple):
    """A word behind the goods, whether it names the product or no goods, and whether it measures them: "15 bar"."""

    word: str
    explained: bool
    measures: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The words of the product's name and of the brand's, and the kinds of goods that the name speaks of."""

    own: frozenset[str]
    marks: frozenset[str]
    """Those of the words that name the brand and the model, not the goods."""
    goods: tuple[Kind, ...]
    called: bool
    """Whether the title says that kind: then it may also say what such goods are used for."""
    are_for: bool
    """Whether the product itself is one for other goods: "crank for coffee grinder"."""
    talk: Talk

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
        if any(look.fullmatch(word) for look in self.talk.look):
            return True
        pieces = word.split("-") if "-" in word else next(self._halves(word), [])
        return bool(pieces) and all(len(part) <= SHORT or self.explain(part) for part in pieces)

    def are_plain(self, word: str) -> bool:
        """Whether a word names no goods, or tells of whole goods in a title that names them."""
        return self.talk.always.has(word) or (self.called and self.talk.beside_goods.has(word))

    def _halves(self, word: str) -> Iterator[list[str]]:
        """A compound of something known and the goods, as German writes it: "Lederschuhe", "dunkelblau"."""
        for at in range(STEM, len(word) - SHORT):
            if all(self.are_goods(half) or self.are_plain(half) for half in (word[:at], word[at:])):
                yield [word[:at], word[at:]]

    def _without_known(self, run: str) -> str:
        """What is left of a run of signs when all known words are taken out, the longest first."""
        plain = (self.talk.always, self.talk.beside_goods) if self.called else (self.talk.always,)
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
    clauses, known = read_title(title, name, marks, plain)
    if altered := next((word for words in clauses for word in words if _alters(word, known)), ""):
        return altered
    strict = (word for words in clauses for word in (_beside(words, known) if known.called else words))
    return next((word for word in strict if tells(word) and not known.explain(word)), "")


def read_title(
    title: str, name: str, marks: Iterable[str], plain: Iterable[str], talk: Talk | None = None
) -> tuple[list[list[str]], Names]:
    """The clauses of a title, in which a sign stands for several words that name the goods, and what is known of it.

    What else names no goods is the talk of `everyday` if no other is given.
    """
    talk = talk or everyday()
    named, sold = folded_words(marks), sold_alone(name)
    kinds = kinds_of(sold) or device_in(title)
    text = without_contents(title, name)
    for kind, instead in ((talk.always, " "), (talk.beside_goods, " "), *((kind, f" {GOODS} ") for kind in kinds)):
        for phrase in (one for found in kind.phrases.values() for one in found):
            text = text.replace(phrase, instead)
    clauses = list(_clauses(TOKEN.findall(text)))
    called = GOODS in text or any(kind.says(word) for kind in kinds for words in clauses for word in words)
    # What comes with the goods is no word of theirs where the title does not name them: "CD184 charger".
    own = folded_words([name if called else sold])
    whole = parts(name)
    are_for = bool(whole.tail) and not says_a_kind(whole.head)
    return clauses, Names(own | named | folded_words(plain), named, kinds, called, are_for, talk)


def behind_goods(title: str, name: str, marks: Iterable[str], plain: Iterable[str] = ()) -> Iterator[list[Behind]]:
    """The words right behind each word for the goods up to a sign, a name or "with": "chuck" of "drill chuck".

    Names and numbers between the two are passed over ("perceuse X100 variateur"). In a title that names no goods the
    names stand for them: "X100 chuck". The arguments are those of `unexplained`.
    """
    clauses, known = read_title(title, name, marks, plain)
    for words in clauses:
        run: list[Behind] | None = None
        for before, word in pairwise(["", *words]):
            if known.are_goods(word) or (not known.called and word in known.marks):
                yield from [run] if run else []
                rest = _last(word, known)
                run = [Behind(rest, known.explain(rest))] if rest else []
            elif run is None or (not run and (word in known.marks or any(map(str.isdigit, word)) or _fits(word))):
                continue
            elif not tells(word) or known.are_own(word) or neutral_words("features").has(word):
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
    return read_title(title, name, (), ())[1].called


def kind_is_known(title: str, name: str) -> bool:
    """Whether a product's name, or else a title, says a kind of goods that the tables know."""
    return bool(kinds_of(sold_alone(name)) or device_in(title))


def words_of_none(name: str) -> list[str]:
    """The words of a product's name that do not say its kind, measure it or come with it."""
    clauses, known = read_title(name, name, (), ())
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
    clauses, known = read_title(title, name, marks, plain)
    found = (word for words in clauses if known.called for word in _belonging(words, known) or ())
    return next((word for word in found if tells(word) and not known.explain(word)), "")


def _last(word: str, known: Names) -> str:
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


def _beside(words: Sequence[str], known: Names) -> Iterator[str]:
    """The words of a clause that do not merely tell how the goods are."""
    if any(map(str.isdigit, "".join(words))) and not any(known.are_goods(w) or known.are_own(w) for w in words):
        return
    features, reach = False, 0
    for at, word in enumerate(words):
        if neutral_words("features").has(word):
            features, reach = True, at + 1 if len(word) <= SHORT else len(words)
        elif word in known.marks:
            features = False
        elif known.are_own(word) or (known.are_goods(word) and not SPACELESS.match(word)):
            continue
        elif not (features and at <= reach) and (
            kinds_with(word) or not is_between(words[:at], words[at + 1 :], known)
        ):
            yield word


def is_between(before: Sequence[str], after: Sequence[str], known: Names) -> bool:
    """Whether a word stands between the brand's name and the first word for the goods: "Aurelia deep sound speaker".

    Not where it is said to be for those or of those: "Aurelia crank for coffee grinder".
    """
    if not any(map(known.are_own, before)) or any(map(known.are_goods, before)):
        return False
    return any(map(known.are_goods, after)) and _belonging(after, known) is None


def _belonging(words: Sequence[str], known: Names) -> Sequence[str] | None:
    """The words before "for" or "of" with the first goods of a clause right behind it; None where it is not so said.

    Articles, names and looks may stand between ("for your electric coffee grinder"); what is for people who use such
    goods is not for the goods.
    """
    goods = next((at for at, word in enumerate(words) if known.are_goods(word)), None)
    if goods is None or known.are_for or any(map(neutral_words("people").has, words[goods + 1 : goods + 2])):
        return None
    if SPACELESS.match(words[goods]) and lexicon().for_words.match(words[goods]):
        return words[:goods]
    for at in range(goods - 1, -1, -1):
        word = words[at]
        if neutral_words("of").has(word) or word in lexicon().short_for or lexicon().for_words.fullmatch(word):
            return words[:at]
        passed = word in marks_lexicon().fillers or how_goods_are().has(word) or ADJECTIVE.fullmatch(word)
        if not (passed or known.are_own(word) or len(word) <= SHORT):
            return None
    return None


def _alters(word: str, known: Names) -> bool:
    return word not in known.own and neutral_words("altering").says(word)


def tells(word: str) -> bool:
    """Whether a word says something of goods: no article, size or country, and no number."""
    return bool(SPACELESS.match(word)) or (len(word) > SHORT and not any(map(str.isdigit, word)))


def is_form(one: str, other: str) -> bool:
    """Whether one word is the other, or a form of it: they differ by an ending of two letters at most."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= STEM and long.startswith(short) and len(long) - len(short) <= ENDING)
