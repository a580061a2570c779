"""Sellers whose names are those of a seller whom the brand authorised, of the brand itself, or of its owner."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from rapidfuzz.distance import OSA

from detectors._dealers import LEAST_NEAR, Dealers, without_city
from detectors._pose import Pose, evidence_of, in_words, is_of_fans
from detectors._sentences import row, shown
from monitor.brands import Brand, SellerEntry, SellerStatus
from monitor.brands.ids import callings, folded, is_at, placed
from monitor.marks import Written, name_parts, same_name, same_words, written
from monitor.marks.eastern import simplified
from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.names import NameParts, plain_name
from monitor.records import Evidence, Listing, path_end

LEAST = 4
"""Shorter names say too little to pose as someone."""
LEAST_MARK = 8
"""Shorter marks are words or names too often to be known without the place where they stand."""
LEAST_SIGNS = 4
"""Chinese signs say as much as two letters each."""


class ListedNames:
    """The names of one brand, its owner and its authorised sellers, prepared once."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        names: dict[str, list[SellerEntry]] = defaultdict(list)
        at: dict[str, dict[str, SellerEntry]] = defaultdict(dict)
        shops: dict[str, list[tuple[SellerEntry, NameParts]]] = defaultdict(list)
        for entry in brand.sellers or ():
            if entry.status is SellerStatus.AUTHORIZED:
                for name in {same_name(entry.seller_name), same_name(entry.legal_entity)}:
                    if len(name) >= LEAST:
                        names[name].append(entry)
                        at[placed(entry.marketplace)].setdefault(name, entry)
                parts = None if entry.seller_name.isascii() else name_parts(entry.seller_name)
                if parts and len(parts.core) >= LEAST and is_cjk(parts.core[0]) and not is_line_of_goods(parts.core):
                    shops[parts.core].append((entry, parts))
        self._sellers: Mapping[str, list[SellerEntry]] = names
        self._shops: Mapping[str, list[tuple[SellerEntry, NameParts]]] = dict(shops)
        self._at: Mapping[str, Mapping[str, SellerEntry]] = dict(at)
        self._dealers = Dealers(entry for entry in brand.sellers or () if entry.status is SellerStatus.AUTHORIZED)
        marks = {same_name(mark) for mark in brand.word_marks}
        own = ((brand.name, "brand"), (brand.owner, "brand's owner"))
        self._own = {
            key: (name, whose)
            for name, whose in own
            for key in (without_city(same_name(name)), same_name(name))
            if _is_long(key) and key not in marks
        }

    def could_be_listed(self, listing: Listing) -> bool:
        """Whether only the name was read, and it is the name of a seller of the list."""
        return not listing.seller_id.strip() and same_name(listing.seller_name) in self._sellers

    def may_be_the_brand(self, listing: Listing) -> bool:
        """Whether a seller with the bare name of the mark may be the brand: no list or no id says who it is."""
        return self._brand.sellers is None or not listing.seller_id.strip()

    def as_seller(self, listing: Listing) -> Pose | None:
        """The name of an authorised seller: the same one on the same marketplace, or anywhere with "official"."""
        if not listing.seller_id.strip():
            return None
        name, parts = listing.seller_name, name_parts(listing.seller_name)
        for entry in self._sellers.get(same_name(name), ()):
            known = (entry.seller_name, entry.legal_entity)
            if not any(same_name(own) == same_name(name) and same_words(own, name) for own in known):
                continue
            disguised = not name.isascii() and plain_name(name) not in map(plain_name, known)
            if disguised or is_at(entry.marketplace, listing.marketplace):
                return _as_entry(listing, entry, "reads as that of" if disguised else "is that of", sure=disguised)
        if parts.official and len(parts.core) >= LEAST:
            for entry in self._sellers.get(parts.core, ()):
                return _as_entry(listing, entry, _says_and_shows(written(name, parts.official[0])))
        here: dict[str, SellerEntry] = {}
        for place in ("", *reversed(callings(listing.marketplace))):
            here |= self._at.get(place, {})
        if parts.trade and len(parts.core) >= LEAST and parts.core in here:
            trade = written(name, parts.trade[0])
            return _as_entry(listing, here[parts.core], f"shows {in_words(trade)} beside that of", sure=False)
        near = _near(same_name(name), here)
        if near:
            return _as_entry(listing, here[near], "is one letter away from that of", sure=False)
        return self._as_shop(listing, parts)

    def _as_shop(self, listing: Listing, parts: NameParts) -> Pose | None:
        """The name of a listed seller with other words for a shop: in Chinese sure with one more for "official"."""
        for entry, own in self._shops.get(parts.core, ()):
            if speaks := [word for word in parts.official if word not in own.official]:
                return _as_entry(listing, entry, _says_and_shows(written(listing.seller_name, speaks[0])))
            if is_at(entry.marketplace, listing.marketplace):
                return _as_entry(listing, entry, "is, but for words for a shop, that of", sure=False)
        loosely = self._dealers.find(listing.seller_name, listing.marketplace)
        return _as_entry(listing, *loosely, sure=False) if loosely else None

    def as_owner(self, listing: Listing) -> Pose | None:
        """The name of the brand or of its owner, who need not bear the mark: sure with "official", or in disguise."""
        name, parts = listing.seller_name, name_parts(listing.seller_name)
        own, whose = self._own.get(same_name(name), self._own.get(parts.core, ("", "")))
        if not own or self.could_be_listed(listing) or is_of_fans(name):
            return None
        evidence = Evidence(field="seller_name", observed=name, expected=own, asset="brand.toml")
        if parts.official:
            speaks = written(name, parts.official[0])
            says = f'{_says_and_shows(speaks)} the {whose}, "{shown(own)}"'
            return Pose(says, (evidence, evidence_of(speaks)), rule="poses_as_owner")
        if self.may_be_the_brand(listing) or not same_words(own, name):
            return None
        disguised = not name.isascii() and own.isascii() and plain_name(name) != plain_name(own)
        says = f'{"reads as" if disguised else "is"} that of the {whose}, "{shown(own)}"'
        if disguised:
            return Pose(says, (evidence,), rule="poses_as_owner")
        or_else = ": he poses as the brand, or it sells there and the list lacks its id"
        return Pose(f"{says}{or_else}", (evidence,), sure=False, rule="same_name")


def _is_long(key: str) -> bool:
    """Whether the key of a name is long enough to be nobody else's, and says more than a line of goods."""
    signs = bool(key) and all("\u4e00" <= sign <= "\u9fff" for sign in key)
    return len(key) >= (LEAST_SIGNS if signs else LEAST_MARK) and not (signs and is_line_of_goods(key))


def _near(name: str, others: Iterable[str]) -> str:
    """The first of other long names that differs from a name in one letter, which is no figure; or nothing."""
    if len(name) < LEAST_NEAR or not name.isascii():
        return ""
    figures = list(filter(str.isdigit, name))
    return next(
        (
            other
            for other in others
            if len(other) >= LEAST_NEAR
            and abs(len(name) - len(other)) <= 1
            and OSA.distance(name, other, score_cutoff=1) == 1
            and list(filter(str.isdigit, other)) == figures
        ),
        "",
    )


def _says_and_shows(word: Written) -> str:
    """What a name says that has a word such as "official" beside the name of somebody else, who follows."""
    return f"says {in_words(word)}{'' if word.is_plain else ','} and shows that of"


def _as_entry(listing: Listing, entry: SellerEntry, says: str, *, sure: bool = True) -> Pose:
    known = shown(entry.seller_name or entry.legal_entity)
    or_else = "" if sure else ": he poses as that seller, or the list has an id that the site does not use"
    if not sure and not entry.marketplace.strip() and folded(path_end(listing.seller_id)) == folded(entry.seller_id):
        or_else = ": he poses as that seller, or it is he, and the row must name the marketplace for an id cut short"
    return Pose(
        f'{says} the authorised seller "{known}" (id {shown(entry.seller_id)}), under another id{or_else}',
        (Evidence(field="seller_name", observed=listing.seller_name, expected=row(entry), asset="sellers.csv"),),
        sure=sure,
        rule="poses_as_seller" if sure else "same_name",
    )


def is_line_of_goods(others: str) -> bool:
    """Whether all that stands beside a Chinese mark and words of trade is a line of goods: 户外, outdoor."""
    others = simplified(others)
    for line in _lines():
        others = others.replace(line, " ")
    return not name_parts(others).core


@cache
def _lines() -> tuple[str, ...]:
    """The lines of goods in simplified signs, the longest first."""
    return tuple(sorted(map(simplified, lexicon().lines), key=len, reverse=True))
