"""Whether a title says that what the catalogue's name says is delivered, or something else: the tool alone, a kit."""

from monitor.products.contents import CELLS, DECISIVE, KIT, NOTHING, Contents, contents
from monitor.products.words import fold, spaced

NAMES = {"battery": "batteries", "charger": "a charger", "lens": "a lens", "head": "heads", "case": "a case"}


def other_contents(title: str, name: str) -> str:
    """How a title says that something else is delivered than the product's name says, in words; or an empty string.

    A name that says nothing of it is that of either: then only plain words that the device comes alone are told.
    """
    said, own = contents(title), contents(name)
    if said == NOTHING:
        return ""
    if missing := own.has & said.lacks:
        return f"the title says that it comes without {_listed(missing)}, which its name has"
    if own.has & (DECISIVE | {"head"}) and (word := said.bare or min(said.maybe - own.maybe, default="")):
        return f'the title says "{word}", and its name that it comes with {_listed(own.has)}'
    if own.is_bare:
        extra = said.has & DECISIVE
        return f"the title says that it comes with {_listed(extra)}, and its name that it comes alone" if extra else ""
    return _other_amount(said, own) if own.has else _alone(said, title, name)


def _other_amount(said: Contents, own: Contents) -> str:
    """How a title names more or fewer of what is delivered, or batteries of another charge."""
    mine, theirs = dict(own.counts), dict(said.counts)
    for thing in sorted(mine.keys() & theirs.keys()):
        if mine[thing] != theirs[thing]:
            return f"number of {NAMES[thing]} differs ({mine[thing]}; {theirs[thing]})"
    if own.amp_hours and said.amp_hours and own.amp_hours.isdisjoint(said.amp_hours):
        return f"charge of the battery differs ({_numbers(own.amp_hours)} Ah; {_numbers(said.amp_hours)} Ah)"
    return ""


def _alone(said: Contents, title: str, name: str) -> str:
    """How a title says that a device comes alone whose name says nothing of that: by no word of the name's own.

    Toys and clocks come without batteries from a shop, and are no other goods for that.
    """
    if said.bare and not {*said.bare.split()} & {*spaced(fold(name)).split()}:
        return f'the title says "{said.bare}", which its name does not'
    if said.lacks & {"battery", "lens"} and not CELLS.search(spaced(fold(title))):
        return f"the title says that it comes without {_listed(said.lacks)}, which its name does not"
    return ""


def comes_alone(phrase: str, name: str) -> bool:
    """Whether a phrase of a title says that costly things are missing ("ohne Akku"), as the product's name does."""
    return bool(name) and contents(name).is_bare and bool(contents(phrase).lacks & DECISIVE)


def unsaid_contents(title: str, name: str) -> str:
    """What costly things the name says are delivered of which the title says nothing, in words; or an empty string.

    That is a lens, and batteries that are counted or come with a charger: what else has a battery is never sold bare.
    """
    said, own = contents(title), contents(name)
    powered = "battery" in own.has and (own.amp_hours or "charger" in own.has or "battery" in dict(own.counts))
    costly = own.has & ({"battery", "lens"} if powered else {"lens"})
    if not costly or said.has & DECISIVE or said.amp_hours or KIT.search(spaced(fold(title))):
        return ""
    return _listed(costly)


def _listed(things: frozenset[str]) -> str:
    return " and ".join(NAMES[thing] for thing in sorted(things))


def _numbers(found: frozenset[float]) -> str:
    return " / ".join(f"{one:g}" for one in sorted(found))
