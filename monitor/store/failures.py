"""What a database says when it fails, in one sentence with the way out."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from monitor.errors import WorkFailedError

LOCKED, FULL, CLOSED, DAMAGED = "locked", "full", "closed", "damaged"
SQLITE = {
    "BUSY": LOCKED, "LOCKED": LOCKED, "FULL": FULL, "IOERR": FULL, "READONLY": CLOSED, "CANTOPEN": CLOSED,
    "PERM": CLOSED, "NOTADB": DAMAGED, "CORRUPT": DAMAGED,
}  # fmt: skip
POSTGRESQL = {
    "55P03": LOCKED, "53100": FULL, "58030": FULL, "42501": CLOSED, "25006": CLOSED, "XX001": DAMAGED, "XX002": DAMAGED,
}  # fmt: skip
SAYINGS = {
    LOCKED: "another process has been writing to it for too long; see that it ends, and try again",
    FULL: "cannot be written, the disk is full or failing ({reason}); make room, and try again",
    CLOSED: "cannot be opened for writing ({reason}); check that the folder is there and who may write to it",
    DAMAGED: "is damaged or no database ({reason}); move it away, or put a copy of it back",
}
UNREACHABLE = "cannot be reached ({reason}); check the address, the password and that the server runs"


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Raise WorkFailedError for what a person can mend; an error of ours stays what it is."""
    try:
        yield
    except sa.exc.DBAPIError as failure:
        kind = _kind(failure.orig)
        reason = (str(failure.orig).strip() or type(failure.orig).__name__).splitlines()[0]
        if kind is not None:
            saying = SAYINGS[kind]
        elif isinstance(failure, sa.exc.OperationalError) and engine.dialect.name != "sqlite":
            saying = UNREACHABLE
        else:
            raise
        raise WorkFailedError(f"{name_of(engine)}: {saying.format(reason=reason)}") from failure


def name_of(engine: Engine) -> str:
    """The database as a person knows it: the file, or the URL without the password."""
    if engine.dialect.name == "sqlite" and engine.url.database:
        return engine.url.database
    return engine.url.render_as_string(hide_password=True)


def _kind(error: BaseException | None) -> str | None:
    state = getattr(error, "sqlstate", None)
    if state:
        return POSTGRESQL.get(state)
    parts = str(getattr(error, "sqlite_errorname", "")).split("_")
    return SQLITE.get(parts[1]) if len(parts) > 1 else None
