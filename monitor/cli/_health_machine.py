"""The checks of `monitor doctor` that look at the machine: database, Chromium, clock."""

import importlib.util
import os
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from monitor import chromium as finding
from monitor.cli._health_check import OK, WARNING, WRONG, Check
from monitor.errors import ConfigurationError, MonitorError
from monitor.store import Store
from monitor.store.connection import open_engine, writing
from monitor.store.runs import start_run
from monitor.store.schema import run
from monitor.workspace import Workspace

SECONDS_FOR_DATABASE = 15.0
SECONDS_FOR_CHROMIUM = 60
BUILT = datetime(2026, 1, 1, tzinfo=UTC)
LIFETIME = timedelta(days=20 * 365)
LEEWAY = timedelta(minutes=5)
STEADY = 2.0
PAGE = "data:text/html,<p id=a></p><script>document.getElementById('a').textContent='monitor '+(6*7)</script>"
MEND = "install it (apt install chromium, or: playwright install chromium), or set MONITOR_CHROMIUM to its path"


def database(workspace: Workspace) -> tuple[Check, datetime | None]:
    """Whether the database can be opened, has the newest tables and can be written; and its newest observation."""
    try:
        with Store(workspace.database, patience=SECONDS_FOR_DATABASE) as store:
            store.end_killed(datetime.now(UTC))
            newest, kind = store.newest_observation(), store.dialect
        _write_and_remove(workspace.database)
    except MonitorError as failure:
        return Check(WRONG, "database", str(failure), isinstance(failure, ConfigurationError)), None
    except sa.exc.SQLAlchemyError as failure:
        reason = str(failure).strip().splitlines()[0]
        return Check(WRONG, "database", f"{reason}; check `database` in monitor.toml and the server's log"), None
    seen = f"newest observation {newest:%Y-%m-%d %H:%M} UTC" if newest else "no observation yet"
    return Check(OK, "database", f"{kind} can be written, its tables are the newest; {seen}"), newest


def _write_and_remove(url: str) -> None:
    """Commit a row, then its removal: what a full disk or a read-only file would not let pass."""
    engine = open_engine(url, SECONDS_FOR_DATABASE)
    try:
        with writing(engine) as connection:
            number = start_run(connection, "", "doctor", {}, datetime.now(UTC))
        with writing(engine) as connection:
            connection.execute(run.delete().where(run.c.id == number))
    finally:
        engine.dispose()


def chromium() -> Check:
    """Whether a Chromium starts, as a crawl starts it, and runs JavaScript."""
    named, path = os.environ.get(finding.VARIABLE), finding.find_chromium()
    if path is None and named:
        return Check(WRONG, "chromium", f"${finding.VARIABLE} is {named!r}, which is no program; mend or unset it")
    if path is None:
        return Check(WARNING, "chromium", f"none found, so pages that only JavaScript fills are not read; {MEND}")
    shown = _render(path)
    if shown is None:
        return Check(WRONG, "chromium", f"{path} did not start and end within {SECONDS_FOR_CHROMIUM} s; {MEND}")
    if b"monitor 42" not in shown:
        said = shown.decode("utf-8", "replace").split("\n", 1)[0][:120]
        return Check(WRONG, "chromium", f"{path} showed no page ({said!a}); {MEND}")
    if importlib.util.find_spec("scrapy_playwright") is None:
        mend = "pip install 'marketplace-monitor[render]'"
        return Check(WARNING, "chromium", f"{path} runs, but a crawl cannot steer it; run: {mend}")
    return Check(OK, "chromium", f"{path} starts and runs JavaScript")


def _render(path: str) -> bytes | None:
    """What Chromium makes of a page, or what it complains of; None where it does not end."""
    flags = ["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions"]
    flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--dump-dom"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        Path(profile, "page").open("w+b") as page,
        Path(profile, "complaints").open("w+b") as complaints,
    ):
        command = [path, *flags, f"--user-data-dir={profile}/profile", PAGE]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=page, stderr=complaints, start_new_session=True
            )
        except OSError as failure:
            return str(failure).encode()
        try:
            process.wait(SECONDS_FOR_CHROMIUM)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(process)
        page.seek(0)
        complaints.seek(0)
        return page.read(100_000) or complaints.read(10_000) or f"exit code {process.returncode}".encode()


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the browser with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


class Beginning:
    """The clock and the time that only runs forward, as they were when the checks began."""

    def __init__(self) -> None:
        self.clock, self.steady = time.time(), time.monotonic()

    def drift(self) -> float:
        """By how many seconds the clock was moved since."""
        return (time.time() - self.clock) - (time.monotonic() - self.steady)


def clock(beginning: Beginning, newest: datetime | None) -> Check:
    """Whether the clock can be right: its year, the newest observation, and no jump while we looked."""
    now, drift = datetime.now(UTC), beginning.drift()
    says, mend = f"{now:%Y-%m-%d %H:%M:%S} UTC", "set it, and let it be kept right (timedatectl set-ntp true)"
    if not BUILT <= now <= BUILT + LIFETIME:
        return Check(WRONG, "clock", f"{says} cannot be; {mend}")
    if newest is not None and newest > now + LEEWAY:
        seen = f"{newest:%Y-%m-%d %H:%M} UTC"
        says = f"{says} is before the newest stored observation ({seen})"
        return Check(WRONG, "clock", f"{says}: the clock is slow now or was fast then; {mend}")
    if abs(drift) > STEADY:
        return Check(WARNING, "clock", f"{says}, and it jumped by {drift:+.0f} s while these checks ran; {mend}")
    return Check(OK, "clock", says)
