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
COMPANY = (
    r"(?:gmbh|ag|se|inc|llc|ltd|limited|corp|corporation|co|b\.?v|s\.?\s?[àa]\.?\s?r\.?\s?l|s\.?r\.?l|s\.?p\.?a|s\.?a\.?s?|oü|ab"
    r"|有限公司|株式会社)"
)
"""What the name of a company ends with."""
LINES_OF_ONE = 8
"""How far below the name of a company what is told is told of it."""
NO_VALUE = re.compile(r"^(?:select|choose|wähle|bitte|choisi|elige|scegli|see |your )", re.IGNORECASE)
MAX_TEXT = 200_000
MAX_HEADING = 80
LINES_BELOW = 20
"""How far below the seller's name, or a heading that speaks of the seller, what is told is told of him."""


def read_imprint(
    document: Document, *, everywhere: bool, sellers: Collection[str] = (), site: str = ""
) -> dict[str, str]:
    """What the page shows of the seller's standing, by field; of a page of goods only where its words hint at it.

    What a site says of itself at its foot is nobody else's. Where `sellers` are named, only what stands below a name of
    theirs, or below a heading that speaks of the seller, is told of them: any other imprint is the marketplace's. So it
    is on all pages of goods of a marketplace, and what stands below a company that bears its name (`site`) is of nobody
    else on any page: marketplaces tell the same of themselves on the pages of all their sellers.
    """
    if not everywhere and not any(words in document.lower_text for words in TRIGGERS):
        return {}
    text = _without_foot(document)
    if site:
        text = _without_company(text, site)
    if (sellers or site) and not everywhere:
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


def _without_company(text: str, name: str) -> str:
    """The text without the lines that name a company of this name, and what they are followed by, up to another's."""
    between = r"(?:\.[a-z]{2,3})?(?:\s[A-ZÀ-Þ][\w.&-]{0,30}){0,3},?\s"
    company = re.compile(rf"(?<!\w)(?i:{re.escape(name)}){between}(?i:{COMPANY})(?!\w)")
    if not company.search(text):
        return text
    kept: list[str] = []
    near = 0
    for line in text.split("\n"):
        if company.search(line):
            near = LINES_OF_ONE
            if kept and LABELLED["legal_name"].match(f"\n{kept[-1]}\n{line}"):  # its label on a line of its own
                kept.pop()
        elif near and (
            (len(line) <= MAX_HEADING and OF_THE_SELLER.search(line)) or LABELLED["legal_name"].search(f"\n{line}")
        ):
            near = 0
        if near:
            near -= 1
        else:
            kept.append(line)
    return "\n".join(kept)


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
