"""Numbers in a title that say nothing of what the price buys: stock, limits, sales, ratings, parcels.

"Only 2 pieces left" sells one. Which words make a number such an aside is data, in `asides.toml`; what is here is how
they stand beside it.
"""

import re

from monitor.products.counting import OF_OR_FOR, PACK_WORDS, kind_of
from monitor.products.data import data
from monitor.products.numerals import CJK_N, NUMERALS
from monitor.products.unread import COUNTERS, LOOSE

NEAR = 40
"""So many letters beside a number are read."""
WORDS = "|".join(sorted((word for word in NUMERALS if len(word) > 1), key=len, reverse=True))
NUMBER = re.compile(
    rf"(?<![\w.,/*×-])(?:(?:\d{{1,3}}(?:[.,]\d{{3}})+|\d{{1,6}})\+?|(?:{WORDS})\b)(?![/×*]|[.,]\d|\s?x\b|-\d)"
)
ASIAN_NUMBER = re.compile(
    rf"(?<![\d.第]){CJK_N}\d*\s?(?:[{COUNTERS}장]|セット)(?!装|入|セット|組|组|套|パック|x\d|×\d)"
)
PIECES = re.compile(rf"(?:{LOOSE}|pairs?|sets|packs|boxes|paare?|paires|pares|paia)\b\.?")
WORD = re.compile(r"[^\W\d_]+")
GAP = re.compile(r"[\s=]+")
BESIDE = re.compile(r"\W+")


def _cues(rows: dict[str, str], edge: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases of a table that stand between blanks, with the one at `edge`, and those of scripts without blanks."""
    listed = {name: [phrase.strip() for phrase in row.split("|")] for name, row in rows.items()}
    asian = tuple(listed.pop("asian"))
    return tuple(edge.format(phrase) for row in listed.values() for phrase in row), asian


_table = data("asides.toml")
BEFORE, ASIAN_BEFORE = _cues(_table["before"], " {}")
AFTER, ASIAN_AFTER = _cues(_table["after"], "{} ")
COUNTED = tuple(f" {word}" for word in (*OF_OR_FOR.words, *PACK_WORDS.words))
"""What makes the number behind it one of a pack: "set of 6 in stock"."""
READY, ASIAN_READY = _cues(_table["ready"], "{} ")
SCARCE = kind_of(" ".join(_table["scarce"].values()))


def without_asides(text: str) -> str:
    """A title without the numbers that are asides, and without the words for pieces behind them."""
    folded = text.replace("İ", "i").lower()  # case-folding would change the length
    spans = [(found.start(), end) for found in NUMBER.finditer(folded) if (end := _end(folded, found))]
    if not text.isascii():
        spans += [found.span() for found in ASIAN_NUMBER.finditer(folded) if _is_asian_aside(folded, found)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _end(folded: str, found: re.Match[str]) -> int:
    """Where an aside ends with its word for pieces; 0 if the number is none."""
    start, end = found.span()
    after = folded[end : end + NEAR]
    blank = len(after) - len(after.lstrip())
    word = WORD.match(after, blank)
    if word and not PIECES.match(word[0]) and (not blank or PACK_WORDS.has(word[0])):
        return 0
    pieces = PIECES.match(after, blank)
    whole = end + (pieces.end() if pieces else 0)
    before = f" {GAP.sub(' ', folded[max(0, start - NEAR) : start])}".rstrip()
    if before.endswith(BEFORE) or before.rstrip(":. ").endswith(BEFORE):
        return whole
    if before.endswith(COUNTED):
        return 0
    following = _plain(after)
    beyond = _plain(after[pieces.end() :]) if pieces else following
    if beyond.startswith(READY) or following.startswith(AFTER):
        return whole
    counted = word and _plain(after[word.end() :]).startswith(AFTER)
    return (whole if pieces else end) if counted or beyond.startswith(AFTER) else 0


def _plain(text: str) -> str:
    return f"{BESIDE.sub(' ', text).strip()} "


def _is_asian_aside(folded: str, found: re.Match[str]) -> bool:
    before = folded[max(0, found.start() - NEAR) : found.start()].rstrip(" :：")
    after = folded[found.end() : found.end() + NEAR].lstrip()
    return before.endswith(ASIAN_BEFORE) or after.startswith((*ASIAN_AFTER, *ASIAN_READY))
