"""Words of a title after which the price is not that of one unit: offers of several, part payments, other goods."""

import re

from monitor.products.words import fold

CURRENCY = r"(?:[$€£¥]|usd|eur|gbp|us\$|r\$|chf|zł|kr|rmb)"
FROM = "from|starting at|as low as|ab|dès|à partir de|desde|a partir de|a partire da|vanaf|od"
MEANINGS = {
    "more units than one": (
        r"\bbuy (?:\d|one|two|three)\b|\bbogof?\b|\b(?:get|take) (?:\d|one) (?:free|more)\b"
        r"|\b[2-9] (?:for|für|pour|por|per) [1-9]\b(?![-\s]?[a-z])"
        r"|\b(?:kauf|nimm|zahl)e? ?[1-9]\b|\b[1-9] ?\+ ?[1-9] ?(?:gratis|free|offert|regalo|omaggio|grátis|kostenlos)"
        r"|\b[1-9] achetés?\b|\bacheté,? \w+ offert|\blleva \d|\bpaga \d|\bprendi \d|\bpaghi \d|\bleve \d|\bpague \d"
        r"|买[一二三四\d]+[送赠得]|第[二2]件|[一二两三\d]件[0-9.]+折|拍[一二两三\d]发"
        r"|[1-9] ?\+ ?[1-9](?=\s*(?:個|点|本|セット|$))|個買うと"
        r"|\bonly when buying\b|\b[2-4] ?x ?[12]\b(?! ?(?:[.,]\d|(?:ml|cl|dl|l|g|kg|oz|m|cm|mm|gb|tb|w|v)\b))"
        r"|\b(?:for|pour) (?:the|le) pri(?:ce|x) (?:of|d)|\bal precio de|\bal prezzo di|\bpelo preço de|\bzum preis von"
        r"|\bcompre \d|\bcompra \d|\bkoop \d|\b2e halve prijs|\bkup \d|\bla seconde à|\bsegunda unidad al"
        r"|半价|买\d?[一二三]?免"
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
        r"|/ ?月|定金|订金|押金|首付|分期|每月|月供|頭金|月々|予約金|分割払い|할부"
    ),
    "a hire": (
        r"\bmieten?\b|\bpro tag\b|\bper day\b|\bpar jour\b|\bal giorno\b|\bpor día\b|"
        r"\b(?:rental|for hire|zu mieten|mietgerät|leasing|location mensuelle|alquiler|noleggio)\b"
        r"|出租|租赁|レンタル"
    ),
    "work on the goods": (
        r"\b(?:repair|service|servicing|overhaul) (?:of|for|service)\b|\brepair service\b"
        r"|\breparatur\b|\breparatie\b|\bréparation\b|\breparación\b|\briparazione\b|\breparo\b|\bconserto\b"
        r"|\bnaprawa\b"
        r"|\bремонт\b|维修|修理|수리"
    ),
    "a sample or tester": (
        r"\btest(?:er|eur)s?\b|テスター|試供品|\bsamples?\b|\bdecant\b|\b(?:duft|parfüm|waren|gratis)probe|\bpröbchen"
        r"|\béchantillon"
        r"|\bmuestra\b"
        r"|\bcampion(?:e|cino)\b|\bamostra\b|\bprobeergröße|小样|试用装|中样|分装|サンプル|お試し|샘플"
    ),
    "parts or other things": (
        r"\bersatzteile?\b|\bspare parts?\b|\bpièces? détachées?\b|\brecambios?\b|\bricambi\b|\bczęści\b|запчаст"
        r"|\b(?:pieces?|crystal|glass|dial|strap|bezel|movement|case) only\b|\bvouchers?\b|\bgutscheine?\b"
        r"|\bgift card\b|\bposter\b|\bkeyrings?\b|\bauction\b|\bstarting bid\b|\bstartpreis\b|零件|部品"
    ),
    "packaging or papers alone": (
        r"\bleerkarton\b|\bbedienungsanleitung\b|\bmode d['’]emploi\b|\binstrucciones\b|\binstruction manual\b|"
        r"\b(?:empty|leere?r?) (?:box|karton|ovp|verpackung|bottle|flasche)|\b(?:box|packaging|manual) only\b"
        r"|\bnur (?:ovp|karton|verpackung)"
        r"|\bboîte vide\b|\bcaja vacía\b|\bscatola vuota\b|\bcaixa vazia\b|\blege doos\b|\bpuste pudełko"
        r"|\bsolo (?:caja|scatola)\b|空盒|空瓶|空箱|箱のみ"
    ),
    "a bundle with other goods": (
        r"\bbundle\b(?! of \d)|\bcombo\b|\b(?:with|including|incl\.?|plus|\+) (?:a )?free\b"
        r"|\bfree (?:gift|case|strap|bag)\b|\bgratis\b|\bgeschenk\b"
        r"|\boffert(?:e|s)?\b|\bde regalo\b|\bcon regalo\b|\bin omaggio\b|\bde brinde\b"
        r"|(?<=[^\W\d])\s\+\s(?=[^\W\d]{3})|套餐|赠品|[送赠](?!货|料|达|人|礼)|おまけ付|特典付"
    ),
    "a lowest price of several variants": (
        rf"\b(?:{FROM}) (?:nur )?{CURRENCY}? ?\d+[.,]?\d*\s?{CURRENCY}"
        rf"|\b(?:{FROM}) {CURRENCY} ?\d|\d\s*元起|\d起(?!\w)|[円¥]\d*[~～]"
    ),
}
PATTERNS = tuple((re.compile(pattern), meaning) for meaning, pattern in MEANINGS.items())


def uncertain(title: str) -> str:
    """Why the price is not certainly that of one unit, in one sentence; an empty string if nothing says so."""
    folded = fold(title)
    for pattern, meaning in PATTERNS:
        if found := pattern.search(folded):
            return f'"{found[0].strip()}" in the title speaks of {meaning}, so one unit\'s price is not certain'
    return ""
