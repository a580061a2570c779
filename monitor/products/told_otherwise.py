"""What the fields beside a title say against the product that the title names: another item number, model or size.

Sellers fill fields with care or with whatever there is. So a contradiction leaves a doubt for a person, and no more.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from monitor.brands import Product
from monitor.products.attributes import MODEL_NAMES, gtins
from monitor.products.data import data
from monitor.products.identifiers import compact, gtin_key, is_sister
from monitor.products.lazy import lazily
from monitor.products.measures import IN_MM, other_measures
from monitor.products.packs import pieces_in
from monitor.products.traits import CLOSE, SIZE_DIFFERS, Traits, differences, traits
from monitor.products.uncertain import other_goods
from monitor.products.words import fold
from monitor.records import Listing

_table = data("fields.toml")
SMALL = lazily("|".join(_table["small"]["all"].splitlines()))
BARE = re.compile(r"\s*(\d{1,3}(?:[.,]\d)?)\s*")
WHOLE_NUMBER = re.compile(r"\s*(\d{1,3})(?!\d|[.,]\d)")
AT_MOST = lazily(rf"\(|\b(?:{'|'.join(_table['at_most']['all'].splitlines())})")
V_NUMBER = re.compile(r"(?<!^)\bv\d{1,2}\b|^v\d{1,2}\b(?!$)")
"""Beside other words, "V8" names a motor or a pattern as often as a version."""
OUNCES = re.compile(r"\d\s?fl(?:uid |\.? ?)(?:oz|ounces?)")
OUNCE, ROUNDED, FEW = 0.0295735, 0.1, 0.06
"""In litres; labels give 100 ml as 3.3 fl oz and as 3.4."""
FAR_APART = 2.05
"""Memory and disc are farther apart than two sizes to choose from."""
LONGEST = 80
SIZES = ("size", "memory", "length", "cable")


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(compact(name) for row in _table[kind].values() for name in row.split())


def told_otherwise(listing: Listing, product: Product, catalogue: Sequence[Product]) -> str:
    """Which field contradicts the product, in words; an empty string where none does."""
    against = chain(_item_number(listing, product, catalogue), _model(listing, product), _attributes(listing, product))
    return next((f"{said}, so that a person has to look" for said in against), "")


def _item_number(listing: Listing, product: Product, catalogue: Sequence[Product]) -> Iterator[str]:
    """A GTIN that is neither the product's nor that of any other of the catalogue."""
    own, said = gtin_key(product.gtin), gtins(listing)
    if own and said and {gtin_key(one.gtin) for one in catalogue}.isdisjoint(said):
        yield f"its GTIN {said[0].lstrip('0')} is not that of {product.sku} ({own.lstrip('0')})"


def _model(listing: Listing, product: Product) -> Iterator[str]:
    """Another model number of the product's own numbering."""
    own = compact(product.model)
    named = [listing.mpn, *(value for name, value in listing.attributes.items() if compact(name) in MODEL_NAMES)]
    for said in named if own else ():
        if is_sister(own, compact(said[:LONGEST])):
            yield f'its field for the model says "{said[:LONGEST].strip()}", and the catalogue {product.model}'


def _attributes(listing: Listing, product: Product) -> Iterator[str]:
    """Another size, a sample, or a small size."""
    own = traits(product.name)
    for name, whole in listing.attributes.items():
        key, value = compact(name), whole[:LONGEST]
        is_screen, is_kind = key in _names("screen"), key in _names("kind")
        if not (is_screen or is_kind or any(key in _names(kind) for kind in SIZES)):
            continue
        said = AT_MOST.split(fold(value), maxsplit=1)[0] if key in _names("memory") else value
        said = f'{said} "' if is_screen and BARE.fullmatch(said) else said
        why = _of_size(own, traits(said), listing.title)
        if why and not _of_another_part(key, own, traits(said), product.name):
            yield f"{name}: {value}: {why}"
        elif (
            is_kind
            and (newer := traits(V_NUMBER.sub(" ", fold(value).strip())).generations)
            and not newer & (own.generations | own.numbers)
        ):
            yield f"{name}: {value}: the catalogue's name says no such generation"
        elif small := SMALL.search(fold(value)):
            if small[0] not in fold(product.name):
                yield f'{name}: {value}: "{small[0]}" speaks of a small size'
        elif is_kind and (other := other_goods(value, product.name)):
            yield f"{name}: {value}: {other}"


def _of_another_part(key: str, own: Traits, said: Traits, name: str) -> bool:
    """Whether a field speaks of a part that the name does not measure, of the whole, or rounds what the name says.

    A knife of 20 cm is 33 cm long in all; a tablet of 64 GB has 4 GB of memory; 15 inches may be 15.6.
    """
    if key in _names("cable"):
        return not any(word in fold(name) for word in _table["cables"]["all"].split())
    if key in _names("length"):
        return max(_lengths(said), default=0) > max(_lengths(own), default=0)
    if key in _names("memory") and len(mine := own.sizes.get("gb", frozenset())) == 1 and said.sizes.get("gb"):
        return all(max(one, *mine) > FAR_APART * min(one, *mine) for one in said.sizes["gb"])
    if key in _names("screen") and (number := WHOLE_NUMBER.match(said.folded)):
        return any(int(number[1]) in (int(one), round(one)) for one in own.sizes.get("inch", ()))
    return bool(OUNCES.search(said.folded)) and any(
        abs(one - other) <= min(ROUNDED * OUNCE, FEW * one)
        for one in own.sizes.get("l", ())
        for other in said.sizes.get("l", ())
    )


def _lengths(one: Traits) -> Iterator[float]:
    return (value * IN_MM[unit] for unit, values in one.sizes.items() if unit in IN_MM for value in values)


def _of_size(own: Traits, said: Traits, title: str) -> str:
    """How a size differs, unless it is that of all units together."""
    why = next(
        chain((one for one in differences(own, said) if one.startswith(SIZE_DIFFERS)), other_measures(own, said)), ""
    )
    units = pieces_in(title).units if why else 1
    if units > 1 and any(
        abs(units * one - all_) <= CLOSE * all_
        for unit, each in own.sizes.items()
        for one in each
        for all_ in said.sizes.get(unit, ())
    ):
        return ""
    return why
