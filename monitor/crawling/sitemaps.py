"""Sitemaps: lists of pages that a site itself publishes."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.etree import LxmlError
from scrapy.utils.gz import gunzip
from scrapy.utils.sitemap import Sitemap, sitemap_urls_from_robots

MAX_UNPACKED = 50_000_000
MAX_URLS = 50_000
START_OF_SITEMAP = re.compile(rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]")
OF_PRODUCTS = re.compile(r"product|produkt|produit|(?<!s)items?(?!ap)|listing|offer|goods|artikel", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What one sitemap lists: pages, or further sitemaps."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(body: bytes) -> SitemapPage | None:
    """The sitemap in a response's body, packed or not; None where it is none."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = gunzip(body, max_size=MAX_UNPACKED)
        except (OSError, EOFError, ValueError, zlib.error, struct.error):
            return None
    if not START_OF_SITEMAP.search(body[:4096]):
        return None
    try:
        sitemap = Sitemap(body)
        urls = tuple(islice(_locations(sitemap), MAX_URLS))
    except (LxmlError, StopIteration, ValueError):
        return None
    if sitemap.type == "sitemapindex":
        return SitemapPage(sitemaps=tuple(_most_telling(urls)))
    return SitemapPage(pages=urls)


def _locations(sitemap: Sitemap) -> Iterator[str]:
    try:
        for entry in sitemap:
            if entry["loc"]:
                yield entry["loc"]
    except LxmlError:
        return


def _most_telling(urls: tuple[str, ...]) -> list[str]:
    """Of an index, the sitemaps of products where their names say so, else all."""
    return [url for url in urls if OF_PRODUCTS.search(url.rpartition("/")[2])] or list(urls)


def sitemaps_in_robots(body: bytes, url: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names."""
    return tuple(dict.fromkeys(islice(sitemap_urls_from_robots(body[:500_000], url), 50)))
