"""Amounts that a page shows, and which of them is likely the price of the goods."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.pages.beside import Role
from monitor.pages.marks import STRUCK_TAGS
from monitor.pages.money import Price

GOOD = -2.5
"""The score from which a visible price is believed to be the one of the goods."""
LESS = {Role.ASIDE: -4.0, Role.ONE_WAY: -1.5}
"""What its role takes from the score of an amount."""
MAX_PRICE_TEXT = 90
"""Characters up to which the text of an element is that of a price."""
FOR_A_REASON = 1.0
"""What a lower amount loses that words part from the one before it."""
OF_OTHERS = 3.0
"""What an amount loses that stands beside a further button that buys."""


@dataclass(slots=True)
class Shown:
    """An amount that stands on the page: as text, as price, where, and how likely it is the price of the goods."""

    text: str
    price: Price
    source: str
    score: float = 0.0
    old: bool = False
    total: bool = False
    """Whether it is named as a total or for members, which is an amount aside where another one is the price."""
    total_now: bool = False
    """Whether it is, and stands in what is named after the price of now."""
    card: bool = False
    """Whether what stands behind it names a card or rates, so that it is what everybody pays."""
    place: int = 0
    """Where it stands among the elements that were looked at."""


def put_before_one_way(found: list[Shown]) -> None:
    """Put what everybody pays before the price of those who pay in one way, also where it is named as one of before."""
    for less in [shown for shown in found if shown.price.role is Role.ONE_WAY]:
        for other in found:
            low, high = less.price.amount, other.price.amount
            if other.card and low is not None and high is not None and low < high <= 2 * low:
                other.old, other.score = False, max(other.score, less.score + 0.1)


def put_behind_own(found: list[Shown], heading: int, buttons: Sequence[int]) -> None:
    """Put an amount between the heading and the first button that buys before those of further buttons.

    These are offers of others, unless they are marked up like the first: rows alike are a list. `heading` and `buttons`
    are places.
    """
    behind = [place for place in buttons if place > heading]
    if len(behind) < 2:
        return
    own = {one.source for one in found if heading < one.place < behind[0] and may_be_asked(one)}
    for other in found if own else ():
        if behind[0] < other.place < behind[-1] and other.source not in own:
            other.score -= OF_OTHERS


def are_one(asked: list[Shown]) -> bool:
    """Whether some places show one amount."""
    return len({shown.price.amount for shown in asked}) == 1


def may_be_asked(shown: Shown) -> bool:
    """Whether an amount is likely the price of the goods."""
    return bool(shown.price.amount) and not shown.old and shown.score >= GOOD


def sole_totals(found: list[Shown]) -> list[Shown]:
    """The amounts named as totals where no other one is asked; beside a price of before those of now alone."""
    if any(map(may_be_asked, found)):
        return []
    has_old = any(shown.old for shown in found)
    return [shown for shown in found if (shown.total if not has_old else shown.total_now)]


def _is_lower(other: Shown, shown: Shown) -> bool:
    """Whether one amount near the goods, or one that others start from, is lower than another."""
    low, high = other.price.amount or other.price.low, shown.price.amount
    near = other.score > -4.5 and not other.old and bool(other.price.currency)
    return near and low is not None and high is not None and high / 10 < low < high


def none_is_old(found: list[Shown]) -> None:
    """There is no price of before without one of now: what is only named so, and not struck through, is asked."""
    for shown in found:
        if (
            shown.old
            and shown.price.role is not Role.BEFORE
            and shown.source.partition(" ")[2].partition(".")[0] not in STRUCK_TAGS
            and not any(_is_lower(other, shown) for other in found)
        ):
            shown.old = False
            shown.score += 5.0
