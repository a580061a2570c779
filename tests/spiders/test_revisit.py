"""The spider `revisit`: a listing that is on no list any more is looked at again."""

import sqlite3
from contextlib import closing

from tests.spiders.conftest import make_workspace

TITLE = "AURELIA watch 1:1 replica"


def removed(workspace) -> set[str]:
    query = "SELECT listing_id FROM listing WHERE removed_at IS NOT NULL"
    with closing(sqlite3.connect(workspace / "monitor.db")) as database:
        return {number.rpartition("/")[2] for (number,) in database.execute(query)}


def test_listings_of_open_cases_are_looked_at_again(site, crawl, tmp_path) -> None:
    workspace = make_workspace(tmp_path / "workspace")
    settings = workspace / "monitor.toml"
    settings.write_text(f'{settings.read_text()}[network]\nprivate_hosts = ["{site.url.removeprefix("http://")}"]\n')
    site.pages.clear()
    links = [f"/product/{4000 + n}" for n in range(4)]
    for link in links:
        site.product(link, TITLE if link != links[3] else "Silver lamp")
    site.catalogue("/watches", links)
    shop = ("shop", "-a", f"url={site.url}/watches", "-a", "render=0")
    first = crawl(*shop, "-s", "OBSERVED_AT=2026-01-05T03:00:00Z", workspace=workspace)
    assert (first.code, len(first.rows)) == (0, 4), first.said

    at_once = crawl("revisit", "-s", "OBSERVED_AT=2026-01-05T05:00:00Z", workspace=workspace)
    assert at_once.code == 0, at_once.said
    assert "No listing of an open case waits for a second look" in at_once.said

    del site.pages[links[0]]
    site.page(links[2], b"", status=302, headers={"Location": "/watches"})
    site.catalogue("/watches", links[3:])
    site.visits.clear()
    again = crawl("revisit", "-a", "render=0", workspace=workspace)
    assert again.code == 0, again.said
    assert [row["url"].rpartition("/")[2] for row in again.rows] == ["4001"]
    for words in ("1 listing of an open case that is gone", "1 listing of an open case that is still there",
                  "1 address of an open case that shows something else"):  # fmt: skip
        assert words in again.said
    assert links[3] not in site.paths, "no case is about it"
    assert removed(workspace) == {"4000"}

    del site.pages[links[1]], site.pages[links[2]]
    last = crawl("revisit", "-a", "render=0", "-s", "OBSERVED_AT=2099-01-05T05:00:00Z", workspace=workspace)
    assert last.code == 0, "gone is an answer, though no page was read\n" + last.said
    assert "monitor complaint due" in last.said
    assert removed(workspace) == {"4000", "4001", "4002"}


def test_it_takes_no_address(crawl) -> None:
    done = crawl("revisit", "-a", "url=http://127.0.0.1/")
    assert done.code == 2
    assert "give one address to the spider shop" in done.said
