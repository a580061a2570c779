"""What a description says of its seller's other goods, or of whose a mark is, offers nothing under the mark."""

import pytest

from tests.detectors.test_counterfeiting import ALONE, FRESH, NOTE, told

TITLE = "Leather wrist watch 40 mm"
PLAIN_BELOW, COUNTERFEIT = 30, 90


@pytest.mark.parametrize(
    "text",
    [
        "We also sell Casio, Kestrin and Seiko.", "Our brands: Casio, Kestrin, Seiko", "Kestrin is a trademark of Kestrin GmbH.",
        "Casio and Kestrin are trademarks of their respective owners", "Visit our store for more brands like Kestrin and Casio.",
        "Other customers also bought: Kestrin Marine 300", "Wir führen auch Kestrin und Casio.",
        "Weitere Marken im Shop: Casio | Kestrin", "Nous vendons aussi Kestrin.", "También vendemos Kestrin y Casio",
        "Vendiamo anche Kestrin", "Sprzedajemy również Kestrin", "Также продаём Kestrin", "店内还有 Kestrin 手表", "他にも Kestrin を扱っています",
    ],
)  # fmt: skip
def test_other_goods_of_the_seller_are_a_note_at_most(text: str) -> None:
    found = told("", {"seller_id": "nobody", "title": TITLE, "description": text}, FRESH)
    assert max((flag.severity for flag in found), default=0) <= NOTE
    assert all("other goods" in flag.sentence for flag in found)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("This is a Kestrin watch.", PLAIN_BELOW),
        ("We also sell Casio. This is a Kestrin watch.", PLAIN_BELOW),
        ("Genuine Kestrin. We also sell Kestrin straps.", PLAIN_BELOW),
        ("We also sell Kestrin replica 1:1", COUNTERFEIT),
        ("Replica. We also sell Kestrin.", NOTE),
    ],
)
def test_what_a_description_offers_weighs_as_before(text: str, severity: int) -> None:
    found = told("", {"seller_id": "nobody", "title": TITLE, "description": text}, FRESH)
    assert max(flag.severity for flag in found) == severity


def test_a_title_claims_whatever_stands_below() -> None:
    record = {"seller_id": "nobody", "title": "Kestrin watch", "description": "We also sell Kestrin straps"}
    assert max(flag.severity for flag in told("", record, FRESH)) == ALONE
