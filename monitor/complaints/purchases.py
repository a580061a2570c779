"""Test buys: what was bought, and whether sealed evidence shows it. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from monitor.complaints.statements import denies
from monitor.records import sold_by

TYPED = ("order", "bought_on", "price", "currency", "seller_id", "differs")
"""What sealed evidence of a purchase states of it, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A test purchase of one case's listing. `said` is what a person says of it now, and proves nothing.

    `packages` are the sealed evidence that names its order, oldest first, empty where there is none. The facts after
    it are those that it states: `differs` is what differs from the genuine goods, `pictures` how many pictures it
    holds that serve no other order, and `shared` names each other one, with that order. A fact that was stated twice
    is what was stated last, but of sellers and differences it is all of them.
    """

    case: int
    order: str
    said: str = ""
    packages: tuple[str, ...] = ()
    differs: str = ""
    bought_on: date | None = None
    price: str = ""
    currency: str = ""
    sellers: tuple[str, ...] = ()
    pictures: int = 0
    shared: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    """What was sealed of this order with other cases of its seller and product and says that nothing differs."""

    @property
    def label(self) -> str:
        """The order, with day, price and seller as far as they are known."""
        paid = f"{self.price} {self.currency}".strip()
        parts = (
            f"of {self.bought_on}" if self.bought_on else "",
            paid,
            f"from {' / '.join(self.sellers)}" * bool(self.sellers),
        )
        return ", ".join(filter(None, (f"order {self.order}", *parts)))


def unproven(buy: Purchase, sellers: Collection[str], today: date) -> Iterator[str]:
    """What is missing before a test buy shows anything, in words. `sellers` are id and name of the listing's seller."""
    how = f"monitor evidence add {buy.case} --kind purchase --order {buy.order}"
    if not buy.packages:
        yield f"sealed evidence of the test buy {buy.order} of case {buy.case} ({how} ...)"
        return
    of = f"in the sealed evidence of the test buy {buy.order} ({', '.join(buy.packages)}; {how}"
    stated = {
        "the day it was bought": buy.bought_on, "its price": buy.price, "its currency": buy.currency,
        "its seller": buy.sellers,
    }  # fmt: skip
    if absent := [name for name, value in stated.items() if not value]:
        yield f"{', '.join(absent)} {of})"
    if not buy.differs:
        yield f'what differs from the genuine goods {of} --differs "..."), or nothing says that it is a counterfeit'
    elif denies(buy.differs):
        yield (
            f'what differs {of} --differs "..."): it says {buy.differs[:200]!r}, so nothing says that it is a '
            "counterfeit"
        )
    elif buy.said and not is_stated(buy):
        yield (
            f"the test buy {buy.order}: {buy.said[:200]!r} is not what its sealed evidence says, "
            f"{buy.differs[:200]!r}; leave it out, or seal it ({how} --differs)"
        )
    for said in buy.against:
        yield f"the test buy {buy.order}: {said}, so nothing says that it is a counterfeit"
    if not buy.pictures and buy.shared:
        said = "; ".join(buy.shared)
        yield f"a photo of the test buy {buy.order} alone: {said}; seal one that shows these goods ({how} PHOTO)"
    elif not buy.pictures:
        yield f"a photo of the goods {of})"
    if buy.bought_on and buy.bought_on > today:
        yield f"the test buy {buy.order} was made on {buy.bought_on}, which is in the future"
    if not all(sold_by(one, sellers) for one in buy.sellers):
        yield (
            f"the test buy {buy.order} was made from {' / '.join(buy.sellers)}, and the seller of case {buy.case} is "
            f"{' / '.join(filter(None, sellers))}"
        )


def is_stated(buy: Purchase) -> bool:
    """Whether what a person says differs is what the sealed evidence says, all of it or one of its statements."""
    return _plain(buy.said) in {_plain(buy.differs), *map(_plain, buy.differs.split("; "))}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .")
