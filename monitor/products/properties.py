"""Numbers of what goods need, have or do, and not of units: "needs 2x AA", a power strip with "2x USB", "2x stronger".

The words are data, in `properties.toml`; what is here is how they stand beside the number.
"""

import re

from monitor.products.data import data
from monitor.products.lazy import lazily
from monitor.products.numerals import N

_table = data("properties.toml")


def _either(name: str) -> str:
    return "|".join(phrase.strip() for row in _table[name].values() for phrase in row.split(" | "))


HINT = re.compile(r"\d\s?[x×]|x\d|\d [a-zà-ÿ]+ ?[a1-9]|電池|电池|[1-9]\s?[节節]", re.IGNORECASE)
"""What a title without any of them needs no further look for."""
NEEDED = lazily(
    rf"(?<!\w)(?:{_either('needs')})\s(?:(?:only|nur|seulement|solo|tylko)\s)?{N}\s?(?:[x×]\s?)?(?:[^\W\d]+\s)?"
    rf"(?:{_either('cells')})(?!\w)(?:[\s-](?:batter\w+|piles?|pilas?|pilhas?|bateri\w+|батаре\w+|pil))?",
    re.IGNORECASE,
)
NEEDED_ASIAN = lazily(
    r"単[1-5一-五](?:形|型)?(?:アルカリ|乾|充)?電池\s?[x×]?\s?\d{1,2}\s?[本個](?=\s?[((]?(?:使用|で[動使]|を?使|必要|別売|駆動|対応|不要))"
    r"|(?:需要?|使用|采用|装|用)\s?\d{1,2}\s?[节節粒颗枚]\s?[a1-9五七]{1,3}号?(?:干|碱性)?电池"
    r"|\d{1,2}\s?[节節粒颗枚]\s?[1-9一五七]号(?:干|碱性)?电池(?=\s?[((]?(?:供电|驱动|不含|自备|另购|需))",
    re.IGNORECASE,
)
PORTS = lazily(
    rf"(?<!\w){N}\s?[x×]\s?(?:{_either('ports')})(?!\w)(?!\s(?:{_either('loose')})(?!\w))",
    re.IGNORECASE,
)
OTHER = lazily(rf"(?<=\S\s){N}\s?[x×]", re.IGNORECASE)
"""So many times something else, within a title: what is counted there is asked about."""
HOSTS = lazily(rf"(?<!\w)(?:{_either('hosts')})(?!\w)", re.IGNORECASE)
LOOSE = lazily(rf"(?<!\w)(?:{_either('loose')})(?!\w)", re.IGNORECASE)
STRONGER = lazily(
    rf"(?<=\S\s){N}\s?[x×]\s(?:{_either('stronger')})(?!\w)"
    rf"|(?<=[^\W\d_]\s)(?:{N}\s?[x×]|[x×]\s?{N})\s(?:{_either('strength')})(?!\w)",
    re.IGNORECASE,
)


def without_properties(text: str) -> str:
    """A title without such numbers and what they are of."""
    if HINT.search(text) is None:
        return text
    text = NEEDED.sub(" ", text)
    if not text.isascii():
        text = NEEDED_ASIAN.sub(" ", text)
    text = STRONGER.sub(" ", text)
    for found in reversed(list(PORTS.finditer(text))):
        before = text[: found.start()]
        others = OTHER.search(PORTS.sub(" ", before))
        if HOSTS.search(before) and not (LOOSE.search(before) or others):
            text = f"{before} {text[found.end() :]}"
    return text
