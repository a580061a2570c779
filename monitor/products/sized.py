"""So many of the very size that the catalogue's name gives: "100 g x 2 sachets" of tea of 100 g are two.

Of tea and the like a number of bags may be what one pack holds; where the size that they are multiplied with is the
product's own, it is none.
"""

import re
from decimal import Decimal
from itertools import chain

from monitor.products.counting import CONTAINERS, JOINED, OF, OUTER
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, MOST, N, number, plain_size
from monitor.products.own_count import own_count
from monitor.products.packs import Pack, says_one
from monitor.products.unread import PACKS
from monitor.products.words import fold

SIZE = lazily(AMOUNT)
TIMES = lazily(rf"({AMOUNT})\s?[x×*]\s?{N}(?![\d.,]|\s?[x×*])")
TIMES_BEFORE = lazily(rf"(?<![\w.,/-]){N}\s?[x×*]\s?({AMOUNT})")
MORE_PACKS = lazily(
    rf"\d\s?[x×*]|[x×*]\s?\d|(?<!\w)(?:{PACKS}|{OUTER.either})\.?\s\d"
    rf"|(?<![\w.,/-])(?:[2-9]|\d\d)[\s-]?(?:er[\s-]?)?(?:{PACKS}|{OUTER.either}|{CONTAINERS.either})(?!\w)|\d\s?[盒箱袋包瓶罐提]"
)
"""Packs that are counted besides."""
DIGITS = re.compile(r"\d+")
NUMBERS = re.compile(r"(?<![\d.,])\d+(?![\d.,])")
PAIR_OF = re.compile(r"(?<!\d)[1一单單]([对對双雙盒个個只隻支瓶包])(?!装)")
"""How many measures one unit has, as names in Chinese say it: one pair, a single box."""
WHOLE = re.compile(r"[整一1][盒箱套端]\s?(\d{1,3})\s?[个個只隻盒支瓶包](?!装)")
PER = re.compile(r"(?<![\d.])(\d{1,4})\s?([片枚粒支条條个個只抽张張])\s?/\s?([盒包袋罐瓶])")
"""So many in each: where the name has as many, the number of boxes counts units."""
SMALLEST = {
    **dict.fromkeys(("g", "gr", "克"), (1, "g")),
    **dict.fromkeys(("kg", "千克", "公斤"), (1000, "g")),
    **dict.fromkeys(("ml", "毫升"), (1, "ml")),
    "cl": (10, "ml"),
    **dict.fromkeys(
        ("l", "lt", "litre", "litres", "liter", "litro", "litros", "litri", "litry", "litrów", "л", "升"), (1000, "ml")
    ),
}
UNITS = "|".join(sorted(SMALLEST, key=len, reverse=True))
OF_SIZE = rf"(?P<size>\d{{1,5}}(?:[.,]\d{{1,3}})?)\s?(?P<unit>{UNITS})(?![a-zà-ÿ])"
MEASURED = lazily(rf"(?<![\w.,]){OF_SIZE}")
PARTED = lazily(
    rf"(?<![\w.,])(?:(?P<before>\d{{1,3}})\s?[x×*]\s?)?{OF_SIZE}(?(before)|\s?[x×*]\s?(?P<behind>\d{{1,3}})(?![\d.,]))"
)
OF_CANS = lazily(rf"({AMOUNT})\s?[x×*]\s?(\d{{1,3}})\s?([盒瓶罐听包袋])")
"""What one unit holds, by size and number of cans."""
BOXES = lazily(r"(?<!\d)([2-9]|[1-9]\d|[二两三四五六八十])\s?[箱件提组](?:装)?")
"""So many boxes."""
SIZE_PER = lazily(rf"(?<![\w.,]){OF_SIZE}\s?/\s?(?P<in_one>[罐瓶袋盒包桶听])")
"""The size of each: "225g/罐"."""
A_FEW_OF = lazily(
    rf"(?<=\")(?P<packs>\d{{1,3}})\s[^\W\d]{{3,}}\s(?:{OF.either}|{JOINED.either}|a)\s(?:{OF_SIZE}|(?P<held>\d{{1,3}}))(?=\")",
    re.IGNORECASE,
)
"""So many packs of so much, where nothing else is in the quotation marks of a doubt."""
TIMES_SIGN = re.compile(r"\d\s?[x×*]|[x×*]\s?\d", re.IGNORECASE)
IN_ONE = re.compile(r"([罐瓶袋盒包桶听])装")
"""What holds one unit, as names in Chinese say it."""


def times_the_size(title: str, name: str, said: Pack) -> Pack | None:
    """The number that a title may count units by (`said`), if it stands beside the size that the product's name has."""
    many, folded, own = said.maybe, fold(title), fold(name)
    if not said.loose or str(many) in DIGITS.findall(own):
        return None
    sizes = {plain_size(size) for size in SIZE.findall(own)}
    for found in TIMES.finditer(folded):
        if number(found[2]) == many and plain_size(found[1]) in sizes:
            return Pack(units=many, text=found[0].strip())
    if (one := PAIR_OF.search(own)) and (
        re.search(rf"(?<![\d.]){many}\s?{one[1]}(?![装入])", folded)
        or any(number(two[1]) == many for two in WHOLE.finditer(folded))
    ):
        return Pack(units=many, text=f"{many}{one[1]}")
    if (
        (per := PER.search(folded))
        and re.search(rf"(?<![\d.]){per[1]}\s?{per[2]}(?![一-鿿]?/)", own)
        and re.search(rf"(?<![\d.]){many}\s?{per[3]}(?![装入])", folded)
    ):
        return Pack(units=many, text=f"{many}{per[3]}")
    if sizes and (holder := IN_ONE.search(own)):
        found_in_one = re.search(rf"(?<![\d.]){many}\s?{holder[1]}(?![装入])", folded)
        if found_in_one and sizes <= {plain_size(size) for size in SIZE.findall(folded)}:
            return Pack(units=many, text=found_in_one[0])
    return None


def is_its_pack(title: str, name: str, said: Pack) -> bool:
    """Whether a title says the size and the number of the pack that the name says: "12x60g" of "60 g, box of 12"."""
    if said.units == 1 or said.problem or TIMES_SIGN.search(title) is None:
        return False
    own = own_count(name)
    if not own.packed or own.pieces != said.units or NUMBERS.findall(title).count(str(own.pieces)) != 1:
        return False
    folded, sizes = fold(title), {plain_size(size) for size in SIZE.findall(fold(name))}
    times = ((found, number(found[2]), found[1]) for found in TIMES.finditer(folded))
    before = ((found, number(found[1]), found[2]) for found in TIMES_BEFORE.finditer(folded))
    return any(
        many == own.pieces and plain_size(size) in sizes and not MORE_PACKS.search(folded.replace(found[0], " , "))
        for found, many, size in chain(times, before)
    )


def parts_of_the_size(title: str, name: str) -> str:
    """What parts the very size of the product's name, or "": "4 x 250 g" of 1 kg, "25 g x 30 bags" of 750 g."""
    if TIMES_SIGN.search(title) is None:
        return ""
    own = {smallest(found) for found in MEASURED.finditer(fold(name))}
    for found in PARTED.finditer(fold(title)) if own else ():
        many, each = int(found["before"] or found["behind"]), smallest(found)
        if many > 1 and each not in own and (each[0] * many, each[1]) in own:
            return found[0]
    return ""


def packs_of_its_own(title: str, name: str, said: Pack) -> Pack | None:
    """Packs of what the name says that one unit holds: "2 sacchi da 10 lt" of 10 l, "3 bustine da 20" of a bag of 20.

    Where they make up the very size of the name together they are one unit; None where they are neither.
    """
    if not said.loose:
        return None
    own = {smallest(one) for one in MEASURED.finditer(fold(name))}
    each = SIZE_PER.search(fold(title)) if said.maybe and not title.isascii() else None
    if each and smallest(each) in own and f"{said.maybe}{each['in_one']}" in "".join(title.split()):
        return Pack(units=said.maybe, text=f"{said.maybe}{each['in_one']}")
    if (found := A_FEW_OF.search(said.problem)) is None or not 1 < int(found["packs"]) <= MOST:
        return None
    packs, words = int(found["packs"]), fold(found[0])
    if found["held"]:
        return Pack(units=packs, text=words) if int(found["held"]) == own_count(name).pieces else None
    size, unit = smallest(found)
    if (size, unit) in own:
        return Pack(units=packs, text=words)
    return Pack() if (size * packs, unit) in own and says_one(fold(title).replace(words, " ")) else None


def boxes_of_its_own(title: str, name: str) -> Pack | None:
    """Boxes of all that the name says of one unit: "250ml×12盒 两箱装" of "250ml×12盒" are two; None where none are."""
    if name.isascii() or (own := OF_CANS.search(fold(name))) is None:
        return None
    same = next((one for one in OF_CANS.finditer(fold(title)) if one.groups() == own.groups()), None)
    if same is None:
        return None
    rest = f"{fold(title)[: same.start()]} , {fold(title)[same.end() :]}"
    boxes = BOXES.search(rest)
    if boxes is None or not says_one(rest.replace(boxes[0], " ")):
        return None
    return Pack(units=number(boxes[1]), text=boxes[0])


def smallest(found: re.Match[str]) -> tuple[Decimal, str]:
    """A measure that `MEASURED` found, in grams or millilitres."""
    factor, unit = SMALLEST[found["unit"]]
    return Decimal(found["size"].replace(",", ".")) * factor, unit
