"""Sellers with a further word beside the mark and "official", whose listings do not show the mark."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from detectors.text_match import TextMatch
from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record

ROWS = [
    tuple(map(str.strip, (line[0], *line[2:].split("|"))))
    for line in (Path(__file__).parent / "own/further_words.txt").read_text("utf-8").splitlines()
    if line[:2] in ("+ ", "- ", "~ ")
]


def brand(mark: str, owner: str, number: int, *products: str, also: tuple[str, ...] = ()) -> Brand:
    return Brand(
        slug=mark.casefold(), name=mark, owner=owner, sellers=(),
        trademarks=(Trademark(text=mark, also=also, classes=(number,)),),
        products=tuple(Product(sku=f"P{at}", name=name) for at, name in enumerate(products)),
    )  # fmt: skip


BRANDS = (
    brand("Talwiese", "Talwiese Porzellan GmbH", 21, "Talwiese Teekanne 1,2 l", "Talwiese Suppenteller 23 cm"),
    brand("Brookmere", "Brookmere Cycling Ltd", 12, "Brookmere Dale folding bike", "Brookmere kids bike"),
    brand("Velunta", "Velunta Optics S.p.A.", 9, "Velunta Nova sunglasses", "Velunta Brio glasses", also=("维伦塔",)),
    brand("Zarnik", "Zarnik d.o.o.", 25, "Zarnik rain jacket", "Zarnik wool hat", also=("Зарник",)),
    brand("松澜", "苏州松澜家具有限公司", 20, "松澜实木餐桌", "松澜书柜"),
    brand("Melo", "Melo Lighting Oy", 11, "Melo desk lamp Fino", "Melo Tischleuchte Nido"),
    brand("Brakwell", "Brakwell Inc.", 7, "Brakwell cordless drill 18V", "Brakwell circular saw 190 mm"),
    replace(
        brand("Furrow", "Furrow Goods Inc.", 18, "Furrow slim wallet", "Furrow belt"),
        detectors={"text_match": {"near_goods": ["Furrow"], "goods_words": ["wallet", "belt", "cardholder"]}},
    ),
    brand("Kastell", "Kastell Uhren AG", 14, "Kastell Turm automatic watch"),
)


@cache
def inspector() -> Inspector:
    return Inspector(BRANDS, detectors=[UnauthorizedSeller, TextMatch])


def judged(name: str, title: str, description: str = "") -> list[Flag]:
    listing = listing_from_record(
        {
            "marketplace": "m", "url": "https://m.example/1", "title": title, "description": description,
            "seller_id": "u", "seller_name": name, "observed_at": "2026-11-29T12:00:00Z",
        }
    )  # fmt: skip
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    return [
        flag
        for one in inspector().inspect(observation, lambda _b, _s: History())
        for flag in one.flags
        if flag.kind == UnauthorizedSeller.kind
    ]


@pytest.mark.parametrize("row", [row[1:] for row in ROWS if row[0] == "-"])
def test_a_firm_with_a_further_word_that_offers_other_goods_is_a_suspicion_at_most(row: tuple[str, ...]) -> None:
    assert [flag.severity for flag in judged(*row) if flag.severity > 45] == []


@pytest.mark.parametrize("row", [row[1:] for row in ROWS if row[0] == "+"])
def test_who_poses_beside_the_brands_goods_or_without_another_name_is_told(row: tuple[str, ...]) -> None:
    assert [flag.severity for flag in judged(*row)] == [85]


@pytest.mark.parametrize("row", [row[1:] for row in ROWS if row[0] == "~"])
def test_a_mark_that_may_be_a_word_beside_its_goods_is_a_suspicion(row: tuple[str, ...]) -> None:
    assert [flag.severity for flag in judged(*row)] == [45]


@pytest.mark.parametrize(
    ("name", "title", "severities"),
    [
        ("Furrow Official", "slim metal wallet", [45]),
        ("The Furrow Flagship", "cardholder black", [45]),  # a word for goods that the dossier sets
        ("Furrow Official", "Furrow slim wallet", [85]),
        ("Furrow Official", "garden spade", []),
        ("Furrow", "slim metal wallet", []),
        ("Furrow Outlet", "slim metal wallet", []),
        ("furrow_and_field", "slim metal wallet", []),
    ],
)
def test_a_mark_that_needs_a_word_for_goods_is_read_in_a_name_beside_them(
    name: str, title: str, severities: list[int]
) -> None:
    assert [flag.severity for flag in judged(name, title)] == severities
