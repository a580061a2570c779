import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.crawling.sitemaps import MAX_URLS, read_sitemap, sitemaps_in_robots

HEAD = '<?xml version="1.0"?>\n<!-- made by hand -->\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
PAGES = (
    f"{HEAD}<url><loc> https://a.example/1 </loc></url><url><loc>https://a.example/2?x=1&amp;y=2</loc></url></urlset>"
)


def test_pages() -> None:
    for body in (PAGES.encode(), gzip.compress(PAGES.encode()), b"\xef\xbb\xbf" + PAGES.encode()):
        found = read_sitemap(body)
        assert found is not None
        assert found.pages == ("https://a.example/1", "https://a.example/2?x=1&y=2")
        assert found.sitemaps == ()


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["sitemap_pages.xml", "sitemap_products_1.xml"], ["sitemap_products_1.xml"]),
        (["a.xml", "b.xml.gz"], ["a.xml", "b.xml.gz"]),
    ],
)
def test_an_index_leads_to_products_where_names_say_so(names: list[str], kept: list[str]) -> None:
    entries = "".join(f"<sitemap><loc>https://a.example/{name}</loc></sitemap>" for name in names)
    found = read_sitemap(f"<sitemapindex>{entries}</sitemapindex>".encode())
    assert found is not None
    assert found.sitemaps == tuple(f"https://a.example/{name}" for name in kept)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x1f\x8b",
        b"\x1f\x8bnonsense",
        gzip.compress(PAGES.encode(), mtime=0)[:20],
        b"<html><body>Not found</body></html>",
        b"<rss></rss>",
        b"\x00\xff\xfe" * 100,
    ],
)
def test_what_is_no_sitemap(body: bytes) -> None:
    assert read_sitemap(body) is None


def test_a_broken_sitemap_gives_what_can_be_read() -> None:
    found = read_sitemap((HEAD + "<url><loc>https://a.example/1</loc></url><url><loc>https://a.ex").encode())
    assert found is not None
    assert found.pages[:1] == ("https://a.example/1",)


def test_an_unpacked_bomb_is_no_sitemap() -> None:
    assert read_sitemap(gzip.compress(HEAD.encode() + b" " * 60_000_000)) is None


def test_entities_are_not_expanded_and_files_are_not_read() -> None:
    attack = (
        '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<urlset><url><loc>https://a.example/&x;</loc></url></urlset>"
    )
    found = read_sitemap(attack.encode())
    assert found is not None
    assert "root:" not in "".join(found.pages)


def test_a_huge_sitemap_is_cut() -> None:
    entry = "<url><loc>https://a.example/{}</loc></url>"
    found = read_sitemap((HEAD + "".join(entry.format(n) for n in range(MAX_URLS + 10)) + "</urlset>").encode())
    assert found is not None
    assert len(found.pages) == MAX_URLS


def test_comments_do_not_slow_the_recognition_down() -> None:
    began = time.process_time()
    assert read_sitemap(b"<!---->" * 600) is None
    assert time.process_time() - began < 0.5


def test_robots() -> None:
    body = b"User-agent: *\nsitemap: /one.xml\nSitemap: https://b.example/two.xml\nSitemap: /one.xml\nSitemap: \xff\n"
    found = sitemaps_in_robots(body, "https://a.example/robots.txt")
    assert found == ("https://a.example/one.xml", "https://b.example/two.xml")


@given(st.binary(max_size=300))
def test_wild_bytes(body: bytes) -> None:
    read_sitemap(body)
    read_sitemap(b"<urlset>" + body)
    read_sitemap(b"\x1f\x8b\x08" + body)
    sitemaps_in_robots(body, "https://a.example/robots.txt")
