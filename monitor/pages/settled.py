"""What a page's data says that is not of one piece of the one thing on it, by what the page shows.

Data stands against what is shown, unless the page itself says what it is of:
- a price that a table on the page gives for more pieces than one gives way to that for one;
- data under the name of another variant than the heading's and the address's is that variant's, where the page asks
  another price beside a button that buys;
- so is data of the page's address without what chooses a variant in it, where the page asks one price and no other;
- data with no word of the heading, and no number that the page shows, is of other goods beside these, where the page
  asks another price beside a button that buys.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.asked import read_amount
from monitor.pages.chosen import NAMED
from monitor.pages.document import Document, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import ASIDE_TAGS, around, names_of
from monitor.pages.merge import weigh
from monitor.pages.scales import read_scale
from monitor.pages.shown import GOOD
from monitor.pages.tiers import put_tiers
from monitor.pages.visible import Visible
from monitor.records import canonical_url

_of_a_variant = (
    "title price price_until low_price high_price list_price availability sku gtin mpn offer_sku offer_gtin offer_url "
    "offer_title"
)
OF_A_VARIANT = tuple(_of_a_variant.split())
WORD = re.compile(r"[^\W\d_]+|\d+")
"""Letters or digits, so that `BX200` has the words of `BX-200`."""
NAMING = re.compile(r"[^\W\d_]{3,}")
"""What may name goods: no sign of a script that does not part words stands alone."""
LOWER_HEADINGS, MAX_HEADINGS = "h2,h3,h4,h5", 300
PATH_NAMES = re.compile(r"bread|crumb", re.IGNORECASE)
STEPS_UP = 5
MAX_CHANCE = 3
"""Characters up to which a number may stand on a page by chance."""
LEAST_SPELT = 5
"""Letters from which on words that differ by one are two spellings: `Silber` and `Silver`."""
MOST_TIMES = 3
"""How many times the price of one variant that of another is at most."""
MOST_OTHER = 3
"""Words by which the name of a variant differs from that of another."""
CHOOSES = re.compile(rf"(?:^|&){NAMED}=(?!com_)[^&]", re.IGNORECASE)
"""What chooses a variant in the query of an address, by its whole name: `?variant=41`, `?attribute_pa_color=oat`.

`pagesize` and `color_mode` choose how a page looks, `utm_variation` tells whence one comes, `com_shop` is a program.
"""


def settle(sources: Sequence[Sequence[Draft]], document: Document, visible: Visible) -> None:
    """Take out of the drafts what is no price, of several pieces or of other goods; what a rule has read stays."""
    for draft in {id(draft): draft for drafts in sources for draft in drafts}.values():
        weigh(draft, document)
    drafts = {id(draft): draft for drafts in sources for draft in drafts if draft.source not in ("rule", "table")}
    _take_for_one(list(drafts.values()), document, visible)
    for draft in drafts.values():
        title = draft.get("title")
        if title and title not in document.title and is_of_another_variant(title, document):
            _drop_another(draft, document, visible)
    if CHOOSES.search(unquote(urlsplit(document.url).query[:2_000])) and visible.asks == 1:
        for draft in (one[0] for one in sources if len(one) == 1 and id(one[0]) in drafts):
            if not _is_of_the_chosen(draft, document):
                _drop_another(draft, document, visible)
    of_one = {id(one[0]) for one in sources if len(one) == 1}  # variants of a group are told by their colour alone
    for draft in (draft for place, draft in drafts.items() if place in of_one):
        if draft.get("title") and draft.get("price") and _is_of_other_goods(draft, document, visible):
            document.problems.append(f"{draft.source}: of other goods ({draft.get('title')[:60]}), not read")
            draft.fields.clear()
            draft.images.clear()
            draft.attributes.clear()


def _is_of_other_goods(draft: Draft, document: Document, visible: Visible) -> bool:
    """Whether nothing in the data names the goods of the page, and what they cost is asked nowhere near the heading.

    Where less is asked, which would accuse, only what the page names in a heading of its own is surely of other goods.
    """
    title, own = draft.get("title").lower(), f"{document.h1} {document.title}".lower()
    addresses = (document.absolute(draft.get(name)) for name in ("url", "offer_url"))
    if not document.h1 or title in own or any(canonical_url(one) in document.addresses for one in addresses if one):
        return False
    words = set(NAMING.findall(title)) - set(NAMING.findall(draft.get("brand").lower()))
    if not words or words & set(NAMING.findall(f"{own} {unquote(urlsplit(document.url).path).lower()}")):
        return False
    numbers = (draft.get(name) for name in ("sku", "gtin", "mpn", "offer_sku", "offer_gtin"))
    if any(len(number) > MAX_CHANCE and (number in document.text or number in document.url) for number in numbers):
        return False
    stated, shown = _amount(draft, "price", document), _asked_otherwise(draft, document, visible)
    return shown is not None and stated is not None and (shown > stated or _names_elsewhere(title, document))


def _names_elsewhere(title: str, document: Document) -> bool:
    """Whether a heading of lower order names goods, which stands not beside the main one, nor in a menu or a path."""
    if title not in document.lower_text:
        return False
    main = document.headings[0]
    beside = {one.mem_id for one in _next_parts(main)}
    return any(
        squeeze(node.text(separator=" ")).lower() == title
        and not beside.intersection(one.mem_id for one in around(node, STEPS_UP))
        and not any(one.tag in ASIDE_TAGS or PATH_NAMES.search(names_of(one)) for one in around(node, STEPS_UP))
        for node in document.tree.css(LOWER_HEADINGS)[:MAX_HEADINGS]
    )


def _next_parts(heading: LexborNode) -> Iterator[LexborNode]:
    """The parts of the page right before and behind a heading, texts without a word left out."""
    for first, step in ((heading.next, "next"), (heading.prev, "prev")):
        one = first
        while one is not None and one.tag == "-text" and not one.text(strip=True):
            one = getattr(one, step)
        if one is not None:
            yield one


def _is_of_the_chosen(draft: Draft, document: Document) -> bool:
    """Whether data is not that of the page's address without what chooses a variant in its query."""
    chosen, plain = document.addresses
    own = document.absolute(draft.get("offer_url") or draft.get("url"))
    return (canonical_url(own) if own else plain) != chosen.partition("?")[0]


def _take_for_one(drafts: Sequence[Draft], document: Document, visible: Visible) -> None:
    """Put the price of one piece for that of several, as the page's table of prices by quantity gives them."""
    scale = read_scale(document)
    if not scale or scale[0].quantity != 1:
        return
    of_more = {Decimal(tier.price) for tier in scale[1:]}
    priced = [draft for draft in drafts if draft.get("price") or draft.get("low_price")]
    for draft in priced:
        if _amount(draft, "price" if draft.get("price") else "low_price", document) in of_more:
            for name in ("low_price", "high_price"):
                draft.fields.pop(name, None)
            put_tiers(draft, scale, "price for several, and that for one of the page's table")
    if drafts and not priced and visible.best is not None and visible.best.price.amount in of_more:
        put_tiers(next((draft for draft in drafts if draft.fields), drafts[-1]), scale, "price by quantity")


def _amount(draft: Draft, name: str, document: Document) -> Decimal | None:
    """The amount of a field of a draft; None where it holds no single price."""
    return read_amount(draft.get(name), draft.get("currency"), document)


def is_of_another_variant(title: str, document: Document) -> bool:
    """Whether the data's title lacks a word that heading and address have, and has others that stand in neither.

    `Siebträger Duo | White` is not of the page `/siebtraeger-duo-graphite` with the heading `Siebträger Duo Graphite`.
    """
    own, said = (WORD.findall(text.lower()) for text in (document.h1, title))
    parts = urlsplit(document.url)
    address = WORD.findall(unquote(f"{parts.netloc} {parts.path} {parts.query}").lower())
    missing = _lacking(own, said)
    others = _lacking(said, own) - {*address, *WORD.findall(document.title.lower())}
    common = len(set(own) & set(said))
    alike = 2 * common >= min(len(set(own)), len(set(said)))
    return bool(missing.intersection(address)) and 0 < len(others) <= MOST_OTHER and alike


def _lacking(words: Sequence[str], others: Sequence[str]) -> set[str]:
    """The words that do not stand among others: as they are, joined with the next or parted, or spelt otherwise."""
    known = {*others, *map("".join, pairwise(others))}
    joined = [word for pair in pairwise(words) if "".join(pair) in known for word in pair]
    left = set(words) - known - set(joined)
    return {word for word in left if not any(_is_spelling(word, other) for other in others)}


def _is_spelling(word: str, other: str) -> bool:
    """Whether two words of letters differ by one letter: another one, or one more."""
    short, long = sorted((word, other), key=len)
    if len(short) < LEAST_SPELT or len(long) - len(short) > 1 or not word.isalpha():
        return False
    start = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def _drop_another(draft: Draft, document: Document, visible: Visible) -> None:
    """Leave what is said of another variant, where the page asks another price, and nowhere near the data's."""
    stated, shown = _amount(draft, "price", document), _asked_otherwise(draft, document, visible)
    if not shown or not stated or not stated / MOST_TIMES < shown < stated * MOST_TIMES:
        return
    document.problems.append(f"{draft.source}: of another variant ({draft.get('title')[:60]}), not read")
    for name in OF_A_VARIANT:
        draft.fields.pop(name, None)


def _asked_otherwise(draft: Draft, document: Document, visible: Visible) -> Decimal | None:
    """The price that the page asks beside a button that buys, where it shows that of the data nowhere near."""
    best, stated = visible.best, _amount(draft, "price", document)
    shown = best.price.amount if best is not None and best.price.currency and visible.buy_buttons else None
    if not shown or not stated or shown == stated:
        return None
    place = visible.showing(stated)
    return None if place is not None and place.score >= GOOD and not place.old else shown
