"""On which rights and countries a complaint was drafted, and what of that does not hold any more. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, NamedTuple, Self

from monitor.complaints.base import Channel, Draft
from monitor.complaints.grounds import Ground
from monitor.complaints.markets import contradicted
from monitor.complaints.matter import Matter
from monitor.complaints.offices import unprotected
from monitor.complaints.refusals import LETTER, no_policing, price_demand
from monitor.complaints.rights import Register, Right, ended, named, names_shown, write_also


class Relied(NamedTuple):
    """A right as it is known again: renewed, it is the same one; of another number or office, it is not."""

    kind: str
    name: str
    registration: str
    office: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What is kept of a draft: its rights, the values that a person gave, and of each case by its number the rest."""

    rights: tuple[Relied, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    offered: Mapping[int, str] = field(default_factory=dict)
    """In which countries a case was offered, by a comma; empty where nobody knew."""
    against: Mapping[int, str] = field(default_factory=dict)
    """What its site or page said against the country that was given; empty where nothing."""
    asks: tuple[int, ...] = ()
    """The cases without any ground, about which a letter only asks."""
    bought: tuple[tuple[int, str], ...] | None = None
    """Case and order of each test buy that it relies on; None where nobody kept them."""
    sealed: tuple[str, ...] | None = None
    """The names of the sealed evidence of its cases that was there; None where nobody kept them."""

    by_leave: tuple[int, ...] = ()
    """The cases whose seller was authorised already when it was drafted."""
    shown: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """The names that a case showed and its marks stated; none where nobody kept them."""

    def as_json(self) -> dict[str, Any]:
        """Itself as JSON holds it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Itself again."""
        return cls(
            rights=tuple(Relied(*one) for one in kept["rights"]),
            given=kept["given"],
            offered={int(case): said for case, said in kept["offered"].items()},
            against={int(case): said for case, said in kept["against"].items()},
            asks=tuple(kept["asks"]),
            bought=None if kept.get("bought") is None else tuple((case, order) for case, order in kept["bought"]),
            sealed=None if kept.get("sealed") is None else tuple(kept["sealed"]),
            by_leave=tuple(kept.get("by_leave", ())),
            shown={int(case): tuple(names) for case, names in kept.get("shown", {}).items()},
        )


def basis_of(way: Channel, draft: Draft, sealed: Iterable[str] | None = None, by_leave: Iterable[int] = ()) -> Basis:
    """What is kept of a draft; `sealed` names the evidence that was there, `by_leave` cases whose seller may sell."""
    bought = {one.case for one in draft.test_buys}
    return Basis(
        rights=tuple(map(_relied, draft.rights)),
        given=draft.values,
        offered={one.case: way.where([one], draft.values) for one in draft.matters},
        against={one.case: contradicted(one, draft.values) for one in draft.matters},
        asks=tuple(one.case for one in draft.matters if not one.grounds(test_buy=one.case in bought)),
        bought=tuple((one.case, one.order) for one in draft.test_buys),
        sealed=None if sealed is None else tuple(sealed),
        by_leave=tuple(by_leave),
        shown={one.case: _stating(draft.rights, names_shown(draft.rights, one, draft.ground)) for one in draft.matters},
    )


def outdated(
    way: Channel, ground: Ground, basis: Basis, matters: Sequence[Matter], register: Register, on: date
) -> Iterator[str]:
    """In words, what a draft relied on and does not hold on a day, by the register and listings (`matters`) of now.

    A right that is gone or past its date, marks that do not state what a case shows, a mark that counts in no country
    of a case, another country than the draft says, a letter on prices where no prices may be policed.
    """
    known = {_relied(one)[:-1]: one for one in register.rights}
    for right in basis.rights:
        if right[:-1] not in known:
            yield f"{right.label}, on which it relies, is in the dossier no more"
    rights = [known[right[:-1]] for right in basis.rights if right[:-1] in known]
    yield from ended([*rights, *(register.powers if way.takes_evidence else ())], on)
    for one in matters:
        yield from _elsewhere(way, ground, basis, one, rights)
        if way.name == LETTER and one.case in basis.asks and (words := no_policing(one, register, basis.given)):
            yield f"case {one.case}: no letter on prices or authority alone {words}"
        if words := price_demand(way, one, register, basis.given):
            yield words


def _elsewhere(way: Channel, ground: Ground, basis: Basis, one: Matter, rights: Sequence[Right]) -> Iterator[str]:
    """What is not so any more of the countries of a case."""
    against = contradicted(one, basis.given)
    if against and against != basis.against.get(one.case, ""):
        yield f"case {one.case}: it was drafted with --set country={basis.given['country'][:40]}, and {against} now"
    if ground not in (Ground.TRADEMARK, Ground.COUNTERFEIT):
        return
    before, now = basis.offered.get(one.case, ""), way.where([one], basis.given)
    if before != now:
        place = before or "no known country"
        yield f"case {one.case}: it was drafted as offered in {place}, now {now or 'nobody knows'}"
    shown = basis.shown.get(one.case, ())
    if rights and shown and not _stating(rights, shown):
        yield f"case {one.case} shows {', '.join(shown)}, which none of its marks states; {write_also(rights, shown)}"
    own = named(rights, one, ground) or rights
    for lacks in unprotected(way.countries([one], basis.given), own) if own else ():
        yield f"case {one.case}: there is no more {lacks}"


def _stating(rights: Sequence[Right], shown: Sequence[str]) -> tuple[str, ...]:
    """Those of the names that some right states."""
    stated = {name.casefold() for one in rights for name in one.names}
    return tuple(name for name in shown if name.casefold() in stated)


def _relied(right: Right) -> Relied:
    return Relied(right.kind, right.name, right.registration, right.office, right.label)
