"""Rows of the flagged-listings CSV as a person reads them on a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from monitor.cases import JOIN, band_of
from monitor.cli._lines import cut
from monitor.cli._text import plain

MOST_TITLE = 70


def flagged_text(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Of each row what, where and why, the most severe first."""
    for row in sorted(rows, key=lambda row: -int(row["severity"])):
        severity = int(row["severity"])
        yield f"{severity:>3} {band_of(severity):<9}  {cut(plain(row['title']), MOST_TITLE)}"
        yield f"{' ' * 15}{plain(row['url'] or row['listing_id'])}"
        for reason in row["reasons"].split(JOIN):
            yield f"{' ' * 15}- {plain(reason)}"
        yield ""
