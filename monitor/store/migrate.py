"""Bring a database to the newest version of the tables, once, whoever comes first."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from monitor.errors import WorkFailedError
from monitor.store.connection import reading, writing

FOLDER = Path(__file__).parent / "migrations"
NEWEST = "0001"


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, under the write lock. Raises WorkFailedError for a newer database."""
    with reading(engine) as connection:
        version = _version(connection)
    if version == NEWEST:
        return
    with writing(engine) as connection:
        version = _version(connection)
        if version == NEWEST:
            return
        _upgrade(connection, version)


def _version(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, version: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    if version is not None and version not in {
        script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()
    }:
        raise WorkFailedError(
            f"{connection.engine.url.render_as_string()}: was written by a newer monitor (version {version}); update it"
        )
    command.upgrade(config, "head")
