"""`monitor sellers`: who is behind the offers, and who may sell."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from monitor.cli._groups import Group
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option

F = TypeVar("F", bound=Callable[..., Any])


def _filters(command: F) -> F:
    for option in (
        click.option("--marketplace", default="", help="Only sellers of this marketplace (for a shop, its host name)."),
        click.option(
            "--brand",
            default="",
            help="Only sellers with a case of this brand (a folder name in brands/), and only its cases.",
        ),
    ):
        command = option(command)
    return command


def _decision(command: F) -> F:
    for option in (
        click.option("--by", default="", help="Who decides; by default $MONITOR_USER, else the user of this machine."),
        click.option("--new-marketplace", is_flag=True, help="It is no slip, though its name is near another."),
        click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; without it, no end."),
        click.option("--skus", default=None, help='Only these products, joined by |; "" for all.'),
        click.option("--territory", default=None, help='Only these countries, such as DE AT; "" for all.'),
        click.option("--legal-entity", default=None, help="The company."),
        click.option("--name", default="", help="The name that the seller shows; by default the one that was seen."),
        click.option("--brand", required=True, help="The brand (a folder name in brands/)."),
    ):
        command = option(command)
    return command


@click.group(
    cls=Group,
    epilog="""\b
Examples:
  monitor sellers list --brand aurelia
  monitor sellers show shop.example s-1041
  monitor sellers authorize shop.example s-1041 --brand aurelia \\
      --territory "DE AT" --until 2027-12-31
  monitor sellers export -o sellers.csv""",
)
def command() -> None:
    """Sellers: what is known of each, which belong together, and who may sell."""


@command.command(
    "list",
    epilog="""\b
Example:
  monitor sellers list --marketplace shop.example --limit 20""",
)
@_filters
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="At most so many; 0 for all.")
@workspace_option
def list_(brand: str, marketplace: str, limit: int, workspace: Path) -> None:
    """The sellers, riskiest first."""
    from monitor.cli._columns import aligned, table
    from monitor.cli._known_names import check_brand, check_marketplace
    from monitor.cli._no_seller import of_nobody
    from monitor.cli._sellers import HEAD, MAY_BE_EMPTY, NARROW, cells, gather

    found = gather(workspace, brand, marketplace)
    rows = [cells(seller) for seller in found[: limit or None]]
    unnamed = list(of_nobody(workspace, brand, marketplace))
    if not rows and not unnamed and (brand or marketplace):
        check_brand(workspace, brand)
        check_marketplace(marketplace, (one.profile.account.marketplace for one in gather(workspace)))
    if not rows:
        click.echo("No seller matches." if brand or marketplace else "No seller yet; crawl first, with: monitor crawl")
    elif sys.stdout.isatty():
        kept = [place for place, name in enumerate(HEAD) if name not in MAY_BE_EMPTY or any(row[place] for row in rows)]
        table([HEAD[place] for place in kept], [[row[place] for place in kept] for row in rows], narrow=NARROW)
    else:
        for line in aligned(HEAD, rows):
            click.echo(line)
    if len(rows) < len(found):
        click.echo(f"{len(rows)} of {len(found)} sellers; see more with --limit 0", err=True)
    for says in unnamed:
        tell(says, err=True)


@command.command(
    epilog="""\b
Example:
  monitor sellers show shop.example s-1041"""
)
@click.argument("marketplace")
@click.argument("seller")
@workspace_option
def show(marketplace: str, seller: str, workspace: Path) -> None:
    """All that is known of a seller: risk with its parts, facts, cases, and who belongs together with it.

    SELLER is the id, or what its path ends with; for a seller without one, the name.
    """
    from monitor.cli._seller_hints import but_for_case, is_meant
    from monitor.cli._sellers import describe, gather
    from monitor.errors import ConfigurationError
    from monitor.store.sellers import account

    wanted = account(marketplace, seller), account(marketplace, seller, by_name=True)
    everyone = gather(workspace)
    found = [one for one in everyone if one.profile.account in wanted or is_meant(wanted[0], one.profile.account)]
    if not found:
        alike = but_for_case(everyone, wanted[0])
        raise ConfigurationError(f"no seller {seller!r} was seen on {marketplace!r}{alike}; see: monitor sellers list")
    for one in found:
        for line in describe(one):
            tell(line)


@command.command(
    epilog="""\b
Example:
  monitor sellers export --brand aurelia -o sellers.csv"""
)
@_filters
@click.option("--contacts", is_flag=True, help="Write out e-mail addresses, phones, addresses and accounts of people.")
@click.option("--all", "all_", is_flag=True, help="Also sellers without a case.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The CSV to write; else printed.")
@workspace_option
def export(brand: str, marketplace: str, contacts: bool, all_: bool, output: Path | None, workspace: Path) -> None:
    """One CSV row a seller with a case, riskiest first, with the parts of its risk and what it shares with others.

    With --brand, risk, cases and standing are those of that brand alone. The file is readable by you alone; of a
    contact it says the kind, with --contacts also the contact.
    """
    from monitor.cli._sellers import COLUMNS, gather, record
    from monitor.spreadsheets import write_table

    found = [one for one in gather(workspace, brand, marketplace) if all_ or one.profile.offences]
    rows = (record(seller, contacts=contacts) for seller in found)
    write_table(COLUMNS, rows, output or sys.stdout.buffer, private=True)
    if output:
        click.echo(f"Wrote {len(found)} seller{'s' if len(found) != 1 else ''} to {output}", err=True)


@command.command(
    epilog="""\b
Example:
  monitor sellers authorize shop.example s-1041 --brand aurelia \\
      --name "Watch House" --territory DE"""
)
@click.argument("marketplace")
@click.argument("seller_id")
@_decision
@workspace_option
def authorize(marketplace: str, seller_id: str, workspace: Path, **more: Any) -> None:
    """Write into the brand's sellers.csv that the account may sell, from today on; who and when are kept.

    A renewal keeps the territory, products and company of the account's row before that you do not name, and says so.
    """
    _decide("authorized", marketplace, seller_id, workspace, more)


@command.command(
    epilog="""\b
Example:
  monitor sellers deny shop.example s-666 --brand aurelia"""
)
@click.argument("marketplace")
@click.argument("seller_id")
@_decision
@workspace_option
def deny(marketplace: str, seller_id: str, workspace: Path, **more: Any) -> None:
    """Write into the brand's sellers.csv that the account may not sell, from today on; who and when are kept."""
    _decide("denied", marketplace, seller_id, workspace, more)


@command.command(
    epilog="""\b
Example:
  monitor sellers split shop.example s-1 other.example s-9 \\
      --why "the phone is that of their parcel service" """
)
@click.argument("marketplace")
@click.argument("seller_id")
@click.argument("other_marketplace")
@click.argument("other_seller_id")
@click.option("--why", required=True, help="The reason, which is kept.")
@click.option("--by", default="", help="Who decides; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def split(
    marketplace: str, seller_id: str, other_marketplace: str, other_seller_id: str, why: str, by: str, workspace: Path
) -> None:
    """Say that two accounts do not belong together, whatever they share now or later."""
    from monitor.cli._known_names import unknown_marketplace
    from monitor.cli._seller_hints import but_for_case
    from monitor.cli._sellers import gather
    from monitor.errors import ConfigurationError
    from monitor.sellers import Split
    from monitor.store.sellers import account, add_split
    from monitor.workspace import load_workspace

    pair = account(marketplace, seller_id), account(other_marketplace, other_seller_id)
    if pair[0] == pair[1]:
        raise ConfigurationError(f"{pair[0]} is named twice; name two accounts")
    person = _person(by)
    add_split(load_workspace(workspace).path, Split(*pair), person, _now(), why)
    click.echo(f"{pair[0]} and {pair[1]} are kept apart, by {person}.")
    everyone = gather(workspace)
    places = {seller.profile.account.marketplace for seller in everyone}
    for one in pair:
        if unknown := unknown_marketplace(one.marketplace, places):
            click.echo(f"Note: {one} was not seen yet, as {unknown}", err=True)
        elif all(seller.profile.account != one for seller in everyone):
            click.echo(f"Note: {one} was not seen yet{but_for_case(everyone, one)}", err=True)


def _decide(status: str, marketplace: str, seller_id: str, workspace: Path, more: dict[str, Any]) -> None:
    from monitor.brands.ids import placed
    from monitor.brands.loader import load_brand
    from monitor.cli._listing_markets import named_in
    from monitor.cli._seller_hints import hints, must_be_meant, renewed, seen_name
    from monitor.errors import ConfigurationError
    from monitor.store.sellers import decide
    from monitor.workspace import load_workspace

    if not seller_id.strip():
        raise ConfigurationError("the seller id is empty; a seller is known by marketplace and id, never by name alone")
    brands = load_workspace(workspace).path / "brands"
    folder = brands / more["brand"]
    if more["brand"] in ("", ".", "..") or folder.parent != brands or not (folder / "brand.toml").is_file():
        raise ConfigurationError(f"there is no brand {more['brand']!r} in {brands}; name a folder of it")
    person, brand = _person(more["by"]), load_brand(folder)
    if not more["new_marketplace"]:
        must_be_meant(workspace, marketplace, named_in([brand]))
    cells = {
        "marketplace": placed(marketplace),
        "seller_id": seller_id.strip(),
        "status": status,
        **{name: more[name] for name in ("legal_entity", "territory", "skus") if more[name] is not None},
        "valid_until": f"{more['until']:%Y-%m-%d}" if more["until"] else "",
        "decided_by": person,
        "decided_at": datetime.now(UTC).isoformat(timespec="microseconds"),
    }
    if name := more["name"] or seen_name(workspace, marketplace, seller_id):
        cells["seller_name"] = name
    today = datetime.now(UTC).date()
    before = decide(folder / "sellers.csv", cells, today, {product.sku for product in brand.products})
    tell(f"{seller_id} on {marketplace or 'every marketplace'}: {status} for {more['brand']}, by {person}.")
    for hint in renewed(before):
        tell(f"Note: {hint}", err=True)
    for hint in hints(workspace, marketplace, seller_id, more["name"], more["brand"]):
        tell(f"Note: {hint}", err=True)


def _person(named: str) -> str:
    from monitor.cli.cases import _user
    from monitor.records.parse import clean_text

    person = clean_text(named or _user(), 200)
    if not person:
        raise click.UsageError("nobody is named; say who decides with --by")
    return person


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
