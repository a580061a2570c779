"""Where marks are found, where they are not, and in which spans."""

import pytest

from monitor.brands import Brand, Product, Trademark
from monitor.marks import MarkIndex, Mention, Way, Writing
from monitor.records import Listing

NAMES = (
    "AURELIA",
    "Kestrel & Vane",
    "Nordlys",
    "奥蕾莉亚",
    "アウレリア",
    "Tovo",
    "QZ",
    "Apple",
    "Cartier",
    "Acer",
    "Zephyrine",
)


def brand(name: str, *also: str, **settings: object) -> Brand:
    return Brand(
        slug=name.lower(), name=name, trademarks=(Trademark(text=name, also=also),), detectors={"text_match": settings}
    )


INDEX = MarkIndex([brand(name) for name in NAMES])


def found(text: str, index: MarkIndex = INDEX) -> dict[str, list[Mention]]:
    return {slug: list(mentions) for slug, mentions in index.find_in("title", text).items()}


PLAIN = [
    ("AURELIA Meridian 40", "AURELIA"),
    ("the aurelia watch", "aurelia"),
    ("Meridian (Aurelia)", "Aurelia"),
    ("ＡＵＲＥＬＩＡ 時計", "ＡＵＲＥＬＩＡ"),
    ("正品AURELIA手表", "AURELIA"),
    ("Kestrel & Vane tote", "Kestrel & Vane"),
    ("KESTREL&VANE tote", "KESTREL&VANE"),
    ("kestrel-vane tote", "kestrel-vane"),
    ("Aurelia's new watch", "Aurelia"),
    ("AURELIA40 automatic", "AURELIA"),
    ("全新奥蕾莉亚手表", "奥蕾莉亚"),
    ("腕時計アウレリア新品", "アウレリア"),
    ("ｱｳﾚﾘｱ 腕時計", "ｱｳﾚﾘｱ"),
    ("QZ headphones", "QZ"),
    ("Aurélia watch", "Aurélia"),
]


@pytest.mark.parametrize(("text", "seen"), PLAIN)
def test_plain_writing_is_found_as_such(text: str, seen: str) -> None:
    (mentions,) = found(text).values()
    assert [(m.text, m.writing) for m in mentions] == [(seen, Writing.PLAIN)]
    assert text[mentions[0].start : mentions[0].end] == seen


DISGUISED = [
    ("AUR3LIA watch", "AUR3LIA", Way.DIGITS),
    ("@ure1ia watch", "@ure1ia", Way.DIGITS),
    ("$3ll: 4ur3lia!", "4ur3lia", Way.DIGITS),
    ("АURЕLIA watch", "АURЕLIA", Way.LOOKALIKES),
    ("ᗩuᖇelia watch", None, Way.LOOKALIKES),
    ("AureIia watch", "AureIia", Way.LOOKALIKES),
    ("A\u200bure‍lia watch", "A\u200bure‍lia", Way.INVISIBLE),
    ("𝐀𝐔𝐑𝐄𝐋𝐈𝐀 watch", "𝐀𝐔𝐑𝐄𝐋𝐈𝐀", Way.STYLED),
    ("ⓐⓤⓡⓔⓛⓘⓐ watch", "ⓐⓤⓡⓔⓛⓘⓐ", Way.STYLED),
    ("ᴀᴜʀᴇʟɪᴀ watch", "ᴀᴜʀᴇʟɪᴀ", Way.STYLED),
    ("🅰🆄🆁🅴🅻🅸🅰 watch", "🅰🆄🆁🅴🅻🅸🅰", Way.STYLED),
    ("🇦🇺🇷🇪🇱🇮🇦 watch", "🇦🇺🇷🇪🇱🇮🇦", Way.STYLED),
    ("Äürëlïä watch", "Äürëlïä", Way.ACCENTS),
    (
        "A\u0336u\u0336r\u0336e\u0336l\u0336i\u0336a\u0336 x",
        "A\u0336u\u0336r\u0336e\u0336l\u0336i\u0336a\u0336",
        Way.ACCENTS,
    ),
    ("A.U.R.E.L.I.A watch", "A.U.R.E.L.I.A", Way.SEPARATORS),
    ("a u r e l i a watch", "a u r e l i a", Way.SEPARATORS),
    ("AUREL*IA watch", "AUREL*IA", Way.SEPARATORS),
    ("Aur|elia watch", "Aur|elia", Way.SEPARATORS),
    ("A*relia watch", "A*relia", Way.MASKED),
    ("AUR**IA watch", "AUR**IA", Way.MASKED),
    ("A*r*lia watch", "A*r*lia", Way.MASKED),
    ("new Aureli* watch", "Aureli*", Way.MASKED),
    ("Aur●lia watch", "Aur●lia", Way.MASKED),
    ("Nordl ys lamp", "Nordl ys", Way.SEPARATORS),
    ("Aurrrelia watch", "Aurrrelia", Way.DOUBLED),
    ("Aurela watch", "Aurela", Way.TYPO),
    ("Tobo phone", "Tobo", Way.TYPO),
    ("NRDLYS lamp", "NRDLYS", Way.TYPO),
    ("|\\|ordlys lamp", "|\\|ordlys", Way.DIGITS),
    ("new \u202eAILERUA\u202c watch", "AILERUA", Way.BACKWARDS),
    ("Auerlia watch", "Auerlia", Way.TYPO),
    ("Aurekia watch", "Aurekia", Way.TYPO),
    ("Aurtelia watch", "Aurtelia", Way.TYPO),
    ("aureliashoes size 40", "aurelia", Way.JOINED),
    ("watchcartier gold", "cartier", Way.JOINED),
    ("AureliaOfficial gold", "Aurelia", Way.JOINED),
    ("奥·蕾·莉·亚 手表", "奥·蕾·莉·亚", Way.SEPARATORS),
    ("T0vo phone", "T0vo", Way.DIGITS),
    ("Zephyrrine lamp", "Zephyrrine", Way.DOUBLED),
    ("Zephirine lamp", "Zephirine", Way.TYPO),
]


@pytest.mark.parametrize(("text", "seen", "way"), DISGUISED)
def test_a_disguise_is_found_with_its_span_and_its_way(text: str, seen: str | None, way: Way) -> None:
    (mentions,) = found(text).values()
    (mention,) = mentions
    assert mention.writing is Writing.DISGUISED
    assert way in mention.ways
    assert text[mention.start : mention.end] == mention.text
    assert seen is None or mention.text == seen


INNOCENT = [
    "apply the cream",
    "pineapple slicer",
    "apples and pears",
    "RC racer car",
    "spacer 5 mm",
    "placer mining",
    "Aurelian emperors of Rome",
    "aural exciter",
    "nordic lights",
    "can on the table",
    "qz notation",
    "tofu and tono",
    "model T0V-40",
    "13960 40-31 parts",
    "4/4 violin",
    "奥运会 手表",
    "カウレリ",
    "",
    "   ",
    "!!!|||+++",
    "carter jacket",
    "sizes A*B*C",
    "aural* see below",
    "Togo phone",
    "AILERUA watch",
    "black|<strap and/or belt",
    "a****ia",
    "Aur*l watch",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_resembles_a_mark_is_left_alone(text: str) -> None:
    assert found(text) == {}


def test_marks_in_other_words_of_the_settings_are_left_alone() -> None:
    index = MarkIndex([brand("Nordlys", ignore_words=["Nordlyx"]), brand("Supreme", exact_only=["Supreme"])])
    assert found("Nordlyx lamp", index) == {}
    assert set(found("Nordlya lamp", index)) == {"nordlys"}
    assert set(found("Supreme hoodie", index)) == {"supreme"}
    assert found("Suprene hoodie, 5upreme", index) == {}


OTHERS = (
    "Jo Malone",
    "雪花秀",
    "Arc'teryx",
    "Levi's",
    "Louis Vuitton",
    "Yves Saint Laurent",
    "The North Face",
    "Philips",
    "Apple",
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Joma lone star shirt", ""),
        ("JoMalone candle", "Jo Malone"),
        ("Lou isVuitton bag", "Louis Vuitton"),
        ("雪花 秀丽 装饰", ""),
        ("雪花 秀 精华", "雪花秀"),
        ("雪 花 秀丽 精华", "雪花秀"),
        ("Arc'terix jacket", "Arc'teryx"),
        ("Arc’terix jacket", "Arc'teryx"),
        ("Levy's garage", ""),
        ("Lewis Vuittone bag", ""),
        ("Louis Vuittone bag", "Louis Vuitton"),
        ("Louis Vuittons bag", "Louis Vuitton"),
        ("Yves Saint Lauren clutch", "Yves Saint Laurent"),
        ("Saint Lauren clutch", ""),
        ("the north race 2020", ""),
        ("philipsairfryer xxl", "Philips"),
        ("appleairfryer xxl", ""),
    ],
)
def test_spaces_apostrophes_and_words_beside_a_slip_decide(text: str, mark: str) -> None:
    index = MarkIndex([brand(name) for name in OTHERS])
    assert set(found(text, index)) == {mark.lower()} - {""}
    assert set(found(f"a {text} b", index)) == {mark.lower()} - {""}


TWO_WORDS = ("Michael Kors", "Louis Vuitton", "Calvin Klein", "Ralph Lauren", "Hugo Boss", "Marc Jacobs", "Paul Smith")
SLIPS_OF_ONE_WORD = {
    "Michael Kors": (
        "Micheal Kors jet set",
        "Micheal Korrs bag",
        "Michal Kors bag",
        "Micheal-Kors bag",
        "Michel Kors bag",
    ),
    "Louis Vuitton": ("Louis Vitton", "Lous Vuitton", "Luis Vuitton bag", "Louise Vuitton bag", "Loius Vuitton"),
    "Calvin Klein": ("Calvin Kline shirt", "Calvin Klien", "Kalvin Klein", "Calvn Klein"),
    "Ralph Lauren": ("Ralf Lauren polo", "Ralph Lauern polo"),
    "Hugo Boss": ("Hugo Bos shirt",),
    "Marc Jacobs": ("Mark Jacobs tote", "Marc Jacbos"),
}
NAMES_OF_OTHERS = (
    "Michael Korn guitar signature", "Michael Cors photo", "Michael Cora", "Michel Kors, a novel", "Louis Button maker",
    "Louis Sutton print bag", "Louis Button shirt", "Calvin Kline novel", "Calvin Kleiner", "Melvin Klein coat",
    "Ralph Warren shirt", "Ralph Laurent, histoire", "Hugo Ross print", "Hugo Moss bag", "Hugo Bass guitar",
    "Mark Jacobs autograph", "Marco Jacobs, violin", "Paul Smyth drums", "Pauli Smith",
)  # fmt: skip


@pytest.mark.parametrize(("mark", "text"), [(mark, text) for mark, all_ in SLIPS_OF_ONE_WORD.items() for text in all_])
def test_a_slip_in_one_word_beside_the_exact_other_is_found(mark: str, text: str) -> None:
    (mentions,) = found(text, MarkIndex([brand(name) for name in TWO_WORDS])).values()
    assert [(mention.mark, mention.ways) for mention in mentions] == [(mark, (Way.TYPO,))]


@pytest.mark.parametrize("text", NAMES_OF_OTHERS)
def test_such_a_name_of_somebody_else_is_none(text: str) -> None:
    assert found(text, MarkIndex([brand(name) for name in TWO_WORDS])) == {}


@pytest.mark.parametrize(
    ("text", "mark", "ways"),
    [
        ("叁星手机", "三星", (Way.SOUND,)),
        ("叄星手机", "三星", (Way.SOUND,)),
        ("正品玖牧花洒", "九牧", (Way.SOUND,)),
        ("柒匹狼夹克", "七匹狼", (Way.SOUND,)),
        ("陆福珠宝", "六福", (Way.SOUND,)),
        ("中国大陆福建特产", "", ()),
        ("叁个星级酒店", "", ()),
        ("三心手机", "", ()),
        ("삼썽 갤럭시", "삼성", (Way.TYPO,)),
        ("쌈성 갤럭시", "삼성", (Way.TYPO,)),
        ("쌈성동 아파트", "", ()),
        ("상용 자동차", "", ()),  # commercial vehicles are no 쌍용
        ("해라 쿠션", "", ()),  # "do it" is no 헤라
    ],
)
def test_numerals_of_cheques_and_pressed_consonants(text: str, mark: str, ways: tuple[Way, ...]) -> None:
    index = MarkIndex([brand(name) for name in ("三星", "九牧", "七匹狼", "六福", "삼성", "쌍용", "헤라")])
    mentions = [mention for group in found(text, index).values() for mention in group]
    assert [(mention.mark, mention.ways) for mention in mentions] == ([(mark, ways)] if mark else [])


@pytest.mark.parametrize(
    ("mark", "written", "other"),
    [
        ("H & M", ("H&M dress", "dress h&m", "H＆M", "H & M dress", "H and M dress", "H und M Kleid"), ("HM dress", "Size H and M", "h and m", "H M")),
        ("C&A", ("C&A jeans", "C & A jeans", "C and A jeans"), ("Vitamin C & A serum", "vitamins C and A", "CA jeans", "C A")),
        ("AT&T", ("AT&T phone", "AT & T", "AT and T phone", "at&t", "ATT phone"), ("at t-shirt", "att phone", "look at t and u")),
        ("C++", ("C++ mug", "C + + mug", "the c++ book"), ("C mug", "C+ mug", "vitamin C + zinc", "C+++x")),
        ("Marks & Spencer", ("Marks+Spencer", "Marks & Spencer", "Marks and Spencer bra"), ("marks in Spencer",)),
    ],
)  # fmt: skip
def test_a_short_mark_with_a_sign_is_known_by_its_sign(
    mark: str, written: tuple[str, ...], other: tuple[str, ...]
) -> None:
    index = MarkIndex([Brand(slug="b", name="B", trademarks=(Trademark(text=mark),))])
    for text in written:
        (mentions,) = found(text, index).values()
        assert [mention.ways for mention in mentions] == [()], text
    for text in other:
        assert found(text, index) == {}, text


def test_its_letters_alone_name_it_in_the_brand_field() -> None:
    index = MarkIndex([Brand(slug="b", name="B", trademarks=(Trademark(text="H & M"),))])
    assert index.find_in("brand", "HM")
    assert not index.find_in("title", "HM")


@pytest.mark.parametrize("text", ["shoes（Philips）新款", "lamp（philips）", "ﬁlter⁽philips⁾"])
def test_brackets_of_any_width_part_words(text: str) -> None:
    index = MarkIndex([brand(name) for name in OTHERS])
    ((mention,),) = found(text, index).values()
    assert (mention.text.lower(), mention.ways) == ("philips", ())


def test_two_brands_may_share_a_mark_and_contain_one_another() -> None:
    index = MarkIndex(
        [brand("Louis Merle"), brand("Merle"), Brand(slug="m2", name="M", trademarks=(Trademark(text="merle"),))]
    )
    assert set(found("Louis Merle bag", index)) == {"louis merle", "merle", "m2"}


def test_an_exact_mark_of_one_brand_is_no_slip_of_another() -> None:
    index = MarkIndex([brand("Tandor"), brand("Tandur")])
    assert set(found("Tandor vase", index)) == {"tandor"}
    assert set(found("Tandur vase", index)) == {"tandur"}


def test_fields_are_searched_and_named() -> None:
    listing = Listing(
        marketplace="m", url="u", title="A watch", brand="Aurelia", description="By AURELIA.", attributes={"Maker": "aurelia"},
        seller_name="Aurelia",
    )  # fmt: skip
    mentions = INDEX.find(listing)["aurelia"]
    assert [m.field for m in mentions] == ["brand", "description", "attributes.Maker"]


def test_an_index_without_marks_finds_nothing() -> None:
    assert MarkIndex([]).find_in("title", "AURELIA") == {}
    assert MarkIndex([brand("!!!")]).find_in("title", "!!!") == {}


VELMORA = MarkIndex(
    [
        brand("Velmorna", "Вельморна", "ヴェルモルナ", "벨모르나"),
        brand("Wellmo", near_goods=["Wellmo"], goods_words=["lamp"]),
    ]
)
OTHER_LETTERS = [
    ("Velmoma cream", Way.LOOKALIKES),
    ("VVellmo lamp", Way.LOOKALIKES),
    ("Bельмopна крем", Way.LOOKALIKES),
    ("Вельмарна крем", Way.TYPO),
    ("뻴모르나 크림", Way.TYPO),
    ("ヴェルモ儿ナ", None),
    ("ウェルモルナ 化粧水", Way.TYPO),
    ("V★lmorna cream", Way.MASKED),
    ("v elmorna cream", Way.SEPARATORS),
    ("⠧⠑⠇⠍⠕⠗⠝⠁ cream", Way.LOOKALIKES),
    ("벨ㅁㅗ르나 크림", Way.SEPARATORS),
    ("#velmornalove", Way.JOINED),
]


@pytest.mark.parametrize(("text", "way"), OTHER_LETTERS)
def test_only_letters_of_another_alphabet_are_lookalikes(text: str, way: Way | None) -> None:
    """A slip in the mark's own alphabet is a slip, and an ending leaves it the mark."""
    ways = {found_way for mentions in found(text, VELMORA).values() for m in mentions for found_way in m.ways}
    assert ways == ({way} if way else set())


def test_many_attributes_full_of_a_mark_are_bounded_together() -> None:
    attributes = {f"k{n}": "aurelia " * 100 for n in range(50)}
    listing = Listing(marketplace="m", url="u", title="AURELIA", attributes=attributes | {"z": "AUR3LIA"})
    mentions = INDEX.find(listing)["aurelia"]
    assert len(mentions) <= 1 + 200 + 1
    assert mentions[0].field == "title"
    assert mentions[-1].text == "AUR3LIA"


def catalogue(mark: str, *names: str, model: str = "", **settings: object) -> Brand:
    products = tuple(Product(sku=name, name=name, model=model) for name in names)
    return Brand(
        slug=mark, name=mark, trademarks=(Trademark(text=mark),), products=products, detectors={"text_match": settings}
    )


KITCHEN = MarkIndex([brand("Orchard", near_goods=["Orchard"], goods_words=["coffee maker", "T-shirt", "咖啡機"])])


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Orchard coffee maker 1.2 l", True),
        ("Coffee-maker by Orchard", True),
        ("Orchard T-Shirt, blue", True),
        ("Orchard 咖啡机", True),
        ("coffee maker咖啡 Orchard", True),
        ("Orchard in bloom, coffee table book", False),
        ("Orchard Coffee, maker of jams", False),
        ("Coffee Orchard maker", False),
        ("Orchard shirt t", False),
        ("Orchard coffee makers' almanac", False),
    ],
)
def test_goods_words_of_several_words_count_where_they_stand_together(title: str, *, is_found: bool) -> None:
    assert bool(found(title, KITCHEN)) is is_found


MAKERS = MarkIndex(
    [
        catalogue("TORVANE", "Torvane Q7 wireless headphones", "Torvane Nova speaker", "Torvane Bud 3", model="TQ7B"),
        catalogue("VEO", "VEO C4 action camera"),
        catalogue("Lindqvist", "Lindqvist Aspen boots"),
        catalogue("Ember", "Ember heated mug 10 oz", near_goods=["Ember"], goods_words=["mug", "cup"]),
    ]
)


@pytest.mark.parametrize(
    ("title", "ways"),
    [
        ("TorvaneQ7pro earbuds", (Way.JOINED,)),
        ("TORVANEQ7PRO", (Way.JOINED,)),
        ("torvaneQ7 max", ()),
        ("TorvaneTQ7B", ()),
        ("TorvaneNova2 speaker", (Way.JOINED,)),
        ("torvanebuds3", (Way.JOINED,)),
        ("iTorvane pods", (Way.JOINED,)),
        ("LindqvistAspen42 boots", (Way.JOINED,)),
        ("EmberMug10", (Way.JOINED,)),
        ("VEOC4 action camera", ()),
    ],
)
def test_words_and_numbers_of_the_catalogue_stand_joined_behind_the_mark(title: str, ways: tuple[Way, ...]) -> None:
    ((mention,),) = found(title, MAKERS).values()
    assert mention.ways == ways


@pytest.mark.parametrize(
    "title", ["VEOC4D camera", "AVEOC4", "veocolor", "remember mug", "EmberGlow lamp", "embers mug", "iEmber lamp"]
)
def test_other_words_that_begin_alike_are_none(title: str) -> None:
    assert not found(title, MAKERS)


@pytest.mark.parametrize("title", ["V.E.O C4", "V-E-O camera", "V E O C4"])
def test_a_mark_whose_case_matters_is_found_with_signs_between_its_letters(title: str) -> None:
    index = MarkIndex([brand("VEO", case_matters=["VEO"])])
    ((mention,),) = found(title, index).values()
    assert mention.ways == (Way.SEPARATORS,)
    assert not found(title.lower(), index)
