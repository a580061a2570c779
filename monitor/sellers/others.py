"""Whose a contact is by the words before it: a carrier's hotline stands in the texts of strangers."""

import re
from functools import cache

from monitor.sellers.words import one_of, words

WITHIN = 90
END = re.compile(r"[.!?;。！？；\n]\s|\n|[。！？；]")
AT = r"[\s:,(–—-]{0,3}(?:on|at|under|unter|an|au|al|en|при|на)?[\s:(+–—-]{0,3}$"


def is_anothers(text: str, start: int) -> bool:
    """Whether what stands at a place in a text (NFKC) is said to be a carrier's, a service's or a marketplace's.

    Its name is right before, or in the same sentence before a word of customer service.
    """
    before = text[max(0, start - WITHIN) : start]
    sentence = END.split(before)[-1]
    return _another().search(sentence) is not None


@cache
def _another() -> re.Pattern[str]:
    known = words("other")
    name, service = one_of(known["names"]), "|".join(map(re.escape, known["services"]))
    return re.compile(
        rf"(?:{name})(?:{AT}|.*?(?:{service}))|(?:{service})\w*\s(?:\w+\s){{0,2}}(?:{name})", re.IGNORECASE
    )
