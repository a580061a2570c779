"""What in a listing's title contradicts a product, whatever number agrees: sizes, colours, wearers, generations."""

import re
from collections.abc import Iterator
from functools import cache

from monitor.products.counting import PARTS, PIECE_WORDS
from monitor.products.data import data
from monitor.products.lazy import lazily
from monitor.products.line_names import other_number
from monitor.products.measures import other_measures, sides_agree
from monitor.products.sister_words import colours_in, wearers_in
from monitor.products.texts import Text, traits_beside_sku
from monitor.products.traits import GENERATION, SIZE_DIFFERS, Traits, differences
from monitor.products.variants import comes_in_sizes

XL = "edition differs (xl)"
YEAR = re.compile(r"20[0-3]\d")
A_YEAR = lazily(
    r"(?<!\w)(?<!\b\d[./])(?<!\b\d\d[./])20[0-3]\d(?!\w|[.,]\d"
    rf"|\s(?:{PIECE_WORDS.either}|{PARTS.either})(?!\w))"
)
"""No day of a month, and no number of pieces."""
WORD = re.compile(r"[^\W_]+")
DATED = 3
"""So many words before a year may say what else it dates."""
IN_MILLIMETRES = " mm)"
NEAR = 18
"""So many signs beside a generation are asked whether it is that of a technology."""
JOINED = ("-", "/", ".", "_")
"""What stands behind these is the end of a model number: `MB13-V2`."""
TECHNOLOGY = re.compile(
    r"(?<![^\W\d_])(?:intel|core|i[3579]|amd|ryzen|snapdragon|celeron|pentium|cpu|prozessor\w*|process\w+|procesador\w*|apple|dimensity"
    r"|bluetooth|bt|wi-?fi|wlan|usb(?:-c)?|hdmi|pcie|ddr|thunderbolt|dolby|displayport|zigbee|thread|matter|android|ios|windows)(?![^\W\d_])"
    r"|处理器|蓝牙|酷睿|プロセッサ"
)


def contradicting(product: Text, listing: Text, *, certain: bool) -> Iterator[str]:
    """How a title differs from a product's name; where a model number is certain, also by what it adds to that."""
    mine, theirs = product.traits, traits_beside_sku(listing, product)
    sized = False
    for difference in differences(mine, theirs):
        if difference.startswith(SIZE_DIFFERS):
            if difference.endswith(IN_MILLIMETRES) and sides_agree(mine, theirs):
                continue
            sized = True
        if difference.startswith(("colour", "wearer")):
            continue  # read in all words below
        if difference == XL and comes_in_sizes(product):
            continue
        if not (certain and difference.startswith("generation") and not mine.generations):
            yield difference
    if not sized:
        yield from other_measures(mine, theirs)
    yield from _looks(mine, theirs)
    if not certain:
        return
    if not mine.generations and (said := _generation(listing.traits, mine.numbers)):
        yield f'generation differs (none in its name; "{said}")'
    if other := _other_year(mine.numbers, theirs):
        yield f"year differs ({other})"
    if other := other_number(product.title, listing.title):
        yield f"number of the line differs ({other})"


def _looks(mine: Traits, theirs: Traits) -> Iterator[str]:
    """Another colour or wearer than the product's name gives, in words of all languages."""
    for what, own, said, ask in (
        ("colour", mine.colours, theirs.colours, colours_in),
        ("wearer", mine.wearers, theirs.wearers, wearers_in),
    ):
        if (own := own | ask(mine.folded)) and (said := said | ask(theirs.folded)) and not own & said:
            yield f"{what} differs ({', '.join(sorted(own))}; {', '.join(sorted(said))})"


def _other_year(mine: frozenset[str], listing: Traits) -> str:
    """The years of both, where the name's and the title's are others and neither lies within the other's."""
    own = {number for number in mine if YEAR.fullmatch(number)}
    if not own:
        return ""
    said = listing.numbers & set(_years(listing.folded))
    if not said or max(min(own), min(said)) <= min(max(own), max(said)):
        return ""
    return f"{', '.join(sorted(own))}; {', '.join(sorted(said))}"


def _years(folded: str) -> Iterator[str]:
    """The years of a folded title that date the goods, and not their warranty, an award or an invoice."""
    for found in A_YEAR.finditer(folded):
        if _dated().isdisjoint(WORD.findall(folded[: found.start()])[-DATED:]):
            yield found[0]


@cache
def _dated() -> frozenset[str]:
    return frozenset(data("variants.toml")["dated"]["words"].split())


def _generation(listing: Traits, numbers: frozenset[str]) -> str:
    """The words by which a title names a generation of the goods, and not of a technology in them.

    It is none that the product's own numbers say: "Outlook gen 4" of Outlook 4.
    """
    if not listing.generations - numbers:
        return ""
    for found in GENERATION.finditer(listing.folded):
        beside = listing.folded[max(0, found.start() - NEAR) : found.start()], listing.folded[found.end() :][:NEAR]
        if not beside[0].endswith(JOINED) and not any(map(TECHNOLOGY.search, beside)):
            return found[0].strip()
    return ""
