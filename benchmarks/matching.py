"""Which product a listing offers: how well and how fast, beside the best rapidfuzz token_set_ratio in the same run.

`python -m benchmarks.matching [DATA_DIR]`; DATA_DIR holds products.csv, listings.jsonl and matches.csv, by default
../shared/data/product_matching/abt_buy, left out where it is not there. No label is given to a matcher. F1 counts
every product proposed; sure are those of the outcome match. Time is processor time of one process. Then the same with
three quarters of the products taken out of the catalogue, as most listings of a crawl are of goods that are in none,
and on generated catalogues of five shapes in which a third of the listings are sisters of a product that is there.
"""

import csv
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from benchmarks._catalogue import Labelled, generate
from benchmarks._kinds import KINDS, generate_kind
from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.records import Listing, listing_from_record

Proposed = tuple[str, bool]
"""A SKU, or an empty string, and whether the matcher is sure."""
PLAIN_AT = 75.0
SAMPLE, CRAWL = 2_000, 10_000


def ours(products: Sequence[Product], brand: str) -> Callable[[Listing], Proposed]:
    """This project's matcher."""
    matcher = Matcher(products, marks=(brand,) if brand else ())

    def propose(listing: Listing) -> Proposed:
        match = matcher.match(listing)
        return match.sku, match.outcome is Outcome.MATCH

    return propose


def plain(products: Sequence[Product], _brand: str) -> Callable[[Listing], Proposed]:
    """The name most alike by token_set_ratio, sure from `PLAIN_AT` on and nothing below."""
    names = [utils.default_process(f"{product.name} {product.model}") for product in products]

    def propose(listing: Listing) -> Proposed:
        title = utils.default_process(listing.title)
        found = process.extractOne(title, names, scorer=fuzz.token_set_ratio, score_cutoff=PLAIN_AT)
        return (products[found[2]].sku, True) if found else ("", False)

    return propose


def accuracy(truth: Mapping[str, str], proposed: Mapping[str, Proposed]) -> str:
    """F1 over all proposals, precision and recall of the sure ones."""
    right = sum(bool(sku) and truth.get(key) == sku for key, (sku, _) in proposed.items())
    made = sum(bool(sku) for sku, _ in proposed.values())
    true = sum(bool(sku) for sku in truth.values())
    sure = {key: sku for key, (sku, is_sure) in proposed.items() if is_sure and sku}
    sure_right = sum(truth.get(key) == sku for key, sku in sure.items())
    f1 = 2 * right / (made + true) if made + true else 0.0
    return f"F1 {f1:.3f}   sure: precision {sure_right / (len(sure) or 1):.3f} recall {sure_right / (true or 1):.3f}"


def measure(name: str, data: Labelled, how: Callable[..., Callable[[Listing], Proposed]], limit: int = 0) -> None:
    """Prepare, match and print one line."""
    listings = data.listings[: limit or None]
    began = time.process_time()
    propose = how(data.products, "")
    prepared = time.process_time()
    proposed = {listing.listing_id: propose(listing) for listing in listings}
    took = time.process_time() - prepared
    truth = {listing.listing_id: data.truth[listing.listing_id] for listing in listings}
    print(
        f"  {name:<18}{accuracy(truth, proposed)}   prepared in {prepared - began:.1f} s, "
        f"{len(listings)} listings in {took:.1f} s, {took / len(listings) * 1000:.2f} ms each"
    )


def labelled(folder: Path) -> Labelled:
    """A folder of products.csv, listings.jsonl and matches.csv."""
    with (folder / "products.csv").open(encoding="utf-8-sig", newline="") as file:
        products = [
            Product(sku=row["sku"], name=row["name"], brand=row.get("brand", ""), model=row.get("model", ""))
            for row in csv.DictReader(file)
        ]
    lines = (folder / "listings.jsonl").read_text("utf-8").splitlines()
    listings = [listing_from_record(json.loads(line)) for line in lines if line.strip()]
    with (folder / "matches.csv").open(encoding="utf-8", newline="") as file:
        truth = {row["listing_id"]: row["sku"] for row in csv.DictReader(file)}
    return Labelled(products=products, listings=listings, truth={one.listing_id: "" for one in listings} | truth)


def cut(data: Labelled, share: float) -> Labelled:
    """The same listings beside a part of the catalogue."""
    rng = random.Random(1)
    products = [product for product in data.products if rng.random() < share]
    kept = {product.sku for product in products}
    return replace(data, products=products, truth={k: sku if sku in kept else "" for k, sku in data.truth.items()})


def main() -> None:
    """Measure on the labelled folder, on a generated catalogue of 2,500 products, and on one of 100,000."""
    folder = (
        Path(sys.argv[1])
        if len(sys.argv) > 1
        else Path(__file__).parents[1] / "../shared/data/product_matching/abt_buy"
    )
    if (folder / "products.csv").is_file():
        data = labelled(folder)
        print(f"{folder.name}: {len(data.products)} products")
        measure("this matcher", data, ours)
        measure("token_set_ratio", data, plain)
        for share in (0.5, 0.25, 0.1):
            part = cut(data, share)
            print(f"{folder.name}: {len(part.products)} of the products, the same listings")
            measure("this matcher", part, ours)
            measure("token_set_ratio", part, plain)
    else:
        print(f"{folder}: not there, left out")
    for kind in KINDS:
        data = generate_kind(kind)
        print(
            f"generated: {kind}, {len(data.products)} products, a third of the listings of sisters that are not there"
        )
        measure("this matcher", data, ours)
        measure("token_set_ratio", data, plain)
    data = generate(2_500, listings=22_000)
    print("generated: 2500 products, a seventh of the listings of other goods, a seventh of accessories")
    measure("this matcher", data, ours)
    measure("token_set_ratio", data, plain, SAMPLE)
    data = generate(100_000, listings=CRAWL, seed=8)
    before = _peak()
    print("generated: 100000 products")
    measure("this matcher", data, ours)
    print(f"  peak memory {_peak():.0f} MB, of which {before:.0f} MB were taken before the catalogue was prepared")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
