"""monitor.toml and targets.toml as frozen data, or one error that lists all that is wrong with them."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from croniter import croniter

from monitor.brands.problems import Problems
from monitor.brands.toml import Table, read_table
from monitor.errors import ConfigurationError

NAME = re.compile(r"[\w][\w.-]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to crawl; `args` are the spider's arguments, `schedule` a cron expression in UTC or empty."""

    name: str
    spider: str
    args: Mapping[str, str]
    schedule: str = ""
    brands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """How to behave as a guest: seconds between requests, requests at a time for a site, whom a site may write to."""

    delay: float
    concurrency: int
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace's settings. `database` is an SQLAlchemy URL; paths are absolute."""

    path: Path
    database: str
    evidence: Path
    images: Path
    politeness: Politeness
    private_hosts: tuple[str, ...]
    targets: tuple[Target, ...] = ()


def load_workspace(path: Path) -> Workspace:
    """Read and check a workspace's own two files; both may be empty, and targets.toml absent.

    Raises ConfigurationError that names file, key and value of everything that is wrong.
    """
    path = path.resolve()
    if not (path / "monitor.toml").is_file():
        raise ConfigurationError(f"{path}: no workspace here (no monitor.toml); make one with: monitor init {path}")
    problems = Problems()
    table = read_table(path / "monitor.toml", problems)
    politeness, network = table.table("politeness"), table.table("network")
    workspace = Workspace(
        path=path,
        database=_database(path, table),
        evidence=path / table.text("evidence", "evidence"),
        images=path / "images",
        politeness=Politeness(
            delay=politeness.number("delay", 1.0, 0.0, 3600.0),
            concurrency=int(politeness.number("concurrency", 4, 1, 64)),
            contact=politeness.text("contact"),
        ),
        private_hosts=network.texts("private_hosts"),
        targets=_targets(path, problems),
    )
    for part in (politeness, network, table):
        part.done()
    problems.raise_if_any()
    return workspace


def _database(path: Path, table: Table) -> str:
    """The URL of $MONITOR_DATABASE, else of monitor.toml, else SQLite in the workspace; a relative file lies in it."""
    written = table.text("database", "sqlite:///monitor.db")
    url = os.environ.get("MONITOR_DATABASE") or written
    if not re.match(r"[a-z0-9+]+://", url):
        table.wrong("database", f"{url!r} is no database URL; write sqlite:///monitor.db or postgresql+psycopg://...")
    relative = re.fullmatch(r"(sqlite(?:\+\w+)?):///([^/:].*)", url)
    return f"{relative[1]}:///{path / relative[2]}" if relative else url


def _targets(path: Path, problems: Problems) -> tuple[Target, ...]:
    file = path / "targets.toml"
    if not file.is_file():
        return ()
    top = read_table(file, problems)
    targets: dict[str, Target] = {}
    for table in top.tables("target"):
        target = _target(table, path)
        if target.name in targets:
            table.wrong("name", f"{target.name!r} is already taken by another target")
        targets[target.name] = target
    top.done()
    return tuple(targets.values())


def _target(table: Table, path: Path) -> Target:
    name, spider, schedule = table.text("name"), table.text("spider", "shop"), table.text("schedule")
    brands = table.texts("brands")
    if not NAME.fullmatch(name):
        table.wrong("name", f"{name!r} is no name; use letters, digits, dots and hyphens")
    if schedule and not croniter.is_valid(schedule):
        table.wrong("schedule", f"{schedule!r} is no cron expression; write for example 0 3 * * * for 03:00 UTC")
    for slug in brands:
        if not (path / "brands" / slug).is_dir():
            table.wrong("brands", f"{slug!r} is not in {path / 'brands'}")
    args = table.table("args")
    values = {}
    for key, value in args.rest().items():
        if not isinstance(value, (str, int, float)) or "\n" in str(value):
            args.wrong(key, f"{value!r} is not text, a number or true or false")
        values[key] = str(value).lower() if isinstance(value, bool) else str(value)
    table.done()
    return Target(name=name, spider=spider, args=values, schedule=schedule, brands=brands)
