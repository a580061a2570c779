"""What the words of a listing are flagged for, and what is left alone."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record

SHOP = SellerEntry(
    marketplace="m", seller_id="good", seller_name="Watch House", legal_entity="", status=SellerStatus.AUTHORIZED
)
MARKS = (Trademark(text="AURELIA", also=("奥蕾莉亚",)),)
PRODUCT = Product(sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A")
BRAND = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, sellers=(SHOP,))
OPEN = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS)
CARD = {"known_from": "result page"}
LISTED = Brand(slug="aurelia", name="Aurelia", trademarks=MARKS, sellers=(SHOP,), products=(PRODUCT,))


def flags(brand: Brand, /, **record: Any) -> list[Flag]:
    listing = listing_from_record({"marketplace": "m", "url": "https://m.example/1", "seller_id": "s", **record})
    inspector = Inspector([brand], detectors=[TextMatch])
    observation = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    return [flag for finding in inspector.inspect(observation, lambda _b, _s: History()) for flag in finding.flags]


CASES: list[tuple[str, dict[str, Any], list[tuple[str, int]]]] = [
    ("plain, unknown seller", {"title": "AURELIA watch"}, [("plain_use", 35)]),
    ("plain, seller not readable", {"title": "AURELIA watch", "seller_id": ""}, [("plain_use", 35)]),
    ("plain, seller not asked", {"title": "AURELIA watch", "seller_id": "", "attributes": CARD}, [("plain_use", 20)]),
    ("counterfeit, not asked", {"title": "AURELIA replica", "seller_id": "", "attributes": CARD}, [("counterfeit_word_alone", 45)]),
    ("seller on the card", {"title": "AURELIA watch", "attributes": CARD}, [("plain_use", 35)]),
    ("plain, authorised", {"title": "AURELIA watch", "seller_id": "good"}, []),
    ("plain, used", {"title": "AURELIA watch", "condition": "used"}, []),
    ("plain, used in the description alone", {"title": "AURELIA watch", "description": "Used, good condition."}, [("plain_use", 35)]),
    ("plain, full width", {"title": "ＡＵＲＥＬＩＡ watch"}, [("plain_use", 35)]),
    ("plain, in the description only", {"title": "A watch", "description": "By AURELIA."}, [("plain_use", 30)]),
    ("plain, brand field", {"title": "A watch", "brand": "aurelia"}, [("plain_use", 35)]),
    ("descriptive", {"title": "Strap for AURELIA"}, []),
    ("descriptive, then told of", {"title": "Strap for AURELIA", "description": "Aurelia 40 mm and 44 mm"}, []),
    ("descriptive, with a slip", {"title": "Strap for Aurelai"}, []),
    ("descriptive, hidden from a search", {"title": "Strap for AUR\u200bELIA"}, [("disguise", 65)]),
    ("disguise", {"title": "AUR3LIA watch"}, [("disguise", 65)]),
    ("disguise, authorised", {"title": "AUR3LIA watch", "seller_id": "good"}, [("disguise", 65)]),
    ("slip", {"title": "Aurelai watch"}, [("misspelling", 45)]),
    ("one Cyrillic letter", {"title": "Aurеlia watch"}, [("disguise", 65)]),
    ("one Cyrillic letter, and nothing else", {"title": "Aurеlia"}, [("disguise", 45)]),
    ("the same under the brand's name", {"title": "Aurеlia", "brand": "Aurelia"}, [("disguise", 65)]),
    ("one Cyrillic letter, authorised", {"title": "Aurеlia watch", "seller_id": "good"}, [("disguise", 20)]),
    ("digit beside one, authorised", {"title": "Aurеlia AUR3LIA", "seller_id": "good"}, [("disguise", 65)]),
    ("slip, authorised", {"title": "Aurelai watch", "seller_id": "good"}, []),
    ("invisible inside, authorised", {"title": "Aure\u200blia watch", "seller_id": "good"}, [("disguise", 20)]),
    ("joined", {"title": "aureliashop watch"}, [("joined", 45)]),
    ("comparison", {"title": "Gold watch Aurelia style"}, [("comparison", 60)]),
    ("comparison, authorised", {"title": "Gold watch Aurelia style", "seller_id": "good"}, []),
    ("counterfeit", {"title": "AURELIA 1:1 replica watch"}, [("counterfeit_words", 90)]),
    ("counterfeit, authorised", {"title": "AURELIA super clone", "seller_id": "good"}, [("counterfeit_words_aside", 20)]),
    ("counterfeit, used", {"title": "AURELIA super clone", "condition": "used"}, [("counterfeit_words", 90)]),
    ("counterfeit, below", {"title": "AURELIA watch", "description": "Best AURELIA mirror quality."}, [("counterfeit_words", 90)]),
    ("another sense, below", {"title": "AURELIA watch", "description": "Best mirror quality."}, [("plain_use", 35), ("counterfeit_words_aside", 20)]),
    ("counterfeit, Chinese", {"title": "奥蕾莉亚 高仿 手表"}, [("counterfeit_words", 90)]),
    ("counterfeit, Japanese", {"title": "AURELIA スーパーコピー 時計"}, [("counterfeit_words", 90)]),
    ("counterfeit, German", {"title": "AURELIA Replika Uhr"}, [("counterfeit_word_alone", 45)]),
    ("counterfeit, German, praised", {"title": "AURELIA perfekte Replika Uhr"}, [("counterfeit_words", 90)]),
    ("counterfeit, denied", {"title": "AURELIA watch, no replica", "seller_id": "good"}, []),
    ("counterfeit, never said", {"title": "AURELIA watch", "description": "We do not sell fakes."}, [("plain_use", 35)]),
    ("a warning, joined", {"title": "AURELIA watch", "description": "Anti-counterfeit seal"}, [("plain_use", 35)]),
    ("a warning, French", {"title": "AURELIA", "description": "Protégez-vous des contrefaçons"}, [("plain_use", 35)]),
    ("a difference", {"title": "AURELIA watch", "description": "Unlike replica watches, it is original"}, [("plain_use", 35)]),
    ("counterfeit, innocent, authorised", {"title": "AURELIA replica of 1920", "seller_id": "good"}, []),
    ("counterfeit without the mark", {"title": "1:1 replica watch"}, []),
    ("AAA cells", {"title": "AURELIA clock with AAA batteries"}, [("plain_use", 35)]),
    ("scale model", {"title": "AURELIA 1:18 scale replica"}, [("plain_use", 35)]),
    ("faux leather", {"title": "AURELIA faux leather strap"}, [("plain_use", 35)]),
    ("repetitions", {"title": "AURELIA dumbbell, 12 reps"}, [("plain_use", 35)]),
    ("buyer protection", {"title": "奥蕾莉亚手表 假货包赔"}, [("plain_use", 35)]),
    ("detector pen", {"title": "AURELIA counterfeit detector pen"}, [("plain_use", 35)]),
    ("nothing", {"title": "A watch"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_rules(record: dict[str, Any], expected: list[tuple[str, int]]) -> None:
    found = flags(BRAND, **record)
    assert [(flag.rule, flag.severity) for flag in found] == expected
    for flag in found:
        assert flag.sentence.endswith((".", ")."))
        assert flag.evidence
        for evidence in flag.evidence:
            if evidence.span and evidence.field in record:
                assert record[evidence.field][slice(*evidence.span)] == evidence.observed


@pytest.mark.parametrize(
    ("mark", "written", "rule"),
    [
        ("Тревинг", "Тревиг", "misspelling"),
        ("Вельмхоф", "Вельхоф", "misspelling"),
        ("Мерляйн", "Мерлян", "misspelling"),
        ("كيسترين", "كيسترن", "misspelling"),
        ("Kestrin", "Kestin", "misspelling"),
        ("Kestrimon", "Kestrirnon", "disguise"),
        ("Wolvenham", "VVolvenham", "disguise"),
        ("Колибрион", "Koлибрион", "disguise"),
    ],
)
def test_a_letter_less_is_a_slip_in_every_alphabet(mark: str, written: str, rule: str) -> None:
    """Only two letters that look like one make a disguise of a difference in length."""
    brand = replace(BRAND, trademarks=(Trademark(text=mark),))
    assert [flag.rule for flag in flags(brand, title=f"{written} 40")] == [rule]
    assert bool(flags(brand, title=f"{written} 40", seller_id="good")) == (rule == "disguise")


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("Сова мягкая игрушка, реплика", []), ("Игрушка в стиле сова", []), ("Наручные часы сова", ["word_alike"]),
        ("Подставка СОВА новая", ["word_alike"]), ("Watch СОВА 40 mm", ["disguise"]),
    ],
)  # fmt: skip
def test_a_word_of_the_texts_own_alphabet_claims_nothing(title: str, rules: list[str]) -> None:
    brand = replace(BRAND, name="Coba", trademarks=(Trademark(text="COBA", classes=(14,)),))
    found = flags(brand, title=title)
    assert [flag.rule for flag in found] == rules
    assert all(flag.severity < 30 for flag in found if flag.rule == "word_alike")
    assert flags(brand, title=title, seller_id="good") == [] or rules == ["disguise"]


@pytest.mark.parametrize(
    "title",
    ["AURELIA AAA watch", "AAA Aurelia watch", "Aurelia Meridian 38 high quality AAA watch", "Aurelia 复刻 watch", "奥蕾莉亚 复刻版 手表"],
)  # fmt: skip
def test_a_grade_or_a_reissue_alone_is_a_suspicion_that_says_the_word(title: str) -> None:
    (flag,) = flags(BRAND, title=title)
    assert (flag.rule, flag.severity) == ("counterfeit_word_alone", 45)
    assert "AAA" in flag.sentence or "复刻" in flag.sentence
    assert "or something else" in flag.sentence
    assert flags(BRAND, title=title, seller_id="good") == []


@pytest.mark.parametrize(
    "title",
    [
        "Aurelia clock 2x AAA", "Aurelia torch, 3 AAA included", "Aurelia AAA Zelle", "Aurelia Wecker AAA LR03", "Aurelia for AAA games",
        "Aurelia pumps size 8 AAA", "Aurelia AAA zircon ring", "Aurelia AAA 电池", "Aurelia AA/AAA charger", "奥蕾莉亚 手表 经典复刻", "奥蕾莉亚 2021年复刻",
    ],
)  # fmt: skip
def test_batteries_sizes_and_a_makers_own_reissue_are_no_words_of_counterfeiting(title: str) -> None:
    assert {flag.rule for flag in flags(BRAND, title=title)} <= {"plain_use"}


@pytest.mark.parametrize(
    "says",
    [
        "Het is een replica", "Het is een replica, niet van echt te onderscheiden", "It is a copy, not the original", "Bu bir replika",
        "This is a copy of the original watch", "Sieht aus wie das Original, ist aber eine Kopie", "C'est une copie très bien faite",
    ],
)  # fmt: skip
def test_who_says_that_it_is_a_copy_has_said_so(says: str) -> None:
    assert [(flag.rule, flag.severity) for flag in flags(BRAND, title="Aurelia watch", description=says)] == [
        ("counterfeit_words", 90)
    ]


@pytest.mark.parametrize(
    "says",
    [
        "Het is geen replica", "Dit is geen kopie", "This is a copy of the original invoice.", "It is a copy of the 1960 catalogue.",
        "нет реплик", "здесь нет реплики", "This is not a copy", "Ce n'est pas une copie",
    ],
)  # fmt: skip
def test_who_denies_it_or_speaks_of_papers_has_not(says: str) -> None:
    assert [flag.rule for flag in flags(BRAND, title="Aurelia watch", description=says)] == ["plain_use"]


@pytest.mark.parametrize(
    ("title", "says", "severity"),
    [
        ("Sony WH-1000XM5 headphones", "Test winner ahead of Bose and Aurelia.", 20),
        ("Seiko Presage automatic watch", "I sold my Aurelia to buy this one.", 20),
        ("Replacement battery 377", "Used in watches by many, of Aurelia too.", 20),
        ("Automatic watch 40 mm", "By Aurelia.", 30),
        ("Guess what: automatic watch", "By Aurelia.", 30),
    ],
)
def test_a_mark_below_a_title_of_another_makers_goods_is_a_note(title: str, says: str, severity: int) -> None:
    (flag,) = flags(BRAND, title=title, description=says)
    assert (flag.rule, flag.severity) == ("plain_use", severity)


@pytest.mark.parametrize("seen", ["{0}{1}", "{1}{0}", "{1}{0}{1}"])
@pytest.mark.parametrize(
    "unseen",
    [chr(code) for code in (0xAD, 0x200B, 0x200D, 0x200E, 0x200F, 0x2060, *range(0x202A, 0x202E), *range(0x2066, 0x206A), 0xFEFF)],
)  # fmt: skip
def test_what_nobody_sees_at_the_edge_of_the_mark_hides_nothing(unseen: str, seen: str) -> None:
    written = seen.format("Aurelia", unseen)
    for title in (f"ساعة {written} Meridian", f"{written} watch", f"שעון {written}"):
        assert flags(BRAND, title=title, seller_id="good") == []
        assert [flag.rule for flag in flags(BRAND, title=title)] == ["plain_use"]
    fields = {"brand": written, "description": f"By {written}.", "attributes": {f"Brand {unseen}:{unseen}": written}}
    assert flags(BRAND, title="Meridian 40", seller_id="good", **fields) == []
    assert flags(BRAND, title=f"Aurelia{unseen} watch")[0].evidence[0].observed == "Aurelia"


@pytest.mark.parametrize("between", ["\u200b", " \u200e", "\u200f ", " \u2068", "\ufeff"])
@pytest.mark.parametrize("cased", [[], ["Orsino Bellucci"]])
def test_nor_does_it_between_two_words_of_a_mark(between: str, cased: list[str]) -> None:
    mark = (Trademark(text="Orsino Bellucci"),)
    brand = replace(BRAND, trademarks=mark, detectors={"text_match": {"case_matters": cased}})
    assert flags(brand, title=f"Orsino{between}Bellucci bag", seller_id="good") == []
    assert [flag.rule for flag in flags(brand, title=f"Orsino{between}Bellucci bag")] == ["plain_use"]
    assert [flag.rule for flag in flags(brand, title=f"Orsino Bel{between.strip()}lucci bag")] == ["disguise"]


def test_without_a_policy_a_plain_use_is_a_note() -> None:
    assert [(flag.rule, flag.severity) for flag in flags(OPEN, title="AURELIA watch")] == [("plain_use", 20)]


OFF: list[tuple[dict[str, Any], list[str]]] = [
    ({"title": "AURELIA perfume 50 ml"}, ["off_catalogue"]),
    ({"title": "AURELIA perfume 50 ml", "seller_id": "good"}, []),
    ({"title": "AURELIA Regenschirm Automatik"}, ["off_catalogue"]),
    ({"title": "AURELIA 香水"}, ["off_catalogue"]),
    ({"title": "AURELIA Nova 36"}, ["plain_use"]),  # merely not recognised
    ({"title": "AURELIA Nova watch with gift mug"}, ["plain_use"]),
    ({"title": "AURELIA widget"}, ["plain_use"]),
    ({"title": "AURELIA Nova coffee brown, those wine red hands"}, ["plain_use"]),  # colours
    ({"title": "AURELIA perfume 50 ml", "condition": "used"}, []),
    ({"title": "Perfume bottle for AURELIA"}, []),
    ({"title": "Aurelia Meridian 40 automatic watch MER40A"}, ["plain_use"]),
]


@pytest.mark.parametrize(("record", "rules"), OFF)
def test_goods_that_the_catalogue_does_not_hold(record: dict[str, Any], rules: list[str]) -> None:
    assert [flag.rule for flag in flags(LISTED, **record)] == rules


def test_sentences_can_be_read() -> None:
    (flag,) = flags(BRAND, title="A\u200burelia watch")
    assert flag.sentence == (
        'The title shows "A[U+200B]urelia", which reads as the mark "AURELIA" (invisible characters inside the word).'
    )
    assert flag.evidence[0].asset == "AURELIA"


def test_the_settings_of_a_brand() -> None:
    brand = Brand(
        slug="aurelia",
        name="Aurelia",
        trademarks=MARKS,
        detectors={"text_match": {"counterfeit_words": ["moonwatch"], "ignore_words": ["Aureliana"]}},
    )
    assert [flag.rule for flag in flags(brand, title="AURELIA moonwatch")] == ["counterfeit_words"]
    assert flags(brand, title="Aureliana rose") == []


def test_the_registration_that_covers_the_goods_is_named() -> None:
    mark = Trademark(text="AURELIA", registration="018000001", office="EUIPO", classes=(14, 18))
    brand = Brand(slug="aurelia", name="Aurelia", trademarks=(mark,), sellers=(SHOP,), products=(PRODUCT,))
    (flag,) = (f for f in flags(brand, title="AURELIA perfume 50 ml") if f.rule == "off_catalogue")
    assert "registered for classes 14, 18 (EUIPO 018000001)" in flag.evidence[-1].expected
    assert flag.sentence.endswith("its kind of goods, perfume and cosmetics (class 3).")
    (flag,) = (f for f in flags(brand, title="AURELIA umbrella") if f.rule == "off_catalogue")
    assert flag.sentence.endswith(
        "bags and umbrellas (class 18); the mark is registered for class 18 (EUIPO 018000001)."
    )


def test_of_a_catalogue_whose_goods_are_not_known_nothing_is_said() -> None:
    unknown = replace(LISTED, products=(Product(sku="A", name="Aurelia Meridian"),))
    assert [flag.rule for flag in flags(unknown, title="AURELIA perfume 50 ml")] == ["plain_use"]


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("AURE1IA perfume", 'The title names the mark "AURELIA", written "AURE1IA", and no product'),
        ("Aurelia perfume", 'The title names the mark "AURELIA", and no product'),
        ("AURE1IA 1:1 replica perfume", 'and the listing names the mark "AURELIA", written "AURE1IA".'),
    ],
)
def test_a_mark_is_quoted_as_it_is_written(title: str, says: str) -> None:
    brand = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(PRODUCT,))
    assert any(says in flag.sentence for flag in flags(brand, title=title))


def test_a_slip_beside_no_word_of_the_catalogue_is_likely_another_name() -> None:
    ((flag, other),) = zip(flags(LISTED, title="Aurelai watch"), flags(LISTED, title="Aurelai wood glue"), strict=True)
    assert (flag.severity, other.severity) == (45, 30)
    assert "no other word of the title stands in the brand's catalogue" in other.sentence


@pytest.mark.parametrize(("title", "severity"), [("Aurelai watch", 45), ("Eurelia watch", 30)])
def test_a_slip_that_begins_with_another_letter_is_likely_another_name(title: str, severity: int) -> None:
    (flag,) = flags(LISTED, title=title)
    assert (flag.rule, flag.severity) == ("misspelling", severity)
    assert ("begins with another letter" in flag.sentence) == (severity == 30)


def test_everyday_marks_follow_the_rules_of_the_dossier() -> None:
    rules = {"near_goods": ["Orchard"], "goods_words": ["phone"], "case_matters": ["QZ"]}
    brand = Brand(
        slug="orchard",
        name="Orchard",
        trademarks=(Trademark(text="Orchard"), Trademark(text="QZ")),
        detectors={"text_match": rules},
    )
    assert not flags(brand, title="Apples from the orchard")
    assert not flags(brand, title="Phone case with apple orchard picture")
    assert flags(brand, title="Orchard phone 15")
    assert flags(brand, title="orchard phone 15")
    assert flags(brand, title="0rchard fruit")
    assert flags(brand, title="QZ headset")
    assert not flags(brand, title="qz headset")
    any_goods = replace(brand, detectors={"text_match": {"near_goods": ["Orchard"]}})
    assert flags(any_goods, title="Orchard coque de téléphone")
    assert not flags(any_goods, title="Le jardin de Orchard Road")
