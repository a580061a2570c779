"""What a candidate case's capture costs, and whether 50 kills at random moments leave a broken package or lose a case.

Run: .venv/bin/python -m benchmarks captures
A shop on loopback with pages of some 40 kB and a photo; `monitor evidence capture --waiting`, in a real Chromium.
"""

import contextlib
import io
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import monitor.cli._waiting_captures as waiting_captures
from benchmarks._shop import product
from monitor.cli import main as monitor
from monitor.evidence.check import verify
from monitor.store import open_store
from monitor.workspace import load_workspace

CASES = 10
KILLS = 50
PAGES = 200


def main() -> None:
    """Print the figures; fail where a package is broken or a case is lost."""
    os.environ.pop("MONITOR_DATABASE", None)
    with tempfile.TemporaryDirectory() as folder, shop() as base:
        cost(Path(folder), base)
        kills(Path(folder), base)


@contextlib.contextmanager
def shop() -> Iterator[str]:
    """The address of a shop while it is open."""
    call = [sys.executable, "-m", "benchmarks._shop", str(PAGES), "1"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip().rpartition("/")[0]
        server.terminate()


def workspace(folder: Path, base: str, cases: int) -> Path:
    """A workspace with so many cases that wait to be captured."""
    run("init", str(folder))
    file = folder / "monitor.toml"
    text = file.read_text().replace("# from = 0", "from = 30").replace("# most = 20", "most = 1000")
    file.write_text(f'{text}\nprivate_hosts = ["{base.removeprefix("http://")}"]\n')
    titles = ((n, re.search("<title>(.*?)</title>", product(n, base, 1))) for n in range(PAGES))
    flagged = ((n, found[1]) for n, found in titles if found and found[1].startswith("A"))  # with the brand's mark
    rows = [
        {"marketplace": "m", "listing_id": str(n), "url": f"{base}/product/{1000 + n}", "title": title,
         "seller_name": f"Seller {n % 40}"} for n, title in itertools.islice(flagged, cases)
    ]  # fmt: skip
    (folder / "l.jsonl").write_text("\n".join(map(json.dumps, rows)))
    run("check", str(folder / "l.jsonl"), "--save", "-o", str(folder / "o.csv"), "--workspace", str(folder))
    return folder


def run(*arguments: str) -> str:
    """A command in this process; what it printed."""
    said = io.StringIO()
    with contextlib.suppress(SystemExit), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        monitor(arguments)
    return said.getvalue()


def cost(folder: Path, base: str) -> None:
    """Seconds and processor for each case, with the browser's start shared by all."""
    place = workspace(folder / "cost", base, CASES)
    before, began = os.times(), time.monotonic()
    command = [sys.executable, "-m", "monitor", "evidence", "capture", "--waiting", "--workspace", str(place)]
    subprocess.run(command, check=True, capture_output=True)
    seconds, after = time.monotonic() - began, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    looks = [json.loads(path.read_bytes())["seconds"] for path in place.glob("evidence/packages/*/capture.json")]
    sizes = sum(path.stat().st_size for path in place.glob("evidence/packages/*/*"))
    print(f"{CASES} captures: {seconds / CASES:.2f} s a case with the browser's start, of which the page "
          f"{sum(looks) / CASES:.2f} s at the mean and {max(looks):.2f} s at most; "
          f"{cpu / CASES:.2f} s of processor a case, no browser; {sizes / CASES / 1e3:.0f} kB a case")  # fmt: skip


def kills(folder: Path, base: str) -> None:
    """Kill captures at random moments; then let them come to their end, and look."""
    place, dice = workspace(folder / "kills", base, KILLS), random.Random(7)
    command = [sys.executable, "-m", "monitor", "evidence", "capture", "--waiting", "--workspace", str(place)]
    broken, sealed = 0, []
    for _ in range(KILLS):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            if dice.random() < 0.8:  # the start is long, and nothing is written in it: most kills come later
                process.stderr.readline()
            time.sleep(dice.uniform(0, 3))
            process.send_signal(signal.SIGKILL)
        if (place / "evidence").exists() and (place / "evidence" / "public-key.pem").exists():
            count, wrong, _ = verify(place / "evidence")
            broken += bool(wrong)
            sealed.append(count)
    settings = load_workspace(place)
    with open_store(settings) as store:
        held = sum(one.tries > 0 for one in waiting_captures.waiting(settings, store))
    for day in (1, 20):  # what was held is let go, and tried again
        waiting_captures.moment = lambda day=day: datetime.now(UTC) + timedelta(days=day)  # type: ignore[attr-defined]
        said = run("evidence", "capture", "--waiting", "--workspace", str(place))
    count, wrong, waits = verify(place / "evidence")
    cases = {re.match(r"case-(\d+)-", path.name)[1] for path in place.glob("evidence/packages/case-*")}  # type: ignore[index]
    print(
        f"{KILLS} kills, at the last with {sealed[-1] if sealed else 0} packages there: {broken} left something broken,"
    )
    print(f"{held} cases were begun and not done; afterwards {len(cases)} of {KILLS} cases are in {count} packages;")
    print(f"wrong: {wrong}, waiting: {waits}; {said.splitlines()[-1]}")
    if broken or wrong or waits or len(cases) != KILLS:
        sys.exit("a package is broken, or a case was lost")


if __name__ == "__main__":
    main()
