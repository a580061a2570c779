"""What is to be done about goods after a letter about them ended and nobody decided: they may stand still."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cases import DAYS_TO_REMOVE, UNDECIDED, Status

if TYPE_CHECKING:
    from monitor.store import Case, CaseFile
    from monitor.store.complaint_rows import Complaint

    FileOf = Callable[[int], CaseFile]


def aftermath(
    folder: Path, file_of: "FileOf", ones: Iterable["Complaint"], every: Iterable["Complaint"], today: date
) -> Iterator[str]:
    """The next step for each case of complaints that were answered, or not, and decided by nobody, in words.

    A capture in a folder of evidence that is newer than the last crawl counts as a read.

    Nothing where another complaint was made since or is open, while the seller has `DAYS_TO_REMOVE` days after his
    answer, and where a person closed the case.
    """
    about: dict[int, list[Complaint]] = {}
    for other in every:
        for key in other.cases:
            about.setdefault(key, []).append(other)
    for one in ones:
        left = [key for key, result in one.results.items() if result in UNDECIDED]
        for key in left:
            if any(_goes_on(other, one, key) for other in about.get(key, ())):
                continue
            if words := _next(folder, file_of(key), one, today):
                yield f"complaint {one.id} ({one.channel}) {_came_to(one, key)}, and {words}"


def _goes_on(other: "Complaint", one: "Complaint", key: int) -> bool:
    """Whether another complaint about a case was made after one, or is a draft or waits for its answer."""
    from monitor.store.complaint_rows import ABANDONED, OPEN

    is_later = other.id > one.id and other.status != ABANDONED
    return is_later or (other.id != one.id and other.status in OPEN and not other.results[key])


def _next(folder: Path, file: "CaseFile", one: "Complaint", today: date) -> str:
    """What is to be done about a case; empty for nothing."""
    from monitor.store.casework import BACK, BY_THE_MONITOR

    case, ended = file.case, one.ended_on or one.filed_on or today
    if case.status == Status.CANDIDATE:
        moved = [event for event in file.events if event.before != event.after][-1]
        is_back = moved.by == BY_THE_MONITOR and BACK in moved.why
        return f"the listing of case {case.id} is back; look: monitor cases show {case.id}" if is_back else ""
    waits = one.results[case.id] == "answered" and today < ended + timedelta(days=DAYS_TO_REMOVE)
    if case.status != Status.CONFIRMED or (waits and not case.removed_at):
        return ""
    return _after(folder, case, one.id, ended)


def _after(folder: Path, case: "Case", number: int, ended: date) -> str:
    """The step after a letter, by the last read of a case's listing."""
    from monitor.cli._captured_since import captured_since

    close = f"close the case: monitor cases decide {case.id} dismissed --why ..."
    capture = captured_since(folder, case)
    read = (capture.at if capture else max(case.last_seen, case.clean_at or case.last_seen)).date()
    flagged = {(flag.kind, flag.rule) for flag in case.finding.flags}
    is_clean = flagged <= capture.faded(case.faded).keys() if capture else case.clean_at is not None
    if case.removed_at:
        return (
            f"the listing of case {case.id} was found gone on {case.removed_at:%Y-%m-%d}; if that settles it: "
            f"monitor complaint answer {number} settled --case {case.id}"
        )
    if read <= ended:
        return (
            f"nobody read the listing of case {case.id} since; have it read (monitor crawl, or "
            f"monitor evidence capture {case.id}), and where it stands still "
            f"draft the next step: monitor complaint draft CHANNEL {case.id}; else {close}"
        )
    if capture and capture.other_seller:
        return (
            f"somebody else sells where the listing of case {case.id} was, as its capture of {read} shows; look at it, "
            f"and {close}"
        )
    if is_clean:
        return f"the listing of case {case.id} was not flagged any more when it was read on {read}; look, and {close}"
    return (
        f"the listing of case {case.id} stood still when it was read on {read}; draft the next step: "
        f"monitor complaint draft CHANNEL {case.id}; or {close}"
    )


def _came_to(one: "Complaint", key: int) -> str:
    """What came of a letter about a case, in words."""
    return "was answered" if one.results[key] == "answered" else "got no answer"
