"""Text from pages for a terminal: on one line, without what a terminal would obey."""

import unicodedata


def plain(text: str) -> str:
    """The text with control, direction and invisible characters written out as [U+XXXX]."""
    return "".join(
        " " if c in "\t\n\r" else f"[U+{ord(c):04X}]" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c
        for c in text
    )
