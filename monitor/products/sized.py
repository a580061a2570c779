"""So many of the very size that the catalogue's name gives: "100 g x 2 sachets" of tea of 100 g are two.

Of tea and the like a number of bags may be what one pack holds; where the size that they are multiplied with is the
product's own, it is none.
"""

import re

from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, N, number
from monitor.products.packs import Pack
from monitor.products.words import fold

SIZE = lazily(AMOUNT)
TIMES = lazily(rf"({AMOUNT})\s?[x×*]\s?{N}(?![\d.,]|\s?[x×*])")
IN_ONE = re.compile(r"([罐瓶袋盒包桶听])装")
"""What holds one unit, as names in Chinese say it."""


def times_the_size(title: str, name: str, said: Pack) -> Pack | None:
    """The number that a title may count units by (`said`), if it stands beside the size that the product's name has."""
    many, folded, own = said.maybe, fold(title), fold(name)
    if not said.loose or re.search(rf"(?<!\d){many}(?!\d)", own):
        return None
    sizes = {_plain(size) for size in SIZE.findall(own)}
    for found in TIMES.finditer(folded):
        if number(found[2]) == many and _plain(found[1]) in sizes:
            return Pack(units=many, text=found[0].strip())
    if sizes and (holder := IN_ONE.search(own)):
        found_in_one = re.search(rf"(?<![\d.]){many}\s?{holder[1]}(?![装入])", folded)
        if found_in_one and sizes <= {_plain(size) for size in SIZE.findall(folded)}:
            return Pack(units=many, text=found_in_one[0])
    return None


def _plain(size: str) -> str:
    return size.replace(" ", "").replace(",", ".")
