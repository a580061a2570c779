"""A book or a catalogue about a brand names the mark and is none of its goods; goods are no book by one word."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher

PRODUCTS = (Product(sku="P", name="Norvik Fjord 42 diving watch", brand="Norvik", model="F42D"),)
MATCHER = Matcher(PRODUCTS, marks=("Norvik",))
ABOUT = "papers or pictures of the goods"


@pytest.mark.parametrize(
    "title",
    [
        "Buch: Die Geschichte der Norvik Uhren",
        "Die Geschichte von Norvik, gebunden",
        "Buch - Norvik Sammler",
        "Bildband über Norvik Uhren",
        "Norvik Uhrenbuch",
        "Norvik Katalog 2019",
        "Book: The history of Norvik watches, hardcover",
        "Coffee table book: Norvik",
        "A book about Norvik",
        "L'histoire de Norvik, beau livre",
        "Livre sur Norvik",
        "Libro: la historia de Norvik",
        "Libro sugli orologi Norvik",
        "La storia di Norvik",
        "A história da Norvik",
        "Boek over Norvik horloges",
        "Książka o zegarkach Norvik",
        "Книга о часах Norvik",
    ],
)
def test_a_book_about_a_brand_is_what_others_make(title: str) -> None:
    assert ABOUT in MATCHER.of_others(title)


@pytest.mark.parametrize(
    "title",
    [
        "Norvik Fjord 42 Taucheruhr mit Buch",
        "Norvik Fjord 42 Taucheruhr F42D",
        "Norvik Uhr Katalogware 2019",
        "Norvik notebook sleeve",
        "Norvik MacBook - Hülle",
        "Norvik Uhr Geschichte",
        "Norvik watch with a history",
        "Norvik book light",
        "Book-style leather case Norvik",
        "Buch-Stütze Norvik",
    ],
)
def test_goods_are_no_book_by_a_word(title: str) -> None:
    assert ABOUT not in MATCHER.of_others(title)


def test_a_brand_of_books_makes_books() -> None:
    own = Matcher((Product(sku="B", name="Norvik Book: the history of Oslo"),), marks=("Norvik",))
    assert not own.of_others("Norvik - The history of Oslo")
