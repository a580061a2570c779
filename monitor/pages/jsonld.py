"""JSON-LD: all nodes of all blocks of a page, also from blocks that are not quite JSON."""

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from monitor.pages.document import Document

MAX_BLOCK = 5_000_000
MAX_BLOCKS = 200
MAX_DEPTH = 100
MAX_NODES = 2_000
Node = dict[str, Any]

DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)
COMMENT = re.compile(
    r"^\s*+(?:/\*.{0,2000}?\*/|//[^\n]*\n|<!--|<!\[CDATA\[)|(?:-->|\]\]>|/\*[^*]{0,40}\*/|//\s*+\]\]>)[\s;]*+$",
    re.DOTALL,
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
STRAY_COMMA = re.compile(r"([{\[,])(\s*,)+")
MISSING_COMMA = re.compile(r'([}\]"])(\s++)(?=["{])')
BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])|\\u(?![0-9a-fA-F]{4})')


def read_jsonld(document: Document) -> list[Node]:
    """Every JSON-LD object of the page that stands on its own: of lists, of `@graph`, of several blocks."""
    nodes: list[Node] = []
    blocks = [script for script in document.scripts if "ld+json" in script.type]
    if len(blocks) > MAX_BLOCKS:
        document.problems.append(f"json-ld: {len(blocks)} blocks, {MAX_BLOCKS} were read")
    for block in blocks[:MAX_BLOCKS]:
        try:
            nodes.extend(_top(loads(block.text)))
        except ValueError as wrong:
            document.problems.append(f"json-ld: {wrong}")
        if len(nodes) > MAX_NODES:
            document.problems.append(f"json-ld: more than {MAX_NODES} objects")
            break
    return nodes[:MAX_NODES]


def loads(text: str) -> object:
    """The value of a JSON text; numbers stay text, so that no digit is lost. Mends what sites often get wrong.

    Raises ValueError, whose text says why, for what cannot be mended, is too long or is nested too deeply.
    """
    if len(text) > MAX_BLOCK:
        raise ValueError(f"a block of more than {MAX_BLOCK // 1_000_000} MB")
    try:
        return _strict(text)
    except ValueError:
        pass
    except RecursionError:
        raise ValueError("nested too deeply") from None
    for read, mended in _mended(text):
        try:
            return read(mended)
        except ValueError:
            continue
        except RecursionError:
            raise ValueError("nested too deeply") from None
    raise ValueError("a block that is not JSON")


def _strict(text: str) -> object:
    return DECODER.decode(text)


def _first(text: str) -> object:
    """The value with which a text begins, whatever follows."""
    start = min((place for place in (text.find("{"), text.find("[")) if place >= 0), default=0)
    return DECODER.raw_decode(text, start)[0]


def _mended(text: str) -> Iterator[tuple[Callable[[str], object], str]]:
    """The text with one more mistake mended each time, and how to read it."""
    text = text.strip().lstrip("\ufeff").rstrip("; \n\t\r")
    yield _strict, text
    for _ in range(3):
        text = COMMENT.sub("", text).strip()
    if "&quot;" in text[:2_000]:
        text = html.unescape(text)
    text = BAD_ESCAPE.sub("", STRAY_COMMA.sub(r"\1", TRAILING_COMMA.sub(r"\1", text)))
    yield _strict, text
    yield _strict, MISSING_COMMA.sub(r"\1,\2", text)
    yield _first, text
    for end in ("}", "]}", "}}", "}]"):
        yield _strict, text + end


def _top(value: object, depth: int = 0) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for entry in value[:MAX_NODES]:
            yield from _top(entry, depth + 1)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if isinstance(graph, (list, dict)):
            yield from _top(graph, depth + 1)
        if "@type" in value or (graph is None and value):
            yield value
