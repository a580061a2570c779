"""Where a Chromium is on this machine, for pages that only JavaScript fills."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLAYWRIGHT = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium")


def find_chromium(environment: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium: $MONITOR_CHROMIUM, else the system's, else Playwright's own; None where there is none."""
    named = environment.get("MONITOR_CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    for name in NAMES:
        if path := shutil.which(name, path=environment.get("PATH")):
            return path
    folders = (environment.get("PLAYWRIGHT_BROWSERS_PATH"), Path.home() / ".cache/ms-playwright")
    for folder in filter(None, folders):
        for pattern in PLAYWRIGHT:
            for path in sorted(Path(folder).glob(pattern), reverse=True):
                return str(path)
    return None
