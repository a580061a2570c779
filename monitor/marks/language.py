"""The language of counterfeiting: replica, 1:1, 高仿."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from monitor.marks.avowals import Avowals
from monitor.marks.excuses import DENIAL_REACH, Excuses, apart, asked, sentence
from monitor.marks.folding import is_cjk, positions, read
from monitor.marks.hidden import Hidden, closed
from monitor.marks.keys import Keys
from monitor.marks.lexicon import lexicon
from monitor.marks.refusals import Refusals
from monitor.marks.senses import Senses

MAX_TEXT = 50_000
MAX_FOUND = 10_000
NOT_NAMED = ("innocent", "beside", "grade")
COUNTED = re.compile(r"(?<![\d.,])(?:[1-9]|1\d|2[0-4])\s*(?:[x×*]|er|pcs|pieces|st|stk|pz|uds)?\s*$")
"""A small number right before a grade counts cells: "2x AAA"; or it is a size beside a width."""
COUNTED_REACH = 16
NUMBERED = re.compile(r"(?<![\w.,])\d{1,2}(?:[.,]\d+)?\s*$")
"""A small number right before "kw" counts kilowatts: "2 kW import"; a larger one may be a model's."""
VERSIONED = re.compile(r"\b(?:usb|hdmi|bluetooth|bt|displayport|dp|hdcp|pcie|thunderbolt|version|ver|v)[ .-]*$")
"""What a version stands behind: "USB 1.1 copy station"."""
UNITS = (
    "x|×|[*]|[kmg]?w|w?h|m?ah|k?v|k?g|[kcm]?m|m?l|rpm|[kmg]?hz|dpi|px|lm|lumens?|pcs|pieces|st|%"
    "|eur|euros?|usd|gbp|chf|kr|zł|[$€£¥]|元|円|원"
)
YEAR = re.compile(rf"(?<![\d.,x×*$€£¥])(?<![$€£¥] )1[89]\d\d(?!\d|[.,]\d|\s*(?:{UNITS})(?![^\W\d_]))", re.IGNORECASE)
"""The year of an old piece, and no size, price or capacity; this century's goods are not reissued."""
LEAST_BEGUN = 5
"""From so many letters on a word beside a grade is known by its beginning."""
LEAST_CAPITALS = 3
"""Latin words of so few letters in capitals are abbreviations."""


class _Spoken(dict[int, str | None]):
    """Letters as they read, signs as they are, each white space one space; the table of `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        self[code] = " " if char.isspace() else read(char).replace("’", "'") or None
        return self[code]


SPOKEN = _Spoken({ord(sign): " " for sign in "¿¡"})  # beside a word they look like an "i"


def spoken_lines(text: str) -> str:
    """A text as `SPOKEN` reads it, line by line."""
    return "\n".join(line.translate(SPOKEN) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Words of counterfeiting in a text; `strong` ones are hardly ever innocent, others need the mark nearby.

    A `doubtful` one has innocent senses too, and is neither `praised` nor offered as the goods; it is only a suspicion.
    Those that are `told` are what people say of others' goods: "counterfeit", where a seller of copies says "replica".
    Those that stand `beside` the mark also mean a copy on paper: they count right next to it. A word `leads` where its
    clause begins with it ("Replica, ..."; "it is a replica of ..."), and is `alone` where nothing else stands there; a
    `told` one, where nothing else stands in its sentence. It is `admitted` where its sentence says that the goods are
    not the original. It is `refused` where its clause sends copies away, and of an `article` where its sentence
    is one about copies: no such word accuses.
    One of `another` goes on to say of what it is a copy. One is `said` where its sentence begins with "this is a",
    and `bare` where it names the goods, and not what they are made of.
    One that `covers` says that the logo is hidden in the photos: by itself it is never more than a suspicion.
    """

    start: int
    end: int
    text: str
    strong: bool
    doubtful: bool = False
    praised: bool = False
    told: bool = False
    beside: bool = False
    leads: bool = False
    alone: bool = False
    covers: bool = False
    admitted: bool = False
    refused: bool = False
    article: bool = False
    another: bool = False
    said: bool = False
    bare: bool = False

    @property
    def aside(self) -> bool:
        """Whether it is said of copies that are sent away or written about, and so accuses nobody."""
        return self.refused or self.article


class CounterfeitWords:
    """The words of all languages, and a brand's own, prepared once; `ignored` ones say nothing about its goods."""

    def __init__(self, extra: Iterable[str] = (), ignored: Iterable[str] = ()) -> None:
        words = lexicon()
        by_kind: Sequence[tuple[str, Iterable[str]]] = (  # the last one holds for a phrase of several
            ("innocent", words.innocent),
            ("stuff", (f"{unreal} {thing}" for unreal in words.unreal for thing in words.stuff)),
            ("beside", words.beside),
            ("grade", words.grade),
            ("weak", words.weak),
            ("covers", words.covers),
            ("close", words.close),
            ("told", words.told),
            ("strong", (*words.strong, *extra)),
            ("innocent", ignored),
        )
        kinds = {phrase.translate(SPOKEN): kind for kind, phrases in by_kind for phrase in phrases}
        self._phrases = Keys({phrase: kind for phrase, kind in kinds.items() if phrase.strip()})
        self._hidden = Hidden(phrase for phrase, kind in kinds.items() if kind not in ("innocent", "stuff", "covers"))
        graded = {word.translate(SPOKEN) for word in words.graded}
        self._grades = {phrase for phrase, kind in kinds.items() if kind == "grade"}
        self._graded = graded | {f"{word}s" for word in graded}
        self._graded_begin = tuple(word for word in graded if len(word) >= LEAST_BEGUN)
        self._graded_signs = tuple(word for word in graded if is_cjk(word[0]))
        self._unreal = tuple(word.translate(SPOKEN) for word in words.unreal)
        self._excuses, self._avowals, self._refusals, self._senses = _around()

    def are_copies(self, title: str) -> bool:
        """Whether a title names goods that are openly copies, or that copy."""
        return self._avowals.are_copies(title.translate(SPOKEN))

    def copies_of(self, text: str) -> tuple[int, ...]:
        """Where a text goes on to say of what something is an honest copy: behind "replica of a"."""
        whole = text[:MAX_TEXT]
        spoken = whole.translate(SPOKEN)
        ends = [last for first, last, kind in self._hits(spoken) if kind == "innocent" and self._of(spoken[first:last])]
        places = positions(whole, SPOKEN) if ends else ()
        return tuple(places[last - 1] + 1 for last in sorted(ends))

    def _of(self, phrase: str) -> bool:
        return " " in phrase and self._avowals.of_another(f"{phrase} x", phrase.index(" "))

    def reissued(self, texts: Sequence[str], text: str, word: Suspicion) -> bool:
        """Whether texts speak of a new edition, and the sentence of a word in one of them of the year of an old piece.

        No maker calls his own "fake" or an imitation.
        """
        begin, end = sentence(text, word.start, word.end)
        if word.text.translate(SPOKEN).startswith(self._unreal) or not YEAR.search(text[begin:end]):
            return False
        return any(self._avowals.reissued(one.translate(SPOKEN)) for one in texts)

    def says_genuine(self, title: str) -> bool:
        """Whether a title says that its goods are genuine, or bought in a shop."""
        return self._refusals.genuine(title.translate(SPOKEN))

    def find(self, text: str) -> tuple[Suspicion, ...]:
        """The words in the order of the text; those that are denied, warned of or innocent are left out."""
        whole = text[:MAX_TEXT]
        text, origin = closed(whole)
        spoken = text.translate(SPOKEN)
        hits = self._hits(spoken)
        hidden = tuple(self._hidden.find(whole))
        found = list(self._in_disguise(whole, hidden)) if hidden else []
        if not hits:
            return tuple(found)
        places = positions(text, SPOKEN)
        graded = any(kind == "grade" for _, _, kind in hits) and self._is_graded(spoken)
        meant = sorted(
            (first, last, kind)
            for first, last, kind in hits
            if kind != "innocent"
            and not self._senses.otherwise(spoken, first, last)
            and (
                not (graded or _is_counted(spoken, first))
                if kind == "grade"
                else not (
                    _is_code(text[places[first] : places[last - 1] + 1], text) or _is_measure(spoken, first, last)
                )
            )
        )
        excused = self._excuses.excused(spoken, spoken_lines(text), [(first, last) for first, last, _ in meant])
        for (first, last, kind), aside in zip(meant, excused, strict=True):
            if aside:
                continue
            start, end = origin[places[first]], origin[places[last - 1]] + 1
            found.append(self._judged(spoken, first, last, kind, whole[start:end], start))
        return tuple(sorted(found, key=lambda suspicion: suspicion.start))

    def _in_disguise(self, text: str, hidden: Iterable[tuple[int, int]]) -> Iterator[Suspicion]:
        """The words that stand hidden at places of a text, without those that are denied."""
        spoken, places = text.translate(SPOKEN), positions(text, SPOKEN)
        for start, end in hidden:
            first, last = bisect_left(places, start), bisect_left(places, end)  # a sign may be read as several
            denied = self._excuses.denied(spoken[max(0, first - DENIAL_REACH) : first])
            if not denied and not self._senses.otherwise(spoken, first, last):
                aside = self._aside(spoken, first, last, text[start:end], start)
                yield aside or Suspicion(start, end, text[start:end], strong=True)

    def named(self, text: str) -> tuple[str, ...]:
        """The words as they stand in a text, each once, in whatever sense: also those that are denied or warned of.

        Those that are innocent or mean a copy on paper too are left out.
        """
        spoken = text[:MAX_TEXT].translate(SPOKEN)
        hits = self._hits(spoken)
        return tuple(dict.fromkeys(spoken[first:last] for first, last, kind in hits if kind not in NOT_NAMED))

    def _hits(self, spoken: str) -> Sequence[tuple[int, int, str]]:
        """Where phrases stand that are no part of a longer one, the longest first."""
        taken, found = bytearray(len(spoken)), list[tuple[int, int, str]]()
        devices = _devices()
        every = (hit for hit in apart(self._phrases, spoken) if hit[2] != "stuff" or not devices.match(spoken, hit[1]))
        every = ((first, last, "innocent" if kind == "stuff" else kind) for first, last, kind in every)
        hits = sorted(every, key=lambda hit: (hit[0] - hit[1], hit[0]))
        for first, last, kind in hits[:MAX_FOUND]:
            if not any(taken[first:last]):
                taken[first:last] = b"\1" * (last - first)
                found.append((first, last, kind))
        return found

    def _is_graded(self, spoken: str) -> bool:
        """Whether a text speaks of goods that have a grade or a size of that name, so that it is not one of copies."""
        words = set(re.findall(r"[^\W_]+", spoken)) - self._grades
        return (
            not words.isdisjoint(self._graded)
            or any(word.startswith(self._graded_begin) for word in words)
            or any(sign in spoken for sign in self._graded_signs)
        )

    def _aside(self, spoken: str, first: int, last: int, text: str, start: int) -> Suspicion | None:
        """A word by which copies are sent away, or told of in an article; None where it offers or admits one."""
        end = start + len(text)
        if self._refusals.sold_by_others(spoken, first, last):
            return Suspicion(start, end, text, strong=False, doubtful=True, told=True, refused=True)
        refused = self._refusals.refused(spoken, first, last)
        article = not refused and self._refusals.article(spoken, first, last)
        if not (refused or article) or self._excuses.offered(spoken, first, last):
            return None
        if article and self._avowals.admitted(spoken, first, last):
            return None
        return Suspicion(start, end, text, strong=False, doubtful=True, refused=refused, article=article)

    def _judged(self, spoken: str, first: int, last: int, kind: str, text: str, start: int) -> Suspicion:
        """What is said with a word that is not excused."""
        avowals = self._avowals
        if kind == "covers":
            leads, _ = self._excuses.leads(spoken, first, last)
            return Suspicion(start, start + len(text), text, strong=False, doubtful=True, leads=leads, covers=True)
        if aside := self._aside(spoken, first, last, text, start):
            return aside
        if asked(spoken[last : last + DENIAL_REACH]):  # whoever asks says nothing, and a person reads the answer
            return Suspicion(start, start + len(text), text, strong=False, doubtful=True)
        leads, alone = self._excuses.leads(spoken, first, last)
        admitted = kind != "strong" and avowals.admitted(spoken, first, last)
        if leads and kind not in ("strong", "grade"):
            admitted |= avowals.matched(spoken, first, last, self._excuses.denied, told=kind == "told")
        unreal = kind == "weak" and spoken.startswith(self._unreal, first)  # makers sell replicas of their own
        sold = (unreal or kind in ("close", "told")) and avowals.sold(spoken, first, last)
        told = kind == "told" and not (admitted or sold) and not avowals.boasted(spoken, first)
        offered = sold or (kind in ("weak", "close") and self._excuses.offered(spoken, first, last))
        praised = offered or admitted or (kind != "close" and avowals.praised(spoken, first, last))
        sure = kind in ("strong", "close") or (praised and avowals.bare(spoken, last))
        another = avowals.of_another(spoken, last)
        doubtful = not admitted and (not sure or another)
        if told:
            alone = self._excuses.is_sentence(spoken, first, last)
        if kind == "grade":
            return Suspicion(
                start, start + len(text), text, strong=admitted, doubtful=not admitted, leads=leads, admitted=admitted
            )
        return Suspicion(
            start,
            start + len(text),
            text,
            strong=kind == "strong" or admitted or offered or (kind == "told" and not told),
            doubtful=doubtful,
            praised=praised or kind == "strong",
            told=told,
            beside=kind == "beside",
            leads=leads,
            alone=alone,
            admitted=admitted,
            another=another,
            said=self._excuses.states(spoken, first, last),
            bare=avowals.bare(spoken, last),
        )


@cache
def counterfeit_words() -> CounterfeitWords:
    """The words of all languages alone, prepared once in a process."""
    return CounterfeitWords()


@cache
def _around() -> tuple[Excuses, Avowals, Refusals, Senses]:
    """What excuses, admits, refuses and means otherwise beside such words, which is the same for every brand."""
    words = lexicon()
    return Excuses(words, SPOKEN), Avowals(words, SPOKEN), Refusals(words, SPOKEN), Senses(words, SPOKEN)


@cache
def _devices() -> re.Pattern[str]:
    """Behind a material such a word makes a device of it: a fake hair dryer is no fake hair."""
    words = "|".join(re.escape(word.translate(SPOKEN)) for word in sorted(lexicon().devices))
    return re.compile(rf" (?:{words})s?\b")


def _is_counted(spoken: str, first: int) -> bool:
    """Whether a small number stands right before a word for a grade."""
    return COUNTED.search(spoken, max(0, first - COUNTED_REACH), first) is not None


def _is_measure(spoken: str, first: int, last: int) -> bool:
    """Whether such words begin with a unit behind a number, or with the version of a technology."""
    before = spoken[max(0, first - COUNTED_REACH) : first]
    if spoken[first].isdigit():
        return VERSIONED.search(before) is not None
    return spoken[first:last].startswith("kw ") and NUMBERED.search(before) is not None


def _is_code(word: str, text: str) -> bool:
    """Whether a short word in capitals is rather an abbreviation: "NEP" of a text that is not all in capitals."""
    return (
        len(word) <= LEAST_CAPITALS
        and word.isascii()
        and word.isalpha()
        and word.isupper()
        and any(map(str.islower, text))
    )
