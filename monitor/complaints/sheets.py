"""The files that packages are made of: links one a line, CSV, JSON, and .docx from headings and paragraphs."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from urllib.parse import quote

from monitor.records.cells import safe_cell

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff"
    "\U000e0000-\U000e007f]"
)
"""What is not seen, turns the reading direction, or may not stand in XML; joiners, which scripts need, are let be."""
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LONGEST = 4_000


def lines(texts: Iterable[str]) -> bytes:
    """Texts one a line, as a form takes them."""
    return "".join(f"{clean(text)}\n" for text in texts).encode()


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A CSV that spreadsheets show right and obey nothing of."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe_cell(visible(row.get(name, ""))) for name in columns})
    return text.getvalue().encode("utf-8-sig")


def as_json(value: object) -> bytes:
    """JSON with every script as it is, and what is hidden in a text told."""
    return json.dumps(_told(value), ensure_ascii=False, indent=2, sort_keys=True).encode()


def letter(title: str, parts: Iterable[tuple[str, Sequence[str]]], day: date) -> bytes:
    """A .docx with a title and parts, each a heading (or "") and its paragraphs; the same input gives the same text."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document, made = docx.Document(), datetime.combine(day, time(), UTC)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(22)  # as in the .pdf
    normal = document.styles["Normal"]
    font, normal.paragraph_format.space_after = normal.font, Pt(4)
    font.size = Pt(10)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(10)
    font.name = "Times New Roman"  # in the other font quotes take the room of a Chinese sign
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    document.core_properties.created = document.core_properties.modified = made
    document.core_properties.author, document.core_properties.title = "", clean(title)
    document.add_heading(clean(title), level=0)
    for heading, paragraphs in parts:
        if heading:
            document.add_heading(clean(heading), level=1)
        for text in paragraphs:
            paragraph = document.add_paragraph(clean(text))
            for run in paragraph.runs if _is_eastern(text) else ():
                run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _is_eastern(text: str) -> bool:
    """Whether most letters are Chinese, Japanese or Korean, so that quotes take as much room as these."""
    letters = [unicodedata.east_asian_width(c) == "W" for c in text if c.isalpha()]
    return sum(letters) * 2 > len(letters)


def clean(text: str) -> str:
    """Text on one line with what is hidden told; cut where it is endless."""
    return " ".join(visible(text[:LONGEST]).split())[:LONGEST]


def visible(text: str) -> str:
    """The text with hidden characters written as their numbers: a seller's trick is shown, and tricks nobody.

    In an address they are written as a browser does, so that it still leads to its page.
    """
    if ADDRESS.fullmatch(text):
        return HIDDEN.sub(lambda found: quote(found[0], errors="replace"), text)
    return HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", unicodedata.normalize("NFC", text))


def within(parts: Iterable[str], longest: int) -> str:
    """Texts one a line, as many as fit, and how many do not."""
    every = [clean(part) for part in parts]
    room, kept = longest - len("(and 1000000 more)"), list[str]()
    for part in every:
        room -= len(part) + 1
        if room < 0:
            return "\n".join([*kept, f"(and {len(every) - len(kept)} more)"])
        kept.append(part)
    return "\n".join(kept)


def _told(value: object) -> object:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {key: _told(one) for key, one in value.items()}
    return [_told(one) for one in value] if isinstance(value, list) else value
