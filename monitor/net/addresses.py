"""Whether an IP address belongs to the public internet."""

import ipaddress
import re
import socket
import unicodedata
from ipaddress import IPv4Address, IPv6Address

Address = IPv4Address | IPv6Address

NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
COMPATIBLE = ipaddress.IPv6Network("::/96")
NUMERIC_HOST = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")
DOTS = str.maketrans("。．｡", "...")


def is_public(address: Address) -> bool:
    """False for private, loopback, link-local, shared, multicast, reserved and documentation addresses.

    An IPv4 address wrapped in IPv6 (mapped, compatible, 6to4, Teredo, NAT64) counts as what is inside.
    """
    if isinstance(address, IPv6Address):
        inner = list(_wrapped(address))
        if inner:
            return all(is_public(each) for each in inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved and not address.is_unspecified


def _wrapped(address: IPv6Address) -> list[IPv4Address]:
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.sixtofour is not None:
        return [address.sixtofour]
    if address.teredo is not None:
        return list(address.teredo)
    if any(address in network for network in NAT64) or (address in COMPATIBLE and int(address) > 1):
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []


def literal_address(host: str) -> Address | None:
    """The address that a host name spells, in any spelling that resolvers and browsers take, else None.

    `127.0.0.1`, `127.1`, `2130706433`, `0x7f.0.0.1`, `[::1]` and wide digits all spell loopback.
    """
    host = unicodedata.normalize("NFKC", host.translate(DOTS)).strip("[]").partition("%")[0].rstrip(".").lower()
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if not NUMERIC_HOST.fullmatch(host):
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None
