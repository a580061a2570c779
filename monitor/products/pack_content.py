"""What one pack holds: tablets, sheets, seeds, screws, colours of one case, doses of a medicine, powder in portions.

Which goods are sold so is data, in `counting.toml`; what is here is from which number on, and beside which words, a
number of them is content. Fewer may be packs of them, which nobody knows.
"""

import re

from monitor.products.beside_counts import (
    BRICKS,
    BUILT,
    CARDS,
    CJK_CONTENT,
    CONTENT_NOUN,
    DEVICE,
    DOSE_WORDS,
    DOSED,
    DOSES_AFTER,
    HELD,
    OF_PIECES,
    REFILLED,
    SIZED,
    STARTER,
)
from monitor.products.capacity import capacity
from monitor.products.cased import held as held_in_case
from monitor.products.counting import (
    ASSORTED,
    BOXED,
    BY_THE_BOX,
    CONTAINERS,
    CONTENTS,
    DOSES,
    IN_BOXES,
    PARTS,
    PODS,
    SEEDS,
    SHEETED,
    SHEETS,
    TABLETS,
    WET_FOOD,
)  # fmt: skip
from monitor.products.numerals import number
from monitor.products.portions import of_food
from monitor.products.reading import Reading
from monitor.products.sizes_of_set import of_sizes, of_two_lengths

LEAST_DOSES = 10
"""Fewer pieces of a medicine may be packs of it."""
SMALL = re.compile(r"(?:\d|1\d|20)(?:[.,]\d+)?\s?(?:g|克|ml)\b", re.IGNORECASE)
"""A dose of a medicine or a tea."""
TIMES_DOSES = re.compile(r"[粒錠锭片枚丸]\)?\s?[x×*]")
STICKS = re.compile(r"スティック(?!のり|糊)|ドリップバッグ|速溶|即溶")
"""Powders and coffee in portions, of which a pack holds many."""
OF_STICKS = re.compile(r"[本条支颗個个袋包][装入]?り?$")
LEAST_CONTENT = 4
"""Fewer tablets or sheets may be packs of them."""
LEAST_SHEETS = 30
"""Fewer packs of wipes may be sold together."""
IN_PACKS = re.compile(rf"\d[\s-]?(?:packs?|pk)\b|{HELD.pattern}", re.IGNORECASE)
TIMES = re.compile(r"[x×*]\s?\d|\d\s?[x×*]|packs?$", re.IGNORECASE)
"""So many times what the title names, or packs of it."""
BOXES_OF = re.compile(
    r"(?:ro(?:ll|ul|to|lo)|рулон|rol(?:ek|ki)|pack(?:s|ungen)|pakete|paquet|pacchi|pacote|упак|opak|box|bo[iî]te|caj|caix|scatol|короб|pudeł)[^\W\d]*$"
    r"|[卷巻盒箱包]$",
    re.IGNORECASE,
)
"""Boxes or rolls of small things."""
BOXED_UP = re.compile(rf"(?:{CONTAINERS.either}|[瓶罐缶盒箱병캔통]|박스)$", re.IGNORECASE)
A_BOX = re.compile(
    r"\b(?:box|carton|caja|caixa|cx|bo[iî]te|scatola|karton|schachtel|doos|pudełko|коробка|ask|kutu)\b|[盒箱]",
    re.IGNORECASE,
)
TIMES_LAST = re.compile(r"[x×]\s*$", re.IGNORECASE)
DOSES_NEXT = re.compile(rf"\d{{1,4}}\s?(?:{CONTENTS.either})\b", re.IGNORECASE)
"""So many packs of so many: "10 x 10 capsules"."""
DRUNK_NEXT = re.compile(r"(?:\d(?:[.,]\d+)?\s?(?:l|lt|ltr|lit\w+|л)|[2-9]\d\d\s?(?:ml|мл))\b", re.IGNORECASE)
"""More than any dose is: of milk with omega 3, "12 x 1 l" are twelve."""
LAST_WORD = re.compile(r"\W*\d*[^\W\d]*[\s-]*([^\W\d]+)\W*")
"""A number, in digits or in words, and one word after it."""


def of_doses(found: re.Match[str], text: str, folded: str) -> Reading | None:
    """What a number in a title about a medicine or a tea is; None where the title is about none, or it counts packs."""
    if not _doses(folded):
        return None
    dosed, pieces = DOSED.search(found[0]), OF_PIECES.search(found[0])
    many = number(found[1]) >= LEAST_DOSES
    times = TIMES_LAST.search(found[0])
    if times and (DOSES_NEXT.match(text, found.end()) or DRUNK_NEXT.match(text, found.end())):
        return None
    if pieces and not many and TIMES.match(found[0]):
        return None
    if many and (pieces or dosed):
        return Reading.CONTENT
    return Reading.DOUBT if dosed or pieces or (many and not HELD.search(found[0])) else None


def by_the_set(found: re.Match[str]) -> Reading | None:
    """What a number is beside goods that are sold by the set; None before a word for containers or a measure."""
    said = found[0]
    if SIZED.search(said) or (BOXED_UP.search(said) and not DOSED.search(said)):
        return None
    if TIMES.search(said):
        return Reading.UNITS if number(found[1]) < LEAST_CONTENT else Reading.DOUBT
    return Reading.CONTENT


def of_one_pack(found: re.Match[str], text: str, folded: str) -> Reading | None:
    """What a number before "tablets", "sheets" or colours of one case is; None where it counts something else."""
    if SEEDS.within_text(folded):
        return _of_seeds(found)
    eaten = of_food(found[0], number(found[1]), text, folded, text[found.end(1) :])
    if eaten is not None:
        return eaten
    small = _small(found, text, folded)
    if small is not None or PODS.within_text(folded):
        return small
    many, after = number(found[1]), found.end(1)
    of_packs = HELD.search(found[0]) and not DOSED.search(found[0])
    if not of_packs and (noun := CONTENT_NOUN.match(text, after)) and not DEVICE.search(text):
        least = LEAST_CONTENT if noun[1].casefold() in TABLETS.words else LEAST_DOSES
        return Reading.CONTENT if many >= least else Reading.DOUBT
    if _doses(folded) and DOSES_AFTER.match(text, after):
        each = SMALL.match(found[0])
        return Reading.CONTENT if each or many >= LEAST_DOSES else Reading.DOUBT
    of_sheets = (SHEETED.within_text(folded) or _doses(folded)) and CJK_CONTENT.match(text, after)
    one_case = ASSORTED.within_text(folded) and many >= LEAST_CONTENT and not HELD.search(found[0])
    wiped = many >= LEAST_SHEETS and SHEETS.within_text(folded) and not IN_PACKS.search(found[0])
    return Reading.CONTENT if (of_sheets and many >= LEAST_DOSES) or one_case or wiped else None


def _of_seeds(found: re.Match[str]) -> Reading | None:
    """What a number in a title about seeds is; None where it counts packets."""
    if BOXED_UP.search(found[0]):
        return None
    return Reading.CONTENT if number(found[1]) >= LEAST_DOSES else Reading.DOUBT


def _small(found: re.Match[str], text: str, folded: str) -> Reading | None:
    """What a number of screws, bricks, sticks of coffee or other small things in one box is; None of other goods."""
    said, many = found[0], number(found[1])
    if TIMES_DOSES.search(said):
        return Reading.UNITS
    if BRICKS.search(said) and (many >= LEAST_SHEETS or BUILT.search(text)):
        return Reading.CONTENT
    if in_one_box(many, said, folded):
        return Reading.CONTENT
    boxed = many >= LEAST_DOSES and BOXED.within_text(folded) and not HELD.search(said)
    cards = many >= LEAST_DOSES and CARDS.search(text)
    return Reading.DOUBT if boxed or cards or (REFILLED.search(said) and STARTER.search(text)) else None


def in_one_box(many: int, said: str, folded: str) -> bool:
    """Whether a number counts what a box of screws, gloves or pens, a case, or a pack of powder in portions, holds."""
    if many in held_in_case(folded).certain:
        return True
    if many < LEAST_DOSES:
        return False
    of_hardware = BY_THE_BOX.within_text(folded.partition(" + ")[0]) and not BOXES_OF.search(said)
    of_box = (
        IN_BOXES.within_text(folded) and A_BOX.search(folded) and not (SIZED.search(folded) or BOXES_OF.search(said))
    )
    return bool(of_hardware or of_box or (STICKS.search(folded) and OF_STICKS.search(said)))


def _doses(folded: str) -> bool:
    return DOSES.within_text(folded) and not any(kind.within_text(folded) for kind in (PODS, SEEDS, WET_FOOD))


def no_units(said: str, folded: str) -> bool:
    """Whether a number counts parts or measures of one thing ("3 shelves", "(50 mcg)"), or a medicine's doses."""
    if of_two_lengths(folded, folded):
        return True
    last = LAST_WORD.fullmatch(said)
    made = capacity(said, max(folded.find(said.casefold()), 0), folded) is Reading.CONTENT
    if made or (last and last[1].casefold() in PARTS.words):
        return True
    many = re.search(r"\d+", said)
    if many and of_sizes(int(many[0]), folded):
        return True
    if many and (
        in_one_box(int(many[0]), said, folded) or of_food(said, int(many[0]), folded, folded) is Reading.CONTENT
    ):
        return True
    if many and int(many[0]) >= LEAST_CONTENT and _holds(said, last, int(many[0]), folded):
        return True
    return bool(
        many and int(many[0]) >= LEAST_DOSES and _doses(folded) and (DOSE_WORDS.search(said) or DOSED.search(said))
    )


def _holds(said: str, last: re.Match[str] | None, many: int, folded: str) -> bool:
    """Whether a number counts what one pack holds: tablets, sheets, colours of one case."""
    noun = last[1].casefold() if last else ""
    if noun in CONTENTS.words and (many >= LEAST_DOSES or noun in TABLETS.words) and not PODS.within_text(folded):
        return True
    of_sheets = many >= LEAST_DOSES and SHEETED.within_text(folded) and re.search(r"[片张張枚抽組组条双]\W*$", said)
    wiped = many >= LEAST_SHEETS and SHEETS.within_text(folded) and not IN_PACKS.search(said)
    return bool(of_sheets) or wiped or (ASSORTED.within_text(folded) and not HELD.search(said))
