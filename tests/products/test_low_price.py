"""When a price is low: one read is a suspicion, a second confirms it, and an odd one is a suspect read until seen again."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from detectors.base import read_settings
from detectors.low_price import LowPrice, LowPriceSettings
from monitor.brands import Brand, PriceRule, Product, Trademark
from monitor.errors import ConfigurationError
from monitor.inspection import Inspector
from monitor.records import Flag
from tests.products.reads import judged

WATCH = Product(
    sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR", floor_price=Decimal(900),
    list_price=Decimal(1090),
)  # fmt: skip
PROMOTION = PriceRule(
    sku="MER-40", currency="EUR", floor_price=Decimal(700), valid_from=date(2026, 3, 1), valid_until=date(2026, 3, 5)
)


def read(price: str, when: str = "2026-03-10T03:00", **more: object) -> dict[str, object]:
    return {
        "marketplace": "m", "url": "https://m.example/1", "title": TITLE,
        "currency": "EUR", "seller_id": "s1", "territory": "DE", "price": price, "observed_at": f"{when}:00Z",
    } | more  # fmt: skip


def judge(reads: Sequence[dict[str, object]], settings: dict[str, Any] | None = None) -> Flag | None:
    """The flag of the last read."""
    brand = Brand(
        slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(WATCH,), prices=(PROMOTION,),
        detectors={"low_price": settings or {}},
    )  # fmt: skip
    flags, _ = judged(Inspector([brand], detectors=[LowPrice]), reads)
    return flags[0] if flags else None


TITLE = "Aurelia Meridian 40 automatic watch MER40A"
FIRST = read("800", "2026-03-09T03:00")


@pytest.mark.parametrize(
    ("says", "reads", "words", "severity"),
    [
        ("the first read", [read("800")], "has to confirm it", 45),
        ("again a day later", [FIRST, read("800")], "% below the floor", 64),
        ("again an hour later", [FIRST, read("800", "2026-03-09T04:00")], "has to confirm it", 45),
        ("low before by another seller, so a first read", [FIRST | {"seller_id": "s2"}, read("800")], "has to confirm it", 45),
        ("low before in another country", [FIRST | {"territory": "US"}, read("800")], "has to confirm it", 45),
        ("another seller asked twice as much", [read("1700", "2026-03-09T03:00", seller_id="s2"), read("800")],
         "has to confirm it", 45),
        ("low before, where nobody read who sold", [FIRST | {"seller_id": ""}, read("800")], "% below the floor", 64),
        ("at another low price", [FIRST, read("780")], "% below the floor", 65),
        ("fair in between", [FIRST, read("900", "2026-03-09T09:00"), read("800")], "has to confirm it", 45),
        ("impossible", [read("100")], "may be a misreading", 45),
        ("impossible, after a low one", [FIRST, read("100")], "may be a misreading", 45),
        ("impossible, seen again", [read("100", "2026-03-09T03:00"), read("100")], "% below the floor", 80),
        ("half of what it was", [read("1000", "2026-03-09T03:00"), read("500")], "so large a jump", 45),
        ("a jump seen again", [read("1000", "2026-03-08T03:00"), read("500", "2026-03-09T03:00"), read("500")],
         "% below the floor", 77),
        ("fair", [read("900")], "", 0),
        ("within the promotion", [read("750", "2026-03-05T03:00")], "", 0),
        ("a promotion that ended is not held against the seller",
         [read("750", "2026-03-04T03:00"), read("750", "2026-03-05T03:00"), read("750", "2026-03-06T03:00")],
         "has to confirm it", 45),
        ("a pack that would be fair as one", [read("900", "2026-03-09T03:00", pack_count=2), read("900", pack_count=2)],
         "needs a look", 45),
        ("a pack that would be fair as one but for a rounded cent",
         [read("896", "2026-03-09T03:00", pack_count=2), read("896", pack_count=2)], "needs a look", 45),
        ("two at the list price of one", [read("1090", "2026-03-09T03:00", pack_count=2), read("1090", pack_count=2)],
         "needs a look", 45),
        ("two well above the list price of one",
         [read("1200", "2026-03-09T03:00", pack_count=2), read("1200", pack_count=2)], "% below the floor", 73),
        ("a part may cost two thirds of the goods", [FIRST, read("600", title=f"{TITLE}, gloaming")], 'says "gloaming"', 45),
        ("a description that may be of used goods", [FIRST, read("800", description="Selling because we are moving.")],
         'may be said of used goods', 45),
        ("one that says it", [FIRST, read("800", description="My son has outgrown it.")], "", 0),
        ("and hardly three quarters", [FIRST, read("680", title=f"{TITLE}, gloaming")], "% below the floor", 69),
        ("a part that is known is none of the goods at any price", [FIRST, read("800", title=f"{TITLE} crown")], "", 0),
    ],
)  # fmt: skip
def test_low(says: str, reads: list[dict[str, object]], words: str, severity: int) -> None:
    flag = judge(reads)
    assert (flag.severity if flag else 0) == severity, says
    assert words in (flag.sentence if flag else ""), says
    assert not flag or flag.rule == "below_floor", "what is said later stands for what was said before"


@pytest.mark.parametrize(
    ("settings", "price", "territory", "words", "severity"),
    [
        ({"confirm_hours": 0}, "800", "DE", "% below the floor", 64),
        ({"confirm_hours": 0, "violation": 0.1}, "850", "DE", "only watched", 30),
        ({"confirm_hours": 0, "severe": 0.1}, "800", "DE", "% below the floor", 80),
        ({"confirm_hours": 0, "off_in": ["EU"]}, "800", "DE", "", 0),
        ({"confirm_hours": 0, "off_in": ["US"]}, "800", "DE", "% below the floor", 64),
        ({"confirm_hours": 0, "off_in": ["EU"]}, "800", "", "the territory is not known", 30),
    ],
)
def test_thresholds(settings: dict[str, Any], price: str, territory: str, words: str, severity: int) -> None:
    flag = judge([read(price, territory=territory)], settings)
    assert (flag.severity if flag else 0) == severity
    assert words in (flag.sentence if flag else "")


def test_the_sentence_tells_how_long() -> None:
    flag = judge([read("800", "2026-03-08T03:00"), FIRST, read("790")])
    assert flag
    assert "12.2 % below the floor of 900.00 EUR, seen 3 times in a row over 3 days." in flag.sentence
    assert [value for _, value in flag.evidence[0].series] == [800, 800, 790]


def test_the_sentence_tells_how_a_price_came_about() -> None:
    flag = judge([read("1000", "2026-03-09T03:00", coupon="200"), read("1000", coupon="200")])
    assert flag
    assert "800.00 EUR for one unit of MER-40" in flag.sentence
    assert (
        "worked out as price 1000.00 EUR, minus coupon 200.00 = 800.00; that is 11.1 % below the floor" in flag.sentence
    )


@pytest.mark.parametrize(
    "wrong",
    [{"tolerance": 1}, {"violation": 0.6}, {"confirm_hours": -1}, {"off_in": ["Germany"]}],
)
def test_wrong_settings_name_the_key(wrong: dict[str, Any]) -> None:
    brand = Brand(slug="b", name="B", detectors={"low_price": wrong})
    with pytest.raises(ConfigurationError, match=r"brand\.toml: detectors\.low_price\.\w+: .* is no"):
        read_settings(LowPriceSettings, "low_price", brand)
