"""Rows of a listing file whose marketplace is another one than that of their address."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from monitor.brands import Brand
from monitor.brands.ids import placed
from monitor.cli._text import plain
from monitor.records import Listing, host_of

SHOWN, LONGEST = 5, 40


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
