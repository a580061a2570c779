"""Alibaba's IP protection platform: Taobao, Tmall, 1688, Alibaba.com, AliExpress, Lazada."""

from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft, Field, host_of
from monitor.complaints.grounds import Ground
from monitor.complaints.sheets import as_json, lines

READ = "2026-11-23"
HOW = "ipp.alibabagroup.com, FAQ: how to submit a trademark complaint"
BUY = "ipp.alibabagroup.com, FAQ: what is a test buy"
WHO = "ipp.alibabagroup.com, how do I file a complaint"
RIGHT_TYPES = {Ground.TRADEMARK: "Trademark", Ground.COPYRIGHT: "Copyright", Ground.COUNTERFEIT: "Trademark"}


class AlibabaIpp(Channel):
    """One complaint is of one site, one right and one reason; counterfeit by test buy is one complaint an order."""

    name = "alibaba_ipp"
    title = "Alibaba IP protection platform"
    most_links = 300
    review_days = 7
    hosts = (
        *("taobao.com", "tmall.com", "tmall.hk", "1688.com", "alibaba.com", "aliexpress.com", "aliexpress.us"),
        *("lazada.com", "lazada.sg", "lazada.com.my", "lazada.com.ph", "lazada.co.th", "lazada.co.id", "lazada.vn"),
    )
    fields = (
        Field(name="website", source="address of the listing", requirement=HOW, read=READ),
        Field(name="ipr_type", source="ground", requirement=HOW, read=READ),
        Field(
            name="ipr_number", source="registration in brand.toml or rights/register.toml", requirement=HOW, read=READ
        ),
        Field(
            name="complaint_type",
            source='product listing, or --set complaint_type="Store front"',
            requirement=HOW,
            read=READ,
        ),
        Field(
            name="complaint_reason",
            source="--set complaint_reason=..., as the platform's list words it",
            requirement=HOW,
            read=READ,
        ),
        Field(
            name="infringing_listings", source="address of the listing", longest=1_000_000, requirement=HOW, read=READ
        ),
        Field(
            name="reason_text",
            source="sentences of the flags, or --set reason_text=... in Chinese or English",
            requirement=HOW,
            read=READ,
        ),
        Field(
            name="rights_holder",
            source="owner in brand.toml, or legal_name of [complainant]",
            requirement=WHO,
            read=READ,
        ),
        Field(
            name="identity_document",
            source="identity of [complainant] in rights/register.toml",
            requirement=WHO,
            read=READ,
        ),
        Field(
            name="proof_of_right", source="certificate in brand.toml, or file of the right", requirement=WHO, read=READ
        ),
        Field(
            name="order_number", source="--test-buy CASE:ORDER:WHAT-DIFFERS", required=False, requirement=BUY, read=READ
        ),
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        sites = sorted({_site(self.hosts, link) for link in draft.links})
        numbers = [one.registration for one in draft.rights if one.registration]
        copyright_claim = draft.ground is Ground.COPYRIGHT and draft.rights and not numbers
        return {
            "website": sites[0] if len(sites) == 1 else "",
            "ipr_type": RIGHT_TYPES[draft.ground],
            "ipr_number": "unregistered: copyright claim statement" if copyright_claim else ", ".join(numbers),
            "complaint_type": "Product listing",
            "complaint_reason": "Counterfeit: test buy" if draft.ground is Ground.COUNTERFEIT else "",
            "infringing_listings": "\n".join(draft.links),
            "reason_text": "\n".join(f"{m.listing.url}: {draft.reasons(m)}" for m in draft.matters)[:4_000],
            "rights_holder": draft.complainant.legal_name,
            "identity_document": draft.complainant.identity,
            "proof_of_right": ", ".join(one.file for one in draft.rights if one.file),
            "order_number": ", ".join(one.order for one in draft.test_buys),
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """One site a complaint; with a test buy one order, with photos."""
        sites = sorted({_site(self.hosts, link) for link in draft.links})
        if len(sites) > 1:
            yield f"one site a complaint, these are of {', '.join(sites)}; split the complaint"
        if draft.ground is Ground.COUNTERFEIT:
            if len(draft.test_buys) != 1 or len(draft.matters) != 1:
                yield "one order and one listing a complaint for counterfeit by test buy; split the complaint"
            if not draft.attachments:
                yield "photos of the purchased product and the test buy report (--attach)"

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, the reason, and the form's fields."""
        values = self.values(draft)
        return {
            "links.txt": lines(draft.links),
            "reason.txt": values["reason_text"].encode(),
            "form.json": as_json(values),
        }


def _site(hosts: Iterable[str], link: str) -> str:
    host = host_of(link)
    return next((one for one in hosts if host == one or host.endswith(f".{one}")), host)
