"""Pages a minute of the whole pipeline beside a bare Scrapy spider on the same pages, and where the time goes.

python -m benchmarks.throughput [--pages 600] [--photos 2]

A small shop is served on loopback by a process of its own. A bare spider with an empty callback fetches its product
pages; then `shop` crawls it with everything that belongs to a crawl: pages read, photos fetched, kept and
fingerprinted, all detectors for the brands of the example workspace, batches written to SQLite. Nothing is waited for
politely, since the shop is on this machine.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]


def main() -> None:
    """Run all three crawls and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--photos", type=int, default=2, help="photos of a listing; one in ten is shared")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, shop(options.pages, options.photos) as url:
        workspace = Path(folder) / "workspace"
        subprocess.run([sys.executable, "-m", "monitor", "init", str(workspace)], check=True, stdout=subprocess.DEVNULL)
        bare = crawl("bare", url, workspace)
        first = crawl("shop", url, workspace)
        second = crawl("shop", url, workspace)
    print(f"\nThroughput: {options.pages} product pages, {options.photos} photos each, on loopback, one process\n")
    print(f"  {'':34}{'pages a minute':>15}{'seconds':>10}{'of bare':>9}")
    for name, run in (("bare Scrapy, empty callback", bare), ("shop, first crawl", first), ("shop, again", second)):
        rate, share = (
            run["pages"] / run["seconds"] * 60,
            run["pages"] / run["seconds"] * bare["seconds"] / bare["pages"],
        )
        print(f"  {name:34}{rate:15,.0f}{run['seconds']:10.2f}{share:9.0%}")
    for name, run in (("first crawl", first), ("again", second)):
        print(f"\nWhere the time of the {name} goes, milliseconds of processor a page:")
        rest = run["cpu"] - sum(run["stages"].values())
        for stage, seconds in [*run["stages"].items(), ("Scrapy, HTTP and the rest", rest)]:
            print(f"  {stage:34}{seconds / run['pages'] * 1000:10.2f}{seconds / run['cpu']:9.0%}")


@contextmanager
def shop(pages: int, photos: int) -> Iterator[str]:
    """The shop's URL while it is served."""
    command = [sys.executable, "-m", "benchmarks._shop", str(pages), str(photos)]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(url, timeout=5).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield url
        finally:
            process.terminate()


def crawl(kind: str, url: str, workspace: Path) -> dict[str, Any]:
    """One crawl in a process of its own: pages, seconds, seconds of processor, and these by stage."""
    print(f"crawling: {kind} ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "benchmarks._crawl", kind, url, str(workspace)]
    done = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    main()
