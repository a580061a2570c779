"""Pages a minute of a crawl that reads real pages, beside an empty callback on the same pages in the same run.

python -m benchmarks.crawl_reading [../shared/data/product_pages] [--times 6] [--rounds 3]

The folder holds saved pages as `html/*.html.gz`. They are served on loopback, packed as they are.
Both crawls have the settings of a bare Scrapy; the one differs from the other by what its callback does. Rounds
alternate, and the best of each kind counts, since other work on the machine only ever takes time away.

The crawl, the processes that read and the server share the machine's cores. So the table also says what each of them
takes, and the pages a minute that the busiest of them allows where each has a core of its own.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks._reading import seconds_of
from monitor.crawling.reading import MOST_PROCESSES

HERE = Path(__file__).parents[1]
KINDS = {"empty": "empty callback", "inline": "read in the crawl's own thread", "spider": "read beside the crawl"}


def main() -> None:
    """Run the crawls and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="?", default=HERE.parent / "shared/data/product_pages")
    parser.add_argument("--times", type=int, default=6, help="how often each page is fetched in a crawl")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not any(options.pages.glob("html/*.gz")):
        sys.exit(f"{options.pages}: holds no html/*.html.gz; name a folder of saved pages")
    best: dict[str, dict[str, Any]] = {}
    with served(options.pages) as (url, server):
        for number in range(options.rounds):
            for kind in KINDS:
                print(f"round {number + 1}: {kind} ...", file=sys.stderr, flush=True)
                before = seconds_of(server)
                found = crawl(kind, url, options.times)
                found["server"] = seconds_of(server) - before
                keep(best.setdefault(kind, found), found)
    processes = min(MOST_PROCESSES, os.cpu_count() or 1)
    print(f"\nReading while crawling: {best['empty']['pages']} pages, best of {options.rounds} rounds\n")
    print(f"  {'':31}{'pages a':>9}{'of':>7}{'processor, ms a page':>28}{'a core each: pages':>20}{'of':>7}")
    print(f"  {'':31}{'minute':>9}{'empty':>7}{'crawl':>10}{'reading':>9}{'server':>9}{'a minute':>20}{'empty':>7}")
    least = best["empty"]["seconds"]
    free = best["empty"]["pages"] / max(best["empty"][part] for part in ("cpu", "server"))
    for kind, words in KINDS.items():
        run = best[kind]
        pages = run["pages"]
        crawl_, reading, server_ = (run[part] / pages * 1000 for part in ("cpu", "reading", "server"))
        apart = 1000 / max(crawl_, server_, reading / processes if kind == "spider" else 0.0)
        rates = f"{pages / run['seconds'] * 60:9,.0f}{least / run['seconds']:7.0%}"
        print(f"  {words:31}{rates}{crawl_:10.1f}{reading:9.1f}{server_:9.1f}{apart * 60:20,.0f}{apart / free:7.0%}")


def keep(best: dict[str, Any], found: dict[str, Any]) -> None:
    """Of each figure the least."""
    for name, value in found.items():
        best[name] = min(best[name], value)


@contextmanager
def served(pages: Path) -> Iterator[tuple[str, int]]:
    """The address of the saved pages while they are served, and the process that serves them."""
    command = [sys.executable, "-m", "benchmarks._saved_pages", str(pages.resolve())]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            url = process.stdout.readline().strip()
            for _ in range(100):
                try:
                    urllib.request.urlopen(url, timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield url, process.pid
        finally:
            process.terminate()


def crawl(kind: str, url: str, times: int) -> dict[str, Any]:
    """One crawl in a process of its own: pages, seconds, seconds of processor, and those of reading."""
    command = [sys.executable, "-m", "benchmarks._reading", kind, url, str(times)]
    done = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    main()
