"""Rows of text as a table on a terminal, and as aligned lines elsewhere."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence

Row = Sequence[str]
WIDE = 150


def aligned(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """A head and a line for each row, in columns that line up in every script."""
    widths = [max(_width(row[place]) for row in (head, *rows)) for place in range(len(head))]
    for row in (head, *rows):
        padded = (text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def table(head: Row, rows: Sequence[Row], styles: Sequence[str] = (), extra: Collection[str] = ()) -> None:
    """Print a table that fits the terminal; its last column takes the room that is left, in lines.

    `styles` are by row; the columns in `extra` are shown on wide terminals alone.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    places = [place for place, name in enumerate(head) if name not in extra or console.width >= WIDE]
    shown = Table(header_style="bold", box=None, pad_edge=False)
    for place in places:
        shown.add_column(head[place], no_wrap=place != len(head) - 1, overflow="ellipsis")
    for number, row in enumerate(rows):
        shown.add_row(*(Text(row[place]) for place in places), style=styles[number] if styles else None)
    console.print(shown)


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese or Japanese character takes two, a combining one none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
