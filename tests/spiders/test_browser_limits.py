"""Pages that would keep a real Chromium busy for ever, and crawls that are stopped while it is: nothing stays behind."""

import importlib.util
import signal
import time
from pathlib import Path

import pytest

from monitor.chromium import find_chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_chromium() is None, reason="needs Chromium; run monitor doctor"),
    pytest.mark.skipif(importlib.util.find_spec("scrapy_playwright") is None, reason="needs the extra [render]"),
]

PAGE = """<!doctype html><html><head><title>Shop</title>{head}</head><body><div id="root"></div>
<script>{script}</script><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"""
LOOP = "setTimeout(() => { while (true) {} }, 300);"
HOARD = "const all = []; setTimeout(() => { while (true) all.push(new Array(1e7).fill(1.5)); }, 100);"
BUFFERS = """const all = [];
setTimeout(() => { for (let n = 0; n < 20; n++) all.push(new Uint8Array(5e7).fill(7)); while (true) {} }, 300);"""
POPUPS = """for (let i = 0; i < 9; i++) window.open('/popup?' + i);
const a = document.createElement('a'); a.href = '/popup?a'; a.target = '_blank'; a.rel = 'noopener';
document.body.append(a); a.click();"""
HUGE = "setTimeout(() => { document.getElementById('root').textContent = 'x'.repeat(21e6); }, 100);"
GOOD = """document.getElementById('root').innerHTML = '<h1>Good watch</h1>';
const s = document.createElement('script'); s.type = 'application/ld+json';
s.textContent = JSON.stringify({'@type': 'Product', name: 'Good watch', offers: {price: '12.50', priceCurrency: 'EUR'}});
document.head.append(s);"""


def test_no_page_holds_the_crawl_up(site, crawl) -> None:
    wanted = '<link rel="preload" as="font" href="/font.woff2" crossorigin><video src="/film.mp4"></video>'
    site.page("/product/good-1000", PAGE.format(head=wanted, script=GOOD))
    loops = [f"/product/loop-{number}" for number in range(1001, 1006)]
    for path in loops:
        site.page(path, PAGE.format(head="", script=LOOP))
    site.catalogue("/watches", [*loops, "/product/good-1000"])
    done = crawl("shop", "-a", f"url={site.url}/watches", "-s", "RENDER_TIMEOUT=30")
    assert done.code == 0, done.said
    assert {row["url"].rpartition("/")[2] for row in done.rows} == {"good-1000"}
    assert "5 took too long" in done.said
    assert "Traceback" not in done.said
    assert not {"/font.woff2", "/film.mp4"} & set(site.paths)


def test_a_page_gets_so_much_memory_and_no_more(site, crawl) -> None:
    for name, script in {"hoard": HOARD, "huge": HUGE}.items():
        site.page(f"/product/{name}-1000", PAGE.format(head="", script=script))
    site.catalogue("/heavy", ["/product/hoard-1000", "/product/huge-1000"])
    done = crawl("shop", "-a", f"url={site.url}/heavy")
    assert done.rows == []
    # Two pages of a site may share a process: then the second breaks with the first. Both are counted in any case.
    counted = [said in done.said for said in ("1 broke in the browser, 1 is too large", "2 broke in the browser")]
    assert any(counted), done.said
    assert "Traceback" not in done.said
    assert done.code == 1, "nothing found as pages did not come is not nothing found"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_buffers_count_too_and_no_page_opens_others(site, crawl) -> None:
    site.page("/product/buffers-1000", PAGE.format(head="", script=POPUPS + BUFFERS))
    done = crawl("shop", "-a", f"url={site.url}/product/buffers-1000", "-a", "render=1", "-s", "RENDER_MEMORY=500")
    assert "1 broke in the browser" in done.said, done.said
    assert "1 process of a page ended in the browser, as it took too much memory" in done.said
    assert not [path for path in site.paths if path.startswith("/popup")]
    assert done.code == 1


def children(parent: int) -> set[int]:
    """All processes below one, by /proc."""
    below: dict[int, set[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        below.setdefault(int(after_name[1]), set()).add(int(stat.parent.name))
    found, todo = set(), [parent]
    while todo:
        for child in below.get(todo.pop(), ()):
            found.add(child)
            todo.append(child)
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_browser_outlives_its_crawl(site, begin, number) -> None:
    site.page("/loop", PAGE.format(head="", script="fetch('/started');" + LOOP))
    site.visits.clear()
    running = begin("shop", "-a", f"url={site.url}/loop", "-a", "render=1", "-s", "RENDER_TIMEOUT=4")
    until = time.monotonic() + 300
    while "/started" not in site.paths:
        assert time.monotonic() < until
        time.sleep(0.05)
    family = children(running.process.pid)
    assert len(family) > 2, "the driver, the browser, its renderers"
    running.process.send_signal(number)
    ended = running.end()
    assert "Traceback" not in ended.said
    until = time.monotonic() + 300
    while left := {pid for pid in family if alive(pid)}:
        assert time.monotonic() < until, left
        time.sleep(0.1)
