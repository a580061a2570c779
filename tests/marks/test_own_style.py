"""A style that the mark's own goods are of, and goods in the manner of the mark."""

import pytest

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex, Use

LORENZI = Brand(
    slug="lorenzi", name="Lorenzi", trademarks=(Trademark(text="LORENZI"), Trademark(text="洛伦齐")), sellers=()
)
INDEX = MarkIndex([LORENZI])


def uses(title: str) -> list[Use]:
    return [mention.use for mention in INDEX.find_in("title", title)["lorenzi"]]


@pytest.mark.parametrize(
    "title",
    [
        "Borsa Lorenzi stile anni 90",
        "Borsa a mano Lorenzi stile retrò",
        "Sac Lorenzi style années 60",
        "Sac à main Lorenzi style vintage, cuir",
        "Bolso Lorenzi estilo años 70 en piel",
        "Bolsa Lorenzi estilo boho",
        "Torba Lorenzi styl retro",
        "Сумка Lorenzi стиль бохо",
        "Chaqueta Lorenzi estilo deportivo",
        "Handtasche Lorenzi Stil 70er Jahre",
        "Vestido Lorenzi estilo años 50 talla 38",
        "Sukienka Lorenzi styl lata 70, jedwab",
        "Sukienka Lorenzi styl lata 60 jedwab",
        "Vestido Lorenzi estilo romântico tamanho M",
        "Robe Lorenzi style années 50 taille 38",
        "Robe Lorenzi style bohème taille 38",
        "Abito Lorenzi stile anni 50 nero",
        "Borsa tipo shopper Lorenzi stile classico",
        "Borsa in pelle Lorenzi stile classico",
        "洛伦齐 风格 简约 手提包",
        "洛伦齐 风格：复古 手提包",
    ],
)
def test_a_style_of_its_own_likens_nothing(title: str) -> None:
    assert uses(title) == [Use.CLAIM]


@pytest.mark.parametrize(
    "title",
    [
        "Lorenzi style handbag",
        "Lorenzi style vintage bag",
        "New Lorenzi style vintage bag",
        "New Lorenzi style classic size bag",
        "Vestido estilo Lorenzi años 50 talla 38",
        "Robe style Lorenzi années 50 taille 38",
        "Borsa stile Lorenzi",
        "Borsa simile Lorenzi stile vintage",
        "Borsa simile alla Lorenzi stile vintage",
        "Borsa come Lorenzi stile anni 70",
        "Bolso estilo Lorenzi retro",
        "Sac style Lorenzi vintage",
        "Handtasche im Lorenzi Stil",
        "Handtasche baugleich Lorenzi Nora",
        "Handtasche baugleich mit Lorenzi",
        "Handtasche Lorenzi Klon",
        "Lorenzi Nora Klon Handtasche",
        "Bag, Lorenzi-style retro",
        "Сумка в стиле Lorenzi ретро",
        "洛伦齐风格复古手提包",
        "洛伦齐风格 手提包",
    ],
)
def test_goods_in_the_manner_of_the_mark_are_compared(title: str) -> None:
    assert uses(title) == [Use.COMPARISON]
