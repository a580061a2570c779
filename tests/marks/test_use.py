"""What the words around a mark say."""

import pytest

from monitor.brands import Brand, Trademark
from monitor.marks import CounterfeitWords, MarkIndex, Use
from monitor.records import Listing

INDEX = MarkIndex([Brand(slug="aurelia", name="A", trademarks=(Trademark(text="AURELIA", also=("奥蕾莉亚",)),))])

DESCRIPTIVE = [
    "Leather strap for AURELIA",
    "Strap for the new Aurelia watches",
    "Strap compatible with AURELIA Meridian",
    "fits Aurelia - 20 mm strap",
    "AURELIA-compatible strap",
    "Aurelia compatible strap",
    "Strap suitable for your Aurelia",
    "Strap for Seiko, Casio and Aurelia",
    "Strap for Seiko / Casio / Aurelia",
    "Armband für Aurelia",
    "passend für AURELIA Uhren",
    "Ersatzarmband kompatibel mit Aurelia",
    "bracelet pour Aurelia",
    "compatible avec Aurelia",
    "correa para Aurelia",
    "cinturino per Aurelia",
    "适用于 AURELIA 表带",
    "适用于奥蕾莉亚表带",
    "奥蕾莉亚专用表带",
    "AURELIA 対応 ベルト",
    "AURELIA用ベルト",
    "交換用バックル AURELIA Meridian 40 対応",
    "AURELIA Meridian MER40A専用ベルト",
    "AURELIA Meridian 适用 表带",
    "Compatible with: Seiko, Aurelia",
    "适用于精工卡西欧奥蕾莉亚表带",
    "Not an Aurelia, plain watch",
    "Works with Aurelia",
    "No-name strap, works like a charm with Aurelia watches",
    "Szíj Aurelia Meridian 40-hez",
    "Kotelo Aurelia Meridian -kellolle",
    "Aurelia Meridian 시계를 위한 케이스",
    "Aurelia Meridian घड़ी के लिए पट्टा",
    "Cinturino in pelle per orologio Aurelia",
    "Horlogeband voor Aurelia",
    "Pasek do zegarka Aurelia",
    "Ремешок для часов Aurelia Meridian",
    "Aurelia için kayış",
    "Pulseira compatível com Aurelia",
    "Aurelia 호환 시계줄",
    "Armband till Aurelia klocka",
    "Kompatibles Armband zu Aurelia",
    "Řemínek pro Aurelia",
    "Szíj Aurelia órához",
    "Tali jam untuk Aurelia",
    "Dây đồng hồ cho Aurelia",
    "Λουράκι για Aurelia",
    "Gold watch like Aurelia style",
]
COMPARISON = [
    "Gold watch Aurelia style",
    "Aurelia-style watch",
    "Watch like AURELIA",
    "Aurelia dupe watch",
    "Watch inspired by Aurelia",
    "Uhr im Stil von Aurelia",
    "奥蕾莉亚同款手表",
    "类似奥蕾莉亚 手表",
    "AURELIA風 腕時計",
    "montre style Aurelia",
    "Aurelia-like watch",
    "copy of the Aurelia watch",
    "Aurelia Meridian 40 dupe watch",
    "AURELIA Meridian look alike",
]
CLAIM = [
    "AURELIA Meridian watch",
    "Watch by Aurelia",
    "Original AURELIA watch",
    "Watch for men AURELIA Meridian",
    "Gift for men, AURELIA Meridian watch",
    "Подарок для мужчины, AURELIA Meridian",
    "It works! Sold with AURELIA Meridian box",
    "AURELIA Meridian 男士专用 手表",
    "Shoes for men - Aurelia",
    "奥蕾莉亚手表",
    "奥蕾莉亚用品",
    "AURELIA Meridian Bluetooth 対応 腕時計",
    "AURELIA Type-C対応 充電式",
    "Aurelia Style 5021 watch",
    "AURELIA watch for women",
    "like new Aurelia watch",
    "Aurelia like new",
    "como nuevo Aurelia",
    "Slim fit AURELIA shirt",
    "Style: Aurelia",
    "Type: AURELIA",
    "支持专柜验货 奥蕾莉亚手表",
    "奥蕾莉亚系列手表",
    "奥蕾莉亚风衣",
    "aureliaの腕時計",
    "正品aurelia手表",
]


@pytest.mark.parametrize(
    ("text", "use"),
    [(t, Use.DESCRIPTIVE) for t in DESCRIPTIVE]
    + [(t, Use.COMPARISON) for t in COMPARISON]
    + [(t, Use.CLAIM) for t in CLAIM],
)
def test_the_use_of_a_mark(text: str, use: Use) -> None:
    ((mention, *rest),) = INDEX.find_in("title", text).values()
    assert not rest
    assert mention.use is use, mention


def test_a_title_that_says_for_governs_the_description() -> None:
    listing = Listing(marketplace="m", url="u", title="Strap for Aurelia", description="Aurelia is a fine watch.")
    assert {m.use for m in INDEX.find(listing)["aurelia"]} == {Use.DESCRIPTIVE}
    claimed = Listing(marketplace="m", url="u", title="Aurelia strap", description="Aurelia is a fine watch.")
    assert {m.use for m in INDEX.find(claimed)["aurelia"]} == {Use.CLAIM}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("watch rep1ica, new", "rep1ica"),
        ("R.E.P.L.I.C.A bag", "R.E.P.L.I.C.A"),
        ("REPL!CA", "REPL!CA"),
        ("(c0unterfe1t)", "c0unterfe1t"),
        ("no rep1ica", None),
        ("model REPL-1105", None),
        ("part c0py12", None),
    ],
)
def test_the_language_of_counterfeiting_in_disguise(text: str, seen: str | None) -> None:
    found = CounterfeitWords().find(text)
    assert [one.text for one in found] == ([seen] if seen else [])
    assert all(one.strong and text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "AURELIA watch. Replica? No, original!",
        "AURELIA watch - Replica? Nein, Original!",
        "AURELIA Fälschung? Auf keinen Fall!",
        "AURELIA Replica? Absolutely not. Genuine.",
        "¿AURELIA réplica? ¡No, original!",
        "AURELIA réplique ? Bien sûr que non !",
        "AURELIA replica? Certo che no, originale",
        "AURELIA réplica? De jeito nenhum, original",
        "AURELIA replica? Zeker niet!",
        "AURELIA replika? Na pewno nie, oryginał",
        "AURELIA подделка? Конечно нет, оригинал!",
        "AURELIA replika? Nej, äkta!",
        "AURELIA replika mı? Hayır, orijinal",
        "AURELIA 假货？绝对不是，正品！",
        "AURELIA コピー品? いいえ、本物です",
        "AURELIA 짝퉁? 아니요, 정품입니다",
        "AURELIA تقليد؟ لا، أصلي",
    ],
)
def test_a_question_that_is_answered_with_no_says_nothing(text: str) -> None:
    assert CounterfeitWords().find(text) == ()


@pytest.mark.parametrize("text", ["AURELIA superclone? You decide", "AURELIA 1:1 replica? Best quality!"])
def test_who_asks_says_nothing_for_sure(text: str) -> None:
    (found,) = CounterfeitWords().find(text)
    assert (found.strong, found.doubtful, found.praised) == (False, True, False)


@pytest.mark.parametrize("text", ["Original? No! AURELIA replica, great price", "AURELIA original? Nein, 1:1 replika"])
def test_an_answer_that_names_the_copy_says_so(text: str) -> None:
    assert CounterfeitWords().find(text)
