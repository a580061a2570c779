"""One draft out of what several sources say of the same offer."""

from collections.abc import Sequence
from dataclasses import replace

from monitor.pages.asked import read_amount
from monitor.pages.document import Document, squeeze
from monitor.pages.draft import Draft, Found
from monitor.pages.money import ASKS, read_price

_of_the_offer = (
    "price price_until low_price high_price list_price currency availability condition shipping coupon pack_count "
    "territory count seller_id seller_name seller_url seller_country"
)
OF_THE_OFFER = frozenset(_of_the_offer.split())
"""What differs from offer to offer of one product."""


PRICES = frozenset({"price", "price_until", "low_price", "high_price", "list_price"})


def weigh(draft: Draft, document: Document) -> None:
    """Take back what is no price and no maker's number, so that another source may say it; note the ends of a range."""
    if draft.get("mpn") and draft.get("mpn") == draft.get("sku"):  # the shop's own number says nothing of the maker
        del draft.fields["mpn"]
    said = draft.fields.get("price")
    if said is None:
        return
    between = read_price(said.text)
    if between.before:
        draft.put("list_price", str(between.before), said.source)
    if between.role in ASKS and read_amount(said.text, draft.get("currency"), document):
        return
    del draft.fields["price"]
    if between.low and between.high:
        draft.fields["low_price"] = Found(str(between.low), said.source)
        draft.fields["high_price"] = Found(str(between.high), said.source)
    else:
        document.problems.append(f"price: {squeeze(said.text, 40)!r} is no single price")


def frame_of(sources: Sequence[Sequence[Draft]]) -> Sequence[Draft]:
    """The drafts that say how many offers there are: the most trusted source with several, else with a price."""
    several = [drafts for drafts in sources if len(drafts) > 1 and any(d.get("price") for d in drafts)]
    priced = [drafts for drafts in sources if any(d.get("price") for d in drafts)]
    ranges = [drafts for drafts in sources if any(d.get("low_price") for d in drafts)]
    return (several or priced or ranges or [drafts for drafts in sources if drafts] or [[]])[0]


def told_apart(offers: Sequence[Draft], document: Document) -> list[Draft]:
    """The offers, of those that differ in nothing but the price one with the range of their prices.

    Shops leave the price of before, or that of a larger number, among the offers: who asks how much is not said then.
    """
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for offer in offers:
        said = tuple(sorted((name, found.text) for name, found in offer.fields.items() if name not in PRICES))
        alike.setdefault((said, tuple(sorted(offer.attributes.items())), tuple(offer.images)), []).append(offer)
    return [_ranging(same, document) if len(same) > 1 else same[0] for same in alike.values()]


def _ranging(offers: Sequence[Draft], document: Document) -> Draft:
    ends = range_of(offers, document)
    if not ends or ends["low_price"].text == ends["high_price"].text:
        return offers[0]
    fields = {name: found for name, found in offers[0].fields.items() if name not in PRICES}
    return replace(offers[0], fields=fields | ends)


def range_of(offers: Sequence[Draft], document: Document) -> dict[str, Found]:
    """The lowest and the highest price of some offers, as fields; none where none has a price."""
    asked = {
        amount: offer.fields[name]
        for offer in offers
        for name in ("price", "low_price", "high_price")
        if (amount := read_amount(offer.get(name), offer.get("currency"), document))
    }
    return {"low_price": asked[min(asked)], "high_price": asked[max(asked)]} if asked else {}


def merged_of(draft: Draft, rest: Sequence[Draft], document: Document, *, alone: bool) -> Draft:
    """The draft with what others know and it does not; of several offers only what they have in common."""
    merged = replace(draft, fields=dict(draft.fields), images=list(draft.images), attributes=dict(draft.attributes))
    for other in rest:
        same_seller = _same_seller(merged, other)
        for name, found in other.fields.items():
            if (alone or name not in OF_THE_OFFER) and (same_seller or not name.startswith("seller_")):
                merged.fields.setdefault(name, found)
        merged.images = merged.images or list(other.images)
        for name, value in other.attributes.items():
            merged.attributes.setdefault(name, value)
        if alone:
            _mend_list_price(merged, other, document)
    return merged


def _same_seller(one: Draft, other: Draft) -> bool:
    """Whether two sources may speak of one seller: never one's name with another's id."""
    if not any(one.get(name) for name in ("seller_name", "seller_id", "seller_url")):
        return True
    return bool(one.get("seller_name")) and one.get("seller_name").casefold() == other.get("seller_name").casefold()


def _mend_list_price(merged: Draft, other: Draft, document: Document) -> None:
    """A price that another source calls the list price is that, where it names a lower price."""
    before, asked, said = (
        read_amount(draft.get(name), draft.get("currency"), document)
        for draft, name in ((other, "list_price"), (other, "price"), (merged, "price"))
    )
    if before and asked and asked < before == said:
        for name in ("price", "list_price"):
            merged.fields[name] = other.fields[name]
