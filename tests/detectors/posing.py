"""The project's own names of sellers who pose and who do not, and how many of them are judged right."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

THIRD = tuple(
    Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark),), sellers=())
    for mark in ("Hema", "Mira", "Orchard", "Kestrin")
)
FOLDER = Path(__file__).parent / "own"
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def _listed(marketplace: str, seller_id: str, name: str, legal: str) -> SellerEntry:
    return SellerEntry(
        marketplace=marketplace,
        seller_id=seller_id,
        seller_name=name,
        legal_entity=legal,
        status=SellerStatus.AUTHORIZED,
    )


SELLERS = (
    _listed("shop.example", "s1", "Sport Haus", "Sport Haus GmbH"),
    _listed("shop.example", "s2", "", "Läufer & Söhne KG"),
    _listed("shop.example", "s3", "耐跑运动", "上海耐跑贸易有限公司"),
    _listed("shop.example", "s4", "Kicks Corner", "Kicks Corner Ltd."),
    _listed("other.example", "s5", "Trainer Treff", ""),
)
FIRST = (
    Brand(
        slug="adidas",
        name="Adidas",
        trademarks=(Trademark(text="Adidas", also=("阿迪达斯", "アディダス")),),
        sellers=SELLERS,
    ),
    Brand(slug="velmora", name="Velmora", trademarks=(Trademark(text="Velmora"),), sellers=SELLERS[:1]),
)
TRADERS = (
    _listed("shop.example", "s1", "Uhren Berger", "Uhren Berger GmbH & Co. KG"),
    _listed("shop.example", "s2", "Tool Barn", "Tool Barn LLC"),
    _listed("shop.example", "s3", "Maison Dubois", "Maison Dubois SARL"),
    _listed("shop.example", "s4", "東京時計店", "株式会社東京時計"),
    _listed("shop.example", "s5", "", "深圳市恒达科技有限公司"),
    _listed("shop.example", "s6", "北方户外专营店", ""),
    _listed("other.example", "s7", "Sport Nord", ""),
)
SECOND = tuple(
    Brand(slug=mark, name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=TRADERS)
    for mark, also in (
        ("Makita", ("牧田", "マキタ")),
        ("Zentilo", ("真特洛",)),
        ("Dr. Martens", ()),
        ("The North Face", ()),
    )
)
HOUSES = (
    _listed("shop.example", "s1", "Küchen Loft", "Küchen Loft GmbH"),
    _listed("shop.example", "s2", "Casa Italia", "Casa Italia S.r.l."),
    _listed("shop.example", "s3", "", "ООО Часовой Дом"),
    _listed("shop.example", "s4", "Relógio & Cia", "Relógio & Cia Ltda"),
    _listed("shop.example", "s5", "Zegarownia", "Zegarownia Sp. z o.o."),
    _listed("shop.example", "s6", "서울시계", ""),
)
FOURTH = tuple(
    Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=HOUSES)
    for mark, also in (
        ("Bialetti", ()),
        ("Le Creuset", ()),
        ("Canada Goose", ()),
        ("Xiaomi", ("小米", "シャオミ", "샤오미")),
        ("Casio", ("カシオ", "卡西欧", "카시오")),
        ("Ray-Ban", ("雷朋",)),
        ("Orient", ()),
        ("Boss", ("Hugo Boss",)),
    )
)
DEALERS = (
    _listed("shop.example", "s1", "Nordic Outdoor", "Nordic Outdoor AB"),
    _listed("shop.example", "s2", "Shoe City", "Shoe City GmbH"),
    _listed("shop.example", "s3", "", "上海欣锐电子有限公司"),
    _listed("shop.example", "s4", "Магазин Обуви", ""),
)
SIXTH = tuple(
    Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=DEALERS)
    for mark, also in (
        ("Montblanc", ()),
        ("Crocs", ()),
        ("Dyson", ("戴森", "ダイソン", "다이슨")),
        ("Philips", ("飞利浦", "フィリップス")),
        ("Birkenstock", ()),
        ("Fjällräven", ()),
        ("Tommy Hilfiger", ()),
    )
)
STOCKISTS = (
    _listed("shop.example", "s1", "Athletik Lager", "Athletik Lager GmbH"),
    _listed("shop.example", "s2", "Power Tool Depot", "Power Tool Depot Ltd"),
)
SEVENTH = tuple(
    Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=STOCKISTS)
    for mark, also in (
        ("Nike", ("耐克", "ナイキ", "나이키", "Найк")),
        ("Bosch", ("博世", "ボッシュ", "Бош")),
        ("Samsung", ("三星", "サムスン", "삼성", "سامسونج")),
        ("Puma", ("彪马", "プーマ", "Пума")),
        ("Lacoste", ("鳄鱼", "ラコステ", "라코스테", "لاكوست")),
        ("Garmin", ("佳明", "ガーミン", "가민", "Гармин")),
        ("Vans", ()),
        ("Levi's", ()),
    )
)
SHOPS = tuple(
    _listed("shop.example", f"s{number}", name, name)
    for number, name in enumerate(
        ("Alpenhandel GmbH", "Hartmann & Sons Ltd", "Sakura Trading 株式会社", "上海澜舒贸易有限公司"), 1
    )
)
EIGHTH = tuple(
    Brand(slug=f"brand-{number}", name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=SHOPS)
    for number, (mark, also) in enumerate(
        (
            ("Kestrin", ("Кестрин", "ケストリン", "케스트린", "كسترين")),
            ("Torvica", ("Торвика", "토르비카", "トルビカ", "تورفيكا")),
            ("Valdoro", ("Вальдоро", "バルドーロ", "발도로", "فالدورو")),
            ("Nimbrel", ("Нимбрел", "ニンブレル", "님브렐")),
            ("澜舒", ("Lanshu",)),
            ("カルミラ", ("Carmira",)),
        )
    )
)
EIGHTH_TITLE = " ".join(text for brand in EIGHTH for text in brand.word_marks)
RETAILERS = tuple(
    _listed("shop.example", f"s{number}", name, "")
    for number, name in enumerate(("TimeHaus Berlin", "Kronos Uhren GmbH", "ElectroMax", "Casa Lacoste Madrid"), 1)
)
TENTH = tuple(
    Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=RETAILERS)
    for mark, also in (
        ("Velmora", ("维尔莫拉",)),
        ("Kestrin", ("ケストリン",)),
        ("Samsung", ("三星", "삼성")),
        ("Bosch", ("博世",)),
        ("Lacoste", ("Лакост",)),
        ("Hema", ()),
        ("Orchard", ()),
        ("Puma", ()),
    )
)
SETS = {
    "posing_eleventh.txt": (TENTH, "Velmora Kestrin Samsung Bosch Lacoste Hema Orchard Puma watch"),
    "posing_tenth.txt": (TENTH, "Velmora Kestrin Samsung Bosch Lacoste Hema Orchard Puma watch"),
    "posing_ninth.txt": (EIGHTH, EIGHTH_TITLE),
    "posing_eighth.txt": (EIGHTH, EIGHTH_TITLE),
    "posing_seventh.txt": (SEVENTH, "Nike Bosch Samsung Puma Lacoste Garmin Vans Levi's watch"),
    "posing_sixth.txt": (SIXTH, "Montblanc Crocs Dyson Philips Birkenstock Fjällräven Tommy Hilfiger shaver"),
    "posing_fifth.txt": (THIRD, "Hema Mira Orchard Kestrin lamp"),
    "posing_fourth.txt": (
        FOURTH,
        "Bialetti Le Creuset Canada Goose Xiaomi Casio Ray-Ban Orient watch Boss suit",
    ),
    "posing.txt": (FIRST, "Adidas Velmora sports watch"),
    "posing_third.txt": (THIRD, "Hema Mira Orchard Kestrin lamp"),
    "posing_second.txt": (SECOND, "Makita Zentilo Dr. Martens The North Face jacket"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What came of all names; `errors` are those judged wrong."""

    right: int
    wrong: int
    missed: int
    errors: tuple[str, ...]

    @property
    def precision(self) -> float:
        """The share of the names that were flagged which pose."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the names that pose which were flagged."""
        return self.right / (self.right + self.missed)


def names(file: str) -> list[tuple[bool, str]]:
    """Whether it poses, and the name."""
    lines = [line for line in (FOLDER / file).read_text("utf-8").splitlines() if line[:2] in ("+ ", "- ")]
    return [(line[0] == "+", ESCAPE.sub(lambda m: chr(int(m[1], 16)), line[2:])) for line in lines]


def _own_id(brands: tuple[Brand, ...], name: str) -> str:
    """The id of a seller who bears his own name, else that of a stranger."""
    known = {entry.seller_name: entry.seller_id for brand in brands for entry in brand.sellers or ()}
    return known.get(name, "x9")


def score(file: str) -> Score:
    """Judge every name, as that of a seller without a row who offers goods of all brands of the set."""
    brands, title = SETS[file]
    inspector = Inspector(brands, detectors=[UnauthorizedSeller])
    right = wrong = missed = 0
    errors = []
    for poses, line in names(file):
        name, _, own_title = line.partition(" | ")
        listing = listing_from_record(
            {
                "marketplace": "shop.example",
                "url": "https://shop.example/1",
                "title": own_title or title,
                "seller_id": _own_id(brands, name) if not poses else "x9",
                "seller_name": name,
            }
        )
        observation = Observation(listing=listing, observed_at=datetime(2026, 5, 4, tzinfo=UTC))
        flags = [f for finding in inspector.inspect(observation, lambda _b, _s: History()) for f in finding.flags]
        flagged = any(flag.rule in ("impersonation", "poses_as_seller", "same_name", "sounds_alike") for flag in flags)
        right, wrong, missed = right + (poses and flagged), wrong + (flagged and not poses), missed + (poses > flagged)
        if flagged != poses:
            errors.append(f"{'+' if poses else '-'} {name}")
    return Score(right, wrong, missed, tuple(errors))
