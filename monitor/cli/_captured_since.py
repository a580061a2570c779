"""The newest capture of a case as a read of its listing: what it does not show any more is not alleged."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monitor.store import Case

READS = ("listing", "changed")
"""What a capture shows that read what stands where the listing was."""


class Captured(NamedTuple):
    """When it was made, the flags (kind, rule) that it raised again and did not, and whether somebody else sells."""

    at: datetime
    lost: frozenset[tuple[str, str]]
    other_seller: bool
    shown: frozenset[tuple[str, str]] = frozenset()
    """Of those on the brand's own photos: a photo that is back is alleged again."""

    def faded(self, before: Mapping[tuple[str, str], datetime]) -> dict[tuple[str, str], datetime]:
        """Since when which flags are not raised any more, where those of `before` were not at the last crawl."""
        return {key: at for key, at in before.items() if key not in self.shown} | dict.fromkeys(self.lost, self.at)


def captured_since(folder: Path, case: "Case") -> Captured | None:
    """The newest capture in a folder of evidence that was made after a case's listing was last read; None for none."""
    from monitor.cli._evidence_shelf import shelf
    from monitor.complaints.grounds import CARRIES, Ground
    from monitor.evidence.statement import refuted, shown_again

    photos = {key for key, ground in CARRIES.items() if ground is Ground.COPYRIGHT}
    there, newest = shelf(folder), None
    for package in there.named(f"case-{case.id}-capture-"):
        said, compared = there.about(package), package / "crawl" / "comparison.json"
        if said.get("shows") not in READS or not compared.is_file():
            continue
        at = datetime.fromisoformat(str(said["at"]))
        if at > (newest.at if newest else max(case.last_seen, case.clean_at or case.last_seen)):
            content = compared.read_bytes()
            newest = Captured(at, *refuted(content), shown_again(content) & photos)
    return newest


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
