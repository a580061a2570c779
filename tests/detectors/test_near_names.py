"""Other firms whose names are near a mark and who sell their own goods, and those who pose beside the brand's goods."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, Trademark
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
        ("Velora Official Store", "Velora ionic hair dryer"),
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
