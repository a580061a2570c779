"""The name that buyers see of a seller of whom a file has the id alone, where a marketplace shows that as the name."""

from dataclasses import replace

from monitor.brands.ids import placed
from monitor.records import Listing

SHOWN = frozenset({"ebay", "etsy"})
"""A seller's id there is the user name or the shop's name, and crawls of these read it as both."""


def named(listing: Listing) -> Listing:
    """The listing with its seller's name; as it is elsewhere, where it has one, and for an id that is no word."""
    ident = listing.seller_id.strip()
    is_shown = (
        "/" not in ident
        and any(map(str.isalpha, ident))
        and not SHOWN.isdisjoint(placed(listing.marketplace).split("."))
    )
    return replace(listing, seller_name=ident) if is_shown and not listing.seller_name.strip() else listing
