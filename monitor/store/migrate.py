"""Bring a database to the newest version of the tables, once, whoever comes first."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from monitor.errors import WorkFailedError
from monitor.store.connection import reading, writing
from monitor.store.failures import name_of

FOLDER = Path(__file__).parent / "migrations"
NEWEST = "0017"
"""The last revision in `migrations/versions`; the usual case is answered by one look, without loading Alembic."""


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, under the write lock. Raises WorkFailedError for a newer database."""
    with reading(engine) as connection:
        version = _version(connection)
    if version == NEWEST:
        return
    with writing(engine, empty=version is None) as connection:
        version = _version(connection)
        if version != NEWEST:
            _upgrade(connection, version)


def _version(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()}
    if version is not None and version not in known:
        raise WorkFailedError(
            f"{name_of(connection.engine)}: its tables are of a newer monitor (version {version}, this one knows "
            f"{NEWEST}); update this monitor, or name another database in monitor.toml"
        )
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
