"""Texts that call the goods fakes, and those in which such words say something else."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity
from tests.detectors.test_circulation import BRANDS

TORVANE = Brand(
    slug="torvane",
    name="Torvane",
    trademarks=(Trademark(text="Torvane", classes=(18, 25)),),
    products=(
        Product(sku="A", name="Torvane Rill 25 backpack"),
        Product(sku="B", name="Torvane Brae rain jacket"),
        Product(sku="C", name="Torvane Lune leather handbag"),
    ),
)
INSPECTOR = Inspector((TORVANE, *(brand for brand in BRANDS if brand.slug != TORVANE.slug)), detectors=[TextMatch])


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane Lune handbag", "The bag is counterfeit."),
        ("Torvane Lune handbag", "At this price it is naturally not original."),
        ("Torvane Rucksack", "Der Rucksack ist leider gefälscht."),
        ("Torvane Rucksack", "Es ist ein Plagiat."),
        ("Torvane Rucksack", "Zu diesem Preis natürlich kein Original."),
        ("Veste Torvane", "La veste est contrefaite."),
        ("Sac Torvane", "Évidemment pas original à ce prix."),
        ("Zaino Torvane", "Lo zaino è contraffatto."),
        ("Zaino Torvane", "Zaino falso."),
        ("Mochila Torvane", "La mochila es falsa."),
        ("Mochila Torvane", "Claro que no es original."),
        ("Plecak Torvane", "Plecak jest podrobiony."),
        ("Torvane tas", "De tas is namaak."),
        ("Torvane çanta", "Ürün taklittir."),
        ("Torvane çanta", "Tabii ki orijinal değil."),
        ("Рюкзак Torvane", "Рюкзак поддельный."),
        ("Рюкзак Torvane", "Рюкзак не настоящий."),
        ("岚沐耳机", "耳机是假的。"),
        ("岚沐耳机", "当然非正品。"),
        ("ハルテ バッグ", "偽物です。ご理解ください。"),
        ("ハルテ バッグ", "当然正規品ではありません。"),
        ("달비트 가방", "짝퉁입니다."),
        ("Mochila Torvane", "É uma falsificação."),
        ("Mochila Torvane", "Por este preço claro que não é original."),
    ],
)
def test_a_confession_is_found(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) >= 45


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane Lune handbag", "If the bag is counterfeit, you get your money back."),
        ("Torvane Lune handbag", "The lining is fake fur."),
        ("Torvane Lune handbag", "The bag is not fake."),
        ("Torvane Lune handbag", "Is the bag fake? No."),
        ("Torvane Rucksack", "Wenn der Rucksack gefälscht ist, nehme ich ihn zurück."),
        ("Torvane Rucksack", "Der Rucksack ist nicht gefälscht."),
        ("Sac Torvane", "On dit qu'il est petit. C'est faux."),
        ("Sac Torvane", "Le sac est en faux cuir."),
        ("Sac Torvane faux cuir noir", ""),
        ("Sac Torvane", "Le sac n'est pas faux."),
        ("Zaino Torvane", "Se è falso, lo riprendo."),
        ("Zaino Torvane", "Non è falsa modestia: è bellissimo."),
        ("Zaino Torvane", "Lo zaino non è falso."),
        ("Mochila Torvane", "Si la mochila es falsa, devuelvo el dinero."),
        ("Mochila Torvane", "Dicen que es pequeña, es falso."),
        ("Mochila Torvane con bolsillo falso", ""),
        ("Plecak Torvane", "Jeśli plecak jest podrobiony, zwracam pieniądze."),
        ("Torvane tas", "De tas is geen namaak."),
        ("Torvane çanta", "Ürün taklit değildir."),
        ("Рюкзак Torvane", "Если рюкзак поддельный, верну деньги."),
        ("Рюкзак Torvane", "Не настоящая кожа, а ткань."),
        ("岚沐耳机", "如果耳机是假的,全额退款"),
        ("岚沐耳机", "不是假的"),
        ("岚沐耳机", "耳机是假的包退"),
        ("ハルテ バッグ", "偽物でしたら返金します。"),
        ("ハルテ バッグ", "偽物ですか？いいえ。"),
        ("달비트 가방", "가품이 아닙니다."),
        ("Torvane jacket, faux fur collar", ""),
        ("Veste Torvane fausse fourrure", ""),
        ("Chaqueta Torvane cuello falso", ""),
        ("Torvane Lune handbag", "Counterfeit goods harm makers. Buy only from us."),
    ],
)
def test_what_is_no_confession_is_none(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 35


@pytest.mark.parametrize(
    "title",
    [
        "Veste Torvane fausse",
        "Zaino Torvane falso",
        "Mochila Torvane falsa",
        "Plecak Torvane podróba",
        "Torvane Rucksack Topfake",
        "岚沐耳机 一比一",
        "岚沐耳机 G货 顶级",
        "岚沐耳机 高🔥仿",
        "岚沐耳机 精✨仿",
        "Torvane reps bag top tier",
        "Bolsa Torvane falsificada",
        "Torvane çanta çakma",
        "Рюкзак Torvane поддельный",
    ],
)
def test_a_title_that_calls_the_goods_so_is_a_suspicion(title: str) -> None:
    assert severity(INSPECTOR, title) >= 45


@pytest.mark.parametrize(
    "title",
    [
        "Sac Torvane faux daim",
        "Torvane jacket faux leather",
        "Veste Torvane faux col",
        "Chaqueta Torvane falsos bolsillos",
        "岚沐耳机 模型 一比一 比例",
        "Torvane Rill 25 backpack, 3 reps workout",
        "Zaino Torvane pelle falsa",
        "Borsa Torvane, fodera falsa pelle",
        "Mochila Torvane falso fondo",
        "岚沐耳机 高火 仿真",
        "岚沐耳机 颜值高✨仿羊皮",
        "岚沐耳机 品质高❤️仿鳄鱼皮",
        "岚沐耳机 超💕仿皮",
        "岚沐耳机 质量超🔥仿真花",
        "Torvane sales reps bag",
        "Torvane F4KE-S backpack",
    ],
)
def test_a_title_that_says_something_else_is_none(title: str) -> None:
    assert severity(INSPECTOR, title) <= 35


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Plecak Torvane", "Plecak jest podróbką."),
        ("Mochila Torvane", "Esta mochila é uma falsificação."),
        ("Bolsa Torvane", "Esta bolsa é uma falsificação."),
        ("Sac Torvane", "Il s'agit d'une contrefaçon."),
        ("Sac Torvane", "Ce sac est une contrefaçon."),
        ("Torvane çanta", "Bu çanta sahtedir."),
        ("Сумка Torvane", "Сумка является подделкой."),
        ("달비트 가방", "정품 아니고 가품입니다."),
        ("Torvane Rucksack", "Der Rucksack ist eine Fälschung."),
        ("Torvane Rucksack", "Der Rucksack ist nicht echt."),
        ("Torvane Lune handbag", "I will be honest, it's a counterfeit."),
    ],
)
def test_a_noun_may_be_the_subject_of_a_sure_one(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) == 90


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Sac Torvane", "Si ce sac est une contrefaçon, je rembourse."),
        ("Sac Torvane", "Attention, il s'agit d'une contrefaçon si le logo est doré."),
        ("Plecak Torvane", "Jeśli plecak jest podróbką, zwrot pieniędzy."),
        ("Plecak Torvane", "Czy plecak jest podróbką? Nie."),
        ("Plecak Torvane", "Plecak nie jest podróbką."),
        ("Mochila Torvane", "Se a mochila é uma falsificação, devolvo o dinheiro."),
        ("Torvane çanta", "Bu çanta sahte değildir."),
        ("Сумка Torvane", "Сумка не является подделкой."),
        ("Сумка Torvane", "Если сумка является подделкой, верну деньги."),
        ("달비트 가방", "가품 아니고 정품입니다."),
        ("달비트 가방", "만약 가품입니다 하면 환불."),
        ("Torvane 200 avec sac", "Le sac n'est pas original."),
        ("Sac Torvane", "La boîte du sac est une contrefaçon."),
        ("Sac Torvane", "Tout sac à 20 euros est une contrefaçon."),
        ("Сумка Torvane", "Дешевая сумка с рынка является подделкой."),
        ("Torvane Mütze", "Was unter 20 Euro kostet, sind Fälschungen."),
        ("Sac Torvane", "Ce sac n'est pas une contrefaçon."),
        ("Sac Torvane", "Est-ce que ce sac est une contrefaçon ? Non."),
        ("Sac Torvane", "Il ne s'agit pas d'une contrefaçon."),
        ("Torvane Rucksack", "Es handelt sich nicht um eine Fälschung."),
        ("Torvane Rucksack", "Der Rucksack ist garantiert keine Fälschung."),
        ("Torvane Rucksack", "Falls es sich um eine Fälschung handelt, Geld zurück."),
        ("Рюкзак Torvane", "Это подделка? Нет."),
        ("Torvane Rucksack", "Was andere anbieten, ist eine Fälschung."),
        ("Torvane Rucksack", "Was woanders weniger kostet, ist ein Plagiat."),
        ("Torvane Lune handbag", "The bag is counterfeit, if the logo is golden."),
    ],
)
def test_and_a_condition_a_question_or_what_others_sell_is_none(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 35


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Torvane Lune handbag", "Cheap ones are counterfeit, ours is new."),
        ("Torvane Lune handbag", "Cheap Torvane bags are counterfeit."),
        ("Torvane Lune handbag", "Original bag. Low price items are counterfeit."),
        ("Torvane Lune handbag", "Bags at this price are counterfeit."),
        ("Torvane Lune handbag", "New bags at this price are counterfeit, mine has a receipt."),
        ("Sac Torvane", "À ce prix les sacs Torvane sont des contrefaçons, le mien non."),
        ("Borsa Torvane", "A questo prezzo le borse sono contraffatte"),
        ("Torvane çanta", "Torvane çanta bu fiyata taklittir, bizde orijinal."),
        ("岚沐耳机", "这个价格的是假货，我家是专柜正品"),
        ("岚沐耳机", "便宜的是假货"),
        ("岚沐耳机", "便宜货是假货"),
        ("岚沐耳机", "低价是假货，本店只卖正品"),
        ("岚沐耳机", "价格低的是假货。本店正品。"),
        ("岚沐耳机", "便宜的不是正品"),
        ("岚沐耳机", "包邮的不是正品"),
        ("岚沐耳机", "质量好的不是原装"),
    ],
)
def test_what_is_said_of_cheap_goods_is_at_most_a_suspicion(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 45


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("岚沐耳机", "低价不是正品"),
        ("岚沐耳机", "低价商品不是正品"),
        ("岚沐耳机", "价格低，是假货"),
        ("Torvane Lune handbag", "The bag is cheap, it is a counterfeit."),
        ("Torvane Lune handbag", "Cheap because it is a counterfeit."),
        ("Torvane Lune handbag", "At this price it is naturally not original."),
    ],
)
def test_a_confession_may_say_that_the_goods_are_cheap(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) >= 85
