"""A database that fails is told in one sentence with the way out, and nothing is half stored."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.errors import ConfigurationError, MonitorError, WorkFailedError
from monitor.store import Store
from monitor.store.connection import WRITE_LOCK
from tests.store.store_world import inspector, looked, seen

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite://", "SQLite needs a file"),
        ("sqlite:///:memory:", "SQLite needs a file"),
        ("nonsense", "cannot be used"),
        ("oracel://user:secret@host/db", "cannot be used"),
        ("mysql+mysqldb://user:secret@host/db", "the driver MySQLdb is missing"),
        ("postgresql://user:secret@host:port/db", "cannot be used"),
    ],
)
def test_a_url_that_cannot_be_used(url: str, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says) as failure:
        Store(url)
    assert "secret" not in str(failure.value)
    assert "monitor.toml: database" in str(failure.value)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_a_server_that_does_not_answer(scheme: str) -> None:
    with pytest.raises(WorkFailedError, match=r"cannot be reached .* check the address") as failure:
        Store(f"{scheme}://user:secret@127.0.0.1:1/db?connect_timeout=3")
    assert "secret" not in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorkFailedError, match=r"cannot be opened .* check that the folder is there"):
        Store(f"sqlite:///{tmp_path}/nowhere/monitor.db")


@pytest.mark.parametrize("content", [b"this is no database, but a text\n" * 100, os.urandom(5000)])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "monitor.db"
    path.write_bytes(content)
    with pytest.raises(WorkFailedError, match="is damaged or no database"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes() == content


def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "monitor.db"
    Store(f"sqlite:///{path}").close()
    read_only = f"sqlite:///file:{path}?mode=ro&uri=true"
    judge = inspector()
    with Store(read_only) as store, pytest.raises(WorkFailedError, match="cannot be opened for writing"):
        store.write(looked(judge, seen()), judge)


def test_a_database_that_another_process_holds(url: str) -> None:
    judge = inspector()
    with Store(url, patience=0.3) as store:
        engine = sa.create_engine(url)
        with engine.connect() as other:
            if engine.dialect.name == "sqlite":
                other.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                other.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK)))
            began = time.monotonic()
            with pytest.raises(WorkFailedError, match="another process has been writing to it for too long"):
                store.write(looked(judge, seen()), judge)
            assert time.monotonic() - began < 10
            assert store.count_observations() == 0  # readers do not wait
            other.rollback()
        engine.dispose()
        assert len(store.write(looked(judge, seen()), judge)) == 1


def test_a_disk_that_is_full(sqlite_path: Path) -> None:
    """The database may not grow beyond what it has: what was stored stays, what does not fit is told."""
    judge = inspector()
    with Store(f"sqlite:///{sqlite_path}") as store:
        store.write(looked(judge, seen("1", seller="rogue")), judge)

        @sa.event.listens_for(store._engine, "checkout")
        def _small(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")

        many = [seen(str(number), photos=8, seller="rogue") for number in range(2, 60)]
        with pytest.raises(
            WorkFailedError, match=r"the disk is full or failing \(database or disk is full\); make room"
        ):
            store.write(looked(judge, *many), judge)
        sa.event.remove(store._engine, "checkout", _small)
    with Store(f"sqlite:///{sqlite_path}") as store:
        assert store.count_observations() == 1


FILLS = """
import resource, sys
from monitor.errors import WorkFailedError
from monitor.store import Store
from tests.store.store_world import inspector, looked, seen

judge = inspector()
with Store(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
    stored = 0
    try:
        for number in range(4000):
            stored += len(store.write(looked(judge, seen(str(number), seller="rogue", photos=4)), judge))
    except WorkFailedError as failure:
        print(stored, failure)
"""


def test_a_file_that_cannot_grow(sqlite_path: Path) -> None:
    """The system refuses to write more: what was reported as stored is there, and the rest is told."""
    done = subprocess.run(
        [sys.executable, "-c", FILLS, f"sqlite:///{sqlite_path}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    stored, _, said = done.stdout.partition(" ")
    assert "cannot be written, the disk is full or failing" in said, done.stderr
    assert int(stored) > 10
    with Store(f"sqlite:///{sqlite_path}") as store:
        assert store.count_observations() == int(stored)
    with closing(sqlite3.connect(sqlite_path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_error_of_ours_is_not_the_database_s(url: str) -> None:
    with Store(url) as store:
        engine = store._engine
        with engine.begin() as connection:
            connection.execute(sa.text("DROP TABLE case_event"))
        judge = inspector()
        with pytest.raises(sa.exc.DBAPIError) as failure:
            store.write(looked(judge, seen(seller="rogue")), judge)
        assert not isinstance(failure.value, MonitorError)
        assert store.count_observations() == 0


@pytest.fixture
def sqlite_path(tmp_path: Path) -> Path:
    """A file that is not there yet."""
    return tmp_path / "monitor.db"
