"""eBay's VeRO programme: item numbers with a reason code and a message to the seller."""

import re
from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft, Field
from monitor.complaints.sheets import as_json, sheet

READ = "2026-11-23"
REQUEST = "developer.ebay.com, VeRO API: VeroReportItemsRequest"
ITEM = "eBay's VeROReportItemType, as documented with its Perl client"
CODES = "developer.ebay.com, VeRO API: getVeroReasonCodes"
NUMBER = re.compile(r"/itm/(?:[^/?#]{1,300}/)?([0-9]{9,19})(?:[/?#]|$)", re.ASCII)
COLUMNS = ("case_id", "itemId", "veroReasonCodeId", "messageToSeller", "url")


class EbayVero(Channel):
    """Only members of the programme may report; the reason codes differ by site, so a person looks theirs up."""

    name = "ebay_vero"
    title = "eBay VeRO"
    most_links = 150
    country = "US"
    hosts = (
        *("ebay.com", "ebay.de", "ebay.co.uk", "ebay.fr", "ebay.it", "ebay.es", "ebay.ca", "ebay.com.au", "ebay.at"),
        *("ebay.ch", "ebay.ie", "ebay.nl", "ebay.pl", "ebay.be", "ebay.com.hk", "ebay.com.sg", "ebay.com.my"),
    )
    fields = (
        Field(name="item_ids", source="addresses of the listings", longest=100_000, requirement=REQUEST, read=READ),
        Field(name="reason_code", source="--set reason_code=..., from the site's list", requirement=CODES, read=READ),
        Field(
            name="message_to_seller",
            source="--set message_to_seller=..., else by the ground",
            longest=1_000,
            requirement=ITEM,
            read=READ,
        ),
        Field(name="rights_owner", source="legal_name of [complainant]", requirement="not read"),
        Field(name="rights", source="brand.toml and rights/register.toml", requirement="not read"),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        rights = "; ".join(one.label for one in draft.rights)
        return {
            "item_ids": "\n".join(filter(None, map(_item, draft.links))),
            "message_to_seller": f"This listing infringes rights of {draft.complainant.legal_name}: {rights}."[:1_000],
            "rights_owner": draft.complainant.legal_name,
            "rights": rights,
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Numbers: of each item, and of the reason."""
        for link in draft.links:
            if not _item(link):
                yield f"the number of an item (…/itm/123456789012) in {link[:200]}"
        code = self.values(draft)["reason_code"]
        if code and not (code.isascii() and code.isdigit()):
            yield f"reason_code is {code[:40]!r} and no number"

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """One row an item, and the fields."""
        values = self.values(draft)
        rows = [
            {
                "case_id": str(one.case),
                "itemId": _item(one.listing.url),
                "veroReasonCodeId": values["reason_code"],
                "messageToSeller": values["message_to_seller"],
                "url": one.listing.url,
            }
            for one in draft.matters
        ]
        return {"items.csv": sheet(COLUMNS, rows), "form.json": as_json(values)}


def _item(link: str) -> str:
    found = NUMBER.search(link)
    return found[1] if found else ""
