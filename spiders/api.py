"""What spiders share that ask an API: questions and answers, what counts as blocked, and no key in any log or file."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar, TypeVar
from urllib.parse import urlencode, urlsplit

from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from monitor.crawling.arguments import Render
from monitor.crawling.fetching import fetch
from monitor.crawling.keys import WITH_KEY, Credentials
from monitor.crawling.log import brief
from monitor.crawling.reasons import why_not_fetched
from monitor.marketplaces.answer import Answer, Result
from monitor.records import Listing
from spiders.base import BLOCKING, ListingSpider, is_wall

LARGE = 200_000
T = TypeVar("T")


class ApiSpider(ListingSpider):
    """Subclasses yield requests made by `ask`, whose callbacks read them with `answer`.

    An address to ask next is always made here, and never taken from an answer. Nothing is rendered: `-a render=` is
    understood as everywhere, and has no effect on an API.
    """

    keyed: ClassVar[bool] = False
    """Whether the API is for holders of a key alone. With the key come its terms, and these say what may be asked.

    A shop's robots.txt speaks of its public lists as it does of its pages; it says nothing of an API with a key.
    """
    _bodies: frozenset[bytes] = frozenset()
    key_works = False
    """Whether the API has answered since it was last shown a new key or token."""

    def nothing_to_render(self) -> None:
        """Start no browser for an API."""
        self.arguments = replace(self.arguments, render=Render.NEVER)

    def credentials(self, request: Request) -> Credentials:  # noqa: ARG002 - those with keys look at it
        """What to show the API with a request; asked by `monitor.crawling.keys` right before the download."""
        return Credentials()

    async def renew(self) -> bool:
        """Get a new token where there are such; whether there is one now."""
        return False

    def ask(
        self, url: str, parameters: Mapping[str, object], callback: Callable[..., Any], *, role: str, **values: object
    ) -> Iterator[Request]:
        """The question to the API at an address; counts as a page. `values` reach the callback."""
        for request in self.page_request(with_query(url, parameters), callback, role=role, **values):
            yield self._as_question(request)

    async def answer(
        self, response: Response, read: Callable[[Any], T | None], *, empty: frozenset[int] = frozenset()
    ) -> T | None:
        """What `read` makes of an answer's JSON, in a thread where it is large; None where it is of no use, counted.

        `read` gives None for JSON that is no answer of this API. A status in `empty` is one with which it answers too.
        """
        if response.status == 401 and response.request is not None and await self.renew():
            again = response.request.replace(dont_filter=True)
            try:
                response = await fetch(self.crawler, again)
            except Exception as failure:  # noqa: BLE001 - whatever goes wrong on the way, the crawl goes on
                self.count(f"not_fetched/{why_not_fetched(failure, again.url)}", at=again.url)
                return None
        self._silent_in_a_row = 0
        if response.status in BLOCKING or is_wall(response):
            self.logger.warning("Refused: %s: %s", _bare(response.url), self._said(response))
            self._blocked(response.url)
            return None
        self._blocked_in_a_row = 0
        if response.status != 200 and response.status not in empty:
            self.count(f"not_fetched/answered {response.status}", at=response.url)
            self.logger.warning("Answered %d: %s: %s", response.status, _bare(response.url), self._said(response))
            return None
        self.key_works = True
        found = await self._read_json(response, read)
        if found is None:
            self.count("not_fetched/answered with something else than its API says", at=response.url)
        else:
            self.count_page("read", response.url)
        return found

    async def ask_now(self, url: str, parameters: Mapping[str, object], read: Callable[[Any], T | None]) -> T | None:
        """The answer to a question on the side; None where none came, or the limit of pages is reached."""
        for request in self.ask(url, parameters, NO_CALLBACK, role="product"):
            try:
                response = await fetch(self.crawler, request)
            except Exception as failure:  # noqa: BLE001 - it is asked on the side, and may fail
                self.count(f"not_fetched/{why_not_fetched(failure, request.url)}", at=request.url)
                return None
            return await self.answer(response, read)
        return None

    def found(self, results: Iterable[Result]) -> Iterator[Listing]:
        """The listings among results; those that are none are counted by what was wrong."""
        listings = []
        for result in results:
            if isinstance(result, Listing):
                listings.append(result)
            else:
                self.count(f"dropped/{result.field} missing or unusable")
                self.logger.debug("No listing: %s", brief(str(result), 200))
        yield from self.listings(listings)

    def is_new(self, response: Response) -> bool:
        """Whether an answer is none that came before; a shop that knows no pages gives the first one for ever."""
        digest = hashlib.sha256(response.body).digest()
        new = digest not in self._bodies
        self._bodies |= {digest}
        return new

    def _as_question(self, request: Request) -> Request:
        meta: dict[str, object] = dict(request.meta)
        if self.keyed:
            meta |= {WITH_KEY: True, "dont_obey_robotstxt": True, "dont_redirect": True, "dont_cache": True}
        return request.replace(headers={"Accept": "application/json"}, meta=meta)

    async def _read_json(self, response: Response, read: Callable[[Any], T | None]) -> T | None:
        def work() -> T | None:
            try:
                return read(json.loads(response.body, parse_float=Decimal))
            except (ValueError, RecursionError):
                return None

        return await asyncio.to_thread(work) if len(response.body) > LARGE else work()

    def _said(self, response: Response) -> str:
        """The beginning of what an error says, without anything that was shown to the API."""
        text = response.body[:2_000].decode("utf-8", "replace")
        request = response.request
        if request is not None:
            given = self.credentials(request)
            for secret in (*given.headers.values(), *given.query.values()):
                for part in (secret, secret.rpartition(" ")[2]):
                    text = text.replace(part, "…") if len(part) > 3 else text
        return brief(text, 200)


def with_query(url: str, parameters: Mapping[str, object]) -> str:
    """An address with parameters, of which blank ones are left out."""
    query = urlencode({name: value for name, value in parameters.items() if value not in ("", None)})
    joint = "&" if "?" in url else "?"
    return f"{url}{joint}{query}" if query else url


def root_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def numbered(answer: Answer, before: int) -> Answer:
    """The same with the places counted from `before`, the number of entries on earlier pages."""
    return replace(
        answer,
        results=tuple(
            replace(one, attributes={**one.attributes, "position": str(before + int(one.attributes["position"]))})
            if isinstance(one, Listing) and one.attributes.get("position", "").isdigit()
            else one
            for one in answer.results
        ),
    )


def _bare(url: str) -> str:
    return url.partition("?")[0][:300]
