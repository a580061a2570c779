"""Exchange rates: whose count, of which day, and what is said where nobody knows one."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.brands import Brand, PriceRule, Product, Rates, Trademark
from monitor.brands.loader import load_brands
from monitor.brands.published_rates import euro_rate, newest
from monitor.errors import ConfigurationError
from monitor.products import compare_with_floor

DAY = date(2024, 5, 6)  # a Monday
NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)
WATCH = Product(sku="W", name="Aurelia Meridian watch", currency="EUR", floor_price=Decimal(100))


def published(**rates: str) -> Rates:
    """Rates of a bank that published on the Friday before `DAY` alone."""
    return Rates(
        published=lambda currency, day: (
            Decimal(rates[currency]) if currency in rates and day == date(2024, 5, 3) else None
        )
    )


def brand(rates: Rates, *rules: PriceRule) -> Brand:
    return Brand(
        slug="aurelia",
        name="Aurelia",
        trademarks=(Trademark(text="AURELIA"),),
        products=(WATCH,),
        prices=rules,
        rates=rates,
    )


def test_the_central_bank_knows_its_days_and_currencies() -> None:
    assert euro_rate("USD", date(2014, 3, 28)) == Decimal("1.3759")
    assert euro_rate("USD", date(2014, 3, 29)) is None
    assert euro_rate("CNY", date(2005, 3, 31)) is None
    assert euro_rate("CNY", date(2005, 4, 1)) is not None
    assert euro_rate("RUB", date(2022, 3, 2)) is None
    assert euro_rate("TWD", date(2024, 5, 3)) is None
    assert euro_rate("USD", newest() + timedelta(days=1)) is None


def test_the_newest_rate_before_the_day_counts_and_is_dated() -> None:
    rate = Rates(published=euro_rate).find("USD", "EUR", date(2014, 3, 30))
    assert rate is not None
    assert (rate.day, rate.source, rate.old) == (date(2014, 3, 28), "European Central Bank", False)
    assert rate.value == 1 / Decimal("1.3759")


@pytest.mark.parametrize(
    ("later", "known", "old"),
    [(3, True, False), (7, True, False), (8, True, True), (62, True, True), (63, False, False)],
)
def test_an_old_rate_leaves_doubt_and_a_very_old_one_is_none(later: int, known: bool, old: bool) -> None:
    rate = published(USD="1.10").find("USD", "EUR", date(2024, 5, 3) + timedelta(days=later))
    assert (rate is not None, bool(rate and rate.old)) == (known, old)


def test_a_later_rate_is_never_used() -> None:
    assert published(USD="1.10").find("USD", "EUR", date(2024, 5, 2)) is None


def test_own_rates_win_in_either_direction_and_over_the_euro() -> None:
    bank = published(USD="1.10", GBP="0.85").published
    own = {
        ("TWD", "USD"): ((date(2024, 5, 1), Decimal("0.03")),),
        ("EUR", "GBP"): ((date(2024, 5, 1), Decimal("0.80")),),
    }
    rates = Rates(own=own, published=bank)
    direct, turned, over = rates.find("TWD", "USD", DAY), rates.find("USD", "TWD", DAY), rates.find("USD", "GBP", DAY)
    assert direct
    assert direct.value == Decimal("0.03")
    assert direct.source == "rates.csv"
    assert not direct.old
    assert turned
    assert turned.value == 1 / Decimal("0.03")
    assert over
    assert over.value == Decimal("0.80") / Decimal("1.10")
    assert over.source == "European Central Bank and rates.csv"
    assert over.day == date(2024, 5, 1)
    assert rates.find("TWD", "EUR", DAY) is None  # a chain of three is a guess


def test_the_floor_in_the_own_currency_always_wins() -> None:
    rule = PriceRule(sku="W", currency="USD", floor_price=Decimal(10))
    held = compare_with_floor(
        brand(published(USD="1.10"), rule), WATCH, Decimal(50), currency="USD", territory="US", channel="m", moment=NOON
    )
    assert held.rate is None
    assert held.floor
    assert held.floor.amount == 10


def test_the_lowest_of_several_floors_counts_and_one_without_a_rate_stops_it() -> None:
    def held(rates: Rates) -> tuple[Decimal | None, str]:
        rule = PriceRule(sku="W", currency="GBP", floor_price=Decimal(70))
        found = compare_with_floor(
            brand(rates, rule), WATCH, Decimal(80), currency="USD", territory="US", channel="m", moment=NOON
        )
        return found.floor and found.floor.amount, found.problem

    assert held(published(USD="1.10", GBP="0.85")) == (Decimal(70), "")  # 82.35 EUR
    assert held(published(USD="1.10", GBP="0.65")) == (Decimal(100), "")  # 107.69 EUR
    floor, problem = held(published(USD="1.10"))
    assert floor is None
    assert problem == "no exchange rate from USD to GBP near the day; write one into rates.csv"


def test_the_step_names_rate_day_and_source() -> None:
    held = compare_with_floor(
        brand(published(IDR="17500")),
        WATCH,
        Decimal(1_400_000),
        currency="IDR",
        territory="ID",
        channel="m",
        moment=NOON,
    )
    assert held.unit == Decimal("80.00")
    assert held.floor_here == Decimal("1750000.00")
    assert held.step == "times 0.0000571429 EUR for 1 IDR on 2024-05-03 (European Central Bank) = 80.00 EUR"


@given(
    st.decimals("1", "99999", places=2), st.decimals("0.01", "20000", places=4), st.decimals("0.01", "20000", places=4)
)
def test_the_answer_is_the_same_in_every_currency_at_consistent_rates(
    price: Decimal, one: Decimal, other: Decimal
) -> None:
    """What is below the floor in euros is below it in any other currency; a cent either way is rounding."""
    known = brand(published(USD=str(one), GBP=str(other)))

    def unit(currency: str, rate: Decimal) -> Decimal:
        held = compare_with_floor(known, WATCH, price * rate, currency=currency, territory="", channel="m", moment=NOON)
        return held.unit

    assert abs(unit("USD", one) - price) <= Decimal("0.01")
    assert abs(unit("GBP", other) - unit("USD", one)) <= Decimal("0.01")


DOSSIER = '[[trademark]]\ntext = "AURELIA"\n'


def workspace(folder: Path, rates: str) -> Path:
    (folder / "brands/aurelia").mkdir(parents=True)
    (folder / "brands/aurelia/brand.toml").write_text('name = "Aurelia"\n' + DOSSIER)
    (folder / "rates.csv").write_text(rates)
    return folder


def test_rates_csv_is_read_for_every_brand(tmp_path: Path) -> None:
    (found,) = load_brands(
        workspace(tmp_path, "date,base,quote,rate\n2026-11-01,twd,EUR,0.0279\n2026-11-15,TWD,EUR,0.0281\n")
    )
    before, after = (
        found.rates.find("TWD", "EUR", date(2026, 11, 14)),
        found.rates.find("TWD", "EUR", date(2026, 11, 15)),
    )
    assert before
    assert before.value == Decimal("0.0279")
    assert after
    assert after.value == Decimal("0.0281")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2026-11-01,TWD,EUR,0", "line 2: rate: '0' is not a rate above zero"),
        ("2026-11-01,TWD,EUR,-1", "line 2: rate: '-1' is not a rate above zero"),
        ("2026-11-01,TWD,EUR,1e3", "line 2: rate: '1e3' is not a rate above zero"),
        ("2026-11-01,TWD,EUR,", "line 2: rate: is empty"),
        ("2026-11-01,TWX,EUR,1", "line 2: base: 'TWX' is not a currency code"),
        ("2026-11-01,EUR,EUR,1", "line 2: quote: EUR is the base too"),
        ("01.11.2026,TWD,EUR,1", "line 2: date: '01.11.2026' is not a date"),
        (
            "2026-11-01,TWD,EUR,0.03\n2026-11-01,EUR,TWD,33",
            "line 3: date: 2026-11-01 has a rate of EUR and TWD in line 2",
        ),
        ("2026-11-01,TWD,EUR,0.03,9", "line 2: has 5 cells where the head names 4"),
    ],
)
def test_what_is_wrong_with_a_rate_names_file_and_line(tmp_path: Path, row: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as failure:
        load_brands(workspace(tmp_path, f"date,base,quote,rate\n{row}\n"))
    assert f"{tmp_path / 'rates.csv'}" in str(failure.value)
    assert said in str(failure.value)
