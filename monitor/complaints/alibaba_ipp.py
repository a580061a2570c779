"""Alibaba's IP protection platform: Taobao, Tmall, 1688, Alibaba.com, AliExpress, Lazada."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from monitor.complaints.base import Draft
from monitor.complaints.chinese import each as in_chinese
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground
from monitor.complaints.hosts import enclosed
from monitor.complaints.listed import reasons_of
from monitor.complaints.markets import COUNTRY
from monitor.complaints.matter import Matter
from monitor.complaints.parties import by_leave, several, wrong_store
from monitor.complaints.platform_cn import PlatformInChina
from monitor.complaints.sheets import as_json, lines, sheet, visible

READ = "2026-11-23"
HOW = "ipp.alibabagroup.com, FAQ: how to submit a trademark complaint"
BUY = "ipp.alibabagroup.com, FAQ: what is a test buy"
WHO = "ipp.alibabagroup.com, how do I file a complaint"
LISTING, STORE = "Product listing", "Store front"
TYPES = {one.casefold(): one for one in (LISTING, STORE)}
"""The types of complaint, by their names without case."""
LONGEST = 4_000
PRIMA_FACIE = (
    "evidence at hand: article 1195 of the Civil Code asks for prima facie evidence, and the form, as we read it, has "
    "no field for it"
)
COLUMNS = ("number", "case_id", "url", "title", "reasons")
LANGUAGES = ("en", "zh")
COUNTRIES = {
    "taobao.com": "CN", "tmall.com": "CN", "tmall.hk": "CN", "1688.com": "CN", "aliexpress.us": "US",
    "lazada.sg": "SG", "lazada.com.my": "MY", "lazada.com.ph": "PH", "lazada.co.th": "TH", "lazada.co.id": "ID",
    "lazada.vn": "VN",
}  # fmt: skip
"""The sites that sell to one country; the others sell to many."""
RIGHT_TYPES = {Ground.TRADEMARK: "Trademark", Ground.COPYRIGHT: "Copyright", Ground.COUNTERFEIT: "Trademark"}


class AlibabaIpp(PlatformInChina):
    """One complaint is of one site, one right and one reason; counterfeit by test buy is one complaint an order."""

    name = "alibaba_ipp"
    title = "Alibaba IP protection platform"
    most_links = 300
    review_days = 7
    rights_review = (3, 7)
    one_site = True
    one_right = True
    one_order = True
    hosts = (*COUNTRIES, "alibaba.com", "aliexpress.com", "lazada.com")
    sites = COUNTRIES
    fields = (
        Field(name="website", source="address of the listing", requirement=HOW, read=READ),
        Field(name="ipr_type", source="ground", requirement=HOW, read=READ),
        Field(
            name="ipr_number", source="registration in brand.toml or rights/register.toml", requirement=HOW, read=READ
        ),
        Field(
            name="complaint_type",
            source='product listing, or --set complaint_type="Store front"',
            closed=True,
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
            longest=LONGEST,
            requirement=HOW,
            read=READ,
        ),
        Field(name="language", source="en, or --set language=zh", closed=True, requirement=HOW, read=READ),
        Field(
            name="store",
            source="--set store=..., the address of the store of a store-front complaint",
            required=False,
            requirement=HOW,
            read=READ,
        ),
        Field(
            name="rights_holder",
            source="owner in brand.toml, or legal_name of [complainant] in rights/register.toml",
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
        Field(name="order_number", source="--test-buy CASE:ORDER", required=False, requirement=BUY, read=READ),
        COUNTRY,
    )

    def values(self, draft: Draft) -> dict[str, str]:
        """The fields, the type of complaint as the platform writes it."""
        values = super().values(draft)
        said = " ".join(re.split(r"[\W_]+", unicodedata.normalize("NFKC", values["complaint_type"]).casefold())).strip()
        return {**values, "complaint_type": TYPES.get(said, values["complaint_type"])}

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        sites = sorted(set(map(self.apart, draft.matters)))
        numbers = [one.registration for one in draft.rights if one.registration]
        copyright_claim = draft.ground is Ground.COPYRIGHT and draft.rights and not numbers
        language = draft.values.get("language", "en")
        said = _in_chinese if language == "zh" else Draft.sentences
        return {
            "website": sites[0] if len(sites) == 1 else "",
            "ipr_type": RIGHT_TYPES[draft.ground],
            "ipr_number": "unregistered: copyright claim statement" if copyright_claim else ", ".join(numbers),
            "complaint_type": LISTING,
            "complaint_reason": "Counterfeit: test buy" if draft.ground is Ground.COUNTERFEIT else "",
            "infringing_listings": "\n".join(draft.links),
            "reason_text": reasons_of(draft, said, language, LONGEST),
            "language": "en",
            "rights_holder": draft.complainant.holder,
            "identity_document": enclosed([draft.complainant.identity]),
            "proof_of_right": enclosed(one.file for one in draft.rights),
            "order_number": draft.orders,
            "country": self.where(draft.matters, draft.values),
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """With a test buy one order; a store's address; two languages."""
        values = self.values(draft)
        if draft.ground is Ground.COUNTERFEIT and (len(draft.test_buys) != 1 or len(draft.matters) != 1):
            yield "one order and one listing a complaint for counterfeit by test buy; draft with --split"
        if values["complaint_type"] not in TYPES.values():
            yield f"complaint_type is {values['complaint_type'][:40]!r}; write one of: {', '.join(TYPES.values())}"
        elif values["complaint_type"] == LISTING and values["store"]:
            yield f"complaint_type {STORE} (--set complaint_type=...) where a store is named, or no store"
        if values["complaint_type"] == STORE:
            yield from self._store_missing(draft, values["store"])
        if values["language"] not in LANGUAGES:
            yield f"language is {values['language'][:40]!r}; write one of: {', '.join(LANGUAGES)}"
        if other := _other_script(draft.values.get("reason_text", "")):
            yield f"reason_text in Chinese or English; it holds {other}"

    def _store_missing(self, draft: Draft, store: str) -> Iterable[str]:
        site = self.site_of(store)
        if not store:
            yield f"store (the address of the store, --set store=...), which a complaint of the type {STORE} is about"
        elif {site} != set(map(self.apart, draft.matters)):
            yield f"a store of the listings' site instead of {store[:200]}"
        else:
            yield from wrong_store(store, site, draft.matters, draft.authorized)
        if who := several(draft.matters):
            yield f"one seller a store-front complaint; these cases are of several: {who}"
        yield from by_leave(draft.matters, draft.authorized)

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, the reason, that of each link, what to have ready on the platform, and the fields."""
        values = self.values(draft)
        links = [values["store"]] if values["complaint_type"] == STORE else draft.links
        return {
            "links.txt": lines(links),
            "reasons.csv": sheet(COLUMNS, self._rows(draft)),
            "reason.txt": visible(values["reason_text"]).encode(),
            "checklist.txt": lines(self._checklist(draft, values)),
            "form.json": as_json(values),
        }

    def _rows(self, draft: Draft) -> Iterable[Mapping[str, str]]:
        for one in draft.matters:
            chinese = draft.values.get("language") == "zh"
            yield {
                "number": str(draft.links.index(one.listing.url) + 1),
                "case_id": str(one.case),
                "url": one.listing.url,
                "title": one.listing.title,
                "reasons": "".join(_in_chinese(draft, one)) if chinese else draft.reasons(one),
            }

    def _checklist(self, draft: Draft, values: Mapping[str, str]) -> Iterable[str]:
        first, last = self.rights_ready(draft.today) or (draft.today, draft.today)
        yield "Before filing, on the platform:"
        yield f"[ ] the account's profile names {values['rights_holder']}, with {values['identity_document']}"
        yield from (
            f"[ ] proof of right is accepted: {one.details}, {enclosed([one.file]) or 'no file'}"
            for one in draft.rights
        )
        yield f"[ ] handed in on {draft.today}, it is looked at within 3 to 7 working days: by {first} to {last}"
        if draft.test_buys:
            yield f"[ ] order {values['order_number']}: photos of parcel, product and differences, and the report"
        have = "evidence.zip" if draft.evidence else "none was sealed: monitor evidence capture"
        yield f"[ ] {PRIMA_FACIE}: {have}"
        yield "[ ] the type of right and the reason are those of the platform's own lists"


def _in_chinese(draft: Draft, matter: Matter) -> list[str]:
    return [f"{one}。" for one in in_chinese(draft, matter)]


def _other_script(text: str) -> str:
    """The letters that are neither Chinese nor Latin, each once."""
    names = {c: unicodedata.name(c, "") for c in set(text) if unicodedata.category(c)[0] == "L"}
    return "".join(sorted(c for c, name in names.items() if not name.startswith(("CJK", "LATIN", "FULLWIDTH LATIN"))))[
        :20
    ]
