"""The way of a case is told in order, on one page, and with nothing that a terminal would obey."""

from datetime import UTC, datetime, timedelta

from monitor.cli._case_timeline import MOST_LINES, WIDTH, timeline
from monitor.store import CaseFile, Event
from monitor.store.complaint_rows import Complaint, Step
from monitor.store.queries import Sighting
from tests.store.store_world import START

DAY = timedelta(days=1)
GONE = "the listing was gone on 2026-03-12"


def event(day: float, before: str, after: str, why: str, by: str = "J. Weber") -> Event:
    return Event(at=START + day * DAY, by=by, before=before, after=after, why=why)


def seen(day: float, *kinds: str) -> Sighting:
    return Sighting(observation_id=int(day) + 1, observed_at=START + day * DAY, kinds=kinds or ("text_match",))


def file(*what: Event | Sighting) -> CaseFile:
    return CaseFile(
        case=None,  # type: ignore[arg-type]
        events=[one for one in what if isinstance(one, Event)],
        prices=[],
        sightings=[one for one in what if isinstance(one, Sighting)],
    )


def complaint(*steps: tuple[float, str, str]) -> Complaint:
    made = tuple(Step(at=START + day * DAY, by="J. Weber", kind=kind, text=text) for day, kind, text in steps)
    return Complaint(
        id=4, channel="etsy", brand="aurelia", status="upheld", ground="trademark", package="p", digest="d",
        reference="R-1", drafted_at=START, filed_on=START.date(), due_on=None, ended_on=None, steps=made,
    )  # fmt: skip


def test_from_first_sighting_to_return_in_order() -> None:
    told = list(
        timeline(
            file(
                event(0, "", "candidate", "found", "monitor"),
                event(5, "candidate", "confirmed", "test purchase"),
                event(7, "confirmed", "submitted", "complaint 4 filed through etsy, reference R-1"),
                event(9, "submitted", "upheld", "complaint 4 through etsy: removed"),
                event(10, "upheld", "upheld", GONE, "monitor"),
                event(20, "upheld", "candidate", "reopened: the listing, which was gone, is back", "monitor"),
                *(seen(day) for day in range(5)),
                seen(6, "text_match", "low_price"),
                seen(20),
            ),
            [complaint((6.5, "draft", "drafted"), (7, "submitted", "reference R-1"), (8, "evidence_request", "?"),
                       (8.5, "reply", "sent"), (9, "upheld", "removed"))],
            [{"at": (START + 5.5 * DAY).isoformat(), "kind": "purchase", "by": "me", "note": "order A-1", "name": "case-1-purchase",
              "digest": "ab" * 32}],
        )
    )  # fmt: skip
    page = "\n".join(told)
    order = [
        "first seen, with text_match", "candidate, by monitor", "seen 4 times until 2026-03-06 03:00",
        "candidate → confirmed, by J. Weber: test purchase", "evidence sealed, purchase, by me: order A-1",
        "seen again, with text_match, low_price", "etsy: draft", "confirmed → submitted, by complaint 4",
        "etsy: submitted, by J. Weber: reference R-1", "etsy: evidence request", "etsy: reply",
        "submitted → upheld, by complaint 4", "etsy: upheld, by J. Weber: removed", f"noted, by monitor: {GONE}, after complaint 4 of 2026-03-02",
        "seen again", "upheld → candidate, by monitor: reopened",
    ]  # fmt: skip
    at = -1
    for part in order:
        found = page.find(part, at + 1)
        assert found > at, f"{part!r} is missing or out of order in:\n{page}"
        at = found
    assert all(len(line) <= WIDTH for line in told)
    assert len(told) <= MOST_LINES
    assert "ab" * 32 in page


def test_what_a_person_says_of_a_complaint_is_not_left_out() -> None:
    why = "complaint 4 through etsy was a mistake of ours"
    told = list(timeline(file(event(3, "confirmed", "dismissed", why)), [complaint((2, "draft", "x"))]))
    assert why in told[-1]


def test_a_long_way_is_still_one_page_and_says_what_is_left_out() -> None:
    many = [event(day, "confirmed", "confirmed", f"note {day}", "monitor") for day in range(300)]
    told = list(timeline(file(*many)))
    assert len(told) == MOST_LINES + 1
    assert "240 lines left out" in told[MOST_LINES // 2]
    assert "note 299" in told[-1]


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    entry = {"at": "not a time", "kind": "note", "by": "x\u202ey", "note": "a\x1b[2Jb\nc" + "z" * 5000}
    told = list(timeline(file(seen(1)), [], [entry]))
    page = "\n".join(told)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "characters)" in page
    assert datetime.min.replace(tzinfo=UTC).strftime("%m-%d") in told[0]
