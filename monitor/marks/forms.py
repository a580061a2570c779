"""A word mark prepared for the search."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from monitor.brands import Brand
from monitor.marks.folding import LETTERS, PAIRS, SEPARATED, WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.text import Reading

AMPERSAND = re.compile(r"\s*&\s*")
AND = ("and", "und", "et", "y")
SIGNS = re.compile(r"\s*([&+])\s*")
UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
TOKEN = re.compile(r"[^\W_]+")
LEAST_WORD, LEAST_CODE = 3, 2
"""Shorter words and numbers of a catalogue come up in longer words by chance."""
MAX_MARK = 200
MAX_VARIANTS = 8
SHORT = 3
"""A mark of so few letters is found in plain writing only, apart from one replaced letter or even separators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One text that names one brand. `letters` are its letters as they read, `key` is its skeleton.

    `breaks` are the places in the key before which the mark itself has a space or a sign (`Coca-Cola`: 4), and `gaps`
    is what stands there.
    `anywhere`: Chinese, Japanese and Korean marks stand inside text without spaces. `exact`: plain writing only.
    `cased`: only in the case of the dossier. `near`: words of which one must stand near the mark, if any.
    `ignored` are words of the brand's settings that resemble the mark and are not it. `products` are the words and
    numbers of its products, in lower case, that may be joined behind the mark. `form` is the only writing in which it
    is looked for, with or without spaces around its signs ("H&M", "C++"); "" for a mark that is known by its letters.
    """

    slug: str
    text: str
    letters: str
    key: str
    breaks: frozenset[int]
    gaps: frozenset[str]
    anywhere: bool
    exact: bool
    cased: bool
    near: frozenset[str]
    ignored: frozenset[str]
    products: frozenset[str]
    form: str = ""

    @property
    def signed(self) -> bool:
        """Whether so few letters are a mark only with the sign between them: AT&T is no "at t"."""
        return self.size <= SHORT and "&" in "".join(self.gaps)

    @property
    def size(self) -> int:
        """How many letters a disguise could change."""
        return len(self.key)


def marks_of(brand: Brand) -> Iterator[Mark]:
    """The word marks of a brand; one without a letter that can be searched is left out."""
    settings = brand.detectors.get("text_match", {})
    exact, ignored = _words(settings.get("exact_only")), _words(settings.get("ignore_words"))
    cased, near = _words(settings.get("case_matters")), _words(settings.get("near_goods"))
    goods = _words(settings.get("goods_words")) or lexicon().near_goods
    products = _products(brand)
    for text in brand.word_marks:
        for written in _natural(text[:MAX_MARK]):
            letters = written.translate(WORDS).replace(" ", "")
            reading = Reading(written, SEPARATED)
            key, places = reading.skeleton, reading.places
            if not key or not letters:
                continue
            between = {k: written[places[k - 1] + 1 : places[k]] for k in range(1, len(places))}
            mark = Mark(
                slug=brand.slug,
                text=text,
                letters=letters,
                key=key,
                breaks=frozenset(k for k, gap in between.items() if gap),
                gaps=frozenset(form for gap in between.values() if gap for form in _gaps(gap)),
                anywhere=any(is_cjk(char) for char in letters),
                exact=text.casefold() in exact,
                cased=text.casefold() in cased,
                near=goods if text.casefold() in near else frozenset(),
                ignored=ignored,
                products=products,
            )
            yield mark
            if mark.size <= SHORT and written == text[:MAX_MARK]:
                yield from (replace(mark, form=form, key=form.translate(LETTERS)) for form in _forms(written))


def _gaps(gap: str) -> tuple[str, ...]:
    """What may stand for what a mark has between two letters."""
    return (gap, "&", " & ", "+", " + ") if "&" in gap else (gap,)


def _forms(written: str) -> Iterator[str]:
    """The exact writings of a short mark with signs, which its letters alone do not tell: "H&M", "H and M", "C++"."""
    parts = AMPERSAND.split(written)
    if len(parts) > 1 and all(parts):
        yield "&".join(parts)
        yield from (f" {word} ".join(parts) for word in AND)
    elif written.endswith("+"):
        yield SIGNS.sub(r"\1", written)


def _products(brand: Brand) -> frozenset[str]:
    """The words of the names of a brand's products, and their model numbers; numbers alone tell nothing."""
    named = f"{brand.name} {' '.join(brand.word_marks)}".casefold().split()
    said = (word for one in brand.products for word in TOKEN.findall(f"{one.name} {one.model}".casefold()))
    least = ((word, LEAST_CODE if any(map(str.isdigit, word)) else LEAST_WORD) for word in said if not word.isdigit())
    return frozenset(word for word, size in least if len(word) >= size).difference(named)


def _natural(text: str) -> Iterator[str]:
    """The mark as it is written, and as everybody may write it: "and" for "&", "ae" for "ä"."""
    yield text
    spelt = unicodedata.normalize("NFC", text).translate(UMLAUTS)
    if spelt != text and spelt.translate(WORDS) != text.translate(WORDS):
        yield spelt
    if len(parts := AMPERSAND.split(text)) == 2 and min(map(len, parts)) >= SHORT:
        yield from (f" {word} ".join(parts) for word in AND)


def variants(mark: Mark) -> Sequence[str]:
    """The keys under which a mark is searched: its own, and those with one letter written as two that look like it."""
    if mark.exact or mark.anywhere or mark.form or mark.size <= SHORT:
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
