"""Firms whose names are longer than the mark and who sell their own goods, and sellers who pose with such names."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record


def brand(mark: str, owner: str, number: int, *products: str) -> Brand:
    return Brand(
        slug=mark.casefold(), name=mark, owner=owner, trademarks=(Trademark(text=mark, classes=(number,)),), sellers=(),
        products=tuple(Product(sku=f"P{at}", name=name) for at, name in enumerate(products)),
    )  # fmt: skip


BRANDS = (
    brand("Torvane", "Torvane Cycles AG", 12, "Torvane Rill gravel bike", "Torvane Brae city bike"),
    brand("Lismore Vale", "Lismore Vale Knitwear Ltd", 25, "Lismore Vale Aran cardigan"),
    brand("Suda", "Suda Kosmetik GmbH", 3, "Suda lip balm", "Suda hand cream"),
    brand("Harbor", "Harbor Clock Co", 14, "Harbor Tide diver watch", "Harbor Quay alarm clock"),
    Brand(slug="meadow", name="Meadow", trademarks=(Trademark(text="Meadow"),), sellers=()),
    brand("岚沐", "杭州岚沐科技有限公司", 11, "岚沐电热水壶", "岚沐暖风机"),
)


def judged(name: str, title: str, **fields: str) -> list[Flag]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    observation = Observation(
        listing=(listing := listing_from_record({**record, **fields, "observed_at": "2026-11-29T12:00:00Z"})),
        observed_at=listing.observed_at,  # type: ignore[arg-type]
    )
    inspector = Inspector(BRANDS, detectors=[UnauthorizedSeller])
    return [flag for one in inspector.inspect(observation, lambda _b, _s: History()) for flag in one.flags]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Torvane Ceramics Official", "Torvane Ceramics stoneware bowl"),
        ("Torvane Pets Flagship Store", "Torvane Pets cat tree, 140 cm"),
        ("TorvanePets Official", "Torvane Pets cat tree, 140 cm"),
        ("Lismore Vale Dairy Official", "Lismore Vale Dairy cheddar 200 g"),
        ("Official Lismore Vale Vineyard", "Pinot noir, Lismore Vale Vineyard, 75 cl"),
        ("Suda Tiles Official Store", "Suda Tiles mosaic sheet"),
        ("Suda Werkzeuge Official", "Suda Werkzeuge Ratschenkasten"),
        ("Harbor Linens Official", "Harbor Linens duvet set"),
        ("岚沐女装旗舰店", "岚沐女装碎花裙"),
        ("岚沐茶具官方旗舰店", "岚沐 茶具紫砂壶"),
    ],
)
def test_a_firm_that_sells_its_own_goods_under_its_own_longer_name_is_a_suspicion(name: str, title: str) -> None:
    (flag,) = judged(name, title)
    assert flag.severity == 45, flag.sentence
    assert flag.rule == "longer_name"
    assert "which may be the name of another firm" in flag.sentence


def test_the_sentence_shows_the_name_as_the_seller_writes_it() -> None:
    (flag,) = judged("TorvanePets Official", "Torvane Pets cat tree, 140 cm")
    assert 'but the goods are sold under "Torvane Pets", which may be the name of another firm.' in flag.sentence


def test_the_brand_field_tells_it_too() -> None:
    (flag,) = judged("Torvane Ceramics Official", "Torvane stoneware bowl", brand="Torvane Ceramics")
    assert (flag.rule, flag.severity) == ("longer_name", 45)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Torvane Bikes Official", "Torvane Bikes Rill gravel bike"),  # its goods
        ("Torvane Rill Official", "Torvane Rill bottle cage"),  # its product
        ("Torvane Cycles Official", "Torvane Cycles bell"),  # its owner
        ("Torvane Lyon Official", "Torvane Lyon cap"),  # a city
        ("Torvane Ceramics Official", "Torvane Rill gravel bike"),
        ("Torvane Heritage Official", "Torvane Heritage Rill gravel bike"),
        ("Torvane Official", "Torvane stoneware bowl"),
        ("Suda Beauty Official", "Suda Beauty face mist"),  # the line of its goods
        ("Lismore Vale Apparel Official", "Lismore Vale Apparel scarf"),
        ("Harbor Timepieces Official", "Harbor Tide diver watch"),
        ("岚沐科技旗舰店", "岚沐科技电热水壶"),
        ("岚沐暖风机旗舰店", "岚沐暖风机"),
        ("岚沐旗舰店", "岚沐女装碎花裙"),
    ],
)
def test_who_names_the_brands_own_house_or_goods_poses(name: str, title: str) -> None:
    flags = judged(name, title)
    assert [flag.severity for flag in flags] == [85], [flag.sentence for flag in flags]


@pytest.mark.parametrize("name", ["Meadow Toys Official Store", "Meadow Fashion Official"])
def test_no_line_of_goods_is_the_brands_where_nobody_says_what_it_makes(name: str) -> None:
    (flag,) = judged(name, "Meadow stool")
    assert (flag.rule, flag.severity) == ("everyday_name", 45)
