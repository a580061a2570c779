"""A crawl as a guest: its pace, and what it does when a site asks for time. A proxy stands for hosts on the internet."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from tests.spiders.conftest import Site, make_workspace, serve

DELAY = 0.3


@pytest.fixture
def anywhere() -> Iterator[Site]:
    """A site that answers, as a proxy does, for every host."""
    yield from serve()


@pytest.fixture
def polite(tmp_path):
    folder = make_workspace(tmp_path / "workspace")
    (folder / "monitor.toml").write_text(f"[politeness]\ndelay = {DELAY}\nconcurrency = 8\n")
    return folder


def shop(site: Site, host: str, count: int) -> str:
    """A catalogue with so many products on a host; its address."""
    root = f"http://{host}"
    site.catalogue(f"{root}/watches", [f"/product/{1000 + n}" for n in range(count)])
    for n in range(count):
        site.product(f"{root}/product/{1000 + n}", f"Watch {n}")
    return f"{root}/watches"


def moments(site: Site, part: str) -> list[float]:
    return [moment for path, moment in site.moments if part in path]


def test_every_host_has_a_pace_of_its_own_with_jitter(anywhere, polite, crawl) -> None:
    url = shop(anywhere, "shop.example", 8)
    done = crawl("shop", "-a", f"url={url}", "-a", "render=0", workspace=polite, proxy=anywhere.url)
    assert done.code == 0, done.said
    assert len(done.rows) == 8
    times = moments(anywhere, "/product/")
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps) > DELAY * 0.45, "never faster than half the delay"
    assert max(gaps) - min(gaps) > DELAY * 0.1, "and not like a clock"
    assert sum(gaps) > DELAY * 0.6 * len(gaps)


@pytest.mark.parametrize("kind", ["seconds", "date"])
def test_no_request_goes_out_before_the_moment_that_the_site_named(anywhere, polite, crawl, kind) -> None:
    url = shop(anywhere, "shop.example", 4)
    named = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=6)
    asked = "3" if kind == "seconds" else format_datetime(named, usegmt=True)
    page = anywhere.pages["http://shop.example/product/1001"]
    page.busy, page.busy_headers = 1, {"Retry-After": asked}
    done = crawl("shop", "-a", f"url={url}", "-a", "render=0", workspace=polite, proxy=anywhere.url)
    ended, clock = datetime.now(UTC), time.monotonic()
    assert done.code == 0, done.said
    assert len(done.rows) == 4
    assert "1 answer that asked to slow down, which was done" in done.said
    refused, again = moments(anywhere, "/product/1001")
    # Requests that were on their way when the answer came are no sin; those after it are.
    later = [moment for _, moment in anywhere.moments if moment > refused + 0.2]
    if kind == "seconds":
        assert min(later) - refused >= 3.0
    else:
        assert ended - timedelta(seconds=clock - again) >= named
    assert again >= min(later)


def test_a_site_that_asks_for_an_hour_is_left_alone(anywhere, polite, crawl) -> None:
    url = shop(anywhere, "shop.example", 12)
    page = anywhere.pages["http://shop.example/product/1002"]
    page.busy, page.busy_headers = 9, {"Retry-After": "3600"}
    done = crawl("shop", "-a", f"url={url}", "-a", "render=0", workspace=polite, proxy=anywhere.url)
    assert len(moments(anywhere, "/product/1002")) == 1
    (refused,) = moments(anywhere, "/product/1002")
    assert [moment for _, moment in anywhere.moments if moment > refused + 0.2] == []
    assert "the site asks to come back later" in done.said
    assert len(done.rows) < 12


def test_a_site_that_is_slow_is_asked_more_slowly(anywhere, polite, crawl) -> None:
    quick, slow = shop(anywhere, "quick.example", 8), shop(anywhere, "slow.example", 8)
    for path, page in anywhere.pages.items():
        page.seconds = 0.9 if "slow.example/product" in path else 0.0
    gaps = {}
    for name, url in (("quick", quick), ("slow", slow)):
        done = crawl("shop", "-a", f"url={url}", "-a", "render=0", workspace=polite, proxy=anywhere.url)
        assert len(done.rows) == 8, done.said
        times = moments(anywhere, f"{name}.example/product/")
        gaps[name] = [after - before for before, after in pairwise(times)][-4:]
    # Eight might be under way at once; a second after the first answers there is one.
    assert min(gaps["slow"]) > 0.9 * 0.45
    assert sum(gaps["slow"]) > 2 * sum(gaps["quick"])


def test_a_site_that_cannot_cope_is_asked_ever_more_slowly_and_then_again_as_before(anywhere, polite, crawl) -> None:
    url = shop(anywhere, "shop.example", 7)
    page = anywhere.pages[url]
    page.busy, page.busy_status, page.busy_headers = 2, 503, {}
    done = crawl("shop", "-a", f"url={url}", "-a", "render=0", workspace=polite, proxy=anywhere.url)
    assert done.code == 0, done.said
    assert len(done.rows) == 7
    assert "2 answers that asked to slow down, which was done" in done.said
    refused, again, third = moments(anywhere, "/watches")
    assert again - refused >= DELAY * 2
    assert third - again >= DELAY * 4
    gaps = [after - before for before, after in pairwise(moments(anywhere, "/product/"))]
    assert max(gaps[-4:]) < DELAY * 2, "and is asked as before once it copes"


ROBOTS = [
    ("for all", b"User-agent: *\nDisallow: /product/1001\n", 200, {"1000", "1002"}),
    ("for this crawler", b"User-agent: *\nDisallow:\n\nUser-agent: marketplace-monitor\nDisallow: /product/1001", 200, {"1000", "1002"}),
    ("for another crawler", b"User-agent: otherbot\nDisallow: /\n", 200, {"1000", "1001", "1002"}),
    ("with a pattern", b"User-agent: *\nDisallow: /product/*1$\nAllow: /product/\n", 200, {"1000", "1002"}),
    ("nobody may read it", b"No", 403, {"1000", "1001", "1002"}),
    ("it does not come", b"Busy", 503, set()),
    ("too many ask for it", b"Busy", 429, set()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "status", "visited"), [row[1:] for row in ROBOTS], ids=[row[0] for row in ROBOTS])
def test_robots_txt_is_obeyed(anywhere, crawl, body, status, visited) -> None:
    url = shop(anywhere, "shop.example", 3)
    anywhere.page("http://shop.example/robots.txt", body, status=status, headers={"Content-Type": "text/plain"})
    done = crawl("shop", "-a", f"url={url}", "-a", "render=0", proxy=anywhere.url)
    assert {path.rpartition("/")[2] for path in anywhere.paths if "/product/" in path} == visited, done.said
    assert len(done.rows) == len(visited)
    assert ("robots.txt forbids it" in done.said) is (0 < len(visited) < 3)
    assert ("robots.txt does not come" in done.said) is (status in (429, 503))
