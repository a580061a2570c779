"""Words of another alphabet that only look like a mark: веко in a Russian title is an eyelid, not a disguised BEKO."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from monitor.marks.mention import Mention, Way
from monitor.marks.spelling import script
from monitor.records import Listing

WORD = re.compile(r"[^\W\d_]+")
LOOKS = frozenset({Way.LOOKALIKES, Way.ACCENTS, Way.TYPO, Way.DOUBLED})
"""In no other way than these is such a word written otherwise than the mark."""


def in_its_alphabet(mentions: Iterable[Mention], listing: Listing) -> tuple[Mention, ...]:
    """The mentions, of which those that may be words of the text's own alphabet say so (`Way.ALPHABET`).

    Such a word is wholly of one alphabet, and most letters around it are of that one. A mark alone in the brand field,
    among words of the mark's alphabet, or beside a word of two alphabets is a disguise.
    """
    return tuple(_judged(one, listing) if Way.LOOKALIKES in one.ways else one for one in mentions)


def is_of_another(mention: Mention) -> bool:
    """Whether a word that only looks like a mark is wholly of an alphabet that is not the mark's."""
    own = _alphabet(mention.text)
    looks = Way.LOOKALIKES in mention.ways and LOOKS.issuperset(mention.ways)
    return looks and bool(own) and own != _alphabet(mention.mark)


def stands_alone(mention: Mention, listing: Listing) -> bool:
    """Whether the title has no word of the mark's alphabet but the mention, so nothing shows that it is a disguise."""
    own = _alphabet(mention.mark)
    return not any(_alphabet(word) == own for word in WORD.findall(listing.title) if word != mention.text)


def _judged(mention: Mention, listing: Listing) -> Mention:
    own = _alphabet(mention.text)
    if mention.field == "brand" or not is_of_another(mention):
        return mention
    for text in _around(mention, listing):
        letters: Counter[str] = Counter()
        for word in WORD.findall(text):
            letters[_alphabet(word)] += len(word)
        if "" in letters:
            return mention
        if letters:
            ways = (Way.ALPHABET, *(way for way in mention.ways if way in (Way.TYPO, Way.DOUBLED)))
            return replace(mention, ways=ways) if 2 * letters[own] >= letters.total() else mention
    return mention


def _around(mention: Mention, listing: Listing) -> Iterator[str]:
    """The texts that may tell of which alphabet a text is, the nearest first, without the word itself."""
    texts = {"title": listing.title, "description": listing.description}
    own = listing.seller_name if mention.field == "seller_name" else texts.pop(mention.field, None)
    if own is None:
        name = mention.field.removeprefix("attributes.")
        own = listing.attributes.get(name, "")
        texts[name] = name
    yield f"{own[: mention.start]} {own[mention.end :]}"
    for text in texts.values():
        yield re.sub(re.escape(mention.text), " ", text, flags=re.IGNORECASE)


def _alphabet(text: str) -> str:
    """The alphabet of all letters of a text; empty where they are of several, or there are none."""
    found = {script(char) for char in text if char.isalpha()}
    return found.pop() if len(found) == 1 else ""
