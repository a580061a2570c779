"""Test buys: what was bought, and whether sealed evidence shows it. Pure but for its words."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

TYPED = ("order", "bought_on", "price", "currency", "seller_id", "differs")
"""What sealed evidence of a purchase states of it, by key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A test purchase of one case's listing. `said` is what a person says of it now, and proves nothing.

    `packages` are the sealed evidence that names its order, oldest first, empty where there is none. The facts after
    it are those that it states: `differs` is what differs from the genuine goods, `pictures` how many pictures it
    holds, and `shared` names each picture that serves another order too, with that order. A fact that was stated twice
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
    seller_id: str = ""
    pictures: int = 0
    shared: tuple[str, ...] = ()

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
    how = f"monitor evidence add {buy.case} --kind purchase --order {buy.order}"
    if not buy.packages:
        yield f"sealed evidence of the test buy {buy.order} of case {buy.case} ({how} ...)"
        return
    of = f"in the sealed evidence of the test buy {buy.order} ({', '.join(buy.packages)}; {how}"
    stated = {
        "the day it was bought": buy.bought_on, "its price": buy.price, "its currency": buy.currency,
        "its seller": buy.seller_id,
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
    if not buy.pictures:
        yield f"a photo of the goods {of})"
    yield from (f"a photo of the test buy {buy.order} alone: {one}" for one in buy.shared)
    if buy.bought_on and buy.bought_on > today:
        yield f"the test buy {buy.order} was made on {buy.bought_on}, which is in the future"
    known = {one.casefold() for one in sellers if one}
    if buy.seller_id and known and buy.seller_id.casefold() not in known:
        yield (
            f"the test buy {buy.order} was made from {buy.seller_id}, and the seller of case {buy.case} is "
            f"{' / '.join(filter(None, sellers))}"
        )


def denies(differs: str) -> bool:
    """Whether one of the statements, each before a semicolon, is that nothing differs."""
    said = unicodedata.normalize("NFKC", differs).split(";")
    begins = (re.split(r"[,.:!(]|[—–]|\s-\s", one, maxsplit=1)[0] for one in said)
    return any(_plain(one) in _denials("genuine") for one in said) or any(
        _plain(one) in _denials("nothing") for one in begins
    )


@cache
def _denials(table: str) -> frozenset[str]:
    text = files("monitor.complaints").joinpath("denials.toml").read_text("utf-8")
    return frozenset(map(_plain, tomllib.loads(text)[table]))


def is_stated(buy: Purchase) -> bool:
    """Whether what a person says differs is what the sealed evidence says, all of it or one of its statements."""
    return _plain(buy.said) in {_plain(buy.differs), *map(_plain, buy.differs.split("; "))}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .")
