"""What no complaint is made of, and what could be done instead. Pure."""

from collections.abc import Collection, Mapping, Sequence

from monitor.brands.territory import meet
from monitor.complaints.base import Channel
from monitor.complaints.grounds import RESTS_ON_SELLER, Ground, grounds_of
from monitor.complaints.markets import anywhere, contradicted
from monitor.complaints.matter import Matter
from monitor.complaints.purchases import Purchase
from monitor.complaints.rights import Register
from monitor.complaints.typed import priced
from monitor.errors import ConfigurationError

LETTER = "letter"
SELLER_UNKNOWN = ("photo_match", "own_photo_seller_unknown")


def admit(
    channel: Channel,
    matters: Sequence[Matter],
    register: Register,
    test_buys: Sequence[Purchase],
    given: Mapping[str, str],
    elsewhere: str = "",
) -> None:
    """Raise ConfigurationError for a case of another site, another country, no ground, or a seller not to be asked.

    Where a case has no ground, a letter to the seller is offered, unless its territory forbids to police prices.
    `elsewhere` is why a person says another country than the listing does.
    """
    channel.fits(matters)
    cases, bought = {one.case for one in matters}, {one.case for one in test_buys}
    for case in sorted(bought - cases):
        raise ConfigurationError(f"--test-buy: case {case} is none of the complaint's cases")
    for one in matters:
        buys = [buy for buy in test_buys if buy.case == one.case]
        forbidden = _forbidden(one, register, bought, given)
        if channel.name == LETTER and forbidden:
            raise ConfigurationError(f"case {one.case}: no letter on prices or authority alone {forbidden}")
        if words := price_demand(channel, one, register, given):
            raise ConfigurationError(words)
        if not elsewhere and (known := contradicted(one, given)):
            raise ConfigurationError(
                f"case {one.case}: --set country={given['country'][:40]}, and {known}; leave it out, draft the "
                'case apart, or say why with --country-why "...", which is kept with your name'
            )
        try:
            channel.choose([one], "", buys)
        except ConfigurationError as none:
            if doubt := _who_may(one):
                raise ConfigurationError(f"case {one.case}: its photos are the brand's, and {doubt}") from none
            if (
                grounds_of(flag for flag in one.finding.flags if (flag.kind, flag.rule) in one.cleared)
                & channel.grounds
            ):
                raise ConfigurationError(
                    f"case {one.case}: what could be alleged is not raised any more by the dossier of today (sellers, "
                    "marks, photos): look at what was changed there since (a seller authorised, a mark, a photo). "
                    "Where it should be, put the dossier right, have the listing judged again (monitor crawl, or "
                    "monitor check FILE --save), and draft then"
                ) from none
            lost = [flag for flag in one.finding.flags if (flag.kind, flag.rule) in one.faded]
            if channel.grounds & {Ground.COPYRIGHT} and grounds_of(lost) == {Ground.COPYRIGHT}:
                raise ConfigurationError(
                    f"case {one.case}: the photo that is the brand's was replaced or taken away by the last read or "
                    "capture of the listing, and no sealed capture shows that it stood there; look, and where it is "
                    f"there again, capture it: monitor evidence capture {one.case}"
                ) from none
            if grounds_of(lost) & channel.grounds:
                raise ConfigurationError(
                    f"case {one.case}: what could be alleged was not there any more when the listing was last read "
                    "or captured; where it is there again, have it read again (monitor crawl, or monitor check FILE "
                    "--save), and draft then"
                ) from none
            instead = (
                f"no letter to the seller either {forbidden}"
                if forbidden
                else f"or write to the seller: monitor complaint draft letter {one.case}"
            )
            raise ConfigurationError(f"{none}; {instead}") from none


def _who_may(matter: Matter) -> str:
    """Why nobody knows whether the seller may use the brand's photo, and the way out; empty where that is known."""
    readable = matter.listing.seller_is_readable
    said = {(one.kind, one.rule) for one in matter.finding.flags}
    if not said & {SELLER_UNKNOWN, *RESTS_ON_SELLER}:
        return ""
    if not matter.lists_sellers:
        return (
            "the brand has no list of sellers, so nobody can be said to lack a licence; write its sellers.csv (the "
            "heading alone says that nobody is authorised), have the listing judged again (monitor crawl, or monitor "
            "check FILE --save), and draft then"
        )
    if readable and SELLER_UNKNOWN not in said:
        return ""
    return (
        "its page does not say who sells, so nobody can be said to lack a licence, and it may be the brand's own shop; "
        "have it read with its seller (monitor crawl, or monitor check FILE --save with its seller_id), and draft then"
    )


def _forbidden(matter: Matter, register: Register, bought: Collection[int], given: Mapping[str, str]) -> str:
    """Where a letter on prices or authority alone may not be written, in words; empty where it may."""
    has_ground = matter.grounds(test_buy=matter.case in bought)
    return "" if has_ground else no_policing(matter, register, given)


def price_demand(channel: Channel, matter: Matter, register: Register, given: Mapping[str, str]) -> str:
    """What a letter to a seller asks of prices in typed words where none may be policed; empty where nothing."""
    if channel.name != LETTER or not (said := priced(given.get("request", ""))):
        return ""
    if not (where := no_policing(matter, register, given)):
        return ""
    return (
        f"case {matter.case}: --set request speaks of prices or amounts ({', '.join(said[:5])}), and no seller is "
        f"asked about those {where}; leave it out, or let counsel claim costs and damages in a letter of their own"
    )


def no_policing(matter: Matter, register: Register, given: Mapping[str, str]) -> str:
    """Where prices may not be policed, in words; empty where they may.

    All count that the site, the page or a person says: a word at the draft opens none that is closed.
    """
    limits = " ".join(register.price_policing_forbidden)
    if not limits:
        return ""
    where = " ".join(sorted(anywhere(matter, given))) or matter.listing.territory
    if not where:
        return (
            f"where nobody read in which country it sells: rights/register.toml forbids it in {limits} "
            "(price_policing_forbidden); say the country, as --set country=US in a draft of the letter"
        )
    if not meet(limits, where):
        return ""
    return f"in {where}: rights/register.toml says that price_policing_forbidden holds there"
