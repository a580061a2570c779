"""The page as a person sees it: the heading, and the prices around it and the buy button."""

from collections.abc import Iterator, Set
from decimal import Decimal
from functools import cached_property
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.availability import read_availability
from monitor.pages.bare import HOLDERS, makes_old, read_bare
from monitor.pages.beside import Role
from monitor.pages.boxes import price_within, struck_within
from monitor.pages.buttons import does
from monitor.pages.chosen import Choices
from monitor.pages.document import Document
from monitor.pages.elements import MAX_ELEMENTS, priced_or_pressed
from monitor.pages.lines_beside import is_less_for_a_reason
from monitor.pages.links import leads_away
from monitor.pages.marks import CURRENT, STRUCK_TAGS, around, is_price_alone, names_in, names_of, path_of
from monitor.pages.money import DIGIT, LOWEST, OF_BEFORE, STARTS, Price, is_money_elsewhere, read_price
from monitor.pages.numbers import item_number
from monitor.pages.others import put_behind_others
from monitor.pages.paying import paid_by
from monitor.pages.pictures import read_pictures
from monitor.pages.pieces import raise_sole_piece
from monitor.pages.price_text import MAX_BARE, is_part, price_of, price_text, text_in_data
from monitor.pages.refusing import is_sold_out_by, refused_by, refuses, shown_on, sold_out_line
from monitor.pages.shown import (
    FOR_A_REASON,
    GOOD,
    LESS,
    MAX_PRICE_TEXT,
    Shown,
    are_one,
    may_be_asked,
    none_is_old,
    put_before_one_way,
    put_behind_own,
    sole_totals,
)
from monitor.pages.standing import Standing
from monitor.pages.telling import tells, tells_of_goods
from monitor.pages.words import availability_of
from monitor.records import Availability

__all__ = ["Shown", "Visible"]

MAX_CANDIDATES = 12
RIGHT_BELOW = 20
"""Elements below the heading among which an amount is the price, though nothing is named so and no button buys."""
STEPS = 12


class Visible:
    """What stands on a page, read on demand."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.has_others = False
        """Whether it is what is left of a page beside cards that it says are of other goods."""
        self._standing = Standing()
        self._cards: Set[int] = frozenset()

    def without(self, cards: Set[int], *, others: bool = False) -> "Visible":
        """The same page without what stands in some elements, by their `mem_id`: cards, or surely those of `others`."""
        rest = Visible(self._document)
        rest.has_others = others or self.has_others
        rest._cards = (self._cards | cards) - self.above
        rest.elements = [node for node in self.elements if not rest._in_card(node)]
        return rest

    def sells_before(self, cards: Set[int]) -> bool:
        """Whether a price or a button that buys stands between the heading and the first of some cards behind it."""
        if self.heading is None:
            return False
        start, own = self.heading[0], {node.mem_id for node in self.without(cards).elements}
        for place, node in enumerate(self.elements[start + 1 :], start + 1):
            if node.mem_id not in own:
                return False
            if place in self._buttons or (node.tag not in ("button", "input", "a") and DIGIT.search(price_text(node))):
                return True
        return False

    def _in_card(self, node: LexborNode) -> bool:
        return bool(self._cards) and any(one.mem_id in self._cards for one in around(node, STEPS))

    @cached_property
    def _choices(self) -> Choices:
        return Choices(self._document)

    @cached_property
    def elements(self) -> list[LexborNode]:
        """Headings, buttons and all that is named after a price, in page order."""
        return priced_or_pressed(self._document)

    @cached_property
    def heading(self) -> tuple[int, LexborNode] | None:
        """The main heading and its place among the elements."""
        wanted = self._document.headings[0].mem_id if self._document.headings else 0
        return next(((place, node) for place, node in enumerate(self.elements) if node.mem_id == wanted), None)

    @property
    def buy_buttons(self) -> list[int]:
        """The places of the buttons that buy, or with which one bids."""
        return list(self._buttons)

    @property
    def is_auction(self) -> bool:
        """Whether one can bid on the page and not buy."""
        return bool(self._buttons) and "buy" not in self._buttons.values()

    @cached_property
    def _buttons(self) -> dict[int, str]:
        """What the buttons that buy or bid do, by their places."""
        found = {}
        for place, node in enumerate(self.elements):
            if node.tag in ("button", "input", "a"):
                attributes = node.attributes
                text = "" if node.tag == "input" else " ".join(node.text()[:400].split())[:100]
                shown = text or attributes.get("value") or attributes.get("alt") or ""  # a button may be a picture
                said = (names_in(attributes), attributes.get("value"), attributes.get("name"), shown)
                doing = does(" ".join(filter(None, said))[:400], shown)
                named_alone = doing and not does("", text)
                if named_alone and refuses(node):
                    continue
                if doing and "disabled" not in attributes and not self.says(node) & 12:
                    found[place] = doing
        return found

    @property
    def above(self) -> Set[int]:
        """The elements that hold the main heading: their names say nothing of the parts in them."""
        return self._document.above if self.heading else frozenset()

    @cached_property
    def prices(self) -> list[Shown]:
        """All amounts near the heading or a buy button, the likeliest price of the goods first."""
        heading = self.heading[1].mem_id if self.heading else 0
        places = [
            (place, node)
            for place, node in enumerate(self.elements)
            if node.tag not in ("h1", "button", "input", "meta") and node.mem_id != heading
        ]
        start = self.heading[0] if self.heading else 0
        places.sort(key=lambda entry: abs(entry[0] - start) * (1 if entry[0] > start else 2))
        found = []
        for place, node in places[: MAX_CANDIDATES * 2]:
            shown = self._shown(place, node)
            if shown is not None:
                found.append(shown)
                found.extend(struck_within(node, shown))
            if len(found) >= MAX_CANDIDATES:
                break
        put_before_one_way(found)
        besides = self._choices.put_behind_chosen([(shown, self.elements[shown.place]) for shown in found], start)
        put_behind_own(found, start, self.buy_buttons)
        asked = [(shown, self.elements[shown.place]) for shown in found if may_be_asked(shown)]
        bought = next((place for place in self.buy_buttons if place > start), MAX_ELEMENTS)
        besides |= put_behind_others(asked, self._document, start, bought)
        if (sole := sole_totals(found)) and not any(map(may_be_asked, self._unnamed())):
            for shown in sole:
                shown.score += 4.0
        if self.buy_buttons and not any(map(may_be_asked, found)) and not any(map(may_be_asked, self._unnamed())):
            raise_sole_piece([(shown, self.elements[shown.place]) for shown in found], self._document)
        if self.buy_buttons and not any(shown.price.amount and shown.score >= GOOD for shown in found):
            found += self._unnamed(besides)
        if not any(may_be_asked(shown) for shown in found):
            none_is_old(found)
        found.sort(key=lambda shown: -shown.score)
        return found

    def _unnamed(self, besides: Set[int] = frozenset()) -> list[Shown]:
        """Short texts below the heading that are an amount and nothing else, in no element of `besides`.

        Where no button buys, only those right below the heading.
        """
        found: list[Shown] = []
        heading = self.heading[1].mem_id if self.heading else 0
        last: LexborNode | None = None
        below, left = False, MAX_ELEMENTS if self.buy_buttons else RIGHT_BELOW
        for node in self._document.tree.css(HOLDERS)[:MAX_ELEMENTS]:
            below = below or node.mem_id == heading
            left -= below
            text = node.text(deep=False)[:200] if below else ""
            if not left:
                break
            if not text or not DIGIT.search(text):
                continue
            bare = read_bare(node, " ".join(text.split()), self._document.country)
            if bare is None or self._in_card(node) or self._choices.is_ticked(node):
                continue
            if besides and any(one.mem_id in besides for one in around(node, STEPS)):
                continue
            text, price = bare
            flags = self.says(node)
            if not flags & 14 and not leads_away(self._document, node, self.above):
                old = bool(flags & 1) or price.role in OF_BEFORE
                price, by_card = paid_by(node, price, self._document.country)
                score = -0.1 * len(found) - 5.0 * old + LESS.get(price.role, 0.0)
                found.append(Shown(text, price, f"page {path_of(node)}", score, old, card=by_card, place=len(found)))
                if len(found) == 2 and makes_old(node, found[1], last, found[0]):
                    found[0].old, found[0].score = True, found[0].score - 5.0
                last = node
            if len(found) >= MAX_CANDIDATES:
                break
        found = [shown for shown in found if shown.price.currency] or found
        put_before_one_way(found)
        return found

    @cached_property
    def guess(self) -> Shown | None:
        """An amount right below the heading of a page about an item, where nothing else says a price."""
        if self.best or self.range or self.buy_buttons or not self.heading:
            return None
        asked = [shown for shown in self._unnamed() if not shown.old]
        if not asked or item_number(self._document.url):
            return asked[0] if asked else None
        shows = self._shows_a_thing or self.has_others
        told = shows or (self.availability and tells_of_goods(self._document, asked[0].text))
        return asked[0] if are_one(asked) and told else None

    @cached_property
    def is_of_one(self) -> bool:
        """Whether a page that neither sells by a button nor has a number shows one thing, one photo and one price."""
        asked = [shown for shown in self.prices if may_be_asked(shown)] or list(filter(None, [self.guess]))
        bare = all(shown.price.currency and len(shown.text) <= MAX_BARE for shown in asked)
        return bool(asked) and bare and are_one(asked) and self._shows_a_thing

    @property
    def asks(self) -> int:
        """How many amounts are asked near the heading."""
        return len({shown.price.amount for shown in self.prices if may_be_asked(shown) and shown.price.currency})

    def asked_from(self, low: Decimal, high: Decimal) -> list[Decimal]:
        """The amounts from one to another that are asked near the heading, in page order."""
        asked = sorted(filter(may_be_asked, self.prices), key=lambda shown: shown.place)
        within = (shown.price.amount for shown in asked if shown.price.currency)
        return [amount for amount in within if amount is not None and low <= amount <= high]

    @cached_property
    def _shows_a_thing(self) -> bool:
        """Whether the page is no article and not the site's first, is named as its heading, and shows a photo by it."""
        document = self._document
        if urlsplit(document.url).path in ("", "/") or tells(document):
            return False
        return document.h1.lower() in document.title.lower() and bool(read_pictures(document))

    @property
    def best(self) -> Shown | None:
        """The price of the goods, where one is likely."""
        return next(filter(may_be_asked, self.prices), None)

    @property
    def range(self) -> Shown | None:
        """The likeliest range of prices of the goods."""
        return next((shown for shown in self.prices if shown.price.high and shown.score >= GOOD), None)

    @property
    def start(self) -> Shown | None:
        """The likeliest price that others start from, or that is the lowest of several offers."""
        starts = (STARTS, LOWEST)
        return next((shown for shown in self.prices if shown.price.problem in starts and shown.score >= GOOD), None)

    @property
    def old(self) -> list[Shown]:
        """Struck-through and list prices."""
        return [shown for shown in self.prices if shown.old and shown.price.amount]

    @cached_property
    def availability(self) -> tuple[Availability, str] | None:
        """Whether the goods can be bought, and what says so: a text on it, else a button that buys."""
        said = read_availability(self._document)
        if said is not None:
            return said
        if not self.buy_buttons:
            refused = refused_by(self._document, self._own) or sold_out_line(self._document, self.above)
            return (refused[0], f"page {path_of(refused[1])}") if refused else None
        node = self.elements[self.buy_buttons[0]]
        ahead = availability_of(shown_on(node)) is Availability.PREORDER
        if ahead or self.best is not None:
            return Availability.PREORDER if ahead else Availability.IN_STOCK, f"page {path_of(node)}"
        return None

    @property
    def is_sold_out(self) -> bool:
        """Whether a button that cannot be pressed says so in the place of the one that buys."""
        if b"disabled" not in self._document.html or self.buy_buttons or not self.heading:
            return False
        behind = (node for node in self.elements[self.heading[0] + 1 :] if not self.says(node) & 12)
        return is_sold_out_by(self._document, behind, self.above)

    @property
    def _own(self) -> Iterator[LexborNode]:
        """The elements that stand in no part of the page on other goods, and are shown."""
        return (node for node in (self.elements if self.heading else ()) if not self.says(node) & 12)

    def one_way(self, price: Decimal) -> Decimal | None:
        """The lower amount that those pay who pay in one way, where the price is what all others pay."""
        less = (one.price.amount for one in self.prices if one.price.role is Role.ONE_WAY)
        return next((amount for amount in less if amount is not None and price / 2 < amount < price), None)

    def showing(self, amount: Decimal) -> Shown | None:
        """The likeliest place where this amount is shown with a currency, else without one."""
        same = [shown for shown in self.prices if amount in (shown.price.amount, shown.price.low)]
        return next((shown for shown in same if shown.price.currency), same[0] if same else None)

    def _shown(self, place: int, node: LexborNode) -> Shown | None:
        if node.tag in ("script", "style", "template", "noscript"):
            return None
        text = price_text(node)
        if len(text) > MAX_PRICE_TEXT:
            return None
        has_number = DIGIT.search(text) is not None
        text, price = price_within(node, text) if has_number else ("", Price())
        if not has_number or price.role is Role.ASIDE:  # a saving may stand beside the price of before
            struck = node.css_first("del,s,strike") if node.tag not in STRUCK_TAGS else None
            if struck is not None:
                return self._shown(place, struck)
        if not has_number:
            if not (text := text_in_data(node)):
                return None
            price = price_of(node, text)
        if not price.currency and node.parent is not None and len(node.parent.text()[:200].strip()) <= 60:
            around = price_text(node.parent)
            with_sign = read_price(around)
            if with_sign.currency and (with_sign.amount == price.amount is not None or is_part(text, around)):
                text, price = around, with_sign
            elif with_sign.amount is not None and is_part(text, around):  # cents are no price
                price = Price()
        if (price.amount is None and price.low is None) or price.several or self.are_sizes(text, price):
            return None
        price, by_card = paid_by(node, price, self._document.country)
        old = node.tag in STRUCK_TAGS
        flags = self.says(node) | (price.role in OF_BEFORE)
        names = names_of(node)
        score = (
            LESS.get(price.role, 0.0)
            - 2.0 * (not price.currency)
            - 5.0 * (old or bool(flags & 1))
            - 4.0 * (flags & 3 == 2)
        )
        elsewhere = bool(flags & 4) or leads_away(self._document, node, self.above) or self._choices.is_ticked(node)
        score += -6.0 * elsewhere - 3.0 * bool(flags & 8) + 1.0 * bool(CURRENT.search(names))
        score += 2.0 * (node.attributes.get("itemprop") == "price") - 1.0 * bool(price.problem)
        score -= FOR_A_REASON * bool(price.amount and is_less_for_a_reason(node, price.amount))
        score -= min(abs(place - b) for b in self.buy_buttons[:20]) * 0.05 if self.buy_buttons else 0.0
        if self.heading:
            behind = place - self.heading[0]
            score -= min(4.0, 0.03 * behind if behind > 0 else -0.08 * behind)
        total = flags & 3 == 2 and is_price_alone(node) and (node.parent is None or not self.says(node.parent) & 2)
        now = total and node.parent is not None and bool(CURRENT.search(names_of(node.parent)))
        return Shown(text, price, f"page {path_of(node)}", score, old or bool(flags & 1), total, now, by_card, place)

    def are_sizes(self, text: str, price: Price) -> bool:
        """Whether what one country alone takes for money (`R16 205`, `52:90`) stands on a page of another."""
        return is_money_elsewhere(text, price.currency, self._document.country)

    def says(self, node: LexborNode) -> int:
        """What the names of an element and of those around it say: 1 old, 2 aside, 4 elsewhere, 8 hidden."""
        return self._standing.of(node, self.above)
