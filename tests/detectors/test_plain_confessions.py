"""What sellers of copies say plainly, in their languages, and honest words that hold such ones."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity

BRANDS = (
    Brand(
        slug="torvane", name="Torvane", trademarks=(Trademark(text="TORVANE", classes=(18, 25)),), sellers=(),
        products=(
            Product(sku="A", name="Torvane Rill 25 backpack"),
            Product(sku="B", name="Torvane Brae rain jacket"),
        ),
    ),
    Brand(
        slug="lanmu", name="岚沐", trademarks=(Trademark(text="岚沐", classes=(9,)),), sellers=(),
        products=(Product(sku="C", name="岚沐降噪耳机"), Product(sku="D", name="岚沐头戴式游戏手柄")),
    ),
)  # fmt: skip
INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])


@pytest.mark.parametrize(
    ("title", "description", "least"),
    [
        ("Torvane jacket, not the real deal", "", 45),
        ("Torvane backpack", "It is not the real one.", 45),
        ("Torvane jacket, it's a dupe but warm", "", 45),
        ("Torvane backpack", "Unofficial copies, well made.", 45),
        ("Torvane backpack quality rep 1to1", "", 90),
        ("Veste Torvane, fausse mais jolie", "", 90),
        ("Sac Torvane faux mais solide", "", 90),
        ("Veste Torvane", "Ce n'est pas une vraie.", 45),
        ("Zaino Torvane tarocco", "", 45),
        ("Giacca Torvane", "È un falso, ma cucito bene.", 90),
        ("Giacca Torvane tarocca ma bella", "", 90),
        ("Chaqueta Torvane falsa pero abriga", "", 90),
        ("Plecak Torvane", "To jest podróbka, ale trzyma się.", 45),
        ("Torvane Rucksack, Kopie aus China", "", 90),
        ("Torvane Jacke China-Kopie", "", 90),
        ("岚沐耳机 华强北顶配", "", 90),
        ("岚沐手柄 仿的 介意慎拍", "", 45),
        ("岚沐耳机 复刻 1:1", "", 90),
        ("岚沐耳机 复刻1比1 现货", "", 90),
        ("岚沐手柄 1:1 复刻", "", 90),
        ("Torvane backpack", "Replica: no box", 90),
        ("Torvane backpack", "Not a real Torvane backpack but a copy", 90),
        ("Torvane backpack", "Not a real backpack but a copy", 90),
        ("Plecak Torvane Rill", "To nie jest prawdziwy plecak", 90),
        ("Torvane backpack", "Replica: not cheap", 90),
        ("Mochila Torvane", "¡Réplica AAA!", 90),
    ],
)
def test_a_plain_confession_is_read(title: str, description: str, least: int) -> None:
    assert severity(INSPECTOR, title, description) >= least


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane jacket, the real deal", ""),
        ("Torvane backpack", "If it is not the real one you get your money back."),
        ("Veste Torvane en faux cuir mais chaude", ""),
        ("Sac Torvane vrai, pas faux mais usé", ""),
        ("Arance Tarocco, cassetta Torvane", ""),
        ("Torvane Rucksack, keine China-Kopie", ""),
        ("Chaqueta Torvane", "No es falsa, pero tiene un roce."),
        ("岚沐耳机 不是华强北货 正品", ""),
        ("Torvane backpack", "Replica: no / original Torvane backpack"),
        ("Torvane backpack", "Replica: NO ✔ Original Torvane"),
        ("Torvane backpack", "Fake: no\nOriginal Torvane"),
        ("Sac Torvane", "Copie : non\nSac Torvane authentique"),
        ("Mochila Torvane", "¿Réplica? No\nMochila Torvane original"),
        ("Mochila Torvane", "¿Es una réplica AAA? No, es original"),
        ("Torvane Rucksack", "Fälschung: nein\nOriginal Torvane Rucksack"),
        ("岚沐耳机", "高仿：不是\n正品岚沐"),
        ("岚沐耳机 复刻 1:1 比例", ""),
    ],
)
def test_honest_words_are_no_confession(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 40


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane jacket", "Not a real backpack, more of a jacket with pockets"),
        ("Torvane travel bag", "Not a real suitcase but a travel bag"),
        ("Torvane bag", "Not a real handbag: doll size"),
        ("Zaino Torvane", "Non è un vero zaino ma una borsa"),
        ("Mochila Torvane Rill", "No es un bolso original, es una mochila"),
        ("Torebka Torvane", "To nie jest prawdziwy plecak"),
    ],
)
def test_what_is_no_such_kind_of_goods_is_a_suspicion_at_most(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 45


@pytest.mark.parametrize("title", ["岚沐耳机 官方复刻 1:1", "岚沐耳机 经典复刻一比一", "岚沐耳机 原厂1:1复刻"])
def test_a_makers_own_edition_is_a_suspicion_at_most(title: str) -> None:
    assert severity(INSPECTOR, title) <= 45
