"""A word mark prepared for the search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from monitor.brands import Brand
from monitor.marks.folding import PAIRS, SEPARATED, WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.text import Reading

MAX_MARK = 200
MAX_VARIANTS = 8
SHORT = 3
"""A mark of so few letters is found in plain writing only, apart from one replaced letter or even separators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One text that names one brand. `letters` are its letters as they read, `key` is its skeleton.

    `breaks` are the places in the key before which the mark itself has a space or a sign (`Coca-Cola`: 4).
    `anywhere`: Chinese, Japanese and Korean marks stand inside text without spaces. `exact`: plain writing only.
    `cased`: only in the case of the dossier. `near`: words of which one must stand near the mark, if any.
    `ignored` are words of the brand's settings that resemble the mark and are not it.
    """

    slug: str
    text: str
    letters: str
    key: str
    breaks: frozenset[int]
    anywhere: bool
    exact: bool
    cased: bool
    near: frozenset[str]
    ignored: frozenset[str]

    @property
    def size(self) -> int:
        """How many letters a disguise could change."""
        return len(self.key)


def marks_of(brand: Brand) -> Iterator[Mark]:
    """The word marks of a brand; one without a letter that can be searched is left out."""
    settings = brand.detectors.get("text_match", {})
    exact, ignored = _words(settings.get("exact_only")), _words(settings.get("ignore_words"))
    cased, near = _words(settings.get("case_matters")), _words(settings.get("near_goods"))
    goods = _words(settings.get("goods_words")) or lexicon().goods
    for text in brand.word_marks:
        letters = text[:MAX_MARK].translate(WORDS).replace(" ", "")
        reading = Reading(text[:MAX_MARK], SEPARATED)
        key, places = reading.skeleton, reading.places
        if not key or not letters:
            continue
        yield Mark(
            slug=brand.slug,
            text=text,
            letters=letters,
            key=key,
            breaks=frozenset(k for k in range(1, len(places)) if places[k] - places[k - 1] > 1),
            anywhere=any(is_cjk(char) for char in letters),
            exact=text.casefold() in exact,
            cased=text.casefold() in cased,
            near=goods if text.casefold() in near else frozenset(),
            ignored=ignored,
        )


def variants(mark: Mark) -> Sequence[str]:
    """The keys under which a mark is searched: its own, and those with one letter written as two that look like it."""
    if mark.exact or mark.anywhere or mark.size <= SHORT:
        return (mark.key,)
    choices = [(char, *PAIRS.get(char, ())) for char in mark.key]
    found: dict[str, None] = {}
    for letters in product(*choices):
        found["".join(letters).replace("l", "i")] = None
        if len(found) >= MAX_VARIANTS:
            break
    found.setdefault(mark.key)
    for letter, pairs in PAIRS.items():
        for pair in pairs:
            found.setdefault(mark.key.replace(pair.replace("l", "i"), letter))
    return tuple(found)


def _words(value: object) -> frozenset[str]:
    return frozenset(str(word).casefold() for word in value) if isinstance(value, (list, tuple)) else frozenset()
