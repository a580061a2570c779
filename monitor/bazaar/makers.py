"""The three invented brands and what they make."""

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from monitor.bazaar.vocabulary import table

RATES = {"EUR": Decimal(1), "USD": Decimal("1.09"), "GBP": Decimal("0.86"), "CNY": Decimal("7.8"), "JPY": Decimal(163)}
FLOOR_SHARE = Decimal("0.85")
PRODUCTS = 14
FREE = slice(6, 8)
LETTERS = "BCDFGHKLMNPRSTVWXZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """One product: `names` by language without the brand, prices in EUR; without a floor its `floor` is None."""

    sku: str
    model: str
    gtin: str
    family: str
    names: dict[str, str]
    list_price: Decimal
    floor: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """One brand: `slug` of its dossier, its mark in Latin and in Chinese, its sector's words and its goods."""

    slug: str
    mark: str
    chinese: str
    sector: str
    words: dict[str, Any]
    within: tuple[str, ...]
    goods: tuple[Good, ...]

    # Each story has goods of its own, so that one seller's low price does not unsettle another story's prices.

    @property
    def cut(self) -> tuple[Good, ...]:
        """The goods that are sold below their floor."""
        return self.goods[:5]

    @property
    def on_sale(self) -> Good:
        """The one with an allowed promotion."""
        return self.goods[5]

    @property
    def free(self) -> tuple[Good, ...]:
        """The goods without a floor, for which only stability is asked."""
        return self.goods[FREE]

    @property
    def steady(self) -> tuple[Good, ...]:
        """The goods that are sold near their list price."""
        return self.goods[8:]


def rounded(amount: Decimal, currency: str) -> Decimal:
    """An amount as shops write it: whole yen, cents otherwise."""
    return amount.quantize(Decimal(1) if currency == "JPY" else Decimal("0.01"), ROUND_HALF_UP)


def convert(euros: Decimal, currency: str) -> Decimal:
    """An amount in EUR at the rate of the invented world."""
    return rounded(euros * RATES[currency], currency)


def make_makers(dice: random.Random) -> tuple[Maker, ...]:
    """One brand of each sector, its name and its goods drawn."""
    makers = []
    for sector, words in table("sectors").items():
        mark = dice.choice(sorted(words["names"]))
        named = words["names"][mark]
        families = dice.sample(words["families"], PRODUCTS)
        goods = tuple(_good(dice, words, mark, family, number) for number, family in enumerate(families))
        makers.append(
            Maker(
                slug=mark.lower(),
                mark=mark,
                chinese=named["chinese"],
                sector=sector,
                words=words,
                within=tuple(named["within"]),
                goods=goods,
            )
        )
    return tuple(makers)


def _good(dice: random.Random, words: dict[str, Any], mark: str, family: str, number: int) -> Good:
    low, high = words["list_prices"]
    price = Decimal(dice.randrange(low, high)) + Decimal("0.90")
    size, colour = dice.choice(words["sizes"]), dice.choice(words["colours"])
    colours = {"en": colour} | table("phrases")["colours"][colour]
    english = dice.choice(words["models"])
    nouns = words["nouns"] | {"en": english}
    letters = "".join(dice.sample(LETTERS, 2))
    model = f"{letters}{dice.randrange(100, 1000)}{dice.choice(LETTERS)}{number}"
    return Good(
        sku=f"{mark[:3].upper()}-{letters}{100 + number}",
        model=model,
        gtin=_gtin(dice),
        family=family,
        names={language: f"{family} {size} {noun} {colours[language]}" for language, noun in nouns.items()},
        list_price=price,
        floor=None if number in range(FREE.start, FREE.stop) else rounded(price * FLOOR_SHARE, "EUR"),
    )


def _gtin(dice: random.Random) -> str:
    """A GTIN-13 of the range that is kept for use within a shop, with its check digit."""
    body = f"20{dice.randrange(10**10):010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return f"{body}{-total % 10}"
