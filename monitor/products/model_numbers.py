"""Whether the model numbers of a listing and a product agree, and how much that says in this catalogue."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from monitor.products.identifiers import Writing, alike_in_kind, alike_in_shape, bare, core, is_sister, stem
from monitor.products.line_names import names_line
from monitor.products.words import lexicon

CERTAIN, LIKELY, SHARED, WEAK, SISTER = 0.85, 0.7, 0.6, 0.4, 0.35
SAME_CATALOGUE, SAME_NUMBERING, OTHER_NUMBERING = 0.6, 0.6, 0.7
FEW = 3
LEAST_IN_ANY_WRITING = 5
JOINT = re.compile(r"[/|&]|\s(?:or|oder|ou|o|of|lub|или|eller|veya|nebo)\s")
"""What stands between two to choose from."""

LETTERED = "="
"""Stands before a number without a figure where it is looked up, so that no word of a title finds it."""

Spread = Callable[[str], int]
"""How many products bear a model number, a stem (`^` before it), a core (`#` before it) or one that is `LETTERED`."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The model numbers of a text: `codes` that stand in it, `soft` ones that may agree but never contradict."""

    codes: frozenset[str]
    soft: frozenset[str]
    writing: Writing
    lettered: frozenset[str] = frozenset()
    """Of a field for the model: a number without a figure, which only such a field says."""
    lines: frozenset[str] = frozenset()
    """Names of product lines with their numbers, in any writing; like soft ones they never contradict."""

    @property
    def stems(self) -> frozenset[str]:
        """The codes without the letters at their ends."""
        return frozenset(stem(code) for code in self.codes)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far model numbers agree, 0 to 1, the factor below 1 where they contradict, and the reason in words."""

    strength: float = 0.0
    factor: float = 1.0
    reason: str = ""
    code: str = ""
    """What agrees: the whole number, its stem or its core."""
    contradicted: bool = False
    """Whether a sister's number is named as well."""


NOTHING = Agreement()


def compare(listing: Numbers, product: Numbers, spread: Spread) -> Agreement:
    """From the strongest kind of agreement to contradiction; nothing where one side has no model number."""
    if code := next(iter(listing.lettered & product.lettered), ""):
        strength = CERTAIN if spread(f"{LETTERED}{code}") <= 1 else SHARED
        return Agreement(strength, reason=f"model {code.upper()} agrees", code=code)
    if not listing.codes and not listing.lettered and not product.codes and not product.lines:
        return NOTHING
    found = _same(listing, product, spread) or _but_for_the_ending(listing, product, spread)
    if found is None:
        return _other(listing, product, spread)
    if found.strength > WEAK and (other := _sisters_number(listing, product)):
        return Agreement(WEAK, reason=f"{found.reason}, but {other.upper()} is named as well", contradicted=True)
    if other := _beside(listing, product, found.code):
        return replace(found, reason=f"{found.reason}, but {other.upper()} is named beside it", contradicted=True)
    return found


def _same(listing: Numbers, product: Numbers, spread: Spread) -> Agreement | None:
    whole = (listing.codes | listing.soft) & product.codes
    whole |= {code for code in product.codes if _long(code) and listing.writing.has(code)}
    if not product.codes or not (whole or listing.codes - product.lines):
        whole |= {line for line in product.lines if _names(listing, line)}
    part = {code for code in listing.codes if _long(code) and product.writing.has(code)} - whole
    for code in sorted(whole | part, key=lambda code: (code in part, spread(code), -len(code), code)):
        if spread(code) <= FEW:
            alone = spread(code) <= 1 and code in whole
            return Agreement(CERTAIN if alone else SHARED, reason=f"model {code.upper()} agrees", code=code)
    return None


def _names(listing: Numbers, line: str) -> bool:
    return _long(line) and listing.writing.has(line) and names_line(listing.writing.folded, line)


def _sisters_number(listing: Numbers, product: Numbers) -> str:
    """A second number in the listing that is of the kind of one of the product's, and another; else an empty string."""
    own = [code for code in product.codes if not listing.writing.has(code)]
    said = sorted(code for code in listing.codes - product.codes if not product.writing.has(code))
    return next((code for code in said if any(_contradict(code, mine) for mine in own)), "")


def _beside(listing: Numbers, product: Numbers, code: str) -> str:
    """Another number of one's own numbering that is joined to it as a choice: "BR10/BR8"; else an empty string."""
    parts = [part.split() for part in JOINT.split(listing.writing.folded)]
    for before, after in pairwise(parts):
        for one, other in ((before[-1:], after[:1]), (after[:1], before[-1:])):
            if one and other and bare(one[0]) == code and is_sister(code, said := bare(other[0])):
                return "" if said in product.codes or product.writing.has(said) else said
    return ""


def _contradict(one: str, other: str) -> bool:
    """Whether two numbers of one shape differ, or two endings of one stem that are no writings of each other."""
    root = stem(one)
    if root != stem(other):
        return alike_in_shape(one, other)
    one, other = one[len(root) :], other[len(root) :]
    return not (one.startswith(other) or other.startswith(one) or _one_colour(one, other))


def _one_colour(one: str, other: str) -> bool:
    """Whether two endings may be short for one colour: BL and BK, SLV and SIL."""
    return any(_is_short_for(one, colour) and _is_short_for(other, colour) for colour in lexicon().colours.values())


def _is_short_for(ending: str, colour: str) -> bool:
    letters = iter(colour)
    return ending[:1] == colour[:1] and all(letter in letters for letter in ending)


def _but_for_the_ending(listing: Numbers, product: Numbers, spread: Spread) -> Agreement | None:
    for mine in sorted(product.codes):
        root = stem(mine)
        alone = spread(f"^{root}") <= 1
        if root != mine and listing.writing.has(root):
            return Agreement(LIKELY if alone else WEAK, reason=f"model {root.upper()} agrees", code=root)
        for other in sorted(listing.codes | listing.soft):
            if root == stem(other) and (mine != root or other != root):
                said = f"model {root.upper()} agrees but for its ending ({other.upper()}, here {mine.upper()})"
                strength = _by_endings(mine[len(root) :], other[len(root) :], alone=alone)
                return Agreement(strength, reason=said, code=root)
            if core(mine) and core(mine) == core(other):
                rare = spread(f"#{core(mine)}") <= 1 and core(mine) in (mine, other)
                said = f"the number {core(mine)} in the model agrees"
                return Agreement(SHARED if rare else SISTER, reason=said, code=core(mine))
    return None


def _by_endings(mine: str, other: str, *, alone: bool) -> float:
    """B for BK is another writing of one colour; an ending that is left out fits any sister."""
    writing_of = mine.startswith(other) or other.startswith(mine) or _one_colour(mine, other)
    if writing_of and (alone or (mine and other)):
        return LIKELY if alone else SHARED
    if mine and other:
        return WEAK if alone else SISTER
    return SHARED if alone else WEAK


def _other(listing: Numbers, product: Numbers, spread: Spread) -> Agreement:
    """The listing names another model number: of the same catalogue, of the same numbering, or of some other."""
    own = sorted(code for code in product.codes if spread(code) <= FEW)
    others = sorted(listing.codes - product.codes)
    known = [code for code in others if spread(code)] + [one for one in listing.lettered if spread(f"{LETTERED}{one}")]
    if known and (mine := [*own, *product.lettered]):
        return Agreement(factor=SAME_CATALOGUE, reason=f"model {mine[0].upper()} is not named, {known[0].upper()} is")
    if not own or not others:
        return NOTHING
    said = f"model {own[0].upper()} is not named, {others[0].upper()} is"
    alike = any(alike_in_kind(one, other) for one in own for other in others)
    return Agreement(factor=SAME_NUMBERING if alike else OTHER_NUMBERING, reason=said)


def _long(code: str) -> bool:
    return len(code) >= LEAST_IN_ANY_WRITING
