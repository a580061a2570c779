"""Products as schema.org describes them, from JSON-LD, microdata or RDFa, to drafts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from monitor.pages.draft import Draft
from monitor.pages.nodes import MAX_ENTRIES, Node, as_list, last_step, lower, text_of, types_of
from monitor.pages.tiers import put_tiers, tiers_in

PRODUCTS = frozenset(
    [
        "product",
        "individualproduct",
        "productmodel",
        "productgroup",
        "someproducts",
        "vehicle",
        "car",
        "motorcycle",
        "book",
        "videogame",
        "musicalbum",
        "musicrelease",
        "movie",
        "softwareapplication",
        "mobileapplication",
    ]
)
OFFERS = frozenset(["offer", "aggregateoffer", "offerfordemand"])
SALES = frozenset(["buyaction", "orderaction", "sellaction", "tradeaction"])
"""Actions whose object is what is sold."""
LISTS = frozenset(["itemlist", "offercatalog", "collectionpage", "searchresultspage", "productcollection"])
GTINS = ("gtin13", "gtin", "gtin14", "gtin12", "gtin8", "ean", "ean13", "isbn", "upc", "barcode")
PLAIN_ATTRIBUTES = ("color", "colour", "size", "material", "pattern", "model", "category", "weight")
LIST_PRICES = frozenset(["listprice", "strikethroughprice", "srp", "msrp", "regularprice"])
NOT_ASKED = frozenset(["minimumadvertisedprice", "invoiceprice"])
CHARGES = frozenset(["deliverychargespecification", "paymentchargespecification"])
FOR_A_PART = frozenset(["referencequantity", "pricecomponenttype", "validformembertier", "membershippointsearned"])
"""What a price specification has that is for a quantity, an instalment, a fee, or members alone."""
PIECES = frozenset(["c62", "h87", "ea", "pce", "nmp", "pr", "set"])
"""Codes of UN/CEFACT for one piece, pair or set."""
MAX_DEPTH = 8


class Products(NamedTuple):
    """The products that a page is about, and those that it only lists."""

    own: list[Draft]
    listed: list[Draft]


def read_products(nodes: Iterable[Node], source: str, country: str = "") -> Products:
    """Drafts of all products among the nodes of one syntax (`source` names it, such as `json-ld`).

    `country` is where the site sells (ISO 3166): of rates of shipping that to there counts.
    """
    nodes = [lower(node) for node in nodes]
    by_id = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str)}
    reader = _Reader(source, by_id, country)
    found = Products([], [])
    for node in nodes:
        reader.collect(node, found, 0)
    return found


class _Reader:
    def __init__(self, source: str, by_id: Mapping[str, Node], country: str) -> None:
        self.source = source
        self.country = country
        self.by_id = by_id

    def collect(self, node: Node, found: Products, depth: int) -> None:
        """Add the node's products, its own and those of the page parts in it."""
        if depth > MAX_DEPTH or len(found.own) + len(found.listed) > MAX_ENTRIES:
            return
        types = types_of(node)
        if types & PRODUCTS:
            found.own.append(self.product(node))
        elif types & OFFERS and isinstance(node.get("itemoffered"), dict):
            product = self.product(self._whole(node["itemoffered"]))
            product.offers.extend(self._offers(node))
            found.own.append(product)
        elif types & LISTS or "itemlistelement" in node:
            for entry in as_list(node.get("itemlistelement")):
                item = entry.get("item", entry) if isinstance(entry, dict) else None
                if isinstance(item, dict):
                    self._collect_listed(self._whole(item), found, depth + 1)
        for name in ("mainentity", "mainentityofpage", "about", *(["object"] if types & SALES else ())):
            for part in self._nodes(node.get(name)):
                if types & PRODUCTS and name != "mainentity":
                    continue
                self.collect(part, found, depth + 1)

    def _collect_listed(self, item: Node, found: Products, depth: int) -> None:
        below = Products([], found.listed)
        self.collect(item, below, depth)
        found.listed.extend(below.own)

    def product(self, node: Node, depth: int = 0) -> Draft:
        """One product with its offers; variants count as offers with values of their own."""
        draft = Draft(self.source)
        self._describe(draft, node)
        offers = self._for_people(node)
        if tiers := tiers_in(offers):
            draft.offers.extend(list(self._offers(offers[0]))[:1])
            put_tiers(draft.offers[0], tiers, "offers.price by offers.eligibleQuantity")
        else:
            draft.offers.extend(offer for entry in offers for offer in self._offers(entry))
        if depth < 2:
            for variant in self._nodes(node.get("hasvariant")):
                draft.offers.extend(self.product(variant, depth + 1).flat())
        return draft

    def _describe(self, draft: Draft, node: Node) -> None:
        for field, names in (
            ("title", ("name", "headline", "title")),
            ("description", ("description",)),
            ("brand", ("brand", "manufacturer")),
            ("mpn", ("mpn",)),
            ("sku", ("sku", "productid", "identifier")),
            ("gtin", GTINS),
            ("url", ("url", "@id")),
            ("condition", ("itemcondition", "condition")),
            ("price", ("price",)),
            ("currency", ("pricecurrency", "currency")),
            ("availability", ("availability",)),
        ):
            for name in names:
                text = text_of(self._resolved(node.get(name)))
                if text and not (name == "@id" and not text.startswith("http")):
                    draft.put(field, text, name)
                    break
        draft.images.extend(_images(node.get("image")))
        for name in PLAIN_ATTRIBUTES:
            text = text_of(self._resolved(node.get(name)))
            if text:
                draft.attributes[name] = text[:500]
        for entry in as_list(node.get("additionalproperty")):
            if isinstance(entry, dict):
                name, text = text_of(entry.get("name")), text_of(entry.get("value"))
                if name and text:
                    draft.attributes.setdefault(name[:100], text[:500])

    def _for_people(self, node: Node) -> list[dict[str, Any]]:
        return [offer for offer in self._nodes(node.get("offers")) if not _is_for_others(offer)]

    def _offers(self, node: Node, depth: int = 0) -> Iterator[Draft]:
        """The offers of an Offer or AggregateOffer, each with what the aggregate says for all."""
        inner = self._for_people(node) if depth < 2 else []
        if inner:
            for entry in inner:
                for offer in self._offers(entry, depth + 1):
                    offer.put("currency", text_of(node.get("pricecurrency")), "offers.priceCurrency")
                    offer.put("availability", text_of(node.get("availability")), "offers.availability")
                    yield offer
            return
        offer = Draft(self.source)
        self._price(offer, node)
        for field, names in (
            ("availability", ("availability",)),
            ("condition", ("itemcondition", "condition")),
            ("offer_sku", ("sku",)),
            ("offer_gtin", GTINS),
            ("offer_url", ("url",)),
            ("offer_title", ("name",)),
            ("count", ("offercount",)),
        ):
            for name in names:
                offer.put(field, text_of(node.get(name)), f"offers.{name}")
        self._seller(offer, node)
        offer.put("shipping", self._shipping(node, offer.get("currency")), "offers.shippingDetails.shippingRate.value")
        offer.put("territory", text_of(node.get("eligibleregion")), "offers.eligibleRegion")
        for item in self._nodes(node.get("itemoffered")):
            for name in ("color", "size"):
                if text := text_of(item.get(name)):
                    offer.attributes[name] = text[:500]
            offer.put("offer_sku", text_of(item.get("sku")), "offers.itemOffered.sku")
        yield offer

    def _price(self, offer: Draft, node: Node) -> None:
        offer.put("price", text_of(node.get("price")), "offers.price")
        offer.put("price_until", text_of(node.get("pricevaliduntil")), "offers.priceValidUntil")
        put_tiers(
            offer, tiers_in(node.get("pricespecification")), "offers.priceSpecification.price by eligibleQuantity"
        )
        specs = self._nodes(node.get("pricespecification"))
        for spec in sorted(specs, key=lambda spec: "validfrom" in spec):  # what holds always before what does at a time
            if field := _field_of(spec):
                offer.put(field, text_of(spec.get("price")), "offers.priceSpecification.price")
                offer.put("currency", text_of(spec.get("pricecurrency")), "offers.priceSpecification.priceCurrency")
        low, high = text_of(node.get("lowprice")), text_of(node.get("highprice"))
        if low and not offer.get("price"):
            single = not high and text_of(node.get("offercount")) in ("1", "")
            offer.put("low_price", low, "offers.lowPrice")
            offer.put("high_price", low if single else high, "offers.highPrice")
        offer.put("currency", text_of(node.get("pricecurrency") or node.get("currency")), "offers.priceCurrency")

    def _shipping(self, node: Node, currency: str) -> str:
        """The rate in the offer's currency to the site's country, else to anywhere; empty where rates differ."""
        rates: dict[str, set[str]] = defaultdict(set)
        for shipping in self._nodes(node.get("shippingdetails")):
            to = {
                text_of(place.get("addresscountry")).upper()
                for place in self._nodes(shipping.get("shippingdestination"))
            } or {""}
            for rate in self._nodes(shipping.get("shippingrate")):
                if text_of(rate.get("currency")).upper() in ("", currency.upper()):
                    for country in to:
                        rates[country].add(text_of(rate.get("value")))
        known = rates.get(self.country) or rates.get("") or set()
        if not known and not self.country:
            known = set().union(*rates.values())
        return next(iter(known)) if len(known) == 1 else ""

    def _seller(self, offer: Draft, node: Node) -> None:
        for name in ("seller", "offeredby", "merchant"):
            for entry in as_list(self._resolved(node.get(name)))[:1]:
                if not isinstance(entry, dict):
                    offer.put("seller_name", entry, f"offers.{name}")
                    continue
                seller = self._whole(entry)
                offer.put("seller_name", text_of(seller.get("name") or seller.get("legalname")), f"offers.{name}.name")
                offer.put("seller_id", text_of(seller.get("identifier")), f"offers.{name}.identifier")
                for key in ("url", "@id"):
                    offer.put("seller_url", text_of(seller.get(key)), f"offers.{name}.{key}")
                for address in self._nodes(seller.get("address"))[:1]:
                    offer.put("seller_country", text_of(address.get("addresscountry")), f"offers.{name}.address")

    def _nodes(self, value: object) -> list[dict[str, Any]]:
        return [self._whole(entry) for entry in as_list(value) if isinstance(entry, dict)]

    def _whole(self, node: Node) -> dict[str, Any]:
        """The node, or the one elsewhere on the page that it only names."""
        resolved = self._resolved(node)
        return lower(resolved) if isinstance(resolved, dict) else {}

    def _resolved(self, value: object) -> object:
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value


def _field_of(spec: Node) -> str:
    """What a price specification says: `price`, `list_price`, or nothing that every buyer pays for the goods once."""
    kind = last_step(spec.get("pricetype"))
    if kind in LIST_PRICES:
        return "list_price"
    aside = types_of(spec) & CHARGES or kind in NOT_ASKED or spec.keys() & FOR_A_PART
    return "" if aside or last_step(spec.get("unitcode")) not in ("", *PIECES) else "price"


def _is_for_others(offer: Node) -> bool:
    """Whether an offer is none to sell to a person: a lease, or one for companies."""
    customers = {last_step(entry) for entry in as_list(offer.get("eligiblecustomertype"))} - {""}
    lets = last_step(offer.get("businessfunction")) in ("leaseout", "lease", "rent")
    return lets or bool(customers and not customers & {"enduser", "publicinstitution"})


def _images(value: object, depth: int = 0) -> list[str]:
    if depth > 3:
        return []
    if isinstance(value, list):
        return [url for entry in value[:100] for url in _images(entry, depth + 1)]
    if isinstance(value, dict):
        for name in ("contentUrl", "url", "@id", "contenturl", "thumbnail"):
            if found := _images(value.get(name), depth + 1):
                return found
        return []
    return [text] if isinstance(value, str) and (text := text_of(value)) else []
