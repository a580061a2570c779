"""Descriptions that take something off the offer, and those that say nothing of that; and what a low price is then."""

from decimal import Decimal
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products.described import described, may_be_used
from monitor.products.limited import limited
from monitor.products.stated import stated
from monitor.records import Listing
from tests.products.reads import judged, read

SUSPECT, VIOLATION = 45, 60
FACTS = "Made of steel, 65 cm long."
BLADE = Product(
    sku="S1", name="Tarnwick S65 Sensenblatt 65 cm", model="TWS65", currency="EUR",
    list_price=Decimal(109), floor_price=Decimal(95),
)  # fmt: skip
BRAND = Brand(slug="tarnwick", name="Tarnwick", trademarks=(Trademark(text="TARNWICK"),), products=(BLADE,))


def rows() -> list[tuple[str, str, str]]:
    """Each row's title, label and description."""
    found, title = [], ""
    for line in Path(__file__).with_name("limited.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, text = line.split(" | ", 1)
            title = text if label == "title" else title
            found += [(title, label, text)] if label != "title" else []
    return found


def priced(description: str, more: str = "") -> tuple[int, str]:
    """How severe a price below the floor is that was read on two days, and what is said of it."""
    title = f"{BLADE.name} {BLADE.model} {more}".strip()
    reads = [read(title, "69", day) | {"description": description} for day in (1, 2)]
    flags, _ = judged(Inspector([BRAND], detectors=[LowPrice]), reads)
    assert len(flags) == 1
    return flags[0].severity, flags[0].sentence


def told(title: str, description: str) -> str:
    listing = Listing(marketplace="m", url="https://m.example/1", title=title, description=description)
    return (
        described(listing) or may_be_used(listing) or stated(listing) or limited(listing, marks=("tarnwick", "velkor"))
    )


@pytest.mark.parametrize(("title", "label", "description"), rows(), ids=[row[2] for row in rows()])
def test_descriptions(title: str, label: str, description: str) -> None:
    assert bool(told(title, description)) is (label == "maybe"), told(title, description)
    assert bool(told(title, f"{FACTS}\n{description}\n{FACTS}")) is (label == "maybe")


@pytest.mark.parametrize(
    ("description", "because"),
    [
        ("Verkaufe nur das Etui, das Blatt ist nicht dabei.", "that a part alone is sold"),
        ("Das Blatt hat eine Delle.", "that the goods are damaged"),
        ("Preis gilt bei Kauf eines Wetzsteins.", "that the price holds beside another purchase alone"),
        ("Nur für Vereinsmitglieder, sonst 109 Euro.", "that not everybody pays the price"),
        ("Preis für Wiederverkäufer, zzgl. MwSt.", "that not everybody pays the price"),
        ("Alle genannten Preise verstehen sich netto zzgl. 19 % MwSt.", "that taxes come on top of the price"),
    ],
)
def test_what_limits_an_offer_keeps_a_low_price_a_suspicion_and_is_said(description: str, because: str) -> None:
    level, sentence = priced(description)
    assert level == SUSPECT
    assert f"in the description may say {because}, so that a person has to look" in sentence


@pytest.mark.parametrize(
    "description",
    [
        "",
        "Sensenblatt aus Stahl, handgeschmiedet in Tirol. Lieferung mit DHL.",
        "Keine Delle, kein Kratzer, nicht beschädigt.",
        "Nicht nur für Mitglieder.",
        "Alle Preise inkl. MwSt. zzgl. Versand.",
        "Wetzstein nicht enthalten.",
    ],
)
def test_a_low_price_beside_an_ordinary_description_is_a_violation(description: str) -> None:
    assert priced(description)[0] >= VIOLATION


@pytest.mark.parametrize(
    "more",
    [
        "nur für Vereinsmitglieder", "Preis bei Kauf eines Wetzsteins", "Preis für Wiederverkäufer", "reseller price",
        "réservé aux adhérents", "仅限会员", "precio con la compra de una piedra", "prezzo riservato alle aziende",
    ],
)  # fmt: skip
def test_a_title_that_limits_the_price_keeps_it_a_suspicion(more: str) -> None:
    level, sentence = priced("", more)
    assert level == SUSPECT
    assert "in the title may say that" in sentence


@pytest.mark.parametrize(
    "more", ["neu", "keine Delle", "aus Stahl, handgeschmiedet", "inkl. MwSt.", "auch für Wiederverkäufer"]
)
def test_another_title_does_not(more: str) -> None:
    assert priced("", more)[0] >= VIOLATION


def test_what_the_product_is_called_limits_nothing() -> None:
    said = Listing(marketplace="m", url="https://m.example/1", title="Velkor Members Only jacket, member price tag")
    assert limited(said)
    assert not limited(said, "Velkor Members Only jacket member price tag")


def test_the_mark_beside_a_part_names_no_goods() -> None:
    assert told("Tarnwick Sensenblatt 65 cm", "Verkaufe nur das Tarnwick Etui.")
    assert not told("Tarnwick Sensenblatt 65 cm", "Verkaufe nur das Tarnwick Blatt.")


@pytest.mark.parametrize("piece", ["has a small ", "preis gilt ", "ohne ", "only the a ", "不含", "price for ", " is"])
def test_long_descriptions_are_read(piece: str) -> None:
    told("Tarnwick Sensenblatt 65 cm", piece * 20000)
    told("Tarnwick Sensenblatt 65 cm", (piece * 300)[:299])
