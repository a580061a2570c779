"""A page at its capture beside the listing as it was crawled: what differs, and whether the flags are raised again."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from monitor.cases import band_of
from monitor.evidence.layout import Layout
from monitor.marks.lexicon import lexicon, normal
from monitor.records import Flag, Listing, canonical_url, is_said_anew, same_seller

COMPARED = ("title", "price", "currency", "seller_id", "seller_name")
ENOUGH = 0.8
"""So many of a title's words must be readable on the picture."""
SHORT = 12
"""So many letters before a title may be a word that praises the goods."""
FIRST_UNSPACED = "\u2e80"
"""From here on stand the signs of scripts without spaces."""
NO_LAYOUT = Layout()
OF_HISTORY = frozenset({"unstable_price"})
RAISED, NOT_RAISED = "raised again", "NOT raised again"
OTHERWISE = "NOT raised again, but the same kind of flag by another rule"
REPLACED = "NOT raised again: another picture stands where the photo was"
NOTE = "note"

Judge = Callable[[Listing], Collection[Flag]]
"""The flags that a listing raises without its history and photos."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`differs` holds each field that was read both times and differs, as crawled and as captured.

    `flags` says of each flag, by kind and rule, whether it is raised again on what can be read there, or why that is
    not judged. `other` says why this is other content than was crawled; empty where it is not.
    """

    differs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    flags: Mapping[tuple[str, str], str] = field(default_factory=dict)
    other_seller: bool = False
    """Whether somebody else sells there than at the crawl."""
    other: str = ""
    sure: bool = True
    """Whether the page's listing has the crawled one's number or title, or stands in its place; see `same_listing`."""


def same_listing(found: Sequence[Listing], crawled: Listing, address: str = "") -> tuple[Listing | None, bool]:
    """The listing of a page to compare with the crawled one, and whether it is that for sure.

    It is by its number or its title; also where the very address answered, and one offer there is by the same seller
    and has a title akin: numbers of a list of listings are no site's. Else it is what the page offers first: what
    stands now where the listing was.
    """
    for one in found:
        if one.listing_id == crawled.listing_id:
            return one, True
    same_title = [one for one in found if one.title == crawled.title]
    if same_title:
        return same_title[0], True
    in_place = [one for one in found if _is_rewritten(one, crawled)] if same_address(crawled.url, address) else []
    return (in_place[0], True) if len(in_place) == 1 else (found[0] if found else None, False)


def same_address(url: str, other: str) -> bool:
    """Whether two addresses are one, but for what leads to no other page."""
    return bool(url and other) and canonical_url(url) == canonical_url(other)


def _is_rewritten(found: Listing, crawled: Listing) -> bool:
    """Whether an offer is by the seller of another, who is known of both, and half of its title stood there before."""
    now, before = ((one.seller_id, one.seller_name) for one in (found, crawled))
    known = any(mine and theirs for mine, theirs in zip(now, before, strict=True))
    said = _pieces(found.title)
    return known and same_seller(before, now) and len(said & _pieces(crawled.title)) * 2 >= max(len(said), 1)


def compare(
    found: Listing,
    crawled: Listing,
    flags: Iterable[Flag],
    text: str,
    address: str,
    photos: Collection[str],
    judge: Judge,
    replaced: Collection[str] = (),
    layout: Layout = NO_LAYOUT,
) -> Compared:
    """Compare a page's listing with the crawled one.

    `text` is what a person can read on the page, `address` where it came from, `photos` are the addresses of those
    photos of the crawl that the page still shows, `replaced` of those in whose place it shows other pictures. `layout`
    says where the page's words stand: what its data calls the title counts as far as the page shows it as that.
    """
    differs = {
        name: (str(before or ""), str(now or "")) for name in COMPARED
        if (before := getattr(crawled, name)) and (now := getattr(found, name)) and before != now
        and not (name == "seller_id" and same_seller((before, ""), (now, "")))
    }  # fmt: skip
    readable = _squeezed(text)
    shown = replace(
        found, marketplace=crawled.marketplace, listing_id=crawled.listing_id,
        territory=crawled.territory or found.territory, title=found.title if is_readable(found.title, readable) else "",
        description="\n".join(line for line in found.description.splitlines() if is_readable(line, readable)),
    )  # fmt: skip
    raised = _raised(judge, shown, text, layout) if shown.title else ()
    said = {(flag.kind, flag.rule): _again(flag, found, raised, photos, replaced) for flag in flags}
    judged = {value for value in said.values() if value in (RAISED, OTHERWISE, NOT_RAISED, REPLACED)}
    sellers = ((one.seller_id, one.seller_name) for one in (crawled, found))
    other = ""
    if not same_site(crawled.url, address):
        other = f"the site led to another one, {urlsplit(address).hostname}"
    elif not shown.title:
        other = f"the title that the page gives itself, {found.title[:200]!r}, cannot be read on it"
    elif judged and judged <= {NOT_RAISED, REPLACED}:
        other = "none of the flags that can be judged there is raised again"
    return Compared(differs=differs, flags=said, other_seller=not same_seller(*sellers), other=other)


def is_readable(words: str, readable: str) -> bool:
    """Whether most words stand in a text without gaps, as `_squeezed` makes it."""
    if (whole := _squeezed(words)) in readable:
        return bool(whole)
    parts = [_squeezed(word) for word in re.findall(r"\w+", words)]
    return bool(parts) and sum(part in readable for part in parts) >= ENOUGH * len(parts)


def _raised(judge: Judge, shown: Listing, text: str, layout: Layout) -> Collection[Flag]:
    """The flags of what a page shows; those that quote words only where these are among those that can be read."""
    raised, letters = judge(shown), _letters(text)
    read = replace(
        shown,
        title=shown_title(shown.title, text, layout),
        description="\n".join(_read(line, letters) for line in shown.description.splitlines()),
        brand=_read(shown.brand, letters),
        attributes={name: _read(value, letters) for name, value in shown.attributes.items()},
    )
    if read == shown:
        return raised
    again = {(one.kind, one.rule, band_of(one.severity)) for one in judge(read)}
    return [
        flag for flag in raised
        if (flag.kind, flag.rule, band_of(flag.severity)) in again or not any(fact.span for fact in flag.evidence)
    ]  # fmt: skip


def shown_title(title: str, text: str, layout: Layout) -> str:
    """What a page shows as the title that its data gives it; empty where the title stands elsewhere on it alone.

    That is the title where the heading that speaks of the same goods begins with it, or else a line does that is not in
    the foot of the page; else that heading; without any, those of its words that can be read together.
    """
    letters, wanted = _letters(text), _letters(title)
    besides = letters.replace(wanted, " ") if wanted else letters
    for level in (layout.first, layout.second):
        akin = [
            one for one in level
            if _is_akin(one, title) and (_letters(one) in besides or wanted in _letters(one) in letters)
        ]  # fmt: skip
        if any(_begins(one, wanted) for one in akin):
            return title
        if akin:
            return max(
                (one for one in akin if wanted not in _letters(one)), key=lambda one: _shared(one, title), default=""
            )
    if wanted not in letters:
        return _read(title, letters)
    lines = [line for line in text.splitlines() if wanted in _letters(line)]
    elsewhere = letters.count(wanted) <= _letters(layout.foot).count(wanted)
    return "" if elsewhere or (lines and not any(_begins(line, wanted) for line in lines)) else title


def _begins(line: str, title: str) -> bool:
    """Whether a line begins with a title, given by its letters, but for a short word before it that denies nothing."""
    before, holds, _ = _letters(line).partition(title)
    words = re.findall(r"\w+", normal(line))
    said = " ".join(word for at, word in enumerate(words, 1) if len("".join(words[:at])) <= len(before))
    denied = any(one in before if one[0] >= FIRST_UNSPACED else f" {one} " in f" {said} " for one in _denials())
    return bool(holds) and len(before) <= SHORT and not denied


@cache
def _denials() -> frozenset[str]:
    """The words by which a text denies a counterfeit, or warns of one."""
    return lexicon().denial | lexicon().notice


def _is_akin(heading: str, title: str) -> bool:
    """Whether half of a heading's words stand in a title: the name of a shop is no heading of its goods."""
    return _shared(heading, title) * 2 >= max(len(_words(heading)), 1)


def _shared(heading: str, title: str) -> int:
    return len(_words(heading) & _words(title))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", normal(text)))


def _pieces(text: str) -> set[str]:
    """The words of a text; of scripts without spaces each two signs that stand together, as one alone says little."""
    found = set[str]()
    for run in re.findall(rf"[{FIRST_UNSPACED}-\U0010ffff]+|[^{FIRST_UNSPACED}-\U0010ffff]+", normal(text)):
        for word in re.findall(r"\w+", run):
            found |= {*map("".join, pairwise(word))} if word[0] >= FIRST_UNSPACED and len(word) > 1 else {word}
    return found


def _read(words: str, letters: str) -> str:
    """Those of some words that stand in a page's letters together with a word beside them.

    Alone, a word may be of another text of the page.
    """
    if _letters(words) in letters:
        return words
    parts = re.findall(r"[\W_]*[^\W_]\S*", words)
    beside = [_letters(one + other) in letters for one, other in pairwise(parts)]
    return "".join(part for part, *pairs in zip(parts, [False, *beside], [*beside, False], strict=True) if any(pairs))


def same_site(url: str, other: str) -> bool:
    """Whether two addresses are of one site: of one domain, or of one name in different countries."""
    one, two = ((urlsplit(each).hostname or "").split(".") for each in (url, other))
    if one == two or one[-1].isdecimal() or two[-1].isdecimal():  # numbers have no domain
        return one == two
    return _name(one) == _name(two)


def _name(labels: list[str]) -> str:
    """The label that an owner chose, such as `amazon` of www.amazon.co.uk."""
    short = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2
    return labels[-3] if short else labels[-2] if len(labels) > 1 else labels[0]


def _again(
    flag: Flag, found: Listing, raised: Collection[Flag], photos: Collection[str], replaced: Collection[str]
) -> str:
    images = {fact.image for fact in flag.evidence if fact.image}
    if images:
        gone = REPLACED if images <= set(replaced) else "not judged: the photo was not seen there byte by byte"
        return RAISED if images & set(photos) else gone
    note = band_of(flag.severity) == NOTE
    same = [one for one in raised if one.kind == flag.kind and (note or band_of(one.severity) != NOTE)]
    if is_said_anew(flag.kind, flag.rule, {(one.kind, one.rule) for one in same}):
        return RAISED
    if flag.kind in OF_HISTORY:
        return "not judged: it rests on several days"
    if flag.kind == "unauthorized_seller" and not found.seller_is_readable:
        return "not judged: no seller could be read"
    if flag.kind == "low_price" and found.price is None:
        return "not judged: no price could be read"
    return OTHERWISE if same else NOT_RAISED


def _letters(text: str) -> str:
    """Letters and figures alone, in one form."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _squeezed(text: str) -> str:
    """Without gaps, and in one form of letters."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
