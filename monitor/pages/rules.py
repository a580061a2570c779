"""A marketplace's own rules: which element of its pages holds which field. Data alone; the reading is here.

A rule is a CSS selector, optionally followed by `@attribute` (`a.seller@href`); without it the element's text counts.
Several rules for a field are tried in order, and the first that finds text wins.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft, Found
from monitor.pages.numbers import item_number
from monitor.pages.price_text import is_of_a_unit, price_text
from monitor.pages.seller_names import said_in
from monitor.records import canonical_url

Rule = str | Sequence[str]
PRICES = frozenset(["price", "list_price", "shipping", "coupon"])
OF_A_ROW_ALONE = frozenset(["seller_name", "seller_url", "seller_id", "sold_by", "condition", "shipping"])
OF_A_ROW = OF_A_ROW_ALONE | {"price", "availability"}
MAX_CARDS = 200
FIRST_NAME = re.compile(r"([#.])([\w-]+)")
MAX_MATCHES = 50
NO_IDS: Mapping[str, list[LexborNode]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a marketplace's pages say where.

    `hosts` are the hosts they hold for, without `www.`; `fields` are for product pages, by the names of a listing's
    fields (also `images`, all matches; `seller_url`; `sold_by`, which names the seller after such words). `card`
    selects the cards of its result pages, and `card_fields` are read within each (`url` is its link).
    """

    hosts: Sequence[str] = ()
    fields: Mapping[str, Rule] = field(default_factory=dict)
    clean: Mapping[str, str] = field(default_factory=dict)
    """What is no part of a field's text, as a pattern: `Visit the | Store`."""
    address: str = ""
    """The path under which an item is known, with its number: `/dp/{number}`. One item is one listing with it."""
    number: str = ""
    """Where the item's number stands in its address, as a pattern with a group for each part of it.

    Empty where the usual places do.
    """
    joint: str = "."
    """What stands between the parts of a number."""
    numbered: bool = False
    """Whether an item is known by its number though its address cannot be made of that alone."""
    seller: str = ""
    """The same for the seller's id in the address of the seller's page; ids of another kind are none."""
    item_seller: str = ""
    """The same for the seller's id in the address of an item."""
    countries: Mapping[str, str] = field(default_factory=dict)
    """The country (ISO 3166) of hosts, and of all hosts below them, whose name does not say it."""
    signs: str = ""
    """The country whose money signs a site uses that is of no country: what `$` means there."""
    search: str = ""
    """The address of a result page, from the site's root: `/s?k={query}&page={page}`.

    Sites that count otherwise: `{before}` counts pages from 0, `{odd}` are 1, 3, 5, `{skip}` the listings before.
    """
    shop: str = ""
    """The same for the page of one seller, with `{seller}`."""
    offers: str = ""
    """The same for the page of all sellers of one item, with `{number}`."""
    chosen: str = ""
    """What the query of a page of several items carries so that it shows one: `item={number}`."""
    advertisement: str = ""
    """The addresses of links that an advertiser pays for, as a pattern; they name no item and are not followed."""
    page_size: int = 0
    """How many listings a result page holds, where its address counts listings instead of pages."""
    encoding: str = "utf-8"
    """How the site writes words in its addresses."""
    card: str = ""
    card_fields: Mapping[str, Rule] = field(default_factory=dict)
    state: Sequence[str] = ()
    """Variables in which the site keeps its state, besides the usual names; up to the `=` or `:` before the value."""
    state_fields: Mapping[str, Rule] = field(default_factory=dict)
    """Where in its state a product page holds what, as paths (`monitor.pages.paths`)."""
    entries: Rule = ""
    """Where in its state a result page lists the listings, and `entry_fields` what an entry holds where."""
    entry_fields: Mapping[str, Rule] = field(default_factory=dict)
    offer: str = ""
    """What holds one seller's offer on a page of several sellers of one thing; `offer_fields` are read within each."""
    offer_fields: Mapping[str, Rule] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    """What the ids of the parts of a buy box begin with that hold an offer each, and the condition of its goods.

    The first that is there is the page's offer: its seller and shipping are read there alone, its price there first.
    """
    auctions: bool = True
    """Whether anything may be sold by auction there; where nothing is, no button is looked for with which one bids."""
    photo: Mapping[str, str] = field(default_factory=dict)
    """From the address of a small photo to that of the full size: patterns with what takes their place."""

    def number_of(self, url: str) -> str:
        """The site's number of the item in an address; empty where it names none."""
        if not self.number:
            return item_number(url)
        found = re.search(self.number, url[:2_000])
        return self.joint.join(group for group in found.groups() if group) if found else ""

    def known_by(self, url: str) -> str:
        """The number that an item is known by, empty where its address is what it is known by."""
        return self.number_of(url) if self.address or self.numbered else ""

    def country_of(self, host: str) -> str:
        """The country of a host as the rules know it; empty where they do not."""
        while host:
            if host in self.countries:
                return self.countries[host]
            host = host.partition(".")[2]
        return ""

    def address_of(self, url: str) -> str:
        """The one address of an item, whatever its link carries besides; of any other page its normal form."""
        number = self.number_of(url) if self.address or self.chosen else ""
        if number and self.address:
            return canonical_url(urljoin(url, self.address.format(number=number)))
        if not number:
            return canonical_url(url)
        parts = urlsplit(url)
        query = "" if number in parts.path.replace("-", "") else self.chosen.format(number=number)
        return canonical_url(parts._replace(query=query, fragment="").geturl())

    def leads_to_advertiser(self, url: str) -> bool:
        """Whether a link is one that an advertiser pays for by the click."""
        return bool(self.advertisement) and re.search(self.advertisement, url[:2_000]) is not None

    def seller_of(self, url: str) -> str:
        """The id of the seller whose page an address is; empty where it is none."""
        return _part(self.seller, url)

    def seller_in(self, url: str) -> str:
        """The id of the seller whom the address of an item names; empty where it names none."""
        return _part(self.item_seller, url)

    def full_size(self, photo: str) -> str:
        """The address of a photo in full size."""
        for pattern, instead in self.photo.items():
            photo = re.sub(pattern, instead, photo[:2_000])
        return photo


def _part(pattern: str, url: str) -> str:
    """The part of an address that a group of a pattern finds; empty where none does."""
    found = re.search(pattern, url[:2_000]) if pattern else None
    return next((group for group in found.groups() if group), "") if found else ""


def read_rules(document: Document, rules: Rules) -> Draft:
    """What the rules find on a product page."""
    if document.tree.root is None or not rules.fields:
        return Draft("rule")
    there, may = rules.fields, partial(_may_match, document)
    row, condition = _row(document, rules)
    if row is None:
        return _cleaned(_read(document.tree.root, there, document.by_id, may), rules)
    draft = _read(row, {name: rule for name, rule in there.items() if name in OF_A_ROW}, NO_IDS, may)
    draft.put("condition", condition, f"#{row.id}")
    page = {name: rule for name, rule in there.items() if name not in draft.fields and name not in OF_A_ROW_ALONE}
    whole = _read(document.tree.root, page, document.by_id, may)
    whole.fields |= draft.fields
    return _cleaned(whole, rules)


def _row(document: Document, rules: Rules) -> tuple[LexborNode | None, str]:
    """The part of the buy box that holds the page's offer, with the condition of its goods."""
    for beginning, condition in rules.rows.items():
        for name, nodes in document.by_id.items():
            if name.startswith(beginning):
                return nodes[0], condition
    return None, ""


def _may_match(document: Document, rule: str) -> bool:
    """Whether a selector that starts with an id or class (`#price .now`) has it on the page: a look saves a walk."""
    named = FIRST_NAME.match(rule)
    if named is None or "," in rule:
        return True
    return named[2] in document.by_id if named[1] == "#" else named[2].encode() in document.html


def read_cards(document: Document, rules: Rules) -> list[Draft]:
    """The listings of a result page, in its order; a card without title or link is none."""
    if not rules.card:
        return []
    drafts = [
        _cleaned(_read(card, rules.card_fields), rules) for card in document.tree.css(rules.card)[: MAX_CARDS * 2]
    ]
    return [draft for draft in drafts if draft.get("title") and draft.get("url")][:MAX_CARDS]


def read_offers(document: Document, rules: Rules, product: Draft) -> list[Draft]:
    """The offers of several sellers of one product, each with what is known of it; one without a price is none."""
    if not any(_may_match(document, one) for one in rules.offer.split(",") if one):
        return []
    offers = [_cleaned(_read(node, rules.offer_fields), rules) for node in document.tree.css(rules.offer)[:MAX_CARDS]]
    product = replace(product, offers=[offer for offer in offers if offer.get("price")])
    return list(product.flat()) if product.offers else []


def _cleaned(draft: Draft, rules: Rules) -> Draft:
    if sold_by := draft.fields.pop("sold_by", None):
        draft.put("seller_name", said_in(sold_by.text), sold_by.source)
    for name, pattern in rules.clean.items():
        if found := draft.fields.pop(name, None):
            draft.fields[name] = Found(re.sub(pattern, "", found.text).strip(), found.source)
    return draft


def _read(
    node: LexborNode,
    fields: Mapping[str, Rule],
    by_id: Mapping[str, list[LexborNode]] = NO_IDS,
    may: Callable[[str], bool] | None = None,
) -> Draft:
    """What fields hold within an element; a rule is tried only where it `may` match."""
    draft = Draft("rule")
    for name, rule in fields.items():
        for one in filter(may, (rule,) if isinstance(rule, str) else rule):
            selector, at, name_of_attribute = one.rpartition("@")
            selector, wanted = (selector, name_of_attribute) if at else (one, "")
            if name == "images":
                draft.images.extend(attribute(match, wanted or "src") for match in _found(node, selector, by_id))
                if any(draft.images):
                    break
                continue
            text = _first(_found(node, selector, by_id), wanted, money=name in PRICES)
            if text:
                draft.put(name, text, one)
                break
    return draft


def _found(node: LexborNode, selector: str, by_id: Mapping[str, list[LexborNode]]) -> list[LexborNode]:
    """What a selector finds within an element; one that starts with an id is looked for in what has that id alone."""
    if selector == ":self":
        return [node]
    named = FIRST_NAME.match(selector)
    if named is None or named[1] != "#" or named[2] not in by_id or "," in selector:
        return node.css(selector)[:MAX_MATCHES]
    return [match for holder in by_id[named[2]][:MAX_MATCHES] for match in holder.css(selector)[:MAX_MATCHES]]


def _first(matches: Sequence[LexborNode], wanted: str, *, money: bool) -> str:
    """The first text that is not empty among some elements; of a price, the first with a digit that is of no unit."""
    for match in matches[:5]:
        text = (
            attribute(match, wanted) if wanted else price_text(match) if money else squeeze(match.text(separator=" "))
        )
        if money and not wanted and is_of_a_unit(match):
            continue
        if text and (not money or any(c.isdigit() for c in text)):
            return text
    return ""
