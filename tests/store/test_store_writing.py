"""What is stored comes back as it was, once, with what was found."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.records import Line, Photo, Words
from monitor.store import CaseFilter, Store
from monitor.store.connection import COMPILED
from tests.store.store_world import START, Probe, brand, flagged, inspector, looked, photo, seen


def test_observations_come_back_as_they_were(store: Store) -> None:
    judge = inspector()
    written = [
        seen("1", price="1100.50", photos=2, description="süß 手表", sources={"price": "json-ld offers.price"}),
        replace(seen("2"), photos=(Photo(url="https://m.example/x.jpg", problem="answered 404"),)),
        seen("3", seller="", price="", condition="used", attributes={"z": "1", "a": "2"}),
    ]
    store.write(looked(judge, *written), judge)
    back = list(store.observations())
    assert [one.number for one in back] == sorted(one.number for one in back)
    for was, one in zip(written, back, strict=True):
        dated = replace(was.listing, observed_at=was.observed_at)
        assert one.observation == replace(was, listing=dated)
        assert list(one.observation.listing.attributes) == list(was.listing.attributes)
        assert one.observation.observed_at.utcoffset() == timedelta(0)
        assert one.brands == ("aurelia",)


def test_words_in_photos_come_back_as_they_were(store: Store) -> None:
    judge = inspector()
    lines = (
        Line(text="微信 aurelia_88", box=(0.1, 0.2, 0.9, 0.3), confidence=0.987),
        Line(text="süß", box=(0, 0.5, 1, 1), confidence=1.0),
    )
    read, none, other = (
        replace(photo("read"), words=Words(version=1, lines=lines, unread=2)),
        replace(photo("none"), words=Words(version=1)),
        photo("other"),
    )
    # The same content read by a newer reader stays beside what the older one read.
    newer = replace(read, words=Words(version=2, lines=lines[:1]))
    batch = [replace(seen("1"), photos=(read, none, other)), replace(seen("2"), photos=(newer, read))]
    store.write(looked(judge, *batch), judge)
    assert [one.observation.photos for one in store.observations()] == [one.photos for one in batch]
    assert store.words(read.sha256, 1) == read.words
    assert store.words(read.sha256, 2) == newer.words
    assert store.words(read.sha256, 3) is None
    assert store.words(other.sha256, 1) is None


def test_findings_come_back_as_they_were(store: Store) -> None:
    judge = inspector()
    prices = ["1000", "850", "1000", "850.00", "1000", "850"]
    batch = looked(judge, *(seen("1", price=price, seller="rogue", day=day) for day, price in enumerate(prices)))
    stored = store.write(batch, judge)
    kinds = {flag.kind for one in stored for finding in one.findings for flag in finding.flags}
    assert {"low_price", "unstable_price", "unauthorized_seller", "text_match"} <= kinds
    for one in stored:
        assert store.findings_of(one.observation_id) == one.findings
    assert [one.findings for one in store.observations()] == [one.findings for one in stored]


def test_what_is_stored_already_is_left_alone(store: Store) -> None:
    judge = inspector()
    batch = looked(judge, seen("1", seller="rogue"), seen("2"), seen("1", seller="rogue"))
    first, again = store.write(batch, judge), store.write(batch, judge)
    assert [one.repeated for one in first] == [False, False, True]
    assert [one.repeated for one in again] == [True, True, True]
    assert [one.observation_id for one in first] == [one.observation_id for one in again]
    assert [one.findings for one in first] == [one.findings for one in again]
    assert first[0].new_cases == first[0].case_ids == again[0].case_ids
    assert not again[0].new_cases
    assert store.count_observations() == 2
    (case,) = store.cases(CaseFilter())
    assert case.sightings == 1


@pytest.mark.parametrize(
    "other",
    [
        seen("1", price="1101"),
        seen("1", day=1),
        seen("1", title="Aurelia Meridian 40 automatic watch MER40A, new"),
    ],
)
def test_what_differs_is_another_observation(store: Store, other: object) -> None:
    judge = inspector()
    store.write(looked(judge, seen("1"), other), judge)
    assert store.count_observations() == 2


def test_a_batch_is_stored_whole_or_not_at_all(store: Store) -> None:
    judge = inspector(detectors=[Probe])
    good, bad = looked(judge, flagged("a 40", "1"), flagged("not a wish", "2"))
    with pytest.raises(ValueError, match="unpack"):
        store.write([good, bad], judge)
    assert store.count_observations() == 0
    assert store.count_cases(CaseFilter()) == 0
    store.write([good], judge)
    assert store.count_cases(CaseFilter()) == 1


def test_one_picture_is_kept_once_for_each_version(store: Store) -> None:
    judge = inspector()
    store.write(looked(judge, seen("1", photos=1), replace(seen("2"), photos=(photo("1-0"),))), judge)
    one = photo("1-0")
    assert store.fingerprint(one.sha256, 1) == one.fingerprint
    assert store.fingerprint(one.sha256, 2) is None
    assert store.fingerprint("0" * 64, 1) is None


def test_a_listing_is_known_by_a_name_of_any_length(store: Store) -> None:
    judge = inspector()
    long = [seen("https://m.example/" + "x" * 3_900 + end, seller="rogue") for end in ("1", "2")]
    stored = store.write(looked(judge, *long), judge)
    assert len({key for one in stored for key in one.case_ids}) == 2


def test_a_file_that_is_opened_later_is_asked_with_what_was_compiled_before(tmp_path: Path) -> None:
    judge, compiled = inspector(), []
    files = [f"sqlite:///{tmp_path}/{name}.db" for name in ("first", "second")]
    for url in files:
        Store(url).close()
    for url in files:
        with Store(url) as store:
            store.write(looked(judge, seen()), judge)
            assert store.count_observations() == 1
        compiled.append(set(COMPILED))
    assert compiled[0] == compiled[1]


def test_amounts_keep_all_digits_and_times_their_moment(store: Store) -> None:
    judge = inspector()
    batch = looked(judge, seen("1", price="123456789012.10", day=0.123456), seen("1", price="850.10", seller="rogue"))
    store.write(batch, judge)
    one, *_ = store.observations()
    assert str(one.observation.listing.price) == "123456789012.10"
    assert one.observation.observed_at == START + timedelta(days=0.123456)
    (case,) = store.cases(CaseFilter())
    assert str(case.finding.unit_price) == "850.10"
    assert case.finding.floor_price == Decimal(1000)


def test_observations_since_a_moment(store: Store) -> None:
    judge = inspector()
    store.write(looked(judge, *(seen("1", day=day) for day in (3, 1, 2))), judge)
    since = START + timedelta(days=2)
    assert store.count_observations(since) == 2
    assert [one.observation.observed_at for one in store.observations(since=since)] == [
        since + timedelta(days=1),
        since,
    ]
    assert store.newest_observation() == START + timedelta(days=3)


def test_each_brand_has_its_own_case(store: Store) -> None:
    judge = inspector(brand("aurelia"), brand("borealis"))
    (stored,) = store.write(looked(judge, seen("1", seller="rogue")), judge)
    assert [finding.brand for finding in stored.findings] == ["aurelia", "borealis"]
    assert len(stored.case_ids) == 2
    assert [case.finding.brand for case in store.cases(CaseFilter(brand="borealis"))] == ["borealis"]
