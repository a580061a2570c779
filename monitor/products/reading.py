"""What a number in a title may be: units that are sold, what one of them holds, or one may not know.

"Pack of 6 bottles" are six units, a box of 20 tablets is one, and of "6 strips" nobody can say.
"""

from enum import Enum, auto


class Reading(Enum):
    """What a number that stands like a count is."""

    UNITS = auto()
    """Units that are sold: the price is divided by them."""
    UNKNOWN = auto()
    """Units, if the goods are sold singly, which is not known of them."""
    DOUBT = auto()
    """Either: a person decides."""
    CONTENT = auto()
    """What one unit holds, has or makes."""
