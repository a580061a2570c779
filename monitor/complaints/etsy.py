"""Etsy's reporting portal: addresses of listings, never names of shops."""

import re
from collections.abc import Iterable, Mapping

from monitor.complaints.base import Channel, Draft
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground
from monitor.complaints.listed import reasons_by_link
from monitor.complaints.markets import COUNTRY
from monitor.complaints.sheets import as_json, lines, visible

READ = "2026-11-23"
WHY_NOT = "help.etsy.com, why was my notice of infringement rejected"
HOW = "help.etsy.com, how to report intellectual property infringement"
LISTING = re.compile(r"https://www\.etsy\.com/(?:[a-z]{2}(?:-[a-z]{2})?/)?listing/[0-9]+(?:[/?#].*)?", re.ASCII)


class Etsy(Channel):
    """It takes registered marks, and asks for an example of the own work."""

    name = "etsy"
    title = "Etsy Reporting Portal"
    most_links = 100
    country = "US"
    rights_together = True
    hosts = ("etsy.com",)
    fields = (
        Field(
            name="full_name", source="contact of [complainant] in rights/register.toml", requirement=WHY_NOT, read=READ
        ),
        Field(
            name="address", source="address of [complainant] in rights/register.toml", requirement=WHY_NOT, read=READ
        ),
        Field(name="phone", source="phone of [complainant] in rights/register.toml", requirement=WHY_NOT, read=READ),
        Field(name="email", source="email of [complainant] in rights/register.toml", requirement=WHY_NOT, read=READ),
        Field(
            name="owner",
            source="owner in brand.toml, or legal_name of [complainant] in rights/register.toml",
            requirement=HOW,
            read=READ,
        ),
        Field(name="property_type", source="ground", requirement=WHY_NOT, read=READ),
        Field(name="registration", source="registration of the mark", requirement=WHY_NOT, read=READ),
        Field(name="own_work", source="--set own_work=..., a link to own goods", requirement=WHY_NOT, read=READ),
        Field(name="listings", source="addresses of the listings", longest=100_000, requirement=WHY_NOT, read=READ),
        Field(
            name="explanation",
            source="sentences of the flags, or --set explanation=...",
            required=False,
            requirement="not read",
        ),
        COUNTRY,
    )

    def known(self, draft: Draft) -> Mapping[str, str]:
        """What the cases and the register say."""
        who, copied = draft.complainant, draft.ground is Ground.COPYRIGHT
        numbers = ", ".join(one.number for one in draft.rights if one.registration)
        return {
            "full_name": who.contact,
            "address": who.address,
            "phone": who.phone,
            "email": who.email,
            "owner": who.holder,
            "property_type": "copyright" if copied else "trademark",
            "registration": numbers or ("not registered" if copied else ""),
            "listings": "\n".join(draft.links),
            "explanation": reasons_by_link(draft),
            "country": self.where(draft.matters, draft.values),
        }

    def also_missing(self, draft: Draft) -> Iterable[str]:
        """Addresses of listings alone, and a country."""
        for link in draft.links:
            if not LISTING.fullmatch(link):
                yield f"an address such as https://www.etsy.com/listing/123 instead of {visible(link)[:200]}"

    def files(self, draft: Draft) -> Mapping[str, bytes]:
        """The links one a line, and the form's fields."""
        return {"links.txt": lines(draft.links), "form.json": as_json(self.values(draft))}
