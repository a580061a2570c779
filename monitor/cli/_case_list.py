"""What a list of cases shows of each: a row where there is room, a block of lines where there is not."""

from collections.abc import Iterator, Sequence

from monitor.cases import band_of
from monitor.cli._columns import GAP, Narrow, padded, table
from monitor.cli._lines import cut, in_lines
from monitor.cli._text import plain
from monitor.store import Case

HEAD = (
    "case",
    "severity",
    "status",
    "brand",
    "last seen",
    "sightings",
    "flags",
    "seller",
    "marketplace",
    "title",
    "price",
)
NARROW = Narrow(cut={"seller": 20, "marketplace": 16}, without=("sightings", "last seen"), lines={"title": 26})
ROOMY = 140
"""From so many columns on a row for each case can be read."""
TOP = ("case", "severity", "status", "price", "flags")
MARGIN = " " * (len(TOP[0]) + GAP)
COLOURS = {"urgent": "bold red", "violation": "red", "suspicion": "yellow", "note": "dim"}
FLAG = len("unauthorized_seller,")
SHORT, LONG = 24, 70


def cells(case: Case, *, between: str = ", ") -> tuple[str, ...]:
    """A row, in the order of `HEAD`; `between` joins its flags."""
    return (
        str(case.id),
        f"{case.severity} {band_of(case.severity)}",
        f"{case.status}, clear now" if case.clean_at else case.status,
        case.finding.brand,
        f"{case.last_seen:%Y-%m-%d}",
        str(case.sightings),
        between.join(dict.fromkeys(flag.kind for flag in case.finding.flags)),
        cut(_seller(case), SHORT),
        cut(plain(case.listing.marketplace), SHORT),
        cut(plain(case.listing.title), LONG),
        _price(case),
    )


def show(cases: Sequence[Case], columns: int) -> None:
    """Print the cases on a terminal of so many columns."""
    from rich.console import Console
    from rich.text import Text

    if columns >= ROOMY:
        table(HEAD, [cells(case, between="\n") for case in cases], NARROW, [_colour(case) for case in cases])
        return
    console = Console()
    head, found = blocks(cases, columns)
    console.print(Text(head, "bold"), soft_wrap=True)
    for case, lines in zip(cases, found, strict=True):
        for line in lines:
            console.print(Text(line, "" if line.startswith(MARGIN) else _colour(case)), soft_wrap=True)


def blocks(cases: Sequence[Case], columns: int) -> tuple[str, list[list[str]]]:
    """A head, and for each case its lines, in so many columns at most: what and how bad, the title, who sells."""
    rows = [_top(case) for case in cases]
    head, *tops = padded((TOP, *rows))
    start = head.index(TOP[-1])
    start = start if columns - start >= FLAG else len(MARGIN)
    return head, [
        [*in_lines(top, columns, hang=start), *_below(case, columns)] for top, case in zip(tops, cases, strict=True)
    ]


def _colour(case: Case) -> str:
    """The style of a row on a terminal."""
    return COLOURS[band_of(case.severity)]


def _top(case: Case) -> tuple[str, ...]:
    row = dict(zip(HEAD, cells(case), strict=True))
    return tuple(row[name] for name in TOP)


def _below(case: Case, columns: int) -> Iterator[str]:
    listing = case.listing
    who = _seller(case) if listing.seller_is_readable else "seller not read"
    where = f"{who} on {plain(listing.marketplace)}"
    seen = f"brand {case.finding.brand}, last seen {case.last_seen:%Y-%m-%d}"
    for text in (cut(plain(listing.title), 2 * LONG), f"{where}; {seen}"):
        yield from in_lines(MARGIN + text, columns, hang=len(MARGIN))


def _seller(case: Case) -> str:
    return plain(case.listing.seller_name or case.listing.seller_id) or "not read"


def _price(case: Case) -> str:
    listing = case.listing
    return "not read" if listing.price is None else plain(f"{listing.price:f} {listing.currency}".strip())
