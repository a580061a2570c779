"""`monitor complaint draft`: from confirmed cases to packages, all of them or none."""

import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from monitor.cli._complaint_evidence import Along, Behind, behind, cited, gather
from monitor.cli._complaint_rehearsal import rehearse as write
from monitor.cli._complaints import FOLDER, NUMBER, bought, by_option, pair, person, unsure_about
from monitor.cli._complaints import matters as matters_of
from monitor.cli._complaints import register as register_of
from monitor.cli._draft_warnings import kept, warnings_of
from monitor.cli._judged_today import Today, by_leave_of
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.cli._reasons import reason
from monitor.cli._same_orders import kin_by, naming
from monitor.cli._sealed_evidence import sealed_of
from monitor.cli._sealed_words import quoted
from monitor.cli._test_buys import proven

if TYPE_CHECKING:
    from monitor.complaints import Channel, Draft
    from monitor.workspace import Workspace


REHEARSED = "--ground, --right, --test-buy, --set and --country-why"
MOST_CASES = 10
"""So many cases are named of which the same is told."""
MOST_TOLD = 5
"""So many packages that stay here are named."""


@click.command(
    epilog="""\b
Examples:
  monitor complaint draft third_party 17 18 --set service="Example Ltd" \\
      --attach parcel.jpg
  monitor complaint draft alibaba_ipp 19 20 21 --split \\
      --set complaint_reason="Mark misuse\""""
)
@click.argument("channel")
@click.argument("cases", nargs=-1, type=NUMBER, required=True, metavar="CASE...")
@click.option("--ground", default="", type=click.Choice(["", "trademark", "copyright", "counterfeit"]))
@click.option("--right", default="", help="The one right to rely on, by name or registration.")
@click.option("--set", "given", multiple=True, metavar="FIELD=TEXT", help="A field's value; see: complaint channels.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), help="A file to go along.")
@click.option(
    "--test-buy",
    multiple=True,
    metavar="CASE:ORDER",
    help="A test purchase of a case, sealed before with what differs from the genuine goods.",
)
@click.option(
    "--sure",
    default="",
    help="Why it is a counterfeit, in your words, where a test buy or what you --set says so; with --ground trademark "
    "why a word for a copy is said of the goods; or why a letter asks for money; it is kept.",
)
@click.option(
    "--country-why",
    default="",
    help="Why you --set another country than the listing's site or page says, in your words; it is kept.",
)
@click.option(
    "--split", is_flag=True, help="As many complaints as the channel needs: by site, right, ground, order, limit."
)
@click.option(
    "--evidence/--no-evidence",
    default=None,
    help="Whether sealed evidence goes along. By default it does, except with a letter.",
)
@click.option(
    "--internal", is_flag=True, help="Let what is ours alone go along too: notes, floors, flags on prices and sellers."
)
@click.option(
    "--rehearse",
    is_flag=True,
    help="Only show what the CHANNEL, or all, would ask for; of cases on any site, and nothing is kept.",
)
@by_option
@workspace_option
def draft(
    channel: str,
    cases: tuple[int, ...],
    ground: str,
    right: str,
    given: tuple[str, ...],
    attach: tuple[Path, ...],
    test_buy: tuple[str, ...],
    sure: str,
    country_why: str,
    split: bool,
    evidence: bool | None,
    internal: bool,
    rehearse: bool,
    by: str,
    workspace: Path,
) -> None:
    """Make complete packages from confirmed cases, or say what is missing and make none."""
    from monitor.complaints import channel as named
    from monitor.complaints.drafting import complete, compose
    from monitor.complaints.grouping import split as lots_of
    from monitor.complaints.refusals import admit
    from monitor.complaints.sure import MOST_SURE, must_be_sure
    from monitor.records.parse import clean_text
    from monitor.store import open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    values, elsewhere = dict(pair(text) for text in given), reason("--country-why", country_why, MOST_SURE)
    if rehearse:
        _must_be_alone(attach, sure, split, evidence is not None, internal)
        write(settings, channel, cases, values, ground=ground, right=clean_text(right), elsewhere=elsewhere,
              asked=[bought(text) for text in test_buy])  # fmt: skip
        return
    way, who, word = named(channel), person(by), reason("--sure", sure, MOST_SURE)
    if internal and not way.takes_evidence:
        raise click.UsageError(
            f"--internal: what is ours alone goes to no seller, and {channel} goes to one; --evidence lets captures "
            "go along"
        )
    asked = [bought(text) for text in test_buy]
    with open_store(settings) as store:
        found, slug, of_cases = matters_of(settings, store, dict.fromkeys(cases), judged := Today(settings, store))
        buys = proven(settings.evidence, asked, kin_by(cache(lambda key: store.case(key).case)))
        by_leave = by_leave_of(store, judged, cases)
    register, owner = register_of(settings, slug)
    by_word = word if ground == "trademark" and not asked else ""
    matters = [replace(one, lists_sellers=register.lists_sellers, sure=by_word) for one in found]
    admit(way, matters, register, buys, values, elsewhere)
    lots = lots_of(way, matters, register, ground, buys) if split else [matters]
    made, today = list[Made](), datetime.now(UTC).date()
    expiring = list(register.expiring(today))
    for lot in lots:
        keys = [one.case for one in lot]
        one = compose(
            way,
            lot,
            register,
            brand=owner,
            today=today,
            wanted=ground,
            right=clean_text(right),
            values=values,
            test_buys=[buy for buy in buys if buy.case in keys] if split else buys,
            elsewhere=elsewhere,
        )
        takes = way.takes_evidence if evidence is None else evidence
        alleged, cites = {name for buy in one.test_buys for name in buy.packages}, cited(lot, one.ground)
        sealed = dict(sealed_of(settings.evidence, *keys))
        gathered = gather(settings.evidence, sealed, cites, one.ground, alleged, internal=internal) if takes else None
        along = gathered or Along([], {}, [])
        elsewhere_sealed = dict(naming(settings.evidence, keys, [buy.order for buy in one.test_buys]))
        said = list(quoted(sealed | elsewhere_sealed, {package.name for package in along.evidence}, alleged))
        for words in said:
            tell(f"Warning: {words}", err=True)  # at once: who says that he is sure should have read it
        one, papers = complete(way, replace(one, evidence=along.evidence), register, attach)
        must_be_sure(one, way, word)
        stands = behind(sealed, cites, one.ground, alleged)
        told = [*(words for key in keys for words in of_cases[key]), *expiring]
        files, doubts = {**papers, **along.files}, list(warnings_of(one, way))
        made.append(Made(one, files, along.left_out, stands, doubts, told, said,
                         [path.name for path in sealed | elsewhere_sealed]))  # fmt: skip
    with open_complaints(settings) as complaints:
        complaints.may_add(channel, cases)
    for warning in expiring:
        tell(f"Warning: {warning}", err=True)
    for number, name, ready in _kept(settings, way, slug, made, who, word, by_leave):
        _tell(settings.path / FOLDER / name, way, number, ready)


def _must_be_alone(*given: object) -> None:
    """Raise UsageError for options with a rehearsal that are for a draft."""
    if any(given):
        raise click.UsageError(f"--rehearse takes cases with {REHEARSED} alone; the rest is for a draft")


class Made(NamedTuple):
    """A complete draft, the files that go along by name, what of the evidence stays here, and what each case has.

    `warnings` are to be told with it, `told` and `quoted` (of evidence) were told before. `sealed` names all evidence
    of its cases, and that of others which names an order of its test buys.
    """

    draft: "Draft"
    along: dict[str, bytes]
    left_out: list[str]
    behind: dict[int, Behind]
    warnings: list[str]
    told: list[str]
    quoted: list[str]
    sealed: list[str]


def _kept(
    settings: "Workspace",
    way: "Channel",
    slug: str,
    made: Sequence[Made],
    by: str,
    sure: str,
    by_leave: Collection[int],
) -> list[tuple[int, str, Made]]:
    """Write the packages and keep the complaints, all or none; number and package of each.

    The complaints are begun first: so a package can carry its number, and one that a killed process left is known.
    """
    from monitor.complaints import Ground
    from monitor.complaints.basis import basis_of
    from monitor.complaints.drafting import clear, name_of
    from monitor.complaints.grounds import alleged
    from monitor.packages import write_package
    from monitor.store.complaint_drafts import Lot
    from monitor.store.complaints import open_complaints

    folder = settings.path / FOLDER
    clear(folder)
    names = [name_of(way, one.draft.today) for one in made]
    lots = [
        Lot(
            one.draft.ground,
            _cases(one.draft),
            name,
            way.calendar(one.draft.matters, one.draft.values, one.draft.complainant),
            {matter.case: alleged(matter.flags, one.draft.ground) for matter in one.draft.matters},
            kept(
                [*one.told, *one.warnings],
                one.behind,
                alleges=one.draft.ground is not Ground.NONE,
                quoted=one.quoted,
            ),
            basis_of(way, one.draft, one.sealed, [k for k in _cases(one.draft) if k in by_leave]).as_json(),
        )
        for one, name in zip(made, names, strict=True)
    ]
    with open_complaints(settings) as complaints:
        numbers = complaints.begin(way.name, slug, lots)
        try:
            written = []
            for number, name, one in zip(numbers, names, made, strict=True):
                content = {**way.files(replace(one.draft, number=number)), **one.along}
                digest = write_package(folder / name, content)
                written.append((number, digest, _words(one.draft, way, digest, one.behind, sure)))
            complaints.finish(written, by)
        except BaseException:
            for name in names:
                shutil.rmtree(folder / name, ignore_errors=True)
            complaints.drop(numbers)
            raise
    return list(zip(numbers, names, made, strict=True))


def _words(draft: "Draft", way: "Channel", digest: str, behind: Mapping[int, Behind], sure: str) -> str:
    """What the history says of a draft: ground, rights, countries, what was typed, evidence or that there is none."""
    from monitor.complaints import Ground
    from monitor.complaints.markets import relied_on
    from monitor.complaints.typed import all_alleged, grave_threats, told

    said = ["alleges nothing and asks who supplied the goods"]
    if draft.ground is not Ground.NONE:
        said = [f"drafted on the ground {draft.ground}", f"by {', '.join(one.label for one in draft.rights)}"]
    said += [f"test buy {buy.label}, which says {buy.differs!r}" for buy in draft.test_buys]
    said += [f"a counterfeit for sure: {sure}"] if sure and (draft.test_buys or all_alleged(way, draft)) else []
    said += (
        [f"a word for a copy, said of the goods of case {told_of} for sure: {sure}"]
        if (told_of := ", ".join(str(one.case) for one in draft.matters if one.is_by_word))
        else []
    )
    said += [f"asks for money or threatens, and why: {sure}"] if sure and grave_threats(way, draft) else []
    said += [where] if (where := relied_on(draft.matters, draft.values, draft.elsewhere)) else []
    said += [f"as typed: {told(draft.values)}"] if draft.values else []
    said += [f"with the evidence {', '.join(one.label for one in draft.evidence)}"] if draft.evidence else []
    bare = [str(case) for case, one in behind.items() if not one.stands]
    said += [f"without sealed evidence of case {', '.join(bare)}"] if bare and draft.ground is not Ground.NONE else []
    return "; ".join([*said, f"package SHA-256 {digest}"])


def _tell(place: Path, way: "Channel", number: int, made: Made) -> None:
    from monitor.complaints import Ground

    draft = made.draft
    asks = "it alleges nothing, and asks the seller who supplied the goods"
    alleged = asks if draft.ground is Ground.NONE else f"on the ground {draft.ground}"
    tell(f"Complaint {number}: {place}, {alleged}.")
    for case, evidence in made.behind.items() if draft.ground is not Ground.NONE else ():
        tell(f"  behind case {case} stands: {evidence.words}", err=not evidence.stands)
    if draft.evidence:
        tell(f"  with {len(draft.evidence)} packages of sealed evidence, verified")
    then = "; with --internal it goes along" if way.takes_evidence else ""
    for words in made.left_out[:MOST_TOLD]:
        tell(f"  stays here: {words}{then}", err=True)
    if (more := len(made.left_out) - MOST_TOLD) > 0:
        tell(f"  and {more} more stay here", err=True)
    for words in _left_out(draft, way):
        tell(f"  left out: {words}", err=True)
    for words in way.hints(draft):
        tell(f"  {words}", err=True)
    for words in made.warnings:
        tell(f"Warning: {words}", err=True)
    if ready := way.rights_ready(draft.today):
        tell(f"  proof of rights handed in today will have been looked at between {ready[0]} and {ready[1]}")
        unsure_about(ready[1], way.country)
    then = " --reference ..." if way.gives_reference else ""
    bare = [str(case) for case, one in made.behind.items() if not one.stands and draft.ground is not Ground.NONE]
    if bare:
        tell(f"First capture what it complains of, as long as it is there: monitor evidence capture {' '.join(bare)}")
    tell(f"{'Then file it, and' if bare else 'File it, then'} say so: monitor complaint submit {number}{then}")


def _left_out(draft: "Draft", way: "Channel") -> Iterator[str]:
    """The rights that flags name and that do not count where their listings are offered, once for all such cases."""
    cases: dict[tuple[str, str], list[int]] = {}
    for one in draft.matters:
        if rights := draft.idle.get(one.case):
            where = way.where([one], draft.values)
            cases.setdefault((", ".join(right.label for right in rights), where), []).append(one.case)
    for (names, where), found in cases.items():
        more = f" and {len(found) - MOST_CASES} more" if len(found) > MOST_CASES else ""
        told = ", ".join(map(str, found[:MOST_CASES]))
        yield f"{names}, of which the flags of case {told}{more} speak: it does not count in {where}"


def _cases(draft: "Draft") -> Sequence[int]:
    return [one.case for one in draft.matters]
