"""What the commands of `monitor complaint` share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._lines import tell
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.cli._captured_since import Captured
    from monitor.cli._judged_today import Today
    from monitor.complaints import Matter, Purchase, Register
    from monitor.store import Case, Store
    from monitor.store.complaint_deadlines import Task
    from monitor.store.complaint_rows import Complaint
    from monitor.workspace import Workspace

FOLDER = "complaints"
MOST_OTHERS = 3
NUMBER = click.IntRange(1, 2**63 - 1)
by_option = click.option("--by", default="", help="Who acts; by default $MONITOR_USER, else the user of this machine.")

seen_option = click.option(
    "--seen",
    type=click.IntRange(1),
    default=None,
    help="How many steps it had when you looked; refused if it has more.",
)


def matters(
    settings: "Workspace", store: "Store", cases: dict[int, None], today: "Today"
) -> tuple[list["Matter"], str, dict[int, list[str]]]:
    """The confirmed cases of one brand, its slug, and what is to be warned of by case.

    A capture counts as a read, and each is judged again as of today.

    Raises ConfigurationError.
    """
    from monitor.cli._captured_since import captured_since, in_doubt
    from monitor.cli._evidence_shelf import read_once
    from monitor.complaints import Matter

    crawled = [store.case(key).case for key in cases]
    with read_once():
        captures = {one.id: captured_since(settings.evidence, one) for one in crawled}
        doubted = {one.id: in_doubt(settings.evidence, one, _flagged(one)) for one in crawled}
    found = [_as_captured(one, captures[one.id]) for one in crawled]
    for one in found:
        if one.status not in ("confirmed", "submitted"):
            raise ConfigurationError(
                f"case {one.id} is {one.status}; a complaint needs a confirmed one, or one that is submitted already: "
                + _confirm(one.id, one.status)
            )
    if len({one.finding.brand for one in found}) > 1:
        raise ConfigurationError("the cases are of several brands; draft one complaint for each brand")
    before = {one.id: _sealed_before(settings.evidence, one) for one in found}
    cleared = {
        one.id: today.cleared(replace(one, faded={k: v for k, v in one.faded.items() if k not in before[one.id]}))
        for one in found
    }
    matters = [
        Matter(
            case=o.id,
            listing=o.listing,
            finding=o.finding,
            first_seen=o.first_seen,
            last_seen=o.shown_at or o.last_seen,
            faded=frozenset(o.faded),
            cleared=cleared[o.id],
            sealed_before=before[o.id],
        )
        for o in found
    ]
    warned = {one.id: list(_warned(one, captures[one.id], before[one.id], cleared[one.id])) for one in found}
    for key, doubt in doubted.items():
        warned[key] += [doubt] if doubt else []
    for words in (words for case in warned.values() for words in case):
        tell(f"Warning: {words}", err=True)  # at once: the draft may be refused for it
    return matters, found[0].finding.brand, warned


def _warned(
    case: "Case",
    capture: "Captured | None",
    before: Mapping[tuple[str, str], datetime],
    cleared: frozenset[tuple[str, str]],
) -> Iterator[str]:
    """What became of a case's listing that a person should look at: it is gone, or does not show all any more."""
    if case.removed_at:
        yield (
            f"case {case.id}: its listing was found gone on {case.removed_at:%Y-%m-%d}; look whether there is anything "
            "left to complain of"
        )
    elif lost := case.faded.keys() - before.keys():
        read, title = max(case.last_seen, case.clean_at or case.last_seen), capture.retitled(lost) if capture else ""
        yield (
            f"case {case.id}: its listing was read again on {read:%Y-%m-%d}, and was not flagged any more for "
            f"{_named(lost)}, which is not alleged; look at it before you accuse{title}"
        )
    for at in before.values():
        yield (
            f"case {case.id}: the brand's photo was replaced since the sealed capture of {at:%Y-%m-%d %H:%M} UTC; the "
            "complaint says so; look whether there is anything left to complain of"
        )
    if cleared:
        yield (
            f"case {case.id}: the dossier of today (sellers, marks, photos) does not flag it for {_named(cleared)} any "
            "more, which is not alleged; look at what was changed there since (a seller authorised, a mark, a photo)"
        )


def _sealed_before(folder: Path, case: "Case") -> dict[tuple[str, str], datetime]:
    """When a sealed capture showed the brand's photo that the last read of a case's listing does not show any more."""
    from monitor.cli._captured_since import sealed_showing
    from monitor.complaints.grounds import CARRIES, Ground

    lost = [key for key in case.faded if CARRIES.get(key) is Ground.COPYRIGHT]
    return {key: at for key in lost if (at := sealed_showing(folder, case, key))}


def _flagged(case: "Case") -> frozenset[tuple[str, str]]:
    """Kind and rule of the flags that a case's last read raised."""
    return frozenset((one.kind, one.rule) for one in case.finding.flags) - case.faded.keys()


def _as_captured(case: "Case", capture: "Captured | None") -> "Case":
    """A case whose listing was last read by its newest capture, where that is newer than the last crawl.

    Raises ConfigurationError where somebody else sells there: nobody is accused of what another offers.
    """
    if capture is None:
        return case
    if capture.other_seller:
        raise ConfigurationError(
            f"case {case.id}: somebody else sells there by the capture of {capture.at:%Y-%m-%d %H:%M} UTC; have the "
            "listing read again (monitor crawl, or monitor check FILE --save), and draft then"
        )
    return replace(
        case,
        faded=capture.faded(case.faded),
        clean_at=capture.at if capture.lost else case.clean_at,
    )


def _named(rules: Iterable[tuple[str, str]]) -> str:
    """Kinds and rules of flags in words."""
    return ", ".join(sorted(f"{kind} ({rule})" for kind, rule in rules))


def _confirm(key: int, now: str) -> str:
    """How a case comes to be confirmed; one that is closed is opened again first."""
    from monitor.cases import Status, may_move

    then = f"monitor cases decide {key} confirmed --why ..."
    return (
        then
        if may_move(Status(now), Status.CONFIRMED)
        else f"monitor cases decide {key} candidate --why ..., and {then}"
    )


def register(settings: "Workspace", slug: str) -> tuple["Register", str]:
    """A brand's rights, and its name."""
    from monitor.brands.loader import load_brand
    from monitor.complaints import read_register

    folder = settings.path / "brands" / slug
    brand = load_brand(folder)
    return read_register(brand, folder), brand.name


def whole(settings: "Workspace", one: "Complaint") -> None:
    """Raise WorkFailedError where a package is not as it was drafted."""
    from monitor.packages import check_package, digest_of

    folder = settings.path / FOLDER / one.package
    wrong = check_package(folder)
    if not wrong and digest_of(folder) != one.digest:
        wrong = ["its list of digests was changed"]
    if wrong:
        raise WorkFailedError(f"{folder}: the package is not as it was drafted: {'; '.join(wrong[:20])}")


def pair(text: str) -> tuple[str, str]:
    """FIELD=TEXT in two, the text in its normal form."""
    from monitor.complaints.drafting import MOST_VALUE
    from monitor.records.parse import clean_text

    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"--set {text}: write FIELD=TEXT")
    return name.strip(), clean_text(value, MOST_VALUE + 1)


def bought(text: str) -> "Purchase":
    """CASE:ORDER as a test buy, with :WHAT-DIFFERS where a person says it again."""
    from monitor.complaints import Purchase

    case, _, rest = text.partition(":")
    order, _, differs = rest.partition(":")
    if not (case.isascii() and case.isdigit() and order.strip()):
        raise click.UsageError(f"--test-buy {text}: write CASE:ORDER")
    return Purchase(case=int(case), order=order.strip()[:100], said=differs.strip()[:2_000])


def past(on: datetime | None) -> date:
    """A day that is not in the future; by default today."""
    from monitor.store.casework import EASTERNMOST

    today = datetime.now(UTC).date()
    day = on.date() if on else today
    if day > (datetime.now(UTC) + EASTERNMOST).date():
        raise click.UsageError(
            f"--on {day} is in the future: it is {today} (UTC), and nowhere that day yet; record a step when it was "
            "done, as deadlines are counted from its day"
        )
    return day


def calendar_of(one: "Complaint") -> str:
    """The countries whose holidays count for a complaint's deadlines."""
    from monitor.complaints import channel

    return channel(one.channel).country if one.calendar is None else one.calendar


def other_side(channel: str) -> tuple[str, tuple[str, ...]]:
    """Who answers complaints through a channel, and what they come to; also where the channel is known no more."""
    from monitor.complaints import Channel, channels

    way = channels().get(channel, Channel)
    return way.answers_for or channel, way.ends


def owed(one: "Complaint", task: "Task") -> str:
    """Who must do what, in words."""
    who, _ = other_side(one.channel)
    return f"we must {task.what}" if task.who == "we" else f"{who} must {task.what if who == one.channel else 'answer'}"


def unsure_about(day: date, calendar: str) -> None:
    """Say it where the calendar does not know the working days around a deadline."""
    from monitor.complaints.workdays import unsure

    if words := unsure(day, calendar):
        tell(f"Note: {words}", err=True)


def read(file: Path) -> bytes:
    """The bytes of a file of answers, one more than are allowed at most."""
    from monitor.complaints.third_party import MOST_BYTES

    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as failure:
        raise ConfigurationError(f"{file}: cannot be read: {failure.strerror or failure}") from failure


def person(by: str) -> str:
    """Who acts. Raises UsageError for nobody."""
    from monitor.cli.cases import _user
    from monitor.records.parse import clean_text

    person = clean_text(by or _user(), 200)
    if not person:
        raise click.UsageError("nobody is named; say who acts with --by")
    return person


def tell_others(one: "Complaint", by: str, seen: int | None) -> None:
    """Say what others did with a complaint (as it was before this step) since this person's last step, or last of all.

    Who gave --seen knows it.
    """
    from itertools import takewhile

    from monitor.cli._text import plain

    others = list(takewhile(lambda step: step.by != by, reversed(one.steps))) if seen is None else []
    for step in reversed(others[: MOST_OTHERS if len(others) < len(one.steps) else 1]):
        tell(f"Note: before this step came {plain(step.line)}", err=True)


def day(day: date | None) -> str:
    """A day, or nothing."""
    return day.isoformat() if day else ""
