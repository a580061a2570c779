"""The database's engine: one writer at a time, clear words when it fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from monitor.errors import ConfigurationError, WorkFailedError

SECONDS_TO_WAIT = 30
WRITE_LOCK = 7_310_583_402


def open_engine(url: str) -> Engine:
    """An engine for a database URL. Raises ConfigurationError for a URL that cannot be used."""
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() == "sqlite":
            engine = sa.create_engine(parsed, connect_args={"timeout": SECONDS_TO_WAIT, "check_same_thread": False})
            sa.event.listen(engine, "connect", _prepare_sqlite)
            sa.event.listen(engine, "begin", _begin_sqlite)
        else:
            engine = sa.create_engine(parsed, pool_pre_ping=True)
    except ModuleNotFoundError as failure:
        raise ConfigurationError(
            f"monitor.toml: database: the driver {failure.name} is missing; "
            "run: pip install 'marketplace-monitor[postgres]'"
        ) from failure
    except (sa.exc.ArgumentError, ValueError) as failure:
        raise ConfigurationError(f"monitor.toml: database: {url!r} cannot be used: {failure}") from failure
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Transactions are begun by us; readers and one writer at a time; what is committed is on the disk."""
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the store's write lock; all or nothing. Raises WorkFailedError."""
    with told(engine), engine.connect() as plain:
        connection = plain.execution_options(write=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK)))
            yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction for reading. Raises WorkFailedError."""
    with told(engine), engine.connect() as connection:
        yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turn the database's errors that a person can mend into one sentence."""
    try:
        yield
    except sa.exc.OperationalError as failure:
        raise WorkFailedError(_in_words(engine, str(failure.orig))) from failure
    except sa.exc.DatabaseError as failure:
        if "malformed" in str(failure.orig) or "not a database" in str(failure.orig):
            raise WorkFailedError(_in_words(engine, str(failure.orig))) from failure
        raise


def _in_words(engine: Engine, reason: str) -> str:
    name = engine.url.render_as_string(hide_password=True)
    if "locked" in reason or "busy" in reason:
        return f"{name}: another process holds the database for more than {SECONDS_TO_WAIT} s; end it and try again"
    if "full" in reason or "disk I/O" in reason:
        return f"{name}: cannot be written, the disk is full or failing ({reason}); make room and try again"
    if "readonly" in reason or "unable to open" in reason:
        return f"{name}: cannot be opened for writing ({reason}); check the folder and its permissions"
    if "malformed" in reason or "not a database" in reason:
        return f"{name}: is damaged or no database ({reason}); move it away or restore a copy"
    return f"{name}: {reason.strip().splitlines()[0] if reason.strip() else 'cannot be reached'}"
