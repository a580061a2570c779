"""Sellers who name copies to send them away, and sellers of copies who speak much like them."""

import pytest

from tests.detectors.test_counterfeiting import told
from tests.detectors.test_goes_with import INSPECTOR

HONEST = [  # (title, description): suspicion at most
    ("Kestrin Aero 200 headphones, nothing to do with the superclone junk", ""),
    ("Kestrin Aero 200 headphones, traders of AAA replica sets need not apply", ""),
    ("Kestrin Aero 200 headphones", "If you're after a super clone, please go elsewhere."),
    ("Kestrin Aero 200 headphones", "Too many 1:1 replica sets on here, mine came from the high street."),
    ("Kestrin Aero 200 Kopfhörer", "Wer nach einer Replika 1:1 sucht, ist hier falsch."),
    ("Kestrin Aero 200 Kopfhörer, nicht vergleichbar mit einer AAA Replica", ""),
    (
        "Casque Kestrin Aero 200, vous cherchez une réplique miroir ? non",
        "Si vous voulez une réplique AAA, cherchez ailleurs",
    ),
    ("Auriculares Kestrin Aero 200", "Quien busque réplicas AAA que busque en otro sitio"),
    ("Cuffie Kestrin Aero 200, venditori di repliche AAA astenersi", ""),
    ("Auscultadores Kestrin Aero 200, sem comparação com réplicas AAA", ""),
    ("Kestrin Aero 200 koptelefoon", "Wie een AAA replica wil, moet elders zijn"),
    ("Słuchawki Kestrin Aero 200", "Jeśli chcesz replikę 1:1, szukaj gdzie indziej"),
    ("Наушники Kestrin Aero 200, не путать с люкс копией", ""),
    ("Kestrin Aero 200 kulaklık, replika isteyen yazmasın", ""),
    ("Kestrin Aero 200 耳机 买高仿的勿扰", ""),
    ("Kestrin Aero 200 イヤホン スーパーコピーとは別物", ""),
    ("Kestrin Aero 200 hörlurar, till skillnad från AAA replica", ""),
    ("Наушники Kestrin Aero 200", "Паль не продаю, только оригинал"),
    ("Kestrin Aero 200 Kopfhörer", "Kopie 1:1 verkaufe ich nicht."),
    ("Auriculares Kestrin Aero 200", "Réplica exacta no, es la original."),
    ("Kestrin Aero 200 耳机", "A货退散，只卖正品。"),
    ("Kestrin Aero 200 耳机", "谢绝高仿。"),
    ("Kestrin Aero 200 headphones", "Super copy sellers, please don't contact me."),
    ("Kestrin Aero 200 headphones", "Super clones I do not sell."),
    ("Cuffie Kestrin Aero 200", "Replica esatta no, è originale."),
    ("Auscultadores Kestrin Aero 200", "Réplica 1:1 não vendo."),
    ("Słuchawki Kestrin Aero 200", "Replik 1:1 nie sprzedaję."),
    ("Kestrin Aero 200 koptelefoon", "AAA replica verkoop ik niet."),
]
GENUINE = [  # a note
    "Genuine Kestrin Aero 200 headphones, not to be confused with AAA replica sets",
    "Kestrin Aero 200 Kopfhörer Original, nichts gemein mit 1:1 Repliken",
    "Casque Kestrin Aero 200 authentique, vendeurs de répliques AAA abstenez-vous",
    "Kestrin Aero 200 耳机 专柜正品 和高仿没法比",
]
GUILTY = [
    ("Kestrin Aero 200 headphones, not like the cheap replicas, this is AAA 1:1 replica", ""),
    ("Kestrin Aero 200 super clone, nothing to do with cheap fakes", ""),
    ("Kestrin Aero 200 headphones 1:1 replica", "If you want a genuine one, go elsewhere."),
    ("Kestrin Aero 200 headphones", "Anyone looking for a super clone can order now, worldwide post."),
    ("Kestrin Aero 200 headphones", "Lots of AAA replica sets in stock"),
    ("Kestrin Aero 200 headphones, nothing to do with junk but a super clone", ""),
    ("Kestrin Aero 200 headphones, AAA replica. Time wasters stay away", ""),
    ("Kestrin Aero 200 Kopfhörer AAA Replica, kein Vergleich zu billigem Schrott", ""),
    ("Casque Kestrin Aero 200 réplique AAA, rien à voir avec les copies du marché", ""),
    ("Kestrin Aero 200 耳机 高仿 和正品一样", ""),
    ("Looking for a 1:1 replica of Kestrin? No, super clone! This one is perfect", ""),
    ("Statt Original nur Kestrin Aero 200 AAA Replica", ""),
    ("Viele Kestrin Aero 200 AAA Replica, diese ist die beste", ""),
    ("Kestrin Aero 200 スーパーコピーをお探しの方はご連絡ください", ""),
    ("Kestrin Aero 200 高仿 品质不一样", ""),
    ("Kestrin Aero 200 réplique AAA, celle-ci est parfaite", ""),
    ("Replika 1:1 Kestrin Aero 200 dziękuję za uwagę", ""),
    ("Many 1:1 replica Kestrin headphones shipped around the world", ""),
    ("Kestrin Aero 200 高仿耳机, 和地摊货完全不一样", ""),
    ("Auriculares Kestrin Aero 200 réplica exacta, no es barata", ""),
    ("Auriculares Kestrin Aero 200 réplica exacta no original", ""),
    ("Наушники Kestrin Aero 200", "Люкс копия. Не продаю оптом."),
    ("Kestrin Aero 200 headphones", "Super copy sellers wanted, wholesale price"),
    ("Kestrin Aero 200 Kopfhörer", "AAA Replica auf Lager, Schrott verkaufe ich nicht."),
    ("Kestrin Aero 200 耳机", "高仿现货，正品不卖"),
    ("Kestrin Aero 200 耳机", "A货不卖高价"),
]


def words(title: str, description: str) -> list[int]:
    offer = {"seller_id": "s9", "title": title, "description": description}
    return [flag.severity for flag in told("counterfeit", offer, INSPECTOR)]


@pytest.mark.parametrize(("title", "description"), HONEST)
def test_who_sends_copies_away_is_not_accused(title: str, description: str) -> None:
    assert max(words(title, description), default=0) <= 45


@pytest.mark.parametrize("title", GENUINE)
def test_and_says_that_the_goods_are_genuine_is_a_note_at_most(title: str) -> None:
    assert max(words(title, ""), default=0) < 30


@pytest.mark.parametrize(("title", "description"), GUILTY)
def test_who_sends_other_things_away_is_accused(title: str, description: str) -> None:
    assert max(words(title, description), default=0) == 90


@pytest.mark.parametrize(
    "title",
    [
        "Test: Kestrin super clone vs the original", "Kestrin 1:1 replica: what are the differences?", "Testbericht Kestrin AAA Replica",
        "Comparatif Kestrin et ses répliques AAA", "Reseña: Kestrin réplica AAA contra original", "Kestrin repliche AAA, le differenze",
        "Recenzja: replika 1:1 Kestrin kontra oryginał", "Обзор: точная реплика Kestrin, в чём отличия от оригинала", "Kestrin 高仿测评", "Kestrin真假鉴别 精仿",
        "Kestrin スーパーコピーと本物の違い",
    ],
)  # fmt: skip
def test_a_text_about_copies_is_a_suspicion_at_most(title: str) -> None:
    assert max(words(title, ""), default=0) <= 45


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Kestrin Aero 200 1:1 replica headphones", "Review: sounds fine."),
        ("Kestrin Aero 200 super clone, read our reviews", ""),
        ("Kestrin Aero 200 高仿 支持鉴定", ""),
        ("Kestrin Aero 200 AAA replica, indistinguishable from the original, compared to the original", ""),
        ("Kestrin Aero 200 AAA Replica getestet", ""),
        ("Kestrin Aero 200 AAA Replica, keine Unterschiede zum Original", ""),
        ("Kestrin Aero 200 réplica AAA sin diferencias", ""),
        ("Kestrin Aero 200 スーパーコピー 本物との違いなし", ""),
        ("Kestrin Aero 200 高仿 和正品区别不大", ""),
        ("Kestrin Aero 200 точная реплика, без отличия от оригинала", ""),
    ],
)
def test_who_sells_copies_is_accused_beside_such_words(title: str, description: str) -> None:
    assert max(words(title, description), default=0) == 90
