"""`monitor match`: which catalogue product each listing of a file offers."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.brands import Brand, MatchRule, Product
    from monitor.products import Matcher
    from monitor.records import Listing

BATCH = 500
WORTH_PROCESSES = 4_000
SMALL_CATALOGUE = 20_000
MOST_PROCESSES = 8
STARTED = "fork" if sys.platform == "linux" else "spawn"
"""A forked process has what this one prepared; elsewhere it is not safe, or there is none."""
COLUMNS = ("listing_id", "sku", "score", "outcome", "why")


@click.command(
    epilog="""\b
Examples:
  monitor match listings.jsonl --brand aurelia -o matches.csv
  monitor match --fit --brand aurelia"""
)
@click.argument("listings", type=click.Path(path_type=Path), required=False)
@click.option("--brand", "slug", required=True, help="The brand whose catalogue it is (a folder name in brands/).")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The CSV to write; else printed.")
@click.option("--fit", is_flag=True, help="Learn from decisions on cases from when on a match is sure, and print it.")
@workspace_option
def command(listings: Path | None, slug: str, output: Path | None, fit: bool, workspace: Path) -> None:
    """Say which catalogue product each listing of a JSONL, JSON or CSV file (.gz too) offers, and why.

    The outcome is match (sure), review (a person should look) or none; at the end stands how many there are of each,
    and why a person should look, with what to do. Without -o the rows are printed, and on a terminal that end alone. A
    bad row is reported with its line, many of one kind together, and the rest still run; the exit code is then 1.

    With --fit nothing is matched: decisions on the brand's cases fit the rule to it. The figures before and after are
    printed, and matching.toml is written into the brand's folder if decisions that were not used say that it is better.
    """
    from monitor.brands.loader import load_brands
    from monitor.cli._empty_sheets import without_products
    from monitor.cli._file_notes import BadRows, FileNotes
    from monitor.cli._listings import read_listings
    from monitor.cli._match_summary import Summary
    from monitor.spreadsheets import write_table
    from monitor.workspace import load_workspace

    if fit and (listings or output):
        raise click.UsageError("--fit takes no listings and no output; it reads the decisions on cases")
    settings = load_workspace(workspace)
    (brand,) = load_brands(workspace, only=slug)
    if not brand.products:
        missing = f"{brand.path}: the brand has no products.csv beside it to match with"
        raise ConfigurationError(without_products(brand) or missing)
    if fit:
        from monitor.cli._fit import fit_brand

        fit_brand(settings, brand)
        return
    if not listings:
        raise click.UsageError("name the listings: monitor match listings.jsonl --brand aurelia -o matches.csv")
    notes = FileNotes()
    bad = BadRows(listings, notes)
    rows, summary = [], Summary(brand.products)
    for *cells, title in _matched(brand, bad.put_aside(read_listings(listings, notes))):
        summary.add(cells, title)
        rows.append(dict(zip(COLUMNS, cells, strict=True)))
    for line in (*bad.lines(), *(f"{listings}: {says}" for says in (*notes.says, *notes.misnamed()))):
        tell(line, err=True)
    shown = sys.stdout.isatty()
    if output or not shown:
        write_table(COLUMNS, rows, output or sys.stdout.buffer)
    wrote = f"; wrote {output}" if output else "; write a row for each with -o matches.csv" if shown else ""
    tell(f"{len(rows)} listings against {len(brand.products)} products: {summary.counts}{wrote}", err=True)
    for line in summary.lines():
        tell(line, err=True)
    if bad.count:
        raise WorkFailedError(f"{bad.count} rows of {listings} could not be read; see above")


def _matched(brand: "Brand", listings: "Iterator[Listing]") -> Iterator[tuple[str, ...]]:
    """The cells of each listing's row and its title, in order.

    In several processes where that pays and memory allows it; these begin while the rest of the listings is still read.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    products, marks, rule = brand.products, (brand.name, *brand.word_marks), brand.matching
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    first = list(islice(listings, WORTH_PROCESSES))
    alone = processes < 2 or len(first) < WORTH_PROCESSES or len(products) > SMALL_CATALOGUE
    if alone or STARTED == "fork":
        _prepare(products, marks, rule)
    if alone:
        yield from _rows(_matcher[0], chain(first, listings))
        return
    with ProcessPoolExecutor(processes, get_context(STARTED), _begin, (products, marks, rule)) as pool:
        for rows in pool.map(_rows_here, _batches(chain(first, listings))):
            yield from rows


def _batches(listings: "Iterator[Listing]") -> "Iterator[list[Listing]]":
    while batch := list(islice(listings, BATCH)):
        yield batch


_matcher: "list[Matcher]" = []
"""The matcher of a process that matches for another one."""


def _prepare(products: "Sequence[Product]", marks: Sequence[str], rule: "MatchRule") -> None:
    from monitor.products import Matcher

    _matcher[:] = [Matcher(products, marks=marks, rule=rule)]
    gc.freeze()  # the catalogue stays: to look through it for garbage costs more than a match, and unshares its memory


def _begin(products: "Sequence[Product]", marks: Sequence[str], rule: "MatchRule") -> None:
    """A forked process has its matcher already."""
    if not _matcher:
        _prepare(products, marks, rule)


def _rows_here(listings: "Sequence[Listing]") -> list[tuple[str, ...]]:
    return list(_rows(_matcher[0], listings))


def _rows(matcher: "Matcher", listings: "Iterable[Listing]") -> Iterator[tuple[str, ...]]:
    for listing in listings:
        match = matcher.match(listing)
        yield listing.listing_id, match.sku, f"{match.score:.3f}", str(match.outcome), match.why, listing.title
