"""How detectors name things to a person."""

import unicodedata
from collections.abc import Sequence

from monitor.brands import SellerEntry, StandingKind
from monitor.marks import Mention
from monitor.records import Listing, Photo, PricePoint

SHOWN = 80
MOST_SELLERS = 8
NOT_SAID = "the page does not say who sells"
NO_LIST = "the brand has no list of sellers that says who may"
ID_NOT_READ = "the seller's id was not read, so whether the seller is on the list is not known"
NOT_ASKED = "who sells is not known, as only a result page of the search was read"


def field_name(field: str) -> str:
    """A field as the beginning of a sentence: `title` is "The title"."""
    if field.startswith("attributes."):
        return f'The attribute "{shown(field.removeprefix("attributes."))}"'
    return {"brand": "The brand field", "seller_name": "The seller's name"}.get(field, f"The {field}")


def shown(text: str) -> str:
    """A text as it can be quoted: cut, on one line, and with what is invisible written out."""
    parts = []
    for char in text[:SHOWN]:
        hidden = unicodedata.category(char) in ("Cf", "Cc", "Cs", "Co", "Cn") or 0xFE00 <= ord(char) <= 0xFE0F
        parts.append(f"[U+{ord(char):04X}]" if hidden or char == "\u034f" else " " if char.isspace() else char)
    return "".join(parts) + ("…" if len(text) > SHOWN else "")


def as_written(mention: Mention) -> str:
    """The mark that a text names, and how it is written there where that is otherwise; outer signs are no writing."""
    same = _without_outer_signs(mention.text) == _without_outer_signs(mention.mark)
    written = "" if same else f', written "{shown(mention.text)}"'
    return f'the mark "{mention.mark}"{written}'


def _without_outer_signs(text: str) -> str:
    found = [at for at, char in enumerate(text) if char.isalnum()]
    return text[found[0] : found[-1] + 1].casefold() if found else text


def seller(listing: Listing) -> str:
    """The seller as read: name and id as far as they are known."""
    name, ident = shown(listing.seller_name), shown(listing.seller_id)
    if name and ident and name != ident:
        return f'The seller "{name}" (id {ident} on {shown(listing.marketplace)})'
    if name or ident:
        return f'The seller "{name or ident}" on {shown(listing.marketplace)}'
    return "The seller, who could not be read,"


def not_listed(listing: Listing, kind: StandingKind = StandingKind.UNKNOWN) -> str:
    """That the seller is not known to be authorised, as the end of a sentence; who he is the flag about him says.

    `kind` is what the list says of him.
    """
    if not listing.seller_is_readable:
        return "who sells could not be read"
    if kind is StandingKind.UNREADABLE:
        return ID_NOT_READ
    if not listing.seller_id.strip():
        return "no seller of the name that was read is listed as authorised there; the seller's id was not read"
    return "the listing's seller is not listed as authorised for this offer"


def which(among: Sequence[Photo], *meant: Photo) -> str:
    """Photos by their places among those of a listing, as a sentence begins."""
    *others, last = sorted({among.index(one) + 1 for one in meant})
    numbers = f"Photos {', '.join(map(str, others))} and {last}" if others else f"Photo {last}"
    return f"{numbers} of the listing"


def row(entry: SellerEntry) -> str:
    """A row of sellers.csv in words."""
    days = f"{entry.valid_from or ''}–{entry.valid_until or ''}" if entry.valid_from or entry.valid_until else ""
    parts = (entry.seller_name, entry.seller_id, entry.marketplace, str(entry.status), entry.territory, days)
    return ", ".join(part for part in parts if part)


def asked_by(points: Sequence[PricePoint]) -> str:
    """Who asks how much for one unit, the lowest price first, as far as that makes one line."""
    by_price = sorted(points, key=lambda point: (point.unit_price, point.marketplace, point.seller_id))
    named = [
        f"{shown(point.seller_name or point.seller_id or point.listing_id)} on {shown(point.marketplace)} "
        f"{point.unit_price:.2f} {point.currency} ({point.observed_at:%Y-%m-%d})"
        for point in by_price[:MOST_SELLERS]
    ]
    more = len(by_price) - len(named)
    return "; ".join(named) + (f"; and {more} more" if more else "")
