"""Microdata and RDFa Lite: items written into the markup, as the same nodes that JSON-LD gives."""

from typing import Any, NamedTuple

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import around

MAX_ITEMS = 2_000
MAX_PROPERTIES = 5_000
MAX_STEPS = 300
"""How far up an element's item is looked for."""
Node = dict[str, Any]
STRUCK = frozenset(["s", "del", "strike"])


class Syntax(NamedTuple):
    """The attributes of a syntax."""

    scope: str
    type: str
    property: str


MICRODATA = Syntax("itemscope", "itemtype", "itemprop")
RDFA = Syntax("typeof", "typeof", "property")


def read_items(document: Document, syntax: Syntax) -> list[Node]:
    """All items that belong to no other item, each with its properties and the items in these."""
    if syntax.scope not in document.items:
        return []
    elements = document.tree.css(f":is([{syntax.scope}],[{syntax.property}])")
    if len(elements) > MAX_PROPERTIES:
        document.problems.append(f"{syntax.property}: more than {MAX_PROPERTIES} elements")
    owners: dict[int, Node] = {}
    top: list[Node] = []
    for element in elements[:MAX_PROPERTIES]:
        attributes = element.attributes
        owner = _owner(element, owners)
        names = (attributes.get(syntax.property) or "").split()
        value: object = None
        if syntax.scope in attributes:
            item: Node = {"@type": (attributes.get(syntax.type) or "").split()}
            value = item
            if attributes.get("itemid"):
                item["@id"] = attributes["itemid"]
            owners[element.mem_id] = item
            if not names or owner is None:
                top.append(item)
        if owner is None or not names:
            continue
        if value is None:
            value = _value(element, attributes)
        for name in names[:5]:
            if name == "price" and _is_struck(element):
                name = "struckprice"  # noqa: PLW2901 - a price that is crossed out is another property
            _add(owner, name, value)
    return top[:MAX_ITEMS]


def _owner(element: LexborNode, owners: dict[int, Node]) -> Node | None:
    """The item in which the element stands."""
    for one in around(element.parent, MAX_STEPS):
        if one.mem_id in owners:
            return owners[one.mem_id]
    return None


def _add(item: Node, name: str, value: object) -> None:
    """A first value stands alone, more of them make a list."""
    if name not in item:
        item[name] = value
    elif isinstance(item[name], list):
        if len(item[name]) < 200:
            item[name].append(value)
    else:
        item[name] = [item[name], value]


def _value(element: LexborNode, attributes: dict[str, str | None]) -> str:
    """What an element says by the rules of HTML; `content` wins wherever it stands, as on most sites."""
    content = attributes.get("content")
    if content is not None and (content.strip() or element.tag == "meta"):
        return " ".join(content.split())[:20_000]
    for name in ("resource", "src", "href", "data", "datetime", "value"):
        value = attributes.get(name)
        if value and not (name in ("href", "resource") and element.tag == "a" and _has_words(element, attributes)):
            return value
    return squeeze(element.text(separator=" "), 5_000)


def _has_words(element: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether a link names a thing with its text, such as a brand, and is not the thing's address."""
    names = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}".split()
    return not {"url", "image", "sameAs", "availability", "itemCondition"} & set(names) and bool(
        element.text(strip=True)[:1]
    )


def _is_struck(element: LexborNode) -> bool:
    return any(one.tag in STRUCK for one in around(element, 3))
