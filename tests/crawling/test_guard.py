import asyncio
import socket
from collections import Counter
from types import SimpleNamespace

import pytest
from scrapy import Request
from twisted.internet.error import DNSLookupError

from monitor.crawling.guard import Guard, RefusedAddress
from monitor.crawling.resolver import GuardedResolver
from monitor.net import UrlPolicy


class Rig:
    """The guard of a crawl whose operator named these addresses."""

    def __init__(self, *urls: str) -> None:
        self.counts: Counter[str] = Counter()
        session = SimpleNamespace(policy=UrlPolicy.of(urls))
        stats = SimpleNamespace(inc_value=lambda name: self.counts.update([name]))
        self.guard = Guard.from_crawler(SimpleNamespace(get_addon=lambda _: session, stats=stats))  # type: ignore[arg-type]

    def passes(self, url: str) -> bool:
        try:
            asyncio.run(self.guard.process_request(Request(url)))
        except RefusedAddress:
            return False
        return True


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """shop.corp resolves to a private address, other names to a public one."""

    async def resolve(_: object, host: str, port: int, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, 1, 6, "", ("10.0.0.8" if host == "shop.corp" else "93.184.215.14", port))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("url", "passes"),
    [
        ("http://shop.corp:8080/x", True),
        ("http://shop.corp:22/x", False),
        ("http://shop.corp/x", False),
        ("https://shop.example:8443/x", True),
        ("https://elsewhere.example/x", True),
        ("http://10.0.0.8:8080/", False),
        ("file:///etc/passwd", False),
        ("ftp://a.example/x", False),
    ],
)
def test_the_operators_host_is_free_on_its_port_alone(url: str, passes: bool) -> None:
    rig = Rig("http://shop.corp:8080/", "https://shop.example/")
    assert rig.passes(url) is passes
    assert rig.counts.total() == (0 if passes else 1)


def test_what_a_name_resolves_to_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuardedResolver, "refused", set())
    monkeypatch.setattr(GuardedResolver, "policy", UrlPolicy())
    monkeypatch.setattr("monitor.crawling.resolver.getproxies", lambda: {"https": "http://proxy.corp:3128"})
    resolver = GuardedResolver(None, 0, 1.0)  # type: ignore[arg-type]
    with pytest.raises(DNSLookupError, match="is on a private network"):
        resolver._check("127.0.0.1", "rebind.example")
    assert GuardedResolver.refused == {"rebind.example"}
    assert resolver._check("93.184.215.14", "rebind.example") == "93.184.215.14"
    GuardedResolver.trust(UrlPolicy.of(["http://shop.corp/"]))
    assert resolver._check("10.0.0.8", "shop.corp") == "10.0.0.8"
    assert resolver._check("10.0.0.9", "proxy.corp") == "10.0.0.9"
