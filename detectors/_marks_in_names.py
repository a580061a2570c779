"""What a mark in a seller's name is: the mark itself, a name near it, a word, or a part of a longer word."""

from detectors._sentences import shown
from monitor.marks import Mention, Use, Way, name_parts
from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.own_alphabet import is_of_another, stands_alone
from monitor.marks.vocabulary import common_words, persons
from monitor.records import Evidence, Listing

LEAST_JOINED = 3
"""Shorter words of trade ("el") are not read when joined to another word."""
SHORT = 4
"""Marks of so few Latin letters are also names of people and places, whether or not a list of words has them."""
SHORT_EASTERN = 2
"""So are marks of so few Chinese, Japanese or Korean signs, which begin other words (小米椒 is a chili)."""


def is_near(mention: Mention) -> bool:
    """Whether a name is near a mark by what may as well be another name: a slip, its sound, its looks, two words."""
    words = mention.text.split()
    apart = len(words) > len(mention.mark.split()) and all(len(word) > 1 and word.isalpha() for word in words)
    return bool({Way.TYPO, Way.DOUBLED, Way.SOUND, Way.ALPHABET} & {*mention.ways}) or apart or is_of_another(mention)


def is_shown(mention: Mention, near: Mention | None, listing: Listing) -> bool:
    """Whether a mention says by itself that goods are the brand's, and is not again the name `near` the mark."""
    if mention.doubtful or mention.is_alike or mention.use is Use.DESCRIPTIVE:
        return False
    if near is None or mention.text.casefold() != near.text.casefold():
        return True
    return is_of_another(mention) and not stands_alone(mention, listing)


def is_repeated(near: Mention, listing: Listing) -> bool:
    """Whether a title has the other word again that a name `near` the mark is; letters doubled or alike make none."""
    other = Way.TYPO in near.ways or Way.SOUND in near.ways or near.text.count(" ") > near.mark.count(" ")
    return other and Way.DOUBLED not in near.ways and near.text.casefold() in listing.title.casefold()


def is_everyday(mark: str) -> bool:
    """Whether a mark may be a word or a name of people: a common word, or so few letters that many have it."""
    few = SHORT if mark.isascii() else SHORT_EASTERN if all(map(is_cjk, mark)) else 0
    return mark.casefold() in common_words() or len(mark) <= few


def is_of_people(mark: str) -> bool:
    """Whether a mark is also the name of families or of a city, which other firms may bear: Novak, Salzburg."""
    name = mark.casefold()
    return any(name in names for names in (persons(), lexicon().surnames, lexicon().cities))


def is_part(mention: Mention, name: str) -> bool:
    """Whether a mark is only a part of a word that holds no word of trade beside it ("Elmira")."""
    before, after = name[: mention.start], name[mention.end :]
    left = "" if before[-1:].isspace() else " ".join(before.split()[-1:])
    right = "" if after[:1].isspace() else " ".join(after.split()[:1])
    beside = "".join(filter(str.isalpha, left + right))
    parts = name_parts(f"{left} {right}")
    return bool(beside) and (len(beside) < LEAST_JOINED or not (parts.official or parts.trade))


def as_it_reads(mention: Mention) -> str:
    """The mark as it stands in the name, and what it reads as where that is written otherwise."""
    if _is_plain(mention):
        return f'the mark "{shown(mention.text)}"'
    return f'"{shown(mention.text)}", which reads as the mark "{mention.mark}"'


def _is_plain(mention: Mention) -> bool:
    return mention.text.casefold() == mention.mark.casefold()


def comma(mention: Mention) -> str:
    """What ends the clause of a mark that is written otherwise."""
    return "" if _is_plain(mention) else ","


def evidence_at(mention: Mention) -> Evidence:
    """Where a mark stands in a seller's name."""
    return Evidence(
        field="seller_name",
        observed=mention.text,
        expected="a seller on the brand's list",
        span=(mention.start, mention.end),
        asset=mention.mark,
    )
