"""The photos of the goods as the page shows them: those that stand around the main heading."""

import re

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute
from monitor.pages.marks import around, marks_in, names_of

STEPS_UP = 6
NEAR = 4
"""How far up from an image it is looked for what holds photos of the goods."""
MOST = 30
ADDRESSES = ("data-zoom-image", "data-large", "data-src", "data-original", "src")
NO_PHOTO = re.compile(r"logo|icon|sprite|avatar|pixel|flag|badge|banner|placeholder|spinner|rating|star", re.IGNORECASE)
OF_GOODS = re.compile(
    r"(?:product|goods|item|offer|main|artikel|produ[ck]t[oi]?|produit|prodotto)[-_]*(?:image|img|photo|foto|pic|bild|picture)"
    r"|(?:^|[\s_-])(?:gallery|zoom|hero-?(?:image|img))",
    re.IGNORECASE,
)
"""Names of what holds a photo of the goods."""
GOES_ON = re.compile(rf"(?:{NO_PHOTO.pattern})(?![a-z])[\W\d_]*[a-z]{{3,}}", re.IGNORECASE)
"""A name of a file with a word behind that of a sign."""
OF_A_SIGN = re.compile(
    rf"(?:{NO_PHOTO.pattern})(?![a-z])(?:[\W\d_]*(?:white|black|gr[ae]y|gold|silver|dark|light|colou?r|invert(?:ed)?"
    r"|inverse|negative|mono|transparent|retina|small|large|mobile|desktop|horizontal|vertical|square|round|full|main"
    r"|header|footer|site|shop|store|brand|web|print|new|final|copy|default|img|image)(?![a-z]))+[\W\d_]*$",
    re.IGNORECASE,
)
"""A name of a file that ends in a sign and what versions of signs are called by: `logo-white`."""
DRAWING = re.compile(r"^data:|\.svg(?:$|\?)|\.gif(?:$|\?)", re.IGNORECASE)
LEAST_SIDE = 100


def read_pictures(document: Document) -> list[str]:
    """Addresses of the photos in the smallest part of the page that holds both the main heading and a photo."""
    headings = document.headings[:1]
    for node in around(headings[0] if headings else None, STEPS_UP):
        if node.tag == "html":
            break
        images = node.css("img")[: MOST * 3]
        if node.tag == "body":  # as large as the page: decoration too
            below = _right_below(headings[0])
            images = [image for image in images if image.mem_id == below or _shows_the_goods(image, document)]
        found = [address for image in images if (address := _photo(image, document))]
        if found:
            return list(dict.fromkeys(found))[:MOST]
    return []


def _right_below(heading: LexborNode) -> int | None:
    """The image that is the next part of the page behind the heading, by its `mem_id`."""
    other = heading.next
    while other is not None and other.tag == "-text" and not other.text(strip=True):
        other = other.next
    return other.mem_id if other is not None and other.tag == "img" else None


def _shows_the_goods(image: LexborNode, document: Document) -> bool:
    """Whether an image is named after goods or their photos, or described with the words of the main heading."""
    if OF_GOODS.search(names_of(image)) or (image.parent is not None and OF_GOODS.search(names_of(image.parent))):
        return True
    said = attribute(image, "alt").lower()[:200]
    return len(said) > 2 and (said in document.h1.lower() or document.h1.lower() in said)


def _is_of_goods(image: LexborNode, address: str, document: Document) -> bool:
    """Whether an image whose file is named after a logo or star shows goods so called.

    By a description that names the goods and no such sign beside them; or by its place, where it opens itself or its
    file's name goes on behind the sign, `logo-shirt.jpg`, as that of a sign alone does not, `acme-logo-white.png`.
    """
    said, heading = attribute(image, "alt").lower()[:400], document.h1.lower()
    if NO_PHOTO.search(said.replace(heading, " ", 1) if heading else said):
        return False
    if heading and heading in said:
        return True
    name = address.rsplit("/", 1)[-1].partition("?")[0].rpartition(".")[0]
    named = any(sign in heading for sign in NO_PHOTO.findall(name.lower()))  # `logo-black.jpg` of a `Logo tee black`
    goes_on = GOES_ON.search(name) is not None and (named or OF_A_SIGN.search(name) is None)
    places = list(around(image, NEAR))
    opens = any(node.tag == "a" and attribute(node, "href") and _leads_to_picture(node) for node in places)
    return (opens or goes_on) and any(OF_GOODS.search(names_of(node)) for node in places)


def _photo(image: LexborNode, document: Document) -> str:
    """The address of an image that may be a photo of the goods, or an empty text."""
    address = next((text for name in ADDRESSES if (text := attribute(image, name))), "")
    if not address or DRAWING.search(address) or NO_PHOTO.search(names_of(image)):
        return ""
    if NO_PHOTO.search(address.rsplit("/", 1)[-1]) and not _is_of_goods(image, address, document):
        return ""
    for name in ("width", "height"):
        size = attribute(image, name)
        if size.isdigit() and len(size) < 6 and int(size) < LEAST_SIDE:
            return ""
    parent = image.parent
    for _ in range(STEPS_UP):
        if parent is None or marks_in(names_of(parent)) & 4 or parent.tag in ("nav", "header", "footer"):
            break
        if parent.tag == "a" and not _leads_to_picture(parent):
            return ""
        parent = parent.parent
    else:
        parent = None
    stays = parent is None or parent.tag in ("body", "html")
    return document.absolute(address) if stays else ""


def _leads_to_picture(link: LexborNode) -> bool:
    """A link around a photo that opens the photo itself; any other leads to other goods."""
    address = attribute(link, "href").split("?")[0].lower()
    return not address or address.startswith("#") or address.endswith((".jpg", ".jpeg", ".png", ".webp"))
