"""Where a text says of its goods that they are not genuine: "not original", 非正品, "kein Originalprodukt"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from monitor.marks.excuses import SENTENCE, apart, sentence, whole
from monitor.marks.folding import is_cjk, positions, small
from monitor.marks.keys import Keys
from monitor.marks.language import MAX_FOUND, MAX_TEXT, SPOKEN, spoken_lines
from monitor.marks.lexicon import lexicon
from monitor.marks.use import MARKS_OF_VOWELS

PARTS = re.compile(r"\n|,(?!\d)|[，、]|[:：](?=\s|$)|：|\s[-–—]+(?=\s)|[()\[\]{}]|[-–—]$")
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS_OF_VOWELS}]|['’-](?=[^\W_]))*")
APART = re.compile(rf"[^\w {MARKS_OF_VOWELS}\"'“”„«»’&*-]|[-–—]\s")
"""What makes two of a phrase: "Replica: no / original <mark>"."""
PIECES = re.compile("[ '’-]")
QUESTIONS = "?？"
QUOTES = " \"'“”„«»"
FAKES = ("fakes", "faked")
BEFORE_MARK = 48
"""So many signs before a mark are read for such words."""
BETWEEN = 48
"""So many signs may stand between "not" and "genuine": a mark and words for goods."""
COMMAS = (",", "，", "、")
"""What stands before anything but a comma names what is spoken of, unless it only opens: "wheel (not original)"."""


@dataclass(frozen=True, slots=True)
class NotGenuine:
    """Such words in a text, and whether they are `sure`: nothing else that they may be said of stands before them."""

    start: int
    end: int
    text: str
    sure: bool


class _Place(NamedTuple):
    """Where such a phrase begins and ends, and what stands between its two pieces."""

    first: int
    last: int
    between: tuple[int, int]
    kind: str = "said"
    """Of one that calls the goods fakes: "fakes" where it says that they are, "faked" for the word alone."""


def not_genuine(text: str, goods: Callable[[], tuple[Collection[str], Collection[str]]]) -> Iterator[NotGenuine]:
    """Where a text says so of its goods, in its order.

    `goods` tells the words for them, in lower case, and what else may stand before the phrase; it is asked only where
    there is one. Beside these, words for goods at all and what opens a confession ("please note:"), nothing may stand
    before it, and behind it up to the next comma: "not the original cable", "if not original" and "the box is not
    original" say something else. So does "not real leather". Words for the goods may stand among the phrase. That
    they are fakes is read alike: "the bag is a counterfeit", "la borsa è falsa".
    """
    text = text[:MAX_TEXT]
    low = small(text)
    spoken = spoken_lines(low)  # "Fake? No", and below it "Original <mark>", are two
    known = _Known.prepared()
    taken = 0
    hits = known.places(spoken)
    if not hits:
        return
    places = positions(low, SPOKEN)
    called, described = goods()
    own = frozenset(word.translate(SPOKEN) for word in called)
    before = own | {word.translate(SPOKEN) for word in described}
    opened = known.opened(spoken)
    for place in hits[:MAX_FOUND]:
        first, last, between, _ = place
        if first < taken or known.others(spoken[slice(*between)], own, between=True):
            continue
        sure = _is_said(opened, place, known, before, own)
        if sure is not None and place.kind in FAKES:
            sure = _is_fake(known.opened(spoken, fakes=True), place, known, before, own)
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
    known, nearby = _Known.prepared(), spoken_lines(small(text[max(0, start - BEFORE_MARK) : start]))
    head = nearby.rstrip(QUOTES)
    hits = [hit for hit in known.places(head) if hit.last == len(head) and hit.kind not in FAKES]
    hits = [hit for hit in hits if not known.others(head[slice(*hit.between)], (), between=True)]
    size = max((last - first for first, last, *_ in hits), default=0)
    if not size or start > MAX_TEXT:
        return None
    low = small(text[:MAX_TEXT])
    spoken, places = spoken_lines(low), positions(low, SPOKEN)
    behind = next((at for at, place in enumerate(places) if place >= start), len(spoken))
    last = len(spoken[:behind].rstrip(QUOTES))
    first = last - size
    begin, end = sentence(spoken, first, last)
    asked = end < len(spoken) and spoken[end] in QUESTIONS
    own = frozenset(word.translate(SPOKEN) for word in goods()[0])
    opened = known.opened(spoken)
    if asked or any(whole(known.aside, opened[begin:end])) or known.others(opened[begin:first], own):
        return None
    following = PARTS.split(spoken[last:end], maxsplit=1)[0]
    said = text[places[first] : places[last - 1] + 1]
    return NotGenuine(places[first], places[last - 1] + 1, said, not known.others(following, own))


@dataclass(frozen=True, slots=True)
class _Known:
    """The words of all languages, prepared once."""

    phrases: Keys[str]
    """What says so, and the two pieces of which such words are made: `denies` ("is not a") and `genuine`."""
    subject: frozenset[str]
    things: frozenset[str]
    """What may stand between the two pieces: "a", "of", "product", and no "the": "not the original, a new edition"."""
    signs: tuple[str, ...]
    """What may stand there in scripts without blanks, the longest first."""
    turn: frozenset[str]
    aside: Keys[bool]
    """What says that a whole sentence is of something else."""
    opens: Keys[bool]
    """What opens a confession: "please note", and whether it is of a price: "bags at this price" are others' fakes."""
    cheap: Keys[bool]
    """What makes goods called fakes those that others sell: "cheap bags"."""
    ones: re.Pattern[str]
    """The end of a text that speaks of cheap ones (便宜的), which are others' whatever is said of them."""
    stuff: tuple[str, ...]
    """How words for materials begin: "not real leather" says nothing of whose the goods are."""
    prices: frozenset[str]
    """Goods may be said not to be genuine and "low price"; right behind such words it is the price that is not."""
    supposes: Keys[bool]
    """What makes a condition of it: "if"."""
    conditions: frozenset[str]
    """The same, with which the next clause may begin."""
    states: tuple[str, ...]
    """By what a sentence says what the goods are, with its subject: "it's"."""
    boasts: frozenset[str]
    """By what fakes are praised: "a counterfeit of good quality"."""

    @staticmethod
    @cache
    def prepared() -> "_Known":
        words = lexicon()

        def spoken(*groups: Collection[str]) -> frozenset[str]:
            return frozenset(phrase.translate(SPOKEN) for group in groups for phrase in group)

        def single(*groups: Collection[str]) -> frozenset[str]:
            return frozenset(word for phrase in spoken(*groups) for word in PIECES.split(phrase))

        def either(key: str) -> str:
            return "|".join(map(re.escape, sorted(spoken(of_goods[key]))))

        of_goods = words.not_genuine
        subject = (of_goods["subject"], of_goods["things"], words.opener, words.articles, words.of)
        kinds = {phrase: kind for kind in ("denies", "genuine", *FAKES, "said") for phrase in spoken(of_goods[kind])}
        return _Known(
            phrases=Keys(kinds),
            subject=single(*subject),
            things=single(of_goods["things"], words.of),
            signs=tuple(sorted((one for one in spoken(*subject) if is_cjk(one[0])), key=lambda one: (-len(one), one))),
            turn=spoken(words.turn, words.joiners),
            aside=Keys(dict.fromkeys(spoken(of_goods["unless"], words.notice), True)),
            opens=Keys({phrase: kind == "priced" for kind in ("opens", "priced") for phrase in spoken(of_goods[kind])}),
            cheap=Keys(dict.fromkeys(spoken(of_goods["cheap"]), True)),
            ones=re.compile(f"(?:{either('cheap')})(?:{either('ones')})"),
            stuff=tuple(sorted(spoken(of_goods["stuff"]))),
            prices=spoken(of_goods["prices"]),
            supposes=Keys(dict.fromkeys(spoken(of_goods["if"]), True)),
            conditions=spoken(of_goods["if"]),
            states=tuple(sorted(spoken(words.states))),
            boasts=single(words.boast),
        )

    def places(self, spoken: str) -> list["_Place"]:
        """Where phrases that say so stand in a text, or the two pieces of one, by their begin, the longest first."""
        found = sorted(apart(self.phrases, spoken))
        told = ("said", *FAKES)
        places = [_Place(first, last, (last, last), kind) for first, last, kind in found if kind in told]
        genuine = [(first, last) for first, last, kind in found if kind == "genuine"]
        for first, last in ((first, last) for first, last, kind in found if kind == "denies"):
            for at in range(bisect_left(genuine, (last, 0)), len(genuine)):
                begin, end = genuine[at]
                if begin - last > BETWEEN or APART.search(spoken, last, begin):
                    break
                places.append(_Place(first, end, (last, begin)))
        return sorted(places, key=lambda place: (place.first, -place.last))

    def opened(self, spoken: str, *, fakes: bool = False) -> str:
        """A text without what opens a confession; one that goods are `fakes` is opened by no price."""
        kept = bytearray(b"\1" * len(spoken))
        for first, last, priced in apart(self.opens, spoken):
            if not (fakes and priced):
                kept[first:last] = bytes(last - first)
        return "".join(char if keep else " " for char, keep in zip(spoken, kept, strict=True))

    def others(self, text: str, own: Collection[str], *, between: bool = False) -> bool:
        """Whether a part of a sentence names anything but the goods; `between` the two pieces less may stand."""
        if not text.isascii():
            for sign in self.signs:
                text = text.replace(sign, " ")
            for word in sorted(own, key=lambda word: (-len(word), word)):  # a longer word holds shorter ones
                text = text.replace(word, " ") if is_cjk(word[0]) else text
        known = self.things if between else self.subject
        words = (word for word in WORD.findall(text) if word not in own)
        parts = (part for word in words for part in PIECES.split(word))
        return any(part not in known and part not in own and not part.isdigit() for part in parts)


def _is_said(
    text: str, place: _Place, known: _Known, described: Collection[str], called: frozenset[str]
) -> bool | None:
    """Whether it is surely said of the goods, or maybe; None where it is said of something else."""
    first, last, between, _ = place
    window = max(0, first - SENTENCE)
    begin = window + sentence(text[window:last].replace("\n", " "), first - window, last - window)[0]
    end = sentence(text, first, last)[1]
    if text[end : end + 1] in QUESTIONS and end < len(text):
        return None
    if any(whole(known.aside, text[begin:end])):
        return None
    *earlier, before = _parts(text[begin:first])
    if known.others(before, described) or known.ones.search(before):
        return None
    following = WORD.findall(PARTS.split(text[last:end], maxsplit=1)[0])
    if following and (following[0] in known.prices or following[0].startswith(known.stuff)):
        return None
    turned = next((at for at, word in enumerate(following) if word in known.turn), len(following))
    praise = known.boasts if place.kind in FAKES else frozenset()
    if known.others(" ".join(following[:turned]), called | praise):
        return None
    aside = [part for part in earlier if known.others(part, described)]
    predicate = " ".join([text[slice(*between)], *following[:turned]])
    named = any(word in predicate for word in called)
    ends = (*COMMAS, "\n") if named else COMMAS
    return not aside if all(part.endswith(ends) for part in aside) else None


def _is_fake(
    text: str, place: _Place, known: _Known, described: Collection[str], called: frozenset[str]
) -> bool | None:
    """The same of words that call the goods fakes, which are no fakes of the brand's where its products are named so.

    A condition says nothing, nor what is said of cheap goods or of all at a price, and a clause may be its subject:
    "what costs less, is a fake". The word alone has to stand beside one for the goods, and is never sure: "c'est faux"
    is said of what somebody says.
    """
    begin, end = sentence(text, place.first, place.last)
    said, (*earlier, before) = text[place.first : place.last], _parts(text[begin : place.first])
    behind, *rest = PARTS.split(text[place.last : end], maxsplit=2)
    supposed = any(any(whole(known.supposes, one)) for one in (text[begin : place.first], behind))
    if supposed or said in described or (rest and rest[0].split()[:1] and rest[0].split()[0] in known.conditions):
        return None
    priced = any(of_price for *_, of_price in apart(known.opens, text[begin : place.first]))
    if priced or any(whole(known.cheap, before)):
        return None
    if place.kind == "fakes":
        subject = not before.strip() and earlier and not (is_cjk(said[0]) or said.startswith(known.states))
        return None if subject and known.others(earlier[-1], described) else True
    beside = f"{before} {behind}"
    return False if any(word in beside for word in called) else None


def _parts(before: str) -> list[str]:
    """The parts of a sentence up to some place, each with what ends it."""
    ends = [found.end() for found in PARTS.finditer(before)]
    return [before[begin:end] for begin, end in zip([0, *ends], [*ends, len(before)], strict=True)]
