"""State of Nuxt 3: one flat list in which each value names its parts by their places.

`[{"product": 1}, {"name": 2, "price": 3}, "Watch", 12.5]` says `{"product": {"name": "Watch", "price": "12.5"}}`.
"""

import json

FLAT = "__NUXT_DATA__"
MAX_OBJECTS = 5_000
MAX_PARTS = 100
MAX_DEPTH = 4
MAX_VALUES = 200_000
WRAPPERS = frozenset(["Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "NuxtError"])
DECODER = json.JSONDecoder(parse_float=str, parse_constant=str, strict=False)


def flattened(text: str) -> object:
    """Every object of a flat list with its parts in place, the outer before the inner; None where it is none.

    Numbers are text, as everywhere in the state. A part that lies deeper than four levels below its object is left out.
    """
    try:
        flat = DECODER.decode(text.strip())
    except (ValueError, RecursionError):
        return None
    if not isinstance(flat, list):
        return None
    reader = _Reader(flat)
    objects = [place for place, value in enumerate(flat) if isinstance(value, dict)][:MAX_OBJECTS]
    return [reader.value(place, 0) for place in objects]


class _Reader:
    def __init__(self, flat: list[object]) -> None:
        self._flat = flat
        self._left = MAX_VALUES

    def value(self, place: object, depth: int) -> object:
        """What stands at a place, with its parts."""
        self._left -= 1
        if not isinstance(place, int) or isinstance(place, bool) or self._left < 0:
            return None
        found = self._flat[place] if 0 <= place < len(self._flat) else None
        if isinstance(found, (dict, list)) and depth > MAX_DEPTH:
            return None
        if isinstance(found, dict):
            return {key: self.value(inner, depth + 1) for key, inner in list(found.items())[:MAX_PARTS]}
        if isinstance(found, list):
            if found and isinstance(found[0], str):
                return self.value(found[1], depth + 1) if found[0] in WRAPPERS and len(found) > 1 else None
            return [self.value(inner, depth + 1) for inner in found[:MAX_PARTS]]
        return str(found) if isinstance(found, int) and not isinstance(found, bool) else found
