"""How many units of a product a listing sells for its price, as titles say it in many languages."""

import re
from dataclasses import dataclass

from monitor.products.words import fold

N = r"(\d{1,3})"
COUNTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:pack|set|lot|box|bundle|case)\s+of\s+{N}\b(?!\s*in\s*1)",
        rf"\b{N}\s*-?\s*(?:er)?\s*-?\s*(?:pack|packs|pk|pcs|pieces|piece|count|units|stück|stk|stueck)\b",
        rf"\b{N}\s*er\s*-?\s*(?:set|pack|packung|bundle)\b",
        rf"\b(?:lot|pack|set|boîte|paquet|jeu)\s+de\s+{N}\b",
        rf"\b(?:set|confezione|paquete|juego|kit|pacco)\s+(?:da|di|de)\s+{N}\b",
        rf"\b{N}\s*x\s+(?=[^\W\d])",
        rf"(?<![\w.])x\s?{N}(?![\w.])",
        rf"(?<![\w.]){N}\s?x(?=\s*\d+(?:[.,]\d+)?\s*(?:ml|cl|l|g|kg|oz)\b)",
        rf"{N}\s*(?:件装|个装|只装|瓶装|支装|盒装|包装|片装|条装|双装|件套)",
        rf"{N}\s*(?:個セット|本セット|枚セット|点セット|個入り|個パック|本組|個組)",
    )
)
WORDS = {
    "twin pack": 2, "twinpack": 2, "double pack": 2, "doppelpack": 2, "pair of": 2, "duo pack": 2, "triple pack": 3,
    "两件装": 2, "三件装": 3, "2点": 2,
}  # fmt: skip
UNCERTAIN = {
    "extra units": (
        r"\b(?:buy|kaufe?|achetez|compra)\s+\d+\s+(?:get|,|nimm|obtenez)",
        r"买[一二三]送[一二三]",
        r"\b[123]\s*\+\s*1\b",
    ),
    "a part payment": (
        r"\b(?:deposit|anzahlung|acompte|instal?ments?|per month|monatlich|monatsrate)\b|/ ?month\b",
        r"定金|分期|头金",
    ),
    "a tester or sample": (r"\b(?:tester|sample|probe|échantillon|muestra|campione)\b", r"小样|试用装"),
    "a bundle with other goods": (r"\b(?:bundle with|inkl\.|including free|plus free|mit gratis)|\+ free\b",),
}
PATTERNS = tuple((re.compile("|".join(patterns)), what) for what, patterns in UNCERTAIN.items())


@dataclass(frozen=True, slots=True)
class Pack:
    """`units` sold for the price, the `text` that says so, or in `problem` why it cannot be said."""

    units: int = 1
    text: str = ""
    problem: str = ""


def pack_in(title: str) -> Pack:
    """What a title says about the number of units; two different numbers in it are a problem."""
    folded = fold(title)
    for pattern, what in PATTERNS:
        if found := pattern.search(folded):
            return Pack(problem=f'"{found[0]}" in the title means {what}, so one unit\'s price is not certain')
    counts: dict[int, str] = {}
    for pattern in COUNTED:
        for found in pattern.finditer(folded):
            if 1 < int(found[1]) <= 500:
                counts.setdefault(int(found[1]), found[0].strip())
    for words, units in WORDS.items():
        if words in folded:
            counts.setdefault(units, words)
    if len(counts) > 1:
        said = '" and "'.join(sorted(counts.values()))
        return Pack(problem=f'the title says "{said}", so the number of units is not certain')
    for units, text in counts.items():
        return Pack(units=units, text=text)
    return Pack()
