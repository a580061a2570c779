"""A page parsed once, with what all readers of it share."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cached_property, lru_cache
from itertools import islice
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from monitor.pages.country import CURRENCIES, LANGUAGES, SPOKEN_IN, Site, site_of
from monitor.pages.encoding import to_utf8
from monitor.pages.markup import Script, split
from monitor.records import canonical_url, host_of
from monitor.records.parse import clean_text

MAX_BODY = 20_000_000
MAX_URL = 2_000
MAX_TEXT = 1_000_000
MAX_NODES = 40_000
STRUCK = ("del", "s", "strike", "compare-at-price")
TAGS = ("meta", "link", "title", "base", "h1", "tr", "dt", "li", *STRUCK)
ITEMS = frozenset(["itemscope", "typeof"])
HEADINGS = "h2,h3,h4,b,strong,font," + ",".join(
    f"{tag}[class*={name} i]" for tag in ("span", "div", "p", "td") for name in ("title", "name", "h1")
)
"""What may hold the name of the goods on a page without a heading of the first order."""
MAX_HEADINGS = 300
MIN_HEADING, MAX_HEADING = 6, 200
OF_HOME = re.compile(r"/?|/[a-z]{2}(?:[-_][a-z]{2,4})?/?", re.IGNORECASE)
"""The path of a site's first page, or that in a language: `/en/`."""
MAX_PARTS = 6
WORD = re.compile(r"\w{3,}")
IN_MENUS = frozenset(["a", "nav", "header", "footer", "li", "option"])
SURVEY = ",".join([*TAGS, *(f"[{name}]" for name in sorted(ITEMS))])


class Document:
    """One page: its tree, its address, its meta data; `problems` collects what could not be understood."""

    def __init__(self, body: bytes | str, url: str, content_type: str = "", home: str = "") -> None:
        """Parse the page. A page over 20 MB is cut there, and one with elements nested too deeply where that begins."""
        self.url = url
        self.site: Site = site_of(url)
        self.home = home
        """The country of a host whose name does not say it."""
        self.problems: list[str] = []
        if len(body) > MAX_BODY:
            self.problems.append(f"page: longer than {MAX_BODY // 1_000_000} MB, the rest was not read")
        raw, problem = (
            (body[:MAX_BODY].encode("utf-8", "replace"), "")
            if isinstance(body, str)
            else to_utf8(body[:MAX_BODY], content_type, self.site.country)
        )
        if problem:
            self.problems.append(problem)
        markup = split(raw[:MAX_BODY])
        self.problems += markup.problems
        self.html = markup.html
        """The page without scripts, styles, comments and drawings, in UTF-8; this is what the tree holds."""
        self.tree = LexborHTMLParser(markup.html, options=LexborDocumentOptions.WO_EVENTS)
        self.scripts: list[Script] = markup.scripts
        self.external_scripts = markup.external_scripts
        self.noscript = markup.noscript

    @cached_property
    def _walked(self) -> tuple[Mapping[str, list[LexborNode]], Set[str]]:
        """The elements that many readers ask for, and what marks items; one walk, as each costs as much."""
        found: dict[str, list[LexborNode]] = {tag: [] for tag in TAGS}
        marks: set[str] = set()
        before = 0
        for node in self.tree.css(SURVEY)[:MAX_NODES]:
            tag, place = node.tag or "", node.mem_id
            if tag in found and place != before:
                found[tag].append(node)
            elif len(marks) < len(ITEMS):  # found by its attributes
                marks |= ITEMS & node.attributes.keys()
            before = place
        return found, marks

    @property
    def by_tag(self) -> Mapping[str, list[LexborNode]]:
        """The elements of the tags that many readers ask for, in page order."""
        return self._walked[0]

    @property
    def items(self) -> Set[str]:
        """The attributes that mark an item of microdata or RDFa, as far as the page has such."""
        return self._walked[1]

    @cached_property
    def by_id(self) -> Mapping[str, list[LexborNode]]:
        """The elements that have an id, by it, in page order."""
        found: dict[str, list[LexborNode]] = defaultdict(list)
        for node in self.tree.css("[id]")[:MAX_NODES]:
            if name := node.id:
                found[name].append(node)
        return found

    @cached_property
    def base(self) -> str:
        """What relative links start from."""
        address = next((address for node in self.by_tag["base"][:5] if (address := attribute(node, "href"))), "")
        return urljoin(self.url, address[:MAX_URL]) if address else self.url

    @cached_property
    def host(self) -> str:
        """The host as a marketplace is named: without `www.`, with the port where it is not the usual one."""
        return host_of(self.url)

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """What the meta elements say, by property, name or itemprop in lower case, in page order."""
        found: dict[str, list[str]] = defaultdict(list)
        for node in self.by_tag["meta"]:
            attributes = node.attributes
            content = (attributes.get("content") or "").strip()
            for key in ("property", "name", "itemprop"):
                name = attributes.get(key)
                if name and content:
                    found[name.lower()].append(content[:20_000])
        return dict(found)

    @cached_property
    def text(self) -> str:
        """All text that the page shows, one line for each piece of it, at most a million characters."""
        body = self.tree.body
        pieces = body.text(separator="\n", strip=True, skip_empty=True)[:MAX_TEXT] if body else ""
        return "\n".join([line for line in pieces.split("\n") if line]) if "\n\n" in pieces else pieces

    @cached_property
    def lower_text(self) -> str:
        """The same in lower case, to look words up in."""
        return self.text.lower()

    @cached_property
    def title(self) -> str:
        """The page's title."""
        titles = self.by_tag["title"]
        return squeeze(titles[0].text()) if titles else ""

    @cached_property
    def headings(self) -> list[LexborNode]:
        """The headings of the first order that hold text, the one that the page's title names first, below its head.

        Of several that the title names, that with most words of the address goes first, then the first in the title.

        On a page without such, or with the site's own name in it alone, the text that its title holds.
        """
        nodes = [node for node in self.by_tag["h1"][:10] if node.text(strip=True)]
        title = self.title.lower()
        own = [node for node in nodes if not _leads_home(node, self)]
        if not own:
            return self._titled(title) or nodes
        if len(own) == 1:
            return own
        texts = {node.mem_id: squeeze(node.text(separator=" ")).lower() for node in own}
        path = set(WORD.findall(unquote(urlsplit(self.url).path).lower()))

        def rank(node: LexborNode) -> tuple[bool, bool, int, int, int]:
            text = texts[node.mem_id]
            place = title.find(text[:30])
            if place < 0:  # the title names none of these: the first
                return True, _at_the_head(node), 0, 0, 0
            return False, _at_the_head(node), -len(path.intersection(WORD.findall(text))), place, -len(text)

        return sorted(own, key=rank)

    def _titled(self, title: str) -> list[LexborNode]:
        """The longest text, outside of menus and links, that makes up a third or more of the page's title."""
        best, longest = [], max(MIN_HEADING, len(title) // 3) - 1
        if len(title) <= longest or urlsplit(self.url).path in ("", "/"):
            return []
        for node in self.tree.css(HEADINGS)[:MAX_HEADINGS]:
            text = node.text(separator=" ")[: 2 * MAX_HEADING]
            if not longest < len(text) < 2 * MAX_HEADING:
                continue
            text = self._name_in(node).lower()
            if longest < len(text) <= MAX_HEADING and text in title and not _in_menu(node):
                best, longest = [node], len(text)
        return best

    def _name_in(self, heading: LexborNode) -> str:
        """The text of a heading; of one of no order only what stands in none of its parts, or in one, as the title."""
        text = squeeze(heading.text(separator=" "))
        if heading.tag == "h1" or next(heading.iter(), None) is None or text.lower() in self.title.lower():
            return text
        parts = (heading.text(deep=False), *(part.text() for part in islice(heading.iter(), MAX_PARTS)))
        named = (
            own for part in parts if len(own := squeeze(part)) >= MIN_HEADING and own.lower() in self.title.lower()
        )
        return next(named, text)

    @cached_property
    def above(self) -> Set[int]:
        """The elements that hold the main heading: their names say nothing of the parts in them."""
        found: set[int] = set()
        node = self.headings[0] if self.headings else None
        while node is not None and len(found) < 1_000:
            found.add(node.mem_id)
            node = node.parent
        return found

    @cached_property
    def h1(self) -> str:
        """The text of the main heading."""
        return self._name_in(self.headings[0]) if self.headings else ""

    @cached_property
    def language(self) -> str:
        """The page's language as declared, such as `en-US`, in lower case."""
        node = self.tree.root
        return attribute(node, "lang").lower() if node is not None else ""

    def named(
        self,
        english: Sequence[str],
        others: Mapping[str, str],
        more: str = "",
        at: Sequence[str] = ("class", "id"),
    ) -> list[LexborNode]:
        """Elements whose class or id holds one of the English words, or the one of the page's language, in page order.

        Names are in English on most sites, in the page's own language on some; `more` are further selectors.
        """
        own = others.get(self.language[:2]) or others.get(LANGUAGES.get(self.site.country, ""), "")
        words = [*english, own] if own else english
        selectors = [f"[{name}*={word} i]" for word in words for name in at]
        return self.tree.css(f":is({','.join([*selectors, more] if more else selectors)})")

    @cached_property
    def country(self) -> str:
        """The country whose prices the page shows: that of the site or of its language (`en-US`, `ja`); or empty."""
        language = (self.language or (self.meta.get("og:locale") or [""])[0]).replace("_", "-")
        country = language.partition("-")[2].upper()
        spoken = "" if country else SPOKEN_IN.get(language, "")
        return self.site.country or self.home or (country if country in CURRENCIES else spoken)

    @cached_property
    def currency(self) -> str:
        """The currency of the site's country (ISO 4217), for amounts that name none; or empty."""
        return self.site.currency or CURRENCIES.get(self.home, "")

    def linked(self, relation: str) -> list[str]:
        """The addresses of the page's link elements of a relation (`canonical`, `next`), as written."""
        return [attribute(node, "href") for node in self.by_tag["link"] if attribute(node, "rel").lower() == relation]

    @cached_property
    def canonical(self) -> str:
        """The address that the page gives itself on this host, absolute; empty where it gives none."""
        for address in [*self.linked("canonical")[:3], *self.meta.get("og:url", [])[:1]]:
            absolute = self.absolute(address)
            if absolute and urlsplit(absolute).hostname == urlsplit(self.url).hostname:
                return absolute
        return ""

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The page's own addresses in normal form, the one that it gives itself last."""
        return canonical_url(self.url), canonical_url(self.canonical or self.url)

    def absolute(self, address: str) -> str:
        """An address on this page as an absolute http(s) URL without spaces around it; empty where it is none."""
        address = address.strip()
        return _joined(self.base, address) if address and len(address) <= MAX_URL else ""


@lru_cache(maxsize=500)
def _joined(base: str, address: str) -> str:
    """An address as an absolute http(s) URL, or empty; kept, as each is asked for by several readers of a page."""
    try:
        absolute = urljoin(base, address)
        parts = urlsplit(absolute)
        leads_there = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        return ""
    return absolute if leads_there else ""


def _leads_home(heading: LexborNode, document: Document) -> bool:
    """Whether a heading is the site's sign: as a whole a link to the first page of its host."""
    link = heading.css_first("a[href]")
    if link is None:
        link = heading.parent if heading.parent is not None and heading.parent.tag == "a" else None
    elif squeeze(link.text(separator=" ")) != squeeze(heading.text(separator=" ")):
        return False
    address = document.absolute(attribute(link, "href")) if link is not None else ""
    parts = urlsplit(address)
    first = bool(address) and OF_HOME.fullmatch(parts.path) is not None and not parts.query and not parts.fragment
    return first and host_of(address) == document.host


def _at_the_head(node: LexborNode) -> bool:
    """Whether an element stands at the head or foot of the page, or in a menu."""
    current = node.parent
    while current is not None and current.tag != "body":
        if current.tag in ("header", "nav", "footer"):
            return True
        current = current.parent
    return False


def _in_menu(node: LexborNode) -> bool:
    """Whether an element stands in a link, a list, or at the head or foot of the page."""
    for _ in range(8):
        if node.tag in IN_MENUS:
            return True
        if node.parent is None:
            return False
        node = node.parent
    return False


def attribute(node: LexborNode, name: str) -> str:
    """An attribute's text, empty where the node has none."""
    return (node.attributes.get(name) or "").strip()


def squeeze(text: str, limit: int = 2_000) -> str:
    """One line of clean text, cut at `limit` characters."""
    if len(text) > limit * 2:  # of a long text the beginning is mostly enough
        start = " ".join(text[: limit * 2].split())
        if len(start) > limit and start.isascii() and start.isprintable():
            return start[:limit].strip()
    text = " ".join(text[: limit * 8].split())
    return text[:limit].strip() if text.isascii() and text.isprintable() else clean_text(text, limit)
