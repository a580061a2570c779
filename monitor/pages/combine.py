"""From what the sources say to listings: which source wins for which field, and how a conflict is settled.

The order is that of the sources as given: the marketplace's own rules, structured data, embedded state, meta elements,
tables, the visible page. Three rules go before it:
- A price that the page shows struck through is the list price; the price beside the buy button is asked.
- An article number that the page shows to people goes before one that only its data holds.
- What several offers of a page have in common comes from the product, what differs is each offer's own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from monitor.pages.country import NO_CENTS, Site
from monitor.pages.document import Document, squeeze
from monitor.pages.draft import Draft, Found
from monitor.pages.money import Price, read_price
from monitor.pages.numbers import item_number, shown_number, trade_number
from monitor.pages.seller import seller_id_of
from monitor.pages.visible import Shown, Visible
from monitor.pages.words import availability_of, condition_of
from monitor.records import Condition, Listing, canonical_url
from monitor.records.currency import currency_code

MAX_LISTINGS = 200
MAX_IMAGES = 50
OF_THE_OFFER = frozenset(
    [
        "price",
        "list_price",
        "currency",
        "availability",
        "condition",
        "shipping",
        "coupon",
        "seller_id",
        "seller_name",
        "seller_url",
        "seller_country",
        "low_price",
        "high_price",
        "count",
        "territory",
        "pack_count",
    ]
)
Noted = Callable[[str], None]


@dataclass(slots=True)
class Result:
    """Listings with what the page displays for each."""

    listings: list[Listing] = field(default_factory=list)
    shown: list[Mapping[str, str]] = field(default_factory=list)


def combine(document: Document, sources: Sequence[Sequence[Draft]], visible: Visible) -> Result:
    """The listings of a product page; `sources` are the drafts of each source, the most trusted first."""
    frame = _frame(sources)
    result = Result()
    if not frame:
        return result
    rest = [drafts[0] for drafts in sources if drafts and drafts is not frame]
    merged = [_merged(draft, rest, alone=len(frame) == 1) for draft in frame[:MAX_LISTINGS]]
    if len(frame) > MAX_LISTINGS:
        document.problems.append(f"offers: {len(frame)} on one page, {MAX_LISTINGS} were read")
    for draft in merged:
        reader = _Reader(document, visible, alone=len(merged) == 1)
        listing, shown = reader.listing(draft)
        result.listings.append(listing)
        result.shown.append(shown)
    if len(merged) > 1:
        _tell_apart(result, visible)
    return result


def _frame(sources: Sequence[Sequence[Draft]]) -> Sequence[Draft]:
    """The drafts that say how many offers there are: the most trusted source with several, else with a price."""
    several = [drafts for drafts in sources if len(drafts) > 1 and any(d.get("price") for d in drafts)]
    priced = [drafts for drafts in sources if any(d.get("price") for d in drafts)]
    return (several or priced or [drafts for drafts in sources if drafts] or [[]])[0]


def _merged(draft: Draft, rest: Sequence[Draft], *, alone: bool) -> Draft:
    """The draft with what others know and it does not; of several offers only what they have in common."""
    merged = replace(draft, fields=dict(draft.fields), images=list(draft.images), attributes=dict(draft.attributes))
    for other in rest:
        for name, found in other.fields.items():
            if alone or name not in OF_THE_OFFER:
                merged.fields.setdefault(name, found)
        merged.images = merged.images or list(other.images)
        for name, value in other.attributes.items():
            merged.attributes.setdefault(name, value)
    return merged


class _Reader:
    """Turns one merged draft into a listing."""

    def __init__(self, document: Document, visible: Visible, *, alone: bool) -> None:
        self.document = document
        self.visible = visible
        self.site: Site = document.site
        self.alone = alone

    def listing(self, draft: Draft) -> tuple[Listing, dict[str, str]]:
        """The listing and what the page displays."""
        self.sources: dict[str, str] = {}
        self.displayed: dict[str, str] = {}
        values: dict[str, object] = {}
        for name in ("title", "description", "brand", "mpn", "seller_name"):
            if text := squeeze(draft.get(name), 20_000 if name == "description" else 2_000):
                values[name] = text
                self.sources[name] = draft.fields[name].source
        self._numbers(draft, values)
        self._money(draft, values)
        self._states(draft, values)
        self._seller(draft, values)
        url = self.document.absolute(draft.get("offer_url") or "") or self.document.canonical or self.document.url
        values["url"] = canonical_url(url) if self._same_site(url) else canonical_url(self.document.url)
        values["images"] = self._images(draft)
        values["attributes"] = dict(list(draft.attributes.items())[:200])
        if values["images"]:
            self.sources["images"] = draft.source
        listing = Listing(
            marketplace=self.document.host,
            title=str(values.pop("title", "")),
            url=str(values.pop("url")),
            sources=self.sources,
            **values,  # type: ignore[arg-type]
        )
        return listing, self.displayed

    def _numbers(self, draft: Draft, values: dict[str, object]) -> None:
        own = draft.fields.get("offer_sku") or draft.fields.get("sku")
        in_address = item_number(self.document.canonical) or item_number(self.document.url)
        if own is not None and own.source.startswith("rule"):
            sku: Found | None = own
        elif number := shown_number(self.document.text):
            sku = Found(number, "page: article number")
        elif own is not None and not own.text.startswith("http"):
            sku = own
        else:
            sku = Found(in_address, "address") if in_address else None
        if sku is not None:
            values["sku"] = squeeze(sku.text, 100)
            self.sources["sku"] = sku.source
        gtin = draft.fields.get("offer_gtin") or draft.fields.get("gtin")
        if gtin is not None and (number := trade_number(gtin.text)):
            values["gtin"] = number
            self.sources["gtin"] = gtin.source
        item = in_address or (squeeze(own.text, 100) if own is not None and self.alone else "")
        values["listing_id"] = item or canonical_url(self.document.canonical or self.document.url)

    def _money(self, draft: Draft, values: dict[str, object]) -> None:
        price, place = self._price(draft)
        currency = draft.fields.get("currency")
        sign = (place.price.currency if place else "") or ""
        code = currency_code(currency.text, self.site.country) if currency else ""
        if sign and not code:
            code = currency_code(sign, self.site.country)
        if price is not None:
            values["price"] = price
            if place is not None:
                self.displayed["price"] = place.text
            if not code and not currency and self.site.currency:
                code, self.sources["currency"] = self.site.currency, "the site's country"
        if code:
            values["currency"] = code
            self.sources.setdefault("currency", currency.source if currency else f"page {place.path}" if place else "")
        if sign or currency:
            self.displayed["currency"] = sign or (currency.text if currency else "")
        elif code:
            self.displayed["currency"] = code
        self._list_price(draft, values, price)
        if shipping := draft.get("shipping"):
            amount = self._amount(shipping, code)
            if amount is not None:
                values["shipping"] = amount
                self.sources["shipping"] = draft.fields["shipping"].source

    def _price(self, draft: Draft) -> tuple[Decimal | None, Shown | None]:
        """The price asked and where it is shown."""
        said = draft.fields.get("price")
        stated = self._amount(said.text, draft.get("currency")) if said else None
        if said is not None and stated is None and said.text:
            self.document.problems.append(f"price: {squeeze(said.text, 40)!r} is no single price")
        if not self.alone and stated is not None:
            self.sources["price"] = said.source if said else ""
            return stated, self.visible.showing(stated)
        best = self.visible.best
        if stated is not None and said is not None:
            place = self.visible.showing(stated)
            believed = said.source.startswith("rule") or best is None or best.price.amount == stated
            if not believed and best is not None and (place is None or place.old):
                self.sources["price"] = f"page {best.path} ({said.source} says {stated})"
                return best.price.amount, best
            self.sources["price"] = said.source
            return stated, place
        if draft.get("low_price"):
            return self._range(draft)
        if best is not None:
            self.sources["price"] = f"page {best.path}"
        return (best.price.amount, best) if best is not None else (None, None)

    def _range(self, draft: Draft) -> tuple[Decimal | None, Shown | None]:
        self.document.problems.append(
            f"price: a range from {squeeze(draft.get('low_price'), 40)} to {squeeze(draft.get('high_price'), 40)}"
        )
        return None, None

    def _list_price(self, draft: Draft, values: dict[str, object], price: Decimal | None) -> None:
        said = draft.fields.get("list_price")
        before = self._amount(said.text, draft.get("currency")) if said else None
        source = said.source if said else ""
        if before is None and self.alone and price is not None:
            for shown in self.visible.old:
                if shown.price.amount is not None and price < shown.price.amount < price * 20 and shown.score > -7:
                    before, source = shown.price.amount, f"page {shown.path}"
                    break
        if before is not None and (price is None or before > price):
            values["list_price"], self.sources["list_price"] = before, source

    def _amount(self, text: str, currency: str) -> Decimal | None:
        """An amount from data, where a point ends the units, or from a text as shown."""
        text = text.strip()
        plain = text.replace(".", "", 1)
        if plain.isascii() and plain.isdigit() and len(plain) <= 18:
            cents = len(text) - text.find(".") - 1 if "." in text else 0
            in_thousands = cents == 3 and (currency.upper() in NO_CENTS or self.site.comma is True)
            try:
                return Decimal(text.replace(".", "") if in_thousands else text)
            except InvalidOperation:
                return None
        read: Price = read_price(text)
        return read.amount

    def _states(self, draft: Draft, values: dict[str, object]) -> None:
        said = draft.fields.get("availability")
        state = availability_of(said.text) if said else None
        if state is not None and said is not None:
            values["availability"], self.sources["availability"] = state, said.source
        elif (found := self.visible.availability) is not None:
            values["availability"], self.sources["availability"] = found
        elif values.get("price") is not None:
            values["availability"] = availability_of("InStock")
            self.sources["availability"] = "page: offered at a price, and nothing says that it is not there"
        said = draft.fields.get("condition")
        condition = condition_of(said.text) if said else None
        if condition is not None and said is not None:
            values["condition"], self.sources["condition"] = condition, said.source
        else:
            values["condition"] = Condition.NEW

    def _seller(self, draft: Draft, values: dict[str, object]) -> None:
        url = self.document.absolute(draft.get("seller_url"))
        if url and self._same_site(url):
            values["seller_id"] = seller_id_of(url, self.document.host)
            self.sources["seller_id"] = draft.fields["seller_url"].source
        elif draft.get("seller_id"):
            values["seller_id"] = squeeze(draft.get("seller_id"), 300)
            self.sources["seller_id"] = draft.fields["seller_id"].source
        elif url and draft.get("seller_name"):
            values["seller_id"] = seller_id_of(url, self.document.host)
            self.sources["seller_id"] = draft.fields["seller_url"].source
        for name in ("seller_country", "territory"):
            text = draft.get(name)
            if len(text) == 2 and text.isalpha():
                values[name], self.sources[name] = text.upper(), draft.fields[name].source
        if "territory" not in values and self.site.country:
            values["territory"], self.sources["territory"] = self.site.country, "the site's address"

    def _images(self, draft: Draft) -> tuple[str, ...]:
        absolute = (self.document.absolute(image) for image in draft.images[: MAX_IMAGES * 2])
        return tuple(dict.fromkeys(image for image in absolute if image))[:MAX_IMAGES]

    def _same_site(self, url: str) -> bool:
        one, other = urlsplit(url).hostname or "", urlsplit(self.document.url).hostname or ""
        return one.removeprefix("www.") == other.removeprefix("www.")


def _tell_apart(result: Result, visible: Visible) -> None:
    """Give each offer of a page an id of its own, and put the one first that the page shows."""
    seen: dict[str, int] = {}
    for place, listing in enumerate(result.listings):
        mark = listing.seller_id or listing.sku or "/".join(listing.attributes.get(n, "") for n in ("color", "size"))
        own = f"{listing.listing_id}#{mark.strip('/')}" if mark.strip("/") else listing.listing_id
        seen[own] = seen.get(own, 0) + 1
        if seen[own] > 1:
            own = f"{own}#{seen[own]}"
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
