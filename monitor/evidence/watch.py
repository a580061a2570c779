"""What a page does while it is open: what it fetches, and what it tries. Imported only where Playwright is there."""

from collections import Counter
from contextlib import suppress
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.async_api import Error, Page, Request, Response

from monitor.evidence.seen import Exchange

MOST_EXCHANGES = 300
MOST_BYTES = 60_000_000
REFUSED = "refused"


class Guard(Protocol):
    """The browser's only way out; it refuses what leads to private addresses."""

    mark: str
    """What its own answers carry in the header `Monitor-Guard`."""
    reached: dict[tuple[str, int], str]
    """The IP address behind each host and port."""

    async def start(self) -> str:
        """Listen; the proxy's URL."""

    async def close(self) -> None:
        """End."""


class Watch:
    """Notes what a page fetches and tries while it is open."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._finished: list[Request] = []
        self._answers = 0
        self._happened: Counter[str] = Counter()
        self._mains: list[Response] = []
        page.on("response", self._answered)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)
        page.on("dialog", self._dialog)
        page.on("download", lambda _: self._happened.update(["downloads were refused"]))
        page.context.on("page", self._window)

    def _answered(self, answer: Response) -> None:
        self._answers += 1
        with suppress(Error):  # a frame that is gone already
            if answer.request.is_navigation_request() and answer.frame == self._page.main_frame:
                self._mains.append(answer)

    def main(self, address: str) -> Response | None:
        """The answer that the page at an address was made from: the last one there, else the last one at all."""
        there = [one for one in self._mains if one.url == address.partition("#")[0]]
        last = there or self._mains
        return last[-1] if last else None

    def note(self, what: str) -> None:
        """Count what happened."""
        self._happened[what] += 1

    def _ended(self, request: Request) -> None:
        self._finished.append(request)

    async def _dialog(self, dialog: Any) -> None:
        self._happened["dialogs were dismissed"] += 1
        with suppress(Error):
            await dialog.dismiss()

    async def _window(self, window: Page) -> None:
        self._happened["windows were closed"] += 1
        with suppress(Error):
            await window.close()

    def told(self) -> tuple[str, ...]:
        """What the page tried, in words."""
        return tuple(f"{number} {what}" for what, number in sorted(self._happened.items()))

    async def exchanges(self, guard: Guard) -> tuple[tuple[Exchange, ...], int]:
        """What was exchanged and is kept, and how many answers are not."""
        found: list[Exchange] = []
        total = refused = 0
        for request in list(self._finished):
            if len(found) >= MOST_EXCHANGES or total > MOST_BYTES:
                break
            one = await _exchange(request, guard)
            if one == REFUSED:
                refused += 1
            elif isinstance(one, Exchange):
                total += len(one.body)
                found.append(one)
        if refused:
            self._happened["requests led nowhere, or to private addresses, and were refused"] += refused
        return tuple(found), max(0, self._answers - refused - len(found))


async def _exchange(request: Request, guard: Guard) -> Exchange | str:
    """A request with its answer, or why it is not kept: the guard's own, or its content is gone from memory."""
    body = b""
    try:
        answer = await request.response()
        if answer is None:
            return "no answer"
        headers = [(one["name"], one["value"]) for one in await answer.headers_array()]
        if any(name.lower() == "monitor-guard" and value == guard.mark for name, value in headers):
            return REFUSED
        asked = tuple((one["name"], one["value"]) for one in await request.headers_array())
        if not _has_no_body(request.method, answer.status, headers):
            body = await answer.body()
    except Error as failure:
        return failure.message
    parts = urlsplit(answer.url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return Exchange(
        url=answer.url, method=request.method, status=answer.status, reason=answer.status_text,
        headers=tuple(headers), body=body, asked=asked, sent=request.post_data_buffer or b"",
        ip=guard.reached.get((parts.hostname or "", port), ""),
    )  # fmt: skip


def _has_no_body(method: str, status: int, headers: list[tuple[str, str]]) -> bool:
    return (
        method == "HEAD"
        or 300 <= status < 400
        or status in (204, 205)
        or any(name.lower() == "content-length" and value.strip() == "0" for name, value in headers)
    )
