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
    assert {row["marketplace"] for row in done.rows} == {imitation.marketplace}
    with sqlite3.connect(done.workspace / "monitor.db") as database:
        assert database.execute('select count(*) from "case"').fetchone()[0] >= 3
