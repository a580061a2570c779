"""Listings that name no seller, of which the list of sellers tells nothing: how many, where, and what settles them."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from monitor.brands import StandingKind, standing
from monitor.brands.loader import load_brands
from monitor.cli._text import plain
from monitor.pages.sites import rules_for
from monitor.store import CaseFilter, open_store
from monitor.workspace import load_workspace

SHOWN, LONGEST = 5, 60


def of_nobody(workspace: Path, brand: str = "", marketplace: str = "") -> Iterator[str]:
    """A sentence for each marketplace with such listings, those with most first; with `brand` of its cases alone."""
    settings = load_workspace(workspace)
    brands = load_brands(settings.path, only=brand or None)
    with open_store(settings) as store:
        cases = store.cases(CaseFilter(brand=brand)) if brand else ()
        stored = [case.listing for case in cases] if brand else store.newest_listings()
        wanted = [one for one in stored if not one.seller_is_readable and marketplace in ("", one.marketplace)]
    found = Counter(one.marketplace for one in wanted)
    today = datetime.now(UTC).date()
    unreadable = {
        one.marketplace
        for one in wanted
        if any(by.sellers and standing(by, one, "", today).kind is StandingKind.UNREADABLE for by in brands)
    }
    for place, count in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:SHOWN]:
        listings, shop = f"{count} listing{'s' if count != 1 else ''}", plain(place[:LONGEST])
        if rules_for(place):
            yield f"Not in this list: {listings} on {shop} of which no seller was read."
            continue
        see = f"see: monitor cases list --marketplace {shop}"
        may = f"; if the shop may sell: monitor sellers authorize {shop} {shop} --brand BRAND"
        settled = may if place in unreadable else ""
        yield f"Not in this list: {shop}, which names no seller in {listings}; {see}{settled}"
    if len(found) > SHOWN:
        yield f"Nor {len(found) - SHOWN} more marketplaces with listings of which no seller was read."
