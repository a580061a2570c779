"""The mark in a writing that is not its own: a disguise, a word joined to it, a slip, or another name."""

import unicodedata
from collections.abc import Sequence

from detectors._sentences import field_name, shown
from detectors._text_flags import NOTE, text_flag, where_read
from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import Mention, Use, Way
from monitor.marks.folding import is_cjk, skeleton
from monitor.products import Outcome
from monitor.records import Flag

DISGUISE, STYLED, BARE_WORD, MISSPELT, JOINED, ASIDE = 65, 45, 45, 45, 45, 30
SIGNS = 3
"""A Chinese mark of so few signs shares their sound with other names."""
DECORATION = frozenset({Way.SEPARATORS, Way.STYLED, Way.ACCENTS})
"""What dresses a mark up as well as hiding it: G·A·R·M·I·N. Who may sell the goods has no reason to hide."""
TYPED = DECORATION | {Way.LOOKALIKES, Way.INVISIBLE}
"""What a keyboard of two alphabets, and text copied from a page, leave behind too."""


def disguised(subject: Subject, brand: Brand, mentions: Sequence[Mention]) -> Flag | None:
    """The mark in a writing that is not its own.

    A slip or a decoration is no fault of who may sell; letters of another alphabet, as a mixed keyboard types them, and
    characters that nobody sees are a note.
    """
    trusted = subject.standing(brand).authorized
    found = [
        m
        for m in mentions
        if (m.deliberate and not (trusted and DECORATION.issuperset(m.ways)))
        or (m.ways and not trusted and m.use is not Use.DESCRIPTIVE)
    ]
    if not found:
        return None
    deliberate = [m for m in found if m.deliberate]
    typed = trusted and all(TYPED.issuperset(m.ways) and not m.text.isascii() for m in deliberate)
    first = next(iter(deliberate), None) or next((m for m in found if m.ways != (Way.JOINED,)), found[0])
    ways = " and ".join(str(way) for way in first.ways)
    shows = f'{field_name(first.field)} shows "{shown(first.text)}"'
    evidence = [where_read(mention) for mention in found]
    if first.deliberate and not all(_of_other_goods(subject, brand, mention) for mention in deliberate):
        said = f'{shows}, which reads as the mark "{first.mark}" ({ways})'
        severity, ends = (NOTE, "; the seller is authorised.") if typed else (DISGUISE, ".")
        if not typed and all(_in_style_of_title(subject, mention) for mention in deliberate):
            severity, ends = STYLED, "; the whole title is written in such letters."
        if not typed and Way.LOOKALIKES in first.ways and _says_no_more(subject, brand, mentions):
            severity, ends = BARE_WORD, "; nothing else in the listing says what is sold."
        return text_flag(brand, severity, "disguise", f"{said}{ends}", evidence)
    if first.ways == (Way.JOINED,):
        said = f'{shows} with another word joined to it; that is the mark "{first.mark}".'
        return text_flag(brand, JOINED, "joined", said, evidence)
    said = f'{shows}, which is near the mark "{first.mark}" ({ways}); it may be a slip, or another name'
    catalogue = subject.portfolio.matchers.get(brand.slug)
    if catalogue and not catalogue.has_word_of(subject.listing.title):
        said += ", as no other word of the title stands in the brand's catalogue"
        return text_flag(brand, ASIDE, "misspelling", f"{said}.", evidence)
    if skeleton(first.text[:1]) != skeleton(first.mark[:1]):
        said += ", as it begins with another letter"
        return text_flag(brand, ASIDE, "misspelling", f"{said}.", evidence)
    return text_flag(brand, MISSPELT, "misspelling", f"{said}.", evidence)


def _in_style_of_title(subject: Subject, mention: Mention) -> bool:
    """Whether styled letters of a title write the mark as they write all its other words: a seller's style."""
    title = subject.listing.title
    if mention.ways != (Way.STYLED,) or mention.field != "title" or any(c.isascii() and c.isalpha() for c in title):
        return False
    others = title[: mention.start] + title[mention.end :]
    plain = [unicodedata.normalize("NFKC", char) for char in others]
    styled = any(char.isascii() and char.isalpha() for char in plain)
    return styled and all(char.isascii() for char in plain if char.isalpha())


def _of_other_goods(subject: Subject, brand: Brand, mention: Mention) -> bool:
    """Whether three Chinese signs only sound like the mark, and the title has no word of the brand's catalogue."""
    catalogue = subject.portfolio.matchers.get(brand.slug)
    short = mention.ways == (Way.SOUND,) and len(mention.mark) <= SIGNS and is_cjk(mention.text[0])
    return short and catalogue is not None and not catalogue.has_word_of(subject.listing.title)


def _says_no_more(subject: Subject, brand: Brand, mentions: Sequence[Mention]) -> bool:
    """Whether a title is one word that looks like the mark, and a listing says nothing else."""
    listing = subject.listing
    alone = {m.text.casefold() for m in mentions} == {listing.title.strip().casefold()}
    silent = not (listing.description.strip() or listing.attributes)
    return alone and silent and subject.match(brand).outcome is Outcome.NONE
