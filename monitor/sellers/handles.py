"""Handles of chats in a text, after the name of the chat or in a link to it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from monitor.sellers.words import one_of, words

SIGNS = r"(?P<between>\s{0,2}[:=‐-―-]?\s{0,2})"
HANDLE = r"(?P<handle>@?[a-z0-9][a-z0-9_.+-]{4,31})(?![a-z0-9@])"
MOBILE = re.compile(r"1[3-9]\d{9}")
LEAST = {"wechat": 6}
"""How short a handle may be, where that is not five."""
LINKS = {
    "telegram": r"(?<![\w.])(?:t|telegram)\.(?:me|dog)/(?:s/)?(?P<name>[a-z]\w{4,31})(?!\w)",
    "line": r"(?<![\w.])line\.me/(?:r/)?ti/p/(?:~|(?=@))(?P<name>[@\w.-]{4,32})",
    "whatsapp": r"(?<![\w.])chat\.whatsapp\.com/(?P<name>[a-z0-9]{18,26})(?!\w)",
    "kakao": r"(?<![\w.])open\.kakao\.com/(?:o|me)/(?P<name>\w{4,32})(?!\w)",
    "instagram": r"(?<![\w-])instagram\.com/(?P<name>[a-z0-9_][\w.]{3,30})(?![\w.]*/\w)",
    "facebook": r"(?<![\w-])(?:facebook\.com|fb\.com|m\.me)/(?P<name>[a-z0-9][\w.]{4,50})(?![\w.]*/\w)",
    "tiktok": r"(?<![\w-])tiktok\.com/@(?P<name>[\w.]{2,24})",
    "discord": r"(?<![\w-])discord(?:\.gg|(?:app)?\.com/invite)/(?P<name>[\w-]{5,32})(?!\w)",
    "yupoo": r"(?<![\w-])(?P<name>[a-z0-9][a-z0-9_-]{2,40})(?:\.x)?\.yupoo\.com",
    "weidian": r"(?<![\w-])weidian\.com/\S{0,40}?userid=(?P<name>\d{6,14})(?!\d)",
    "paypal": r"(?<![\w-])paypal\.(?:me|com/(?:[a-z]{2}/)?paypalme)/(?P<name>[a-z0-9]{3,20})(?!\w)",
    "cashapp": r"(?:(?<![\w-])cash\.app/|cash ?app\W{0,3})\$(?P<name>[a-z][\w-]{2,19})(?!\w)",
    "revolut": r"(?<![\w-])revolut\.me/(?P<name>[a-z0-9]{3,30})(?!\w)",
    "venmo": r"(?<![\w-])venmo\.com/(?:u/)?(?P<name>[\w-]{4,30})(?!\w)",
}
"""Addresses of a person or a shop, by chat, network or payment service."""
LABEL = re.compile(r"(?:^|[\n.,;|/])\s{0,2}LINE ?: ?(?P<name>@?(?=[a-z._-]*\d)[a-z][\w.-]{4,31})")
"""In capitals and at the beginning; "production line: series2000" is none."""
_nobodys = """
    joinchat share addstickers addlist proxy contact setlanguage explore stories accounts sharer sharer.php share.php
    groups policies pages events help watch marketplace profile.php photo photo.php permalink.php login legal business
    plugins dialog yourname username invite photos about www
"""
NOBODYS = frozenset(_nobodys.split())
"""Pages of the chats themselves."""


class Handle(NamedTuple):
    """Where a handle stands, from and to, of which chat it is, and the handle in one form."""

    start: int
    end: int
    chat: str
    name: str


def handles_in(text: str) -> Iterator[Handle]:
    """The handles in a text (NFKC)."""
    for chat, link in _links():
        for match in link.finditer(text):
            if (name := match["name"].casefold()) not in NOBODYS:
                yield Handle(*match.span(), chat, name)
    lowered = text.casefold()
    if not any(start in lowered for start in _starts()):
        return
    for match in _named().finditer(text):
        chat = next(name for name in words("chat") if match[name])
        handle = match["handle"].casefold().rstrip(".-+")
        if _tells(chat, handle, separated=bool(match["between"].strip())):
            name = handle if chat == "line" else handle.removeprefix("@")
            yield Handle(match.start("handle"), match.end(), chat, name)


def _tells(chat: str, handle: str, *, separated: bool) -> bool:
    """Whether what follows the name of a chat can only be a handle: "calls" and "pay" are words of the sentence."""
    bare = handle.removeprefix("@")
    if len(bare) < LEAST.get(chat, 5):
        return False
    if bare.isdigit():
        return chat == "qq" and not MOBILE.fullmatch(bare) and len(bare) <= 12
    if chat == "qq" or (chat == "wechat" and not bare[0].isalpha()):
        return False
    telling = any(char.isdigit() or char == "_" for char in bare)
    return bare != handle or (telling and (separated or not bare[0].isdigit()))


@cache
def _links() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (*((chat, re.compile(link, re.IGNORECASE)) for chat, link in LINKS.items()), ("line", LABEL))


@cache
def _starts() -> frozenset[str]:
    """A part of each name of a chat, without which a text (most texts) need not be searched at length."""
    return frozenset(name.split()[0].casefold() for some in words("chat").values() for name in some)


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(f"(?P<{chat}>{one_of(some)})" for chat, some in words("chat").items())
    ids = one_of(words("handle")["ids"])
    return re.compile(rf"(?:{names})(?:\s?(?:{ids})(?!\d))?{SIGNS}{HANDLE}", re.IGNORECASE)
