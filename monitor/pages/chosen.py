"""Of the prices that one chooses between by radio buttons, the one of the chosen variant, or what everybody pays."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from monitor.pages.beside import SIGNS
from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.marks import around
from monitor.pages.money import amounts
from monitor.pages.said import words
from monitor.pages.shown import GOOD, OF_OTHERS, Shown

RADIO = "input[type=radio]"
CHOOSES = "input:is([type=radio],[type=checkbox])"
MAX_CHOICES, MAX_LABEL, STEPS = 200, 300, 5
NAMED = (
    r"(?:(?:product|selected|select|default|super|attributes?|options?|pa|dwvar_[\w-]{1,60})[_-]?\[?(?:pa_)?)?"
    rf"(?:{'|'.join(words('variants', 'chooses'))})s?(?:[_-]?(?:id|code|name|\d{{1,9}}))?\]?(?:\[\w*\])?"
)
"""The whole name of what chooses a variant: `attribute_pa_color`, `options[Size]`; `purchase_option` is none."""
OF_VARIANTS = re.compile(NAMED, re.IGNORECASE)
_measure = r"\d+(?:[.,]\d+)?\s?(?:ml|cl|l|g|kg|oz|lb|mm|cm|m|inch|in|[\"”″]|mb|gb|tb)"
SIZE = re.compile(rf"(?:{'|'.join(words('variants', 'sizes'))}|{_measure})?", re.IGNORECASE)
"""The label of a variant by its size, or with nothing but what it costs."""
_pieces = rf"(?<![\w.,])(?!1\D)\d{{1,4}}\s?(?:{'|'.join(words('scales', 'pieces'))})(?!\w)"
SEVERAL = re.compile(f"{_pieces}|{'|'.join(words('variants', 'several'))}", re.IGNORECASE)
"""What says of a choice that it is of several pieces."""


class _Choice(NamedTuple):
    shown: Shown
    node: LexborNode
    amount: Decimal
    label: str
    is_chosen: bool


class Choices:
    """The buttons and boxes of a page with which one chooses, by their labels and rows."""

    def __init__(self, document: Document) -> None:
        may_be = b"radio" in document.html or b"checkbox" in document.html
        inputs = document.tree.css(CHOOSES)[:MAX_CHOICES] if may_be else []
        self._buttons_of = Counter(attribute(one, "name") for one in inputs if _is_radio(one))
        self._by_id = {own: one for one in inputs if (own := attribute(one, "id"))}
        self._document = document
        self._are_any = bool(inputs)
        self._known: dict[int, LexborNode | None] = {}

    def is_ticked(self, node: LexborNode) -> bool:
        """Whether an element stands in the label of what one may tick: an extra."""
        label = next((one for one in around(node, STEPS) if one.tag == "label"), None) if self._are_any else None
        chooses = self._labelled(label) if label is not None else None
        return chooses is not None and not _is_radio(chooses)

    def put_behind_chosen(self, found: Sequence[tuple[Shown, LexborNode]], heading: int) -> Set[int]:
        """Put the choices that are not asked behind the one that is; their elements, by `mem_id`.

        Where an amount is asked between the heading (a place) and the labels, these are its variants, or warranties and
        extras: all of them stand behind it. So do those of which the chosen one costs nothing.
        """
        groups: dict[str, list[_Choice]] = defaultdict(list)
        outside: list[int] = []
        for shown, node in found if self._are_any else ():
            label, chooses = self._around(node)
            amount = shown.price.amount
            if amount is None or shown.old or shown.score < GOOD:
                continue
            if label is not None and chooses is not None and _is_radio(chooses):
                choice = _Choice(shown, node, amount, _named(label, shown), "checked" in chooses.attributes)
                groups[attribute(chooses, "name")].append(choice)
            elif amount:
                outside.append(shown.place)
        first = min((one.shown.place for group in groups.values() for one in group), default=0)
        is_apart = any(heading < place < first for place in outside)
        behind = set()
        for name, group in groups.items():
            of_more = is_apart or (name in self._free and not any(one.is_chosen for one in group))
            asked = None if of_more else _asked(name, group)
            for one in group if of_more or asked is not None else ():
                if one.amount != asked:
                    one.shown.score -= OF_OTHERS
                    behind.add(one.node.mem_id)
        return behind

    @cached_property
    def _free(self) -> Set[str]:
        """The names of buttons of which the chosen one has a label without an amount: `No, thanks`."""
        labels = {attribute(one, "for"): one for one in self._document.tree.css("label[for]")[:MAX_CHOICES]}
        found = set()
        for one in self._document.tree.css(f"{RADIO}[checked]")[:MAX_CHOICES]:
            label = next((box for box in around(one, STEPS) if box.tag == "label"), labels.get(attribute(one, "id")))
            if label is not None and not any(price.currency for price in amounts(label.text(separator=" "))):
                found.add(attribute(one, "name"))
        return found

    def _around(self, node: LexborNode) -> tuple[LexborNode | None, LexborNode | None]:
        """The label around an element and what it is the label of, or the row around it with one of several buttons."""
        parts = list(around(node, STEPS))
        label = next((one for one in parts if one.tag == "label"), None)
        if label is not None:
            return label, self._labelled(label)
        for row in parts if self._buttons_of else ():
            if found := row.css(RADIO)[:2]:
                is_row = len(found) == 1 and self._buttons_of[attribute(found[0], "name")] > 1
                return (row, found[0]) if is_row else (None, None)
        return None, None

    def _labelled(self, label: LexborNode) -> LexborNode | None:
        """What a label is the label of; kept, as many elements may stand in one."""
        if label.mem_id not in self._known:
            self._known[label.mem_id] = label.css_first(CHOOSES) or self._by_id.get(attribute(label, "for"))
        return self._known[label.mem_id]


def _is_radio(chooses: LexborNode) -> bool:
    return attribute(chooses, "type").lower() == "radio"


def _named(label: LexborNode, shown: Shown) -> str:
    """What a label says before its amounts, else behind them."""
    text = squeeze(label.text(separator=" "), MAX_LABEL)
    said = [one for one in amounts(text) if one.currency or one.value == shown.price.amount]
    if not said:
        return text
    before, sign = text[: said[0].start].rstrip(" \u00a0"), said[0].currency
    before = before.removesuffix(sign).rstrip(" :–-") or before.rstrip(SIGNS)  # `S $10` is a small one
    return before or text[said[-1].end :].strip()


def _asked(name: str, group: Sequence[_Choice]) -> Decimal | None:
    """What is asked of some choices: of variants by their name or labels the chosen one, else the dearest of one piece.

    Other buttons may be for a subscription, a way of paying, used goods or a deposit, where not everybody pays the
    lower amount. None where it is not told.
    """
    if OF_VARIANTS.fullmatch(name) or all(SIZE.fullmatch(one.label) for one in group):
        chosen = {one.amount for one in group if one.is_chosen}
        return chosen.pop() if len(chosen) == 1 else None
    return max(one.amount for one in [one for one in group if not SEVERAL.search(one.label)] or group)
