"""Each part of a risk is true as a sentence, and names what it counts."""

from datetime import UTC, datetime, timedelta

from monitor.records import Listing
from monitor.sellers import Account, Cluster, Offence, Profile, Profiles, Risk, risk_of

DAY = datetime(2026, 5, 4, tzinfo=UTC)
PAIR = Cluster((Account("m", "a"), Account("m", "z")), ())


def listing(number: int, seller: str = "a", name: str = "") -> Listing:
    return Listing(marketplace="m", url=f"u{number}", title="t", seller_id=seller, seller_name=name)


def offence(case: int, status: str, **more: object) -> Offence:
    return Offence(
        case=case,
        brand="b",
        status=status,
        severity=80,
        kinds=frozenset(["low_price"]),
        **{"listing": f"u{case}", **more},
    )  # type: ignore[arg-type]


def accused(*offences: Offence, listings: int = 4, names: tuple[str, ...] = ()) -> Profile:
    found = Profiles()
    for number in range(1, listings + 1):
        found.see(listing(number), DAY)
    for name in names:
        found.see(listing(1, name=name), DAY)
    for one in offences:
        found.accuse(listing(one.case), one)
    (profile,) = found.all()
    return profile


def says(risk: Risk) -> list[tuple[int, str]]:
    return [(part.points, part.says) for part in risk.parts]


def test_the_risk_is_the_sum_of_its_parts() -> None:
    cases = [
        offence(1, "candidate", is_low=True),
        offence(2, "upheld"),
        offence(3, "dismissed"),
        offence(4, "rejected"),
        offence(5, "withdrawn"),
        offence(6, "confirmed"),
    ]
    risk = risk_of(accused(*cases), None, [])
    assert says(risk) == [
        (28, "case 1 (candidate), the most severe, has severity 80"),
        (3, "1 case waits for a decision: 1"),
        (4, "1 of 4 listings seen below the floor price: case 1"),
        (10, "2 cases confirmed by a person: 2, 6"),
        (10, "a repeat offender: confirmed cases about 2 listings"),
    ]
    assert risk.score == 55
    assert risk_of(accused(), None, []).score == 0


def test_two_brands_cases_of_one_listing_are_no_repetition_and_one_listing_below_the_floor() -> None:
    both = [offence(1, "confirmed", is_low=True), offence(2, "confirmed", is_low=True, listing="u1")]
    risk = risk_of(accused(*both, listings=2), None, [])
    assert "repeat" not in str(says(risk))
    assert (8, "1 of 2 listings seen below the floor price: case 1, 2") in says(risk)


def test_a_doubted_price_is_not_below_the_floor() -> None:
    assert "floor" not in str(says(risk_of(accused(offence(1, "candidate", is_low=False)), None, [])))


def test_listings_with_a_doubted_price_are_counted_apart() -> None:
    """Each once, and not one that is surely below the floor for another brand."""
    seen = accused(
        offence(1, "candidate", may_be_low=True),
        offence(2, "candidate", may_be_low=True, listing="u1"),
        offence(3, "candidate", is_low=True),
        offence(4, "candidate", may_be_low=True, listing="u3"),
        offence(4, "dismissed", may_be_low=True),
    )
    assert (seen.doubted_low, seen.below_floor) == (1, 0.25)


def test_one_name_in_two_cases_is_one_name() -> None:
    assert not says(risk_of(accused(names=("Two Names", "TWO NAMES", "two  names GmbH")), None, []))
    renamed = risk_of(accused(names=("Two Names", "TWO NAMES", "Other")), None, [])
    assert says(renamed) == [(5, "2 names under one id: Other, TWO NAMES")]


def test_who_came_after_the_listings_were_gone_may_have_returned() -> None:
    gone = DAY + timedelta(days=2)
    found = Profiles()
    found.see(listing(9, "z"), DAY + timedelta(days=9))
    (late,) = found.all()
    related = (10, "shares contacts, at first hand or over others, with a on m, of whom a person confirmed case 1")
    before = accused(offence(1, "confirmed", gone_at=gone))
    assert says(risk_of(late, PAIR, [before])) == [
        related,
        (
            10,
            "first seen on 2026-05-13, when the listings with cases of a on m were gone (by 2026-05-06): it may have returned",
        ),
    ]
    still_there = [
        accused(offence(1, "confirmed")),
        accused(offence(1, "confirmed", gone_at=gone), offence(2, "candidate")),
        accused(offence(1, "confirmed", gone_at=DAY + timedelta(days=10))),
    ]
    just_now = [accused(offence(1, "confirmed", gone_at=DAY + timedelta(days=9, seconds=-1)))]
    for other in still_there + just_now:
        assert says(risk_of(late, PAIR, [other])) == [related]
    assert not says(risk_of(late, PAIR, [accused(offence(1, "candidate", gone_at=gone))]))
    found = Profiles()
    found.see(listing(9, "z"), DAY + timedelta(days=400))
    (much_later,) = found.all()
    assert says(risk_of(much_later, PAIR, [before])) == [related]


def test_an_undecided_case_whose_listing_is_clear_now_counts_no_more_but_a_confirmed_one_does() -> None:
    clear = offence(1, "candidate", is_low=True, is_clear=True)
    assert risk_of(accused(clear), None, []).score == 0
    assert accused(clear).cases == [clear]
    proven = risk_of(accused(clear, offence(2, "confirmed", is_clear=True)), None, [])
    assert says(proven)[-1] == (10, "1 case confirmed by a person: 2")
