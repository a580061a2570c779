"""Mail addresses in a text, also with "(at)" and "[dot]"; none that are a marketplace's, a service's or nobody's."""

import re
from collections.abc import Iterator

from monitor.brands.ids import placed
from monitor.sellers.words import words

_at = r"(?:@|\s?[\[({<]\s?(?:at|ät)\s?[\])}>]\s?)"
_dot = r"(?:\.|\s?[\[({<]\s?(?:dot|punkt|point|punto)\s?[\])}>]\s?)"
EMAIL = re.compile(
    rf"(?<![\w.+-])([\w.+-]{{1,64}}){_at}((?:[\w-]{{1,63}}{_dot}){{1,4}}[a-z]{{2,24}})(?![\w-])", re.IGNORECASE
)
DOT = re.compile(_dot, re.IGNORECASE)
LEAST_FIGURES = 5
"""Hosts that name their users by figures give them so many: "5@6.xx" is a price."""
FILES = frozenset(["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "css", "js", "pdf", "mp4"])

Found = tuple[int, int, str]
"""Where an address stands, from and to, and the address in one form; an empty one is nobody's."""


def mails_in(text: str, marketplace: str) -> Iterator[Found]:
    """The mail addresses in a text (NFKC) of a listing on a marketplace."""
    for match in EMAIL.finditer(text):
        host = DOT.sub(".", match[2]).casefold()
        too_short = match[1].isdigit() and len(match[1]) < LEAST_FIGURES
        unread = re.sub("[._-]", "", match[1].casefold().partition("+")[0]) in words("other")["unread"]
        nobodys = too_short or unread or host.rpartition(".")[2] in FILES or _is_anothers(host, placed(marketplace))
        yield *match.span(), "" if nobodys else f"{match[1].casefold()}@{host}"


def is_everybodys(host: str) -> bool:
    """Whether anybody may have an address at this host."""
    return host.casefold() in words("other")["everybody"]


def _is_anothers(host: str, marketplace: str) -> bool:
    """Whether mail to this host goes to the marketplace itself, to a service of many, or to nobody."""
    parts = host.split(".")
    known = words("other")
    named = {name.replace(" ", "") for name in known["names"]}
    hosts = (marketplace, *known["hosts"]) if "." in marketplace else known["hosts"]
    return (
        host in known["nobody"]
        or any(host == one or host.endswith(f".{one}") for one in hosts)
        or not named.isdisjoint(parts[-3:-1])
    )
