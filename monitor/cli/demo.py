"""`monitor demo`: the whole product at work on the built-in marketplace."""

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monitor.bazaar.score import Score
    from monitor.bazaar.world import World
    from monitor.store import Case

FIRST_DAY = date(2026, 3, 2)
SHOWN = 6
WHERE = "CN"
"""Where goods of a page that says no country are said to be offered; the demo's brands have a mark there."""


@click.command(
    epilog="""\b
Examples:
  monitor demo
  monitor demo --seed 7 --days 3
  monitor demo --serve"""
)
@click.option("--seed", type=int, default=1, show_default=True, help="Which invented world; each seed gives another.")
@click.option("--days", type=click.IntRange(1, 6), default=4, show_default=True, help="Simulated days, a crawl each.")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-workspace"),
    show_default=True,
    help="Where the workspace is written; an earlier demo's is replaced.",
)
@click.option("--only", type=click.IntRange(1), help="A smaller world: so many listings of each story.")
@click.option("--serve", is_flag=True, help="Only serve the marketplace, to look at it in a browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to serve on; by default a free one.")
def command(seed: int, days: int, folder: Path, only: int | None, serve: bool, port: int) -> None:
    """Start the built-in marketplace on loopback, crawl it for several simulated days, and show the cases.

    It plants violations of every kind among innocent look-alikes; what was planted is kept apart from what the crawler
    can see, and compared with what was found at the end. Nothing leaves this machine.
    """
    from monitor.bazaar.dossier import write_workspace
    from monitor.bazaar.serving import served
    from monitor.bazaar.site import Site
    from monitor.bazaar.world import World

    world = World(seed, only)
    site = Site(world)
    if serve:
        with served(site, port) as url:
            click.echo(f"{world.name} is open at {url} until Ctrl-C")
            _wait()
        return
    _make_room(folder)
    began = time.monotonic()
    with served(site, port) as url:
        write_workspace(world, folder, FIRST_DAY, url)
        click.echo(
            f"{world.name}, a marketplace of {len(world.offers)} listings and {len(world.merchants)} sellers, "
            f"is open at {url}\nThe brands {', '.join(maker.mark for maker in world.makers)} watch it from {folder}/"
        )
        click.echo("Crawling; the first day reads every listing and photo, and takes a few minutes ...")
        for day in range(days):
            site.day = day
            started = time.monotonic()
            _crawl(folder, url, FIRST_DAY + timedelta(days=day))
            click.echo(f"day {day + 1} of {days} crawled in {time.monotonic() - started:.0f} s")
    cases = _cases(folder)
    _show(cases)
    _show_scores(world, cases, folder)
    _show_next(cases, folder, seed, time.monotonic() - began)


def _wait() -> None:
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        click.echo("closed")


def _make_room(folder: Path) -> None:
    """Remove the workspace of an earlier demo; anything else is left alone."""
    from monitor.bazaar.dossier import MARKER

    if not folder.exists() or not any(folder.iterdir()):
        return
    settings = folder / "monitor.toml"
    if not settings.is_file() or MARKER not in settings.read_text("utf-8", "replace"):
        raise ConfigurationError(f"{folder}: is there and not a demo's; name another folder with --dir")
    shutil.rmtree(folder)


def _crawl(folder: Path, url: str, day: date) -> None:
    """One crawl of the whole marketplace in a process of its own, as `monitor crawl` would start it."""
    seen = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    log = folder / f"crawl-{day}.log"
    environment = os.environ | {
        "MONITOR_WORKSPACE": str(folder.resolve()),
        "SCRAPY_SETTINGS_MODULE": "monitor.settings",
    }
    environment.pop("MONITOR_DATABASE", None)
    arguments = ["-a", f"url={url}", "-s", f"OBSERVED_AT={seen.isoformat()}", "-s", "TARGET=marketplace"]
    with log.open("wb") as output:
        command_line = [sys.executable, "-m", "scrapy", "crawl", "shop", *arguments]
        done = subprocess.run(command_line, stdout=output, stderr=output, env=environment, check=False)
    if done.returncode:
        tail = "\n".join(log.read_text("utf-8", "replace").splitlines()[-8:])
        raise WorkFailedError(f"the crawl of {day} failed (exit {done.returncode}); the end of {log}:\n{tail}")


def _cases(folder: Path) -> "list[Case]":
    from monitor.cases import COLUMNS
    from monitor.cli._case_rows import case_row
    from monitor.spreadsheets import write_table
    from monitor.store import CaseFilter, Store

    with Store(f"sqlite:///{folder.resolve() / 'monitor.db'}") as store:
        cases = store.cases(CaseFilter())
    rows = [case_row(case) for case in cases]
    write_table(COLUMNS, rows, folder / "cases.csv")
    write_table(COLUMNS, rows, Path("cases.csv"))
    return cases


def _show(cases: "list[Case]") -> None:
    """The most severe cases, one of each set of flags, with their reasons."""
    from monitor.cli._text import plain

    click.echo(f"\n{len(cases)} candidate cases. Some of the most severe:")
    seen: set[tuple[str, ...]] = set()
    for case in cases:
        kinds = tuple(sorted({flag.kind for flag in case.finding.flags}))
        if kinds in seen:
            continue
        seen.add(kinds)
        click.echo(
            f"\n  case {case.id}  severity {case.severity}  {case.finding.brand}  {plain(case.listing.title)[:78]}"
        )
        for flag in case.finding.flags[:3]:
            click.echo(f"    {flag.kind}: {plain(flag.sentence)}")
        if len(seen) == SHOWN:
            return


def _show_scores(world: "World", cases: "list[Case]", folder: Path) -> None:
    """Planted and found, flag by flag, and the differences in a file beside the workspace's."""
    from detectors.base import discover
    from monitor.bazaar.score import score

    found: dict[int, frozenset[tuple[str, str]]] = {}
    for case in cases:
        number = int(case.listing.url.rsplit("/", 1)[-1])
        flags = frozenset((case.finding.brand, flag.kind) for flag in case.finding.flags)
        found[number] = found.get(number, frozenset()) | flags
    scores = score(world.truth, found, [detector.kind for detector in discover()])
    click.echo("\nflag                   planted  found  right  precision  recall")
    for one in scores:
        click.echo(_score_line(one))
    with folder.joinpath("differences.txt").open("w", encoding="utf-8") as file:
        for number, deserved in world.truth.items():
            plan = world.by_number[number].plan
            for slug, kind in sorted(deserved ^ found.get(number, frozenset())):
                what = "missed" if (slug, kind) in deserved else "wrong "
                shape = world.by_number[number].shape
                file.write(f"{what} {kind:<20} {slug:<10} {number} {shape:<10} {plan.story} | {plan.title!r}\n")


def _score_line(one: "Score") -> str:
    return f"{one.kind:<22} {one.planted:>7}  {one.found:>5}  {one.right:>5}  {one.precision:>9.3f}  {one.recall:>6.3f}"


def _show_next(cases: "list[Case]", folder: Path, seed: int, seconds: float) -> None:
    from monitor.cli._columns import aligned

    first, called = cases[0].id if cases else 1, _called()
    click.echo(f"\nDone in {seconds:.0f} s. Wrote cases.csv. What to look at next:")
    for line in aligned(
        ("", f"{called} cases show {first} --workspace {folder}", "one case with all its evidence"),
        [
            ("", f"{called} cases list --workspace {folder}", "the review queue"),
            ("", f"{called} demo --serve --seed {seed}", "the marketplace in your browser"),
            ("", f"{folder}/differences.txt", "where found and planted differ"),
        ],
    ):
        click.echo(line)
    for line in _to_complain(cases, folder, called):
        click.echo(line)


def _to_complain(cases: "list[Case]", folder: Path, called: str) -> "Iterator[str]":
    """The commands that draft complaints in the demo, for a case that carries one, and rehearse each channel."""
    from monitor.brands.loader import load_brand
    from monitor.brands.territory import places
    from monitor.complaints import Ground, read_register
    from monitor.complaints.grounds import grounds_of
    from monitor.complaints.offices import counting

    found = None
    for case in cases:
        if Ground.TRADEMARK not in grounds_of(case.finding.flags):
            continue
        brand = folder / "brands" / case.finding.brand
        rights = read_register(load_brand(brand), brand).relied_on(Ground.TRADEMARK)
        where = places(case.listing.territory) or {WHERE}
        if len(where) == 1 and counting(rights, where):
            found = case.id, "" if case.listing.territory else f" --set country={WHERE}"
            break
    if found is None:
        return
    key, country = found
    then = f"--workspace {folder}"
    yield "\nTo try complaints, of which none leaves this machine:"
    yield f'  {called} cases decide {key} confirmed --why "looked at" {then}'
    yield f"  {called} complaint draft letter {key} --set pdf=no{country} {then}"
    yield f'  {called} complaint draft third_party {key} --set service="Example Ltd"{country} {then}'
    yield "What each channel would make of it and ask for besides, marked as a rehearsal:"
    yield f"  {called} complaint draft --rehearse all {key}{country} {then}"


def _called() -> str:
    """How this command is called from here: `make demo` runs it before anybody has activated its environment."""
    own, found = Path(sys.executable).with_name("monitor"), shutil.which("monitor")
    if not own.is_file():
        return f"{sys.executable} -m monitor"
    return "monitor" if found and own.samefile(found) else os.path.relpath(own)
