"""Sellers whose names pose as the brand, or as a seller whom the brand authorised."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from detectors._sentences import row, shown
from monitor.brands import Brand, SellerEntry, SellerStatus
from monitor.brands.ids import folded
from monitor.brands.roster import roster
from monitor.marks import MarkIndex, Mention, Way, name_parts, same_name, same_words
from monitor.marks.vocabulary import is_word
from monitor.records import Evidence, Listing

LEAST = 4
"""Shorter names say too little to pose as someone."""


@dataclass(frozen=True, slots=True)
class Pose:
    """As whom a seller poses, in words that follow "The seller's name", and the evidence.

    Not `sure` where the name is plainly that of an authorised seller of the same marketplace: then the list may have
    another id for him than the site, which is no reason to accuse anybody.
    """

    says: str
    evidence: Evidence
    sure: bool = True


class Poses:
    """One brand's marks and authorised sellers, prepared once."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        names: dict[str, list[SellerEntry]] = defaultdict(list)
        for entry in brand.sellers or ():
            if entry.status is SellerStatus.AUTHORIZED:
                for name in {same_name(entry.seller_name), same_name(entry.legal_entity)}:
                    if len(name) >= LEAST:
                        names[name].append(entry)
        self._sellers: Mapping[str, list[SellerEntry]] = names

    def find(self, listing: Listing, marks: MarkIndex, *, offers: bool) -> Pose | None:
        """The pose of a listing's seller, whose id is on no row, in whatever case. `offers`: it speaks of the brand."""
        name = listing.seller_name
        known, place, seller = roster(self._brand), listing.marketplace, listing.seller_id
        if not name.strip() or known.rows(place, seller) or known.but_for_case(place, seller):
            return None
        as_brand = self._as_brand(listing, marks, offers=offers)
        if as_brand and not self._could_be_listed(listing):
            return as_brand
        return self._as_seller(listing) if offers else None

    def _could_be_listed(self, listing: Listing) -> bool:
        """Whether only the name was read, and it is the name of a seller of the list."""
        return not listing.seller_id.strip() and same_name(listing.seller_name) in self._sellers

    def _may_be_the_brand(self, listing: Listing) -> bool:
        """Whether a seller with the bare name of the mark may be the brand: no list or no id says who it is."""
        return self._brand.sellers is None or not listing.seller_id.strip()

    def _as_brand(self, listing: Listing, marks: MarkIndex, *, offers: bool) -> Pose | None:
        name = listing.seller_name
        for mention in marks.find_in("seller_name", name).get(self._brand.slug, ()):
            rest = name_parts(f"{name[: mention.start]} {name[mention.end :]}")
            slipped = Way.TYPO in mention.ways
            if slipped and (
                not offers or not rest.official or mention.text[:1].casefold() != mention.mark[:1].casefold()
            ):
                continue
            everyday = is_word(mention.mark.casefold())
            if not offers and everyday and (rest.core or not rest.official):
                continue
            if rest.official:
                return Pose(f'shows the mark "{mention.mark}" with "{rest.official[0]}"', _evidence(mention))
            if not rest.core and not (not rest.trade and self._may_be_the_brand(listing)):
                return Pose(f'is the mark "{mention.mark}"{_trade(rest.trade)}', _evidence(mention))
        return None

    def _as_seller(self, listing: Listing) -> Pose | None:
        """The name of an authorised seller: the same one on the same marketplace, or anywhere with "official"."""
        if not listing.seller_id.strip():
            return None
        name, parts = listing.seller_name, name_parts(listing.seller_name)
        place = folded(listing.marketplace)
        for entry in self._sellers.get(same_name(name), ()):
            known = (entry.seller_name, entry.legal_entity)
            if not any(same_name(own) == same_name(name) and same_words(own, name) for own in known):
                continue
            disguised = (
                folded(name) not in (folded(entry.seller_name), folded(entry.legal_entity)) and not name.isascii()
            )
            if disguised or folded(entry.marketplace) in ("", place):
                return _as_entry(listing, entry, "is that of", sure=disguised)
        if parts.official and len(parts.core) >= LEAST:
            for entry in self._sellers.get(parts.core, ()):
                return _as_entry(listing, entry, f'says "{parts.official[0]}" and shows that of')
        return None


def _trade(words: tuple[str, ...]) -> str:
    return f' with "{words[0]}"' if words else ""


def _evidence(mention: Mention) -> Evidence:
    return Evidence(
        field="seller_name",
        observed=mention.text,
        expected="a seller on the brand's list",
        span=(mention.start, mention.end),
        asset=mention.mark,
    )


def _as_entry(listing: Listing, entry: SellerEntry, says: str, *, sure: bool = True) -> Pose:
    known = shown(entry.seller_name or entry.legal_entity)
    or_else = "" if sure else ": he poses as that seller, or the list has an id that the site does not use"
    return Pose(
        f'{says} the authorised seller "{known}" (id {shown(entry.seller_id)}), under another id{or_else}',
        Evidence(field="seller_name", observed=listing.seller_name, expected=row(entry), asset="sellers.csv"),
        sure=sure,
    )
