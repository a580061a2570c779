"""Which right a complaint relies on, and which cases go into one complaint. Pure."""

from collections.abc import Mapping, Sequence

from monitor.complaints.base import Channel
from monitor.complaints.grounds import Ground
from monitor.complaints.matter import Matter
from monitor.complaints.offices import counting
from monitor.complaints.purchases import Purchase
from monitor.complaints.rights import Register, Right, named, names_shown, write_also
from monitor.errors import ConfigurationError


def chosen(
    channel: Channel,
    rights: Sequence[Right],
    matters: Sequence[Matter],
    ground: Ground,
    wanted: str,
    given: Mapping[str, str],
) -> tuple[Right, ...]:
    """The rights of a complaint: the wanted one, else those that the flags of each case name.

    Where a channel takes one alone, it is that which all cases name.

    Raises ConfigurationError for a wanted right that does not serve, and for a case that names none.
    """
    if wanted:
        found = tuple(one for one in rights if wanted.casefold() in map(str.casefold, _called(one)))
        if not found:
            known = ", ".join(one.label for one in rights) or "none"
            raise ConfigurationError(f"--right {wanted}: is no right for the ground {ground}; there are: {known}")
        for matter in matters if ground is Ground.TRADEMARK else ():
            own, shown = named(rights, matter, ground), names_shown(rights, matter, ground)
            asked, found = found, tuple(one for one in found if one in own or not (own or shown))
            if not found:
                names = ", ".join(shown or dict.fromkeys(one.name for one in own))
                known = f"; it is named by {', '.join(one.label for one in own)}" if own else ""
                other = f"; {write_also(asked, shown)}" if shown else ""
                raise ConfigurationError(
                    f"--right {wanted}: case {matter.case} shows {names}, and not that one{other}{known}"
                )
        return tuple(_counting(channel, found, matters, given))[:1]  # of one name in several countries, theirs
    each = [_counting(channel, _own(rights, matter, ground), [matter], given) for matter in matters]
    if channel.one_right and (shared := tuple(one for one in rights if all(one in some for some in each))):
        return shared
    return tuple(one for one in rights if any(one in some for some in each))


def _own(rights: Sequence[Right], matter: Matter, ground: Ground) -> Sequence[Right]:
    """The rights that a case names; the only one there is, where its ground is not what the listing says of a mark.

    Raises ConfigurationError where nothing there names one: to claim them all would claim too much.
    """
    own = named(rights, matter, ground)
    if own or not rights or (ground is not Ground.TRADEMARK and len({one.name for one in rights}) < 2):
        return own or rights
    if shown := names_shown(rights, matter, ground):
        raise ConfigurationError(
            f"case {matter.case}: it shows {', '.join(shown)}, and no registered right states that; "
            f"{write_also(rights, shown)}"
        )
    raise ConfigurationError(
        f"case {matter.case}: nothing there names one of {', '.join(one.label for one in rights)}; look which is "
        "infringed, if any, and say so with --right"
    )


def unnamed(
    channel: Channel, rights: Sequence[Right], matter: Matter, ground: Ground, given: Mapping[str, str]
) -> Sequence[Right]:
    """The marks that count where a case is offered, where it names others alone and none of those counts there."""
    places, own = channel.countries([matter], given), named(rights, matter, ground)
    if not places or not names_shown(rights, matter, ground) or counting(own, places):
        return ()
    return [one for one in counting(rights, places) if one.kind == "trademark" and one.words]


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
            own = named(register.relied_on(ground), matter, ground)
            right = own[0].label if len(own) == 1 else ""
        elif channel.rights_together:
            named_ = named(register.relied_on(ground), matter, ground)
            right = ", ".join(one.label for one in _counting(channel, named_, [matter], {}))
        if channel.one_order and ground is Ground.COUNTERFEIT:
            order = ",".join(one.order for one in buys)
        lots.setdefault((channel.apart(matter), right, ground, order), []).append(matter)
    most = channel.most_links
    return [lot[start : start + most] for lot in lots.values() for start in range(0, len(lot), most)]


def _counting(
    channel: Channel, rights: Sequence[Right], matters: Sequence[Matter], given: Mapping[str, str]
) -> Sequence[Right]:
    """The rights but for marks of countries that the cases are not in; all of them where none is left."""
    return counting(rights, channel.countries(matters, given)) or rights
