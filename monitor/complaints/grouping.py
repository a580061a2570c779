"""Which right a complaint relies on, and which cases go into one complaint. Pure."""

from collections.abc import Mapping, Sequence

from monitor.complaints.base import Channel, Matter
from monitor.complaints.grounds import Ground, support
from monitor.complaints.offices import counts
from monitor.complaints.purchases import Purchase
from monitor.complaints.rights import Register, Right
from monitor.errors import ConfigurationError


def chosen(
    channel: Channel,
    rights: Sequence[Right],
    matters: Sequence[Matter],
    ground: Ground,
    wanted: str,
    given: Mapping[str, str],
) -> tuple[Right, ...]:
    """The rights of a complaint: the wanted one, else those that the flags name; all where they name none.

    Where a channel takes one alone, it is that which all cases name.

    Raises ConfigurationError for a wanted right that does not serve.
    """
    if wanted:
        found = tuple(one for one in rights if wanted.casefold() in map(str.casefold, _called(one)))
        if not found:
            known = ", ".join(one.label for one in rights) or "none"
            raise ConfigurationError(f"--right {wanted}: is no right for the ground {ground}; there are: {known}")
        return tuple(_counting(channel, found, matters, given))[:1]  # of one name in several countries, theirs
    rights = _counting(channel, rights, matters, given)
    named = [_named(rights, matter, ground) for matter in matters]
    if channel.one_right:
        return tuple(one for one in rights if all(one in some for some in named)) or tuple(rights)
    return tuple(one for one in rights if any(one in some for some in named)) or tuple(rights)


def _called(right: Right) -> tuple[str, ...]:
    """What a person may call a right: also its label, as errors and drafts print it."""
    return right.name, right.registration, right.number, right.label, f"{right.name} ({right.number})"


def split(
    channel: Channel, matters: Sequence[Matter], register: Register, wanted: str, test_buys: Sequence[Purchase]
) -> list[list[Matter]]:
    """The cases in as many lots as the channel needs complaints: by site, right, ground, order, and limit."""
    lots: dict[tuple[str, ...], list[Matter]] = {}
    for matter in matters:
        buys = [one for one in test_buys if one.case == matter.case]
        ground = channel.choose([matter], wanted, buys)
        right, order = "", ""
        if channel.one_right:
            named = _named(register.relied_on(ground), matter, ground)
            right = named[0].label if len(named) == 1 else ""
        if channel.one_order and ground is Ground.COUNTERFEIT:
            order = ",".join(one.order for one in buys)
        lots.setdefault((channel.apart(matter), right, ground, order), []).append(matter)
    most = channel.most_links
    return [lot[start : start + most] for lot in lots.values() for start in range(0, len(lot), most)]


def _counting(
    channel: Channel, rights: Sequence[Right], matters: Sequence[Matter], given: Mapping[str, str]
) -> Sequence[Right]:
    """The rights but for marks of countries that the cases are not in; all of them where none is left."""
    countries = channel.countries(matters, given)
    kept = [
        one
        for one in rights
        if one.kind != "trademark" or not countries or any(counts(one, country) for country in countries)
    ]
    return kept or rights


def _named(rights: Sequence[Right], matter: Matter, ground: Ground) -> list[Right]:
    """The rights that the flags of a case name by the mark they saw."""
    seen = {fact.asset.casefold() for flag in support(matter.flags, ground) for fact in flag.evidence}
    return [one for one in rights if seen & {name.casefold() for name in (one.name, *one.also)}]
