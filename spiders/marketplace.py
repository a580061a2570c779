"""A marketplace read by its pages: searches, sellers, products, and all sellers of one product."""

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from typing import Any, ClassVar
from urllib.parse import quote, urljoin, urlsplit

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from monitor.errors import ConfigurationError
from monitor.pages import Kind, Page
from monitor.pages.rules import Rules
from monitor.pages.sites import rules_for
from monitor.records import Listing
from monitor.records.listing import KNOWN_FROM, RESULT_PAGE
from spiders.base import ListingSpider

LISTS = frozenset({Kind.SEARCH, Kind.SELLER})
GOODS = frozenset({Kind.PRODUCT, Kind.OFFERS})


class MarketplaceSpider(ListingSpider):
    """A subclass is a name and the root of its site; what its pages say where is in `monitor/pages/sites`.

    `-a query=` searches, `-a seller=` reads what one seller offers, `-a url=` begins at any page of the site. With a
    query or a seller `url` names the country's site: `-a url=https://www.amazon.de/ -a query=watch`.

    A card of a result page that says by an id who sells, for how much and with which photo is a listing as it is. The
    product page of any other is fetched; where that does not come, the card counts for what it says.
    """

    home: ClassVar[str] = ""
    """The root of the site that is asked where `url` names none."""
    sites: ClassVar[tuple[str, ...]] = ()
    """A host of each further site that this spider reads, such as 1688.com beside alibaba.com."""
    needs = ()

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave. Raises ConfigurationError."""
        super().__init__(name, **raw)
        asked = self.arguments
        if asked.query and asked.seller:
            raise ConfigurationError(f"{self.name} cannot search within one seller; give query or seller, not both")
        if not (asked.query or asked.seller or asked.url):
            raise ConfigurationError(f"{self.name} needs to know what to read: -a query=…, -a seller=… or -a url=…")
        self._root = urljoin(asked.url or self.home, "/")
        self._rules = self._rules_of(self._root) or Rules()
        self._waiting: dict[tuple[str, str], Listing] = {}
        self._cards: set[tuple[str, str]] = set()
        if asked.url and not self._rules_of(asked.url):
            hosts = ", ".join(self._hosts())
            raise ConfigurationError(
                f"-a url={asked.url}: {self.name} reads {hosts}; read other sites with the spider shop"
            )
        for wanted, template in (("query", self._rules.search), ("seller", self._rules.shop)):
            if getattr(asked, wanted) and not template:
                site = urlsplit(self._root).hostname
                raise ConfigurationError(f"{self.name} knows no address for -a {wanted}=… on {site}; give -a url=…")

    async def start(self) -> AsyncIterator[Any]:
        """The first page of the search, of the seller, or the address that was given."""
        asked = self.arguments
        if asked.query or asked.seller:
            for request in self._list(1, 0):
                yield request
        else:
            for request in self.page_request(asked.url, self.parse_page, role="start"):
                yield request

    async def parse_page(
        self,
        response: Response,
        number: int = 1,
        before: int = 0,
        card: Listing | None = None,
        known: frozenset[str] = frozenset(),
    ) -> AsyncIterator[Listing | Request]:
        """Any page: the `number`th of a list that had `before` listings on its pages so far, or that of a card.

        `known` are the sellers of whom the product's page has told already.
        """
        if not self._rules_of(response.url):
            self.count("not_fetched/leads to another site", at=response.url)
            for listing in self._card(card):
                yield listing
            return
        try:
            page = await self.read(response)
        except CloseSpider:
            for listing in self._all_waiting():
                yield listing
            raise
        if page is None or not (page.listings or page.kind in LISTS):
            if page is not None and card is None and number == 1:
                self.count_page("nothing_found", page.url)
                self.logger.info("Nothing found on %s (%s: %s)", page.url[:300], page.kind, page.why)
            if response.url not in self.gone:
                for listing in self._card(card):
                    yield listing
            return
        goods = page.kind in GOODS
        if card is not None and not goods:
            self.count("not_fetched/leads to a list instead of an item", at=response.url)
            for listing in self._card(card):
                yield listing
            return
        for result in self._from_goods(page, card, known) if goods else self._from_list(page, number, before):
            yield result

    def not_fetched(self, failure: Failure) -> Iterator[Listing]:
        """Count a page that did not come, and let its card stand for it; where the site is silent, all that wait."""
        super().not_fetched(failure)
        if self.is_silent:
            yield from self._all_waiting()
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        yield from self._card(request.cb_kwargs.get("card"))

    def _all_waiting(self) -> Iterator[Listing]:
        """The cards whose own pages will not come any more."""
        cards, self._waiting = self._waiting, {}
        self.count("listings/from_the_search_alone", len(cards))
        yield from self.listings(map(_alone, cards.values()))

    def _from_goods(self, page: Page, card: Listing | None, known: frozenset[str]) -> Iterator[Listing | Request]:
        """The listings of a product's page, and the page of all its sellers where the site has one."""
        if card is not None:
            self._waiting.pop(card.key, None)
        others = [listing for listing in page.listings if listing.seller_id not in known]
        yield from self.listings(filled(listing, card) for listing in others)
        rules = self._rules_of(page.url) or Rules()
        number = rules.number_of(page.url)
        if page.kind is Kind.PRODUCT and rules.offers and number:
            url = urljoin(page.url, rules.offers.format(number=quote(number, safe="")))
            sellers = frozenset(listing.seller_id for listing in page.listings if listing.seller_id)
            yield from self.page_request(url, self.parse_page, role="product", known=sellers)

    def _from_list(self, page: Page, number: int, before: int) -> Iterator[Listing | Request]:
        """The cards of a result page, and the page after it."""
        if not page.listings:
            self.count_page("nothing_found" if number == 1 else "past_the_last", page.url)
            self.logger.info("Nothing found on %s", page.url[:300])
            return
        seller = (self._rules_of(page.url) or Rules()).seller_of(page.url) or self.arguments.seller
        theirs = seller if page.kind is Kind.SELLER or self.arguments.seller else ""
        new = 0
        for shown in page.listings:
            place = str(before + int(shown.attributes.get("position", 0)))
            card = replace(
                shown,
                attributes={**shown.attributes, "position": place},
                seller_id=shown.seller_id or ("" if "advertisement" in shown.attributes else theirs),
            )
            if card.key in self._cards:
                self.count("listings/seen_before")
                continue
            self._cards.add(card.key)
            new += 1
            yield from self._goods(card)
        if new:
            yield from self._next(page, number, before + len(page.listings))

    def _goods(self, card: Listing) -> Iterator[Listing | Request]:
        """The card itself where it says enough, else the request for its page."""
        requests = [] if says_enough(card) else self._product(card)
        if requests:
            self._waiting[card.key] = card
            yield from requests
        else:
            yield from self.listings([_alone(card)])

    def _product(self, card: Listing) -> list[Request]:
        if not self._rules_of(card.url):
            return []
        return list(self.page_request(card.url, self.parse_page, role="product", card=card))

    def _next(self, page: Page, number: int, before: int) -> Iterator[Request]:
        """The page after this one: by its own link, else by the address of the search."""
        linked = [url for url in page.links.next_pages if self._rules_of(url)][:1]
        if linked:
            yield from self.page_request(linked[0], self.parse_page, role="next", number=number + 1, before=before)
        elif self.arguments.query or self.arguments.seller:
            yield from self._list(number + 1, before)

    def _list(self, number: int, before: int) -> Iterator[Request]:
        """A page of the search or of the seller's goods."""
        asked, rules = self.arguments, self._rules
        template = rules.search if asked.query else rules.shop
        counts = {"page": number, "before": number - 1, "odd": 2 * number - 1, "skip": (number - 1) * rules.page_size}
        if number > 1 and not any(f"{{{name}}}" in template for name in counts):
            return
        words = {
            "query": quote(asked.query, safe="", encoding=rules.encoding, errors="ignore"),
            "seller": quote(asked.seller, safe=""),
        }
        path = template.format(**counts, **words)
        role = "start" if number == 1 else "next"
        yield from self.page_request(
            urljoin(self._root, path), self.parse_page, role=role, number=number, before=before
        )

    def _card(self, card: Listing | None) -> Iterator[Listing]:
        """A card whose own page did not come."""
        if card is not None and self._waiting.pop(card.key, None) is not None:
            self.count("listings/from_the_search_alone", at=card.url)
            yield from self.listings([_alone(card)])

    def _rules_of(self, url: str) -> Rules | None:
        """The rules of an address of this marketplace; None for any other site."""
        try:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
        except ValueError:
            return None
        rules = rules_for(host)
        own = [rules_for((urlsplit(self.home).hostname or "").removeprefix("www.")), *map(rules_for, self.sites)]
        return rules if rules and any(rules is one for one in own) else None

    def _hosts(self) -> list[str]:
        home = rules_for((urlsplit(self.home).hostname or "").removeprefix("www."))
        found: Iterable[Rules | None] = [home, *map(rules_for, self.sites)]
        return [host for rules in found if rules for host in rules.hosts]


def says_enough(card: Listing) -> bool:
    """Whether a card holds what the detectors ask for, so that its own page need not be fetched."""
    return bool(card.seller_id and card.price is not None and card.currency and card.images)


def _alone(card: Listing) -> Listing:
    """A card without its own page: it shows no description, and where it names no seller nobody was asked who sells."""
    return replace(card, attributes={**card.attributes, KNOWN_FROM: RESULT_PAGE})


def filled(listing: Listing, card: Listing | None) -> Listing:
    """A listing with its place in the search, and with what the search said and its own page does not."""
    if card is None:
        return listing
    values: dict[str, Any] = {"attributes": {"position": card.attributes["position"], **listing.attributes}}
    if listing.listing_id != card.listing_id:
        return replace(listing, **values)
    if not listing.seller_is_readable:
        values |= {"seller_id": card.seller_id, "seller_name": card.seller_name}
    if listing.price is None and "price_to" not in listing.attributes:
        values |= {"price": card.price, "currency": card.currency, "list_price": card.list_price}
    if not listing.images:
        values["images"] = card.images
    return replace(listing, **values)
