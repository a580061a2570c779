"""How many units of a product a listing sells: its title, beside what the catalogue's name says, and its attributes."""

import re
from dataclasses import replace

from monitor.brands import Product
from monitor.products import amounts
from monitor.products.agreeing import agreed, comes_with_it, unread_number
from monitor.products.attributes import maybe_pack_count, pack_count
from monitor.products.beside_name import beside, by_arithmetic, counts_boxes, unexplained
from monitor.products.confirmed import unconfirmed
from monitor.products.counted_parts import of_a_part
from monitor.products.dozens import of_dozens
from monitor.products.holding import content_numbers, is_boxed, sold
from monitor.products.line_numbers import may_count, without_line_numbers
from monitor.products.makers_packs import ONE_PIECE, by_the_pack, may_be_one
from monitor.products.open_counts import open_count
from monitor.products.own_count import own_count
from monitor.products.packs import Pack, counted, pieces_in, says_one
from monitor.products.pairs import of_a_pair
from monitor.products.set_names import is_made_up, of_a_set, of_its_kinds
from monitor.products.sized import boxes_of_its_own, is_its_pack, packs_of_its_own, parts_of_the_size, times_the_size
from monitor.products.words import fold
from monitor.records import Listing

TIMES = re.compile(r"\d\s?[x×*]")
"""So many times the product, whatever it holds."""
MODEL = re.compile(r"x\d+")
"""What is written like a number of units, and is a model where the product's name has it: "speaker X3"."""
MODEL_LAST = re.compile(r"(?<=\s)x\d+(?=\")")
"""The same at the end of words that a problem names."""


def units_sold(listing: Listing, product: Product) -> Pack:
    """How many sales units of the product the listing sells; what the product itself has is no pack of it.

    So what may be a number of units, or of what one unit holds, is one unit where the product holds as many, by its
    name too: "3er Set" of a "knife set 3 pieces".
    """
    name = f"{product.name} {product.model}"
    if (title := without_line_numbers(listing.title, product.name)) != listing.title:
        listing, name = replace(listing, title=title), without_line_numbers(name, product.name)
    said, own = pieces_in(listing.title, name), counted(name)
    pieces = max(product.pack_count, own.units)
    of_line = may_count(listing.title, product.name, said.units)
    if problem := of_line or _of_unsaid_pieces(listing, product, said, own):
        return Pack(problem=problem)
    if found := _together(listing, product, name, said) or _boxes(listing, product, said):
        return found
    if product.pack_count == 1 and (
        found := beside(listing.title, name, said) or times_the_size(listing.title, name, said)
    ):
        return _as_stated(listing, found, own_count(name).pieces)
    if said.problem:
        of_one = (said.maybe and said.maybe in (pieces, own.maybe)) or _is_of_one(listing, name, said)
        found = agreed(listing.title, name, said) if product.pack_count == 1 and not of_one else None
        found = found and (of_a_part(listing.title, name, found) or found)
        return Pack() if of_one else (_as_stated(listing, found, 0) if found else said)
    if product.pack_count == 1 and (held := _not_counted(listing, name, said)):
        return held
    if MODEL.fullmatch(said.text) and said.text in fold(name).split():
        said = Pack()
    named = said.units in amounts.pieces(fold(product.name)) and not TIMES.search(said.text)
    said = Pack(text=said.text) if named else _with_attributes(listing, said, pieces)
    of_boxes = own_count(name).packed and counts_boxes(said.text)
    return said if said.problem or pieces == 1 or of_boxes else _of_pieces(said, pieces)


def _is_of_one(listing: Listing, name: str, said: Pack) -> bool:
    """Whether a doubtful number is what the product's name says of one unit as well, or its model."""
    if said.problem.casefold() == counted(name).problem.casefold():
        return True
    return _is_model(said, name) or comes_with_it(listing.title, name, said)


def _is_model(said: Pack, name: str) -> bool:
    """Whether a doubtful number is the end of a model that the product's name has: "blue X6" of "watch X6 blue"."""
    found = MODEL_LAST.search(said.problem.casefold())
    return found is not None and found[0] in fold(name).split()


def _together(listing: Listing, product: Product, name: str, said: Pack) -> Pack | None:
    """The units where numbers of the title fit each other and the name's, so that nothing is left open; else None."""
    if is_made_up(listing.title, name):
        return Pack()
    if product.pack_count > 1:
        return None
    if is_its_pack(listing.title, name, said):
        return _as_stated(listing, Pack(text=said.text), said.units)
    by_number = by_arithmetic(listing.title, name, said) or of_its_kinds(listing.title, name, said)
    by_number = by_number or packs_of_its_own(listing.title, name, said) or boxes_of_its_own(listing.title, name)
    if found := by_number or of_dozens(listing.title, name, said) or of_a_pair(name, said):
        return _as_stated(listing, found, own_count(name).pieces)
    parted = parts_of_the_size(listing.title, name)
    return Pack() if parted and says_one(fold(listing.title).replace(parted, " ")) else None


def _not_counted(listing: Listing, name: str, said: Pack) -> Pack | None:
    """What a number is that is counted wrongly, or not, beside what the product's name says; None where it is not."""
    if said.units == 1 and (found := open_count(listing.title, name) or unconfirmed(listing.title, name, said.content)):
        return _as_stated(listing, found, own_count(name).pieces)
    if said.units != counted(name).units and (problem := unexplained(listing.title, name, said)):
        return Pack(problem=problem)
    if said.units > 1 and comes_with_it(listing.title, name, said):
        return Pack(text=said.text)
    if said.units == 1 and not said.text and (found := unread_number(listing.title, name)):
        return found
    return of_a_part(listing.title, name, said) or of_a_set(listing.title, name, said)


def _of_pieces(said: Pack, pieces: int) -> Pack:
    """How many units of a product that has so many pieces the pieces make that a title says."""
    if said.units in (1, pieces):
        return Pack(text=said.text)
    if said.units % pieces == 0:
        return Pack(units=said.units // pieces, text=f"{said.text}, and the product holds {pieces}")
    return Pack(problem=f"the listing sells {said.units} pieces, the product has {pieces}")


def _of_unsaid_pieces(listing: Listing, product: Product, said: Pack, own: Pack) -> str:
    """Why a number is no number of units: the goods are sold by the pack alone, and the catalogue names no pieces.

    "16 pack" of batteries may be one item of the catalogue or more, whichever that is.
    """
    named = product.pack_count > 1 or own.units > 1 or own.maybe > 1 or ONE_PIECE.search(product.name)
    counted_in_name = own_count(f"{product.name} {product.model}")
    if named or said.problem or counted_in_name.packed or counted_in_name.pieces == said.units:
        return ""
    goods = f"{product.name}, {listing.title}"
    stated, where = pack_count(listing)
    if said.units > 1 and (by_the_pack(goods) or may_be_one(listing.title, said.units, said.text)):
        where = f'"{said.text.strip(" ,;(")}" in the title'
    elif stated <= 1 or not by_the_pack(goods):
        return ""
    return f"{where}: the maker may sell so many as one item, and the catalogue does not say how many that has"


def _boxes(listing: Listing, product: Product, said: Pack) -> Pack | None:
    """How many units of a product that holds several pieces the title sells; None where it says nothing of that.

    What a title says for certain of goods that are sold one by one ("16 blades") is counted in pieces as ever.
    """
    if said.problem and not said.loose:
        return None
    if product.pack_count == 1:
        return _of_another_size(listing, product) if said.units == 1 else None
    if said.text and not is_boxed(listing.title, product.name):
        return None
    found = sold(listing.title, f"{product.name} {product.model}", product.pack_count)
    return _as_stated(listing, found, product.pack_count) if found else None


def _of_another_size(listing: Listing, product: Product) -> Pack | None:
    """The problem of a title that names other contents than the product's name does: 30 capsules for 60."""
    own, other = content_numbers(product.name), content_numbers(listing.title)
    if not own or not other or own & other:
        return None
    return Pack(problem=f"the listing's title says {_listed(other)} pieces, the product's name {_listed(own)}")


def _as_stated(listing: Listing, found: Pack, holds: int) -> Pack:
    """The units that a title says, with the number that the page states beside it: of units, or of pieces."""
    if found.problem:
        return Pack(problem=found.problem)
    stated, where = pack_count(listing)
    if stated > 1 and stated not in (holds, found.units, found.units * holds):
        if found.units > 1:
            return Pack(problem=f'the page says {stated} units ({where}), the title "{found.text}"')
        return Pack(units=stated, text=where)
    text = f"{found.text}, and the product holds {holds}" if found.units > 1 and holds else found.text
    return Pack(units=found.units, text=text)


def _listed(numbers: frozenset[int]) -> str:
    return " or ".join(map(str, sorted(numbers)))


def _with_attributes(listing: Listing, said: Pack, pieces: int) -> Pack:
    """What a title says, with what the page states beside it."""
    stated, where = pack_count(listing)
    if stated and said.units > 1 and stated != said.units:
        return Pack(problem=f'the page says {stated} units ({where}), the title "{said.text}"')
    if stated:
        return Pack(units=stated, text=where)
    maybe, where = maybe_pack_count(listing)
    if maybe and maybe not in (said.units, pieces):
        return Pack(problem=f'the page says "{where}", which may or may not be a number of units')
    return said
