"""Rows of text as a table on a terminal, and as aligned lines elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import click

from monitor.cli._lines import room, width_of

Row = Sequence[str]
GAP = 2


@dataclass(frozen=True, slots=True)
class Narrow:
    """What gives way where a terminal is narrow, in this order; all other columns are shown whole."""

    cut: Mapping[str, int] = field(default_factory=dict)
    """Columns that are cut, and how much of them is kept at least."""
    without: Sequence[str] = ()
    """Columns that are left out, the first one first."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Columns that run over several lines, and how wide they are at least."""
    folded: Mapping[str, int] = field(default_factory=dict)
    """The same for those that are taken over by hand, and give way last."""


def aligned(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """A head and a line for each row, in columns that line up in every script."""
    yield from padded((head, *rows))


def padded(rows: Sequence[Row]) -> Iterator[str]:
    """A line for each row, with all columns as wide as their widest cell."""
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (text + " " * (width - width_of(text)) for text, width in zip(row, widths, strict=True))
        yield (" " * GAP).join(cells).rstrip()


def show_rows(head: Row, rows: Sequence[Row], narrow: Narrow) -> None:
    """Print rows, on a terminal as a table that fits it."""
    if room():
        table(head, rows, narrow=narrow)
    else:
        for line in aligned(head, rows):
            click.echo(line)


def table(head: Row, rows: Sequence[Row], narrow: Narrow, styles: Sequence[str] = ()) -> None:
    """Print a table that fits the terminal; `narrow` says what gives way, and what was left out stands below.

    `styles` are by row.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    places = range(len(head))
    widths = _fitted(head, rows, places, console.width, narrow)
    shown = Table(header_style="bold", box=None, pad_edge=False)
    for place, width in widths.items():
        in_lines = head[place] in {**narrow.lines, **narrow.folded}
        name = Text(head[place], no_wrap=False, overflow="fold")
        shown.add_column(name, width=width, no_wrap=not in_lines, overflow="fold" if in_lines else "ellipsis")
    for number, row in enumerate(rows):
        shown.add_row(*(Text(row[place]) for place in widths), style=styles[number] if styles else None)
    console.print(shown)
    if left_out := [head[place] for place in places if place not in widths]:
        console.print(f"(no room here for: {', '.join(left_out)})", style="dim")


def _fitted(head: Row, rows: Sequence[Row], places: Sequence[int], most: int, narrow: Narrow) -> dict[int, int]:
    """The width of each column that there is room for, by its place."""
    widths = {place: max(map(width_of, _parts(head[place].split(), rows, place))) for place in places}

    def over(least: Mapping[str, int]) -> int:
        each = (min(width, least.get(head[place], width)) for place, width in widths.items())
        return sum(each) + GAP * (len(widths) - 1) - most

    for name in narrow.without:
        if over({**narrow.cut, **narrow.folded}) <= 0:
            break
        widths = {place: width for place, width in widths.items() if head[place] != name}
    for least in (narrow.cut, narrow.lines, narrow.folded):
        while over({}) > 0:
            wide = [place for place in widths if widths[place] > least.get(head[place], widths[place])]
            if not wide:
                break
            widths[max(wide, key=lambda place: (widths[place], place))] -= 1
    return widths


def _parts(head: Sequence[str], rows: Sequence[Row], place: int) -> Iterator[str]:
    """What must be as wide as a column: the words of its head, and each line of its cells."""
    yield from head
    for row in rows:
        yield from row[place].split("\n")
