"""The checks of `monitor doctor`, each a small function that says what it saw and how to mend it."""

import importlib
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import monitor
from monitor.brands import Brand, SellerStatus
from monitor.brands.loader import load_brands
from monitor.chromium import find_chromium
from monitor.errors import MonitorError
from monitor.inspection import Inspector
from monitor.store import open_store
from monitor.workspace import Workspace, load_workspace

SOON = timedelta(days=90)
LEAST_FREE = 1_000_000_000
SECONDS_FOR_CHROMIUM = 60
BUILT = date(2026, 1, 1)
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip
PAGE = "data:text/html,<p id=a></p><script>document.getElementById('a').textContent='monitor '+(6*7)</script>"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `state` is ok, warning or wrong; `says` is what was seen and how to mend it."""

    state: str
    name: str
    says: str


def checks(folder: Path) -> Iterator[Check]:
    """All checks in turn. Raises ConfigurationError where the configuration itself is wrong."""
    workspace = load_workspace(folder)
    brands = load_brands(folder)
    Inspector(brands)
    now = datetime.now(UTC)
    targets = len(workspace.targets)
    yield Check("ok", "configuration", f"{len(brands)} brand{'s' * (len(brands) != 1)}, {targets} targets in {folder}")
    yield from rights(brands, now.date())
    yield imports()
    yield from database(workspace, now)
    yield chromium()
    yield disk(workspace.path)


def rights(brands: Sequence[Brand], today: date) -> Iterator[Check]:
    """Trademarks and authorisations that have ended or end soon, and what is missing to raise a flag."""
    for brand in brands:
        for mark in brand.trademarks:
            name = mark.text or (mark.logo.name if mark.logo else "")
            if mark.valid_until and mark.valid_until < today + SOON:
                ends = "ended" if mark.valid_until < today else "ends"
                yield Check(
                    "warning", "rights", f"{brand.slug}: the mark {name} {ends} on {mark.valid_until}; renew it"
                )
        ending = [
            entry
            for entry in brand.sellers or ()
            if entry.status is SellerStatus.AUTHORIZED
            and entry.valid_until
            and today <= entry.valid_until < today + SOON
        ]
        if ending:
            who = ", ".join(entry.seller_id for entry in ending[:3])
            yield Check(
                "warning", "sellers", f"{brand.slug}: {len(ending)} authorisations end within 90 days ({who} ...)"
            )
        if brand.sellers is None:
            yield Check("warning", "sellers", f"{brand.slug}: no sellers.csv, so unauthorised sellers are not flagged")
        if not brand.products:
            yield Check("warning", "products", f"{brand.slug}: no products.csv, so prices are not judged")


def imports() -> Check:
    """Whether `spiders`, `pipelines` and `detectors` are ours and not another package's."""
    home = Path(monitor.__file__).parents[1]
    for name in ("spiders", "pipelines", "detectors"):
        found = Path(str(importlib.import_module(name).__file__)).parents[1]
        if found != home:
            return Check(
                "wrong", "imports", f"{name} comes from {found} and not from {home}; uninstall the other package"
            )
    return Check("ok", "imports", f"monitor, spiders, pipelines and detectors come from {home}")


def database(workspace: Workspace, now: datetime) -> Iterator[Check]:
    """Whether the database can be opened and written, and whether the clock is later than what it holds."""
    try:
        with open_store(workspace) as store:
            store.finish_run(store.start_run("doctor", "", {}, now), datetime.now(UTC), "finished", {})
            newest = store.newest_observation()
            kind = store.dialect
    except MonitorError as failure:
        yield Check("wrong", "database", str(failure))
        return
    yield Check("ok", "database", f"{kind} can be written; newest observation: {newest or 'none yet'}")
    if now.date() < BUILT:
        yield Check("wrong", "clock", f"says {now:%Y-%m-%d %H:%M} UTC, which is long past; set the clock (timedatectl)")
    elif newest and newest > now + timedelta(minutes=5):
        yield Check("warning", "clock", f"says {now:%Y-%m-%d %H:%M} UTC, before the newest observation ({newest})")
    else:
        yield Check("ok", "clock", f"{now:%Y-%m-%d %H:%M:%S} UTC")


def chromium() -> Check:
    """Whether a Chromium starts and runs JavaScript."""
    path = find_chromium()
    mend = "install it (apt install chromium, or: playwright install chromium), or set MONITOR_CHROMIUM to its path"
    if path is None:
        return Check("warning", "chromium", f"none found: pages that only JavaScript fills are not read; {mend}")
    with tempfile.TemporaryDirectory() as profile:
        profiled = f"--user-data-dir={profile}"
        flags = [*QUIET, profiled, "--dump-dom", PAGE]
        try:
            done = subprocess.run([path, *flags], capture_output=True, timeout=SECONDS_FOR_CHROMIUM, check=False)
        except (OSError, subprocess.TimeoutExpired) as failure:
            return Check("wrong", "chromium", f"{path} does not start ({type(failure).__name__}); {mend}")
    if b"monitor 42" not in done.stdout:
        return Check("wrong", "chromium", f"{path} ran and showed no page (exit {done.returncode}); {mend}")
    try:
        importlib.import_module("scrapy_playwright")
    except ModuleNotFoundError:
        return Check(
            "warning", "chromium", f"{path} runs, but: pip install 'marketplace-monitor[render]' to crawl with it"
        )
    return Check("ok", "chromium", f"{path} runs JavaScript")


def disk(folder: Path) -> Check:
    """Whether there is room for photos and the database."""
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        return Check("warning", "disk", f"{free / 1e9:.1f} GB free in {folder}; make room, photos and evidence need it")
    return Check("ok", "disk", f"{free / 1e9:.0f} GB free in {folder}")
