"""The newest capture of a case as a read of its listing: what it does not show any more is not alleged."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monitor.store import Case

READS = ("listing", "changed")
"""What a capture shows that read what stands where the listing was."""
DOUBTFUL = ("goods",)
"""What one shows that read goods of which it is not sure whose they are."""


class Captured(NamedTuple):
    """When it was made, the flags (kind, rule) that it raised again and did not, and whether somebody else sells."""

    at: datetime
    lost: frozenset[tuple[str, str]]
    other_seller: bool
    shown: frozenset[tuple[str, str]] = frozenset()
    """Of those on the brand's own photos: a photo that is back is alleged again."""
    title: str = ""
    """The title that stood there, where it is another than was crawled."""

    def faded(self, before: Mapping[tuple[str, str], datetime]) -> dict[tuple[str, str], datetime]:
        """Since when which flags are not raised any more, where those of `before` were not at the last crawl."""
        return {key: at for key, at in before.items() if key not in self.shown} | dict.fromkeys(self.lost, self.at)

    def retitled(self, lost: Collection[tuple[str, str]]) -> str:
        """Its new title, in words, as the cause for flags of words that are lost by it; empty where it is as it was.

        A price may be lost for other reasons than the title that stands beside it.
        """
        from monitor.cli._text import plain

        if not self.title:
            return ""
        by_words = [key for key in lost if key in self.lost and key[0] == "text_match"]
        which = "text_match " * (len(by_words) < len(lost))
        words = f"{which}not raised again by the title that it had then:" if by_words else "its title then was"
        return f"; {words} {plain(self.title)[:200]!r}"


def captured_since(folder: Path, case: "Case") -> Captured | None:
    """The newest capture in a folder of evidence that was made after a case's listing was last read; None for none."""
    from monitor.complaints.grounds import CARRIES, Ground
    from monitor.evidence.statement import refuted, retitled, shown_again

    photos = {key for key, ground in CARRIES.items() if ground is Ground.COPYRIGHT}
    found = max(_since(folder, case, READS), default=None)
    if found is None:
        return None
    at, package = found
    content = _compared(package)
    lost, other_seller = refuted(content)
    return Captured(at, lost, other_seller, shown_again(content) & photos, retitled(content))


def in_doubt(folder: Path, case: "Case", alleged: Collection[tuple[str, str]]) -> str:
    """What the newest capture says against what is `alleged` (kinds and rules) of a case, in words; empty for nothing.

    It read goods at the very address, and nobody can say that they are the listing's: so it takes nothing away, but
    whoever accuses should look. Those of another seller, or where the address led elsewhere, are not told.
    """
    from monitor.cli._text import plain
    from monitor.evidence.comparison import same_address
    from monitor.evidence.statement import refuted, retitled

    found, read = max(_since(folder, case, DOUBTFUL), default=None), captured_since(folder, case)
    if found is None or (read and read.at > found[0]):
        return ""
    at, package = found
    content = _compared(package)
    lost, other_seller = refuted(content)
    if other_seller or not (off := lost & set(alleged)) or not same_address(case.listing.url, _address(package)):
        return ""
    title = retitled(content) or case.listing.title
    return (
        f"case {case.id}: the capture of {at:%Y-%m-%d %H:%M} UTC shows goods at its very address, and nobody can say "
        f"that they are the listing's: their title is {plain(title)[:200]!r}, and "
        f"{', '.join(sorted(f'{kind} ({rule})' for kind, rule in off))} is NOT raised again there; look at it before "
        "you accuse"
    )


def _since(folder: Path, case: "Case", shows: Collection[str]) -> Iterator[tuple[datetime, Path]]:
    """The captures that show one of some things and were made after a case's listing was last read, with their time."""
    from monitor.cli._evidence_shelf import shelf

    there, last = shelf(folder), max(case.last_seen, case.clean_at or case.last_seen)
    for package in there.named(f"case-{case.id}-capture-"):
        said = there.about(package)
        if said.get("shows") in shows and (package / "crawl" / "comparison.json").is_file():
            at = datetime.fromisoformat(str(said["at"]))
            if at > last:
                yield at, package


def _compared(package: Path) -> bytes:
    return (package / "crawl" / "comparison.json").read_bytes()


def _address(package: Path) -> str:
    """Where a capture's page came from; empty where it cannot be read."""
    try:
        return str(json.loads((package / "capture.json").read_bytes())["address"])
    except (OSError, ValueError, RecursionError, TypeError, KeyError):
        return ""


def sealed_showing(folder: Path, case: "Case", wanted: tuple[str, str]) -> datetime | None:
    """When the newest capture was made that shows the listing, raised a flag (kind, rule) again, and is as sealed."""
    from monitor.cli._sealed_evidence import about, sealed_of
    from monitor.evidence.statement import shown_again

    found = []
    for package, wrong in sealed_of(folder, case.id, kind="capture"):
        said, compared = about(package), package / "crawl" / "comparison.json"
        if wrong or said.get("shows") != READS[0] or not compared.is_file():
            continue
        if wanted in shown_again(compared.read_bytes()):
            found.append(datetime.fromisoformat(str(said["at"])).astimezone(UTC))
    return max(found, default=None)
