"""What the reader of pages reads, and how fast, beside extruct with price-parser on the same pages in the same run.

`python -m benchmarks.pages [DATA_DIR]`; DATA_DIR is a folder with truth.json and html/*.html.gz, by default
../shared/data/product_pages. Accuracy is F1 against the pages' truth: a wrong value costs a false positive and a false
negative, a missing one a false negative. Time is processor time of one thread, the best of three rounds.
"""

import gzip
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from monitor.pages import read_page

FIELDS = ("price", "currency", "sku", "availability", "brand", "mpn", "gtin")
IN_STOCK = {"in_stock": "InStock", "preorder": "InStock", "out_of_stock": "OutOfStock", "discontinued": "OutOfStock"}
ROUNDS = 3
Values = dict[str, str]


def ours(body: bytes, url: str) -> Values:
    """The first listing of a page, the currency as shown."""
    page = read_page(body, url)
    if not page.listings:
        return {}
    listing = page.listings[0]
    values = {field: str(getattr(listing, field) or "") for field in FIELDS}
    values["currency"] = page.shown[0].get("currency", "")
    values["availability"] = IN_STOCK.get(values["availability"], "")
    return {field: value for field, value in values.items() if value}


def extruct_with_price_parser(body: bytes, url: str) -> Values:
    """The first product in JSON-LD, microdata or RDFa, and Open Graph for what it leaves open."""
    import extruct
    from price_parser import Price

    text = body.decode("utf-8", "replace")
    data = extruct.extract(
        text, base_url=url, syntaxes=["json-ld", "microdata", "opengraph"], uniform=True, errors="ignore"
    )
    product = next(_products([*data["json-ld"], *data["microdata"]]), {})
    graph = next(iter(data["opengraph"]), {})
    offers = _first(product.get("offers")) or {}
    price = _text(offers.get("price") or offers.get("lowPrice") or graph.get("product:price:amount"))
    currency = _text(offers.get("priceCurrency") or graph.get("product:price:currency"))
    parsed = Price.fromstring(price, currency_hint=currency)
    brand = _first(product.get("brand"))
    values = {
        "price": str(parsed.amount) if parsed.amount is not None else "",
        "currency": parsed.currency or currency,
        "sku": _text(product.get("sku")),
        "availability": _text(offers.get("availability")).rsplit("/", 1)[-1],
        "brand": _text(brand.get("name")) if isinstance(brand, Mapping) else _text(brand),
        "mpn": _text(product.get("mpn")),
        "gtin": _text(next((product[n] for n in ("gtin13", "gtin", "gtin12", "gtin8") if product.get(n)), "")),
    }
    return {field: value for field, value in values.items() if value}


def _products(nodes: list[Any]) -> Iterator[Mapping[str, Any]]:
    for node in nodes:
        if isinstance(node, Mapping):
            if "product" in str(node.get("@type", "")).lower():
                yield node
            yield from _products(node.get("@graph") or [])


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _text(value: Any) -> str:
    value = _first(value)
    return str(value).strip() if isinstance(value, (str, int, float)) else ""


def f1(truth: Mapping[str, Mapping[str, Any]], read: Mapping[str, Values], field: str) -> float:
    """F1 of one field over all pages."""
    hit = wrong = missed = 0
    for page, known in truth.items():
        right = {_comparable(value) for value in known.get(field, [])}
        value = read[page].get(field)
        is_hit = value is not None and _comparable(value) in right
        hit += is_hit
        wrong += value is not None and not is_hit
        missed += bool(right) and not is_hit
    return 2 * hit / (2 * hit + wrong + missed) if hit else 0.0


def _comparable(value: str) -> Decimal | str:
    try:
        return Decimal(value)
    except InvalidOperation:
        return value


def measure(
    read: Callable[[bytes, str], Values], pages: Mapping[str, tuple[bytes, str]]
) -> tuple[dict[str, Values], float]:
    """What a reader reads of each page, and its milliseconds a page."""
    results: dict[str, Values] = {}
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        results = {name: read(body, url) for name, (body, url) in pages.items()}
        best = min(best, time.process_time() - began)
    return results, best / len(pages) * 1000


def report(data: Path) -> None:
    """Print one line a field, and the time."""
    truth = json.loads((data / "truth.json").read_text("utf-8"))
    pages = {}
    for name, known in truth.items():
        url = known["url"] if isinstance(known["url"], str) else known["url"][0]
        pages[name] = (gzip.decompress((data / "html" / f"{name}.html.gz").read_bytes()), url)
    size = sum(len(body) for body, _ in pages.values()) / len(pages) / 1000
    print(f"{len(pages)} pages of {size:.0f} kB on average")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs, their_time = measure(extruct_with_price_parser, pages)
    own, own_time = measure(ours, pages)
    print(f"{'F1':<14}{'this reader':>12}{'extruct + price-parser':>26}")
    for field in FIELDS:
        print(f"{field:<14}{f1(truth, own, field):>12.3f}{f1(truth, theirs, field):>26.3f}")
    print(f"{'ms a page':<14}{own_time:>12.1f}{their_time:>26.1f}")


def main() -> None:
    """Measure on the folder that the call names."""
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "../shared/data/product_pages"
    if not (where / "truth.json").is_file():
        sys.exit(f"{where}: holds no truth.json; name a folder of labelled pages")
    report(where.resolve())


if __name__ == "__main__":
    main()
