"""The database's engine: one writer at a time, what is committed stays, and clear words when it fails."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Dialect, Engine
from sqlalchemy.util import LRUCache

from monitor.errors import ConfigurationError
from monitor.store.failures import told
from monitor.store.write_ahead import write_ahead

PATIENCE = 30.0
"""Seconds for which a writer waits for another one."""
WRITE_LOCK = 7_310_583_402
COMPILED: LRUCache[Any, Any] = LRUCache(500)
"""What statements became for SQLite, whatever the file: a process opens it again and again, and compiling is slow."""
SQLITE: dict[str, Dialect] = {}
"""The one dialect of all files, as a statement is compiled for each; by driver."""
HEAD_OF_LINE = sa.table("alembic_version", sa.column("version_num"))


def open_engine(url: str, patience: float = PATIENCE) -> Engine:
    """An engine for a database URL. Raises ConfigurationError for a URL that cannot be used."""
    try:
        parsed = _parse(url)
        common = {"json_serializer": partial(json.dumps, ensure_ascii=False)}
        if parsed.get_backend_name() != "sqlite":
            engine = sa.create_engine(parsed, pool_pre_ping=True, **common)
        else:
            local = {"timeout": patience, "check_same_thread": False}
            engine = sa.create_engine(parsed, connect_args=local, **common)
            sa.event.listen(engine, "connect", partial(_prepare_sqlite, patience))
            sa.event.listen(engine, "begin", _begin_sqlite)
            engine.dialect = SQLITE.setdefault(engine.dialect.driver, engine.dialect)
            engine = engine.execution_options(compiled_cache=COMPILED)
    except ModuleNotFoundError as failure:
        raise ConfigurationError(
            f"monitor.toml: database: the driver {failure.name} is missing; "
            "run: pip install 'marketplace-monitor[postgres]'"
        ) from failure
    except (sa.exc.ArgumentError, ValueError) as failure:
        # The URL is not shown: it may hold a password.
        raise ConfigurationError(
            f"monitor.toml: database: cannot be used ({failure}); "
            "write sqlite:///monitor.db or postgresql://user:password@host/name"
        ) from failure
    return engine.execution_options(patience=patience)


def _parse(url: str) -> URL:
    parsed = sa.make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise ValueError("SQLite needs a file, as each part of the monitor opens the database itself")
    return parsed


def _prepare_sqlite(patience: float, connection: Any, _record: object) -> None:
    """Transactions are begun by us; readers beside one writer; what is committed is on the disk."""
    connection.isolation_level = None
    write_ahead(connection, patience)
    for pragma in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def writing(engine: Engine, *, empty: bool = False) -> Iterator[Connection]:
    """A transaction that holds the store's write lock; all or nothing. Raises WorkFailedError.

    `empty` says that the tables may not be there yet.
    """
    with told(engine), engine.connect() as plain:
        connection = plain.execution_options(write=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                lock_postgresql(connection)
            elif engine.dialect.name != "sqlite" and not empty:
                lock_row(connection)
            yield connection


def lock_postgresql(connection: Connection) -> None:
    """Wait for the write lock until the transaction ends, but not for ever."""
    milliseconds = int(connection.get_execution_options().get("patience", PATIENCE) * 1000)
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK)))


def lock_row(connection: Connection) -> None:
    """The write lock of any database that locks rows."""
    connection.execute(sa.select(HEAD_OF_LINE).with_for_update())


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction for reading. Raises WorkFailedError."""
    with told(engine), engine.connect() as connection:
        yield connection
