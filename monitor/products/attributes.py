"""What listings say in their attributes: identifiers and pack counts under many names."""

import re
from collections.abc import Iterator

from monitor.products.identifiers import codes, compact, gtin_key, is_code
from monitor.records import Listing

GTIN_NAMES = frozenset(
    {"gtin", "gtin8", "gtin12", "gtin13", "gtin14", "ean", "ean13", "eancode", "eannummer", "upc", "upca", "upccode"}
    | {"jan", "jancode", "isbn", "isbn13", "barcode", "eanupc", "codiceean", "códigoean", "codeean"}
    | {"条形码", "商品条码", "条码", "janコード"}
)
MODEL_NAMES = frozenset(
    {"mpn", "model", "modelnumber", "modelno", "itemmodelnumber", "partnumber", "manufacturerpartnumber", "modelnummer"}
    | {"manufacturerpartno", "herstellernummer", "modellnummer", "modell", "herstellerartikelnummer", "stylecode"}
    | {"artikelnummerdesherstellers", "modèle", "numérodemodèle", "référence", "referencefabricant", "productcode"}
    | {
        "modelo",
        "númerodemodelo",
        "modello",
        "numeromodello",
        "numerodimodello",
        "型号",
        "货号",
        "型番",
        "品番",
        "모델명",
    }
)
MAKER_NAMES = frozenset(
    {"brand", "brandname", "manufacturer", "marke", "hersteller", "marque", "fabricant", "marca", "marchio"}
    | {"produttore", "fabricante", "merk", "märke", "marka", "producent", "бренд", "производитель"}
    | {"品牌", "ブランド", "メーカー", "브랜드"}
)
PACK_NAMES = frozenset(
    {"packcount", "unitsperpack", "numberinpack", "numberofitems", "itempackagequantity", "packagequantity"}
    | {"anzahlproverpackung", "quantitédanslepack", "unidadesporpaquete", "pezziperconfezione", "包装数量", "入数"}
    | {"セット数", "unidadesporkit", "numerodiarticoli"}
)
MAYBE_PACK_NAMES = frozenset({"packungsgrösse", "númerodeunidades", "liczbasztuk", "件数", "수량"})
"""What may as well be what a pack holds, or the stock."""
MOST_DOUBTED = 12
"""A higher number under such a name is mostly what one pack holds: tablets, sheets."""
ONLY_NUMBER = re.compile(
    r"\s*(\d{1,3})\s*(?:pcs?|pieces?|stück|st|er[- ]?pack|pi[eè]ces?|unidades|pezzi|szt|件|个|個|개)?\.?\s*",
    re.IGNORECASE,
)


def _values(listing: Listing, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    for name, value in listing.attributes.items():
        if compact(name) in names and value:
            yield name, value


def gtins(listing: Listing) -> tuple[str, ...]:
    """The listing's valid GTINs as 14 digits, from its own field first."""
    said = [listing.gtin, *(part for _, value in _values(listing, GTIN_NAMES) for part in re.split(r"[,;/|]", value))]
    return tuple(dict.fromkeys(key for key in map(gtin_key, said) if key))


def model(listing: Listing) -> str:
    """The model number that the listing states beside its title, or an empty string."""
    return listing.mpn or next((value[:80] for _, value in _values(listing, MODEL_NAMES)), "")


def maker(listing: Listing) -> str:
    """The maker whom the listing states beside its title, or an empty string."""
    return listing.brand or next((value[:80] for _, value in _values(listing, MAKER_NAMES)), "")


def soft_codes(listing: Listing) -> frozenset[str]:
    """Codes that help when they agree: the seller's own SKU, and the start of the description."""
    sku = compact(listing.sku)
    return codes(listing.description[:400]) | (frozenset({sku}) if is_code(sku) else frozenset())


def pack_count(listing: Listing) -> tuple[int, str]:
    """The pack count that a field or an attribute states, and where; 0 where none does."""
    if listing.pack_count:
        return listing.pack_count, "the pack count that the listing states"
    for name, value in _values(listing, PACK_NAMES):
        if (found := ONLY_NUMBER.fullmatch(value)) and int(found[1]) > 0:
            return int(found[1]), f"{name}: {value.strip()}"
    return 0, ""


def maybe_pack_count(listing: Listing) -> tuple[int, str]:
    """A small number above one that an attribute states, and that may count units, and where; 0 where there is none."""
    for name, value in _values(listing, MAYBE_PACK_NAMES):
        if (found := ONLY_NUMBER.fullmatch(value)) and 1 < int(found[1]) <= MOST_DOUBTED:
            return int(found[1]), f"{name}: {value.strip()}"
    return 0, ""
