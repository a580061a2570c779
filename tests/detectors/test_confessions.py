"""Goods of the catalogue's kind that are openly not original: a confession never weighs less than silence."""

from datetime import UTC, datetime

import pytest

from monitor.brands import Brand, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

SHOP = SellerEntry(marketplace="m", seller_id="s1", seller_name="Shop", legal_entity="", status=SellerStatus.AUTHORIZED)
WEAR = Brand(
    slug="orvest", name="Orvest", trademarks=(Trademark(text="ORVEST", classes=(25,)),), sellers=(SHOP,),
    products=(Product(sku="O1", name="Orvest Linden rain jacket"), Product(sku="O2", name="Orvest Aldo boots")),
)  # fmt: skip
CREAM = Brand(
    slug="shuya", name="舒雅兰", trademarks=(Trademark(text="舒雅兰", classes=(3,)),), sellers=(SHOP,),
    products=(Product(sku="S1", name="舒雅兰清润洁面乳100ml"), Product(sku="S2", name="舒雅兰夜间修护眼霜20g")),
)  # fmt: skip
INSPECTOR = Inspector([WEAR, CREAM])


def severities(title: str) -> dict[str, int]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "s2", "seller_name": "Kim"}
    observation = Observation(listing=listing_from_record(record), observed_at=datetime(2026, 5, 4, tzinfo=UTC))
    findings = INSPECTOR.inspect(observation, lambda _brand, _sku: History())
    return {flag.rule: flag.severity for finding in findings for flag in finding.flags}


@pytest.mark.parametrize(
    "title",
    [
        "Orvest jacket not original", "Non-genuine Orvest boots", "Orvest jacket, unoriginal, cheap", "Orvest Jacke nicht original",
        "Giacca Orvest non originale", "Chaqueta Orvest no original", "Veste Orvest non originale",
        "Jas Orvest niet origineel", "Kurtka Orvest nieoryginalna", "Куртка Orvest неоригинал", "Orvest jacket, non-authentic",
        "舒雅兰洁面乳 非正品", "舒雅兰眼霜 不是正品", "非正品 舒雅兰眼霜", "舒雅兰眼霜 非正品 价格低", "舒雅兰洁面乳 非原装正品 介意勿拍",
    ],
)  # fmt: skip
def test_whole_goods_that_are_said_not_to_be_original_accuse(title: str) -> None:
    assert severities(title).get("not_genuine") == 90, severities(title)


@pytest.mark.parametrize(
    "title",
    [
        "Orvest jacket zip, not original", "Reißverschluss Orvest Jacke nicht original", "Cerniera Orvest giacca non originale",
        "Laces for Orvest boots, non genuine", "Orvest jacket, the hanger is not original", "舒雅兰眼霜收纳盒 非原装", "舒雅兰眼霜 礼盒非原装",
        "Orvest jacket original", "舒雅兰眼霜 专柜正品 非正品包退",
    ],
)  # fmt: skip
def test_a_part_and_what_comes_with_the_goods_do_not(title: str) -> None:
    assert severities(title).get("not_genuine", 0) < 90
