"""Whether a listing sells new goods: titles say it where the field of the page is left at its default."""

import re

from monitor.products.words import fold
from monitor.records import Availability, Condition, Listing

NOT_NEW = re.compile(
    r"\bused\b(?! (?:by|in|for|with|as))|\bpre-?(?:owned|loved)\b|\bsecond[ -]?hand\b|\bopen[ -]box\b|\brefurb"
    r"|\brenewed\b"
    r"|\bre-?manufactured\b|\brecertified\b|\bfor parts\b|\bspares or repair|\bnot working\b|\bfaulty\b|\bbroken\b"
    r"|\bex-?demo\b"
    r"|\bdisplay model\b|\bgebraucht|\b2\. ?wahl\b|\bgeneralüberholt|\brefurbished\b|\bwieder ?aufbereitet|\bdefekt"
    r"|\bbastler"
    r"|\bausstellungs(?:stück|ware)|\bzweite hand\b|\brückläufer|\baussteller\b|\bvorführ|\bb-ware\b"
    r"|\bd['’]occasion\b|\breconditionn|\bremis à neuf|\bpour pièces\b|[,-] ?occasion\b|\bseconde main\b"
    r"|\bdéjà (?:utilisé|porté)"
    r"|\ben panne\b"
    r"|\busad[oa]s?\b|\bsegunda mano\b|\breacondicionad|\bde exposición\b|\bpara piezas\b|\bseminuev"
    r"|\bde ocasión\b|\baveriad"
    r"|\busat[oa]\b|\bricondizionat|\bseconda mano\b|\bper ricambi\b|\bguasto\b|\brecondicionad|\bseminov[oa]\b"
    r"|\bda esposizione\b|\brigenerat|\bguast[aie]\b|\bsegunda mão\b|\bcom defeito\b"
    r"|\b(?:para|retirada de) peças\b|\bde mostruário\b"
    r"|\btweedehands\b|\bgebruikt|\bopgeknapt|\bużywan|\bodnowion|\buszkodzon|\bбу\b|б/у|восстановлен"
    r"|二手|翻新|官翻|闲置|[九8-9八]成新|(?<!\d)9\d新(?!款|品)|九[五九八]新|样机|拆机|转手|故障|瑕疵|展示品|中古(?!風)|難あり|整備済|ジャンク|訳あり|開封済|중고|리퍼"
)


def not_new(listing: Listing) -> str:
    """What says that the goods are not new: the condition as read, or words of the title; else an empty string."""
    if listing.condition is not Condition.NEW:
        return f"condition {listing.condition}"
    found = NOT_NEW.search(fold(listing.title))
    return f'"{found[0]}" in the title' if found else ""


def sells_new(listing: Listing) -> bool:
    """Whether new goods are offered that can be bought: only their prices are judged and compared."""
    gone = listing.availability in {Availability.OUT_OF_STOCK, Availability.DISCONTINUED}
    return not gone and not not_new(listing)
