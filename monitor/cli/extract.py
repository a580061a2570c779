"""`monitor extract`: what a spider reads from saved pages."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.cli._saved import Saved
    from monitor.pages import Page


@click.command(
    epilog="""\b
Examples:
  monitor extract page.html --url https://shop.example/p/1
  monitor extract page.html --url https://shop.example/p/1 \\
      --listings > listings.jsonl
  monitor extract --index pages.jsonl > read.jsonl"""
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--url", help="The address that the page was saved from; relative links and the site's country need it.")
@click.option("--index", type=click.Path(path_type=Path), help="Read many: rows of id, file and url in JSON lines.")
@click.option("--listings", "alone", is_flag=True, help="Print the listings alone, one a line, as check takes them.")
def command(file: Path | None, url: str | None, index: Path | None, alone: bool) -> None:
    """Print as JSON what is read from a saved page (.html, .html.gz), and where each value came from.

    The currency is printed as the page shows it, its ISO code beside it as currency_code. With --index a line is
    printed for each page; a bad row is reported with its line, the rest still run, and the exit code is then 1.
    What --index and --listings print can be given to monitor check.
    """
    if index is not None and file is None and url is None:
        _many(index, alone=alone)
    elif file is not None and url and index is None:
        _one(file, url, alone=alone)
    else:
        raise ConfigurationError("give a FILE and its --url, or an --index of many; see monitor extract --help")


def _one(file: Path, url: str, *, alone: bool) -> None:
    from monitor.cli._saved import read_saved, what_is_wrong
    from monitor.pages import read_page

    if wrong := what_is_wrong(url):
        raise ConfigurationError(f"--url: {wrong}")
    try:
        page = read_page(read_saved(file), url)
    except ValueError as wrong:
        raise WorkFailedError(str(wrong)) from None
    if not alone:
        click.echo(json.dumps({"url": url, **as_json(page)}, ensure_ascii=False, indent=2))
        return
    _print_listings(page)
    if not page.listings:
        click.echo(f"{file}: no listing was read; the page is taken for {page.kind}: {page.why}", err=True)


def _many(index: Path, *, alone: bool) -> None:
    from monitor.cli._saved import read_index

    bad = total = 0
    for row in read_index(index):
        total += 1
        problem = row.problem
        if not problem:
            try:
                _print_row(row, alone=alone)
            except ValueError as wrong:
                problem = str(wrong)
        if problem:
            bad += 1
            click.echo(f"{index}: line {row.line}: {problem}", err=True)
    if bad:
        raise WorkFailedError(f"{index}: {bad} of {total} rows could not be read; see above")


def _print_row(row: "Saved", *, alone: bool) -> None:
    from monitor.cli._saved import read_saved
    from monitor.pages import read_page

    page = read_page(read_saved(row.file), row.url)
    if alone:
        _print_listings(page)
        return
    sys.stdout.write(json.dumps({"id": row.id, "url": row.url, **as_json(page)}, ensure_ascii=False) + "\n")


def _print_listings(page: "Page") -> None:
    for listing in as_json(page)["listings"]:
        sys.stdout.write(json.dumps(listing, ensure_ascii=False) + "\n")


def as_json(page: "Page") -> dict[str, Any]:
    """The kind and why, the listings as records with sources and confidence, the seller, the problems of a page."""
    from monitor.pages.confidence import confidence_of
    from monitor.records import listing_to_record

    listings = []
    for listing, shown in zip(page.listings, page.shown, strict=True):
        record = listing_to_record(listing, sources=True)
        if code := record.pop("currency", ""):
            record["currency_code"] = code
        if code or shown.get("currency"):
            record["currency"] = shown.get("currency") or code
        record["confidence"] = {name: confidence_of(source) for name, source in listing.sources.items()}
        listings.append(record)
    read: dict[str, Any] = {"kind": str(page.kind), "why": page.why, "listings": listings}
    if page.seller:
        read["seller"] = dict(page.seller)
    return {**read, "problems": list(page.problems)}
