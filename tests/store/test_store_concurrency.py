"""Several writers, and writers that are killed: what is reported as stored is there, once, and numbered in order."""

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.store import CaseFilter, Store
from monitor.store.connection import lock_row, open_engine
from tests.forked import Forked
from tests.store.processes import write_days
from tests.store.store_world import Probe, inspector, looked, seen


def writer(url: str, shop: str) -> Forked:
    """A process that stores batch after batch, and prints the number of each observation that is stored."""
    return Forked(write_days, url, shop)


@pytest.mark.parametrize("after", [1, 45, 90])
def test_killed_in_the_midst_of_a_batch(url: str, after: int) -> None:
    process = writer(url, "shop")
    reported = [int(process.stdout.readline()) for _ in range(after)]
    time.sleep(0.003 * after % 0.05)  # somewhere within the next batch
    process.send_signal(signal.SIGKILL)
    reported += [int(line) for line in process.communicate(timeout=300)[0].splitlines()]
    with Store(url) as store:
        there = [one.number for one in store.observations()]
        assert set(reported) <= set(there)
        assert len(there) % 20 == 0  # whole batches alone
        assert len(there) == len(set(there))
        judge = inspector()
        again = store.write(looked(judge, seen("shop-0", seller="rogue", photos=1)), judge)
        assert again[0].repeated
        assert all(case.sightings == len(there) // 20 for case in store.cases(CaseFilter()))


def test_two_processes_write_at_once(url: str) -> None:
    """Each observation is judged with all that have lower numbers, so numbers follow the order of commits."""
    first, second = writer(url, "one"), writer(url, "two")
    said: dict[str, list[int]] = {"one": [], "two": []}

    def listen(name: str, process: Forked) -> None:
        said[name] = [int(process.stdout.readline()) for _ in range(100)]
        process.kill()
        process.communicate()

    threads = [threading.Thread(target=listen, args=pair) for pair in (("one", first), ("two", second))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    assert len(said["one"]) == len(said["two"]) == 100
    with Store(url) as store:
        shops = {one.number: one.observation.listing.listing_id[:3] for one in store.observations()}
    for name, numbers in said.items():
        assert numbers == sorted(numbers)
        assert {shops[number] for number in numbers} == {name}
    batches = [shops[number] for number in sorted(shops)][::20]
    assert {"one", "two"} == set(batches)


def test_a_writer_sees_all_that_was_stored_before_it(url: str) -> None:
    """Threads of one store, each observation judged once, with all earlier ones of other listings as its history."""
    judge = inspector(detectors=[Probe])
    (probe,) = judge._detectors
    offers = looked(judge, *(seen(str(number)) for number in range(24)))
    with Store(url) as store:
        threads = [threading.Thread(target=store.write, args=([one], judge)) for one in offers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=300)
    assert sorted(len(history.peers) for history in probe.histories()) == list(range(24))


def test_a_reader_sees_whole_batches_while_another_writes(url: str) -> None:
    process = writer(url, "shop")
    try:
        process.stdout.readline()  # it has begun
        with Store(url) as store:
            counts = set()
            deadline = time.monotonic() + 300
            while len(counts) < 4 and time.monotonic() < deadline:
                counts.add(store.count_observations())
    finally:
        process.kill()
        process.communicate()
    assert len(counts) >= 4
    assert all(count % 20 == 0 for count in counts)


@pytest.mark.postgres
def test_the_lock_for_other_databases_keeps_writers_apart(postgres_url: str) -> None:
    """Databases without advisory locks lock a row; tried on PostgreSQL, which knows both."""
    Store(postgres_url).close()
    engine = sa.create_engine(postgres_url)
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        with engine.begin() as connection:
            lock_row(connection)
            inside += 1
            most = max(most, inside)
            time.sleep(0.02)
            inside -= 1

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=300)
    engine.dispose()
    assert most == 1


def test_a_new_file_that_several_open_at_once(tmp_path: Path) -> None:
    """SQLite refuses the second of two that switch one file to its log at once, rather than let it wait."""
    together = threading.Barrier(4, timeout=300)

    def open_each(_: int) -> list[str]:
        said = []
        for number in range(40):
            together.wait()
            engine = open_engine(f"sqlite:///{tmp_path}/{number}.db")
            with engine.connect() as connection:
                said.append(str(connection.exec_driver_sql("PRAGMA journal_mode").scalar()))
            engine.dispose()
        return said

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(open_each, range(4))) == [["wal"] * 40] * 4
