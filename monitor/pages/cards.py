"""Pages of many listings: the cards that repeat, each with a link, a title and a price."""

from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.asked import read_amount
from monitor.pages.beside import Role
from monitor.pages.card_links import TITLES, goods_link
from monitor.pages.combine import Result
from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import around, is_for_some
from monitor.pages.merge import range_of
from monitor.pages.money import ASKS, OF_BEFORE, read_price
from monitor.pages.numbers import listing_id, trade_number
from monitor.pages.price_text import price_of, price_text
from monitor.pages.rules import Rules
from monitor.pages.seller import seller_id_of
from monitor.pages.sites import marketplace_of
from monitor.pages.visible import Visible
from monitor.pages.words import BIDS, availability_of, condition_of
from monitor.records import Condition, Listing, canonical_url, host_of
from monitor.records.currency import currency_code

FEWEST = 3
MAX_LINKS = 12
"""Links above which an element is no card but what holds them."""
MAX_PRICES = 8
MAX_CARDS = 200
STEPS = 7
MAX_CARD_TEXT = 3_000
BLOCKS, MAX_LOOKED_AT = frozenset(["div", "section", "a", "figure", "form"]), 12
"""What a card without a heading may be, beside an entry of a list; children of a list among which some are alike."""


class Cards(NamedTuple):
    """The listings in the largest group of elements alike that hold a price and a link."""

    drafts: list[Draft]
    first: LexborNode | None
    """The first element of that group."""
    alike: Set[int]
    """The elements of all such groups, by their `mem_id`."""


def find_cards(document: Document, visible: Visible, fewest: int = FEWEST) -> Cards:
    """The cards of a page, where there are so many at least; few of them are cards where each asks a price."""
    groups: dict[tuple[str, str], dict[int, _Card]] = defaultdict(dict)
    places: dict[int, int] = {}
    priced = [one for one in visible.elements if one.tag not in ("h1", "button", "input", "meta", "a")]
    find = _Finder(priced, fewest)
    for element in priced:
        card = find.around(element)
        if card is not None:
            places.setdefault(card.mem_id, len(places))
            groups[(card.tag or "", _first_class(card))].setdefault(card.mem_id, _Card(card, [])).prices.append(element)
    best: list[Draft] = []
    first_card: LexborNode | None = None
    alike = {place for group in groups.values() if len(group) >= fewest for place in group}
    for (tag, first), group in groups.items():
        if len(group) < max(fewest, len(best) + 1):
            continue
        drafts = _read_all(document, list(group.values()), visible)
        if fewest < FEWEST:  # a voucher beside the list asks no price of goods
            drafts = [draft for draft in drafts if draft.get("price")]
        if len(drafts) < max(fewest, len(best) + 1):
            continue
        others = [one for key, other in groups.items() if key[0] == tag and key[1] != first for one in other.values()]
        in_order = list(group.values())
        if apart := _set_apart(group.values(), others):
            alike |= {card.node.mem_id for card in apart}
            in_order = sorted([*in_order, *apart], key=lambda one: places[one.node.mem_id])
            drafts = _read_all(document, in_order, visible)
        best, first_card = drafts[:MAX_CARDS], in_order[0].node
    return Cards(best, first_card, alike)


def listings_of(document: Document, drafts: Sequence[Draft], rules: Rules) -> Result:
    """The listings of cards or of a structured list, in page order, each once.

    Of a listing that is shown twice, as advertisement and as result, the first place counts (`attributes["position"]`).
    """
    result = Result()
    seen: set[str] = set()
    for product in drafts:
        draft = _one_offer(product, document)
        url = document.absolute(draft.get("url"))
        title = squeeze(draft.get("title"))
        number = rules.number_of(url) or (squeeze(draft.get("sku"), 100) if rules.address else "")
        if number and rules.address:  # an item that only its number names is of this host
            here = url if rules.number_of(url) else document.url
            url = urljoin(here, rules.address.format(number=number))
        elif rules.leads_to_advertiser(url):
            document.problems.append("card: the link of an advertisement names no item")
            continue
        elif url and rules.chosen:
            url = rules.address_of(url)
        if not url or not title or "@" in urlsplit(url).netloc or canonical_url(url) in seen:  # with a password
            continue
        seen.add(canonical_url(url))
        result.listings.append(_listing(document, draft, url, title, number, rules, position=len(seen)))
        shown = {name: draft.get(name) for name in ("price", "list_price") if draft.get(name)}
        if sign := read_price(draft.get("price")).currency or draft.get("currency"):
            shown["currency"] = sign
        result.shown.append(shown)
        if len(seen) >= MAX_CARDS:
            break
    return result


def _one_offer(draft: Draft, document: Document) -> Draft:
    """A product of a list with its only offer; of several, with the lowest and the highest of their prices."""
    offers = list(draft.flat())
    if len(offers) == 1:
        return offers[0]
    card = replace(draft, fields=dict(draft.fields), offers=[])
    card.fields |= range_of(offers, document)
    card.put("currency", offers[0].get("currency"), "offers.priceCurrency")
    return card


def _listing(
    document: Document, draft: Draft, url: str, title: str, number: str, rules: Rules, *, position: int
) -> Listing:
    price = read_price(draft.get("price"))
    amount, attributes = price.amount, {"position": str(position)}
    if draft.source not in ("page", "rule") and draft.get("price"):  # in data a point ends the units
        amount = read_amount(draft.get("price"), draft.get("currency"), document)
    low, high = (read_amount(draft.get(name), draft.get("currency"), document) for name in ("low_price", "high_price"))
    if not draft.get("price") and low:
        amount, attributes = low, attributes | ({"price_to": f"{high:f}"} if high and high > low else {})
    elif price.low and price.high:
        amount, attributes["price_to"] = price.low, f"{price.high:f}"
    elif draft.get("price") and (price.amount is None or price.role not in ASKS):
        document.problems.append(f"price: {squeeze(draft.get('price'), 40)!r} is no single price")
    if price.role not in ASKS or not amount:  # shipping, a rate, a list price alone
        amount = None
    if amount is not None and draft.get("bids"):
        attributes["bid"] = f"{amount:f}"
    currency = currency_code(draft.get("currency") or price.currency, document.country or rules.signs)
    before = read_price(draft.get("list_price")).amount or price.before
    shipping = read_price(draft.get("shipping")).amount
    photos = (rules.full_size(document.absolute(image)) for image in draft.images[:50])
    if draft.get("advertisement"):
        attributes["advertisement"] = "yes"
    seller_url = document.absolute(draft.get("seller_url"))
    seller_id = seller_id_of(seller_url, document.host, rules) if seller_url else ""
    on_site = bool(seller_url) and marketplace_of(host_of(seller_url)) == marketplace_of(host_of(url))
    listing = Listing(
        marketplace=marketplace_of(host_of(url)) if rules.hosts else document.host,
        title=title,
        url=canonical_url(url),
        listing_id=(number if rules.address else rules.known_by(url)) or listing_id(url),
        sku=squeeze(draft.get("sku"), 100) or number,
        brand=squeeze(draft.get("brand"), 200),
        mpn=squeeze(draft.get("mpn"), 200),
        gtin=trade_number(draft.get("gtin")),
        price=amount,
        currency=currency or (document.currency if amount is not None and not price.currency else ""),
        list_price=before if before and amount and before > amount else None,
        shipping=shipping,
        condition=condition_of(draft.get("condition")) or Condition.NEW,
        availability=availability_of(draft.get("availability")) if draft.get("availability") else None,
        seller_id=squeeze(seller_id or draft.get("seller_id"), 300) or rules.seller_in(url),
        seller_name=squeeze(draft.get("seller_name"), 200),
        seller_url=canonical_url(seller_url) if on_site else "",
        territory=document.site.country,
        images=tuple(dict.fromkeys(filter(None, photos))),
        attributes=attributes,
    )
    return replace(listing, sources={name: found.source for name, found in draft.fields.items()})


class _Card(NamedTuple):
    """An element that holds one listing, and what in it is named after a price."""

    node: LexborNode
    prices: list[LexborNode]


def _read_all(document: Document, cards: Sequence[_Card], visible: Visible) -> list[Draft]:
    """What some cards say, each address once."""
    drafts: dict[str, Draft] = {}
    for found in cards[: MAX_CARDS * 2]:
        draft = _read(document, found, visible)
        if draft is not None:
            drafts.setdefault(draft.get("url"), draft)
    return list(drafts.values())


def _first_class(node: LexborNode) -> str:
    return (attribute(node, "class").split() or [""])[0]


def _set_apart(cards: Collection[_Card], others: Sequence[_Card]) -> list[_Card]:
    """Cards that stand in one list with some cards and are built alike, though named otherwise: `sponsored`."""
    if not others:
        return []
    lists = {card.node.parent.mem_id for card in cards if card.node.parent is not None}
    built = {_first_part(card.node) for card in cards} - {""}
    beside = (one for one in others if one.node.parent is not None and one.node.parent.mem_id in lists)
    return [one for one in beside if _first_part(one.node) in built]


def _first_part(node: LexborNode) -> str:
    """The tag and class of the first element in an element; empty where that has none."""
    part = next(node.iter(), None)
    return f"{part.tag} {name}" if part is not None and (name := _first_class(part)) else ""


class _Finder:
    """Finds the cards around prices. It remembers what it has counted, as a list is the parent of all its cards."""

    def __init__(self, priced: Sequence[LexborNode], fewest: int) -> None:
        self._priced, self._fewest = priced, fewest
        self._holds_many: dict[int, bool] = {}
        self._holds_one: dict[int, bool] = {}

    def around(self, element: LexborNode) -> LexborNode | None:
        """The nearest element around a price that holds a link; a list entry or article around that is the card."""
        node: LexborNode | None = element
        for _ in range(STEPS):
            if node is None or node.tag in ("body", "html", "main"):
                return None
            if (node.tag == "a" and attribute(node, "href")) or self._one(node):
                break
            node = node.parent
        else:
            return None
        for _ in range(3):
            if node is None or node.tag in ("li", "article"):
                break
            parent = node.parent
            enough = _titled(node) or parent is None or self._many(parent) or self._repeats(node, parent)
            if parent is None or (enough and parent.tag not in ("li", "article")):
                break
            node = parent
        return node

    def _one(self, node: LexborNode) -> bool:
        if node.mem_id not in self._holds_one:
            self._holds_one[node.mem_id] = node.css_first("a[href]") is not None
        return self._holds_one[node.mem_id]

    def _many(self, node: LexborNode) -> bool:
        if node.mem_id not in self._holds_many:
            self._holds_many[node.mem_id] = len(node.css("a[href]")) > MAX_LINKS
        return self._holds_many[node.mem_id]

    @cached_property
    def _sold(self) -> set[int]:
        """The elements around prices, by their `mem_id`."""
        return {one.mem_id for element in self._priced for one in around(element, STEPS)}

    def _repeats(self, node: LexborNode, parent: LexborNode) -> bool:
        """Whether an element stands among others alike with a price: a list of cards without headings."""
        first = _first_class(node)
        if not first or node.tag not in BLOCKS:
            return False
        others = (one for one in islice(parent.iter(), MAX_LOOKED_AT) if one.tag == node.tag)
        sold = (one for one in others if one.mem_id in self._sold and _first_class(one) == first)
        return sum(1 for _ in islice(sold, self._fewest)) == self._fewest


def _titled(node: LexborNode) -> bool:
    return node.css_first(f"img[alt],{TITLES}") is not None


def _read(document: Document, found: _Card, visible: Visible) -> Draft | None:
    """One card: the link to the goods, by its text or picture's name, the price, the picture."""
    card = found.node
    if len(card.text()) > MAX_CARD_TEXT:
        return None
    best, title = goods_link(document, card)
    if not best or len(title) < 3:
        return None
    draft = Draft("page")
    draft.put("url", best, "card link")
    draft.put("title", title, "card link")
    _put_prices(draft, found, visible)
    if bids := BIDS.search(card.text(separator=" ")):
        draft.put("bids", bids[0], "card bids")
    picture = card.css_first("img")
    if picture is not None:
        draft.images.append(attribute(picture, "data-src") or attribute(picture, "src"))
    return draft


def _parts_first(prices: list[LexborNode]) -> list[LexborNode]:
    """Elements named after a price, those that hold others of them with several amounts behind all others."""
    held = {one.mem_id for node in prices for one in around(node.parent, 4)} if len(prices) > 1 else set()
    boxes = {node.mem_id for node in prices if node.mem_id in held and read_price(price_text(node)).several}
    return sorted(prices, key=lambda node: node.mem_id in boxes) if boxes else prices


def _put_prices(draft: Draft, found: _Card, visible: Visible) -> None:
    """The first price in a card that neither its names nor its words call shipping, a rate or the price of before."""
    old: list[str] = []
    one_way: list[str] = []
    of_some: list[str] = []
    for node in _parts_first(found.prices[:MAX_PRICES]):
        text, flags = price_text(node), visible.says(node)
        price = price_of(node, text)
        if (price.amount is None and not price.low) or visible.are_sizes(text, price):
            continue
        if flags & 10 or price.role is Role.ASIDE:  # aside, or not shown
            of_some += [text] if flags & 11 == 2 and price.role in ASKS and is_for_some(node) else []
            continue
        if flags & 1 or price.role in OF_BEFORE:
            old += [text] if price.role is not Role.BEFORE else []
            draft.put("list_price", text, "card price of before")
            continue
        if price.role is Role.ONE_WAY:
            one_way.append(text)
            continue
        starts = price.amount is None and read_price(text).amount is not None
        draft.put("price", f"from {text}" if starts else text, "card price")  # said beside the element
        break
    for struck in found.node.css("del,s,strike")[:1]:
        draft.put("list_price", squeeze(struck.text(separator=" "), 60), "card struck price")
    for text in one_way[:1]:
        draft.put("price", text, "card price")
    for text in [*old[:1], *of_some[:1]]:  # there is no price of before without one of now, nor of a club beside none
        draft.put("price", text, "card price")
