"""Which titles and attributes say that goods are not new, and which only seem to."""

import pytest

from monitor.products import not_new
from monitor.records import listing_from_record

USED = [
    "Aurelia Meridian 40, like new",
    "Aurelia Meridian 40 neuwertig",
    "Aurelia Meridian 40 comme neuf",
    "Aurelia Meridian 40 como nuevo",
    "Aurelia Meridian 40 reconditioned",
    "Aurelia Meridian 40 demo unit",
    "Aurelia Meridian 40 Ausstellungsstück",
    "Aurelia kaputt",
    "Aurelia Meridian 40 grade B",
    "Aurelia Meridian 40 ikinci el",
    "Aurelia begagnad klocka",
    "Aurelia brugt ur",
    "Aurelia käytetty kello",
    "Aurelia použité hodinky",
    "Aurelia használt óra",
    "Aurelia มือสอง",
    "Aurelia đã qua sử dụng",
    "Aurelia 二手 手表",
    "Aurelia pre-owned",
    "Aurelia never worn but used once",
]
NEW = [
    "Aurelia Meridian 40, never used", "Aurelia Meridian 40 not used, brand new", "Aurelia Meridian 40 nie gebraucht",
    "Aurelia Meridian 40 no usado", "Aurelia Meridian 40 new, not refurbished", "Aurelia 全新非翻新", "Aurelia 非二手 全新", "Aurelia kein B-Ware NEU",
    "Aurelia not broken sealed", "Aurelia Meridian 40 automatic watch", "Aurelia watch used by divers", "Aurelia nunca usada",
]  # fmt: skip


def seen(**record: object) -> str:
    return not_new(
        listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": "Aurelia", **record})
    )


@pytest.mark.parametrize("title", USED)
def test_used(title: str) -> None:
    assert seen(title=title)


@pytest.mark.parametrize(
    "title",
    ["Aurelia vtg 80s coat", "Aurelia novel (Paperback) Very Good", "Aurelia Roman, Zustand: sehr gut", "Aurelia livre état : très bon",
     "Aurelia libro, estado muy bueno", "Aurelia scheda testata e funzionante", "Aurelia livro estado bom", "Aurelia pump salvaged from a donor car"],
)  # fmt: skip
def test_graded_and_recovered_goods_are_used(title: str) -> None:
    assert seen(title=title)


@pytest.mark.parametrize("title", NEW)
def test_new(title: str) -> None:
    assert not seen(title=title)


@pytest.mark.parametrize(
    ("attributes", "used"),
    [
        ({"condition": "used"}, True),
        ({"Zustand": "Gebraucht"}, True),
        ({"成色": "二手"}, True),
        ({"Condition": "New, never used"}, False),
        ({"note": "used by divers and others"}, False),
    ],
)
def test_attributes(attributes: dict[str, str], used: bool) -> None:
    assert bool(seen(attributes=attributes)) is used


@pytest.mark.parametrize(
    "title",
    [
        "Aurelia shampoo for dry damaged hair", "Aurelia champú cabello dañado", "Aurelia shampooing cheveux abîmés", "Aurelia shampoo capelli danneggiati",
        "Aurelia clock with sweeping second hand", "Aurelia kit para reparar pinchazos", "Aurelia kit per riparazione gomme", "Aurelia 耳机 7天无理由退货",
        "Aurelia 返品可 新品", "Aurelia 打印机 开箱即用", "Aurelia jeans effetto usato", "Aurelia vaqueros efecto desgastado", "Aurelia 闲置 未使用 全新", "Aurelia blouse blanc cassé",
        "Aurelia 充電池 100回使用可能", "Aurelia scratch remover for minor scratches",
        "Aurelia tavolo legno recuperato", "Aurelia very good night tea", "Aurelia book light, very good",
    ],
)  # fmt: skip
def test_words_that_speak_of_something_else(title: str) -> None:
    assert not seen(title=title)


@pytest.mark.parametrize(
    "title", ["Aurelia watch box only", "Aurelia boîte vide", "Aurelia scatola vuota", "Aurelia 空盒", "Aurelia 箱のみ"]
)
def test_an_empty_box_is_no_new_good(title: str) -> None:
    assert seen(title=title)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("WANTED: Aurelia Meridian 40", True), ("Suche Aurelia Meridian", True), ("Recherche Aurelia 40", True), ("Cerco Aurelia", True),
        ("Куплю Aurelia", True), ("求购 Aurelia", True), ("Aurelia 고가 매입합니다", True), ("Aurelia gesucht!", True), ("ISO: Aurelia 40", True),
        ("Aurelia Wanted eau de parfum", False), ("Looking for an Aurelia? Here it is", False), ("ISO 9001 Aurelia", False),
        ("Aurelia wanted poster", False), ("Buying guide Aurelia", False),
    ],
)  # fmt: skip
def test_who_looks_for_goods_offers_none(title: str, wanted: bool) -> None:
    assert (
        bool(not_new(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))) is wanted
    )
