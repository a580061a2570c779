"""Numbers that goods are known by: the site's own item number, in the address or shown, and trade numbers."""

import re
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from monitor.pages.fields import field_of
from monitor.records import canonical_url

CODE = "[A-Z0-9]{2,20}(?:[-_.][A-Z0-9]{1,20}){0,3}"
IN_PATH = (
    re.compile(r"/(?:dp|gp/product|gp/aw/d|product-reviews|ASIN)/([A-Z0-9]{10})(?:[/?]|$)"),
    re.compile(r"/itm/(?:[^/?#]{1,200}/)?(\d{9,14})(?:[/?]|$)"),
    re.compile(r"-iid-(\d{5,})"),
    re.compile(r"/(?:item|offer|listing|i|ip|products?|goods)/(?:[^/?#]{1,200}/)?(\d{5,})(?:\.html?)?(?:[/?]|$)"),
    re.compile(r"[-/]p-?([a-z]?\d{5,})(?:\.html?)?(?:/|$)", re.IGNORECASE),
    re.compile(rf"/p/(?=[^/]*\d)({CODE})(?:\.html?)?/?$"),
    re.compile(rf"/p/[^/]{{1,200}}/(?=[^/]*\d{{4}})({CODE})(?:\.html?)?/?$"),
    re.compile(rf"/p/(?=[^/]*\d{{4}})(?=[^/]{{6}})({CODE})/[^/]{{1,200}}$"),
    re.compile(r"/(?=[^/]*\d{4})([A-Z0-9]{6,20})/p/?$"),
    re.compile(r"[-_/](\d{5,})(?:\.html?|/)?$"),
)
IN_QUERY = ("pid", "itemid", "item_id", "productid", "product_id", "sku", "id", "goods_id", "item")
PART_BEFORE, PART_AFTER = frozenset("_./-"), frozenset("_/-")
MAX_PLACES = 100
SPELT = re.compile(r"\n([A-Z0-9]{1,12}(?:[./-][A-Z0-9]{1,12}){1,4})(?=\n)")
SHOWN = re.compile(
    r"\n[^\S\n]{0,3}(?:(?:product|item|article|catalogue|catalog|style|web)\s?(?:code|number|no\.?|id|#)"
    r"|sku|(?:post(?:ing)?|ad|listing) id"
    r"|art(?:ikel)?\.?[- ]?(?:nummer|nr\.?|no\.?)|bestell-?(?:nummer|nr\.?)"
    r"|r[ée]f(?:\.|[ée]rence|erência)?(?: produit)?"
    r"|codice(?: articolo| prodotto)?|riferimento|(?:stock|order) (?:code|no\.?)|k[óo]d(?=\s{0,3}[:\n])"
    r"|produkt-?(?:nummer|nr\.?|code)|artikelcode|productcode|varenummer"
    r"|kod produktu|kód (?:produktu|zboží)"
    r"|tuote(?:numero|koodi)|cikkszám|termékkód|cod (?:produs|articol)|(?:ürün|stok) kodu|varenr\.?|code article"
    r"|šifra(?: proizvoda| artikla)?|κωδικός(?: προϊόντος)?|mã sản phẩm|kode produk|รหัสสินค้า|kod towaru"
    r"|katalogové číslo|(?:код|артикул) товару|상품(?:코드|번호)|商品管理番号"
    r"|c[óo]d(?:\.|igo)?(?: de[l]? (?:producto|produto|art[íi]culo))?|артикул|арт\."
    r"|код товара|商品(?:编号|番号|コード)|asin)"
    r"\s{0,3}[:.#№：–-]?\s{0,3}\n?\s{0,3}([A-Z0-9][\w./-]{2,30}|(?-i:[А-ЯЁ]{1,5}(?=[\d./-])[А-ЯЁA-Z\d./-]{2,30}))(?=\s|$|[,;)])",
    re.IGNORECASE,
)
OF_LETTERS = re.compile(r"[A-Z]{1,6}(?:[-_][A-Z]{1,6}){2,4}")
"""An article number without a digit, `PLD-M-GR`, where two parts of it are no words."""
NO_WORD = re.compile(r"(?<![A-Z])(?![XSML]+(?![A-Z]))[B-DF-HJ-NP-TV-XZ]{2,}(?![A-Z])")
"""A part without a vowel that is no size: `GR`, and not `OUT` or `XXL`."""
CALLED_A_CODE = re.compile(
    r"\n[^\S\n]{0,3}(?:(?:product )?code|код)\s?[:：]\s{0,3}\n?\s{0,3}([A-Z0-9][\w./-]{2,30})(?=\s|$|[,;)])",
    re.IGNORECASE,
)
OF_A_COUPON = re.compile(
    r"coupon|voucher|promo|discount|off\b|deals?\b|friday|cyber|rabatt|gutschein|aktion|remise|sconto|descuento|korting"
    r"|(?<!\w)[-−–](?:\d+(?:[.,]\d\d)?\s?[€$£]|[€$£]\s?\d)|save|saving|%|use\b|enter\b|apply|checkout|gift|zip|post(?:al)?\b|qr|referral|invit"
    r"|скидк|знижк|купон|промо",
    re.IGNORECASE,
)
"""What is said before a code that is none of the goods."""
BEFORE_A_CODE = 80
IN_PARTS = re.compile(r"[A-Z0-9]+(?:[-_./][A-Z0-9]+)+", re.IGNORECASE)


@lru_cache(maxsize=500)
def item_number(url: str) -> str:
    """The site's own number of the goods as its address names them; empty where it names none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    for pattern in IN_PATH[:-1]:
        if match := pattern.search(parts.path):
            return match[1]
    query = {name.lower(): values[0] for name, values in parse_qs(parts.query[:2_000]).items()}
    for name in IN_QUERY:
        if query.get(name, "") and re.fullmatch(r"[\w.-]{3,40}", query[name]) and any(c.isdigit() for c in query[name]):
            return query[name]
    match = IN_PATH[-1].search(parts.path)
    return match[1] if match else ""


def listing_id(url: str) -> str:
    """What a listing is known by: the number in its address's path, else the address in normal form.

    Never a number from the page's data: sellers share a maker's, and two listings must not become one.
    """
    path = urlsplit(url).path
    for pattern in IN_PATH:
        if match := pattern.search(path):
            return match[1]
    return canonical_url(url)


def shown_number(text: str) -> str:
    """The article number that a page shows behind a word for it, empty where it shows none."""
    for match in SHOWN.finditer(f"\n{text}"):
        number = match[1].strip(".-/")
        of_letters = OF_LETTERS.fullmatch(number) and len(NO_WORD.findall(number)) > 1
        if of_letters or any(c.isdigit() for c in number):
            return number
    for match in CALLED_A_CODE.finditer(f"\n{text}") if "ode" in text or "од" in text else ():
        number = match[1].strip(".-/")
        before = text[max(0, match.start() - BEFORE_A_CODE) : match.start()]
        if _looks_like_a_number(number) and not OF_A_COUPON.search(f"{before}\n{number}"):
            return number
    return ""


def _looks_like_a_number(code: str) -> bool:
    """Whether what is merely called a code has parts or is of digits mostly, as article numbers; `SUMMER25` is not."""
    digits = sum(c.isdigit() for c in code)
    return digits > 0 and (3 * digits > 2 * len(code) or IN_PARTS.fullmatch(code) is not None)


def without_label(number: str) -> str:
    """A number as it is, where a shop puts what it is called before it: `SKU: AU-40`, `UGS AU-40`."""
    label, _, rest = number.rpartition(" ")
    is_label = bool(label) and any(c.isdigit() for c in rest) and not any(c.isdigit() for c in label)
    return rest if is_label and field_of(label.strip(" :.#№")) in ("sku", "mpn", "reference") else number


def as_shown(number: str, text: str) -> str:
    """A number from the page's data or address as the page shows it to people, such as 466/7999 for 4667999.

    A line of the text counts that spells the number, or its last six or more digits, with points, hyphens or strokes
    in between. Empty where the page does not show it.
    """
    plain = re.sub(r"\W", "", number).upper()
    if len(plain) < 4:
        return ""
    for spelt, shown in _spelt(text):
        if plain == shown or (len(shown) >= 6 and shown.isdigit() and plain.endswith(shown)):
            return spelt
    return number if _stands_alone(number, text) else ""


@lru_cache(maxsize=2)
def _spelt(text: str) -> list[tuple[str, str]]:
    """The lines of a text that spell a number with signs in it, each as it stands and bare."""
    return [(spelt, re.sub(r"\W", "", spelt).upper()) for spelt in SPELT.findall(f"\n{text}\n")]


def _stands_alone(number: str, text: str) -> bool:
    """Whether a text holds a number that is no part of a longer one."""
    place = text.find(number)
    for _ in range(MAX_PLACES):
        if place < 0:
            return False
        before, after = text[place - 1 : place], text[place + len(number) : place + len(number) + 1]
        if not (before.isalnum() or before in PART_BEFORE) and not (after.isalnum() or after in PART_AFTER):
            return True
        place = text.find(number, place + 1)
    return False


def trade_number(text: str) -> str:
    """A GTIN or ISBN with a right check digit, without spaces and hyphens; empty where the text is none."""
    digits = re.sub(r"[\s-]", "", text).rstrip(".,;")
    if re.fullmatch(r"\d{8}|\d{12,14}", digits):
        total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits[:-1])))
        return digits if (10 - total % 10) % 10 == int(digits[-1]) and int(digits) else ""
    if re.fullmatch(r"\d{9}[\dXx]", digits):
        total = sum((10 - i) * (10 if d in "Xx" else int(d)) for i, d in enumerate(digits))
        return digits.upper() if total % 11 == 0 else ""
    return ""
