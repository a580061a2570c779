"""Where a text says of its goods that they are not genuine: "not original", 非正品, "kein Originalprodukt"."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from monitor.marks.excuses import apart, sentence, whole
from monitor.marks.folding import is_cjk, positions, small
from monitor.marks.keys import Keys
from monitor.marks.language import MAX_FOUND, MAX_TEXT, SPOKEN
from monitor.marks.lexicon import lexicon
from monitor.marks.use import MARKS_OF_VOWELS

COMMA = re.compile(r",(?!\d)|[，、]")
PARTS = re.compile(r",(?!\d)|[，、]|[:：](?=\s|$)|：|\s[-–—]+(?=\s)|[()\[\]{}]|[-–—]$")
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS_OF_VOWELS}]|['’-](?=[^\W_]))*")
QUESTIONS = "?？"
QUOTES = " \"'“”„«»"
PRICE = "price"
"""Goods may be said not to be genuine and "low price"; right behind such words it is the price that is not."""
BEFORE_MARK = 48
"""So many signs before a mark are read for such words."""


@dataclass(frozen=True, slots=True)
class NotGenuine:
    """Such words in a text, and whether they are `sure`: nothing else that they may be said of stands before them."""

    start: int
    end: int
    text: str
    sure: bool


def not_genuine(text: str, goods: Callable[[], tuple[Collection[str], Collection[str]]]) -> Iterator[NotGenuine]:
    """Where a text says so of its goods, in its order.

    `goods` tells the words for them, in lower case, and what else may stand before the phrase; it is asked only where
    there is one. Beside these and words for goods at all, nothing may stand before it, and behind it up to the next
    comma: "not the original cable", "if not original" and "the box is not original" say something else.
    """
    text = text[:MAX_TEXT]
    low = small(text)
    spoken = low.translate(SPOKEN)
    known = _Known.prepared()
    taken = 0
    hits = sorted(apart(known.said, spoken), key=lambda hit: (hit[0], -hit[1]))
    if not hits:
        return
    places = positions(low, SPOKEN)
    called, described = goods()
    own = frozenset(word.translate(SPOKEN) for word in called)
    before = own | {word.translate(SPOKEN) for word in described}
    for first, last, _ in hits[:MAX_FOUND]:
        if first < taken:
            continue
        sure = _is_said(spoken, first, last, known, before, own)
        if sure is not None:
            taken = last
            start, end = places[first], places[last - 1] + 1
            while end < len(text) and re.match(f"[{MARKS_OF_VOWELS}]", text[end]):
                end += 1
            yield NotGenuine(start, end, text[start:end], sure)


def said_before(
    text: str, start: int, goods: Callable[[], tuple[Collection[str], Collection[str]]]
) -> NotGenuine | None:
    """Such words right before `start` ("not original <mark>"), where only words for the goods stand before them.

    They are `sure` where none but these stand behind them too, up to the next comma: who sells a part names it there.
    """
    known, nearby = _Known.prepared(), small(text[max(0, start - BEFORE_MARK) : start]).translate(SPOKEN)
    head = nearby.rstrip(QUOTES)
    size = max((end - first for first, end, _ in apart(known.said, head) if end == len(head)), default=0)
    if not size or start > MAX_TEXT:
        return None
    low = small(text[:MAX_TEXT])
    spoken, places = low.translate(SPOKEN), positions(low, SPOKEN)
    behind = next((at for at, place in enumerate(places) if place >= start), len(spoken))
    last = len(spoken[:behind].rstrip(QUOTES))
    first = last - size
    begin, end = sentence(spoken, first, last)
    asked = end < len(spoken) and spoken[end] in QUESTIONS
    own = frozenset(word.translate(SPOKEN) for word in goods()[0])
    if asked or any(whole(known.aside, spoken[begin:end])) or _others(spoken[begin:first], known, own):
        return None
    following = PARTS.split(spoken[last:end], maxsplit=1)[0]
    said = text[places[first] : places[last - 1] + 1]
    return NotGenuine(places[first], places[last - 1] + 1, said, not _others(following, known, own))


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of all languages, prepared once."""

    said: Keys[bool]
    subject: frozenset[str]
    signs: tuple[str, ...]
    """What may stand there in scripts without blanks, the longest first."""
    turn: frozenset[str]
    aside: Keys[bool]
    """What says that a whole sentence is of something else."""

    @staticmethod
    @cache
    def prepared() -> "_Known":
        words = lexicon()

        def spoken(*groups: Collection[str]) -> frozenset[str]:
            return frozenset(phrase.translate(SPOKEN) for group in groups for phrase in group)

        subject = spoken(words.not_genuine["subject"], words.opener, words.articles)
        return _Known(
            said=Keys(dict.fromkeys(spoken(words.not_genuine["said"]), True)),
            subject=frozenset(word for phrase in subject for word in phrase.split()),
            signs=tuple(sorted((one for one in subject if is_cjk(one[0])), key=lambda one: (-len(one), one))),
            turn=spoken(words.turn, words.joiners),
            aside=Keys(dict.fromkeys(spoken(words.not_genuine["unless"], words.notice), True)),
        )


def _is_said(
    text: str, first: int, last: int, known: _Known, described: Collection[str], called: Collection[str]
) -> bool | None:
    """Whether it is surely said of the goods, or maybe; None where it is said of something else."""
    begin, end = sentence(text, first, last)
    if text[end : end + 1] in QUESTIONS and end < len(text):
        return None
    if any(whole(known.aside, text[begin:end])):
        return None
    *earlier, before = COMMA.split(text[begin:first])
    if _others(before, known, described):
        return None
    following = WORD.findall(PARTS.split(text[last:end], maxsplit=1)[0])
    if following[:1] == [PRICE]:
        return None
    turned = next((at for at, word in enumerate(following) if word in known.turn), len(following))
    if _others(" ".join(following[:turned]), known, called):
        return None
    return not any(_others(part, known, described) for part in earlier)


def _others(text: str, known: _Known, own: Collection[str]) -> bool:
    """Whether a part of a sentence names anything but the goods."""
    if not text.isascii():
        for sign in known.signs:
            text = text.replace(sign, " ")
        for word in sorted(own, key=lambda word: (-len(word), word)):  # a longer word holds shorter ones
            text = text.replace(word, " ") if is_cjk(word[0]) else text
    words = (word for word in WORD.findall(text) if word not in own)
    parts = (part for word in words for part in word.split("-"))
    return any(part not in known.subject and part not in own and not part.isdigit() for part in parts)
