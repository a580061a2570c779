"""What a capture saw: the page, what it exchanged, and under which circumstances."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request of the page and its answer, whose body is decoded; `ip` is where it came from, where known."""

    url: str
    method: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    asked: tuple[tuple[str, str], ...] = ()
    """The headers of the request."""
    sent: bytes = b""
    """The body of the request."""
    ip: str = ""
    cut: bool = False
    """Whether the answer had not come to its end when it was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One look at a page: `status` is its own, `address` what was asked for it after redirects. Times are UTC."""

    url: str
    address: str
    status: int
    at: datetime
    seconds: float
    """How long it took, by a clock that nobody sets."""
    clock_moved: float
    """By how many seconds the machine's clock was set meanwhile; near 0 where it was not."""
    browser: str
    user_agent: str
    proxy: str
    title: str
    picture: bytes
    html: str
    text: str = ""
    """What a person can read there: no text that is hidden, covered, or outside the picture."""
    shown_address: str = ""
    """What the browser's address bar says, which a page's scripts can change without asking for anything."""
    cut: bool
    """Whether the page is longer than the picture."""
    exchanges: tuple[Exchange, ...] = ()
    left_out: int = 0
    """Answers whose content is not kept: too many, too large, or gone from the browser's memory."""
    happened: tuple[str, ...] = field(default=())
    """What the page tried beside being seen: windows, downloads, dialogs."""

    @property
    def kept(self) -> str:
        """Whether the exchanges hold the page itself: `whole`, `in part`, or `no`."""
        found = [one for one in self.exchanges if one.url == self.address and one.status == self.status]
        return "no" if not found else "in part" if all(one.cut for one in found) else "whole"

    @property
    def ip(self) -> str:
        """Where the page itself came from; empty where a proxy resolved its name."""
        return next((one.ip for one in self.exchanges if one.url == self.address), "")
