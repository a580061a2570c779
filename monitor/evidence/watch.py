"""What a page does while it is open: what it fetches, and what it tries. Imported only where Playwright is there."""

import asyncio
import base64
from collections import Counter
from contextlib import suppress
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from playwright.async_api import CDPSession, Error, Frame, Page, Request, Response, Route

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

    def __init__(self, page: Page, session: CDPSession, frame: str) -> None:
        self._page, self._session, self._frame = page, session, frame
        self._finished: list[Request] = []
        self._documents: dict[str, str] = {}
        self._parts: dict[str, list[bytes]] = {}
        self._streams: set[asyncio.Task[None]] = set()
        self._committed = False
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

    @classmethod
    async def of(cls, page: Page, *, hold: bool) -> Self:
        """Watch a page that is still empty; with `hold`, its scripts do not lead on to another one."""
        session = await page.context.new_cdp_session(page)
        await session.send("Network.enable")
        frame = (await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        watch = cls(page, session, frame)
        session.on("Network.responseReceived", watch._document)
        session.on("Network.dataReceived", watch._part)
        page.on("framenavigated", watch._navigated)
        if hold:
            await page.route("**/*", watch._held)
        return watch

    def _navigated(self, frame: Frame) -> None:
        self._committed = self._committed or frame == self._page.main_frame

    async def _held(self, route: Route) -> None:
        request = route.request
        if self._committed and request.is_navigation_request() and request.frame == self._page.main_frame:
            self._happened["times the page wanted to go on to another one, and was held"] += 1
            await route.abort("aborted")  # the page stays
        else:
            await route.fallback()

    def _document(self, event: dict[str, Any]) -> None:
        """Keep what comes of a document: one that never comes to its end is kept as far as it came."""
        if event.get("type") == "Document" and event.get("frameId") == self._frame:
            self._documents[event["loaderId"]] = event["response"]["url"]
            task = asyncio.ensure_future(self._stream(event["requestId"], event["response"]["url"]))
            self._streams.add(task)
            task.add_done_callback(self._streams.discard)

    async def _stream(self, request: str, url: str) -> None:
        parts: list[bytes] = []
        self._parts[request] = parts
        with suppress(Error):  # it has come to its end already
            said = await self._session.send("Network.streamResourceContent", {"requestId": request})
            parts.insert(0, base64.b64decode(said["bufferedData"]))
            self._parts[url] = parts

    def _part(self, event: dict[str, Any]) -> None:
        parts = self._parts.get(event["requestId"])
        if parts is not None and event.get("data") and sum(map(len, parts)) < MOST_BYTES:
            parts.append(base64.b64decode(event["data"]))

    async def main(self) -> Response | None:
        """The answer that the page was made from, as the browser itself says: no script can name another."""
        with suppress(Error):
            frame = (await self._session.send("Page.getFrameTree"))["frameTree"]["frame"]
            url = self._documents.get(frame["loaderId"])
            there = [one for one in self._mains if url is not None and without_fragment(one.url) == url]
            if there:
                return there[-1]
        return self._mains[-1] if self._mains else None

    @property
    def pages(self) -> int:
        """How many answers were to be the page itself: more than one where it was led on."""
        return len(self._mains)

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

    async def exchanges(self, guard: Guard, main: Response) -> tuple[tuple[Exchange, ...], int]:
        """What was exchanged and is kept, and how many answers are not. The page itself comes first, whatever else."""
        found: list[Exchange] = []
        total = refused = 0
        way = [main.request]
        while (before := way[0].redirected_from) is not None:
            way.insert(0, before)
        if main.request not in self._finished:
            found += [cut] if (cut := await self._unfinished(main, guard)) else []
            way.remove(main.request)
        for request in [*way, *(one for one in list(self._finished) if one not in way)]:
            if len(found) >= MOST_EXCHANGES or total > MOST_BYTES:
                break
            one = await _exchange(request, guard)
            if request == main.request and not isinstance(one, Exchange) and one != REFUSED:
                one = await self._unfinished(main, guard) or one  # it was too large for the browser's memory
            if one == REFUSED:
                refused += 1
            elif isinstance(one, Exchange):
                total += len(one.body)
                found.append(one)
        if refused:
            self._happened["requests led nowhere, or to private addresses, and were refused"] += refused
        return tuple(found), max(0, self._answers - refused - len(found))

    async def _unfinished(self, main: Response, guard: Guard) -> Exchange | None:
        """The page itself as far as it came, or as much of it as is kept."""
        with suppress(Error):
            body = b"".join(self._parts.get(without_fragment(main.url), []))
            cut = main.request not in self._finished or not body or len(body) >= MOST_BYTES
            return await _of(main.request, main, guard, body, cut=cut)
        return None


def without_fragment(url: str) -> str:
    """An address as it is asked for."""
    return url.partition("#")[0]


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
        if not _has_no_body(request.method, answer.status, headers):
            body = await answer.body()
        return await _of(request, answer, guard, body)
    except Error as failure:
        return failure.message


async def _of(request: Request, answer: Response, guard: Guard, body: bytes, *, cut: bool = False) -> Exchange:
    parts = urlsplit(answer.url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return Exchange(
        url=without_fragment(answer.url), method=request.method, status=answer.status, reason=answer.status_text,
        headers=tuple((one["name"], one["value"]) for one in await answer.headers_array()), body=body, cut=cut,
        asked=tuple((one["name"], one["value"]) for one in await request.headers_array()),
        sent=request.post_data_buffer or b"", ip=guard.reached.get((parts.hostname or "", port), ""),
    )  # fmt: skip


def _has_no_body(method: str, status: int, headers: list[tuple[str, str]]) -> bool:
    return (
        method == "HEAD"
        or 300 <= status < 400
        or status in (204, 205)
        or any(name.lower() == "content-length" and value.strip() == "0" for name, value in headers)
    )
