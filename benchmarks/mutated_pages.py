"""What broken pages do to the reader: real pages cut, doubled, nested and re-encoded, each read within its time.

`python -m benchmarks.mutated_pages [DATA_DIR] [MUTATIONS]`; DATA_DIR is a folder with html/*.html.gz, by default
../shared/data/product_pages, MUTATIONS 20,000. A page must give a result, and cost at most 20 times the median.
"""

import gzip
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from monitor.pages import read_page

URL = "https://www.shop.example/p/1234567"
BITS = [
    b"<", b">", b'"', b"'", b"\x00", b"\xff", b"<!--", b"-->", b"</script>", b"<script>", b"<div>" * 40, b"<b>" * 40,
    b'<table><tr><td class="price">', b"</div>" * 40, b"&#x10FFFF;", b"<svg>", b"\xe2\x80\xae",
    b"<p class=price>9,99 - ",
]  # fmt: skip
CODECS = ["utf-16", "latin-1", "cp1251", "shift_jis", "gb18030"]
MOST = 20
"""How many times the median a page may cost."""


def mutated(body: bytes, chance: random.Random) -> bytes:
    """The page with one to four changes."""
    for _ in range(chance.randint(1, 4)):
        here, there = sorted(chance.randrange(len(body) + 1) for _ in range(2))
        what = chance.randrange(7)
        if what == 0:
            body = body[:here] + body[there:]
        elif what == 1:
            body = body[:there]
        elif what == 2:
            body = body[:there] + body[here : here + 50_000] + body[there:]
        elif what == 3:
            body = body[:here] + chance.choice(BITS) + body[here:]
        elif what == 4:
            body = body[:here] + chance.randbytes(20) + body[here + 20 :]
        elif what == 5:
            body = body[:here] + body[here : here + 2_000] * 10 + body[here:]
        else:
            body = body.decode("utf-8", "replace").encode(chance.choice(CODECS), "replace")
    return body


def main() -> None:
    """Measure on the folder and the number that the call names."""
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "../shared/data/product_pages"
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    pages = [gzip.decompress(file.read_bytes()) for file in sorted((where / "html").glob("*.html.gz"))]
    if not pages:
        sys.exit(f"{where}: holds no html/*.html.gz; name a folder of saved pages")
    chance = random.Random(20_000)
    kinds: Counter[str] = Counter()
    problems: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    times: list[float] = []
    for number in range(wanted):
        body = mutated(pages[number % len(pages)], chance)
        began = time.process_time()
        try:
            page = read_page(body, URL)
            kinds[page.kind] += 1
            problems.update(problem.split(":")[0] for problem in page.problems)
            _ = page.links
        except Exception as wrong:  # noqa: BLE001 - the very thing that is counted here
            failed[f"{type(wrong).__name__}: {wrong}"[:100]] += 1
        times.append((time.process_time() - began) * 1000)
    median = statistics.median(times)
    over = sum(one > MOST * median for one in times)
    print(f"{wanted} mutations of {len(pages)} pages: {failed.total()} exceptions {dict(failed) or ''}")
    print(f"median {median:.1f} ms, mean {statistics.mean(times):.1f} ms, dearest {max(times):.0f} ms")
    print(f"over {MOST} medians: {over}")
    print("kinds:", ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print("problems:", ", ".join(f"{problem} {count}" for problem, count in problems.most_common(10)))
    if failed or over:
        sys.exit(1)


if __name__ == "__main__":
    main()
