"""What looks like a model number and is none: norms, classes and standard sizes that many makers' goods share.

"Cat6", "FFP2", "E27" and "Omega-3" say what the goods are like, as the words of a name do; which ones there are is
data, in `norms.toml`.
"""

import re
from functools import lru_cache

from monitor.products.data import data

KEPT = 8192
"""Whether it is a norm is kept of so many numbers."""


def _any_of(rows: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(row.replace(" | ", "|") for row in rows.values()))


_table = data("norms.toml")
NORMS, SIZES = _any_of(_table["norms"]), _any_of(_table["sizes"])


@lru_cache(maxsize=KEPT)
def is_norm(code: str, piece: str) -> bool:
    """Whether a compact number is a norm, or a standard size by the signs with which the title writes it."""
    return NORMS.fullmatch(code) is not None or SIZES.fullmatch(piece) is not None
