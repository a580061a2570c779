"""How flags make a case, how a case may move, and what brings a closed one back."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.brands import StandingKind
from monitor.cases import (
    CLOSED,
    COLUMNS,
    DAYS_TO_REMOVE,
    MOVES,
    Status,
    band_of,
    finding_row,
    may_move,
    reopens,
    severity_of,
    stand,
)
from monitor.records import Finding, Flag, listing_from_record
from monitor.records.finding import STANDINGS


def flag(wish: str) -> Flag:
    """A flag from `kind.rule severity`."""
    name, severity = wish.split()
    kind, _, rule = name.partition(".")
    return Flag(kind=kind, brand="b", severity=int(severity), rule=rule, sentence=f"{kind} by {rule}")


def flags(wishes: str) -> list[Flag]:
    """Flags from a list joined by commas."""
    return [flag(wish.strip()) for wish in wishes.split(",") if wish.strip()]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("", 0),
        ("a.x 20", 20),
        ("a.x 60", 60),
        ("a.x 60, a.y 60", 60),  # two rules of one kind say one thing
        ("a.x 60, b.x 40", 64),
        ("a.x 60, b.x 40, c.x 45, a.y 35", 68),
        ("a.x 95, b.x 90, c.x 80", 100),
    ],
)
def test_severity_together(found: str, expected: int) -> None:
    assert severity_of(flags(found)) == expected


@given(st.lists(st.builds(Flag, kind=st.sampled_from("abc"), brand=st.just("b"), severity=st.integers(0, 100),
                          rule=st.sampled_from("xy"), sentence=st.just("s")), min_size=1))  # fmt: skip
def test_severity_is_never_below_the_highest_nor_above_100(found: list[Flag]) -> None:
    assert max(one.severity for one in found) <= severity_of(found) <= 100


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (0, "note"),
        (29, "note"),
        (30, "suspicion"),
        (59, "suspicion"),
        (60, "violation"),
        (85, "urgent"),
        (100, "urgent"),
    ],
)
def test_bands(severity: int, word: str) -> None:
    assert band_of(severity) == word


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("candidate", "confirmed dismissed"),
        ("confirmed", "submitted dismissed"),
        ("submitted", "upheld rejected withdrawn"),
        ("dismissed", "candidate"),
        ("upheld", "candidate"),
        ("rejected", "candidate"),
        ("withdrawn", "candidate"),
    ],
)
def test_moves(now: str, then: str) -> None:
    assert {status for status in Status if may_move(Status(now), status)} == set(then.split())
    assert set(MOVES) == set(Status)


@pytest.mark.parametrize("status", sorted(CLOSED))
@pytest.mark.parametrize(
    ("known", "found", "why"),
    [
        ("a.x 45", "a.x 45", ""),
        ("a.x 45, b.x 60", "a.x 45", ""),
        ("a.x 45", "a.x 30", ""),
        ("a.x 45", "a.x 59", ""),
        ("a.x 45", "a.x 60", "a (x) rose from 45 to 60"),
        ("a.x 45, a.x 60", "a.x 60", ""),  # worse was known
        ("a.x 45", "a.y 45", "new flag a (y)"),
        ("a.x 45", "a.x 45, b.x 20", "new flag b (x)"),
        ("a.x 45", "", ""),
    ],
)
def test_what_reopens_a_closed_case(status: Status, known: str, found: str, why: str) -> None:
    assert reopens(status, flags(known), flags(found)) == why


@pytest.mark.parametrize("status", sorted(set(Status) - CLOSED))
def test_an_open_case_is_not_reopened(status: Status) -> None:
    assert reopens(status, [], flags("a.x 100"), days=1000) == ""


@pytest.mark.parametrize("status", sorted(CLOSED))
@pytest.mark.parametrize("days", [-5, 0, DAYS_TO_REMOVE - 1, DAYS_TO_REMOVE, 400])
def test_a_listing_that_is_there_though_the_complaint_was_upheld(status: Status, days: int) -> None:
    why = reopens(status, flags("a.x 45"), flags("a.x 45"), days=days)
    assert bool(why) is (status is Status.UPHELD and days >= DAYS_TO_REMOVE)


def test_who_sells_was_not_known_and_is_now() -> None:
    known = flags("a.x_seller_unknown 35, b.x_seller_unknown 35")
    assert list(stand(known, flags("a.x 50"))) == flags("a.x 50, b.x_seller_unknown 35")
    assert list(stand(flags("a.x 50"), known[:1])) == flags("a.x 50, a.x_seller_unknown 35"), "it may be another"


def test_what_the_seller_list_says_last_of_a_seller_stands() -> None:
    """Who was unknown and is denied now was not cleared."""
    assert {str(kind) for kind in StandingKind} == STANDINGS | {"authorized", "unreadable", "no_policy"}
    of = "unauthorized_seller"
    unknown, denied, posing = (flags(f"{of}.{rule}") for rule in ("unknown 50", "denied 70", "impersonation 80"))
    assert list(stand([*unknown, *posing], denied)) == [*posing, *denied]
    assert list(stand(unknown, posing)) == [*posing, *unknown]


def test_the_latest_flags_of_a_kind_and_rule_stand() -> None:
    found = stand(flags("a.x 40, a.x 45, a.y 60, b.x 10"), flags("a.x 50, a.x 30, c.x 5"))
    assert list(found) == flags("a.y 60, a.x 50, a.x 30, b.x 10, c.x 5")


def test_the_row_of_the_csv() -> None:
    listing = listing_from_record(
        {
            "marketplace": "m.example", "listing_id": "7", "url": "https://m.example/7", "title": "=Watch",
            "seller_id": "s1", "seller_name": "Shop", "price": "1000", "currency": "EUR",
        }
    )  # fmt: skip
    moment = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    found = Finding(
        brand="aurelia", flags=tuple(flags("low_price.below 60, low_price.read 45, text_match.plain 35")), sku="S-1",
        unit_price=Decimal("500.00"), currency="EUR", floor_price=Decimal(1000),
    )  # fmt: skip
    row = finding_row(listing, found, case_id="3", first_seen=moment, last_seen=moment, sightings=2)
    assert tuple(row) == COLUMNS
    assert ",".join(COLUMNS) == (
        "case_id,status,severity,brand,marketplace,listing_id,url,title,seller_id,seller_name,sku,price,currency,"
        "net_unit_price,floor_price,flags,reasons,first_seen,last_seen,sightings,evidence"
    )
    assert row == {
        "case_id": "3", "status": "candidate", "severity": "63", "brand": "aurelia", "marketplace": "m.example",
        "listing_id": "7", "url": "https://m.example/7", "title": "=Watch", "seller_id": "s1", "seller_name": "Shop",
        "sku": "S-1", "price": "1000", "currency": "EUR", "net_unit_price": "500.00", "floor_price": "1000",
        "flags": "low_price | text_match",
        "reasons": "low_price by below | low_price by read | text_match by plain",
        "first_seen": "2026-03-02T03:00:00+00:00", "last_seen": "2026-03-02T03:00:00+00:00", "sightings": "2",
        "evidence": "",
    }  # fmt: skip
