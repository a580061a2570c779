"""How a crawl behaves as a guest: who it says it is, and how long it waits between requests."""

from collections.abc import Iterable
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.settings import Settings

from monitor import __version__
from monitor.net import host_and_port, literal_address
from monitor.workspace import Workspace

PHOTO_SLOT = "photos of "
"""Photos of a host wait in a queue of their own, as small static files at a shorter distance than pages."""
PHOTO_SHARE = 4


def apply(settings: Settings, workspace: Workspace, operator_urls: Iterable[str]) -> None:
    """Set the user agent and the delays; what the command line or a spider sets wins over the workspace."""
    politeness = workspace.politeness
    settings.set("USER_AGENT", user_agent(politeness.contact), priority="project")
    settings.set("DOWNLOAD_DELAY", politeness.delay, priority="project")
    settings.set("AUTOTHROTTLE_START_DELAY", politeness.delay, priority="project")
    settings.set("CONCURRENT_REQUESTS_PER_DOMAIN", politeness.concurrency, priority="project")
    slots = dict(settings.getdict("DOWNLOAD_SLOTS"))
    for url in operator_urls:
        place = host_and_port(url)
        if place and is_loopback(place[0]):
            slots.setdefault(place[0], {"concurrency": 16, "delay": 0, "jitter": 0})
    settings.set("DOWNLOAD_SLOTS", slots, priority="project")


def user_agent(contact: str) -> str:
    """Who the crawler says it is, with the address at which its operator can be reached."""
    printable = "".join(c for c in contact if " " < c <= "~" and c not in "()")[:200]
    return f"marketplace-monitor/{__version__}" + (f" (+{printable})" if printable else "")


def is_loopback(host: str) -> bool:
    """Whether the host is this machine, which needs no consideration."""
    address = literal_address(host)
    return host == "localhost" or (address is not None and address.is_loopback)


class Politeness:
    """Extension: photos wait less than pages, and nothing waits on this machine."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._least = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._photo_slots: set[str] = set()
        crawler.signals.connect(self.request_reached_downloader, signals.request_reached_downloader)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def request_reached_downloader(self, request: Request, spider: Spider) -> None:  # noqa: ARG002
        """AutoThrottle leaves loopback and photos alone, and photos get their own delay."""
        place, key = host_and_port(request.url), str(request.meta.get("download_slot", ""))
        if (place and is_loopback(place[0])) or key.startswith(PHOTO_SLOT):
            request.meta["autothrottle_dont_adjust_delay"] = True
        if key.startswith(PHOTO_SLOT) and key not in self._photo_slots:
            self._photo_slots.add(key)
            self._crawler.engine.downloader.slots[key].delay = self._least / PHOTO_SHARE
