"""Words of a title after which the price is not that of one unit: offers of several, part payments, other goods.

The words are data, in `uncertain.toml`; what is here is what stands in all languages.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from monitor.marks.lexicon import lexicon as marks_lexicon
from monitor.products.along import one_product
from monitor.products.counting import CONTAINERS, EXTRAS, PARTS
from monitor.products.data import data
from monitor.products.delivered import comes_alone
from monitor.products.named_parts import is_named
from monitor.products.numerals import beginning
from monitor.products.phrases import phrases, rows, tables
from monitor.products.thresholds import without_thresholds
from monitor.products.wear import CONDITIONS, NOT, is_denied, said_of
from monitor.products.words import fold, lexicon, spaced
from monitor.records import Listing

SENT = (
    r"(?:shipping|delivery|postage|p ?& ?p|versand\w*|lieferung|livraison|expédition|envíos?|envios?|entrega|portes"
    r"|spedizion[ei]|consegna|frete|verzending|bezorging|retours?|returns?|wysyłk[aię]|dostaw[aęy]|przesyłk[aię])"
)
"""The way to the buyer: that it costs nothing is no bundle."""
UNSENT = "".join(
    rf"(?<!{word} )"
    for word in (
        *(
            "versand",
            "lieferung",
            "livraison",
            "envío",
            "envio",
            "envíos",
            "envios",
            "entrega",
            "spedizione",
            "spedizioni",
            "sped",
            "sped.",
        ),
        *("consegna", "frete", "shipping", "delivery", "verzending", "bezorging", "portes"),
        *("wysyłka", "dostawa", "przesyłka", "доставка", "frakt", "kargo"),
    )
)
DENIED = "".join(rf"(?<!{word} )" for word in NOT.split("|") if word.isalpha())
"""What is not so: "not refilled", "no customs duty extra"."""
WHOLE = (
    r"(?!(?:(?!mini|1[:/]).){0,40}?(?<!\d)\d{3,4}[ -]?(?:teil|tlg|pieces|pcs|pièces|piezas|pezzi"
    r"|peças|stuk|element|детал|del(?:ar|er)|ピース|颗粒|块|片|피스))"
)
"""Behind the name of a toy: it does not hold so many pieces, as the maker's own set does."""
CURRENCY = r"(?:[$€£¥]|usd|eur|gbp|us\$|r\$|chf|zł|kr|rmb)"
FROM = "from|starting at|as low as|ab|dès|à partir de|desde|a partir de|a partire da|vanaf|od"
LEAST = r"\.?,? m[ií]n(?:imum|imo|imaal|imalnie|d|dest|destens)?\.? \d+"
"""So many at least, behind "each"."""
ROWS = rows(
    "uncertain.toml",
    {
        "sent": SENT,
        "unsent": UNSENT,
        "denied": DENIED,
        "currency": CURRENCY,
        "from": FROM,
        "least": LEAST,
        "whole": WHOLE,
        "extras": EXTRAS.either,
        "parts": PARTS.either,
        "containers": CONTAINERS.either,
    },
)
MEANINGS = {meaning: phrases(row) for meaning, row in ROWS.items()}
ANY = phrases("|".join(ROWS.values()))
"""All of them at once: most titles have none, and are looked through once."""
OF_A_PRICE = re.compile(
    r"\bprice|preis|\bprix\b|\bprecio|\bprezzo|\bpreço|\bprijs|\bcena\b|цена|价格|售价|価格|가격"
    r"|\b(?:payment|offer|listing|sale) (?:type|plan|kind)\b|\bangebotsart\b|\btype d['’]offre\b"
)
"""Names of attributes that say what the price is for."""
BUNDLE = "a bundle with other goods"
PARTS_OR_OTHERS = "parts or other things"
MIXTURE = "a mixture of goods"
SAMPLE = "a sample or tester"
"""What a product of the catalogue may be itself, by whatever word."""
ONE_PART = re.compile(
    r"(?:ersatzteil|spare part|pièce détachée|piece detachee|peça de (?:reposição|substituição)|reserveonderdeel)"
)
"""One part, which a title names besides: "jar lid for blender, spare part"."""
SCRAPPED = frozenset(("desguace", "desmanche", "sucata", "da demolire", "sloopauto", "拆车件"))
"""Where a used part comes from, or a whole car that is sold by parts."""
FITS = re.compile(r"[^\W\d]{3,} (?:for|für|pour|para|per|voor|dla|для|för)\s")
FOR_PARTS = re.compile(r"\b(?:for|für|pour|para|per|voor|na|на|för)\s$")
"""Before a word for parts: what a broken device is sold for."""
MAYBE_USED = ("goods that may not be new or complete", "different titles or issues")
SURELY_USED = {kind: CONDITIONS[kind] for kind in ("restored", "shown", "second_hand")}
"""Goods whose price is judged nowhere: a word that leaves it open whether they are new adds no doubt."""
MADE_BY = frozenset(
    ("by", "from", "von", "de", "par", "di", "da", "van", "od", "от", "af", "av", "brand", "marke", "marque")
)
"""What stands before a maker's name, and says not that goods are genuine."""
OF_OTHERS = (
    "work on the goods",
    "a hire",
    "a course or a class",
    "what others make",
    "parts or other things",
    "papers or pictures of the goods",
    "a model or a toy of the goods",
)
"""What others make of the brand's goods, or do for them, and name them by."""
UNLESS = {
    meaning: (phrases("|".join(unless["about"].values())), phrases("|".join(unless["beside"].values())))
    for meaning, unless in data("unless.toml").items()
}
"""Phrases that leave nothing open, and beside which words, by meaning."""
SPARES = tables("spares.toml")
"""Parts and films that others make as well as the brand, by which neither price nor match is doubted."""
OTHER_GOODS = (*OF_OTHERS, "packaging alone", "empties", SAMPLE)
"""Of these what is offered is not the product itself, whatever else the title agrees in."""
ANY_OTHER_GOODS = phrases("|".join(ROWS[meaning] for meaning in OTHER_GOODS))
RATIO = re.compile(r"1[:/]\d{1,3}")
"""The scale of a model, which its own name may have."""
MORE_IN_IT = re.compile(
    r"(?:\+\s?\d{1,4}(?:[.,]\d+)?\s?(?:kg|gr?|ml|cl|l|lt|m|кг|гр?|мл|л|%)|\d\s?%)\s(?:de\s|di\s|extra\s)?$"
)
"""More of the same in one pack, before a word for "free": "15 kg + 3 kg gratis"."""
WORD = re.compile(r"[^\W\d_]+")
WORD_OR_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+|[^\w\s]")
SIMPLIFIED = str.maketrans("裝", "装")
"""What packs are written with in either Chinese script."""
BACK = 3
"""So many words around a part are asked whether it comes with the goods."""
OF_SOME = "a price that not everybody pays"
"""Denied, it is everybody's: "nicht nur für Mitglieder"."""
OF_PRICES = ("a part payment", OF_SOME, "taxes or duties on top of the price", "a hire")
TAXES = tables("taxes.toml")


def uncertain(title: str, own: str = "") -> str:
    """Why the price is not certainly that of one unit, in one sentence; an empty string if nothing says so.

    Words that stand in the product's `own` name speak of the product: a "TV/DVD combo" is no bundle.
    """
    folded, name = fold(without_thresholds(beginning(title))), fold(own)
    apart = spaced(folded)
    if ANY.search(apart, folded) is None:
        return ""
    for meaning, pattern in MEANINGS.items():
        for found in pattern.finditer(apart, folded):
            if meaning == BUNDLE and (_no_bundle(found, folded) or is_named(found, name)):
                continue
            if meaning == PARTS_OR_OTHERS and (_of_one_part(found, folded) or _is_scrapped(found[0], title)):
                continue
            if meaning in MAYBE_USED and (said_of(SURELY_USED, beginning(title)) or comes_alone(found[0], own)):
                continue
            if meaning == SAMPLE and name and pattern.search(spaced(name), name):
                continue
            if (ratio := RATIO.search(found[0])) and re.sub(r"\D", ":", ratio[0]) in name.replace("/", ":"):
                continue
            if meaning == OF_SOME and is_denied(found):
                continue
            said = found[0].strip()
            if _leaves_nothing_open(meaning, said, folded):
                continue
            if not name or not _is_in_name(meaning, said, name):
                return f'"{said}" in the title speaks of {meaning}, so one unit\'s price is not certain'
    return ""


def other_goods(title: str, own: str) -> str:
    """What a title speaks of instead of the product, in words; an empty string if nothing says so.

    Words of the product's `own` name speak of the product.
    """
    name = fold(own)
    return next((f'"{said}" speaks of {what}' for what, said in spoken(title, OTHER_GOODS) if said not in name), "")


def spoken(title: str, meanings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Which of the meanings, all of other goods, words of a title have, with these words."""
    folded = fold(title)
    apart = spaced(folded)
    if ANY_OTHER_GOODS.search(apart, folded) is None:
        return
    for meaning in meanings:
        for found in MEANINGS[meaning].finditer(apart, folded):
            if not _leaves_nothing_open(meaning, said := found[0].strip(), folded):
                yield meaning, said


def spares(title: str) -> Iterator[str]:
    """The words of a title for spare parts and films; none where they come with goods, or are said to be genuine."""
    folded = fold(title)
    if not _genuine().isdisjoint(WORD.findall(folded)):
        return
    apart, known = spaced(folded), lexicon().accessories
    for pattern in SPARES.values():
        for found in pattern.finditer(apart, folded):
            before, behind = (
                WORD.findall(side) for side in (found.string[: found.start()], found.string[found.end() :])
            )
            if known.with_before.isdisjoint(before[-BACK:]) and known.with_after.isdisjoint(behind[:BACK]):
                yield found[0].strip()


def _leaves_nothing_open(meaning: str, said: str, folded: str) -> bool:
    """Whether a phrase speaks of the product itself beside other words of the title: a golf glove "left hand only"."""
    unless = UNLESS.get(meaning)
    return unless is not None and all(
        pattern.search(text) is not None for pattern, text in zip(unless, (said, folded), strict=True)
    )


def _is_in_name(meaning: str, said: str, name: str) -> bool:
    """Whether a phrase is the name's, with or without blanks; a mixture and its weight are so in any order."""
    if said.translate(SIMPLIFIED) in name.translate(SIMPLIFIED):
        return True
    mine, named = WORD_OR_NUMBER.findall(said), WORD_OR_NUMBER.findall(name)
    if meaning == MIXTURE:
        return set(mine) <= set(named)
    return f" {' '.join(mine)} " in f" {' '.join(named)} "


@cache
def _genuine() -> frozenset[str]:
    """Words by which goods are said to be the maker's own."""
    return frozenset(fold(word) for word in marks_lexicon().cues["claim"].before if word not in MADE_BY)


def _of_one_part(found: re.Match[str], folded: str) -> bool:
    """Whether one part is offered, and named before what it fits; or one device that is used, for its parts."""
    before = found.string[: found.start()]
    if FOR_PARTS.search(f"{before.rstrip()} "):
        return any(CONDITIONS[kind].search(folded) for kind in ("second_hand", "marked", "broken"))
    fits = FITS.search(folded)
    return bool(fits and ONE_PART.fullmatch(found[0].strip()) and not ONE_PART.match(fits[0]))


def _is_scrapped(said: str, title: str) -> bool:
    """Whether a word says where a part comes from that the title calls used."""
    return said.strip() in SCRAPPED and bool(said_of(SURELY_USED, beginning(title)))


def _no_bundle(found: re.Match[str], folded: str) -> bool:
    """Whether what reads like a bundle is one product: joined parts, or more of the same in one pack."""
    if "+" in found[0]:
        return one_product(folded)
    return MORE_IN_IT.search(found.string[: found.start()]) is not None


def part_price(listing: Listing) -> str:
    """Why the price is not what a buyer pays in all, as an attribute says ("Price type: monthly instalment"); or ""."""
    for name, value in listing.attributes.items():
        named = fold(name).strip(" .:")
        if TAXES["names"].search(named) and TAXES["on_top"].search(fold(value[:200]).strip()):
            return f'"{name[:40]}: {value[:40]}" says that taxes come on top of the price'
        if OF_A_PRICE.search(named):
            for meaning in OF_PRICES:
                if found := MEANINGS[meaning].search(fold(value[:200])):
                    return f'"{name[:40]}: {found[0].strip()}" speaks of {meaning}, so one unit\'s price is not certain'
    return ""
