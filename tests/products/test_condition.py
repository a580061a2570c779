"""Which titles and attributes say that goods are not new, and which only seem to."""

from pathlib import Path

import pytest

from monitor.products import not_new
from monitor.products.described import may_be_used
from monitor.products.packs import pack_in
from monitor.products.uncertain import part_price, uncertain
from monitor.records import Listing, listing_from_record

USED = [
    "トレカ 大量 引退品",
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
    "Aurelia parfum nur 2x gesprüht",
    "Aurelia parfum, sprayed twice",
]
NEW = [
    "Aurelia Meridian 40, never used", "Aurelia Meridian 40 not used, brand new", "Aurelia Meridian 40 nie gebraucht",
    "Aurelia Meridian 40 no usado", "Aurelia Meridian 40 new, not refurbished", "Aurelia 全新非翻新", "Aurelia 非二手 全新", "Aurelia kein B-Ware NEU",
    "Aurelia not broken sealed", "Aurelia Meridian 40 automatic watch", "Aurelia watch used by divers", "Aurelia nunca usada",
    "Aurelia Lack nur gesprüht, nicht gepinselt", "Aurelia pan sprayed twice with ceramic", "Aurelia Pfanne 2x gesprüht mit Keramik",
]  # fmt: skip


LOTS_AND_GRADES = {
    "used": [
        "Lot of 10 vinyl records", "Lot de 20 disques 33 tours", "lot de 30 disques vinyles", "lote de 10 discos de rock", "lotto 30 dischi vinile",
        "Job lot watches various conditions", "Aurelia watches in various conditions", "Konvolut Uhren verschiedene Zustände", "lotto orologi varie condizioni",
        "Aurelia Uhr getestet, funktionsfähig", "TOP MINT camera lens Japan", "Aurelia 50mm lens for Canon - Mint",
    ],
    "new": [
        "Lot de 10 disques abrasifs Aurelia 125 mm", "Lot de 10 disques 45 mm", "lote 10 discos de corte metal", "lote 4 discos duros", "Lot of 100 vinyl gloves",
        "Aurelia running jacket for various conditions", "zeigt verschiedene Zustände", "per diverse condizioni atmosferiche", "boots for use in varying conditions",
        "Öko-Tex getestet, Funktionsjacke", "Aurelia Uhr bis -20 Grad funktionsfähig", "tank top mint Japan style", "camera lens pouch - mint",
    ],
}  # fmt: skip


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


@pytest.mark.parametrize(
    "said",
    ["Kratzer", "Kratzer am Gehäuse", "Mängelexemplar", "Zustand B", "unvollständig", "Lagerspuren", "ausgepackt", "Messegerät", "cracked", "chipped",
     "imperfect", "incomplete", "salvage", "factory second", "returned item", "Warehouse Deal", "re-certified", "Cat. B", "loaner", "avec rayures",
     "avec une bosse", "second choix", "seconda scelta", "graffi", "reembalado", "tara estética", "krasjes", "uitpakker", "tweede keus", "z wystawy",
     "niekompletny", "распакованный", "второй сорт", "ofullständig", "ikinci kalite", "udstillingsmodel", "bruksmerker", "esittelykappale", "rozbaleno",
     "bemutatódarab", "resigilat", "уцінка", "开封", "残次", "未使用に近い", "2級品", "전시품", "스크래치", "개봉", "고장 부품용"],
)  # fmt: skip
def test_flaws_and_b_stock_are_no_new_goods(said: str) -> None:
    assert seen(title=f"Aurelia Meridian 40 {said}")


@pytest.mark.parametrize(
    "said",
    ["ohne Kratzer", "Schutz gegen Kratzer", "sans rayures", "without scratches", "resists scratches", "senza graffi", "zonder krasjes", "ei naarmuja",
     "cracked pepper mill", "개봉 영화", "미개봉", "未开封", "スクラッチ", "스크래치 방지", "ungeöffnet", "noch nicht ausgepackt", "sérült hajra"],
)  # fmt: skip
def test_what_denies_a_flaw_or_speaks_of_others_is_new(said: str) -> None:
    assert not seen(title=f"Aurelia Meridian 40 {said}")


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [("outlet", True), ("no box", True), ("ohne OVP", True), ("sans boîte", True), ("senza scatola", True), ("bez pudełka", True), ("без коробки", True),
     ("missing lid", True), ("Deckel fehlt", True), ("read description", True), ("A-grade", True), ("de vitrine", True), ("新古品", True),
     ("アウトレット", True), ("박스 없음", True), ("power strip 6 outlet", False), ("wall outlet", False), ("outlet cover", False), ("in box", False)],
)  # fmt: skip
def test_what_may_be_new_and_complete_or_not_is_left_to_a_person(said: str, doubtful: bool) -> None:
    assert not seen(title=f"Aurelia Meridian {said}")
    assert ("may not be new" in pack_in(f"Aurelia Meridian {said}").problem) is doubtful


@pytest.mark.parametrize(
    ("title", "used"), [(t, said == "used") for said in LOTS_AND_GRADES for t in LOTS_AND_GRADES[said]]
)
def test_lots_of_discs_and_grades_of_many_are_told_from_goods_that_speak_so(title: str, used: bool) -> None:
    assert bool(seen(title=title)) is used


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


WHOLE = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("whole_titles.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("label", "title"), WHOLE, ids=[row[1] for row in WHOLE])
def test_as_good_as_new_or_not_whole(label: str, title: str) -> None:
    listing = Listing(marketplace="m", url="https://m.example/1", title=title)
    used, doubted = not_new(listing), may_be_used(listing)
    found = "n" if used else "r" if uncertain(title) else "d" if doubted else "o"
    assert found == label, (used, uncertain(title), doubted)


FOR_SOME = [
    tuple(line.split(" | ", 1))
    for line in Path(__file__).with_name("prices_for_some.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("label", "title"), FOR_SOME, ids=[row[1] for row in FOR_SOME])
def test_prices_that_not_everybody_pays(label: str, title: str) -> None:
    assert bool(uncertain(title)) is (label == "r"), uncertain(title)


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("VAT", "excluded", True), ("VAT", "not included", True), ("Tax", "excl. VAT", True), ("MwSt.", "zzgl.", True),
        ("TVA", "non comprise", True), ("IVA", "no incluido", True), ("BTW", "exclusief", True), ("税", "不含税", True),
        ("VAT", "included", False), ("VAT", "19 %", False), ("VAT number", "DE 123456789", False), ("MwSt.", "inkl.", False),
        ("MwSt.", "nicht ausweisbar", False), ("Steuer", "inklusive", False), ("Colour", "excluded", False),
    ],
)  # fmt: skip
def test_attributes_that_leave_out_taxes(name: str, value: str, part: bool) -> None:
    listing = Listing(marketplace="m", url="https://m.example/1", title="Aurelia 40", attributes={name: value})
    assert bool(part_price(listing)) is part, part_price(listing)


@pytest.mark.parametrize("said", ["with a dent", "has a crack", "with a scratch"])
def test_a_title_with_a_flaw_sells_no_new_goods(said: str) -> None:
    assert not_new(Listing(marketplace="m", url="https://m.example/1", title=f"Aurelia kettle {said}"))


@pytest.mark.parametrize(
    "said", ["without a dent", "with a scratch-resistant base", "with a crack repair pen", "with a lid"]
)
def test_a_title_without_a_flaw_sells_new_goods(said: str) -> None:
    assert not not_new(Listing(marketplace="m", url="https://m.example/1", title=f"Aurelia kettle {said}"))


@pytest.mark.parametrize(
    "said", ["nicht nur für Mitglieder", "not members only", "no subscription required", "kein Abonnement", "ohne Abo"]
)
def test_a_price_that_everybody_pays_is_certain(said: str) -> None:
    assert not uncertain(f"Aurelia kettle {said}")
