"""Where a Chromium is on this machine, for pages that only JavaScript fills."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

VARIABLE = "MONITOR_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)
MEGABYTES_FOR_SCRIPTS = 512
"""A page's scripts get so much memory; a page that wants more breaks, and is counted as not fetched."""
CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright", "~/AppData/Local/ms-playwright")


def find_chromium(environment: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium: $MONITOR_CHROMIUM, else the system's, else Playwright's own; None where there is none.

    A variable that is set and names no program means none: another browser would not be what was asked for.
    """
    if named := environment.get(VARIABLE):
        return shutil.which(named, path=environment.get("PATH"))
    for name in NAMES:
        if path := shutil.which(name, path=environment.get("PATH")):
            return path
    return next((str(path) for folder in _folders(environment) for path in _newest_first(folder)), None)


def launch_arguments() -> list[str]:
    """How Chromium is started for pages that nobody trusts: bounded, and with no way past its proxy."""
    given = [
        "--disable-dev-shm-usage",
        "--disable-gpu",
        f"--js-flags=--max-old-space-size={MEGABYTES_FOR_SCRIPTS}",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        given.append("--no-sandbox")
    return given


def _folders(environment: Mapping[str, str]) -> Iterator[Path]:
    if given := environment.get("PLAYWRIGHT_BROWSERS_PATH"):
        yield Path(given)
    for folder in CACHES:
        try:
            yield Path(folder).expanduser()
        except RuntimeError:  # an account without a home
            return


def _newest_first(folder: Path) -> list[Path]:
    found = [path for pattern in PLAYWRIGHT for path in folder.glob(pattern) if os.access(path, os.X_OK)]
    return sorted(found, key=_revision, reverse=True)


def _revision(path: Path) -> int:
    return max((int(number) for number in re.findall(r"chromium-([0-9]+)", str(path))), default=0)
