"""Where a crawl may go: anywhere public, and to the private hosts that the operator named."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from urllib.parse import urlsplit

from monitor.net.addresses import Address, is_public, literal_address

DEFAULT_PORTS = {"http": 80, "https": 443}
LOCAL_NAMES = ("localhost", "localhost.localdomain", "ip6-localhost", "ip6-loopback")


class Refusal(StrEnum):
    """Why an address is not visited, as words that go after the address."""

    BROKEN = "is not a readable address"
    SCHEME = "is neither http nor https"
    CREDENTIALS = "carries a user name or a password"
    PRIVATE = "is on a private network"


def host_and_port(url: str) -> tuple[str, int] | None:
    """The lower-case host and the port of an http or https URL, else None."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS or not parts.hostname:
        return None
    return parts.hostname.lower().rstrip("."), port or DEFAULT_PORTS[scheme]


@dataclass(frozen=True, slots=True)
class UrlPolicy:
    """Holds the operator's hosts as (host, port), and hosts that are free on every port as (host, None)."""

    trusted: frozenset[tuple[str, int | None]] = frozenset()

    @classmethod
    def of(cls, urls: Iterable[str], private_hosts: Iterable[str] = ()) -> Self:
        """The policy for start URLs and for hosts in the form `host`, `host:port` or `[v6]:port`."""
        trusted: set[tuple[str, int | None]] = {place for url in urls if (place := host_and_port(url))}
        for entry in private_hosts:
            parts = urlsplit(f"//{entry.strip()}")
            if parts.hostname:
                trusted.add((parts.hostname.lower().rstrip("."), parts.port))
        return cls(frozenset(trusted))

    @property
    def hosts(self) -> frozenset[str]:
        """The names of the trusted hosts, without ports."""
        return frozenset(host for host, _ in self.trusted)

    def trusts(self, url: str) -> bool:
        """Whether the operator named this URL's host and port."""
        place = host_and_port(url)
        return place is not None and (place in self.trusted or (place[0], None) in self.trusted)

    def refusal(self, url: str) -> Refusal | None:
        """Why the URL must not be fetched as far as its text tells, or None. A name still has to be resolved."""
        try:
            parts = urlsplit(url.strip())
            _ = parts.port
        except ValueError:
            return Refusal.BROKEN
        if parts.scheme.lower() not in DEFAULT_PORTS:
            return Refusal.SCHEME
        if not parts.hostname:
            return Refusal.BROKEN
        if parts.username is not None or parts.password is not None:
            return Refusal.CREDENTIALS
        if not self.trusts(url) and is_private_name(parts.hostname):
            return Refusal.PRIVATE
        return None

    def may_connect(self, host: str, addresses: Iterable[Address]) -> bool:
        """Whether a connection to what a host name resolved to is allowed."""
        return host.lower().rstrip(".") in self.hosts or all(is_public(address) for address in addresses)


def is_private_name(host: str) -> bool:
    """Whether a host name says by itself that it is not on the public internet."""
    address = literal_address(host)
    if address is not None:
        return not is_public(address)
    name = host.lower().rstrip(".")
    return name in LOCAL_NAMES or name.endswith(".localhost")
