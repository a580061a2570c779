"""Offers of several for the price of fewer: a count only where the title says how many are sent, and it agrees."""

import pytest

from monitor.products.offers import offer_in
from monitor.products.packs import pack_in

SENT = [
    ("buy 2 get 1 free", 3), ("2+1 gratis", 3), ("1 + 1 offert", 2), ("lleva 3 paga 2", 3), ("prendi 3 paghi 2", 3), ("leve 3 pague 2", 3),
    ("kaufe 2 erhalte 1 gratis", 3), ("nimm 3 zahl 2", 3), ("3 for 2", 3), ("买一送一", 2), ("买2送1", 3), ("拍一发二", 2), ("2個買うと1個無料", 3),
    ("compre 1 leve 2", 2), ("buy one get one free", 2), ("2 achetés + 1 offert", 3), ("4 halen 3 betalen", 4),
]  # fmt: skip


@pytest.mark.parametrize(("said", "units"), SENT, ids=[said for said, _ in SENT])
def test_what_an_offer_sends(said: str, units: int) -> None:
    found = offer_in(f"aurelia serum {said} 30 ml")
    assert found is not None
    assert found.units == units


@pytest.mark.parametrize("title", ["aurelia 3 in 1 serum", "aurelia 2+ watch", "buy aurelia serum", "aurelia 1+ gen"])
def test_no_offer(title: str) -> None:
    assert offer_in(title) is None


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("Buy 2 get 1 free Aurelia serum (3 bottles)", 3),
        ("Buy 2 get 1 free Aurelia serum", "?"),
        ("Buy 2 get 1 free Aurelia serum, pack of 2", "?"),
        ("Buy 2 get 1 free Aurelia serum (3 bottles) + strap", "?"),
        ("Nimm 3 zahl 2 Aurelia Serum (3 Flaschen) zzgl. MwSt", "?"),
        ("买一送一 到手2瓶 Aurelia 精华", 2),
    ],
)
def test_an_offer_counts_where_the_title_says_how_many_are_sent(title: str, units: int | str) -> None:
    pack = pack_in(title)
    assert ("?" if pack.problem else pack.units) == units, pack
