"""Photos that take long to be read, or break what reads them: the crawl goes on, and says so."""

import json
import re

from detectors._drawings import drawn_photo, jpeg
from monitor.settings import ITEM_PIPELINES


def test_the_end_of_a_crawl_says_what_it_waits_for(site, crawl) -> None:
    for path in ("/product/1", "/product/2"):
        site.product(path, f"AURELIA watch {path}")
    site.page("/product/2", site.pages["/product/2"].body, seconds=0.7)
    slow = ITEM_PIPELINES | {"tests.spiders.odd_photos.SlowPhotos": 150}
    site.catalogue("/slow", ["/product/1", "/product/2"])
    done = crawl(
        "shop", "-a", f"url={site.url}/slow", "-a", "render=0",
        "-s", f"ITEM_PIPELINES={json.dumps(slow)}", "-s", "TELL_AFTER=0.8",
    )  # fmt: skip
    assert done.code == 0, done.said
    assert len(done.rows) == 2
    told = [line for line in done.said.splitlines() if "all pages are fetched" in line]
    assert 1 <= len(told) <= 5
    assert told[-1] == "shop: all pages are fetched; 1 listing, with any photos, is still judged"


def test_a_host_whose_photos_break_their_reader_holds_nothing_up(site, crawl) -> None:
    links = [f"/product/{number}" for number in range(11, 15)]
    for link in links:
        site.product(link, f"AURELIA watch {link}", images=(f"{site.url}/evil.png?{link}",))
        site.page(f"/evil.png?{link}", f"evil {link}", headers={"Content-Type": "image/png"})
    site.catalogue("/evil", links)
    breaking = {name: at for name, at in ITEM_PIPELINES.items() if at != 200} | {
        "tests.spiders.odd_photos.BreakingPhotos": 200
    }
    done = crawl(
        "shop", "-a", f"url={site.url}/evil", "-a", "render=0",
        "-s", f"ITEM_PIPELINES={json.dumps(breaking)}", "-s", "CONCURRENT_ITEMS=1", "-s", "CONCURRENT_REQUESTS=1",
    )  # fmt: skip
    assert done.code == 0, done.said
    assert len(done.rows) == 4
    assert "4 photos failed" in done.said
    assert re.search(r"\b[123] broke its reader", done.said), done.said
    assert "not read, as others of its host broke their reader" in done.said


def test_photos_do_not_fill_the_disk(site, crawl) -> None:
    links = [f"/product/{number}" for number in range(21, 25)]
    for link in links:
        site.product(link, f"AURELIA watch {link}", images=(f"{site.url}/big.jpg?{link}",))
        photo = jpeg(drawn_photo(int(link[-2:]), (320, 240))) + b" " * 400_000
        site.page(f"/big.jpg?{link}", photo, headers={"Content-Type": "image/jpeg"})
    site.catalogue("/big", links)
    whole = ("shop", "-a", f"url={site.url}/big", "-a", "render=0", "-s", "CONDITIONAL_REQUESTS=0")
    slow = {name: at for name, at in ITEM_PIPELINES.items() if at != 200} | {"tests.spiders.odd_photos.SlowDisk": 200}
    done = crawl(*whole, "-s", "PHOTOS_SPACE=1", "-s", f"ITEM_PIPELINES={json.dumps(slow)}")
    assert done.code == 0, done.said
    assert len(done.rows) == 4
    assert "2 photos failed: 2 not kept, as new photos of this crawl take all of PHOTOS_SPACE" in done.said
    again = crawl(*whole, "-s", "PHOTOS_SPACE=1", workspace=done.workspace)
    assert "photos failed" not in again.said, "photos that are there take no room, and the others now have it"
