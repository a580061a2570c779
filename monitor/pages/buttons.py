"""What a button does, by what it shows or is named, in the words of `buttons.toml`."""

import re
from functools import lru_cache

from monitor.pages.said import words

BUY, BID = (re.compile("|".join(words("buttons", name))) for name in ("buy", "bid"))
WHOLE = frozenset(words("buttons", "whole"))
EDGES = " !.»›>→+"


@lru_cache(maxsize=5_000)
def does(said: str, shown: str) -> str:
    """What a button does: `buy`, `bid`, or nothing of both. `said` are its names and all that it shows."""
    said = said.lower()
    if BUY.search(said) or shown.strip(EDGES).lower() in WHOLE:
        return "buy"
    return "bid" if BID.search(said) else ""
