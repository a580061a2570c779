"""When two seller ids are one account: a marketplace knows whether case counts in its ids."""

import re
import unicodedata
from functools import lru_cache

CASELESS = frozenset(["amazon", "ebay", "etsy", "rakuten"])
"""Marketplaces whose ids never differ in case alone: names that people choose there, or all capitals, or none."""
ONE_ID = re.compile(r"(amazon|ebay)(?:\.[a-z]{2,3}){1,2}")
"""The country sites on which a seller has the same id on each."""
PORT = re.compile(r"[^:]+:[0-9]{1,5}")
"""A host with a port; not an address of figures with several colons, whose end may be no port."""
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)


def folded(text: str) -> str:
    """Ids and names in one form: compatibility forms, case and outer spaces do not count."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold().strip()


@lru_cache(1024)
def placed(marketplace: str) -> str:
    """The name of a marketplace in one form; a host name means the same with and without `www.`."""
    return folded(marketplace).removeprefix("www.")


@lru_cache(1024)
def callings(marketplace: str) -> tuple[str, ...]:
    """What a row may call a marketplace: its name in one form, and a host with a port by the host alone."""
    place = placed(marketplace)
    return (place, place.rpartition(":")[0]) if PORT.fullmatch(place) else (place,)


def is_at(named: str, marketplace: str) -> bool:
    """Whether a row that names a marketplace, or none, speaks of this one; a host without a port is it at any port."""
    place = placed(named)
    return not place or place in callings(marketplace)


@lru_cache(1024)
def family(marketplace: str) -> str:
    """The name that country sites have in common whose seller ids are the same on each; "" for any other site."""
    site = ONE_ID.fullmatch(placed(marketplace))
    return site[1] if site else ""


def seller_key(marketplace: str, seller_id: str) -> str:
    """What a seller is known by on a marketplace. Case counts, as it does in addresses, unless it is known not to.

    An id that is a host name is a shop of its own, and hosts have no case.
    """
    plain = unicodedata.normalize("NFKC", seller_id).strip()
    caseless = not CASELESS.isdisjoint(placed(marketplace).split(".")) or HOST.fullmatch(plain)
    return plain.casefold() if caseless else plain
