"""A listing becomes an observation: cleaned, known by marketplace and id, and dated."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from monitor.crawling.session import Session
from monitor.net import host_and_port
from monitor.net.policy import DEFAULT_PORTS
from monitor.records import Listing, Observation, RecordError, listing_from_record, listing_to_record


class Validate:
    """Item pipeline: Listing in, Observation out. What is no listing is dropped and counted by field."""

    def __init__(self, crawler: Crawler) -> None:
        self._session = Session.of(crawler)
        self._observed_at, self._tally = self._session.observed_at, self._session.tally

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_item(self, item: Listing) -> Observation:
        """The observation of a listing. Raises DropItem."""
        # Counted before it is looked at: a listing that is dropped for what it lacks is lacking in the count as well.
        self._tally.add(item if item.marketplace else replace(item, marketplace=marketplace_of(item.url)))
        try:
            return observe(item, self._observed_at or datetime.now(UTC))
        except RecordError as wrong:
            self._session.count(f"dropped/{wrong.field} missing or unusable", at=item.url)
            raise DropItem(str(wrong)) from None


def observe(listing: Listing, now: datetime) -> Observation:
    """The listing as seen at its own time, else at `now`. Raises RecordError."""
    record = listing_to_record(listing, sources=True)
    record.setdefault("marketplace", marketplace_of(listing.url))
    clean = listing_from_record(record)
    seen = clean.observed_at or now
    return Observation(listing=replace(clean, observed_at=seen), observed_at=seen)


def marketplace_of(url: str) -> str:
    """The host name of a URL, with its port where that is not the usual one."""
    place = host_and_port(url)
    if place is None:
        return ""
    host, port = place
    return host if port in DEFAULT_PORTS.values() else f"{host}:{port}"
