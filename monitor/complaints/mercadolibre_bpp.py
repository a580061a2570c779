"""Mercado Libre's Brand Protection Program, for rights that are enrolled in it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground, support
from monitor.complaints.hosts import enclosed
from monitor.complaints.listed import reasons_by_link
from monitor.complaints.matter import Matter
from monitor.complaints.sheets import ADDRESS, as_json, lines, sheet, visible

READ = "2026-11-28"
FLOW = "developers.mercadolibre.com.co, what is the Brand Protection Program"
TERMS = "global-selling.mercadolibre.com, terms of the Brand Protection Program"
ENROL = "global-selling.mercadolibre.com, sign up for the Brand Protection Program"
API = "developers.mercadolivre.com.br, members of the program (of 2026-07-26)"
ITEM = re.compile(r"\b(ML[A-Z])-?([0-9]{6,13})\b", re.ASCII)
CATALOGUE = re.compile(r"/(?:p|up)/ML[A-Z]{1,2}[0-9]+[^?#]*", re.ASCII)
"""A page of a product that all its sellers share; its number is no item's."""
COLUMNS = ("case_id", "item", "url", "seller", "reasons", "pictures")
DAYS_TO_REVIEW = 4
COUNTERFEIT = {"reason": frozenset({"PPPI1"})}
OTHER = {"reason": frozenset({"PPPI2"})}
COUNTRIES = {
    "mercadolibre.com.ar": "AR", "mercadolibre.com.mx": "MX", "mercadolivre.com.br": "BR", "mercadolibre.cl": "CL",
    "mercadolibre.com.co": "CO", "mercadolibre.com.uy": "UY", "mercadolibre.com.pe": "PE", "mercadolibre.com.ec": "EC",
    "mercadolibre.com.ve": "VE", "mercadolibre.com.bo": "BO", "mercadolibre.com.py": "PY", "mercadolibre.co.cr": "CR",
    "mercadolibre.com.pa": "PA", "mercadolibre.com.do": "DO", "mercadolibre.com.gt": "GT", "mercadolibre.com.hn": "HN",
    "mercadolibre.com.sv": "SV", "mercadolibre.com.ni": "NI",
}  # fmt: skip


class MercadolibreBpp(Channel):
    """A seller's answer that the member leaves for four days puts the listing back."""

    name = "mercadolibre_bpp"
    title = "Mercado Libre Brand Protection Program"
    most_links = 50
    local = True
    rights_together = True
    hosts = tuple(COUNTRIES)
    sites = COUNTRIES
    one_site = True
    counterfeit_codes = COUNTERFEIT
    other_codes = OTHER
    fields = (
        Field(
            name="member", source="legal_name of [complainant] in rights/register.toml", requirement=ENROL, read=READ
        ),
        Field(name="right_type", source="ground", requirement=TERMS, read=READ),
        Field(name="right", source="registration in brand.toml or rights/register.toml", requirement=TERMS, read=READ),
        Field(
            name="proof_of_right",
            source="certificate in brand.toml, or file of the right",
            requirement=ENROL,
            read=READ,
        ),
        Field(name="listings", source="addresses of the listings", requirement=FLOW, read=READ, longest=100_000),
        Field(
            name="reason",
            source="--set reason=..., of the tool's list for the site, such as PPPI2 (unlawful use of the mark)",
            requirement=API,
            read=READ,
        ),
        Field(name="comment", source="sentences of the flags, or --set comment=...", requirement=API, read=READ),
        Field(
            name="pictures",
            source="photos in which the flags found the brand's own, or --set pictures=...; a copyright needs them",
            required=False,
            longest=100_000,
            requirement=API,
            read=READ,
        ),
        Field(
            name="contact",
            source="email of [complainant] in rights/register.toml, which the seller is shown",
            requirement=ENROL,
            read=READ,
        ),
    )

    def reply_by(self, kind: str, day: date, calendar: str) -> date:  # noqa: ARG002
        """Four days, of which nothing says that they are working days; after them the listing is active again."""
        return day + timedelta(days=DAYS_TO_REVIEW)

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        return {
            "member": draft.complainant.legal_name,
            "right_type": "copyright" if draft.ground is Ground.COPYRIGHT else "registered trademark",
            "right": ", ".join(one.label for one in draft.stated),
            "proof_of_right": enclosed(one.file for one in draft.rights),
            "listings": "\n".join(draft.links),
            "comment": reasons_by_link(draft),
            "pictures": "\n".join(picture for one in draft.matters for picture in _pictures(draft, one)),
            "contact": draft.complainant.email,
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Numbers of the items, and for a copyright the pictures."""
        for link in draft.links:
            if not _item(link):
                yield f"the number of an item (MLA-123456789), and not of a product, in {visible(link)[:200]}"

        if draft.ground is Ground.COPYRIGHT and not draft.values.get("pictures"):
            for one in draft.matters:
                if not _pictures(draft, one):
                    yield f"which pictures of case {one.case} are the brand's own (--set pictures=...)"

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, one row an item, and the fields."""
        rows = [
            {
                "case_id": str(one.case),
                "item": _item(one.listing.url),
                "url": one.listing.url,
                "seller": one.listing.seller_name or one.listing.seller_id,
                "reasons": draft.reasons(one),
                "pictures": " | ".join(_pictures(draft, one)),
            }
            for one in draft.matters
        ]
        form = as_json(self.values(draft))
        return {"links.txt": lines(draft.links), "items.csv": sheet(COLUMNS, rows), "form.json": form}


def _pictures(draft: Draft, matter: Matter) -> list[str]:
    """The addresses of a listing's photos in which the brand's own were found, where a copyright is at issue.

    What was read from a file of this machine has no address, and says nothing to anybody else.
    """
    if draft.ground is not Ground.COPYRIGHT:
        return []
    found = (fact.image for flag in support(matter.flags, draft.ground) for fact in flag.evidence)
    return list(dict.fromkeys(one for one in found if ADDRESS.fullmatch(one)))


def _item(link: str) -> str:
    found = ITEM.search(CATALOGUE.sub("/", link))
    return f"{found[1]}{found[2]}" if found else ""
