"""Whether two sightings of a listing may be of one seller."""

from collections.abc import Iterable


def same_seller(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two sightings of a listing, each with its seller's id and name, may be of one seller.

    What was not read speaks against nobody. An id that was read as the path of the seller's page is the one that it
    ends with: a file may give `shop15` where a page links to `/shop15`.
    """
    for number, (mine, theirs) in enumerate(zip(one, other, strict=True)):
        if mine and theirs:
            return mine == theirs or (number == 0 and (path_end(mine) == theirs or path_end(theirs) == mine))
    return True


def sold_by(named: str, sellers: Iterable[str]) -> bool:
    """Whether one of the sellers is named, by id, name or what a path ends with; so it is too where none was read."""
    known = {one.casefold() for name in sellers for one in (name, path_end(name)) if one}
    return not known or not known.isdisjoint((named.casefold(), path_end(named).casefold()))


def path_end(seller_id: str) -> str:
    """What an id ends with that was read as the path of the seller's page; "" for any other id."""
    path = seller_id.strip().rstrip("/")
    return path.rpartition("/")[2] if path.startswith("/") else ""
