"""Where a seller refuses copies: "nothing to do with the AAA replicas", "if you want a replica, look elsewhere"."""

import re
from collections.abc import Iterator

from monitor.marks.excuses import CLAUSE, apart, sentence
from monitor.marks.folding import is_cjk
from monitor.marks.keys import Keys
from monitor.marks.lexicon import Lexicon

REACH = 6
"""So many words may stand between what refuses and the word of counterfeiting: "unlike the many cheap replicas"."""
REACH_OF_SIGNS = 12
"""The same in characters, where words stand together without spaces."""
OWN_CLAUSE = re.compile(rf"{CLAUSE.pattern}|^\s+(?=[\u3400-\u9fff])")
"""What ends the clause of a word before it: in Chinese a blank, too (高仿 现在很多款)."""
OFFERED = 120
"""So many characters behind the word are read for what is better than such copies: "ours is the best"."""


class Refusals:
    """The words of all languages by which a seller sends copies away. All texts are as `language.SPOKEN` reads them."""

    def __init__(self, words: Lexicon, table: dict[int, str | None]) -> None:
        def spoken(phrases: frozenset[str]) -> Keys[bool]:
            return Keys({phrase.translate(table): True for phrase in phrases})

        self._unlike, self._away = spoken(words.refusal["unlike"]), spoken(words.refusal["away"])
        self._seek, self._about = spoken(words.refusal["seek"]), spoken(words.refusal["about"])
        self._article = spoken(words.refusal["article"])
        self._around, self._these = spoken(words.refusal["around"]), spoken(words.refusal["these"])
        self._outdone, self._best = spoken(words.refusal["outdone"]), spoken(words.refusal["best"])
        self._sellers, self._selling = spoken(words.refusal["sellers"]), spoken(words.refusal["selling"])
        self._ourselves = spoken(words.refusal["ourselves"])
        self._turn, self._genuine = spoken(words.turn), spoken(words.refusal["genuine"])

    def refused(self, text: str, first: int, last: int) -> bool:
        """Whether a word of counterfeiting is named to say that these goods are others, or that who wants it may go.

        Words of unlike stand before it, words that send away behind it, in its own clause. Words of who seeks copies,
        or of how many there are, stand before it, and then words that send away or say where these are behind it in
        its sentence. What follows "but" is said anew. Words of circulation send away too, on either side.
        """
        begin, end = sentence(text, first, last)
        if self._circulates(text, (begin, end), first, last):
            return True
        before = CLAUSE.split(text[begin:first])[-1]
        turned = max((at for _, at in _found(self._turn, before)), default=0)
        before = before[turned:]
        if any(_near(before[at:]) for _, at in _found(self._unlike, before)):
            return True
        clause = CLAUSE.split(text[last:end], maxsplit=1)[0]
        if any(_near(clause[:at]) for at, _ in _found(self._away, clause)):
            return True
        rest = text[last:end]
        away = any(True for kind in (self._away, self._about) for _ in _found(kind, rest))
        return away and any(_near(before[at:]) for _, at in _found(self._seek, before))

    def _circulates(self, text: str, within: tuple[int, int], first: int, last: int) -> bool:
        """Whether a sentence says that such copies go around, and neither "these", "the best" nor "ours are better"."""
        begin, end = within
        before, after = text[begin:first], text[last:end]
        own = CLAUSE.split(before)[-1]  # "replica, many sellers ask more for it" says nothing of copies
        around = [own[at:] for _, at in _found(self._around, own)]
        own = OWN_CLAUSE.split(after, maxsplit=1)[0]
        around += [own[:at] for at, _ in _found(self._around, own)]
        apart = self._these, self._turn
        if not any(_near(between) and not any(_says(kind, between) for kind in apart) for between in around):
            return False
        offers = (self._best, text[begin:end]), (self._these, before), (self._outdone, text[last : last + OFFERED])
        return not any(_says(kind, said) for kind, said in offers)

    def sold_by_others(self, text: str, first: int, last: int) -> bool:
        """Whether the clause of such a word says that other sellers sell them: "several sellers here ship fakes"."""
        begin, end = sentence(text, first, last)
        before, after = CLAUSE.split(text[begin:first])[-1], CLAUSE.split(text[last:end], maxsplit=1)[0]
        subject = min((at for _, at in _found(self._sellers, before)), default=None)
        if subject is None or not _near(between := before[subject:]):
            return False
        if any(_says(kind, between) for kind in (self._these, self._turn, self._ourselves)) or _says(
            self._best, text[begin:end]
        ):
            return False
        sold = _says(self._selling, between) or _says(self._selling, after)
        return sold and not _says(self._outdone, text[last : last + OFFERED])

    def article(self, text: str, first: int, last: int) -> bool:
        """Whether the sentence of such a word is one about copies: a review, news, a comparison with the original."""
        begin, end = sentence(text, first, last)
        return any(True for _ in _found(self._article, text[begin:end]))

    def genuine(self, title: str) -> bool:
        """Whether a title says that its goods are genuine, or bought in a shop."""
        return any(True for _ in _found(self._genuine, title))


def _found(phrases: Keys[bool], text: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end, _ in apart(phrases, text))


def _says(phrases: Keys[bool], text: str) -> bool:
    return any(True for _ in _found(phrases, text))


def _near(between: str) -> bool:
    """Whether so little stands between two phrases that one is said of the other."""
    if any(map(is_cjk, between)):
        return len(between) <= REACH_OF_SIGNS
    return len(between.split()) <= REACH
