"""`monitor prices`: what the sellers asked for a product over time, against its list price and floor."""

import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from decimal import Decimal

    from monitor.brands import Brand, Product
    from monitor.records import PricePoint

MOST_FLOORS = 3
HEAD = ("seller", "marketplace", "reads", "first", "last", "lowest", "highest", "now", "", "below floor since")


@click.command(
    epilog="""\b
Example:
  monitor prices --sku MER-40 --plot mer-40.svg"""
)
@click.option("--sku", required=True, help="The product, as products.csv names it.")
@click.option("--brand", "slug", default="", help="Its brand (a folder name in brands/), where several have the SKU.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw the most common currency as SVG.")
@workspace_option
def command(sku: str, slug: str, plot: Path | None, workspace: Path) -> None:
    """Show the price history of a product: one line a listing, net prices of one unit of new goods.

    Listings that went below the floor stand first, in the order in which they did: who started, and who followed.
    """
    from monitor.brands.loader import load_brands
    from monitor.cli._columns import aligned, table
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    brand, product = _product(load_brands(workspace, only=slug or None), sku)
    with open_store(settings) as store:
        points = store.price_points(brand.slug, sku)
    if not points:
        raise WorkFailedError(f"no price of {sku} was seen yet; crawl first, with: monitor crawl")
    by_listing: dict[tuple[str, str, str], list[PricePoint]] = defaultdict(list)
    for point in points:
        by_listing[point.marketplace, point.listing_id, point.currency].append(point)
    rows = sorted(
        (_row(brand, product, series) for series in by_listing.values()), key=lambda row: (row[-1] or "~", row)
    )
    click.echo(f"{sku}  {_clean(product.name)}{_levels(product, more=bool(brand.price_rules.get(sku)))}")
    off = brand.detectors.get("low_price", {}).get("off_in")
    if isinstance(off, list) and off:
        click.echo(f"Prices are not policed in: {' '.join(map(str, off))} ([detectors.low_price] off_in)")
    if sys.stdout.isatty():
        table(HEAD, rows)
    else:
        for line in aligned(HEAD, rows):
            click.echo(line)
    if plot:
        _draw(plot, brand, product, points)
        click.echo(f"wrote {plot}", err=True)


def _product(brands: "Sequence[Brand]", sku: str) -> "tuple[Brand, Product]":
    found = [(brand, product) for brand in brands for product in brand.products if product.sku == sku]
    if not found:
        raise ConfigurationError(f"--sku {sku}: no brand's products.csv has it; look there for the SKU")
    if len(found) > 1:
        named = ", ".join(brand.slug for brand, _ in found)
        raise ConfigurationError(f"--sku {sku}: {named} have it; say which with --brand")
    return found[0]


def _row(brand: "Brand", product: "Product", series: "Sequence[PricePoint]") -> tuple[str, ...]:
    from monitor.products import compare_with_floor

    since = ""
    for point in series:
        held = compare_with_floor(
            brand,
            product,
            point.unit_price,
            territory=point.territory,
            channel=point.marketplace,
            currency=point.currency,
            moment=point.observed_at,
        )
        if held.floor is None or held.unit >= held.floor.amount:
            since = ""
        elif not since:
            since = f"{point.observed_at:%Y-%m-%d %H:%M}"
    prices, last = [point.unit_price for point in series], series[-1]
    return (
        _clean(last.seller_name or last.seller_id or last.listing_id),
        _clean(last.marketplace),
        str(len(series)),
        f"{series[0].observed_at:%Y-%m-%d}",
        f"{last.observed_at:%Y-%m-%d}",
        f"{min(prices):.2f}",
        f"{max(prices):.2f}",
        f"{last.unit_price:.2f}",
        last.currency,
        since,
    )


def _levels(product: "Product", *, more: bool) -> str:
    named = {"floor": product.floor_price, "list price": product.list_price}
    said = [f"{name} {amount:.2f} {product.currency}" for name, amount in named.items() if amount is not None]
    said += ["other floors in prices.csv"] if more else []
    return f"  ({', '.join(said)})" if said else ""


def _draw(plot: Path, brand: "Brand", product: "Product", points: "Sequence[PricePoint]") -> None:
    from collections import Counter

    from monitor.products.plot import price_plot

    ((currency, _),) = Counter(point.currency for point in points).most_common(1)
    shown = [point for point in points if point.currency == currency]
    listings: dict[str, set[str]] = defaultdict(set)
    for point in shown:
        listings[_who(point)].add(point.listing_id)
    lines = defaultdict(list)
    for point in shown:
        name = _who(point)
        named = name if len(listings[name]) == 1 else f"{name} · {point.listing_id}"
        lines[named].append((point.observed_at, point.unit_price))
    levels: dict[str, list[tuple[datetime, Decimal | None]]] = {}
    if product.list_price is not None and product.currency == currency:
        levels["list price"] = [(min(point.observed_at for point in shown), product.list_price)]
    levels |= _floors(brand, product, currency, shown)
    picture = price_plot(f"{product.sku} {product.name} ({currency}, one unit)", lines, levels)
    try:
        plot.write_text(picture, "utf-8")
    except OSError as failure:
        raise WorkFailedError(f"{plot}: could not be written: {failure.strerror}") from None


def _floors(
    brand: "Brand", product: "Product", currency: str, points: "Sequence[PricePoint]"
) -> "dict[str, list[tuple[datetime, Decimal | None]]]":
    """The floors in force over the days, of each place and channel where they differ; the first few places alone."""
    from monitor.products import floor_in_force

    first, last = min(point.observed_at for point in points), max(point.observed_at for point in points)
    by_course: dict[tuple[tuple[datetime, Decimal | None], ...], list[str]] = defaultdict(list)
    for territory, channel in sorted({(point.territory, point.marketplace) for point in points}):
        course: list[tuple[datetime, Decimal | None]] = []
        for days in range((last.date() - first.date()).days + 1):
            day = first.date() + timedelta(days=days)
            held = floor_in_force(brand, product, territory=territory, channel=channel, currency=currency, day=day)
            amount = held.amount if held else None
            if not course or course[-1][1] != amount:
                course.append((max(first, datetime.combine(day, time(), first.tzinfo)), amount))
        by_course[tuple(course)].append(" ".join(filter(None, (channel, territory))))
    named = {course: places for course, places in by_course.items() if any(amount for _, amount in course)}
    alone = len(named) == 1
    return {
        "floor" if alone else f"floor, {', '.join(places)}": list(course)
        for course, places in list(named.items())[:MOST_FLOORS]
    }


def _who(point: "PricePoint") -> str:
    return f"{point.seller_name or point.seller_id or point.listing_id} · {point.marketplace}"


def _clean(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:60]
