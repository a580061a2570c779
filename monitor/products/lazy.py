"""Patterns that are compiled when they are first used: compiling all takes longer than to load what else is here."""

import re
from typing import Any, cast


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later; a mistake in it is told when it is used."""
    return cast("re.Pattern[str]", _Later(source, flags))


class _Later:
    """Becomes what it stands for: from its first use its methods are those of the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._asked = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(*self._asked)
        self.__dict__ |= {known: getattr(compiled, known) for known in dir(compiled) if not known.startswith("_")}
        return getattr(compiled, name)
