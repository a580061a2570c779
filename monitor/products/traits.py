"""What tells one product from its sister: sizes, colours, editions, generations and bare numbers in a title."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitor.products.amounts import is_other_content, pieces, sizes
from monitor.products.numerals import GRAMS, KILOS
from monitor.products.words import fold, lexicon, spaced, words

SIZE = re.compile(
    r"(?:(?<![\w.,/])|(?<=\d[x×х])|(?<=[gt]b/)"
    r"|(?<=[\u3005-\u30ff\u3400-\u9fff]))(\d{1,6}(?:[.,]\d{1,3})?)(?:[- ](\d)/(\d{1,2}))?[\s-]?"
    r"(毫升|升|公斤|мл|литров|литра|литр|л|кг|гр?|мм|см|дюймов|дюйма|вт|гб|тб|市?斤|克|厘米|毫米|英寸|寸|gb|go|tb|to|mb|mp|mah|ml|cl|dl|l|liter|litres|litre|litros|litro|litri"
    r"|liters|ltr|lt|kg|g|gr|fl(?:uid |\.? ?)(?:oz|ounces?)|oz|ounces?|lb|lbs|quarts?|qts?|gal(?:lons?)?"
    r"|mm|cm|inches|inch|in|zoll|pouces|pulgadas|pollici|polegadas"
    r"|cali|インチ|ft|feet|kw|квт|千瓦|キロワット|w|watt|mg|мг|毫克|mcg|[µμ]g|мкг|微克|iu|ie|ui|国际单位"
    r"|meters?|metres?|mètres?|metros?|metri|metro|metrów|метров|метра|м|米|メートル|미터|m(?![²³2])"
    rf"|{'|'.join(GRAMS + KILOS)}"
    r"|watts|v|volt|hz|ghz|megapixel|megapixels|\"|''|'|”|″)(?![^\W\u3005-\u30ff\u3400-\u9fff])"
)
OUNCES = ("oz", "ounce", "ounces")
UNIT: Mapping[str, tuple[str, float]] = {
    "go": ("gb", 1), "tb": ("gb", 1000), "to": ("gb", 1000), "ml": ("l", 0.001), "cl": ("l", 0.01), "dl": ("l", 0.1),
    "liter": ("l", 1), "litre": ("l", 1), "毫升": ("l", 0.001), "升": ("l", 1), "kg": ("g", 1000), "gr": ("g", 1),
    **dict.fromkeys(GRAMS, ("g", 1)), **dict.fromkeys(KILOS, ("g", 1000)),
    "公斤": ("g", 1000), "克": ("g", 1), "lbs": ("lb", 1), "cm": ("mm", 10), "厘米": ("mm", 10), "毫米": ("mm", 1),
    "in": ("inch", 1), "inches": ("inch", 1), "zoll": ("inch", 1), "pouces": ("inch", 1), "寸": ("inch", 1),
    **dict.fromkeys(("pulgadas", "pollici", "polegadas", "cali", "インチ", "英寸"), ("inch", 1)),
    **dict.fromkeys(("litres", "litros", "litro", "litri"), ("l", 1)),
    **{f"{fl}{oz}": ("l", 0.0295735) for fl in ("fl", "fl ", "fl.", "fl. ", "fluid ") for oz in OUNCES},
    "мл": ("l", 0.001), "кг": ("g", 1000), "г": ("g", 1), "гр": ("g", 1), "мм": ("mm", 1), "см": ("mm", 10),
    **dict.fromkeys(("ounce", "ounces"), ("oz", 1)), **dict.fromkeys(("gallon", "gallons"), ("gal", 1)),
    **dict.fromkeys(("quart", "quarts", "qt", "qts"), ("l", 0.946353)),
    "вт": ("w", 1), "гб": ("gb", 1), "тб": ("gb", 1000), **dict.fromkeys(("дюймов", "дюйма"), ("inch", 1)),
    **dict.fromkeys(("л", "литр", "литра", "литров"), ("l", 1)),
    **dict.fromkeys(("lt", "ltr", "liters"), ("l", 1)), **dict.fromkeys(("斤", "市斤"), ("g", 500)),
    '"': ("inch", 1), "''": ("inch", 1), "”": ("inch", 1), "″": ("inch", 1), "'": ("inch", 1), "feet": ("ft", 1),
    **dict.fromkeys(("meter", "meters", "metre", "metres", "mètre", "mètres", "metro", "metros", "metri"), ("m", 1)),
    **dict.fromkeys(("metrów", "метров", "метра", "м", "米", "メートル", "미터"), ("m", 1)),
    "мг": ("mg", 1), "毫克": ("mg", 1), **dict.fromkeys(("µg", "μg", "мкг", "微克"), ("mcg", 1)),
    **dict.fromkeys(("ie", "ui", "国际单位"), ("iu", 1)),
    **dict.fromkeys(("kw", "квт", "千瓦", "キロワット"), ("w", 1000)),
    "watt": ("w", 1), "watts": ("w", 1), "volt": ("v", 1), "megapixel": ("mp", 1), "megapixels": ("mp", 1),
}  # fmt: skip
GIGABYTES = re.compile(
    r"(?<![\w.,])(?:\d{1,2}(?:GB?)?[+/]|SSD ?|HDD ?|ROM ?)?(16|32|64|128|256|512)GB?(?![^\W\u3005-\u30ff\u3400-\u9fff])"
)
"""A power of two before a capital G is memory, as Chinese and Polish sellers write it."""
JIN = re.compile(r"(?<![一二两三四五六七八九十百千几\d])([半一二两三四五六七八九十])市?斤")
JIN_IN_WORDS = {"半": 0.5, "两": 2.0, "十": 10.0, **{sign: at + 1.0 for at, sign in enumerate("一二三四五六七八九")}}
GRAMS_OF_JIN = 500
"""Chinese sellers weigh by the jin: half of one is 250 g."""
UNIT_FIRST = re.compile(r"(?<![\d.,] )(?<![\w.,])(kg|lt|ml|cl)\.? ?(\d{1,4}(?:[.,]\d{1,3})?)(?![\w.,])")
"""Italian sellers write the unit first: kg 1, lt 5."""
FIRST_UNITS = ("kg", "lt", "ml", "cl")
SCREEN = re.compile(r"(?<![\w.,])(\d{2})\s?v?\s?型")
"""The size of a screen as Japanese sellers write it."""
OF_SCREEN = re.compile(r"テレビ|液晶|有機el|モニター|ディスプレイ|(?<!\w)tv(?!\w)")
GENERATION = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|\.|ª|a|e|ème)?[\s-]*"
    r"(?:gen(?:eration|eración|eratie|erazione|eracji|eracja|erace)?|génération|geração|поколени[ея])\b"
    r"|\bgen(?:eration)?\.?[\s-]*(\d{1,2})\b|\b(?:mk|mark)\.?[\s-]*(\d|i{1,3}|iv)\b|\bv(\d{1,2})(?:\.0)?\b(?!\.\d)"
    r"|第?([一二三四五六七八九\d])(?:代|世代)"
)
NUMERAL = {"i": "1", "ii": "2", "iii": "3", "iv": "4", **dict(zip("一二三四五六七八九", "123456789", strict=True))}
GENERATION_HINT = re.compile(r"gen|gén|geraç|поколен|mk|mark|\bv\d|代")
NO_DIGIT = re.compile(r"\D*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
MOST_DIGITS = 5
CLOSE = 0.02
"""So much two sizes may differ and be one, as a share of the larger."""
SIZE_DIFFERS = "size differs"
"""How the difference of two sizes begins."""
OF_3M = re.compile(r"^\W*3M\b")
"""A maker, and not three metres."""
LENGTHS = {"m": "mm", "mm": "m"}
MILLIMETRES = 1000
LEAST_LENGTH = 200
"""What is shorter is as likely how thick the goods are: a cable of 5 mm may be 10 m long."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits that a text names; what it does not name is empty."""

    sizes: Mapping[str, frozenset[float]]
    folded: str
    """The text, of which sizes in words and numbers of pieces are read only where a product names any."""
    colours: frozenset[str]
    wearers: frozenset[str]
    editions: frozenset[str]
    generations: frozenset[str]
    numbers: frozenset[str]


def traits(text: str) -> Traits:
    """Read the traits of a title."""
    folded = spaced(fold(OF_3M.sub("", text)))
    found = words(text)
    known = lexicon()
    measures: dict[str, set[float]] = {}
    generations: set[str] = set()
    rest = folded
    if "斤" in folded:
        for match in JIN.finditer(folded):
            measures.setdefault("g", set()).add(JIN_IN_WORDS[match[1]] * GRAMS_OF_JIN)
    if not NO_DIGIT.fullmatch(folded):
        apart, end = [], 0
        for match in SIZE.finditer(folded):
            apart.append(folded[end : match.start()])
            end = match.end()
            unit, factor = UNIT.get(match[4], (match[4], 1.0))
            fraction = int(match[2]) / int(match[3]) if match[2] and int(match[3]) else 0.0
            measures.setdefault(unit, set()).add((float(match[1].replace(",", ".")) + fraction) * factor)
        for match in UNIT_FIRST.finditer(folded) if any(unit in folded for unit in FIRST_UNITS) else ():
            unit, factor = UNIT.get(match[1], (match[1], 1.0))
            measures.setdefault(unit, set()).add(float(match[2].replace(",", ".")) * factor)
        for match in SCREEN.finditer(folded) if "型" in folded and OF_SCREEN.search(folded) else ():
            measures.setdefault("inch", set()).add(float(match[1]))
        for match in GIGABYTES.finditer(text) if "G" in text else ():
            measures.setdefault("gb", set()).add(float(match[1]))
        rest = " ".join((*apart, folded[end:])) if apart else folded
    if GENERATION_HINT.search(folded):
        generations = {NUMERAL.get(one, one) for match in GENERATION.finditer(folded) for one in match.groups() if one}
        rest = GENERATION.sub(" ", rest)
    left = found if rest is folded and text.isascii() else words(rest)
    numbers = (word for word in left if not word.isalpha())
    return Traits(
        sizes={unit: frozenset(values) for unit, values in measures.items()},
        folded=folded,
        colours=frozenset(word for word in found if word in known.colours),
        wearers=frozenset(word for word in found if word in known.wearers),
        editions=frozenset(known.editions[word] for word in found if word in known.editions),
        generations=frozenset(generations),
        numbers=frozenset(word for word in numbers if len(word) <= MOST_DIGITS and NUMBER.fullmatch(word)),
    )


def differences(product: Traits, listing: Traits) -> Iterator[str]:
    """What the listing names otherwise than the product: `size differs (40 mm, 42 mm)`, in the order of weight."""
    for unit, values in product.sizes.items():
        theirs = listing.sizes.get(unit)
        own, measure = values, unit
        if not theirs and unit in LENGTHS:
            theirs, own, measure = _in_millimetres(product, listing, unit)
        if theirs and not any(_close(one, other, measure) for one in own for other in theirs):
            yield f"{SIZE_DIFFERS} ({_plain(own)} {measure}, {_plain(theirs)} {measure})"
    if (size := sizes(product.folded)) and (other := sizes(listing.folded)) and not size & other:
        yield f"{SIZE_DIFFERS} ({', '.join(sorted(size))}; {', '.join(sorted(other))})"
    if (holds := pieces(product.folded)) and is_other_content(holds, sold := pieces(listing.folded)):
        yield f"number of pieces differs ({_listed(holds)}; {_listed(sold)})"
    both = (product.numbers | product.generations) & (listing.numbers | listing.generations)
    for what, mine, others in (
        ("generation", product.generations, listing.generations),
        ("number", product.numbers, listing.numbers),
        ("colour", product.colours, listing.colours),
        ("wearer", product.wearers, listing.wearers),
    ):
        if mine and others and not mine & others and not (what == "number" and both):
            yield f"{what} differs ({', '.join(sorted(mine))}; {', '.join(sorted(others))})"
    if product.editions != listing.editions:
        either = ", ".join(sorted(product.editions ^ listing.editions))
        yield f"edition differs ({either})"
    named = product.generations | listing.generations
    if bool(product.generations) != bool(listing.generations) and named != {"1"} and not named & both:
        yield f"generation {', '.join(sorted(named))} is named on one side only"


def _in_millimetres(product: Traits, listing: Traits, unit: str) -> tuple[frozenset[float], frozenset[float], str]:
    """The lengths of both, where one states them in metres and the other in smaller units: `50 cm` beside `1 m`."""
    mine, theirs = _lengths(product, unit), _lengths(listing, LENGTHS[unit])
    return (theirs if mine else frozenset()), mine, "mm"


def _lengths(one: Traits, unit: str) -> frozenset[float]:
    each = (value * (MILLIMETRES if unit == "m" else 1) for value in one.sizes.get(unit, ()))
    return frozenset(value for value in each if value >= LEAST_LENGTH)


def _close(one: float, other: float, unit: str) -> bool:
    rounded = unit == "mp" and {int(one), int(other)} == {int(min(one, other))} and float(min(one, other)).is_integer()
    return rounded or abs(one - other) <= CLOSE * max(one, other)


def _listed(many: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(many)))


def _plain(values: frozenset[float]) -> str:
    return " / ".join(f"{value:g}" for value in sorted(values))
