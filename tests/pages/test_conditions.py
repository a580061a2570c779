"""What a page's data says of the condition: faults, denials of faults, and what says nothing of the goods."""

import json

import pytest

from monitor.pages import read_page
from monitor.pages.words import condition_of


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        *(
            (text, "new")
            for text in (
                "New, has no defects",
                "New with no defects",
                "New with zero defects",
                "New, not damaged",
                "New, undamaged",
                "New, replaced if it arrives damaged",
                "new with fault protection",
                "Neu, ohne Defekt",
                "Neu, nicht mit Fehlern",
                "Neu mit keinen Mängeln",
                "Neuf avec aucun défaut",
                "Nuovo con nessun difetto",
                "nuevo, con ningún defecto",
                "nuevo, con función tara",
                "Novo com nenhum defeito",
                "Nieuw, met geen gebreken",
                "全新 没有瑕疵",
                "全新 如有瑕疵包退",
                "新品 訳ありではありません",
                "Neu, OVP, siehe Beschreibung",
                "New, see shipping details",
                "New, other colours see details",
                "Neuf, voir la description",
                "New, other sizes on request",
                "Neu, andere Farben (siehe Shop)",
            )
        ),
        *(
            (text, "damaged")
            for text in (
                "New with defects",
                "New with a fault",
                "New, no box, with defects",
                "New, no box with defects",
                "New, no warranty, has faults",
                "New, not used, damaged",
                "Not working damaged",
                "Neu, ohne Karton mit Mängeln",
                "Neu, keine OVP, defekt",
                "nuevo, sin caja con taras",
                "Nieuw, zonder doos met gebreken",
                "全新 有瑕疵",
                "新品 訳あり",
            )
        ),
        *(
            (text, "unknown")
            for text in (
                "New other",
                "New (other)",
                "New: other (see details)",
                "Neu: Sonstige",
                "New, other",
                "New, other (see details)",
                "Neu, Sonstige",
                "Neuf, autre",
            )
        ),
    ],
)
def test_faults_that_are_said_and_denied(said: str, condition: str) -> None:
    assert condition_of(said) == condition


@pytest.mark.parametrize(
    ("said", "condition"),
    [("New, has no defects", "new"), ("Neu, siehe Beschreibung", "new"), ("New, has defects", "damaged")],
)
def test_the_condition_of_a_page(said: str, condition: str) -> None:
    offer = {"@type": "Offer", "price": "500", "priceCurrency": "EUR", "itemCondition": said}
    data = json.dumps({"@type": "Product", "name": "Arc", "offers": offer})
    (listing,) = read_page(
        f'<script type="application/ld+json">{data}</script><h1>Arc</h1>', "https://m.example/p/arc-1234567"
    ).listings
    assert listing.condition == condition
