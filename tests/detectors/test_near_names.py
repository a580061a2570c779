"""Other firms whose names are near a mark and who sell their own goods, and those who pose beside the brand's goods."""

from dataclasses import replace

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record


def brand(mark: str, *products: str, also: tuple[str, ...] = ()) -> Brand:
    return Brand(
        slug=mark.casefold(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=(),
        products=tuple(Product(sku=f"P{at}", name=name) for at, name in enumerate(products)),
    )  # fmt: skip


BRANDS = (
    brand("Velmora", "Velmora VX2 hair dryer", "Velmora VS1 hair straightener"),
    brand("Minolu", "米诺鹿保温杯 500ml", also=("米诺鹿",)),
    brand("KOMETA"),
    brand("METEOP"),
    replace(
        brand("岚沐", "岚沐电热水壶", also=("Lanmu",)),
        sellers=tuple(
            SellerEntry(
                marketplace="m", seller_id=f"s{at}", seller_name=name, legal_entity="", status=SellerStatus.AUTHORIZED
            )
            for at, name in enumerate(("晨曦母婴专营店", "厨具专营店"))
        ),
    ),
)


def judged(name: str, title: str) -> list[Flag]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    inspector = Inspector(BRANDS, detectors=[UnauthorizedSeller])
    return [flag for one in inspector.inspect(observation, lambda _b, _s: History()) for flag in one.flags]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Velora Official Store", "Velora road bike tyre 700c"),
        ("Velora Official Store", "Velora ionic hair dryer"),
        ("Velmona Flagship", "Velmona hair straightener, ceramic"),
        ("Valmora Official", "Valmora Föhn hair dryer 2000 W"),
        ("Velmona Official Store", "Velmona hair clips"),
        ("Velmorra Official", "Velmorra winery red 0.75 l"),
        ("Vellmora Official", "Garden hose"),
        ("Minola Official Store", "Minola wedding dress lace"),
        ("Mino Lu", "Brush set, 12 pieces"),
        ("КОМЕТА Official Store", "Игрушка ракета КОМЕТА, пластик"),
        ("КОМЕТА", "КОМЕТА"),
    ],
)
def test_a_firm_with_a_name_near_the_mark_that_sells_its_own_goods_is_a_suspicion_at_most(
    name: str, title: str
) -> None:
    (flag,) = judged(name, title)
    assert (flag.severity, flag.rule) == (45, "near_name"), flag.sentence
    assert "it may be the name of another firm: nothing else shows goods of the brand" in flag.sentence


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Магазин Комета", "Игрушка ракета КОМЕТА, пластик"),
        ("Метеор официальный магазин", "Санки МЕТЕОР, сталь"),
        ("КОМЕТА", "Игрушка ракета КОМЕТА, пластик"),
    ],
)
def test_a_word_of_the_sellers_own_alphabet_that_looks_like_the_mark_is_no_pose(name: str, title: str) -> None:
    assert judged(name, title) == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Velora Official Store", "Velmora VX2 hair dryer black"),
        ("Velora Official Store", "Velora VX2 hair dryer black"),
        ("Vellmora Official", "Vellmora ionic hair dryer"),
        ("Mino Lu", "Minolu brush set"),
        ("迷诺鹿旗舰店", "米诺鹿保温杯"),
        ("Магазин Комета", "Игрушка ракета KOMETA, пластик"),
        ("КОМЕТА Official Store", "КОМЕТА toy rocket, plastic"),
        ("VeImora Store", "VeImora sofa cover"),
        ("ve1mora-official", "Sofa cover"),
    ],
)
def test_such_a_name_poses_where_goods_are_shown_to_be_the_brands_and_a_disguise_does_anywhere(
    name: str, title: str
) -> None:
    assert [(flag.severity, flag.rule) for flag in judged(name, title)] == [(85, "impersonation")]


@pytest.mark.parametrize(
    ("name", "severity"),
    [
        ("晨曦母婴官方旗舰店", 85),
        ("晨曦母婴旗舰店", 85),
        ("晨曦母嬰旗艦店", 85),
        ("晨曦母婴专营店官方", 85),
        ("晨曦母婴店", 45),
        ("晨曦母婴", 45),
    ],
)
def test_a_dealers_chinese_name_with_other_words_for_a_shop_is_still_his(name: str, severity: int) -> None:
    (flag,) = judged(name, "岚沐电热水壶 1.7L")
    assert flag.severity == severity
    assert 'the authorised seller "晨曦母婴专营店"' in flag.sentence


@pytest.mark.parametrize("name", ["晨曦文具店", "晨曦旗舰店", "厨具旗舰店"])
def test_a_shorter_name_or_one_that_is_only_a_line_of_goods_is_nobodys(name: str) -> None:
    assert [flag.rule for flag in judged(name, "岚沐电热水壶 1.7L")] == ["unknown"]


@pytest.mark.parametrize("name", ["米 诺 鹿 官 方 店", "米 诺 鹿 官 方 旗 舰 店", "米诺鹿 官 方"])
def test_a_chinese_name_whose_signs_all_stand_apart_poses(name: str) -> None:
    (flag,) = judged(name, "米诺鹿保温杯")
    assert flag.severity == 85
    assert ' with "官 方' in flag.sentence
