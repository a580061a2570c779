"""Pages opened in a real browser: whether there is one, how it is started, and what it may fetch."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from scrapy import Request
from scrapy.settings import Settings

from monitor.chromium import find_chromium, launch_arguments
from monitor.crawling.arguments import Arguments, Render
from monitor.errors import ConfigurationError

PAGES_AT_ONCE = 4
NAVIGATION_TIMEOUT_MS = 30_000
SETTLE_MS = 5_000
MAX_CHARACTERS = 20_000_000
SETTING = "RENDER_AVAILABLE"


def apply(settings: Settings, arguments: Arguments | None) -> None:
    """Make the browser ready for use if the crawl may use it. Raises ConfigurationError where it must and cannot."""
    wanted = arguments.render if arguments else Render.NEVER
    settings.set(SETTING, False, priority="project")
    if wanted is Render.NEVER:
        return
    problem = _missing()
    if problem and wanted is Render.ALWAYS:
        raise ConfigurationError(f"-a render=1: {problem}")
    if not problem:
        for name, value in _browser_settings().items():
            settings.set(name, value, priority="project")
        settings.set(SETTING, True, priority="project")


def _missing() -> str:
    if find_spec("scrapy_playwright") is None:
        return "the extra for browsers is not installed; run pip install marketplace-monitor[render]"
    if find_chromium() is None:
        return "no Chromium was found; install it, and run monitor doctor to check"
    return ""


def _browser_settings() -> Mapping[str, Any]:
    handler = "monitor.crawling.browser.Browser"
    launch = {
        "executable_path": str(find_chromium()),
        "headless": True,
        "args": launch_arguments(),
        # Playwright lets pages open others, which nobody would close; a Chromium by itself lets them not.
        "ignore_default_args": ["--disable-popup-blocking"],
    }
    return {
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler, "file": None, "ftp": None, "s3": None, "data": None},
        "PLAYWRIGHT_LAUNCH_OPTIONS": launch,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": PAGES_AT_ONCE,
        "PLAYWRIGHT_MAX_CONTEXTS": 1,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": NAVIGATION_TIMEOUT_MS,
    }


def in_browser(request: Request) -> Request:
    """The same request, to be opened in the browser."""
    from monitor.crawling.browser import settled

    return request.replace(
        dont_filter=True,
        meta={
            **request.meta,
            "playwright": True,
            "playwright_context_kwargs": {"service_workers": "block", "accept_downloads": False},
            "playwright_page_methods": [settled(SETTLE_MS, MAX_CHARACTERS)],
        },
    )
