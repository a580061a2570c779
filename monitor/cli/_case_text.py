"""One case in full, as text that a lawyer can read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.cases import MOVES, Status, band_of
from monitor.cli._case_timeline import WIDTH, timeline
from monitor.cli._text import plain
from monitor.records import Condition, Evidence, Flag, Listing
from monitor.store import Case, CaseFile

if TYPE_CHECKING:
    from monitor.store.complaint_rows import Complaint

MOST_TEXT = 300
MOST_LINES = 10
INDENT = 2
TIMELINE = "Timeline, in UTC (what was seen is a lead; what was sealed is evidence)"


def timeline_page(
    file: CaseFile,
    complaints: Sequence["Complaint"] = (),
    evidence: Sequence[Mapping[str, str]] = (),
    unverified: Sequence[str] = (),
    width: int = WIDTH,
) -> Iterator[str]:
    """What the case is about in a few lines, and its way from the first sighting to the result in so many columns."""
    listing, found = file.case.listing, timeline(file, complaints, evidence, unverified, width)
    seller = f"{listing.seller_name or 'name not read'} ({listing.seller_id or 'id not read'})"
    gone = f"; the listing was found gone on {file.case.removed_at:%Y-%m-%d}" if file.case.removed_at else ""
    yield f"Case {file.case.id}: {file.case.finding.brand}, {file.case.status}{gone}"
    yield _short(f"  listing  {listing.title}")
    yield _short(f"  address  {listing.url}")
    yield _short(f"  seller   {seller if listing.seller_is_readable else 'not read'}, on {listing.marketplace}")
    yield TIMELINE
    yield from (f"{' ' * INDENT}{line}" for line in found)


def describe(
    file: CaseFile,
    complaints: Sequence["Complaint"] = (),
    evidence: Sequence[Mapping[str, str]] = (),
    unverified: Sequence[str] = (),
    width: int = WIDTH,
    may_be: str = "",
) -> Iterator[str]:
    """The lines of a case, with the complaints about it, the verified entries of the evidence log and what is not.

    Its timeline is so many columns wide; the other lines are as long as they are. `may_be` says which product a person
    should look for where none is sure.
    """
    case = file.case
    gone = ", the listing is gone" if case.removed_at else ""
    severity = f"severity {case.severity} ({band_of(case.severity)})"
    yield f"Case {case.id}: {case.finding.brand}, {case.status}, {severity}{gone}"
    yield from _section("Listing", _listing(case, may_be))
    yield ""
    yield "Flags"
    for number, flag in enumerate(case.finding.flags, 1):
        yield from _flag(number, flag, faded=(flag.kind, flag.rule) in case.faded)
    prices = (f"{_time(one.observed_at)}  {one.unit_price:f} {one.currency}  {one.sku}" for one in file.prices)
    yield from _section("Net price of one unit, as seen", _latest(list(prices)))
    yield from _section(TIMELINE, timeline(file, complaints, evidence, unverified, width))
    yield ""
    if case.status == Status.CONFIRMED:
        yield f"To file: monitor complaint draft CHANNEL {case.id}; the channels: monitor complaint channels"
    yield f"To decide: monitor cases decide {case.id} {'|'.join(MOVES[Status(case.status)])} --why ..."


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"{' ' * INDENT}{line}" for line in found)


def _latest(lines: list[str]) -> Iterator[str]:
    if len(lines) > MOST_LINES:
        yield f"... {len(lines) - MOST_LINES} earlier ones"
    yield from lines[-MOST_LINES:]


def _listing(case: Case, may_be: str) -> Iterator[str]:
    listing, finding = case.listing, case.finding
    seller = listing.seller_name or "name not read"
    times = "once" if case.sightings == 1 else f"{case.sightings} times"
    facts = {
        "title": listing.title,
        "address": listing.url,
        "marketplace": f"{listing.marketplace}, listing {listing.listing_id}",
        "seller": f"{seller} ({listing.seller_id or 'id not read'})" if listing.seller_is_readable else "not read",
        "store": listing.seller_url,
        "country": listing.seller_country,
        "price": _price(listing),
        "goods": ", ".join(filter(None, (_condition(listing), str(listing.availability or "").replace("_", " ")))),
        "territory": listing.territory,
        "photos": str(len(listing.images) or ""),
        "product": finding.sku or "; ".join(filter(None, ("none of the catalogue for sure", may_be))),
        "net price": f"{_amount(finding.unit_price, finding.currency)} for one unit" if finding.unit_price else "",
        "floor": _amount(finding.floor_price, finding.currency),
        "removed": f"found gone on {_time(case.removed_at)}" if case.removed_at else "",
        "read again": f"on {_time(case.clean_at)}, and nothing was flagged any more" if case.clean_at else "",
        "seen": f"{times} with flags, first {_time(case.first_seen)}, last {_time(case.last_seen)}",
    }
    for name, value in facts.items():
        if value:
            yield f"{name:<12} {_short(value)}"


def _condition(listing: Listing) -> str:
    """The state of the goods; what nobody read is taken for new, and said."""
    unsaid = listing.condition is Condition.NEW and "condition" not in listing.sources
    return f"{listing.condition}{', or not said' * unsaid}"


def _price(listing: Listing) -> str:
    if listing.price is None:
        return "not read"
    parts = [_amount(listing.price, listing.currency)]
    for name, value in (("list price", listing.list_price), ("shipping", listing.shipping), ("coupon", listing.coupon)):
        if value is not None:
            parts.append(f"{name} {_amount(value, listing.currency)}")
    if listing.pack_count:
        parts.append(f"pack of {listing.pack_count}")
    return ", ".join(parts)


def _flag(number: int, flag: Flag, *, faded: bool) -> Iterator[str]:
    when = ", not raised any more when it was last read" if faded else ""
    yield f"  {number}. {flag.kind}, severity {flag.severity} ({band_of(flag.severity)}), by the rule {flag.rule}{when}"
    yield f"     {plain(flag.sentence)}"
    for lines in dict.fromkeys(tuple(_evidence(fact)) for fact in flag.evidence):
        yield from (f"       {line}" for line in lines)


def _evidence(fact: Evidence) -> Iterator[str]:
    line = f"{fact.field}: {_short(fact.told)}"
    if fact.span:
        line += f" (characters {fact.span[0] + 1} to {fact.span[1]})"
    if fact.expected:
        line += f"; expected: {_short(fact.expected)}"
    if fact.asset:
        line += f"; the brand's: {_short(fact.asset)}"
    yield line
    if fact.image:
        where = "" if fact.box is None else ", from ({}, {}) to ({}, {}) in pixels".format(*fact.box)
        yield f"in the photo {_short(fact.image)}{where}"
    yield from _latest([f"{_time(moment)}  {value:f}" for moment, value in fact.series])


def _amount(value: Decimal | None, currency: str) -> str:
    return "" if value is None else f"{value:f} {currency}".strip()


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _short(text: str) -> str:
    shown = plain(text)
    return shown if len(shown) <= MOST_TEXT else f"{shown[:MOST_TEXT]}… ({len(shown)} characters)"
