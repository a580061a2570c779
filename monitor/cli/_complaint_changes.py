"""What became of the listings of a draft since it was made: whoever files it should know."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.cli._judged_today import Today
    from monitor.complaints import Register
    from monitor.store import Case
    from monitor.store.complaint_rows import Complaint
    from monitor.store.complaints import Complaints
    from monitor.workspace import Workspace

    CaseOf = Callable[[int], Case]
    """Reads a case by its number."""


def stale(
    case_of: "CaseOf", one: "Complaint", rights: Callable[[str], "Register"], on: date | None = None
) -> list[str]:
    """In words, what a draft relies on and is not so on a day: rights, countries, where prices may be policed.

    By the dossier of now and the last read of the listings; `rights` reads those of a brand.

    Raises ConfigurationError for a dossier that cannot be read.
    """
    from monitor.complaints import Ground, Matter, channel
    from monitor.complaints.basis import Basis, outdated

    if one.basis is None:
        return ["nobody kept on which rights and countries it was drafted"]
    found = [case_of(key) for key in one.cases]
    matters = [
        Matter(case=o.id, listing=o.listing, finding=o.finding, first_seen=o.first_seen, last_seen=o.last_seen)
        for o in found
    ]
    register, day = rights(one.brand), on or datetime.now(UTC).date()
    way, basis = channel(one.channel), Basis.from_json(one.basis)
    return list(dict.fromkeys(outdated(way, Ground(one.ground), basis, matters, register, day)))


def cleared(case_of: "CaseOf", today: "Today", complaints: "Complaints", one: "Complaint") -> dict[int, str]:
    """For each case that is accused, what is alleged of it and not flagged by the dossier of today any more, in words.

    A letter that only asks is not for who was authorised since. To look at the page says nothing about that. Of a filed
    one it is what carries the ground, and only where its seller is authorised by now; of one that gave us right, only
    where he was on the day of filing, as the dossier of today has it. A test buy carries a counterfeit, whoever sells.

    Raises ConfigurationError for a dossier that cannot be read.
    """
    from monitor.complaints.basis import Basis
    from monitor.complaints.grounds import BY_WORD, CARRIES, Ground, alleged

    if not one.accused:
        return {}
    filed = datetime.combine(one.filed_on, time(12), UTC) if one.filed_on and one.status != "submitted" else None
    said, ground, found = complaints.alleged(one.id), Ground(one.ground), dict[int, str]()
    before = Basis.from_json(one.basis).by_leave if one.basis else ()
    for key in one.accused:
        case = case_of(key)
        still = alleged((f for f in case.finding.flags if (f.kind, f.rule) not in case.faded), ground)
        flags = {(kind, rule) for kind, rule, _ in said.get(key, still) & still}
        leave = today.leave(case, filed)
        if not filed and leave and ground is Ground.NONE and key not in before:
            found[key] = f"the letter asks who supplied case {key}, and since it was drafted {leave}"
        if one.status != "draft":
            carry = {flag for flag in flags if CARRIES.get(flag) is ground}
            by_word = flags & BY_WORD if ground is Ground.TRADEMARK else frozenset()
            flags = set(carry or by_word) if leave else set()
        off = flags & today.cleared(case, filed) if flags else frozenset()
        if off:
            what = ", ".join(sorted(f"{kind} ({rule})" for kind, rule in off))
            found[key] = f"the dossier of today (sellers, marks, photos) does not flag case {key} for {what} any more"
            found[key] += f": {leave}" if leave else ""
            found[key] += "; if he was only later, say so with its valid_from" if filed else ""
    return found


def changes(settings: "Workspace", case_of: "CaseOf", complaints: "Complaints", one: "Complaint") -> Iterator[str]:
    """In words, for each case whose listing is gone, does not show any more what is alleged, or has another seller.

    A capture that is newer than the last crawl counts as a read.
    """
    from monitor.cli._captured_since import captured_since, in_doubt
    from monitor.cli._text import plain
    from monitor.complaints.grounds import Ground, alleged
    from monitor.records import same_seller

    drafted, said, ground = complaints.sellers(one.id), complaints.alleged(one.id), Ground(one.ground)
    for key in one.cases:
        case = case_of(key)
        capture = captured_since(settings.evidence, case)
        faded = capture.faded(case.faded) if capture else case.faded
        still = alleged((f for f in case.finding.flags if (f.kind, f.rule) not in faded), ground)
        accused = said.get(key, alleged(case.finding.flags, ground))
        lost = accused - still
        if case.removed_at:
            yield f"the listing of case {key} was found gone on {case.removed_at:%Y-%m-%d}"
        elif lost:
            what = ", ".join(f"{kind} ({rule}){f' of {mark}' if mark else ''}" for kind, rule, mark in sorted(lost))
            at = capture.at if capture else case.clean_at or case.last_seen
            read = f"when it was {'captured' if capture else 'read'} on {at:%Y-%m-%d}"
            title = capture.retitled({(kind, rule) for kind, rule, _ in lost}) if capture else ""
            yield f"what is alleged of case {key} was not there any more {read}: {plain(what)}{title}"
        elif doubt := in_doubt(settings.evidence, case, {(kind, rule) for kind, rule, _ in still & accused}):
            yield doubt
        if capture and capture.other_seller:
            yield f"somebody else sells where case {key} was, by the capture of {capture.at:%Y-%m-%d %H:%M} UTC"
        before, now = drafted.get(key), (case.listing.seller_id, case.listing.seller_name)
        if before and not same_seller(before, now):
            was, then = (plain(name or ident or "not read") for ident, name in (before, now))
            yield f"the seller of case {key} was {was} when it was drafted, and {then} on {case.last_seen:%Y-%m-%d}"
