"""A list of products in the form of Shopify's `/products.json`, our own imitation, through to a case."""

import json
import sqlite3

JSON = {"Content-Type": "application/json"}


def test_variants_become_listings_and_cases(site, crawl) -> None:
    variants = [
        {"id": 11, "title": "Steel", "sku": "M-1", "price": "49.90", "compare_at_price": "99.00", "available": True},
        {"id": 12, "title": "Gold", "sku": "M-2", "price": "59.90", "compare_at_price": None, "available": False},
        {"id": 13, "title": "Broken", "price": "cheap"},
    ]
    product = {
        "id": 1,
        "title": "AURELIA replica watch",
        "handle": "aurelia",
        "vendor": "Aurelia",
        "variants": variants,
    }
    site.page("/products.json?limit=250&page=1", json.dumps({"products": [product, 7]}), headers=JSON)
    done = crawl("shopify", "-a", f"url={site.url}/")
    assert done.code == 0, done.said
    rows = {row["listing_id"]: row for row in done.rows}
    assert sorted(rows) == ["11", "12"]
    assert rows["11"]["price"] == "49.90"
    assert rows["11"]["list_price"] == "99.00"
    assert rows["11"]["url"] == f"{site.url}/products/aurelia?variant=11"
    assert rows["12"]["availability"] == "out_of_stock"
    assert rows["11"]["title"] == "AURELIA replica watch - Steel"
    assert all("text_match" in row["flags"] for row in done.rows)
    assert "price missing or unusable" in done.said
    assert "variants missing or unusable" in done.said
    with sqlite3.connect(done.workspace / "monitor.db") as database:
        assert database.execute('select count(*) from "case"').fetchone()[0] >= 1
