"""Packs of what one unit holds, where the title says their arithmetic: "20 pcs (5 x 4)" of blisters of four is five.

Three numbers of which one is the product of the other two, and one of those the number of the catalogue's name, leave
no doubt. What is a measure, or counts parts or contents of the goods, is none of them.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from monitor.products.counting import CONTAINERS, CONTENTS, IN_ALL, OF_OR_WITH, OUTER, PAIRS, PARTS
from monitor.products.lazy import lazily
from monitor.products.numerals import MOST
from monitor.products.unread import PACKS

UNIT = (
    r"\s?(?:[mcd]?m|[mcd]?l|lt|k?g|gr|mg|oz|gb|tb|m?ah|k?[vw]|wh|hz|inch|zoll|ply|мм?|см|мл|л|кг|г)(?![^\W_])"
    r"|\s?[\"”%°]"
)
START = r"(?<![\w.,/-])"
END = rf"(?![\d/]|[.,]\d|{UNIT})"
NOUN = r"(?:(?:er|['’]?l[iıuü])?[\s-]?([^\W\d_]+)\.?(?:/[^\W\d_])?)?"
TIMES = lazily(rf"{START}(\d{{1,4}}){END}{NOUN}(?:\s[^\W\d_]+)?\s?[x×*]\s?(\d{{1,4}}){END}{NOUN}")
PACKS_OF = lazily(
    rf"{START}(\d{{1,3}}){END}\s(?:[x×]\s)?([^\W\d_]{{2,}})\.?\s(?:[^\W\d_]{{3,}}\s)?(?:{OF_OR_WITH.either})\s(\d{{1,4}}){END}{NOUN}"
)
OF_ALL = lazily(
    rf"(?P<all>(?:=|(?<!\w)(?:{IN_ALL.either})|[共計计]|(?<!\w)(?:{PACKS})\s(?:(?:{OF_OR_WITH.either})\s)?)\s?:?\s?)?"
    rf"(?<![.,/-])(?<![^\W\u2e80-\ud7ff])(?P<many>\d{{1,5}}){END}(?P<x>[x×](?=\s))?{NOUN}(?P<end>\s*[)\]])?"
)
"""A number, and what tells that it is of all pieces."""
A_PACK = re.compile(rf"(?:{PACKS}|strips?|sleeves?|trays?)|\w*(?:pack|packung|box)")
ASIAN = re.compile("[片粒枚本個个支張张節节双足根颗顆개매정包袋卷巻]")
ASIAN_PACKS = re.compile("[盒箱卡板提罐瓶冊]|パック|ケース|箱|袋|包|セット")
THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d.,])")
NUMBER = re.compile(r"(?<!\d)\d{1,5}(?!\d)")
TWO = 2


def exact(
    text: str, pieces: int, name: tuple[Collection[str], Collection[int]], is_piece: Callable[[str], bool]
) -> tuple[int, str]:
    """How many times `pieces` a folded title sells, and the words that say so; 0 where no arithmetic says it.

    `name` is the words and the numbers of the product's name, which the title may repeat; `is_piece` tells the words
    that count what the name counts.
    """
    words, numbers = name
    text = THOUSANDS.sub(r"\1\2", text)
    more = Counter(map(int, NUMBER.findall(text))) - Counter(numbers)
    paired = not PAIRS.words.isdisjoint(words) or "pairs" in words
    for many, packed, said, rest in _factors(text, pieces, words):
        if many not in more or (many == TWO and paired) or "+" in rest:
            continue
        totals = {total for total, sure in _totals(rest, is_piece, words) if sure or packed}
        if many * pieces in totals & more.keys() and many <= MOST:
            return many, said
    return 0, ""


def _factors(text: str, pieces: int, words: Collection[str]) -> Iterator[tuple[int, bool, str, str]]:
    """Numbers that stand as so many times `pieces`, whether of packs, with what says it and the rest of the title."""
    for pattern in (TIMES, PACKS_OF):
        for found in pattern.finditer(text):
            first, noun, second, other = int(found[1]), found[2] or "", int(found[3]), found[4] or ""
            rest = f"{text[: found.start()]} , {text[found.end() :]}"
            sides = [(first, noun, second)] + ([(second, other, first)] if pattern is TIMES else [])
            for many, counted, held in sides:
                packed = _is_pack(counted) or pattern is PACKS_OF
                if (
                    held == pieces
                    and many > 1
                    and (packed or not counted)
                    and (counted not in words or _is_pack(counted))
                ):
                    yield many, packed, found[0].strip(), rest


def _is_pack(noun: str) -> bool:
    return bool(noun) and (
        OUTER.has(noun) or CONTAINERS.has(noun) or bool(A_PACK.fullmatch(noun) or ASIAN_PACKS.match(noun))
    )


def _totals(rest: str, is_piece: Callable[[str], bool], words: Collection[str]) -> Iterator[tuple[int, bool]]:
    """The numbers that may be of all pieces, and whether what stands beside them says so."""
    for found in OF_ALL.finditer(rest):
        noun = found[4] or ""
        if noun in PARTS.words or (CONTENTS.has(noun) and CONTENTS.words.isdisjoint(words)):
            continue
        sure = noun in IN_ALL.words or noun in PAIRS.words or is_piece(noun) or bool(ASIAN.match(noun))
        alone = not noun and (found["all"] or found["end"])
        yield int(found["many"]), bool(sure or alone or found["x"])
