"""Facts in a listing's text that only one business has: e-mail, phone, licence, accounts, handles, address."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.pages.country import site_of
from monitor.records import Listing, Words
from monitor.sellers.handles import handles_in
from monitor.sellers.mails import is_everybodys, mails_in
from monitor.sellers.others import BLOCK, is_anothers, is_appointed, is_called_anothers
from monitor.sellers.phones import phones_in, unplaced_in
from monitor.sellers.platforms import is_platforms, platform_of
from monitor.sellers.registers import accounts_in, licences_in
from monitor.sellers.wallets import wallets_in
from monitor.sellers.words import readable

MAX_TEXT = 20_000
"""So much of a text is read at its beginning, and as much at its end."""
SURELY_READ = 0.95
"""A fact joins accounts, so one wrong digit would accuse a stranger."""
ADDRESS = frozenset(
    ["address", "adresse", "dirección", "indirizzo", "seller address", "business address", "地址", "住所"]
)
LEAST_ADDRESS = 12
ACCOUNTS = frozenset(["iban", "crypto"])
PAYMENTS = ACCOUNTS | {"paypal", "cashapp", "venmo", "revolut"}
"""Names and numbers of persons at a payment service, beside whose own name they stand."""

LOCAL, UNPLACED = "local phone", "unplaced phone"
"""Phones in national form: with the country of the site, and with none."""
CALLED = frozenset(["phone", LOCAL, UNPLACED, "email"])
"""By what a marketplace serves its customers; with a chat somebody leads them away from it."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A fact in one form: `kind` is email, phone, licence, iban, crypto, address, or where its handle or shop is."""

    kind: str
    value: str

    def __str__(self) -> str:
        if self.kind == LOCAL:
            return f"phone {self.value} (in national form, its country taken from the site)"
        return f"{self.kind} {self.value}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the marketplace, the seller's country if it is known, and that of the site.

    `platform` is the marketplace where that is not the seller's own shop; with `site` None no local phones are read.
    """

    marketplace: str = ""
    country: str = ""
    site: str | None = None
    platform: str = ""


def facts_of(listing: Listing) -> frozenset[Fact]:
    """The facts in the texts of a listing; those that are said to be of somebody else are left out."""
    found: set[Fact] = set()
    named = "\n".join(f"{name[:100]}: {_ends(value)}" for name, value in listing.attributes.items())
    platform = platform_of(listing.marketplace, listing.seller_name)
    place = Place(listing.marketplace, listing.seller_country, site_of(listing.url).country, platform)
    for text in (listing.seller_name, listing.title, listing.description, named):
        found.update(_facts_in(readable(_ends(text)), place))
    for name, value in listing.attributes.items():
        address = "".join(char for char in readable(value[:500]).casefold() if char.isalnum())
        if (
            name.casefold().strip() in ADDRESS
            and len(address) >= LEAST_ADDRESS
            and any(char.isdigit() for char in address)
        ):
            found.add(Fact("address", address))
    return frozenset(found)


def facts_in_photo(words: Words | None, marketplace: str = "", country: str = "") -> frozenset[Fact]:
    """The facts in the words of a photo, each within one line that was surely read; any line may say whose it is."""
    found: set[Fact] = set()
    above = ""
    for line in words.lines if words else ():
        text = readable(_ends(line.text))
        if line.confidence >= SURELY_READ:
            found.update(_facts_in(text, Place(marketplace, country), above))
        above = f"{above}{text}\n"[-BLOCK:]
    return frozenset(found)


def _facts_in(text: str, where: Place, above: str = "") -> Iterator[Fact]:
    """What stands in one place is one fact: figures of an account are no phone. `above` is what was written before."""
    taken = bytearray(len(text))
    whole = above + text
    for start, end, fact in _candidates(text, where):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            place = len(above) + start
            if fact.value and not (
                _is_of_others(fact, whole, place, len(above) + end)
                or (fact.kind in CALLED and is_platforms(whole, place, where.platform))
            ):
                yield fact


def _is_of_others(fact: Fact, text: str, start: int, end: int) -> bool:
    """Whether the words around a fact say that it is of somebody who serves many sellers, or of who made the goods."""
    host = fact.value.rpartition("@")[2] if fact.kind == "email" else ""
    # No service has its mail where anybody may have one: beside its name stands a seller's.
    may_be_a_service = fact.kind not in PAYMENTS and not is_everybodys(host)
    return (
        (may_be_a_service and is_anothers(text, start, host))
        or is_appointed(text, start, account=fact.kind in ACCOUNTS)
        or (fact.kind not in ACCOUNTS and is_called_anothers(text, end))
    )


def _candidates(text: str, where: Place) -> Iterator[tuple[int, int, Fact]]:
    for start, end, number in accounts_in(text):
        yield start, end, Fact("iban", number)
    for start, end, number in wallets_in(text):
        yield start, end, Fact("crypto", number)
    for start, end, number in licences_in(text):
        yield start, end, Fact("licence", number)
    for start, end, mail in mails_in(text, where.marketplace):
        yield start, end, Fact("email", mail)
    for start, end, chat, name in handles_in(text):
        yield start, end, Fact(chat, name)
    for start, end, number in phones_in(text, where.country):
        yield start, end, Fact("phone", number)
    if where.site is not None and not where.country:
        for start, end, number, placed in unplaced_in(text, where.site):
            yield start, end, Fact(LOCAL if placed else UNPLACED, number)


def _ends(text: str) -> str:
    return text if len(text) <= 2 * MAX_TEXT else f"{text[:MAX_TEXT]}\n{text[-MAX_TEXT:]}"
