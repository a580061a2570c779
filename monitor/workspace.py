"""monitor.toml and targets.toml as frozen data, or one error that lists all that is wrong with them."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from croniter import CroniterBadDateError, CroniterError, croniter

from monitor.brands.files import is_there
from monitor.brands.loader import SLUG
from monitor.brands.problems import Problems, shown
from monitor.brands.toml import Table, read_table
from monitor.errors import ConfigurationError

NAME = re.compile(r"\w[\w.-]{0,63}")
DATABASE = "sqlite:///monitor.db"
VARIABLE = "MONITOR_DATABASE"
SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
LONGEST_ARGUMENT = 4_000
LONGEST_SCHEDULE = 200
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


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
class Captures:
    """From which severity on candidate cases are captured by themselves (0 for none), and how many in a run."""

    least: int = 0
    most: int = 20
    minutes: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace's settings. `database` is an SQLAlchemy URL; paths are absolute."""

    path: Path
    database: str
    evidence: Path
    images: Path
    politeness: Politeness
    private_hosts: tuple[str, ...]
    timestamp_url: str = ""
    """Where a timestamp authority answers (RFC 3161); empty where none is asked."""
    timestamp_authority: Path | None = None
    """The certificates (PEM) by which its answers are checked."""
    captures: Captures = field(default_factory=Captures)
    read_words: bool = True
    """Whether words in photos are read, where the extra for it is installed."""
    targets: tuple[Target, ...] = ()

    @property
    def operator_urls(self) -> tuple[str, ...]:
        """The addresses that the targets name, as their crawls read them; their hosts may be private."""
        return tuple(url for target in self.targets if (url := target.args.get("url", "")))


def load_workspace(path: Path) -> Workspace:
    """Read and check a workspace's own two files; both may be empty, and targets.toml absent.

    Raises ConfigurationError that names file, key and value of everything that is wrong.
    """
    problems = Problems()
    try:
        path = path.resolve()
    except (OSError, RuntimeError) as failure:
        raise ConfigurationError(f"{path}: cannot be looked up: {failure}") from failure
    if not is_there(path / "monitor.toml", problems):
        problems.raise_if_any()
        raise ConfigurationError(
            f"{path}: no workspace here (no monitor.toml); make one with: monitor init {path}, or name yours with "
            "--workspace or $MONITOR_WORKSPACE"
        )
    workspace = _settings(path, problems)
    targets = _targets(path, problems)
    problems.raise_if_any()
    assert workspace is not None
    return replace(workspace, targets=targets)


def _settings(path: Path, problems: Problems) -> Workspace | None:
    """What monitor.toml says, or None with the problem told."""
    table = read_table(path / "monitor.toml", problems)
    if table is None:
        return None
    politeness, network, pictures = table.table("politeness"), table.table("network"), table.table("images")
    stamps, captures = table.table("timestamps"), table.table("captures")
    address, certificates = stamps.text("url"), stamps.text("authority")
    if address and not re.match(r"https?://[^/\s]+", address):
        stamps.wrong("url", f"{shown(address)} is no address; write one that begins with http:// or https://")
    if bool(address) != bool(certificates):
        stamps.wrong("url" if address else "authority", "a timestamp authority needs both, url and authority")
    workspace = Workspace(
        path=path,
        database=_database(path, table),
        evidence=path / table.text("evidence", "evidence"),
        images=path / "images",
        politeness=Politeness(
            delay=politeness.number("delay", 1.0, 0.0, 3600.0),
            concurrency=politeness.whole("concurrency", 4, 1, 64),
            contact=politeness.text("contact"),
        ),
        private_hosts=_hosts(network),
        timestamp_url=address,
        timestamp_authority=path / certificates if certificates else None,
        captures=Captures(
            least=captures.whole("from", 0, 0, 100),
            most=captures.whole("most", 20, 1, 10_000),
            minutes=captures.number("minutes", 10.0, 0.1, 1440.0),
        ),
        read_words=pictures.flag("words", default=True),
    )
    parts = (politeness, network, pictures, stamps, captures, table)
    for part in parts:
        part.done(parts)
    return workspace


def _database(path: Path, table: Table) -> str:
    """The URL of $MONITOR_DATABASE, else of monitor.toml, else SQLite in the workspace; a relative file lies in it."""
    written, given = table.text("database", DATABASE), os.environ.get(VARIABLE, "").strip()
    url = given or written
    seen = shown(re.sub(r"(:/*[^:/@]*):.*@", r"\1:***@", url))
    wrong = ""
    if not re.match(r"[a-z][a-z0-9+]*://", url):
        wrong = f"{seen} is no database URL; write {DATABASE} or postgresql+psycopg://user@host/name"
    elif re.match(r"sqlite[^:]*:(//$|///$|///:memory:|.*mode=memory)", url):
        wrong = f"{seen} forgets everything when a command ends; write {DATABASE}"
    if wrong and given:
        table.problems.add(Path(f"${VARIABLE}"), "", wrong)
    elif wrong:
        table.wrong("database", wrong)
    relative = re.fullmatch(r"(sqlite(?:\+\w+)?):///([^/:].*)", url)
    folder = str(path).replace("%", "%25").replace("?", "%3F")
    return f"{relative[1]}:///{folder}/{relative[2]}" if relative else url


def _hosts(network: Table) -> tuple[str, ...]:
    """The hosts on private addresses that pages may name."""
    hosts = network.texts("private_hosts")
    for host in hosts:
        if not _is_host(host):
            network.wrong(
                "private_hosts", f"{shown(host)} is no host; write 10.0.0.5, shop.internal:8080 or [fd00::1]:8080"
            )
    return hosts


def _is_host(text: str) -> bool:
    """Whether a text is a name or address with or without a port, and nothing else."""
    try:
        parts = urlsplit(f"//{text}")
        _ = parts.port
    except ValueError:
        return False
    return (
        parts.netloc == text
        and "@" not in text
        and bool(re.fullmatch(r"[\w.-]+|[0-9a-f:.]*:[0-9a-f:.]*", parts.hostname or ""))
    )


def _targets(path: Path, problems: Problems) -> tuple[Target, ...]:
    """What targets.toml lists."""
    file = path / "targets.toml"
    top = read_table(file, problems) if is_there(file, problems) else None
    if top is None:
        return ()
    targets: dict[str, Target] = {}
    for table in top.tables("target"):
        target = _target(table, path)
        if target.name in targets:
            table.wrong("name", f"{shown(target.name)} is already taken by another target; give each its own")
        if target.name:
            targets[target.name] = target
    top.done()
    return tuple(targets.values())


def _target(table: Table, path: Path) -> Target:
    name, spider, schedule = table.text("name"), table.text("spider", "shop"), table.text("schedule")
    if not NAME.fullmatch(name):
        table.wrong("name", f"{shown(name)} is no name; use letters, digits, dots and hyphens, 64 at most")
    if not NAME.fullmatch(spider):
        table.wrong("spider", f"{shown(spider)} is no spider's name; see: scrapy list")
    if schedule and (reason := schedule_problem(schedule)):
        table.wrong("schedule", f"{shown(schedule)} {reason}; write for example 0 3 * * * for every day at 03:00 UTC")
    brands = table.texts("brands")
    for slug in brands:
        if not SLUG.fullmatch(slug) or not (path / "brands" / slug).is_dir():
            table.wrong("brands", f"{shown(slug)} is no folder in {path / 'brands'}; name one of those, or make it")
    args = _args(table.table("args"))
    table.done()
    return Target(name=name, spider=spider, args=args, schedule=schedule, brands=brands)


def _args(table: Table) -> Mapping[str, str]:
    """The arguments of a spider as text; numbers and true or false need no quotes."""
    args = {}
    for key, value in table.rest().items():
        words = shown(value).lower() if isinstance(value, (int, float)) else value
        if not re.fullmatch(r"\w{1,40}", key):
            table.wrong(key, "is no argument's name; use letters, digits and underscores")
        elif not isinstance(words, str) or CONTROL.search(words) or len(words) > LONGEST_ARGUMENT:
            table.wrong(key, f"{shown(value)} is no argument; write a text in quotes on one line")
        else:
            args[key] = words.strip()
    return args


def schedule_problem(schedule: str) -> str:
    """Why a cron expression cannot be used, as words that go after it; empty when it can."""
    fields = schedule.split()
    if len(schedule) > LONGEST_SCHEDULE or (len(fields) != 5 and not schedule.startswith("@")):
        return "is no cron expression of five fields"
    if re.search(r"(?<![a-z])[hr](?![a-z])", schedule.lower()):
        return "leaves the time to chance"
    try:
        croniter(schedule, SOME_DAY).get_next(datetime)
    except CroniterBadDateError:
        return "never comes"
    except (CroniterError, ValueError, KeyError, ArithmeticError) as failure:
        return f"is no cron expression ({' '.join(str(failure).split())[:120]})"
    return ""
