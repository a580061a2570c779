"""A brand's seller list, prepared for look-ups by seller id."""

import unicodedata
import weakref
from collections import defaultdict
from collections.abc import Sequence

from monitor.brands.model import Brand, SellerEntry


def folded(text: str) -> str:
    """Ids and names of marketplaces in one form: compatibility forms, case and outer spaces do not count."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def placed(marketplace: str) -> str:
    """The name of a marketplace in one form; a host name means the same with and without `www.`."""
    return folded(marketplace).removeprefix("www.")


class Roster:
    """The rows of sellers.csv by seller id and by name."""

    def __init__(self, entries: Sequence[SellerEntry]) -> None:
        self._by_id: dict[str, list[SellerEntry]] = defaultdict(list)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._nameless: set[str] = set()
        for entry in entries:
            if seller := folded(entry.seller_id):
                self._by_id[seller].append(entry)
            place = placed(entry.marketplace)
            names = [folded(name) for name in (entry.seller_name, entry.legal_entity) if name.strip()]
            self._names[place].update(names)
            if not names:
                self._nameless.add(place)

    def rows(self, marketplace: str, seller_id: str) -> tuple[SellerEntry, ...]:
        """The rows about one seller account; an empty id is nobody's."""
        place, seller = placed(marketplace), folded(seller_id)
        if not seller:
            return ()
        return tuple(e for e in self._by_id.get(seller, ()) if placed(e.marketplace) in ("", place))

    def may_hold(self, marketplace: str, seller_name: str) -> bool:
        """Whether a seller of whom only the name was read may be on the list: it has the name, or rows without one."""
        name = folded(seller_name)
        return any(place in self._nameless or name in self._names.get(place, ()) for place in ("", placed(marketplace)))


_ROSTERS: dict[int, Roster] = {}


def roster(brand: Brand) -> Roster:
    """The brand's seller list, prepared at its first use and kept as long as the brand."""
    found = _ROSTERS.get(id(brand))
    if found is None:
        found = _ROSTERS[id(brand)] = Roster(brand.sellers or ())
        weakref.finalize(brand, _ROSTERS.pop, id(brand), None)
    return found
