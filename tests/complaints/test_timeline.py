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
        reference="R-1", drafted_at=START, filed_on=START.date(), ended_on=None, steps=made,
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
        "first seen, with the mark in the text", "candidate, by monitor", "seen 4 times until 2026-03-06 03:00",
        "candidate → confirmed, by J. Weber: test purchase", "evidence sealed, purchase, by me", "order A-1",
        "seen again, with the mark in the text, a price below the floor", "etsy: draft", "confirmed → submitted, by complaint 4",
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


def test_no_step_is_lost_among_sightings_that_differ_each_day() -> None:
    """The seller swings the price daily, so the flags of 170 sightings alternate around the steps."""
    steps = [
        event(80.1, "candidate", "confirmed", "looked at"),
        event(83.2, "confirmed", "submitted", "complaint 4 filed through etsy, reference R-1"),
    ]
    sightings = [seen(day, *(["text_match"] if day % 2 else ["text_match", "low_price"])) for day in range(170)]
    filed = complaint((82, "draft", "drafted on the ground trademark"), (83.2, "submitted", "reference R-1"),
                      (90, "counter_notice", "genuine goods"))  # fmt: skip
    sealed = {"at": (START + 81.5 * DAY).isoformat(), "kind": "capture", "by": "me", "name": "case-1-capture",
              "digest": "ab" * 32}  # fmt: skip
    told = list(timeline(file(event(0, "", "candidate", "found", "monitor"), *steps, *sightings), [filed], [sealed]))
    page = " ".join("\n".join(told).split())
    for part in ("candidate → confirmed", "evidence sealed, capture", "etsy: draft", "confirmed → submitted",
                 "etsy: submitted", "etsy: counter notice, by J. Weber: genuine goods"):  # fmt: skip
        assert part in page
    assert "seen 80 times until" in page
    assert "with the mark in the text, a price below the floor (40 times)" in page
    assert len(told) <= 20


def test_steps_are_cut_before_they_are_too_many_and_never_left_out() -> None:
    many = [event(day, "confirmed", "dismissed", f"note {day} " + "because " * 60) for day in range(40)]
    told = list(timeline(file(*many)))
    assert len(told) <= MOST_LINES
    assert all(any(f"note {day} " in line for line in told) for day in range(40))
    many = [event(day, "confirmed", "dismissed", f"note {day} .") for day in range(300)]
    told = list(timeline(file(*many)))
    assert len(told) == 300, "longer than a page, as there are more steps"


def test_a_listing_that_flaps_is_folded_and_its_takedown_is_not() -> None:
    flaps = [
        event(day + part, "submitted", "submitted", why, "monitor")
        for day in range(8, 108)
        for part, why in ((0, GONE), (0.5, "the listing, which was gone, is back"))
    ]
    told = list(timeline(file(*flaps, *(seen(day) for day in range(110))), [complaint((1, "submitted", "R-1"))]))
    page = "\n".join(told)
    assert "after complaint 4 of 2026-03-02" in page
    assert "the monitor noted 197 times more that the listing was gone or back" in page
    assert len(told) < 15


def test_evidence_that_does_not_verify_is_said_first() -> None:
    first, *rest = timeline(file(seen(1)), [], [], ["log.jsonl: line 3 does not follow", *"abcd"])
    page = " ".join(" ".join((first, *rest)).split())
    assert "THE EVIDENCE DOES NOT VERIFY" in first
    assert "line 3 does not follow" in page
    assert "(and 2 more)" in page


def test_a_test_buy_is_told_with_its_order_and_what_differs() -> None:
    """Also where it takes back what was alleged, however long the note is."""
    sealed = {"at": "2026-05-04T10:00:00+00:00", "kind": "purchase", "by": "ana", "name": "p", "digest": "d"}
    said = {"order": "E-9", "differs": "Nothing differs: the bag is genuine", "note": "n" * 600}
    told = " ".join(" ".join(timeline(file(seen(1, "text_match")), (), [sealed | said])).split())
    assert "evidence sealed, purchase of order E-9, by ana: Nothing differs: the bag is genuine; nnn" in told
    assert "n… (package p, SHA-256 d)" in told


def test_hostile_words_are_shown_and_not_obeyed() -> None:
    entry = {"at": "not a time", "kind": "note", "by": "x\u202ey", "note": "a\x1b[2Jb\nc" + "z" * 5000}
    told = list(timeline(file(seen(1)), [], [entry]))
    page = "\n".join(told)
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert 200 < page.count("z") < 300
    assert "characters)" in "".join(timeline(file(event(1, "confirmed", "dismissed", "x" * 5000))))
    assert datetime.min.replace(tzinfo=UTC).strftime("%m-%d") in told[0]
