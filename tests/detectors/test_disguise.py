"""Writings that are no disguise: a Chinese name that sounds like the mark, a number behind a hyphen, a styled title."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

BRANDS = tuple(
    Brand(
        slug=f"b{at}", name=mark, trademarks=(Trademark(text=mark),), sellers=(),
        products=(Product(sku=f"{at}", name=f"{mark} {goods}"),),
    )
    for at, (mark, goods) in enumerate(
        [
            ("岚沐", "恒温电热水壶"), ("兰月荷", "洗衣液 2kg"), ("Nova7", "X drone"), ("Zone3", "wetsuit"),
            ("Lorenzi", "leather handbag"),
        ]
    )
)  # fmt: skip


def worst(title: str) -> int:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u"}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = Inspector(BRANDS, detectors=[TextMatch]).inspect(observation, lambda _brand, _sku: History())
    return max((flag.severity for one in found for flag in one.flags), default=0)


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("岚木 茶具 套装", 30),
        ("兰沐 窗帘", 30),
        ("蓝沐 恒温电热水壶", 45),
        ("岚木 电热水壶", 45),
        ("兰月河 茶叶", 30),
        ("揽月荷 项链", 30),
        ("兰月河 洗衣液", 65),
        ("蓝月荷 洗衣液 2kg", 65),
    ],
)
def test_signs_that_sound_like_the_mark_are_judged_by_the_goods_beside_them(title: str, severity: int) -> None:
    assert worst(title) == severity


@pytest.mark.parametrize(
    "title", ["Nova-7 telescope", "Novat drone", "Zonee skirt", "Zone-3 sprinkler", "NOVA-7 valve"]
)
def test_a_hyphen_before_a_number_and_letters_for_one_hide_no_mark(title: str) -> None:
    assert worst(title) < 60


@pytest.mark.parametrize("title", ["N0va7 X drone", "N.o.v.a.7 drone", "Z0ne3 wetsuit", "Nοva7 drone", "No-va7 drone"])
def test_other_changes_of_a_mark_with_a_number_hide_it(title: str) -> None:
    assert worst(title) == 65


@pytest.mark.parametrize(
    "title", ["𝗟𝗼𝗿𝗲𝗻𝘇𝗶 𝗵𝗮𝗻𝗱𝗯𝗮𝗴 𝗹𝗲𝗮𝘁𝗵𝗲𝗿", "✨ 𝕃𝕠𝕣𝕖𝕟𝕫𝕚 𝕓𝕒𝕘 ✨", "Ⓛⓞⓡⓔⓝⓩⓘ Ⓑⓐⓖ", "𝘓𝘰𝘳𝘦𝘯𝘻𝘪 𝘴𝘪𝘭𝘬 𝘴𝘤𝘢𝘳𝘧 𝟿𝟶 𝘤𝘮"]
)
def test_a_whole_title_in_styled_letters_is_a_suspicion(title: str) -> None:
    assert worst(title) == 45


@pytest.mark.parametrize(
    "title", ["𝗟𝗼𝗿𝗲𝗻𝘇𝗶 handbag", "Leather handbag 𝐋𝐨𝐫𝐞𝐧𝐳𝐢", "𝗟𝗼𝗿𝗲𝗻𝘇𝗶", "𝗟0𝗿𝗲𝗻𝘇𝗶 𝗵𝗮𝗻𝗱𝗯𝗮𝗴", "𝗟𝗼𝗿𝗲𝗻𝘇𝗶 手提包"]
)
def test_a_mark_that_is_styled_by_itself_is_disguised(title: str) -> None:
    assert worst(title) == 65
