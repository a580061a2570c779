"""A likeness to the mark compares; who likes it, or names it among what goods fit, does not."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity

BRANDS = (
    Brand(
        slug="pakkara", name="Pakkara", trademarks=(Trademark(text="PAKKARA", also=("帕卡拉",), classes=(18, 12)),), sellers=(),
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
        products=(Product(sku="M40", name="Aurelia Meridian 40 automatic watch", model="MER40A"),),
    ),
)  # fmt: skip
INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Bag looks like Pakkara Fjell 20", ""),
        ("Pannier just like Pakkara", ""),
        ("Bike bag like Pakkara, half the price", ""),
        ("Backpack like Pakkara Kuri 25", "Cheap and good."),
        ("Canvas pannier", "It looks just like Pakkara and costs half."),
        ("Canvas pannier", "Looks like a Pakkara bag."),
        ("Canvas pannier", "A bag like Pakkara for less money."),
        ("Gold watch like AURELIA", ""),
        ("Watch 40 mm", "Looks like Aurelia, nobody sees a difference."),
        ("If you like cheap: pannier just like Pakkara", ""),
        ("Radtasche wie Pakkara", ""),
        ("Fahrradtasche wie von Pakkara, nur billiger", ""),
        ("Radtasche", "Sieht aus wie Pakkara."),
        ("Uhr im Stil von AURELIA", ""),
        ("Sacoche vélo comme Pakkara", ""),
        ("Sacoche vélo", "Comme Pakkara mais moins cher."),
        ("Montre style AURELIA", ""),
        ("Alforja como Pakkara", ""),
        ("Reloj tipo AURELIA", ""),
        ("Reloj", "Es como Aurelia pero barato."),
        ("Borsa bici simile a Pakkara", ""),
        ("Orologio stile AURELIA", ""),
        ("Fietstas zoals Pakkara", ""),
        ("Fietstas", "Lijkt op Pakkara, maar goedkoper."),
        ("Horloge in de stijl van AURELIA", ""),
        ("Plecak jak Pakkara", ""),
        ("Zegarek w stylu AURELIA", ""),
        ("媲美奥蕾莉亚 手表", ""),
        ("类似帕卡拉 背包", ""),
        ("Handlebar bag like Pakkara Lenka 7", ""),
        ("Bike bag", "Looks and feels like Pakkara"),
        ("Bike bag", "Same quality as brands like Pakkara"),
        ("Bike bag", "Quality like Pakkara"),
        ("Bike bag for women like Pakkara", ""),
        ("Bike bag", "You will like it, it is just like Pakkara"),
        ("Bike bag", "Better than bags like Pakkara"),
        ("Radtasche", "Qualität wie Pakkara"),
        ("Radtasche", "Gleiche Qualität wie Marken wie Pakkara"),
        ("Radtasche für Damen wie Pakkara", ""),
        ("Sac", "Même qualité que les marques comme Pakkara"),
        ("Bolso", "Calidad como Pakkara"),
        ("Borsa", "Stessa qualità di marche come Pakkara"),
        ("Tas", "Dezelfde kwaliteit als merken zoals Pakkara"),
        ("Torba", "Taka sama jak Pakkara"),
    ],
)
def test_a_likeness_compares(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) >= 30


@pytest.mark.parametrize(
    ("title", "description"),
    [
        (
            "Handmade canvas pannier",
            "If you like Pakkara or Ortlieb you will like this. Not affiliated with any brand.",
        ),
        ("Handmade canvas pannier", "If you like Pakkara you will love this bag"),
        ("Steel watch", "People who like Aurelia often ask us about our work."),
        ("Handlebar bag mount", "Fits handlebars like Pakkara Lenka, Ortlieb mounts"),
        ("Canvas pannier", "Fans who like Pakkara will enjoy it."),
        ("Canvas pannier", "Would you like Pakkara quality advice? Ask us."),
        ("Canvas pannier", "We like Pakkara, but we make our own."),
        ("Canvas pannier", "I like Pakkara bags, this one is mine and new."),
        ("Canvas pannier", "Customers who liked Pakkara bought this too. They like Pakkara for its colours."),
        ("Canvas pannier", "Don't like Pakkara? Try ours."),
        ("Canvas pannier", "Works with racks like Pakkara, Tubus and Racktime."),
        ("Phone holder", "Fits bags like Pakkara Fjell 20"),
        ("Rain cover", "Suitable for panniers like Pakkara, Ortlieb and Vaude"),
        ("Bike rack", "For bags from brands like Pakkara"),
        ("Bike rack", "Compatible with brands like Pakkara, Ortlieb"),
        ("Canvas pannier", "We repair brands like Pakkara and Ortlieb"),
        ("Halter", "Passt an Taschen wie Pakkara, Ortlieb"),
        ("Regenhülle", "Für Taschen wie Pakkara Fjell 20"),
        ("Gepäckträger", "Kompatibel mit Systemen wie Pakkara"),
        ("Canvas Tasche", "Wer Marken wie Pakkara mag, wird diese lieben."),
        ("Porte-bagages", "Compatible avec des sacs comme Pakkara"),
        ("Housse de pluie", "Pour sacoches comme Pakkara Fjell 20"),
        ("Sacoche toile", "Si vous aimez des marques comme Pakkara, vous aimerez ce sac."),
        ("Portaequipajes", "Compatible con alforjas como Pakkara"),
        ("Funda de lluvia", "Para alforjas como Pakkara, Ortlieb"),
        ("Portapacchi", "Compatibile con borse tipo Pakkara"),
        ("Bagagedrager", "Geschikt voor tassen zoals Pakkara en Ortlieb"),
        ("Regenhoes", "Past op tassen zoals Pakkara"),
        ("Bagażnik rowerowy", "Pasuje do toreb takich jak Pakkara"),
        ("Pokrowiec", "Do sakw jak Pakkara"),
        ("行李架", "适用于类似帕卡拉的包"),
        ("Watch strap", "For watches like Aurelia Meridian 40"),
        ("Linen bag", "If you like Ortlieb, Vaude or Pakkara, have a look."),
        ("Linen bag", "For riders who like Pakkara."),
        ("Linen bag", "We sew for people who like Pakkara and Ortlieb."),
        ("Linen bag", "My friends like Pakkara, I sew my own."),
        ("Rack", "Carries panniers from makers such as Pakkara or Ortlieb."),
        ("Träger", "Geeignet für Taschen wie Pakkara oder Vaude"),
        ("Soporte", "Compatible con marcas como Pakkara"),
        ("Staffa", "Adatta a borse come Pakkara"),
        ("Haak", "Past op merken zoals Pakkara"),
    ],
)
def test_liking_and_fitting_compare_nothing(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) < 45
