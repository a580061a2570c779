"""Shops as marketplaces name them: mark, country and "official" in one word, and Chinese words for the brand's shop."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

ROWS = tuple(
    SellerEntry(
        marketplace="m", seller_id=f"r{at}", seller_name=name, legal_entity="", status=SellerStatus.AUTHORIZED
    )
    for at, name in enumerate(("Salt & Timber", "Rope n Reel Tackle"))
)  # fmt: skip


def brand(mark: str, number: int, product: str) -> Brand:
    return Brand(
        slug=mark.casefold(), name=mark, trademarks=(Trademark(text=mark, classes=(number,)),), sellers=ROWS,
        products=(Product(sku="P1", name=product),),
    )  # fmt: skip


BRANDS = {
    "Tavarenne": brand("Tavarenne", 14, "Tavarenne Sillage 38 automatic watch"),
    "Anchor": brand("Anchor", 25, "Anchor Dock fleece hoodie"),
    "Lismore Vale": brand("Lismore Vale", 25, "Lismore Vale Aran cardigan"),
    "岚沐": brand("岚沐", 11, "岚沐恒温电热水壶"),
}


def found(mark: str, name: str, title: str = "") -> tuple[str, int]:
    (product,) = BRANDS[mark].products
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title or product.name, "seller_id": "u"}
    listing = listing_from_record({**record, "seller_name": name, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    inspector = Inspector([BRANDS[mark]], detectors=[UnauthorizedSeller])
    (flag,) = (f for one in inspector.inspect(observation, lambda _b, _s: History()) for f in one.flags)
    return flag.rule, flag.severity


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("Tavarenne", "tavarenne.ph"),
        ("Tavarenne", "tavarenne_vn"),
        ("Tavarenne", "tavarennemy.official"),
        ("Tavarenne", "official.tavarenneid"),
        ("Tavarenne", "tavarenne_sgofficial"),
        ("Tavarenne", "tavarenneofficialtw"),
        ("Tavarenne", "tavarenne.official.store.hk"),
        ("Tavarenne", "tavarenne.chinhthuc"),
        ("Tavarenne", "tavarenne_tiendaoficial"),
        ("Tavarenne", "Tavarenne Timepieces Outlet"),
        ("Tavarenne", "Tavarenne Lagerverkauf"),
        ("Tavarenne", "Tavarenne Verified Store"),
        ("Tavarenne", "Tavarenne аутлет"),
        ("Anchor", "anchor.officialmx"),
        ("Anchor", "anchorhoodies_outlet"),
        ("Anchor", "Anchor Bekleidung Outlet"),
        ("Lismore Vale", "lismorevale.official.kr"),
        ("Lismore Vale", "lismorevale.br"),
        ("岚沐", "岚沐百亿补贴店"),
        ("岚沐", "岚沐奥莱店"),
        ("岚沐", "岚沐企业店"),
        ("岚沐", "岚沐ブティック"),
        ("岚沐", "岚沐厂家直发"),
        ("岚沐", "岚沐官方自营店"),
        ("岚沐", "岚沐品牌折扣店"),
        ("岚沐", "嵐沐品牌特賣店"),
    ],
)
def test_a_shop_of_the_mark_in_the_forms_of_marketplaces_poses(mark: str, name: str) -> None:
    assert found(mark, name) == ("impersonation", 85)


@pytest.mark.parametrize("name", ["salt-n-timber-official", "Salt and Timber Official", "rope & reel tackle official"])
def test_an_authorised_dealer_is_known_however_and_is_written(name: str) -> None:
    assert found("Tavarenne", name) == ("poses_as_seller", 85)


@pytest.mark.parametrize(
    ("mark", "name", "title"),
    [
        ("Tavarenne", "id_collector.my", ""),
        ("Tavarenne", "my tavarenne wardrobe", ""),
        ("Tavarenne", "tavarenneph collectors", ""),
        ("Anchor", "anchorage_outlet", ""),
        ("Anchor", "anchormen choir shop", ""),
        ("Anchor", "Anchor Apparel Outlet", "Anchor Apparel key ring with Anchor hoodie print"),
        ("Lismore Vale", "lismore.sg", ""),
        ("岚沐", "水岚沐浴直发", ""),
        ("Tavarenne", "Lagerverkauf Meier Tavarenne", ""),
        ("Tavarenne", "Verified by Tavarenne lovers", ""),
    ],
)
def test_another_name_in_such_a_form_does_not_pose(mark: str, name: str, title: str) -> None:
    rule, severity = found(mark, name, title)
    assert (severity, rule in ("unknown", "everyday_name", "longer_name")) == (45, True), rule
