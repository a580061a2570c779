"""Nodes of schema.org, however a page writes them: names, types, lists and texts."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

Node = Mapping[str, Any]
"""An object of JSON or of microdata. Code asks whether it is a `dict`: to ask for a mapping costs ten times as much."""
MAX_ENTRIES = 500
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
"""What systems leave in data that is no HTML: `Kotka &ndash; board game`."""


def lower(node: Node) -> dict[str, Any]:
    """The node with its names in lower case and without a vocabulary's prefix."""
    return {
        str(k).rsplit("/", 1)[-1].removeprefix("schema:").lower() if k[:1] != "@" else k: v for k, v in node.items()
    }


def types_of(node: Node) -> set[str]:
    """The node's types in lower case, without the vocabulary."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return {str(n).rsplit("/", 1)[-1].rsplit("#", 1)[-1].removeprefix("schema:").lower() for n in names[:20] if n}


def as_list(value: object) -> list[Any]:
    """A value as a list of at most 500 entries; None is an empty list."""
    if value is None:
        return []
    return value[:MAX_ENTRIES] if isinstance(value, list) else [value]


def text_of(value: object, depth: int = 0) -> str:
    """The text of a value: of a list its first, of an object its value, name or @id; entities of HTML are resolved."""
    if value is None or depth > 4:
        return ""
    if isinstance(value, str):
        return (ENTITY.sub(lambda found: unescape(found[0]), value) if "&" in value else value).strip()
    if isinstance(value, list):
        return next((text for text in (text_of(entry, depth + 1) for entry in value[:20]) if text), "")
    if isinstance(value, dict):
        return next((t for t in (text_of(value.get(k), depth + 1) for k in ("@value", "value", "name")) if t), "")
    return "" if isinstance(value, bool) else str(value).strip()


def last_step(value: object) -> str:
    """The last step of a schema.org address (`https://schema.org/SalePrice`), in lower case."""
    return text_of(value).replace("#", "/").rsplit("/", 1)[-1].lower()
