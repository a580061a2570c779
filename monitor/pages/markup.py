"""From a page's bytes to markup that is worth parsing and safe to parse.

Scripts, styles, comments and drawings make most of a page. They are taken out by their delimiters before the parser
sees the page, which is several times faster than to parse and then remove them. And markup that is built to make a
parser run for minutes is found here by counting its tags.
"""

import re
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

SKIPPED = re.compile(
    rb"<(?=[sSnNiItT!][cCtTvVoOfFeE-])(?:([sS](?:(?i:cript|tyle|vg))|(?i:noscript|iframe|template))(?=[\s/>])|!--)"
)
END = {
    name: re.compile(rb"</(?i:" + name + rb")")
    for name in (b"script", b"style", b"svg", b"noscript", b"iframe", b"template")
}
HAS_SOURCE = re.compile(rb"\ssrc\s{0,9}=", re.IGNORECASE)
EMPTY_COMMENT = re.compile(rb"-?>")
ATTRIBUTE = re.compile(
    rb"""([a-z-]{2,20})\s{0,9}=\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s>"']{1,500}))""", re.IGNORECASE
)
_format = rb"(?:[bBiIsSuU]|big|code|em|font|small|strike|strong|tt|BIG|CODE|EM|FONT|SMALL|STRIKE|STRONG|TT)"
OPENED = re.compile(rb"<(?=[bcefistuBCEFISTU][\s/>iImMoOtT])" + _format + rb"(?=[\s/>])")
"""Formatting that a parser opens again in every later block while it is left open; a link closes the one before it."""
CLOSED = re.compile(rb"</" + _format + rb"(?=[\s/>])")
FORMATTING = re.compile(rb"</?" + _format + rb"(?:[\s/][^>]{0,2000})?>", re.IGNORECASE)
_never_closed = b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option"
NESTS = re.compile(rb"<(/?)(?!(?:" + b"|".join(_never_closed.split()) + rb")(?![a-z0-9]))[a-z]", re.IGNORECASE)
"""A tag of an element that holds others and is closed."""
SLASH = 47
FEW = 20
MANY_TAGS = 20_000
MAX_DEPTH = 2_000
SOME = 250
"""After how many tags the depth is taken; between two such places it cannot change by more."""
MAX_REBUILT = 300_000
"""Elements that formatting left open may make the parser add: open ones times all tags."""
MAX_SCRIPTS = 2_000


class Script(NamedTuple):
    """An inline script: its type (`application/ld+json`, lower case), its id, and where in the page it stands."""

    type: str
    id: str
    page: bytes
    start: int
    end: int

    @property
    def size(self) -> int:
        """The bytes of its text."""
        return self.end - self.start

    @property
    def raw(self) -> bytes:
        """The script's text in UTF-8; cut out of the page when it is asked for, as most scripts never are."""
        return self.page[self.start : self.end]

    def holds(self, word: bytes) -> bool:
        """Whether some bytes stand in the script's text; it is not cut out for that."""
        return self.page.find(word, self.start, self.end) >= 0

    @property
    def text(self) -> str:
        """The script's text."""
        return self.raw.decode("utf-8", "replace")


class Markup(NamedTuple):
    """What of a page is parsed, and what was taken out of it."""

    html: bytes
    scripts: list[Script]
    external_scripts: int
    noscript: str
    problems: list[str]


def split(raw: bytes) -> Markup:
    """Take scripts, styles, comments and drawings out of a page in UTF-8."""
    kept: list[memoryview] = []
    scripts: list[Script] = []
    external, noscript, start = 0, "", 0
    search, find, view = SKIPPED.search, raw.find, memoryview(raw)
    while match := search(raw, start):
        begin, behind = match.span()
        kept.append(view[start:begin])
        name = match[1]
        if not name:
            empty = EMPTY_COMMENT.match(raw, behind)
            end = find(b"-->", behind)
            start = empty.end() if empty else end + 3 if end >= 0 else len(raw)
            continue
        head = find(b">", behind)
        if head < 0:
            start = len(raw)
            break
        name = name.lower()
        end = head if name == b"svg" and raw[head - 1] == SLASH else _closing(raw, name, head + 1)
        if name == b"script":
            said = raw[behind : min(head, behind + 2_000)]
            if b"src" in said.lower() and HAS_SOURCE.search(said):
                external += 1
            elif end > head + 1 and len(scripts) < MAX_SCRIPTS:
                scripts.append(Script(*_type_and_id(said), raw, head + 1, end))
        elif name == b"noscript" and len(noscript) < 1_000:
            noscript += raw[head + 1 : min(end, head + 1_000)].decode("utf-8", "replace")
        end = find(b">", end)
        start = end + 1 if end >= 0 else len(raw)
    kept.append(view[start:])
    html, problems = _tamed(b" ".join(kept))
    return Markup(html, scripts, external, noscript, problems)


def _closing(raw: bytes, name: bytes, start: int) -> int:
    """Where the closing tag of an element begins, the end of the page where it has none."""
    closing = END[name].search(raw, start)
    return closing.start() if closing else len(raw)


@lru_cache(maxsize=1_000)
def _type_and_id(tag: bytes) -> tuple[str, str]:
    """The type, in lower case, and the id that a script's tag names."""
    found = {"type": "", "id": ""}
    for match in ATTRIBUTE.finditer(tag):
        name = match[1].decode("ascii", "replace").lower()
        if name in found:
            found[name] = (match[2] or match[3] or match[4] or b"").decode("utf-8", "replace")
    return found["type"].lower().strip(), found["id"]


def _tamed(html: bytes) -> tuple[bytes, list[str]]:
    """The markup without what a parser would choke on, and what was wrong with it."""
    problems = []
    total = html.count(b"<")
    opened = Counter(OPENED.findall(html))
    left_open = opened.total()
    if left_open > FEW and left_open * total > MAX_REBUILT:
        closed = Counter(CLOSED.findall(html))
        left_open = sum(max(0, n - closed[b"</" + name[1:]]) for name, n in opened.items() if n > FEW)
    if left_open > FEW and left_open * total > MAX_REBUILT:
        html = FORMATTING.sub(b" ", html)
        problems.append("markup: formatting that is never closed; read without any")
    if total > MANY_TAGS:
        end = _too_deep(html)
        if end:
            html = html[:end]
            problems.append(f"markup: nested deeper than {MAX_DEPTH}; the rest was not read")
    return html, problems


def _too_deep(html: bytes) -> int:
    """Where elements are first nested too deeply, 0 where they never are."""
    slashes = NESTS.findall(html)
    pieces = (slashes[start : start + SOME] for start in range(0, len(slashes), SOME))
    levels = [0, *accumulate(len(piece) - 2 * piece.count(b"/") for piece in pieces)]
    if max(levels) - min(levels) + 2 * SOME <= MAX_DEPTH:  # between two of these levels it is no deeper than so many
        return 0
    depth = 0
    for match in NESTS.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_DEPTH:
            return match.start()
    return 0
