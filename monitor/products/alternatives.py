"""Long lists of alternatives as patterns that are quick to try."""

import re

WORD_BORDER = r"\b"


def any_of(pattern: str) -> re.Pattern[str]:
    """The alternatives of a pattern, with those that begin at a word's border tried only where there is one."""
    alternatives = top_level(pattern)
    at_border = [one.removeprefix(WORD_BORDER) for one in alternatives if one.startswith(WORD_BORDER)]
    others = [one for one in alternatives if not one.startswith(WORD_BORDER)]
    if at_border:
        others.insert(0, rf"\b(?:{'|'.join(at_border)})")
    return re.compile("|".join(others))


def top_level(pattern: str) -> list[str]:
    """A pattern's alternatives outside of all brackets."""
    found, depth, start, in_class = [], 0, 0, False
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]
