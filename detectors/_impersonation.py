"""Sellers whose names pose as the brand, or as a seller whom the brand authorised."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from rapidfuzz.distance import OSA

from detectors._houses import Houses, beside_mark
from detectors._joined_marks import ends_of, is_joined
from detectors._listed_names import LEAST_MARK, ListedNames, is_line_of_goods
from detectors._marks_in_names import (
    SHORT,
    as_it_reads,
    comma,
    evidence_at,
    is_everyday,
    is_near,
    is_of_people,
    is_part,
    is_repeated,
    is_shown,
)
from detectors._outlet import outlet
from detectors._pose import Pose, as_other, as_word, evidence_of, in_words, takes_back
from detectors._sentences import shown
from detectors._sounding import sounding
from detectors._trades import as_trade
from monitor.brands import Brand, SellerStatus
from monitor.brands.roster import roster
from monitor.marks import MarkIndex, Mention, Use, Way, name_parts, same_name, written
from monitor.marks.eastern import simplified
from monitor.marks.folding import WORDS, is_cjk, skeleton, squeeze
from monitor.marks.goods import goods_words, says_goods
from monitor.marks.lexicon import lexicon
from monitor.marks.names import NameParts
from monitor.marks.own_alphabet import in_its_alphabet
from monitor.marks.vocabulary import is_own
from monitor.products import WholeGoods, names_a_part
from monitor.products.accessories import accessory_words
from monitor.products.words import fold, spaced
from monitor.records import Evidence, Listing

LEAST_MISSPELT = 6
"""Too many other names are one letter away from a mark of fewer letters: Bosch and Bosh."""
OFTEN_WHOLE = frozenset(("bag",))
"""Words for an accessory that are goods of their own as often."""
HANDLE = re.compile(r"[-_.]")
"""What parts the words of a handle."""
POSSESSIVE = re.compile(r"['’`´]s$", re.IGNORECASE)
"""What makes a person's name of a mark that ends in s: Philip's."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A listing with the marks to be found in it; whether it speaks of the brand, and may offer one of its products.

    `matched`: it surely offers one. `said`: the mentions of the brand outside the seller's name.
    """

    listing: Listing
    marks: MarkIndex
    offers: bool
    recognised: bool
    matched: bool
    said: Sequence[Mention]


class Poses:
    """One brand's marks and authorised sellers, prepared once."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        self._listed = ListedNames(brand)
        self._goods = WholeGoods(brand)
        self._houses = Houses(brand, self._goods)
        self._marks = {key: mark for mark in brand.word_marks if len(key := same_name(mark)) >= LEAST_MARK}
        self._joined = {mark: ends for mark in brand.word_marks if (ends := ends_of(mark))}

    def find(
        self,
        listing: Listing,
        marks: MarkIndex,
        *,
        offers: bool,
        recognised: bool = False,
        matched: bool = False,
        said: Sequence[Mention] = (),
    ) -> Pose | None:
        """The pose of a seller whom no row of his id authorises or ever did, in whatever case, country or at what port.

        A row that denies him spares nobody: where it does not hold for the offer, he is judged as a stranger is.
        `offers`: the listing speaks of the brand. `recognised`: it may offer a product of its catalogue. `said`: the
        mentions of the brand in it; a name that is only near the mark poses beside the brand's goods alone.
        """
        known, place, seller = roster(self._brand), listing.marketplace, listing.seller_id
        elsewhere = *known.on_sister_sites(listing), *known.at_other_ports(listing)
        rows = (*known.rows_of(listing), *elsewhere, *known.but_for_case(place, seller))
        if not listing.seller_name.strip() or any(row.status is SellerStatus.AUTHORIZED for row in rows):
            return None
        as_brand = self._as_brand(_Seen(listing, marks, offers, recognised, matched, said))
        if as_brand and self._listed.could_be_listed(listing):
            as_brand = None
        if as_brand and as_brand.sure:
            return as_brand
        return (self._listed.as_seller(listing) or self._listed.as_owner(listing) if offers else None) or as_brand

    def offers_its_kind(self, listing: Listing) -> bool:
        """Whether a title has a word for goods that the brand sets, or names goods of its kind."""
        return says_goods(self._goods_words, listing.title) or self._houses.goods_in(listing.title)

    @cached_property
    def _goods_words(self) -> frozenset[str]:
        """The words beside which marks count that are everyday words, as the dossier sets them."""
        return goods_words(self._brand.detectors.get("text_match", {}).get("goods_words"))

    def _as_brand(self, seen: _Seen) -> Pose | None:
        """The pose of a name with the mark; one that is only near it is doubted where no goods are the brand's."""
        name, offers = seen.listing.seller_name, seen.offers
        found = seen.marks.find_in("seller_name", name, among_goods=True).get(self._brand.slug, ())
        if found and not (offers or self.offers_its_kind(seen.listing)):
            found = seen.marks.find_in("seller_name", name).get(self._brand.slug, ())
        near: Mention | None = None
        for mention in in_its_alphabet(found, seen.listing):
            doubted = is_near(mention) and not self._shows_goods(mention, seen)
            if doubted and mention.is_alike:
                continue
            if pose := self._with_mark(mention, seen):
                pose = pose if mention.deliberate else self._as_family(mention, self._as_trade(pose, name), seen)
                return as_other(pose) if doubted else pose
            near = mention if doubted else near
        if not offers:
            return None
        marks_heard = [mark for mark in self._brand.word_marks if not is_everyday(mark)]
        otherwise = (
            self._as_written_otherwise(seen.listing)
            or self._as_joined(seen.listing)
            or sounding(name, marks_heard)
            or self._misspelt(seen, marks_heard)
        )
        otherwise = otherwise and self._as_trade(otherwise, name)
        return as_other(otherwise) if otherwise and (near or not self._shows_goods(None, seen)) else otherwise

    def _as_family(self, mention: Mention, pose: Pose, seen: _Seen) -> Pose:
        """The pose, doubted where the mark is a surname or a town as well, and no goods of the brand's are shown."""
        if not pose.sure or not is_of_people(mention.mark) or seen.recognised:
            return pose
        if self._names_its_goods(seen.listing) or (seen.offers and not self._goods.are_known):
            return pose
        return as_word(pose.says, pose.evidence, self._of_listing(seen))

    def _as_trade(self, pose: Pose, name: str) -> Pose:
        """The pose, doubted where the name says a trade such as repairs, and no goods of the brand."""
        return as_trade(pose, name, self._brand.word_marks, self._houses.names_goods)

    def _shows_goods(self, near: Mention | None, seen: _Seen) -> bool:
        """Whether goods are the brand's by anything but a name near its mark: a product, the mark, a word for them."""
        told = any(is_shown(one, near, seen.listing) for one in seen.said)
        if told or seen.matched or (near and is_repeated(near, seen.listing)):
            return told or seen.matched
        if seen.recognised:
            return True
        return self._names_its_goods(seen.listing)

    def _names_its_goods(self, listing: Listing) -> bool:
        """Whether a title has a word for goods that names of the brand's products have, too."""
        words = self._goods.named_in(listing.title) if self._goods.are_known else ()
        return any(not self._houses.products or word in self._houses.products_folded for word in words)

    def _with_mark(self, mention: Mention, seen: _Seen) -> Pose | None:
        """The pose of a name by one mark in it."""
        listing, offers, name = seen.listing, seen.offers, seen.listing.seller_name
        if POSSESSIVE.search(mention.text) and not POSSESSIVE.search(mention.mark):
            return None
        others = f"{name[: mention.start]}{' ' * (mention.end - mention.start)}{name[mention.end :]}"
        rest, everyday = name_parts(others), is_everyday(mention.mark)
        slipped = Way.TYPO in mention.ways
        if slipped and (
            everyday
            or not offers
            or not rest.official
            or (bool(rest.core) and squeeze(skeleton(mention.text)) != squeeze(skeleton(mention.mark)))
            or mention.text[:1].casefold() != mention.mark[:1].casefold()
        ):
            return None
        others_too = bool(rest.core) and not (rest.official and is_line_of_goods(others))
        says_its = offers or (rest.official and (not others_too or self._is_for_goods(mention, seen)))
        unread = not offers and not rest.official and self._needs_goods(mention, seen)
        if unread or (everyday and (is_part(mention, name) or not says_its)):
            return None
        if rest.official:
            return self._speaking(mention, rest, others, seen, others_too=others_too)
        if not rest.core and not (not rest.trade and self._listed.may_be_the_brand(listing)):
            trade = written(others, rest.trade[0]) if rest.trade else None
            says = f"is {as_it_reads(mention)}" + (f"{comma(mention)} with {in_words(trade)}" if trade else "")
            return Pose(says, (evidence_at(mention), *([evidence_of(trade)] if trade else [])))
        return self._as_branch(mention, rest, others, name) if offers and (seen.recognised or not everyday) else None

    def _speaking(
        self, mention: Mention, rest: NameParts, others: str, seen: _Seen, *, others_too: bool
    ) -> Pose | None:
        """The pose of a name with a word such as "official" beside the mark; `others_too`: and with further words."""
        speaks = written(others, rest.official[0])
        if takes_back(others, speaks) or self._is_of_its_maker(mention, rest, others):
            return None
        says = f"shows {as_it_reads(mention)}{comma(mention)} with {in_words(speaks)}"
        evidence = (evidence_at(mention), evidence_of(speaks))
        if not seen.recognised and (longer := self._houses.longer_name(mention, seen.listing)):
            doubt = f'but the goods are sold under "{shown(longer)}", which may be the name of another firm'
            return Pose(f"{says}, {doubt}", evidence, sure=False, rule="longer_name")
        lone = (others_too or not seen.offers) and self._needs_goods(mention, seen)
        if lone or (
            is_everyday(mention.mark) and (not seen.offers or (others_too and self._names_more(mention, seen.listing)))
        ):
            return as_word(says, evidence, "" if seen.offers else self._of_listing(seen))
        if self._is_of_another(mention, seen):
            return as_word(says, evidence, self._of_listing(seen))
        return Pose(says, evidence)

    def _needs_goods(self, mention: Mention, seen: _Seen) -> bool:
        """Whether a mark in the seller's name is read there only since the listing offers such goods."""
        return mention not in seen.marks.find_in("seller_name", seen.listing.seller_name).get(self._brand.slug, ())

    def _is_of_another(self, mention: Mention, seen: _Seen) -> bool:
        """Whether a name with a further word may be another firm's, as nothing that it offers is the brand's.

        Clubs sell shirts, too, and a brewery names its own beer so: the goods are the brand's where the mark and
        goods of its kind both stand in the listing. A mark in disguise is no other firm's name.
        """
        words = (
            ()
            if (seen.recognised and seen.offers) or mention.deliberate
            else self._houses.other_words(mention, seen.listing.seller_name)
        )
        if not words:
            return False
        speaks = (one for one in seen.said if one.use is not Use.DESCRIPTIVE)
        is_said = seen.offers and not all(self._houses.tells_of_another(one, words, seen.listing) for one in speaks)
        return not (is_said and (not self._goods.are_known or self._houses.goods_in(seen.listing.title)))

    def _is_for_goods(self, mention: Mention, seen: _Seen) -> bool:
        """Whether words beside a mark that is a word say its house or its goods, and such goods are offered."""
        return not self._houses.other_words(mention, seen.listing.seller_name) and self._houses.goods_in(
            seen.listing.title
        )

    def _of_listing(self, seen: _Seen) -> str:
        """What a listing that does not show the mark says of the goods."""
        if self._houses.goods_in(seen.listing.title):
            return ", and the listing offers goods of the brand's kind without the mark"
        return ", and the listing offers no goods of the brand"

    def _as_branch(self, mention: Mention, rest: NameParts, others: str, name: str) -> Pose | None:
        """The pose of a name of the mark, its goods or a city, and a word for a shop."""
        branch = (
            None
            if {*mention.ways} - {Way.JOINED}
            else outlet(mention, others, rest, self._goods, self._houses.products)
        )
        if branch is None:
            return None
        trade = written(name, rest.trade[0])
        says = f"is {as_it_reads(mention)} with goods or a city and {in_words(trade)}, as of a shop of the brand"
        doubt = "" if branch else "; a dealer of such goods may be named so, too"
        rule = "impersonation" if branch else "shop_name"
        return Pose(f"{says}{doubt}", (evidence_at(mention), evidence_of(trade)), sure=branch, rule=rule)

    def _names_more(self, mention: Mention, listing: Listing) -> bool:
        """Whether the word beside a mark makes another name with it: "Orchard Toys", where no toys are offered."""
        name = listing.seller_name
        beside = beside_mark(name, mention)
        if beside and all(self._houses.is_own(one, mention) for one in beside):
            return False
        if is_cjk(mention.mark[0]):
            return True
        before, after = name[: mention.start].split(), name[mention.end :].split()
        if not after or name[mention.end : mention.end + 1] not in ("", " "):
            return False
        speaks_before = bool(before) and bool(name_parts(before[-1]).official)
        offered = listing.title.casefold().split()
        return bool(name_parts(after[0]).core) and not speaks_before and after[0].casefold() not in offered

    def _is_of_its_maker(self, mention: Mention, rest: NameParts, others: str) -> bool:
        """Whether goods for the mark, or like it, come from their own maker: "straps for <mark>, factory direct".

        So do parts and accessories without "for", where the brand has none in its catalogue.
        """
        if not _makers().issuperset(rest.official):
            return False
        parts = accessory_words(spaced(fold(others))) - OFTEN_WHOLE
        return mention.use is not Use.CLAIM or (bool(parts) and not self._makes_parts)

    @cached_property
    def _makes_parts(self) -> bool:
        """Whether a product of the brand is a part or an accessory."""
        return any(names_a_part(product.name) for product in self._brand.products)

    def _as_written_otherwise(self, listing: Listing) -> Pose | None:
        """The mark as a name, where "&" is a word, or a legal form stands in it."""
        name = listing.seller_name
        mark = self._marks.get(same_name(name))
        if mark is None or self._listed.may_be_the_brand(listing):
            return None
        evidence = Evidence(field="seller_name", observed=name, expected="a seller on the brand's list", asset=mark)
        return Pose(f'is the mark "{mark}", written otherwise', (evidence,))

    def _as_joined(self, listing: Listing) -> Pose | None:
        """A mark of two names whose "&" is a word of another language, beside words of trade: "Arco e Sole Outlet"."""
        name, parts = listing.seller_name, name_parts(listing.seller_name)
        trade = parts.official or parts.trade
        mark = next((mark for mark, ends in self._joined.items() if is_joined(name, ends)), "") if trade else ""
        if not mark or takes_back(name, speaks := written(HANDLE.sub(" ", name), trade[0])):
            return None
        evidence = Evidence(field="seller_name", observed=name, expected="a seller on the brand's list", asset=mark)
        says = f'{"shows" if parts.official else "is"} the mark "{mark}", written otherwise, with {in_words(speaks)}'
        return Pose(says, (evidence, evidence_of(speaks)))

    def _misspelt(self, seen: _Seen, marks: Sequence[str]) -> Pose | None:
        """A mark with one slip beside "official", also where what is written is a word: Steif Official Store.

        Not where it is a mark of another brand, and doubted where it is a word or a name, the goods bear it, or the
        mark is short; one letter doubled or left out of two is no other word.
        """
        name, parts = seen.listing.seller_name, name_parts(seen.listing.seller_name)
        own = [word for word in spaced(fold(name)).split() if name_parts(word).core] if parts.official else []
        mark = _near_mark("".join(own), marks)
        possessive = any(POSSESSIVE.search(word) for word in name.split()) and not POSSESSIVE.search(mark)
        others = seen.marks.find_in("seller_name", name) if mark else {}
        speaks = written(name, parts.official[0]) if mark else None
        if not speaks or possessive or takes_back(name, speaks) or others.keys() - {self._brand.slug}:
            return None
        said = Evidence(field="seller_name", observed=name, expected="a seller on the brand's list", asset=mark)
        says = f'says {in_words(speaks)} beside a word that is one letter away from the mark "{mark}"'
        pose, titled = Pose(says, (said, evidence_of(speaks))), spaced(fold(seen.listing.title)).split()
        slip = squeeze(skeleton("".join(own))) == squeeze(skeleton(mark))
        another = not slip and (len(mark) < LEAST_MISSPELT or any(map(is_own, own)))
        if another or any(word in titled or word in lexicon().names for word in own):
            return replace(pose, says=f"{says}, but that may be a word or another name", sure=False, rule="near_name")
        return pose


def _near_mark(name: str, marks: Iterable[str]) -> str:
    """The mark of which a name, words for a shop left out, is one letter away behind the same first one; or nothing."""
    keys = ((mark, "".join(spaced(fold(mark)).split())) for mark in marks if name and len(mark) > SHORT)
    return next((m for m, key in keys if key[0] == name[0] and OSA.distance(name, key, score_cutoff=1) <= 1), "")


@cache
def _makers() -> frozenset[str]:
    """The words for those who make goods, as the parts of a name are written."""
    makers = lexicon().makers
    return frozenset((*(phrase.translate(WORDS) for phrase in makers), *map(simplified, makers)))
