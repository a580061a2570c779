"""`monitor complaint draft`: from confirmed cases to packages, all of them or none."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._complaint_evidence import gather
from monitor.cli._complaints import FOLDER, NUMBER, bought, by_option, pair, person
from monitor.cli._complaints import matters as matters_of
from monitor.cli._complaints import register as register_of
from monitor.cli._options import workspace_option

if TYPE_CHECKING:
    from monitor.complaints import Channel, Draft
    from monitor.workspace import Workspace


@click.command(
    epilog="""\b
Examples:
  monitor complaint draft third_party 17 18 --set service="Example Ltd" --attach parcel.jpg
  monitor complaint draft alibaba_ipp 19 20 21 --split --set complaint_reason="Mark misuse\""""
)
@click.argument("channel")
@click.argument("cases", nargs=-1, type=NUMBER, required=True, metavar="CASE...")
@click.option("--ground", default="", type=click.Choice(["", "trademark", "copyright", "counterfeit"]))
@click.option("--right", default="", help="The one right to rely on, by name or registration.")
@click.option("--set", "given", multiple=True, metavar="FIELD=TEXT", help="A field's value; see: complaint channels.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), help="A file to go along.")
@click.option("--test-buy", multiple=True, metavar="CASE:ORDER:WHAT-DIFFERS", help="A test purchase of a case.")
@click.option(
    "--split", is_flag=True, help="As many complaints as the channel needs: by site, right, ground, order, limit."
)
@click.option(
    "--evidence/--no-evidence", default=None, help="Whether sealed evidence goes along; but for letters it does."
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
    split: bool,
    evidence: bool | None,
    by: str,
    workspace: Path,
) -> None:
    """Make complete packages from confirmed cases, or say what is missing and make none."""
    from monitor.complaints import channel as named
    from monitor.complaints.drafting import compose, files
    from monitor.complaints.grouping import split as lots_of
    from monitor.complaints.refusals import admit
    from monitor.records.parse import clean_text
    from monitor.store import open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, way, who = load_workspace(workspace), named(channel), person(by)
    with open_store(settings) as store:
        matters, slug = matters_of(store, dict.fromkeys(cases))
    register, owner = register_of(settings, slug)
    buys = [bought(text) for text in test_buy]
    admit(way, matters, register, buys)
    lots = lots_of(way, matters, register, ground, buys) if split else [matters]
    made: list[tuple[Draft, dict[str, bytes]]] = []
    for lot in lots:
        keys = {one.case for one in lot}
        one = compose(
            way,
            lot,
            register,
            brand=owner,
            today=datetime.now(UTC).date(),
            wanted=ground,
            right=clean_text(right),
            values=dict(pair(text) for text in given),
            test_buys=[buy for buy in buys if buy.case in keys] if split else buys,
        )
        takes = way.takes_evidence if evidence is None else evidence
        kinds, archive = gather(settings.evidence, keys) if takes else ({}, {})
        one = replace(one, evidence=kinds)
        made.append((one, files(way, one, register, attach, archive)))
    with open_complaints(settings) as complaints:
        complaints.may_add(channel, cases)
    for warning in register.expiring(datetime.now(UTC).date()):
        click.echo(f"Warning: {warning}", err=True)
    for one, content in made:
        _keep(settings, way, slug, one, content, who)


def _keep(settings: "Workspace", way: "Channel", slug: str, draft: "Draft", content: dict[str, bytes], by: str) -> None:
    """Write a package and its complaint; the package goes where the complaint is refused."""
    from monitor.complaints.drafting import write
    from monitor.store.complaints import open_complaints

    folder = settings.path / FOLDER
    name, digest = write(way, draft, content, folder)
    try:
        with open_complaints(settings) as complaints:
            number = complaints.add(way.name, slug, draft.ground, _cases(draft), name, digest, by)
    except BaseException:
        shutil.rmtree(folder / name, ignore_errors=True)
        raise
    click.echo(f"Complaint {number}: {folder / name}, on the ground {draft.ground}.")
    if draft.evidence:
        click.echo(f"  with {len(draft.evidence)} packages of sealed evidence, verified")
    for right in draft.rights:
        if places := right.office.upper() == "WIPO" and ", ".join(sorted(way.countries(draft.matters))):
            click.echo(f"Warning: look whether {right.label} designates {places}", err=True)
    if ready := way.rights_ready(draft.today):
        click.echo(f"  proof of rights handed in today will have been looked at between {ready[0]} and {ready[1]}")
    click.echo(f"File it, then say so: monitor complaint submit {number} --reference ...")


def _cases(draft: "Draft") -> Sequence[int]:
    return [one.case for one in draft.matters]
