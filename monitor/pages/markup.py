"""From a page's bytes to markup that is worth parsing and safe to parse.

Scripts, styles, comments and drawings make most of a page. They are taken out by their delimiters before the parser
sees the page, which is several times faster than to parse and then remove them. And markup that is built to make a
parser run for minutes is found here by counting its tags.
"""

import re
from collections import Counter
from typing import NamedTuple

SKIPPED = re.compile(rb"<(?:(script|style|svg|noscript|iframe|template)(?=[\s/>])|!--)", re.IGNORECASE)
HAS_SOURCE = re.compile(rb"\ssrc\s{0,9}=", re.IGNORECASE)
EMPTY_COMMENT = re.compile(rb"-?>")
ATTRIBUTE = re.compile(
    rb"""([a-z-]{2,20})\s{0,9}=\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s>"']{1,500}))""", re.IGNORECASE
)
TAG = re.compile(rb"<(/?[a-zA-Z][a-zA-Z0-9]{0,20})")
_formats = b"a b big code em font i nobr s small strike strong tt u"
FORMATS = _formats.split()
FORMATTING = re.compile(rb"</?(?:" + b"|".join(FORMATS) + rb")(?:\s[^>]{0,2000})?>", re.IGNORECASE)
NEVER_CLOSED = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option".split()
)
FEW = 20
MANY_TAGS = 20_000
MAX_DEPTH = 2_000
MAX_REBUILT = 300_000
"""Elements that formatting left open may make the parser add: open ones times all tags."""
MAX_SCRIPTS = 2_000


class Script(NamedTuple):
    """An inline script: its type (`application/ld+json`, lower case), its id, and its text in UTF-8."""

    type: str
    id: str
    raw: bytes

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
    kept: list[bytes] = []
    scripts: list[Script] = []
    external, noscript, start = 0, "", 0
    while match := SKIPPED.search(raw, start):
        kept.append(raw[start : match.start()])
        name = (match[1] or b"").lower()
        if not name:
            empty = EMPTY_COMMENT.match(raw, match.end())
            start = empty.end() if empty else _behind(raw, b"-->", match.end())
            continue
        head = raw.find(b">", match.end())
        if head < 0:
            start = len(raw)
            break
        end = head if raw[head - 1 : head] == b"/" and name == b"svg" else _closing(raw, name, head + 1)
        if name == b"script" and len(scripts) < MAX_SCRIPTS:
            said = raw[match.end() : min(head, match.end() + 2_000)]
            if HAS_SOURCE.search(said):
                external += 1
            elif end > head + 1:
                attributes = _attributes(said) if b"=" in said else {}
                kind = attributes.get("type", "").lower().strip()
                scripts.append(Script(kind, attributes.get("id", ""), raw[head + 1 : end]))
        elif name == b"noscript" and len(noscript) < 1_000:
            noscript += raw[head + 1 : min(end, head + 1_000)].decode("utf-8", "replace")
        start = _behind(raw, b">", end)
    kept.append(raw[start:])
    html, problems = _tamed(b" ".join(kept))
    return Markup(html, scripts, external, noscript, problems)


def _behind(raw: bytes, mark: bytes, start: int) -> int:
    """The place behind the next mark, the end where there is none."""
    found = raw.find(mark, start)
    return len(raw) if found < 0 else found + len(mark)


def _closing(raw: bytes, name: bytes, start: int) -> int:
    """Where the closing tag of an element begins, the end of the page where it has none."""
    found = raw.find(b"</" + name, start)
    if found < 0:
        upper = raw.find(b"</" + name.upper(), start)
        return len(raw) if upper < 0 else upper
    return found


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        match[1].decode("ascii", "replace").lower(): (match[2] or match[3] or match[4] or b"").decode(
            "utf-8", "replace"
        )
        for match in ATTRIBUTE.finditer(tag)
    }


def _tamed(html: bytes) -> tuple[bytes, list[str]]:
    """The markup without what a parser would choke on, and what was wrong with it."""
    problems = []
    tags = Counter(TAG.findall(html.lower()))
    total = tags.total()
    left_open = sum(max(0, tags[name] - tags[b"/" + name]) for name in FORMATS if tags[name] > FEW)
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
    depth = 0
    for match in TAG.finditer(html):
        name = match[1].lower()
        if name[0] == 47:
            depth -= depth > 0 and name[1:] not in NEVER_CLOSED
        elif name not in NEVER_CLOSED:
            depth += 1
            if depth > MAX_DEPTH:
                return match.start()
    return 0
