"""Limits, sitemaps, whole shops, and sites that do not want the crawler."""

import gzip
import json
import re
import time

import pytest

from tests.spiders.conftest import make_workspace


def sitemap(*urls: str, kind: str = "urlset", entry: str = "url") -> bytes:
    return f"<{kind}>{''.join(f'<{entry}><loc>{url}</loc></{entry}>' for url in urls)}</{kind}>".encode()


@pytest.fixture(scope="module")
def shop(site):
    paths = [f"/product/{1000 + number}" for number in range(30)]
    for path in paths:
        site.product(path, f"Watch {path}")
    for number in range(3):
        more = f"/watches?page={number + 2}" if number < 2 else ""
        here = "/watches" if number == 0 else f"/watches?page={number + 1}"
        site.catalogue(here, paths[number * 10 : number * 10 + 10], more)
    site.page(
        "/", '<html><body><a href="/watches">Watches</a><a href="/product/1000?add-to-cart=1">Buy</a></body></html>'
    )
    index = sitemap(
        f"{site.url}/sitemap_products.xml.gz", f"{site.url}/sitemap_blog.xml", kind="sitemapindex", entry="sitemap"
    )
    site.page("/sitemap.xml", index, headers={"Content-Type": "text/xml"})
    site.product("/product/hidden-2000", "Watch in the sitemap alone")
    listed = sitemap(f"{site.url}/product/hidden-2000", "https://elsewhere.example/product/1")
    site.page("/sitemap_products.xml.gz", gzip.compress(listed), headers={"Content-Type": "application/gzip"})
    site.page("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.url}/sitemap.xml\n")
    site.catalogue("/wall", [f"/product/wall-{4000 + n}" for n in range(80)])
    for number in range(80):
        site.page(f"/product/wall-{4000 + number}", "<html><h1>Access denied</h1></html>", status=403)
    return site


def test_a_catalogue_is_followed_to_its_last_page(shop, crawl) -> None:
    shop.pages["/watches?page=3"].busy = 1
    began = time.monotonic()
    done = crawl("shop", "-a", f"url={shop.url}/watches", "-a", "render=0")
    assert done.code == 0, done.said
    assert time.monotonic() - began > 1
    assert "1 answer that asked to slow down, which was done" in done.said
    assert len({row["url"] for row in done.rows}) == len(done.rows) == 30


def test_goods_numbered_from_nought_are_all_read(site, crawl) -> None:
    paths = [*(f"/p/{number}" for number in range(27)), "/p/7?x=1", "/p/8/whetstone", "/a9"]
    for path in paths:
        site.product(path, f"Whetstone {path}")
    for number in range(3):
        links = "".join(f'<div class=p><a href="{path}">Whetstone</a></div>' for path in paths[number * 10 :][:10])
        more = f"<a href='/list?page={number + 2}'>{number + 2}</a>" if number < 2 else ""
        site.page(f"/list?page={number + 1}" if number else "/list", f"<h1>Sharp</h1>{links}{more}")
    cards = "".join(
        f'<li><a href="{url}">Whetstone</a> <span class=price>10 EUR</span></li>'
        for url in (*paths[:3], "https://elsewhere.example/p/9")
    )
    site.page("/cards", f"<h1>Sharp</h1><ul>{cards}</ul>")
    for url, rows, says in (
        ("/list", 30, "30 listings stored"),
        ("/cards", 3, "1 card of a list that leads to another site or to a page without goods, not followed"),
    ):
        done = crawl("shop", "-a", f"url={site.url}{url}", "-a", "render=0")
        assert (done.code, len(done.rows)) == (0, rows), done.said
        assert says in done.said


def test_a_whole_shop_is_its_pages_and_its_sitemaps(shop, crawl) -> None:
    done = crawl("shop", "-a", f"url={shop.url}/", "-a", "render=0")
    assert done.code == 0, done.said
    assert len({row["url"] for row in done.rows}) == 31
    assert "/sitemap_blog.xml" not in shop.paths
    assert "/product/1000?add-to-cart=1" not in shop.paths


def test_a_sitemap_by_itself(shop, crawl) -> None:
    done = crawl("shop", "-a", f"url={shop.url}/sitemap.xml", "-a", "render=0")
    assert done.code == 0, done.said
    assert [row["title"] for row in done.rows] == ["Watch in the sitemap alone"]


def test_limits_hold(shop, crawl) -> None:
    visited = len(shop.visits)
    done = crawl("shop", "-a", f"url={shop.url}/watches", "-a", "pages=8", "-a", "render=0")
    assert done.code == 0, done.said
    assert len(done.rows) == 7
    assert len(shop.visits) - visited == 9  # with robots.txt
    assert "pages not visited, as the limit is reached" in done.said
    done = crawl("shop", "-a", f"url={shop.url}/watches", "-a", "items=4", "-a", "render=0")
    assert done.code == 0, done.said
    assert len(done.rows) == 4


def test_a_site_that_blocks_is_left_alone(shop, crawl) -> None:
    done = crawl("shop", "-a", f"url={shop.url}/wall", "-a", "render=0")
    assert done.code == 1
    assert done.rows == []
    assert "stopped: the site blocks this crawler" in done.said
    assert sum(path.startswith("/product/wall") for path in shop.paths) < 80


def test_a_site_that_falls_silent_is_left_alone(shop, crawl) -> None:
    links = [f"/product/silent-{5000 + n}" for n in range(80)]
    shop.catalogue("/silent", links)
    for path in links:
        shop.page(path, b"<html>", seconds=3)
    done = crawl(
        "shop", "-a", f"url={shop.url}/silent", "-a", "render=0", "-s", "DOWNLOAD_TIMEOUT=0.5", "-s", "RETRY_TIMES=0"
    )
    assert done.code == 1
    assert "stopped: the site does not answer" in done.said
    assert "Traceback" not in done.said
    assert sum(path.startswith("/product/silent") for path in shop.paths) < 80


def test_photos_on_many_hosts_that_do_not_answer_hold_nothing_up(site, crawl, tmp_path) -> None:
    hosts = [f"127.0.0.{number}:9" for number in range(2, 26)]
    workspace = make_workspace(tmp_path / "workspace")
    settings = workspace / "monitor.toml"
    settings.write_text(f"{settings.read_text()}[network]\nprivate_hosts = {json.dumps(hosts)}\n")
    links = [f"/product/{2000 + n}" for n in range(5)]
    for number, link in enumerate(links):
        far = [f"http://{host}/a.png" for host in hosts[5 * number : 5 * number + 5]]
        site.product(link, f"AURELIA watch {number}", images=(*far, f"{site.url}/good.png?{number}"))
    site.catalogue("/dead", links)
    done = crawl(
        "shop", "-a", f"url={site.url}/dead", "-a", "render=0", "-s", "CONCURRENT_REQUESTS=1", workspace=workspace
    )
    assert done.code == 0, done.said
    assert len(done.rows) == 5
    asked, left = (int(found[1]) for found in re.finditer(r"(\d+) (?:host refuses|not asked for)", done.said))
    assert (asked + left, asked < 24) == (24, True), done.said
    assert sum(path.startswith("/good.png") for path in site.paths) == 5, "a host that answers is asked on"
