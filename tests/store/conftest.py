"""Databases for tests: a fresh one each, on SQLite and on a real PostgreSQL server."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.store import Store
from tests.store.postgres_server import find_server, served

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a throw-away server, with `{name}` for the database."""
    binaries = find_server()
    if binaries is None:
        pytest.skip("needs a PostgreSQL server; install one with: sh scripts/postgres.sh")
    with served(binaries) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> str:
    """The name of a database on it that has the tables, to be copied."""
    _create(postgres, "ready", "template0")
    Store(postgres.format(name="ready")).close()
    return "ready"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that has the tables, to be copied."""
    path = tmp_path_factory.mktemp("ready") / "monitor.db"
    Store(f"sqlite:///{path}").close()
    return path


def _create(server: str, name: str, template: str) -> None:
    engine = sa.create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template}")
    engine.dispose()


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> str:
    """A database that has no tables yet."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path}/monitor.db"
    server, name = request.getfixturevalue("postgres"), f"test_{next(NUMBERS)}"
    _create(server, name, "template0")
    return str(server.format(name=name))


@pytest.fixture
def postgres_url(postgres: str, postgres_template: str) -> str:
    """A fresh database on the server, with its tables."""
    name = f"test_{next(NUMBERS)}"
    _create(postgres, name, postgres_template)
    return postgres.format(name=name)


@pytest.fixture
def url(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> str:
    """A fresh database with its tables."""
    if kind == "sqlite":
        shutil.copyfile(request.getfixturevalue("sqlite_template"), tmp_path / "monitor.db")
        return f"sqlite:///{tmp_path}/monitor.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def kind(request: pytest.FixtureRequest) -> str:
    """The kind of database."""
    return str(request.param)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store on a fresh database."""
    with Store(url) as opened:
        yield opened
