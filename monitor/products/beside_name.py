"""The units that a title sells of a product whose name says how many pieces one unit holds.

"44 pack" of a product whose name ends in "44 pack" is one of it, "4 per blister, 10 blisters" of a blister of four are
ten. In this order: an arithmetic that leaves no doubt, packs beside the number of the name, that number alone, and
pieces that the number divides. What is not certain is a problem, because the price is divided by what is found.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from monitor.products.all_told import all_told
from monitor.products.asides import without_asides
from monitor.products.beside_counts import UP_TO
from monitor.products.counting import CONTAINERS, CONTENTS, INNER, LARGER, OF_OR_WITH, OUTER, PARTS
from monitor.products.exact_count import UNIT, exact
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, BEFORE, MOST, NUMERALS, N, beginning, number
from monitor.products.own_count import (
    A_PACK,
    ASIAN,
    BEFORE_NOUN,
    IN_A_PACK,
    NUMBER,
    PACKED,
    WORD,
    Own,
    is_goods,
    own_count,
)
from monitor.products.packs import Pack, counted
from monitor.products.parted import parted
from monitor.products.said_twice import said_twice
from monitor.products.thresholds import without_thresholds
from monitor.products.unread import PACKS, choice, choice_of_goods
from monitor.products.words import fold

HERE = "§"
"""Stands for the number of the name, where a title repeats it."""
SIZED_TIMES = lazily(rf"\s?[x×]\s?(?={AMOUNT})")
SIZE_BEFORE = lazily(rf"(?:{AMOUNT})\s?[x×*]\s?$")
"""Before the number of the name, where a size stands first: "330 ml x 24"."""
BEHIND = lazily(r"[\s-]?(?:er[\s-]?)?([^\W\d_]{2,})\.?")
PACK_BEFORE = lazily(rf"{A_PACK}$")
PER_PACK = lazily(rf"\s(?:par|per|je|pro|por|a|na|в|i|im|in)\s(?:{PACKS}|{OUTER.either})(?!\w)")
ASIAN_BEHIND = lazily(rf"\s?(?:{ASIAN}|[包袋盒])(?:{PACKED}|/[卡盒袋包板])?")
TIMES_HERE = lazily(rf"\d\s?[x×*]\s?[^\w{HERE}]{{0,3}}{HERE}|{HERE}\s?[x×*]\s?\d")
AT_END = (
    rf"(?=\s*(?:$|[),;(|–-]|(?:{OUTER.either}|{CONTAINERS.either})(?!\w)|"
    r"[盒箱袋包卡板提冊本罐瓶]|パック|ケース|[個个点]?(?:セット|組|组)|[個个](?![^\W\d_])))"
)
"""Behind a number that multiplies the pieces: it counts nothing else, as "4 rolls x 45 sheets" does."""
TIMES = lazily(
    rf"^\W*(?:packs?|lotes?|lot|paquete|pacote|confezione|conf\.?|pak)\s(?:(?:de|di|da|of|van|x)\s)?{N}\s"
    rf"(?!(?:{PARTS.either}|in|en|em)(?!\w))(?=.*{HERE})"
    rf"|^\W*{N}\s?[x×]\s(?=.*{HERE})|{BEFORE}{N}\s?[x×*]\s?(?=[^\d{HERE}]{{0,12}}{HERE})"
    rf"|{HERE}[^\w{HERE}]{{0,3}}(?:[x×*]\s?{N}(?![.,]?\d){AT_END}|[x×*]{N}(?=\s)(?!\s?(?:[cmk]?[mgl]|oz)(?!\w)))"
)
"""So many times the number of the name."""
OF_THEM = lazily(
    rf"{BEFORE}{N}\s?(?:[x×]\s?)?(?:{OUTER.either}|{CONTAINERS.either})(?!\w)"
    r"|(?<![a-z\d.,第])(\d{1,3})\s?(?:[盒箱卡板提罐瓶冊]|パック|ケース)"
)
"""Packs of it."""
WITHIN = lazily(rf"(?<!\w)(?:in|en|em|w|в|i|dans|på)\s{N}\s(?:{OUTER.either}|{CONTAINERS.either})(?!\w)")
"""Packs in which the pieces are, or in which as many pieces are each."""
IN_LARGER = lazily(
    rf"\s?(?:/|(?<!\w)(?:par|per|je|pro|por|na|w|в|i|im|in|en|em|a|an|each)\s)\s?(?:{PACKS}|{LARGER.either})(?!\w)"
)
"""Behind packs: in what they are in their turn, "10 boxes per case"."""
ONE_OF = lazily(
    r"(?<!\w)(?:1|one|eine?|une?|un[oa]|um|een|jed\w+|один|одна|en|ett|bir)\s(?:of|von|de|di|van|z|из|av|sur|su|/)\s$"
)
"""Before packs of which one is sold: "1 of 10 boxes"."""
COUNTED = lazily(
    rf"{BEFORE}(?P<many>\d{{1,4}})(?P<er>er)?[\s-]?(?P<noun>[^\W\d_]{{2,}})|(?<![\d.,第])(?P<asian>\d{{1,4}})\s?{ASIAN}"
)
"""A number and what it counts."""
TWO_NUMBERS = lazily(rf"{BEFORE}(\d{{1,3}})\s?[x×*]\s?(\d{{1,3}})(?:(?P<unit>{UNIT})|(?![\w/]|[.,]\d))")
"""One number times another, or times a measure."""
FIRST = lazily(r"^\W*(\d{1,3})\s?[x×]\s?(?=[^\W\d])", re.IGNORECASE)
"""So many times all that follows: beside "2x", "pack of 4 (48 pouches)" may be eight."""
BOXES = lazily(rf"^\W*\d{{1,3}}\s?[x×]\s?(?:{OUTER.either})$", re.IGNORECASE)
SO_MANY_TIMES = re.compile(r"\d\s?[x×*]|[x×*]\s?\d")
LEAST_ABBREVIATED = 3
STEM = 4
"""So many letters of a word for packs are the same in the singular."""


def beside(title: str, name: str, said: Pack) -> Pack | None:
    """The units that a title sells of a product whose name says its pieces; None where it is read without that.

    `said` is what the title says by itself. What `by_arithmetic` finds goes before.
    """
    own = own_count(name)
    is_count = not said.problem or said.problem == counted(title).problem
    if not own.pieces or not is_count or choice_of_goods(title):
        return None
    return None if choice(title) else _beside(title, name, said, own)


def _beside(title: str, name: str, said: Pack, own: Own) -> Pack | None:
    rest, stated = _without(fold(without_asides(without_thresholds(beginning(title)))), own)
    more = set((Counter(map(int, NUMBER.findall(fold(title)))) - Counter(own.numbers)).keys())
    packs = {many: words for many, words in _packs(rest) if many in more or not NUMBER.search(words)}
    if said.loose and said.maybe == own.pieces and (held := _of_its_holder(rest, name, own)):
        return held
    others = (set(_numbers(rest, own)) & more) - packs.keys() - {1}
    if certain := next((many for many in packs if many * own.pieces in others), 0):
        return Pack(units=certain, text=packs[certain])
    packs = {many: words for many, words in packs.items() if many == own.pieces or many not in own.apart}
    if stated and any(many * other == own.pieces for many in packs for other in more - {many}):
        return Pack()
    if stated and (packs or WITHIN.search(rest)):
        return _of_packs(rest, packs, others, own)
    if not SO_MANY_TIMES.search(said.text) and (found := _as_said(own, said, others)):
        return found
    of_pieces = not stated and not SO_MANY_TIMES.search(said.text) and (counted(name).units == 1 or said.loose)
    return _of_pieces(rest, own, said) if of_pieces else None


def _of_its_holder(rest: str, name: str, own: Own) -> Pack | None:
    """The number of what the name says that the pieces are in: "tube of 3, 24 tubes" of a "tube of 3"."""
    holder = re.search(rf"(?<![^\W_])([^\W\d_]{{4,}})\s(?:{OF_OR_WITH.either})\s{own.pieces}(?![\w.,])", fold(name))
    found = re.search(rf"{BEFORE}(\d{{1,3}})\s{holder[1][:-1]}[^\W\d_]{{0,3}}(?![^\W_])", rest) if holder else None
    return Pack(units=int(found[1]), text=found[0]) if found and int(found[1]) > 1 else None


def by_arithmetic(title: str, name: str, said: Pack) -> Pack | None:
    """The units that the numbers of a title say together beside the pieces of the name; None where they do not."""
    if len(NUMBER.findall(title)) <= 1:
        return None
    own = own_count(name)
    if (said.problem and said.problem != counted(title).problem) or choice_of_goods(title):
        return None
    if own.pieces and (certain := _exactly(title, own)):
        return certain
    found = parted(title, name) or said_twice(title, name) or all_told(title, name)
    first = FIRST.match(title) if found and found.units > 1 else None
    return None if found and first and int(first[1]) not in (1, found.units) else found


def counts_boxes(said: str) -> bool:
    """Whether words count boxes, so many times: "2 x boxes"."""
    return BOXES.search(said) is not None


def unexplained(title: str, name: str, said: Pack) -> str:
    """Why one number times another counts no units of a product whose name says its pieces; "" where it may.

    "3 x 4" beside "12 compartments" may be of the compartments, and "= 8 rolls" is all that one unit holds.
    """
    own, numbers = counted(name), set(map(int, NUMBER.findall(fold(name))))
    held = {int(found[1]) for found in BEFORE_NOUN.finditer(fold(name)) if found[2] not in PARTS.words}
    held |= {own_count(name).pieces, next(map(int, NUMBER.findall(own.content)), 0)}
    says = bool(own_count(name).pieces or own.problem or own.units > 1)
    sides = {found.groups()[:2] for found in TWO_NUMBERS.finditer(fold(name))}
    apart = (found for found in TWO_NUMBERS.finditer(fold(title)) if found.groups()[:2] not in sides)
    products = [(int(found[1]), int(found[2]), found["unit"]) for found in apart]
    of_two = any(
        said.units in (one, other, one * other) and (says or numbers & {one, other})
        for one, other, unit in products
        if said.units != one or not (unit or (not says and one not in numbers))
        if not (said.units > 1 and ({one, other} - {said.units}) & held and said.units in (one, other) and not unit)
    )
    if said.units > 1 and (of_two or (says and said.text.startswith("="))):
        return f'"{said.text.strip()}" in the title may or may not count units beside what the product\'s name says'
    return ""


def _exactly(title: str, own: Own) -> Pack | None:
    """The units of a title whose numbers fit one product: "20 pcs (5 x 4)"; None where a choice stands beside it."""
    text = fold(without_asides(without_thresholds(beginning(title))))
    is_piece = CONTAINERS.has if own.contained else partial(_is_piece, own=own)
    units, words = exact(text, own.pieces, (own.words, own.numbers), is_piece)
    if not units or choice(text.replace(words, " ")):
        return None
    return Pack(units, words)


def _of_packs(rest: str, packs: dict[int, str], others: set[int], own: Own) -> Pack | None:
    """The units of a title that repeats the number of the name, and counts packs.

    The same number, or a multiple of it, may be that of the pieces again; packs that make up the pieces may be in one
    unit, as the blisters of "60 tablets, 6 blisters" are, and so may packs of which a larger one holds so many.
    """
    if within := WITHIN.search(rest):
        return Pack(problem=f'"{within[0]}" in the title may or may not be a number of units')
    if len(packs) > 1 or others:
        return None
    many, words = next(iter(packs.items()))
    if many % own.pieces == 0 and not TIMES_HERE.search(rest) and not _in_packs(words, own):
        return _other(words, own)
    if _within_one(rest, words, many, own):
        return Pack(problem=f'"{words}" in the title may be what one unit of {own.pieces} pieces is parted into')
    return Pack(many, words)


def _within_one(rest: str, words: str, many: int, own: Own) -> bool:
    """Whether packs may be in one unit: they part its pieces evenly, or are said to be in a larger one."""
    start = rest.find(words)
    before, behind = rest[: max(start, 0)], rest[max(start, 0) + len(words) :]
    if start >= 0 and (IN_LARGER.match(behind) or ONE_OF.search(before)):
        return True
    if own.pieces % many or SO_MANY_TIMES.search(words) or TIMES_HERE.search(rest):
        return False
    nouns = WORD.findall(words)
    stem = nouns[-1][:STEM] if nouns else HERE
    if any(word.startswith(stem) for word in own.words) or _each(rest, stem):
        return False
    return any(map(INNER.has, nouns)) or before.rstrip().endswith(",") or behind.lstrip().startswith(f", {HERE}")


def _each(rest: str, stem: str) -> bool:
    """Whether each pack is said to hold the number of the name: "blister of 4", "4 per blister"."""
    return bool(
        re.search(rf"(?<!\w){stem}\w*\.?\s(?:(?:{OF_OR_WITH.either})\s)?{HERE}|{HERE}\s[^\W\d_]+\s{stem}", rest)
    )


def _as_said(own: Own, said: Pack, others: set[int]) -> Pack | None:
    """One unit, where the title says the number of the name; its multiples in packs may be units or pieces."""
    many = said.maybe if said.loose else said.units
    if said.loose and said.problem.startswith((f'"x{own.pieces}"', f'"×{own.pieces}"')):
        many = own.pieces
    in_packs = _in_packs(said.text, own)
    if many == own.pieces and (not in_packs or _is_one_pack(said.text)) and not others - {many}:
        return Pack(text=said.text)
    doubtful = many == own.pieces or (in_packs and many > 1 and many % own.pieces == 0)
    return _other(said.text, own) if doubtful else None


def _without(text: str, own: Own) -> tuple[str, bool]:
    """A title with a sign in place of what repeats the number of the name, and whether anything does."""
    spans = []
    for found in re.finditer(rf"(?:(?<![^\W\u2e80-\ud7ff])|(?<=\dx))(?<![.,/-]){own.pieces}(?![\d/]|[.,]\d)", text):
        before, behind = text[: found.start()], BEHIND.match(text, found.end())
        if UP_TO.search(before) or (behind and OUTER.has(behind[1]) and not behind[0].startswith(("er", "-"))):
            continue
        asian = ASIAN_BEHIND.match(text, found.end()) or SIZED_TIMES.match(text, found.end())
        if behind and (_is_piece(behind[1], own) or OUTER.has(behind[1])):
            spans.append((found.start(), behind.end()))
        elif asian:
            spans.append((found.start(), asian.end()))
        elif PACK_BEFORE.search(before) or SIZE_BEFORE.search(before) or PER_PACK.match(text, found.end()):
            spans.append(found.span())
    for start, end in reversed(spans):
        text = f"{text[:start]}{HERE}{text[end:]}"
    return text, bool(spans)


def _is_piece(word: str, own: Own) -> bool:
    """Whether a word behind a number counts what the name counts: "pcs", the name's own noun, its short form."""
    if word in PARTS.words:
        return False
    if is_goods(word) or word in own.words:
        return True
    return len(word) >= LEAST_ABBREVIATED and any(one.startswith(word) for one in own.words)


def _packs(rest: str) -> Iterator[tuple[int, str]]:
    """The numbers that count packs of the product in a title without the number of its name."""
    for pattern in (TIMES, OF_THEM):
        for found in pattern.finditer(rest):
            many = next(number(said) for said in found.groups() if said and (said.isdecimal() or said in NUMERALS))
            if 1 < many <= MOST and not UP_TO.search(rest[: found.start()]):
                yield many, found[0].replace(HERE, "").strip(" \t,;()")


def _in_packs(said: str, own: Own) -> bool:
    """Whether words count packs, in the plural, and not what the name counts."""
    nouns = WORD.findall(fold(said))
    return any(OUTER.has(word) and word not in own.words for word in nouns) and "er" not in nouns and "-" not in said


def _is_one_pack(said: str) -> bool:
    """Whether words name one pack before the number that it holds: "blister of 8"."""
    first = WORD.match(fold(said))
    return first is not None and INNER.has(first[0])


def _numbers(rest: str, own: Own) -> Iterator[int]:
    """The numbers that count goods; sheets and the like are counted where the name does so."""
    for found in COUNTED.finditer(rest):
        noun = found["noun"] or ""
        if CONTENTS.has(noun) and own.words.isdisjoint(CONTENTS.words):
            continue
        if found["asian"] or found["er"] or _is_piece(noun, own) or OUTER.has(noun) or CONTAINERS.has(noun):
            yield int(found["many"] or found["asian"])


def _of_pieces(rest: str, own: Own, said: Pack) -> Pack | None:
    """The units that a title's pieces make, where it does not repeat the number of the name.

    Fewer pieces than that may be packs, as ever; a number that the name may not mean as its pieces is asked about.
    """
    many = said.maybe if said.loose else said.units
    if not said.problem and many == 1 and own.packed:
        held = {int(found["many"]) for found in COUNTED.finditer(rest) if is_goods(found["noun"] or "")}
        held |= {int(one) for found in IN_A_PACK.finditer(rest) for one in found.groups() if one}
        many = held.pop() if len(held) == 1 else 1
    if many < own.pieces or (said.problem and not said.loose):
        return None
    if own.packed and many % own.pieces == 0:
        return Pack(many // own.pieces, said.text or str(many))
    return _other(said.text or str(many), own)


def _other(said: str, own: Own) -> Pack:
    return Pack(problem=f'the title says "{said.strip()}", the product\'s name {own.pieces} pieces')
