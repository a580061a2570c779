"""What one page says, as plain data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from monitor.records import Listing


class Kind(StrEnum):
    """What a page is, which says what may be concluded from it.

    A blocked page and an empty shell say nothing about the goods; a gone page says that the listing was removed.
    """

    PRODUCT = "product"
    OFFERS = "offers"
    """Several sellers' offers of one product."""
    SEARCH = "search"
    """A search result, a category or any other page of many listings."""
    SELLER = "seller"
    """One seller's page: who that is, and often a list of what is offered there."""
    BLOCKED = "blocked"
    """A captcha, a login wall, a consent wall, "unusual traffic"."""
    GONE = "gone"
    EMPTY_SHELL = "empty-shell"
    """Nothing is there before JavaScript has run."""
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where a page leads: absolute http(s) URLs without fragment, in page order, each once."""

    products: tuple[str, ...] = ()
    """Links that look like pages of single products."""
    next_pages: tuple[str, ...] = ()
    """The following pages of a search or category, the nearest first."""
    others: tuple[str, ...] = ()
    """All other links to the same host: categories, sellers, help pages."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What was read from one page; the listing that the page is about comes first.

    `shown[i]` holds the values of `listings[i]` as the page displays them (`price: £ 12.50`, `currency: £`). `problems`
    are sentences to be counted: what was there and could not be understood. `listings` is empty unless the kind is
    product, offers, search or seller.
    """

    url: str
    kind: Kind
    why: str = ""
    """What says that the page is of this kind, in a few words: `the site answered 404`."""
    title: str = ""
    canonical: str = ""
    """The URL in normal form that the page gives itself, else that of `url`."""
    listings: tuple[Listing, ...] = ()
    shown: tuple[Mapping[str, str], ...] = ()
    seller: Mapping[str, str] = field(default_factory=dict)
    """Who sells as the page tells it: `legal_name`, `licence`, `vat_id`, `address`, `country`, as far as shown."""
    problems: tuple[str, ...] = ()
    needs_javascript: bool = False
    """Whether a browser would likely read more than was read here."""
    find_links: Callable[[], Links] = field(default=Links, repr=False, compare=False)

    @cached_property
    def links(self) -> Links:
        """Where the page leads; worked out when it is first asked for."""
        return self.find_links()
