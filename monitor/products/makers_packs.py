"""Goods that makers sell by the pack alone: of batteries "16 pack" is mostly one item of the catalogue, not sixteen.

Which goods is data, in `goods.toml`. Only the catalogue says how many such an item has: a title's number is no number
of units by itself, unless it counts packs of so many ("3 x 16").
"""

import re
from functools import cache, lru_cache
from math import prod

from monitor.products.beside_counts import CARDS
from monitor.products.counting import BLADED, CELLS, IN_PACKS, STYLED
from monitor.products.lazy import lazily
from monitor.products.offered import FOR_WHAT, sold_singly

PAIRS = lazily(r"(?<![\d.,])(\d{1,3})\s?[^\W\d]{0,6}(?:/[^\W\d]{1,3})?\s?[x×*]\s?(\d{1,3})(?![\d.,])")
"""So many packs of so many."""
NUMBERS = re.compile(r"\d+")
OF_PACKS = re.compile(
    r"\d\s?(?:[x×]\s?)?(?:packs?|pack(?:ung(?:en)?)|lots?|sets?|paket[ey]?|paquetes?|pacotes?)\b\D+\d", re.IGNORECASE
)
COMES_WITH = lazily(
    r"(?<!\w)(?:with|incl(?:uding)?\.?|w/|mit|inkl(?:usive)?\.?|avec|con|com|met|ze?|со?|med|uses|requires)\s[^,;:|()\[\]+–—-]*"
    r"|(?<!\w)[^\W_]{1,40}[\s-](?:operated|powered|included|inclus(?:es|e|as?|i|o)?|incluid[oa]s|inclus[ei]|enthalten|inbegrepen"
    r"|betrieben\w*|charger|chargers|tester|holder|case|organi[sz]er|ladegerät\w*)(?!\w)"
    r"|[^\s、・]{1,30}(?:付き|付属|내장|포함)",
    re.IGNORECASE,
)
"""What comes with other goods, or is made for such."""
CELL_SIZE = lazily(
    r"(?<![^\W_])(?:a{2,4}|аа|ааа|l?r0?(?:3|6|14|20|61)|6l[rf]\d\d|[cl]r\d{2,4}|mn\d{4}|9 ?v|a23|a27|mignon"
    r"|(?:micro|baby|mono)"
    r"(?=[\s(-]{1,2}(?:aaa|[cd]|l?r0?(?:3|14|20)|batter\w*|akkus?|zellen?|alkali\w*|\d+ ?(?:er|stück|st|x))(?!\w))"
    r"|(?<=batterien )(?:micro|baby|mono)|(?<=batterie )(?:micro|baby|mono)"
    r"|(?:mini)?stilo|alkaline?|alcalin[aeos]+|alkali-?mangan|alkaliczn\w*|щелочн\w*|button|coin|knopf\w*|botón|bottone)(?![^\W_])"
    r"|[一二五七1257]号|単[1-5一二三四]|アルカリ|乾電池|건전지|알카라인|纽扣|ボタン電池",
    re.IGNORECASE,
)
"""What tells batteries for many devices from one that a device is charged with."""
STYLE = lazily(r"(?<![^\W_])(?:(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d]{5,}|\d{5,})(?![^\W_])")
"""The number of a style of underwear, under which its maker sells so many at once."""
SOCKET = lazily(
    r"(?<![^\W_])(?:h(?:[1-9]|1[0156])|hb[34]|d[1-8][srh]|w5w|w16w|p21/?5?w|py21w|t10|duo-?box)(?![^\W_])",
    re.IGNORECASE,
)
"""Sockets of the lamps of cars."""
OF_CARS = lazily(
    r"(?<!\w)(?:osram|philips|bosch|narva|hella|neolux|tungsram|koito|piaa|cars?|auto\w*|kfz|pkw|headl(?:ights?|amps?)"
    r"|fog ?l(?:ights?|amps?)|vehicles?|motor(?:cycle|bike|rad)\w*"
    r"|scheinwerfer\w*|voitures?|phares?|coches?|faros?|fari|carros?"
    r"|far[oó]l|faróis|koplamp\w*|samoch\w+|reflektor\w*|strålkastar\w*|araba|duo-?box|\w*(?:birne|glühlampe)n?|(?:light)?bulbs?|ampoules?"
    r"|bombillas?|lampadin[ae]|lâmpadas?|żarów\w+|ламп(?:а|ы|очк[аи])|twin)(?!\w)"
    r"|авто|фар[аы]|灯泡|车灯|大灯|汽车|バルブ|ヘッドライト|전구|전조등",
    re.IGNORECASE,
)
"""Makers of lamps for cars, and words for cars and for bulbs: beside them such a socket tells the lamp of a car."""
HOLDING = lazily(
    r"(?<!\w)(?:holders?|stands?|dispensers?|covers?|racks?|(?:\w{1,30})?(?:halter|halterung|ständer|spender)(?:en|s)?|porte|supports?"
    r"|dérouleurs?|distributeurs?|dévidoirs?|porta\w{0,20}|soportes?|dispensador\w*|dispenser|suportes?|(?:\w{1,30})?houders?"
    r"|uchwyt\w*|stojak\w*|podajnik\w*|держател\w+|диспенсер\w*|(?:\w{1,30})?hållare|tutucu\w*|askı\w*)(?!\w)"
    r"|纸巾架|纸巾盒|卷纸架|ホルダー|ケース|スタンド|홀더|거치대|케이스",
    re.IGNORECASE,
)
"""What holds or covers such goods is counted like others: "toilet roll stand"."""
BOX_OF_CARDS = lazily(
    r"(?<!\w)(?:trainer|bundle|tin|case|caja|coffret|boîte|scatola|caixa|blister)(?!\w)|box|ボックス|盒|박스|display",
    re.IGNORECASE,
)
ROLL = lazily(
    r"\d\s?(?:rolls|rollen|rouleaux|rotoli|rollos|rolos|rolek|rolki|рулон\w*|rullar|rulo|ロール|롤|卷)", re.IGNORECASE
)
LEAST_ROLLS = 4
"""Fewer rolls of what the title does not name may be of anything."""
IN_A_BAG = lazily(
    r"\d\s?(?:k?g|克|千克|公斤)\s?/\s?\d{1,3}\s?(?:小?[袋包枚颗粒支条]|bags|sachets|beutel|sachês|bolsitas|bustine|포|봉)",
    re.IGNORECASE,
)
"""Small bags within a weight that is that of all: "500g/20袋装"."""
ONE_PIECE = lazily(
    r"(?<![\d.,])1\s?(?:er|[x×]|st(?:ück|k)?|pcs?|pieces?|pièce|uds?|unidade?|pezzo|pz|stuk|szt\w*|шт|adet"
    r"|rolls?|rolle|rouleau|rollo|rotolo|rolo|rol|battery|batterie|pile|pila|pilha|bulb|lampe)(?![^\W\d_])"
    r"|(?<!\w)(?:singles?|einzeln|einzel\w+|à l['’]unité)(?!\w)|(?<!\d)1\s?[个個只本枚粒节卷支片包개롤]"
    r"|[单單][个個只隻支条條片包瓶盒罐卷本]",
    re.IGNORECASE,
)
"""In the name of a product: that it is one piece."""


def may_be_one(text: str, units: int, said: str) -> bool:
    """Whether a number that a title says of such goods may be what the maker sells as one item."""
    if units <= 1 or _of_packs(units, said, text):
        return False
    if IN_A_BAG.search(text) and re.search(rf"/\s?{units}(?!\d)", text):
        return True
    if STYLE.search(text) and STYLED.within_text(text.casefold()):
        return True
    return by_the_pack(text) or _of_rolls(text.casefold(), units, said)


def _of_packs(units: int, said: str, text: str) -> bool:
    """Whether a number counts packs of so many, or all that are in them: "3 x 16", "2 packs of 12"."""
    numbers = [int(number) for number in NUMBERS.findall(said)]
    if len(numbers) > 1 and (prod(numbers[:2]) == units or OF_PACKS.search(said)):
        return True
    return any(int(found[1]) * int(found[2]) == units for found in PAIRS.finditer(text))


@lru_cache(maxsize=256)
def by_the_pack(text: str) -> bool:
    """Whether a text offers goods that makers sell by the pack alone."""
    folded = text.casefold()
    apart = COMES_WITH.sub(" , ", folded)
    goods = FOR_WHAT.sub(" , ", apart)
    if any(phrase in apart for phrase in _fitted()):
        return True
    if (IN_PACKS.within_text(goods) and not HOLDING.search(goods)) or BLADED.within_text(goods):
        return True
    if CELLS.within_text(goods) and CELL_SIZE.search(goods):
        return True
    if SOCKET.search(goods) and OF_CARS.search(goods):
        return True
    return CARDS.search(folded) is not None and BOX_OF_CARDS.search(folded) is not None


@cache
def _fitted() -> tuple[str, ...]:
    """Of the words for such goods those that say for what they are, which is left out of other goods: "sacs pour"."""
    return tuple(phrase for phrase in (*IN_PACKS.anywhere, *BLADED.anywhere) if FOR_WHAT.search(f" {phrase} x"))


def _of_rolls(folded: str, units: int, said: str) -> bool:
    """Whether a title counts rolls of what it does not name: they are of paper, which is sold by the pack."""
    rolls = ROLL.search(said) is not None
    return rolls and units >= LEAST_ROLLS and not sold_singly(folded.replace(said.casefold(), " "))
