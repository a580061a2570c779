"""What the flags say, in Chinese: for reports and forms that are read in China. Pure but for its words.

The words of the listing stand in them as they are; the sentences are those of `chinese.toml`.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from monitor.complaints.base import Draft
from monitor.complaints.grounds import support
from monitor.complaints.matter import Matter
from monitor.complaints.purchases import Purchase
from monitor.complaints.rights import Right
from monitor.complaints.said import MOST_QUOTED, NOT_LISTED, sentences
from monitor.complaints.sealed import Sealed
from monitor.records import Flag

JOIN = "；"


@cache
def words(table: str) -> Mapping[str, str]:
    """A table of `chinese.toml`."""
    text = files("monitor.complaints").joinpath("chinese.toml").read_text("utf-8")
    return {name: str(said) for name, said in tomllib.loads(text)[table].items()}


def say(what: str, /, **values: object) -> str:
    """Words of the table `facts`, filled in."""
    return words("facts")[what].format(**values)


def reasons(draft: Draft, matter: Matter) -> str:
    """What may be cited of one case and its test buy; a rule without words of its own is cited in English."""
    said = _said(draft, matter)
    return f"{said}。" if said else ""


def label(right: Right) -> str:
    """A right with its number, classes and last day."""
    classes = "、".join(map(str, right.classes))
    return say(
        "right",
        kind=words("kinds").get(right.kind, right.kind),
        name=right.name,
        number=right.number and say("number", number=right.number),
        classes=classes and say("classes", classes=classes),
        until=say("until", day=day_of(right.valid_until)) if right.valid_until else "",
    )


def who(draft: Draft, name: str, licence: str, address: str, contact: str) -> list[str]:
    """Who complains, one fact a line, and whom it acts for, where it is not the owner itself."""
    given = {"licence": ("number", licence), "address": ("address", address), "contact": ("contact", contact)}
    lines = [say("name", name=name), *(say(key, **{slot: value}) for key, (slot, value) in given.items() if value)]
    return lines + ([say("agent", holder=draft.complainant.holder)] if draft.complainant.is_agent else [])


def facts(draft: Draft) -> Iterator[str]:
    """One numbered paragraph a case: when it was seen last, where, by whom, what.

    Not since when: what is alleged may have come later than the listing.
    """
    for number, matter in enumerate(draft.matters, 1):
        it = matter.listing
        seller = it.seller_name or it.seller_id
        yield say(
            "fact",
            number=number,
            when=_moment(matter.last_seen),
            place=it.marketplace,
            who=say("seller", seller=seller) if seller else say("no_seller"),
            title=it.title[:MOST_QUOTED],
            said=_shown(draft, matter),
        )


def _shown(draft: Draft, matter: Matter) -> str:
    """What may be cited of one case, each with the evidence that shows it itself, and what persons say of photos.

    What the page shows is cited by its captures, what was bought by the test buy, a photo by its note.
    """
    own = [(number, one) for number, one in enumerate(draft.evidence, 1) if one.case == matter.case]
    cited: dict[str, str] = {}
    for flag in support(matter.flags, draft.ground):
        key = (flag.kind, flag.rule)
        seen = _seen(n for n, one in own if one.kind == "capture" and one.bears and key not in one.unseen)
        cited |= {one: seen * (one != say(NOT_LISTED)) for one in _of_flag(flag, matter) if one not in cited}
    bought = _seen(number for number, one in own if one.kind == "purchase")
    cited |= dict.fromkeys(_purchases(draft, matter), bought)
    said = sorted(cited.items(), key=lambda one: not one[1])  # what nothing shows would seem shown by the next citation
    photos: dict[str, list[int]] = {}
    for number, one in own:
        if one.kind == "photo" and one.note:
            by = one.by or words("evidence")["complainant"]
            photos.setdefault(say("photo", by=by, note=one.note[:MOST_QUOTED]), []).append(number)
    said += [(text, _seen(numbers)) for text, numbers in photos.items()]
    after = [*(seen for _, seen in said[1:]), ""]
    return JOIN.join(text + seen * (seen != then) for (text, seen), then in zip(said, after, strict=False))


def _seen(numbers: Iterable[int]) -> str:
    pieces = "、".join(map(str, numbers))
    return pieces and say("seen", pieces=pieces)


def places(draft: Draft) -> list[str]:
    """The addresses, each with the number of its fact."""
    return [f"{number}. {one.listing.url}" for number, one in enumerate(draft.matters, 1)]


def pieces(evidence: Sequence[Sealed], attached: Sequence[str]) -> Iterator[str]:
    """A numbered list of the evidence: what each piece is, of which case and time, and its digest."""
    said, number = words("evidence"), 0
    for number, one in enumerate(evidence, 1):
        yield said["piece"].format(
            number=number,
            kind=said.get(one.kind, one.kind),
            case=one.case,
            at=one.at and said["at"].format(moment=one.at[:16].replace("T", " ")),
            by=one.by or said["complainant"],
            note=one.note and said["noted"].format(by=one.by or said["complainant"], note=one.note[:MOST_QUOTED]),
            name=one.name,
            digest=one.digest,
        )
    yield from (said["attached"].format(number=n, name=name) for n, name in enumerate(attached, number + 1))


def day_of(day: date) -> str:
    """A day as it is written in China."""
    return say("day", year=day.year, month=day.month, day=day.day)


def _said(draft: Draft, matter: Matter) -> str:
    return JOIN.join(each(draft, matter))


def each(draft: Draft, matter: Matter) -> list[str]:
    """What may be cited of one case, sentence by sentence."""
    said = [one for flag in support(matter.flags, draft.ground) for one in _of_flag(flag, matter)]
    return list(dict.fromkeys([*said, *_purchases(draft, matter)]))


def _of_flag(flag: Flag, matter: Matter) -> Iterable[str]:
    return sentences(flag, {**words("says"), NOT_LISTED: say(NOT_LISTED)}, matter)


def _purchases(draft: Draft, matter: Matter) -> list[str]:
    return [
        say("bought", bought=_bought(one), differs=one.differs.rstrip(" .。"))
        for one in draft.test_buys
        if one.case == matter.case
    ]


def _bought(buy: Purchase) -> str:
    parts = (
        say("order", order=buy.order),
        say("bought_on", day=day_of(buy.bought_on)) if buy.bought_on else "",
        say("paid", price=f"{buy.price} {buy.currency}".rstrip()) if buy.price else "",
    )
    return "，".join(filter(None, parts))


def _moment(moment: datetime) -> str:
    return say("moment", day=day_of(moment.date()), time=f"{moment:%H:%M}")
