"""The arguments that every spider understands, read from the text that `-a name=value` gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from monitor.errors import ConfigurationError
from monitor.net import host_and_port

DEFAULT_PAGES = 500
MAX_URL = 2_000
MAX_TEXT = 200


class Render(StrEnum):
    """When a page is opened in a browser: always, never, or only where it is empty without JavaScript."""

    ALWAYS = "1"
    NEVER = "0"
    AUTO = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What a crawl was asked for. `brands` empty means all; `items` 0 means no limit."""

    url: str = ""
    query: str = ""
    seller: str = ""
    brand: tuple[str, ...] = ()
    pages: int = DEFAULT_PAGES
    items: int = 0
    render: Render = Render.AUTO


def _url(name: str, text: str) -> str:
    if len(text) > MAX_URL:
        raise ConfigurationError(f"-a {name}=…: {len(text)} characters are too long for an address; give a shorter one")
    if host_and_port(text) is None:
        raise ConfigurationError(f"-a {name}={text}: this is no web address; give one such as https://shop.example/")
    if "@" in text.split("//", 1)[1].split("/", 1)[0]:
        raise ConfigurationError(f"-a {name}=…: leave the user name and password out of the address")
    return text


def _text(name: str, text: str) -> str:
    if len(text) > MAX_TEXT:
        raise ConfigurationError(f"-a {name}=…: {len(text)} characters are too many; {MAX_TEXT} are the most")
    return text


def _slugs(_name: str, text: str) -> tuple[str, ...]:
    return tuple(slug for part in text.split(",") if (slug := part.strip()))


def _count(least: int) -> Callable[[str, str], int]:
    def read(name: str, text: str) -> int:
        if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) < least:
            raise ConfigurationError(f"-a {name}={text[:40]}: give a whole number of {least} or more")
        return int(text)

    return read


def _render(name: str, text: str) -> Render:
    words = {"1": Render.ALWAYS, "true": Render.ALWAYS, "yes": Render.ALWAYS}
    words |= {"0": Render.NEVER, "false": Render.NEVER, "no": Render.NEVER, "auto": Render.AUTO}
    if text.lower() not in words:
        raise ConfigurationError(f"-a {name}={text[:40]}: give 1 (always), 0 (never) or auto")
    return words[text.lower()]


READERS: Mapping[str, Callable[[str, str], object]] = {
    "url": _url,
    "query": _text,
    "seller": _text,
    "brand": _slugs,
    "pages": _count(1),
    "items": _count(0),
    "render": _render,
}
NAMES = tuple(field.name for field in fields(Arguments))


def read_arguments(
    raw: Mapping[str, str | None], *, spider: str, unused: Mapping[str, str] = MappingProxyType({})
) -> Arguments:
    """The arguments as values. Raises ConfigurationError for an unknown name or a value that makes no sense.

    `unused` are common arguments that this spider has no use for, with the reason. A blank value counts as not given.
    """
    values: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in NAMES:
            known = ", ".join(one for one in NAMES if one not in unused)
            raise ConfigurationError(f"-a {name}=…: {spider} has no such argument; known are: {known}")
        text = (value or "").strip()
        if text and name in unused:
            raise ConfigurationError(f"-a {name}=…: {spider} has no use for it: {unused[name]}")
        if text:
            values[name] = READERS[name](name, text)
    return Arguments(**values)
