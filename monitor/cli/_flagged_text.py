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
        yield f"{' ' * 15}{plain(_offer(row))}"
        for reason in row["reasons"].split(JOIN):
            yield f"{' ' * 15}- {plain(reason)}"
        yield ""


def _offer(row: Mapping[str, str]) -> str:
    """Who asks how much, as far as that was read."""
    name, ident = row["seller_name"], row["seller_id"]
    who = f"{name} ({ident})" if name and ident and name != ident else name or ident or "seller not read"
    price = f"{row['price']} {row['currency']}".strip() if row["price"] else "price not read"
    return f"{who}, {price}"
