"""What a title adds with a "+" that the catalogue's name says too: "+ 24 bits" of a drill with 24 bits is no bundle."""

import re
from collections import Counter
from decimal import Decimal

ADDED = re.compile(r"[^+,;:|(/]*")
SIGN = re.compile(r"[+]")
TOKEN = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
LEAST_WORD = 3
LEAST_KIN = 5
MOST_MORE = 3
"""So many letters more does another form of a word have."""
MOST_ADDED = 3
"""So many words behind the sign name what is added."""
SUM = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d)?)\s?$")
SUMMAND = re.compile(r"\s?(\d{1,3}(?:[.,]\d)?)\s?([^\W\d_]{2,})")


def is_named(found: re.Match[str], name: str) -> bool:
    """Whether what stands behind a "+" is what a folded name says of the product, and stands no second time before it.

    So is a sum of two measures that the name says: "4.5 + 6 Tog" of 10.5 Tog.
    """
    sign = SIGN.search(found.string, found.start(), found.end())
    if sign is None or not name:
        return False
    before, behind = found.string[: sign.start()], found.string[sign.end() :]
    if _is_sum(before, behind, name):
        return True
    clause = ADDED.match(behind)
    added = TOKEN.findall(clause[0])[:MOST_ADDED] if clause else []
    own, said = Counter(TOKEN.findall(name)), Counter(TOKEN.findall(before))
    telling = [token for token in added if token[0].isdigit() or len(token) >= LEAST_WORD]
    return any(not token[0].isdigit() for token in telling[:2]) and all(
        _times(token, said) < _times(token, own) for token in telling[:2]
    )


def _times(token: str, words: Counter[str]) -> int:
    """How often words have a token, in whatever form: "z zasilaczem" has a "zasilacz"."""
    if len(token) < LEAST_KIN:
        return words[token]
    return sum(many for word, many in words.items() if _are_kin(token, word))


def _are_kin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) >= LEAST_KIN and len(long) - len(short) <= MOST_MORE


def _is_sum(before: str, behind: str, name: str) -> bool:
    one, other = SUM.search(before), SUMMAND.match(behind)
    if one is None or other is None:
        return False
    total = Decimal(one[1].replace(",", ".")) + Decimal(other[1].replace(",", "."))
    stated = re.findall(rf"(?<![\d.,])(\d{{1,3}}(?:[.,]\d)?)\s?{other[2]}(?![^\W\d_])", name)
    return any(Decimal(said.replace(",", ".")) == total for said in stated)
