"""Amazon's Report a Violation, for brands in its Brand Registry."""

import re
from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground
from monitor.complaints.listed import reasons_by_link
from monitor.complaints.sheets import as_json, lines, sheet, visible

READ = "2026-11-28"
FORUM = "sellercentral.amazon.com, forum post of Amazon: Report a Violation"
LAWYER = "sellergard.com, reporting infringement on Amazon"
GUIDE = "amzwizard.net, how to use the complaint tool"
BUYS = "ssopdot.com, guidelines for reporting sellers"
ASIN = re.compile(r"/(?:dp|gp/product|gp/aw/d)/([A-Z0-9]{10})(?:[/?#]|$)", re.ASCII)
TYPES = {Ground.TRADEMARK: "trademark", Ground.COPYRIGHT: "copyright", Ground.COUNTERFEIT: "counterfeit"}
OFFER = "offer"
SCOPES = ("page", OFFER)
COLUMNS = ("case_id", "asin", "seller_id", "seller_name", "url", "reasons")
COUNTRIES = {
    "amazon.com": "US", "amazon.ca": "CA", "amazon.com.mx": "MX", "amazon.com.br": "BR", "amazon.co.uk": "GB",
    "amazon.de": "DE", "amazon.fr": "FR", "amazon.it": "IT", "amazon.es": "ES", "amazon.nl": "NL", "amazon.se": "SE",
    "amazon.pl": "PL", "amazon.com.be": "BE", "amazon.ie": "IE", "amazon.co.jp": "JP", "amazon.com.au": "AU",
    "amazon.sg": "SG", "amazon.in": "IN", "amazon.ae": "AE", "amazon.com.tr": "TR",
}  # fmt: skip


class AmazonRav(Channel):
    """One page is shared by many sellers: whether it is all wrong or one seller's offer, a person says."""

    name = "amazon_rav"
    title = "Amazon Report a Violation (Brand Registry)"
    most_links = 50
    country = "US"
    rights_together = True
    hosts = tuple(COUNTRIES)
    sites = COUNTRIES
    one_site = True
    by_link = "asins"
    fields = (
        Field(
            name="brand", source="name in brand.toml, as enrolled in the Brand Registry", requirement=GUIDE, read=READ
        ),
        Field(name="violation_type", source="ground", requirement=FORUM, read=READ),
        Field(name="right", source="registration in brand.toml or rights/register.toml", requirement=GUIDE, read=READ),
        Field(
            name="scope",
            source="--set scope=page where the whole page is wrong, scope=offer where one seller's offer is",
            closed=True,
            requirement=LAWYER,
            read=READ,
        ),
        Field(name="asins", source="addresses of the listings", requirement=LAWYER, read=READ, longest=100_000),
        Field(name="sellers", source="sellers of the listings", requirement=LAWYER, read=READ, longest=100_000),
        Field(name="description", source="sentences of the flags, or --set description=...", requirement="not read"),
        Field(
            name="order_number",
            source="--test-buy CASE:ORDER",
            required=False,
            requirement=BUYS,
            read=READ,
        ),
        Field(
            name="rights_owner",
            source="owner in brand.toml, or legal_name of [complainant] in rights/register.toml",
            requirement=GUIDE,
            read=READ,
        ),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        sellers = (one.listing.seller_name or one.listing.seller_id for one in draft.matters)
        return {
            "brand": draft.brand,
            "violation_type": TYPES[draft.ground],
            "right": ", ".join(one.label for one in draft.stated),
            "asins": "\n".join(dict.fromkeys(filter(None, map(_asin, draft.links)))),
            "sellers": "\n".join(dict.fromkeys(filter(None, sellers))),
            "description": reasons_by_link(draft),
            "order_number": draft.orders,
            "rights_owner": draft.complainant.holder,
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Numbers of the pages, and what of them is wrong."""
        for link in draft.links:
            if not _asin(link):
                yield f"the number of a page (…/dp/B000000000) in {visible(link)[:200]}"
        scope = self.values(draft)["scope"]
        if scope and scope not in SCOPES:
            yield f"scope is {scope[:40]!r}; write one of: {', '.join(SCOPES)}"
        for one in draft.matters if scope == OFFER else ():
            if not one.listing.seller_is_readable:
                yield (
                    f"who sells in case {one.case}, as scope={OFFER} is about one seller's offer: nobody read it; have "
                    "the listing read with its seller (monitor crawl, or monitor check FILE --save with its "
                    "seller_id), or --set scope=page where the whole page is wrong"
                )

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, one row a page, and the fields."""
        rows = [
            {
                "case_id": str(one.case),
                "asin": _asin(one.listing.url),
                "seller_id": one.listing.seller_id,
                "seller_name": one.listing.seller_name,
                "url": one.listing.url,
                "reasons": draft.reasons(one),
            }
            for one in draft.matters
        ]
        form = as_json(self.values(draft))
        return {"links.txt": lines(draft.links), "pages.csv": sheet(COLUMNS, rows), "form.json": form}


def _asin(link: str) -> str:
    found = ASIN.search(link)
    return found[1] if found else ""
