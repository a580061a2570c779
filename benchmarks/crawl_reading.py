"""Pages a minute of a crawl that reads real pages, beside an empty callback on the same pages in the same run.

python -m benchmarks.crawl_reading [../shared/data/product_pages] [--times 6] [--rounds 3]

The folder holds saved pages as `html/*.html.gz`. They are served on loopback, packed as they are.
Both crawls have the settings of a bare Scrapy; the one differs from the other by what its callback does. Rounds
alternate, and the best of each kind counts, since other work on the machine only ever takes time away.
"""

import argparse
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
KINDS = {"empty": "empty callback", "inline": "read in the crawl's own thread", "spider": "read as our spiders do"}


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
    with served(options.pages) as url:
        for number in range(options.rounds):
            for kind in KINDS:
                print(f"round {number + 1}: {kind} ...", file=sys.stderr, flush=True)
                found = crawl(kind, url, options.times)
                if kind not in best or found["seconds"] < best[kind]["seconds"]:
                    best[kind] = found
    print(f"\nReading while crawling: {best['empty']['pages']} pages, best of {options.rounds} rounds\n")
    print(f"  {'':34}{'pages a minute':>15}{'of empty':>10}{'processor, ms a page':>23}{'reading, ms':>13}")
    least = best["empty"]["seconds"]
    for kind, words in KINDS.items():
        run = best[kind]
        rate, cpu, reading = (run["pages"] / run["seconds"] * 60, run["cpu"], run["reading"])
        each = 1000 / run["pages"]
        print(f"  {words:34}{rate:15,.0f}{least / run['seconds']:10.0%}{cpu * each:23.1f}{reading * each:13.1f}")


@contextmanager
def served(pages: Path) -> Iterator[str]:
    """The address of the saved pages while they are served."""
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
            yield url
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
