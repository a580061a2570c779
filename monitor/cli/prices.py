"""`monitor prices`: what the sellers asked for a product over time, against its list price and floor."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._columns import Narrow
from monitor.cli._options import workspace_option
from monitor.cli._who_sells import clean, who_sells, within_site
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.brands import Brand, Product
    from monitor.records import Listing, PricePoint
    from monitor.store import Case

MOST_LEFT_OUT = 8
LONGEST_ID, LONGEST_TITLE = 40, 60
HEAD = (
    "seller", "marketplace", "listing", "reads", "first", "last", "lowest", "highest", "now", "floor", "",
    "first below floor", "still below since",
)  # fmt: skip
NARROW = Narrow(
    without=("reads", "first", "last", "highest", "lowest", "first below floor"),
    folded={"seller": 11, "marketplace": 11, "listing": 8, "first below floor": 10, "still below since": 10},
)
"""The listing stays: a seller may have several offers at one price."""
TOLERATED = "tolerated"
"""What stands instead of a day where the last price is below its floor by no more than the brand lets pass."""
EARLIER, SHORT = " or earlier", "*"
"""What stands behind a first read that was low already; where there is little room a sign, told below the table."""


@click.command(
    epilog="""\b
Example:
  monitor prices --sku MER-40 --plot mer-40.svg"""
)
@click.option("--sku", required=True, help="The product, as products.csv names it.")
@click.option("--brand", "slug", default="", help="Its brand (a folder name in brands/), where several have the SKU.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw the most common currency as SVG.")
@click.option("--currency", default="", help="Draw the prices in this one instead, such as GBP.")
@workspace_option
def command(sku: str, slug: str, plot: Path | None, currency: str, workspace: Path) -> None:
    """Show the price history of a product: one line a listing, net prices of one unit of new goods.

    Listings that went below the floor stand first, in the order in which they first did: who started, and who followed,
    whether or not they are below it now.
    """
    from monitor.brands.loader import load_brands
    from monitor.cli._columns import show_rows
    from monitor.cli._lines import room, tell
    from monitor.store import CaseFilter, open_store
    from monitor.workspace import load_workspace

    if currency and not plot:
        raise ConfigurationError("--currency says what is drawn; name the picture too, with --plot FILE")
    settings = load_workspace(workspace)
    brand, product = _product(load_brands(workspace, only=slug or None), sku)
    with open_store(settings) as store:
        points = store.price_points(brand.slug, sku)
        if not points:
            raise WorkFailedError(f"no price of {sku} {_why_none(brand, sku, store.newest_listings())}")
        doubted = _left_out(store.cases(CaseFilter(brand=brand.slug, flag="low_price")), sku, points)
    by_offer: dict[tuple[str, ...], list[PricePoint]] = defaultdict(list)
    for point in points:
        seller = point.seller_id or point.seller_name
        by_offer[point.marketplace, point.listing_id, point.currency, point.territory, seller].append(point)
    rows = sorted((_row(brand, product, series) for series in by_offer.values()), key=lambda row: (row[-2] or "~", row))
    tell(f"{sku}  {clean(product.name)}{_levels(product, more=bool(brand.price_rules.get(sku)))}")
    off = brand.detectors.get("low_price", {}).get("off_in")
    if isinstance(off, list) and off:
        tell(f"Prices are not policed in: {' '.join(map(str, off))} ([detectors.low_price] off_in)")
    early = room() and any(cell.endswith(EARLIER) for row in rows for cell in row[-2:])
    if early:
        rows = [(*row[:-2], *(cell.replace(EARLIER, SHORT) for cell in row[-2:])) for row in rows]
    show_rows(HEAD, rows, NARROW)
    if early:
        tell(f"{SHORT}{EARLIER}: it was below the floor when it was first read")
    for says in doubted:
        tell(says)
    if plot:
        from monitor.cli._price_picture import draw

        draw(plot, brand, product, points, currency.strip().upper())
        click.echo(f"wrote {plot}", err=True)


def _product(brands: "Sequence[Brand]", sku: str) -> "tuple[Brand, Product]":
    found = [(brand, product) for brand in brands for product in brand.products if product.sku == sku]
    if not found:
        raise ConfigurationError(f"--sku {sku}: no brand's products.csv has it; look there for the SKU")
    if len(found) > 1:
        named = ", ".join(brand.slug for brand, _ in found)
        raise ConfigurationError(f"--sku {sku}: {named} have it; say which with --brand")
    return found[0]


def _why_none(brand: "Brand", sku: str, stored: "Iterable[Listing]") -> str:
    """Why no price of a product is known, as the end of a sentence, with what to do."""
    from monitor.cli._text import plain
    from monitor.products import Matcher, Outcome

    matcher = Matcher(brand.products, marks=(brand.name, *brand.word_marks), rule=brand.matching)
    found: dict[Outcome, list[str]] = defaultdict(list)
    seen = 0
    for listing in stored:
        seen += 1
        match = matcher.match(listing)
        if match.sku == sku:
            found[match.outcome].append(f'"{plain(listing.title)[:LONGEST_TITLE]}" ({match.why})')
    if not seen:
        return "was seen yet; crawl first, with: monitor crawl"
    see = f"monitor match LISTINGS.jsonl --brand {brand.slug}"
    if sure := found[Outcome.MATCH]:
        offer = "listings offer" if len(sure) > 1 else "listing offers"
        return f"is known: {len(sure)} stored {offer} it, without a price of one new unit, such as {sure[0]}"
    if unsure := found[Outcome.REVIEW]:
        return (
            f"is known: {len(unsure)} stored listing{'s' if len(unsure) > 1 else ''} may offer it, not surely, such as "
            f"{unsure[0]}; see why, and what to do, with: {see}"
        )
    return f"is known: no stored listing (of {seen}) looks like it; see what they offer with: {see}"


def _left_out(cases: "Sequence[Case]", sku: str, points: "Iterable[PricePoint]") -> list[str]:
    """The flagged offers that the history lacks, as they may not ask for one new unit; the lowest first.

    Not those that a person dismissed, that were found gone, or that were not flagged any more when read last.
    """
    from monitor.cases import Status

    shown = {(point.marketplace, point.listing_id) for point in points}
    found = [
        (case.finding.unit_price, case)
        for case in cases
        if case.finding.sku == sku and (case.listing.marketplace, case.listing.listing_id) not in shown
        if case.finding.unit_price is not None
        and not (case.status == Status.DISMISSED or case.removed_at or case.clean_at)
    ]
    if not found:
        return []
    found.sort(key=lambda one: (one[0], one[1].id))
    many = f"{len(found)} offers that are" if len(found) > 1 else "1 offer that is"
    lines = [
        f"Left out: {many} flagged as low, but may not be the price of one new unit; see monitor cases show NUMBER:"
    ]
    for amount, case in found[:MOST_LEFT_OUT]:
        seller = clean(who_sells(case.listing.marketplace, case.listing.seller_name, case.listing.seller_id))
        lines.append(f"  case {case.id}: {amount:.2f} {case.finding.currency}, {seller}, {_doubt(case)}")
    more = len(found) - MOST_LEFT_OUT
    return [*lines, f"  and {more} more"] if more > 0 else lines


def _doubt(case: "Case") -> str:
    """Why a price was only suspected: the last part of its sentence."""
    said = next((flag.sentence for flag in case.finding.flags if flag.kind == "low_price"), "")
    return "".join(c if c.isprintable() else " " for c in said.partition("; ")[2].rstrip(".")) or "not sure"


def _row(brand: "Brand", product: "Product", series: "Sequence[PricePoint]") -> tuple[str, ...]:
    prices, last = [point.unit_price for point in series], series[-1]
    floor, first_below, still_below = _below(brand, product, series)
    return (
        clean(who_sells(last.marketplace, last.seller_name, last.seller_id)),
        clean(f"{last.marketplace} {last.territory}"),
        _end(within_site(last.listing_id)),
        str(len(series)),
        f"{series[0].observed_at:%Y-%m-%d}",
        f"{last.observed_at:%Y-%m-%d}",
        f"{min(prices):.2f}",
        f"{max(prices):.2f}",
        f"{last.unit_price:.2f}",
        floor,
        last.currency,
        first_below,
        still_below,
    )


def _below(brand: "Brand", product: "Product", series: "Sequence[PricePoint]") -> tuple[str, str, str]:
    """The floor of an offer's last price, when it was below its floor first, and since when it still is; else empty.

    What counts as below is the rule of `low_price`; a last price that this lets pass is told as such.
    """
    from detectors._policy import Policed, policed
    from detectors.base import read_settings
    from detectors.low_price import LowPrice, LowPriceSettings
    from monitor.products import compare_with_floor, site_of_floor

    if policed(brand, series[0].territory) is Policed.NO:
        return "", "", ""
    rule = read_settings(LowPriceSettings, LowPrice.kind, brand)
    first: PricePoint | None = None
    since: PricePoint | None = None
    floor: Decimal | None = None
    for point in series:
        held = compare_with_floor(
            brand,
            product,
            point.unit_price,
            territory=point.territory,
            channel=point.marketplace,
            currency=point.currency,
            moment=point.observed_at,
            site=site_of_floor(brand, product, point),
        )
        since = (since or point) if rule.is_low(held) else None
        first = first or since
        floor = held.floor_here

    def told(point: "PricePoint | None") -> str:
        return f"{point.observed_at:%Y-%m-%d %H:%M}{EARLIER if point is series[0] else ''}" if point else ""

    passes = TOLERATED if floor is not None and not since and series[-1].unit_price < floor else ""
    return f"{floor:.2f}" if floor is not None else "", told(first), told(since) or passes


def _levels(product: "Product", *, more: bool) -> str:
    named = {"floor": product.floor_price, "list price": product.list_price}
    said = [f"{name} {amount:.2f} {product.currency}" for name, amount in named.items() if amount is not None]
    said += ["other floors in prices.csv"] if more else []
    return f"  ({', '.join(said)})" if said else ""


def _end(listing_id: str) -> str:
    """A listing's id, or how it ends where it is an address."""
    return clean(listing_id if len(listing_id) <= LONGEST_ID else f"…{listing_id[1 - LONGEST_ID :]}")
