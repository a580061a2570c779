"""The elements of a page among which a price is looked for: the heading, buttons, and what is named after a price."""

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document
from monitor.pages.marks import short_names
from monitor.pages.refusing import may_sell

WORDS = {
    "de": "preis", "it": "prezzo", "es": "precio", "pt": "preco", "fr": "prix", "pl": "cena", "cs": "cena",
    "fi": "hinta", "tr": "fiyat", "ro": "pret", "hr": "cijena", "id": "harga",
    "nl": "prijs", "sv": "pris", "da": "pris", "no": "pris", "nb": "pris",
}  # fmt: skip
"""What elements are named after in a language, beside `price`."""
ALWAYS = (
    "h1,button,input:is([type=submit],[type=button],[type=image])"
    ",a:is([class*=cart i],[class*=buy i],[class*=btn i],[class*=button i])"
    ",[itemprop=price],[data-testid*=price i],[data-qaid*=price i],[data-test*=price i],[data-aut-id*=price i]"
    ",[data-hook*=price i]"
)
MAX_ELEMENTS = 3_000


def priced_or_pressed(document: Document) -> list[LexborNode]:
    """The main heading, buttons, and all that is named after a price, in page order."""
    always = f"{ALWAYS}{short_names(document.html)}"
    found = document.named(("price",), WORDS, always)[:MAX_ELEMENTS]
    if b"<button" in document.html:  # then of links only those count that sell or would
        found = [node for node in found if node.tag != "a" or may_sell(node)]
    heading = document.headings[:1]
    if not heading or heading[0].tag == "h1":
        return found
    known = {node.mem_id for node in found} | {heading[0].mem_id}
    more = document.named(("price",), WORDS, f"{always},{heading[0].tag}")
    return [node for node in more if node.mem_id in known][:MAX_ELEMENTS]
