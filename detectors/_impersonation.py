"""Sellers whose names pose as the brand, or as a seller whom the brand authorised."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from detectors._sentences import row, shown
from monitor.brands import Brand, SellerEntry, SellerStatus
from monitor.brands.ids import folded
from monitor.brands.roster import roster
from monitor.marks import MarkIndex, Mention, Use, Way, Written, name_parts, same_name, same_words, written
from monitor.marks.folding import WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.names import NameParts, simplified
from monitor.marks.vocabulary import common_words
from monitor.records import Evidence, Listing

LEAST = 4
"""Shorter names say too little to pose as someone."""
LEAST_MARK = 8
"""Shorter marks are words or names too often to be known without the place where they stand."""
LEAST_JOINED = 3
"""Shorter words of trade ("el") are not read when joined to another word."""
SHORT = 4
"""Marks of so few Latin letters are also names of people and places, whether or not a list of words has them."""
SHORT_EASTERN = 2
"""So are marks of so few Chinese, Japanese or Korean signs, which begin other words (小米椒 is a chili)."""
POSSESSIVE = re.compile(r"['’`´]s$", re.IGNORECASE)
"""What makes a person's name of a mark that ends in s: Philip's."""


@dataclass(frozen=True, slots=True)
class Pose:
    """As whom a seller poses, in words that follow "The seller's name", and the evidence.

    Not `sure` where another reading is as good: the plain name of an authorised seller of the same marketplace (the
    list may have another id for him than the site), or a mark that is a word or a name, beside goods of others.
    """

    says: str
    evidence: tuple[Evidence, ...]
    sure: bool = True
    rule: str = "impersonation"


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
        self._marks = {key: mark for mark in brand.word_marks if len(key := same_name(mark)) >= LEAST_MARK}
        marks = {same_name(mark) for mark in brand.word_marks}
        own = ((brand.name, "brand"), (brand.owner, "brand's owner"))
        self._own = {
            key: (name, whose) for name, whose in own if len(key := same_name(name)) >= LEAST_MARK and key not in marks
        }

    def find(self, listing: Listing, marks: MarkIndex, *, offers: bool) -> Pose | None:
        """The pose of a listing's seller, whom no row of his id authorises or ever did, in whatever case.

        A row that denies him spares nobody: where it does not hold for the offer, he is judged as a stranger is.
        `offers`: the listing speaks of the brand.
        """
        known, place, seller = roster(self._brand), listing.marketplace, listing.seller_id
        rows = (*known.rows_of(listing), *known.but_for_case(place, seller))
        if not listing.seller_name.strip() or any(row.status is SellerStatus.AUTHORIZED for row in rows):
            return None
        as_brand = self._as_brand(listing, marks, offers=offers)
        if as_brand and self._could_be_listed(listing):
            as_brand = None
        if as_brand and as_brand.sure:
            return as_brand
        return (self._as_seller(listing) or self._as_owner(listing) if offers else None) or as_brand

    def _could_be_listed(self, listing: Listing) -> bool:
        """Whether only the name was read, and it is the name of a seller of the list."""
        return not listing.seller_id.strip() and same_name(listing.seller_name) in self._sellers

    def _may_be_the_brand(self, listing: Listing) -> bool:
        """Whether a seller with the bare name of the mark may be the brand: no list or no id says who it is."""
        return self._brand.sellers is None or not listing.seller_id.strip()

    def _as_brand(self, listing: Listing, marks: MarkIndex, *, offers: bool) -> Pose | None:
        name = listing.seller_name
        for mention in marks.find_in("seller_name", name, among_goods=offers).get(self._brand.slug, ()):
            if POSSESSIVE.search(mention.text) and not POSSESSIVE.search(mention.mark):
                continue
            others = f"{name[: mention.start]}{' ' * (mention.end - mention.start)}{name[mention.end :]}"
            rest, everyday = name_parts(others), _is_everyday(mention.mark)
            slipped = Way.TYPO in mention.ways
            if slipped and (
                everyday
                or not offers
                or not rest.official
                or mention.text[:1].casefold() != mention.mark[:1].casefold()
            ):
                continue
            others_too = bool(rest.core) and not (rest.official and _is_line_of_goods(others))
            if everyday and (_is_part(mention, name) or (not offers and (others_too or not rest.official))):
                continue
            if rest.official:
                speaks = written(others, rest.official[0])
                joined = max(0, speaks.text.casefold().find(speaks.reads))
                if (
                    _is_denied(others[: speaks.start + joined])
                    or _is_denied_after(others[speaks.end :])
                    or _is_fans(others)
                    or _is_of_its_maker(mention, rest)
                ):
                    continue
                says = f"shows {_mark(mention)}{_comma(mention)} with {_word(speaks)}"
                evidence = (_evidence(mention), _evidence_of(speaks))
                lone = others_too and mention not in marks.find_in("seller_name", name).get(self._brand.slug, ())
                if lone or (everyday and (not offers or (others_too and is_cjk(mention.mark[0])))):
                    doubt = "but that may be a word or another name"
                    other = "" if offers else ", and the listing offers no goods of the brand"
                    return Pose(f"{says}, {doubt}{other}", evidence, sure=False, rule="everyday_name")
                return Pose(says, evidence)
            if not rest.core and not (not rest.trade and self._may_be_the_brand(listing)):
                trade = written(others, rest.trade[0]) if rest.trade else None
                says = f"is {_mark(mention)}" + (f"{_comma(mention)} with {_word(trade)}" if trade else "")
                return Pose(says, (_evidence(mention), *([_evidence_of(trade)] if trade else [])))
        return self._as_written_otherwise(listing) if offers else None

    def _as_written_otherwise(self, listing: Listing) -> Pose | None:
        """The mark as a name, where "&" is a word, or a legal form stands in it."""
        name = listing.seller_name
        mark = self._marks.get(same_name(name))
        if mark is None or self._may_be_the_brand(listing):
            return None
        evidence = Evidence(field="seller_name", observed=name, expected="a seller on the brand's list", asset=mark)
        return Pose(f'is the mark "{mark}", written otherwise', (evidence,))

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
                return _as_entry(listing, entry, "reads as that of" if disguised else "is that of", sure=disguised)
        if parts.official and len(parts.core) >= LEAST:
            for entry in self._sellers.get(parts.core, ()):
                return _as_entry(listing, entry, _says_and_shows(written(name, parts.official[0])))
        return None

    def _as_owner(self, listing: Listing) -> Pose | None:
        """The name of the brand or of its owner, who need not bear the mark: sure with "official", or in disguise."""
        name, parts = listing.seller_name, name_parts(listing.seller_name)
        own, whose = self._own.get(same_name(name), self._own.get(parts.core, ("", "")))
        if not own or self._could_be_listed(listing) or _is_fans(name):
            return None
        evidence = Evidence(field="seller_name", observed=name, expected=own, asset="brand.toml")
        if parts.official:
            speaks = written(name, parts.official[0])
            says = f'{_says_and_shows(speaks)} the {whose}, "{shown(own)}"'
            return Pose(says, (evidence, _evidence_of(speaks)), rule="poses_as_owner")
        if self._may_be_the_brand(listing) or not same_words(own, name):
            return None
        disguised = folded(name) != folded(own) and not name.isascii() and own.isascii()
        says = f'{"reads as" if disguised else "is"} that of the {whose}, "{shown(own)}"'
        if disguised:
            return Pose(says, (evidence,), rule="poses_as_owner")
        or_else = ": he poses as the brand, or it sells there and the list lacks its id"
        return Pose(f"{says}{or_else}", (evidence,), sure=False, rule="same_name")


def _is_everyday(mark: str) -> bool:
    """Whether a mark may be a word or a name of people: a common word, or so few letters that many have it."""
    few = SHORT if mark.isascii() else SHORT_EASTERN if all(map(is_cjk, mark)) else 0
    return mark.casefold() in common_words() or len(mark) <= few


def _is_part(mention: Mention, name: str) -> bool:
    """Whether a mark is only a part of a word that holds no word of trade beside it ("Elmira")."""
    before, after = name[: mention.start], name[mention.end :]
    left = "" if before[-1:].isspace() else " ".join(before.split()[-1:])
    right = "" if after[:1].isspace() else " ".join(after.split()[:1])
    beside = "".join(filter(str.isalpha, left + right))
    parts = name_parts(f"{left} {right}")
    return bool(beside) and (len(beside) < LEAST_JOINED or not (parts.official or parts.trade))


def _is_line_of_goods(others: str) -> bool:
    """Whether all that stands beside a Chinese mark and words of trade is a line of goods: 户外, outdoor."""
    others = simplified(others)
    for line in sorted(map(simplified, lexicon().lines), key=len, reverse=True):
        others = others.replace(line, " ")
    return not name_parts(others).core


def _is_fans(others: str) -> bool:
    """Whether what is said beside the mark is of those who love it: "Official <mark> Fanclub"."""
    words = others.casefold().split()
    return any(fan in others if is_cjk(fan[0]) else fan in words for fan in lexicon().fans)


def _is_denied(before: str) -> bool:
    """Whether the words before one such as "official", the mark left out, take it back: "not an official", 非官方."""
    written_before = before.casefold().split()
    words = [word for part in written_before if (word := part.strip("-_()[],.:;\"'"))]
    while words and words[-1] in lexicon().articles:
        words.pop()
    said = [" ".join(words[first:]) for first in range(len(words))] + written_before[-1:]
    denies = lexicon().denial | lexicon().not_official
    return any(phrase in denies for phrase in said) or before.rstrip().endswith(_close_denial())


def _is_denied_after(after: str) -> bool:
    """Whether the words behind take it back: "resmi değil"."""
    said = after.lstrip(" -_").casefold()
    word = (said.split() or [""])[0].strip("()[],.:;\"'")
    return any(
        word == phrase or (is_cjk(phrase[0]) and said.startswith(phrase)) for phrase in lexicon().not_official_after
    )


def _is_of_its_maker(mention: Mention, rest: NameParts) -> bool:
    """Whether goods for the mark, or like it, come from their own maker: "straps for <mark>, factory direct"."""
    return mention.use is not Use.CLAIM and _makers().issuperset(rest.official)


@cache
def _makers() -> frozenset[str]:
    """The words for those who make goods, as the parts of a name are written."""
    makers = lexicon().makers
    return frozenset((*(phrase.translate(WORDS) for phrase in makers), *map(simplified, makers)))


@cache
def _close_denial() -> tuple[str, ...]:
    """The denials of scripts without spaces."""
    denies = lexicon().denial | lexicon().not_official
    return tuple(sorted(phrase for phrase in denies if is_cjk(phrase[0])))


def _mark(mention: Mention) -> str:
    """The mark as it stands in the name, and what it reads as where that is written otherwise."""
    if _is_plain(mention):
        return f'the mark "{shown(mention.text)}"'
    return f'"{shown(mention.text)}", which reads as the mark "{mention.mark}"'


def _is_plain(mention: Mention) -> bool:
    return mention.text.casefold() == mention.mark.casefold()


def _comma(mention: Mention) -> str:
    """What ends the clause of a mark that is written otherwise."""
    return "" if _is_plain(mention) else ","


def _word(word: Written) -> str:
    """A word of trade as it stands in the name, and what it reads as where its letters are others."""
    return f'"{shown(word.text)}"' + ("" if word.is_plain else f', which reads as "{word.reads}"')


def _says_and_shows(word: Written) -> str:
    """What a name says that has a word such as "official" beside the name of somebody else, who follows."""
    return f"says {_word(word)}{'' if word.is_plain else ','} and shows that of"


def _evidence_of(word: Written) -> Evidence:
    return Evidence(field="seller_name", observed=word.text, expected=word.reads, span=(word.start, word.end))


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
        (Evidence(field="seller_name", observed=listing.seller_name, expected=row(entry), asset="sellers.csv"),),
        sure=sure,
        rule="poses_as_seller" if sure else "same_name",
    )
