"""The history that the database gives is the one that the ledger gives."""

import itertools
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.ledger import Ledger
from monitor.records import Observation
from monitor.store import Store
from tests.store.store_world import PRODUCT, Probe, brand, inspector, looked, seen

SLUGS = (f"b{number}" for number in itertools.count())
OFFERS = st.lists(
    st.builds(
        seen,
        st.sampled_from(["1", "2", "3", "4"]),
        price=st.sampled_from(["900", "1000.00", "1000", "1250.50"]),
        seller=st.sampled_from(["ally", "rogue", ""]),
        # Mostly in order, sometimes not, at the same moment, and beyond the reach of histories on both sides.
        day=st.sampled_from([0, 0, 1, 1.5, 2, 3, 20, 59, 60, 61, 61.000001, 90, 130]),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(offers=OFFERS, batch=st.integers(1, 5))
def test_store_and_ledger_remember_the_same(store: Store, offers: list[Observation], batch: int) -> None:
    """Whatever the order of times, and however the observations are cut into batches."""
    slug = next(SLUGS)  # one database serves all examples
    judge = inspector(brand(slug), detectors=[Probe])
    ours = [
        Observation(listing=_of(one, slug), observed_at=one.observed_at)
        for one in {(_key(one)): one for one in offers}.values()
    ]
    for start in range(0, len(ours), batch):
        store.write(looked(judge, *ours[start : start + batch]), judge)
    (probe,) = judge._detectors
    ledger = Ledger()
    expected = []
    for one in looked(judge, *ours):
        expected.append(ledger.before(one.subject.observation, slug, PRODUCT.sku))
        ledger.add(judge.price_points(one))
    assert probe.histories() == expected
    assert [str(p.unit_price) for h in probe.histories() for p in (*h.own, *h.peers)] == [
        str(p.unit_price) for h in expected for p in (*h.own, *h.peers)
    ]


def _key(one: Observation) -> tuple[object, ...]:
    listing = one.listing
    return listing.key, one.observed_at, listing.price, listing.seller_id


def _of(one: Observation, slug: str) -> object:
    from dataclasses import replace

    return replace(one.listing, marketplace=f"{slug}.example")


@pytest.mark.parametrize("detectors", [None])
def test_stored_in_any_batches_the_same_is_found(url: str, detectors: None) -> None:
    """The real detectors over a fortnight of five sellers: batches of one and one batch say the same."""
    offers = [
        seen(str(shop), price=str(1000 + 137 * ((day * shop) % 4) - 90 * shop), seller=f"s{shop}", day=day)
        for day in range(14)
        for shop in range(5)
    ]
    judge = inspector()
    with Store(url) as store:
        one_by_one = [store.write([one], judge)[0].findings for one in looked(judge, *offers[:35])]
        rest = [stored.findings for stored in store.write(looked(judge, *offers[35:]), judge)]
    ledger = Ledger()
    expected = []
    for one in looked(judge, *offers):
        observation = one.subject.observation
        expected.append(judge.judge(one, lambda slug, sku, at=observation: ledger.before(at, slug, sku)))
        ledger.add(judge.price_points(one))
    assert one_by_one + rest == expected
    assert {flag.rule for findings in expected for finding in findings for flag in finding.flags} >= {
        "swings",
        "undercuts_sellers",
    }


def test_history_ends_at_the_moment_of_the_observation(store: Store) -> None:
    judge = inspector(detectors=[Probe])
    late, early = seen("2", day=5), seen("1", day=2)
    store.write(looked(judge, late, seen("3", day=1), early, seen("1", day=2 - 1e-6)), judge)
    (probe,) = judge._detectors
    assert [p.listing_id for p in probe.histories()[2].peers] == ["3"]
    assert [p.observed_at for p in probe.histories()[3].own] == []
    assert early.observed_at - timedelta(days=1) == probe.histories()[2].peers[0].observed_at
