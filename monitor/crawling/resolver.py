"""Name resolution that refuses private addresses: the last look before a connection is made."""

import ipaddress
from collections.abc import Sequence
from typing import ClassVar
from urllib.request import getproxies

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from monitor.net import UrlPolicy


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's resolver, except that a name of a private address does not resolve unless the operator named it.

    The reactor has one resolver for the whole process, so `policy` and `refused` belong to the class.
    """

    policy: ClassVar[UrlPolicy] = UrlPolicy()
    refused: ClassVar[set[str]] = set()

    @classmethod
    def trust(cls, policy: UrlPolicy) -> None:
        """Let the operator's hosts resolve to whatever they resolve to, and the proxy that the environment names."""
        cls.policy = UrlPolicy(policy.trusted | UrlPolicy.of(getproxies().values()).trusted)

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """The IPv4 address of a name; the very address that the connection then uses, so it cannot change between."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        found.addCallback(self._check, name)
        return found

    def _check(self, address: str, name: str) -> str:
        if self.policy.may_connect(name, [ipaddress.ip_address(address)]):
            return address
        self.refused.add(name)
        raise DNSLookupError(f"{name} is on a private network")
