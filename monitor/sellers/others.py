"""Whose a contact is by the words before it: hotlines of carriers and importers' mails stand in strangers' texts."""

import re
from functools import cache

from monitor.brands.roster import LEGAL_FORMS
from monitor.sellers.words import one_of, words

WITHIN, BLOCK = 90, 300
"""So many characters before a contact may name whose hotline it is, or begin the block that it is a part of."""
END = re.compile(r"[.!?;。！？；\n]\s|\n|[。！？；]")
AT = r"[\s:,(–—-]{0,3}(?:on|at|under|unter|an|au|al|en|при|на)?[\s:(+–—-]{0,3}$"
FORMS = "|".join(sorted(form for form in LEGAL_FORMS if len(form) > 2 and form not in ("and", "und", "spa")))
FIRM = rf"[^\n:;!?。；！？]{{0,50}}\b(?:{FORMS})\b"
"""A company's name, in small letters: "Hersteller Kiwi Toys Ltd."; shorter legal forms are words, too."""
LABEL = re.compile(r"(?:^|[\n.,;|。；，])\s*([^\W\d][^\n:.,;|。；，]{0,30}?)\s?:")
"""What stands before a colon, at the beginning of a line or a part of a sentence."""


def is_anothers(text: str, start: int) -> bool:
    """Whether what stands at a place in a text (NFKC) is said to be a carrier's, a service's or a marketplace's.

    Its name is right before, or in the same sentence before a word of customer service.
    """
    before = text[max(0, start - WITHIN) : start]
    sentence = END.split(before)[-1]
    return _another().search(sentence) is not None


def is_appointed(text: str, start: int) -> bool:
    """Whether what stands at a place in a text (NFKC) is of a block that begins with the part somebody else plays.

    Such as the responsible person, the importer or the arbitration board. The block ends with a blank line, where the
    seller speaks of himself, and with a label of something else.
    """
    before = text[max(0, start - BLOCK) : start].lower().replace("\u0307", "")  # what is left of a Turkish İ
    said = list(_parts().finditer(before))
    return bool(said and said[-1]["part"]) and all(
        _of_block().search(label[1]) for label in LABEL.finditer(before, said[-1].end())
    )


@cache
def _another() -> re.Pattern[str]:
    known = words("other")
    name, service = one_of(known["names"]), "|".join(map(re.escape, known["services"]))
    return re.compile(
        rf"(?:{name})(?:(?: \w+)?{AT}|.*?(?:{service}))|(?:{service})\w*\s(?:\w+\s){{0,2}}(?:{name})", re.IGNORECASE
    )


@cache
def _parts() -> re.Pattern[str]:
    """The parts others play, and what ends a block, in small letters, as a search without case takes twice as long.

    A part that sellers also say of themselves counts only as a label.
    """
    known = words("other")
    heads, labels = one_of(known["parts"]), one_of(known["labelled_parts"])
    ends = rf"\n\s*\n|{one_of(known['seller'])}"
    return re.compile(
        rf"(?P<part>{heads}|(?:{labels})(?=[^\n:.,;!?。，；！？]{{0,40}}(?:[\n:]|,?\s?$)|{FIRM}))|{ends}",
    )


@cache
def _of_block() -> re.Pattern[str]:
    return re.compile(one_of(words("other")["block"]), re.IGNORECASE)
