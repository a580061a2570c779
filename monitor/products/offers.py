"""Offers of several for the price of fewer, in titles that say how many are sent: "buy 2 get 1 free, 3 pots"."""

import re
from dataclasses import dataclass

from monitor.products.numerals import NUMERALS, number
from monitor.products.phrases import tables

NUMBER = (
    r"(?:[1-9]\d?(?!\d)|one|two|three|four|five|six|ein|zwei|drei|vier|une?|deux|trois|uno|dos|tres|due|tre|um|dois)"
)
OFFERS = tables("offers.toml", {"n": NUMBER, "z": "[1-9一二两三四五六]"})
WORDS = "|".join(word for word in NUMERALS if len(word) > 1)
DIGITS = re.compile(rf"\d+|[一二两三四五六]|(?<![^\W\d])(?:{WORDS})\b")
ONE = re.compile(r"(?<![^\W\d])(?:one|ein|une?|uno|um)\b|一")


@dataclass(frozen=True, slots=True)
class Offer:
    """The number of `units` that an offer sends, and the `rest` of the title without the words that make it."""

    units: int
    rest: str


def offer_in(folded: str) -> Offer | None:
    """The offer in a folded title, if it names two numbers ("3 for 2", "1+1", "buy 2 get 1")."""
    for kind, units_of in (("added", sum), ("in_all", max)):
        if found := OFFERS[kind].search(folded):
            numbers = [number(one) for one in DIGITS.findall(ONE.sub("1", found[0]))]
            if len(numbers) > 1:
                return Offer(units_of(numbers), f"{folded[: found.start()]} {folded[found.end() :]}")
    return None
