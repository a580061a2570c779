"""The proxy that the operator's environment names (`https_proxy` and the like), for a browser."""

import urllib.request
from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import unquote, urlsplit


class Credentials(TypedDict, total=False):
    """Who goes through a proxy."""

    username: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """Where a proxy is, with its password apart: a browser takes none from an address."""

    server: str
    username: str = ""
    password: str = ""

    @property
    def credentials(self) -> Credentials:
        """As a browser is told them; nothing where the proxy wants none."""
        return {"username": self.username, "password": self.password} if self.username else {}


def proxy_for(url: str) -> Proxy | None:
    """The proxy that is named for an address, which then resolves names in place of the guard."""
    parts = urlsplit(url)
    return None if urllib.request.proxy_bypass(parts.hostname or "") else proxy_of(parts.scheme)


def proxy_of(*schemes: str) -> Proxy | None:
    """The proxy for the first of these schemes that has one."""
    known = urllib.request.getproxies()
    named = next((known[scheme] for scheme in schemes if known.get(scheme)), "")
    if not named:
        return None
    proxy = urlsplit(named if "://" in named else f"http://{named}")
    place = f"{proxy.scheme}://{proxy.hostname}" + (f":{proxy.port}" if proxy.port else "")
    return Proxy(server=place, username=unquote(proxy.username or ""), password=unquote(proxy.password or ""))
