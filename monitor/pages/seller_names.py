"""The name of a seller in a text that says more than that."""

import re

NOUNS = (
    "seller", "merchant", "dealer", "verkäufer", "anbieter", "händler", "vendeur", "venditore", "vendedor",
    "verkoper", "säljare", "sælger", "selger", "sprzedawca", "sprzedaje", "prodejce", "eladó", "продавец", "продавець",
    "卖家", "商家", "出品者", "販売元", "판매자", "satıcı",
)  # fmt: skip
"""What a seller is called, before his name behind a colon or beside it in a table."""
VERBS = (
    r"(?:ships from and |dispatched from and )?sold(?: and (?:shipped|dispatched|fulfilled))? by"
    r"|verkauf(?:t| und versand)? (?:von|durch)|vendu (?:et expédié )?par|venduto (?:e spedito )?da"
    r"|vendido (?:y enviado |e entregue )?por|verkocht door|säljs av|sprzedawane przez"
)
SOLD_BY = re.compile(rf"(?:{VERBS}|(?:{'|'.join(NOUNS)})\s{{0,5}}(?=[:：\n]))\s{{0,5}}[:：]?\s{{0,5}}", re.IGNORECASE)
"""What stands before a seller's name, at the beginning of a text of one line a piece."""
AND_SHIPS = re.compile(
    r",?\s(?:and|und|et|e|y|i|en|och)\s(?:is |wird |è |est |es )?(?:ship|fulfil|dispatch|deliver|sent|versand|versend"
    r"|geliefert|expédi|livré|spedi|envi|entreg|verzond|wysył|skicka).*",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"^(?:contact|ask|visit|more|see|view|report|follow|rate|rating|feedback|reviews?|shop|store|seller|sold by|\W+"
    r"|[(#]*\d.*|information|details?|détails|ver más|voir plus|mehr)$|^(?:visit|visite|ver|see|view|other|all|more) "
    r"|other items|see all|best[- ]?sell|top[- ](?:rated )?sell|become|sell (?:with|on|your)|start selling"
    r"|verkäufer werden|devenir vendeur|diventa venditore|conviértete|seja um vendedor"
    r"|polic(?:y|ies)|terms|conditions?\b|condiciones|returns?\b|rückgabe|devoluc"
    r"|contact|kontakt|contatt|feedback|profile$",
    re.IGNORECASE,
)
NO_ONE = re.compile(
    r"^(?:private?\w*|privat[oaie]?|particuli?[ea]r\w*|gewerblich\w*|business|individual|dealer|trade|commercial"
    r"|profess?ionn?[ae]l\w*|professionista|zakelijk|firma|log ?in|anmelden"
    r"|(?:(?:the|a|per|le|la|au|al|il|je) |l')?(?:each|pieces?|pairs?|units?|cases?|packs?|box(?:es)?|sets?|yards?"
    r"|(?:square )?met(?:er|re|ro)s?|f(?:oo|ee)t|weight|dozens?|lots?|rolls?"
    r"|stück|paar|pièces?|unités?|unidad(?:es)?|pezz[io]))$",
    re.IGNORECASE,
)
"""What stands where a seller's name does, and is the kind of a seller, or a measure that goods are sold by."""
MAX_NAME = 80


def said_in(text: str) -> str:
    """The name after the words "sold by" at a text's beginning, as far as its line goes; empty where none is said."""
    said = SOLD_BY.match(text)
    name = AND_SHIPS.sub("", text[said.end() :].partition("\n")[0]).strip(" .") if said else ""
    return name if 1 < len(name) <= MAX_NAME and not NOT_A_NAME.search(name) else ""
