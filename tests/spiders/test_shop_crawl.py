"""One crawl of a site that has everything a page can do wrong."""

import csv
import gzip
import io
import ipaddress
import os
import socket

import pytest
from PIL import Image

from monitor.net import is_public

TITLE = "Aurelia watch"


def png(colour: tuple[int, int, int] = (200, 30, 30)) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", (120, 90), colour)
    image.paste((255, 255, 255), (10, 10, 60, 50))
    image.save(out, "PNG")
    return out.getvalue()


def own_name() -> str:
    """A name of this machine that says nothing by itself and resolves to a private address, or an empty string."""
    try:
        name = socket.gethostname()
        return "" if is_public(ipaddress.ip_address(socket.gethostbyname(name))) else name
    except OSError:
        return ""


PHOTO = {"Content-Type": "image/png"}


@pytest.fixture(scope="module")
def done(site, crawl):
    private = f"http://127.0.0.1:{site.server.server_port + 1}/secret.png"
    photos = (
        f"{site.url}/photo.png",
        f"{site.url}/same-photo.png",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data",
        private,
        f"{site.url}/turning.png",
        f"{site.url}/text.png",
    )
    by_name = f"http://{own_name() or '127.0.0.2'}:{site.server.server_port}/by-name.png"
    site.page("/by-name.png", png((0, 0, 255)), headers=PHOTO)
    site.product("/product/by-name", f"{TITLE} with a photo on a name", images=(by_name,))
    site.page("/photo.png", png(), headers=PHOTO)
    site.page("/same-photo.png", png(), headers=PHOTO)
    site.page("/turning.png", b"", status=302, headers={"Location": "/turning.png?x"})
    site.page("/turning.png?x", b"", status=302, headers={"Location": "/turning.png"})
    site.page("/text.png", b"<html>no photo</html>", headers=PHOTO)
    site.product("/product/photos", f"{TITLE} with photos", images=photos)
    site.product("/product/again", f"{TITLE} with the same photo", images=photos[:1])
    site.product("/product/formula", "=HYPERLINK(1) 奥蕾莉亚")
    site.product("/product/long", f"{TITLE} \x07\x1b[31m" + "x" * 100_000)
    site.product("/product/latin", "Montre Aur\u00e9lia")
    latin = site.pages["/product/latin"]
    latin.body = latin.body.decode("utf-8").replace("\\u00e9", "\u00e9").encode("latin-1")
    site.product("/product/call", TITLE, price="call us")
    site.page("/product/empty", b"")
    site.page("/product/binary", os.urandom(50_000))
    site.page(
        "/product/broken", b'<html><head><script type="application/ld+json">{"@type": "Product", "name": </script><p>'
    )
    site.page("/product/huge", b" " * 20_000_001)
    bomb = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    site.page("/product/bomb", gzip.compress(b" " * 30_000_000), headers=bomb)
    site.page("/product/torn", b"\x1f\x8b\x08 no gzip", headers=bomb)
    site.page("/product/blocked", b"<html>Access denied</html>", status=403)
    site.page("/product/gone", b"<html>Gone</html>", status=410)
    site.page("/product/turning", b"", status=302, headers={"Location": "/product/turning?x"})
    site.page("/product/turning?x", b"", status=302, headers={"Location": "/product/turning"})
    site.page("/product/inward", b"", status=302, headers={"Location": private})
    site.product("/product/forbidden", TITLE)
    site.product("/product/second-page", f"{TITLE} of the second page")
    links = [path for path in site.pages if path.startswith("/product/") and "?" not in path]
    links.remove("/product/second-page")
    site.catalogue(
        "/watches", [*links, "https://elsewhere.example/product/1", "/product/photos#reviews"], "/watches?page=2"
    )
    site.catalogue("/watches?page=2", ["/product/second-page", "/product/photos"], "/watches?page=1")
    site.page("/robots.txt", "User-agent: *\nDisallow: /product/forbidden\n", headers={"Content-Type": "text/plain"})
    return crawl("shop", "-a", f"url={site.url}/watches", "-a", "render=0", "-L", "INFO")


def row(done, path: str) -> dict[str, object]:
    found = [row for row in done.rows if row["url"].endswith(path)]
    assert len(found) == 1, (path, done.said)
    return found[0]


def test_it_ends_clean_and_says_what_it_did(done) -> None:
    assert done.code == 0, done.said
    assert "Traceback" not in done.said
    assert f"{len(done.rows)} listings stored" in done.said


@pytest.mark.parametrize("name", ["photos", "again", "formula", "long", "latin", "call", "second-page"])
def test_what_can_be_read_is_stored_once(done, name: str) -> None:
    assert row(done, f"/product/{name}")["marketplace"] == done.rows[0]["marketplace"]


@pytest.mark.parametrize("name", ["empty", "binary", "broken", "huge", "bomb", "torn", "blocked", "gone", "inward"])
def test_what_cannot_be_read_is_no_listing(done, name: str) -> None:
    assert [row for row in done.rows if f"/product/{name}" in row["url"]] == []


@pytest.mark.parametrize(
    "says",
    [
        "2 is too large",
        "1 redirects without end",
        "1 refused: is on a private network",
        "1 robots.txt forbids it",
        "1 is compressed in an unreadable way",
        "1 page blocked by the site",
        "2 pages gone",
        "1 page empty",
        "1 page that is no HTML",
        "3 refused: is on a private network",
    ],
)
def test_what_was_left_out_is_counted_and_shown(done, says: str) -> None:
    assert says in done.said


def test_text_is_cleaned_and_cut(done) -> None:
    title = str(row(done, "/product/long")["title"])
    assert len(title) <= 2_000
    assert "\x07" not in title
    assert "\x1b" not in title
    assert row(done, "/product/latin")["title"] == "Montre Aurélia"
    assert "price" not in row(done, "/product/call")


def test_each_photo_is_fetched_and_kept_once(done, site) -> None:
    assert site.paths.count("/photo.png") == 1
    kept = [path for path in (done.workspace / "images").rglob("*") if path.is_file()]
    assert sorted(path.read_bytes() for path in kept) == sorted([png(), b"<html>no photo</html>"])


def test_a_name_of_a_private_address_is_not_visited(done, site) -> None:
    assert "/by-name.png" not in site.paths
    assert row(done, "/product/by-name")


def test_the_site_is_never_left_and_its_wishes_are_kept(done, site) -> None:
    assert "/product/forbidden" not in site.paths
    assert site.paths.count("/robots.txt") == 1
    assert all("marketplace-monitor" in headers["User-Agent"] for _, headers in site.visits)
    assert all("https://brand.example/crawler" in headers["User-Agent"] for _, headers in site.visits)
    assert "elsewhere.example" not in done.said


def test_a_csv_of_flagged_listings_alone(site, crawl, done) -> None:
    again = crawl(
        "shop", "-a", f"url={site.url}/watches", "-a", "render=0", "-s", "FLAGGED_ONLY=1",
        feed="flagged.csv", workspace=done.workspace,
    )  # fmt: skip
    assert again.code == 0, again.said
    content = again.feed.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert {row["url"] for row in rows} == {row["url"] for row in done.rows if row["flags"]}
    assert all(row["flags"] and row["case_ids"] for row in rows)


def test_a_call_that_makes_no_sense(crawl, tmp_path) -> None:
    for arguments, code, says in [
        (["shop", "-a", "ulr=x"], 2, "-a ulr=…: shop has no such argument; known are: url, brand"),
        (["nowhere"], 2, "there is no spider nowhere; known are: alibaba"),
    ]:
        done = crawl(*arguments)
        assert done.code == code, done.said
        assert says in done.said
        assert "Traceback" not in done.said
    done = crawl("shop", "-a", "url=https://a.example/", workspace=tmp_path / "none")
    assert done.code == 2
    assert "monitor init" in done.said
    assert "Traceback" not in done.said


def test_a_site_that_cannot_be_reached(crawl) -> None:
    done = crawl("shop", "-a", "url=http://127.0.0.1:1/")
    assert done.code == 1
    assert "This crawl counts as failed: no page could be read." in done.said
