"""What the names of elements say of them: class and id, by the words that sites use."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

from selectolax.lexbor import LexborNode

STRUCK_TAGS = frozenset(["s", "del", "strike"])
_before = (
    r"old|was|list|initial|full|strike|striked|strikethrough|struck|crossed|regular|original|origin|before|former"
    r"|previous|prev|compare|standard|secondary|(?:non|un)[-_]?discounted"
    r"|suggested|retail|rrp|uvp|msrp|antes|anterior|barre|tachado|statt|alter|vecchio"
    r"|ord|ordinarie|advies|org"
)
_after = (
    "old|org|was|initial|strike|striked|struck|crossed|regular|original|before|former|previous|compare|antes|anterior"
    "|barre"
)
OLD = re.compile(
    rf"(?:{_before})(?:[-_]?at)?[-_ ]?(?:price|preis|prix|prezzo|precio|preco|pris|prijs|cena|amount|prc)"
    rf"|(?:price|preis|prix|prezzo|precio|preco|pris|prijs|cena|prc)s?[-_]*(?:{_after})(?![a-z])"
    r"|(?:^|[-_ ])(?:was|rrp|uvp|msrp|old|strike|striked|strikethrough|line-?through|crossed|barred|text-?strike"
    r"|stroke|non-?sale)(?:$|[-_ ])",
    re.IGNORECASE,
)
"""A price of before: struck through, or the list price."""
_taxed = "".join(
    f"(?<!{how}{apart})"
    for how in ("included", "including", "inclusive", "incl", "inkl", "inc", "with", "gross")
    for apart in ("", "[-_]")
)
"""Not where a name says that tax is in an amount: `priceInclVatAmount`."""
_not = "".join(f"(?<!{no}{apart})" for no in ("non", "un") for apart in ("", "[-_]"))
ASIDE = re.compile(
    r"shipping|deliver|postage|versand|livraison|saving|you-?save|price[-_]{0,2}saved?(?![a-z])|saved?[-_]{0,2}(?:price|amount)"
    rf"|(?<!price--){_not}discount(?:(?<!price-current\sdiscount)(?<!current-price\sdiscount)|(?=[\w-]))|instal|month|financ|credit|klarna"
    r"|afterpay"
    r"|unit[-_]{0,2}price|price[-_]{0,2}unit|per-?unit|base-?unit|pangv|grundpreis|pricePer|loyalty|points|coupon|voucher|(?:member|club|vip|adh[ée]rents?|adh)[-_]?(?:price|prix|preis)|(?:price|pris|prix|preis)[-_]{1,2}(?:for[-_])?(?:members?|medlem)(?![a-z])|(?<!including-)(?<!incl-)(?<!inc-)(?:\b|(?<=__))tax\b(?!\sweee)"
    rf"|without-?(?:tax|vat)|{_taxed}(?:tax|vat)[-_]?amount|(?<![a-z])(?:ex|no)[-_]?(?:tax|vat)(?![a-z])|excl|filter|range|slider|facet|total|threshold|swatch|trade-?in|warranty|insurance|add-?on|import|cuotas|parcel",
    re.IGNORECASE,
)
"""An amount that is no price of the goods: shipping, a saving, a rate, a unit price, the price of another variant.

`tax weee` is what Magento names the box of any price.
"""
UNDISCOUNTED = re.compile(r"(?<![a-z])(?:non|un)[-_]?discounted", re.IGNORECASE)
DISCOUNTED = re.compile(r"discounted(?![-_]?(?:amount|by|value|sum|fee))", re.IGNORECASE)
TOTAL = re.compile(r"total", re.IGNORECASE)
FOR_SOME = re.compile(r"(?:club|vip)[-_]?(?:price|prix|preis)", re.IGNORECASE)
"""A price for members, or one of a shop for golf clubs."""
NO_TOTAL_OF_ONE = re.compile(
    r"(?:cart|basket|bag|order|sub|grand|check-?out|set|bundle|item|group|sum"
    r"|option|extra|add-?on|upgrade|accessor(?:y|ie)|service|configurat(?:ion|or))s?[-_]?(?:price)?[-_]?total"
    r"|total[-_]?(?:items?|count|order|cart|qty|saving|off|review|rating|sold|tax|options?|extras?)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"related|recommend|(?:other|alternative|more)[-_]?(?:sellers?|offers?|vendors?|merchants?)(?![a-z])|similar|also[-_]|cross-?sell|up-?sell|carousel|swiper|recently|viewed|bundle|frequently"
    r"|accessor|sponsor|advert|footer|header|navi?\b|menu|mini-?(?:cart|basket)|sidebar|review|question|compar|sims"
    r"|you-?may|suggest(?!ed[-_]?(?:retail|price))|other-?products|more-?products|complement|look-|outfit|teaser|listing-?(?:card|grid)|recs(?:$|[-_\s])|history|chart|wishlist"
    r"|product-?(?:list|grid|tile|card|item)s?(?!-detail)(?:$|[-_\s])",
    re.IGNORECASE,
)
"""A part of the page that speaks of other goods."""
CURRENT = re.compile(
    r"current|final|sale|now|special|offer|our|main|buy|pdp|aktuell|actual|priceto|price-?value"
    r"|selling",
    re.IGNORECASE,
)
TELLS_OF_PARTS = re.compile(r"(?:^|(?<=\s))(?:has|with|no|without)-[\w-]{1,60}", re.IGNORECASE)
"""A name that says what else is in an element (`with-list-price`), and nothing of the element itself."""
NAMED_BY = ("class", "id", "data-hook", "data-testid", "data-qaid")
ASIDE_TAGS = frozenset(["footer", "nav", "header", "select"])
MAX_KEPT = 600
"""Characters of names up to which what they say is kept for the next element that has the same."""
_while_made = "".join(
    f"(?<!{who}{apart}mode)" for who in ("edit", "editable", "admin", "design", "preview") for apart in ("", "[-_]")
)
HIDDEN = re.compile(rf"(?:^|\s|{_while_made}[_-])(?:hidden|hide|d-none|invisible|is-hidden)(?:$|\s)", re.IGNORECASE)
"""A name of what is not shown to who buys: `edit-mode-hidden` is."""


def short_names(html: bytes) -> str:
    """Selectors of elements that a page names by a short word for a price, to be added to others; mostly empty."""
    may = b"prc" in html and (b'"prc' in html or b" prc" in html)  # most pages are gone over once
    return ',[class^=prc],[class*=" prc"]' if may else ""


def names_of(node: LexborNode) -> str:
    """The names of an element in one text: class and id, and what themes without such use instead."""
    return names_in(node.attributes)


def names_in(attributes: Mapping[str, str | None]) -> str:
    """The names that attributes give to their element."""
    return " ".join([name for by in NAMED_BY if (name := attributes.get(by))])[:500]


@lru_cache(maxsize=20_000)
def marks_in(names: str) -> int:
    """What class and id say, as bits: 1 a price of before, 2 an amount aside, 4 other goods."""
    if "-" in names:
        names = TELLS_OF_PARTS.sub("", names)
    return bool(OLD.search(names)) | 2 * bool(ASIDE.search(names)) | 4 * bool(ELSEWHERE.search(names))


def is_price_alone(node: LexborNode) -> bool:
    """Whether an element is named as what is the price where no other one is: a total of no cart, a price of a club."""
    names = names_of(node)
    if TOTAL.search(names) and NO_TOTAL_OF_ONE.search(names):
        return False
    other = FOR_SOME.sub("", TOTAL.sub("", names))
    return other != names and not ASIDE.search(other)


def is_for_some(node: LexborNode) -> bool:
    """Whether an element is put aside for nothing but being named as the price of a club."""
    names = names_of(node)
    return FOR_SOME.search(names) is not None and not ASIDE.search(FOR_SOME.sub("", names))


def stands_elsewhere(node: LexborNode, above: Collection[int] = ()) -> bool:
    """Whether an element stands in a part of the page that is named after other goods, or at its head or foot.

    `above` are the elements that hold the page's main heading, by their `mem_id`: their names say nothing.
    """
    own = takewhile(lambda one: one.mem_id not in above, around(node, 6))
    return any(marks_in(names_of(one)) & 4 or one.tag in ("footer", "nav", "header") for one in own)


def around(node: LexborNode | None, steps: int) -> Iterator[LexborNode]:
    """An element and those that it stands in, the nearest first, so many at most."""
    for _ in range(steps):
        if node is None:
            return
        yield node
        node = node.parent


def is_discounted_price(node: LexborNode) -> bool:
    """Whether an element is put aside for nothing but `discounted`, and the price without the discount is beside it.

    Elsewhere such a name is that of a saving, of goods or a fee beside these, or of a number of them.
    """
    names = names_of(node)
    if "discounted" not in names.lower() or node.tag in ("td", "th") or node.parent is None:
        return False
    if ASIDE.search(DISCOUNTED.sub("", names)):
        return False
    others = (one for one in node.parent.iter() if one.mem_id != node.mem_id)
    return any(UNDISCOUNTED.search(names_of(one)) for one in others)


def hides(node: LexborNode) -> bool:
    """Whether the element says by itself that it is not shown."""
    return bool(flags_of(node) & 8)


def flags_of(node: LexborNode) -> int:
    """What an element says of itself, as bits: 1 a price of before, 2 an amount aside, 4 other goods, 8 not shown."""
    attributes = node.attributes
    if not attributes:
        return _flags(node.tag or "")
    get = attributes.get
    said = (get("class"), get("id"), get("data-hook"), get("data-testid"), get("data-qaid"), get("style"))
    if len("".join([text for text in said if text])) > MAX_KEPT:
        return _flags.__wrapped__(node.tag or "", *said, hidden="hidden" in attributes)
    return _flags(node.tag or "", *said, hidden="hidden" in attributes)


@lru_cache(maxsize=20_000)
def _flags(
    tag: str,
    classes: str | None = None,
    id_: str | None = None,
    hook: str | None = None,
    testid: str | None = None,
    qaid: str | None = None,
    style: str | None = None,
    *,
    hidden: bool = False,
) -> int:
    flags = 4 if tag in ASIDE_TAGS else int(tag in STRUCK_TAGS)
    if names := " ".join(filter(None, (classes, id_, hook, testid, qaid)))[:500]:
        flags |= marks_in(names)
    if hidden or (classes and HIDDEN.search(classes)):
        flags |= 8
    if style:
        flags |= "line-through" in style
        if "display:none" in style.replace(" ", "").lower():
            flags |= 8
    return flags


def path_of(node: LexborNode) -> str:
    """An element as a person would name it: tag, id or first class."""
    attributes = node.attributes
    if attributes.get("id"):
        return f"{node.tag}#{(attributes['id'] or '')[:60]}"
    first = (attributes.get("class") or "").split()[:1]
    return f"{node.tag}.{first[0][:60]}" if first else str(node.tag)
