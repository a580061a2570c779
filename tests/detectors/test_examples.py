"""Every detector states what it flags and what it leaves alone, and does so."""

from functools import partial
from typing import Any

import pytest

from detectors.base import Detector, Example, discover
from monitor.images import fingerprint
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Observation, Photo, listing_from_record

CASES = [(detector, example) for detector in discover() for example in detector.examples()]


@pytest.mark.parametrize(("detector", "example"), CASES, ids=[f"{d.kind}: {e.says}" for d, e in CASES])
def test_example(detector: type[Detector[Any]], example: Example) -> None:
    inspector, ledger = Inspector([example.brand], detectors=[detector]), Ledger()
    flags: tuple[object, ...] = ()
    for record in (*example.history, example.listing):
        listing = listing_from_record({"observed_at": "2026-03-20T03:00:00Z"} | dict(record))
        assert listing.observed_at
        photos = tuple(
            Photo(url=name, sha256=f"{hash(content):x}", fingerprint=fingerprint(content))
            for name, content in example.photos.items()
        )
        seen = Observation(listing=listing, observed_at=listing.observed_at, photos=photos)
        looked = inspector.look(seen)
        findings = inspector.judge(looked, partial(ledger.before, seen))
        ledger.add(inspector.price_points(looked))
        flags = tuple(flag for finding in findings for flag in finding.flags)
    assert bool(flags) is example.flagged, flags


def test_kinds_are_unique_and_each_has_both_sorts_of_example() -> None:
    kinds = [detector.kind for detector in discover()]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) >= {
        "low_price", "unstable_price", "unauthorized_seller", "text_match", "logo_match", "photo_match",
    }  # fmt: skip
    for detector in discover():
        assert {example.flagged for example in detector.examples()} == {True, False}, detector.kind
