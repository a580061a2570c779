"""Each marketplace's spider on our own imitation of its site, from the search through to cases."""

import sqlite3

import pytest

from tests.spiders.imitations import IMITATIONS


@pytest.mark.parametrize("which", IMITATIONS)
def test_a_search_becomes_listings_and_cases(which: str, site, crawl) -> None:
    imitation = IMITATIONS[which]()
    for address, page in imitation.pages.items():
        site.page(address, page)
    arguments = [part for name, value in imitation.arguments.items() for part in ("-a", f"{name}={value}")]
    before = len(site.visits)
    done = crawl(which.split(maxsplit=1)[0], *arguments, proxy=site.url)
    assert done.code == 0, done.said
    visited = [path for path, _ in site.visits[before:] if ".jp" not in path and "robots" not in path]
    rows = {row["listing_id"]: row for row in done.rows}
    for number, (title, seller, price) in imitation.found.items():
        row = rows[number]
        assert (row["title"], row.get("seller_id") or row["seller_name"], row["price"]) == (title, seller, price), row
        assert row["currency"] == imitation.currency
        assert "text_match" in row["flags"]
    assert set(imitation.pages) <= set(visited), done.said
    places = {rows[number]["attributes"]["position"] for number in imitation.found}
    assert len(places) == 3
    assert {number.partition("#")[0] for number in rows} == set(imitation.found), "a page was taken for a listing"
    assert {row["marketplace"] for row in done.rows} == {imitation.marketplace}
    with sqlite3.connect(done.workspace / "monitor.db") as database:
        assert database.execute('select count(*) from "case"').fetchone()[0] >= 3


def test_a_card_stands_for_an_item_whose_page_is_blocked_and_not_for_one_that_is_gone(site, crawl) -> None:
    """Nobody asked who sells, so the plain mark is a note; words of counterfeiting are what they are."""
    root = "http://www.amazon.fr"
    cards = "".join(
        f'<div data-component-type="s-search-result" data-asin="B00000010{n}"><h2><a href="/dp/B00000010{n}">{title}</a></h2>'
        f'<span class="a-price"><span class="a-offscreen">4{n},90 €</span></span><img class="s-image" src="/i/{n}.jpg"></div>'
        for n, title in enumerate(["AURELIA watch", "AURELIA 1:1 replica watch", "AURELIA strap"], start=1)
    )
    site.page(f"{root}/s?k=aurelia&page=1", f"<html><body>{cards}</body></html>")
    wall = '<form action="/errors/validateCaptcha">Enter the characters you see below</form>'
    site.page(f"{root}/dp/B000000101", f"<html><body>{wall}</body></html>")
    site.page(f"{root}/dp/B000000102", f"<html><body>{wall}</body></html>", status=503)
    done = crawl("amazon", "-a", f"url={root}/", "-a", "query=aurelia", "-s", "RETRY_TIMES=0", proxy=site.url)
    assert done.code == 0, done.said
    rows = {row["listing_id"]: row for row in done.rows}
    assert sorted(rows) == ["B000000101", "B000000102"]
    assert {row["attributes"]["known_from"] for row in rows.values()} == {"result page"}
    assert (rows["B000000101"]["severity"], rows["B000000102"]["severity"]) == (20, 90)
    assert "2 pages blocked by the site" in done.said, done.said
    assert "2 pages gone" in done.said  # of an item, and the page after the last
    assert "2 listings known from a result page alone" in done.said


def test_a_card_stands_where_its_page_leads_to_a_list(site, crawl) -> None:
    imitation, root = IMITATIONS["lazada"](), "http://www.lazada.sg"
    for address, page in imitation.pages.items():
        site.page(address, page)
    elsewhere = f"{root}/catalog/?q=other"
    site.page(f"{root}/products/-i300000002.html", "", status=302, headers={"Location": elsewhere})
    site.page(elsewhere, imitation.pages[f"{root}/catalog/?q=aurelia&page=2"])
    done = crawl("lazada", "-a", f"url={root}/", "-a", "query=aurelia", proxy=site.url)
    assert {row["listing_id"] for row in done.rows} == set(imitation.found), done.said


def test_an_advertisement_on_a_seller_s_page_is_not_his(site, crawl) -> None:
    root, seller = "http://www.amazon.es", "A1B2C3D4E5F6G7"

    def card(asin: str, label: str) -> str:
        return (
            f'<div data-component-type="s-search-result" data-asin="{asin}"><h2><a href="/dp/{asin}">AURELIA watch</a></h2>{label}'
            f'<span class="a-price"><span class="a-offscreen">49,90 €</span></span><img class="s-image" src="/i/{asin}.jpg"></div>'
        )

    advertised = card("B000000201", '<span class="s-sponsored-label-text">Patrocinado</span>')
    site.page(f"{root}/s?me={seller}&page=1", f"<html><body>{advertised}{card('B000000202', '')}</body></html>")
    site.page(
        f"{root}/dp/B000000201",
        '<html><h1 id="productTitle">AURELIA watch</h1><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">'
        '49,90 €</span></span></div><a id="sellerProfileTriggerId" href="/sp?seller=A9B8C7D6E5F4G3">Other</a></html>',
    )
    done = crawl("amazon", "-a", f"url={root}/", "-a", f"seller={seller}", "-s", "RETRY_TIMES=0", proxy=site.url)
    assert {row["listing_id"]: row["seller_id"] for row in done.rows} == {
        "B000000201": "A9B8C7D6E5F4G3",
        "B000000202": seller,
    }, done.said
