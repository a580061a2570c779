"""What `monitor check` says of prices that were not judged, or by a floor of another country, and what to do."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from monitor.cli._text import plain

if TYPE_CHECKING:
    from monitor.inspection import Looked

SHOWN_REASONS = 20
NAMED, MOST_NAME = 3, 120
CODE = "; write a code such as EUR into the column currency"


class UnjudgedPrices:
    """The listings whose prices were held against no floor, or against the lowest one, gathered by why."""

    def __init__(self) -> None:
        self._not_judged = defaultdict[str, list[str]](list)
        self._of_no_product = defaultdict[str, list[str]](list)
        self._allowed_somewhere = defaultdict[str, list[str]](list)

    def add(self, looked: "Looked") -> None:
        """Note what is to be told of one observation."""
        from monitor.products.net_price import no_currency

        name = looked.subject.listing.listing_id
        of_currency = no_currency(looked.subject.listing.currency)
        for why in looked.not_judged:
            self._not_judged[f"{why}{CODE if why == of_currency else ''}"].append(name)
        for brand in looked.of_no_product:
            self._of_no_product[brand.slug].append(name)
        for places in looked.allowed_somewhere:
            self._allowed_somewhere[places].append(name)

    def lines(self) -> Iterator[str]:
        """A line a reason, those of most prices first."""
        for why, ids in _most_first(self._not_judged):
            yield f"{_prices(ids)} not held against a floor: {why} ({_named(ids)})"
        for slug, ids in _most_first(self._of_no_product):
            yield (
                f"{_prices(ids)} not held against a floor: no product of {slug} is like what is offered under its "
                f"name; add what is its own to products.csv; why: monitor match FILE --brand {slug} ({_named(ids)})"
            )
        for places, ids in _most_first(self._allowed_somewhere):
            yield (
                f"{_prices(ids)} may be too low: no country is known of {'them' if len(ids) > 1 else 'it'}, so the "
                f"lowest floor of {places} was used; write the country into the column territory ({_named(ids)})"
            )


def _most_first(found: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    return sorted(found.items(), key=lambda one: -len(one[1]))[:SHOWN_REASONS]


def _prices(ids: Sequence[str]) -> str:
    return f"{len(ids)} {'price' if len(ids) == 1 else 'prices'}"


def _named(ids: Sequence[str]) -> str:
    """Which listings are meant, the first few by their ids."""
    several = list(dict.fromkeys(ids))
    named = ", ".join(plain(one[:MOST_NAME]) for one in several[:NAMED]) + (" and more" if len(several) > NAMED else "")
    return f"{'listing' if len(several) == 1 else 'listings'} {named}"
