"""Marketplaces with an API are read by their pages where `url` alone is given, and no key is there."""

import gzip
import re

import pytest

NO_KEYS = dict.fromkeys(
    ["EBAY_CLIENT_ID", "EBAY_CLIENT_SECRET", "ETSY_API_KEY", "RAKUTEN_APPLICATION_ID", "MERCADOLIBRE_CLIENT_ID"], ""
)
TITLE = "AURELIA replica watch"


@pytest.mark.shared
def test_a_real_search_page_of_ebay(site, crawl, shared) -> None:
    page = gzip.decompress((shared / "data" / "search_pages" / "ebay_de.html.gz").read_bytes())
    url = "http://www.ebay.de/sch/i.html?_nkw=uhr"
    site.page(url, page)
    done = crawl("ebay", "-a", f"url={url}", "-a", "pages=1", "-a", "render=0", proxy=site.url, keys=NO_KEYS)
    assert done.code == 0, done.said
    assert len(done.rows) == 64
    for row in done.rows:
        assert row["url"] == f"https://www.ebay.de/itm/{row['listing_id']}"
        assert row["title"]
        assert row.get("price") or row["attributes"]["price_to"]
        assert (row["currency"], row["marketplace"]) == ("EUR", "ebay.de")
    assert sorted(int(row["attributes"]["position"]) for row in done.rows) == list(range(1, 65))


PAGES = {
    "etsy": (
        "http://www.etsy.com/search?q=aurelia",
        "http://www.etsy.com/listing/1234567890",
        (
            '<div class="v2-listing-card" data-listing-id="1234567890"><a class="listing-link" href="/listing/1234567890/watch?ref=s">'
            f'<img src="http://127.0.0.1:1/a.jpg" alt=""><h3>{TITLE}</h3></a><p>$<span class="currency-value">49.90</span></p>'
            '<span class="currency-symbol">$</span><p data-seller-name-container><span>by</span><span>WatchCorner</span></p></div>'
        ),
        ("USD", "etsy.com"),
    ),
    "rakuten": (
        "http://search.rakuten.co.jp/search/mall/aurelia/",
        "http://item.rakuten.co.jp/tokei/w-1/",
        (
            '<div class="searchresultitem"><h2 class="title-link--x"><a href="http://item.rakuten.co.jp/tokei/w-1/">'
            f'{TITLE}</a></h2><img src="http://127.0.0.1:1/a.jpg" alt=""><div class="price--x">4,990円</div>'
            '<div class="merchant"><a href="http://www.rakuten.co.jp/tokei/">時計の角</a></div></div>'
        ),
        ("JPY", "rakuten.co.jp"),
    ),
    "mercadolibre": (
        "http://listado.mercadolibre.com.ar/aurelia",
        "http://articulo.mercadolibre.com.ar/MLA-1136716168-aurelia-_JM",
        (
            '<li class="ui-search-layout__item"><a class="poly-component__title" '
            f'href="http://articulo.mercadolibre.com.ar/MLA-1136716168-aurelia-_JM">{TITLE}</a>'
            '<img src="http://127.0.0.1:1/a.jpg" alt=""><div class="poly-price__current"><span class="andes-money-amount">$ 362.999</span></div>'
            '<span class="poly-component__seller">Relojería</span></li>'
        ),
        ("ARS", "mercadolibre.com.ar"),
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_search_page_in_our_own_imitation(name: str, site, crawl) -> None:
    url, address, card, (currency, marketplace) = PAGES[name]
    item = re.search(r"etsy\.com/listing/(\d+)|/(MLA)-(\d+)|item\.rakuten\.co\.jp/(.+)/", address)
    number = "".join(part for part in item.groups() if part) if item else address
    other = (
        card.replace(TITLE, "Scarf")
        .replace("1234567890", "2234567890")
        .replace("1136716168", "2")
        .replace("w-1", "w-2")
    )
    site.page(url, f"<!doctype html><html><body><h1>aurelia</h1><ul>{card}{other}</ul></body></html>")
    done = crawl(name, "-a", f"url={url}", "-a", "pages=1", "-a", "render=0", proxy=site.url, keys=NO_KEYS)
    assert done.code == 0, done.said
    row = next(row for row in done.rows if row["title"] == TITLE)
    assert (row["url"], row["currency"], row["marketplace"]) == (address, currency, marketplace)
    assert row["listing_id"] == number
    assert row["price"] in ("49.90", "4990", "362999")
    assert "text_match" in row["flags"]
