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


def _brand(mark: str, also: tuple[str, ...], sellers: tuple[tuple[str, str], ...]) -> Brand:
    """A brand with listed sellers of its own."""
    entries = tuple(
        _listed("shop.example", f"{mark.lower()}-{at}", name, legal) for at, (name, legal) in enumerate(sellers, 1)
    )
    return Brand(slug=mark.lower(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=entries)


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
TWELFTH = (
    _brand(
        "Shimano",
        ("シマノ", "禧玛诺", "Шимано"),
        (
            ("Radhaus Petersen", "Petersen Zweirad GmbH"),
            ("サイクルパーツ山本", "株式会社山本自転車商会"),
            ("ВелоСтандарт", "ООО «ВелоСтандарт»"),
            ("Tackle & Reel Co", "Tackle and Reel Company Ltd"),
            ("禧玛诺官方旗舰店", "禧玛诺(上海)销售有限公司"),
        ),
    ),
    _brand(
        "Laneige",
        ("라네즈", "兰芝", "蘭芝"),
        (
            ("Amore Beauty Seoul", "Amorepacific Corporation"),
            ("라네즈 공식스토어", "주식회사 아모레퍼시픽"),
            ("兰芝官方旗舰店", "爱茉莉太平洋贸易有限公司"),
            ("Glow Counter SG", "Glow Counter Pte Ltd"),
        ),
    ),
    _brand(
        "Steiff",
        (),
        (
            ("Teddyhaus Kramer", "Kramer Spielwaren GmbH"),
            ("Bear Garden Guildford", "The Bear Garden Ltd"),
            ("ベアーズ銀座", "有限会社銀座ベアーズ"),
            ("Ours & Compagnie", "Ours et Compagnie SARL"),
        ),
    ),
    _brand(
        "Ray-Ban",
        ("RayBan",),
        (
            ("Ottica Bellini", "Ottica Bellini S.r.l."),
            ("SunOptic Store", "SunOptic Retail Inc."),
            ("Óptica Mirasol", "Mirasol Visión S.L."),
            ("Очкарик Плюс", "ООО «Очкарик Плюс»"),
            ("Lens & Frame India", "Lens and Frame Eyewear Pvt Ltd"),
        ),
    ),
    _brand(
        "Longchamp",
        (),
        (
            ("Maroquinerie Dufresne", "Dufresne Maroquinerie SAS"),
            ("Galeries Mercier", "Mercier & Fils SA"),
            ("루미에르 명품관", "주식회사 루미에르백화점"),
            ("Bagatelle London", "Bagatelle (London) Limited"),
        ),
    ),
    _brand(
        "Kelvaro",
        (),
        (
            ("Kelvaro Store", "Kelvaro Appliances B.V."),
            ("Caffè Torino Macchine", "Torino Macchine S.p.A."),
            ("Barista Supply Warszawa", "Barista Supply Sp. z o.o."),
            ("KaffeeWerk Hamburg", "Kaffeewerk Handelsgesellschaft mbH"),
            ("Kahve Dünyam Ekipman", "Dünyam Kahve Ekipmanları Ltd. Şti."),
        ),
    ),
    _brand(
        "Nordvik",
        (),
        (
            ("Fjellsport Bergen", "Fjellsport Bergen AS"),
            ("Nordvik Outdoor", "Nordvik Outdoor AB"),
            ("Ulkoilu Mäkinen", "Mäkinen Ulkoilu Oy"),
            ("Тайга Экспедиция", "ООО «Тайга Экспедиция»"),
        ),
    ),
    _brand(
        "Zephyra",
        (),
        (
            ("Salon Direct Paris", "Salon Direct France SAS"),
            ("Beleza Pura Cosméticos", "Beleza Pura Comércio de Cosméticos Ltda"),
            ("متجر جمال الخليج", "شركة جمال الخليج التجارية"),
            ("Hair Atelier Praha", "Hair Atelier s.r.o."),
        ),
    ),
    _brand(
        "Dove",
        (),
        (
            ("Unilever Home Store", "Unilever PLC"),
            ("Drogerie Sonnenschein", "Sonnenschein Drogerie KG"),
            ("GuardWell Pharmacy", "GuardWell Healthcare Sdn Bhd"),
            ("Kirana Bazaar Mumbai", "Kirana Bazaar Retail Private Limited"),
        ),
    ),
    _brand(
        "Lantern",
        (),
        (
            ("Little Acorns Baby", "Little Acorns Nursery Ltd"),
            ("Babyhuis De Vries", "De Vries Babyhuis B.V."),
            ("Mimos e Sonhos", "Mimos e Sonhos Puericultura Lda"),
        ),
    ),
)
THIRTEENTH = (
    _brand(
        "Velmora",
        ("维尔莫拉", "ベルモラ"),
        (
            ("Uhrenhaus Lindner", "Lindner Uhren GmbH"),
            ("Maison Perrault", "Perrault SARL"),
            ("時計のヤマシロ", "株式会社山城時計"),
            ("Bright Hour Store", "Bright Hour Retail Inc."),
            ("서린 시계관", "주식회사 서린"),
        ),
    ),
    _brand(
        "Torvane",
        ("托万尼",),
        (
            ("SoundWerk Leipzig", "Soundwerk Handels GmbH"),
            ("Tone & Timber Company", "Tone and Timber Co Ltd"),
            ("Audio Mirador SG", "Audio Mirador Pte Ltd"),
            ("Музыка Плюс", "ООО «Музыка Плюс»"),
            ("بيت الصوت الذهبي", "شركة بيت الصوت الذهبي"),
        ),
    ),
    _brand(
        "Kestrin",
        (),
        (
            ("Casa e Jardim Figueira", "Figueira Lda"),
            ("ハーブ新宿", "有限会社ハーブ"),
            ("Kosmetik und Pflege Brandt", "Brandt Pflege KG"),
            ("Pielęgnacja Gdańsk", "Pielęgnacja Sp. z o.o."),
            ("HerbalGarden Outlet", "Herbal Garden LLC"),
        ),
    ),
)
SETS = {
    "posing_thirteenth.txt": (THIRTEENTH, ""),
    "posing_twelfth.txt": (TWELFTH, ""),
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
