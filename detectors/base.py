"""What a detector is, and what it is given: a prepared portfolio of brands, and one listing as a subject.

Detectors are pure: no clock, no I/O, no randomness. The same code runs in a crawl, in `check`, in `replay`, in tests.
"""

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

import detectors
from detectors._goods import doubt_of_goods
from detectors._policy import Policed, counts_shipping, judges_wholesale, policed
from monitor.brands import Brand, Product, Standing, StandingKind, days_at, standing_at
from monitor.brands.roster import roster
from monitor.errors import ConfigurationError
from monitor.images import Memories, Recent
from monitor.marks import MarkIndex, Mention, Use
from monitor.marks.pictured import governed, marks_in
from monitor.products import (
    Comparison,
    Match,
    Matcher,
    NetPrice,
    Outcome,
    compare_with_floor,
    net_price,
    not_new,
    sells_new,
    site_of_floor,
)
from monitor.records import Flag, History, Line, Observation, Photo

Histories = Callable[[str, str], History]
"""What was seen before of the listing that is judged, for a brand's slug and a SKU."""


class Portfolio:
    """All brands of a workspace, with what is prepared once for them and shared by the detectors.

    `memories` gives the memory of what was found in photos for the key of a search.
    """

    def __init__(self, brands: Sequence[Brand], memories: Memories = Recent) -> None:
        self.memories = memories
        self.brands = tuple(sorted(brands, key=lambda brand: brand.slug))
        self.by_slug: Mapping[str, Brand] = {brand.slug: brand for brand in self.brands}
        self.marks = MarkIndex(self.brands)
        self.matchers: Mapping[str, Matcher] = {
            b.slug: Matcher(b.products, marks=(b.name, *b.word_marks), rule=b.matching)
            for b in self.brands
            if b.products
        }


def covers(one: Mention, other: Mention) -> bool:
    """Whether a mention stands where another one does, or around it."""
    return one.field == other.field and one.start <= other.start and other.end <= one.end


@dataclass(frozen=True, slots=True)
class PhotoMention:
    """A mark that was read in a photo of the listing."""

    photo: Photo
    line: Line
    mention: Mention


class Subject:
    """One observation under judgement; what several detectors ask about it is worked out once."""

    def __init__(self, observation: Observation, portfolio: Portfolio) -> None:
        self.observation = observation
        self.listing = observation.listing
        self.portfolio = portfolio
        self._matches: dict[str, Match] = {}
        self._of_others: dict[str, str] = {}
        self._doubts: dict[str, str] = {}
        self._nets: dict[str, NetPrice] = {}

    @property
    def day(self) -> date:
        """The date of the observation where the listing is; in UTC where its territory is not known."""
        return days_at(self.observation.observed_at, self.listing.territory)[0]

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Where word marks stand in the listing, by brand slug, without `words_alike`."""
        apart = ((slug, tuple(m for m in found if not m.is_alike)) for slug, found in self._found.items())
        return {slug: kept for slug, kept in apart if kept}

    @cached_property
    def words_alike(self) -> Mapping[str, tuple[Mention, ...]]:
        """Words of the listing's own alphabet that look like a word mark and surely claim nothing, by brand slug."""
        alike = ((slug, tuple(m for m in found if m.is_alike)) for slug, found in self._found.items())
        return {slug: kept for slug, kept in alike if kept}

    @cached_property
    def _found(self) -> Mapping[str, tuple[Mention, ...]]:
        return self.portfolio.marks.find(self.listing)

    @cached_property
    def _in_photos(self) -> Mapping[str, tuple[PhotoMention, ...]]:
        found: dict[str, list[PhotoMention]] = {}
        for photo in self.observation.photos:
            lines = photo.words.lines if photo.words else ()
            for slug, pictured in marks_in(self.portfolio.marks, lines).items():
                kept = governed(pictured, self.mentions.get(slug, ()))
                found.setdefault(slug, []).extend(PhotoMention(photo, one.line, one.mention) for one in kept)
        return {slug: tuple(mentions) for slug, mentions in found.items()}

    def in_photos(self, brand: Brand) -> tuple[PhotoMention, ...]:
        """Where the brand's word marks were surely read in the listing's photos."""
        return self._in_photos.get(brand.slug, ())

    @property
    def brands_in_photos(self) -> tuple[str, ...]:
        """The slugs of the brands whose word marks were read in photos."""
        return tuple(sorted(self._in_photos))

    def match(self, brand: Brand) -> Match:
        """The brand's product that the listing offers."""
        if brand.slug not in self._matches:
            matcher = self.portfolio.matchers.get(brand.slug)
            self._matches[brand.slug] = matcher.match(self.listing) if matcher else Match(outcome=Outcome.NONE)
        return self._matches[brand.slug]

    def of_others(self, brand: Brand) -> str:
        """Why the goods may be what others make for or of the brand's, beside whose mark it stands; or an empty string.

        That is asked where the catalogue does not surely match.
        """
        if brand.slug not in self._of_others:
            self._of_others[brand.slug] = self._others_goods(brand)
        return self._of_others[brand.slug]

    def _others_goods(self, brand: Brand) -> str:
        match, matcher = self.match(brand), self.portfolio.matchers.get(brand.slug)
        if match.may_be_accessory:
            return "a word for an accessory, which may be one that others make for the brand's goods"
        if matcher is None or match.outcome is Outcome.MATCH:
            return ""
        said = matcher.of_others(self.listing.title)
        return f"{said} and may be what others make" if said else ""

    def claims(self, brand: Brand) -> tuple[Mention, ...]:
        """The mentions that present the goods as the brand's; "for X" and "X style" are not among them."""
        found = self.mentions.get(brand.slug, ())
        apart = self.search_words(brand)
        uses = (Use.CLAIM, Use.STUFFING)
        return tuple(
            m for m in found if m.use in uses and m not in apart and not self.is_anothers(brand, m, self.mentions)
        )

    def search_words(self, brand: Brand) -> tuple[Mention, ...]:
        """The mentions that stand there to be found; none where the goods may be one of the brand's products."""
        found = tuple(m for m in self.mentions.get(brand.slug, ()) if m.use is Use.STUFFING)
        if not found or self.match(brand).outcome is not Outcome.NONE:
            return ()
        return tuple(m for m in found if not self.is_anothers(brand, m, self.mentions))

    def is_anothers(self, brand: Brand, mention: Mention, among: Mapping[str, Sequence[Mention]]) -> bool:
        """Whether what names the brand names another one as well, whose authorised seller offers the goods.

        `among` are the mentions of the same text by brand slug. A match in the brand's own catalogue, or a denial of
        the seller, says that the brand is meant all the same.
        """
        apart = ((slug, found) for slug, found in among.items() if slug != brand.slug)
        others = [slug for slug, found in apart if any(covers(one, mention) for one in found)]
        if not others or self.match(brand).outcome is Outcome.MATCH:
            return False
        denied = self.standing(brand).kind is StandingKind.DENIED
        return not denied and any(self.standing(self.portfolio.by_slug[slug]).authorized for slug in others)

    @cached_property
    def brands(self) -> tuple[Brand, ...]:
        """The brands whose goods the listing offers: a mark claims so, or the catalogue surely matches."""
        claimed = {slug for slug in self.mentions if self.claims(self.portfolio.by_slug[slug])}
        matched = {
            slug
            for slug in self.portfolio.matchers
            if self.match(self.portfolio.by_slug[slug]).outcome is Outcome.MATCH
        }
        return tuple(brand for brand in self.portfolio.brands if brand.slug in claimed | matched)

    def standing(self, brand: Brand) -> Standing:
        """Whether the listing's seller may sell the product of the brand then; a match that is not sure is not held."""
        match = self.match(brand)
        sku = match.sku if match.outcome is Outcome.MATCH else ""
        return standing_at(brand, self.listing, sku, self.observation.observed_at)

    def has_listed_name(self, brand: Brand) -> bool:
        """Whether the seller's id was not read, and one whom the brand's list authorises there has that very name."""
        unread = self.standing(brand).kind is StandingKind.UNREADABLE
        return unread and roster(brand).authorizes_name(self.listing)

    def net_price(self, brand: Brand) -> NetPrice:
        """The net price of one unit of the matched product."""
        if brand.slug not in self._nets:
            self._nets[brand.slug] = self._net_price(brand)
        return self._nets[brand.slug]

    def _net_price(self, brand: Brand) -> NetPrice:
        product = self.match(brand).product
        if product is None:
            return NetPrice(problem="no catalogue product matches")
        return net_price(self.listing, product, with_shipping=counts_shipping(brand), wholesale=judges_wholesale(brand))

    @cached_property
    def new_goods(self) -> bool:
        """Whether neither the condition nor the title says that the goods are not new."""
        return not not_new(self.listing)

    @cached_property
    def sells_new(self) -> bool:
        """Whether new goods are offered that can be bought: only their prices are judged and compared."""
        return sells_new(self.listing)

    def comparison(self, brand: Brand) -> Comparison | None:
        """The net price beside the floor in force; None where no product matches or no net price can be said."""
        return self.held(brand, self.net_price(brand))

    def held(self, brand: Brand, net: NetPrice, of: Product | None = None) -> Comparison | None:
        """A net price beside the floor in force `of` a product, the matched one if none is given; None without any."""
        product = of or self.match(brand).product
        if product is None or net.unit is None:
            return None
        return compare_with_floor(
            brand,
            product,
            net.unit,
            currency=net.currency,
            territory=self.listing.territory,
            channel=self.listing.marketplace,
            moment=self.observation.observed_at,
            site=site_of_floor(brand, product, self.listing),
        )

    def doubt(self, brand: Brand) -> str:
        """What leaves open whether a price below its floor is that of one new unit of the product; "" if nothing."""
        if brand.slug not in self._doubts:
            match, net, held = self.match(brand), self.net_price(brand), self.comparison(brand)
            single = self.held(brand, net, match.single) if match.single else None
            self._doubts[brand.slug] = doubt_of_goods(self.listing, brand, match, net, held, single)
        return self._doubts[brand.slug]

    def policed(self, brand: Brand) -> Policed:
        """Whether the brand may police prices where the listing sells."""
        return policed(brand, self.listing.territory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The keys of `[detectors.<kind>]` in brand.toml; a detector with settings derives a frozen dataclass from it."""


S = TypeVar("S", bound=Settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One listing that a detector must flag, or must leave alone: documentation, and a test of its own.

    `listing` is a record of contract 2.3; `history` are earlier records, of the same listing or of others; `photos` are
    the contents of its images by their names.
    """

    says: str
    brand: Brand
    listing: Mapping[str, Any]
    flagged: bool
    history: Sequence[Mapping[str, Any]] = field(default=())
    photos: Mapping[str, bytes] = field(default_factory=dict)


class Detector(ABC, Generic[S]):
    """One kind of flag, prepared for all brands. Subclasses set `kind` and `Settings`, and yield flags."""

    kind: ClassVar[str]
    reads_history: ClassVar[bool] = False
    """True for a detector that asks for what was seen before; it then runs with the store's lock held, so be quick."""
    Settings: type[S]

    def __init__(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        self.settings: Mapping[str, S] = {b.slug: read_settings(self.Settings, self.kind, b) for b in portfolio.brands}

    @abstractmethod
    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:
        """The flags that the subject deserves, for any brand of the portfolio."""

    @classmethod
    @abstractmethod
    def examples(cls) -> Sequence[Example]:
        """At least one listing that is flagged, and one look-alike that is not."""


def discover() -> tuple[type[Detector[Any]], ...]:
    """All detectors of the package, in the order of their kinds. Two of one kind are an error."""
    found: dict[str, type[Detector[Any]]] = {}
    for module in pkgutil.iter_modules(detectors.__path__):
        if module.name.startswith("_") or module.name == "base":
            continue
        loaded = importlib.import_module(f"detectors.{module.name}")
        for thing in vars(loaded).values():
            if isinstance(thing, type) and issubclass(thing, Detector) and thing.__module__ == loaded.__name__:
                if thing.kind in found:
                    raise ConfigurationError(f"detectors/{module.name}.py: the kind {thing.kind!r} is already taken")
                found[thing.kind] = thing
    return tuple(found[kind] for kind in sorted(found))


def read_settings(cls: type[S], kind: str, brand: Brand) -> S:
    """The settings of one detector for one brand. All unknown keys and wrong values are told, with file and key."""
    table = brand.detectors.get(kind, {})
    known = {f.name: f for f in fields(cls)}
    values: dict[str, object] = {}
    wrong_keys = []
    for key, value in table.items():
        where = f"{brand.path}: detectors.{kind}.{key}"
        if key not in known:
            wrong_keys.append(f"{where}: unknown key; known are: {', '.join(sorted(known)) or 'none'}")
            continue
        try:
            values[key] = _fit(known[key].type, value, where)
        except ConfigurationError as failure:
            wrong_keys.append(str(failure))
    if wrong_keys:
        raise ConfigurationError("\n".join(wrong_keys))
    try:
        return cls(**values)
    except ValueError as wrong:
        raise ConfigurationError(f"{brand.path}: detectors.{kind}.{wrong}") from None


def wrong_settings(brand: Brand, kinds: Sequence[type[Detector[Any]]] | None = None) -> Iterator[str]:
    """What is wrong with what a brand says to the detectors, and each detector that is not known: all of it at once."""
    known = {kind.kind: kind for kind in (discover() if kinds is None else kinds)}
    for name in brand.detectors:
        if name not in known:
            yield f"{brand.path}: detectors.{name}: no such detector; known are: {', '.join(sorted(known))}"
            continue
        try:
            read_settings(known[name].Settings, name, brand)
        except ConfigurationError as failure:
            yield from str(failure).splitlines()


def _fit(kind: object, value: object, where: str) -> object:
    """A TOML value as the type that the settings declare."""
    wanted = kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))
    if wanted == "Decimal" and isinstance(value, (int, float)) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite():
            return number
    elif (wanted == "bool" and isinstance(value, bool)) or (
        wanted == "int" and isinstance(value, int) and not isinstance(value, bool)
    ):
        return value
    elif wanted == "float" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    elif wanted == "str" and isinstance(value, str):
        return value
    elif wanted.startswith("tuple") and isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    raise ConfigurationError(f"{where}: {value!r} is not of the kind {wanted}")
