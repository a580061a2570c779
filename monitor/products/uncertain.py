"""Words of a title after which the price is not that of one unit: offers of several, part payments, other goods."""

import re

from monitor.products.alternatives import any_of
from monitor.products.counting import EXTRAS, PARTS
from monitor.products.words import fold, spaced
from monitor.records import Listing

SENT = (
    r"(?:shipping|delivery|postage|p ?& ?p|versand\w*|lieferung|livraison|expédition|envíos?|envios?|entrega|portes"
    r"|spedizion[ei]|consegna|frete|verzending|bezorging|retours?|returns?)"
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
        ),
        *("consegna", "frete", "shipping", "delivery", "verzending", "bezorging", "portes"),
    )
)
CURRENCY = r"(?:[$€£¥]|usd|eur|gbp|us\$|r\$|chf|zł|kr|rmb)"
FROM = "from|starting at|as low as|ab|dès|à partir de|desde|a partir de|a partire da|vanaf|od"
MEANINGS = {
    "more units than one": (
        r"\bbuy (?:\d|one|two|three)\b|\bbogof?\b|\b(?:get|take) (?:\d|one) (?:free|more)\b"
        r"|\b[2-9] (?:for|für|pour|por|per) [1-9]\b(?![-\s]?[a-z])"
        r"|\b(?:kauf|nimm|zahl)e? ?[1-9]\b|\b[1-9] ?\+ ?[1-9] ?(?:gratis|free|offert|regalo|omaggio|grátis|kostenlos)"
        r"|\b[1-9] achetés?\b|\bacheté,? \w+ offert|\blleva \d|\bpaga \d|\bprendi \d|\bpaghi \d|\bleve \d|\bpague \d"
        r"|买[一二三四\d]+[送赠得]|第[二2]件|[一二两三\d]件[0-9.]+折|拍[一二两三\d]发"
        r"|[1-9] ?\+ ?[1-9](?=\s*(?:個|点|本|セット|$))|[個箱本袋]買うと"
        r"|\bonly when buying\b|\b[2-4] ?x ?[12]\b(?! ?(?:[.,]\d|(?:ml|cl|dl|l|g|kg|oz|m|cm|mm|gb|tb|w|v)\b))"
        r"|\b(?:for|pour) (?:the|le) pri(?:ce|x) (?:of|d)|\bal precio de|\bal prezzo di|\bpelo preço de"
        r"|\bzum preis von"
        r"|\bcompre \d|\bcompra \d|\bkoop \d|\b2e halve prijs|\bkup \d|\bla seconde à|\bsegunda unidad al"
        r"|\b(?:ganhe|gana|gagnez|vinci) \d|\b(?:na compra|à l['’]achat|por la compra|all['’]acquisto) d[ei] \d"
        r"|半价|买\d?[一二三]?免|任选[一二三四两\d]件|满\d+减"
        r"|\b[1-9] ?\+ ?[1-9] (?:gratuit|cadeau|gratuito)|\b\d halen,? \d betalen|\b(?:2e|tweede) (?:gratis|halve)"
        r"|\bvoor de prijs van|\bmulti-?buy\b|\bany \d for\b|\bllévate \d|\bstaffelpreis|\bmengenrabatt"
        r"|\ble 2[eè](?:me)? à"
        r"|\b(?:2 ?(?:for|für|pour|por|per|voor) 1|3 (?:for|für|pour|por|per|voor) [12]|4 (?:for|für|pour|por"
        r"|per|voor) [23])\b"
        r"|\b[2-9] (?:for|für|pour|por|per|voor) [£$€] ?\d"
        r"|よりどり|点目半額|個目半額|[2-9]点で\d"
    ),
    "a part payment": (
        r"\bdeposit\b|\bdown ?payment\b|\banzahlung|\bacompte\b|\bcaparra\b|\banticipo\b|\bseña\b"
        r"|\bseñal (?:de )?\d|\bsinal\b"
        r"|\baanbetaling"
        r"|\binstal?ments?\b|\bper month\b|\bmonthly\b|/ ?mo(?:nth)?\b|\bmonatlich|\bmonatsrate|\bmtl\b"
        r"|\bratenzahlung|\bpar mois\b"
        r"|\bmensuel|\bmensuali|\bal mes\b|\bcuotas?\b|\bal mese\b|\brate? mensil|\bpor mês\b|\bparcelas?\b"
        r"|\bper maand\b"
        r"|/ ?(?:mois|mes|monat|mese|mês|maand|mies)\b|\ben \d{1,2} fois\b|\d{1,2}x (?:sem juros|sin intereses"
        r"|sans frais)"
        r"|\binterest[ -]free\b|[£$€] ?\d+(?:\.\d+)? ?(?:a|per) ?(?:month|week)\b|\bfinancing\b|\bfinance\b"
        r"|\bfinanzierung|\bfinanciación|\bfinanziamento|\bfinancement|\ba plazos\b"
        r"|\bin termijnen"
        r"|\bgespreid betalen|\barrhes\b|\bpay in [2-9]\b|\bde entrada\b.{0,20}\bcuot|尾款|免息"
        r"|\bratenkauf|\b\d{1,2} ?[x×] ?(?:[£$€] ?)?\d+[.,]\d\d ?(?:[£$€]|eur\b|usd\b|gbp\b)"
        r"|/ ?月|定金|订金|押金|首付|分期|每月|月供|頭金|月々|予約金|分割払い|할부"
    ),
    "a price that not everybody pays": (
        r"\btrade[ -]?in\b|\bpart exchange\b|\binzahlungnahme\b|\b(?:with|mit|avec|con|com|met) (?:[^\W\d]+ )?"
        r"(?:contract|vertrag|forfait|abonnement|contrato|contratto|mobilfunkvertrag|handyvertrag)\b"
        r"|\b(?:members?|prime|club|student|employee)(?: only)? (?:price|deal|discount)\b|\bmitgliederpreis\b"
        r"|\bprix (?:membre|adhérent)|\bprecio (?:de )?socio|\bprezzo soci\b"
        r"|\b(?:excl|ex|excluding|plus|without|zzgl|exkl|ohne|hors|sin|sem|senza|exclusief)\.? ?"
        r"(?:vat|mwst|ust|tva|iva|btw|tax)\b|\bnettopreis\b|\bprix ht\b|\+ ?(?:vat|iva|mwst)\b"
        r"|会员价|税抜|税別|以旧换新"
    ),
    "a hire": (
        r"\bmieten?\b|\bpro tag\b|\bper day\b|\bpar jour\b|\bal giorno\b|\bpor día\b|"
        r"\b(?:rental|for hire|zu mieten|mietgerät|leasing|location mensuelle|alquiler|noleggio)\b"
        r"|^\W*location\b|\blocation (?:de|d['’])|\bà louer\b|\bhuur\b|\bhuren\b|\bverhuur\b|\bverleih\b"
        r"|\bzu vermieten\b"
        r"|\bhire\b|\bto rent\b|\bmiete\b|\bse alquila\b|\baffitto\b|\balug(?:uel|uer)\b|\bper dag\b|\bpor dia\b"
        r"|出租|租赁|日租|レンタル|リース"
    ),
    "work on the goods": (
        r"\b(?:repair|service|servicing|overhaul) (?:of|for|service)\b(?! (?:\d+|two|four|six|eight|ten"
        r"|twelve)\b)|\brepair service\b"
        r"|\breparatur\b|\breparatie\b|\bréparation\b|\breparación\b|\briparazione\b|\breparo\b|\bconserto\b"
        r"|\bnaprawa\b"
        r"|\bремонт\b|维修|修理|수리"
    ),
    "a sample or tester": (
        r"\btest(?:er|eur)s?\b|テスター|試供品|\bsamples?\b|\bdecants?\b|\babfüllung|\babgefüllt|\bproefje"
        r"|\bproefmonster|\bstaaltje|\b(?:duft|parfüm|waren|gratis)probe|\bpröbchen"
        r"|\béchantillon"
        r"|\bmuestra\b"
        r"|\bcampion(?:e|cino)\b|\bamostra\b|\bprobeergröße|小样|试用装|中样|分装|体验装|测试装|小分け|量り売り|サンプル|お試し|샘플"
    ),
    "parts or other things": (
        r"\bersatzteile?\b|\bspare parts?\b|\bpièces? détachées?\b|(?<!de )\brecambios?\b|(?<!per )\bricambi\b"
        r"|(?<!voor )\bonderdelen\b|\bczęści\b|запчаст"
        r"|\b(?:pieces?|crystal|glass|dial|strap|bezel|movement|case) only\b|\bvouchers?\b|\bgutscheine?\b"
        r"|\bgift cards?\b|\bcartes?[ -]cadeaux?\b|\bgeschenk(?:karten?|gutscheine?)\b|\btarjetas? (?:de )?regalo\b"
        r"|\b(?:carte|carta|buon[oi]) regalo\b|\b(?:cartão|vale)[ -]presente\b|\bcadeau(?:bon|kaart)|礼品卡|购物卡"
        r"|ギフトカード|商品券|"
        r"\bposter\b|\bkeyrings?\b|\bauction\b|\bstarting bid\b|\bstartpreis\b"
        r"|\bschlachtfest\b|\bausschlachten\b|\bschlachtfahrzeug|\bdespiece\b|\bdesguace\b"
        r"|\bbreaking (?:for )?(?:parts|spares)\b"
        r"|\b(?:solo|se vende) por piezas\b|\bdesmanche\b|\bsucata\b|\bsloopauto\b|\bda demolire\b|拆车件"
        r"|\b(?:for|as) (?:parts|spares) only\b|\b(?:nur|ausschliesslich) (?:für|als) (?:bastler|ersatzteil)"
        r"|\bpour pièces (?:uniquement|seulement)\b|\buniquement pour pièces\b|\b(?:solo|sólo"
        r"|únicamente) para (?:piezas|repuestos|desguace)"
        r"|\b(?:solo|esclusivamente) per (?:ricambi|pezzi)\b|\b(?:só|somente|apenas) para peças\b"
        r"|\balleen voor onderdelen\b|部品取り?(?:用|車)|(?:仅|只)(?:供|能)?(?:拆件|拆机)"
        r"|零件(?![盒箱柜架])|(?<!ジャンク品 )部品(?!取|ケース|箱|棚|トレー)"
    ),
    "packaging or papers alone": (
        r"\bleergut\b|\bleere[nmrs]? (?:flaschen?|kästen|kasten|kisten?|dosen?|schachteln?)\b"
        r"|\b(?:empties|empty (?:bottles|cans|tins|jars))\b|\bbouteilles? vides?\b|\bbotellas? vacías?\b"
        r"|\bbottigli[ae] vuot[ae]\b|\bgarrafas? vazias?\b|\blege (?:flessen|fles|kratten|krat|blikken)\b"
        r"|空瓶|空き瓶|空き箱|空缶"
        r"|\bleer(?:karton|verpackung|schachtel|box)|\bohne inhalt\b|\bemballage (?:vide|seul)\b"
        r"|\balleen (?:de )?doos\b|\bgebruiksaanwijzing\b|\bbedienungsanleitung\b|\bmode d['’]emploi\b"
        r"|\binstrucciones\b|\binstruction manual\b|"
        r"\b(?:empty|leere?r?) (?:box|karton|ovp|verpackung|bottle|flasche)|\b(?:box|packaging|manual) only\b"
        r"|\bnur (?:ovp|karton|verpackung)"
        r"|\bboîte vide\b|\bcaja vacía\b|\bscatola vuota\b|\bcaixa vazia\b|\blege doos\b|\bpuste pudełko"
        r"|\bsolo (?:caja|scatola)\b|空盒|空瓶|空箱|箱のみ"
    ),
    "a bundle with other goods": (
        r"\bbundle\b(?! of \d)|\bbundel\b|\bcombo\b"
        r"|\bset (?:mit|met|avec|con) [^\W\d]+(?:,| und | en | et | y "
        r"| e )|\bzubehörpaket\b|福袋"
        rf"|\b(?:with|including|incl\.?|plus|\+) (?:a )?free\b(?! {SENT})"
        r"|\bfree (?:gift|case|strap|bag)\b|\bgeschenk\b"
        rf"|{UNSENT}\bgratis\b(?! {SENT})|{UNSENT}\boffert(?:e|s)?\b"
        r"|\bde regalo\b|\bcon regalo\b|\bin omaggio\b|\bde brinde\b"
        r"|(?<=[^\W\d])\s\+\s(?!(?:gro(?:ss|ß)e|kleine|mittlere|junge|alte|large|small|grands?|petits?|grandes"
        r"|grandi|piccol[ie])\b)(?=[^\W\d]{3})"
        rf"|\b(?:with|w/|mit|avec|con|com|met|incl|inkl|and|und|et|y|e|en|plus)\.? ?(?:\d{{1,2}}|two|three|zwei"
        rf"|drei|deux|trois|dos|tres|due|tre|dois|três|twee|drie) (?:[^\W\d]+ )?(?:{EXTRAS.either})\b"
        r"|ソフト ?\d+ ?(?:本|枚)|コントローラー? ?\d+ ?(?:個|台)|\d+ ?[个個]手柄|\d+ ?[张張](?:卡带|游戏)"
        rf"|\s\+\s?\d{{1,2}}\s(?!(?:{PARTS.either})\b)(?=[^\W\d]{{3}})|套餐|赠品|[送赠](?!货|料|达|人|礼)|おまけ付|プレゼント(?:中|付)"
        rf"|今だけ\S*プレゼント|特典付"
    ),
    "a lowest price of several variants": (
        rf"\b(?:{FROM}) (?:nur )?{CURRENCY}? ?\d+[.,]?\d*\s?{CURRENCY}"
        rf"|\b(?:{FROM}) {CURRENCY} ?\d|\d\s*元起|\d起(?!\w)|[円¥]\d*[~～]"
    ),
}
OF_A_PRICE = re.compile(
    r"\bprice|preis|\bprix\b|\bprecio|\bprezzo|\bpreço|\bprijs|\bcena\b|цена|价格|售价|価格|가격"
    r"|\b(?:payment|offer|listing|sale) (?:type|plan|kind)\b|\bangebotsart\b|\btype d['’]offre\b"
)
"""Names of attributes that say what the price is for."""
PATTERNS = tuple((any_of(pattern), meaning) for meaning, pattern in MEANINGS.items())
OF_PRICES = tuple(one for one in PATTERNS if one[1] in ("a part payment", "a price that not everybody pays", "a hire"))


def uncertain(title: str, own: str = "") -> str:
    """Why the price is not certainly that of one unit, in one sentence; an empty string if nothing says so.

    Words that stand in the product's `own` name speak of the product: a "TV/DVD combo" is no bundle.
    """
    folded, name = fold(title), fold(own)
    apart = spaced(folded)
    for pattern, meaning in PATTERNS:
        for text in (folded, apart) if apart != folded else (folded,):
            for found in pattern.finditer(text):
                if not name or found[0].strip() not in name:
                    said = found[0].strip()
                    return f'"{said}" in the title speaks of {meaning}, so one unit\'s price is not certain'
    return ""


def part_price(listing: Listing) -> str:
    """Why the price is not what a buyer pays in all, as an attribute says ("Price type: monthly instalment"); or ""."""
    for name, value in listing.attributes.items():
        if OF_A_PRICE.search(fold(name)):
            for pattern, meaning in OF_PRICES:
                if found := pattern.search(fold(value[:200])):
                    return f'"{name[:40]}: {found[0].strip()}" speaks of {meaning}, so one unit\'s price is not certain'
    return ""
