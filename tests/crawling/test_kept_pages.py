"""The file of kept pages: exact, bounded in pages, age and size, and no harm when it is broken."""

import sqlite3
import threading
from hashlib import sha256
from pathlib import Path

import pytest

from monitor.crawling.image_files import ImageFiles
from monitor.crawling.kept_pages import LARGEST, SECONDS, KeptPages, Version
from monitor.crawling.kept_photos import KeptPhotos

URL, NOW = "https://shop.example/1", 1_800_000_000.0
FIRST, SECOND = Version('"a"', ""), Version("", "Mon, 04 May 2026 09:31:00 GMT")


@pytest.fixture
def pages(tmp_path: Path) -> KeptPages:
    return KeptPages(tmp_path / "pages.db", max_bytes=2_000)


def test_the_last_version_is_kept(pages: KeptPages) -> None:
    assert pages.version(URL, NOW) is None
    pages.keep(URL, FIRST, "text/html", b"one", NOW)
    assert pages.version(URL, NOW) == FIRST
    assert pages.body(URL, FIRST) == ("text/html", b"one")
    pages.keep(URL, SECOND, "text/html", b"two", NOW)
    assert pages.body(URL, FIRST) is None, "what another crawl has replaced is not what the site spoke of"
    assert pages.body(URL, SECOND) == ("text/html", b"two")
    pages.close()


def test_a_page_is_fetched_anew_after_a_week(pages: KeptPages) -> None:
    pages.keep(URL, FIRST, "text/html", b"one", NOW)
    assert pages.version(URL, NOW + SECONDS - 1) == FIRST
    assert pages.version(URL, NOW + SECONDS) is None
    pages.close()


@pytest.mark.parametrize("body", [b"", b"x" * (LARGEST + 1)])
def test_what_is_empty_or_too_large_is_not_kept(pages: KeptPages, body: bytes) -> None:
    pages.keep(URL, FIRST, "text/html", body, NOW)
    assert pages.version(URL, NOW) is None
    pages.close()


def test_the_oldest_go_when_there_are_too_many(pages: KeptPages, tmp_path: Path) -> None:
    for number in range(40):
        body = bytes((number * 7 + place * place) % 251 for place in range(200))
        pages.keep(f"{URL}{number}", FIRST, "text/html", body, NOW + number)
    pages.close()
    again = KeptPages(tmp_path / "pages.db")
    kept = [number for number in range(40) if again.version(f"{URL}{number}", NOW)]
    assert 0 < len(kept) < 40
    assert kept == list(range(40 - len(kept), 40))
    again.close()


def test_many_threads_and_two_crawls(tmp_path: Path) -> None:
    both = [KeptPages(tmp_path / "pages.db") for _ in range(2)]

    def work(pages: KeptPages) -> None:
        for number in range(20):
            pages.keep(f"{URL}{number}", FIRST, "text/html", b"%d" % number, NOW)
            assert pages.body(f"{URL}{number}", FIRST) == ("text/html", b"%d" % number)

    threads = [threading.Thread(target=work, args=(pages,)) for pages in both * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for pages in both:
        pages.close()


def test_a_broken_body_counts_as_none_and_a_broken_file_is_told(pages: KeptPages, tmp_path: Path) -> None:
    pages.keep(URL, FIRST, "text/html", b"one", NOW)
    pages.close()
    with sqlite3.connect(tmp_path / "pages.db") as database:
        database.execute("UPDATE page SET body = x'00'")
    database.close()
    assert pages.body(URL, FIRST) is None
    pages.close()
    (tmp_path / "broken.db").write_bytes(b"this is no database" * 100)
    broken = KeptPages(tmp_path / "broken.db")
    with pytest.raises(sqlite3.Error):
        broken.version(URL, NOW)
    broken.close()


def test_a_photo_is_kept_once_and_whole(tmp_path: Path) -> None:
    files = ImageFiles(tmp_path / "images")
    photos = KeptPhotos(tmp_path / "photos.db", files)
    photos.keep(URL, FIRST, "image/png", b"pixels", NOW)
    assert photos.version(URL, NOW) == FIRST
    assert photos.body(URL, FIRST) is None, "no such photo is in the folder"
    digest = sha256(b"pixels").hexdigest()
    files.save(digest, b"pixels")
    assert photos.body(URL, FIRST) == ("image/png", b"pixels")
    assert photos.body(URL, SECOND) is None
    assert photos.version(URL, NOW + SECONDS) is None
    files.path(digest).write_bytes(b"pixel")
    assert photos.body(URL, FIRST) is None, "half a photo is none"
    photos.keep(f"{URL}new", FIRST, "image/png", b"pixels", NOW + SECONDS + 1)
    photos.close()
    again = KeptPhotos(tmp_path / "photos.db", files)
    assert again.version(URL, NOW) is None, "what is too old to ask about is dropped"
    assert again.version(f"{URL}new", NOW + SECONDS + 1) == FIRST
    again.close()
