"""Lengths of things that are sold together: "3 pans 20/24/28 cm" are one set, and so are two wipers of two lengths."""

import re

from monitor.products.counting import WIPERS

TWO_LENGTHS = re.compile(
    r"(?<!\d)[2-8]\d0?(?:\s?[cm]m)?\s?[/&]\s?[2-8]\d0?\s?[cm]m\b|(?<!\d)[2-8]\d0?\s?[cm]m\s?[/&]\s?[2-8]\d0?(?!\d)"
)
"""The lengths of the two wipers of a windscreen, which are sold together."""
NAMED_LENGTHS = re.compile(r"(?<![\w.,/])\d{2,3}\s?(?:mm|cm|[\"″]|zoll|inch|in)?\s?[/+&]\s?\d{2,3}(?![\d/]|[.,]\d)")
SIZES_OF_SET = re.compile(
    r"(?<![\d.,x×])\d{2}(?:\s?[cс][mм])?(?:(?:\s?[/&+]\s?|-|,\s|\s(?:y|e|et|und|and|en|i|и|och|ve)\s)\d{2}(?:\s?[cс][mм])?){2,}\s?[cс][mм]\b"
)
"""Three lengths and more of things of one set, which are all sent."""
LEAST_SIZES = 3


def of_two_lengths(text: str, folded: str) -> bool:
    """Whether a title is about the two wipers of one windscreen, each of another length."""
    return TWO_LENGTHS.search(text) is not None and WIPERS.within_text(folded)


def of_two_wipers(name: str) -> bool:
    """Whether a folded name says two lengths of wipers: one unit is both, "wiper blade 600/450"."""
    return NAMED_LENGTHS.search(name) is not None and WIPERS.within_text(name)


def of_sizes(many: int, text: str) -> bool:
    """Whether a title lists as many sizes as it counts, each another: "3 pans 20/24/28 cm" are one set."""
    if many < LEAST_SIZES:
        return False
    sizes = [size for found in SIZES_OF_SET.finditer(text) for size in re.findall(r"\d+", found[0])]
    return len(set(sizes)) == len(sizes) == many
