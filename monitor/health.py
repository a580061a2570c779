"""How well a crawl read a marketplace, compared with how well it usually does: falls, blocks and silence, in words.

A share is compared with the median of the runs before. A fall raises an alarm only where it is large and, for the
number of listings there were, no matter of chance.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import median

from monitor.records import Listing

FIELDS = (
    "title", "price", "currency", "seller", "seller_id", "images", "availability", "brand", "description", "sku",
    "gtin", "list_price", "shipping",
)  # fmt: skip
UNSTEADY = frozenset({"list_price"})
"""Shown and not judged: the end of a sale takes it away."""
READ, BLOCKED, GONE, NOTHING_FOUND = "read", "blocked", "gone", "nothing_found"
EMPTY = ("empty", "not_html", "needs_javascript", "empty_in_the_browser")
FEWEST_LISTINGS = 10
"""Below so many a share says nothing."""
FEWEST_RUNS = 3
LEAST_FALL = 0.2
BEYOND_CHANCE = 3.0
"""Standard deviations: of a share among so many listings, and of the runs before from their median."""
DEVIATION = 1.4826
"""What the median distance from a median is multiplied with to stand for a standard deviation."""
NEEDED = {"seller": "seller", "images": "photos"}
"""What detectors cannot do without, beside title and price, by the words for it."""
LOW_SHARE = 0.75
"""Below this share of listings the end of a crawl says so, from the first run on."""
FEWEST_PAGES = 3
LEAST_RISE = 0.2
QUARTER = 0.25
MARKETPLACES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one run read of one marketplace.

    `fields` counts the listings in which a field was read, `pages` the pages by what became of them. `examples` name a
    page for each field (a listing that lacks it) and for each kind of page.
    """

    marketplace: str
    listings: int = 0
    fields: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    examples: Mapping[str, str] = field(default_factory=dict)

    def share(self, name: str) -> float:
        """The share of listings in which a field was read."""
        return self.fields.get(name, 0) / self.listings if self.listings else 0.0

    def count(self, *kinds: str) -> int:
        """The pages of these kinds."""
        return sum(self.pages.get(kind, 0) for kind in kinds)

    @property
    def total(self) -> int:
        """All pages that came; a page without a listing is among those read."""
        return self.count(READ, BLOCKED, GONE, *EMPTY)

    def share_of_pages(self, *kinds: str) -> float:
        """The share of these kinds in all pages that came."""
        return self.count(*kinds) / self.total if self.total else 0.0

    @property
    def blocked(self) -> float:
        """The share of pages that the site blocked."""
        return self.share_of_pages(BLOCKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that is not as usual: of which marketplace and field (or `pages`, `listings`), in words, and where."""

    marketplace: str
    field: str
    sentence: str
    example: str = ""

    def __str__(self) -> str:
        return f"{self.marketplace}: {self.sentence}" + (f"; see {self.example}" if self.example else "")


class Tally:
    """Counts while a crawl runs; bounded in marketplaces, whatever the pages name."""

    def __init__(self) -> None:
        self._listings: Counter[str] = Counter()
        self._fields: dict[str, Counter[str]] = {}
        self._pages: dict[str, Counter[str]] = {}
        self._examples: dict[str, dict[str, str]] = {}

    def add(self, listing: Listing) -> None:
        """A listing as it was read."""
        name = listing.marketplace
        if not self._knows(name):
            return
        self._listings[name] += 1
        for one in FIELDS:
            if _has(listing, one):
                self._fields[name][one] += 1
            else:
                self._examples[name].setdefault(one, listing.url)

    def add_page(self, marketplace: str, what: str, url: str) -> None:
        """A page, and what became of it: read, blocked, gone, nothing_found …"""
        if self._knows(marketplace):
            self._pages[marketplace][what] += 1
            self._examples[marketplace].setdefault(what, url)

    def coverage(self) -> list[Coverage]:
        """One entry for each marketplace, by name."""
        return [
            Coverage(
                marketplace=name,
                listings=self._listings[name],
                fields=dict(self._fields[name]),
                pages=dict(self._pages[name]),
                examples={key: url[:500] for key, url in self._examples[name].items()},
            )
            for name in sorted(self._fields)
        ]

    def _knows(self, name: str) -> bool:
        if name not in self._fields and len(self._fields) < MARKETPLACES:
            self._fields[name], self._pages[name], self._examples[name] = Counter(), Counter(), {}
        return name in self._fields


def alarms(now: Coverage, before: Sequence[Coverage]) -> Iterator[Alarm]:
    """What of a run is not as usual; `before` are the earlier runs of the same target on the same marketplace."""
    yield from _risen(now, before, (BLOCKED,), "blocked by the site")
    yield from _risen(now, before, EMPTY, "empty or need a browser")
    if before:
        yield from _risen(now, before, (GONE,), "gone")
    yield from _fewer(now, before)
    known = [one for one in before if one.listings >= FEWEST_LISTINGS]
    if now.listings < FEWEST_LISTINGS or len(known) < FEWEST_RUNS:
        return
    for name in FIELDS:
        if name not in UNSTEADY and has_fallen(now, known, name):
            usual = median(one.share(name) for one in known)
            yield Alarm(
                marketplace=now.marketplace,
                field=name,
                sentence=f"{name} is read of {now.share(name):.0%} of {now.listings} listings, usually of {usual:.0%}",
                example=now.examples.get(name, ""),
            )


def seldom_read(now: Coverage) -> Iterator[str]:
    """Which fields that detectors need were read on too few listings, in words, and where one lacks them."""
    for name, words in NEEDED.items():
        if now.listings and now.share(name) < LOW_SHARE:
            yield f"{words} read on {now.share(name):.0%} of {now.listings} listings of {now.marketplace}" + (
                f"; not on {now.examples[name]}" if now.examples.get(name) else ""
            )


def has_fallen(now: Coverage, known: Sequence[Coverage], name: str) -> bool:
    """Whether a field's share is far below the median: far in itself, for chance, and for how these runs vary."""
    shares = [one.share(name) for one in known]
    usual = median(shares)
    fall = usual - now.share(name)
    chance = sqrt(max(usual * (1 - usual), 0.02) / now.listings)
    spread = DEVIATION * median(abs(share - usual) for share in shares)
    return fall >= LEAST_FALL and fall > BEYOND_CHANCE * max(chance, spread)


def _risen(now: Coverage, before: Sequence[Coverage], kinds: Sequence[str], words: str) -> Iterator[Alarm]:
    """Many more pages of a kind than usually, or no page that could be read beside them."""
    count, share = now.count(*kinds), now.share_of_pages(*kinds)
    usual = median(one.share_of_pages(*kinds) for one in before) if before else 0.0
    if (count and not now.count(READ)) or (count >= FEWEST_PAGES and share - usual >= LEAST_RISE):
        than = f"usually {usual:.0%}" if before else "in the first run"
        yield Alarm(
            marketplace=now.marketplace,
            field="pages",
            sentence=f"{count} of {now.total} pages are {words}, {than}",
            example=_example(now, *kinds),
        )


def _fewer(now: Coverage, before: Sequence[Coverage]) -> Iterator[Alarm]:
    """Silence, or nearly. A target of which nothing was ever found is told of in its first runs alone."""
    usual = median(one.listings for one in before) if before else 0
    if usual:
        if now.listings > usual * QUARTER or (usual < FEWEST_LISTINGS and now.listings):
            return
        than = f"usually {usual:g}"
    elif now.listings or not now.count(READ) or len(before) >= FEWEST_RUNS:
        return
    else:
        than = f"on {now.total} page{'s' if now.total > 1 else ''}, and none before"
    found = "no listing" if not now.listings else "1 listing" if now.listings == 1 else f"{now.listings} listings"
    why = " as the site blocks this crawler" if now.blocked >= LEAST_RISE else ""
    yield Alarm(
        marketplace=now.marketplace,
        field="listings",
        sentence=f"{found} found{why}, {than}",
        example=_example(now, NOTHING_FOUND, BLOCKED, *EMPTY, GONE, READ),
    )


def _example(now: Coverage, *kinds: str) -> str:
    return next((now.examples[kind] for kind in kinds if now.examples.get(kind)), "")


def _has(listing: Listing, name: str) -> bool:
    if name == "seller":
        return listing.seller_is_readable
    return getattr(listing, name) not in (None, "", ())
