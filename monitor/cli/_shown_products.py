"""The products of a brand whose photos a listing shows: which it may be, and no sure match."""

from collections.abc import Iterable
from pathlib import Path

from monitor.brands.loader import load_brand
from monitor.errors import ConfigurationError
from monitor.images import SURROUNDINGS
from monitor.records import Flag

WHOLE = "the whole photo"
"""What a find begins with that was not cut out of the brand's photo."""
MOST = 5


def shown_products(folder: Path, flags: Iterable[Flag]) -> str:
    """Whose photo a listing shows whole, as a person must look at it, in words; empty where it shows none.

    A photo is that of the products that name it in products.csv. A dossier that cannot be read names none.
    """
    shown = {
        fact.asset
        for flag in flags
        if flag.kind == "photo_match"
        for fact in flag.evidence
        if fact.image and fact.observed.startswith(WHOLE) and SURROUNDINGS not in fact.observed
    }
    try:
        products = load_brand(folder).products if shown else ()
    except ConfigurationError:
        return ""
    skus = [product.sku for product in products if shown.intersection(product.photos)]
    more = f" and {len(skus) - MOST} more" if len(skus) > MOST else ""
    return f"review: a photo of the listing is that of {', '.join(skus[:MOST])}{more}" if skus else ""
