"""Firms that bear a surname or a town as a mark does, and those who pose beside goods of the brand."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

MADE = {
    "Becker": "Becker cordless drill B12",
    "Bologna": "Bologna acoustic piano",
    "Moretti": "Moretti beer glass",
    "Oxford": "Oxford ring binder",
    "Kelmarine": "Kelmarine espresso machine",
}
BRANDS = [
    Brand(
        slug=mark.casefold(), name=mark, trademarks=(Trademark(text=mark),), sellers=(),
        products=(Product(sku="P", name=name),),
    )
    for mark, name in MADE.items()
]  # fmt: skip
INSPECTOR = Inspector(BRANDS, detectors=[UnauthorizedSeller])


def judged(name: str, title: str) -> tuple[int, str, str]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = (f for one in INSPECTOR.inspect(observation, lambda _b, _s: History()) for f in one.flags)
    return max((flag.severity, flag.rule, flag.sentence) for flag in found)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Becker", "Pflaumenmus 350 g"),
        ("Becker GmbH", "Kabeltrommel 25 m"),
        ("Becker Outlet", "Bettwäsche"),
        ("Bologna Official", "Bologna stadtplan"),
        ("Moretti Store", "Leather belt"),
        ("Moretti Ufficiale", "Tovaglia di lino"),
        ("Oxford Shop", "Oxford tea towel"),
        ("Oxford Official", "Guide book"),
    ],
)
def test_a_firm_named_as_a_family_or_a_town_that_sells_other_goods_is_a_suspicion(name: str, title: str) -> None:
    severity, rule, sentence = judged(name, title)
    assert (severity, rule) == (45, "everyday_name"), sentence
    assert "that may be a word or another name" in sentence


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Becker Shop", "Becker cordless drill B12"),
        ("Becker Official", "Cordless drill 18 V"),
        ("B3cker Shop", "Pflaumenmus 350 g"),
        ("Bologna Store", "Bologna acoustic piano"),
        ("Oxford Outlet", "Oxford ring binder A4"),
        ("Kelmarine Shop", "Pflaumenmus 350 g"),
    ],
)
def test_such_a_name_poses_beside_goods_of_the_brand_or_in_disguise(name: str, title: str) -> None:
    assert judged(name, title)[:2] == (85, "impersonation")
