"""A brand's drawings (SVG) as pictures: drawn alone, with nothing fetched, run or read from this machine but fonts.

Only assets, which the brand itself put into its folder, come here; a listing's SVG is never read.
"""

import re

import resvg_py
from lxml import etree

from monitor.images.container import ImageProblem

LONG_SIDE = 1024
MAX_BYTES = 5_000_000
LONGEST = 50
"""A drawing may be so many times longer than wide."""
WITHIN = re.compile(r"#|data:image/(png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
LEFT_OUT = frozenset({"script", "foreignObject"})
MOST_SHAPES = 20_000
"""So many shapes a drawing may have, with each `use` of one counted."""
LENGTH = re.compile(r"\s*(\d*\.?\d+)(px|pt|pc|mm|cm|in|em|ex)?\s*$", re.ASCII)


def as_picture(content: bytes, ground: str = "white") -> bytes:
    """The bytes of a PNG where these are an SVG drawing, on a ground, its long side 1024 pixels; others as they are.

    Scripts are left out. Raises ImageProblem for a drawing that is broken, or refers to what lies outside of it.
    """
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.startswith(b"<") or b"<svg" not in content[:65_536]:
        return content
    if len(content) > MAX_BYTES:
        raise ImageProblem(f"is a drawing of more than {MAX_BYTES} bytes")
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities="internal", no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as failure:
        raise ImageProblem(f"is a broken drawing ({failure.msg})") from failure
    _alone(root)
    if _shapes(root, {str(one.get("id")): one for one in root.iterfind(".//*[@id]")}, {}) > MOST_SHAPES:
        raise ImageProblem(f"is a drawing of more than {MOST_SHAPES} shapes")
    wide, high = _sides(root)
    if not 1 / LONGEST <= wide / high <= LONGEST:
        raise ImageProblem("is a drawing much too long")
    try:
        return resvg_py.svg_to_bytes(
            svg_string=etree.tostring(root, encoding="unicode"),
            background=ground,
            dpi=96,
            skip_system_fonts=root.find(".//{*}text") is None,
            width=LONG_SIDE if wide >= high else None,
            height=None if wide >= high else LONG_SIDE,
        )
    except ValueError as failure:
        raise ImageProblem(f"is a drawing that cannot be drawn ({failure})") from failure


def _alone(root: etree._Element) -> None:
    """Leave out what would run; refuse what points outside."""
    for element in list(root.iter()):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        parent = element.getparent()
        if parent is not None and (not name or name in LEFT_OUT):
            parent.remove(element)
            continue
        for key, value in element.attrib.items():
            if etree.QName(key).localname == "href" and name != "a" and not WITHIN.match(value.strip()):
                raise ImageProblem(f"is a drawing that refers to {value[:60]!r}; save it with everything in one file")


def _shapes(element: etree._Element, named: dict[str, etree._Element], known: dict[str, int]) -> int:
    """How many shapes are drawn for an element; what is named is counted once and then remembered."""
    name = str(element.get("id", ""))
    if name in known:
        return known[name]
    if name:
        known[name] = MOST_SHAPES  # should it lead back to itself
    count = 1 + sum(_shapes(child, named, known) for child in element)
    if etree.QName(element).localname == "use":
        href = next((value for key, value in element.attrib.items() if etree.QName(key).localname == "href"), "")
        target = named.get(href.strip().removeprefix("#"))
        count += _shapes(target, named, known) if target is not None and target is not element else 0
    if name:
        known[name] = count
    return min(count, MOST_SHAPES + 1)


def _sides(root: etree._Element) -> tuple[float, float]:
    """How wide and high a drawing is, in any unit."""
    found = [LENGTH.match(str(root.get(side, ""))) for side in ("width", "height")]
    view = str(root.get("viewBox", "")).replace(",", " ").split()
    sides = [float(one[1]) if one else 0.0 for one in found]
    if not all(sides) or len({one[2] for one in found if one}) > 1:
        try:
            sides = [float(side) for side in view[2:4]]
        except ValueError:
            sides = []
    if len(sides) != 2 or not all(0 < side < 1e9 for side in sides):
        raise ImageProblem("is a drawing without a size; give it a viewBox")
    return sides[0], sides[1]
