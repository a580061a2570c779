"""Numbers beside a product whose name says a set: what it holds is no number of units.

"Set of 4" of a "Multipack CMYK" is one of it, or four: the catalogue does not say how many one has. Twelve of a set of
12 colours are the set.
"""

import re

from monitor.products.counting import GOODS, MULTIPACKS, OUTER, PARTS, SET_WORDS
from monitor.products.lazy import lazily
from monitor.products.numerals import BEFORE
from monitor.products.packs import Pack, counted
from monitor.products.words import fold

WORD = re.compile(r"[^\W\d_]+")
OF_PARTS = lazily(rf"(?<![\d.,])(\d{{1,3}})\s?色|{BEFORE}(\d{{1,3}})[\s-]?([^\W\d_]+)")
MADE_UP = lazily(
    r"(?<![\d.,])(\d{1,2})[\s-]?(?:tlg|teil(?:e|ig\w*)|-?piece|pieces|pcs?|pc|pièces|piezas|pezzi|peças|delig|częściow\w+|предмет\w*)(?!\w)"
)
"""So many parts of a set."""
EACH = re.compile(r"(?<![\w.,])(\d{1,2})\s?[x×](?!\d)(?=\s?[^\W_])", re.IGNORECASE)
IN_ASIAN = re.compile("セット|套[装裝]?|礼盒|세트|パック")
TIMES = re.compile(r"\d\s?[x×*]|[x×*]\s?\d")


def of_a_set(name: str, said: Pack) -> Pack | None:
    """What a title's number (`said`) is beside a name that says a set; None where it counts units as ever."""
    folded = fold(name)
    words = WORD.findall(folded)
    multi = any(map(MULTIPACKS.has, words))
    is_set = multi or any(map(SET_WORDS.has, words)) or IN_ASIAN.search(folded) is not None
    if said.units == 1 or not is_set or TIMES.search(said.text):
        return None
    parts = {int(many) for found in OF_PARTS.finditer(folded) for many in (_of_parts(found),) if many}
    if said.units in parts:
        return Pack(text=said.text)
    nouns = WORD.findall(fold(said.text))
    packs = any(map(OUTER.has, nouns)) and "er" not in nouns
    if parts or packs or counted(name).units > 1 or not (multi or any(map(SET_WORDS.has, nouns))):
        return None
    return Pack(problem=f'the title says "{said.text.strip()}", the product\'s name a set of no said number')


def of_its_kinds(title: str, name: str, said: Pack) -> Pack | None:
    """One pack of several kinds, where a title counts its kinds: "2 inks" of "black + colour, multipack"."""
    folded = fold(name)
    if "+" not in folded or not any(map(MULTIPACKS.has, WORD.findall(folded))):
        return None
    many = said.maybe or said.units
    if (said.problem and not said.loose) or _counts_packs(title, said) or TIMES.search(f"{said.text} {said.problem}"):
        return None
    return Pack(text=said.text) if many == folded.count("+") + 1 else None


def _counts_packs(title: str, said: Pack) -> bool:
    """Whether words count packs of several kinds: "2 multipacks", or "pack of 2" and no goods beside "multipack"."""
    words = fold(said.text or said.problem)
    nouns, rest = WORD.findall(words), WORD.findall(fold(title).replace(words, " "))
    if any(map(MULTIPACKS.has, nouns)):
        return "er" not in nouns
    return any(map(MULTIPACKS.has, rest)) and not any(map(GOODS.has, nouns))


def is_made_up(title: str, name: str) -> bool:
    """Whether numbers of a title are the parts that its set has by its name: "4-piece: 2x duvet + 2x pillow"."""
    if len(EACH.findall(title)) <= 1 or EACH.match(title.lstrip()):
        return False  # what stands first may be so many sets
    mine, said = ({int(found[1]) for found in MADE_UP.finditer(fold(text))} for text in (name, title))
    each = [int(many) for many in EACH.findall(fold(title))]
    return len(each) > 1 and sum(each) in mine & said


def _of_parts(found: re.Match[str]) -> str:
    return found[1] or (found[2] if found[3] in PARTS.words else "")
