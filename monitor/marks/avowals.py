"""What makes a doubtful word of counterfeiting sure: praise, an offer, or the goods are said not to be original."""

import re
from collections.abc import Callable

from monitor.marks.excuses import CLAUSE, SENTENCE, STOPS, apart, sentence, whole
from monitor.marks.folding import is_cjk
from monitor.marks.keys import Keys
from monitor.marks.lexicon import Lexicon

SMALL = 4
"""Words of so few letters may stand between such a word and its praise: "replica of very good quality"."""
MOST_SMALL = 3
LEAST_GOODS = 3
"""Shorter words are no goods but what names are joined of ("de", "my")."""
PLURALS = ("s", "en", "er", "ar")
"""How words end that are told of many goods, beside the same word without: "counterfeits"."""
NOT_SIGNS = ("不", "没", "沒")
JOINED = re.compile(r"\s*[&+]")
"""What joins such a word with the name of others: "fakes & copies"."""
CLAUSE_ENDS = re.compile(rf"[{re.escape(STOPS)}()\[\]/+&]|{CLAUSE.pattern}")


class Avowals:
    """The words of all languages by which a seller stands to a copy. All texts are as `language.SPOKEN` reads them."""

    def __init__(self, words: Lexicon, table: dict[int, str | None]) -> None:
        def spoken(*phrases: frozenset[str]) -> frozenset[str]:
            return frozenset(phrase.translate(table) for every in phrases for phrase in every)

        self._boast = spoken(words.boast)
        self._signs = tuple(phrase for phrase in self._boast if is_cjk(phrase[-1]))
        self._most = max(phrase.count(" ") for phrase in self._boast) + 1
        goods = frozenset(word for word in words.goods if len(word) >= LEAST_GOODS) - words.articles
        with_them = words.accessories["with"]
        self._beyond = spoken(goods, words.joiners, words.opener, words.turn, words.boast, with_them)
        self._joiners, told = spoken(words.joiners), tuple(spoken(words.told))
        self._told_of_many = frozenset(
            one for one in told if one.endswith(PLURALS) and any(one != root and one.startswith(root) for root in told)
        )
        self._of, self._articles = spoken(words.of), spoken(words.articles)
        self._genuine = spoken(words.cues["claim"].before)
        self._admitted = Keys(dict.fromkeys(spoken(words.admits), True))
        self._same, self._outside = (Keys(dict.fromkeys(spoken(one), True)) for one in (words.same, words.outside))
        self._sells = Keys(dict.fromkeys(spoken(words.sells), True))
        self._small = spoken(words.articles, words.boast)
        self._opens = spoken(words.opener, words.joiners)
        self._reissue = Keys(dict.fromkeys(spoken(words.reissue), True))
        self._copies = Keys(dict.fromkeys(spoken(words.copies), True))

    def praised(self, text: str, first: int, last: int) -> bool:
        """Whether a word is praised: "best replica", "replica of very good quality"."""
        return self.boasted(text, first) or self._praised_after(text[last : last + SENTENCE])

    def boasted(self, text: str, first: int) -> bool:
        """Whether the words right before praise it."""
        before = text[max(0, first - SENTENCE) : first]
        words = before.split()[-self._most :] if before.endswith(" ") else ()
        return before.rstrip().endswith(self._signs) or any(
            " ".join(words[at:]) in self._boast for at in range(len(words))
        )

    def _praised_after(self, after: str) -> bool:
        clause = CLAUSE_ENDS.split(after, maxsplit=1)[0]
        if clause.lstrip().startswith(self._signs):
            return True
        words = clause.split()[: MOST_SMALL + self._most]
        for at in range(min(MOST_SMALL + 1, len(words))):
            if any(" ".join(words[at : at + size]) in self._boast for size in range(1, self._most + 1)):
                return True
            if len(words[at]) > SMALL:
                break
        return False

    def bare(self, text: str, last: int) -> bool:
        """Whether a word names the goods, and not what they are made of or a copy of: "imitation of a Roman coin"."""
        after = text[last : last + SENTENCE]
        clause = CLAUSE_ENDS.split(after, maxsplit=1)[0]
        following = clause.split()[:1]
        return not following or following[0] in self._beyond or is_cjk(following[0][0]) or self._praised_after(after)

    def sold(self, text: str, first: int, last: int) -> bool:
        """Whether a clause begins with that we sell what a word names: "I sell a fake", "verkaufe Fälschung".

        What it names goes no further: "we sell counterfeit detectors". "We never sell fakes" and "if I sell a fake"
        begin otherwise.
        """
        begin, _ = sentence(text, first, last)
        before = CLAUSE_ENDS.split(text[begin:first])[-1]
        for start, end, _ in apart(self._sells, before):
            between = before[end:].split()
            if self._opens.issuperset(before[:start].split()) and self._small.issuperset(between):
                return self.bare(text, last)
        return False

    def matched(self, text: str, first: int, last: int, denied: Callable[[str], bool], *, told: bool) -> bool:
        """Whether the sentence of a word for the goods says that they look as the original does: "fake, same box".

        "Fakes look the same", "a fake or a copy has the same logo" and "replica of an old engine, same logo" say it
        of others, and "not the same" denies it. What is `told` of others' goods is no honest likeness, unless of many
        of them; beside other words it is said of a box, a label, a logo.
        """
        begin, end = sentence(text, first, last)
        said = text[begin:end]
        following = CLAUSE_ENDS.split(text[last:end], maxsplit=1)[0].split()[:1]
        beyond = self._beyond - self._joiners
        if (following and following[0] not in beyond) or JOINED.match(text, last) or self.of_another(text, last):
            return False
        if told and text[first:last] in self._told_of_many:
            return False
        same = any(not (denied(said[:at]) or said[:at].endswith(NOT_SIGNS)) for at, _, _ in apart(self._same, said))
        return same and (told or any(whole(self._outside, said)))

    def reissued(self, text: str) -> bool:
        """Whether a text speaks of a new edition of an old piece: of a museum, or limited."""
        return any(whole(self._reissue, text))

    def of_another(self, text: str, last: int) -> bool:
        """Whether a word goes on to say of what: "an exact replica of a Roman coin", and not "of the original"."""
        following = CLAUSE_ENDS.split(text[last : last + SENTENCE], maxsplit=1)[0].replace("'", " ").split()
        if not following or following[0] not in self._of or self._praised_after(text[last : last + SENTENCE]):
            return False
        what = next((word for word in following[1:] if word not in self._articles and word not in self._of), "")
        return bool(what) and what not in self._genuine

    def admitted(self, text: str, first: int, last: int) -> bool:
        """Whether the sentence of a word says that the goods are not the original, or cannot be told from it."""
        begin, end = sentence(text, first, last)
        return any(self.bare(text[begin:end], place) for place in whole(self._admitted, text[begin:end]))

    def are_copies(self, title: str) -> bool:
        """Whether a title names goods that are openly copies, or that copy: airsoft arms, scale models, disk docks."""
        return any(whole(self._copies, title))
