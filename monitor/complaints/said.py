"""What flags say in the words of a language; what the listing says stands in them as it is. Pure."""

from collections.abc import Mapping

from monitor.complaints.grounds import WORDS, cited, marks
from monitor.complaints.matter import Matter
from monitor.records import Evidence, Flag

MOST_QUOTED = 200
NOT_LISTED, REPLACED = "not_listed", "replaced"
"""The names of the sentences that a seller is not on the brand's list, and that a photo was seen before."""


def sentences(flag: Flag, says: Mapping[str, str], matter: Matter) -> list[str]:
    """What a flag says in the words of a language, by its rule; in English where that has none for it."""
    fact, moment = _quoted(flag), matter.before(flag)
    since = [says[REPLACED].format(moment=moment)] if moment else []
    if fact is None or flag.rule not in says:
        return [cited(flag), *since]
    asset = next(iter(marks(flag)), "" if flag.rule in WORDS else fact.expected)
    if not asset and "{asset}" in says[flag.rule]:
        return [cited(flag), *since]
    seen = _whole_name(fact.observed, matter) if fact.field == "seller_name" else fact.observed
    said = says[flag.rule].format(seen=seen[:MOST_QUOTED], asset=asset[:MOST_QUOTED])
    return [says[NOT_LISTED], said] if flag.rule == "impersonation" and matter.lists_sellers else [said, *since]


def _whole_name(part: str, matter: Matter) -> str:
    """The seller's name as he wrote it, of which a flag points to a part."""
    name = matter.listing.seller_name
    return name if part in name else part


def _quoted(flag: Flag) -> Evidence | None:
    """What a sentence quotes: of a comparison the words that compare, which flags of before did not keep."""
    if flag.rule == "comparison":
        return next((fact for fact in flag.evidence if not fact.expected), None)
    return next(iter(flag.evidence), Evidence(field="", observed=""))
