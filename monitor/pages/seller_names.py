"""The name of a seller in a text that says more than that."""

import re
from urllib.parse import urlsplit

from monitor.pages.buttons import does
from monitor.pages.said import languages, words
from monitor.pages.words import begins_with, says_sold_out, says_there

NOUNS = tuple(noun for of_one in languages("sellers") for noun in of_one["nouns"])
"""What a seller is called, before his name behind a colon or beside it in a table."""
VERBS = "|".join(words("sellers", "verbs"))
BEGINNINGS = (*NOUNS, *words("sellers", "first"))
"""What a line begins with that may name a seller: a look at it saves a walk."""
SOLD_BY = re.compile(rf"(?:{VERBS}|(?:{'|'.join(NOUNS)})\s{{0,5}}(?=[:：\n]))\s{{0,5}}[:：]?\s{{0,5}}", re.IGNORECASE)
"""What stands before a seller's name, at the beginning of a text of one line a piece."""
_ships = (
    "(?:ship|fulfil|dispatch|deliver|sent|versand|versend|geliefert|expédi|livré|spedi|envi|entreg|verzond|wysył"
    "|skicka)"
)
AND_SHIPS = re.compile(
    rf",?\s(?:and|und|et|e|y|i|en|och)\s(?:is |wird |è |est |es )?{_ships}.*"
    rf"|\s?[,.;|·•/–-]\s{_ships}\w*\s(?:(?:and|und|et|e|y|en)\s\w+\s)?(?:by|from|durch|von|par|da|por|door|przez|av|free)\s.*",
    re.IGNORECASE,
)
"""What follows a name and says who sends the goods."""
SAYS_WHO = re.compile(rf"(?:{VERBS}|{_ships}\w*\s(?:by|from|durch|von|par|da|por|door|przez|av))\s", re.IGNORECASE)
"""Such words themselves where a name was looked for: `Delivered by`."""
RATED = re.compile(r"\s*[(（](?!\d{1,4}[)）]\s(?i:ltd|limited|llp|plc|inc|gmbh)(?!\w))[\d★☆].*$")
"""What follows a name and rates it: `(4.5 stars)`; `Lamp House (2010) Ltd` is a name."""
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
_seller = rf"(?:{'|'.join(NOUNS)})\w{{0,2}}"
NO_ONE = re.compile(
    rf"(?:{_seller}\s)?(?:{'|'.join(words('sellers', 'kinds'))})(?:\s{_seller})?|{_seller}(?:\sname)?", re.IGNORECASE
)
"""What stands where a seller's name does, and is a kind of sellers, some of them, a mark of quality or a label."""
_measures = "|".join(words("sellers", "measures"))
MEASURE = re.compile(rf"(?i:(?:(?:the|an?|per|le|la|au|al|il|je) |l')?(?:{_measures}))(?: (?:[a-zß-ÿ]|[\W\d_])\S*)*")
"""A measure that goods are sold by, in which no word but the first begins with a capital: `Vendu par Carton de 12`."""
NOUNS_IN = re.compile(rf"(?<!\S)(?:{'|'.join(NOUNS)})s?(?!\w)")
"""What a phrase about sellers holds: `a third-party seller`; in a name it is a capital's or a part: `watch-dealer`."""
SENTENCE = re.compile(r"[!?;。！？]|\w{4}\.\s")
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
    line = RATED.sub("", AND_SHIPS.sub("", text[said.end() :].partition("\n")[0])).strip() if said else ""
    name = line.strip(" .") + "." * (INITIAL.search(line) is not None)
    return name if is_a_name(name) else ""


def is_a_name(text: str) -> bool:
    """Whether what stands where a seller's name does may be one: no kind of sellers, measure, button, state, label."""
    if not 1 < len(text) <= MAX_NAME or text.endswith((":", "：")):
        return False
    if NOT_A_NAME.search(text) or NO_ONE.fullmatch(text) or MEASURE.fullmatch(text) or SAYS_WHO.match(text):
        return False
    return (begins_with(text) is None or _is_titled(text)) and not does(text, text)


def _is_titled(text: str) -> bool:
    """Whether words that begin with those for a state go on as a name does: `Sold Out Records`, not `Out Of Stock`."""
    are_capital = all(word[:1].isupper() for word in text.split())
    return are_capital and text.count(" ") > 1 and not says_sold_out(text) and not says_there(text)


def is_a_phrase(name: str) -> bool:
    """Whether what would be a name is a sentence or says something about sellers."""
    return bool(SENTENCE.search(name) or NOUNS_IN.search(name))


def is_of_a_seller(address: str) -> bool:
    """Whether an address has the shape of that of a seller's page."""
    parts = urlsplit(address)
    return bool(OF_A_SELLER.search(parts.path) or IN_QUERY.search(parts.query[:2_000]))
