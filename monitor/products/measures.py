"""Sizes of a title that one agreeing size does not explain: "8 GB 128 GB" beside 8 GB 256 GB, "80 x 230" of 160 x 230.

They are asked of a product whose own name gives a size: the other one of two, length by width, one of the sizes of a
set, a choice ("1 TB / 500 GB"), and lengths in inches or feet beside metric ones.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product as product_of

from monitor.products.counting import SET_WORDS
from monitor.products.lazy import lazily
from monitor.products.traits import CLOSE, SIZE_DIFFERS, UNIT, Traits

N = r"(\d{1,5}(?:[.,]\d{1,2})?)"
_units = "|".join(
    sorted((re.escape(unit) for unit in {"mah", *UNIT, *(to for to, _ in UNIT.values())}), key=len, reverse=True)
)
IN_MM = {"": 1.0, "mm": 1.0, "cm": 10.0, "m": 1000.0, "inch": 25.4, "ft": 304.8}
METRIC, IMPERIAL = ("mm", "m"), ("inch", "ft")
LEAST_LENGTH = 100
"""In millimetres; what is shorter is as likely another part of the goods."""
ROUNDED = 0.1
"""Cables of 2 m are sold as 6.5 ft, and those of 1 m as 3 ft."""
FAR_IN_FEET, FAR_IN_INCHES = 4, 2.5
OF_ONE_INCH = 0.6
"""Blades of 22 cm are called 9 inches."""
IN_PAIRS = frozenset({"gb", "l", "g", "mg", "oz"})
"""Of what else a title gives another size, it may be that of another part: the strap of a watch."""
CHOSEN = frozenset({*IN_PAIRS, "mah", "mm", "m", "inch"})
MOST_APART = 2.05
"""Memory and disc are farther apart than two sizes to choose from."""
SIDES = lazily(
    rf"(?<![\w.,]){N}\s?({_units})?\s?(?:[x×хX*]|by)\s?{N}\s?({_units})?(?:\s?[x×хX*]\s?{N}\s?({_units})?)?(?![^\W_]|[.,]\d)"
)
BY = re.compile(r"\d\D{0,7}?(?:[x×х*]|by)\s?\d")
UNSAID = 600
"""From here on, sides without a unit are those of a picture."""
LISTED = lazily(
    rf"(?<![\w.,])\d{{1,4}}(?:\s?(?:{_units}))?(?:\s?[/&+,-]\s?\d{{1,4}}(?:\s?(?:{_units}))?)+(?![^\W_]|[.,]\d)"
)
LEAST_LISTED = 3
MEMORY = re.compile(r"(?<![\w.,/])(\d{1,2})\s?[/+]\s?(32|64|128|256|512|1024)(?!\w|[.,/]\d)")
CHOICE = lazily(
    rf"(?<![\w.,/]){N}\s?({_units})?\s?(?:/|\||\s(?:or|oder|ou|o|of|lub|или|eller|veya|nebo)\s)\s?{N}\s?({_units})(?![^\W_]|/|[.,]\d)"
)
VERSION = lazily(
    rf"(?<![\w.,/]){N}\s?({_units})[\s-]?(?:versi\w+|variante?\w*|ausführung|modell?|modèle|modelo|wersj\w+|верси\w+|版|款|モデル)"
)
WORD, NUMBER, UNITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+"), lazily(_units)
KEPT = 8192
"""What so many titles and names say is kept."""

Sides = tuple[tuple[float, ...], str]
"""Lengths, and the unit of all; an empty one where none is said."""
Pair = tuple[tuple[float, ...], tuple[float, ...]]
"""Lengths of the product and of the listing, in millimetres."""


def other_measures(product: Traits, listing: Traits) -> Iterator[str]:
    """How sizes of a listing contradict a product's, though one agrees: `size differs (…)`; nothing where none do."""
    yield from _sides(product, listing)
    if product.sizes:
        yield from _chosen(product, listing.folded)
        yield from _beside_each_other(product, listing)
    if not listing.sizes:
        return
    yield from _of_a_set(product, listing)
    if product.sizes:
        yield from _in_inches(product, listing)


def _beside_each_other(product: Traits, listing: Traits) -> Iterator[str]:
    """Sizes of one unit of which some agree, and others do not."""
    for unit in sorted(IN_PAIRS & product.sizes.keys()):
        mine = product.sizes[unit]
        if len(mine) == 1:
            continue
        theirs = listing.sizes.get(unit, frozenset()) | (_memory(listing.folded) if unit == "gb" else frozenset())
        left = _without(mine, theirs)
        if left and len(left) < len(mine) and _without(theirs, mine):
            yield _differ(_plain(mine, unit), _plain(theirs, unit))


def _sides(product: Traits, listing: Traits) -> Iterator[str]:
    """Lengths by widths, none of which is the product's: those of three sides may be said of two.

    Where two sides agree, the third may be said apart: "90 x 200 cm, height 25 cm" is no 90 x 200 x 16 cm.
    """
    own = _each(product.folded)
    if not own:
        return
    theirs = [sides for sides in _each(listing.folded) if sides[1] or max(sides[0]) < UNSAID]
    alike = list(_pairs(own, theirs))
    if theirs and not alike:
        yield _differ(_by(own[0]), _by(theirs[0]))
    elif alike and (left := _left_over(product, listing, alike)):
        yield _differ(*(_plain(values, "mm") for values in left))


@lru_cache(maxsize=KEPT)
def _each(folded: str) -> tuple[Sides, ...]:
    """The lengths by widths of a text."""
    return tuple(_read(folded)) if BY.search(folded) else ()


def _read(folded: str) -> Iterator[Sides]:
    for found in SIDES.finditer(folded):
        units = [UNIT.get(unit, (unit, 1.0)) for unit in (found[2], found[4], found[6]) if unit]
        if all(unit in IN_MM for unit, _ in units):
            unit, factor = units[-1] if units else ("", 1.0)
            yield tuple(_number(one) * factor for one in (found[1], found[3], found[5]) if one), unit


def sides_agree(product: Traits, listing: Traits) -> bool:
    """Whether both give lengths by widths, some of them are the same, and no third length of both is another."""
    alike = list(_pairs(_each(product.folded), _each(listing.folded)))
    return bool(alike) and not _left_over(product, listing, alike)


def _left_over(
    product: Traits, listing: Traits, alike: Sequence[Pair]
) -> tuple[frozenset[float], frozenset[float]] | None:
    """The lengths that both give beside the sides that agree, if none is the same; long ones and short ones apart."""
    mine = {side for own, _ in alike for side in own} | {*_metric(product)}
    theirs = {side for _, said in alike for side in said} | {*_metric(listing)}
    ours, others = _without(mine, theirs), _without(theirs, mine)
    for least, most in ((LEAST_LENGTH, math.inf), (0, LEAST_LENGTH)):
        left = tuple(frozenset(one for one in some if least <= one < most) for some in (ours, others))
        if all(left):
            return left[0], left[1]
    return None


def _metric(one: Traits) -> Iterator[float]:
    return (value * IN_MM[unit] for unit in METRIC for value in one.sizes.get(unit, ()))


def _pairs(own: Iterable[Sides], theirs: Iterable[Sides]) -> Iterator[Pair]:
    """The sides of both that are the same, in millimetres."""
    return (pair for one, other in product_of(own, theirs) if (pair := _alike(one, other)))


def _alike(one: Sides, other: Sides) -> Pair | None:
    """The sides if they are the same; where one text says no unit, that of the other or centimetres are meant."""
    (mine, unit), (theirs, their_unit) = one, other
    pairs = [(unit, their_unit)] if unit and their_unit else [(unit or their_unit, their_unit or unit)]
    pairs += [] if unit and their_unit else [(unit or "cm", their_unit or "cm")]
    for left, right in pairs:
        rounded = 2 * CLOSE if (left in IMPERIAL) != (right in IMPERIAL) else CLOSE
        if _within(found := (_in_mm(mine, left), _in_mm(theirs, right)), rounded):
            return found
    return None


def _within(both: Pair, rounded: float) -> bool:
    """Whether all sides of the shorter list are among those of the longer one."""
    few, many = sorted(both, key=len)
    left = list(many)
    for side in few:
        near = next((each for each in left if abs(each - side) <= rounded * max(each, side)), None)
        if near is None:
            return False
        left.remove(near)
    return True


def _of_a_set(product: Traits, listing: Traits) -> Iterator[str]:
    """One of the sizes of a set: "24 cm" beside "20/24/28 cm"."""
    for own, said_unit in _lists(product.folded) if listing.sizes else ():
        unit, factor = UNIT.get(said_unit, (said_unit, 1.0))
        said = {float(one) for one in NUMBER.findall(listing.folded)}
        named = {one for one in own if _has(listing.sizes.get(unit, ()), one * factor)}
        if unit != "gb" and named and own - said:
            yield _differ(_plain(own, said_unit), _plain(named, said_unit))


@lru_cache(maxsize=KEPT)
def _lists(name: str) -> tuple[tuple[frozenset[float], str], ...]:
    """The sizes that a name lists, and their unit; of what is no set two may be the sides of one thing."""
    is_set = any(map(SET_WORDS.has, WORD.findall(name)))
    found = []
    for one in LISTED.finditer(name):
        units, sizes = UNITS.findall(one[0]), frozenset(map(float, NUMBER.findall(one[0])))
        if units and len(sizes) >= (2 if is_set else LEAST_LISTED):
            found.append((sizes, units[-1]))
    return tuple(found)


def _chosen(product: Traits, title: str) -> Iterator[str]:
    """Two sizes of a title to choose from, of which one is the product's; or a version of another size."""
    for found in CHOICE.finditer(title):
        unit, factor = UNIT.get(found[4], (found[4], 1.0))
        first_unit, first_factor = UNIT.get(found[2], (found[2], 1.0)) if found[2] else (unit, factor)
        own, both = product.sizes.get(unit, frozenset()), (_number(found[1]) * first_factor, _number(found[3]) * factor)
        near = unit == first_unit and 0 < max(both) <= MOST_APART * min(both)
        if near and unit in CHOSEN and sum(_has(own, one) for one in both) == 1:
            yield _differ(_plain(own, unit), _plain(both, unit))
    for found in VERSION.finditer(title):
        unit, factor = UNIT.get(found[2], (found[2], 1.0))
        own, said = product.sizes.get(unit, frozenset()), _number(found[1]) * factor
        if own and not _has(own, said):
            yield _differ(_plain(own, unit), _plain((said,), unit))


def _in_inches(product: Traits, listing: Traits) -> Iterator[str]:
    """Lengths that one side says in inches or feet alone, and the other in metric units alone."""
    for one, other in ((METRIC, IMPERIAL), (IMPERIAL, METRIC)):
        mine, theirs = _lengths(product, one), _lengths(listing, other)
        if (
            mine
            and theirs
            and not _lengths(product, other)
            and not _lengths(listing, one)
            and not BY.search(listing.folded)
        ):
            feet = bool((product.sizes.keys() | listing.sizes.keys()) & {"ft"})
            if not any(_is_rounded(a, b, feet=feet) for a in mine for b in theirs):
                yield _differ(_plain(mine, "mm"), _plain(theirs, "mm"))


def _is_rounded(one: float, other: float, *, feet: bool) -> bool:
    """Whether two lengths may be one, rounded; those that are far apart are of other parts, and say nothing."""
    apart, many = abs(one - other), max(one, other) / min(one, other)
    if feet:
        return apart <= ROUNDED * max(one, other) or many > FAR_IN_FEET
    return apart <= max(OF_ONE_INCH * 25.4, 2 * CLOSE * one) or many > FAR_IN_INCHES


def _lengths(one: Traits, units: Iterable[str]) -> frozenset[float]:
    each = (value * IN_MM[unit] for unit in units for value in one.sizes.get(unit, ()))
    return frozenset(value for value in each if value >= LEAST_LENGTH)


def _memory(folded: str) -> frozenset[float]:
    """Memory and disc without a unit, as sellers write them: "8/128"."""
    return frozenset(float(one) for found in MEMORY.finditer(folded) for one in found.groups())


def _without(some: Iterable[float], others: Iterable[float]) -> frozenset[float]:
    return frozenset(one for one in some if not _has(others, one))


def _has(some: Iterable[float], value: float) -> bool:
    return any(abs(one - value) <= CLOSE * max(one, value) for one in some)


def _in_mm(sides: tuple[float, ...], unit: str) -> tuple[float, ...]:
    return tuple(side * IN_MM[unit] for side in sides)


def _number(said: str) -> float:
    return float(said.replace(",", "."))


def _differ(own: str, said: str) -> str:
    return f"{SIZE_DIFFERS} ({own}; {said})"


def _plain(values: Iterable[float], unit: str) -> str:
    return f"{' / '.join(f'{value:g}' for value in sorted(values))} {unit}"


def _by(sides: Sides) -> str:
    return f"{' x '.join(f'{side:g}' for side in sides[0])} {sides[1]}".strip()
