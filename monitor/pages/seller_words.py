"""Who sells, by words alone: "Sold by", or what a seller is called, where no element is named after sellers."""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.links import leads_away
from monitor.pages.marks import around, hides, stands_elsewhere
from monitor.pages.others import is_under_others
from monitor.pages.seller_names import AND_SHIPS, BEGINNINGS, NOUNS, VERBS, is_a_phrase, is_of_a_seller, said_in
from monitor.pages.seller_parts import BUYERS, DIGIT, is_of_buyers, is_on_site, pieces_of

LABEL = re.compile(rf"\s*(?:{VERBS}|{'|'.join(NOUNS)})\s*[:：]?(?!\w)", re.IGNORECASE)
VERB_ALONE = re.compile(rf"(?:{VERBS})\s*", re.IGNORECASE)
"""Words before a name that stands in an element of its own: `Sold by <b>Lamp House</b>`."""
FIRST_WORDS = frozenset(BEGINNINGS)
FIRST_LETTERS = frozenset(word[0] for word in BEGINNINGS)
HOLDERS = "p,div,span,td,th,dt,li,b,strong,em,small,label,a,h1,h2,h3,h4,h5,h6"
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
ROWS = frozenset(["th", "td", "dt"])
MAX_HOLDERS = 5_000
MOST_WORDS = 6
"""Words up to which what stands behind a colon is a name and no sentence."""
RATES = re.compile(r"[\W\d_]*\d[\W_]*(?:[^\W\d_]+\W*){1,2}")
"""A heading that counts what buyers said beside the name of the goods: `4.5 (12 reviews)`, and not `Reviews (12)`."""
LONGEST = 60
"""Characters up to which a line may hold the beginning of such words, of which the rest stands in another element."""


def read_words(document: Document) -> Draft:
    """The one seller whom the page names behind such words; where it names several, none is known to sell this.

    A name counts where it is a link on the site, stands behind a colon, in a row of a table or list of definitions, or
    as the first line of an address.
    """
    if not _may_name(document.lower_text.split("\n")):
        return Draft("page")
    found, of_buyers = Draft("page"), ""
    for node in document.tree.css(HOLDERS)[:MAX_HOLDERS]:
        own = node.text(deep=False)[:200]
        if node.tag in HEADINGS and (not of_buyers or node.tag <= of_buyers):  # a part lasts to a heading as high
            of_buyers = node.tag if node.tag != "h1" and _heads_buyers(document, node) else ""
        if not own or own.lstrip()[:1].lower() not in FIRST_LETTERS or not LABEL.match(own):
            continue
        if of_buyers or stands_elsewhere(node, document.above) or hides(node) or is_of_buyers(node, document.above):
            continue
        if leads_away(document, node, document.above) or is_under_others(node, document):
            continue
        draft = _named(document, node)
        if found.fields and draft.fields and _who(draft) != _who(found):
            return Draft("page")
        found = draft if draft.fields else found
    return found


def _may_name(lines: Sequence[str]) -> bool:
    """Whether a line begins as one that names a seller does; in scripts that do not part words, anything may follow."""
    begin = [
        line
        for line in lines
        if line[:1] in FIRST_LETTERS
        and (line.split(" ", 1)[0].rstrip(":：") in FIRST_WORDS or (not line.isascii() and line.startswith(BEGINNINGS)))
    ]
    return any(len(line) <= LONGEST or LABEL.match(line) for line in begin)


def _named(document: Document, node: LexborNode) -> Draft:
    """Whom an element that begins with such words names, in itself or in what stands beside it."""
    draft = Draft("page")
    pieces, holder = pieces_of(node), node
    if pieces and not LABEL.sub("", pieces[0], count=1) and len(pieces) == 1:
        holder = _beside(node) or node
        pieces += pieces_of(holder) if holder is not node else []
    name = said_in("\n".join(pieces))
    if not name or _heads_a_column(node, holder):
        return draft
    source = f"{node.tag} {squeeze(pieces[0], 40)!r}"
    for link in _links(holder):
        address = document.absolute(attribute(link, "href"))
        is_his = squeeze(link.text(separator=" "), 200).endswith(name) or pieces_of(link)[:1] == [name]
        if is_his and is_on_site(document, address):
            draft.put("seller_url", address, source)
            break
    colon = pieces[0].find(":") + 1 or pieces[0].find("：") + 1
    shown = node.tag in ROWS or colon or (_is_address(holder) and not DIGIT.search(name))
    shown = shown or (_is_apart(pieces, name) and not any(_links(holder)))
    words = name.split()
    prose = len(words) > MOST_WORDS or (len(words) > 1 and name.islower()) or is_a_phrase(name)
    if not is_of_a_seller(draft.get("seller_url")) and (prose or not (draft.fields or shown)):
        return Draft("page")
    draft.put("seller_name", name, source)
    return draft


def _is_apart(pieces: Sequence[str], name: str) -> bool:
    """Whether a name, and no measure, is an element of its own behind a verb alone: `Sold by <b>Lamp House</b>`.

    Nothing follows, or who sends the goods.
    """
    alone = pieces[1:2] == [name] and VERB_ALONE.fullmatch(pieces[0]) is not None
    alone = alone and (len(pieces) == 2 or AND_SHIPS.match(f" {pieces[2]}") is not None)
    return alone and not DIGIT.search(name) and not name[:1].islower()


def _heads_buyers(document: Document, node: LexborNode) -> bool:
    """Whether a heading begins a part in which buyers speak; not the name of goods (`Cookie jar`), nor a rating."""
    text = squeeze(node.text(), 80)
    return bool(BUYERS.search(text)) and not RATES.fullmatch(text) and not document.title.startswith(text)


def _heads_a_column(node: LexborNode, holder: LexborNode) -> bool:
    """Whether a cell is the head of a column, as what stands beside it is of another, or in the next row."""
    if node.tag not in ("th", "td") or holder.mem_id == node.mem_id:
        return False
    in_row = node.parent is not None and holder.parent is not None and node.parent.mem_id == holder.parent.mem_id
    return not in_row or node.tag == holder.tag == "th" or any(one.tag == "thead" for one in around(node, 4))


def _beside(node: LexborNode) -> LexborNode | None:
    """The next part of the page with text in it, behind an element or behind the one that it fills."""
    for start in (node, node.parent):
        other = start.next if start is not None else None
        while other is not None and not other.text(strip=True):
            other = other.next
        if other is not None:
            return other
    return None


def _is_address(holder: LexborNode) -> bool:
    """Whether an element is an address of several lines, one of them with a number."""
    pieces = pieces_of(holder) if holder.tag == "address" else []
    return len(pieces) > 1 and any(map(DIGIT.search, pieces[1:]))


def _links(holder: LexborNode) -> Iterator[LexborNode]:
    if holder.tag == "a":
        yield holder
    elif holder.tag != "-text":
        yield from holder.css("a[href]")[:3]


def _who(draft: Draft) -> str:
    return draft.get("seller_url") or draft.get("seller_name").casefold()
