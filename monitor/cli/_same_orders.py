"""What was sealed about other cases and names an order that is alleged: it may clear the goods, too."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.store import Case

    Kin = Callable[[int, int], bool]
    """Whether two cases, by their numbers, are of one seller and product."""


def naming(
    folder: Path, cases: Collection[int], orders: Iterable[str], but: Collection[str] = ()
) -> Iterator[tuple[Path, list[str]]]:
    """The packages about other cases that name one of the orders, each with what is wrong with it.

    An order is named as that of a test buy, or within what a person says. Packages named in `but` are left out.
    """
    from monitor.cli._evidence_shelf import shelf
    from monitor.cli._sealed_evidence import looked_at

    wanted = [re.compile(rf"(?<!\w){re.escape(one.strip())}(?!\w)", re.IGNORECASE) for one in orders if one.strip()]
    own = {str(case) for case in cases}
    found = [
        package
        for package, case, order, words in (shelf(folder).orders if wanted else ())
        if case not in own
        and package.name not in but
        and any(one.fullmatch(order) or one.search(words) for one in wanted)
    ]
    yield from looked_at(folder, found)


def denials(folder: Path, case: int, order: str, kin: "Kin") -> Iterator[str]:
    """In words, what sealed test buys of the order that lie with other cases of its seller and product deny.

    What accuses stays with the case that it was sealed for: the listing there is not this one.
    """
    from monitor.cli._sealed_evidence import about
    from monitor.cli._test_buys import is_of
    from monitor.complaints.statements import denies

    for package, wrong in naming(folder, [case], [order]):
        said = about(package)
        differs, other = str(said.get("differs") or ""), str(said.get("case"))
        of_it = is_of(said, order)
        if of_it and not wrong and differs and denies(differs) and other.isdecimal() and kin(case, int(other)):
            yield f"{package.name}, of case {other} of the same seller and product, says {differs[:200]!r}"


def kin_by(case_of: "Callable[[int], Case]") -> "Kin":
    """Whether two cases are of one seller and product, as far as they were read: who was not read is nobody's kin."""
    from monitor.errors import ConfigurationError
    from monitor.records import same_seller

    def kin(number: int, other_number: int) -> bool:
        try:
            one, other = case_of(number), case_of(other_number)
        except ConfigurationError:  # a case of another database
            return False
        here, there = one.listing, other.listing
        if not (here.seller_is_readable and there.seller_is_readable and here.marketplace == there.marketplace):
            return False
        if not same_seller((here.seller_id, here.seller_name), (there.seller_id, there.seller_name)):
            return False
        mine, theirs = one.finding.sku, other.finding.sku
        goods = mine == theirs if mine and theirs else here.title.casefold() == there.title.casefold()
        return one.finding.brand == other.finding.brand and goods

    return kin
