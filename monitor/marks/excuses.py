"""Why a word of counterfeiting is not said of these goods: it is denied, warned of, or told of the world."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from monitor.marks.folding import is_cjk
from monitor.marks.keys import Keys
from monitor.marks.lexicon import Lexicon

EDGES = ".,;:!?¿¡()[]{}\"'“”„«»"
DENIAL_REACH = 40
DENIAL_WORDS = 4
LINK_WORDS = 2
"""So many words may stand beside the "or" that joins two denied words ("no copies or bad imitations")."""
SENTENCE = 160
"""So many characters before and behind a word are read as its sentence."""
STOPS = ".;!?。；！？\n|"
COMMAS = ",，、"
ASKS = re.compile(r"[ \"'”’)]*(?:m[iıuü]|ですか|か|吗|嗎)?\s*[?？؟]")
"""What ends a question behind a word."""
ASKED = ("?", "？", "؟")
ANSWER = re.compile(r"[ \"'”’)]*[:=] *(\w+(?: \w+)*) *(?:$|\n|[^\w\s'-]|[-–—] )")
"""What fills in a form: "Replica: no", up to the end of its line or a sign."""
MOST_ITEMS = 4
ENDS = re.compile(rf"\s*[{COMMAS}{re.escape(STOPS)}]")
CLAUSE = re.compile(r"[,，:：](?=\s|$)|[，、：]|,(?=[\u3040-\u30ff\u3400-\u9fff])|\s[-–—]+\s")
"""Parts of a sentence; "1:1" is none."""
Place = tuple[int, int]
Value = TypeVar("Value")


class Excuses:
    """The words of all languages that excuse, prepared once. All texts are as `language.SPOKEN` reads them."""

    def __init__(self, words: Lexicon, table: dict[int, str | None]) -> None:
        def spoken(phrases: frozenset[str]) -> frozenset[str]:
            return frozenset(phrase.translate(table) for phrase in phrases)

        self._denial = spoken(words.denial)
        self._latin = frozenset(phrase for phrase in spoken(words.opener) if phrase.isascii())
        self._also_article = spoken(words.denial - words.articles) & words.articles
        """Denials that look like an article of another language: нет, het."""
        self._close_denial = tuple(phrase for phrase in self._denial if is_cjk(phrase[0]))
        self._denial_after = tuple(spoken(words.denial_after))
        self._answers = tuple(spoken(words.answers))
        self._notice = Keys(dict.fromkeys(spoken(words.notice), True))
        self._offer = Keys(dict.fromkeys(spoken(words.offer), True))
        self._turn = spoken(words.turn)
        self._joiners = spoken(words.joiners)
        self._opener = spoken(words.opener) | self._turn
        self._states = tuple(spoken(words.states))
        self._claims = spoken(words.cues["claim"].before)

    def offered(self, text: str, first: int, last: int) -> bool:
        """Whether the clause of such a word offers what it names: "our replica", "police friendly"."""
        begin, end = sentence(text, first, last)
        return _any(self._offer, _clause(text[begin:first], text[first:last], text[last:end]))

    def leads(self, text: str, first: int, last: int) -> tuple[bool, bool]:
        """Whether the clause of such a word begins with it, and whether nothing else stands there."""
        begin, end = sentence(text, first, last)
        before, after = CLAUSE.split(text[begin:first])[-1], CLAUSE.split(text[last:end], maxsplit=1)[0]
        opens = before.strip() in self._opener or self._opener.issuperset(word.strip(EDGES) for word in before.split())
        return opens, opens and not after.strip()

    def states(self, text: str, first: int, last: int) -> bool:
        """Whether a sentence says no more before such a word than "this is a", and asks nothing."""
        begin, end = sentence(text, first, last)
        before = text[begin:first].lstrip(EDGES + " ")
        stated = any(before.startswith(phrase) and edge(before, len(phrase) - 1, 1) for phrase in self._states)
        says_no_more = self._opener.issuperset(word.strip(EDGES) for word in before.split())
        return stated and text[end : end + 1] not in ASKED and (says_no_more or before.strip() in self._opener)

    def is_sentence(self, text: str, first: int, last: int) -> bool:
        """Whether nothing else stands in the sentence of such a word than what opens one: "this is a fake"."""
        begin, end = sentence(text, first, last)
        before = text[begin:first].strip(EDGES + " ")
        opens = not before or before in self._opener or self._opener.issuperset(before.split())
        return opens and not text[last:end].strip(EDGES + " ")

    def excused(self, text: str, lines: str, places: Sequence[Place]) -> Sequence[bool]:
        """For each word of counterfeiting, in the order of the text, whether it is not said of these goods.

        A denial stands in the clause of the word, or holds for a list of such words: "no fakes, copies or replicas".
        `lines` is the same text with the ends of its lines.
        """
        before = [
            self.denied(text[max(0, first - DENIAL_REACH) : first])
            or (
                text[first:last].isalpha()
                and self._of_a_list(text[max(0, first - SENTENCE) : first], text[last : last + SENTENCE])
            )
            or self._asked(text[last : last + DENIAL_REACH])
            or self._filled_in(lines[last : last + DENIAL_REACH])
            for first, last in places
        ]
        after = [self._denied_after(text[last : last + DENIAL_REACH]) for _, last in places]
        for k in range(1, len(places)):
            (_, end), (first, last) = places[k - 1], places[k]
            before[k] |= before[k - 1] and self._joined(text[end:first], text[first:last])
        for k in range(len(places) - 2, -1, -1):
            (first, last), (start, _) = places[k], places[k + 1]
            after[k] |= after[k + 1] and self._joined(text[last:start], text[first:last])
        return [
            denied or refused or self._is_notice(text, first, last)
            for denied, refused, (first, last) in zip(before, after, places, strict=True)
        ]

    def denied(self, before: str) -> bool:
        """Whether the words right before say that it is not so."""
        clause = before
        for stop in STOPS + COMMAS:
            clause = clause.rsplit(stop, 1)[-1]
        if clause.rstrip().endswith(self._close_denial):
            return True
        words = [word.strip(EDGES) for word in clause.replace("-", " ").split()[-DENIAL_WORDS:]]
        turns = (place + 1 for place, word in enumerate(words) if word in self._turn or word[:1].isdigit())
        begin = max(turns, default=0)  # "No 3 imitation" denies nothing
        return any(
            " ".join(words[first:last]) in self._denial
            and not (
                words[first] in self._also_article and words[first + 1 : first + 2] and words[first + 1] in self._latin
            )
            for first in range(begin, len(words))
            for last in range(first + 1, len(words) + 1)
        )

    def _of_a_list(self, before: str, after: str) -> bool:
        """Whether a word is a bare item of a list that a denial begins: "sin copias, réplicas ni imitaciones".

        "Not original, replica" is none: what is denied there is that the goods are genuine.
        """
        items = re.split(f"[{COMMAS}]", re.split(f"[{re.escape(STOPS)}]", before)[-1])
        following = after.split()[:1]
        ends = not following or ENDS.match(after) or not (self._joiners | self._denial).isdisjoint(following)
        if items.pop().strip() or not ends:
            return False
        for item in reversed(items[-MOST_ITEMS:]):
            words = item.split()
            if len(words) > DENIAL_WORDS or len(item) > DENIAL_REACH or not self._claims.isdisjoint(words):
                return False
            if self.denied(f"{item} ") or item.strip().startswith(self._close_denial):
                return True
        return False

    def _asked(self, after: str) -> bool:
        """Whether a question stands there that is answered with no: "replica? No, ..."."""
        if not asked(after):
            return False
        behind = ASKS.sub("", after, count=1).lstrip(" \"'”’)?？؟!！¿-–—")
        return any(  # the Spanish sign before an exclamation reads as an "i"
            not self._denial.isdisjoint(re.findall(r"\w+", answer)[:1])
            or any(answer.startswith(phrase) and edge(answer, len(phrase) - 1, 1) for phrase in self._answers)
            for answer in (behind, behind.removeprefix("i"))
        )

    def _filled_in(self, after: str) -> bool:
        """Whether a word labels what is filled in with no: "Replica: no", and on the next line "Original ..."."""
        answer = ANSWER.match(after)
        return answer is not None and (answer[1] in self._denial or answer[1] in self._answers)

    def _denied_after(self, after: str) -> bool:
        """Whether the words right behind say that it is not so: "replika değil", コピー品ではありません."""
        text = after.lstrip(" \"'”’)」』")
        return any(text.startswith(phrase) and edge(text, len(phrase) - 1, 1) for phrase in self._denial_after)

    def _joined(self, between: str, word: str) -> bool:
        """Whether two such words are items of one list; a phrase behind a bare comma ("1:1 clone") begins anew."""
        link = between.strip().strip("\"'“”()")
        if link in ("/", "&"):
            return True
        if link and link in COMMAS:
            return word.isalpha()
        words = link.replace(",", " ").split()
        return (
            len(words) <= 1 + LINK_WORDS
            and not self._turn.intersection(words)
            and not self._joiners.isdisjoint([*words, link])
        )

    def _is_notice(self, text: str, first: int, last: int) -> bool:
        """Whether the sentence tells of counterfeiting in the world, and its own clause offers nothing."""
        begin, end = sentence(text, first, last)
        return _any(self._notice, text[begin:end]) and not self.offered(text, first, last)


def asked(after: str) -> bool:
    """Whether a question ends with a word, by what stands behind it."""
    return bool(ASKS.match(after))


def sentence(text: str, first: int, last: int) -> Place:
    """Where the sentence around a word begins and ends."""
    begin = max((text.rfind(stop, max(0, first - SENTENCE), first) + 1 for stop in STOPS), default=0)
    ends = (text.find(stop, last, last + SENTENCE) for stop in STOPS)
    return max(begin, first - SENTENCE), min((end for end in ends if end >= 0), default=last + SENTENCE)


def _clause(before: str, word: str, after: str) -> str:
    """The clause of a word, of the sentence that stands around it."""
    return CLAUSE.split(before)[-1] + word + CLAUSE.split(after, maxsplit=1)[0]


def _any(phrases: Keys[bool], text: str) -> bool:
    return next(whole(phrases, text), 0) > 0


def whole(phrases: Keys[bool], text: str) -> Iterator[int]:
    """Where phrases end that stand in a text as words of their own."""
    return (end for _, end, _ in apart(phrases, text))


def apart(phrases: Keys[Value], text: str) -> Iterator[tuple[int, int, Value]]:
    """The start, the end and the value of each phrase that stands in a text as words of its own."""
    for start, end, value in phrases.find(text):
        if edge(text, start, -1) and edge(text, end - 1, 1):
            yield start, end, value


def edge(text: str, place: int, step: int) -> bool:
    """Whether a phrase that ends at `place` is not a piece of a longer word or number."""
    beyond = place + step
    if not 0 <= beyond < len(text) or is_cjk(text[place]) or is_cjk(text[beyond]):
        return True
    return not text[beyond].isalnum()
