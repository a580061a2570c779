"""Who offers a listing, and which it is, in few words: a shop that sells alone names no seller."""

import re

URL_HOST = re.compile(r"https?://[^/?#]*/?(?=.)")
LONGEST = 60


def who_sells(marketplace: str, seller_name: str, seller_id: str) -> str:
    """The seller's name or id; without both the shop where it sells alone, and else that no seller was read."""
    from monitor.pages.sites import rules_for  # brings the rules of all sites along

    return seller_name or seller_id or ("not read" if rules_for(marketplace) else marketplace)


def within_site(listing_id: str) -> str:
    """A listing's id, without the host where it is an address: beside it stands the marketplace."""
    return URL_HOST.sub("", listing_id) or listing_id


def clean(text: str) -> str:
    """The text, or how it begins, without what is not printed."""
    return "".join(c if c.isprintable() else " " for c in text)[:LONGEST]
