"""Patterns that are compiled when they are first used: compiling all takes longer than to load what else is here."""

import re
from threading import Lock
from typing import Any, cast

PATIENCE = 10.0
"""Seconds for which a thread waits for another one's work; in a process that was forked meanwhile nobody does it."""


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later; a mistake in it is told when it is used."""
    return cast("re.Pattern[str]", _Later(source, flags))


class _Later:
    """Becomes what it stands for: from its first use its methods are those of the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._asked = source, flags
        self._turn = Lock()

    def __reduce__(self) -> tuple[Any, ...]:
        return _Later, self._asked

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        mine = self._turn.acquire(timeout=PATIENCE)  # threads that begin together would each compile the same
        try:
            if "pattern" not in self.__dict__:
                compiled = re.compile(*self._asked)
                known = {one: getattr(compiled, one) for one in dir(compiled) if not one.startswith("_")}
                self.__dict__.update(known)
        finally:
            if mine:
                self._turn.release()
        if name not in self.__dict__:
            raise AttributeError(f"a pattern has no {name}")
        return self.__dict__[name]
