"""Rows of a seller list that say both: the same pairs as by comparing each with each, in lists of any size."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.brands import SellerEntry, SellerStatus
from monitor.brands.contradictions import contradictions
from monitor.brands.territory import meet

FIRST = date(2026, 1, 1)
DAYS = st.none() | st.integers(0, 6).map(lambda day: FIRST + timedelta(day))
A, D = SellerStatus.AUTHORIZED, SellerStatus.DENIED


def entry(
    status: SellerStatus, begin: date | None, end: date | None, **limits: str | frozenset[str] | datetime | None
) -> SellerEntry:
    values: dict[str, object] = {"marketplace": "", "seller_id": "s", "territory": "", "skus": frozenset(), **limits}
    return SellerEntry(seller_name="", legal_entity="", status=status, valid_from=begin, valid_until=end, **values)  # type: ignore[arg-type]


ENTRIES = st.builds(
    entry,
    st.sampled_from([A, D]),
    DAYS,
    DAYS,
    marketplace=st.sampled_from(["", "m", "m:81", "m:82", "ebay.de"]),
    seller_id=st.sampled_from(["s", "S", "t"]),
    decided_at=st.none() | st.integers(1, 3).map(lambda hour: datetime(2026, 1, 2, hour, tzinfo=UTC)),
    territory=st.sampled_from(["", "DE", "DE AT", "EU", "US"]),
    skus=st.frozensets(st.sampled_from("ABC"), max_size=2),
)


def says_both(one: SellerEntry, other: SellerEntry) -> bool:
    """By the meaning of the columns, one after another."""
    caseless = "ebay.de" in (one.marketplace, other.marketplace) or one.marketplace == other.marketplace == ""
    ids = {
        one.seller_id.lower() if caseless else one.seller_id,
        other.seller_id.lower() if caseless else other.seller_id,
    }
    same = len(ids) == 1 and one.status is not other.status
    if one.decided_at and other.decided_at and one.decided_at != other.decided_at:
        return False
    for dated, undated in ((one, other), (other, one)):
        if (
            dated.decided_at
            and not undated.decided_at
            and undated.valid_until
            and undated.valid_until == dated.valid_from
        ):
            return False
    names = {one.marketplace, other.marketplace}
    place = "" in names or len(names) == 1 or names in ({"m", "m:81"}, {"m", "m:82"})
    goods = not one.skus or not other.skus or bool(one.skus & other.skus)
    begin = max(one.valid_from or date.min, other.valid_from or date.min)
    days = begin <= min(one.valid_until or date.max, other.valid_until or date.max)
    return same and place and goods and days and meet(one.territory, other.territory)


@settings(max_examples=300)
@given(st.lists(ENTRIES, max_size=10))
def test_each_pair_that_says_both_is_found_once(entries: list[SellerEntry]) -> None:
    rows = [(n, e) for n, e in enumerate(entries) if (e.valid_from or date.min) <= (e.valid_until or date.max)]
    found = [(later, earlier) for (later, _), (earlier, _) in contradictions(rows)]
    assert sorted(found) == sorted((n, k) for n, e in rows for k, o in rows if k < n and says_both(e, o))


def test_100_000_rows_of_one_seller_that_differ_in_their_days() -> None:
    days = [FIRST + timedelta(n) for n in range(100_000)]
    rows = [(n, entry((A, D)[n % 2], day, day)) for n, day in enumerate(days, 2)]
    assert list(contradictions(rows)) == []
    later = datetime(2026, 1, 2, tzinfo=UTC)
    timed = [(n, replace(e, valid_from=None, valid_until=None, decided_at=later + timedelta(n))) for n, e in rows]
    assert list(contradictions(timed)) == []
    extra = 100_002, entry(A, days[7], days[7])
    assert [(later[0], earlier[0]) for later, earlier in contradictions([*rows, extra])] == [(100_002, 9)]
