"""A crawl that is stopped, killed, or refused by the database: what was reported as stored is there, once."""

import signal
import sqlite3
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

OBSERVED = "SELECT json_extract(record, '$.url') FROM observation"
COUNT = 200
OF_A_FEED = 15
"""A feed is written by the block, so rows show only now and then."""


@pytest.fixture(scope="module")
def shop(site):
    paths = [f"/product/{1000 + number}" for number in range(COUNT)]
    site.catalogue("/watches", paths)
    for path in paths:
        site.product(path, f"AURELIA watch {path}, with a long name so that blocks fill " + "x" * 200, seconds=0.1)
    return ("shop", "-a", f"url={site.url}/watches", "-a", "render=0")


def stored(workspace: Path) -> Counter[str]:
    """How often each listing was observed, by its URL."""
    with closing(sqlite3.connect(workspace / "monitor.db")) as database:
        return Counter(url for (url,) in database.execute(OBSERVED))


def test_killed_at_any_moment_what_was_reported_is_stored_once(shop, begin) -> None:
    running = begin(*shop)
    running.wait_for_rows(OF_A_FEED)
    running.process.kill()
    killed = running.end()
    assert killed.code == -signal.SIGKILL
    before = stored(killed.workspace)
    assert {row["url"] for row in killed.rows} <= set(before)
    assert set(before.values()) == {1}
    assert len(before) < COUNT

    again = begin(*shop, workspace=killed.workspace).end()
    assert again.code == 0, again.said
    after = stored(killed.workspace)
    assert len(after) == COUNT
    assert Counter(after.values()) == Counter({1: COUNT - len(before), 2: len(before)})


def test_stopped_it_stores_what_it_has_and_says_so(shop, begin) -> None:
    running = begin(*shop)
    running.wait_for_rows(OF_A_FEED)
    running.process.send_signal(signal.SIGTERM)
    stopped = running.end()
    assert stopped.code == 1
    assert "stopped before its end" in stopped.said
    assert "Traceback" not in stopped.said
    assert {row["url"] for row in stopped.rows} == set(stored(stopped.workspace))
    assert OF_A_FEED <= len(stopped.rows) < COUNT


def test_a_database_that_is_held_for_a_while_is_waited_for(shop, begin) -> None:
    running = begin(*shop, "-a", "items=80")
    running.wait_for_rows(OF_A_FEED)
    with closing(sqlite3.connect(running.workspace / "monitor.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        time.sleep(3)
        other.execute("ROLLBACK")
    done = running.end()
    assert done.code == 0, done.said
    assert Counter(row["url"] for row in done.rows) == stored(done.workspace)
    assert len(done.rows) == 80


def test_a_killed_crawl_gave_signs_of_life_and_is_found_out(shop, begin) -> None:
    running = begin(*shop, "-s", "HEARTBEAT=0.2")
    running.wait_for_rows(OF_A_FEED)
    running.process.kill()
    killed = running.end()

    def run(number: int) -> tuple[str, bool, str]:
        """Outcome, whether a sign of life was given after the start, and when the last one was given."""
        with closing(sqlite3.connect(killed.workspace / "monitor.db")) as database:
            query = "SELECT outcome, seen_at > started_at, seen_at FROM run WHERE id = ?"
            return database.execute(query, [number]).fetchone()

    assert run(1)[:2] == ("running", True)
    begin(*shop, "-a", "items=1", workspace=killed.workspace).end()
    assert run(1)[0] == "running", "it may still be alive for all that is known"
    with closing(sqlite3.connect(killed.workspace / "monitor.db")) as database, database:
        database.execute("UPDATE run SET seen_at = '2026-01-01 00:00:00.000000' WHERE id = 1")
    begin(*shop, "-a", "items=1", workspace=killed.workspace).end()
    assert run(1)[0] == "stopped before its end: it was killed, or the machine was"


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
def test_a_full_disk_ends_the_crawl_and_says_so(shop, begin) -> None:
    running = begin(*shop, largest_file=500_000)
    done = running.end()
    assert done.code == 1
    assert "the disk is full" in done.said
    assert "This crawl counts as failed: stopped: the database failed." in done.said
    assert {row["url"] for row in done.rows} <= set(stored(done.workspace))
    assert len(stored(done.workspace)) < COUNT
