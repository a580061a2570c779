"""What is to be said of a test buy, as fields that a complaint can read."""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import click

from monitor.errors import ConfigurationError
from monitor.records import Listing, sold_by
from monitor.records.parse import clean_text
from monitor.records.typed_amount import two_meanings

if TYPE_CHECKING:
    from monitor.store import Case

FIELDS = ("order", "bought_on", "price", "currency", "seller_id", "differs")
WITHOUT = frozenset({"differs"})
"""What a test buy may be sealed without, as it is often found out later."""
MOST_TEXT = 200
MOST_DIFFERS = 2_000
CURRENCY = re.compile("[A-Z]{3}")


def purchase(kind: str, given: Mapping[str, str], *, anyway: bool = False) -> tuple[dict[str, str], list[str]]:
    """The fields of a test buy in their usual form, and the options that are missing.

    Raises ConfigurationError for a value that cannot be, and UsageError for fields of a test buy with anything else;
    `anyway` says that one is to be sealed that could not be counted.
    """
    said = {name: clean_text(given.get(name, ""), MOST_DIFFERS if name == "differs" else MOST_TEXT) for name in FIELDS}
    if kind != "purchase":
        if named := [_option(name) for name in FIELDS if said[name]]:
            raise click.UsageError(f"{', '.join(named)}: only with --kind purchase")
        if anyway:
            raise click.UsageError("--incomplete and --other-seller are for --kind purchase alone")
        return {}, []
    if said["bought_on"]:
        said["bought_on"] = _day(said["bought_on"])
    said["currency"] = said["currency"].upper()
    if said["price"]:
        said["price"] = _amount(said["price"], said["currency"])
    if said["currency"] and not CURRENCY.fullmatch(said["currency"]):
        raise ConfigurationError(f"--currency {said['currency']}: is no currency; give three letters, as EUR")
    return {name: value for name, value in said.items() if value}, [_option(name) for name in FIELDS if not said[name]]


def must_count(
    case: "Case", facts: Mapping[str, str], stated: Collection[str], *, incomplete: bool, other_seller: bool
) -> None:
    """Raise ConfigurationError for a test buy that could not be counted, unless a person says that he knows.

    `stated` are the facts of its order that were sealed before.
    """
    if not incomplete:
        _must_be_whole(facts, stated, case.id)
    if not other_seller:
        _must_be_from(case.listing, facts, case.id)


def _must_be_whole(facts: Mapping[str, str], stated: Collection[str], case: int) -> None:
    missing = [_option(name) for name in FIELDS if name not in WITHOUT and name not in facts and name not in stated]
    if missing:
        raise ConfigurationError(
            f"a test buy of case {case} without {', '.join(missing)} proves nothing, and what is sealed stays as it "
            "is: nothing was sealed; name what is missing, or seal it as it is with --incomplete"
        )


def _must_be_from(listing: Listing, facts: Mapping[str, str], case: int) -> None:
    """Id and name count, and what the path of an id ends with; a seller who was not read is not asked after."""
    given = facts.get("seller_id", "")
    if given and not sold_by(given, _names(listing)):
        raise ConfigurationError(
            f"--seller-id {given}: the seller of case {case} is {' / '.join(_names(listing))}, and a purchase from "
            "another one proves nothing against him: nothing was sealed; mend it, or add --other-seller"
        )


def _names(listing: Listing) -> list[str]:
    return list(dict.fromkeys(name for name in (listing.seller_id, listing.seller_name) if name))


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


def _amount(text: str, currency: str) -> str:
    if either := two_meanings(text, currency):
        raise ConfigurationError(f"--price {text}: may be a thousand and more, or one and a bit; give it as {either}")
    try:
        amount = Decimal(text)
    except InvalidOperation as failure:
        raise ConfigurationError(f"--price {text}: is no amount; give it as 89.00") from failure
    if not amount.is_finite() or amount <= 0 or abs(amount.adjusted()) > 12:
        raise ConfigurationError(f"--price {text}: is no amount that somebody pays")
    return f"{amount:f}"
