"""The language of counterfeiting: replica, 1:1, 高仿."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.marks.folding import is_cjk, positions, read, skeleton
from monitor.marks.keys import Keys
from monitor.marks.lexicon import lexicon

MAX_TEXT = 50_000
MAX_FOUND = 10_000
LEAST_DISGUISED = 6
"""Letters of a word that is found in disguise too (rep1ica, r.e.p.l.i.c.a); shorter ones come up in model numbers."""
TOKEN = re.compile(r"\S{6,40}")
EDGES = ".,;:!?()[]{}\"'“”„«»"
DENIAL_REACH = 40
DENIAL_WORDS = 4
SENTENCE = 160
"""So many characters before and behind a word are read as its sentence."""
STOPS = ".;!?。；！？\n|"


class _Spoken(dict[int, str | None]):
    """Letters as they read, signs as they are, each white space one space; the table of `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        self[code] = " " if char.isspace() else read(char).replace("’", "'") or None
        return self[code]


SPOKEN = _Spoken()


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Words of counterfeiting in a text; `strong` ones are hardly ever innocent, others need the mark nearby.

    Those that are `told` are what people say of others' goods: "counterfeit", where a seller of copies says "replica".
    """

    start: int
    end: int
    text: str
    strong: bool
    told: bool = False


class CounterfeitWords:
    """The words of all languages, and a brand's own, prepared once."""

    def __init__(self, extra: Iterable[str] = ()) -> None:
        words = lexicon()
        kinds = {phrase.translate(SPOKEN): "innocent" for phrase in words.innocent}
        kinds |= {phrase.translate(SPOKEN): "weak" for phrase in words.weak}
        kinds |= {phrase.translate(SPOKEN): "told" for phrase in words.told}
        kinds |= {phrase.translate(SPOKEN): "strong" for phrase in (*words.strong, *extra)}
        self._boast = tuple(phrase.translate(SPOKEN) for phrase in words.boast)
        self._phrases = Keys({phrase: kind for phrase, kind in kinds.items() if phrase.strip()})
        self._disguised = frozenset(
            skeleton(phrase)
            for phrase, kind in kinds.items()
            if kind != "innocent" and phrase.isascii() and phrase.isalpha() and len(phrase) >= LEAST_DISGUISED
        )
        self._denial = frozenset(phrase.translate(SPOKEN) for phrase in words.denial)
        self._close_denial = tuple(phrase for phrase in self._denial if is_cjk(phrase[0]))
        self._denial_after = tuple(phrase.translate(SPOKEN) for phrase in words.denial_after)
        self._notice = Keys({phrase.translate(SPOKEN): True for phrase in words.notice})

    def find(self, text: str) -> tuple[Suspicion, ...]:
        """The words in the order of the text; those that are denied, warned of or innocent are left out."""
        text = text[:MAX_TEXT]
        spoken = text.translate(SPOKEN)
        hits = sorted(self._hits(spoken), key=lambda hit: (hit[0] - hit[1], hit[0]))
        found = list(self._in_disguise(text))
        if not hits:
            return tuple(found)
        places, taken = positions(text, SPOKEN), bytearray(len(spoken))
        for first, last, kind in hits[:MAX_FOUND]:
            if any(taken[first:last]):
                continue
            taken[first:last] = b"\1" * (last - first)
            if kind == "innocent" or self._denied(spoken[max(0, first - DENIAL_REACH) : first]):
                continue
            if self._denied_after(spoken[last : last + DENIAL_REACH]) or self._is_notice(spoken, first, last):
                continue
            start, end = places[first], places[last - 1] + 1
            told = kind == "told" and not self._boasted(spoken, first)
            strong = kind == "strong" or (kind == "told" and not told)
            found.append(Suspicion(start, end, text[start:end], strong, told))
        return tuple(sorted(found, key=lambda suspicion: suspicion.start))

    def _hits(self, spoken: str) -> Iterator[tuple[int, int, str]]:
        for first, end, kind in self._phrases.find(spoken):
            if _edge(spoken, first, -1) and _edge(spoken, end - 1, 1):
                yield first, end, kind

    def _in_disguise(self, text: str) -> Iterator[Suspicion]:
        """Words with digits or signs in the place of letters, or between them, which nobody writes innocently."""
        if text.isalpha():
            return
        for match in TOKEN.finditer(text):
            token = match[0].strip(EDGES)
            if token.isalpha() or not any(char.isalpha() for char in token):
                continue
            known = skeleton(token) in self._disguised
            if known and not self._denied(text[max(0, match.start() - DENIAL_REACH) : match.start()].lower()):
                start = match.start() + match[0].index(token)
                yield Suspicion(start, start + len(token), token, strong=True)

    def _denied(self, before: str) -> bool:
        """Whether the words right before say that it is not so."""
        clause = before
        for stop in STOPS:
            clause = clause.rsplit(stop, 1)[-1]
        if clause.rstrip().endswith(self._close_denial):
            return True
        words = [word.strip(EDGES) for word in clause.replace(",", " ").replace("-", " ").split()[-DENIAL_WORDS:]]
        return any(
            " ".join(words[first:last]) in self._denial
            for first in range(len(words))
            for last in range(first + 1, len(words) + 1)
        )

    def _denied_after(self, after: str) -> bool:
        """Whether the words right behind say that it is not so: "replika değil", コピー品ではありません."""
        text = after.lstrip(" \"'”’)」』")
        return any(text.startswith(phrase) and _edge(text, len(phrase) - 1, 1) for phrase in self._denial_after)

    def _boasted(self, spoken: str, first: int) -> bool:
        """Whether the words right before praise it: then these goods are meant."""
        before = spoken[max(0, first - DENIAL_REACH) : first].rstrip()
        return any(before.endswith(praise) and _edge(before, len(before) - len(praise), -1) for praise in self._boast)

    def _is_notice(self, spoken: str, first: int, last: int) -> bool:
        """Whether the sentence tells of counterfeiting in the world: a warning, a law, a call to report it."""
        begin = max((spoken.rfind(stop, max(0, first - SENTENCE), first) + 1 for stop in STOPS), default=0)
        ends = (spoken.find(stop, last, last + SENTENCE) for stop in STOPS)
        sentence = spoken[
            max(begin, first - SENTENCE) : min((end for end in ends if end >= 0), default=last + SENTENCE)
        ]
        return any(
            _edge(sentence, start, -1) and _edge(sentence, end - 1, 1) for start, end, _ in self._notice.find(sentence)
        )


def _edge(text: str, place: int, step: int) -> bool:
    """Whether a phrase that ends at `place` is not a piece of a longer word or number."""
    beyond = place + step
    if not 0 <= beyond < len(text) or is_cjk(text[place]) or is_cjk(text[beyond]):
        return True
    return not text[beyond].isalnum()
