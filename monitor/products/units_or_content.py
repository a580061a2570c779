"""Whether a number that stands like a count counts units: each question that may deny it, in order.

Parts of one thing, sizes of a set and a maker's case are content at once; then blades and cups, goods that are sold by
the set, and what one pack holds (`pack_content`); then what comes with a device or is made for something else. What
nothing denies counts units where the goods are known to be sold singly, or where the words leave no doubt.
"""

import re

from monitor.products.along import for_a_device, is_joined, of_device
from monitor.products.asides import SCARCE
from monitor.products.beside_counts import (
    ABOUT,
    AFTER_ARTICLE,
    CAPACITY,
    CJK_PIECES,
    CONTENT,
    DRUNK_FROM,
    FOR_BEFORE,
    GLASSES_LAST,
    HELD,
    OF_PIECES,
    OF_TYRES,
    PACKED,
    POURED,
    SET_OF,
    SIZED,
    UP_TO,
    WITH_BEFORE,
)
from monitor.products.capacity import capacity
from monitor.products.cased import held as held_in_case
from monitor.products.counting import (
    BLADED,
    BLADES,
    BY_THE_SET,
    CONTAINERS,
    DEVICES,
    DRINKS,
    GLASSES,
    HOLDERS,
    HUNDREDS,
    LIDDED,
    MEDIA,
    SINGLY,
    VESSELS,
    WHOLES,
    WORD,
    head_is_goods,
)  # fmt: skip
from monitor.products.numerals import number
from monitor.products.offered import sold_singly
from monitor.products.pack_content import LEAST_CONTENT, by_the_set, of_doses, of_one_pack
from monitor.products.part_counts import of_parts
from monitor.products.reading import Reading
from monitor.products.sizes_of_set import of_sizes, of_two_lengths
from monitor.products.unread import LOOSE

OF_A_SET = re.compile(r"(?:kits?|sets?|coffret|juego|jogo|jeu)\s?\d+", re.IGNORECASE)
LEAST_HUNDREDS = 50
"""From here on nobody counts most goods one by one."""
LEAST_LARGE = 7
"""Packs of fewer are packs of what is sold singly."""
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


def read(found: re.Match[str], text: str, folded: str) -> Reading:
    """What a number that stands like a count is, by its words and by the goods."""
    said, before, before_number = found[0], text[: found.start()], text[: found.start(1)]
    pieces, held, of_what = OF_PIECES.search(said), HELD.search(said), FOR_BEFORE.search(before)
    goods = head_is_goods(folded)
    of_holder = (held or said[-1] in "个個") and (
        of_what or (HOLDERS.within_text(folded) and not _filled(before, folded))
    )
    of_pieces = pieces or CJK_PIECES.search(said) or OF_A_SET.fullmatch(said)
    of_title = AFTER_ARTICLE.match(said) and MEDIA.within_text(folded)
    of_whole = of_pieces and WHOLES.within_text(folded) and not for_a_device(text)
    of_lengths = of_two_lengths(text, folded) or of_sizes(number(found[1]), text)
    in_case = held_in_case(folded)
    of_case = number(found[1]) in in_case.certain
    if of_title or of_lengths or of_holder or of_whole or of_case or of_parts(found, text):
        return Reading.CONTENT
    by_set = by_the_set(found) if BY_THE_SET.within_text(folded) else None
    by_words = _by_words(found, before, text)
    by_content = (
        by_words or by_set or of_one_pack(found, text, folded) or (None if goods else of_doses(found, text, folded))
    )
    if by_content is not None:
        return by_content
    of_others = pieces and A_WORD.match(text, found.end())
    glasses = GLASSES_LAST.search(said)
    joined = (held or of_others or glasses) and WITH_BEFORE.search(before)
    drunk = joined and held and number(found[1]) >= LEAST_CONTENT and DRUNK_FROM.search(before[: joined.start()])
    added = (
        joined
        and not PACKED.search(before)
        and not (drunk and DRINKS.within_text(folded) and not GLASSES.within_text(folded))
    )
    poured = glasses and (POURED.search(text) or DEVICES.within_text(folded))
    of_set = said[0] in "([" and SET_OF.search(before)
    along = (WITH_BEFORE.search(before_number) and of_device(before_number)) or is_joined(text, found.start(1))
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
    return DRINKS.within_text(folded) and WITH_BEFORE.search(before) is not None


def _by_words(found: re.Match[str], before: str, text: str) -> Reading | None:
    """What a number of blades or of cups, or one that is one word with a container, is; None of another."""
    made = capacity(found[0], found.start(), text)
    if made is not None:
        return made
    if GLUED.match(text, found.end(1) - 1):
        return _of_name(found, before, text)
    blades = _of_blades(found, before) if LAST_BLADES.search(found[0]) else None
    return None if blades is Reading.CONTENT and "blades" not in found.re.groupindex else blades


def _of_blades(found: re.Match[str], before: str) -> Reading:
    """What a number of blades is: units of razor blades, and otherwise what comes with a razor or is in it."""
    many, named = number(found[1]), BLADED.within_text(before.casefold())
    of_razors, spare = BLADED.within_text(found[0].casefold()), SPARED.search(found[0])
    if WITH_BEFORE.search(before) or not (named or (of_razors and not RAZOR.search(before))):
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
