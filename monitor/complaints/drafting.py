"""A complaint from confirmed cases: the ground, the rights, what is missing, and what goes along."""

import secrets
import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from monitor.complaints.base import Channel, Draft
from monitor.complaints.grounds import Ground
from monitor.complaints.grouping import chosen, unnamed
from monitor.complaints.matter import Matter
from monitor.complaints.parties import authorised
from monitor.complaints.purchases import Purchase
from monitor.complaints.refusals import admit
from monitor.complaints.rights import Register, Right, ended, named
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.packages import read_attachment, unfinished

IDENTITY = "identity"
MOST_VALUE = 20_000
LEFT_BEHIND = 3600
REGISTER = "rights/register.toml"


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
    elsewhere: str = "",
) -> Draft:
    """The draft, without its attachments. Raises ConfigurationError where the channel refuses the cases."""
    given = dict(values or {})
    admit(channel, matters, register, test_buys, given, elsewhere)
    ground = channel.choose(matters, wanted, test_buys)
    known = {one.name: one for one in channel.fields}
    for name, value in given.items():
        if name not in known or not known[name].is_given:
            why = f"is taken from: {known[name].source}" if name in known else f"{channel.name} has no such field"
            may = ", ".join(sorted(one.name for one in channel.fields if one.is_given))
            raise ConfigurationError(f"--set {name}: {why}; a person says: {may}")
        if len(value) > MOST_VALUE:
            raise ConfigurationError(f"--set {name}: is {len(value)} characters long; {MOST_VALUE} are the most")
    known_rights = register.relied_on(ground)
    relied_on = chosen(channel, known_rights, matters, ground, right, given)
    return Draft(
        matters=matters,
        ground=ground,
        rights=relied_on,
        idle={
            one.case: idle
            for one in matters
            if not right and (idle := [own for own in named(known_rights, one, ground) if own not in relied_on])
        },
        unnamed={one.case: others for one in matters if (others := unnamed(channel, known_rights, one, ground, given))},
        powers=register.powers,
        complainant=register.complainant,
        brand=brand,
        today=today,
        values=given,
        authorized=authorised(register.sellers, today),
        elsewhere=elsewhere,
        test_buys=test_buys if ground is Ground.COUNTERFEIT else (),
    )


def complete(
    channel: Channel, draft: Draft, register: Register, attached: Sequence[Path]
) -> tuple[Draft, dict[str, bytes]]:
    """The draft with the names of all that goes along, and those files by name.

    Raises WorkFailedError that lists all that is missing.
    """
    draft, found = with_papers(channel, draft, register, attached)
    if missing := [*channel.missing(draft), *ended(_powers(channel, register), draft.today)]:
        said = "; ".join(missing)
        raise WorkFailedError(
            f"the complaint is not complete, and nothing was written; missing or wrong: {said}{_where(said, register)}"
        )
    return draft, found


def _where(said: str, register: Register) -> str:
    """The path of the register and what shows how one is written, where that is spoken of."""
    if REGISTER not in said:
        return ""
    return f"; the register is {register.folder / REGISTER}, written as docs/howto/name-your-rights.md shows"


def with_papers(
    channel: Channel, draft: Draft, register: Register, attached: Sequence[Path] = ()
) -> tuple[Draft, dict[str, bytes]]:
    """The draft with the names of its attachments and papers, and those files by name.

    Raises ConfigurationError for one that cannot go along.
    """
    identity = draft.complainant.identity if channel.takes_evidence else ""  # the other side is shown no such paper
    own = {one.file: one.kind for one in (*_powers(channel, register), *draft.rights) if one.file} | (
        {identity: IDENTITY} if identity else {}
    )
    found: dict[str, bytes] = {}
    attachments = _read(attached, found)
    kinds = [(_read([register.folder / name], found)[0], kind) for name, kind in own.items()]
    return replace(draft, attachments=attachments, papers=dict(kinds)), found


def _powers(channel: Channel, register: Register) -> Sequence[Right]:
    return register.powers if channel.takes_evidence else ()


def _read(paths: Sequence[Path], found: dict[str, bytes]) -> list[str]:
    """Read files to go along into `found`; their names. Raises ConfigurationError."""
    names = []
    for path in paths:
        name, content = read_attachment(path)
        if found.get(f"attachments/{name}", content) != content:
            raise ConfigurationError(f"{path}: another attachment is named {name} too; rename one")
        found[f"attachments/{name}"] = content
        names.append(name)
    return list(dict.fromkeys(names))


def name_of(channel: Channel, day: date) -> str:
    """A new package's name."""
    return f"{channel.name}-{day:%Y%m%d}-{secrets.token_hex(4)}"


def clear(folder: Path) -> None:
    """Clear away what a killed draft began an hour ago."""
    for beginning in unfinished(folder):
        with suppress(OSError):  # another process clears it too, or still writes it
            if time.time() - beginning.stat().st_mtime > LEFT_BEHIND:
                shutil.rmtree(beginning)
