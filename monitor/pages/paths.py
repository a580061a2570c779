"""State read by the marketplace's own rules: where in it the listings of a result page, or the product, are.

A path is the names on the way, with points between: `prices.salePrice.minPrice`; a number picks from a list. The first
name of a rule may stand at any depth, as sites wrap their state in ever new layers.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.rules import Rules
from monitor.pages.state import values_of, walk
from monitor.pages.tiers import put_fewest, put_tiers, tiers_in

MAX_ENTRIES = 400
MAX_IMAGES = 50
Paths = str | Sequence[str]


def read_entries(document: Document, rules: Rules) -> list[Draft]:
    """The listings in the state of a result page, in its order; an entry without a title is none."""
    drafts: list[Draft] = []
    for path in _all(rules.entries):
        for entry in _entries(document, rules, path.split(".")):
            draft = Draft("state")
            for name, paths in rules.entry_fields.items():
                _put(draft, name, entry, paths)
            if draft.get("title"):
                drafts.append(draft)
            if len(drafts) >= MAX_ENTRIES:
                return drafts
        if drafts:
            break
    return drafts


def read_product(document: Document, rules: Rules) -> Draft:
    """What the rules find of a product in the page's state."""
    draft = Draft("state")
    if not rules.state_fields:
        return draft
    for _, value in values_of(document, rules.state):
        for node, _ in walk(value, ""):
            for name, paths in rules.state_fields.items():
                if name not in draft.fields:
                    _put(draft, name, node, paths)
    return draft


def _entries(document: Document, rules: Rules, names: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for _, value in values_of(document, rules.state):
        for node, _ in walk(value, ""):
            if names[0] in node:
                found = _follow(node, names)
                for one in found if isinstance(found, list) else ():
                    if isinstance(one, dict):
                        yield one


def _put(draft: Draft, name: str, node: Mapping[str, Any], paths: Paths) -> None:
    """Note the first text or number that a path leads to."""
    for path in _all(paths):
        names = path.split(".")
        found = _follow(node, names) if names[0] in node else None
        if found is None:
            continue
        if name == "images":
            draft.images.extend(_pictures(found))
            if draft.images:
                return
        elif name == "tiers":
            put_tiers(draft, tiers_in(found), path)
        elif name == "min_quantity":
            put_fewest(draft, found)
        else:
            draft.put(name, str(found).lower() if isinstance(found, bool) else found, path)
            if name in draft.fields:
                return


def _follow(node: object, names: Sequence[str]) -> object:
    for name in names:
        if isinstance(node, dict):
            node = node.get(name)
        elif isinstance(node, list) and name.isdigit() and int(name) < len(node):
            node = node[int(name)]
        else:
            return None
    return node


def _pictures(found: object) -> list[str]:
    """Addresses: a text, a list of texts, or a list of objects that name one."""
    if isinstance(found, str):
        return [found] if found else []
    if not isinstance(found, list):
        return []
    texts = [one.get("url") or one.get("src") if isinstance(one, dict) else one for one in found[:MAX_IMAGES]]
    return [text for text in texts if isinstance(text, str) and text]


def _all(paths: Paths) -> Sequence[str]:
    return ([paths] if paths else []) if isinstance(paths, str) else paths
