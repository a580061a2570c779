"""What the words right before and after an amount say of it: that it is asked, or shipping, a rate, a list price."""

import re
from enum import IntEnum
from functools import lru_cache

from monitor.pages import some_words


class Role(IntEnum):
    """What an amount in a price text is."""

    ASKED = 0
    NOW = 1
    """Asked, and a word says that it is asked now: what else the text shows is of before."""
    ONE_WAY = 2
    """Asked of those who pay in one way (Pix, a transfer): the price where no other stands beside it."""
    USUAL = 3
    """A price of before where another stands beside it, asked where it stands alone: a regular price."""
    BEFORE = 4
    FROM = 5
    """Where other prices start."""
    ASIDE = 6
    """No price of the goods for anybody: shipping, a saving, a rate, a price of 100 ml, without tax, for members."""


def _words(text: str) -> str:
    """Words, a bar or line end between them, as one pattern: whole words where a script parts words, else anywhere."""
    words, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == "\n" or (sign == "|" and not depth):
            words.append("")
        else:
            words[-1] += sign
    words = [word.strip() for word in words if word.strip()]
    whole, anywhere = ("|".join(word for word in words if (word[0] > "\u2e80") is cjk) for cjk in (False, True))
    return "|".join(filter(None, (rf"(?<!\w)(?:{whole})", anywhere)))


TAX = (
    r"(?:vat|tax(?:es|e)?|gst|mwst|ust|umsatzsteuer|tva|iva|btw|moms|mva|dph|ндс|ддс|пдв|φπα|kdv|pdv|ddv|áfa|alv|pvm"
    r"|pvn|ppn)"
)
WITHOUT_TAX = (
    r"(?:ex|exc|excl|exkl|eks|ekskl|excluding|without|hors|sin|sem|senza|bez|brez|без|utan|uden|uten|ohne|zzgl|plus"
    r"|fără|fara|χωρίς|ilman|be|belum termasuk|chưa bao gồm|ไม่รวม|\+)\.?"
    rf"\s?(?:\d\d?\s?%\s?)?{TAX}"
)
TAX_LEFT_OUT = (
    rf"{TAX}\s(?:excluded|excl?\.?|not included|extra|esclus[ao]|non inclus[ao]|no inclu[ií]d[oa]|não inclu[ií]d[oa]"
    r"|exclus[ao]?|nélkül|hariç|0\s?%|tillkommer|kommer till)"
)
WITH_TAX = (
    r"(?:inc|incl|inkl|including|inclusive of|with|mit|avec|con|com|inkluderar|med|met|s|z|с|incl(?:uye|uso)|ttc)\.?"
    rf"\s?(?:\d\d?\s?%\s?)?{TAX}(?!\w)|ttc\b|{TAX}\s(?:included|incl?\.?|inclus[ao]?|inclu[ií]d[oa])|税込み?(?:価格)?"
)
RATES = (
    r"(?:(?:monthly|interest-?free|equal|easy|zinsfreie|monatliche|mensuels?|mensuales|iguales|iguais)\s)*"
    r"(?:payments?|instal?lments?|cuotas|parcelas|rate|raten|monatsraten|mensualit[ée]s?|mensilità|versements|termijnen|rat|raty|splátek|taksit|платеж\w*|期)"
)
OF = (
    r"(?:\s(?:price|preis|prix|prezzo|precio|pre[çc]o|pris|prijs|cena|цена|cost|costs|kosten|amount|fee|only|just|nur"
    r"|of|de|du|di|von|is|up to))"
)
DAYS = "(?:days|tagen?|dni|jours|días|dias|giorni|dagen|dagar|dager)"
PIECES = "(?:stück|stk|pcs|pieces|pièces|pezzi|piezas|szt|ks|шт|st|pc|units?)"
VOLUME = (
    r"\d*[.,]?\d*\s?(?:ml|cl|dl|l|mg|g|kg|мл|л|г|кг|oz|fl\.?\s?(?:oz|ounces?)|ounces?|lb|pounds?|lit(?:re|er|ro)s?|kilo(?:gram\w{0,3})?"
    r"|gram\w{0,3}|count|ct|m²|sq\.?\s?(?:ft|foot|m))"
)
BASE = "(?:10{0,3} ?)?(?:ml|l|g|kg|kilo(?:gram)?|lit(?:re|er|ro)|мл|л|г|кг|m²)"
"""What prices are compared by: 100 g, a litre; `250 g` may be the pack."""
UNIT_BEFORE = (
    rf"(?:per|pro|je|par|au|al|por|za|за) {BASE}|{VOLUME}\s?(?:당|あたり|当たり)|10{{0,3}}\s?(?:kg|g|l|ml|m²)\s?="
    r"|\d*\s?(?:개|정|매|포|個|本|枚|袋|粒|杯)(?:당|あたり|当たり)|jfr\.?-?\s?pris|jämförpris|(?:kilo|liter|enhets)pris"
    r"|vertailuhinta|měrná cena|egységár"
)
"""What stands before the price of such a unit, or of a piece of what is sold by the pack."""
MONTH = "(?:month|mo|mth|monat|mois|mese?|mês|maand|månad|mån|måned|mies(?:iąc)?|měsíc|мес(?:яц)?)"
ASIDE_BEFORE = _words(rf"""
    shipping|(?:home )?delivery|postage|p\s?&\s?p|zzgl\.?|zuzüglich|versand|versandkosten|lieferung|liefergebühr
    livraison|frais de (?:port|livraison)|spedizione|spese di spedizione|env[ií]o|gastos de env[ií]o|frete|entrega
    verzending|verzendkosten|bezorging|frakt|fragt|levering|toimitus|wysyłka|koszt wysyłki|dostawa|doprava
    доставка|kargo|送料|配送料|运费|運費|邮费|배송비|deposit|down ?payment|anzahlung|kaution|pfand|acompte|caution
    dépôt|depósito|acconto|cauzione|aanbetaling|handpenning|zaliczka|kaucja|залог|订金|定金|押金|보증금|sample
    muster|échantillon|muestra|campione|amostra|样品|サンプル|(?:you )?saved?|savings?|sie sparen|ersparnis|spare
    économisez|économie|ahorras?|ahorro|risparmi|economize|economia|bespaar|besparing|spara|oszczędzasz|ušetříte
    экономия|discount|rabatt|remise|descuento|sconto|desconto|korting|zniżka|sleva|скидка|cash ?back|coupon
    voucher|gutschein|省|立减|优惠|割引|할인|gift ?wrap(?:ping)?|geschenkverpackung|emballage cadeau|warranty
    {TAX}\.?[ -]?(?:amount|betrag|bedrag|belopp)|steuerbetrag|^{TAX}\.?
    (?:montant|importo|importe|kwota|valor) (?:(?:de la|del|da|do) )?{TAX}
    garantie|guarantee|insurance|versicherung|protection plan|assurance|garantía|garanzia|garantia|seguro
    (?:year|yr) cover|{WITHOUT_TAX}|net|nett[oó]|нетто|税抜|税別|clubs?|members?|membership|mitglieder|mitgliederpreis
    trade|business|students?|cardholders?|socios?|会员价?|会員(?:価格)?|회원가|unit|grundpreis|per month|monthly
    mtl\.?|monatlich|mensual|月供|月々|월|\d+\s?[x×]|\d+\s{RATES}|{RATES}|points?|punkte|ポイント|积分|포인트
    havale(?: ile)?|(?:적립(?:금)?\s?)?최대|적립(?:금)?|earn|collect
    \d+\s(?:for|für|pour|voor|för|за)|dont|davon|di cui|{UNIT_BEFORE}
    每\s?\d*\s?(?:克|千克|公斤|斤|毫升|升|k?g|m?l)(?:约|約)?
    (?:last|letzten|ostatnich|z|derniers|últimos|ultimi|laatste|senaste|siste) 30 {DAYS}(?:\s[\w ]{{1,30}})?
    (?:ab|from|od|da|desde|vanaf|à partir de|от)\s\d+\s?{PIECES}\.?|\d+\s?\+
""")
ASIDE_BEFORE = f"{ASIDE_BEFORE}|{_words(some_words.BEFORE)}"
"""What stands before an amount that is none asked for the goods."""
BOUND_AFTER = _words(rf"""
    {WITHOUT_TAX}|{TAX_LEFT_OUT}|(?:nett[oó]|net|h\.?t\.?|нетто)(?!\w)|税抜|税別|未税
    (?:/|per|pro|je|par|al|por|a)\s?{MONTH}\b|p\.?\s?m\.
    (?:/|per|pro|par|al|por)\s?(?:year|yr|jahr|an|année|anno|año|ano|år)\b
    (?:/|per|pro|je|par|al|por)\s?{VOLUME}\b|(?:za|за) {BASE}\b
    monthly|monatlich|mtl|off\b|saved|savings?|gespart|de descuento|de réduction|de remise|di sconto|de desconto
    割引|オフ|d'acompte|with trade-?in|when you trade|mit inzahlungnahme|avec reprise|de livraison|de port|de env[ií]o
    sem juros|sin inter[eé]s(?:es)?|interest-?free|zinsfrei|sans frais|for members|members only|each when|each for \d
    (?:with|mit|avec le|using|con|com) (?:the )?(?:code|coupon|voucher|gutschein|cupón|cupom)|d'éco
""")
BOUND_AFTER = f"{BOUND_AFTER}|{some_words.AFTER}"
"""What stands after such an amount, and says nothing of the next."""
_means = (
    r"(?:pix|boleto|transfer[eê]ncia(?: banc[aá]ria)?|efectivo|dep[oó]sito|d[eé]bito|dinheiro|(?:bank|wire) transfer"
    r"|vorkasse|überweisung|bonifico)"
)
_by = r"(?:no|na|com|via|pelo|por|en|con|by|with|via|per|bei|mit|tramite)"
ONE_WAY_AFTER = (
    rf"(?:[(（]\s?)?(?:(?:à vista|al contado|pagando|abonando|pagamento|pago)\s)?"
    rf"(?:com \d\d?\s?% (?:de desconto |off )?)?{_by}\s{_means}(?!\w)"
)
ONE_WAY_BEFORE = rf"(?<!\w)(?:{_by}\s)?(?:pix|boleto|transfer[eê]ncia)(?: por)?"
"""What names the one way of paying that a price is for."""
OPEN_AFTER = _words("""
    shipping|(?:home )?delivery|postage|lieferung|livraison|spedizione|frete
    (?:(?!gratis|frei|kostenlos)\\w{1,14})?versand(?:kosten)?(?!\\w*frei)
    verzendkosten|frakt
    levering|доставка|deposit|anzahlung|rabatt|ersparnis|korting|zniżki|cash ?back|points|ポイント
""")
"""What stands after such an amount, or before the next one: between two amounts neither is the price."""
INCLUDED = re.compile(
    r"(?<!\w)(?:free|gratis|kostenlos\w*|kostenfrei\w*|incl?|inkl|including|includes|inclusive|inclus\w*|inclu[ií]d[oa]s?"
    r"|with|mit|avec|con|com|gratuit\w*|offert\w*|grátis|and|und|et|&|\+)\.?\s[\w\s-]{0,14}$|[包免含]$",
    re.IGNORECASE,
)
"""What makes of the words behind it a thing that the price includes: `free delivery`, `with 2 year warranty`."""
WITHOUT_TAX_IN_BRACKETS = (
    rf"[(（]\s?(?:{WITHOUT_TAX}|{TAX_LEFT_OUT}|net|nett[oó]|h\.?t\.?|税抜き?|税別|未税)[^\d()（）]{{0,24}}[)）]"
)
"""A price without tax may say so in brackets: `£100.00 (ex VAT)`."""
OF_A_UNIT = re.compile(r"\s?(?:/|per|pro|je|par|al|por|à|a)\s?[^()（）]{1,20}[)）]", re.IGNORECASE)
"""What stands behind an amount that begins in brackets, of one unit of what is sold: `(0,27 € / Stück)`."""
BEGINS_A_UNIT = re.compile(r"\s*(?:/|(?:per|pro|je|par|al|por)\b)", re.IGNORECASE)
BEFORE_BEFORE = _words(r"""
    was|r\.?r\.?p\.?|m\.?s\.?r\.?p\.?|u\.?v\.?p\.?(?: des herstellers)?|unverb\w*\.? preisempf\w*\.?|statt|list
    listenpreis|bisher(?:ige[rn]?)?|vorher(?:ige[rn]?)?|früher|alter preis|instead of|originally|compare at|au lieu de
    prix (?:conseillé|barré|public)|ancien prix|avant|antes|precio (?:anterior|de lista)|pvpr|anziché|invece di
    prezzo (?:di listino|consigliato)|adviesprijs|i\.?p\.?v\.?|ord\.?|ordinarie|tidigare|førpris|før|före|vejl\.?
    veil\.?|cena katalogowa|poprzednia cena|původní cena|старая цена|было|вместо|eski fiyat|原价|原價|市场价
    pierwotna cena wynosiła|le prix initial était|el precio original era|il prezzo originale era|o preço original era
    oorspronkelijke prijs was|det ursprungliga priset var|den oprindelige pris var|opprinnelig pris var
    alkuperäinen hinta oli|původní cena byla|pôvodná cena bola|prețul inițial a fost|первоначальная цена составляла
    吊牌价|定価|参考価格|通常価格|メーカー希望小売価格|정가|정상가|eredeti ár|korábbi ár|pôvodná cena|preț vechi|prp
    αρχική τιμή|стара цена|стара ціна|stara cijena|redovna cijena|giá gốc|giá niêm yết|harga normal|harga asli
    ราคาปกติ|ovh|piyasa fiyatı|liste fiyatı|norm(?:aalihinta)?|بدلا من|السعر السابق|מחיר קודם|במקום
""")
USUAL_BEFORE = _words(r"""
    regular|reg\.?|m\.?r\.?p\.?|normal|normalpreis|original|regulärer preis|prix (?:normal|habituel|initial)
    precio (?:normal|regular|original)|prezzo (?:originale|normale|pieno)|preço (?:normal|original)|cena regularna
    běžná cena|de|van|von
""")
NOW_BEFORE = _words(r"""
    now|jetzt|nur|nur noch|maintenant|ahora|ora|agora|por|nu|nå|voor|teraz|teď|сейчас|теперь|sale|sonderpreis
    akciós ár|akční cena|akciová cena|preț redus|τιμή προσφοράς|нова цена|нова ціна|промо цена|nova cijena
    akcijska cijena|indirimli fiyat
    satış fiyatı|giá khuyến mãi|giá bán|harga promo|ราคาพิเศษ|nyt|السعر الحالي|מחיר מבצע|할인가
    aktualna cena wynosi|le prix actuel est|el precio actual es|il prezzo attuale è|o preço atual é|huidige prijs is
    det nuvarande priset är|den aktuelle pris er|nåværende pris er|nykyinen hinta on|aktuální cena je|aktuálna cena je
    prețul curent este|текущая цена|aktionspreis|angebotspreis|our|your|current|today
    现价|特价|活动价|セール価格|特価|판매가
""")
FROM_BEFORE = _words(r"""
    from|(?:starting|starts) at|as low as|ab|à partir de|a partire da|a partir de|desde|da|od|fra|från|vanaf|dès
    от|від|alkaen|alk|από|de la|nuo|alates|начиная с|mulai|chỉ từ|เริ่มต้น
    ابتداء من|تبدأ من|החל מ-?|up to|bis zu|jusqu'à|mulai dari|từ|ตั้งแต่
""")
FROM_AFTER = r"起|から|부터|-?t[óő]l\b|['’]?[dt][ea]n (?:başlayan|itibaren)|[~～]$|\+\W{0,2}$|(?:&|and) up\b"
SWEDISH_FROM = "fr."
_lead = re.compile(
    rf"(?:(?P<aside>{ASIDE_BEFORE}){OF}{{0,2}}|(?P<start>{FROM_BEFORE})(?:\s(?:only|just|nur))?"
    rf"|(?P<before>{BEFORE_BEFORE}){OF}{{0,2}}|(?P<now>{NOW_BEFORE}){OF}{{0,2}}|(?P<usual>{USUAL_BEFORE}){OF}{{0,2}})$",
    re.IGNORECASE,
)
_bound = re.compile(rf"(?:{ONE_WAY_AFTER}|{BOUND_AFTER}|{WITHOUT_TAX_IN_BRACKETS})(?!\s?[:：])", re.IGNORECASE)
_tail = re.compile(
    rf"(?:(?P<aside>{BOUND_AFTER}|{WITHOUT_TAX_IN_BRACKETS}|{OPEN_AFTER})(?!\s?[:：])|(?P<start>{FROM_AFTER})"
    rf"|(?P<means>{ONE_WAY_AFTER})(?!\s?[:：]))",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:used|offers?|sellers?|pre-?owned|gebraucht|angebote?|d'occasion|offres?|usat[oi]|offerte"
    r"|segunda mano|usad[oa]s?|ofertas?|tweedehands|begagna\w+|używan\w+|ofert\w*)\b|б/у|中古",
    re.IGNORECASE,
)
"""What says of a price where others start that it is the lowest of several offers of one thing."""
MEANS = tuple(f"{end}{by}" for end in ("ix", "IX", "oleto", "OLETO", "ncia", "NCIA") for by in ("", " por"))
"""What a text ends with that may name one way of paying: a look saves a search."""
_means_before = re.compile(rf"{ONE_WAY_BEFORE}$", re.IGNORECASE)
_means_alone = re.compile(ONE_WAY_AFTER, re.IGNORECASE)
_net = re.compile(
    rf"(?<!\w)(?:{WITHOUT_TAX}|{TAX_LEFT_OUT}|(?:nett[oó]|h\.?t\.?|нетто)(?!\w))|税抜|税別|未税", re.IGNORECASE
)
_weight = re.compile(
    rf"(?<!\w)(?:{UNIT_BEFORE})(?!\w)|(?:/|(?<!\w)(?:per|pro|je|par|al|por))\s?{VOLUME}\b", re.IGNORECASE
)
_card = re.compile(
    r"(?:ou |o )?(?:em |en )?(?:até |hasta )?\d\d?\s?(?:[x×]|cuotas|parcelas)"
    r"|(?:no|com|con|en) (?:o )?(?:cart[aã]o|tarjeta)",
    re.IGNORECASE,
)
BRACKETS = frozenset("(（")
SIGNS = "$€£¥₹₽₩₪₫₺฿₱₴ \u00a0"
SIGN_AT_END = re.compile(rf"(?:(?<!\w)(?:US|CA?|AU?|NZ|HK|SG?|NT|R|MX)\s?)?[{SIGNS.strip()}]\s?$")
LETTER = re.compile(r"[^\W\d_]|[+~～/×]")
LESS = re.compile(r"(?:^|[\s(])(?<!:\d )(?<!:\d\d )(?<!:\d{3} )[-−–]$")
"""A minus before an amount; behind a scale it parts: `1:87 - 39,00 €`."""
AND_A_SHARE = re.compile(r"[:：]?\s?\d{1,2}(?:[.,]\d{1,2})?\s?[%％]\s?(?:[(（/=|]|or|oder|ou)$")
"""The share that a saving is, before its amount: `Save 25% (£16.50)`."""
SAYS = re.compile(r"[^\W\d_]|[+~～/×−–-]")
"""Without any of these a text says nothing of its amounts."""
ROLES = {
    "means": Role.ONE_WAY,
    "aside": Role.ASIDE,
    "start": Role.FROM,
    "before": Role.BEFORE,
    "now": Role.NOW,
    "usual": Role.USUAL,
}
REACH = 60


@lru_cache(maxsize=8_192)
def role_of(lead: str, tail: str, currency: str) -> Role:
    """The role of an amount by the text before it, back to the amount before, and the text up to the next.

    `currency` is its sign as shown, which stands in one of the two.
    """
    starts = lead.rstrip().endswith(SWEDISH_FROM)
    lead, tail = lead[-REACH:].rstrip(" \u00a0."), behind(tail[:REACH], currency)
    if currency and lead.endswith(currency.rstrip(".")):
        lead = lead[: -len(currency.rstrip("."))]
    if currency.isalpha():  # a sign and a code: `From £19.00 GBP`
        lead, tail = SIGN_AT_END.sub("", lead), tail.lstrip(SIGNS)
    if LESS.search(lead) or (lead.rstrip()[-1:] in BRACKETS and OF_A_UNIT.match(tail)):
        return Role.ASIDE
    if not (LETTER.search(lead) or LETTER.search(tail)):
        return Role.ASKED
    if starts and currency.lower().startswith(("kr", "sek", "nok", "dkk")):
        return Role.FROM
    lead = (AND_A_SHARE.sub("", lead.rstrip()) if "%" in lead else lead).rstrip(" \u00a0:：(")
    if lead.endswith(MEANS) and _means_before.search(lead):
        return Role.ONE_WAY
    return max((_read(_lead.search(lead), lead), _read(_tail.match(tail), "")))


def role_by_label(before: str, behind: str) -> Role:
    """The role of an amount by whole lines of words before and behind it: `Deposit:` or `per month`, and nothing else.

    What is more than that may speak of the goods (`Fast delivery`); a line may end in what others start from.
    """
    before = before.rstrip(" \u00a0:：")
    said = _lead.search(before)
    counts = said is not None and (not said.start() or said["start"])
    return max(
        _read(said if counts else None, before), Role.ASIDE if _bound.fullmatch(behind.strip(" .")) else Role.ASKED
    )


def is_of_lower(label: str) -> bool:
    """Whether a line between two amounts may speak of either: `Net`, `per month`; then it speaks of the lower."""
    return bool(_bound.fullmatch(label.strip(" .")))


def names_a_unit(around: str) -> bool:
    """Whether the text around an amount, without it, names the unit of goods that costs so much: `( / 100 ml)`."""
    inside = around.lstrip("(（")
    return bool(BEGINS_A_UNIT.match(inside)) and role_of("(" if inside != around else "", inside, "") is Role.ASIDE


def names_a_means(text: str) -> bool:
    """Whether a text begins with the one way of paying that the price before it is for."""
    return bool(_means_alone.match(text))


def names_net(text: str) -> bool:
    """Whether a text says of an amount that tax is still to be added."""
    return bool(_net.search(text))


def names_a_weight(text: str) -> bool:
    """Whether a text says of an amount that it is for a weight or volume of the goods, or a piece of a pack."""
    return bool(_weight.search(text))


def names_a_card(text: str) -> bool:
    """Whether a text begins with rates or a card, which the price before it can be paid by."""
    return bool(_card.match(text))


def unsigned(between: str, currency: str) -> str:
    """The text between two amounts without their signs."""
    return "".join(between.replace(currency, " ").split()) if currency else between.strip()


def behind(text: str, currency: str) -> str:
    """The text behind an amount, without its sign."""
    return text.lstrip(" \u00a0").removeprefix(currency).lstrip(" \u00a0")


def unbound(text: str, currency: str) -> str:
    """The text between two amounts without what speaks of the first alone."""
    bound = _bound.match(behind(text, currency))
    return behind(text, currency)[bound.end() :] if bound else text


def _read(match: re.Match[str] | None, text: str) -> Role:
    if match is None:
        return Role.ASKED
    name = match.lastgroup or ""
    included = name == "aside" and INCLUDED.search(text[: match.start()] + " "[: match.start()])
    return Role.ASKED if included else ROLES[name]
