"""Names of listed sellers with another small word are suspicions; a mark with a slip beside "official" is a pose."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record


def _listed(name: str, marketplace: str = "m") -> SellerEntry:
    return SellerEntry(
        marketplace=marketplace, seller_id=name, seller_name=name, legal_entity="", status=SellerStatus.AUTHORIZED
    )


NAMES = ("SoundWerk Leipzig", "Audio Mirador SG", "Casa e Jardim Figueira", "斎藤時計店", "Perrault", "SunOptic Store")
BRANDS = (
    Brand(
        slug="steiff", name="Steiff", trademarks=(Trademark(text="Steiff"),),
        products=(Product(sku="A", name="Steiff teddy bear"),),
        sellers=(*map(_listed, NAMES), _listed("Teddyhaus Kramer", "other")),
    ),
    Brand(slug="steif", name="Velmorra", trademarks=(Trademark(text="Velmorra"),), sellers=()),
    Brand(slug="velmora", name="Velmora", trademarks=(Trademark(text="Velmora"),), sellers=()),
)  # fmt: skip


def judged(name: str, title: str = "Steiff teddy bear 30 cm") -> Flag | None:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = Inspector(BRANDS, detectors=[UnauthorizedSeller]).inspect(observation, lambda _b, _s: History())
    return next((flag for one in found for flag in one.flags if flag.brand in ("steiff", "velmora")), None)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Sound-Werk Leipzig", "is that of"),
        ("soundwerk_leipzig", "is that of"),
        ("Sound Werk", "is, but for a place or a word for a shop, that of"),
        ("Audio Mirador Singapore", "is, but for a place or a word for a shop, that of"),
        ("Casa & Jardim Figueira Lisboa", "is, but for a place or a word for a shop, that of"),
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
    ],
)
def test_a_mark_with_a_slip_beside_official_is_a_pose_where_its_goods_are(name: str, title: str, rule: str) -> None:
    flag = judged(name, title)
    assert flag
    assert flag.rule == rule
