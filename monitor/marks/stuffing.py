"""Marks among names and words that stand in a text to be found by a search, not to say what the goods are.

What tells them is a label ("tags:"), a row of hashtags, or a row of makers' names in which nothing says for what they
stand there. Names are the marks of the workspace, and makers whom buyers everywhere look for; no list of all is needed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon, normal
from monitor.marks.mention import Use
from monitor.marks.vocabulary import common_words

LABELLED = 300
"""So many characters behind its label a list is read."""
ABOVE = 100
"""So many characters before a row of names are read for what it is a list of."""
MAX_SHOWN = 1_000
"""So many characters of a row are told."""
LEAST = 2
"""So many names of others beside the mark make a row; behind a bare "not" one does."""
MOST_WORDS = 3
NEAR = 8
THAI_AM = "\u0e4d\u0e32"
"""The vowel am as `normal` writes it; texts have it as one sign."""
TOKEN = re.compile(r"[^\W_]+(?:[-'’&.+][^\W_]+)*")
TIGHT = re.compile(r"[\s#]*")
LIST = re.compile(r"[\s#]*+(?:[,/|;、，・·•+&]|(?<=\s)-\s)?[\s#]*+")
ITEM = re.compile(r"\s*[,、，]\s*[A-ZÀ-ÞА-Я][^\W_]*(?=\s*[,、，])")
"""An item of a list that is a name by its capital."""
SIGN = frozenset(":：=】]-–—")
"""One of these stands behind a label."""
DENIES = re.compile(r"(?:[^\W\d_]+\s+){0,2}[^\W\d_]+$")
LONGEST_DENIAL = 40
"""So many characters at the end of a text are read for a "not"."""
HASHES = frozenset("#＃")
HASHTAGS = re.compile(r"(?:[#＃][^\W_]\w*[\s,，、]*){3,}")
ENDS_LIST = re.compile(r"\n\s*\n|[.!?](?:\s|$)|[。！？]|\n[^\n:：,，、]{1,30}[:：]")
ENDS_CLAUSE = re.compile(r"[.!?;|)\]】:：。！？；\n*•~–—-]\s*$")
BEGINS_CLAUSE = re.compile(r"\s*(?:$|[.!?;|(\[【。！？；\n*•~–—-])")
SEARCHED = re.compile(r"title|description|attributes\..*", re.DOTALL)
"""The fields that may be filled with search words."""
QUOTES = " #\"'([【"
"""What may stand before the first name of a title."""


@dataclass(frozen=True, slots=True)
class Name:
    """A maker's name in a text; `who` is the slug of a brand, or a maker whom buyers look for."""

    start: int
    end: int
    who: str


@dataclass(frozen=True, slots=True)
class Row:
    """Names that stand in a row, from `start` to before `stop`; `named` is who, `rare` who is no everyday word too."""

    start: int
    stop: int
    named: frozenset[str]
    rare: frozenset[str]

    def others(self, slug: str) -> int:
        """How many makers beside the brand; none where there are few, and all of them are everyday words too."""
        count = len(self.named) - (slug in self.named)
        return count if count > LEAST or len(self.rare) > (slug in self.rare) else 0


class SearchWords:
    """One text of a field, in which each mark is asked about; `places` are those of all marks, with whose they are.

    What is worked out of the text is kept, so that a text which repeats its names costs no more than its length.
    """

    def __init__(self, field: str, text: str, places: Sequence[tuple[int, int, str]]) -> None:
        self._field, self._text, self._places = field, text, places

    def use(
        self, start: int, end: int, slug: str, around: Callable[[int, int], tuple[Use, str]], *, others_goods: bool
    ) -> tuple[Use, str]:
        """The use of a mark and what decides it.

        `around` tells the use of a stretch of the text by the words around it. `others_goods`: the listing's brand
        field says that the goods are another maker's, or nobody's.
        """
        use, cue = around(start, end)
        denied = use is Use.DESCRIPTIVE and _is_bare_denial(cue)
        if SEARCHED.fullmatch(self._field) and (use is Use.CLAIM or denied):
            found, tells = self._stuffed(start, slug, around, others_goods=others_goods)
            if found is not Use.CLAIM:
                return found, tells
        return use, cue

    def _stuffed(
        self, start: int, slug: str, around: Callable[[int, int], tuple[Use, str]], *, others_goods: bool
    ) -> tuple[Use, str]:
        """STUFFING and what tells it; else CLAIM, or the use and the cue of the row that the mark stands in."""
        label = self._label(start)
        if label:
            return Use.STUFFING, label
        if not self._tags and not self._sought and len(self._places) == 1:
            return Use.CLAIM, ""
        at = bisect_right(self._starts, start) - 1
        if at < 0 or start >= self._names[at].end:
            return Use.CLAIM, ""
        if label := self._is_listed(start, slug):
            return Use.STUFFING, label
        tags = self._hashtags(start)
        if tags and (self._field != "title" or (self._names[0].who != slug and self._all.others(slug))):
            return Use.STUFFING, tags
        return self._row(at, slug, around, others_goods=others_goods)

    def _label(self, start: int) -> str:
        """The label that opens the list in which a place stands: an attribute's name, or a word with a colon."""
        name = self._field.partition(".")[2]
        if name and normal(name).strip(" :#") in lexicon().labels:
            return name
        before = self._text[max(0, start - LABELLED) : start]
        found = None if SIGN.isdisjoint(before) else _opener(_labels(), before)
        return found["label"].strip() if found else ""

    def _is_listed(self, start: int, slug: str) -> str:
        """The label without a colon that opens a clause in which others' names stand beside the mark."""
        if self._all.named <= {slug}:
            return ""
        begin = max(0, start - LABELLED)
        found = _opener(_openers(), self._text[begin:start])
        if found is None:
            return ""
        first = begin + found.end()
        ends = ENDS_LIST.search(self._text, start, first + LABELLED)
        last = ends.start() if ends else first + LABELLED
        listed = self._names[bisect_right(self._starts, first - 1) : bisect_right(self._starts, last - 1)]
        return found["label"].strip() if any(one.who != slug for one in listed) else ""

    def _hashtags(self, start: int) -> str:
        """The row of hashtags in which a place stands."""
        at = bisect_right(self._tags, start, key=lambda row: row[0]) - 1
        _, last, text = self._tags[at] if at >= 0 else (0, 0, "")
        return text if start < last else ""

    @cached_property
    def _tags(self) -> tuple[tuple[int, int, str], ...]:
        """All rows of hashtags."""
        rows = () if HASHES.isdisjoint(self._text) else HASHTAGS.finditer(self._text)
        return tuple((row.start(), row.end(), row[0].strip()) for row in rows)

    def _row(
        self, at: int, slug: str, around: Callable[[int, int], tuple[Use, str]], *, others_goods: bool
    ) -> tuple[Use, str]:
        """What a row of names that holds the mark says of it."""
        tight, loose = self._tight[at], self._loose[at]
        row = next((row for row in (tight, loose) if row.others(slug) >= LEAST), tight)
        first, last, others = self._names[row.start], self._names[row.stop - 1], row.others(slug)
        if not others or self._several(self._names[loose.start].start):
            return Use.CLAIM, ""
        use, cue = around(first.start, last.end)
        denied = use is Use.DESCRIPTIVE and _is_bare_denial(cue)
        if others < LEAST and not (denied and row is tight and first.who != slug):
            return Use.CLAIM, ""
        if use is not Use.CLAIM and not denied:
            return use, cue
        if self._field == "title":
            anothers = others_goods or (self._names[0].who != slug and row.start > 0)
            leads = self._names[at].start <= self._opening
            stuffed = not leads and (anothers or denied or (row is tight and row.start < at))
        else:
            stuffed = denied or row is tight or self._is_clause(first.start, last.end)
        begin = max(first.start, self._names[at].end - MAX_SHOWN)
        return (Use.STUFFING, self._text[begin : min(last.end, begin + MAX_SHOWN)]) if stuffed else (Use.CLAIM, "")

    @cached_property
    def _opening(self) -> int:
        """How many signs stand before the first word."""
        return len(self._text) - len(self._text.lstrip(QUOTES))

    @cached_property
    def _tight(self) -> Sequence[Row]:
        """For each name the row in which nothing but spaces stands between."""
        return self._rows(tight=True)

    @cached_property
    def _loose(self) -> Sequence[Row]:
        """For each name the row in which commas and the like may stand between, and other items of the list."""
        return self._rows(tight=False)

    def _rows(self, *, tight: bool) -> Sequence[Row]:
        rows, first = list[Row](), 0
        for k, one in enumerate(self._names, 1):
            if k == len(self._names) or not self._joins(one.end, self._names[k].start, tight=tight):
                rows += [_row_of(self._names, first, k)] * (k - first)
                first = k
        return rows

    @cached_property
    def _all(self) -> Row:
        """All names of the text."""
        return _row_of(self._names, 0, len(self._names))

    def _joins(self, end: int, start: int, *, tight: bool) -> bool:
        """Whether what stands between two names joins them to one row."""
        if tight:
            return TIGHT.fullmatch(self._text, end, start) is not None
        while item := ITEM.match(self._text, end, start):
            end = item.end()
        between = self._text[end:start].rstrip()
        begin = max(0, len(between) - LONGEST_DENIAL)
        denies = DENIES.search(between, begin)
        if denies and _is_bare_denial(normal(denies[0])):
            between = between[: denies.start()]
        return LIST.fullmatch(between) is not None

    def _several(self, start: int) -> bool:
        """Whether the words say that several makers' goods are offered or compared, or a line above opens a list."""
        if self._field == "title":
            return self._title_is_of_several
        text = self._text[max(0, start - ABOVE) : start]
        return _is_of_several(text) or text.rstrip().endswith((":", "："))

    @cached_property
    def _title_is_of_several(self) -> bool:
        return _is_of_several(self._text)

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether a stretch is all that its clause says."""
        before = self._text[max(0, start - NEAR) : start].rstrip(" #\"'")
        return bool((not before or ENDS_CLAUSE.search(before)) and BEGINS_CLAUSE.match(self._text, end))

    @cached_property
    def _sought(self) -> tuple[Name, ...]:
        """The names of makers whom buyers look for."""
        plain = self._text.isascii()
        tokens = list(TOKEN.finditer(self._text.lower() if plain else self._text))
        words, found, at = [one[0] if plain else normal(one[0]) for one in tokens], list[Name](), 0
        while at < len(tokens):
            sizes = range(min(MOST_WORDS, len(tokens) - at), 0, -1) if words[at] in _begin() else ()
            size = next((n for n in sizes if " ".join(words[at : at + n]) in lexicon().sought), 0)
            if size:
                who = " ".join(words[at : at + size])
                found.append(Name(tokens[at].start(), tokens[at + size - 1].end(), who))
            at += max(1, size)
        if not plain:
            found += (Name(one.start(), one.end(), one[0]) for one in _joined().finditer(self._text))
        return tuple(found)

    @cached_property
    def _names(self) -> Sequence[Name]:
        """All names of the text in its order, each place once."""
        own = [Name(*place) for place in self._places]
        taken = {place for one in own for place in range(one.start, one.end)}
        apart = (one for one in self._sought if not {one.start, one.end - 1} & taken)
        kept: list[Name] = []
        for one in sorted([*own, *apart], key=lambda name: (name.start, -name.end)):
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where they begin."""
        return [one.start for one in self._names]


def _opener(labels: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The last label in a text, if its list has no end there."""
    found = list(labels.finditer(before))
    return found[-1] if found and not ENDS_LIST.search(before, found[-1].end()) else None


def _row_of(names: Sequence[Name], start: int, stop: int) -> Row:
    """The row of such names."""
    named = frozenset(one.who for one in names[start:stop])
    return Row(start, stop, named, named - common_words())


def _is_of_several(text: str) -> bool:
    """Whether words say that several makers' goods are offered or compared."""
    return _several_makers().search(f" {' '.join(TOKEN.findall(normal(text)))} ") is not None


def _is_bare_denial(cue: str) -> bool:
    """Whether a cue is a mere "not", which before a row of names says nothing of the goods."""
    _, also, more = cue.partition(" ")
    return (not also or more in lexicon().copulas) and cue in lexicon().cues["negation"].before


@cache
def _labels() -> re.Pattern[str]:
    """A label with the colon or bracket behind it."""
    spaced, joined = _listed()
    noted = r"\s*(?:\([^()\n]{0,40}\)\s*)?[:：=】\]]"
    return re.compile(rf"(?P<label>(?:{spaced}|{joined}){noted}|{spaced}\s+[-–—]\s)", re.IGNORECASE)


@cache
def _openers() -> re.Pattern[str]:
    """A label without a colon at the beginning of a clause."""
    spaced, joined = _listed()
    return re.compile(rf"(?:^|[.!?;(\n]\s*|[。！？；（]\s*)(?P<label>(?:{spaced}|{joined}))[\s　]+", re.IGNORECASE)


@cache
def _listed() -> tuple[str, str]:
    """The labels as patterns: those of scripts with spaces, and of scripts without."""
    listed = sorted(lexicon().labels, key=lambda one: (-len(one), one))
    spaced = rf"(?<![^\W_])(?:{'|'.join(re.escape(one) for one in listed if not is_cjk(one[0]))})"
    joined = "|".join(re.escape(one).replace(THAI_AM, f"(?:{THAI_AM}|\\u0e33)") for one in listed if is_cjk(one[0]))
    return spaced, joined


@cache
def _begin() -> frozenset[str]:
    """The first words of the names of makers whom buyers look for."""
    return frozenset(who.split(" ")[0] for who in lexicon().sought)


@cache
def _joined() -> re.Pattern[str]:
    """Those of them that stand in texts without spaces."""
    return re.compile(_any_of(who for who in lexicon().sought if is_cjk(who[0])))


@cache
def _several_makers() -> re.Pattern[str]:
    """What says that goods of several makers are sold or compared, in a text of words between spaces."""
    spaced = _any_of(phrase for phrase in lexicon().several if not is_cjk(phrase[0]))
    joined = _any_of(phrase for phrase in lexicon().several if is_cjk(phrase[0]))
    return re.compile(rf" (?:{spaced}) |{joined}")


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern of one of the phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))
