"""What a person should look at before a draft is filed: told when it is made, kept with it, and told again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.cli._complaint_evidence import Behind
    from monitor.complaints import Channel, Draft

MOST_KEPT, LONGEST = 50, 1_000


def warnings_of(draft: "Draft", way: "Channel") -> Iterator[str]:
    """What is warned of one draft: rights to look up, and doubts about what was typed and about its matter."""
    from monitor.complaints import typed
    from monitor.complaints.markets import contradicted

    for one in draft.matters:
        if known := contradicted(one, draft.values):
            yield (
                f"case {one.case}: it is complained of in {draft.values['country'][:40]} by a person's word "
                f"({draft.elsewhere}), and {known}"
            )
        if one.is_by_word:
            yield f"case {one.case}: nobody but you says that the word for a copy is said of the goods: {one.sure!r}"
    countries = way.where(draft.matters, draft.values)
    for right in draft.rights if countries else ():
        if right.office.upper() == "WIPO":
            yield f"look whether {right.label} designates {countries}"
    yield from typed.doubts(way, draft)
    yield from doubts(draft)


def kept(
    warnings: list[str], behind: Mapping[int, "Behind"], *, alleges: bool, quoted: Sequence[str] = ()
) -> list[str]:
    """What is kept with the complaint: the warnings, and each case behind which no sealed evidence stands.

    First of all what was `quoted` of the evidence: it may clear a seller.
    """
    bare = [f"case {case}: {one.words}" for case, one in behind.items() if alleges and not one.stands]
    said = [one[:LONGEST] for one in dict.fromkeys([*quoted, *bare, *warnings])]
    more = len(said) - MOST_KEPT
    return said[:MOST_KEPT] + ([f"and {more} more, which the draft told"] if more > 0 else [])


def doubts(draft: "Draft") -> Iterator[str]:
    """What a person should look at before filing: classes that nobody compared, test buys that are old or share one."""
    from monitor.complaints.statements import in_doubt

    strange = [str(one.case) for one in draft.matters if not one.finding.sku]
    for right in draft.rights if strange else ():
        if right.classes:
            yield (
                f"look whether {right.details} covers the goods of case {', '.join(strange)}, which are none of the "
                "catalogue for sure"
            )
    first = {one.case: one.first_seen.date() for one in draft.matters}
    for buy in draft.test_buys:
        for said in buy.shared:
            yield f"the test buy {buy.order} is shown by another photo, and {said}; look which goods it shows"
        if doubtful := in_doubt(buy.differs):
            which = ", ".join(repr(one[:200]) for one in doubtful[:5])
            yield (
                f"the test buy {buy.order} says {buy.differs[:200]!r}; does that say that it is a counterfeit? {which} "
                "may say that it is genuine"
            )
        if buy.bought_on and buy.bought_on < first[buy.case]:
            yield (
                f"the test buy {buy.order} was made on {buy.bought_on}, and the listing of case {buy.case} was first "
                f"seen on {first[buy.case]}; is it of this listing?"
            )
