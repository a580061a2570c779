"""What a person has to say why he is sure of, before a draft alleges a counterfeit or threatens. Pure."""

from monitor.complaints.base import Channel, Draft
from monitor.complaints.grounds import Ground
from monitor.complaints.statements import in_doubt, is_no_reason
from monitor.complaints.typed import all_alleged, grave_threats
from monitor.errors import ConfigurationError

MOST_SURE = 500
"""So long may a reason be."""
MOST_SHOWN = 200


def must_be_sure(draft: Draft, way: Channel, sure: str, *, rehearsed: bool = False) -> None:
    """Raise ConfigurationError for an alleged counterfeit of which nobody says why what was sealed shows one.

    So it does for a threat or a demand for money that nobody says why a person should send.

    In a rehearsal nobody is asked why of a test buy.

    No list of words can tell: "below your floor" and "no deviation found" differ from nothing, and are typed as well.
    """
    accuses = draft.ground is Ground.COUNTERFEIT or any(one.is_by_word for one in draft.matters)
    if accuses and is_no_reason(sure):
        raise ConfigurationError(
            f"--sure {sure[:MOST_SHOWN]!r} says nothing of the goods: a price, a parallel import, a missing "
            "authorisation or goods that are yours show no counterfeit; say what shows that these are not genuine"
        )
    if sure:
        return
    if draft.ground is not Ground.COUNTERFEIT and (said := all_alleged(way, draft)):
        raise ConfigurationError(
            f"a counterfeit would be alleged by what you typed alone: {'; '.join(said)}. The ground is "
            f"{draft.ground}, and no test buy says it: leave it out (a note with --no-evidence), or seal a test buy "
            "and draft with --test-buy; where you know it otherwise (the title itself says so), draft again with "
            '--sure "why", which is kept with your name'
        )
    if said := grave_threats(way, draft):
        raise ConfigurationError(
            f"the seller would be asked for money or threatened by what you typed: {'; '.join(said)}. To demand money "
            "by a threat, or to threaten who is accused of nothing, may be an offence: "
            'leave it to counsel, or where they wrote it, draft again with --sure "who says so and why", which is '
            "kept with your name"
        )
    if draft.ground is Ground.COUNTERFEIT and not rehearsed:
        quoted = "; ".join(f"order {buy.order}: {buy.differs[:MOST_SURE]!r}" for buy in draft.test_buys)
        doubtful = [one for buy in draft.test_buys for one in in_doubt(buy.differs)]
        sounds = f"; these sound as if nothing differed: {', '.join(map(repr, doubtful[:5]))}" if doubtful else ""
        raise ConfigurationError(
            f"a counterfeit would be alleged by these words alone: {quoted}{sounds}. Read them; where they show "
            "that the goods are not genuine (a price, a parallel import or a missing authorisation do not), draft "
            'again with --sure "why", which is kept with your name'
        )
