"""Numbers that may count units, beside a catalogue's name that says one piece: in the singular, or by a word for it.

"Brake rotors, 2 pcs" of a "brake rotor" are two: the title names in the plural what the name has in the singular, and
whoever lists one rotor writes no plural. Where such a title has another number, or a word for a pair or a set, and no
rule has read it, it is asked about, rather than taken for one.
"""

import re

from monitor.products.beside_counts import ABOUT, FOR_BEFORE, UP_TO, WITH_BEFORE
from monitor.products.confirmed import LEAST_OF_A_WHOLE, OF_UNITS, consists, is_never_single, is_sold_together, says_so
from monitor.products.counting import (
    BY_THE_SET,
    CONTENTS,
    ONLY_PAIRS,
    OWN_PARTS,
    PAIRED,
    PARTS,
    SET_WORDS,
    SEVERAL,
    SHEETS,
)
from monitor.products.exact_count import UNIT
from monitor.products.lazy import lazily
from monitor.products.makers_packs import ONE_PIECE
from monitor.products.numerals import NUMERALS
from monitor.products.packs import Pack
from monitor.products.pairs import QUOTED, is_a_pair, is_one
from monitor.products.plurals import plural_in
from monitor.products.sized import MEASURED, smallest
from monitor.products.unread import COUNTERS, OF_SIZE
from monitor.products.words import fold

WORD = re.compile(r"[^\W\d_]+")
OF_SEVERAL = (ONLY_PAIRS, SET_WORDS, SEVERAL)
A_PAIR = 2
A_KILO = 1000
STEM = 4
"""So many letters of a word are the same in the singular and in the plural."""
SO_MANY = lazily(r"(?<![\w.,])(\d{1,3})\s?[x×]?\s([^\W\d_]{2,})")
SO_MANY_TIMES = lazily(r"(?<![\w.,])(\d{1,3})\s?[x×]\s?([^\W\d_]{4,})")
TIMES_LAST = re.compile(r"\d\s?[x×]$")
"""So many times what follows: "set 2x" of "set 2x battery"."""
OF_ASIA = lazily(rf"[{COUNTERS}](?:[装裝入]|入り|セット)?")
DIGITS = re.compile(r"\d+")
OF_SHEETS = lazily(rf"(?<![\w.,/-])([2-9]|[1-9]\d\d?)\s(?:{SHEETS.either})(?!\w)")
HAN = lazily(r"[\u4e00-\u9fff]{2,}(?![\u4e00-\u9fff])")
SO_MANY_HAN = lazily(r"(?<![\d.,第x×*/~-])([2-9]|10|[两二三四五六八十])([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
APART = lazily(
    rf"(?<![^\s(\[,;–])([2-9]|[1-9]\d)(?![\d+/'’\"°%-]|[.,:]\d|\s?[x×*]\s?\d|{UNIT})\s?(?P<noun>[^\W\d_]+)?(?![\d/])"
)
"""A number that stands alone and is no measure, with the word behind it."""


def agreed(title: str, name: str, said: Pack) -> Pack | None:
    """The units that doubtful words of a title count beside a name that says one piece; None where they may not."""
    quoted = QUOTED.match(said.problem)
    if quoted is None or not said.loose or said.maybe >= LEAST_OF_A_WHOLE:
        return None
    text, own, words = fold(title), fold(name), quoted[1]
    many = said.maybe or (A_PAIR if is_one(fold(words)) else 0)
    plural = plural_in(text, own)
    if not plural and ONE_PIECE.search(own) is None:
        return None
    if many <= 1 or says_so(own, many) or _is_one(text, own) or is_never_single(text, many) or _weighs_all(text, own):
        return None
    start = text.find(fold(words))
    if any(pattern.search(text[: max(start, 0)]) for pattern in (ABOUT, FOR_BEFORE, UP_TO, WITH_BEFORE)):
        return None
    nouns = WORD.findall(fold(words)) if said.maybe else []
    counts = all(noun == plural or OF_UNITS.fullmatch(noun) or OF_ASIA.fullmatch(noun) for noun in nouns)
    return Pack(units=many, text=words) if counts else None


def comes_with_it(title: str, name: str, said: Pack) -> bool:
    """Whether a number counts what the name says as often: "2x battery" of a "drill with 2 batteries"."""
    units = said.units if TIMES_LAST.search(said.text) else said.maybe if said.loose else 1
    if units <= 1:
        return False
    many = str(units)
    mine = [found[2] for found in SO_MANY.finditer(fold(name)) if found[1] == many]
    if not mine:
        return False
    text = fold(title)
    if any(text.count(f"{many} {one}") == 1 == text.count(many) for one in mine):
        return True
    times = [one for one in SO_MANY_TIMES.finditer(text) if one[1] == many]
    if not times or not WORD.search(text[: times[0].start()]):
        return False  # What stands first counts the goods.
    return any(times[0][2][:STEM] == one[:STEM] for one in mine)


def unread_number(title: str, name: str) -> Pack | None:
    """The question what a number, or a word for a pair or a set, is in a title that names several; None without."""
    text, own = fold(title), fold(name)
    if sheets := _sheets(text, own):
        return sheets
    if said := "" if text.isascii() else _last_noun(text, own):
        return Pack(problem=f'"{said}" in the title may or may not be a number of units')
    plural = plural_in(text, own)
    if not plural or says_so(own, 0) or (PAIRED.has(plural) and not BY_THE_SET.has(plural)) or PAIRED.within_text(own):
        return None
    words = set(WORD.findall(text)) - set(WORD.findall(own))
    said = next((word for word in sorted(words) if any(kind.has(word) for kind in OF_SEVERAL)), "")
    said = said or ("" if PAIRED.within_text(text) else _number(text, own, plural))
    return Pack(problem=f'"{said}" beside "{plural}" in the title may be a number of units') if said else None


def _last_noun(text: str, own: str) -> str:
    """A number right before the sign that the goods' name ends in, in scripts without blanks: "7饼" of a "茶饼"."""
    last = {found[0][-1] for found in HAN.finditer(own) if found[0][-2] not in NUMERALS}
    found = next((one for one in SO_MANY_HAN.finditer(text) if one[2] in last and f"{one[1]}{one[2]}" not in own), None)
    return found[0] if found else ""


def _sheets(text: str, own: str) -> Pack | None:
    """The question how many sheets are one unit, of "sandpaper" without a number and the like."""
    if not BY_THE_SET.within_text(text):
        return None
    found = OF_SHEETS.search(text)
    if found is None or says_so(own, int(found[1])):
        return None
    return Pack(problem=f'"{found[0]}" in the title may or may not be a number of units')


def _number(text: str, own: str, plural: str) -> str:
    """A number that no rule has read, with the word behind it; what the goods have is nothing that is sold."""
    numbers = DIGITS.findall(own)
    for found in APART.finditer(text):
        noun, before = found["noun"] or "", text[: found.start()]
        of_one = (
            noun in PARTS.words
            or noun in CONTENTS.words
            or (OWN_PARTS.has(noun) and plural in before and noun not in plural)
        )
        if found[1] not in numbers and not of_one and not OF_SIZE.search(before):
            return found[0].strip()
    return ""


def _weighs_all(text: str, own: str) -> bool:
    """Whether a title repeats the name's weight of a kilo or less, as of food: all pieces may weigh that together."""
    mine, said = ({smallest(one) for one in MEASURED.finditer(where)} for where in (own, text))
    return any(unit == "g" and size <= A_KILO for size, unit in mine & said)


def _is_one(text: str, own: str) -> bool:
    """Whether goods consist of pieces, hold so many, or are sold by the pair, the box or the set."""
    return consists(text, own) or is_sold_together(text) or PAIRED.within_text(text) or is_a_pair(own)
