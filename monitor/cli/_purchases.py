"""What is to be said of a test buy, as fields that a complaint can read."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation

import click

from monitor.errors import ConfigurationError
from monitor.records.parse import clean_text

FIELDS = ("order", "bought_on", "price", "currency", "seller_id", "differs")
MOST_TEXT = 200
MOST_DIFFERS = 2_000
CURRENCY = re.compile("[A-Z]{3}")


def purchase(kind: str, given: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The fields of a test buy in their usual form, and the options that are missing.

    Raises ConfigurationError for a value that cannot be, and UsageError for fields of a test buy with anything else.
    """
    said = {name: clean_text(given.get(name, ""), MOST_DIFFERS if name == "differs" else MOST_TEXT) for name in FIELDS}
    if kind != "purchase":
        if named := [_option(name) for name in FIELDS if said[name]]:
            raise click.UsageError(f"{', '.join(named)}: only with --kind purchase")
        return {}, []
    if said["bought_on"]:
        said["bought_on"] = _day(said["bought_on"])
    if said["price"]:
        said["price"] = _amount(said["price"])
    said["currency"] = said["currency"].upper()
    if said["currency"] and not CURRENCY.fullmatch(said["currency"]):
        raise ConfigurationError(f"--currency {said['currency']}: is no currency; give three letters, as EUR")
    return {name: value for name, value in said.items() if value}, [_option(name) for name in FIELDS if not said[name]]


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as failure:
        raise ConfigurationError(f"--bought-on {text}: is no day; give it as 2026-05-04") from failure
    if day > datetime.now(UTC).date() + timedelta(days=1):  # somewhere on earth it is tomorrow
        raise ConfigurationError(f"--bought-on {text}: is in the future")
    return day.isoformat()


def _amount(text: str) -> str:
    try:
        amount = Decimal(text)
    except InvalidOperation as failure:
        raise ConfigurationError(f"--price {text}: is no amount; give it as 89.00") from failure
    if not amount.is_finite() or amount <= 0 or abs(amount.adjusted()) > 12:
        raise ConfigurationError(f"--price {text}: is no amount that somebody pays")
    return f"{amount:f}"
