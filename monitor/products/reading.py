"""What a number in a title counts: units that are sold, what one of them holds, or one may not know.

"Pack of 6 bottles" are six units, a box of 20 tablets is one, and of "6 strips" nobody can say.
"""

import re
from enum import Enum, auto

from monitor.products.along import for_a_device, is_joined, of_device
from monitor.products.asides import SCARCE
from monitor.products.capacity import Capacity, capacity
from monitor.products.cased import held as held_in_case
from monitor.products.counting import (
    ASSORTED,
    BLADED,
    BLADES,
    BOXED,
    BY_THE_BOX,
    BY_THE_SET,
    CONTAINERS,
    CONTENTS,
    DEVICES,
    DOSES,
    DRINKS,
    GLASSES,
    HOLDERS,
    HUNDREDS,
    IN_BOXES,
    LIDDED,
    MEDIA,
    PARTS,
    PODS,
    SEEDS,
    SHEETED,
    SHEETS,
    SINGLY,
    TABLETS,
    VESSELS,
    WET_FOOD,
    WHOLES,
    WIPERS,
    WORD,
    head_is_goods,
)  # fmt: skip
from monitor.products.numerals import number
from monitor.products.offered import sold_singly
from monitor.products.pack_patterns import (
    ABOUT,
    AFTER_ARTICLE,
    BRICKS,
    BUILT,
    CAPACITY,
    CARDS,
    CJK_CONTENT,
    CJK_PIECES,
    CONTENT,
    CONTENT_NOUN,
    DEVICE,
    DOSE_WORDS,
    DOSED,
    DOSES_AFTER,
    DRUNK_FROM,
    FOR,
    GLASSES_LAST,
    HELD,
    OF_PIECES,
    OF_SETS,
    OF_TYRES,
    PACKED,
    POURED,
    REFILLED,
    SET_OF,
    SIZED,
    STARTER,
    UP_TO,
    WITH,
)  # fmt: skip
from monitor.products.part_counts import of_parts
from monitor.products.portions import is_content
from monitor.products.unread import LOOSE

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
OF_A_SET = re.compile(r"(?:kits?|sets?|coffret|juego|jogo|jeu)\s?\d+", re.IGNORECASE)
LEAST_HUNDREDS = 50
"""From here on nobody counts most goods one by one."""
LEAST_LARGE = 7
"""Packs of fewer are packs of what is sold singly."""
TIMES_LAST = re.compile(r"[x×]\s*$", re.IGNORECASE)
DOSES_NEXT = re.compile(rf"\d{{1,4}}\s?(?:{CONTENTS.either})\b", re.IGNORECASE)
"""So many packs of so many: "10 x 10 capsules"."""
DRUNK_NEXT = re.compile(r"(?:\d(?:[.,]\d+)?\s?(?:l|lt|ltr|lit\w+|л)|[2-9]\d\d\s?(?:ml|мл))\b", re.IGNORECASE)
"""More than any dose is: of milk with omega 3, "12 x 1 l" are twelve."""
SURE = re.compile(rf"\d\s?[x×*]\s?\d|^\W*\d+\s?[x×]|{HELD.pattern}", re.IGNORECASE)
"""Sizes and containers, so many times; and so many times what the title names."""
VOLUME = re.compile(
    r"\d\s?(?:ml|cl|dl|l|lt|ltr|lit(?:er|re)s?|litros?|litri|fl\.? ?oz|fl\.? ?ounces?|мл|л|毫升|升)(?![a-zà-ÿа-яё])",
    re.IGNORECASE,
)
"""What one bottle holds: a weight may be that of all pieces together, a volume is not."""
BARE_PIECES = re.compile(
    rf"^\W*\d+[\s-]?(?:{LOOSE})\b\.?\W*$|\d\s?(?:[個个枚粒本支개](?:入り?|입)|枚)\W*$", re.IGNORECASE
)
"""A number of pieces without a word that says they are packed together."""
LOOSELY = re.compile(
    rf"{OF_PIECES.pattern}|\b(?:set|box|caja|caixa|bo[iî]te|scatola|jeu|jogo|juego|satz|doos)\b"
    r"|[片枚本支个個只根粒条点]",
    re.IGNORECASE,
)
"""Counts of pieces, of a set, or of what is in a box."""
BUNDLED = re.compile(r"\s?束")
"""Bundles of noodles, of which a box or a bag may hold many: "50g×24束"."""
A_WORD = re.compile(r"\s[^\W\d]{3,}")
"""What pieces are of, behind them: "with 13 pcs accessories"."""
TWO_LENGTHS = re.compile(
    r"(?<!\d)[2-8]\d0?(?:\s?[cm]m)?\s?[/&]\s?[2-8]\d0?\s?[cm]m\b|(?<!\d)[2-8]\d0?\s?[cm]m\s?[/&]\s?[2-8]\d0?(?!\d)"
)
"""The lengths of the two wipers of a windscreen, which are sold together."""
LAST_WORD = re.compile(r"\W*\d*[^\W\d]*[\s-]*([^\W\d]+)\W*")
"""A number, in digits or in words, and one word after it."""


SIZES_OF_SET = re.compile(
    r"(?<![\d.,x×])\d{2}(?:\s?[cс][mм])?(?:(?:\s?[/&+]\s?|-|,\s|\s(?:y|e|et|und|and|en|i|и|och|ve)\s)\d{2}(?:\s?[cс][mм])?){2,}\s?[cс][mм]\b"
)
"""Three lengths and more of things of one set, which are all sent."""
LEAST_SIZES = 3
LAST_BLADES = re.compile(rf"(?:{BLADES.either})$", re.IGNORECASE)
SPARED = re.compile(
    r"replacement|spare|refill|ersatz|wechsel|ric?ambi|repuesto|navul|utbytes|смен|запас|wymien|zapas|yedek|carga",
    re.IGNORECASE,
)
"""What makes blades spare ones."""
RAZOR = re.compile(
    r"rasier(?:er|hobel|set)|hobel\b|razor\b|rasoir|rasoio|maquinilla|aparelho|scheer(?:mes|apparaat|houder)\b|houder"
    r"|halter|maszynk|станок|бритв|rakhyvel|makine|start|kit\b|set\b",
    re.IGNORECASE,
)
"""What blades come with."""
GLUED = re.compile(rf"\d(?:{CONTAINERS.either})\b(?!\W*$)", re.IGNORECASE)
"""A number and a container in one word, and something behind them."""


class Reading(Enum):
    """What a number that stands like a count is."""

    UNITS = auto()
    UNKNOWN = auto()
    """Units, if the goods are sold singly, which is not known of them."""
    DOUBT = auto()
    CONTENT = auto()


def read(found: re.Match[str], text: str, folded: str) -> Reading:
    """What a number that stands like a count is, by its words and by the goods."""
    said, before, before_number = found[0], text[: found.start()], text[: found.start(1)]
    pieces, held, of_what = OF_PIECES.search(said), HELD.search(said), FOR.search(before)
    goods = head_is_goods(folded)
    of_holder = (held or said[-1] in "个個") and (
        of_what or (HOLDERS.within_text(folded) and not _filled(before, folded))
    )
    of_pieces = pieces or CJK_PIECES.search(said) or OF_A_SET.fullmatch(said)
    of_title = AFTER_ARTICLE.match(said) and MEDIA.within_text(folded)
    of_whole = of_pieces and WHOLES.within_text(folded) and not for_a_device(text)
    of_lengths = (TWO_LENGTHS.search(text) and WIPERS.within_text(folded)) or of_sizes(number(found[1]), text)
    in_case = held_in_case(folded)
    of_case = number(found[1]) in in_case.certain
    if of_title or of_lengths or of_holder or of_whole or of_case or of_parts(found, text):
        return Reading.CONTENT
    by_set = _of_set(found) if BY_THE_SET.within_text(folded) else None
    by_words = _by_words(found, before, text)
    by_content = by_words or by_set or _content(found, text, folded) or (None if goods else _dosed(found, text, folded))
    if by_content is not None:
        return by_content
    of_others = pieces and A_WORD.match(text, found.end())
    glasses = GLASSES_LAST.search(said)
    joined = (held or of_others or glasses) and WITH.search(before)
    drunk = joined and held and number(found[1]) >= LEAST_CONTENT and DRUNK_FROM.search(before[: joined.start()])
    added = (
        joined
        and not PACKED.search(before)
        and not (drunk and DRINKS.within_text(folded) and not GLASSES.within_text(folded))
    )
    poured = glasses and (POURED.search(text) or DEVICES.within_text(folded))
    of_set = said[0] in "([" and SET_OF.search(before)
    along = (WITH.search(before_number) and of_device(before_number)) or is_joined(text, found.start(1))
    about = ABOUT.search(before_number) or UP_TO.search(before)
    scarce = pieces and SCARCE.within_text(folded)
    cased = number(found[1]) in in_case.doubtful or BUNDLED.match(text, found.end())
    if added or along or poured or of_what or of_set or about or scarce or cased or CAPACITY.match(text, found.end()):
        return Reading.DOUBT
    counted_with_lids = (pieces or CJK_PIECES.search(said)) and LIDDED.within_text(folded) and CONTENT.search(text)
    if counted_with_lids:
        return Reading.DOUBT
    named = number(found[1]) < LEAST_LARGE and (_named_first(folded) or _of_glasses(text, folded))
    of_kit = pieces and not goods and not named and CONTENT.search(text)
    if of_kit:
        return Reading.DOUBT
    return Reading.UNITS if _sold_singly(found, text, folded) else Reading.UNKNOWN


def _filled(before: str, folded: str) -> bool:
    """Whether what holds so many is sold with drinks in it: "cool box with 12 cans of beer"."""
    return DRINKS.within_text(folded) and WITH.search(before) is not None


def of_sizes(many: int, text: str) -> bool:
    """Whether a title lists as many sizes as it counts, each another: "3 pans 20/24/28 cm" are one set."""
    if many < LEAST_SIZES:
        return False
    sizes = [size for found in SIZES_OF_SET.finditer(text) for size in re.findall(r"\d+", found[0])]
    return len(set(sizes)) == len(sizes) == many


def _by_words(found: re.Match[str], before: str, text: str) -> Reading | None:
    """What a number of blades or of cups, or one that is one word with a container, is; None of another."""
    made = capacity(found[0], found.start(), text)
    if made is not None:
        return Reading.CONTENT if made is Capacity.SURE else Reading.DOUBT
    if GLUED.match(text, found.end(1) - 1):
        return _of_name(found, before, text)
    blades = _of_blades(found, before) if LAST_BLADES.search(found[0]) else None
    return None if blades is Reading.CONTENT and "blades" not in found.re.groupindex else blades


def _of_blades(found: re.Match[str], before: str) -> Reading:
    """What a number of blades is: units of razor blades, and otherwise what comes with a razor or is in it."""
    many, named = number(found[1]), BLADED.within_text(before.casefold())
    of_razors, spare = BLADED.within_text(found[0].casefold()), SPARED.search(found[0])
    if WITH.search(before) or not (named or (of_razors and not RAZOR.search(before))):
        return Reading.DOUBT if spare or of_razors else Reading.CONTENT
    if many >= LEAST_HUNDREDS or not (many >= LEAST_LARGE or spare or of_razors):
        return Reading.DOUBT
    return Reading.UNITS


def _of_name(found: re.Match[str], before: str, text: str) -> Reading | None:
    """What a number is that is one word with a container, as in a maker's name: "24Bottles Clima Bottle"."""
    named, first = text[found.end(1)].isupper(), not before.strip()
    if VESSELS.within_text(f"{before} {text[found.end() :]}".casefold()):
        return Reading.CONTENT if named or first else Reading.DOUBT
    return Reading.DOUBT if first or (named and not SIZED.search(text)) else None


def _of_glasses(text: str, folded: str) -> bool:
    """Whether a title is about glasses of a size, and about nothing to pour into them from."""
    return bool(GLASSES.within_text(folded) and SIZED.search(text) and not POURED.search(text))


def _named_first(folded: str) -> bool:
    """Whether a title begins with goods that are sold singly, and not with a set."""
    first = WORD.findall(folded[:60])[:2]
    return any(SINGLY.has(word) for word in first) and not any(CONTENT.fullmatch(word) for word in first)


def _sold_singly(found: re.Match[str], text: str, folded: str) -> bool:
    """Whether a count divides the price: of known goods, of sizes or packs; what else it counts may be content."""
    if number(found[1]) >= LEAST_HUNDREDS and not SURE.search(found[0]) and not HUNDREDS.within_text(folded):
        return False
    if SURE.search(found[0]) or (number(found[1]) < LEAST_LARGE and not LOOSELY.search(found[0])):
        return True
    each = VOLUME if BARE_PIECES.search(found[0]) else SIZED
    sized = SIZED.search(found[0]) or each.search(text) or OF_TYRES.search(text)
    return bool(sized) or sold_singly(folded)


def _dosed(found: re.Match[str], text: str, folded: str) -> Reading | None:
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


def _of_set(found: re.Match[str]) -> Reading | None:
    """What a number is beside goods that are sold by the set; None before a word for containers or a measure."""
    said = found[0]
    if OF_SETS.search(said):
        return Reading.UNITS
    if SIZED.search(said) or (BOXED_UP.search(said) and not DOSED.search(said)):
        return None
    if TIMES.search(said):
        return Reading.UNITS if number(found[1]) < LEAST_CONTENT else Reading.DOUBT
    return Reading.CONTENT


def _content(found: re.Match[str], text: str, folded: str) -> Reading | None:
    """What a number before "tablets", "sheets" or colours of one case is; None where it counts something else."""
    if SEEDS.within_text(folded):
        return _of_seeds(found)
    eaten = is_content(found[0], number(found[1]), text, folded, text[found.end(1) :])
    if eaten is not None:
        return Reading.CONTENT if eaten else Reading.DOUBT
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
    of_hardware = BY_THE_BOX.within_text(folded) and not BOXES_OF.search(said)
    of_box = (
        IN_BOXES.within_text(folded) and A_BOX.search(folded) and not (SIZED.search(folded) or BOXES_OF.search(said))
    )
    return bool(of_hardware or of_box or (STICKS.search(folded) and OF_STICKS.search(said)))


def _doses(folded: str) -> bool:
    return DOSES.within_text(folded) and not any(kind.within_text(folded) for kind in (PODS, SEEDS, WET_FOOD))


def no_units(said: str, folded: str) -> bool:
    """Whether a number counts parts or measures of one thing ("3 shelves", "(50 mcg)"), or a medicine's doses."""
    if TWO_LENGTHS.search(folded) and WIPERS.within_text(folded):
        return True
    last = LAST_WORD.fullmatch(said)
    made = capacity(said, max(folded.find(said.casefold()), 0), folded) is Capacity.SURE
    if made or (last and last[1].casefold() in PARTS.words):
        return True
    many = re.search(r"\d+", said)
    if many and of_sizes(int(many[0]), folded):
        return True
    if many and (in_one_box(int(many[0]), said, folded) or is_content(said, int(many[0]), folded, folded)):
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
