"""What leaves open whether a low price is that of one new unit of the product: a count, a word, a part, a used one.

A price so doubted accuses nobody, and is no price that others are compared with.
"""

from decimal import Decimal

from detectors._policy import plain_words
from monitor.brands import Brand, Product
from monitor.products import Comparison, Floor, Match, NetPrice
from monitor.products.delivered import unsaid_contents
from monitor.products.described import may_be_used
from monitor.products.explained import odd_before_goods, odd_behind_goods, of_other_kind, unexplained
from monitor.products.fits_own import said_to_fit
from monitor.products.fractions import one_side, sold_instead
from monitor.products.limited import limited
from monitor.products.plain_words import may_be_plain
from monitor.products.stated import stated
from monitor.products.told_otherwise import told_otherwise
from monitor.products.words import words
from monitor.records import Listing

PACK_SUSPECT_SHARE = Decimal("0.6")
PART_SHARE = Decimal("0.3")
"""From this share below the floor on a price may be that of a part: bowls, jars and bases cost half of the goods."""
FRACTION = Decimal("0.4")
"""At so much of the floor and less everyday words explain no price: covers, cards and papers cost no more."""
PART_OF_LIST = Decimal("0.6")
"""So much of its list price at most the dearest part of a device costs, however low the floor lies."""
LET_PASS = Decimal("0.02")
"""So far below the floor a whole price may lie, and be one that an honest seller asks: cents and rates are rounded."""
NEAR_LIST = Decimal("0.05")


def doubt_of_goods(
    listing: Listing, brand: Brand, match: Match, net: NetPrice, held: Comparison | None, single: Comparison | None
) -> str:
    """The doubt about a price below its floor, in words; an empty string where there is none, or no floor is missed.

    `held` is the price beside the floor of the matched product, `single` beside that of the single one of a pack.
    """
    product = match.product
    if product is None or held is None or held.floor is None or held.unit >= held.floor.amount:
        return ""
    listed = product.list_price if product.currency == held.floor.currency else None
    return (
        _of_count(net.units, held.unit, held.floor, listed)
        or _of_pack(match, net, single)
        or may_be_used(listing)
        or stated(listing)
        or limited(listing, product.name, words(" ".join((product.brand, brand.name, *brand.word_marks))))
        or told_otherwise(listing, product, brand.products)
        or _of_title(listing.title, brand, product, held.unit, held.floor, listed)
    )


def _of_pack(match: Match, net: NetPrice, held: Comparison | None) -> str:
    """Whether the count that made a pack of a single product, rather than the price, may be misread."""
    if held is None or held.floor is None or match.product is None or match.single is None:
        return ""
    many, single = match.product.pack_count, match.single
    listed = single.list_price if single.currency == held.floor.currency else None
    return _of_count(net.units * many, held.unit / many, held.floor, listed)


def _of_count(units: int, unit: Decimal, floor: Floor, listed: Decimal | None) -> str:
    """Whether the count of units, rather than the price, may be misread; reading it again does not settle that.

    That is so where the whole price is one that an honest seller asks for one unit: from the floor to the list price.
    """
    whole = unit * units
    if units == 1 or whole < floor.amount * (1 - LET_PASS):
        return ""
    usual = listed is not None and whole <= listed * (1 + NEAR_LIST)
    if usual or unit < floor.amount * PACK_SUSPECT_SHARE:
        return f"the whole price would be fair for one unit, so that the count of {units} needs a look"
    return ""


def _of_title(title: str, brand: Brand, product: Product, unit: Decimal, floor: Floor, listed: Decimal | None) -> str:
    """Whether so deep a price may be that of a part or a service, which reading it again does not settle."""
    deep = 1 - unit / floor.amount >= PART_SHARE or (listed is not None and unit <= PART_OF_LIST * listed)
    named = (product.brand, brand.name, *brand.word_marks)
    marks = (product.model, product.sku, *named)
    plain = plain_words(brand)
    if word := said_to_fit(title, product.name, marks):
        return f'the title says "{word}" of its goods, so that a person has to look whether others make them'
    if deep:
        word = unexplained(title, product.name, marks, plain) or one_side(title, product.name, named)
        if not word and unit <= FRACTION * floor.amount:
            word = sold_instead(title, product.name, marks, plain)
    else:
        asked = (of_other_kind, odd_behind_goods, odd_before_goods)
        word = next(filter(None, (ask(title, product.name, marks, plain) for ask in asked)), "")
    if deep and not word and (things := unsaid_contents(title, product.name)):
        return f"the product comes with {things}, of which the title says nothing, so that a person has to look"
    return _says_also(word) if word else ""


def _says_also(word: str) -> str:
    """That a word leaves doubt, and, where it may name the goods, what settles it for all titles."""
    said = f'the title also says "{word[:40]}", which the product\'s name does not'
    looked = "so that a person has to look whether it is the product itself"
    if not may_be_plain(word):
        return f"{said}, {looked}"
    way_out = "if that word names your goods, write it into plain_words of [detectors.low_price] in brand.toml"
    return f"{said}, {looked}; {way_out}"
