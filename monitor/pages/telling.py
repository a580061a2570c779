"""Whether a page tells of something instead of selling it: an article, or the notice of an event."""

import re
from urllib.parse import urlsplit

from monitor.pages.beside import Role, role_of
from monitor.pages.document import Document
from monitor.pages.marks import around, names_of
from monitor.pages.money import NAME_BEFORE
from monitor.pages.numbers import shown_number
from monitor.pages.words import availability_of

PUBLISHED = "article:published_time"
"""What meta elements say of a post in a blog."""
DATED = re.compile(r"/(?:19|20)\d\d(?:/|-\d)")
TOLD = re.compile(
    rb'"@type"\s{0,5}:\s{0,5}\[?\s{0,5}"(?:\w{0,40}(?:Article|Event)|(?:Live)?BlogPosting|Report|Festival)"'
)
_month = r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]{0,7}\.?"
A_DAY = re.compile(
    rf"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of )?{_month}\s(?:19|20)\d\d"
    rf"|\b{_month} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d",
    re.IGNORECASE,
)
"""A day or an hour; right below the heading it is that of an article or event."""
BELOW = 300
STEPS = 12
OF_GOODS = re.compile(r"product|item|goods|produ[ck]t", re.IGNORECASE)
TOLD_OF = "time,[itemtype*=Article i],[itemtype*=BlogPosting i],[itemtype$=Event i]"
"""Data and elements of articles and events."""


def tells_of_goods(document: Document, amount: str) -> bool:
    """Whether a page that is no article shows an article number, and an amount right behind what tells of goods.

    That is the heading, the number, whether they are there, or the word for a price; else it may be that of shipping, a
    voucher or other goods. The line behind must say nothing of it.
    """
    lines = document.text.split("\n")
    if amount not in lines or not shown_number(document.text) or tells(document):
        return False
    place = lines.index(amount)
    before, behind = lines[max(0, place - 2) : place], "".join(lines[place + 1 : place + 2])
    last, number = "".join(before[-1:]), shown_number("\n".join(before))
    of_goods = last == document.h1 or availability_of(last) or NAME_BEFORE.fullmatch(f"{last.rstrip(' :：')}: ")
    return bool(of_goods or (number and number in last)) and role_of("", behind, "") is Role.ASKED


def tells(document: Document) -> bool:
    """Whether the page's address, data, elements or the words below its heading are those of an article or event."""
    if PUBLISHED in document.meta or "article" in [said.lower() for said in document.meta.get("og:type", ())]:
        return True
    if DATED.search(urlsplit(document.url).path):
        return True
    if any(TOLD.search(script.raw) for script in document.scripts if "ld+json" in script.type):
        return True
    below = document.text.partition(document.h1)[2] if document.h1 else ""
    if A_DAY.search(below[:BELOW]) or document.tree.css_first(TOLD_OF) is not None:
        return True
    heading = document.headings[0] if document.headings else None
    article = next((one for one in around(heading, STEPS) if one.tag == "article"), None)
    return article is not None and not OF_GOODS.search(names_of(article))
