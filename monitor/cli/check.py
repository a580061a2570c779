"""`monitor check`: judge listings from a file, without crawling."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.cli._text import plain
from monitor.errors import WorkFailedError

if TYPE_CHECKING:
    from monitor.brands import Brand
    from monitor.cli._photos import LocalPhotos
    from monitor.cli._undated import Stored
    from monitor.inspection import Inspector, Looked
    from monitor.records import Listing
    from monitor.workspace import Workspace

BATCH = 64
SHOWN_CONTRADICTIONS = 3
NAMED, MOST_NAME = 3, 120


@click.command(
    epilog="""\b
Example:
  monitor check listings.jsonl --brand aurelia -o flagged.csv"""
)
@click.argument("listings", type=click.Path(path_type=Path))
@click.option("--brand", "slug", help="Judge against this brand alone (a folder name in brands/); else against all.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The CSV to write; else printed.")
@click.option("--save", is_flag=True, help="Store the observations and their cases in the workspace's database too.")
@workspace_option
def command(listings: Path, slug: str | None, output: Path | None, save: bool, workspace: Path) -> None:
    """Run every detector on the listings of a JSONL, JSON or CSV file (.gz too), without crawling.

    Writes the flagged-listings CSV (on a terminal a text that can be read): one row for each listing and brand with a
    flag; with --save a row is the stored case, with its number, status and all its sightings, and what it would not be
    opened for any more is told. Rows of one listing with different observed_at are its history;
    rows without one were seen when the file was last changed, and say nothing new where they are stored as they are.
    Images that are file paths (relative to the file) are read, addresses are not fetched.
    A bad row is reported with its line, many of one kind together, and the rest still run; the exit code is then 1.
    """
    from detectors.base import wrong_settings
    from monitor.brands.loader import load_brands
    from monitor.cases import COLUMNS
    from monitor.cli._flagged_text import flagged_text
    from monitor.cli._judges import InMemory, Judge, through_store
    from monitor.cli._photos import LocalPhotos
    from monitor.cli._progress import track
    from monitor.cli._unjudged_prices import UnjudgedPrices
    from monitor.crawling.image_files import ImageFiles
    from monitor.crawling.kept_sights import KeptSights
    from monitor.crawling.logo_words import with_logo_words
    from monitor.crawling.photo_prints import with_photo_prints
    from monitor.inspection import Inspector
    from monitor.spreadsheets import write_table
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    brands = load_brands(workspace, only=slug, settings=wrong_settings)
    _tell_contradictions(brands)
    found, bad, remarks = _read(listings, brands, partial(_as_stored, settings) if save else None)
    with_photos = any(listing.images for listing in found)
    if with_photos:
        brands = with_photo_prints(with_logo_words(brands, settings), settings)
    broken: Counter[str] = Counter()
    prices = UnjudgedPrices()
    unread: dict[str, dict[tuple[str, str], None]] = {}
    sights = KeptSights(settings.images)
    inspector = Inspector(brands, report=lambda kind, failure: broken.update([f"{kind}: {failure!r}"]), memories=sights)
    kept = ImageFiles(settings.images) if save else None
    photos = LocalPhotos(listings.parent, words=with_photos and settings.read_words, keep=kept)
    if photos.no_words:
        tell(photos.no_words, err=True)
    keeping: AbstractContextManager[Judge] = nullcontext(InMemory(inspector))
    if save:
        keeping = through_store(inspector, settings, listings)
    with keeping as judge:
        for batch in _looked_at(track(found, label="judged", total=len(found)), inspector, photos):
            for looked in batch:
                prices.add(looked)
                _add_unread(unread, looked)
            judge.judge(batch)
        rows, notes = judge.rows(), list(judge.notes())
    sights.save()
    if output is None and sys.stdout.isatty():
        for line in flagged_text(rows):
            tell(line)
    else:
        write_table(COLUMNS, rows, output or sys.stdout.buffer)
    for says in [
        *(remarks if rows and output is None else ()),
        *prices.lines(),
        *(
            f"{_number(len(photos), 'photo')} not judged: {text} ({_photos_named(list(photos))})"
            for text, photos in sorted(unread.items(), key=lambda one: -len(one[1]))
        ),
        *(f"{n} times a detector failed: {text}" for text, n in broken.most_common()),
        *notes,
    ]:
        tell(says, err=True)
    tell(
        f"{_number(len(found), 'observation')} judged against {_number(len(brands), 'brand')}: "
        f"{len(rows)} flagged{f'; wrote {output}' if output else ''}"
        f"{_kept(len(rows), save=save, written=output is not None)}"
        f"{_and_look(len(remarks))}",
        err=True,
    )
    if bad or broken:
        raise WorkFailedError(
            f"{bad} of {bad + len(found)} rows could not be read, {broken.total()} detector runs failed; see above"
        )


def _kept(cases: int, *, save: bool, written: bool) -> str:
    """What became of the cases, and the command that shows them."""
    if save:
        return f"; {_number(cases, 'case')} kept; see: monitor cases list" if cases else "; no case to keep"
    return "" if written or not cases else "; no case is kept, unless you add --save"


def _and_look(remarks: int) -> str:
    return f"; look at {_number(remarks, 'note')} on the file above" if remarks else ""


def _add_unread(unread: "dict[str, dict[tuple[str, str], None]]", looked: "Looked") -> None:
    """Note the photos that could not be read by why, each with its listing; one that was seen again is one."""
    for photo in filter(attrgetter("problem"), looked.subject.observation.photos):
        unread.setdefault(photo.problem, {})[photo.url, looked.subject.listing.listing_id] = None


def _photos_named(photos: "Sequence[tuple[str, str]]") -> str:
    """Which photos are meant, the first few by their paths, each with its listing."""
    named = ", ".join(f"{plain(path[:MOST_NAME])} of {plain(one[:MOST_NAME])}" for path, one in photos[:NAMED])
    return named + (" and more" if len(photos) > NAMED else "")


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' if count != 1 else ''}"


def _tell_contradictions(brands: Sequence["Brand"]) -> None:
    from monitor.cli._empty_sheets import without_products
    from monitor.products import contradictions

    for says in filter(None, map(without_products, brands)):
        tell(f"warning: {says}", err=True)
    found = list(islice((says for brand in brands for says in contradictions(brand)), SHOWN_CONTRADICTIONS + 1))
    for says in found[:SHOWN_CONTRADICTIONS]:
        tell(f"warning: {says}", err=True)
    if len(found) > SHOWN_CONTRADICTIONS:
        tell("warning: more of the dossier contradicts itself; see all with: monitor doctor", err=True)


def _as_stored(settings: "Workspace", listings: "Sequence[Listing]") -> "list[datetime | None]":
    from monitor.store import open_store

    with open_store(settings) as store:
        return store.last_seen_saying(listings)


def _read(path: Path, brands: Sequence["Brand"], stored: "Stored | None") -> tuple[list["Listing"], int, list[str]]:
    """All readable listings in the order in which they were seen, how many rows were not readable, and notes on the
    file, which are told at once.
    """
    from monitor.cli import _listing_markets, _listings
    from monitor.cli._file_notes import BadRows, FileNotes
    from monitor.cli._undated import dated

    now = datetime.now(UTC)
    notes = FileNotes()
    bad = BadRows(path, notes)
    found: list[Listing] = list(bad.put_aside(_listings.read_listings(path, notes)))
    for says in bad.lines():
        tell(says, err=True)
    found, undated = dated(found, path, now, stored)
    remarks = [
        f"{path}: {says}"
        for says in (
            *undated,
            *notes.says,
            *notes.misnamed(),
            *_listing_markets.other_marketplaces(found, _listing_markets.named_in(brands)),
            _listings.unknown_conditions(found),
            _listings.unknown_territories(found),
            _listings.without_seller_ids(found, notes.headings.get("seller_name", "")),
            *_listing_markets.rows_that_miss(found, brands),
            _listing_markets.shops_alone(found, brands),
            _listings.from_the_future(found, now),
            _listings.cut_descriptions(found),
        )
        if says
    ]
    for says in remarks:
        tell(says, err=True)
    found.sort(key=lambda listing: listing.observed_at or now)
    return found, bad.count, remarks


def _looked_at(
    found: Iterator["Listing"], inspector: "Inspector", photos: "LocalPhotos"
) -> Iterator[Sequence["Looked"]]:
    """The listings in batches, with all judged that needs no history; photos are read and compared in threads."""
    from monitor.records import Observation

    def look(listing: "Listing") -> "Looked":
        assert listing.observed_at is not None
        seen = tuple(photos.read(image) for image in listing.images)
        return inspector.look(Observation(listing=listing, observed_at=listing.observed_at, photos=seen))

    with ThreadPoolExecutor() as pool:
        while batch := list(islice(found, BATCH)):
            yield list(pool.map(look, batch))
