"""What a button does, by what it shows or is named, in the words of `buttons.toml`."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_languages = tomllib.loads((files("monitor.pages") / "buttons.toml").read_text("utf-8")).values()
BUY, BID = (
    re.compile("|".join(word for words in _languages for word in words.get(name, ()))) for name in ("buy", "bid")
)
WHOLE = frozenset(word for words in _languages for word in words.get("whole", ()))
EDGES = " !.»›>→+"


@lru_cache(maxsize=5_000)
def does(said: str, shown: str) -> str:
    """What a button does: `buy`, `bid`, or nothing of both. `said` are its names and all that it shows."""
    said = said.lower()
    if BUY.search(said) or shown.strip(EDGES).lower() in WHOLE:
        return "buy"
    return "bid" if BID.search(said) else ""
