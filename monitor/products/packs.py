"""How many units of a product a listing sells for its price, as titles say it in many languages.

A number is taken for a count of units only where the words leave no doubt; what a set contains ("5-piece") is no count
of units, and what leaves doubt is a problem, because a wrong count accuses a seller of a price that nobody asked.
"""

import re
import unicodedata
from dataclasses import dataclass

from monitor.products.uncertain import uncertain
from monitor.products.unread import choice, unread

NUMERALS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12, "zwei": 2, "drei": 3,
    "vier": 4, "fünf": 5, "sechs": 6, "acht": 8, "zehn": 10, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "dix": 10,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6,
    "dois": 2, "duas": 2, "três": 3, "quatro": 4, "twee": 2, "drie": 3, "dwa": 2, "trzy": 3,
    "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "八": 8, "十": 10,
}  # fmt: skip
_numerals = "|".join(sorted((word for word in NUMERALS if len(word) > 1), key=len, reverse=True))
N = rf"(\d{{1,3}}|(?:{_numerals}|[二两三四五六八十])(?![^\W\d_]))"
CJK_N = r"(\d{1,3}|[二两三四五六八十])"
AMOUNT = r"(?<!\d)\d{1,5}(?:[.,]\d+)?\s?(?:ml|cl|dl|l|g|gr|kg|oz|fl\.? ?oz|毫升|升|克|千克)(?![a-zà-ÿ])"
BEFORE = r"(?<![\w.,/-])"
AFTER = r"(?![\w/]|[.,]\d)"
CJK_COUNTER = (
    "(?:件|个|只|瓶|支|盒|包|条|双|袋|罐|组|枚|节|卷|听|桶|把|块|對|对|個|本|点|箱|缶|足|巻|脚|台|着|冊"
    "|副|根|顶|份|管|筒|朵|パック|개|병|팩)"
)
CONTAINER = (
    "bottles|cans|tubes|rolls|pairs|blöcke|blocs|blokken|tins|jars|pouches|sachets|cartons|packets|flaschen"
    "|beutel|gläser|packungen"
    "|dosen|tuben|rollen|paar|bouteilles|boîtes|canettes|flacons|rouleaux|paires"
    "|botellas|latas|frascos|rollos|pares|bottiglie|lattine|flaconi|rotoli|paia|paio|garrafas|rolos|caixas|flessen"
    "|blikken|blikjes|zakken|potten|pakken|confezioni|barattoli|bustine|paquetes|botes|sobres|pots|paquets"
    "|butelki|butelek|puszki|puszek|par"
)

COUNTED = (
    "tyres|tires|reifen|winterreifen|sommerreifen|pneus|neumáticos|pneumatici|gomme|winterbanden|zomerbanden"
    "|chairs|stühle|esszimmerstühle|chaises|sillas|sedie|stoelen|eetkamerstoelen|cushions|pillows|kissen"
    "|coussins|oreillers"
    "|cojines|almohadas|cuscini|kussens|towels|handtücher|serviettes|toallas|asciugamani|handdoeken|lampade"
    "|lámparas|lampes"
    "|glasses|verres|vasos|bicchieri|glazen|plates|teller|assiettes|platos|piatti|borden|magliette|camisetas"
    "|lâmpadas|almofadas|cadeiras|copos|filters|filtres|filtros|filtri|batteries|batterien|piles|pilas|batterie|batterijen"
)
"""Goods that are sold singly, in the plural: a number before them at the beginning of a title counts them."""
CERTAIN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:packs?|sets?|lot|box|bundle|case|carton|multipack|value pack)\s+of\s+{N}{AFTER}",
        rf"{BEFORE}{N}[\s-]?(?:packs?|pk|boxes|{CONTAINER})\b",
        rf"{BEFORE}{N}[\s-]?er[\s-]*(?:set|pack|packung|bundle|box|karton|vorteilspack|sparpack|blister|gebinde|kiste)\b",
        rf"\b(?:packung|set|karton|sparpack|vorratspack)\s+(?:mit|à|zu|von)\s+{N}{AFTER}",
        rf"\b(?:lot|packs?|set|boîte|paquet|coffret|carton|caisse|étui|sachet|blister)\s+de\s+{N}{AFTER}",
        (
            rf"\b(?:set|confezione|pacco|scatola|conf\.?|cartone|blister|multipack|pack|cassa|kit|pacchetto)\s+(?:da"
            rf"|di)\s+{N}{AFTER}"
        ),
        (
            rf"\b(?:paquete|juego|caja|lote|conjunto|kit|caixa|embalagem|pacote|bl[ií]ster|estuche|bolsa)\s+(?:de"
            rf"|con|com)\s+{N}{AFTER}"
        ),
        (
            rf"\b(?:set|pak|doos|verpakking|voordeelpak|multipack|zak|krat|tray|zestaw|opakowanie)\s+(?:van|met"
            rf"|z)\s+{N}{AFTER}"
        ),
        (
            rf"{BEFORE}{N}[\s-]?(?:stuks|szt|sztuki|uds?|unidades|unités|pezzi|pz|stück|stk|pcs|pieces"
            rf"|шт)\b\.?(?!\s*(?:set|kit)\b)"
        ),
        rf"{BEFORE}{N}\s?[x×]\s?(?={AMOUNT})",
        rf"{AMOUNT}\s?[x×*]\s?{CJK_N}(?![a-z\d/]|[.,]\d)",
        rf"{AMOUNT}\s?{CJK_N}(?:本|瓶|缶|罐|袋|盒)(?!入)",
        rf"[【\[(]\s?{CJK_N}{CJK_COUNTER}(?:セット|装|入)?\s?[】\])]",
        rf"\b(?:packs?|lot)\s+{N}\s+(?=(?:[^\W\d]-)?[^\W\d]{{2,}}s\b)(?!pi[eè]|pe[çz]|ports?\b)",
        rf"\b(?:confezione|paquete|pak)\s+{N}\s+(?=[^\W\d]{{3,}}[aeios]\b)(?!pi[eè]|pe[çz]|port[ei]?\b)",
        rf"^\W*{N}\s+(?:{COUNTED})\b",
        rf"\b(?:pack|lote)\s+{N}\s*$",
        rf"\bjeu de {N}(?=\s*(?:$|[,;()-]))",
        rf"\b(?:jeu|jogo|juego|set|kit)\s+(?:(?:de|di|of|von|com|con)\s+)?{N}\s+(?:{COUNTED})\b",
        rf"[x×*]\s?{CJK_N}\s?(?:瓶|袋|盒|罐|支|包|缶|箱)(?!入)",
        rf"{BEFORE}{N}-?pc\b",
        rf"\b(?:packs?|lot|pacco|lote|caja)\s?[x×]\s?{N}{AFTER}",
        rf"\b(?:fardo|cartela|pacote|pct|blister|bl[ií]ster|display)\s+(?:com|con|c/)\s?{N}{AFTER}",
        rf"\b(?:qty|quantity|menge|quantité|cantidad|quantità|aantal|数量)\s?[:=]?\s?{N}{AFTER}",
        rf"^\W*{N}\s?[x×]\s+(?=[^\W\d])",
        rf"(?<=[\s(])[x×]\s{N}(?=\s*[),;](?!\d)|\s*$)",
        rf"(?<=[\s(])×{N}(?=\s*[),;](?!\d)|\s*$)",
        rf"{CJK_N}\s*(?:{CJK_COUNTER}装|片装|连包|瓶组|入组|入組)",
        rf"(?:共|套装|组合装)\s*{CJK_N}\s*(?:件|个|只|瓶|支|盒|包)(?!套)",
        rf"{CJK_N}\s*(?:個|本|枚|点|袋|箱|缶|足|巻|脚|台|着|冊|パック)\s*(?:セット|入り|入|組|まとめ買い|パック)",
        rf"{CJK_N}\s*(?:パック|本パック|개입|개 세트|개세트|팩)",
        rf"(?:セット|まとめ買い)\s*{CJK_N}\s*(?:個|本|枚)",
    )
)
MIDDLE_X = re.compile(r"(?<=\s)x(\d{1,2})(?=\s+[^\W\d])")
LOWER_X = re.compile(r"(?<=[\s(])x(\d{1,3})(?=\s*[),;]|\s*$)")
DOUBTFUL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{BEFORE}{N}\s?[x×]\s+(?=[^\W\d])(?!(?:opti|zoom|digital|faster|lens))",
        rf"{BEFORE}{N}[\s-]?(?:count|ct)\b",
        rf"^\W*{N}\s+(?!in\b|en\b|em\b)[^\W\d]{{4,}}s\b",
        r"^\W*(two|three|four|six|due|tre|quattro|twee|drie|vier|zwei|drei|deux|trois|quatre|dos|tres|cuatro)\s+[^\W\d]{4,}",
        r"\bcoppia\b|\bstel van\b|\bdozen\b|\bdutzend\b|\bdouzaine\b|\bdocena\b|\bdozzina\b|\bdozijn\b|一打|ダース",
        rf"{CJK_N}\s*粒装",
        (
            rf"\b(?:kits?|sets?|lote|coffret|juego)\s+{N}\s+(?=[^\W\d]{{3,}})(?!pi[eè]|pe[çz]|teil|colou?r|farb"
            rf"|couleur|colore|cores|kleur)"
        ),
        rf"{BEFORE}{N}[\s-]?(?:pi[eè]ces|sheets)\b",
        rf"{CJK_N}\s*(?:点|件)(?!装|套)",
        rf"(?<=\s)×\s?{N}{AFTER}",
        (
            r"\b(?:multi-?packs?|vorteilspack|bulk (?:pack|lot)|wholesale|job ?lots?|großpackung"
            r"|konvolut|restposten|sammlung von|lot (?:revendeur|de gros|destockage)|lote mayorista|stock lotto"
            r"|partij|grossiste)\b"
            r"|整箱|批发|まとめ売り"
        ),
    )
)
CONTENT = re.compile(r"\b(?:set|kit|satz|jeu|juego|set di|zestaw)\b|套装|セット", re.IGNORECASE)
WHOLE = re.compile(
    r"\b(?:jigsaw|puzzle|puzzel|cutlery|flatware|cookware|dinner(?:ware)?|wrench|socket|screwdriver|tool"
    r"|drill bit|luggage"
    r"|besteck\w*|topf\w*|werkzeug\w*|ménagère|batterie de cuisine|batería de cocina|cubertería|batteria|pentole"
    r"|posate|panelas|talheres|faqueiro|quebra-cabeça|bausteine|building blocks|lego|chiavi|llaves|clés|clefs"
    r"|douilles|tournevis|outils|brocas|forets|briques|punte|mattoncini|bouwstenen|borenset|bohrer\w*"
    r"|sleutels?|steeksleutel\w*|schlüssel\w*|bits?"
    r"|bestek\w*|pannenset|gereedschap\w*|couverts|vajilla|koffer\w*)\b"
    r"|拼图|厨具|餐具|扳手|螺丝刀|工具|ジグソー|パズル|鍋|カトラリー|钻头|积木|ドリル|ビット|ブロック|食器|レンチ|ドライバー|工具|スパナ|包丁",
    re.IGNORECASE,
)
"""Goods that consist of pieces: a count of pieces is their content."""
FOR = re.compile(r"\b(?:for|für|pour|para|per|voor|dla)\s*$", re.IGNORECASE)
CAPACITY = re.compile(r"\s*(?:capacity|storage|holder|organi[sz]er|rack)\b", re.IGNORECASE)
HOLDS = re.compile(
    r"\b(?:racks?|cooler|fridge|holder|storage|organi[sz]er|shelf|capacity|cabinet|caddy|\w*(?:regal|ständer"
    r"|schrank|halter|kast|rek|kist)"
    r"|porte-\w+|range\w*|meuble|mueble|armoire|armario|armadio|mobile"
    r"|estante|botellero|zapatero|cantinetta|portabottiglie|scarpiera|sapateira|adega)\b|收纳|[酒鞋][架柜]|ラック|収納",
    re.IGNORECASE,
)
HELD = re.compile(rf"(?:{CONTAINER}|[瓶双支罐缶足本条]装?)$", re.IGNORECASE)
"""Containers, pairs and the like: what a rack or a cooler is made to hold."""
OF_PIECES = re.compile(
    r"(?:stuks|szt|sztuki|uds?|unidades|unités|pezzi|pz|stück|stk|pcs?|pieces|pièces|шт)\.?$|点\s*セット$",
    re.IGNORECASE,
)
CJK_PIECES = re.compile(r"(?:本|点|枚|丁|ピース)\s*(?:セット|組|入り|入)?$|件套?$")
WORDS = {
    "twin pack": 2, "twinpack": 2, "twin-pack": 2, "double pack": 2, "doppelpack": 2, "duopack": 2, "duo pack": 2,
    "duo-pack": 2, "triple pack": 3, "tripack": 3, "dreierpack": 3, "zweierpack": 2, "doppelpackung": 2,
    "一对装": 2, "one dozen": 12, "a dozen": 12, "half dozen": 6, "half a dozen": 6, "trio pack": 3, "quad pack": 4,
    "viererpack": 4, "sechserpack": 6, "six-pack": 6, "sixpack": 6, "dúo pack": 2, "confezione doppia": 2,
}  # fmt: skip
MOST = 500


@dataclass(frozen=True, slots=True)
class Pack:
    """`units` sold for the price, the `text` that says so, or in `problem` why it cannot be said."""

    units: int = 1
    text: str = ""
    problem: str = ""


def pack_in(title: str, own: str = "") -> Pack:
    """What a title says about the number of units; two different numbers, or words that leave doubt, are a problem.

    Doubtful words that the product's `own` name has too are none.
    """
    if why := uncertain(title, own):
        return Pack(problem=why)
    return counted(title)


def counted(title: str) -> Pack:
    """The number of units alone, whatever else the title says about the price."""
    text = unicodedata.normalize("NFKC", title)
    counts, doubt = _counts(text)
    if len(counts) > 1:
        said = '" and "'.join(sorted(counts.values()))
        return Pack(problem=f'the title says "{said}", so the number of units is not certain')
    if doubt := choice(text) or ("" if counts else doubt or _doubt(text)):
        return Pack(problem=f'"{doubt}" in the title may or may not be a number of units')
    return next((Pack(units=units, text=said) for units, said in counts.items()), Pack())


def _counts(text: str) -> tuple[dict[int, str], str]:
    """The numbers of units that the words leave no doubt about, with these words, and the first that may be content."""
    counts: dict[int, str] = {}
    doubt = ""
    for pattern in (*CERTAIN, LOWER_X):
        for found in pattern.finditer(text):
            units = _number(found[1])
            if not 1 < units <= MOST:
                continue
            pieces = OF_PIECES.search(found[0])
            if FOR.search(text[: found.start()]) and HELD.search(found[0]):
                continue  # what it holds
            of_whole = pieces or CJK_PIECES.search(found[0])
            if (of_whole and WHOLE.search(text)) or (HELD.search(found[0]) and HOLDS.search(text)):
                continue
            of_rest = FOR.search(text[: found.start()]) or CAPACITY.match(text, found.end())
            if (pieces and CONTENT.search(text)) or of_rest:
                doubt = doubt or found[0].strip()
            else:
                counts.setdefault(units, found[0].strip())
    lowered = text.casefold()
    for words, units in WORDS.items():
        if words in lowered:
            counts.setdefault(units, words)
    return counts, doubt


def _doubt(text: str) -> str:
    """Words that may count units, in a title where nothing certainly does."""
    doubt = next((said for pattern in (*DOUBTFUL, MIDDLE_X) if (said := _doubtful(pattern, text))), "")
    return doubt or _unread(text)


def _unread(text: str) -> str:
    """A number that may be a count, of goods that neither consist of pieces nor are made to hold so many."""
    if WHOLE.search(text):
        return ""
    holds = HOLDS.search(text)
    return next((said for said in unread(text) if not (holds and HELD.search(said))), "")


def _doubtful(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    if found and (CJK_PIECES.search(found[0]) or OF_PIECES.search(found[0])) and WHOLE.search(text):
        return ""
    return found[0].strip() if found and (not found.groups() or _number(found[1]) > 1) else ""


def _number(text: str) -> int:
    return NUMERALS.get(text.casefold()) or int(text)
