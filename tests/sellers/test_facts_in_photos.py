"""Phones, addresses and chat names that were read in photos join accounts as those in texts do."""

from datetime import UTC, datetime

import pytest

from monitor.records import Line, Listing, Photo, Words
from monitor.sellers import Account, Fact, Profiles, clusters_of, sharing_of
from monitor.sellers.facts import facts_in_photo

DAY = datetime(2031, 3, 1, tzinfo=UTC)


def words(*texts: str, sure: float = 0.99) -> Words:
    lines = tuple(Line(text=text, box=(0, n / 10, 1, (n + 1) / 10), confidence=sure) for n, text in enumerate(texts))
    return Words(version=1, lines=lines)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("WhatsApp: +49 170 1234567", {Fact("phone", "491701234567")}),
        ("WeChat: aurelia_88", {Fact("wechat", "aurelia_88")}),
        ("微信号：aurelia_88", {Fact("wechat", "aurelia_88")}),
        ("QQ 123456789", {Fact("qq", "123456789")}),
        ("Telegram @deals4you", {Fact("telegram", "deals4you")}),
        ("LINE ID: deals88", {Fact("line", "deals88")}),
        ("mail Deals@Shop.example", {Fact("email", "deals@shop.example")}),
        ("SALE -50% 2031", set()),
        ("8 712345 678906", set()),
    ],
)
def test_what_a_photo_tells_of_who_sells(text: str, facts: set[Fact]) -> None:
    assert facts_in_photo(words(text)) == facts
    assert facts_in_photo(words(text, sure=0.9)) == frozenset(), "one wrong digit would accuse a stranger"


def test_a_label_in_a_photo_names_whose_contact_it_is() -> None:
    label = words("EC REP", "Nordlicht GmbH", "rep@nordlicht.example", "Tel. +49 69 20938400")
    assert facts_in_photo(label) == frozenset()


def test_a_photo_that_was_not_read_tells_nothing() -> None:
    assert facts_in_photo(None) == frozenset()


def test_a_fact_in_a_photo_joins_an_account_to_one_that_writes_it() -> None:
    profiles = Profiles()
    shown = Photo(url="https://m.example/1.jpg", sha256="1", words=words("WeChat: aurelia_88"))
    profiles.see(Listing(marketplace="m", url="1", title="t", seller_id="a"), DAY, [shown])
    written = Listing(marketplace="m", url="2", title="t", seller_id="b", description="add wechat: aurelia_88")
    profiles.see(written, DAY)
    one, other = Account("m", "a"), Account("m", "b")
    assert clusters_of(sharing_of(profiles.all()).joins).of[one].accounts == (one, other)
    found = profiles.get(one), profiles.get(other)
    assert [profile.read_in_photos for profile in found if profile] == [
        {Fact("wechat", "aurelia_88"): "https://m.example/1.jpg"},
        {},
    ]
