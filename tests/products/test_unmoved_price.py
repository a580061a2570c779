"""A price that was fair as it stands: only the exchange rate moved, or the floor rose these days."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, PriceRule, Product, Rates, Trademark
from monitor.inspection import Inspector
from tests.products.reads import judged

START = datetime(2026, 3, 1, 3, tzinfo=UTC)
GRILL = Product(sku="G-1", name="Velmora table grill Ember", model="TG550", currency="EUR", floor_price=Decimal(900))
RISEN = PriceRule(sku="G-1", currency="EUR", floor_price=Decimal(950), valid_from=date(2026, 3, 5))
RISEN_IN_GERMANY = PriceRule(
    sku="G-1", territory="DE", currency="EUR", floor_price=Decimal(950), valid_from=date(2026, 3, 5)
)
PROMOTION = PriceRule(
    sku="G-1", currency="EUR", floor_price=Decimal(700), valid_from=date(2026, 2, 20), valid_until=date(2026, 3, 4)
)
DOLLAR = {day: Decimal("1.1") if day < 5 else Decimal("1.2") for day in range(1, 29)}
"""What a EUR is worth: from 5 March on a dollar is worth less."""


def flags(asked: str, rule: PriceRule | None, **more: str) -> list[tuple[int, str]]:
    """Severity and sentence of the last of some reads, one a day from 1 March on; "x5" repeats a price."""
    brand = Brand(
        slug="v", name="Velmora", trademarks=(Trademark(text="VELMORA"),), products=(GRILL,),
        prices=(rule,) if rule else (),
        rates=Rates(published=lambda currency, day: DOLLAR.get(day.day) if currency == "USD" else None),
    )  # fmt: skip
    prices: list[str] = []
    for word in asked.split():
        prices += [prices[-1]] * (int(word[1:]) - 1) if word.startswith("x") else [word]
    reads = [
        {
            "marketplace": "m", "url": "https://m.example/1", "title": "Velmora table grill Ember TG550",
            "price": price, "currency": "EUR", "seller_id": "s1", "territory": "DE",
            "observed_at": (START + timedelta(days=day)).isoformat(),
        } | more
        for day, price in enumerate(prices)
    ]  # fmt: skip
    found, _ = judged(Inspector([brand], detectors=[LowPrice]), reads)
    return [(flag.severity, flag.sentence) for flag in found]


USD = {"currency": "USD", "territory": "US"}


@pytest.mark.parametrize(
    ("says", "asked", "rule", "more", "severity", "words"),
    [
        ("a floor that rose today", "930 x5", RISEN, {}, 45, "it asked no more on 2026-03-04, when that was not below"),
        ("two days later", "930 x7", RISEN, {}, 45, "which has risen since"),
        ("and three", "930 x8", RISEN, {}, 60, "seen 4 times in a row over 4 days."),
        ("that rose in his country", "930 x6", RISEN_IN_GERMANY, {}, 45, "which has risen since"),
        ("lowered on the day", "960 x4 930 x2", RISEN, {}, 60, "seen 2 times in a row"),
        ("lowered since", "930 x5 920 x2", RISEN, {}, 61, "seen 3 times in a row"),
        ("too low by the old one too", "890 x6", RISEN, {}, 62, "seen 6 times in a row"),
        ("a promotion that has ended", "750 x6", PROMOTION, {}, 66, "seen 2 times in a row"),
        ("first seen after the floor rose", "930 x2", None, {}, 0, ""),
        ("a dollar that falls", "1010 x8", None, USD, 45, "and only the exchange rate has moved since"),
        ("for weeks", "1010 x20", None, USD, 45, "and only the exchange rate has moved since"),
        ("raised a little, and still low", "1010 x4 1020 x4", None, USD, 45, "only the exchange rate has moved"),
        ("lowered as the dollar falls", "1050 x4 1010 x4", None, USD, 62, "seen 4 times in a row"),
        ("never fair", "950 x8", None, USD, 64, "seen 8 times in a row"),
        ("fair at both rates", "1090 x8", None, USD, 0, ""),
    ],
)  # fmt: skip
def test_a_price_that_did_not_move(
    says: str, asked: str, rule: PriceRule | None, more: dict[str, str], severity: int, words: str
) -> None:
    found = flags(asked, rule, **more)
    assert [one for one, _ in found] == [severity] * bool(severity), (says, found)
    assert words in "".join(sentence for _, sentence in found), (says, found)
