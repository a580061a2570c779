"""The channels, found by being there: each module of this package with a subclass of Channel that has a name."""

import importlib
import pkgutil
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
        raise ConfigurationError(f"there is no channel {name!r}; known are: {', '.join(channels())}")
    return channels()[name]
