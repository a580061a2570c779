"""A letter as .pdf, with its fonts embedded, so that it looks the same on every machine."""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from monitor.complaints.fonts import BUILT_IN, Font, choose, found_fonts
from monitor.complaints.sheets import clean
from monitor.errors import ConfigurationError

Parts = Sequence[tuple[str, Sequence[str]]]
SHOWN = 20


def unreadable(title: str, parts: Parts, fonts: Sequence[Font] | None = None) -> str:
    """The letters that cannot be set here, each once; empty where all can. Signs and pictures do not count."""
    lacking = choose(_all(title, parts), found_fonts() if fonts is None else fonts)[1]
    return "".join(c for c in lacking if unicodedata.category(c)[0] in "LM")


def pdf(title: str, parts: Parts, day: date, fonts: Sequence[Font] | None = None) -> bytes:
    """A page or more of A4. A sign that no font holds is written as its number, such as [U+1F600].

    Raises ConfigurationError for letters that no font holds.
    """
    from fpdf import FPDF

    there = found_fonts() if fonts is None else fonts
    if lacking := unreadable(title, parts, there):
        raise ConfigurationError(f"no font of this machine sets {lacking[:SHOWN]}; install one, such as fonts-noto-cjk")
    needed, signs = choose(_all(title, parts), there)
    coded = str.maketrans({sign: f"[U+{ord(sign):04X}]" for sign in signs})
    needed = needed if not signs else choose(_all(title, parts).translate(coded), there)[0]
    page = FPDF(format="A4")
    page.set_creation_date(datetime.combine(day, time(), UTC))
    page.set_title(clean(title).translate(coded))
    page.set_margin(22)
    page.add_page()
    names = [BUILT_IN if font.path.name == BUILT_IN else f"f{number}" for number, font in enumerate(needed)]
    for name, font in zip(names, needed, strict=True):
        if name != BUILT_IN:
            page.add_font(name, fname=font.path, collection_font_number=font.number)
    page.set_fallback_fonts(names[1:])

    def write(text: str, size: int, height: float) -> None:
        page.set_font(names[0], size=size)
        page.multi_cell(0, height, clean(text).translate(coded), align="L", new_x="LMARGIN", new_y="NEXT")

    write(title, 16, 9)
    for heading, paragraphs in parts:
        page.ln(4)
        if heading:
            write(heading, 12, 7)
        for text in paragraphs:
            write(text, 10, 5.5)
            page.ln(1)
    return bytes(page.output())


def _all(title: str, parts: Parts) -> str:
    return clean(title) + "".join(clean(text) for heading, texts in parts for text in (heading, *texts))
