"""Names of listed sellers with another small word are suspicions; a mark with a slip beside "official" is a pose."""

from dataclasses import replace

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record


def _listed(name: str, marketplace: str = "m") -> SellerEntry:
    return SellerEntry(
        marketplace=marketplace, seller_id=name, seller_name=name, legal_entity="", status=SellerStatus.AUTHORIZED
    )


NAMES = (
    "SoundWerk Leipzig", "Audio Mirador SG", "Casa e Jardim Figueira", "斎藤時計店", "Perrault", "SunOptic Store",
    "Hifi Alvarado BR", "Hifi Nakorn TH", "太田", "株式会社島田",
)  # fmt: skip
BRANDS = (
    Brand(
        slug="steiff", name="Steiff", trademarks=(Trademark(text="Steiff"),),
        products=(Product(sku="A", name="Steiff teddy bear"),),
        sellers=(*map(_listed, NAMES), _listed("Teddyhaus Kramer", "other")),
    ),
    Brand(slug="steif", name="Velmorra", trademarks=(Trademark(text="Velmorra"),), sellers=()),
    *(
        Brand(slug=name.casefold(), name=name, trademarks=(Trademark(text=name),), sellers=())
        for name in ("Casio", "Bosch", "Timex", "Vermond", "Makita")
    ),
    Brand(slug="velmora", name="Velmora", trademarks=(Trademark(text="Velmora"),), sellers=()),
)  # fmt: skip


def judged(name: str, title: str = "Steiff teddy bear 30 cm") -> Flag | None:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = Inspector(BRANDS, detectors=[UnauthorizedSeller]).inspect(observation, lambda _b, _s: History())
    return next((flag for one in found for flag in one.flags if flag.brand != "steif"), None)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Sound-Werk Leipzig", "is that of"),
        ("soundwerk_leipzig", "is that of"),
        ("Sound Werk", "is, but for a place or a word for a shop, that of"),
        ("Audio Mirador Singapore", "is, but for a place or a word for a shop, that of"),
        ("Casa & Jardim Figueira Lisboa", "is, but for a place or a word for a shop, that of"),
        ("Hifi Nakorn Bangkok", "is, but for a place or a word for a shop, that of"),
        ("Hifi Alvarado Curitiba", "is, but for a place or a word for a shop, that of"),
        ("斉藤時計店", "sounds as that of"),
        ("SunOptics Store", "is one letter away from that of"),
    ],
)
def test_a_listed_sellers_name_with_another_small_word_is_a_suspicion_that_says_why(name: str, says: str) -> None:
    flag = judged(name)
    assert flag
    assert (flag.rule, flag.severity) == ("same_name", 45)
    assert f"its name {says} the authorised seller" in flag.sentence


@pytest.mark.parametrize(
    "name",
    [
        "Audio Mirador Lisboa",      # another place
        "Perrault Paris",            # a surname
        "Hifi Alvarado Berlin", "Hifi Alvarado Barcelona", "Hifi Nakorn Athens", "Audio Mirador Stuttgart",
        "大田", "大田商店", "嶋田株式会社",   # surnames that sound alike
        "Werk Leipzig", "Sound Leipzig", "Casa e Jardim", "佐藤時計店", "SunOptical Store", "Teddyhaus Kramer Berlin",
    ],
)  # fmt: skip
def test_another_firm_is_only_unknown(name: str) -> None:
    flag = judged(name)
    assert flag
    assert flag.rule == "unknown"


@pytest.mark.parametrize(
    ("name", "title", "rule"),
    [
        ("Steif Official Store", "Steiff teddy bear 30 cm", "impersonation"),
        ("The-Real-Steiff", "Steiff teddy bear 30 cm", "impersonation"),
        ("Steif Official Store", "Steif sofa and a Steiff teddy bear", "near_name"),
        ("Steif Official Fanclub", "Steiff teddy bear 30 cm", "unknown"),
        ("Steif Store", "Steiff teddy bear 30 cm", "unknown"),
        ("Velmorra Official", "Velmora watch", "unknown"),  # a mark of another brand
        ("Casino Official Store", "Casio watch", "near_name"),  # a word
        ("Bosco Official Shop", "Bosch drill", "near_name"),
        ("Bosh Official", "Bosch drill", "near_name"),  # too short
        ("Timer Official Store", "Timex watch", "near_name"),
        ("Vermont Official Store", "Vermond jacket", "near_name"),  # a place
        ("Makitta Official Store", "Makita drill", "impersonation"),
        ("Mokita Official Store", "Makita drill", "impersonation"),
        ("Vermend Official Store", "Vermond jacket", "impersonation"),
    ],
)
def test_a_mark_with_a_slip_beside_official_is_a_pose_where_its_goods_are(name: str, title: str, rule: str) -> None:
    flag = judged(name, title)
    assert flag
    assert flag.rule == rule


FIRMS = (
    ("Müller Lederwaren", "Müller Lederwaren GmbH & Co. KG"), ("Chez Noël", "Café Noël SARL"), ("SJ Moden", "Söder & Jäger OHG"),
    ("花火ストア", "株式会社花火衣料"), ("恋衣服饰专营店", "广州恋衣服饰有限公司"), ("Cafe Regence", ""), ("Mueller Moden", ""),
    ("Harper's Outfitters", ""), ("Bergzeug Kassel", ""),
)  # fmt: skip
STOCKED = Brand(
    slug="steiff", name="Steiff", owner="Laboratoires Cremeux SAS", trademarks=(Trademark(text="Steiff"),),
    sellers=tuple(replace(_listed(name), legal_entity=legal) for name, legal in FIRMS),
)  # fmt: skip


def of_firm(name: str) -> tuple[str, int]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": "Steiff bear", "seller_id": "u"}
    listing = listing_from_record({**record, "seller_name": name, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = Inspector((STOCKED,), detectors=[UnauthorizedSeller]).inspect(observation, lambda _b, _s: History())
    flag = next(flag for one in found for flag in one.flags)
    return flag.rule, flag.severity


@pytest.mark.parametrize(
    "name",
    [
        "Müller Lederwaren", "Müller Lederwaren GmbH", "Mueller Lederwaren GmbH", "MÜLLER LEDERWAREN", "Café Noël",
        "CAFÉ NOËL S.A.R.L.", "Söder und Jäger GmbH", "(株)花火衣料", "㈱花火衣料", "花火衣料株式会社", "广州恋衣服饰",
        "廣州戀衣服飾有限公司", "Café Régence", "Müller Moden", "Harper’s Outfitters", "Bergzeug Kassel®",
        "Bergzeug – Kassel", "Ｂｅｒｇｚｅｕｇ Ｋａｓｓｅｌ", "Laboratoires Crémeux",
    ],
)  # fmt: skip
def test_a_firms_own_name_is_no_disguise_in_whatever_way_it_is_written(name: str) -> None:
    assert of_firm(name) == ("same_name", 45)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Bеrgzeug Kassel", "poses_as_seller"),  # a Cyrillic е
        ("Hаrper's Outfitters", "poses_as_seller"),  # а
        ("Müllеr Lederwaren", "poses_as_seller"),
        ("Café Nоël", "poses_as_seller"),  # о
        ("Bergzeug Kɑssel", "poses_as_seller"),  # a letter that only looks like an a
        ("Mü11er Lederwaren", "poses_as_seller"),
        ("Lаboratoires Cremeux", "poses_as_owner"),
    ],
)
def test_a_firms_name_in_letters_that_only_look_alike_is_a_pose(name: str, rule: str) -> None:
    assert of_firm(name) == (rule, 85)
