"""`monitor match`: which catalogue product each listing of a file offers."""

from pathlib import Path

import click

from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

COLUMNS = ("listing_id", "sku", "score", "outcome", "why")


@click.command(
    epilog="""\b
Example:
  monitor match listings.jsonl --brand aurelia -o matches.csv"""
)
@click.argument("listings", type=click.Path(path_type=Path))
@click.option("--brand", "slug", required=True, help="The brand whose catalogue it is (a folder name in brands/).")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The CSV to write."
)
@workspace_option
def command(listings: Path, slug: str, output: Path, workspace: Path) -> None:
    """Say which catalogue product each listing of a JSONL or CSV file (.gz too) offers, and why.

    The outcome is match (sure), review (a person should look) or none. A bad row is reported with its line, and the
    rest still run; the exit code is then 1.
    """
    from monitor.brands.loader import load_brands
    from monitor.cli._listings import read_listings
    from monitor.products import Matcher
    from monitor.records import RecordError
    from monitor.spreadsheets import write_table
    from monitor.workspace import load_workspace

    load_workspace(workspace)
    (brand,) = load_brands(workspace, only=slug)
    if not brand.products:
        raise ConfigurationError(f"{brand.path}: the brand has no products.csv beside it to match with")
    matcher, outcomes, bad = (
        Matcher(brand.products, marks=(brand.name, *brand.word_marks)),
        {"match": 0, "review": 0, "none": 0},
        0,
    )
    rows = []
    for line, listing in read_listings(listings):
        if isinstance(listing, RecordError):
            bad += 1
            click.echo(f"{listings}: line {line}: {listing}", err=True)
            continue
        match = matcher.match(listing)
        outcomes[match.outcome] += 1
        cells = (listing.listing_id, match.sku, f"{match.score:.3f}", str(match.outcome), match.why)
        rows.append(dict(zip(COLUMNS, cells, strict=True)))
    write_table(COLUMNS, rows, output)
    counted = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items())
    click.echo(
        f"{sum(outcomes.values())} listings against {len(brand.products)} products: {counted}; wrote {output}", err=True
    )
    if bad:
        raise WorkFailedError(f"{bad} rows of {listings} could not be read; see above")
