"""The tables come from migrations alone, once, whoever comes first."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from monitor.errors import WorkFailedError
from monitor.store import CaseFilter, Store
from monitor.store.migrate import FOLDER, NEWEST
from monitor.store.schema import metadata
from tests.store.store_world import inspector, looked, seen


def test_the_newest_revision_is_named() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [NEWEST]


def test_migrations_make_the_tables_of_the_schema(empty_url: str) -> None:
    Store(empty_url).close()
    engine = sa.create_engine(empty_url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        indexes = {name for table in metadata.tables.values() for name in (index.name for index in table.indexes)}
        there = {index["name"] for name in metadata.tables for index in sa.inspect(connection).get_indexes(name)}
        assert indexes <= there
    engine.dispose()


def test_opening_again_changes_nothing(url: str) -> None:
    judge = inspector()
    with Store(url) as store:
        store.write(looked(judge, seen(seller="rogue")), judge)
    for _ in range(2):
        with Store(url) as store:
            assert store.count_observations() == 1
            assert store.count_cases(CaseFilter()) == 1


def test_back_to_nothing_and_forward_again(url: str) -> None:
    Store(url).close()
    engine = sa.create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with engine.connect() as connection:
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version", "sqlite_sequence"}
    engine.dispose()
    with Store(url) as store:
        assert store.count_observations() == 0


def test_a_newer_database_is_left_alone(url: str) -> None:
    Store(url).close()
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(WorkFailedError, match=r"newer monitor \(version 9999, this one knows \d+\); update"):
        Store(url)


def test_many_may_be_the_first(empty_url: str) -> None:
    """Processes that open a database at the same moment, while it has no tables: one makes them, all go on."""
    code = "import sys; from monitor.store import Store; print(Store(sys.argv[1]).count_observations())"
    root = Path(__file__).parents[2]
    openers = [
        subprocess.Popen(
            [sys.executable, "-c", code, empty_url],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for _ in range(6)
    ]
    said = [opener.communicate(timeout=120) for opener in openers]
    assert [(out.strip(), err) for out, err in said] == [("0", "")] * len(openers)
