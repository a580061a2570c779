"""A marketplace with an API for those who have a key, and with pages for the others."""

import json
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, ClassVar
from urllib.parse import quote, urlencode, urljoin, urlsplit

from scrapy import Request

from monitor.crawling.arguments import read_arguments
from monitor.crawling.fetching import fetch
from monitor.crawling.keys import WITH_KEY, Credentials
from monitor.crawling.reasons import why_not_fetched
from monitor.crawling.session import Session
from monitor.errors import ConfigurationError
from monitor.marketplaces.answer import at, text
from monitor.net import host_and_port
from monitor.pages import host_of
from monitor.pages.sites import marketplace_of, rules_for
from spiders.api import ApiSpider, root_of
from spiders.base import ListingSpider
from spiders.marketplace import MarketplaceSpider

FOR_A_TOKEN = "asks_for_a_token"  # noqa: S105 - the name of a mark on a request


class KeyedSpider(ApiSpider, MarketplaceSpider):
    """`-a query=` and `-a seller=`, together or alone, ask the API; `url` names the country's site, as everywhere.

    `-a url=` alone reads that page and needs no key. A subclass says in `first` what it asks the API to begin with.
    """

    keyed = True
    api: ClassVar[str] = ""
    """The address of the API, without a slash at its end."""
    api_variable: ClassVar[str] = ""
    """The variable of the environment that names another: a test system of the marketplace, or a proxy."""
    keys: ClassVar[tuple[str, ...]] = ()
    """The variables of the environment that hold the key."""
    uses_tokens: ClassVar[bool] = False
    """Whether the key gets a token, which is what the API is shown."""
    token_variable: ClassVar[str] = ""
    """A variable that may hold a token instead, which someone got by other means; it cannot be renewed here."""
    keys_from: ClassVar[str] = ""
    """Where one gets a key."""

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave and the environment. Raises ConfigurationError."""
        asked = read_arguments(raw, spider=self.name, unused=self.unused)
        self.by_api = bool(asked.query or asked.seller) or self.has_item(asked.url)
        self._token = self._given = ""
        self.api_root = self._api_root()
        if not self.by_api:
            super().__init__(name, **raw)
            return
        ListingSpider.__init__(self, name, **raw)
        self.site = self._site(asked.url)
        self._given = os.environ.get(self.token_variable, "").strip() if self.token_variable else ""
        self._token, self._key = self._given, {} if self._given else self._keys()
        self.nothing_to_render()

    @property
    def operator_urls(self) -> tuple[str, ...]:
        """The addresses that the operator named, and with them the API's."""
        return (*super().operator_urls, self.api_root) if self.by_api else super().operator_urls

    async def start(self) -> AsyncIterator[Any]:
        """The first question to the API, or the page that was named."""
        if not self.by_api:
            async for request in super().start():
                yield request
        elif not self.uses_tokens or self._token or await self.renew():
            for request in self.first():
                yield request

    def first(self) -> Iterator[Request]:
        """The first question to the API."""
        raise NotImplementedError

    def has_item(self, url: str) -> bool:  # noqa: ARG002 - for those whose API knows items by their address
        """Whether an address is that of an item, and the API is to be asked for it, as there is a key."""
        return False

    def count_page(self, what: str, url: str) -> None:
        """Count what became of a question, for the marketplace, as its API has a host of its own."""
        if not self.by_api:
            super().count_page(what, url)
            return
        self.count(f"pages/{what}", at=url)
        Session.of(self.crawler).tally.add_page(self.site, what, url)

    def key(self, variable: str) -> str:
        """A part of the key."""
        return self._key[variable]

    def credentials(self, request: Request) -> Credentials:
        """The key or token, for the API's own host alone."""
        if not self.by_api or root_of(request.url) != root_of(self.api_root):
            return Credentials()
        return self.for_a_token() if request.meta.get(FOR_A_TOKEN) else self.shown(self._token)

    def shown(self, token: str) -> Credentials:
        """How the API wants to be shown the key or token."""
        return Credentials(headers={"Authorization": f"Bearer {token}"})

    def for_a_token(self) -> Credentials:
        """How the API wants to be shown the key when it is asked for a token."""
        return Credentials()

    def token_request(self) -> tuple[str, Mapping[str, str]]:
        """Where and with which form a token is asked for."""
        raise NotImplementedError

    async def renew(self) -> bool:
        """Get a token, or a new one where the last one worked; whether there is one to go on with."""
        if not self.uses_tokens or self._given or (self._token and not self.key_works):
            return False
        self.key_works = False
        url, form = self.token_request()
        meta = {WITH_KEY: True, FOR_A_TOKEN: True, "dont_obey_robotstxt": True, "dont_redirect": True}
        request = Request(
            url,
            method="POST",
            headers={"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
            body=urlencode(form),
            meta={**meta, "dont_cache": True},
        )
        try:
            response = await fetch(self.crawler, request)
        except Exception as failure:  # noqa: BLE001 - without a token the crawl ends, and says why
            self.count(f"not_fetched/{why_not_fetched(failure, url)}", at=url)
            return False
        self._token = _token_of(response.body) if response.status == 200 else ""
        if not self._token:
            self.count("not_fetched/the API gave no token for this key", at=url)
            self.logger.error("%s gave no token (answered %d); check %s", url, response.status, " and ".join(self.keys))
        return bool(self._token)

    def _api_root(self) -> str:
        root = os.environ.get(self.api_variable, "").strip().rstrip("/") or self.api
        if host_and_port(root) is None or "@" in urlsplit(root).netloc:
            raise ConfigurationError(f"{self.api_variable}={root[:100]}: this is no web address; give one or unset it")
        return root

    def _site(self, url: str) -> str:
        """The host of the country's site, without `www.`."""
        host = host_of(url or self.home)
        home = rules_for(host_of(self.home))
        if home is None or rules_for(host) is not home:
            known = ", ".join(home.hosts) if home else ""
            raise ConfigurationError(f"-a url={url}: {self.name} reads {known}; read other sites with the spider shop")
        return marketplace_of(host)

    def _keys(self) -> Mapping[str, str]:
        """What the environment holds. Raises ConfigurationError in one sentence where that is not enough."""
        found = {name: os.environ.get(name, "").strip() for name in self.keys}
        missing = [name for name, value in found.items() if not value]
        if missing:
            raise ConfigurationError(
                f"{self.name} searches by the marketplace's API, and {' and '.join(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} not set in the environment; get a key at {self.keys_from}, "
                f'or read pages without one: -a url="{self._for_people()}"'
            )
        return found

    def _for_people(self) -> str:
        """The page that shows people what was asked for."""
        rules, asked = rules_for(self.site), self.arguments
        template = (rules.search if asked.query else rules.shop) if rules else ""
        if not template:
            return f"https://www.{self.site}/…"
        words = {"query": quote(asked.query), "seller": quote(asked.seller)}
        path = template.format(page=1, before=0, odd=1, skip=0, **words)
        return urljoin(f"https://www.{self.site}/", path)


def _token_of(body: bytes) -> str:
    try:
        return text(at(json.loads(body), "access_token"))
    except (ValueError, RecursionError):
        return ""
