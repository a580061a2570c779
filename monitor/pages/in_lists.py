"""Links that stand in a list between links to goods, whatever their addresses look like."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from selectolax.lexbor import LexborNode

from monitor.pages.document import attribute
from monitor.pages.marks import around

FEWEST = 3
"""Links to goods that make a list one of goods."""
STEPS = 5
"""How far up the entry of a list is looked for around its link."""
IN_MENUS = frozenset(["nav", "header", "footer"])
STEPS_TO_A_MENU = 12
Place = tuple[int, str, tuple[str, ...]]
"""What entries of one list share: what holds the list, the entry's class, and the tags from the link up to it."""


def beside_goods(links: Sequence[tuple[LexborNode, str]], goods: Collection[str], others: Collection[str]) -> list[str]:
    """The addresses of `others`, in page order, in entries of lists of which three or more others lead to `goods`.

    Such an entry is built as the others are and holds no link to goods itself; menus are no such lists.
    """
    if len(goods) < FEWEST or not others:
        return []
    entries: dict[Place, set[int]] = defaultdict(set)
    held: set[int] = set()
    for link, address in links:
        if address in goods and not _is_in_menu(link):
            for place, entry in _entries(link):
                entries[place].add(entry)
                held.add(entry)
    lists = {place for place, found in entries.items() if len(found) >= FEWEST}
    if not lists:
        return []
    return [
        address
        for link, address in links
        if address in others
        and any(place in lists and entry not in held for place, entry in _entries(link))
        and not _is_in_menu(link)
    ]


def _entries(link: LexborNode) -> Iterator[tuple[Place, int]]:
    """What may be the entry of a list around a link: its place, and which element it is."""
    tags: tuple[str, ...] = ()
    for node in around(link, STEPS):
        tags = (*tags, node.tag or "")
        if node.parent is not None:
            first = (attribute(node, "class").split() or [""])[0]
            yield (node.parent.mem_id, first, tags), node.mem_id


def _is_in_menu(link: LexborNode) -> bool:
    return any(node.tag in IN_MENUS for node in around(link, STEPS_TO_A_MENU))
