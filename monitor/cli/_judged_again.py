"""What a file that is judged and stored says of cases that stand: flags that are not raised any more, or would be new.

What was found stays as it was found, and a person decides; so that nobody takes an old reason for one of today, it is
told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from monitor.cases import CLOSED, Status
from monitor.cli._text import plain
from monitor.inspection import Looked
from monitor.records import Finding
from monitor.store import Case, CaseFilter, Store, Stored

Kinds = frozenset[tuple[str, str]]
AT_ONCE = 500
NAMED, MOST_NAME, MOST_LINES = 5, 120, 20
SUSPICION = 30
"""From this severity on a flag that is new is told; below, it is a note."""
OF_OTHERS = frozenset({"unstable_price"})
"""Kinds that rest on what other listings asked, of which more may be known now than when it was found."""


class JudgedAgain:
    """Takes each observation with what became of it, in the order of their time."""

    def __init__(self, brands: Iterable[str]) -> None:
        self._brands = frozenset(brands)
        self._ids: list[int] = []
        self._lost: dict[tuple[str, str, str], tuple[datetime, Kinds]] = {}
        self._new: dict[tuple[str, str, str], Kinds] = {}

    def see(self, looked: Looked, stored: Stored) -> None:
        """Compare what was found then with what is found now, for an observation that was stored before."""
        seen = looked.subject.observation
        self._ids.append(stored.observation_id)
        then, now = _by_brand(stored.findings), _by_brand(stored.today if stored.repeated else stored.findings)
        accusing = _by_brand(stored.today, least=SUSPICION)
        for brand in self._brands:
            key = (*seen.listing.key, brand)
            before, today = then.get(brand, frozenset()), now.get(brand, frozenset())
            self._lost[key] = seen.observed_at, before - today
            self._new[key] = accusing.get(brand, frozenset()) - before

    def says(self, store: Store) -> Iterator[str]:
        """Sentences on the cases that are open and would not stand as they do, and on flags that are not kept."""
        gone: dict[tuple[str, bool], list[int]] = {}
        for case in self._cases(store):
            standing = frozenset((one.kind, one.rule) for one in case.finding.flags)
            if lost := standing & (self._lost_of(case) | case.faded.keys()):
                gone.setdefault((_named(lost), lost == standing), []).append(case.id)
        for (kinds, whole), ids in list(gone.items())[:MOST_LINES]:
            yield _no_more(kinds, sorted(ids), whole=whole)
        new: dict[str, list[str]] = {}
        for (_, listing_id, _), unkept in self._new.items():
            if unkept:
                new.setdefault(_named(unkept), []).append(listing_id)
        for named, listings in list(new.items())[:MOST_LINES]:
            yield _not_kept(named, listings)

    def _cases(self, store: Store) -> Iterator[Case]:
        told = set[int]()
        for start in range(0, len(self._ids), AT_ONCE):
            for case in store.cases(CaseFilter(shown_in=tuple(self._ids[start : start + AT_ONCE]), only_open=True)):
                if case.id not in told and case.finding.brand in self._brands and Status(case.status) not in CLOSED:
                    told.add(case.id)
                    yield case

    def _lost_of(self, case: Case) -> Kinds:
        """What the last read of a case would not raise now; nothing where that read is not among what is judged."""
        moment, lost = self._lost.get((*case.listing.key, case.finding.brand), (None, frozenset()))
        return lost if moment == case.last_read.observed_at else frozenset()


def _by_brand(findings: Sequence[Finding], least: int = 0) -> Mapping[str, Kinds]:
    """Kind and rule of the flags from a severity on, by brand."""
    return {
        one.brand: frozenset(
            (flag.kind, flag.rule) for flag in one.flags if flag.kind not in OF_OTHERS and flag.severity >= least
        )
        for one in findings
    }


def _named(kinds: Kinds) -> str:
    return ", ".join(sorted({kind for kind, _ in kinds}))


def _no_more(kinds: str, ids: Sequence[int], *, whole: bool) -> str:
    one = len(ids) == 1
    named = ", ".join(map(str, ids[:NAMED])) + (f" and {len(ids) - NAMED} more" if len(ids) > NAMED else "")
    what = "nothing is raised any more" if whole else "not all is raised any more"
    then = f'monitor cases decide {ids[0]} dismissed --why "..."' if whole else "monitor replay"
    return (
        f"case{'' if one else 's'} {named}: {what} when judged now (no {kinds}); what was found stays until a person "
        f"decides; {'to dismiss it' if whole else 'to see both'}: {then}"
    )


def _not_kept(kinds: str, listings: Sequence[str]) -> str:
    named = ", ".join(plain(one[:MOST_NAME]) for one in listings[:NAMED]) + (
        " and more" if len(listings) > NAMED else ""
    )
    many = "1 listing was" if len(listings) == 1 else f"{len(listings)} listings were"
    return (
        f"{many} stored before as seen then, and that keeps the flags of then: {kinds} would be raised now, and is not "
        f"kept ({named}); see: monitor replay"
    )
