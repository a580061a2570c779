"""Numbers beside a product whose name says a set: what it holds is no number of units.

"Set of 4" of a "Multipack CMYK" is one of it, or four: the catalogue does not say how many one has. Twelve of a set of
12 colours are the set.
"""

import re

from monitor.products.amounts import pieces
from monitor.products.counting import (
    GOODS,
    LOOSE_PIECES,
    MULTIPACKS,
    OUTER,
    PACK_WORDS,
    PARTED,
    PARTS,
    PIECE_WORDS,
    SET_WORDS,
    SETS,
    TWOS,
)
from monitor.products.exact_count import UNIT
from monitor.products.lazy import lazily
from monitor.products.makers_packs import ONE_PIECE
from monitor.products.numerals import BEFORE
from monitor.products.packs import Pack, counted
from monitor.products.pairs import is_a_pair
from monitor.products.plurals import goods_in_plural, plural_in
from monitor.products.sizes_of_set import of_two_wipers
from monitor.products.words import fold

WORD = re.compile(r"[^\W\d_]+")
OF_PARTS = lazily(rf"(?<![\d.,])(\d{{1,3}})\s?色|{BEFORE}(\d{{1,3}})[\s-]?([^\W\d_]+)")
MADE_UP = lazily(
    r"(?<![\d.,])(\d{1,2})[\s-]?(?:tlg|teil(?:e|ig\w*)|-?piece|pieces|pcs?|pc|pièces|piezas|pezzi|peças|delig|częściow\w+|предмет\w*)(?!\w)"
)
"""So many parts of a set."""
EACH = re.compile(r"(?<![\w.,])(\d{1,2})\s?[x×](?!\d)(?=\s?[^\W_])", re.IGNORECASE)
IN_ASIAN = re.compile(
    r"セット|套[装裝件]|(?<![手外护護])套(?!\w)|礼盒|세트|(?:色|マルチ|バラエティ)パック|(?<!\w)[组組](?!\w)|[一1全][组組套]"
)
PAIR_IN_ASIAN = re.compile("[一1][对對双雙]|[对對双雙][装裝]|(?<![ァ-ヶー])ペア(?![ァ-ヶー])")
PIECES_IN_ASIAN = re.compile(
    "[\\d一二两兩三四五六七八九十]{1,3}\\s?[只隻支个個枚本片件条條块塊把根颗粒个脚개](?:[装裝]|入り?|セット|[组組])?"
)
NUMBER = lazily(rf"(?<![\w.,])\d{{1,3}}(?![\w.,]|\s?[x×]|{UNIT})")
"""A number of a name that may be one of pieces, and no measure."""
A_PAIR = 2
MEASURE = 2
"""Words of so few letters are measures: "300 ml" is no part."""
ONE_PAIR_IN_ASIAN = lazily("[一1][对對双雙](?:[装裝]|入り?)?")
JOINED_KINDS = re.compile(r"(?<=[^\W\d])\s?\+\s?(?=[^\W\d])")
TIMES = re.compile(r"\d\s?[x×*]|[x×*]\s?\d")


def of_a_set(title: str, name: str, said: Pack) -> Pack | None:
    """What a title's number (`said`) is beside a name that says a set or a pair; None where it counts units as ever."""
    if said.units == 1:
        return None
    folded = fold(name)
    words = WORD.findall(folded)
    multi = any(map(MULTIPACKS.has, words))
    is_set = multi or any(map(SET_WORDS.has, words)) or IN_ASIAN.search(folded) is not None
    parts = {int(many) for found in OF_PARTS.finditer(folded) for many in (_of_parts(found),) if many}
    if said.units in parts and (is_set or (any(map(PACK_WORDS.has, words)) and not TIMES.search(said.text))):
        return Pack(text=said.text)
    if not is_set:
        return None if TIMES.search(said.text) else _of_a_pair(title, folded, said) or _of_several(title, folded, said)
    rest, nouns = fold(title).replace(fold(said.text), " "), WORD.findall(fold(said.text))
    if TIMES.search(said.text):
        # "5 x drill" of a "drill kit 5 pcs" may be five drills or the kit.
        parted = said.units in pieces(folded) and not _names_set(rest)
        return _of_unsaid_number(said) if parted else None
    packs = any(map(OUTER.has, nouns)) and "er" not in nouns
    if parts or packs or counted(name).units > 1:
        return None
    of_set = multi or any(map(SET_WORDS.has, nouns)) or _counts_pieces(said.text, nouns)
    lot = any(map(PACK_WORDS.has, nouns)) and not _names_set(rest)
    return _of_unsaid_number(said) if of_set or lot else None


def _of_unsaid_number(said: Pack) -> Pack:
    return Pack(problem=f'the title says "{said.text.strip()}", the product\'s name a set of no said number')


def _of_a_pair(title: str, folded: str, said: Pack) -> Pack | None:
    """Two pieces of a pair are the pair, and other numbers of pieces may be so many pairs or half of them.

    Where the name says no pair, two pieces of goods that go in pairs may be one or two, as those of a suit may.
    """
    if not _counts_pieces(said.text, WORD.findall(fold(said.text))):
        return None
    if is_a_pair(folded) or PAIR_IN_ASIAN.search(folded) or of_two_wipers(folded):
        if said.units == A_PAIR:
            return Pack(text=said.text)
        return Pack(problem=f'the title says "{said.text.strip()}", the product\'s name a pair')
    kinds = (PARTED,) if said.units % A_PAIR else (TWOS, PARTED)
    may_be_one = any(kind.within_text(fold(title)) for kind in kinds) and not ONE_PIECE.search(folded)
    return Pack(problem=f'"{said.text.strip()}" in the title may be pieces of one unit') if may_be_one else None


def _of_several(title: str, folded: str, said: Pack) -> Pack | None:
    """The question what a number counts beside a name in the plural, one unit of which may be several pieces."""
    nouns = WORD.findall(fold(said.text))
    if counted(folded).units > 1 or NUMBER.search(folded) or TWOS.within_text(folded) or any(map(OUTER.has, nouns)):
        return None
    plural = "" if plural_in(fold(title), folded) else goods_in_plural(folded)
    return (
        Pack(problem=f'"{said.text.strip()}" in the title may be pieces of one unit of "{plural}"') if plural else None
    )


def _counts_pieces(said: str, nouns: list[str]) -> bool:
    """Whether a title counts single pieces, and no packs or sets of them."""
    said = said.strip(" ,;()（）")
    if PIECES_IN_ASIAN.fullmatch(said) or ONE_PAIR_IN_ASIAN.fullmatch(said):
        return True
    return bool(nouns) and all(PIECE_WORDS.has(noun) or LOOSE_PIECES.has(noun) for noun in nouns)


def _names_set(text: str) -> bool:
    return (
        any(SET_WORDS.has(word) or SETS.has(word) for word in WORD.findall(text)) or IN_ASIAN.search(text) is not None
    )


def of_its_kinds(title: str, name: str, said: Pack) -> Pack | None:
    """One pack of several kinds, where a title counts its kinds: "2 inks" of "black + colour, multipack".

    Where the name says no pack of several kinds, so many are asked about: "pack of 2" of "kit shampoo + conditioner".
    """
    folded = fold(name)
    if "+" not in folded:
        return None
    many, words = said.maybe or said.units, WORD.findall(folded)
    if (said.problem and not said.loose) or _counts_packs(title, said) or TIMES.search(f"{said.text} {said.problem}"):
        return None
    kinds = len(JOINED_KINDS.findall(folded)) + 1
    if many not in (kinds, folded.count("+") + 1) or any(map(OUTER.has, WORD.findall(fold(said.text or said.problem)))):
        return None
    if any(map(MULTIPACKS.has, words)):
        return Pack(text=said.text)
    return _of_unsaid_number(said) if said.units == kinds > 1 else None


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
    return found[1] or (found[2] if found[3] in PARTS.words and len(found[3]) > MEASURE else "")
