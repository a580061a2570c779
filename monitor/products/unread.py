"""Numbers of a title that stand like a count of units, and that no rule has read.

A count that is not read is as wrong as one that is misread: so whatever is near a word for packs, pieces or a choice of
quantities is named here, and the listing goes to a person. These are words alone, not one pattern a language.
"""

import re
from collections.abc import Iterator

from monitor.products.counting import (
    AHEAD,
    AHEAD_OF_THE_END,
    CONTAINERS,
    CONTENTS,
    DOSE_PACKS,
    LOOSE_PACKS,
    LOOSE_PIECES,
    OF_OR_FOR,
    PARTS,
    WOUND,
)
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT

NUMBER = r"(?<![\w.,/*×-])(\d{1,5})"
END = r"(?![\w/]|[.,]\d)"
LOOSE = LOOSE_PIECES.either
PIECES = rf"{LOOSE}|pk|packs?|dozen|packungen|par[ey]s?"
PACKS = LOOSE_PACKS.either
COUNTERS = "件个個只瓶支盒包条双袋罐组枚节卷听桶把块对對本点箱缶足巻脚台着冊副根顶份管筒朵张盏颗片食辆輛개병캔통봉팩롤"
CJK_NUMBER = r"(?<![\d.第/日])(\d{1,4}|[二两三四五六八十])"
CONTENT = (
    r"[\s-]?(?:teil|tlg|colou?r|farb|couleur|colore|cores|kleur|(?:in|en|em)\b|(?:kg|g|ml|cl|l|mm|cm|m|v|w|gb|tb)\b"
)
CONTENT += rf"|(?:{PARTS.either}|{CONTENTS.either})\b)"
OF_PARTS = rf"\s(?:(?!\w*s\s|(?:taille|talla|taglia|tamanho|maat|size|größe)\s)[^\W\d]+\s)(?:{PARTS.either})\b"
CHOICE = lazily(
    r"\b(?:choose|choice|select\w*|pick|(?:aus)?wählbar|auswählen|auswahl|nach wahl|variable|sélectionn\w+"
    r"|sele[zc]ion\w+|selec?ci?on\w+|selecteer|au choix|chois\w+|indique[zr]?|précisez|a scelta|sceg\w+|indica|a elegir"
    r"|el[ie][gj]\w+|escolh\w+|angeben|do wyboru|wybierz|wybór|podaj|naar keuze|kies|geef"
    r"|выбер\w+|на выбор|укажите|välj|ange antal|seçin\w*)"
    r"\b|可选|任选|选择|選べる|選択|선택",
    re.IGNORECASE,
)
QUANTITY = lazily(
    rf"\b(?:quantity|qty|menge|anzahl|stückzahl|packgröße|pack sizes?|quantité|cantidad|quantità|quantidade"
    rf"|ilość|ilości|aantal|hoeveelheid|количество|antal|adet|miktar|packs?|{LOOSE})\b|数量|個数|入数|本数|수량|갯수|개수|[件个個张枚只]|\d\s?[本袋箱瓶缶盒包種]",
    re.IGNORECASE,
)
LISTED = lazily(
    rf"{NUMBER}(?:\s?[/|、,~-]\s?\d{{1,5}}|\s\d{{1,5}})*(?:\s?(?:[/|、~-]|or|oder|ou|o|of|lub|или|veya|または|或)\s?\d{{1,5}}"
    rf"|,\d{{1,5}}|(?:,?\s\d{{1,5}}){{2}})\s?(?:(?:{PIECES}|{CONTAINERS.either})\b|[件个個只张枚本](?!月))",
    re.IGNORECASE,
)
"""Numbers to choose from. Two with a comma and a blank between, or a blank alone, may be a model and a count."""
THOUSANDS = lazily(r"(?:\d{1,3},\d{3}|0,\d+)\s?[^\W\d]+")
"""One number, with a comma after its thousands, or a part of one ("0,10 ct")."""
OF_SIZE = lazily(
    r"\b(?:size|taille|grösse|größe|gr\.?|talla|etapa|taglia|tamanho|tam\.?|maat|rozm(?:iar)?\.?|размер|storlek|beden)\s*$",
    re.IGNORECASE,
)
"""What makes the first number of a list a size."""
SIZES = lazily(
    r"\b(?:packs?|pack sizes?|packungsgrößen?|lots?|kit|qty|quantity|menge|anzahl|stückzahl|quantités?|cantidad"
    r"|quantità|quantidade|aantal)\b"
    r"\W{1,3}(?:of |de |von |da |di |van )?\d{1,5}(?:\s?(?:[\s,/|]|or|oder|ou|o|of)\s?\d{1,5}){2,}"
    r"|数量\D{0,3}\d+(?:[\s、,/]\d+){2,}",
    re.IGNORECASE,
)
OF_SO_MANY = lazily(
    r"(?<![\w.,/-])1?\d?\der(?:(?:\s?[,/|]\s?|\s(?:(?:und|oder|u\.|o\.)\s)?|-)\d{1,3}er){1,8}[\s-]?(?:set|pack|packung|sparset|stück|bund)",
    re.IGNORECASE,
)
"""Sets of so many or so many: "1er 3er 6er Set"."""
SEVERAL = lazily(r"\d{1,4}(?:\s?[,/|、]\s?\d{1,4})+|(?<![\w.,])\d{1,4}(?:\s\d{1,4}){2,}(?![\w.,])")
EITHER_OF_ASIA = lazily(rf"(?<![\d.,])\d{{1,3}}\s?([{COUNTERS}提])\s?[/|或、]\s?\d{{1,3}}\s?\1")
"""Numbers of one measure word to choose from: "1支/6支/12支"."""
EITHER_LENGTH = lazily(
    r"(?<![\w.,/x×-])\d{1,3}(?:[.,]\d)?\s?(m|mt|mts|cm|mètres?|metros?|metri|meter)\s(?:or|ou|oder|o|of|lub|или|eller|veya)\s"
    r"\d{1,3}(?:[.,]\d)?\s?\1(?![^\W_])",
    re.IGNORECASE,
)
"""Lengths to choose from: "5 m ou 10 m"."""
TWICE = lazily(r"(\d{1,4})\s?([件个個只张枚本包盒瓶斤克])\D{1,3}(?!\1)\d{1,4}\s?\2")
APART = r"(?<!mit )(?<!with )(?<!avec )(?<!con )(?<!com )(?<!met )(?<!\sz )(?<![+&] )(?<!l\. )"
"""What follows does not come with other goods."""
UNCOUNTED = r"(?<!\s\d\s)(?<!\s\d\d\s)(?<!\s\d{3}\s)"
"""No number stands before: "12 pcs 360" counts the twelve. One of four digits is of a model: "6204 VPE 6"."""
NEAR = tuple(
    lazily(pattern, re.IGNORECASE)
    for pattern in (
        r"^\W*(\d{1,2})\s+(?!in\b|en\b|em\b)[^\W\d]{3,}",
        rf"{NUMBER}\s?(?:er[\s-]?)?(?:{PIECES})\b",
        rf"\b(?:{PACKS})\b\.?\s*(?:(?:{OF_OR_FOR.either}|[x×:])\s*)*{NUMBER}{END}(?!{CONTENT})(?!{OF_PARTS})(?:\s?(?:{LOOSE}|{DOSE_PACKS.either})\b)?",
        rf"(?<!\w)c/\s?(\d{{1,5}}){END}(?!{CONTENT})",
        rf"[-–(\[]\s*{NUMBER}\s+[^\W\d]{{3,}}\s*(?:[)\]]|$)",
        rf"\b(?:of|de|da|com|con|mit|à|van)\s+{NUMBER}\s*$",
        rf"\bda\s+{NUMBER}{END}(?!{CONTENT}|\s+a\s+\d+\s+(?:{PARTS.either})\b)",
        rf"{NUMBER}\s+[^\W\d]{{3,}}\s+(?:de|of|à|da|di|a|von|van|je)\s+\d+(?:[.,]\d+)?\s?(?:ml|cl|l|g|kg)\b",
        r"\b(?:approx\w*\.?|circa|ca\.|environ|aprox\.?|ungefähr)\s+(\d{1,4})\s+(?:items|teile|articles|artículos|articoli|itens)",
        rf"{NUMBER}\s+(?:boosters?|stangen|sleeves)\b",
        r"\b(tris|bi-?pack)\b",
        rf"{APART}{NUMBER}\s(?:{WOUND.either})(?!\w)",
        (
            rf"(?<![\w./-]){UNCOUNTED}(?:(?:{AHEAD.either}|{AHEAD_OF_THE_END.either}|{PACKS}|{LOOSE})(?:\.\s?|\s?[:=]\s?)|(?:{AHEAD.either})\s)"
            rf"(?:[x×]\s?)?(?!{AMOUNT})(\d{{1,3}}){END}(?!{CONTENT}|\s?[x×*]\s?\d)"
        ),
        rf"(?<![\w./-]){UNCOUNTED}(?:{AHEAD_OF_THE_END.either})\s(\d{{1,3}})(?=\s*(?:$|[);|,]\s?(?!\d)|[–-]\s))",
        rf"(?<![\d.,\s])\s[x×]\s(\d{{1,2}})\s+(?!(?:{PARTS.either}|cm|mm)\b)[^\W\d]{{4,}}",
    )
)
WHOLESALE = lazily(
    r"\b(?:konvolut|job ?lots?|restposten|lot (?:revendeur|de gros|destockage)|lote mayorista|grossiste|atacado"
    r"|all['’]ingrosso|ingrosso|mayorista|mayoreo|al por mayor|en gros|hurtowo|(?:por|x) mayor|al maggiore"
    r"|various quantities|multiple quantities|verschiedene mengen|diverses quantités|varias cantidades|varie quantità"
    r"|várias quantidades|verschillende aantallen|stock (?:di|misto|lotto|\d+(?! ?(?:pz|pezzi)\b)))\b",
    re.IGNORECASE,
)
CJK_NEAR = lazily(
    rf"(?<![送赠附])(?<!다스 )(?<!다스\(){CJK_NUMBER}"
    rf"\s?(?:[{COUNTERS}客]|ロール|パック|박스|세트|켤레|(?:본|족|자루|입|알|볼|타래)(?![가-힣]))"
    r"(?![月口付套年월입국用용体刃編编])(?<!食(?=分))"
    r"|(?<![\d.,/~-])([2-9])\s?[매장](?![가-힣]|\s?수납)|(?<![\d.,/~-])([2-9]|1\d)\s?[pP](?=\s?세트)"
)


OFFERED = lazily(rf"{NUMBER}\s?([^\W\d_]+)\s?(?:[,/|]|\b(?:or|ou|oder|o|of)\b)\s?\d{{1,4}}\s?\2\b", re.IGNORECASE)
OFFERABLE = CONTAINERS.words | LOOSE_PIECES.words | {"ml", "cl", "l", "g", "kg", "cx", "pack", "packs", "pk", "dozen"}
CHOSEN = lazily(
    r"\b(?:(?:of )?your choice|choice of|to choose from|zur (?:aus)?wahl|nach wahl|wahlweise|au choix|a scelta"
    r"|da scegliere|a elegir|para elegir|à escolha|para escolher|do wyboru|naar keuze)\b|任选|可选|選べる",
    re.IGNORECASE,
)
OF_LOOKS = lazily(
    r"colou?r|farb|couleur|\bcolor|colori|\bcor\b|cores|kleur|size|gr[öo](?:ß|ss)e|taille|pointure|talla|taglia|tamanho|maat|model"
    r"|motiv|styl|estilo|[颜顏]色|多色|尺[码寸]|款式|色|カラー|サイズ|柄",
    re.IGNORECASE,
)
OF_MANY = lazily(rf"(?:{AHEAD.either}|{AHEAD_OF_THE_END.either})(?![^\W\d_])|[x×]\s", re.IGNORECASE)
"""How words begin that count packs, and not what a set holds."""
CHOICES = (SIZES, TWICE, WHOLESALE, OF_SO_MANY, EITHER_LENGTH)
OF_ASIA = (EITHER_OF_ASIA,)


def choice(text: str) -> str:
    """The words that leave the quantity to the buyer, or speak of a trade lot; an empty string if there are none."""
    if said := next(
        (
            found[0].strip()
            for pattern in (CHOICES if text.isascii() else (*CHOICES, *OF_ASIA))
            if (found := pattern.search(text))
        ),
        "",
    ):
        return said
    if (found := LISTED.search(text)) and rising(found[0]) and not OF_SIZE.search(text[: found.start()]):
        return found[0].strip()
    if (found := OFFERED.search(text)) and found[2].casefold() in OFFERABLE:
        return found[0].strip()
    found = CHOICE.search(text)
    return found[0].strip() if found and (QUANTITY.search(text) or SEVERAL.search(text, found.end())) else ""


def rising(said: str) -> bool:
    """Whether the numbers of a list grow, as quantities to choose from do: "1/3/5 pairs", but not "43-46 5 pairs".

    "6,785 pieces" are no list.
    """
    if THOUSANDS.fullmatch(said):
        return False
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    return numbers[-1:] >= numbers[:1]


def choice_of_goods(text: str) -> str:
    """The words that leave to the buyer which goods are sent, and not merely in which colour or size."""
    found = CHOSEN.search(text)
    return "" if found is None or OF_LOOKS.search(text) else found[0].strip()


def unread(text: str) -> Iterator[str]:
    """The words in which a number may count units."""
    for pattern in NEAR if text.isascii() else (*NEAR, CJK_NEAR):
        for found in pattern.finditer(text):
            if found[1] != "1":
                yield found[0].strip()
