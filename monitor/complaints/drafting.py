"""A complaint from confirmed cases: the ground, the rights, what is missing, and the package."""

import secrets
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from monitor.complaints.base import Channel, Draft, Matter, Purchase
from monitor.complaints.grounds import Ground
from monitor.complaints.grouping import chosen
from monitor.complaints.refusals import admit
from monitor.complaints.rights import Register, ended, papers
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.packages import read_attachment, unfinished, write_package

MOST_VALUE = 20_000
POWER = "power_of_attorney"
LEFT_BEHIND = 3600


def compose(
    channel: Channel,
    matters: Sequence[Matter],
    register: Register,
    *,
    brand: str,
    today: date,
    wanted: str = "",
    right: str = "",
    values: Mapping[str, str] | None = None,
    test_buys: Sequence[Purchase] = (),
) -> Draft:
    """The draft, without its attachments. Raises ConfigurationError where the channel refuses the cases."""
    admit(channel, matters, register, test_buys)
    ground = channel.choose(matters, wanted, test_buys)
    given = dict(values or {})
    known = {one.name for one in channel.fields}
    for name, value in given.items():
        if name not in known:
            raise ConfigurationError(
                f"--set {name}: {channel.name} has no such field; it has: {', '.join(sorted(known))}"
            )
        if len(value) > MOST_VALUE:
            raise ConfigurationError(f"--set {name}: is {len(value)} characters long; {MOST_VALUE} are the most")
    return Draft(
        matters=matters,
        ground=ground,
        rights=chosen(channel, register.relied_on(ground), matters, ground, right),
        complainant=register.complainant,
        brand=brand,
        today=today,
        values=given,
        test_buys=test_buys if ground is Ground.COUNTERFEIT else (),
    )


def files(
    channel: Channel, draft: Draft, register: Register, attached: Sequence[Path], evidence: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of the package of a complete draft by name; `evidence` are those of its sealed evidence.

    Raises WorkFailedError that lists all that is missing.
    """
    powers = [one for one in register.rights if one.kind == POWER] if channel.takes_evidence else []
    identity = draft.complainant.identity if channel.takes_evidence else ""  # the other side is shown neither
    own = (*papers((*draft.rights, *powers)), *filter(None, [identity]))
    found: dict[str, bytes] = {}
    for path in (*attached, *(register.folder / name for name in dict.fromkeys(own))):
        name, content = read_attachment(path)
        if found.get(f"attachments/{name}", content) != content:
            raise ConfigurationError(f"{path}: another attachment is named {name} too; rename one")
        found[f"attachments/{name}"] = content
    draft = replace(draft, attachments=[name.partition("/")[2] for name in list(found)[: len(attached)]])
    if missing := [*channel.missing(draft), *ended(powers, draft.today)]:
        raise WorkFailedError(
            f"the complaint is not complete, and nothing was written; missing or wrong: {'; '.join(missing)}"
        )
    draft = replace(draft, attachments=[name.partition("/")[2] for name in found])
    return {**channel.files(draft), **found, **evidence}


def write(channel: Channel, draft: Draft, files: Mapping[str, bytes], folder: Path) -> tuple[str, str]:
    """Write a package into a new folder; its name and digest. What a killed draft began an hour ago is cleared away."""
    for beginning in unfinished(folder):
        with suppress(OSError):  # another process clears it too, or still writes it
            if time.time() - beginning.stat().st_mtime > LEFT_BEHIND:
                shutil.rmtree(beginning)
    name = f"{channel.name}-{draft.today:%Y%m%d}-{secrets.token_hex(4)}"
    return name, write_package(folder / name, files)
