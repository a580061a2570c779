"""Rows of a listing file whose marketplace is another one than that of their address."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from monitor.brands import Brand, StandingKind, standing
from monitor.brands.ids import placed
from monitor.brands.missed import missed
from monitor.cli._text import plain
from monitor.records import Listing, host_of

SHOWN, LONGEST, LONGEST_WHY = 5, 40, 200


def named_in(brands: Iterable[Brand]) -> frozenset[str]:
    """What the dossiers call marketplaces: in sellers.csv, and as channels in prices.csv."""
    return frozenset(
        placed(name)
        for brand in brands
        for name in (*(row.marketplace for row in brand.sellers or ()), *(rule.channel for rule in brand.prices))
        if name
    )


def other_marketplaces(listings: Sequence[Listing], named: Collection[str]) -> Iterator[str]:
    """A sentence for each marketplace that the address says otherwise, with how many rows have it.

    That is asked where the host of the address is that of a known marketplace, or stands among `named`, what the
    dossiers call theirs. A name without a point may be a dossier's own.
    """
    from monitor.pages.sites import marketplace_of, rules_for  # brings the rules of all sites along

    found = Counter[tuple[str, str]]()
    for listing in listings:
        host = placed(host_of(listing.url))
        said, meant = placed(listing.marketplace), placed(marketplace_of(host))
        known = rules_for(host) is not None or meant in named
        if known and said not in (host, meant) and not (said in named and "." not in said):
            found[listing.marketplace, meant] += 1
    for (said, meant), count in found.most_common(SHOWN):
        rows = f"{count} row{'s have' if count != 1 else ' has'}"
        yield (
            f"{rows} the marketplace {plain(said[:LONGEST])!r} and an address on {plain(meant[:LONGEST])}; sellers are "
            f"looked up on both, and floors for a channel by the name alone: write {plain(meant[:LONGEST])}"
        )
    if len(found) > SHOWN:
        yield f"and {len(found) - SHOWN} more marketplaces are not those of the addresses"


def rows_that_miss(listings: Iterable[Listing], brands: Collection[Brand]) -> Iterator[str]:
    """A sentence for each row of sellers.csv that names a seller of a listing and misses him, with what to write."""
    found = Counter(f"{brand.slug}: {why}" for one in listings for brand in brands if (why := missed(brand, one)))
    for why, count in found.most_common(SHOWN):
        rows = f"{count} row{'s are' if count != 1 else ' is'}"
        yield f"{rows} of a seller whom sellers.csv may mean, and misses: {plain(why[:LONGEST_WHY])}"
    if len(found) > SHOWN:
        yield f"and {len(found) - SHOWN} more sellers are missed so"


def shops_alone(listings: Iterable[Listing], brands: Iterable[Brand]) -> str:
    """How many listings of shops name no seller, with what authorises one that sells alone, as a sentence; or empty.

    Nothing is said of known marketplaces, nor where each list of a brand says that the shop may sell.
    """
    from monitor.pages.sites import rules_for  # brings the rules of all sites along

    lists = [brand for brand in brands if brand.sellers]
    hosts = [host_of(one.url) for one in listings if any(_is_unread(brand, one) for brand in lists)]
    hosts = [host for host in hosts if host and rules_for(host) is None]
    if not hosts:
        return ""
    rows, host = f"{len(hosts)} row{'s name' if len(hosts) != 1 else ' names'} no seller", plain(hosts[0][:LONGEST])
    return (
        f"{rows}: where a shop sells alone, its host stands for the seller, as in: monitor sellers authorize {host} "
        f"{host} --brand BRAND"
    )


def _is_unread(brand: Brand, listing: Listing) -> bool:
    if listing.seller_is_readable or listing.observed_at is None:
        return False
    return standing(brand, listing, "", listing.observed_at.date()).kind is StandingKind.UNREADABLE
