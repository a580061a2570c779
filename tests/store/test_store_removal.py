"""A listing that is found gone is known as removed, and its return reopens what was closed."""

from datetime import timedelta

from monitor.cases import Status
from monitor.store import Store
from tests.store.store_world import START, Probe, flagged, inspector, looked

URL = "https://m.example/1"
DAY = timedelta(days=1)


def see(store: Store, flags: str, day: float, listing_id: str = "1") -> None:
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, flagged(flags, listing_id, day)), judge)


def whys(store: Store, key: int = 1) -> list[str]:
    return [event.why for event in store.case(key).events]


def test_a_listing_is_found_by_its_address_in_any_form(store: Store) -> None:
    see(store, "a 40", 0)
    see(store, "a 40", 0, "2")
    gone = ["HTTPS://M.example:443/1?utm_source=x#top", "https://m.example/unknown"]
    assert store.mark_removed(gone, START + DAY) == 1
    assert store.mark_removed(gone, START + 2 * DAY) == 0, "it is known already"
    assert store.case(1).case.removed_at == START + DAY
    assert store.case(2).case.removed_at is None
    assert whys(store)[-1] == "the listing was gone on 2026-03-03"
    assert store.case(1).case.status == Status.CANDIDATE


def test_one_that_was_seen_later_is_there(store: Store) -> None:
    see(store, "a 40", 3)
    assert store.mark_removed([URL], START + DAY) == 0
    assert store.case(1).case.removed_at is None


def test_a_closed_case_is_reopened_when_the_listing_is_back(store: Store) -> None:
    see(store, "a 40", 0)
    store.decide([1], Status.CONFIRMED, "me", "test purchase")
    store.decide([1], Status.SUBMITTED, "me", "filed")
    store.decide([1], Status.UPHELD, "me", "taken down")
    store.mark_removed([URL], START + DAY)
    see(store, "a 40", 2)
    case = store.case(1).case
    assert (case.status, case.removed_at) == (Status.CANDIDATE, None)
    assert whys(store)[-2:] == ["the listing was gone on 2026-03-03", "reopened: the listing, which was gone, is back"]


def test_an_open_case_notes_it_and_stays(store: Store) -> None:
    see(store, "a 40", 0)
    store.mark_removed([URL], START + DAY)
    see(store, "a 40", 2)
    see(store, "a 40", 3)
    assert store.case(1).case.status == Status.CANDIDATE
    assert whys(store)[1:] == ["the listing was gone on 2026-03-03", "the listing, which was gone, is back"]


def test_an_old_sighting_that_comes_late_brings_nothing_back(store: Store) -> None:
    see(store, "a 40", 0)
    store.mark_removed([URL], START + 2 * DAY)
    see(store, "a 40", 1)
    assert store.case(1).case.removed_at == START + 2 * DAY


def test_nothing_gone_is_nothing(store: Store) -> None:
    assert store.mark_removed([], START) == 0
    assert store.mark_removed([f"https://m.example/{n}" for n in range(1200)], START) == 0
