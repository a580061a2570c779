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
    assert "1 answers that asked to slow down, which was done" in done.said
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
