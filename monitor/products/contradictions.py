"""What contradicts itself in a dossier's products and floors and can be used all the same; and what is used then."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path

from monitor.brands import Brand, PriceRule
from monitor.brands.territory import is_within, meet
from monitor.products.floors import days, is_inside, is_promotion, rank
from monitor.products.identifiers import gtin_key


def contradictions(brand: Brand) -> Iterator[str]:
    """One sentence each, which names file, line and key, says what counts meanwhile, and how to mend it."""
    folder = Path(brand.path).parent
    for says in _shared_numbers(brand):
        yield f"{folder / 'products.csv'}: {says}"
    for one, other in _floors(brand.prices):
        yield f"{folder / 'prices.csv'}: {_told(one, other)}"


def _shared_numbers(brand: Brand) -> Iterator[str]:
    first: dict[str, tuple[int, str]] = {}
    for product in brand.products:
        if not (key := gtin_key(product.gtin)):
            continue
        line, sku = first.setdefault(key, (product.line, product.sku))
        if sku != product.sku:
            yield (
                f"line {product.line}: gtin: {product.sku} bears the GTIN {product.gtin} of {sku} (line {line}); "
                "a listing with that number goes to review, and its price is not judged; mend one of the numbers"
            )


def _floors(rules: Iterable[PriceRule]) -> Iterator[tuple[PriceRule, PriceRule]]:
    """Pairs of rows, the later one first, of which nothing but the amount says which one should count."""
    groups: dict[tuple[str, str, str], dict[str, list[PriceRule]]] = defaultdict(lambda: defaultdict(list))
    for rule in rules:
        if rule.floor_price is not None:
            groups[rule.sku, rule.currency, rule.channel][rule.territory].append(rule)
    shares = _sharing({territory for group in groups.values() for territory in group})
    for group in groups.values():
        for territory, found in group.items():
            near = [other for other in shares[territory] if other in group] if len(group) > 1 else ()
            same = {territory: found} | {other: group[other] for other in near}
            for one, other in _overlapping([rule for rows in same.values() for rule in rows]):
                if territory == min(one.territory, other.territory) and _contradict(one, other):
                    yield (one, other) if one.line > other.line else (other, one)


def _sharing(territories: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """For each territory as written the others that share places with it, without one being within the other."""
    found: dict[str, list[str]] = {territory: [] for territory in territories}
    for one, other in combinations(sorted(found), 2):
        if meet(one, other) and not is_within(one, other) and not is_within(other, one):
            found[one].append(other)
            found[other].append(one)
    return found


def _overlapping(rules: Sequence[PriceRule]) -> Iterator[tuple[PriceRule, PriceRule]]:
    """Pairs of rows that have a day in common, rows that say the same taken once."""
    distinct = {(rule.territory, rule.valid_from, rule.valid_until, rule.floor_price): rule for rule in rules}
    begun = sorted(distinct.values(), key=lambda rule: days(rule)[0])
    for at, one in enumerate(begun):
        later = bisect_right(begun, days(one)[1], key=lambda rule: days(rule)[0])
        yield from ((one, begun[other]) for other in range(at + 1, later))


def _contradict(one: PriceRule, other: PriceRule) -> bool:
    """Whether rows that share a place and a day name two floors, and neither is the exception within the other."""
    if one.floor_price == other.floor_price or is_promotion(one) is not is_promotion(other):
        return False
    inner, outer = sorted((one, other), key=rank)
    if not is_inside(inner, outer):
        return True
    assert inner.floor_price is not None
    assert outer.floor_price is not None
    return is_promotion(inner) and inner.floor_price > outer.floor_price


def _told(one: PriceRule, other: PriceRule) -> str:
    assert one.floor_price is not None
    assert other.floor_price is not None
    begin, end = (pick(ends) for pick, ends in zip((max, min), zip(days(one), days(other), strict=True), strict=True))
    shared = f"{'always' if begin == date.min else begin} to {'further notice' if end == date.max else end}"
    where = ", ".join(part for part in (one.territory or "everywhere", one.channel, shared) if part)
    return (
        f"line {one.line}: floor_price: {one.floor_price} {one.currency} for {one.sku} ({where}) contradicts "
        f"{other.floor_price} of line {other.line}; {min(one.floor_price, other.floor_price)} is used; "
        "remove one of the rows, or end it (valid_until) before the other begins"
    )
