"""From what the sources say to listings: which source wins for which field, and how a conflict is settled.

The order is that of the sources as given: the marketplace's own rules, structured data, embedded state, meta elements,
tables, the visible page. Three rules go before it:
- A price that the page shows struck through is the list price; the price beside the buy button is asked.
- An article number that the page shows to people goes before one that only its data holds.
- What several offers of a page have in common comes from the product, what differs is each offer's own. Only the seller
  whom the page names is that of the offer it shows, and as it may show another tomorrow, he changes no offer's id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from urllib.parse import urlsplit

from monitor.pages.asked import read_amount, read_asked
from monitor.pages.document import Document, squeeze
from monitor.pages.draft import Draft, Found
from monitor.pages.merge import frame_of, merged_of, told_apart
from monitor.pages.money import LOWEST, read_price
from monitor.pages.numbers import as_shown, listing_id, shown_number, trade_number, without_label
from monitor.pages.offer_ids import marks_of
from monitor.pages.paying import WITH_WAYS_OF_PAYING
from monitor.pages.rules import Rules
from monitor.pages.seller import seller_id_of
from monitor.pages.sites import marketplace_of
from monitor.pages.visible import Visible
from monitor.pages.words import availability_of, condition_of
from monitor.records import Availability, Condition, Listing, canonical_url, host_of

MAX_LISTINGS = 200
MAX_IMAGES = 50
SELLER = ("seller_name", "seller_url", "seller_id", "seller_country")
LEAST_OF_A_GTIN = 12
"""Digits from which on a number with a right check digit is hardly one by chance."""


@dataclass(slots=True)
class Result:
    """Listings with what the page displays for each."""

    listings: list[Listing] = field(default_factory=list)
    shown: list[Mapping[str, str]] = field(default_factory=list)


def combine(document: Document, sources: Sequence[Sequence[Draft]], visible: Visible, rules: Rules) -> Result:
    """The listings of a product page; `sources` are the settled drafts of each source, the most trusted first.

    Of fields that the marketplace's own `rules` read no guess is made.
    """
    frame = frame_of(sources)
    result = Result()
    aspects: list[Sequence[str]] = []
    if not frame:
        return result
    rest = [drafts[0] for drafts in sources if drafts and drafts is not frame]
    offers = told_apart(frame, document)
    merged = [merged_of(draft, rest, document, alone=len(offers) == 1) for draft in offers[:MAX_LISTINGS]]
    shown_one = _name_seller(merged, rest, document, visible) if len(merged) > 1 else None
    if len(offers) > MAX_LISTINGS:
        document.problems.append(f"offers: {len(offers)} on one page, {MAX_LISTINGS} were read")
    for draft in merged:
        reader = _Reader(document, visible, rules, alone=len(merged) == 1)
        listing, shown = reader.listing(draft)
        result.listings.append(listing)
        result.shown.append(shown)
        id_, name = listing.seller_id, listing.seller_name
        if draft is shown_one:
            id_, name = rules.seller_in(document.url), ""
        aspects.append((id_, reader.number, name, *_traits(document, draft, listing)))
    if len(merged) > 1:
        _tell_apart(result, aspects, visible)
    return result


def _name_seller(offers: Sequence[Draft], rest: Sequence[Draft], document: Document, visible: Visible) -> Draft | None:
    """Give the seller whom the page names to the one of some offers without sellers that it shows the price of.

    Returns that offer, or None where there is none.
    """
    if any(offer.get(name) for offer in offers for name in SELLER):
        return None
    named = next((draft for draft in rest if draft.get("seller_name")), None)
    shown = visible.best.price.amount if named is not None and visible.best is not None else None
    asked = [
        draft for draft in offers if shown and read_amount(draft.get("price"), draft.get("currency"), document) == shown
    ]
    if named is None or len(asked) != 1:
        return None
    asked[0].fields.update({name: named.fields[name] for name in SELLER if name in named.fields})
    return asked[0]


class _Reader:
    """Turns one merged draft into a listing."""

    def __init__(self, document: Document, visible: Visible, rules: Rules, *, alone: bool) -> None:
        self.document = document
        self.visible = visible
        self.site = document.site
        self.rules = rules
        self.alone = alone
        self.price_to: Decimal | None = None
        self.is_lowest = False
        self.one_way: Decimal | None = None
        self.number = ""
        """The offer's own number in the page's data, which tells the offers of a page apart."""

    def listing(self, draft: Draft) -> tuple[Listing, dict[str, str]]:
        """The listing and what the page displays."""
        self.sources: dict[str, str] = {}
        self.displayed: dict[str, str] = {}
        values: dict[str, object] = {}
        for name in ("title", "description", "brand", "mpn", "seller_name"):
            if text := squeeze(draft.get(name), 20_000 if name == "description" else 2_000):
                values[name] = text
                self.sources[name] = draft.fields[name].source
        variant = squeeze(draft.get("offer_title"), 200)
        if variant and not self.alone:
            values["title"] = _named(str(values.get("title", "")), variant)
        self._numbers(draft, values)
        self._money(draft, values)
        self._states(draft, values)
        self._seller(draft, values)
        values["url"] = self._url(draft)
        values["images"] = self._images(draft)
        values["attributes"] = dict(list(draft.attributes.items())[:199])
        if self.price_to is not None:
            values["attributes"]["price_to"] = f"{self.price_to:f}"  # type: ignore[index]
        if (price := values.get("price")) is not None and self._is_bid(draft, price):
            values["attributes"]["bid"] = str(price)  # type: ignore[index]
        if self.one_way is not None:
            values["attributes"]["price_by_one_means"] = f"{self.one_way:f}"  # type: ignore[index]
        if self.is_lowest:
            values["attributes"]["price_is"] = LOWEST  # type: ignore[index]
        if values["images"]:
            self.sources["images"] = draft.source
        listing = Listing(
            marketplace=marketplace_of(self.document.host),
            title=str(values.pop("title", "")),
            url=str(values.pop("url")),
            sources=self.sources,
            **values,  # type: ignore[arg-type]
        )
        return listing, self.displayed

    def _numbers(self, draft: Draft, values: dict[str, object]) -> None:
        own = draft.fields.get("offer_sku") or draft.fields.get("sku")
        if own is not None:
            own = None if own.text.startswith("http") else Found(without_label(own.text), own.source)
        in_address = self.rules.number_of(self.document.canonical) or self.rules.number_of(self.document.url)
        sku = self._sku(own, in_address)
        if sku is not None:
            values["sku"] = squeeze(sku.text, 100)
            self.sources["sku"] = sku.source
        gtin = draft.fields.get("offer_gtin") or draft.fields.get("gtin")
        if gtin is None and own is not None and len(own.text) >= 12:
            gtin = own
        if gtin is not None and (number := trade_number(gtin.text)):
            values["gtin"] = number
            self.sources["gtin"] = gtin.source
        values["listing_id"] = self.rules.known_by(self.document.url) or listing_id(self._url(Draft("")))
        self.number = own.text if own is not None else ""

    def _sku(self, own: Found | None, in_address: str) -> Found | None:
        """The site's number of the goods: as its rules say, as the page shows it, as its data or address says."""
        if own is not None and own.source.startswith("rule"):
            return own
        if own is not None and in_address and own.text != in_address and trade_number(own.text):
            own = None
        address = Found(in_address, "address") if in_address else None
        for known in (own, address):
            if known is address and len(in_address) >= LEAST_OF_A_GTIN and trade_number(in_address):
                continue  # the page shows it as a trade number, and may have an article number too
            if known is not None and (shown := as_shown(known.text, self.document.text)):
                return Found(shown, known.source)
        if number := shown_number(self.document.text):
            return Found(number, "page: article number")
        return own or address

    def _money(self, draft: Draft, values: dict[str, object]) -> None:
        asked = read_asked(draft, self.document, self.visible, self.rules, alone=self.alone)
        values.update(asked.values)
        self.sources.update(asked.sources)
        self.displayed.update(asked.displayed)
        self.price_to, self.is_lowest = asked.price_to, asked.is_lowest
        price = asked.values.get("price")
        if self.alone and self.document.country in WITH_WAYS_OF_PAYING and isinstance(price, Decimal):
            self.one_way = asked.by_one_means or self.visible.one_way(price)

    def _states(self, draft: Draft, values: dict[str, object]) -> None:
        said = draft.fields.get("availability")
        state = availability_of(said.text) if said else None
        if state is not None and said is not None and not self._is_contradicted(state):
            values["availability"], self.sources["availability"] = state, said.source
        elif "availability" not in self.rules.fields and (found := self.visible.availability) is not None:
            values["availability"], self.sources["availability"] = found
        elif values.get("price") is not None:
            values["availability"] = Availability.IN_STOCK
            self.sources["availability"] = "page: offered at a price, and nothing says that it is not there"
        said = draft.fields.get("condition")
        condition = condition_of(said.text) if said else None
        if condition is not None and said is not None:
            values["condition"], self.sources["condition"] = condition, said.source
        else:
            values["condition"] = Condition.NEW

    def _is_bid(self, draft: Draft, price: object) -> bool:
        """Whether a price is what has been bid so far: the page calls it so, or one can bid on it and not buy."""
        may_be = self.alone and self.rules.auctions
        return read_price(draft.get("bid")).amount == price or (may_be and self.visible.is_auction)

    def _is_contradicted(self, state: Availability) -> bool:
        """Whether a button says otherwise than the data: one that buys beside a price, or none and one that cannot."""
        if not self.alone:
            return False
        if state is Availability.OUT_OF_STOCK:
            return bool(self.visible.buy_buttons) and self.visible.best is not None
        ruled = "availability" in self.rules.fields  # what a marketplace's own rule reads stands on the page
        return state is Availability.IN_STOCK and not ruled and self.visible.is_sold_out

    def _seller(self, draft: Draft, values: dict[str, object]) -> None:
        url = self.document.absolute(draft.get("seller_url"))
        linked = seller_id_of(url, self.document.host, self.rules) if url else ""
        if linked and self._same_site(url):
            values["seller_id"] = linked
            self.sources["seller_id"] = draft.fields["seller_url"].source
        elif draft.get("seller_id"):
            values["seller_id"] = squeeze(draft.get("seller_id"), 300)
            self.sources["seller_id"] = draft.fields["seller_id"].source
        elif linked and draft.get("seller_name"):
            values["seller_id"] = linked
            self.sources["seller_id"] = draft.fields["seller_url"].source
        elif in_address := self.rules.seller_in(self.document.url):
            values["seller_id"], self.sources["seller_id"] = in_address, "address"
        if url and (self._same_site(url) or marketplace_of(host_of(url)) == marketplace_of(self.document.host)):
            values["seller_url"], self.sources["seller_url"] = canonical_url(url), draft.fields["seller_url"].source
        for name in ("seller_country", "territory"):
            text = draft.get(name)
            if len(text) == 2 and text.isalpha():
                values[name], self.sources[name] = text.upper(), draft.fields[name].source
        if "territory" not in values and self.site.country:
            values["territory"], self.sources["territory"] = self.site.country, "the site's address"

    def _url(self, draft: Draft) -> str:
        """The one address of the item: as the marketplace knows it by its number, else as the offer or page says."""
        if (self.rules.address or self.rules.chosen) and self.rules.number_of(self.document.url):
            return self.rules.address_of(self.document.url)
        url = self.document.absolute(draft.get("offer_url")) or self.document.canonical or self.document.url
        return canonical_url(url if self._same_site(url) else self.document.url)

    def _images(self, draft: Draft) -> tuple[str, ...]:
        absolute = (self.rules.full_size(self.document.absolute(image)) for image in draft.images[: MAX_IMAGES * 2])
        return tuple(dict.fromkeys(image for image in absolute if image))[:MAX_IMAGES]

    def _same_site(self, url: str) -> bool:
        one, other = urlsplit(url).hostname or "", urlsplit(self.document.url).hostname or ""
        return one.removeprefix("www.") == other.removeprefix("www.")


def _named(title: str, variant: str) -> str:
    """The title of one of several offers, with the name that it has of its own: "strap only" is not the watch."""
    if variant.casefold() in title.casefold():
        return title
    return variant if title.casefold() in variant.casefold() else f"{title}, {variant}"


def _traits(document: Document, draft: Draft, listing: Listing) -> Sequence[str]:
    """What may tell an offer without a number or a seller of its own from the others of its page."""
    variant = "/".join(filter(None, (listing.attributes.get(name) for name in ("color", "size"))))
    url = document.absolute(draft.get("offer_url"))
    parts = urlsplit("" if url and canonical_url(url) in document.addresses else url)
    address = f"{parts.path}?{parts.query}".strip("?")
    return variant, draft.get("offer_title"), str(listing.condition), address


def of_seller(listing: Listing) -> Listing:
    """The only offer on a page of offers, known by its seller as it would be among others."""
    own = f"{listing.listing_id}#{listing.seller_id}" if listing.seller_id else listing.listing_id
    return replace(listing, listing_id=own)


def _tell_apart(result: Result, aspects: Sequence[Sequence[str]], visible: Visible) -> None:
    """Give each offer of a page an id of its own, and put the one first that the page shows."""
    for place, mark in enumerate(marks_of(aspects)):
        listing = result.listings[place]
        own = f"{listing.listing_id}#{mark}" if mark else listing.listing_id
        result.listings[place] = replace(listing, listing_id=own)
    best = visible.best
    order = sorted(
        range(len(result.listings)),
        key=lambda i: (
            result.listings[i].price is None,
            best is not None and result.listings[i].price != best.price.amount,
            str(result.listings[i].availability or "in_stock") != "in_stock",
            i,
        ),
    )
    result.listings = [result.listings[i] for i in order]
    result.shown = [result.shown[i] for i in order]
