"""A page as a person sees it, in Chromium: a full-page screenshot, the page, and all that it exchanged."""

import asyncio
import base64
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from monitor.chromium import launch_arguments
from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence.drawn import SMALL, drawn_text
from monitor.evidence.seen import Seen
from monitor.proxies import Proxy

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, CDPSession, Page, Playwright, ProxySettings, Route

    from monitor.evidence.watch import Guard

WIDTH, HEIGHT = 1280, 900
MOST_HEIGHT = 16_000
MILLISECONDS = 20_000
TO_LOAD = 10_000
SETTLE = 2_000
FOR_FONTS = 1_000
SECONDS_TO_CLOSE, SECONDS_TO_SHUT = 10, 3
MOST_SECONDS = 60
MOST_HTML = 10_000_000
EMPTY = "ERR_HTTP_RESPONSE_CODE_FAILURE"
"""What Chromium says of an answer such as 404 without a body."""
REASONS = {
    "ERR_TUNNEL_CONNECTION_FAILED": "its host is not reached: there is no network, or the address is private",
    "ERR_NAME_NOT_RESOLVED": "its host has no address",
    "ERR_PROXY_CONNECTION_FAILED": "the proxy that the environment names does not answer",
    "ERR_CERT": "the site's certificate is not good",
    "ERR_TOO_MANY_REDIRECTS": "it leads round and round",
    "Download is starting": "it sends a file to download, and no page that could be seen; add the file by hand "
    "(monitor evidence add)",
    "Timeout": "it does not answer in time",
}
"""What the browser's words mean."""
SCROLL = f"""(async () => {{
  for (let y = 0; y < Math.min(document.documentElement.scrollHeight, {MOST_HEIGHT}); y += {HEIGHT}) {{
    scrollTo(0, y); await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  }}
  scrollTo(0, 0);
  await Promise.race([document.fonts.ready, new Promise(done => setTimeout(done, {FOR_FONTS}))]);
}})()"""
"""Pictures that load only when they come into sight are made to, before the network is waited for."""


class _WentOnError(WorkFailedError):
    """A page was there, and went on to where nothing can be captured."""


class Camera:
    """A browser that looks at one page after another, each in a context of its own; an async context manager."""

    def __init__(
        self,
        chromium: str | None,
        guard: "Callable[[], Guard]",
        *,
        agent: str = "",
        proxy: Callable[[str], Proxy | None] = lambda _: None,
        refuses: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`guard` makes a new way out for each page, `proxy` says which one a URL needs; `agent` is who looks.

        `refuses` tells of URLs that are not asked of a proxy, which is no guard.

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
        self._chromium, self._guard, self._agent = chromium, guard, agent
        self._proxy, self._refuses = proxy, refuses
        self._driver: Playwright | None = None
        self._browser: Browser | None = None
        self._user_agent = ""

    async def __aenter__(self) -> Self:
        from playwright.async_api import async_playwright

        self._driver = await async_playwright().start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._close()
        if self._driver is not None:
            await self._driver.stop()

    async def look(self, url: str) -> Seen:
        """Open an address and keep what is seen. Raises WorkFailedError for a page that cannot be had."""
        from playwright.async_api import Error

        try:
            browser = await self._launched()
            async with asyncio.timeout(MOST_SECONDS):
                try:
                    return await self._look(url, browser)
                except _WentOnError:  # its scripts led to where nothing can be seen: look again, and stay
                    return await self._look(url, browser, hold=True)
        except TimeoutError as failure:
            await self._close()
            raise WorkFailedError(
                f"{url}: cannot be captured: the page kept busy for {MOST_SECONDS} seconds"
            ) from failure
        except Error as failure:
            reason = next((words for sign, words in REASONS.items() if sign in failure.message), "")
            reason = reason or failure.message.splitlines()[0]
            raise WorkFailedError(f"{url}: cannot be captured: {reason}") from failure

    async def _launched(self) -> "Browser":
        if self._browser is None or not self._browser.is_connected():
            assert self._driver is not None
            given = launch_arguments()
            self._browser = await self._driver.chromium.launch(
                executable_path=self._chromium, args=given, chromium_sandbox="--no-sandbox" not in given
            )
            page = await self._browser.new_page()
            self._user_agent = f"{await page.evaluate('navigator.userAgent')} {self._agent}".strip()
            await page.context.close()
        return self._browser

    async def _close(self) -> None:
        """End the browser, also one that does not want to: the driver kills it then."""
        browser, self._browser = self._browser, None
        if browser is not None:
            from playwright.async_api import Error

            with suppress(Error, TimeoutError):
                async with asyncio.timeout(SECONDS_TO_CLOSE):
                    await browser.close()

    async def _look(self, url: str, browser: "Browser", *, hold: bool = False) -> Seen:
        proxy, guard = self._proxy(url), self._guard()
        out = proxy or Proxy(server=await guard.start())
        way: ProxySettings = {"server": out.server, "bypass": "<-loopback>", **out.credentials}
        try:
            context = await browser.new_context(
                viewport={"width": WIDTH, "height": HEIGHT}, accept_downloads=False, service_workers="block",
                user_agent=self._user_agent, proxy=way,
            )  # fmt: skip
            if proxy:
                await context.route(self._refuses, _abort)
            try:
                return await _seen(
                    await context.new_page(), url, guard, hold=hold, browser=f"Chromium {browser.version}, headless",
                    user_agent=self._user_agent, proxy=proxy.server if proxy else "",
                )  # fmt: skip
            finally:
                await _shut(context)
        finally:
            await guard.close()


async def _shut(context: "BrowserContext") -> None:
    """Close a context; one whose page keeps busy ends with the browser."""
    from playwright.async_api import Error

    with suppress(Error, TimeoutError):
        async with asyncio.timeout(SECONDS_TO_SHUT):
            await context.close()


async def _abort(route: "Route") -> None:
    await route.abort()


async def _seen(page: "Page", url: str, guard: "Guard", *, hold: bool, **circumstances: str) -> Seen:
    from playwright.async_api import Error

    from monitor.evidence.watch import Watch, without_fragment

    watch = await Watch.of(page, hold=hold)
    at, began = datetime.now(UTC), time.monotonic()
    empty = False
    try:
        await page.goto(url, timeout=MILLISECONDS, wait_until="commit")
    except Error as failure:
        empty = EMPTY in failure.message
        if not empty:
            raise
    with suppress(Error):
        await page.wait_for_load_state("load", timeout=TO_LOAD)
    pages = watch.pages
    with suppress(Error):  # it goes on to another page
        await (await _Asked.of(page))(SCROLL)
    with suppress(Error):
        await page.wait_for_load_state("networkidle", timeout=SETTLE)
    main = await watch.main()
    if main is None or (await main.all_headers()).get("monitor-guard") == guard.mark:
        fail = _WentOnError if watch.pages > 1 and not hold else WorkFailedError
        raise fail(f"{url}: cannot be captured: nobody answers there, or the address is private")
    if not empty and not page.url.startswith(("http://", "https://")):
        fail = WorkFailedError if hold else _WentOnError
        raise fail(f"{url}: cannot be captured: the page went on to {page.url[:100]}")
    ask = await _Asked.of(page)
    if watch.pages > pages:
        await ask(SCROLL)
    await ask.stop_scripts()  # picture, page and text are of one moment
    height = await ask.height()
    shown = min(height, MOST_HEIGHT)
    small = await ask.picture(shown, SMALL)
    picture = await ask.picture(shown)
    html = "" if empty else str(await ask(f"document.documentElement?.outerHTML.slice(0, {MOST_HTML}) ?? ''"))
    text = "" if empty else await drawn_text(ask, ask.picture, picture, small, shown)
    title = str(await ask("document.title.slice(0, 500)"))
    exchanges, left_out = await watch.exchanges(guard, main)
    if empty:
        watch.note("answer was empty: the picture shows the browser's own page about that")
    seconds = time.monotonic() - began
    return Seen(
        url=url, address=without_fragment(main.url), shown_address=page.url, text=text, status=main.status,
        at=at, seconds=seconds,
        clock_moved=(datetime.now(UTC) - at).total_seconds() - seconds, title=title, picture=picture, html=html,
        cut=height > MOST_HEIGHT, exchanges=exchanges, left_out=left_out, happened=watch.told(), **circumstances,
    )  # fmt: skip


class _Asked:
    """Asks a page in a world of its own, where the page's scripts cannot answer in its place."""

    def __init__(self, session: "CDPSession", world: int) -> None:
        self._session, self._world = session, world

    @classmethod
    async def of(cls, page: "Page") -> Self:
        session = await page.context.new_cdp_session(page)
        frame = (await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]
        made = await session.send("Page.createIsolatedWorld", {"frameId": frame})
        return cls(session, made["executionContextId"])

    async def __call__(self, expression: str) -> object:
        asked = {"expression": expression, "contextId": self._world, "returnByValue": True, "awaitPromise": True}
        said: Mapping[str, Any] = await self._session.send("Runtime.evaluate", asked)
        value: object = said["result"].get("value", "")
        # Scripts can make text that no encoding has.
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value

    async def stop_scripts(self) -> None:
        """Let the page's own scripts do nothing any more."""
        await self._session.send("Emulation.setScriptExecutionDisabled", {"value": True})

    async def picture(self, height: float, scale: float = 1) -> bytes:
        """The upper part of the page as it stands, quickly packed, in so many of its pixels."""
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": int(height), "scale": scale}
        asked = {"clip": clip, "captureBeyondViewport": True, "optimizeForSpeed": True}
        said = await self._session.send("Page.captureScreenshot", asked)
        return base64.b64decode(said["data"])

    async def height(self) -> int:
        """The height of the page in pixels, as the browser lays it out."""
        size = (await self._session.send("Page.getLayoutMetrics"))["cssContentSize"]
        return max(HEIGHT, int(size["height"]))
