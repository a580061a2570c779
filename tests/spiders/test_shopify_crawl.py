"""A shop that answers in the form of Shopify's public lists, our own imitation, through to a case."""

import json
import sqlite3

JSON = {"Content-Type": "application/json"}
LIST = "/collections/watches/products.json?limit=250&page="
FLOOR = """sku,name,model,currency,floor_price
MER-40,Aurelia Meridian 40 automatic watch,MER40A,EUR,900
"""
SELLERS = "marketplace,seller_id,status\nelsewhere.example,elsewhere.example,authorized\n"


def product(
    number: int, *variants: dict[str, object], title: str = "AURELIA replica watch", vendor: str = "Aurelia"
) -> dict[str, object]:
    images = [
        {"src": "https://127.0.0.1:1/all.jpg", "variant_ids": []},
        {"src": "https://127.0.0.1:1/11.jpg", "variant_ids": [11]},
    ]
    return {
        "id": number, "title": title, "handle": f"w-{number}", "vendor": vendor, "product_type": "Watches" if vendor == "Aurelia" else "",
        "body_html": "<p>Automatic&nbsp;movement</p>", "options": [{"name": "Case", "position": 1}],
        "variants": list(variants), "images": images,
    }  # fmt: skip


def test_variants_become_listings_and_cases(site, crawl, tmp_path) -> None:
    first = product(
        1,
        {"id": 11, "title": "Steel", "option1": "Steel", "sku": "M-1", "price": "49.90", "compare_at_price": "99.00", "available": True},
        {"id": 12, "title": "Gold", "option1": "Gold", "sku": "M-2", "price": "59.90", "compare_at_price": "10", "available": False},
        {"id": 13, "title": "Broken", "price": "cheap"},
    )  # fmt: skip
    meridian = product(
        2, {"id": 21, "title": "Default Title", "price": "450.00", "available": True}, title="Aurelia Meridian 40 automatic watch MER40A"
    )  # fmt: skip
    others = [
        product(number, {"id": number * 10, "price": "1"}, title="Scarf", vendor="Aurelia Fans")
        for number in range(1000, 1247)
    ]
    pages = {1: [first, 7, *others, meridian], 2: [product(3, {"id": 31, "title": "Default Title", "price": "49.90"})]}
    assert len(pages[1]) == 250
    for number, products in pages.items():
        site.page(f"{LIST}{number}", json.dumps({"products": products}), headers=JSON)
    site.page("/meta.json", json.dumps({"name": "Corner Watches", "country": "DE", "currency": "USD"}), headers=JSON)
    own = [{"id": 11, "price": "49.90", "price_currency": "EUR"}, {"id": 12, "price": "59.90", "price_currency": "EUR"}]
    site.page("/products/w-1.json", json.dumps({"product": {"variants": own}}), headers=JSON)
    brand = tmp_path / "brands" / "aurelia"
    brand.mkdir(parents=True)
    (tmp_path / "monitor.toml").write_text("")
    (brand / "brand.toml").write_text('name = "Aurelia"\n[[trademark]]\ntext = "AURELIA"\n')
    (brand / "products.csv").write_text(FLOOR)
    (brand / "sellers.csv").write_text(SELLERS)
    done = crawl(
        "shopify", "-a", f"url={site.url}/collections/watches", "-a", "query=Watch Aurelia", workspace=tmp_path
    )
    assert done.code == 0, done.said
    rows = {row["listing_id"]: row for row in done.rows}
    assert sorted(rows) == ["11", "12", "21", "31"]
    assert (rows["11"]["price"], rows["11"]["list_price"], rows["11"]["currency"]) == ("49.90", "99.00", "EUR")
    assert "list_price" not in rows["12"]
    assert rows["11"]["url"] == f"{site.url}/products/w-1?variant=11"
    assert rows["11"]["images"] == ["https://127.0.0.1:1/11.jpg", "https://127.0.0.1:1/all.jpg"]
    assert rows["12"]["images"] == ["https://127.0.0.1:1/all.jpg"]
    assert rows["11"]["attributes"] == {"case": "Steel", "category": "Watches", "position": "1"}
    assert rows["12"]["availability"] == "out_of_stock"
    assert rows["11"]["title"] == "AURELIA replica watch - Steel"
    assert rows["31"]["attributes"]["position"] == "251"
    host = site.url.removeprefix("http://")
    assert {(row["marketplace"], row["seller_id"], row["seller_name"]) for row in done.rows} == {
        (host, host, "Corner Watches")
    }
    assert all("text_match" in rows[number]["flags"] for number in ("11", "12", "31"))
    assert "low_price" in rows["21"]["flags"]
    assert all("unauthorized_seller" in row["flags"] for row in done.rows)
    assert "1 price missing or unusable" in done.said
    assert "1 entry missing or unusable" in done.said
    with sqlite3.connect(done.workspace / "monitor.db") as database:
        assert database.execute('select count(*) from "case"').fetchone()[0] == 4
