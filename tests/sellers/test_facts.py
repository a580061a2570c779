"""Facts that are found in texts, and what only looks like one."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.records import Listing
from monitor.sellers import Profiles, facts_of


def found(text: str, **attributes: str) -> set[str]:
    listing = Listing(marketplace="m", url="u", title="t", description=text, attributes=attributes)
    return {str(fact) for fact in facts_of(listing)}


OWN = Path(__file__).parent / "own"
LINE = re.compile(r"(?P<sign>[+-])(?P<facts>[^|]*?)(?:@(?P<country>[A-Z]{2}) )?\| (?P<text>.+)")


@pytest.mark.parametrize(
    "file",
    [
        "facts.txt",
        "facts_second.txt",
        "facts_third.txt",
        "facts_fourth.txt",
        "facts_fifth.txt",
        "facts_sixth.txt",
        "facts_seventh.txt",
        "facts_eighth.txt",
        "facts_ninth.txt",
        "facts_tenth.txt",
        "facts_eleventh.txt",
    ],
)
def test_own_tables_of_contacts_and_of_what_only_looks_like_one(file: str) -> None:
    rows = [match for line in (OWN / file).read_text("utf-8").splitlines() if (match := LINE.fullmatch(line))]
    assert len(rows) >= 40
    right = wrong = 0
    expected = 0
    for row in rows:
        said, country = row["text"].replace("¶", "\n"), row["country"] or ""
        listing = Listing(marketplace="shop.example", url="u", title="t", description=said, seller_country=country)
        wanted, got = set(filter(None, row["facts"].strip().split("; "))), set(map(str, facts_of(listing)))
        expected, right, wrong = expected + len(wanted), right + len(wanted & got), wrong + len(got - wanted)
    assert right / expected >= 0.97
    assert wrong <= {"facts_second.txt": 1, "facts_fifth.txt": 3}.get(file, 0)


FACTS = [
    ("write to Shop@Mail.example.com.", "email shop@mail.example.com"),
    ("call +49 (30) 123-456 78", "phone 493012345678"),
    ("call 0049 30 12345678", "phone 493012345678"),
    ("电话 13812345678", "phone 8613812345678"),
    ("USt-IdNr. DE123456789", "licence DE123456789"),
    ("统一社会信用代码 91310000MA1FL0XY2Q", "licence 91310000MA1FL0XY2Q"),
    ("GB82 WEST 1234 5698 7654 32", "iban GB82WEST12345698765432"),
    ("加微信：Best_Deals88", "wechat best_deals88"),
    ("WhatsApp: lux4you", "whatsapp lux4you"),
    ("ｗｅｃｈａｔ： a\u200bbcde1", "wechat abcde1"),
    ("QQ 123456789", "qq 123456789"),
    ("BTC 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "crypto 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
]
NOTHING = [
    "",
    "Whatsapp available for questions",
    "EAN 4006381333931",
    "model 2024-10-12345",
    "GB82 WEST 1234 5698 7654 33",
    "size 10 x 20 x 30",
    "a@b",
    "DE12345678901234",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb",
]


@pytest.mark.parametrize(("text", "fact"), FACTS)
def test_facts_are_found_in_one_form(text: str, fact: str) -> None:
    assert fact in found(text)


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_words_are_no_facts(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("marketplace", "seller", "text", "joins"),
    [
        ("bestbags.example", "K-Handel", "bestbags Kundenservice: +49 30 20938401", False),
        ("www.bestbags.example", "K-Handel", "Support of bestbags: +49 30 20938401", False),
        ("bestbags.example", "K-Handel", "bestbags.example: WhatsApp +49 30 20938401", True),
        ("best-bags.example", "Best Bags GmbH", "Best-Bags Kundenservice: +49 30 20938401", True),
        ("lux-uhren-müller.example", "Lux Uhren Mueller", "lux-uhren-müller Service: +49 30 20938401", True),
        ("shop.example", "K-Handel", "Shop-Hotline: +49 30 20938401", True),
    ],
)
def test_the_marketplaces_own_name_is_read_from_the_listing(
    marketplace: str, seller: str, text: str, joins: bool
) -> None:
    listing = Listing(marketplace=marketplace, url="u", title="t", description=text, seller_name=seller)
    assert bool(facts_of(listing)) is joins


def test_an_address_is_read_from_its_attribute() -> None:
    assert found("", Address="12 High Street, Example Town") == {"address 12highstreetexampletown"}
    assert found("", Address="unknown") == set()


def test_who_is_responsible_is_told_from_who_sells_over_several_attributes() -> None:
    said = {"EU responsible person": "Nordlicht GmbH", "E-mail": "rep@nordlicht.example", "Seller": "x@best.example"}
    assert found("", **said) == {"email x@best.example"}


@pytest.mark.parametrize(
    "said",
    [
        {"EU contact": "info@gpsr.example"},
        {"EU address": "GPSR, Hauptstr. 10, 10115 Berlin", "EU contact": "info@gpsr.example"},
        {"Safety contact": "info@gpsr.example", "Compliance contact": "ce@lab.example"},
        {"Represented in the EU by": "Lumos BV, ec@lumos.example"},
        {"Produktsicherheit": "Nordlicht UG, +49 30 20938400"},
        {"Steuerberater": "Kanzlei Meyer, Tel. +49 30 20938400"},
    ],
)
def test_contacts_of_others_in_attributes_are_no_facts(said: dict[str, str]) -> None:
    assert found("", **said) == set()


def test_the_order_in_which_attributes_stood_does_not_hide_what_the_other_order_told() -> None:
    day, said = datetime(2026, 5, 4, tzinfo=UTC), [("E-mail", "deals@best.example"), ("Importer", "Lumos BV")]
    found = []
    for orders in ((said, said[::-1]), (said[::-1], said)):
        profiles = Profiles()
        for order in orders:
            profiles.see(Listing(marketplace="m", url="u", title="t", seller_id="s", attributes=dict(order)), day)
        found.append({str(fact) for profile in profiles.all() for fact in profile.facts})
    assert found == [{"email deals@best.example"}] * 2


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text(text: str) -> None:
    found(text, address=text)


def test_a_megabyte_takes_no_time() -> None:
    for piece in ("a.", "1 ", "+1", "a@a.", "GB82 ", "微信 ", "-" * 10):
        found(piece * 300_000)
