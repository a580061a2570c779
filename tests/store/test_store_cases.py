"""The life of a case: found, seen again, decided, reopened; who, when and why are kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.brands import SellerEntry, SellerStatus
from monitor.cases import Status, could_show
from monitor.errors import ConfigurationError
from monitor.records import Evidence
from monitor.store import CaseFilter, Store
from tests.store.store_world import START, Probe, brand, flagged, inspector, looked, seen

CARD = {"attributes": {"known_from": "result page"}}
PHOTO = "https://m.example/1.jpg"


def see(store: Store, *sightings: tuple[float, str], listing_id: str = "1") -> int:
    """Store sightings of a listing, each with its day and its flags (`a 40, b 60`); the case."""
    judge = inspector(detectors=[Probe])
    batch = looked(judge, *(flagged(flags, listing_id, day) for day, flags in sightings))
    return next(key for stored in store.write(batch, judge) for key in stored.case_ids)


def kinds(store: Store, key: int) -> dict[str, int]:
    """The flags of a case with their severities."""
    return {flag.rule: flag.severity for flag in store.case(key).case.finding.flags}


def test_seen_again_it_is_the_same_case(store: Store) -> None:
    key = see(store, (0, "a 40"))
    assert see(store, (1, "a 45, b 30"), (2, "b 35")) == key
    file = store.case(key)
    assert store.count_cases(CaseFilter()) == 1
    assert (file.case.sightings, file.case.first_seen, file.case.last_seen) == (3, START, START + timedelta(days=2))
    assert kinds(store, key) == {"a": 45, "b": 35}
    assert file.case.severity == 48
    assert [(one.observation_id, one.kinds) for one in file.sightings] == [
        (1, ("probe_a",)),
        (2, ("probe_a", "probe_b")),
        (3, ("probe_b",)),
    ]
    assert [price.unit_price for price in file.prices] == [1100, 1100, 1100]


def test_flags_about_one_seller_do_not_stand_beside_another(store: Store) -> None:
    key = see(store, (0, "a 90, b 30"))
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, flagged("c 40", day=1, seller="rogue")), judge)
    case = store.case(key).case
    assert (kinds(store, key), case.severity) == ({"c": 40}, 40)
    assert case.listing.seller_id == "rogue"
    store.write(looked(judge, flagged("d 95", day=0.5)), judge)
    assert kinds(store, key) == {"c": 40}, "an earlier sighting of the first seller comes late"
    assert len(store.case(key).sightings) == 3, "what was seen is kept"


def test_what_was_seen_before_a_decision_reopens_nothing(store: Store) -> None:
    key = see(store, (5, "a 40"))
    store.decide([key], Status.DISMISSED, "me", "fair")
    see(store, (2, "b 95"))
    assert store.case(key).case.status == Status.DISMISSED
    see(store, (6, "b 95"))
    assert store.case(key).case.status == Status.CANDIDATE


def test_a_sighting_without_flags_does_not_count(store: Store) -> None:
    key = see(store, (0, "a 40"))
    judge = inspector(detectors=[Probe])
    (stored,) = store.write(looked(judge, flagged("", day=1)), judge)
    assert (stored.case_ids, stored.severity) == ((), 0)
    assert store.case(key).case.sightings == 1
    assert store.case(key).case.last_seen == START


def test_what_a_later_read_does_not_find_any_more_is_told(store: Store) -> None:
    key = see(store, (1, "a 40"))
    judge, another = inspector(detectors=[Probe]), inspector(brand("other"), detectors=[Probe])
    store.write(looked(judge, flagged("", day=0)), judge)
    store.write(looked(another, flagged("", day=2)), another)
    store.write(looked(judge, flagged("", "2", day=3)), judge)
    assert store.case(key).case.clean_at is None, "read earlier, for another brand, or another listing"
    assert faded(store, key) == []
    store.write(looked(judge, flagged("", day=4), flagged("", day=3)), judge)
    assert store.case(key).case.clean_at == START + timedelta(days=4)
    assert faded(store, key) == ["a"]
    see(store, (5, "b 30"))
    assert store.case(key).case.clean_at is None
    assert (faded(store, key), sorted(kinds(store, key))) == (["a"], ["a", "b"]), "kept, and told apart"
    assert store.case(key).case.shown_at == START + timedelta(days=5)
    see(store, (6, "a 40, b 30"))
    assert (faded(store, key), store.case(key).case.shown_at) == ([], START + timedelta(days=6))


@pytest.mark.parametrize(
    ("fields", "record", "could"),
    [
        ({"description"}, {"title": "x"}, True),
        ({"description"}, {"title": "x", **CARD}, False),
        ({"description"}, {"title": "x", "description": "y", **CARD}, True),
        ({"description", "title"}, {"title": "AURELIA watch", **CARD}, False),
        ({"description", "title"}, {"title": "Gold watch", **CARD}, True),
        ({"title"}, {"title": "AURELIA watch", **CARD}, True),
        ({"attributes.note"}, {"title": "x", **CARD}, False),
        ({"images"}, {"title": "x", "images": ["https://m.example/small.jpg"], **CARD}, False),
        ({"images"}, {"title": "x", "images": [PHOTO], **CARD}, True),
        ({"price", "floor"}, {"title": "x", "price": "5", **CARD}, True),
        ({"price", "floor"}, {"title": "x", **CARD}, False),
        (set(), {"title": "x", **CARD}, True),
    ],
)
def test_a_card_of_a_search_says_nothing_of_what_it_does_not_hold(
    fields: set[str], record: dict[str, object], *, could: bool
) -> None:
    facts = [Evidence(field=field, observed="AURELIA", image=PHOTO) for field in fields]
    assert could_show(facts, record) is could


def test_a_seller_who_is_denied_now_was_not_cleared(store: Store) -> None:
    denied = SellerEntry(
        marketplace="m.example", seller_id="s9", seller_name="S9", legal_entity="", status=SellerStatus.DENIED
    )
    before, after = inspector(), inspector(replace(brand(), sellers=(denied,)))
    for judge, day in ((before, 0), (after, 2), (before, 1)):
        store.write(looked(judge, seen(seller="s9", day=day)), judge)
        (case,) = store.cases(CaseFilter())
    rules = [one.rule for one in case.finding.flags if one.kind == "unauthorized_seller"]
    assert (rules, [rule for kind, rule in case.faded if kind == "unauthorized_seller"]) == (["denied"], [])


def faded(store: Store, key: int) -> list[str]:
    """The rules of flags that the last read raised no more."""
    return sorted(rule for _, rule in store.case(key).case.faded)


def test_an_earlier_sighting_that_comes_late_does_not_overrule(store: Store) -> None:
    key = see(store, (5, "a 40"))
    see(store, (2, "a 90, b 30"))
    case = store.case(key).case
    assert (case.first_seen, case.last_seen) == (START + timedelta(days=2), START + timedelta(days=5))
    assert kinds(store, key) == {"a": 40, "b": 30}
    assert case.listing.observed_at == START + timedelta(days=5)


def test_several_flags_of_one_rule_stay_together(store: Store) -> None:
    key = see(store, (0, "a 40, a 60"))
    assert [flag.severity for flag in store.case(key).case.finding.flags] == [60, 40]
    see(store, (1, "a 50"))
    assert [flag.severity for flag in store.case(key).case.finding.flags] == [50]


@pytest.mark.parametrize(
    ("moves", "days", "flags", "status", "why"),
    [
        ("dismissed", 1, "a 40", "dismissed", ""),
        ("dismissed", 1, "a 54", "dismissed", ""),
        ("dismissed", 1, "a 55", "candidate", "probe_a (a) rose from 40 to 55"),
        ("dismissed", 1, "a 40, b 20", "candidate", "new flag probe_b (b)"),
        ("dismissed", 900, "a 40", "dismissed", ""),
        ("confirmed", 1, "b 90", "confirmed", ""),
        ("confirmed submitted", 1, "b 90", "submitted", ""),
        ("confirmed submitted rejected", 90, "a 40", "rejected", ""),
        ("confirmed submitted rejected", 1, "b 90", "candidate", "new flag probe_b (b)"),
        ("confirmed submitted withdrawn", 1, "b 90", "candidate", "new flag probe_b (b)"),
        ("confirmed submitted upheld", 6, "a 40", "upheld", ""),
        ("confirmed submitted upheld", 7, "a 40", "candidate", "7 days after it was last seen"),
        ("confirmed submitted upheld", 1, "b 20", "candidate", "new flag probe_b (b)"),
    ],
)
def test_what_reopens_a_case(store: Store, moves: str, days: int, flags: str, status: str, why: str) -> None:
    key = see(store, (0, "a 40"))
    for move in moves.split():
        store.decide([key], Status(move), "ann", f"because {move}")
    assert see(store, (days, flags)) == key
    file = store.case(key)
    assert file.case.status == status
    steps = [event.after for event in file.events]
    assert steps == ["candidate", *moves.split(), *(["candidate"] if why else [])]
    if why:
        last = file.events[-1]
        assert (last.by, last.before) == ("monitor", moves.rsplit(maxsplit=1)[-1])
        assert why in last.why


def test_dismissed_again_the_new_flag_is_known(store: Store) -> None:
    key = see(store, (0, "a 40"))
    store.decide([key], Status.DISMISSED, "ann", "parallel import")
    see(store, (1, "a 40, b 60"))
    assert store.case(key).case.status == "candidate"
    store.decide([key], Status.DISMISSED, "ann", "still fine")
    see(store, (2, "a 40, b 60"), (3, "b 60"), (4, "a 54"))
    assert store.case(key).case.status == "dismissed"
    assert [event.after for event in store.case(key).events] == ["candidate", "dismissed", "candidate", "dismissed"]


def test_small_steps_add_up_to_a_clear_one(store: Store) -> None:
    """The measure is what was seen when the case was closed, not the night before."""
    key = see(store, (0, "a 40"))
    store.decide([key], Status.DISMISSED, "ann", "x")
    see(store, (1, "a 48"))
    assert store.case(key).case.status == "dismissed"
    see(store, (2, "a 56"))
    assert store.case(key).case.status == "candidate"


def test_a_decision_keeps_who_when_and_why(store: Store) -> None:
    key = see(store, (0, "a 40"))
    store.decide([key], Status.CONFIRMED, "Ann O'Neil", '购买测试; "fake"')
    found, confirmed = store.case(key).events
    assert (found.by, found.before, found.after) == ("monitor", "", "candidate")
    assert (confirmed.by, confirmed.before, confirmed.after) == ("Ann O'Neil", "candidate", "confirmed")
    assert confirmed.why == '购买测试; "fake"'
    assert confirmed.at.utcoffset() == timedelta(0)
    assert confirmed.at >= found.at


@pytest.mark.parametrize(
    ("moves", "then", "says"),
    [
        ("", "submitted", "case 1 is candidate and cannot become submitted; it can become: confirmed, dismissed"),
        ("", "candidate", "cannot become candidate"),
        ("confirmed", "upheld", "it can become: submitted, dismissed"),
        ("confirmed submitted", "dismissed", "it can become: upheld, rejected, withdrawn"),
        ("dismissed", "confirmed", "it can become: candidate"),
    ],
)
def test_a_move_that_is_not_allowed(store: Store, moves: str, then: str, says: str) -> None:
    key = see(store, (0, "a 40"))
    for move in moves.split():
        store.decide([key], Status(move), "ann", "x")
    with pytest.raises(ConfigurationError, match=says):
        store.decide([key], Status(then), "ann", "x")


def test_several_cases_are_decided_together_or_not_at_all(store: Store) -> None:
    keys = [see(store, (0, "a 40"), listing_id=name) for name in "123"]
    store.decide(keys[:1], Status.CONFIRMED, "ann", "x")
    for wrong in ([*keys[1:], keys[0]], [*keys[1:], 999]):
        with pytest.raises(ConfigurationError):
            store.decide(wrong, Status.CONFIRMED, "ann", "x")
    assert [store.case(key).case.status for key in keys] == ["confirmed", "candidate", "candidate"]
    store.decide([keys[1], keys[2], keys[1]], Status.DISMISSED, "ann", "x")
    assert len(store.case(keys[1]).events) == 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (CaseFilter(), ["3", "2", "1"]),
        (CaseFilter(limit=2), ["3", "2"]),
        (CaseFilter(min_severity=50), ["3", "2"]),
        (CaseFilter(flag="probe_b"), ["3"]),
        (CaseFilter(status="dismissed"), ["1"]),
        (CaseFilter(status="candidate", min_severity=60), ["3"]),
        (CaseFilter(brand="other"), []),
        (CaseFilter(marketplace="m.example"), ["3", "2", "1"]),
        (CaseFilter(marketplace="m"), []),
        (CaseFilter(ids=(1, 3)), ["3", "1"]),
        (CaseFilter(flag="' OR 1=1 --"), []),
    ],
)
def test_filters(store: Store, wanted: CaseFilter, expected: list[str]) -> None:
    for name, flags in (("1", "a 40"), ("2", "a 50"), ("3", "a 60, b 30")):
        see(store, (0, flags), listing_id=name)
    store.decide([1], Status.DISMISSED, "ann", "x")
    assert [case.listing.listing_id for case in store.cases(wanted)] == expected
    assert store.count_cases(wanted) == (3 if wanted.limit else len(expected))


def test_a_case_that_is_not_there(store: Store) -> None:
    with pytest.raises(ConfigurationError, match="there is no case 7; see: monitor cases list"):
        store.case(7)


def test_more_cases_than_are_read_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.store.queries.AT_ONCE", 4)
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, *(flagged(f"a {number * 7 % 90}", str(number)) for number in range(18))), judge)
    found = store.cases(CaseFilter())
    assert len(found) == 18
    assert all(len(case.finding.flags) == 1 for case in found)
    assert [case.severity for case in found] == sorted((case.severity for case in found), reverse=True)
