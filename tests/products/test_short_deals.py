"""Deals of a day and of every weekend are no swings, whatever reads are missing; what alternates is."""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from detectors._series import SLOW_TURNS, WEEK, Dated, alternated, swung

MOVE, BRIEF, DAYS = Decimal("0.05"), timedelta(days=3), 35
MONDAY = datetime(2026, 3, 2, 3, tzinfo=UTC)


def series(rng: random.Random, low: set[int], off: float, jitter: float, missing: float) -> Dated:
    """A price of 100 over five weeks, lower on some days."""
    return tuple(
        (
            MONDAY + timedelta(days=day),
            Decimal(str(round(100 * (1 + rng.uniform(-jitter, jitter)) * (1 - off * (day in low)), 2))),
        )
        for day in range(DAYS)
        if rng.random() >= missing
    )


def is_flagged(reads: Dated) -> bool:
    """Whether the detector's rules find turns at any of the reads."""
    for end in range(3, len(reads) + 1):
        now = reads[end - 1][0]
        fortnight, long = (
            tuple(one for one in reads[:end] if one[0] >= now - window)
            for window in (timedelta(days=14), (SLOW_TURNS + 1) * WEEK)
        )
        if swung(fortnight, MOVE, BRIEF, 2) or alternated(long, MOVE, BRIEF):
            return True
    return False


def share(every: int, length: int, off: tuple[float, float], jitter: float, missing: float) -> float:
    rng = random.Random(11)
    low = {day for start in range(4, DAYS, every) for day in range(start, start + length)}
    return sum(is_flagged(series(rng, low, rng.uniform(*off), jitter, missing)) for _ in range(60)) / 60


@pytest.mark.parametrize("missing", [0, 0.15])
@pytest.mark.parametrize("jitter", [0, 0.01, 0.025])
@pytest.mark.parametrize(("every", "length"), [(7, 1), (10, 1), (14, 1), (7, 2), (7, 3)])
def test_short_deals_are_no_swings(every: int, length: int, jitter: float, missing: float) -> None:
    assert share(every, length, (0.15, 0.30), jitter, missing) <= 0.05


@pytest.mark.parametrize(("every", "length"), [(2, 1), (4, 2), (8, 4)])
@pytest.mark.parametrize("missing", [0, 0.1])
def test_what_alternates_is_found(every: int, length: int, missing: float) -> None:
    assert share(every, length, (0.10, 0.25), 0.01, missing) >= 0.93
