"""What broken and hostile pictures do: each gives a fingerprint and an answer, or a counted problem, within its bounds.

`python -m benchmarks.mutated_images [MUTATIONS]`, 5,000 by default: cut, bits turned, lying heads, bombs, animations,
odd colours and sizes, megabytes of EXIF, made from drawings. A process of its own reads them, so that a crash is seen
and its memory is that of reading alone. Every tenth is also taken for a brand's photo and logo.
"""

import os
import resource
import statistics
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from benchmarks._mutated_images import mutation, saved
from detectors._drawings import drawn_logo, drawn_photo, png
from monitor.brands import Asset
from monitor.images import ImageProblem, Search, fingerprint, logo_search, photo_search
from monitor.records import Photo

MOST_SECONDS = 4.0
MOST_MEGABYTES = 600
WARM = 500
MOST_GROWTH = 40
"""Megabytes by which memory may grow from one half of the pictures to the other."""


@cache
def searches() -> tuple[Search, Search]:
    """A search for ten photos and one for ten logos."""
    photos = [("brand", Asset(name=f"{n}.png", content=png(drawn_photo(n)))) for n in range(10)]
    logos = [("brand", Asset(name=f"{n}.png", content=png(drawn_logo(n)))) for n in range(10)]
    return photo_search(photos), logo_search(logos)


def read(number: int, content: bytes) -> tuple[str, float, int, int, int]:
    """What came of it, the seconds, the memory now and at most in megabytes, and the number of child processes."""
    both = searches()
    for search in both:
        search.prepare()
    began, said = time.process_time(), "read"
    try:
        photo = Photo(url="", sha256=str(number), fingerprint=fingerprint(content))
        for search in both:
            search.find(photo)
    except ImageProblem as problem:
        said = "problem: " + " ".join(word for word in str(problem).split() if not any(c.isdigit() for c in word))
    except Exception as failure:  # noqa: BLE001 - the very thing that is counted here
        said = f"exception {failure!r}"[:120]
    took = time.process_time() - began
    if number % 10 == 0:
        said = _as_asset(content) or said
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return said, took, pages * resource.getpagesize() >> 20, peak, len(children)


def _as_asset(content: bytes) -> str:
    asset = Asset(name="a.png", content=content)
    for build in (photo_search, logo_search):
        try:
            build([("brand", asset)]).prepare()
        except ImageProblem:
            continue
        except Exception as failure:  # noqa: BLE001 - the very thing that is counted here
            return f"exception as an asset {failure!r}"[:120]
    return ""


def main() -> None:
    """Measure on the number that the call names."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    drawn = [drawn_photo(number) for number in range(3)]
    sources = [saved(image, kind) for image in drawn for kind in ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP")]
    said: dict[str, Counter[str]] = defaultdict(Counter)
    times: dict[str, list[float]] = defaultdict(list)
    memory, peak, children = [], 0, 0
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        for number in range(wanted):
            kind, content = mutation(number, sources)
            try:
                what, took, now, peak, left = pool.submit(read, number, content).result()
            except BrokenProcessPool:
                sys.exit(f"mutation {number} ({kind}) ended the process that read it")
            said[kind][what] += 1
            times[kind].append(took)
            memory.append(now)
            children += left
    print(f"{'kind':<12}{'number':>7}{'read':>7}{'problem':>9}{'exception':>11}{'median ms':>11}{'dearest ms':>12}")
    for kind, took_all in times.items():
        told = sum(n for what, n in said[kind].items() if what.startswith("problem"))
        failed = sum(n for what, n in said[kind].items() if what.startswith("exception"))
        print(
            f"{kind:<12}{len(took_all):>7}{said[kind]['read']:>7}{told:>9}{failed:>11}"
            f"{statistics.median(took_all) * 1000:>11.1f}{max(took_all) * 1000:>12.0f}"
        )
    everything = sum(said.values(), Counter[str]())
    for what, count in everything.most_common():
        print(f"{count:>7}  {what}")
    half = max(WARM, wanted // 2) if wanted > 2 * WARM else wanted // 2
    growth = statistics.median(memory[half:]) - statistics.median(memory[half // 2 : half] or memory)
    print(f"memory: at most {peak} MB, median of the second half {growth:+.0f} MB; child processes left: {children}")
    wrong = [what for what in everything if what.startswith("exception")]
    slow = max(max(one) for one in times.values()) > MOST_SECONDS
    if wrong or slow or peak > MOST_MEGABYTES or growth > MOST_GROWTH or children:
        sys.exit("failed: an exception, a picture dearer than it may be, memory that grows, or a child left behind")


if __name__ == "__main__":
    main()
