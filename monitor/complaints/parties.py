"""Against whom a complaint is: the listings' seller, never the brand itself or who sells by its leave. Pure."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from urllib.parse import parse_qsl, urlsplit

from monitor.brands.ids import callings, folded, is_at, placed
from monitor.brands.model import SellerEntry, SellerStatus
from monitor.brands.standing import is_in_force
from monitor.complaints.hosts import host_of, within
from monitor.complaints.matter import Matter
from monitor.complaints.rights import Complainant, same_name
from monitor.records import path_end

EVERYBODYS = frozenset(
    ["www", "m", "h5", "en", "de", "es", "fr", "it", "ru", "pt", "ja", "ko", "shop", "store", "world", "s", "list"]
)
"""Names below a site that are of no seller."""
BEFORE_AN_ACCOUNT = frozenset(["shop", "shops", "store", "stores", "seller", "sellers"])
IN_QUERY = frozenset(
    [
        "shop_id",
        "shopid",
        "store_id",
        "storeid",
        "seller_id",
        "sellerid",
        "user_number_id",
        "userid",
        "user_id",
        "member_id",
        "memberid",
    ]
)


def authorised(entries: Sequence[SellerEntry], day: date) -> list[SellerEntry]:
    """The rows of sellers.csv by which somebody may sell on a day, whatever it is; not those that a denial undid."""
    denied = [one for one in entries if one.status is SellerStatus.DENIED and is_in_force(one, "", "", day)]
    return [
        one
        for one in entries
        if one.status is SellerStatus.AUTHORIZED
        and not (one.valid_until and one.valid_until < day)
        and not any(_same_account(one, other) and not one.supersedes(other) for other in denied)
    ]


def _same_account(one: SellerEntry, other: SellerEntry) -> bool:
    here, there = placed(one.marketplace), placed(other.marketplace)
    return folded(one.seller_id) == folded(other.seller_id) and (not here or is_at(there, here) or is_at(here, there))


def seller_of(matter: Matter) -> str:
    """By what a listing's seller is told from others; the same number on another marketplace is somebody else."""
    return f"{matter.listing.marketplace} {matter.listing.seller_id or matter.listing.seller_name}"


def several(matters: Sequence[Matter]) -> str:
    """The sellers of listings that are of more than one, or of somebody who was not read, in words; else empty."""
    sellers = {matter.case: seller_of(matter) for matter in matters}
    unread = any(not matter.listing.seller_is_readable for matter in matters)
    if len(set(sellers.values())) < 2 and not (unread and len(matters) > 1):
        return ""
    return "; ".join(
        f"case {one.case}: {one.listing.seller_name or one.listing.seller_id or 'nobody read who sells'}"
        for one in matters
    )


def by_leave(matters: Sequence[Matter], authorized: Collection[SellerEntry]) -> Iterator[str]:
    """The cases whose seller may sell for the brand, each in words with the way out."""
    for one in matters:
        it = one.listing
        names = {folded(name) for name in (it.seller_id, path_end(it.seller_id)) if name.strip()}
        places = {*callings(it.marketplace), *callings(host_of(it.url))}
        for row in authorized:
            if folded(row.seller_id) in names and _is_of(row, places):
                yield f"case {one.case} is of {it.seller_name or it.seller_id}, {AUTHORISED}"
                break


AUTHORISED = (
    "who is authorised by sellers.csv; where that has ended, say so there first (monitor sellers deny), and draft then"
)


def own_party(name: str, number: str, complainant: Complainant, authorized: Collection[SellerEntry]) -> str:
    """Why a company is not to be reported, by its name or the number of its licence, in words; empty where it may."""
    said = same_name(name)
    ours = {same_name(one) for one in (complainant.legal_name, complainant.owner)} - {""}
    if said in ours or (complainant.licence_number and same_name(number) == same_name(complainant.licence_number)):
        return "who complains or owns the rights"
    for row in authorized:
        if said and said in map(same_name, (row.legal_entity, row.seller_name, row.seller_id)):
            return f"a seller {AUTHORISED}"
    return ""


def wrong_store(store: str, site: str, matters: Sequence[Matter], authorized: Collection[SellerEntry]) -> Iterator[str]:
    """Why the address of a store is not to be complained of for some listings, in words.

    The store must be known to be of their seller: the page of each listing leads to it. The seller's id in an address
    that a person typed says only what he believes.
    """
    named, _ = _accounts(store, site)
    places = {site, site.partition(".")[0], *callings(host_of(store))} | {
        name for one in matters for name in callings(one.listing.marketplace)
    }
    if any(folded(row.seller_id) in map(folded, named) and _is_of(row, places) for row in authorized):
        yield f"another store than {store[:200]}: it is of a seller {AUTHORISED}"
        return
    for one in matters:
        read, it = one.listing.seller_url, one.listing
        if not _same_store(store, read, site):
            known = f"its page leads to {read[:200]}" if read else "nobody read to which store its page leads"
            seller = it.seller_id or it.seller_name or "nobody read who sells"
            yield (
                f"a store that is known to be of the seller of case {one.case} ({seller}) instead of {store[:200]}: "
                f"{known}; have the listing read with the address of its store (monitor crawl, or monitor check FILE "
                "--save with its seller_url), or complain of the listings alone, without complaint_type"
            )


def _same_store(store: str, read: str, site: str) -> bool:
    """Whether two addresses are of one account of a site."""
    if not read or not within(host_of(read), site):
        return False
    (one, caseless), (other, _) = _accounts(store, site), _accounts(read, site)
    if caseless:
        one, other = frozenset(map(folded, one)), frozenset(map(folded, other))
    return bool(one & other)


def _is_of(row: SellerEntry, places: Collection[str]) -> bool:
    return not row.marketplace.strip() or placed(row.marketplace) in places


def _accounts(store: str, site: str) -> tuple[frozenset[str], bool]:
    """What an address may call its account, and whether case says nothing there.

    It is a name below the site, else a number of its query, else of its path.
    """
    host = host_of(store)
    below = host.removesuffix(site).strip(".").split(".")
    if own := [name for name in below if name and name not in EVERYBODYS]:
        return frozenset({host, own[0]} if len(own) == 1 else {host}), True
    parts = urlsplit(store)
    if asked := {value for name, value in parse_qsl(parts.query) if name.casefold() in IN_QUERY}:
        return frozenset(asked if len(asked) == 1 else ()), False
    path = [part for part in parts.path.split("/") if part]
    if len(path) > 1 and path[0].casefold() in BEFORE_AN_ACCOUNT:
        return frozenset({path[1], f"/{path[0]}/{path[1]}"}), False
    return frozenset({path[0], f"/{path[0]}"} if len(path) == 1 else ()), False
