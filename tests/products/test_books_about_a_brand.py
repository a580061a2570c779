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
        "Norvik Prospekt Broschüre 1975",
        "Norvik Verkaufskatalog",
        "Norvik Preisliste 2020",
        "Norvik 2020 catalogue",
        "Instruction booklet Norvik Fjord",
        "Norvik user guide",
        "The Book of Norvik",
        "Norvik watches: a collector's guide (book)",
        "Catalogue Norvik montres 1990",
        "Brochure Norvik Fjord",
        "Norvik catalogo orologi 2001",
        "Folleto Norvik 1980",
        "Norvik Katalog zegarków 2005",
        "Каталог Norvik часы",
        "Norvik 目录 2020",
        "Norvik パンフレット",
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
        "Norvik Fjord 42 watch with box and brochure",
        "Norvik Fjord 42 watch, box, papers, brochure",
        "Norvik watch as shown in the 2023 catalogue",
        "Norvik watch, catalogue price 900",
        "Norvik watch dealer catalogue number 4",
        "Norvik Uhr mit Prospekt",
        "Norvik Uhr, Box, Prospekt",
        "Norvik Uhr laut Katalog 2023",
        "Norvik Uhr wie im Prospekt 2020",
        "Norvik Prospekt-Uhr",
        "Norvik Garantiekarte",
        "Reloj Norvik con catálogo",
        "Norvik 腕表 含说明书",
    ],
)
def test_goods_are_no_book_by_a_word(title: str) -> None:
    assert ABOUT not in MATCHER.of_others(title)


def test_a_brand_of_books_makes_books() -> None:
    own = Matcher((Product(sku="B", name="Norvik Book: the history of Oslo"),), marks=("Norvik",))
    assert not own.of_others("Norvik - The history of Oslo")
