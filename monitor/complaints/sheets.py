"""The files that packages are made of: links one a line, CSV, JSON, and .docx from headings and paragraphs."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time

from monitor.records.cells import safe_cell

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
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
        writer.writerow({name: safe_cell(row.get(name, "")) for name in columns})
    return text.getvalue().encode("utf-8-sig")


def as_json(value: object) -> bytes:
    """JSON with every script as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True).encode()


def letter(title: str, parts: Iterable[tuple[str, Sequence[str]]], day: date) -> bytes:
    """A .docx with a title and parts, each a heading and its paragraphs; the same input gives the same text."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Mm

    document, made = docx.Document(), datetime.combine(day, time(), UTC)
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)
    font = document.styles["Normal"].font
    font.name = "Noto Serif CJK SC"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    document.core_properties.created = document.core_properties.modified = made
    document.core_properties.author, document.core_properties.title = "", clean(title)
    document.add_heading(clean(title), level=0)
    for heading, paragraphs in parts:
        document.add_heading(clean(heading), level=1)
        for text in paragraphs:
            document.add_paragraph(clean(text))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def clean(text: str) -> str:
    """Text on one line without what XML forbids or what turns the reading direction; cut where it is endless."""
    kept = DIRECTION.sub("", NOT_XML.sub("", text))
    return " ".join(kept.split())[:LONGEST]
