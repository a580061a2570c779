"""Marks that a search cannot tell from a word of everyday language, or from a few letters by chance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.brands import Brand
from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.vocabulary import LISTED, everyday

SHORT = 3
"""Marks of so few Latin letters come up by chance in model numbers and as words of some language."""
WORD = re.compile(r"[^\W\d_]+")
MOST_GOODS = 5


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mark that needs a rule, why in words, and the lines for brand.toml."""

    mark: str
    why: str
    lines: str


def doubts(brand: Brand) -> Iterator[Doubt]:
    """The brand's word marks that are everyday words or very short, and for which no `near_goods` stands.

    `exact_only` and `case_matters` alone leave what is written the same: an orchard, and 3 HP of a motor.
    """
    settings = brand.detectors.get("text_match", {})
    ruled = {str(word).casefold() for word in _words(settings.get("near_goods"))}
    for text in brand.word_marks:
        if text.casefold() in ruled or any(map(is_cjk, text)):
            continue
        letters = sum(map(str.isalnum, text))
        if found := languages(text):
            yield Doubt(text, f"is an everyday word ({', '.join(found)})", _near_goods(brand, text))
        elif letters <= SHORT:
            count = f"{letters} letter{'s' if letters > 1 else ''}"
            yield Doubt(text, f"has only {count}", f'case_matters = ["{text}"]\n{_near_goods(brand, text)}')


def languages(text: str) -> tuple[str, ...]:
    """The languages in which a text of one word is an everyday word, by how often it stands in their texts."""
    word = text.casefold()
    if not WORD.fullmatch(word):
        return ()
    return tuple(sorted(name for code, name in LISTED.items() if word in everyday(code)))


def _near_goods(brand: Brand, text: str) -> str:
    """The rule for an everyday or very short word: only beside goods of the catalogue, unless in disguise."""
    marks = {word for mark in (brand.name, *brand.word_marks) for word in WORD.findall(mark.casefold())}
    named: dict[str, int] = {}
    for product in brand.products:
        for word in dict.fromkeys(WORD.findall(product.name.casefold())):
            if word in lexicon().named_goods and word not in marks:
                named[word] = named.get(word, 0) + 1
    goods = sorted(named, key=lambda word: (-named[word], word))[:MOST_GOODS]
    listed = ", ".join(f'"{word}"' for word in goods)
    hint = f"what you make, in each language{'' if goods else '; while it is empty, any common goods'}"
    return f'near_goods = ["{text}"]\ngoods_words = [{listed}]  # {hint}'


def _words(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else ()
