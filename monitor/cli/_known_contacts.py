"""Contacts that say nothing of who sells: the brands' own, and those of accounts that a brand authorised."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from monitor.brands import Brand, SellerStatus, standing
from monitor.complaints.rights import read_register
from monitor.marks import same_name
from monitor.records import Listing
from monitor.sellers import Fact, Known, Profile, facts_of
from monitor.sellers.mails import is_everybodys

LEAST = 4
"""Shorter marks stand in names by chance."""


def known_contacts(workspace: Path, brands: Sequence[Brand], profiles: Iterable[Profile]) -> Known:
    """What the dossiers of a workspace know of contacts. Raises ConfigurationError for a register that is not sound.

    A mail host is the brand's where its register has a mail there, or where it is a mark and an ending, such as
    `aurelia.example`. An account is authorised here if it is on the day on which it was seen last, for any product.
    """
    contacts: set[Fact] = set()
    hosts: set[str] = set()
    found = list(profiles)
    authorised = {one.account for brand in brands for one in found if _is_authorised(brand, one)}
    marks = {same_name(mark) for brand in brands for mark in brand.word_marks}
    for brand in brands:
        who = read_register(brand, workspace / "brands" / brand.slug).complainant
        said = {"e-mail": who.email, "phone": who.phone, "address": who.address}
        contacts |= facts_of(Listing(marketplace="", url="", title="", attributes=said))
    for fact in contacts.union(*(one.facts for one in found)):
        host = fact.value.rpartition("@")[2]
        if fact.kind == "email" and not is_everybodys(host):
            label, _, ending = host.rpartition(".")
            if fact in contacts or (ending and same_name(label.rpartition(".")[2]) in marks):
                hosts.add(host)
    written = {"".join(filter(str.isalnum, mark.casefold())) for brand in brands for mark in brand.word_marks}
    return Known(
        contacts=frozenset(contacts),
        hosts=frozenset(hosts),
        marks=frozenset(mark for mark in written if len(mark) >= LEAST),
        authorised=frozenset(authorised),
    )


def _is_authorised(brand: Brand, profile: Profile) -> bool:
    account = profile.account
    shown = Listing(marketplace=account.marketplace, url="", title="", seller_id=account.seller_id)
    rows = standing(brand, shown, "", profile.last_seen.date())
    return rows.entry is not None and rows.entry.status is SellerStatus.AUTHORIZED and rows.authorized
