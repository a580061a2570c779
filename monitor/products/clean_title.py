"""A title in one writing, without the names and measures that begin like a count: "7 up", "Omega 3", "2x16 GB"."""

import re
import unicodedata

from monitor.products.counting import DOZENS, SAID
from monitor.products.lazy import lazily
from monitor.products.unread import LOOSE

TIMES_IN_CYRILLIC = re.compile(r"(?<![^\W\d_])[хХ](?![^\W\d_-])")
MEMORY = re.compile(r"\(?\b\d{1,2}(?:\s?gb)?\s?[x×*]\s?\d{1,2}(?:\s?gb?\b)?枚?\)?", re.IGNORECASE)
OF_MEMORY = re.compile(r"\bddr\d|\bram\b|内存条", re.IGNORECASE)
"""Modules of memory are sold by the kit: "32 GB (2x16)"."""
NOT_COUNTED = re.compile(r"(?<![\d.])\d{2,4}[片张枚粒颗]\s?/\s?[盒包袋]|三只松鼠|三只羊|七匹狼|三个奶爸|包[邮郵]")
"""What a pack holds, names of makers, and free postage, which begins like "packs"."""
SIZED_PACK = re.compile(r"(?<=\d)\s?[大中小](?=[包盒袋瓶罐桶提卷])")
"""How large packs are: "5大包" are five packs."""
VOLUMES = re.compile(r"(?<![\d全~-])\d{1,3}巻(?!\s?(?:セット|まとめ|組|パック|入))")
NAMES = re.compile(
    r"(?<![\w.,])(?:999 games|7 for all mankind|5 gum|30 seconds|8 other reasons|(?:9|11) degrees|3 ines|24 faubourg"
    r"|19 crimes|14 hands|3 claveles|5 pointz|7 up|12 storeez|3 suisses|10 crosby|2 unlimited|3 doors down"
    r"|4 non blondes|50 cent|5 seconds of summer|7 wonders|4 gewinnt|6 nimmt|4 pines)\b",
    re.IGNORECASE,
)
"""Names of makers, games and bands that begin with a number."""
NUMBERED = re.compile(r"(?<![^\W_])(?:n[.°º]|nº|nr\.?|no\.?|№) ?\d{1,3}(?= [-–—] \d)", re.IGNORECASE)
"""The number of a kind, before a dash and what is sold of it: "No. 7 - 10 boxes"."""
YIELD = re.compile(r"(?:約|约|大约|[印打][刷字印]\D{0,3})\s?(?:約|约)?\s?\d[\d,]{2,6}\s?[枚页頁张張]")
"""How many pages a cartridge prints."""
SO_MANY = lazily(
    rf"(?<![\w.,=/*×-])(?<!total )(?<!totale )(?<!of )(?<!de )(?<!da )(?<!von )([1-9]\d{{2}})\s?(?:{LOOSE})(?![^\W_])",
    re.IGNORECASE,
)
TIMES = re.compile(r"\d\s?[x×*=]|[x×*=]\s?\d|\+\s?\d")
SET_NUMBER = re.compile(r"(?<![\w.,-])[1-9]\d{3,5}(?![\w.,])|(?<![\d.,])\d{1,2}\s?\+(?!\s?\d)")
"""The number of a set, or the age from which on children play with it."""
ROUND = (10, 12, 16, 25)
"""A hundred and more that none of them divides is what a set holds, of bricks or of a puzzle."""
OMEGA = re.compile(r"(?<=\bomega[ -])(?:3 6 9|[369](?:[-/+][369]){0,2})(?!\w|[.,]\d)", re.IGNORECASE)
"""Fatty acids, in the names of milk and oil: "Omega 3 pack 6 x 1 l"."""
_STROKED = "set|pack|box|case|lot|satz|jeu"
WITH_STROKE = re.compile(
    rf"(?<![^\W_])(?:({_STROKED}) ?/ ?(\d{{1,3}})|(?<![\d/.,])(\d{{1,3}}) ?/ ?({_STROKED}))(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
"""How trade writes "set of 6": `set/6`, `6/set`."""
ABS = re.compile(
    r"\b(?:(?:two|four|six|eight|[2468])[- ]?pack|sixpack)[- ]"
    r"(?=abs\b|stomach|bauch|workout|training|trainer|in \d+ (?:days|weeks|tagen|wochen))",
    re.IGNORECASE,
)
"""Muscles of the belly."""


HALF_OF_TWELVE = lazily(
    rf"(?<![\d.,/])((?<![^\W_])\d{{1,2}}(?:[\s-]|(?=1⁄)))?1\s?[/⁄]\s?2[\s-](?:a\s)?({DOZENS.either})(?!\w)",
    re.IGNORECASE,
)
"""Half a dozen, or so many and a half; the first number may be a model's as well."""
SIX = 6
MEASURED = re.compile(r"\d\s?(?:k?g|m{1,2}|cm|ml|l)(?![a-z])", re.IGNORECASE)
"""A measure: what has one is no book, and its rolls are no volumes."""


def _half(found: re.Match[str]) -> str:
    """Half a dozen in words, in the language of the word for a dozen; so many and a half as they stand."""
    word = found[2].casefold()
    if found[1]:
        return found[0]
    return next((said for said, units in SAID.items() if units == SIX and said.endswith(word)), f"half {word}")


def and_a_half(text: str) -> str:
    """The words of a cleaned title that say so many dozens and a half, or an empty string: "1 1/2 dozen"."""
    found = HALF_OF_TWELVE.search(text) if "1/2" in text or "1⁄2" in text else None
    return found[0] if found and found[1] else ""


def _unless_round(found: re.Match[str]) -> str:
    return found[0] if any(int(found[1]) % each == 0 for each in ROUND) else " "


def clean(title: str) -> str:
    """A title in one width, with one sign for "times", and without what no count of units is."""
    text = unicodedata.normalize("NFKC", title)
    if "pack" in text.casefold():
        text = ABS.sub(" ", text)
    if OF_MEMORY.search(text):
        text = MEMORY.sub(" ", text)
    text = NUMBERED.sub(" ", OMEGA.sub(" ", NAMES.sub(" ", text)))
    if SET_NUMBER.search(text) and not TIMES.search(text):
        text = SO_MANY.sub(_unless_round, text)
    if "/" in text:
        text = WITH_STROKE.sub(lambda found: f"{found[1] or found[4]} of {found[2] or found[3]}", text)
    if "1/2" in text or "1⁄2" in text:
        text = HALF_OF_TWELVE.sub(_half, text)
    if text.isascii():
        return text
    text = SIZED_PACK.sub("", text)
    if "巻" in text and not MEASURED.search(text):
        text = VOLUMES.sub(" ", text)
    return NOT_COUNTED.sub(" ", YIELD.sub(" ", TIMES_IN_CYRILLIC.sub("x", text)))
