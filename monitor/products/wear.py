"""Whether words of a title say that goods are used: "never used" says the opposite, and a book may be named so.

The words are data, in `condition.toml`.
"""

import re
from collections.abc import Mapping

from monitor.products.data import data
from monitor.products.phrases import Phrases, tables
from monitor.products.words import fold

CONDITIONS = tables("condition.toml")
"""Words for goods that are not new, by kind."""
REMEDIES = CONDITIONS.pop("remedies")
"""Goods made against marks speak of them."""
_table = data("denials.toml")


def _either(name: str) -> str:
    return "|".join(phrase.strip() for row in _table[name].values() for phrase in row.split(" | "))


NOT = (
    r"not|never|no|non|nie|nicht|kein|keine|keinerlei|ohne|jamais|pas|não|nunca|mai|nooit|niet|geen|nigdy|nie|не|без|aldrig|ej|inte|inga|hiç|bez"
    r"|isn't|un|without|sans|sin|sem|senza|zonder|utan|uden|uten|ei|nem|fără"
)
DENIED = re.compile(
    rf"(?:\b(?:{NOT})[ -]?(?:(?<=[ -])(?:{_either('between')})\s)?"
    rf"|(?:^|[.!?:;|–-]\s?)\W*(?:{NOT}) (?:{_either('again')}) "
    rf"|[非不无無未防耐抗零遮免怕]|不是|未使用|没有?|(?:{_either('refused')})(?:{_either('chained')}){{0,3}})$"
)
DENIED_BEHIND = re.compile(_either("behind"))
LOOK, LOOKS = re.compile(_either("look")), re.compile(rf"(?<!\w)(?:{_either('looks')})$")
"""What is made to look old."""
PLACES = re.compile(_either("places"))
OF_MARKS = ("marked", "broken")
HAIR = re.compile(rf"(?<!\w)(?:{_either('hair')})$")
RENEWED, RENEWING = re.compile(_either("renewed")), re.compile(rf"^\W*(?:{_either('renewing')}) $")
LIKE_NEW = re.compile(r"(?:as|like|com[eo]|comme|wie|als) n[^\W\d]+$")
"""What goods make like new: "skin like new"."""
REST = re.compile(r"\w*")
BACK = 24
"""So many signs before such words are asked whether they deny them."""
MADE_FOR = re.compile(
    r"\b(?:for|für|voor|dla|для|för)\s(?:[^\W\d]+,?\s(?:and|or|und|oder|en|of|i|lub|и|или|och|eller|&)\s)?$"
)
"""What goods are for: "tools for used and broken watches"."""
GOODS_NEXT = re.compile(
    r"\w*\s(?:(?:and|or|und|oder|en|of|i|lub|и|или|och|eller|&)\s)?"
    r"(?!condition|zustand|state|parts|spares|ersatzteile|onderdelen|części|запчаст|reservdelar|very|good|gut|sehr|goed|dobr)[^\W\d]{3}"
)
BOOK = re.compile(
    r"\b(?:an? |eine? |une? |een )?"
    r"(?:novel|memoir|thriller|roman|krimi|romanzo|novela|romance|powieść|kryminał|роман|детектив)"
    r"\b(?:\s(?:by|von|de|di|van|par|av|od)\s[^\W\d]|,|\s?[(|]|\s?$)"
)
"""What kind of book a title names, behind the book's name, and whose."""
SEPARATED = re.compile(r"\s[-–—|]\s|[:»”\"]\s")
GUIDE = re.compile(r"(?:^|[\s(])(?:ratgeber|poradnik|guide to)\s$")
SAYING = re.compile(
    r"(?<!\w)['‘\"“„«]\s?(?:[A-ZÀ-Þ][^\W\d]*(?:['’][^\W\d]+)?,? ){3,}[A-ZÀ-Þ][^\W\d]*[.!?]?\s?['’\"”“»](?!\w)"
)
"""A name of four words and more, with capitals, in quotation marks."""


def said_of(kinds: Mapping[str, Phrases], text: str) -> str:
    """The words of these kinds that say of goods that they are not new; an empty string if there are none."""
    folded = fold(SAYING.sub(" ", text))
    for name, kind in kinds.items():
        for found in kind.finditer(folded):
            remedied = name == "marked" and REMEDIES.search(folded)
            if not (
                is_denied(found)
                or remedied
                or _of_looks(name, found, folded)
                or _of_other(found, folded)
                or _weighs_empty(found, folded)
            ):
                return found[0]
    return ""


def is_denied(found: re.Match[str]) -> bool:
    """Whether what stands right before or behind such words says the opposite: "never used", "中古ではありません"."""
    text = found.string
    before = DENIED.search(text, max(0, found.start() - BACK), found.start())
    return before is not None or DENIED_BEHIND.match(text, found.end()) is not None


def _of_looks(name: str, found: re.Match[str], folded: str) -> bool:
    """Whether words of a kind say how goods are made to look, or what hair or skin they are for."""
    if LOOK.match(folded, found.end()):
        return True
    rest = REST.match(folded, found.end())
    end = rest.end() if rest else found.end()
    if LOOKS.search(folded[: found.start()]) and not PLACES.match(folded, end):
        return True
    if LIKE_NEW.search(found[0]) and (RENEWED.match(folded, found.end()) or RENEWING.search(folded[: found.start()])):
        return True
    return name in OF_MARKS and HAIR.search(folded[:end]) is not None


def _weighs_empty(found: re.Match[str], folded: str) -> bool:
    """Whether "con tara" says that scales weigh without the vessel, and nothing of a flaw."""
    return found[0].endswith("tara") and re.search(_either("scales"), folded) is not None


def _of_other(found: re.Match[str], folded: str) -> bool:
    """Whether such words say what goods are for, or stand in a saying or in the name of a book."""
    before, after = folded[: found.start()], folded[found.end() :]
    if MADE_FOR.search(before) and GOODS_NEXT.match(after):
        return True
    guided = GUIDE.search(before)
    if guided and (after[:1].isalpha() or (guided[0].endswith("to ") and GOODS_NEXT.match(after))):
        return True
    parted = SEPARATED.search(after)
    book = BOOK.match(after, parted.end()) if parted and not SEPARATED.search(before) else None
    return book is not None and not SEPARATED.search(after, book.end())
