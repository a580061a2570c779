"""Titles that say that pieces are missing, or that a puzzle was laid before; and those that speak so of other things."""

from decimal import Decimal

import pytest

from monitor.products.condition import not_new
from monitor.products.packs import pack_in
from monitor.records import Listing

MISSING = [
    *("Jigsaw 1000 piece, one piece missing", "Jigsaw 1000 piece missing 1 piece", "Puzzle 1000 pièces, il manque 1 pièce"),
    *("Puzzle 1000 pièces manque une pièce", "Puzzle 1000 Teile, es fehlt 1 Teil", "Puzle 1000 piezas faltan dos piezas"),
    *("Puzzel 1000 stukjes, 1 stukje ontbreekt", "Puzzel 1000 stukjes mist 1 stukje", "Puzzle 1000 parça 1 parça eksik"),
    *("拼图1000片 缺1片", "拼图1000片少一块", "ジグソーパズル 1000ピース 1ピース欠品"),
]  # fmt: skip
COMPLETE = [
    *("No missing pieces, jigsaw 1000", "Replacement pieces if one piece is missing, jigsaw", "Puzzle 1000 pièces aucune pièce ne manque"),
    *("Puzzle 1000 Teile falls fehlt 1 Teil kostenloser Ersatz", "拼图1000片 缺1片包补", "Puzzle The Missing Piece 1000 Teile"),
]  # fmt: skip
BEFORE = [
    *("Jigsaw 500 piece complete, made once", "Jigsaw 500 piece done once", "Puzzle 1000 Teile nur einmal gelegt"),
    *("Puzzle 1000 pièces fait une fois", "Puzzle 1000 pezzi fatto una volta", "Puzzel 1000 stukjes 1 keer gelegd"),
    *("Cafeteira Remanufaturada", "Cafetera Remanufacturada", "Lavadora golpe estético lateral", "Frigo colpo estetico laterale"),
    *("İkinci El Hoparlör", "İade Ürün telefon"),
]  # fmt: skip
NEVER = [
    "Hand made once upon a time puzzle",
    "Once Upon a Time puzzle 500 piece",
    "Golpe de gracia juego de mesa",
    "İki el için eldiven",
]


def condition(title: str) -> str:
    return not_new(Listing(marketplace="m", url="https://m.example/1", title=title, price=Decimal(10), currency="EUR"))


@pytest.mark.parametrize("title", MISSING)
def test_missing_pieces_are_asked_about(title: str) -> None:
    assert condition(title) or "may not be new or complete" in pack_in(title).problem


@pytest.mark.parametrize("title", COMPLETE)
def test_what_is_complete_is_not(title: str) -> None:
    assert not condition(title)
    assert "may not be new or complete" not in pack_in(title).problem


@pytest.mark.parametrize("title", BEFORE)
def test_goods_used_once_or_restored_are_not_new(title: str) -> None:
    assert condition(title)


@pytest.mark.parametrize("title", NEVER)
def test_names_that_sound_like_it_are(title: str) -> None:
    assert not condition(title)
