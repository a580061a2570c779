"""Sellers who say that copies of such goods go around, and sellers of copies who say so too."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity


def maker(slug: str, mark: str, goods: str) -> Brand:
    """A maker of bags or headphones."""
    trademark = Trademark(text=mark, classes=(9, 18))
    return Brand(slug=slug, name=mark, trademarks=(trademark,), products=(Product(sku="A", name=goods),))


BRANDS = (
    maker("torvane", "Torvane", "Torvane Lune leather handbag"),
    maker("lanmu", "岚沐", "岚沐降噪耳机"),
    maker("harute", "ハルテ", "ハルテ レザーバッグ"),
    maker("dalbit", "달비트", "달비트 가죽 가방"),
)
INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])
HONEST = [
    ("Torvane Lune handbag", "Plenty of AAA copies are going around, so I enclose the receipt."),
    ("Torvane Lune handbag", "Some sellers offer super clones of this line. We buy straight from the maker."),
    ("Torvane Rucksack", "Da Superfakes im Umlauf sind, liegt die Rechnung bei."),
    ("Torvane Rucksack", "Auf anderen Portalen werden AAA Replikas angeboten."),
    ("Sac Torvane", "Comme des répliques AAA circulent sur le marché, je joins la facture."),
    ("Zaino Torvane", "Girano tante copie 1:1, questo l'ho preso in centro."),
    ("Mochila Torvane", "Como circulan réplicas AAA, adjunto la factura."),
    ("Plecak Torvane", "Krąży dużo replik 1:1, mój jest ze sklepu firmowego."),
    ("Рюкзак Torvane", "Сейчас полно точных реплик, мой куплен в фирменном магазине."),
    ("岚沐耳机", "淘宝上很多高仿,我是专柜买的"),
    ("岚沐耳机", "请不要拿高仿来比价"),
    ("岚沐耳机", "现在高仿太多,买家请仔细甄别"),
    ("ハルテ バッグ", "スーパーコピーが多数出回っておりますが、百貨店で購入しました。"),
    ("ハルテ バッグ", "スーパーコピーと価格を比較しないでください。"),
    ("달비트 가방", "시중에 미러급이 많이 돌아다녀서 영수증 첨부합니다."),
    ("Torvane tas", "Er zijn veel super copy tassen in omloop, daarom stuur ik de bon mee."),
    ("Рюкзак Torvane", "Ходят точные реплики, мой куплен в магазине."),
    ("Torvane Lune handbag", "Many sellers sell AAA replicas, mine comes with the receipt."),
    ("岚沐耳机", "现在很多高仿，我是专柜买的"),
    ("Mochila Torvane", "Circulam muitas cópias 1:1; a minha veio da loja."),
]
GUILTY = [
    ("Torvane Lune handbag", "The best 1:1 replica going around, order now."),
    ("Torvane Lune handbag", "Many sellers offer bad copies. This is the best 1:1 replica."),
    ("Torvane Rucksack", "Viele Fakes im Umlauf, unsere AAA Replica ist die beste."),
    ("Torvane Rucksack AAA Replica", "Viele Händler im Netz verlangen mehr."),
    ("Sac Torvane", "Des copies moyennes circulent. Notre réplique AAA est parfaite."),
    ("Zaino Torvane copia 1:1", "Girano molte imitazioni, la nostra è la migliore."),
    ("Zaino Torvane", "Girano molte copie 1:1, la nostra è la migliore."),
    ("Mochila Torvane", "Circulan malas copias, esta réplica AAA es perfecta."),
    ("Рюкзак Torvane", "Сейчас много реплик, точная реплика 1:1 в наличии."),
    ("岚沐耳机", "网上最好的高仿"),
    ("岚沐耳机 高仿 全网比价", ""),
    ("岚沐耳机", "网上很多高仿,我家的做工最好"),
    ("岚沐耳机", "网上卖的高仿都贵,本店高仿现货"),
    ("ハルテ バッグ スーパーコピー", "粗悪品が出回っていますが当店は最高級です"),
    ("ハルテ バッグ", "出回っている中で最高のスーパーコピーです"),
    ("달비트 가방", "요즘 유행하는 미러급 입니다"),
    ("Рюкзак Torvane", "Качественная реплика, ходят долго, не рвутся"),
    ("Torvane Lune handbag", "AAA replica, many sellers sell it for 200, I ask 80."),
    ("岚沐耳机", "高仿 现在很多款 欢迎咨询"),
    ("Torvane Lune handbag", "Other sellers charge double for this super clone."),
]

OTHERS_SELL = [
    (
        "Torvane Lune handbag",
        "Several sellers here ship knock-offs with our photos; please report them. Genuine Torvane bag.",
    ),
    ("Torvane Lune handbag", "Several sellers here sell knock-offs."),
    ("Torvane Lune handbag", "Some sellers offer 1:1 replicas with our photos. This Torvane is from our shop."),
    ("Torvane Rucksack", "Mehrere Händler verkaufen hier Fälschungen in Top Qualität."),
    ("Torvane Rucksack", "Andere Verkäufer bieten hier AAA Replica an, bitte melden."),
    ("Sac Torvane", "Plusieurs vendeurs vendent ici des répliques AAA avec nos photos."),
    ("Zaino Torvane", "Alcuni venditori vendono copie 1:1 con le nostre foto."),
    ("Mochila Torvane", "Otros vendedores venden réplicas AAA con nuestras fotos."),
    ("岚沐耳机", "有些卖家卖高仿,我们是专柜"),
    ("ハルテ バッグ", "一部の業者がスーパーコピーを販売しています。"),
    ("Torvane Lune handbag", "Some people sell knock offs of this bag."),
    ("Sac Torvane", "Plusieurs vendeurs vendent ici des contrefaçons."),
    ("Plecak Torvane", "Inni sprzedawcy sprzedają tu repliki 1:1."),
]
OURS = [
    ("Torvane Lune handbag", "Many sellers ask more, we sell the best 1:1 replica."),
    ("Torvane Lune handbag", "Other sellers charge double for this super clone."),
    ("Torvane Lune handbag", "Other sellers sell this super clone for 99."),
    ("Torvane Lune handbag", "Some sellers offer bad fakes, ours is a super clone."),
    ("岚沐耳机", "其他卖家卖得贵,本店高仿现货"),
    ("Torvane Lune handbag", "Unlike other sellers we ship real 1:1 replicas."),
    ("Torvane Rucksack", "Für andere Händler verkaufen wir AAA Replica."),
]


@pytest.mark.parametrize(("title", "description"), HONEST)
def test_who_says_that_copies_go_around_is_a_note(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 35


@pytest.mark.parametrize(("title", "description"), GUILTY)
def test_who_offers_one_beside_it_is_accused(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) == 90


@pytest.mark.parametrize(("title", "description"), OTHERS_SELL)
def test_that_others_sell_copies_is_a_note(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) <= 20


@pytest.mark.parametrize(("title", "description"), OURS)
def test_who_sells_them_beside_others_is_accused(title: str, description: str) -> None:
    assert severity(INSPECTOR, title, description) == 90
