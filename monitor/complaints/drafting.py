"""A complaint from confirmed cases: the ground, the rights, what is missing, and the package."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from monitor.brands.territory import meet
from monitor.complaints.base import Channel, Draft, Matter, Purchase
from monitor.complaints.grounds import Ground, grounds_of
from monitor.complaints.grouping import chosen
from monitor.complaints.rights import Register, papers
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.packages import read_attachment, write_package

MOST_VALUE = 20_000


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
    channel.fits(matters)
    _known_cases(matters, test_buys)
    _may_ask(channel, matters, register, {one.case for one in test_buys})
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
    own = (*papers(draft.rights), *filter(None, [draft.complainant.identity]))
    found: dict[str, bytes] = {}
    for path in (*attached, *(register.folder / name for name in dict.fromkeys(own))):
        name, content = read_attachment(path)
        if found.get(f"attachments/{name}", content) != content:
            raise ConfigurationError(f"{path}: another attachment is named {name} too; rename one")
        found[f"attachments/{name}"] = content
    draft = replace(draft, attachments=[name.partition("/")[2] for name in list(found)[: len(attached)]])
    if missing := channel.missing(draft):
        raise WorkFailedError(
            f"the complaint is not complete, and nothing was written; missing or wrong: {'; '.join(missing)}"
        )
    draft = replace(draft, attachments=[name.partition("/")[2] for name in found])
    return {**channel.files(draft), **found, **evidence}


def write(channel: Channel, draft: Draft, files: Mapping[str, bytes], folder: Path) -> tuple[str, str]:
    """Write a package into a new folder; its name and digest."""
    name = f"{channel.name}-{draft.today:%Y%m%d}-{secrets.token_hex(4)}"
    return name, write_package(folder / name, files)


def _known_cases(matters: Sequence[Matter], test_buys: Sequence[Purchase]) -> None:
    cases = {one.case for one in matters}
    for one in test_buys:
        if one.case not in cases:
            raise ConfigurationError(f"--test-buy: case {one.case} is none of the complaint's cases")


def _may_ask(channel: Channel, matters: Sequence[Matter], register: Register, bought: set[int]) -> None:
    """A letter on prices or authority alone is none where the brand may not police prices."""
    limits = " ".join(register.price_policing_forbidden)
    for one in matters:
        if channel.name != "letter" or not limits or grounds_of(one.finding.flags, test_buy=one.case in bought):
            continue
        territory = one.listing.territory
        if not territory or meet(limits, territory):
            raise ConfigurationError(
                f"case {one.case}: no letter on prices or authority alone in {territory or 'a territory not read'}: "
                "rights/register.toml says that price_policing_forbidden holds there"
            )
