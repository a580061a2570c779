"""Patterns of what counts units in a title, and of what may count them.

Kinds of goods and containers are data, in `counting.toml`; what is here is how a title puts a number beside them.
"""

import re

from monitor.products.anchored import Anchored
from monitor.products.beside_counts import ARTICLES
from monitor.products.counting import (
    BLADES,
    BONUS,
    CLASSIFIERS,
    CONTAINERS,
    CONTENTS,
    CRATES,
    DOZENS,
    FRESH,
    GLASSES,
    GOODS,
    HALVES,
    JOINED,
    KITTED,
    LIT,
    PACK_WORDS,
    PACKED_WORDS,
    PAIRS,
    PIECE_WORDS,
    SAID,
    SETS,
    UNATTACHED,
    WASHES,
)
from monitor.products.lazy import lazily
from monitor.products.numerals import AFTER, AMOUNT, BEFORE, BOTTLES, CJK_N, N
from monitor.products.unread import CONTENT as NO_COUNT
from monitor.products.unread import LOOSE, PACKS, PIECES

HELD_CONTENTS = rf"(?:{CONTENTS.either}|{WASHES.either})"
SPARE = r"(?:replacement|spare|refill|razor|shaving|сменных|запасных|wymiennych|zapasowych|yedek)"
"""What stands between a number and the blades of a razor."""
SIZE_WORDS = (
    r"size|taille|gr(?:ö(?:ß|ss)e|\.)|talla|taglia|tamanho|tam\.?|maat|rozmiar|размер|storlek"
    r"|couleur|colore|cor|farbe|kleur"
    r"|color(?=\s(?:negr|blanc|gris|azul|roj|verde|ros|beige|marr|amarill|naranj|pret|branc|cinz))"
)
"""Before the size or the colour of clothes: "pack 3 talla L"."""
EACH = r"c/u|cada(?: uno| una| um| uma)?|cad|cadauno|cadauna|ciascun[oa]|chacune?|each|je|elk"
"""Behind a size: so large is each."""
ARTICLE = f"{ARTICLES}?"
"""What may stand before the number of what a title offers: "Les 2 oreillers"."""
UNITS = f"{PIECE_WORDS.either}|pièces"
CJK_COUNTER = (
    "(?:件|个|只|瓶|支|盒|包|条|双|袋|罐|组|枚|节|卷|听|桶|把|块|對|对|個|本|点|箱|缶|足|巻|脚|台|着|冊"
    "|副|根|顶|份|管|筒|朵|パック|개|병|팩|캔|통|봉지?|박스|롤)"
)
LARGE = r"(?<![\d.])(?:\d{3,4}\s?(?:ml|g|毫升|克)|\d(?:\.\d+)?\s?(?:kg|l|升|千克|斤))"
"""More than one sachet within a box holds."""
KOREAN = "(?:개|병|캔|통|봉지?|팩|박스|상자|롤|세트|켤레)(?![월입국용년])"
KOREAN_CONTENT = r"(?<!\d)\d{1,4}\s?(?:개입|포|정|캡슐|매|장|환|티백|스틱|T|p|입|구|롤)"
MONTHS = (
    r"(?:m[eo]s[ei]s?|mois|months?|semanas?|semaines?|settimane|weeks?|días|dias|jours|giorni|days|años|anos|ans|anni"
    r"|years)"
)
"""For how long a pack lasts."""
CERTAIN = Anchored(
    (
        rf"\b(?:packs?|sets?|lot|box|bundle|case|carton|multipack|value pack|blister|card|tub|tray)\s+of\s+{N}{AFTER}",
        rf"{BEFORE}{N}[\s-]?(?:(?:packs?|pk|boxes|{CONTAINERS.either})\b|{BOTTLES})",
        (
            rf"{BEFORE}{N}[\s-]?er[\s-]*(?:set|[^\W\d]{{0,10}}pack(?:ung)?|bundle|box|karton|blister|gebinde"
            r"|kiste)\b"
        ),
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
        (rf"{BEFORE}{N}[\s-]?(?:{PIECE_WORDS.either})\b\.?(?!\s*(?:set|kit)\b)"),
        rf"{BEFORE}{N}\s?[x×]\s?(?={AMOUNT}|\d{{3}}/\d\d\s?Z?R\s?\d\d)",
        rf"\({N}\)\s?(?={AMOUNT})",
        rf"{AMOUNT}\s?[x×*]\s?{CJK_N}(?![a-z\d/]|[.,]\d)",
        rf"{AMOUNT}\s?[(\[]?{N}\s?[x×](?=\s*(?:$|[)\],;|]|[-–—]\s))",
        rf"\b(?:packs?|lot)\s+{N}\s+(?=(?:[^\W\d]-)?[^\W\d]{{2,}}s\b)(?!pi[eè]|pe[çz]|ports?\b|{MONTHS}\b)",
        rf"\b(?:confezione|paquete|pak)\s+{N}\s+(?=[^\W\d]{{3,}}[aeios]\b)(?!pi[eè]|pe[çz]|port[ei]?\b|{MONTHS}\b)",
        rf"\b(?:pack|lote|bl[ií]ster)\s+{N}\s*$",
        rf"{AMOUNT}\s?[(\[]\s?(?:pack|lote?)\s+{N}\s?[)\]]",
        rf"\b(?:packs?|multipack|lote?|paquete|pacote|confezione|conf\.?|pak|packung)\s+{N}(?=\s(?:{SIZE_WORDS})\s\S)(?!.*\d\s(?:{LOOSE}|{CONTENTS.either})\b)",
        rf"\b(?:caja|bo[iî]te|conf\.?|scatola|caixa|cx|pct|doos|opak\.?|packung)\s+{N}\s*$",
        rf"{BEFORE}{N}\s?un\.?(?=\s*$|\s*[),;])",
        rf"\bn[.°º]\s?{N}\s+(?:{LOOSE}|{CONTAINERS.either}|{GOODS.either})\b",
        rf"\bpack\s?-\s?{N}{AFTER}",
        (
            rf"\b(?:{PACKS})\s+(?:[^\W\d]+\s+)?(?:(?:com|con|mit|de|da|di|of|met|van|c/)\s+)?{N}\s+"
            rf"(?:{GOODS.either}|{CONTAINERS.either})\b"
        ),
        rf"^\W*n[.°º]\s?{N}\s+(?=[^\W\d]{{3,}})",
        rf"{AMOUNT}\s?(?:c/|com|lot|lote|tris|pack)\s?{N}\s*(?:(?:{UNITS})\W*)?$",
        r"(?<![\w.,/-])([2-6]|8|10|12|16)er(?=\s*(?:$|[,);]))",
        rf"\b(?:set|pack|packung|bundle)\s+{N}er\b",
        rf"(?<=[\s(])x\s?{N}\s?(?:{CONTAINERS.either}|{GOODS.either}|{UNITS})\b",
        rf"{BEFORE}{N}\s?[x×]\s?(?=\d{{1,4}}\s?{HELD_CONTENTS}\b)",
        rf"(?<!\d)\d{{1,4}}\s?{HELD_CONTENTS}\s?[x×*]\s?{N}{AFTER}",
        rf"{AMOUNT}[\s,(–-]*(?:{CRATES.either})\s(?:(?:of|mit|de|da|di|com|con|van|med|à)\s)?{N}(?=\s*(?:$|[,;)]))",
        rf"^\W*{N}[x×](?=(?-i:[A-Z][a-z]{{2}}))(?!l(?:arge)?\b|zoom|opti|magn|fach|fast|lens|digit|speed)",
        rf"(?<!\d)\s?[-–]\s?{N}\s?(?:{UNITS})\b\W*$",
        rf"\b(?:kit|cx|caixa|pct|pacote|fardo|pack)\s+c/\s?{N}{AFTER}(?!{NO_COUNT}|\s*(?:tam|itens)\b|\s*[^\W\d]+s\b)",
        rf"(?<=[^\W_])\s+{N}\s+(?:{UNATTACHED.either})\s*$",
        rf"\b(?:fardo|cartela|pacote|pct|pack|blister|bl[ií]ster|display)\s+(?:com|con|c/)\s?{N}{AFTER}",
        rf"\b(?:qty|quantity|menge|quantité|cantidad|quantità|aantal|数量)\s?[:=]?\s?{N}{AFTER}",
        rf"^\W*{N}\s?[x×]\s+(?=[^\W\d])",
        rf"{BEFORE}{N}\s?[x×]\s?(?:boxes|packs|{CONTAINERS.either})(?!\w|\s(?:of|de|da|di|à|mit|von|van|x)\s)",
        rf"(?<=[\s(])[x×]\s{N}(?=\s*[),;](?!\d)|\s*$)",
        rf"(?<=[\s(])×{N}(?=\s*[),;](?!\d)|\s*$)",
        rf"^\W*kit\s+{N}\s+(?:{KITTED.either})\b(?!.*\s(?:\+|e|y|and)\s)",
        rf"{AMOUNT}\s{N}\s(?:{GOODS.either})\b",
        rf"\b(?:{PACK_WORDS.either})\s+(?:{JOINED.either})\s+{N}{AFTER}",
        rf"{BEFORE}{N}[\s-]?(?:{PACKED_WORDS.either})\b",
        rf"^\W*(?:kits?|packs?|sets?|lote?|combo|jogo|conf)\s+(?:(?:de|di|of|com|con|da)\s+)?{N}\s(?=.{{3,60}}?{AMOUNT}\s(?:{EACH})(?!\w))",
        rf"{BEFORE}{N}\s+(?:{SPARE}\s)?(?P<blades>{BLADES.either})\b",
        rf"{BEFORE}{N}[\s-]?(?:count|ct)\b",
        rf"{BEFORE}{N}\s+(?:(?:double|triple|mega|jumbo|giant|super|family|maxi|big|long|length|soft|white)\s){{1,3}}rolls\b",
        rf"\b(?:{PACK_WORDS.either})\s+{N}\s?[x×]\s+(?=[^\W\d])(?!opti|zoom|digital)",
        rf"\b(?:{PACK_WORDS.either})(?:\s[x×]\s?|[x×]){N}{AFTER}",
        rf"{BEFORE}{N}\s?['’]\s?l[iıuü]\b",
        rf"{BEFORE}{N}\s?l[iıuü]\s+(?:{PACK_WORDS.either})\b",
    )
)
NAMED = tuple(
    lazily(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{PACK_WORDS.either})\s+(?:(?:of|de|di|da|von|van|com|con|mit|{JOINED.either})\s+)?{N}\s+([^\W\d]{{3,}})",
        rf"(?:[(\[–—,]|(?<!\d[a-z])-)\s*{N}\s+([^\W\d]{{3,}})\s*(?=[)\],;]|$)",
        rf"^\W*{ARTICLE}{N}\s+([^\W\d]{{3,}})",
    )
)
"""Counts of the word that follows, if that is goods that are sold singly."""
OF_GLASSES = lazily(
    rf"{BEFORE}{N}\s+(?:[^\W\d]{{3,}}\s+){{0,2}}({GLASSES.either})(?=,?\s(?:[^,;:|+&]{{0,30}}\s)?\(?\d{{1,3}}(?:[.,]\d)?\s?(?:ml|cl|oz|мл)\b)",
    re.IGNORECASE,
)
"""So many glasses of a size, wherever they stand."""
CJK_CERTAIN = tuple(
    lazily(pattern, re.IGNORECASE)
    for pattern in (
        rf"{AMOUNT}\s?{CJK_N}(?:本|瓶|缶|罐|袋|盒)(?!入)",
        rf"(?:{AMOUNT}\s?[罐瓶桶]|{LARGE}\s?/?\s?[袋盒包])装?\s?[x×*]\s?{CJK_N}(?![\d.]|\s?[x×*]|[cm]m)",
        rf"{AMOUNT}\s?/\s?[罐瓶桶]\s?[x×*]\s?{CJK_N}(?![\d.]|\s?[x×*]|[cm]m)",
        rf"[【\[(]\s?{CJK_N}{CJK_COUNTER}(?:セット|装|入)?\s?[】\])]",
        rf"{AMOUNT}装?\s*{CJK_N}[桶瓶罐](?!入)",
        rf"(?:[一1整]箱|[一1]提)\s?{CJK_N}[包盒瓶罐袋支卷]",
        rf"{AMOUNT}\s?{CJK_N}[个個](?=\s*$)",
        rf"\d[粒錠锭片枚]\)?\s?[x×*]\s?{CJK_N}[袋個个箱瓶盒本]",
        rf"[x×*]\s?{CJK_N}\s?(?:瓶|袋|盒|罐|支|包|缶|箱)(?!入)",
        rf"{CJK_N}[支个只条瓶包](?:家庭|独立|整盒|整箱|量贩|优惠|超值|特惠|盒)装",
        rf"{CJK_N}\s*(?:{CJK_COUNTER}装|片装|连包|瓶组|入组|入組)",
        rf"(?:共|套装|组合装)\s*{CJK_N}\s*(?:件|个|只|瓶|支|盒|包)(?!套)",
        rf"{CJK_N}\s*(?:個|本|枚|点|袋|箱|缶|足|巻|脚|台|着|冊|玉|パック)\s*(?:セット|入り|入|組|まとめ買い|パック)",
        rf"{AMOUNT},?\s*(?:[x×]\s?)?{CJK_N}\s?(?:포|{KOREAN})",
        rf"{KOREAN_CONTENT},?\s*(?:[x×]\s?)?{CJK_N}\s?{KOREAN}",
        rf",\s*{CJK_N}\s?{KOREAN}\s*(?=$|,)",
        rf"{CJK_N}\s?(?:병|캔|박스|상자|켤레)(?!용)",
        rf"{CJK_N}\s*(?:パック|本パック|개입|개 세트|개세트|장 ?세트|팩)",
        rf"(?:セット|まとめ買い)\s*{CJK_N}\s*(?:個|本|枚)",
        rf"(?:セット|まとめ買い|まとめ)\s?[x×*]\s?{CJK_N}(?![\d.]|\s?[cm]?m|\s?m?l|\s?k?g)",
        rf"{CJK_N}食\s?(?:セット|まとめ)",
        rf"{AMOUNT}\s?{CJK_N}食入",
        rf"{CJK_N}\s?(?:개|병|캔|봉지?|팩|켤레|장|롤|통|자루|포)(?:입|씩)?\s?(?:[1일한]\s?)?묶음(?!\s?배송)",
    )
)
"""The same with measure words, which no text in ASCII has."""
OF_GOODS = tuple(
    lazily(pattern, re.IGNORECASE)
    for pattern in (
        rf"{BEFORE}{N}[\s-]?(?!dozen)(?:{PIECES})\b",
        (
            r"\b(?:kits?|sets?|jogo|jeu|juego|lote?|pack|coffret|conjunto|par)\s+(?:(?:com|c/|con|de|di|da|of)\s?)?"
            rf"{N}{AFTER}(?!{NO_COUNT})"
        ),
        rf"\bda\s+{N}\s*$",
        rf"(?<=\s)x{N}(?=\s|$)",
    )
)
"""Counts of what a title begins with, where that is goods that are sold singly."""
OF_SETS = lazily(
    rf"{BEFORE}(\d{{1,2}})\s?(?:(?:{SETS.either})\b|套(?!装))(?!\s+(?:of|de|di|da|von|van|mit)\b)", re.IGNORECASE
)
"""Sets of strings and the like, which are sold by the set."""
CLASSIFIED = lazily(
    rf"(?<![送赠附带含需用满选.\d第])(?<!다스 )(?<!다스\()(\d{{1,3}}|[二两三四五六八十])"
    rf"\s?({'|'.join(CLASSIFIERS)})(?![a-z入付使必用용套折半减起월년국소입짜]|つき|別売"
    r"|\s?(?:포함|필요|별도|사용|내장|증정))"
)
TOTAL = lazily(
    rf"(?:=|\b(?:total(?: of)?|insgesamt|zusammen|gesamt|au total|en total|in totale?|no total|totaal"
    rf"|you(?: will|['’]ll)? (?:get|receive)|sie erhalten|vous recev(?:ez|rez)|recibes?|ricevi|riceverai|recebe)\b"
    rf"|到手|[共实實][发發得]|共|[合总總][计計共]|(?<![\u4e00-\u9fff])計|全部で)\s*:?\s*{N}"
    rf"\s?(?:(?:{LOOSE}|{CONTAINERS.either}|{GOODS.either})\b|{CJK_COUNTER})",
    re.IGNORECASE,
)
PAIR = lazily(
    r"\b(?:coppia|stel van|(?:la|une|1) paire|paire d[e'’]|pair of|1 pair|par de(?! ve)|1 par|1 paar)\b"
    r"|\b(?:par|pair|paire)(?=\s*(?:\)|$))|^\W*par\s|[一1][对對](?![一1多](?![\d.]))"
    rf"|(?<=[|,(/*–—-]\s)(?:{PAIRS.either})(?=\s[|/*–—-]|\s?[,;)])|(?<=[|–—-]\s)(?:{PAIRS.either})$",
    re.IGNORECASE,
)
"""One pair, which is two of what is sold singly; "一对一" is "one to one", as a service is."""
HALF = lazily(
    r"\b(?:coppia|stel|(?:une |1 )?paire|(?:1 )?pair|par|paar)(?![^\W\d])(?: (?:of|de|di|van)| d['’])?"
    rf"\s?(?:[^\W\d]\w*\s){{0,4}}?(?:{HALVES.either}|{LIT.either})\b"
    r"|(?<!ein )(?<!\d )\b(?:pair|paire|paar|coppia|пара)\b"
    rf"|\b(?:{HALVES.either})\s(?:[^\W\d]+\s){{0,3}}par\b(?!\s(?:\d|paires?|lots?|deux|quatre)\b)"
    rf"|(?<!\s\d )(?<!\s\d\d )(?<!\d)\b(?:{PAIRS.either})(?=\s*(?:$|[)\],;.]))|(?<!\d)[一1][对對](?![一1多](?![\d.]))",
    re.IGNORECASE,
)
"""A pair, if of goods that are sold singly and asked for in pairs."""
MIDDLE_X = lazily(r"(?<=\s)x(\d{1,2})(?=\s+[^\W\d])")
UPPER_X = lazily(r"(?<![^\W_])[a-zà-ÿ]{3,}\sX(\d{1,2})(?=\s*$)")
"""At the end, behind a word in small letters: a number of units, or a model."""
LOWER_X = lazily(
    rf"(?<!zoom )(?<!optical )(?<!optique )(?<!lens )(?<!lupe )(?<!loupe )(?<=[\s(])x(\d{{1,3}})"
    rf"(?=\s*[),;]|\s*$|\s(?i:{FRESH.either})(?!\w))"
)
DIMENSION = r"(?<=\b[abdefghlpstwвгдшн]\s)\d{2,3}\s?[x×]\s[abdefghlpstwвгдшн][.:]?\s?\d{2,3}(?!\w)"
"""A measure behind the letter of its side, and another: "L 225 x P 147"."""
DOUBTFUL = tuple(
    lazily(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"{BEFORE}(?!{DIMENSION}){N}\s?[x×]\s+(?=[^\W\d])(?!(?:opti|zoom|digital|faster|kon[cz]entr|conc[eé]ntr"
            r"|stronger|stärker|sterker|more\b|mehr\b|stain|plus (?:fort|puissant)|m[aá]s fuerte|mais forte|più forte"
            r"|lens|getragen|benutzt|worn|used|porté"
            r"|usad|indossat|gedragen|gebruikt))"
        ),
        rf"^\W*{N}\s+(?!in\b|en\b|em\b)[^\W\d]{{4,}}s\b",
        (
            r"^\W*(two|three|four|six|due|tre|quattro|twee|drie|vier|zwei|drei|deux|trois|quatre|dos|tres|cuatro)\s+"
            r"[^\W\d]{4,}"
        ),
        rf"\b(?:{DOZENS.either})(?:s|e|n|er|y)?\b|一打|ダース",
        rf"{CJK_N}\s*粒装",
        (
            rf"\b(?:kits?|sets?|lote|coffret|juego)\s+{N}\s+(?=[^\W\d]{{3,}})(?!pi[eè]|pe[çz]|teil|colou?r|farb"
            rf"|couleur|colore|cores|kleur)"
        ),
        rf"{CJK_N}\s*(?:点|件)(?!装|套)",
        rf"{CJK_N}\s?[对對](?!\s?[一1])",
        rf"(?<=\s)×\s?{N}{AFTER}",
        (
            r"\b(?:multi-?packs?(?!.*\d\s?(?:colou?rs?|farben|couleurs|colores|colori|cores|kleuren)\b)"
            r"|vorteilspack|bulk (?:pack|lot)|wholesale|job ?lots?|großpackung"
            r"|konvolut|restposten|sammlung von|lot (?:revendeur|de gros|destockage)|lote mayorista|stock lotto"
            r"|partij|grossiste)\b"
            r"|整箱|批发|まとめ売り"
        ),
    )
)
IN_WORDS = lazily("|".join(re.escape(phrase) for phrase in sorted(SAID, key=len, reverse=True)))
"""Counts in words alone, in case-folded text."""
DOZEN = lazily(rf"(?:{BEFORE}{N}\s+)?(?<!\w)(?:{DOZENS.either})\b", re.IGNORECASE)
"""A dozen, or so many."""
WITH_BONUS = lazily(
    rf"(?<![\w.,/+])([2-9])\s?\+\s?([1-3])(?:er)?[\s-]?(?:{BONUS.either})\b"
    rf"|\b(?:{BONUS.either})\s(?:de\s|da\s|mit\s|com\s|con\s)?([2-9])\s?\+\s?([1-3])(?![\w+/]|[.,]\d|\s?(?:gr[aá]ti|free|offert|omaggio))",
    re.IGNORECASE,
)
"""A pack of so many and some on top."""
