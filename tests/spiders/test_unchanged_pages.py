"""Pages that have not changed are not sent again, are seen all the same; and the cache for development says so."""

import io
import sqlite3
from contextlib import closing

import pytest
from PIL import Image

from tests.spiders.conftest import make_workspace

COUNT = 5


@pytest.fixture
def shop(site):
    site.pages.clear()
    site.visits.clear()
    html = {"Content-Type": "text/html; charset=utf-8"}
    site.catalogue("/watches", [f"/product/{1000 + n}" for n in range(COUNT)])
    for n in range(COUNT):
        headers = [{"ETag": f'"v{n}"'}, {"ETag": f'"v{n}"', "Cache-Control": "private, no-store"}][n == 4]
        site.product(f"/product/{1000 + n}", f"AURELIA watch {n}", price=f"{10 + n}.50", headers=html | headers)
    return site


def prices(workspace) -> list[tuple[str, int, int]]:
    """Of each listing its address, how often it was observed and how many different prices it had."""
    query = """SELECT json_extract(record, '$.url'), COUNT(*), COUNT(DISTINCT json_extract(record, '$.price'))
        FROM observation GROUP BY 1 ORDER BY 1"""
    with closing(sqlite3.connect(workspace / "monitor.db")) as database:
        return [(url.rpartition("/")[2], *counts) for url, *counts in database.execute(query)]


def test_an_unchanged_page_is_a_sighting_and_a_changed_one_is_read(shop, crawl) -> None:
    arguments = ("shop", "-a", f"url={shop.url}/watches", "-a", "render=0")
    first = crawl(*arguments)
    assert first.code == 0, first.said
    assert "not changed" not in first.said
    changed = shop.pages["/product/1001"]
    shop.product("/product/1001", "AURELIA watch 1", price="9.99", headers={**changed.headers, "ETag": '"new"'})
    shop.visits.clear()
    second = crawl(*arguments, workspace=first.workspace)
    assert second.code == 0, second.said
    assert "3 pages that have not changed since they were fetched last" in second.said
    assert "5 listings stored" in second.said
    asked = {path: headers.get("If-None-Match") for path, headers in shop.visits if "/product/" in path}
    assert asked["/product/1000"] == '"v0"'
    assert asked["/product/1004"] is None, "a site that wants nothing kept is asked for the whole page"
    assert prices(first.workspace) == [
        ("1000", 2, 1), ("1001", 2, 2), ("1002", 2, 1), ("1003", 2, 1), ("1004", 2, 1)
    ]  # fmt: skip
    same = {row["url"]: row for row in first.rows}
    for row in second.rows:
        if not row["url"].endswith("1001"):
            assert {**row, "observed_at": ""} == {**same[row["url"]], "observed_at": ""}

    shop.visits.clear()
    (first.workspace / "pages.db").write_bytes(b"no database at all" * 99)
    for beside in first.workspace.glob("pages.db-*"):
        beside.unlink()
    broken = crawl(*arguments, workspace=first.workspace)
    assert broken.code == 0, broken.said
    assert len(broken.rows) == COUNT
    assert "1 file of what is kept (pages.db, photos.db) cannot be used" in broken.said
    assert not any("If-None-Match" in headers for _, headers in shop.visits)


def test_a_site_that_knows_its_pages_by_date_alone_is_asked_by_date(shop, crawl) -> None:
    dated = {"Content-Type": "text/html; charset=utf-8", "Last-Modified": "Mon, 04 May 2026 09:31:00 GMT"}
    for n in range(COUNT):
        shop.product(f"/product/{1000 + n}", f"AURELIA watch {n}", price=f"{10 + n}.50", headers=dated)
    arguments = ("shop", "-a", f"url={shop.url}/watches", "-a", "render=0")
    first = crawl(*arguments)
    shop.product(
        "/product/1001", "AURELIA watch 1", headers={**dated, "Last-Modified": "Tue, 05 May 2026 08:00:00 GMT"}
    )
    shop.visits.clear()
    second = crawl(*arguments, workspace=first.workspace)
    assert f"{COUNT - 1} pages that have not changed since they were fetched last" in second.said
    asked = {path: headers.get("If-Modified-Since") for path, headers in shop.visits if "/product/" in path}
    assert set(asked.values()) == {dated["Last-Modified"]}
    assert [count for _, _, count in prices(first.workspace)] == [1, 2, 1, 1, 1]


def drawn(colour: tuple[int, int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (160, 160), colour).save(out, "PNG")
    return out.getvalue()


def digests(crawled) -> list[str]:
    """The photos of the newest observation, in the order of the page."""
    with closing(sqlite3.connect(crawled.workspace / "monitor.db")) as database:
        query = (
            """SELECT sha256 FROM photo WHERE observation_id = (SELECT MAX(id) FROM observation) ORDER BY position"""
        )
        return [digest for (digest,) in database.execute(query)]


def test_a_photo_that_is_the_same_is_not_sent_again(site, crawl) -> None:
    site.pages.clear()
    kind = {"Content-Type": "image/png"}
    site.page("/same.png", drawn((10, 90, 20)), headers={**kind, "ETag": '"one"'})
    site.page("/other.png", drawn((90, 10, 20)), headers={**kind, "ETag": '"two"'})
    site.page("/moved.png", b"", status=302, headers={"Location": "/same.png"})
    images = tuple(f"{site.url}/{name}.png" for name in ("same", "other", "moved"))
    site.product("/product/1000", "AURELIA watch", images=images)
    arguments = ("shop", "-a", f"url={site.url}/product/1000", "-a", "render=0")
    first = crawl(*arguments)
    assert first.code == 0, first.said
    before = digests(first)
    site.page("/other.png", drawn((10, 20, 90)), headers={**kind, "ETag": '"three"'})
    site.visits.clear()
    second = crawl(*arguments, workspace=first.workspace)
    assert second.code == 0, second.said
    assert "2 photos that have not changed since they were fetched last" in second.said
    asked = {path: headers.get("If-None-Match") for path, headers in site.visits}
    assert (asked["/same.png"], asked["/other.png"], asked["/moved.png"]) == ('"one"', '"two"', None)
    after = digests(second)
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]

    for digest in after:
        (first.workspace / "images" / digest[:2] / digest).unlink(missing_ok=True)
    third = crawl(*arguments, workspace=first.workspace)
    assert third.code == 0, third.said
    assert digests(third) == after, "a photo that is not kept any more is sent whole"


def test_it_can_be_switched_off(shop, crawl) -> None:
    done = crawl("shop", "-a", f"url={shop.url}/watches", "-a", "render=0", "-s", "CONDITIONAL_REQUESTS=0")
    assert done.code == 0, done.said
    assert not (done.workspace / "pages.db").exists()


def test_the_cache_for_development_asks_no_site_and_says_so(shop, crawl, tmp_path) -> None:
    workspace = make_workspace(tmp_path / "development")
    arguments = ("shop", "-a", f"url={shop.url}/watches", "-a", "render=0")
    for again in (False, True):
        shop.visits.clear()
        done = crawl(*arguments, "-s", "HTTPCACHE_ENABLED=1", workspace=workspace)
        assert done.code == 0, done.said
        assert len(done.rows) == COUNT
        assert bool(shop.visits) is not again
        assert ("ANSWERS FROM THE HTTP CACHE, NOT FROM THE SITE" in done.said) is again
    assert (workspace / "httpcache").is_dir()
    shop.visits.clear()
    plain = crawl(*arguments, workspace=workspace)
    assert len([path for path in shop.paths if "/product/" in path]) == COUNT, "without the setting the site is asked"
    assert "HTTP CACHE" not in plain.said
