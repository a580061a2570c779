"""Pages of what is no more: not found, removed, ended."""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import around, hides, marks_in, names_of
from monitor.pages.said import languages, words

GONE_STATUSES = (404, 410)
SHORT = 4_000
"""Characters of text up to which a page may be a notice and nothing else."""
NEAR_THE_TOP = 800
SENTENCES = re.compile(r"(?<=[.!。！，])\s*|\s+[|–—·»]\s+|\s+-\s+|[:;]?\(\s*$")
HEADINGS = frozenset(["h1", "h2", "h3", "h4"])
NOTICES = (
    "h1,h2,h3,h4,[role=alert],[class*=alert i],[class*=message i],[class*=notice i],[id*=message i],"
    "[class*=discontinu i],[class*=not-available i],[class*=unavailable i]"
)
"""Where a page says what became of the thing that was asked for, over others that it offers instead."""
MAX_NOTICES, MAX_NOTICE = 12, 300
STEPS = 6
MAX_SENTENCE = 120
MAX_SENTENCES = 60
NOT_FOR_GOOD = re.compile("|".join(words("gone", "for_now")), re.IGNORECASE)
"""Words of what ends: goods that are sold out may come back."""


def _said_of_what_is_gone() -> re.Pattern[str]:
    """A sentence that says of the page, or of what was offered, that it is gone, in any language, and no more."""
    parted: list[str] = []
    joined: list[str] = []
    alone: list[str] = []
    for of_one in languages("gone"):
        end = "" if of_one.get("joined") else r"(?!\w)"
        said = [rf"(?:{of_one['of']}){end}.{{0,40}}?(?:{'|'.join(of_one['gone'])})"] if "of" in of_one else []
        (joined if of_one.get("joined") else parted).extend([*said, *of_one.get("whole", ())])
        alone += of_one.get("alone", ())
    before, after = r"(?:[^:]{0,40}?(?<!\w))??", r"(?:\s(?:anymore|any more|(?:or|oder|ou|o|by)\s.{0,60}))?"
    return re.compile(
        rf"^(?:{'|'.join(alone)}|{before}(?:{'|'.join(parted)}){after}|.{{0,40}}?(?:{'|'.join(joined)}))\W*$",
        re.IGNORECASE,
    )


def _said_of_else() -> re.Pattern[str]:
    """Words of what is over, and is not what stood at the address, in any language."""
    parted: list[str] = []
    joined: list[str] = []
    for of_one in languages("gone"):
        (joined if of_one.get("joined") else parted).extend(of_one.get("beside", ()))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parted)})(?!\w)|{'|'.join(joined)}", re.IGNORECASE)


GONE, OF_ELSE = _said_of_what_is_gone(), _said_of_else()
ENDED, STEMS = words("gone", "ended"), sorted(set(words("gone", "stems")))
"""What marketplaces write over an offer that is over, and what each of these words holds one of."""
REMAINS = re.compile(rf"(?<!\w)(?:{'|'.join(words('gone', 'remains'))})(?!\w)", re.IGNORECASE)
"""What a sale of goods that are made no more is called."""
BEGINNING = 6_000
MODEL_NUMBER = re.compile(r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[^\W\d_])[\w-]{3,40}")


def why_gone(document: Document, status: int) -> str:
    """What says that what stood here is no more. Empty where nothing does. For pages without a listing.

    A line of the page counts only where it says nothing else, and no place for a price waits to be filled: words of one
    size, of a coupon or of delivery are not those of the goods.
    """
    if status in GONE_STATUSES:
        return f"the site answered {status}"
    found = next(filter(_says_gone, _sentences(f"{document.title}\n{document.h1}")), "")
    if not found and len(document.text) < SHORT and not _waits_for_a_price(document):
        found = next(filter(_says_gone, _sentences(document.text[:NEAR_THE_TOP])), "")
    return f"the page says {squeeze(found, 60)!r}" if found else ""


def notice_of_gone(document: Document, *, below: bool = False) -> tuple[LexborNode, str] | None:
    """What says that what was asked for is gone, and its words: the first heading, or the sole message before it.

    Also the sole message between it and the next heading where asked for (`below`).
    """
    messages: list[LexborNode] = []
    is_below = False
    for node in document.tree.css(NOTICES)[:MAX_NOTICES]:
        inside = list(around(node, STEPS))
        text = squeeze(node.text(separator=" ")[: 2 * MAX_NOTICE], MAX_NOTICE + 1)
        if not text or any(hides(one) for one in inside):
            continue
        if node.tag not in HEADINGS:
            if not messages or not any(one.mem_id == messages[-1].mem_id for one in inside):
                messages.append(node)
            continue
        if is_below:
            break
        if (found := _notice(node, text)) or not document.h1:
            return found or _notice_of(messages)
        if not below or node.mem_id not in document.above:
            return None
        is_below, messages = True, []
    found = _notice_of(messages)
    return None if is_below and found and _names_another(document, found[1]) else found


def _names_another(document: Document, said: str) -> bool:
    """Whether a notice below the heading of goods bears a model number that neither the heading nor the address has."""
    own = f"{document.h1} {document.title} {document.url}".casefold()
    return any(number not in own for number in MODEL_NUMBER.findall(said.casefold()))


def _notice_of(messages: Sequence[LexborNode]) -> tuple[LexborNode, str] | None:
    if len(messages) != 1:
        return None
    return _notice(messages[0], squeeze(messages[0].text(separator=" ")[: 2 * MAX_NOTICE], MAX_NOTICE + 1))


def _notice(node: LexborNode, text: str) -> tuple[LexborNode, str] | None:
    """An element with the sentence in its text that says of what stood at the address that it is gone."""
    said = (sentence for sentence in _sentences(text) if _says_gone(sentence) and not OF_ELSE.search(sentence))
    found = next(said, "") if len(text) <= MAX_NOTICE else ""
    return (node, f"over others the page says {squeeze(found, 60)!r}") if found else None


def says_gone(text: str) -> bool:
    """Whether a text says of what was asked for that it is gone."""
    return any(map(_says_gone, _sentences(text)))


def heads_remains(heading: str) -> bool:
    """Whether a heading names a sale of what is made no more: `Outlet – discontinued product`."""
    parts = list(_sentences(heading))
    return any(map(_says_gone, parts)) and any(
        REMAINS.search(part) and not _says_gone(part) and not any(char.isdigit() for char in part) for part in parts
    )


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n")[:MAX_SENTENCES]:
        yield from (sentence for part in SENTENCES.split(line) if (sentence := part.strip(" .!。！，")))


def _says_gone(sentence: str) -> bool:
    return len(sentence) <= MAX_SENTENCE and not NOT_FOR_GOOD.search(sentence) and GONE.search(sentence) is not None


def _waits_for_a_price(document: Document) -> bool:
    """Whether the page has a place named after a price of its goods without an amount in it."""
    places = document.tree.css("[id*=price i],[class*=price i]")[:50]
    return any(
        not marks_in(names_of(place)) and not any(char.isdigit() for char in place.text()[:200]) for place in places
    )


def why_ended(document: Document) -> str:
    """What a page that still shows the goods says near its beginning of the offer's end. Empty where nothing does."""
    beginning = document.lower_text[:BEGINNING]
    if not any(stem in beginning for stem in STEMS):
        return ""
    found = next((said for said in ENDED if said in beginning), "")
    return f"the page says {found!r}" if found else ""
