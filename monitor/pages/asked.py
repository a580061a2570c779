"""What is asked for the goods: price, currency, list price, shipping, and which source is believed for each.

- A price that the page shows struck through, or that another source calls the list price, is the list price.
- A price in the page's data stands, unless the page strikes it through or shows a hundredth of it: data in cents.
- One that the data gives until a day, and the page shows nowhere, gives way to a higher one that the page shows.
- A range gives its lower end, and says so; a price that others start from is no price.
- A currency that is shown beside the amount and means one currency alone goes before the one in the data; a sign that
  cannot mean the one in the data leaves the currency open.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from monitor.pages.before import price_before
from monitor.pages.country import NO_CENTS
from monitor.pages.document import Document
from monitor.pages.draft import Draft, Found
from monitor.pages.for_some import ONE_WAY, why_no_price
from monitor.pages.money import LOWEST, read_price
from monitor.pages.rules import Rules
from monitor.pages.visible import Shown, Visible
from monitor.records.currency import contradicts, currency_code


@dataclass(slots=True)
class Asked:
    """Values of a listing's fields, where they come from, how the page displays them; `price_to` ends a range."""

    values: dict[str, object] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    displayed: dict[str, str] = field(default_factory=dict)
    price_to: Decimal | None = None
    is_lowest: bool = False
    """Whether the price is that of the cheapest of several offers, used ones among them."""
    by_one_means: Decimal | None = None
    """What those pay who pay in one way, where the data gives that."""

    def note(self, name: str, value: object, source: str) -> None:
        """Note a value with its source."""
        self.values[name], self.sources[name] = value, source


def read_asked(draft: Draft, document: Document, visible: Visible, rules: Rules, *, alone: bool) -> Asked:
    """All that one offer asks; `alone` says that the page has no other, so that what it shows belongs to this one."""
    asked = Asked()
    place = _price(asked, draft, document, visible, alone=alone)
    price = asked.values.get("price")
    assert price is None or isinstance(price, Decimal)
    if place is not None and price is not None:
        asked.displayed["price"] = place.text
    _currency(asked, draft, document, place, price, rules.signs)
    _list_price(asked, draft, document, visible if alone and "list_price" not in rules.fields else None, price)
    if (shipping := read_amount(draft.get("shipping"), draft.get("currency"), document)) is not None:
        asked.note("shipping", shipping, draft.fields["shipping"].source)
    return asked


def read_amount(text: str, currency: str, document: Document) -> Decimal | None:
    """An amount from data, where a point ends the units, or from a text as shown; None for what is no single price."""
    text = text.strip()
    plain = text.replace(".", "", 1)
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 18):
        return read_price(text).amount
    decimals = len(text) - text.find(".") - 1 if "." in text else 0
    in_thousands = decimals == 3 and (currency.upper() in NO_CENTS or document.site.comma is True)
    return Decimal(plain if in_thousands else text.strip(".") or "0")


def _price(asked: Asked, draft: Draft, document: Document, visible: Visible, *, alone: bool) -> Shown | None:
    """Decide on the price; returns where the page shows it."""
    said = draft.fields.get("price")
    stated = read_amount(said.text, draft.get("currency"), document) if said else None
    if said is not None and stated:
        if said.source.startswith("state") and "." not in said.text and not visible.showing(stated):
            hundredth = stated / 100  # many shops keep cents, and only the page tells which
            stated = hundredth if visible.showing(hundredth) else stated
        if said.source.startswith("rule"):  # what it names stands on the page, with its sign
            asked.note("price", stated, said.source)
            return Shown(said.text, read_price(said.text), said.source)
        if (high := _end_of(draft, said, document)) and high > stated:
            _note_range(asked, document, stated, high, said.source)
            return visible.showing(stated)
        return _stated_or_shown(asked, draft, stated, document, visible if alone else None) or visible.showing(stated)
    if alone or draft.get("low_price"):
        return _range_or_shown(asked, draft, document, visible, alone=alone)
    return None


def _stated_or_shown(
    asked: Asked, draft: Draft, stated: Decimal, document: Document, visible: Visible | None
) -> Shown | None:
    """Note the price in the data, or the one shown where the page says why; then this is returned."""
    said = draft.fields["price"]
    best = visible.best if visible is not None and visible.heading is not None else None
    place = visible.showing(stated) if visible is not None else None
    if best is None or not best.price.amount:
        asked.note("price", stated, said.source)
        return None
    why = _why_shown(draft, stated, best, place, document)
    if why is None:
        another = f" ({best.source} says {best.price.amount})" if place is None else ""
        asked.note("price", stated, said.source + another)
        return None
    asked.by_one_means = stated if why == ONE_WAY else None
    asked.note("price", best.price.amount, f"{best.source} ({said.source} says {stated}{why and f', {why}'})")
    return best


def _why_shown(draft: Draft, stated: Decimal, best: Shown, place: Shown | None, document: Document) -> str | None:
    """Why the shown price goes before the data's, in words if there are any; None where it does not."""
    assert best.price.amount is not None
    in_cents = "." not in draft.get("price") and best.price.amount * 100 == stated
    if place.old if place is not None else in_cents:
        return ""
    if place is None and _may_have_ended(draft, stated, best, document):
        return "for a time"
    return why_no_price(stated, best, place, document) or None


def _may_have_ended(draft: Draft, stated: Decimal, best: Shown, document: Document) -> bool:
    """Whether a price that the data gives until a day, and the page shows nowhere, gives way to a higher one shown.

    The day itself says little: shops leave it in the past, and a page is read long after it was kept. A lower amount
    may be of something else, and would accuse.
    """
    until, amount = draft.fields.get("price_until"), best.price.amount
    said = draft.fields["price"]
    same_source = until is not None and until.source.split(" ")[0] == said.source.split(" ")[0]
    if not same_source or amount is None or not stated < amount <= 2 * stated or not best.price.currency:
        return False
    said_in, shown_in = (currency_code(sign, document.country) for sign in (draft.get("currency"), best.price.currency))
    same = shown_in == said_in or (not shown_in and not contradicts(best.price.currency, said_in))
    return same and not _sign_beside(stated, document)


def _range_or_shown(asked: Asked, draft: Draft, document: Document, visible: Visible, *, alone: bool) -> Shown | None:
    """A range in the data, else the price that the page shows, else the range that it shows."""
    low, high = (read_amount(draft.get(name), draft.get("currency"), document) for name in ("low_price", "high_price"))
    source = draft.fields["low_price"].source if low else ""
    place = visible.showing(low) if low else visible.best or visible.guess
    if not (low and high) and (place is None or low):
        place = visible.best or visible.range
        low, high = (place.price.low, place.price.high) if place is not None and place.price.high else (None, None)
        source = place.source if place is not None else ""
    ruled = source.startswith("rule")  # a marketplace's own range is that of its variants
    if alone and not ruled and low and high and low < high and (one := _one_of(draft, low, high, visible)) is not None:
        asked.note("price", one.price.amount, f"{one.source} ({source} says {low} to {high})")
        return one
    start = visible.start
    if low and low == high and start is not None and start.price.low == low:  # "from 200": one lower end, no upper
        return start
    if low and low == high:
        asked.note("price", low, source)
    elif low and high:
        _note_range(asked, document, low, high, source)
    elif place is not None and place.price.amount:
        asked.note("price", place.price.amount, place.source)
    elif start is not None and start.price.problem == LOWEST:
        asked.note("price", start.price.low, f"{start.source} ({LOWEST})")
        asked.is_lowest, place = True, start
    return place


def _one_of(draft: Draft, low: Decimal, high: Decimal, visible: Visible) -> Shown | None:
    """The amount of a range that the page asks for the one thing that its button buys; None where it does not tell.

    That is the only amount of the range that it asks, or, where it names one of several sellers, the first. The lowest
    of all may be that of a part alone, and stays the end of a range.
    """
    best = visible.best
    if best is None or best.price.amount is None or not best.price.currency or not visible.buy_buttons or visible.range:
        return None
    within = visible.asked_from(low, high)
    seller = draft.fields.get("seller_name")
    of_one_seller = seller is not None and seller.source.startswith("page") and draft.get("count") not in ("", "1")
    is_told = set(within) == {best.price.amount} or (of_one_seller and within[:1] == [best.price.amount])
    return best if is_told and best.price.amount > low and visible.start is None else None


def _end_of(draft: Draft, price: Found, document: Document) -> Decimal | None:
    """The upper end of the range that starts with a price, where the same source names both."""
    high = draft.fields.get("high_price")
    if high is None or high.source.split(" ")[0] != price.source.split(" ")[0]:
        return None
    return read_amount(high.text, draft.get("currency"), document)


def _note_range(asked: Asked, document: Document, low: Decimal, high: Decimal, source: str) -> None:
    asked.note("price", low, f"{source} (a range up to {high})")
    asked.price_to = high
    document.problems.append("price: a range, its lower end was read")


def _currency(
    asked: Asked, draft: Draft, document: Document, place: Shown | None, price: Decimal | None, signs: str
) -> None:
    """Decide on the currency; `signs` is the country whose signs a site of no country uses."""
    said = draft.fields.get("currency")
    code = currency_code(said.text, document.country or signs) if said else ""
    source = said.source if said else ""
    sign = (place.price.currency if place else "") or _sign_beside(price, document)
    shown = currency_code(sign) or ("" if code else currency_code(sign, document.country or signs))
    if code and not shown and contradicts(sign, code):  # `$` beside an amount that the data gives in euros: neither
        code = ""
    if shown and shown != code:
        code, source = shown, place.source if place is not None else "page text"
    if not code and not sign and not said and price is not None and document.currency:
        code, source = document.currency, "the site's country"
    if code:
        asked.note("currency", code, source)
    if displayed := sign or (said.text if said else "") or code:
        asked.displayed["currency"] = displayed


def _sign_beside(price: Decimal | None, document: Document) -> str:
    """The currency in a line of the page's text that shows this amount and little else."""
    if price is None:
        return ""
    tail = str(int(price))[-3:]
    lines = (line for line in document.text.split("\n") if len(line) <= 40 and tail in line)
    found = (read_price(line) for line in islice(lines, 50))
    return next((shown.currency for shown in found if shown.currency and shown.amount == price), "")


def _list_price(asked: Asked, draft: Draft, document: Document, visible: Visible | None, price: Decimal | None) -> None:
    said = draft.fields.get("list_price")
    before = read_amount(said.text, draft.get("currency"), document) if said else None
    source = said.source if said else ""
    if before is None and visible is not None and price is not None:
        for shown in visible.old:
            if shown.price.amount is not None and price < shown.price.amount < price * 20 and shown.score > -7:
                before, source = shown.price.amount, shown.source
                break
        else:
            before, source = price_before(document, visible, price) or (None, "")
    if before is not None and (price is None or before > (asked.price_to or price)):
        asked.note("list_price", before, source)
