"""Sellers who say that they sell a fake, and those who say that they do not."""

import pytest

from tests.detectors.severities import severity
from tests.detectors.test_called_fakes import INSPECTOR


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane Lune handbag", "We also offer 1:1 copies, ask for the catalogue."),
        ("Torvane Lune handbag", "I sell a fake."),
        ("Torvane Lune handbag", "We sell counterfeits, very well made."),
        ("Torvane Rucksack", "Verkaufe Fälschung, sehr gut gemacht, kein Umtausch."),
        ("Sac Torvane", "Je vends une contrefaçon de très bonne qualité, d'où le prix."),
        ("Sac Torvane", "Je vends une contrefaçon."),
        ("Plecak Torvane", "Sprzedaję podróbkę wysokiej jakości, nie do odróżnienia od oryginału."),
        ("Zaino Torvane", "Vendo contraffazione, ottima fattura."),
        ("Mochila Torvane", "Vendo falsificación de buena calidad."),
        ("Рюкзак Torvane", "Продаю подделку, очень хорошее качество."),
    ],
)
def test_who_says_that_he_sells_a_fake_is_accused(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) >= 60


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane Lune handbag", "We do not sell fakes."),
        ("Torvane Lune handbag", "The market is full of 1:1 copies. I only sell what I bought myself."),
        ("Torvane Lune handbag", "I never sell copies."),
        ("Torvane Lune handbag", "Who sells fakes is reported."),
        ("Torvane Lune handbag", "If I sell a fake, you get your money back."),
        ("Torvane Lune handbag", "We sell counterfeit detectors too."),
        ("Torvane Lune handbag", "We also sell imitation leather bags."),
        ("Torvane Lune handbag", "Selling fake flowers as well."),
        ("Torvane Lune handbag", "Selling counterfeits is a crime."),
        ("Torvane Lune handbag", "Selling counterfeits harms the makers, we fight it."),
        ("Torvane Lune handbag", "Do we sell fakes? No."),
        ("Torvane Lune handbag", "We sell no fakes."),
        ("Torvane Lune handbag", "We sell fakes? Never."),
        ("Torvane Rucksack", "Ich verkaufe keine Fälschung."),
        ("Torvane Rucksack", "Wer Fälschungen verkauft, wird gemeldet."),
        ("Torvane Rucksack", "Biete 1:1 Beratung an."),
        ("Sac Torvane", "Je ne vends pas de contrefaçon."),
        ("Sac Torvane", "Je vends jamais de contrefaçon."),
        ("Plecak Torvane", "Nie sprzedaję podróbek."),
        ("Mochila Torvane", "No vendo falsificaciones."),
        ("Mochila Torvane", "Nunca vendo falsificaciones."),
        ("Zaino Torvane", "Non vendo contraffazioni."),
        ("Рюкзак Torvane", "Не продаю подделки."),
        ("Torvane Lune handbag", "We also sell replicas of Roman coins."),
        ("Torvane Lune handbag", "Selling fakes, that is not what we do."),
        ("Torvane Lune handbag", "Some say that I sell fakes. The receipt is in the bag."),
    ],
)
def test_who_sells_none_or_something_else_is_not(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 45
