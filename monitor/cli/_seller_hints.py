"""What a person should know after saying who may sell: was such an account seen, and which cases speak of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from monitor.brands.ids import callings, folded, is_at, placed, seller_key
from monitor.cli._sellers import Seller, gather
from monitor.cli._text import plain
from monitor.errors import ConfigurationError
from monitor.records import path_end
from monitor.records.cells import safe_cell
from monitor.records.parse import clean_text
from monitor.sellers import Account
from monitor.store.renewals import LIMITS, Renewal
from monitor.store.sellers import account

NAMED = 5
LONGEST_NAME = 200
ALIKE = 0.8
"""How alike two names of marketplaces are at least where one may be a slip of the other."""


def hints(workspace: Path, marketplace: str, seller_id: str, name: str, brand: str) -> Iterator[str]:
    """Sentences, none where all is as expected and no open case of the brand is about the account."""
    wanted = account(marketplace, seller_id)
    everyone = gather(workspace)
    there = [one for one in everyone if is_at(marketplace, one.profile.account.marketplace)]
    meant = [one for one in there if is_meant(wanted, one.profile.account)]
    longer = sorted({one.profile.account.seller_id for one in meant} - {wanted.seller_id})
    if longer:
        yield f"{plain(seller_id)} is read there as {plain(', '.join(longer[:NAMED]))}, and the row holds for that"
    if there and not meant:
        yield (
            f"no listing with the seller id {plain(seller_id)} was seen on {marketplace or 'any marketplace'} yet; "
            f"ids that were seen there: {_ids(there, name)}"
        )
    cases = sorted(
        one.case
        for seller in meant
        for one in seller.profile.standing
        if one.brand == brand and "unauthorized_seller" in one.kinds
    )
    if cases:
        shown = ", ".join(map(str, cases[: 2 * NAMED])) + (" and more" if len(cases) > 2 * NAMED else "")
        yield f"look again at what was found before: case{'s' if len(cases) > 1 else ''} {shown}"


def renewed(before: Renewal) -> Iterator[str]:
    """What a new row has from those of the account before, and which limits of theirs it has not."""
    if before.kept:
        whole = " and ".join(f'--{name} ""' for name in LIMITS if name in before.kept)
        yield f"kept from its row before: {_named(before.kept)}" + (
            f"; for no such limit, add {whole}" if whole else ""
        )
    if before.dropped:
        yield f"its row before the denial was limited ({_named(before.dropped)}); this one is not"


def _named(cells: Mapping[str, str]) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {plain(value)}" for name, value in cells.items())


def must_be_meant(workspace: Path, marketplace: str, named: Collection[str]) -> None:
    """Raise ConfigurationError for a marketplace on which nothing was seen and whose name may be a slip of another.

    `named` are the marketplaces that the dossier names, as they are compared.
    """
    from monitor.pages.sites import hosts

    wanted, sites = placed(marketplace), hosts()
    seen = {one.profile.account.marketplace for one in gather(workspace)}
    if not wanted or wanted in sites or any(wanted in callings(one) for one in seen):
        return
    known = sorted({*seen, *sites, *named} - {"", wanted})
    if near := _near(wanted, known):
        raise ConfigurationError(
            f"no listing was seen on {plain(wanted)} yet; is {' or '.join(map(plain, near[:NAMED]))} meant? Nothing "
            "was written: name it so, or add --new-marketplace"
        )


def _near(marketplace: str, known: Sequence[str]) -> list[str]:
    """The known marketplaces that may be meant."""
    alike = get_close_matches(marketplace, known, n=NAMED, cutoff=ALIKE)
    turned = [one for one in alike if sorted(one) == sorted(marketplace)]
    near = turned[:1] or alike[:1]
    bare = marketplace.partition(":")[0]
    near += [
        one for one in known if one not in near and (marketplace in one.split(".") or one.partition(":")[0] == bare)
    ]
    return near


def seen_name(workspace: Path, marketplace: str, seller_id: str) -> str:
    """The name that an account shows, fit for a list that is opened as a spreadsheet; else "", or for several names."""
    wanted = account(marketplace, seller_id)
    meant = [one.profile for one in gather(workspace) if is_meant(wanted, one.profile.account)]
    names = {name for profile in meant for name in profile.different_names}
    name = clean_text(names.pop(), LONGEST_NAME) if len(names) == 1 else ""
    return name if safe_cell(name) == name else ""


def is_meant(wanted: Account, seen: Account) -> bool:
    """Whether the account that a person names is one that was seen, by its id or by the end of its path.

    Without a marketplace an id that was seen is meant anywhere, but the end of a path nowhere.
    """
    if not is_at(wanted.marketplace, seen.marketplace):
        return False
    end = path_end(seen.seller_id) if wanted.marketplace else ""
    ids = {seen.seller_id, seller_key(seen.marketplace, end)} if end else {seen.seller_id}
    return bool(wanted.seller_id) and wanted.seller_id in ids


def but_for_case(sellers: Sequence[Seller], wanted: Account) -> str:
    """Which accounts that were seen have the wanted id but for case, to go on a sentence with; "" where none has."""
    alike = [
        plain(one.profile.account.seller_id)
        for one in sellers
        if one.profile.account.marketplace == wanted.marketplace
        and folded(one.profile.account.seller_id) == folded(wanted.seller_id)
    ]
    return f", but {', '.join(alike[:NAMED])}, which differs in case" if alike else ""


def _ids(sellers: Sequence[Seller], name: str) -> str:
    """The accounts that may be meant, those of the same name first."""
    alike = sorted(sellers, key=lambda one: (folded(name) not in map(folded, one.profile.names), one.profile.account))
    named = [f"{one.profile.seller_id or 'not read'} ({one.name})" for one in alike[:NAMED]]
    return plain(", ".join(named)) + (" and more" if len(sellers) > NAMED else "")
