"""The cascade: one page in, all that it says out."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from monitor.pages.about import is_this, main_of
from monitor.pages.affiliate import only_advises
from monitor.pages.brands import put_brand
from monitor.pages.cards import FEWEST, listings_of
from monitor.pages.combine import Result, combine, of_seller
from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.fields import field_of
from monitor.pages.gone import GONE_STATUSES, why_ended, why_gone
from monitor.pages.hits import hits_of, is_a_list
from monitor.pages.imprint import read_imprint, told_of_seller
from monitor.pages.jsonld import read_jsonld
from monitor.pages.kinds import (
    is_of_seller,
    why_blocked,
    why_shell,
    why_wall_over_gone,
)
from monitor.pages.labels import read_labels
from monitor.pages.links import find_links
from monitor.pages.microdata import MICRODATA, RDFA, read_items
from monitor.pages.money import read_price
from monitor.pages.one_or_many import (
    cards_of,
    gone_over_others,
    looks_like_product,
    sells_one,
    states_a_kind,
    without_cards,
)
from monitor.pages.opengraph import is_product, read_meta
from monitor.pages.page import Kind, Page
from monitor.pages.paths import read_entries, read_product
from monitor.pages.pictures import read_pictures
from monitor.pages.rules import Rules, read_cards, read_offers, read_rules
from monitor.pages.schema_org import Products, read_products
from monitor.pages.seller import read_seller
from monitor.pages.settled import settle
from monitor.pages.shopify import read_shopify
from monitor.pages.sites import rules_for
from monitor.pages.state import read_state
from monitor.pages.tables import read_tables
from monitor.pages.visible import Visible
from monitor.pages.words import availability_of
from monitor.records import Availability

MAX_PROBLEMS = 50
ABOUT_GOODS = frozenset([Kind.PRODUCT, Kind.OFFERS, Kind.SELLER])


def read_page(
    body: bytes | str, url: str, *, status: int = 200, content_type: str = "", rules: Rules | None = None
) -> Page:
    """Read a page: what it is, the listings on it, where each value stood, and what could not be understood.

    `url` is where it was fetched from, `status` and `content_type` are those of the answer. `rules` are the
    marketplace's own; without them those for the host count, if there are any. Never raises for what a page holds.
    """
    host = _host(url)
    rules = rules or rules_for(host) or Rules()
    document = Document(body, url, content_type, home=rules.country_of(host))
    visible = Visible(document)
    structured = [
        read_products(read_jsonld(document), "json-ld", document.country),
        read_products(read_items(document, MICRODATA), "microdata", document.country),
        read_products(read_items(document, RDFA), "rdfa", document.country),
    ]
    kind, why, result = _read(document, rules, structured, visible, status)
    sellers = {listing.seller_name or listing.seller_id for listing in result.listings} - {""}
    everywhere = kind is Kind.SELLER
    site = rules.hosts[0].partition(".")[0] if rules.seller and rules.hosts else ""
    told = kind in ABOUT_GOODS
    seller = read_imprint(document, everywhere=everywhere, sellers=sellers, site=site) if told else {}
    if kind is Kind.PRODUCT:
        result.listings = [told_of_seller(listing, seller) for listing in result.listings]
    links = [listing.url for listing in result.listings] if kind in (Kind.SEARCH, Kind.SELLER) else []
    return Page(
        url=url,
        kind=kind,
        why=why,
        title=document.title or document.h1,
        canonical=document.addresses[-1],
        listings=tuple(result.listings),
        shown=tuple(result.shown),
        seller=seller,
        problems=tuple(dict.fromkeys(document.problems))[:MAX_PROBLEMS],
        needs_javascript=kind is Kind.EMPTY_SHELL,
        find_links=lambda: find_links(document, links),
    )


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _read(
    document: Document, rules: Rules, structured: Sequence[Products], visible: Visible, status: int
) -> tuple[Kind, str, Result]:
    if status in GONE_STATUSES:
        wall = why_wall_over_gone(document)
        return (Kind.BLOCKED, wall, Result()) if wall else (Kind.GONE, why_gone(document, status), Result())
    if not rules.hosts and only_advises(document, structured, visible):
        return Kind.OTHER, "an article with paid links to what it names", Result()
    return _read_goods(document, rules, structured, visible, status)


def _read_goods(
    document: Document, rules: Rules, structured: Sequence[Products], visible: Visible, status: int
) -> tuple[Kind, str, Result]:
    own, meta = read_rules(document, rules), read_meta(document.meta)
    stated = read_product(document, rules)
    priced = "price" in rules.fields or own.get("price") or meta.get("price")
    shop = read_shopify(document)
    if not priced and not any(draft.get("price") or draft.offers for products in structured for draft in products.own):
        of_shop = shop is not None and shop.get("title") and shop.get("price")
        structured = [*structured, Products([shop], []) if shop is not None and of_shop else _from_state(document)]
    products = [main_of(document, products.own, visible) for products in structured]
    if many := states_a_kind(document, products, visible):
        products = []
    named = is_product(document.meta) or bool(own.get("title")) or bool(stated.get("title"))
    told = not many and (any(products) or named)
    about_one = told or (bool(rules.fields) and bool(rules.number_of(document.url)))
    ruled = _ruled(document, rules, about_one=about_one)
    cards = ruled
    if not about_one and not cards:
        cards, visible = cards_of(document, structured, visible)
    if len(cards) >= FEWEST or ruled:
        return _list_of(document, rules, cards, visible)
    if not about_one and not rules.hosts and is_a_list(document) and not sells_one(document, visible):
        return _few_of(document, rules, visible, status)
    visible = without_cards(document, visible, [*products, [meta, stated]]) if told and not rules.hosts else visible
    notice = _notice_for_goods(document, own, visible, status) if about_one and not told else None
    about_goods = about_one or looks_like_product(document, visible)
    if about_goods and not notice and (ended := _why_over(document, rules, products, visible)):
        notice = Kind.GONE, ended
    if notice:
        return *notice, Result()
    if about_goods:
        offers = read_offers(document, rules, own)
        sources = [
            offers or [own],
            [stated],
            *products,
            [meta],
            [_tables(document, rules)],
            _without_numbers(shop, products),
        ]
        settle(sources, document, visible)
        known = [draft for drafts in sources for draft in drafts]
        sources.append([_page(document, known, rules)])
        result = combine(document, sources, visible, rules)
        result = _with_title(document, result)
        if result.listings:
            sellers = {listing.seller_id or listing.seller_name for listing in result.listings} - {""}
            if len(result.listings) == 1 and offers:
                result.listings[0] = of_seller(result.listings[0])
            if len(sellers) > 1 or offers:
                return Kind.OFFERS, f"{len(sellers) or 1} sellers of one thing", result
            return Kind.PRODUCT, "one thing for sale", result
    return *_without_listing(document, status, rules), Result()


def _ruled(document: Document, rules: Rules, *, about_one: bool) -> list[Draft]:
    """The listings of a list as the marketplace's rules find them."""
    ruled = [] if about_one else read_cards(document, rules)
    if not ruled and (not about_one or not rules.number_of(document.url)):  # one entry of a list looks like one thing
        ruled = read_entries(document, rules)
    return ruled


def _list_of(document: Document, rules: Rules, cards: Sequence[Draft], visible: Visible) -> tuple[Kind, str, Result]:
    """A page of many listings; where they stand in the place of one that is gone, it lists nothing."""
    if not rules.hosts and (gone := gone_over_others(document, visible)):
        return Kind.GONE, gone, Result()
    kind = Kind.SELLER if is_of_seller(document, rules) else Kind.SEARCH
    return kind, f"{len(cards)} cards with a title, a price and a link", listings_of(document, cards, rules)


def _few_of(document: Document, rules: Rules, visible: Visible, status: int) -> tuple[Kind, str, Result]:
    """A list by its address of less than the fewest cards that make any page a list; without one it has no listing."""
    hits = hits_of(document, visible).drafts
    return _list_of(document, rules, hits, visible) if hits else (*_without_listing(document, status, rules), Result())


def _notice_for_goods(document: Document, own: Draft, visible: Visible, status: int) -> tuple[Kind, str] | None:
    """What a page is that only its address calls one of goods, where it says otherwise or nothing; else None."""
    if why := why_blocked(document, status):
        return Kind.BLOCKED, why
    if why := why_gone(document, status):
        return Kind.GONE, why
    if own.get("price") or visible.best or visible.range or visible.guess:
        return None
    why = why_shell(document)
    return (Kind.EMPTY_SHELL, why) if why else (Kind.OTHER, "an item's address, and no goods")


def _why_over(document: Document, rules: Rules, products: Sequence[Sequence[Draft]], visible: Visible) -> str:
    """What says that the goods of the page are offered no more; data of other goods does not speak against it."""
    if (ended := why_ended(document)) and not _is_offered(products, visible):
        return ended
    if rules.hosts or not any(products):
        return ""
    own = any(is_this(document, draft) for drafts in products for draft in drafts)
    return "" if own else gone_over_others(document, visible)


def _without_listing(document: Document, status: int, rules: Rules) -> tuple[Kind, str]:
    if why := why_blocked(document, status):
        return Kind.BLOCKED, why
    if why := why_gone(document, status):
        return Kind.GONE, why
    if why := why_shell(document):
        return Kind.EMPTY_SHELL, why
    return (Kind.SELLER, "a seller's address") if is_of_seller(document, rules) else (Kind.OTHER, "nothing for sale")


def _is_offered(products: Sequence[Sequence[Draft]], visible: Visible) -> bool:
    """Whether the data says in stock, or a button buys: then words of an end stand in a part that is not shown."""
    said = (availability_of(draft.get("availability")) for drafts in products for draft in drafts)
    return Availability.IN_STOCK in said or bool(visible.buy_buttons)


def _from_state(document: Document) -> Products:
    """The products of the page's state: its own where one has the page's address or name, else all as a list."""
    drafts = read_state(document)
    own = [draft for draft in drafts if is_this(document, draft)][:1]
    if not own and len({draft.get("title") for draft in drafts}) == 1:
        own = drafts[:1]
    return Products(own, [] if own else drafts)


def _without_numbers(shop: Draft | None, products: Sequence[Sequence[Draft]]) -> list[Draft]:
    """The shop's product; where another source tells several variants apart, without the numbers of the one shown."""
    if shop is not None and any(len(drafts) > 1 for drafts in products):
        shop.fields = {name: found for name, found in shop.fields.items() if name not in ("sku", "gtin")}
    return [shop] if shop is not None else []


def _tables(document: Document, rules: Rules) -> Draft:
    named, of_others = read_tables(document)
    draft = Draft("table", attributes=named)
    labelled = [(field_of(name), value, name) for name, value in draft.attributes.items()]
    said = read_labels(document.text, f"{document.h1}\n{document.title}")
    labelled += [(field, value, "label") for field, value in said.items() if value not in of_others]
    reference = "mpn" if rules.hosts else "sku"  # a shop's own number; a marketplace has another for what it lists
    for field, value, name in labelled:
        if field == "reference" and _is_a_number(value):
            draft.put(reference, value, name)
        if field == "list_price" and not read_price(value).currency:
            continue
        if field and field not in ("model", "reference"):
            draft.put(field, value, name)
    for field, value, name in labelled:  # a model is a maker's number where it looks like one
        if field == "model" and _is_a_number(value):
            draft.put("mpn", value, name)
    return draft


def _is_a_number(value: str) -> bool:
    return len(value) <= 30 and any(c.isdigit() for c in value)


def _page(document: Document, known: Sequence[Draft], rules: Rules) -> Draft:
    """What the page shows of what no source before has said."""
    draft = Draft("page")
    named = any(source.get("seller_url") or source.get("seller_id") for source in known)
    if "seller_name" not in rules.fields and not named:
        draft = read_seller(document, rules)
    draft.put("title", document.h1, "h1")
    if "brand" not in rules.fields and not any(source.get("brand") for source in known):
        put_brand(draft, document)
    if not any(source.images for source in known):
        draft.images.extend(read_pictures(document))
    return draft


def _with_title(document: Document, result: Result) -> Result:
    """Listings without any title are none."""
    kept = [i for i, listing in enumerate(result.listings) if listing.title]
    if len(kept) < len(result.listings):
        document.problems.append("title: a listing without one")
    return Result([result.listings[i] for i in kept], [result.shown[i] for i in kept])
