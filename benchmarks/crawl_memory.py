"""What a crawl takes of the memory while it looks for many assets: all of its processes together, second by second.

python -m benchmarks.crawl_memory [--logos 500] [--photos 500] [--pages 60]

A small shop is served on loopback, and crawled for one brand with so many drawn logos and photos: first with nothing
kept, then again. Pages that processes share are counted once, in equal parts (PSS).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.throughput import HERE, shop
from detectors._drawings import drawn_logo, drawn_photo, png

BRAND = 'name = "Aurelia"\n[[trademark]]\ntext = "AURELIA"\n'
PHOTOS_A_PAGE = 2


def main() -> None:
    """Crawl twice, and print the peaks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--logos", type=int, default=500)
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--pages", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, shop(options.pages, PHOTOS_A_PAGE) as url:
        workspace = Path(folder) / "workspace"
        for words in ("false", "true"):
            shutil.rmtree(workspace, ignore_errors=True)
            write(workspace, options.logos, options.photos, words)
            for which in ("first", "second"):
                peak, seconds = crawl(url, workspace)
                parts = ", ".join(f"{name} {size:.0f} MB" for name, size in peak.items())
                print(
                    f"{options.logos} logos, {options.photos} photos, words = {words}, {which} crawl: "
                    f"{sum(peak.values()):.0f} MB at most ({parts}), {seconds:.0f} s",
                    flush=True,
                )


def write(workspace: Path, logos: int, photos: int, words: str) -> None:
    """A workspace of one brand with many assets."""
    brand = workspace / "brands" / "aurelia"
    for name in ("logos", "photos"):
        (brand / name).mkdir(parents=True)
    (workspace / "monitor.toml").write_text(f"[politeness]\ndelay = 0\n[images]\nwords = {words}\n", "utf-8")
    for number in range(logos):
        (brand / f"logos/{number}.png").write_bytes(png(drawn_logo(number)))
    for number in range(photos):
        (brand / f"photos/{number}.png").write_bytes(png(drawn_photo(number)))
    marks = "".join(f'[[trademark]]\nlogo = "logos/{number}.png"\n' for number in range(logos))
    (brand / "brand.toml").write_text(BRAND + marks, "utf-8")


def crawl(url: str, workspace: Path) -> tuple[dict[str, float], float]:
    """The memory by kind of process at the moment when they took most together, and the seconds."""
    command = [sys.executable, "-m", "scrapy", "crawl", "shop", "-a", f"url={url}", "-a", "render=0"]
    environment = os.environ | {"MONITOR_WORKSPACE": str(workspace), "SCRAPY_SETTINGS_MODULE": "monitor.settings"}
    began, peak = time.monotonic(), {"crawl": 0.0}
    log = workspace / "crawl.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=HERE, env=environment, stdout=output, stderr=output)
        while process.poll() is None:
            now = {"crawl": megabytes(process.pid)}
            now["its processes"] = sum(map(megabytes, children(process.pid)))
            peak = max(peak, now, key=lambda one: sum(one.values()))
            time.sleep(0.25)
    if process.returncode:
        sys.exit(log.read_text("utf-8")[-2000:])
    return peak, time.monotonic() - began


def children(pid: int) -> list[int]:
    """The processes that a process has begun, and theirs."""
    try:
        mine = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []
    return mine + [other for one in mine for other in children(one)]


def megabytes(pid: int) -> float:
    """What a process takes, of what it shares its part; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
