"""The newest capture of a case as a read of its listing: what it does not show any more is not alleged."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from monitor.store import Case

READS = ("listing", "changed")
"""What a capture shows that read what stands where the listing was."""


class Captured(NamedTuple):
    """When it was made, the flags that it did not raise again (kind, rule), and whether somebody else sells there."""

    at: datetime
    lost: frozenset[tuple[str, str]]
    other_seller: bool


def captured_since(folder: Path, case: "Case") -> Captured | None:
    """The newest capture in a folder of evidence that was made after a case's listing was last read; None for none."""
    from monitor.cli._sealed_evidence import about
    from monitor.evidence.seal import PACKAGES
    from monitor.evidence.statement import refuted

    newest = None
    for package in (folder / PACKAGES).glob(f"case-{case.id}-capture-*"):
        said, compared = about(package), package / "crawl" / "comparison.json"
        if said.get("shows") not in READS or not compared.is_file():
            continue
        at = datetime.fromisoformat(str(said["at"]))
        if at > (newest.at if newest else max(case.last_seen, case.clean_at or case.last_seen)):
            newest = Captured(at, *refuted(compared.read_bytes()))
    return newest
