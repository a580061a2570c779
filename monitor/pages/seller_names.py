"""The name of a seller in a text that says more than that."""

import re
from urllib.parse import urlsplit

from monitor.pages.said import languages, words

NOUNS = tuple(noun for of_one in languages("sellers") for noun in of_one["nouns"])
"""What a seller is called, before his name behind a colon or beside it in a table."""
VERBS = "|".join(words("sellers", "verbs"))
BEGINNINGS = (*NOUNS, *words("sellers", "first"))
"""What a line begins with that may name a seller: a look at it saves a walk."""
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
    r"|contact|kontakt|contatt|feedback|profile$"
    rf"|^(?:{'|'.join(words('sellers', 'leads'))})(?!\w)",
    re.IGNORECASE,
)
NO_ONE = re.compile(
    r"^(?:private?\w*|privat[oaie]?|particuli?[ea]r\w*|gewerblich\w*|business|individual|dealer|trade|commercial"
    r"|profess?ionn?[ae]l\w*|professionista|zakelijk|firma|log ?in|anmelden"
    r"|(?:(?:the|a|per|le|la|au|al|il|je) |l')?(?:each|pieces?|pairs?|units?|cases?|packs?|box(?:es)?|sets?|yards?"
    r"|(?:square )?met(?:er|re|ro)s?|f(?:oo|ee)t|weight|dozens?|lots?|rolls?"
    r"|stück|paar|pièces?|unités?|unidad(?:es)?|pezz[io]|paires?|lots? de .*|boîtes?|rouleaux?|mètres?|metros?|metri"
    r"|pares|docenas?|cajas?|paquetes?|piezas?|coppi[ae]|confezion[ei]))$",
    re.IGNORECASE,
)
"""What stands where a seller's name does, and is the kind of a seller, or a measure that goods are sold by."""
OF_A_SELLER = re.compile(
    r"/(?:usr|u|user|users|str|sp|s|v|sellers?|vendors?|merchants?|shops?|stores?|boutiques?|tiendas?|lojas?|haendler"
    r"|verkaeufer|vendeurs?|venditor[ei]|vendedor(?:es)?|profiles?|perfil|members?)/[^/?#]{1,100}",
    re.IGNORECASE,
)
"""The shape of the path of a seller's page."""
IN_QUERY = re.compile(r"(?:^|&)(?:seller|merchant|shop|store|vendor|user)(?:[_-]?id)?=([^&]{1,200})", re.IGNORECASE)
MAX_NAME = 80
INITIAL = re.compile(r"(?<![\w.])[^\W\d_]\.$")
"""What ends the name of a person who gives no more of the last one: `Mette K.`."""


def said_in(text: str) -> str:
    """The name after the words "sold by" at a text's beginning, as far as its line goes; empty where none is said."""
    said = SOLD_BY.match(text)
    line = AND_SHIPS.sub("", text[said.end() :].partition("\n")[0]).strip() if said else ""
    name = line.strip(" .") + "." * (INITIAL.search(line) is not None)
    return name if 1 < len(name) <= MAX_NAME and not NOT_A_NAME.search(name) else ""


def is_of_a_seller(address: str) -> bool:
    """Whether an address has the shape of that of a seller's page."""
    parts = urlsplit(address)
    return bool(OF_A_SELLER.search(parts.path) or IN_QUERY.search(parts.query[:2_000]))
