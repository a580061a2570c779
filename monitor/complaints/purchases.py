"""Test buys: what was bought, and whether sealed evidence shows it. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

TYPED = ("order", "bought_on", "price", "currency", "seller_id")
"""What sealed evidence of a purchase states of it, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A test purchase of one case's listing, and what differs from the genuine goods.

    `package` is the sealed evidence that names its order, empty where there is none; the facts after it are those that
    it states, and `pictures` how many pictures it holds.
    """

    case: int
    order: str
    differs: str
    package: str = ""
    bought_on: date | None = None
    price: str = ""
    currency: str = ""
    seller_id: str = ""
    pictures: int = 0

    @property
    def label(self) -> str:
        """The order, with day, price and seller as far as they are known."""
        paid = f"{self.price} {self.currency}".strip()
        parts = (
            f"of {self.bought_on}" if self.bought_on else "",
            paid,
            f"from {self.seller_id}" * bool(self.seller_id),
        )
        return ", ".join(filter(None, (f"order {self.order}", *parts)))


def unproven(buy: Purchase, sellers: Collection[str], today: date) -> Iterator[str]:
    """What is missing before a test buy shows anything, in words. `sellers` are id and name of the listing's seller."""
    how = f"monitor evidence add {buy.case} --kind purchase"
    if not buy.package:
        yield f"sealed evidence of the test buy {buy.order} of case {buy.case} ({how}, which states order {buy.order})"
        return
    stated = {
        "the day it was bought": buy.bought_on, "its price": buy.price, "its currency": buy.currency,
        "its seller": buy.seller_id,
    }  # fmt: skip
    if absent := [name for name, value in stated.items() if not value]:
        yield f"{', '.join(absent)} in the sealed evidence of the test buy {buy.order} ({buy.package}; {how})"
    if not buy.pictures:
        yield f"a photo of the goods in the sealed evidence of the test buy {buy.order} ({buy.package}; {how})"
    if buy.bought_on and buy.bought_on > today:
        yield f"the test buy {buy.order} was made on {buy.bought_on}, which is in the future"
    known = {one.casefold() for one in sellers if one}
    if buy.seller_id and known and buy.seller_id.casefold() not in known:
        yield (
            f"the test buy {buy.order} was made from {buy.seller_id}, and the seller of case {buy.case} is "
            f"{' / '.join(filter(None, sellers))}"
        )
