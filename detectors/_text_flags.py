"""Flags of `text_match`, and what they rest on in a text."""

from collections.abc import Sequence

from monitor.brands import Brand
from monitor.marks import Mention
from monitor.records import Evidence, Flag

KIND = "text_match"
NOTE = 20
MAX_EVIDENCE = 10


def text_flag(brand: Brand, severity: int, rule: str, sentence: str, evidence: Sequence[Evidence]) -> Flag:
    """A flag by a rule of `text_match`, with the first pieces of its evidence."""
    return Flag(
        kind=KIND,
        brand=brand.slug,
        severity=severity,
        rule=rule,
        sentence=sentence,
        evidence=tuple(evidence[:MAX_EVIDENCE]),
    )


def where_read(mention: Mention, expected: str = "") -> Evidence:
    """Where a mark stands in a text, and what was expected there; by default the mark as it is registered."""
    return Evidence(
        field=mention.field,
        observed=mention.text,
        expected=expected or mention.mark,
        span=(mention.start, mention.end),
        asset=mention.mark,
    )
