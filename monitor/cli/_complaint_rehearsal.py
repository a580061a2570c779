"""`monitor complaint draft --rehearse`: what a channel, or each, would ask for; no complaint is made of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli._lines import tell
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.complaints import Channel, Draft, Matter, Purchase, Register
    from monitor.workspace import Workspace

FOLDER = "rehearsals"
EVERY = "all"


def rehearse(
    settings: "Workspace",
    name: str,
    cases: tuple[int, ...],
    given: Mapping[str, str],
    *,
    ground: str = "",
    right: str = "",
    elsewhere: str = "",
    asked: Iterable["Purchase"] = (),
) -> None:
    """Write a rehearsal of the channel of a name, or of each, from confirmed cases and the test buys asked for.

    Of each channel it takes those values that a person may give there. Raises ConfigurationError where the channel
    refuses the cases, WorkFailedError where some of all do.
    """
    from monitor.cli._complaints import matters, register
    from monitor.cli._judged_today import Today
    from monitor.cli._same_orders import kin_by
    from monitor.cli._test_buys import proven
    from monitor.complaints import channel, channels
    from monitor.store import open_store

    ways = list(channels().values()) if name == EVERY else [channel(name)]
    with open_store(settings) as store:
        found, slug, _ = matters(settings, store, dict.fromkeys(cases), Today(settings, store))
        buys = proven(settings.evidence, asked, kin_by(cache(lambda key: store.case(key).case)))
    rights, owner = register(settings, slug)
    known = [replace(one, lists_sellers=rights.lists_sellers) for one in found]
    refused = []
    for way in ways:
        may = {one.name for one in way.fields if one.is_given} if name == EVERY else set(given)
        values = {field: value for field, value in given.items() if field in may}
        try:
            place, lacks = _written(
                settings, way, known, rights, owner, values, buys, ground=ground, right=right, elsewhere=elsewhere
            )
        except ConfigurationError as failure:
            if name != EVERY:
                raise
            refused.append(way.name)
            tell(f"{way.name}: {failure}", err=True)
            continue
        tell(f"Rehearsal of {way.name}: {place}")
        tell(f"  missing or wrong before it could be drafted: {lacks or 'nothing'}; see REHEARSAL-asks.txt there")
    tell("No complaint was made, and none of it is to be filed.")
    if refused:
        raise WorkFailedError(f"no rehearsal of {', '.join(refused)}; see above")


def _written(
    settings: "Workspace",
    channel: "Channel",
    matters: list["Matter"],
    register: "Register",
    owner: str,
    given: Mapping[str, str],
    buys: Sequence["Purchase"],
    *,
    ground: str,
    right: str,
    elsewhere: str,
) -> tuple[Path, int]:
    """The folder of one rehearsal, and how many things would be missing or wrong."""
    from monitor.complaints import Ground
    from monitor.complaints.drafting import compose, name_of
    from monitor.complaints.rehearsal import ASKS, of_any_site, rehearsal
    from monitor.complaints.sure import must_be_sure
    from monitor.packages import write_package

    way, today = of_any_site(channel), datetime.now(UTC).date()
    draft = compose(
        way, matters, register, brand=owner, today=today, wanted=ground, right=right, values=given, elsewhere=elsewhere,
        test_buys=buys,
    )  # fmt: skip
    draft, wrong = _with_what_goes_along(settings, way, draft, register)
    must_be_sure(draft, way, "", rehearsed=True)
    if draft.ground is Ground.COUNTERFEIT:
        tell(f'{channel.name}: a draft asks besides why the test buy shows a counterfeit: --sure "..."')
    place = settings.path / FOLDER / f"REHEARSAL-{name_of(channel, today)}"
    files = rehearsal(channel, way, draft, wrong)
    write_package(place, files)
    return place, sum(line.startswith(b"- ") for line in files[f"REHEARSAL-{ASKS}"].splitlines())


def _with_what_goes_along(
    settings: "Workspace", way: "Channel", draft: "Draft", register: "Register"
) -> tuple["Draft", list[str]]:
    """The draft with the names of its papers and its sealed evidence, and what is wrong with them."""
    from monitor.cli._complaint_evidence import cited, gather
    from monitor.cli._sealed_evidence import sealed_of
    from monitor.complaints.drafting import with_papers
    from monitor.complaints.rights import ended

    wrong = []
    if way.takes_evidence:
        wrong += ended(register.powers, draft.today)
        sealed = dict(sealed_of(settings.evidence, *(one.case for one in draft.matters)))
        bought = {name for buy in draft.test_buys for name in buy.packages}
        try:
            along = gather(settings.evidence, sealed, cited(draft.matters, draft.ground), draft.ground, bought)
            draft = replace(draft, evidence=along.evidence)
        except (ConfigurationError, WorkFailedError) as failure:
            wrong.append(str(failure))
    try:
        draft, _ = with_papers(way, draft, register)
    except ConfigurationError as failure:
        wrong.append(str(failure))
    return draft, wrong
