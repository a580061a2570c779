"""Which accounts belong together, whatever the order, and what a person splits."""

import random
from datetime import UTC, datetime, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from monitor.records import Listing, Photo
from monitor.sellers import Account, Offence, Profiles, Split, clusters_of, hints_of, risk_of

DAY = datetime(2026, 5, 4, tzinfo=UTC)
SIGHTS = [
    ("a", "wechat: best88 and +49 30 1234567"),
    ("b", "WeChat：BEST88, mail x@y.example"),
    ("c", "X@Y.example"),
    ("d", "+49 30 1234567"),
    ("e", "z@z.example"),
    ("f", "Z@z.example"),
    ("g", "alone"),
]
NAMED = {name: Account("m", name) for name in "abcdefg"}


def profiles(order: list[tuple[str, str]]) -> Profiles:
    found = Profiles()
    for number, (seller, text) in enumerate(order):
        listing = Listing(marketplace="m", url=f"u{number}", title="t", description=text, seller_id=seller)
        found.see(listing, DAY)
    return found


def groups(order: list[tuple[str, str]], *splits: Split) -> set[str]:
    found = clusters_of(profiles(order).all(), splits)
    return {"".join(account.seller_id for account in cluster.accounts) for cluster in found.values()}


def test_shared_facts_join_and_each_join_is_explained() -> None:
    assert groups(SIGHTS) == {"abcd", "ef"}
    cluster = clusters_of(profiles(SIGHTS).all())[NAMED["a"]]
    assert "a on m and b on m share wechat best88" in {str(join) for join in cluster.joins}


SEEN = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from([f"m{n}@x.example" for n in range(6)])), max_size=16
)
PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] != p[1]), max_size=4
)


def connected(order: list[tuple[str, str]]) -> set[frozenset[Account]]:
    """The groups of two and more that facts connect, by painting one account after another in its neighbour's colour."""
    colour = {seller: seller for seller, _ in order}
    for _ in order:
        for one, other in product(order, order):
            if one[1] == other[1]:
                colour[one[0]] = colour[other[0]] = min(colour[one[0]], colour[other[0]])
    groups = {frozenset(NAMED[seller] for seller in colour if colour[seller] == shade) for shade in colour.values()}
    return {group for group in groups if len(group) > 1}


@given(SEEN, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_what_was_seen_and_split_does_not_matter(
    order: list[tuple[str, str]], pairs: list[tuple[str, str]], chance: random.Random
) -> None:
    found = clusters_of(profiles(order).all(), [Split(NAMED[one], NAMED[other]) for one, other in pairs])
    for cluster in found.values():
        assert not [pair for pair in pairs if {NAMED[pair[0]], NAMED[pair[1]]} <= set(cluster.accounts)]
    if not pairs:
        assert {frozenset(cluster.accounts) for cluster in found.values()} == connected(order)
    shuffled, turned = [*order, *order[:3]], [pair[::-1] for pair in pairs]
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    again = clusters_of(profiles(shuffled).all(), [Split(NAMED[one], NAMED[other]) for one, other in turned])
    assert again == found


def test_a_split_holds_at_the_next_crawl_even_over_others() -> None:
    split = Split(NAMED["c"], NAMED["a"])
    for order in (SIGHTS, [*SIGHTS, ("a", "x@y.example"), ("c", "wechat: best88")]):
        for group in groups(order, split):
            assert not {"a", "c"} <= set(group)


def test_a_fact_of_many_accounts_is_the_marketplaces() -> None:
    assert groups([(f"s{number}", "service@m.example") for number in range(13)]) == set()


def test_the_risk_is_the_sum_of_its_parts() -> None:
    found = profiles(SIGHTS)
    listing = Listing(marketplace="m", url="u0", title="t", seller_id="a")
    kinds = frozenset(["low_price"])
    for number, status in enumerate(["candidate", "upheld", "dismissed"], 1):
        found.accuse(listing, Offence(case=number, brand="b", status=status, severity=80, kinds=kinds, last_seen=DAY))
    late = Listing(marketplace="m", url="u9", title="t", seller_id="z", description="wechat: best88")
    found.see(late, DAY + timedelta(days=9))
    clusters = clusters_of(found.all())
    by_id = {profile.account.seller_id: profile for profile in found.all()}
    guilty = risk_of(by_id["a"], clusters[NAMED["a"]], [by_id["b"]])
    assert guilty.score == sum(part.points for part in guilty.parts) == 28 + 6 + 15 + 10
    returned = risk_of(by_id["z"], clusters[by_id["z"].account], [by_id["a"], by_id["b"]])
    assert [part.points for part in returned.parts] == [10, 10]
    assert risk_of(by_id["g"], None, []).score == 0


def test_same_photos_hint_and_join_nobody() -> None:
    found = Profiles()
    photos = {"a": ("own", "brand", "round"), "b": ("own", "brand", "round"), "c": ("round",), "d": ("round",)}
    for seller, digests in [*photos.items(), ("e", ("round", ""))]:
        found.see(
            Listing(marketplace="m", url=seller, title="t", seller_id=seller),
            DAY,
            [Photo(url=d, sha256=d) for d in digests],
        )
    assert hints_of(found.all(), {"brand"}) == {NAMED["a"]: {NAMED["b"]: 1}, NAMED["b"]: {NAMED["a"]: 1}}
    assert not clusters_of(found.all())
