"""Real saved pages of many sites: what is read must not lose ground."""

import gzip
import json
import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from monitor.pages import Kind, Page, read_page
from monitor.pages.money import amounts

pytestmark = pytest.mark.shared
IN_STOCK = {"in_stock": "InStock", "preorder": "InStock", "out_of_stock": "OutOfStock", "discontinued": "OutOfStock"}
FLOORS = {"price": 0.93, "currency": 0.91, "sku": 0.98, "availability": 0.97, "brand": 0.84, "mpn": 0.81, "gtin": 0.90}
"""F1 that was reached, less a little; what is missing to 1 is told in the page on reading saved pages."""


def load(path: Path, url: str) -> Page:
    return read_page(gzip.decompress(path.read_bytes()), url)


def _is_decimal(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def test_product_pages_of_thirty_hosts(shared: Path) -> None:
    data = shared / "data/product_pages"
    truth = json.loads((data / "truth.json").read_text("utf-8"))
    hit: Counter[str] = Counter()
    said: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for name, expected in truth.items():
        url = expected["url"] if isinstance(expected["url"], str) else expected["url"][0]
        page = load(data / "html" / f"{name}.html.gz", url)
        assert page.kind in (Kind.PRODUCT, Kind.OFFERS), url
        listing, shown = page.listings[0], page.shown[0]
        read = {field: str(getattr(listing, field) or "") for field in FLOORS}
        read["currency"] = shown.get("currency", "")
        read["availability"] = IN_STOCK.get(read["availability"], "")
        for field, value in read.items():
            right = {_is_decimal(v) for v in expected.get(field, [])}
            hit[field] += bool(value) and _is_decimal(value) in right
            said[field] += bool(value)
            known[field] += bool(right)
    for field, floor in FLOORS.items():
        assert 2 * hit[field] / (said[field] + known[field]) >= floor, field


def test_pages_with_expected_prices(shared: Path) -> None:
    data = shared / "data/more_product_pages"
    cases = re.findall(
        r'fixtures/([\w-]+\.html).*?url\s*=\s*"([^"]+)".*?price\)\.(?:toBe\(([\d.]+)\)|toBeFalsy)',
        (data / "price.test.js").read_text("utf-8"),
        re.DOTALL,
    )
    assert len(cases) == 9
    for file, url, expected in cases:
        price = load(data / f"{file}.gz", url).listings[0].price
        if file.startswith("globalindustrial"):  # the set's reader could not read this one, the page shows it
            assert price == Decimal("165.95")
        else:
            assert price == (Decimal(expected) if expected else None), file


@pytest.mark.parametrize(
    ("file", "url", "listings", "priced"),
    [
        ("ebay_de", "https://www.ebay.de/sch/i.html?_nkw=apple", 64, 64),
        ("amazon_de_search", "https://www.amazon.de/s?k=katzenfutter", 59, 58),
        ("amazon_bestseller_de", "https://www.amazon.de/gp/bestsellers/ce-de", 30, 30),
    ],
)
def test_result_pages(shared: Path, file: str, url: str, listings: int, priced: int) -> None:
    page = load(shared / f"data/search_pages/{file}.html.gz", url)
    assert page.kind is Kind.SEARCH
    assert len(page.listings) == listings
    assert sum(listing.price is not None for listing in page.listings) == priced
    assert all(listing.title and listing.currency in ("EUR", "") for listing in page.listings)
    assert len({listing.listing_id for listing in page.listings}) == listings
    assert [listing.attributes["position"] for listing in page.listings] == [str(n + 1) for n in range(listings)]
    assert all(listing.images and "s-l225" not in listing.images[0] for listing in page.listings)
    assert page.links.next_pages
    assert sum("bid" in listing.attributes for listing in page.listings) == (27 if file.startswith("ebay") else 0)


def test_price_texts_are_read_better_than_by_the_library(shared: Path) -> None:
    parser = pytest.importorskip("price_parser")
    lines = (shared / "data/price_strings/examples.jsonl").read_text("utf-8").splitlines()
    own = library = 0
    for row in map(json.loads, lines):
        expected = None if row["amount"] is None else Decimal(row["amount"])
        found = amounts(row["price_raw"] or "")
        own += (found[0].value if found else None) == expected
        amount = parser.Price.fromstring(row["price_raw"], currency_hint=row["currency_raw"]).amount
        library += amount == expected
    assert own >= 599
    assert own > library
