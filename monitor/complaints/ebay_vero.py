"""eBay's VeRO programme: item numbers with a reason code and a message to the seller."""

import re
from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.matter import Matter
from monitor.complaints.sheets import as_json, clean, sheet, visible

READ = "2026-11-28"
CALL = "developer.ebay.com, VeRO API: createVeroReport"
DETAILS = "developer.ebay.com, VeRO API: ReportItemDetails"
ITEM = "developer.ebay.com, VeROReportItemType"
LENGTH = "eBay's VeROReportItemType, as documented with its Perl client"
CODES = "developer.ebay.com, VeRO API: getVeroReasonCodes"
NUMBER = re.compile(r"/itm/(?:[^/?#]{1,300}/)?([0-9]{9,19})(?:[/?#]|$)", re.ASCII)
COLUMNS = (
    "case_id", "itemId", "veroReasonCodeId", "messageToSeller", "detailedMessage", "brand", "countries", "regions",
    "url",
)  # fmt: skip
COUNTRIES = {
    "ebay.com": "US", "ebay.de": "DE", "ebay.co.uk": "GB", "ebay.fr": "FR", "ebay.it": "IT", "ebay.es": "ES",
    "ebay.ca": "CA", "ebay.com.au": "AU", "ebay.at": "AT", "ebay.ch": "CH", "ebay.ie": "IE", "ebay.nl": "NL",
    "ebay.pl": "PL", "ebay.be": "BE", "ebay.com.hk": "HK", "ebay.com.sg": "SG", "ebay.com.my": "MY",
}  # fmt: skip
MOST_MESSAGE = 1_000
LEAST_CUT = 60
"""Less of a sentence says nothing."""
EACH = "one for each item, in items.csv"
NEEDS = {"9052": "detailed_message", "7052": "detailed_message", "9037": "countries"}
"""What the reason codes ask for besides."""
OTHER = {"reason_code": frozenset(NEEDS)}


class EbayVero(Channel):
    """Only members of the programme may report; the reason codes differ by site, so a person looks theirs up."""

    name = "ebay_vero"
    title = "eBay VeRO"
    most_links = 150
    country = "US"
    hosts = tuple(COUNTRIES)
    sites = COUNTRIES
    one_site = True
    other_codes = OTHER
    by_link = "item_ids"
    fields = (
        Field(name="item_ids", source="addresses of the listings", longest=100_000, requirement=CALL, read=READ),
        Field(
            name="reason_code",
            source="--set reason_code=..., from the site's list",
            closed=True,
            requirement=CODES,
            read=READ,
        ),
        Field(
            name="message_to_seller",
            source="rights and sentences of the flags, or --set message_to_seller=...",
            to_seller=True,
            longest=MOST_MESSAGE,
            requirement=LENGTH,
            read=READ,
        ),
        Field(
            name="detailed_message",
            source="sentences of the flags, or --set detailed_message=..., which the reason codes 9052 and 7052 need",
            required=False,
            longest=1_000,
            requirement=DETAILS,
            read=READ,
        ),
        Field(name="brand", source="name in brand.toml", required=False, requirement=ITEM, read=READ),
        Field(
            name="countries",
            source="--set countries=..., which the reason code 9037 needs",
            required=False,
            requirement=DETAILS,
            read=READ,
        ),
        Field(
            name="regions",
            source="--set regions=..., where a reason code is about where items are sent to",
            required=False,
            requirement=ITEM,
            read=READ,
        ),
        Field(
            name="rights_owner",
            source="owner in brand.toml, or legal_name of [complainant] in rights/register.toml",
            requirement="not read",
        ),
        Field(name="rights", source="brand.toml and rights/register.toml", requirement="not read"),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        messages = dict.fromkeys(self._message(draft, one) for one in draft.matters)
        details = dict.fromkeys(_facts(draft, one, MOST_MESSAGE) for one in draft.matters)
        return {
            "item_ids": "\n".join(filter(None, map(_item, draft.links))),
            "message_to_seller": next(iter(messages)) if len(messages) == 1 else EACH,
            "detailed_message": next(iter(details)) if len(details) == 1 else EACH,
            "brand": draft.brand,
            "rights_owner": draft.complainant.holder,
            "rights": "; ".join(one.label for one in draft.rights),
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Numbers: of each item, and of the reason."""
        for link in draft.links:
            if not _item(link):
                yield f"the number of an item (…/itm/123456789012) in {visible(link)[:200]}"
        values = self.values(draft)
        code = values["reason_code"]
        if code and not (code.isascii() and code.isdigit()):
            yield f"reason_code is {code[:40]!r} and no number"
        for one in draft.matters:
            if len(self._rights(draft, one)) > MOST_MESSAGE and not draft.values.get("message_to_seller"):
                yield f"a message to the seller of case {one.case} of at most {MOST_MESSAGE} characters (--set ...)"
        if code in NEEDS and not draft.values.get(NEEDS[code]):
            yield f"{NEEDS[code]} (--set {NEEDS[code]}=...), which the reason code {code} needs"

    def _message(self, draft: Draft, matter: Matter) -> str:
        """What the seller of one item is told: its own rights, no others, and what was found, as far as it fits."""
        rights = self._rights(draft, matter)
        return f"{rights} {_facts(draft, matter, MOST_MESSAGE - len(rights) - 1)}".rstrip()

    def _rights(self, draft: Draft, matter: Matter) -> str:
        rights = "; ".join(one.label for one in self.rights_of(draft, matter))
        return f"This listing infringes rights of {draft.complainant.holder}: {rights}."

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """One row an item, and the fields."""
        values = self.values(draft)
        rows = [
            {
                "case_id": str(one.case),
                "itemId": _item(one.listing.url),
                "veroReasonCodeId": values["reason_code"],
                "messageToSeller": draft.values.get("message_to_seller") or self._message(draft, one),
                "detailedMessage": draft.values.get("detailed_message") or _facts(draft, one, MOST_MESSAGE),
                "brand": values["brand"],
                "countries": values["countries"],
                "regions": values["regions"],
                "url": one.listing.url,
            }
            for one in draft.matters
        ]
        return {"items.csv": sheet(COLUMNS, rows), "form.json": as_json(values)}


def _facts(draft: Draft, matter: Matter, room: int) -> str:
    """The sentences on one item that fit, each whole; the first one cut where it alone does not."""
    said, kept = [clean(one) for one in draft.sentences(matter)], ""
    for one in said:
        if len(f"{kept} {one}".strip()) <= room:
            kept = f"{kept} {one}".strip()
    return kept or ("".join(said[:1])[: room - 1] + "…" if said and room >= LEAST_CUT else "")


def _item(link: str) -> str:
    found = NUMBER.search(link)
    return found[1] if found else ""
