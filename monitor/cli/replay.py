"""`monitor replay`: what the detectors, as they are now, say of what was seen."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.cli._differences import Differences


@click.command(
    epilog="""\b
Examples:
  monitor replay
  monitor replay --brand aurelia --since 2026-05-01"""
)
@click.option("--brand", "slug", default="", help="Judge for this brand alone, also where it was not judged for then.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%SZ"]),
    help="Only what was seen since this day or time, in UTC.",
)
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="Listings shown; 0 for all.")
@workspace_option
def command(slug: str, since: datetime | None, limit: int, workspace: Path) -> None:
    """Re-run the detectors over the stored observations, and show which flags appear (+) and vanish (-).

    Changes nothing. After a change of a rule, a setting, the catalogue or the seller list it shows what the change
    does; without one, the flags are exactly those that the crawls gave.
    """
    from detectors.base import wrong_settings
    from monitor.brands.loader import load_brands
    from monitor.cli._replaying import Replay
    from monitor.crawling.logo_words import with_logo_words
    from monitor.crawling.photo_prints import with_photo_prints
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    prepared = with_photo_prints(with_logo_words(load_brands(workspace, settings=wrong_settings), settings), settings)
    brands = {brand.slug: brand for brand in prepared}
    if slug and slug not in brands:
        raise ConfigurationError(f"{workspace / 'brands'}: no brand {slug!r}; known are: {', '.join(brands)}")
    moment = since.replace(tzinfo=UTC) if since else None
    with open_store(settings) as store:
        replay = Replay(store, brands, settings.images, only=slug, since=moment)
        differences = replay.run()
    _show(differences, limit)
    for what, count in replay.failures.most_common():
        tell(f"{count} × {what}", err=True)
    tell(
        f"{differences.observations} observations, {differences.same} flags as before, "
        f"{differences.appear} appear, {differences.vanish} vanish"
    )
    if replay.failures:
        raise WorkFailedError("not everything could be judged, so flags are missing; see above")


def _show(differences: "Differences", limit: int) -> None:
    """Each listing with a difference, and how many observations show it."""
    from monitor.cli._text import plain

    shown = list(differences.by_listing.values())
    for one in shown[: limit or None]:
        case = f"case {one.case}" if one.case else "no case"
        tell(f"{case}  {one.brand}  {plain(one.listing.marketplace)}  {plain(one.listing.title)[:100]}")
        for line in one.lines():
            tell(f"  {plain(line)}")
    if limit and len(shown) > limit:
        tell(f"... and {len(shown) - limit} more listings; see them with --limit 0")
