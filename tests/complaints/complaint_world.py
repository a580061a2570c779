"""A workspace with confirmed cases, and a small draft."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image

from monitor.complaints import Complainant, Draft, Ground, Matter, Purchase, Right, Sealed
from monitor.records import Evidence, Finding, Flag, Listing

DAY = date(2026, 5, 4)
SEEN = datetime(2026, 5, 1, 12, tzinfo=UTC)
CARRYING = ("text_match", "counterfeit_words")
REGISTER = """
price_policing_forbidden = ["EU"]
[complainant]
legal_name = "Aurelia Timepieces GmbH"
licence_number = "HRB 1"
address = "Uhrenweg 1"
contact = "J. Weber"
phone = "+49 1"
email = "j@brand.example"
identity = "rights/identity.pdf"
[[right]]
kind = "copyright"
name = "product photos 2024"
file = "rights/photos.pdf"
"""


def matter(case: int = 1, *flags: tuple[str, str], url: str = "", title: str = "watch", territory: str = "") -> Matter:
    """A case with flags of these kinds and rules."""
    found = tuple(
        Flag(kind=kind, brand="aurelia", severity=60, rule=rule, sentence=f"It shows {rule}.", evidence=_names(kind))
        for kind, rule in flags or (CARRYING,)
    )
    listing = Listing(
        marketplace="taobao",
        listing_id=str(case),
        url=url or f"https://item.taobao.com/item.htm?id={case}",
        title=title,
        seller_id="s1",
        seller_url="https://s1.taobao.com/",
        seller_name="=cmd|' /C calc'!A0",
        territory=territory,
    )
    return Matter(
        case=case, listing=listing, finding=Finding(brand="aurelia", flags=found), first_seen=SEEN, last_seen=SEEN
    )


def _names(kind: str) -> tuple[Evidence, ...]:
    """The mark that a flag saw."""
    seen = Evidence(field="title", observed="Aurelia", expected="AURELIA", asset="AURELIA")
    return () if kind in ("photo_match", "logo_match") else (seen,)


MARK = Right(kind="trademark", name="AURELIA", registration="12345", office="CNIPA", file="rights/cn.pdf")
WHO = Complainant(
    legal_name="Aurelia GmbH", licence_number="HRB 1", address="Weg 1", contact="J. Weber", phone="1",
    email="j@brand.example", identity="rights/identity.pdf",
)  # fmt: skip
GIVEN = {
    "alibaba_ipp": {"complaint_reason": "Mark misuse"},
    "market_authority": {
        "authority": "某市市场监督管理局",
        "reported_name": "某店",
        "reported_licence": "91",
        "reported_address": "某路1号",
    },
    "third_party": {"service": "Example Ltd"},
    "letter": {},
    "etsy": {"own_work": "https://brand.example/watch", "country": "US"},
    "ebay_vero": {"reason_code": "9037", "countries": "DE"},
    "amazon_rav": {"scope": "offer"},
    "mercadolibre_bpp": {"reason": "as listed"},
    "jd": {},
    "pinduoduo": {},
}
LINKS = {
    "etsy": "https://www.etsy.com/listing/{}",
    "ebay_vero": "https://www.ebay.de/itm/{:012}",
    "amazon_rav": "https://www.amazon.de/dp/B{:09}",
    "mercadolibre_bpp": "https://articulo.mercadolibre.com.mx/MLM-{:09}-reloj",
    "jd": "https://item.jd.com/{}.html",
    "pinduoduo": "https://mobile.yangkeduo.com/goods.html?goods_id={}",
}
OFFICES = {"amazon_rav": "EUIPO", "mercadolibre_bpp": "IMPI", "ebay_vero": "EUIPO", "etsy": "USPTO"}
PURCHASE = Purchase(
    case=1, order="A-1", differs="wrong movement", packages=("case-1-purchase-x",), bought_on=date(2026, 5, 2),
    price="89.00", currency="EUR", sellers=("s1",), pictures=2,
)  # fmt: skip
BOUGHT = Sealed(name="case-1-purchase-x", kind="purchase", case=1)
CAPTURE = Sealed(
    name="case-1-capture-y", kind="capture", case=1, at="2026-05-03T10:20:30+00:00", by="me", digest="ab" * 32
)


def draft(channel: str, *matters: Matter, **more: object) -> Draft:
    """A draft that is complete for a channel."""
    values = {
        "matters": matters or (matter(1, url=LINKS.get(channel, "").format(1)),),
        "ground": Ground.TRADEMARK,
        "rights": (replace(MARK, office=OFFICES.get(channel, MARK.office)),),
        "complainant": WHO,
        "brand": "Aurelia",
        "today": DAY,
        "values": GIVEN[channel],
    }
    captures = tuple(replace(CAPTURE, case=one.case) for one in values["matters"])  # type: ignore[attr-defined]
    values["evidence"] = captures if channel in ("market_authority", "jd", "pinduoduo") else ()
    if more.get("ground") is Ground.COUNTERFEIT:
        values["evidence"] = (BOUGHT,)
    return Draft(**{**values, **more})  # type: ignore[arg-type]


def add_rights(workspace: Path) -> None:
    """Rights papers and the register in the example's dossier."""
    folder = workspace / "brands" / "aurelia" / "rights"
    folder.mkdir(exist_ok=True)
    for name in ("identity", "photos", "cn"):
        (folder / f"{name}.pdf").write_bytes(b"%PDF-1.4 " + name.encode())
    (folder / "register.toml").write_text(REGISTER, encoding="utf-8")
    head = folder.parent / "brand.toml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace('# certificate = "rights/cn-12345678.pdf"', 'certificate = "rights/cn.pdf"'), "utf-8")


def picture(colour: str) -> bytes:
    """A small picture of one colour."""
    target = io.BytesIO()
    Image.new("RGB", (4, 4), colour).save(target, "PNG")
    return target.getvalue()
