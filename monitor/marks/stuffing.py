"""Marks among names and words that stand in a text to be found by a search, not to say what the goods are.

What tells them is a label ("tags:"), a row of hashtags, or a row of makers' names in which nothing says for what they
stand there. Names are the marks of the workspace, and makers whom buyers everywhere look for; no list of all is needed.
"""

import re
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
LEAST = 2
"""So many names of others beside the mark make a row; behind a bare "not" one does."""
MOST_WORDS = 3
NEAR = 8
THAI_AM = "\u0e4d\u0e32"
"""The vowel am as `normal` writes it; texts have it as one sign."""
TOKEN = re.compile(r"[^\W_]+(?:[-'’&.+][^\W_]+)*")
TIGHT = re.compile(r"[\s#]*")
LIST = re.compile(r"[\s#]*(?:[,/|;、，・·•+&]|\s-\s)?[\s#]*")
ITEM = re.compile(r"\s*[,、，]\s*[A-ZÀ-ÞА-Я][^\W_]*(?=\s*[,、，])")
"""An item of a list that is a name by its capital."""
SIGN = frozenset(":：=】]-–—")
"""One of these stands behind a label."""
DENIES = re.compile(r"(?:[^\W\d_]+\s+){0,2}[^\W\d_]+$")
COPULAS = frozenset(("es", "son", "é", "è", "not", "je", "jest", "este", "ole", "е", "са", "є"))
"""What makes two words of a bare "not": não é."""
HASHES = frozenset("#＃")
HASHTAGS = re.compile(r"(?:[#＃][^\W_]\w*[\s,，、]*){3,}")
ENDS_LIST = re.compile(r"\n\s*\n|[.!?](?:\s|$)|[。！？]|\n[^\n:：,，、]{1,30}[:：]")
ENDS_CLAUSE = re.compile(r"[.!?;|)\]】:：。！？；\n*•~–—-]\s*$")
BEGINS_CLAUSE = re.compile(r"\s*(?:$|[.!?;|(\[【。！？；\n*•~–—-])")
SEARCHED = re.compile(r"title|description|attributes\..*", re.DOTALL)
"""The fields that may be filled with search words."""


@dataclass(frozen=True, slots=True)
class Name:
    """A maker's name in a text; `who` is empty for the mark that is asked about."""

    start: int
    end: int
    who: str


class SearchWords:
    """One text of a field, in which each mark is asked about; `places` are those of all marks, with whose they are."""

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
        if HASHES.isdisjoint(self._text) and not self._sought and len(self._places) == 1:
            return Use.CLAIM, ""
        names = self._names(slug)
        at = next((k for k, one in enumerate(names) if one.start <= start < one.end), None)
        if at is None:
            return Use.CLAIM, ""
        if label := self._is_listed(start, names):
            return Use.STUFFING, label
        tags = self._hashtags(start)
        if tags and (self._field != "title" or (names[0].who and _others(names))):
            return Use.STUFFING, tags
        return self._row(names, at, around, others_goods=others_goods)

    def _label(self, start: int) -> str:
        """The label that opens the list in which a place stands: an attribute's name, or a word with a colon."""
        name = self._field.partition(".")[2]
        if name and normal(name).strip(" :#") in lexicon().labels:
            return name
        before = self._text[max(0, start - LABELLED) : start]
        if SIGN.isdisjoint(before):
            return ""
        found = [one for one in _labels().finditer(before) if not ENDS_LIST.search(before, one.end())]
        return found[-1]["label"].strip() if found else ""

    def _is_listed(self, start: int, names: Sequence[Name]) -> str:
        """The label without a colon that opens a clause in which others' names stand beside the mark."""
        before = self._text[max(0, start - LABELLED) : start]
        if not any(one.who for one in names):
            return ""
        found = [one for one in _openers().finditer(before) if not ENDS_LIST.search(before, one.end())]
        if not found:
            return ""
        first = max(0, start - LABELLED) + found[-1].end()
        ends = ENDS_LIST.search(self._text, start)
        last = ends.start() if ends else len(self._text)
        return found[-1]["label"].strip() if any(one.who and first <= one.start < last for one in names) else ""

    def _hashtags(self, start: int) -> str:
        """The row of hashtags in which a place stands."""
        return next((text for first, last, text in self._tags if first <= start < last), "")

    @cached_property
    def _tags(self) -> tuple[tuple[int, int, str], ...]:
        """All rows of hashtags."""
        rows = () if HASHES.isdisjoint(self._text) else HASHTAGS.finditer(self._text)
        return tuple((row.start(), row.end(), row[0].strip()) for row in rows)

    def _row(
        self,
        names: Sequence[Name],
        at: int,
        around: Callable[[int, int], tuple[Use, str]],
        *,
        others_goods: bool,
    ) -> tuple[Use, str]:
        """What a row of names that holds the mark says of it."""
        tight, loose = self._reach(names, at, tight=True), self._reach(names, at, tight=False)
        in_title = self._field == "title"
        row = next((row for row in (tight, loose) if len(_others(names[row.start : row.stop])) >= LEAST), tight)
        first, last, others = names[row.start], names[row.stop - 1], _others(names[row.start : row.stop])
        if not others or self._several(names[loose.start].start):
            return Use.CLAIM, ""
        use, cue = around(first.start, last.end)
        denied = use is Use.DESCRIPTIVE and _is_bare_denial(cue)
        if len(others) < LEAST and not (denied and row is tight and first.who):
            return Use.CLAIM, ""
        if use is not Use.CLAIM and not denied:
            return use, cue
        shown = self._text[first.start : last.end]
        if in_title:
            anothers = others_goods or (names[0].who and row.start > 0)
            leads = not self._text[: names[at].start].strip(" #\"'([【")
            stuffed = not leads and (anothers or denied or (row is tight and row.start < at))
        else:
            stuffed = denied or row is tight or self._is_clause(first.start, last.end)
        return (Use.STUFFING, shown) if stuffed else (Use.CLAIM, "")

    def _reach(self, names: Sequence[Name], at: int, *, tight: bool) -> range:
        """The names around one that stand in a row with it; `tight`: with nothing but spaces between."""
        first = last = at
        while first and self._joins(names[first - 1].end, names[first].start, tight=tight):
            first -= 1
        while last + 1 < len(names) and self._joins(names[last].end, names[last + 1].start, tight=tight):
            last += 1
        return range(first, last + 1)

    def _joins(self, end: int, start: int, *, tight: bool) -> bool:
        """Whether what stands between two names joins them to one row."""
        if tight:
            return TIGHT.fullmatch(self._text, end, start) is not None
        while item := ITEM.match(self._text, end, start):
            end = item.end()
        between = self._text[end:start].rstrip()
        denies = DENIES.search(between)
        if denies and _is_bare_denial(normal(denies[0])):
            between = between[: denies.start()]
        return LIST.fullmatch(between) is not None

    def _several(self, start: int) -> bool:
        """Whether the words say that several makers' goods are offered or compared, or a line above opens a list."""
        text = self._text if self._field == "title" else self._text[max(0, start - ABOVE) : start]
        said = f" {' '.join(TOKEN.findall(normal(text)))} "
        if _several_makers().search(said):
            return True
        return self._field != "title" and text.rstrip().endswith((":", "："))

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

    def _names(self, slug: str) -> list[Name]:
        """All names of the text in its order, each place once; those of the brand itself are nobody else's."""
        own = [Name(start, end, "" if whose == slug else whose) for start, end, whose in self._places]
        taken = {place for one in own for place in range(one.start, one.end)}
        apart = (one for one in self._sought if not {one.start, one.end - 1} & taken)
        kept: list[Name] = []
        for one in sorted([*own, *apart], key=lambda name: (name.start, -name.end)):
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept


def _others(names: Sequence[Name]) -> frozenset[str]:
    """The other makers among names; none where there are few, and all of them are everyday words too."""
    others = frozenset(one.who for one in names if one.who)
    return others if len(others) > LEAST or any(who not in common_words() for who in others) else frozenset()


def _is_bare_denial(cue: str) -> bool:
    """Whether a cue is a mere "not", which before a row of names says nothing of the goods."""
    _, also, more = cue.partition(" ")
    return (not also or more in COPULAS) and cue in lexicon().cues["negation"].before


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
