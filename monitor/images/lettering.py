"""Logos that are words: where the letters of a logo were read in a photo, its shape need not be found.

What a logo reads counts only as far as it is the brand's own name or mark: not a slogan, a city or a year beside it.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from monitor.brands import Asset, Brand
from monitor.images.search import Sight
from monitor.records import Line, Photo

SHORT = 3
LEAST, FIRM = 0.8, 0.95
"""How sure the reader must be; and for a short word, or one of everyday language, which must stand alone."""
LETTERS_A_SLIP = 6
"""A reader may have missed or mistaken one letter in so many."""
WORDS_AT_MOST = 5
NEAR = 1.5
"""Lines of a stacked logo are no further apart than so many of their heights."""
SLIPS = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "5": "s", "8": "b"})
TOKEN = re.compile(r"[^\W_|]+|[|!]")


@dataclass(frozen=True, slots=True)
class _Lettering:
    """One way in which a logo reads: as it stands there, folded, and whether it must stand alone."""

    brand: str
    asset: str
    text: str
    letters: str
    alone: bool


class Letterings:
    """The logos of all brands that read as their brand's name or mark."""

    def __init__(self, brands: Sequence[Brand], is_common: Callable[[str], bool]) -> None:
        """`is_common` says whether a word comes up in photos by chance."""
        self._all = [
            _Lettering(brand.slug, logo.name, text, slipped(text), alone=is_common(text))
            for brand in brands
            for logo in brand.logos
            for text in own_words(logo, (brand.name, *brand.word_marks))
        ]

    def find(self, photo: Photo) -> tuple[Sight, ...]:
        """The logos that were read in a photo, one sight each."""
        if photo.words is None or photo.fingerprint is None or not self._all:
            return ()
        wide, high = photo.fingerprint.width, photo.fingerprint.height
        lines = [(line, _runs(line)) for line in (*photo.words.lines, *_stacked(photo.words.lines))]
        found: dict[tuple[str, str], Sight] = {}
        for one in self._all:
            for line, runs in lines:
                if (one.brand, one.asset) not in found and _shows(line, runs, one):
                    left, top, right, bottom = line.box
                    box = (round(left * wide), round(top * high), round(right * wide), round(bottom * high))
                    how = f'it reads "{line.text}", as the logo does'
                    sight = Sight(one.brand, one.asset, box, how, round(line.confidence * 100, 1))
                    found[one.brand, one.asset] = sight
        return tuple(found.values())


def own_words(logo: Asset, names: Iterable[str]) -> tuple[str, ...]:
    """What of a logo's lines is one of the names, or at least the beginning of one, as in a logo that shortens it."""
    wanted = {letters for name in names if len(letters := _letters(name)) >= SHORT}
    texts = [*logo.words, " ".join(logo.words)] if len(logo.words) > 1 else list(logo.words)
    whole = tuple(dict.fromkeys(text for text in texts if _letters(text) in wanted))
    if whole:
        return whole
    return tuple(
        dict.fromkeys(
            text
            for text in texts
            if len(_letters(text)) >= SHORT and any(name.startswith(_letters(text)) for name in wanted)
        )
    )


def own_lines(brand: Brand) -> tuple[Asset, ...]:
    """The brand's logos, each with those of its lines alone that are the brand's own words."""
    names = (brand.name, *brand.word_marks)
    return tuple(
        replace(logo, lines=tuple(line for line in logo.lines if line.text in own))
        for logo in brand.logos
        for own in (own_words(logo, names),)
    )


def slipped(text: str) -> str:
    """The letters of a text, those that readers take for each other made one."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(SLIPS)
    return "".join(char for char in folded if char.isalnum()).replace("rn", "m").replace("vv", "w")


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum())


def _shows(line: Line, runs: Collection[str], one: _Lettering) -> bool:
    if one.alone:
        same = line.text.strip(" .,:;®™©") in (one.text, one.text.upper())
        return same and line.confidence >= FIRM
    slips = len(one.letters) // LETTERS_A_SLIP
    return any(
        abs(len(letters) - len(one.letters)) <= slips
        and OSA.distance(letters, one.letters, score_cutoff=slips) <= slips
        for letters in runs
    )


def _runs(line: Line) -> frozenset[str]:
    """The words of a line one by one, and those next to each other together; none where it was not surely read."""
    if line.confidence < LEAST:
        return frozenset()
    tokens = [slipped(token) for token in TOKEN.findall(line.text)[:50]]
    return frozenset(
        "".join(tokens[first:last])
        for first in range(len(tokens))
        for last in range(first + 1, min(len(tokens), first + WORDS_AT_MOST) + 1)
    )


def _stacked(lines: Sequence[Line]) -> Iterator[Line]:
    """Two or three lines that stand right below each other, as one."""
    for first, second in pairwise(lines):
        if _below(first, second):
            yield _joined(first, second)
    for first, second, third in zip(lines, lines[1:], lines[2:], strict=False):
        if _below(first, second) and _below(second, third):
            yield _joined(_joined(first, second), third)


def _below(upper: Line, lower: Line) -> bool:
    height = max(upper.box[3] - upper.box[1], lower.box[3] - lower.box[1])
    overlap = min(upper.box[2], lower.box[2]) - max(upper.box[0], lower.box[0])
    return 0 < lower.box[1] - upper.box[1] <= NEAR * height and overlap > 0


def _joined(upper: Line, lower: Line) -> Line:
    box = (
        min(upper.box[0], lower.box[0]),
        min(upper.box[1], lower.box[1]),
        max(upper.box[2], lower.box[2]),
        max(upper.box[3], lower.box[3]),
    )
    sure = min(upper.confidence, lower.confidence)
    return Line(text=f"{upper.text} {lower.text}", box=box, confidence=sure)
