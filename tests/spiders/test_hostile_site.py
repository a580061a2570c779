"""One crawl of a site that wants to do harm: bombs, depths, and ways to where nobody was asked to go."""

import gzip
import json
import os
import subprocess
import sys
import zlib

import pytest

from tests.spiders.conftest import ROOT

HTML = {"Content-Type": "text/html; charset=utf-8"}


def bomb(kind: str) -> bytes:
    """60 MB of spaces, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if kind == "gzip" else 15)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(60)) + packer.flush()


def product_with(data: str, title: str) -> bytes:
    script = f'<script type="application/ld+json">{data}</script>'
    return (
        f"<!doctype html><html><head><title>{title}</title>{script}</head><body><h1>{title}</h1></body></html>".encode()
    )


@pytest.fixture(scope="module")
def done(site, forbidden_site, crawl):
    inside = forbidden_site.url.removeprefix("http://")
    site.product("/product/good-1000", "AURELIA good watch")
    for kind in ("gzip", "deflate"):
        site.page(f"/product/{kind}-1000", bomb(kind), headers={**HTML, "Content-Encoding": kind})
    twice = gzip.compress(gzip.compress(b" " * 60_000_000))
    site.page("/product/twice-1000", twice, headers={**HTML, "Content-Encoding": "gzip, gzip"})
    site.page("/product/body-1000", b"<p>x</p>" * 6_300_000)
    deep = '{"@type": "Product", "name": "Deep", "offers": ' + '{"offers": ' * 10_000 + "{}" + "}" * 10_000 + "}"
    site.page("/product/deep-1000", product_with(deep, "Deep"))
    lists = "[" * 10_000 + "]" * 10_000
    site.page("/product/lists-1000", product_with(lists, "Lists"))
    wide = json.dumps({"@type": "Product", "name": "Wide", "image": [f"https://x.example/{n}" for n in range(600_000)]})
    site.page("/product/wide-1000", product_with(wide, "Wide"))
    site.page("/product/nested-1000", b"<html><body>" + b"<div>" * 200_000)
    for name, target in {
        "inward": f"http://{inside}/secret",
        "metadata": "http://169.254.169.254/latest/meta-data",
        "number": f"http://2130706433:{forbidden_site.server.server_port}/secret",
        "user": f"http://user:password@{site.url.removeprefix('http://')}/product/good-1000",
        "file": "file:///etc/passwd",
        "elsewhere": "http://elsewhere.invalid/product/1",
        "nowhere": "http://[::1/",
    }.items():
        site.page(f"/product/{name}-1000", b"", status=302, headers={"Location": target})
    site.product("/product/walled-1000", "AURELIA behind a wall", headers=HTML | {"X-Amzn-Waf-Action": "challenge"})
    site.product("/product/lying-1000", "AURELIA lying watch", headers={"Content-Type": "text/html; charset=idna"})
    site.product("/product/packed-1000", "AURELIA", headers=HTML | {"Content-Encoding": "br"})
    links = [path for path in site.pages if path.startswith("/product/")]
    links.append("/product/" + "long" * 2_000)
    links.append(f"http://user:password@{site.url.removeprefix('http://')}/product/credentials-1000")
    site.catalogue("/watches", links)
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    site.page(
        "/sitemap.xml",
        f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "{"x" * 99}">{entities}]>'
        "<urlset><url><loc>&e11;</loc></url></urlset>",
        headers={"Content-Type": "text/xml"},
    )
    site.page("/robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.url}/sitemap.xml\n" + "#" * 3_000_000)
    site.page("/", f'<html><body><a href="{site.url}/watches">Watches</a></body></html>')
    return crawl("shop", "-a", f"url={site.url}/", "-a", "render=0")


def test_it_ends_clean_with_what_can_be_read(done) -> None:
    assert done.code == 0, done.said
    assert "Traceback" not in done.said
    titles = {row["title"] for row in done.rows}
    assert {"AURELIA good watch", "AURELIA lying watch"} <= titles
    assert not titles - {"AURELIA good watch", "AURELIA lying watch", "Deep", "Wide", "Lists"}


def test_nobody_is_led_inward_or_astray(done, site, forbidden_site) -> None:
    assert forbidden_site.visits == []
    assert "/product/credentials-1000" not in site.paths
    assert not any("Authorization" in headers for _, headers in site.visits)
    assert not any(path.startswith("/product/longlong") for path in site.paths)
    assert "user:password" not in done.said


@pytest.mark.parametrize(
    "says",
    [
        "4 is too large",
        "3 refused: is on a private network",
        "1 refused: carries a user name or a password",
        "1 host not found",
        "1 redirects to no readable address",
        "1 is compressed in an unreadable way",
        "1 page blocked by the site",
    ],
)
def test_what_was_left_out_is_counted(done, says: str) -> None:
    assert says in done.said


@pytest.mark.parametrize("command", [["shell", "-c", "1"], ["fetch", "http://127.0.0.1:1/"], ["crawl", "shop"]])
def test_without_a_workspace_it_is_said_in_one_sentence(command, tmp_path) -> None:
    arguments = ["-a", "url=http://127.0.0.1:1/"] if command[0] == "crawl" else []
    environment = {**os.environ, "MONITOR_WORKSPACE": str(tmp_path / "none")}
    call = [sys.executable, "-m", "scrapy", *command, *arguments]
    ended = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert ended.returncode == 2
    assert "no workspace here (no monitor.toml); make one with: monitor init" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1, ended.stderr
    assert ended.stdout == ""
