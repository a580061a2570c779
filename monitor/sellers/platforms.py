"""Whether a contact is said to be of the marketplace on which it stands: many strangers show its hotline."""

import re
import unicodedata
from functools import cache, lru_cache

from monitor.sellers.others import END, WITHIN
from monitor.sellers.words import one_of, readable, words

LEAST_LABEL = 5
"""A shorter name of a host ("shop", "buy") is a word, too; then the whole host is asked for."""
MARKETPLACES_KEPT = 256


def is_platforms(text: str, start: int, marketplace: str) -> bool:
    """Whether what stands at a place in a text (NFKC) is right behind words for the marketplace's own service.

    "Customer care of the marketplace: …", "Marktplatz-Hotline: …", "shop.example Support …". Who asks to leave the
    platform has other words between, and his own number.
    """
    sentence = END.split(text[max(0, start - WITHIN) : start])[-1]
    return bool(_service(marketplace).search(sentence))


def platform_of(marketplace: str, seller_name: str) -> str:
    """The marketplace, or nothing where it is the seller's own shop: its service is his."""
    label, name = _letters(_label(marketplace)), _letters(seller_name)
    return "" if label and name and (label in name or name in label) else marketplace


@lru_cache(MARKETPLACES_KEPT)
def _service(marketplace: str) -> re.Pattern[str]:
    label = _label(marketplace)
    own = [name for name in (readable(marketplace.casefold()), label if len(label) >= LEAST_LABEL else "") if name]
    names = one_of([*words("other")["platforms"], *own])
    between, helps, end = _between()
    return re.compile(rf"(?:(?:{names}){between}(?:{helps})|(?:{helps}){between}(?:{names})){end}", re.IGNORECASE)


@cache
def _between() -> tuple[str, str, str]:
    """What stands between the platform and its service, words for this, and what may follow up to the contact."""
    known = words("other")
    helps, links = one_of(known["helps"]), one_of(known["links"])
    said = (words("phone")["announced"], *(known[name] for name in ("block", "helps", "links", "reached")))
    announced = one_of({word for found in said for word in found})
    hours = r"\d{1,2}(?:[:.]\d\d)?[–-]\d{1,2}(?:[:.]\d\d)?"
    contact = r"[\w.+-]+@[\w.-]+|\+?\d[\d ()./-]{4,20}"
    between = rf"[a-zà-ÿа-яё]{{0,3}}[\s’'-]{{0,3}}(?:(?:{links})[\s’'-]{{0,3}}){{0,5}}"
    return between, helps, rf"\w{{0,12}}(?>[\s:,(（：–—|/+-]|(?:{announced})\.?|{hours}|{contact})*+$"


def _label(marketplace: str) -> str:
    """The name of a host without "www" and what is behind it: "zalando" of "www.zalando.de"."""
    return marketplace.casefold().removeprefix("www.").partition(".")[0]


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"))
    return "".join(filter(str.isalnum, plain))
