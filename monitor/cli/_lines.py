"""Long lines on a terminal: they go on under their words, by what its columns hold; elsewhere each stays one line."""

import re
import shutil
import sys
import unicodedata
from bisect import bisect_right
from itertools import accumulate, pairwise

import click

HEAD = re.compile(r"\s*(?:- |\d{1,3}\. |\S+(?: \S+){0,2}\s{2,}|(?<=  )\S+(?: \d+)?: )?")
"""What stands before the words of a line: blanks, a dash, a number, or a label that two blanks or a colon end."""
MOST_HEAD = 30
"""What is longer is no label, and hangs nothing."""
LEAST = 9
"""With fewer columns left for the words nothing hangs."""


def room(*, err: bool = False) -> int | None:
    """The columns of the terminal that is printed to; None where it is none."""
    stream = sys.stderr if err else sys.stdout
    return shutil.get_terminal_size().columns if stream and stream.isatty() else None


def tell(line: str, *, err: bool = False) -> None:
    """Print a line, on a terminal in as many as it takes; with `err` to standard error."""
    for part in fitted(line, err=err):
        click.echo(part, err=err)


def fitted(line: str, *, hang: int | None = None, err: bool = False) -> list[str]:
    """The line, or lines, as printed: in parts that fit, where that is to a terminal.

    `hang` are the columns before its words, where they do not show that.
    """
    columns = room(err=err)
    if columns is None:
        return [line]
    return [part for one in line.split("\n") for part in in_lines(one, columns, hang=hang)]


def in_lines(line: str, columns: int, *, hang: int | None = None) -> list[str]:
    """The line in parts of so many columns, each after the first under the words of the first.

    Nothing is lost but blanks at a break. A word of narrow letters is never broken, as it may be an address, and may be
    too long therefore; wide ones are broken anywhere but at their punctuation.
    """
    if width_of(line) <= columns:
        return [line]
    found = HEAD.match(line)
    head = found[0] if found and width_of(found[0]) <= MOST_HEAD else ""
    hang = width_of(head) if hang is None else hang
    margin = " " * hang if columns - hang >= LEAST else ""
    lines, shown, gap = list[str](), head, ""
    begun = False
    for piece in _pieces(line[len(head) :]):
        if piece.isspace():
            gap = piece
        elif begun and width_of(shown + gap + piece) > columns:
            lines.append(shown)
            shown, gap = margin + piece, ""
        else:
            shown, gap, begun = shown + gap + piece, "", True
    return [*lines, shown]


def cut(text: str, columns: int) -> str:
    """The text, or how it begins where it takes more columns."""
    if width_of(text) <= columns:
        return text
    widths = list(accumulate(map(_width, text)))
    return f"{text[: bisect_right(widths, columns - 1)]}…"


def width_of(text: str) -> int:
    """Columns of a terminal: a Chinese or Japanese character takes two, one that is set over another none."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _pieces(line: str) -> list[str]:
    """Blanks, words, and wide characters one by one, each with the punctuation that goes with it."""
    pieces = list[str]()
    for word in re.findall(r"\s+|\S+", line):
        start = 0
        for at, (before, after) in enumerate(pairwise(word), 1):
            if _may_break(before, after):
                pieces.append(word[start:at])
                start = at
        pieces.append(word[start:])
    return pieces


def _may_break(before: str, after: str) -> bool:
    wide = _width(before) == 2 or _width(after) == 2
    opens, closes = unicodedata.category(before), unicodedata.category(after)
    return wide and opens not in ("Ps", "Pi") and closes not in ("Pe", "Pf", "Po", "Mn", "Me", "Cf", "Lm")
