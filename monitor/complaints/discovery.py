"""The channels, found by being there: each module of this package with a subclass of Channel that has a name."""

import importlib
import pkgutil
from difflib import get_close_matches
from functools import cache

import monitor.complaints as package
from monitor.complaints.base import Channel
from monitor.errors import ConfigurationError


@cache
def channels() -> dict[str, Channel]:
    """All channels by name."""
    found: dict[str, Channel] = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(package.__path__)):
        for thing in vars(importlib.import_module(f"{package.__name__}.{module}")).values():
            if isinstance(thing, type) and issubclass(thing, Channel) and thing.__module__.endswith(f".{module}"):
                if not getattr(thing, "name", ""):
                    continue
                if thing.name in found:
                    raise ConfigurationError(f"two channels are named {thing.name}; give each its own name")
                found[thing.name] = thing()
    return found


def channel(name: str) -> Channel:
    """The channel of a name. Raises ConfigurationError."""
    if name not in channels():
        meant = " or ".join(_near(name))
        raise ConfigurationError(
            f"there is no channel {name!r}; {f'is {meant} meant? ' if meant else ''}known are: {', '.join(channels())}"
        )
    return channels()[name]


def _near(name: str) -> list[str]:
    """The channels that a name may mean: it is a word of theirs or of their title, or a slip of one."""
    wanted = name.strip().casefold()
    words = {one: {*one.split("_"), *way.title.casefold().split()} for one, way in channels().items()}
    said = [one for one, known in words.items() if wanted in known]
    return said or get_close_matches(wanted, list(channels()), n=2)
