"""A listing's page as a person sees it, in Chromium: a full-page screenshot, and the HTTP exchanges as WARC."""

import asyncio
import io
import json
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from playwright.async_api import Page, Response

WIDTH, HEIGHT = 1280, 900
MOST_HEIGHT = 16_000
MILLISECONDS = 20_000
SETTLE = 2_000
MOST_SECONDS = 60
MOST_EXCHANGES = 300
MOST_BYTES = 60_000_000
NOT_KEPT = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class Guard(Protocol):
    """The browser's only way out; it refuses what leads to private addresses."""

    async def start(self) -> str:
        """Listen; the proxy's URL."""

    async def close(self) -> None:
        """End."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One answer that the page loaded."""

    url: str
    method: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(slots=True, kw_only=True)
class Captured:
    """What was seen: `status` is the page's own, `address` where it ended after redirects."""

    url: str
    address: str
    status: int
    at: datetime
    browser: str
    picture: bytes
    html: str
    cut: bool
    exchanges: list[Exchange] = field(default_factory=list)
    left_out: int = 0

    def files(self) -> dict[str, bytes]:
        """The files of a package; address and time stand beside the picture, not on it."""
        facts = {
            "url": self.url,
            "address": self.address,
            "status": self.status,
            "at": self.at.isoformat(),
            "clock": "this machine's own, not checked against another",
            "browser": self.browser,
            "proxy": "none but the monitor's own guard on loopback",
            "screenshot_cut": self.cut,
            "exchanges": len(self.exchanges),
            "exchanges_left_out": self.left_out,
        }
        return {
            "screenshot.png": self.picture,
            "page.html": self.html.encode(),
            "exchanges.warc.gz": warc(self),
            "capture.json": json.dumps(facts, ensure_ascii=False, indent=1).encode(),
        }


def capture(url: str, chromium: str | None, guard: Guard) -> Captured:
    """Open an address and keep what is seen. Raises WorkFailedError for a page that cannot be had.

    Raises ConfigurationError where the browser or what drives it is not installed.
    """
    try:
        import playwright.async_api  # noqa: F401
        import warcio  # noqa: F401
    except ModuleNotFoundError as failure:
        raise ConfigurationError(
            f"{failure.name} is missing, which a capture needs; run: pip install 'marketplace-monitor[evidence]'"
        ) from failure
    if chromium is None:
        raise ConfigurationError("no Chromium is found; install one, or set $MONITOR_CHROMIUM to its path")
    return asyncio.run(_capture(url, chromium, guard))


async def _capture(url: str, chromium: str, guard: Guard) -> Captured:
    from playwright.async_api import Error, async_playwright

    proxy = await guard.start()
    try:
        async with async_playwright() as driver:
            browser = await driver.chromium.launch(
                executable_path=chromium, proxy={"server": proxy, "bypass": "<-loopback>"}
            )
            try:
                context = await browser.new_context(
                    viewport={"width": WIDTH, "height": HEIGHT}, accept_downloads=False, service_workers="block"
                )
                async with asyncio.timeout(MOST_SECONDS):
                    return await _look(await context.new_page(), url, f"Chromium {browser.version}")
            finally:
                await browser.close()
    except TimeoutError as failure:
        raise WorkFailedError(f"{url}: cannot be captured: the page kept busy for {MOST_SECONDS} seconds") from failure
    except Error as failure:
        reason = failure.message.splitlines()[0]
        raise WorkFailedError(f"{url}: cannot be captured: {reason}") from failure
    finally:
        await guard.close()


async def _look(page: "Page", url: str, browser: str) -> Captured:
    from playwright.async_api import Error

    answers: list[Response] = []

    def keep(answer: "Response") -> None:  # the driver marks the function, which a method of a list does not allow
        answers.append(answer)

    page.on("response", keep)
    at = datetime.now(UTC)
    main = await page.goto(url, timeout=MILLISECONDS, wait_until="load")
    if main is None or main.status == 403 or main.status >= 500:
        status = "no answer" if main is None else f"status {main.status}"
        raise WorkFailedError(f"{url}: cannot be captured: {status}, from the site or because its address is private")
    with suppress(Error):
        await page.wait_for_load_state("networkidle", timeout=SETTLE)
    said = await page.evaluate("document.documentElement.scrollHeight")
    height = said if isinstance(said, int) and 0 < said < MOST_HEIGHT else MOST_HEIGHT  # a page may say anything
    clip = {"x": 0.0, "y": 0.0, "width": float(WIDTH), "height": float(height)}
    picture = await page.screenshot(full_page=True, clip=clip, timeout=MILLISECONDS)  # type: ignore[arg-type]
    found = Captured(
        url=url, address=page.url, status=main.status, at=at, browser=browser, picture=picture,
        html=(await page.content())[:MOST_BYTES], cut=height == MOST_HEIGHT,
    )  # fmt: skip
    total = 0
    for answer in answers:
        body = b""
        with suppress(Error):  # a redirect has no body
            body = await answer.body()
        total += len(body)
        if len(found.exchanges) >= MOST_EXCHANGES or total > MOST_BYTES:
            found.left_out += 1
            continue
        headers = tuple((one["name"], one["value"]) for one in await answer.headers_array())
        found.exchanges.append(
            Exchange(url=answer.url, method=answer.request.method, status=answer.status,
                     reason=answer.status_text, headers=headers, body=body)
        )  # fmt: skip
    return found


def warc(captured: Captured) -> bytes:
    """The answers as a gzipped WARC file; bodies are decoded, so headers about their encoding are left out."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    target = io.BytesIO()
    writer = WARCWriter(target, gzip=True)
    moment = captured.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    for one in captured.exchanges:
        if not one.url.startswith(("http://", "https://")):
            continue
        headers = [(name, _line(value)) for name, value in one.headers if name.lower() not in NOT_KEPT]
        headers.append(("Content-Length", str(len(one.body))))
        head = StatusAndHeaders(f"{one.status} {_line(one.reason)}".strip(), headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            one.url,
            "response",
            payload=io.BytesIO(one.body),
            http_headers=head,
            warc_headers_dict={"WARC-Date": moment},
        )
        writer.write_record(record)
        record.raw_stream.close()  # a temporary file of the writer, left open
    return target.getvalue()


def _line(text: str) -> str:
    return " ".join(text.split())
