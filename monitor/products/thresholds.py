"""Numbers from which on a shop sends free of charge or gives a discount: "ab 6 Dosen versandkostenfrei" sells one tin.

The words are data, in `asides.toml`; what is here is how the number stands beside what it brings.
"""

from monitor.products.counting import PACK_WORDS
from monitor.products.data import data
from monitor.products.lazy import lazily

_table = data("asides.toml")


def _either(name: str) -> str:
    return "|".join(phrase.strip() for row in _table[name].values() for phrase in row.split(" | "))


FROM, REWARD = _either("from"), _either("reward")
SO_MANY = r"\d{1,3}(?:\s(?!for |für |pour )[^\W\d_]{2,}\.?)?"
THRESHOLD = lazily(
    rf"(?<!\w)(?P<pack>(?:{PACK_WORDS.either})\s+)?(?P<before>(?:{FROM})\s{SO_MANY})(?=\W{{1,3}}(?:{REWARD})(?!\w))"
    rf"|(?<!\w)(?:{REWARD})\W{{1,3}}(?P<behind>(?:{FROM})\s{SO_MANY})"
    r"|(?P<asian>\d{1,3}\s?[^\W\d_a-z]{1,3}?\s?(?:以上|起|이상))"
    rf"(?=(?:の?(?:ご?購入|お買い?上げ))?[でにはの、,\s구매시]{{0,6}}(?:{_either('reward_asian')}))"
)


def without_thresholds(text: str) -> str:
    """A title without such numbers and what they count; "set da 6 pezzi, spedizione gratuita" keeps its number."""
    folded = text.replace("İ", "i").lower()  # case-folding would change the length
    for found in reversed(list(THRESHOLD.finditer(folded))):
        if not found["pack"]:
            start, end = found.span(found.lastgroup or 0)
            text = f"{text[:start]} {text[end:]}"
    return text
