"""What was read in a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text in a picture: `box` is left, top, right, bottom in fractions of its width and height.

    `confidence` from 0 to 1 is the reader's own; `text` is NFC and never empty.
    """

    text: str
    box: tuple[float, float, float, float]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All lines that were read in a picture, from top to bottom; `version` names the reader.

    `unread` is how many more lines were found, and left, as there is a bound to what is read in one picture.
    """

    version: int
    lines: tuple[Line, ...] = ()
    unread: int = 0
