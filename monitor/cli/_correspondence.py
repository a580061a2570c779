"""What was really sent to a channel or seller, where a person edited the draft: sealed as it was sent."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.store import Store
    from monitor.store.complaint_rows import Complaint
    from monitor.workspace import Workspace

KIND = "correspondence"


@dataclass(frozen=True, slots=True)
class Sent:
    """The files that were sent, by name."""

    files: Mapping[str, bytes]

    def told(self, words: str) -> str:
        """Words of the history, with the digest of each file."""
        said = (f"sent was {name}, SHA-256 {hashlib.sha256(body).hexdigest()}" for name, body in self.files.items())
        return "; ".join(filter(None, (words, *said)))


def read_sent(paths: Iterable[Path]) -> Sent:
    """The files. Raises ConfigurationError for one that is none to attach."""
    from monitor.packages import read_attachment

    found: dict[str, bytes] = {}
    for path in paths:
        name, content = read_attachment(path)
        if name in found:
            raise ConfigurationError(f"{path}: another file is named {name} too; rename one")
        found[name] = content
    return Sent(found)


def seal_sent(settings: "Workspace", store: "Store", one: "Complaint", sent: Sent, by: str) -> None:
    """Seal what was sent with the evidence of each case. Raises WorkFailedError; the filing stays recorded."""
    from monitor.cli import _known_evidence
    from monitor.cli._stamping import stamp_now
    from monitor.evidence.seal import seal

    if not sent.files:
        return
    files = {f"files/{name}": content for name, content in sent.files.items()}
    note = f"sent as complaint {one.id} through {one.channel}"
    try:
        _known_evidence.must_be_there(settings, store)
        for case in one.cases:
            package = seal(
                settings.evidence, files, case=case, kind=KIND, by=by, at=datetime.now(UTC), note=note,
                facts={"complaint": str(one.id)},
            )  # fmt: skip
            click.echo(f"Sealed what was sent, for case {case}: {package}")
        _known_evidence.remember(settings, store)
    except WorkFailedError as failure:
        raise WorkFailedError(
            f"complaint {one.id} is recorded as submitted, and what was sent is not sealed: {failure}; once that is "
            f"mended: monitor evidence add CASE --kind note FILE"
        ) from failure
    stamp_now(settings)
