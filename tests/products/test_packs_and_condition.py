"""How many units a title sells, what leaves doubt, and what is not new, in ten languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.products import not_new, sells_new
from monitor.products.counting import SAID
from monitor.products.packs import Pack, pack_in, pieces_in
from monitor.records import Availability, Condition, Listing
from tests.products.titles import MAKERS_PACKS, NOT_NEW, PACKS, UNSURE


def listing(title: str, **more: object) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title=title, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("title", "units"), PACKS, ids=[title for title, _ in PACKS])
def test_units(title: str, units: int) -> None:
    pack = pack_in(title)
    assert (UNSURE if pack.problem else pack.units) == units, pack


@pytest.mark.parametrize(("phrase", "units"), SAID.items())
def test_counts_in_words_alone(phrase: str, units: int) -> None:
    assert pieces_in(f"Aurelia shampoo {phrase}").units == units


@pytest.mark.parametrize(("title", "pieces"), MAKERS_PACKS, ids=[title for title, _ in MAKERS_PACKS])
def test_of_what_makers_sell_by_the_pack_pieces_are_no_units(title: str, pieces: int) -> None:
    asked = pack_in(title)
    assert (asked.maybe, asked.one_item) == (pieces, True)
    assert "may sell so many as one item" in asked.problem
    assert (pieces_in(title).units, pieces_in(title).problem) == (pieces, "")


@pytest.mark.parametrize(("title", "second_hand"), NOT_NEW, ids=[title for title, _ in NOT_NEW])
def test_condition_in_titles(title: str, second_hand: bool) -> None:
    assert bool(not_new(listing(title))) is second_hand
    assert sells_new(listing(title)) is not second_hand


def test_condition_and_stock_as_read() -> None:
    assert not_new(listing("Watch", condition=Condition.USED)) == "condition used"
    assert not sells_new(listing("Watch", availability=Availability.OUT_OF_STOCK))
    assert sells_new(listing("Watch", availability=Availability.PREORDER))


@pytest.mark.parametrize(
    "title",
    [
        "iPhone 13 never used, no box",
        "iPhone 12 nie gebraucht ohne OVP",
        "iPhone 12 no usado sin caja",
        "Tool for used watches, no box",
        "任天堂 Switch 本体 未使用 箱なし",
    ],
)
def test_without_its_box_what_is_not_said_to_be_used_goes_to_a_person(title: str) -> None:
    assert pack_in(title).problem


@pytest.mark.parametrize(
    "title", ["iPhone 13 used, no box", "iPhone 12 usado sin caja", "중고 소니 블랙 박스 없음 A급"]
)
def test_used_goods_without_their_box_are_one_unit(title: str) -> None:
    assert pack_in(title) == Pack()
    assert not sells_new(listing(title))


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("Camiseta interior hombre pack 3 talla M", 3),
        ("T-shirt homme lot 3 taille L", 3),
        ("Maglietta intima uomo confezione 3 taglia XL", 3),
        ("Pampers pack 3 talla 4 92 pañales", UNSURE),
        ("넥센 엔페라 AU7 205/55R16 4본", 4),
        ("米其林 PRIMACY4 205/55R16 91V 4条", 4),
        ("장미 생화 10본", UNSURE),
        ("송월타월 호텔수건 40수 10장", 10),
        ("물수건 업소용 100매", 1),
        ("使い捨てタオル 50枚", 1),
        ("코렐 대접시 26cm 4p 세트", 4),
        ("코렐 대접시 밥공기 12p 세트", UNSURE),
        ("강화유리 보호필름 2매", UNSURE),
        ("맥주 500ml 캔 12입", UNSURE),
        ("揖保乃糸 50g×24束", UNSURE),
        ("모나미 153 볼펜 1다스 12자루", 1),
        ("纯棉T恤 3件", 3),
        ("平角裤 4条", 4),
        ("平茶碗 5客", 5),
        ("런닝 5매 세트", 5),
        ("アルコールタオル 80枚", 1),
        ("一次性拖鞋 50双 酒店", 1),
        ("米其林轮胎205/55R16 4条", 4),
        ("轮胎补胎胶条 30条", UNSURE),
        ("타이어 공기압 센서 TPMS 4본 세트", UNSURE),
        ("칫솔 살균기 4본 거치 벽걸이", 1),
        ("볼펜 리필심 0.5mm 10자루용 케이스", 1),
        ("접시 건조대 2단 10p", 1),
        ("傘立て 6本 スリム", 1),
        ("皿立て 5枚 木製", UNSURE),
        ("スリッパラック 5足", 1),
        ("갤럭시 S24 케이스 카드 3장 수납", 1),
        ("単3電池 4本用 充電器", 1),
        ("【中古】PS4 本体 箱なし", 1),
        ("Fundas de almohada 50x70 pack 2 color gris", 2),
        ("纯棉T恤 2件套", 1),
    ],
)
def test_measure_words_count_goods_that_are_sold_singly(title: str, units: int) -> None:
    pack = pack_in(title)
    assert (UNSURE if pack.problem else pack.units) == units, pack


@given(st.text(max_size=300))
def test_any_title_gives_a_count_or_a_reason(title: str) -> None:
    pack = pack_in(title)
    assert 1 <= pack.units <= 500
    assert not (pack.problem and pack.units > 1)


@pytest.mark.parametrize(
    "piece", ["9", "9 x ", "9 ", "9/", "9件", "1+", "pack of ", "两", "a+ ", "ab 1", "x", " ", "set "]
)
def test_long_titles_take_no_time(piece: str) -> None:
    pack_in(piece * 2000)
    not_new(listing(piece * 2000))


@pytest.mark.parametrize("blanks", range(480, 500))
def test_of_long_titles_the_beginning_is_read_and_no_number_cut(blanks: int) -> None:
    assert pack_in("Aurelia soap 100 g, pack of 3" + " and fine" * 200).units == 3
    assert pack_in("Aurelia soap 100 g".ljust(blanks, ".") + " pack of 120").units in {1, 120}


@pytest.mark.parametrize(
    ("title", "units"),
    [
        ("candles set/6", 6), ("candles 6/set", 6), ("travel adapter (set /2)", 2), ("cups 24/case", 24),
        ("socket set 3/8", 1), ("drill bit set 1/4 set", 1), ("charger set/2A", 1), ("cutlery set/6", 0),
        ("wipes 80/pack 5 packs", 5),
    ],
)  # fmt: skip
def test_a_stroke_says_of(title: str, units: int) -> None:
    """As trade writes "set of 6"; 0 stands for a title that goes to review."""
    found = pack_in(title)
    assert (0 if found.problem else found.units) == units
