"""How many units of a product a listing sells for its price, as titles say it in many languages.

A number is taken for a count of units only where the words leave no doubt; what a set contains ("5-piece") is no count
of units, and what leaves doubt is a problem, because a wrong count accuses a seller of a price that nobody asked.
"""

import re
import unicodedata
from dataclasses import dataclass

from monitor.products.uncertain import uncertain

N = r"(\d{1,3}|(?:two|three|four|six|zwei|drei|vier|deux|trois|dos|tres|due|tre|[二两三四五六八十])(?![^\W\d_]))"
NUMERALS = {
    "two": 2, "three": 3, "four": 4, "six": 6, "zwei": 2, "drei": 3, "vier": 4, "deux": 2, "trois": 3, "dos": 2,
    "tres": 3, "due": 2, "tre": 3, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "八": 8, "十": 10,
}  # fmt: skip
CJK_N = r"(\d{1,3}|[二两三四五六八十])"
AMOUNT = r"(?<!\d)\d{1,5}(?:[.,]\d+)?\s?(?:ml|cl|dl|l|g|gr|kg|oz|fl\.? ?oz|毫升|升|克|千克)\b"
BEFORE = r"(?<![\w.,/-])"
AFTER = r"(?![\w/]|[.,]\d)"

CERTAIN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:packs?|sets?|lot|box|bundle|case|carton|multipack|value pack)\s+of\s+{N}{AFTER}",
        rf"{BEFORE}{N}[\s-]?(?:packs?|pk|bottles?|boxes|cans|tubes|rolls|pairs)\b",
        rf"{BEFORE}{N}[\s-]?er[\s-]*(?:set|pack|packung|bundle|box|karton|vorteilspack|sparpack)\b",
        rf"\b(?:packung|set|karton|sparpack|vorratspack)\s+(?:mit|à|zu|von)\s+{N}{AFTER}",
        rf"\b(?:lot|packs?|set|boîte|paquet|coffret|carton|caisse)\s+de\s+{N}{AFTER}",
        rf"\b(?:set|confezione|pacco|scatola|conf\.?|cartone)\s+(?:da|di)\s+{N}{AFTER}",
        rf"\b(?:paquete|juego|caja|lote|conjunto|kit|caixa|embalagem|pacote)\s+(?:de|con|com)\s+{N}{AFTER}",
        rf"\b(?:set|pak|doos|verpakking|zestaw|opakowanie)\s+(?:van|met|z)\s+{N}{AFTER}",
        rf"{BEFORE}{N}[\s-]?(?:stuks|szt|sztuki|uds?|unidades|unités|pezzi|pz|stück|stk|pcs|pieces|шт)\b\.?(?!\s*(?:set|kit)\b)",
        rf"{BEFORE}{N}\s?[x×]\s?(?={AMOUNT})",
        rf"{AMOUNT}\s?[x×]\s?{N}{AFTER}",
        rf"^\W*{N}\s?[x×]\s+(?=[^\W\d])",
        rf"(?<=[\s(])[x×]\s{N}(?=\s*[),;]|\s*$)",
        rf"(?<=[\s(])×{N}(?=\s*[),;]|\s*$)",
        rf"{CJK_N}\s*(?:件装|个装|只装|瓶装|支装|盒装|包装|片装|条装|双装|袋装|罐装|组装|枚装|连包|瓶组|入组|入組)",
        rf"(?:共|套装|组合装)\s*{CJK_N}\s*(?:件|个|只|瓶|支|盒|包)",
        rf"{CJK_N}\s*(?:個|本|枚|点|袋|箱|缶|足|パック)\s*(?:セット|入り|入|組|まとめ買い|パック)",
        rf"{CJK_N}\s*(?:パック|本パック|개입|개 세트|개세트|팩)",
        rf"(?:セット|まとめ買い)\s*{CJK_N}\s*(?:個|本|枚|点)",
    )
)
LOWER_X = re.compile(r"(?<=[\s(])x(\d{1,3})(?=\s*[),;]|\s*$)")
DOUBTFUL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{BEFORE}{N}\s?[x×]\s+(?=[^\W\d])(?!(?:opti|zoom|digital|faster|lens))",
        rf"{BEFORE}{N}[\s-]?(?:count|ct)\b",
        rf"(?<=\s)×\s?{N}{AFTER}",
        r"\b(?:multi-?packs?|vorteilspack|bulk (?:pack|lot)|wholesale|job ?lot|großpackung)\b|整箱|批发|まとめ売り",
    )
)
CONTENT = re.compile(r"\b(?:set|kit|satz|jeu|juego|set di|zestaw)\b|套装|セット", re.IGNORECASE)
OF_PIECES = re.compile(r"(?:stuks|szt|sztuki|uds?|unidades|unités|pezzi|pz|stück|stk|pcs|pieces|шт)\.?$", re.IGNORECASE)
WORDS = {
    "twin pack": 2, "twinpack": 2, "twin-pack": 2, "double pack": 2, "doppelpack": 2, "duopack": 2, "duo pack": 2,
    "duo-pack": 2, "triple pack": 3, "tripack": 3, "dreierpack": 3, "zweierpack": 2, "doppelpackung": 2,
    "viererpack": 4, "sechserpack": 6, "six-pack": 6, "sixpack": 6, "dúo pack": 2, "confezione doppia": 2,
}  # fmt: skip
MOST = 500


@dataclass(frozen=True, slots=True)
class Pack:
    """`units` sold for the price, the `text` that says so, or in `problem` why it cannot be said."""

    units: int = 1
    text: str = ""
    problem: str = ""


def pack_in(title: str) -> Pack:
    """What a title says about the number of units; two different numbers, or words that leave doubt, are a problem."""
    if why := uncertain(title):
        return Pack(problem=why)
    return counted(title)


def counted(title: str) -> Pack:
    """The number of units alone, whatever else the title says about the price."""
    text = unicodedata.normalize("NFKC", title)
    counts: dict[int, str] = {}
    doubt = ""
    for pattern in (*CERTAIN, LOWER_X):
        for found in pattern.finditer(text):
            units = _number(found[1])
            if not 1 < units <= MOST:
                continue
            if OF_PIECES.search(found[0]) and CONTENT.search(text):
                doubt = doubt or found[0].strip()
            else:
                counts.setdefault(units, found[0].strip())
    lowered = text.casefold()
    for words, units in WORDS.items():
        if words in lowered:
            counts.setdefault(units, words)
    if len(counts) > 1:
        said = '" and "'.join(sorted(counts.values()))
        return Pack(problem=f'the title says "{said}", so the number of units is not certain')
    for units, said in counts.items():
        return Pack(units=units, text=said)
    if doubt := doubt or next((said for pattern in DOUBTFUL if (said := _doubtful(pattern, text))), ""):
        return Pack(problem=f'"{doubt}" in the title may or may not be a number of units')
    return Pack()


def _doubtful(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0].strip() if found and (not found.groups() or _number(found[1]) > 1) else ""


def _number(text: str) -> int:
    return NUMERALS.get(text.casefold()) or int(text)
