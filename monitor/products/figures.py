"""Figures of a device that its name leaves out: the watts of a motor and the litres of a tank tell no other device."""

import re
from collections.abc import Collection

from monitor.products.kinds import devices_in
from monitor.products.texts import Text
from monitor.products.traits import SIZE, UNIT
from monitor.products.words import words

UNITS = frozenset({"w", "l"})
HINT = re.compile(r"\d[\s-]?(?:w|[mcd]?l|вт|м?л|毫?升)")
"""Whether such a figure may be there, which is quick to see."""


def left_out(listing: Text, product: Text, catalogue: Collection[Text]) -> frozenset[str]:
    """The words of a listing that are but such figures of a product; none where these may tell it from a sister.

    They may where the name of the product, or that of another device of its kind in `catalogue`, has a figure of the
    unit: of two kettles, one of them of 1.7 l, no title with litres means the other.
    """
    folded = listing.numbers.writing.folded
    if not HINT.search(folded):
        return frozenset()
    units = UNITS & listing.traits.sizes.keys()
    if not units or not (kinds := devices_in(product.title)):
        return frozenset()
    for other in catalogue:
        if not units.isdisjoint(other.traits.sizes) and not kinds.isdisjoint(devices_in(other.title)):
            units -= other.traits.sizes.keys()
    found = [one for one in SIZE.finditer(folded) if UNIT.get(one[4], (one[4],))[0] in units]
    rest = folded
    for one in reversed(found):
        rest = f"{rest[: one.start()]} {rest[one.end() :]}"
    return frozenset(word for one in found for word in words(one[0])).difference(words(rest))
