"""What else decides whether a low price is held against a seller: currencies, wholesale offers, places without policing."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from detectors.low_price import LowPrice
from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, Product, Rates, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag
from tests.products.reads import judged

WATCH = Product(
    sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR", floor_price=Decimal(900)
)
DOLLAR: dict[date, Decimal] = {date(2026, 3, day): Decimal("1.25") for day in range(1, 12)}


def read(price: str, when: str = "2026-03-10T03:00", **more: object) -> dict[str, object]:
    return {
        "marketplace": "m", "url": "https://m.example/1", "title": "Aurelia Meridian 40 automatic watch MER40A",
        "currency": "EUR", "seller_id": "s1", "territory": "DE", "price": price, "observed_at": f"{when}:00Z",
    } | more  # fmt: skip


def judge(
    reads: Sequence[Mapping[str, object]],
    settings: dict[str, Any] | None = None,
    dollar: Mapping[date, Decimal] | None = None,
) -> tuple[tuple[Flag, ...], tuple[str, ...]]:
    """The flags of the last read, and why its price was not judged."""
    bank = DOLLAR if dollar is None else dollar
    brand = Brand(
        slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(WATCH,),
        detectors={"low_price": settings or {}},
        rates=Rates(published=lambda currency, day: bank.get(day) if currency == "USD" else None),
    )  # fmt: skip
    return judged(Inspector([brand], detectors=[LowPrice, UnstablePrice]), reads)


US = {"currency": "USD", "territory": "US"}


def test_a_price_in_another_currency_is_converted_and_every_step_shown() -> None:
    first = read("1050", "2026-03-09T03:00", **US)
    (flag,), why = judge([first, read("1050", coupon="50", shipping="10", **US)], {"with_shipping": True})
    assert (flag.kind, why) == ("low_price", ())
    assert "asks 1010.00 USD (808.00 EUR at the rate of 2026-03-10) for one unit of MER-40" in flag.sentence
    assert "10.2 % below the floor of 900.00 EUR" in flag.sentence
    assert flag.evidence[1].observed == (
        "price 1050.00 USD; minus coupon 50.00 = 1000.00; plus shipping 10.00 = 1010.00; "
        "times 0.8 EUR for 1 USD on 2026-03-10 (European Central Bank) = 808.00 EUR"
    )
    assert flag.evidence[0].observed == "808.00 EUR"


def test_a_second_converted_read_confirms() -> None:
    flags, _ = judge([read("1000", "2026-03-09T03:00", **US), read("1000", **US)])
    assert flags[0].severity >= 60
    assert [price for _, price in flags[0].evidence[0].series] == [Decimal("800.00")] * 2


@pytest.mark.parametrize(
    ("says", "price", "settings", "flagged"),
    [
        ("at the floor", "1125", {}, False),
        ("within what a rate may drift", "1104", {}, False),
        ("below that", "1100", {}, True),
        ("a brand that lets nothing drift", "1118", {"converted_tolerance": 0}, True),
    ],
)
def test_a_converted_price_has_a_tolerance_of_its_own(
    says: str, price: str, settings: dict[str, Any], flagged: bool
) -> None:
    flags, _ = judge([read(price, **US)], settings)
    assert bool(flags) is flagged, says


def test_an_old_rate_never_makes_a_violation() -> None:
    late = [read("800", "2026-03-25T03:00", **US), read("800", "2026-03-26T03:00", **US)]
    (flag,), _ = judge(late)
    assert flag.severity == 45
    assert "the newest exchange rate is of 2026-03-11; write a newer one into rates.csv" in flag.sentence


@pytest.mark.parametrize("currency", ["TWD", "RUB"])
def test_without_a_rate_nothing_is_flagged_and_that_is_said(currency: str) -> None:
    flags, why = judge([read("1", currency=currency)])
    assert flags == ()
    assert why == (f"no exchange rate from {currency} to EUR near the day; write one into rates.csv",)


def test_an_unknown_currency_is_said_too() -> None:
    dollars = "USD or CAD or AUD or NZD or others"
    assert judge([read("1", currency="$")]) == ((), (f"'$' may be {dollars}, and the listing names no country",))


TIERS = {"price_tiers": "1: 950.00; 10: 850.00"}
WHOLESALE = {"price_tiers": "100: 500.00; 1000: 450.00", "min_quantity": "100"}


def test_the_price_at_quantity_one_counts() -> None:
    assert judge([read("850", attributes=TIERS)]) == ((), ())
    (flag,), _ = judge([read("850", attributes={"price_tiers": "1: € 850,00; 10: € 800,00"})])
    assert flag.evidence[1].observed.startswith("price 850.00 EUR at a quantity of 1 (prices by quantity: 1: € 850,00;")


@pytest.mark.parametrize(
    ("says", "price", "tier", "severity", "words"),
    [
        ("one price", "850", "850.00", 62, "asks 850.00 EUR for one unit of MER-40 (Aurelia Meridian 40 automatic watch), 5.6"),
        ("the price is that of many", "800", "850.00", 62,
         "price 850.00 EUR at a quantity of 1 (prices by quantity: 1: 850.00; 10: 800.00, where its price is 800.00); that"),
        ("the price is a dearer one", "950", "850.00", 45, "its own price of 950.00 EUR is another one than that of one"),
        ("fair for one", "850", "950.00", 0, ""),
    ],
)  # fmt: skip
def test_a_price_by_quantity_that_is_not_the_listings_own_is_told(
    says: str, price: str, tier: str, severity: int, words: str
) -> None:
    more = {"attributes": {"price_tiers": f"1: {tier}; 10: 800.00"}}
    flags, _ = judge([read(price, "2026-03-09T03:00", **more), read(price, **more)])
    assert [one.severity for one in flags] == [severity] * bool(severity), says
    assert words in "".join(one.sentence for one in flags), says


@pytest.mark.parametrize("attributes", [WHOLESALE, {"min_quantity": "100 pieces"}])
def test_a_wholesale_offer_is_not_held_against_the_retail_floor(attributes: dict[str, str]) -> None:
    assert judge([read("500", attributes=attributes)]) == ((), ("a wholesale offer: sold from 100 units on",))


def test_a_brand_that_asks_for_wholesale_offers_has_them_to_look_at() -> None:
    reads = [read("500", "2026-03-09T03:00", attributes=WHOLESALE), read("500", attributes=WHOLESALE)]
    (flag,), _ = judge(reads, {"wholesale": True})
    assert flag.severity == 45
    assert "it is a wholesale offer from 100 units on, which a person has to look at" in flag.sentence


SWINGING = [("1000", 6), ("850", 7), ("1000", 8), ("850", 9), ("1000", 10)]


def swinging(**more: object) -> list[dict[str, object]]:
    return [read(price, f"2026-03-{day:02}T03:00", **more) for price, day in SWINGING]


def test_one_setting_silences_both_price_flags_and_says_so() -> None:
    kinds = {flag.kind for flag in judge([*swinging(), read("850", "2026-03-11T03:00")])[0]}
    assert kinds == {"low_price", "unstable_price"}
    flags, why = judge([*swinging(), read("850", "2026-03-11T03:00")], {"off_in": ["EU"]})
    assert flags == ()
    assert why == ("Aurelia does not police prices in DE ([detectors.low_price] off_in)",)


def test_where_the_territory_is_not_known_both_are_only_watched() -> None:
    reads = [*swinging(territory=""), read("850", "2026-03-11T03:00", territory="")]
    flags, _ = judge(reads, {"off_in": ["DE"]})
    assert {flag.kind for flag in flags} == {"low_price", "unstable_price"}
    assert {flag.severity for flag in flags} == {30}
    assert all("the brand may not police prices" in flag.sentence for flag in flags)


def test_an_exchange_rate_that_swings_is_no_unstable_price() -> None:
    """The same dollars, but the dollar: a price shown in dollars that is one price in euros."""
    dollar = {date(2026, 3, day): Decimal(price) / 1000 for price, day in SWINGING}
    assert judge(swinging(**US), dollar=dollar)[0] == ()
    assert "unstable_price" in {flag.kind for flag in judge(swinging(**US))[0]}
    assert {flag.kind for flag in judge(swinging(**US), dollar={})[0]} == {"unstable_price"}
