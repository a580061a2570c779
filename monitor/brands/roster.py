"""A brand's seller list, prepared for look-ups by seller id."""

import re
import unicodedata
import weakref
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from threading import Lock

from monitor.brands.ids import callings, family, folded, is_at, placed, seller_key
from monitor.brands.model import Brand, SellerEntry, SellerStatus
from monitor.records import Listing, host_of, path_end

_legal_forms = """
    ag and bv co corp corporation eg ek eu gbr gmbh inc kg kgaa llc llp ltd limited mbh nv ohg oy pty plc sa sarl sas se
    sl spa srl ug und
"""
LEGAL_FORMS = frozenset(_legal_forms.split())
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"}


class _Names:
    """The names of one marketplace's rows."""

    def __init__(self) -> None:
        self.written: set[str] = set()
        self.authorized: set[str] = set()
        self.cores: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.has_nameless = False

    def add(self, entry: SellerEntry) -> None:
        """Take in the names of a row."""
        names = {folded(name) for name in (entry.seller_name, entry.legal_entity) if name.strip()}
        self.has_nameless |= not names
        for name in names - self.written:
            if core := _core(name):
                self.cores[max(core, key=lambda word: (len(word), word))].append(core)
        names |= {folded(entry.seller_id)} - {""}  # a list that calls sellers by one word may have ids there
        self.written |= names
        if entry.status is SellerStatus.AUTHORIZED:
            self.authorized |= names

    def may_hold(self, name: str) -> bool:
        """Whether a folded name may be one of them."""
        if self.has_nameless or name in self.written:
            return True
        words = _core(name)
        return any(core <= words for word in words for core in self.cores.get(word, ()))


class Roster:
    """The rows of sellers.csv by seller id and, from the first question on, by name."""

    def __init__(self, entries: Sequence[SellerEntry]) -> None:
        self._entries = entries
        self._by_id: dict[str, list[SellerEntry]] = defaultdict(list)
        for entry in entries:
            if seller := folded(entry.seller_id):
                self._by_id[seller].append(entry)

    @cached_property
    def _by_place(self) -> Mapping[str, _Names]:
        found: dict[str, _Names] = defaultdict(_Names)
        for entry in self._entries:
            found[placed(entry.marketplace)].add(entry)
        return dict(found)

    def rows_of(self, listing: Listing) -> tuple[SellerEntry, ...]:
        """The rows about a listing's seller. A row may name the marketplace as the listing does, or by its host."""
        rows, host = self.rows(listing.marketplace, listing.seller_id), host_of(listing.url)
        if host in ("", placed(listing.marketplace)):
            return rows
        return tuple(dict.fromkeys([*rows, *self.rows(host, listing.seller_id)]))

    def rows(self, marketplace: str, seller_id: str) -> tuple[SellerEntry, ...]:
        """The rows about one seller account; an empty id is nobody's.

        Where the id was read as a path, a row of that very marketplace may name what the path ends with.
        """
        keys = _keys(marketplace, seller_id)
        return tuple(e for e in self._alike(marketplace, seller_id) if seller_key(marketplace, e.seller_id) in keys)

    def on_sister_sites(self, listing: Listing) -> tuple[SellerEntry, ...]:
        """The rows about a listing's seller on other country sites of its marketplace, where he has the same id."""
        here = family(listing.marketplace) or family(host_of(listing.url))
        if not here or not listing.seller_id.strip():
            return ()
        places = {placed(listing.marketplace), placed(host_of(listing.url))}
        entries = self._by_id.get(folded(listing.seller_id), ())
        return tuple(e for e in entries if family(e.marketplace) == here and placed(e.marketplace) not in places)

    def at_other_ports(self, listing: Listing) -> tuple[SellerEntry, ...]:
        """The rows with the very id of a listing's seller that name the host of its marketplace at another port."""
        here, keys = (listing.marketplace, host_of(listing.url)), _keys(listing.marketplace, listing.seller_id)
        hosts = {callings(one)[-1] for one in here} - {""}
        named = [self._by_id.get(name, ()) for name in {folded(key): None for key in sorted(keys) if key}]
        return tuple(
            entry
            for entry in chain.from_iterable(named)
            if callings(entry.marketplace)[-1] in hosts and not any(is_at(entry.marketplace, one) for one in here)
            if seller_key(listing.marketplace, entry.seller_id) in keys
        )

    def cut_short(self, listing: Listing) -> tuple[SellerEntry, ...]:
        """The rows without a marketplace that name what the id of a listing's seller ends with."""
        end = path_end(listing.seller_id)
        rows = self._by_id.get(folded(end), ()) if end else ()
        return tuple(one for one in rows if not placed(one.marketplace) and one.seller_id.strip() == end)

    def but_for_case(self, marketplace: str, seller_id: str) -> tuple[SellerEntry, ...]:
        """The rows whose id differs from this one in case alone, on a marketplace where that may be another account."""
        keys = _keys(marketplace, seller_id)
        return tuple(e for e in self._alike(marketplace, seller_id) if seller_key(marketplace, e.seller_id) not in keys)

    def _alike(self, marketplace: str, seller_id: str) -> Iterator[SellerEntry]:
        for entry in self._by_id.get(folded(seller_id), ()):
            if is_at(entry.marketplace, marketplace):
                yield entry
        for entry in self._by_id.get(folded(path_end(seller_id)), ()):
            if placed(entry.marketplace) and is_at(entry.marketplace, marketplace):
                yield entry

    def may_hold(self, listing: Listing) -> bool:
        """Whether a listing's seller, of whom only the name was read, may be on the list.

        The list has it as a name or an id, or its telling words among others ("Juwelier Brandt (12,345)"), or rows
        without a name.
        """
        return any(one.may_hold(folded(listing.seller_name)) for one in self._named(listing))

    def authorizes_name(self, listing: Listing) -> bool:
        """Whether the seller is called like one, or like the id of one, whom the list authorises there or once did."""
        name = folded(listing.seller_name)
        return any(name in one.authorized for one in self._named(listing))

    def _named(self, listing: Listing) -> Iterator[_Names]:
        """The names in the rows that may be about a listing's marketplace."""
        return (self._by_place[place] for place in _places(listing) if place in self._by_place)


def _places(listing: Listing) -> set[str]:
    """What rows about a listing's marketplace may call it: as the listing does, by its host, or not at all."""
    return {"", *callings(listing.marketplace), *callings(host_of(listing.url))}


def _keys(marketplace: str, seller_id: str) -> frozenset[str]:
    """What a row may call an account by."""
    return frozenset(seller_key(marketplace, name) for name in (seller_id, path_end(seller_id)))


def _core(name: str) -> frozenset[str]:
    """The telling words of a folded name: without marks, legal forms and figures, umlauts in one writing."""
    plain = unicodedata.normalize("NFKD", "".join(UMLAUTS.get(char, char) for char in name))
    words = re.findall(r"[^\W\d_]+", "".join(char for char in plain if not unicodedata.combining(char)))
    return frozenset(word for word in words if len(word) > 1 and word not in LEGAL_FORMS)


def is_called(entry: SellerEntry, name: str) -> bool:
    """Whether a name is that of a row or of its company, whatever the case, marks and legal form."""
    core = _core(folded(name))
    return bool(core) and core in (_core(folded(entry.seller_name)), _core(folded(entry.legal_entity)))


_ROSTERS: dict[int, Roster] = {}
_PREPARING = Lock()


def roster(brand: Brand) -> Roster:
    """The brand's seller list, prepared once, at its first use in whatever thread, and kept as long as the brand."""
    with _PREPARING:
        found = _ROSTERS.get(id(brand))
        if found is None:
            found = _ROSTERS[id(brand)] = Roster(brand.sellers or ())
            weakref.finalize(brand, _ROSTERS.pop, id(brand), None)
        return found
