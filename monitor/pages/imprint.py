"""Who stands behind a seller, as marketplaces must show it: legal name, licence, tax number, address."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from monitor.pages.document import Document, squeeze
from monitor.records import Listing

LABELS: Mapping[str, str] = {
    "legal_name": r"business name|company name|legal (?:name|entity|business name)|trading name|geschäftsname"
    r"|firmenname|firma|unternehmensname|raison sociale|nom (?:commercial|de l'entreprise)|dénomination sociale"
    r"|ragione sociale|nome (?:commerciale|dell'azienda)|razón social|nombre (?:comercial|de la empresa)|razão social"
    r"|handelsnaam|bedrijfsnaam|公司名称|企业名称|会社名|販売業者|販売事業者|상호|юридическое (?:лицо|название)",
    "licence": r"business licen[cs]e(?: number)?|licen[cs]e number|trade regist(?:er|ration) number|registration number"
    r"|company (?:registration )?number|handelsregisternummer|registernummer|siren|siret|rcs|numéro d'immatriculation"
    r"|numero rea|registro mercantil|营业执照(?:注册号)?|统一社会信用代码|注册号|사업자등록번호|огрн",
    "vat_id": r"vat(?: (?:number|id|reg(?:istration)?(?: (?:number|no\.?))?))?|ust-?id(?:-?nr\.?)?"
    r"|umsatzsteuer-(?:id|identifikationsnummer)|numéro de tva|partita iva|p\.? ?iva|(?:número de )?iva|nif|cif"
    r"|btw-nummer|nip|cnpj|cuit|инн",
    "address": r"business address|geschäftsadresse|firmenadresse|adresse (?:commerciale|de l'entreprise)"
    r"|indirizzo (?:commerciale|dell'azienda)|dirección (?:comercial|de la empresa)|endereço comercial|bedrijfsadres"
    r"|经营地址|注册地址|公司地址|所在地|住所|사업장 소재지|юридический адрес",
    "country": r"(?:business )?country(?:/region)?|land|pays|paese|país|国家/地区|国家|registered in|location",
}
LABELLED = {
    field: re.compile(rf"\n[ \t]{{0,3}}(?:{pattern})\s{{0,3}}(?:[:：]|\n)\s{{0,3}}([^\n]{{2,200}})", re.IGNORECASE)
    for field, pattern in LABELS.items()
}
TRIGGERS = (
    "vat number",
    "vat reg",
    "vat id",
    "business name",
    "registration number",
    "ust-id",
    "handelsregister",
    "geschäftsname",
    "siret",
    "partita iva",
    "razón social",
    "营业执照",
)
"""Where a page of goods holds none of these, it tells nothing of its seller's standing."""
FOOT = "footer,[role=contentinfo],[class*=footer i],[id*=footer i]"
"""Where a site speaks of itself."""
OF_THE_SELLER = re.compile(
    r"seller|merchant|vendor|verkäufer|händler|vendeur|venditore|vendedor|verkoper|sprzedawc|продав|卖家|商家|店铺|出品者|販売"
    r"|판매자|satıcı",
    re.IGNORECASE,
)
OF_THE_SITE = re.compile(
    r"impressum|imprint|legal notice|mentions légales|aviso legal|note legali|colofon|about us|über uns|privacy"
    r"|datenschutz"
    r"|\bagb\b|terms|copyright|©|会社概要|关于我们",
    re.IGNORECASE,
)
NO_VALUE = re.compile(r"^(?:select|choose|wähle|bitte|choisi|elige|scegli|see |your )", re.IGNORECASE)
MAX_TEXT = 200_000
MAX_HEADING = 80
LINES_BELOW = 20
"""How far below the seller's name, or a heading that speaks of the seller, what is told is told of him."""


def read_imprint(document: Document, *, everywhere: bool, sellers: Collection[str] = ()) -> dict[str, str]:
    """What the page shows of the seller's standing, by field; of a page of goods only where its words hint at it.

    What a site says of itself at its foot is nobody else's. Where `sellers` are named, only what stands below a name of
    theirs, or below a heading that speaks of the seller, is told of them: any other imprint is the marketplace's.
    """
    if not everywhere and not any(words in document.lower_text for words in TRIGGERS):
        return {}
    text = _without_foot(document)
    if sellers and not everywhere:
        text = _below(text, sellers)
    found = {field: match[1] for field, pattern in LABELLED.items() if (match := pattern.search(f"\n{text}"))}
    if not everywhere and not {"legal_name", "licence", "vat_id"} & found.keys():
        return {}
    told = {field: squeeze(value, 300).strip(" :：") for field, value in found.items()}
    return {field: value for field, value in told.items() if not NO_VALUE.search(value)}


def _without_foot(document: Document) -> str:
    """The page's text without what stands at the foot of all its pages."""
    text = document.text[:MAX_TEXT]
    for node in document.tree.css(FOOT)[:20]:
        if foot := node.text(separator="\n", strip=True, skip_empty=True)[:MAX_TEXT]:
            text = text.replace(foot, "")
    return text


def _below(text: str, sellers: Collection[str]) -> str:
    """The lines of a text below those that name the seller or speak of him in a few words."""
    names = {name.casefold() for name in sellers if name}
    kept: list[str] = []
    near = 0
    for line in text.split("\n"):
        if len(line) <= MAX_HEADING and (OF_THE_SELLER.search(line) or line.casefold().strip() in names):
            near = LINES_BELOW
        elif len(line) <= MAX_HEADING and OF_THE_SITE.search(line):
            near = 0
        elif near:
            near -= 1
            kept.append(line)
    return "\n".join(kept)


def told_of_seller(listing: Listing, standing: Mapping[str, str]) -> Listing:
    """A listing with what its page shows of the seller's standing, as attributes such as `seller legal name`."""
    said = {f"seller {field.replace('_', ' ')}": text for field, text in standing.items()}
    return replace(listing, attributes={**listing.attributes, **said}) if said else listing
