"""In which country a listing is offered where it does not say so: by the site that it stands on."""

from urllib.parse import urlsplit

from monitor.brands import Brand, Product
from monitor.brands.territory import is_place
from monitor.products.floors import territories_of_floors
from monitor.records import Listing, PricePoint


def home_country(listing: Listing) -> str:
    """The country (ISO 3166) of the site of a listing; empty where its address leaves room for another one.

    The host names it (`amazon.de`, `shop.co.uk`), or the path of a host of no country (`/en-gb/`). It is not known
    where host, path and marketplace name different ones, and where the price is in another currency than that of the
    country: then the page was made for buyers elsewhere.
    """
    from monitor.pages.country import site_of  # brings the reader of pages along, which most listings do not need

    try:
        path = urlsplit(listing.url).path
    except ValueError:
        return ""
    site = site_of(listing.url)
    others = site_of(f"https://{listing.marketplace}/"), site_of(f"https://path.invalid{path}")
    alone = {site.country} >= {one.country for one in others if one.country}
    return site.country if alone and site.currency == listing.currency else ""


def site_of_floor(brand: Brand, product: Product, place: Listing | PricePoint) -> str:
    """The site's country, by which a floor is chosen; "" where the listing names its own, or floors name none."""
    if is_place(place.territory) or not territories_of_floors(brand, product):
        return ""
    return place.site if isinstance(place, PricePoint) else home_country(place)
