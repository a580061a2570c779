"""Which accounts belong together, whatever the order, and what a person splits."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.records import Listing, Photo
from monitor.sellers import Account, Clusters, Fact, Known, Profiles, Sharing, Split, clusters_of, hints_of, sharing_of
from monitor.sellers.contacts import KEPT, OWN, Contacts
from monitor.sellers.sharing import TOO_COMMON

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
Sights = Sequence[tuple[str, str]]


def named(seller: str) -> Account:
    return Account("m", seller)


def profiles(order: Sights) -> Profiles:
    found = Profiles()
    for number, (seller, text) in enumerate(order):
        listing = Listing(marketplace="m", url=f"u{number}", title="t", description=text, seller_id=seller)
        found.see(listing, DAY)
    return found


def clusters(order: Sights, splits: Sequence[tuple[str, str]] = ()) -> Clusters:
    pairs = [Split(named(one), named(other)) for one, other in splits]
    return clusters_of(sharing_of(profiles(order).all()).joins, pairs)


def groups(order: Sights, *splits: tuple[str, str]) -> set[str]:
    return {"".join(one.seller_id for one in found.accounts) for found in clusters(order, splits).of.values()}


def asked(order: Sights, *splits: tuple[str, str]) -> set[str]:
    return {str(join) for joins in clusters(order, splits).undecided.values() for join in joins}


def test_shared_facts_join_and_each_join_is_explained() -> None:
    assert groups(SIGHTS) == {"abcd", "ef"}
    assert "a on m and b on m share wechat best88" in {str(join) for join in clusters(SIGHTS).of[named("a")].joins}


ROOM = "71-75 Shelton Street, London WC2H 9JQ"


def test_an_address_alone_joins_nobody_and_a_second_fact_does() -> None:
    found = Profiles()
    for seller, text in (("a", ""), ("b", "mail x@y.example"), ("c", "mail x@y.example")):
        said = {"Business address": ROOM}
        found.see(
            Listing(marketplace="m", url=seller, title="t", description=text, seller_id=seller, attributes=said), DAY
        )
    sharing = sharing_of(found.all())
    assert {pair: {fact.kind for fact in facts} for pair, facts in sharing.joins.items()} == {
        (named("b"), named("c")): {"address", "email"}
    }
    assert [(hint.fact.kind, hint.others) for hint in sharing.hints[named("a")]] == [
        ("address", (named("b"), named("c")))
    ]
    assert "several businesses" in sharing.hints[named("b")][0].why


SEEN = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from([f"m{n}@x.example" for n in range(6)])), max_size=16
)
PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda p: p[0] != p[1]), max_size=4
)


def connected(order: Sights) -> set[frozenset[str]]:
    """The groups of two and more that facts connect, by painting one account after another in its neighbour's colour."""
    colour = {seller: seller for seller, _ in order}
    for _ in order:
        for one, other in product(order, order):
            if one[1] == other[1]:
                colour[one[0]] = colour[other[0]] = min(colour[one[0]], colour[other[0]])
    found = {frozenset(seller for seller in colour if colour[seller] == shade) for shade in colour.values()}
    return {group for group in found if len(group) > 1}


@given(SEEN, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_what_was_seen_and_split_does_not_matter(
    order: list[tuple[str, str]], pairs: list[tuple[str, str]], chance: random.Random
) -> None:
    found = clusters(order, pairs)
    for cluster in found.of.values():
        held = {account.seller_id for account in cluster.accounts}
        assert not [pair for pair in pairs if set(pair) <= held]
        assert {account for join in cluster.joins for account in (join.one, join.other)} == set(cluster.accounts)
    if not pairs:
        assert {frozenset(one.seller_id for one in cluster.accounts) for cluster in found.of.values()} == connected(
            order
        )
        assert not found.undecided
    shuffled, turned = [*order, *order[:3]], [pair[::-1] for pair in pairs]
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    assert clusters(shuffled, turned) == found


@given(SEEN, PAIRS, st.permutations("abcdefg"))
def test_names_decide_nothing(order: list[tuple[str, str]], pairs: list[tuple[str, str]], names: Sequence[str]) -> None:
    """Under other names the same accounts are together: no side is taken by the alphabet."""
    other = dict(zip("abcdefg", names, strict=True))
    renamed = groups([(other[one], text) for one, text in order], *((other[a], other[b]) for a, b in pairs))
    assert {frozenset(other[one] for one in group) for group in groups(order, *pairs)} == {*map(frozenset, renamed)}


@settings(max_examples=15, deadline=None)
@given(
    st.integers(0, 2 * KEPT), st.integers(0, OWN + 5), st.integers(0, TOO_COMMON + 2), st.randoms(use_true_random=False)
)
def test_the_order_does_not_matter_beyond_every_bound(
    many: int, some: int, sharers: int, chance: random.Random
) -> None:
    """One account with very many mails, one with about as many as a business has, and one mail of about too many."""
    order = [("big", " ".join(f"a{n}@x.example" for n in range(start, start + 10))) for start in range(0, many, 10)]
    order += [("few", f"a{n}@x.example") for n in range(some)]
    order += [(f"s{n}", f"a1@x.example b{n % 3}@x.example") for n in range(sharers)]
    found = sharing_of(profiles(order).all())
    chance.shuffle(order)
    again = sharing_of(profiles(order).all())
    assert again == found
    assert clusters_of(again.joins) == clusters_of(found.joins)


@given(st.lists(st.integers(0, 3 * KEPT), max_size=5 * KEPT), st.randoms(use_true_random=False))
def test_what_is_kept_depends_on_the_facts_alone(numbers: list[int], chance: random.Random) -> None:
    kept = []
    for _ in range(2):
        contacts = Contacts()
        for number in numbers:
            contacts.add(Fact("phone", str(number)), f"{number}.jpg" if number % 2 else "")
        kept.append((contacts.all, contacts.noisy, contacts.photos))
        chance.shuffle(numbers)
    assert kept[0] == kept[1]
    assert len(kept[0][0]) == min(len(set(numbers)), KEPT)
    assert kept[0][1] == ({"phone"} if len(set(numbers)) > OWN else set())


def test_noise_of_one_kind_pushes_out_no_other() -> None:
    flood = " ".join(f"a{n}@x.example" for n in range(60)) + " tel +49 30 1234567"
    assert groups([("a", flood), ("b", "+49 30 1234567")]) == {"ab"}


def test_an_account_that_shows_what_no_business_has_joins_nobody_by_it_and_this_is_told() -> None:
    order = [("a", f"a{n}@x.example") for n in range(OWN + 1)] + [("b", "a3@x.example"), ("c", "a3@x.example")]
    assert groups(order) == {"bc"}
    (hint,) = sharing_of(profiles(order).all()).hints[named("a")]
    assert (str(hint.fact), hint.others) == ("email a3@x.example", (named("b"), named("c")))
    assert hint.why == "a on m shows more of the kind email than one business has"


def test_a_split_holds_at_the_next_crawl_even_over_others() -> None:
    for order in (SIGHTS, [*SIGHTS, ("a", "x@y.example"), ("c", "wechat: best88")]):
        for group in groups(order, ("c", "a")):
            assert not {"a", "c"} <= set(group)


CHAIN = [("a", "p@q.example"), ("b", "p@q.example +49 30 1111111"), ("c", "+49 30 1111111")]


@pytest.mark.parametrize(
    ("more", "together", "open_"),
    [
        ([], set(), {"a on m and b on m share email p@q.example", "b on m and c on m share phone 49301111111"}),
        ([("b", "wechat: best88"), ("c", "wechat: best88")], {"bc"}, set()),
        ([("d", "wechat: best88"), ("b", "wechat: best88")], {"bd"}, "same"),
        ([("d", "wechat: best88"), ("c", "wechat: best88")], {"cd"}, "same"),
        (
            [("d", "qq 12345678 wechat: best88"), ("b", "qq 12345678"), ("c", "wechat: best88 +49 30 1111112")],
            {"bd"},
            {
                "a on m and b on m share email p@q.example",
                "b on m and c on m share phone 49301111111",
                "c on m and d on m share wechat best88",
            },
        ),
    ],
)
def test_who_stands_between_a_split_stays_where_it_shares_most_or_a_person_is_asked(
    more: list[tuple[str, str]], together: set[str], open_: set[str] | str
) -> None:
    plain = asked(CHAIN, ("a", "c"))
    for order in ([*CHAIN, *more], [*more, *CHAIN[::-1]]):
        assert groups(order, ("a", "c")) == together
        assert asked(order, ("a", "c")) == (plain if open_ == "same" else open_)


def test_contacts_of_brands_authorised_sellers_and_many_are_hints_and_join_nobody() -> None:
    order = [("a", "help@brand.example +49 30 1234567"), ("b", "Help@brand.example +49 30 1234567 d@e.example")]
    order += [("house", "+49 30 1234567"), ("c", "d@e.example")]
    order += [(f"s{number}", "x@all.example") for number in range(TOO_COMMON + 1)]
    known = Known(hosts=frozenset(["brand.example"]), authorised=frozenset([named("house")]))
    found = sharing_of(profiles(order).all(), known)
    assert set(found.joins) == {(named("b"), named("c"))}
    assert {hint.why for hint in found.hints[named("a")]} == {
        "it is a contact of the brand",
        "it is also shown by house on m, whom a brand authorised",
    }
    assert {hint.why for hint in found.hints[named("s1")]} == {"13 accounts show it, too many for one business"}


def test_same_photos_hint_and_join_nobody() -> None:
    found = Profiles()
    photos = {"a": ("own", "brand", "round"), "b": ("own", "brand", "round"), "c": ("round",), "d": ("round",)}
    for seller, digests in [*photos.items(), ("e", ("round", ""))]:
        found.see(
            Listing(marketplace="m", url=seller, title="t", seller_id=seller),
            DAY,
            [Photo(url=d, sha256=d) for d in digests],
        )
    assert hints_of(found.all(), {"brand"}) == {named("a"): {named("b"): 1}, named("b"): {named("a"): 1}}
    assert not sharing_of(found.all()).joins


@pytest.mark.parametrize(
    ("licences", "joined"),
    [
        (["DE136695976", "DE129273398", "DE811907980", "DE143593636", "DE115235681"], False),
        (["DE136695976", "DE129273398", "DE811907980", "DE143593636", "DE143593636"], True),
        (["DE136695976", "DE136695976", "DE136695976", "DE136695976", "DE136695976"], True),
        (["", "", "", "", ""], True),
    ],
)
def test_a_phone_of_accounts_with_many_different_register_numbers_joins_nobody(
    licences: list[str], joined: bool
) -> None:
    """It is a marketplace's or a service's, in whatever words; what joined the last two is then their number alone."""
    texts = [f"Tel. +49 30 20938401{f' USt-IdNr. {one}' if one else ''}" for one in licences]
    shared = sharing_of(profiles([(f"s{at}", text) for at, text in enumerate(texts)]).all())
    phones = {fact for facts in shared.joins.values() for fact in facts if fact.kind == "phone"}
    assert bool(phones) is joined
    assert joined or all("5 different register numbers" in hints[0].why for hints in shared.hints.values())
    assert joined or len(shared.hints) == len(licences)


def at_site(seller: str, host: str, text: str, country: str = "") -> Listing:
    return Listing(
        marketplace=host, url=f"https://www.{host}/{seller}", title="t", description=text, seller_id=seller,
        seller_country=country,
    )  # fmt: skip


def shared_by(*listings: Listing) -> Sharing:
    found = Profiles()
    for listing in listings:
        found.see(listing, DAY)
    return sharing_of(found.all())


@pytest.mark.parametrize(
    ("one", "other", "joined", "hinted"),
    [
        (("amazon.de", "Tel. 030 49382715"), ("amazon.de", "Telefon: 030/49382715"), True, False),
        (("amazon.de", "Tel. 030 49382715"), ("ebay.de", "Rufen Sie an: 030 49382715"), True, False),
        (("amazon.de", "Tel. 030 49382715"), ("etsy.com", "+49 30 49382715"), True, False),
        (("ebay.co.uk", "Call 020 7946 3827"), ("amazon.co.uk", "Tel: 020 7946 3827"), True, False),
        (("allegro.pl", "Telefon 501 493 827"), ("allegro.pl", "tel. 501-493-827"), True, False),
        (("amazon.de", "Tel. 06 49 38 27 15"), ("amazon.fr", "Tél. 06 49 38 27 15"), False, False),
        (("etsy.com", "Tel. 030 49382715"), ("etsy.com", "Telefon: 030/49382715"), False, True),
        (("amazon.de", "Call 020 7946 3827"), ("amazon.de", "Tel: 020 7946 3827"), False, True),
        (("amazon.de", "Art. 030 49382715"), ("amazon.de", "Art. 030 49382715"), False, False),
        (("amazon.de", "Hotline Tel. 0800 3301000"), ("amazon.de", "Tel. 0800 3301000"), False, False),
        (("amazon.de", "DHL Kundenservice Tel. 0228 4333112"), ("amazon.de", "DHL Tel. 0228 4333112"), False, False),
    ],
)
def test_a_phone_in_national_form_is_of_the_sites_country(
    one: tuple[str, str], other: tuple[str, str], joined: bool, hinted: bool
) -> None:
    shared = shared_by(at_site("a", *one), at_site("b", *other))
    assert bool(shared.joins) is joined
    assert [hint.why for hints in shared.hints.values() for hint in hints] == (
        ["nothing says of which country the number is"] * 2 if hinted else []
    )


def test_a_join_by_the_sites_country_says_so_and_what_is_known_better_counts_once() -> None:
    shared = shared_by(
        at_site("a", "amazon.de", "Tel. 030 49382715"),
        at_site("b", "etsy.com", "+49 30 49382715"),
        at_site("c", "etsy.com", "Tel. 030 49382715", "DE"),
    )
    assert {tuple(map(str, facts)) for facts in shared.joins.values()} == {
        ("phone 493049382715 (in national form, its country taken from the site)",),
        ("phone 493049382715",),
    }
    assert len(shared.joins) == 3
