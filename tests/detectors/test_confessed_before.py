"""Titles that say of the mark's own goods that they are not original, before the mark; parts, and honest denials."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity

BRANDS = (
    Brand(
        slug="pakkara", name="Pakkara", trademarks=(Trademark(text="PAKKARA", classes=(18, 12)),), sellers=(),
        products=(
            Product(sku="F20", name="Pakkara Fjell 20 Fahrradtasche Radtasche pannier wasserdicht 20 L"),
            Product(sku="F40", name="Pakkara Fjell 40 Hinterradtaschen-Paar 2 x 20 L"),
            Product(sku="L7", name="Pakkara Lenka 7 Lenkertasche"),
            Product(sku="K25", name="Pakkara Kuri 25 Kurierrucksack"),
        ),
    ),
    Brand(
        slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA", also=("奥蕾莉亚",), classes=(14,)),),
        sellers=(),
        products=(
            Product(sku="M40", name="Aurelia Meridian 40 automatic watch", model="MER40A"),
            Product(sku="T38", name="Aurelia Tide 38 watch leather strap sapphire glass ceramic bezel"),
            Product(sku="U38", name="Aurelia Tide 38 Uhr sapphire crystal blue dial"),
        ),
    ),
)  # fmt: skip
INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])


@pytest.mark.parametrize(
    "title",
    [
        "Kein Original Pakkara Fjell 20 Hinterradtasche",
        "Nicht Original Pakkara Kuri 25 Rucksack",
        "Keine originale Pakkara Radtasche 20 L",
        "Kein echter Pakkara Kuri 25 Rucksack",
        "Nicht original! Pakkara Fjell 20",
        "Kein Original Pakkara Fjell 20",
        "Kein Original Pakkara - Nachbau der Fjell 20 Hinterradtasche",
        "Keine echte AURELIA Uhr Meridian 40",
        "Not original Pakkara Fjell 20 pannier",
        "Not genuine Pakkara Kuri 25 backpack",
        "Non genuine Pakkara pannier",
        "Non-original Pakkara Fjell 20",
        "Not original Aurelia Meridian 40 automatic watch MER40A",
        "Not genuine AURELIA watch",
        "Not authentic AURELIA watch gold 40 mm",
        "Not an original AURELIA Meridian 40 watch",
        "Sacoche pas d'origine Pakkara Fjell 20",
        "Non authentique Pakkara Fjell 20 sacoche vélo",
        "Pas une vraie Pakkara sacoche Fjell 20",
        "Montre non originale AURELIA Meridian 40",
        "No original Pakkara Fjell 20 alforja",
        "Reloj no original AURELIA Meridian 40",
        "No es original Pakkara Kuri 25 mochila",
        "Non originale Pakkara Fjell 20 borsa bici",
        "Orologio non originale AURELIA Meridian 40",
        "Non autentico AURELIA orologio Meridian 40",
        "Niet originele Pakkara Fjell 20 fietstas",
        "Geen echt AURELIA horloge Meridian 40",
        "Nieoryginalny Pakkara Kuri 25 plecak",
        "Nie oryginalny AURELIA Meridian 40 zegarek",
        "非正品 奥蕾莉亚手表 Meridian 40",
        "不是正品 奥蕾莉亚手表",
        "Nicht echter Pakkara Rucksack Kuri 25 schwarz",
        "Kein Originalprodukt Pakkara Lenka 7 Lenkertasche",
        "Not real AURELIA Meridian 40 automatic watch, rose gold",
        "Sac à dos non original Pakkara Kuri 25",
        "Mochila no original Pakkara Kuri 25 negra",
        "Zaino non originale Pakkara Kuri 25",
        "Niet originele Pakkara Kuri 25 rugzak zwart",
        "Nieoryginalna sakwa Pakkara Fjell 20",
        "Non genuine AURELIA Meridian 40",
        "Kein Original Pakkara Rucksack schwarz",
        "Nicht original AURELIA weiße Uhr",
        "Nicht original AURELIA weisse Uhr",
        "AURELIA Tide 38 watch, not original watch",
    ],
)
def test_goods_said_not_to_be_original_are_flagged(title: str) -> None:
    assert severity(INSPECTOR, title) >= 45


@pytest.mark.parametrize(
    "title",
    [
        "Kein Original Pakkara Ersatzgurt, passend für Pakkara Fjell 20",
        "Schultergurt, kein Original Pakkara, passt an Fjell 20",
        "Radtasche von Vaude, kein Original Pakkara",
        "Kein Pakkara, nur No-Name Radtasche 20 L",
        "Nicht Pakkara: Radtasche Ortlieb Back Roller",
        "Nicht Original Pakkara Tragegurt für Fjell 20",
        "Kein Original Pakkara Karton, Tasche neu Fjell 20",
        "Pakkara Fjell 20 Radtasche ohne Originalverpackung",
        "Kein Originalkarton, Pakkara Kuri 25 Kurierrucksack",
        "Pakkara Kuri 25 Rucksack, Gurt nicht original",
        "Not original strap for AURELIA watches",
        "Not genuine AURELIA strap, fits Meridian 40",
        "Non original replacement buckle for Pakkara Fjell 20",
        "Watch box, not original AURELIA",
        "AURELIA Meridian 40 watch, strap not original",
        "Not original box, AURELIA Meridian 40 watch",
        "Not affiliated with Pakkara - handmade bike bag",
        "Not a Pakkara: handmade canvas pannier",
        "If not original Pakkara, money back: Fjell 20 pannier",
        "Bracelet non d'origine pour montre AURELIA",
        "Bracelet pas d'origine AURELIA Meridian 40",
        "Sangle pas d'origine pour Pakkara Fjell 20",
        "Montre AURELIA Meridian 40, bracelet pas d'origine",
        "Correa no original para reloj AURELIA",
        "No original caja, reloj AURELIA Meridian 40",
        "Cinturino non originale AURELIA Meridian 40",
        "Orologio AURELIA Meridian 40 cinturino non originale",
        "Niet originele band voor AURELIA horloge",
        "Geen Pakkara maar Basil fietstas",
        "Nieoryginalny pasek do zegarka AURELIA",
        "Pasek nieoryginalny, pasuje do AURELIA Meridian 40",
        "非原装表带 适用于奥蕾莉亚手表",
        "奥蕾莉亚手表 非原装表带",
        "Radtasche 20 L, kein Original Pakkara",
        "Rucksack - kein Original Pakkara",
        "Kein Original Pakkara, handgemachte Leinentasche",
        "Not original Pakkara, canvas bike bag by Brooks",
        "Kein Original Pakkara Haken für Radtasche",
        "Kein Original Pakkara Riemen Radtasche Fjell 20",
        "Not original AURELIA bracelet for Meridian watch",
        "Not genuine AURELIA crystal glass Meridian 40",
        "Not original AURELIA crown, watch parts",
        "Pas d'origine AURELIA boucle ardillon 18 mm",
        "No original AURELIA correa reloj Meridian",
        "Non originale AURELIA vetro per orologio",
        "Niet originele AURELIA wijzers horloge",
        "Kein Original Pakkara Ersatzhaken Fjell 20",
        "Original Pakkara Fjell 20 Radtasche, kein Nachbau",
        "Nicht nur Original Pakkara Fjell 20 sondern auch Zubehör",
        "Warum kein Original Pakkara Rucksack? Unser Rucksack Tor",
        "Nicht original verpackt: Pakkara Kuri 25 Rucksack",
        "Not original packaging AURELIA Meridian 40 watch",
        "Not original owner, AURELIA Meridian 40 watch",
        "Not original price AURELIA Meridian 40 watch",
        "AURELIA Tide 38 watch, not original glass",
        "AURELIA Tide 38 watch, not original bezel",
        "AURELIA Tide 38 watch, not original dial",
        "AURELIA Tide 38 watch, not original crystal",
        "AURELIA Tide 38 watch, not original leather",
        "Not original glass AURELIA Tide 38 watch",
    ],
)
def test_parts_and_denials_are_left_alone(title: str) -> None:
    assert severity(INSPECTOR, title) <= 40


@pytest.mark.parametrize("title", ["Lenkertasche", "Fahrradtasche", "Gepäckträgertasche", "Pannier bag", "Sacoche"])
def test_a_bag_of_a_maker_of_bags_is_no_accessory(title: str) -> None:
    assert 30 <= severity(INSPECTOR, title, "Original von Pakkara, neue Ware.") <= 40


@pytest.mark.parametrize("title", ["Schultergurt", "Regenhülle", "Innentasche", "Schutztasche"])
def test_an_accessory_of_a_bag_is_one(title: str) -> None:
    assert severity(INSPECTOR, title, "Original von Pakkara, neue Ware.") < 30
