"""What the names of an element, and of those that it stands in, say of an amount in it."""

from collections.abc import Set

from selectolax.lexbor import LexborNode

from monitor.pages.boxes import holds_more_than_old
from monitor.pages.marks import flags_of, is_discounted_price

STEPS = 12


class Standing:
    """Answers of one page, each worked out once. Names of elements that hold the main heading say nothing."""

    def __init__(self) -> None:
        self._flags: dict[int, int] = {}

    def of(self, node: LexborNode, above: Set[int]) -> int:
        """As bits: 1 old, 2 aside, 4 elsewhere, 8 hidden. `above` are the elements that hold the main heading."""
        chain = []
        current: LexborNode | None = node
        while current is not None and current.mem_id not in self._flags and current.mem_id not in above:
            chain.append(current)
            current = current.parent
            if len(chain) >= STEPS:
                current = None
        flags = self._flags.get(current.mem_id, 0) if current is not None else 0
        for depth in range(len(chain) - 1, -1, -1):
            own = flags_of(chain[depth])
            if own & 1 and depth and holds_more_than_old(chain[depth]):
                own &= ~1
            if own & 2 and is_discounted_price(chain[depth]):
                own &= ~2
            flags |= own
            if depth > 3:
                flags &= ~3
            self._flags[chain[depth].mem_id] = flags
        return flags
