"""What sites call the states of goods and offers, in the languages of the big marketplaces."""

import re

from monitor.records import Availability, Condition

AVAILABILITY_CODES = {
    "instock": Availability.IN_STOCK,
    "instoreonly": Availability.IN_STOCK,
    "onlineonly": Availability.IN_STOCK,
    "limitedavailability": Availability.IN_STOCK,
    "madetoorder": Availability.IN_STOCK,
    "available": Availability.IN_STOCK,
    "true": Availability.IN_STOCK,
    "yes": Availability.IN_STOCK,
    "1": Availability.IN_STOCK,
    "outofstock": Availability.OUT_OF_STOCK,
    "soldout": Availability.OUT_OF_STOCK,
    "reserved": Availability.OUT_OF_STOCK,
    "unavailable": Availability.OUT_OF_STOCK,
    "notavailable": Availability.OUT_OF_STOCK,
    "oos": Availability.OUT_OF_STOCK,
    "false": Availability.OUT_OF_STOCK,
    "no": Availability.OUT_OF_STOCK,
    "0": Availability.OUT_OF_STOCK,
    "preorder": Availability.PREORDER,
    "presale": Availability.PREORDER,
    "backorder": Availability.PREORDER,
    "comingsoon": Availability.PREORDER,
    "discontinued": Availability.DISCONTINUED,
}
"""The last step of a schema.org URL, or the code of a shop's data, in lower case and without anything but letters."""

OUT_OF_STOCK = re.compile(
    r"out of stock|sold out|(?:currently|temporarily|no longer) (?:unavailable|available|not available|out)"
    r"|\bunavailable|not available|not in stock|nicht (?:mehr )?(?:verfügbar|lieferbar|vorrätig|auf lager)"
    r"|ausverkauft|vergriffen"
    r"|derzeit nicht|(?:actuellement|temporairement) (?:indisponible|épuisé)|indisponible|épuisé|rupture de stock"
    r"|en rupture"
    r"|non disponibile|attualmente non|esaurito|no disponible|agotado|sin stock|sin existencias|fuera de stock"
    r"|esgotado|indisponível|fora de estoque|uitverkocht|niet (?:op voorraad|leverbaar|beschikbaar)|slutsåld"
    r"|ej i lager"
    r"|udsolgt|utsolgt|ei varastossa|loppuunmyyty|niedostępn|brak w magazynie|wyprzedan|vyprodáno|není skladem"
    r"|elfogyott"
    r"|нет в наличии|распродан|недоступ|законч|немає в наявності"
    r"|缺货|售罄|无货|已售完|暂时缺货|在庫切れ|在庫なし|売り切れ|品切れ"
    r"|현재 품절|품절|stokta yok|tükendi|غير متوفر|نفد",
    re.IGNORECASE,
)
PREORDER = re.compile(
    r"pre-?order|available (?:on|from) \w|vorbestell|précommand|pre-?ordin|reserva(?:r|ción) anticipada|pré-venda"
    r"|предзаказ|预售|予約",
    re.IGNORECASE,
)
IN_STOCK = re.compile(
    r"\bin stock|\bavailable\b|left in stock|only \d+ left|ready to ship|ships? (?:within|in)|in den warenkorb"
    r"|auf lager|lieferbar|verfügbar|vorrätig"
    r"|en stock|disponible|disponibilité immédiate|ajouter au panier|disponibile|disponibilità immediata"
    r"|in magazzino|aggiungi al carrello"
    r"|en existencias?|hay existencias|añadir (?:al carrito|a la cesta)|em estoque|disponível"
    r"|adicionar ao carrinho|op voorraad|leverbaar"
    r"|i lager|på lager|varastossa|dostępn|w magazynie|skladem|raktáron|в наличии|есть в наличии|в корзину"
    r"|в наявності|有货|现货|在庫あり"
    r"|재고 있음|stokta|متوفر|add to (?:cart|basket|bag|trolley)|buy (?:it )?now|sofort",
    re.IGNORECASE,
)

BIDS = re.compile(
    r"\b\d+ (?:bids?|gebote?|enchères?|pujas?|biedingen|lances?|bud)\b|\d+ ?件?入札|入札 ?\d+", re.IGNORECASE
)
"""How often was bid on what is auctioned."""

CONDITION_CODES = {
    "newcondition": Condition.NEW,
    "usedcondition": Condition.USED,
    "refurbishedcondition": Condition.REFURBISHED,
    "damagedcondition": Condition.DAMAGED,
}
DAMAGED = re.compile(
    r"for parts|not working|damaged|defekt|als ersatzteil|ersatzteile|pour pièces|per parti|no funciona"
    r"|para repuestos|на запчасти",
    re.IGNORECASE,
)
REFURBISHED = re.compile(
    r"refurbish|renewed|generalüberholt|erneuert|aufbereitet|reconditionn|ricondizionat|reacondicionad"
    r"|recondicionad|recertified"
    r"|восстановлен|翻新|整備済",
    re.IGNORECASE,
)
USED = re.compile(
    r"\bused\b|pre-?owned|second ?hand|open box|gebraucht|d'occasion|occasion\b|\busato\b|segunda mano"
    r"|\busad[oa]\b|tweedehands"
    r"|begagnad|brugt|używan|б/у|二手|中古|중고|like new|very good condition|good condition",
    re.IGNORECASE,
)
NEW = re.compile(r"\bnew\b|\bneu\b|\bneuf\b|\bnuovo\b|\bnuevo\b|\bnovo\b|nieuw|\bnowy\b|новый|全新|新品", re.IGNORECASE)


def availability_of(text: str) -> Availability | None:
    """The state that a code (`http://schema.org/InStock`, `in stock`) or a sentence on the page names, else None."""
    code = re.sub(r"[^a-z0-9]", "", text[-60:].rsplit("/", 1)[-1].lower())
    if code in AVAILABILITY_CODES:
        return AVAILABILITY_CODES[code]
    text = text[:400]
    if OUT_OF_STOCK.search(text):
        return Availability.OUT_OF_STOCK
    if PREORDER.search(text):
        return Availability.PREORDER
    return Availability.IN_STOCK if IN_STOCK.search(text) else None


def condition_of(text: str) -> Condition | None:
    """The condition that a code (`UsedCondition`) or a few words on the page name, else None."""
    code = re.sub(r"[^a-z]", "", text[-60:].rsplit("/", 1)[-1].lower())
    if code in CONDITION_CODES:
        return CONDITION_CODES[code]
    text = text[:200]
    for pattern, condition in (
        (DAMAGED, Condition.DAMAGED),
        (REFURBISHED, Condition.REFURBISHED),
        (USED, Condition.USED),
        (NEW, Condition.NEW),
    ):
        if pattern.search(text):
            return condition
    return None
