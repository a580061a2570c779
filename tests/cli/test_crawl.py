"""`monitor crawl`: real targets, real processes, a real site on loopback."""

import csv
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.spiders.conftest import Site, serve

ROOT = Path(__file__).parents[2]
COUNT = 200


@pytest.fixture
def shop() -> Iterator[Site]:
    """A shop with two listings."""
    for site in serve():
        site.catalogue("/", ["/p/1", "/p/2"])
        site.product("/p/1", "Aurelia watch replica 1:1")
        site.product("/p/2", "Garden hose, 20 m")
        yield site


def targets(tmp_path: Path, *tables: str) -> None:
    (tmp_path / "workspace/targets.toml").write_text(
        "\n".join(f"[[target]]\n{table}" for table in tables), encoding="utf-8"
    )
    (tmp_path / "workspace/monitor.toml").write_text("[images]\nwords = false\n[politeness]\ndelay = 0\n", "utf-8")


def test_a_target_is_crawled_and_its_cases_exported(run: Run, shop: Site, tmp_path: Path) -> None:
    run("init", "workspace")
    targets(tmp_path, f'name = "corner"\nargs = {{ url = "{shop.url}/", pages = 10 }}\nschedule = "0 3 * * *"')
    assert "now" in run("crawl", "--list")[1].splitlines()[1], "what was never run is due"
    code, _, err = run("crawl", "--due")
    assert code == 0, err
    _, out, _ = run("cases", "export")
    (case,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert case["url"] == f"{shop.url}/p/1"
    assert "text_match" in case["flags"]
    asked = len(shop.visits)
    assert run("crawl", "--due")[0] == 0
    assert len(shop.visits) == asked, "it is not due again before tomorrow"
    listed = run("crawl", "--list")[1].splitlines()[1]
    assert "finished" in listed
    assert "now" not in listed


def test_one_target_that_fails_does_not_stop_the_others(run: Run, shop: Site, tmp_path: Path) -> None:
    run("init", "workspace")
    targets(
        tmp_path,
        'name = "broken"\nspider = "no_such_spider"',
        f'name = "corner"\nargs = {{ url = "{shop.url}/p/1" }}',
    )
    code, _, err = run("crawl")
    assert code == 1
    assert "1 of 2 targets failed: broken" in err
    assert run("cases", "list")[1].count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [(("crawl", "nobody"), 2, "there is no target nobody"), (("crawl", "--jobs", "0"), 2, "--jobs")],
)
def test_wrong_calls(arguments: tuple[str, ...], code: int, says: str, run: Run, tmp_path: Path) -> None:
    run("init", "workspace")
    targets(tmp_path, 'name = "corner"\nargs = { url = "http://127.0.0.1:9/" }')
    ended, _, err = run(*arguments)
    assert ended == code
    assert says in err


def test_a_termination_reaches_the_crawl_and_what_was_seen_is_kept(run: Run, shop: Site, tmp_path: Path) -> None:
    run("init", "workspace")
    links = [f"/slow/{n}" for n in range(COUNT)]
    shop.catalogue("/all", links)
    for link in links:
        shop.product(link, f"Aurelia watch {link}", seconds=0.15)
    targets(tmp_path, f'name = "corner"\nargs = {{ url = "{shop.url}/all" }}')
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
    crawl = subprocess.Popen(
        [sys.executable, "-m", "monitor", "crawl", "--workspace", str(tmp_path / "workspace")],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 300
    while sum(path.startswith("/slow/") for path in shop.paths) < 10:
        assert crawl.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
    crawl.send_signal(signal.SIGTERM)
    _, said = crawl.communicate(timeout=300)
    assert crawl.returncode == 1, said
    assert sum(path.startswith("/slow/") for path in shop.paths) < COUNT
    assert run("cases", "list", "--limit", "0")[1].count("\n") > 5
    assert "corner" in run("crawl", "--list")[1]
