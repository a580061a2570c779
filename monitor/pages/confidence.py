"""How far a value may be trusted by where it stood: a number for each kind of source, which was measured, not guessed.

On labelled pages the share of right values of each source was counted; the table holds it rounded down, and less where
fewer than twenty values could be counted. It says how good a source is, not how sure this one value is; what is known
of the value itself (two sources differ, a range, an assumption) takes off from it.
"""

from collections.abc import Mapping

BY_SOURCE: Mapping[str, float] = {
    "rule": 0.95,
    "address": 0.95,
    "microdata": 0.95,
    "json-ld": 0.9,
    "rdfa": 0.9,
    "meta": 0.9,
    "table": 0.9,
    "page": 0.85,
    "state": 0.8,
}
"""The share of right values by the first word of a source."""
ASSUMED = 0.6
"""For what nothing on the page says: the country by the host's name, in stock because nothing denies it."""
ASSUMPTIONS = ("the site's", "page: offered at a price")
DIFFERS = 0.2
"""Taken off where two sources differ, or the value is one end of a range."""


def confidence_of(source: str) -> float:
    """The confidence, from 0 to 1, in a value that stood where `source` (an entry of `Listing.sources`) says."""
    if source.startswith(ASSUMPTIONS):
        return ASSUMED
    known = BY_SOURCE.get(source.partition(" ")[0].rstrip(":"), ASSUMED)
    differs = " says " in source or "(a range" in source
    return round(known - DIFFERS * differs, 2)
