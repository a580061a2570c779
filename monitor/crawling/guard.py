"""Keeps a crawl on the public internet and on the hosts that the operator named."""

import asyncio
import ipaddress
import socket
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from monitor.crawling.session import Session
from monitor.net import Refusal, host_and_port, is_public, literal_address


class RefusedAddress(IgnoreRequest):
    """A request that is not made because of where it goes."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"refused: {refusal}")
        self.refusal = refusal


class Guard:
    """Downloader middleware: looks at every request, also those that redirects, images and robots.txt cause."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._policy = Session.of(crawler).policy

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Refuse the request, or let it pass by returning."""
        refusal = self._policy.refusal(request.url)
        if refusal is None and await self._is_another_port_of_a_private_host(request.url):
            refusal = Refusal.PRIVATE
        if refusal is not None:
            self._crawler.stats.inc_value(f"monitor/refused/{refusal.name.lower()}")
            raise RefusedAddress(refusal)

    async def _is_another_port_of_a_private_host(self, url: str) -> bool:
        """The resolver lets the operator's hosts pass whatever the port, so here the port is looked at."""
        place = host_and_port(url)
        if place is None or place[0] not in self._policy.hosts or self._policy.trusts(url) or literal_address(place[0]):
            return False
        try:
            found = await asyncio.get_running_loop().getaddrinfo(*place, type=socket.SOCK_STREAM)
        except OSError:
            return False
        return not all(is_public(ipaddress.ip_address(str(entry[4][0]).partition("%")[0])) for entry in found)
