"""What stands in and beside a count and tells what it counts: "with", "up to", "for", pieces, a container, a size."""

import re

from monitor.products.counting import (
    BOXES,
    CONTAINERS,
    CONTENTS,
    DOSE_PACKS,
    FOR,
    GLASSES,
    WITH,
)
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT
from monitor.products.unread import LOOSE, PIECES

ARTICLES = r"(?:(?:the|die|les|los|las|i|le|gli|os|as|de)\s+)"
AFTER_ARTICLE = lazily(rf"^\W*{ARTICLES}\d", re.IGNORECASE)
GLASSES_LAST = lazily(rf"(?:{GLASSES.either})$", re.IGNORECASE)
POURED = lazily(
    r"\b(?:caraf|karaf|de[ck]ant|jug\b|pitcher|jarr[ao]|krug|brocca|dzban|кувшин|графин|tillbringare|sürahi|shaker"
    r"|flask|hip)",
    re.IGNORECASE,
)
"""What glasses are a set with."""
SIZED = lazily(AMOUNT, re.IGNORECASE)
OF_TYRES = lazily(r"(?<!\d)\d{3}/\d\d\s?Z?R\s?\d\d(?!\d)", re.IGNORECASE)
"""The size of a tyre, which names the goods."""
WITH_BEFORE = lazily(rf"(?:(?<!\w)(?:{WITH.either})\.?|(?<![^\W_])[+&])\s*$", re.IGNORECASE)
PACKED = lazily(
    r"(?:pack\w*|box|karton|kiste|caja|caixa|kit|fardo|pacote|cartela|lote|set|jogo|doos|bl[ií]ster)\s+\w+\s*$"
    rf"|\b(?:{BOXES.either})(?:\s+[^\W\d]+){{1,3}}\s*$",
    re.IGNORECASE,
)
UP_TO = lazily(
    r"\b(?:size|taille|pointure|\w*größe|gr\.?|talla|taglia|tamanho|tam\.?|maat|nr\.?|stufe|stage|rozm(?:iar)?\.?|р(?:азмер)?\.?|storlek|stl|beden"
    r"|débit|stade|étape|fase|etapa|stadio|flusso|flow|niveau|level|livello|nivel|nível"
    r"|up to|bis zu|jusqu['’]à|hasta|fino a|até|tot|до|upp till)\s*$|最多\s*$",
    re.IGNORECASE,
)
"""What makes a number a size or a limit."""
ABOUT = lazily(
    r"(?:\b(?:about|approx\.?|approximately|around|ca\.?|circa|etwa|ungefähr|rund|environ|aprox\.?"
    r"|alrededor de|unos|unas|cerca de|ongeveer|około|около|примерно|ungefär)|约|約|大约|[~≈±])\s*$",
    re.IGNORECASE,
)
CONTENT_NOUN = lazily(rf"[\s-]?(?:[^\W\d_]+[\s-])?({CONTENTS.either})(?!\w)", re.IGNORECASE)
DOSES_AFTER = lazily(rf"\s?(?:(?:{DOSE_PACKS.either})\b|[袋包](?!装|セット|組|组))", re.IGNORECASE)
CJK_CONTENT = lazily(r"\s?[粒片錠锭丸颗枚张張抽組组]")
REFILLED = lazily(r"(?:refills|nachfüll\w+|recharges|recargas|ricariche|refis|navullingen|pots|potes)$", re.IGNORECASE)
DRUNK_FROM = lazily(r"(?<![\d.,])(?:\d{2,4}\s?(?:ml|cl|мл)|[012](?:[.,]\d+)?\s?(?:l|л))\s$", re.IGNORECASE)
"""A size right before "with": "250 ml with 24 cans"."""
STARTER = lazily(
    r"\b(?:start\w*|kits?|set|dispenser|\w*spender|diffus\w+|difus\w+|distribut\w+|dispensador|erogatore|grow|growing|seeds?"
    r"|plant\w*|\w*halter|holder|nachfüllbar\w*|refillable)\b",
    re.IGNORECASE,
)
"""What refills and pots are a part of."""
BRICKS = lazily(r"bri(?:ck|k|que)s?$", re.IGNORECASE)
BUILT = lazily(r"build|constru|costru|lego|klemm|\btoys?\b|jouet|juguete|blo[ck]", re.IGNORECASE)
DEVICE = lazily(r"\d\s?gb\b|android|ipad|galaxy|wi-?fi|lenovo", re.IGNORECASE)
CARDS = lazily(
    r"boosters?|pok[eé]mon|panini|topps|\btcg\b|yu-?gi-?oh|宝可梦|补充包|ポケモンカード|ポケカ", re.IGNORECASE
)
"""Packs of cards, of which a sealed box is a product of its own."""
SET_OF = lazily(r"\w*(?:set|kit|satz|service|jeu|juego|servizio|aparelho|sets|combo)\b", re.IGNORECASE)
NUMBERED = lazily(r"(?:\b(?:n[.°º]?|no[.°º]?|nº|nr\.?|№)|[№#])\s*$", re.IGNORECASE)
"""What makes a number a name: "pots N° 12"."""
CONTENT = lazily(r"\b(?:set|kit|satz|jeu|juego|set di|zestaw|набор)\b|套装|セット", re.IGNORECASE)
FOR_BEFORE = lazily(rf"(?<!\w)(?:{FOR.either})\s*$", re.IGNORECASE)
CAPACITY = lazily(r"\s*(?:capacity|storage|holder|organi[sz]er|rack)\b", re.IGNORECASE)
HELD = lazily(rf"(?:{CONTAINERS.either}|[瓶双支罐缶足本条병캔통봉팩본]装?|박스|켤레|상자)$", re.IGNORECASE)
"""Containers, pairs and the like: what a rack or a cooler is made to hold."""
OF_PACKS = lazily(rf"(?:{CONTAINERS.either})$|[卷盒箱袋包瓶罐套병캔통팩]|박스", re.IGNORECASE)
OF_PIECES = lazily(
    rf"(?:{LOOSE}|stuks|szt|sztuki|uds?|unidades|unités|pezzi|pz|stück|stk|pcs?|pieces|pièces|шт)\.?$|点\s*セット$",
    re.IGNORECASE,
)
OF_SET = lazily(r"(?:kits?|sets?|coffret|juego|jogo|jeu|zestaw|komplet|набор|комплект)\b", re.IGNORECASE)
CJK_PIECES = lazily(r"(?:本|点|枚|丁|ピース)\s*(?:セット|組|入り|入)?$|件套?$")
DOSE_WORDS = lazily(rf"(?:{PIECES}|[片粒錠锭枚袋包알정])\W*$", re.IGNORECASE)
DOSED = lazily(rf"(?:{DOSE_PACKS.either}|[袋包][装入]?|개입|포)$", re.IGNORECASE)
