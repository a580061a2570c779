"""monitor.toml and targets.toml: what they become, and what is said of each mistake."""

from pathlib import Path

import pytest

from monitor.errors import ConfigurationError
from monitor.net import UrlPolicy
from monitor.workspace import Politeness, Target, Workspace, load_workspace

TARGET = '[[target]]\nname = "shop"\nargs = { url = "https://shop.example/" }\n'


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)


def write(folder: Path, settings: str | bytes = "", targets: str | None = None) -> Path:
    (folder / "brands" / "aurelia").mkdir(parents=True, exist_ok=True)
    (folder / "monitor.toml").write_bytes(settings.encode() if isinstance(settings, str) else settings)
    if targets is not None:
        (folder / "targets.toml").write_text(targets, "utf-8")
    return folder


def test_an_empty_file_is_enough(tmp_path: Path) -> None:
    assert load_workspace(write(tmp_path)) == Workspace(
        path=tmp_path,
        database=f"sqlite:///{tmp_path}/monitor.db",
        evidence=tmp_path / "evidence",
        images=tmp_path / "images",
        politeness=Politeness(delay=1.0, concurrency=4, contact=""),
        private_hosts=(),
        read_words=True,
        targets=(),
    )


def test_all_settings_are_read(tmp_path: Path) -> None:
    settings = """\
database = "postgresql+psycopg://monitor@db.internal/monitor"
evidence = "/mnt/evidence"
[politeness]
delay = 2
concurrency = 1
contact = "https://brand.example/crawler"
[images]
words = false
[network]
private_hosts = ["10.0.0.5", "shop.internal:8080", "[fd00::1]:80", "[fd00::2]"]
"""
    targets = """\
[[target]]
name = "night"
spider = "shop"
args = { url = "https://shop.example/s?q=aurelia", pages = 5, render = true, wait = 0.5 }
schedule = "0 3 * * mon-fri"
brands = ["aurelia"]
[[target]]
name = "店"
[target.args]
url = "https://x.example/"
"""
    workspace = load_workspace(write(tmp_path, settings, targets))
    assert workspace.database == "postgresql+psycopg://monitor@db.internal/monitor"
    assert workspace.evidence == Path("/mnt/evidence")
    assert workspace.politeness == Politeness(delay=2.0, concurrency=1, contact="https://brand.example/crawler")
    assert workspace.private_hosts == ("10.0.0.5", "shop.internal:8080", "[fd00::1]:80", "[fd00::2]")
    assert not workspace.read_words
    args = {"url": "https://shop.example/s?q=aurelia", "pages": "5", "render": "true", "wait": "0.5"}
    assert workspace.targets == (
        Target(name="night", spider="shop", args=args, schedule="0 3 * * mon-fri", brands=("aurelia",)),
        Target(name="店", spider="shop", args={"url": "https://x.example/"}),
    )


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///other.db", "sqlite:///{folder}/other.db"),
        ("sqlite:///data/other.db", "sqlite:///{folder}/data/other.db"),
        ("sqlite:////var/lib/monitor.db", "sqlite:////var/lib/monitor.db"),
        ("postgresql://me:secret@db/x", "postgresql://me:secret@db/x"),
    ],
)
def test_a_relative_database_lies_in_the_workspace(written: str, used: str, tmp_path: Path) -> None:
    assert load_workspace(write(tmp_path, f'database = "{written}"')).database == used.replace(
        "{folder}", str(tmp_path)
    )


def test_the_database_of_a_folder_with_odd_signs_is_in_that_folder(tmp_path: Path) -> None:
    import sqlalchemy as sa

    folder = tmp_path / "50% off? #1"
    assert sa.make_url(load_workspace(write(folder)).database).database == f"{folder}/monitor.db"


def test_the_environment_may_name_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_DATABASE", "postgresql://me:secret@db/x")
    assert load_workspace(write(tmp_path, 'database = "sqlite:///a.db"')).database == "postgresql://me:secret@db/x"
    monkeypatch.setenv("MONITOR_DATABASE", "postgresql:/me:secret@db/x")
    with pytest.raises(ConfigurationError, match=r"^\$MONITOR_DATABASE: .* is no database URL") as wrong:
        load_workspace(tmp_path)
    assert "secret" not in str(wrong.value)
    monkeypatch.setenv("MONITOR_DATABASE", " ")
    assert load_workspace(tmp_path).database == f"sqlite:///{tmp_path}/a.db"


@pytest.mark.parametrize(
    "schedule", ["0 3 * * *", "*/15 8-18 * * mon-fri", "@daily", "0 3 L * *", "30 2 29 2 *", "0 0 1 jan,apr *"]
)
def test_cron_expressions_are_accepted(schedule: str, tmp_path: Path) -> None:
    targets = f'{TARGET}schedule = "{schedule}"\n'
    assert load_workspace(write(tmp_path, "", targets)).targets[0].schedule == schedule


SETTINGS = [
    (
        'databse = "x"',
        "line 1: databse: unknown key; known are: politeness, network, images, timestamps, captures, database, evidence",
    ),
    ("database = 5", 'line 1: database: 5 does not fit; write database = "..."'),
    ('database = "monitor.db"', "line 1: database: 'monitor.db' is no database URL; write sqlite:///monitor.db or"),
    ('database = "postgres:/a:secret@b"', "line 1: database: 'postgres:/a:***@b' is no database URL"),
    ('database = "sqlite://"', "line 1: database: 'sqlite://' forgets everything when a command ends"),
    ('database = "sqlite:///:memory:"', "line 1: database: 'sqlite:///:memory:' forgets everything"),
    ("[politeness]\ndelay = -1", "line 2: politeness.delay: -1 is not a number from 0 to 3600"),
    ("[politeness]\ndelay = nan", "line 2: politeness.delay: nan is not a number from 0 to 3600"),
    ('[politeness]\ndelay = "1"', "line 2: politeness.delay: '1' is not a number from 0 to 3600"),
    (
        "[politeness]\nconcurrency = 1.5",
        "line 2: politeness.concurrency: 1.5 does not fit; write a whole number from 1",
    ),
    ("[politeness]\nconcurrency = 0", "line 2: politeness.concurrency: 0 is not a whole number from 1 to 64"),
    ("[politeness]\nconcurrency = true", "line 2: politeness.concurrency: True does not fit"),
    ("politeness = { speed = 1 }", "line 1: politeness.speed: unknown key; known are: delay, concurrency, contact"),
    ("politeness = 3", "line 1: politeness: 3 does not fit; write a table: [politeness]"),
    ('[network]\nprivate_hosts = "10.0.0.1"', "line 2: network.private_hosts: '10.0.0.1' does not fit; write a list"),
    ("[images]\nwords = 'no'", "line 2: images.words: 'no' does not fit; write true or false"),
    ("[images]\nread = true", "line 2: images.read: unknown key; known are: words"),
    ('private_hosts = ["a.internal"]', "evidence; private_hosts belongs below [network]"),
    ('[politeness]\nprivate_hosts = ["a.internal"]', "contact; private_hosts belongs below [network]"),
    ('[network]\nevidence = "e"', "known are: private_hosts; evidence belongs above all tables"),
    ("[alerts]\nmail = 'x'", "line 1: alerts: unknown key"),
    ("=", "monitor.toml: is not TOML: Invalid statement (at line 1, column 1)"),
    (b"\xff\xfe", "monitor.toml: is not UTF-8 text (byte 0); save it as UTF-8"),
]


@pytest.mark.parametrize(("settings", "said"), SETTINGS)
def test_a_mistake_in_monitor_toml_is_told(settings: str | bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_workspace(write(tmp_path, settings))
    assert f"{tmp_path}/monitor.toml: " in str(wrong.value)
    assert said in str(wrong.value)
    assert len(str(wrong.value).splitlines()) == 1


HOSTS = ["http://10.0.0.1", "10.0.0.0/8", "*", "a b", "me@host", "host:port", "host:99999", "fd00::1", ":80", "a/b"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_host_that_would_never_be_met_is_told(host: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"line 2: network\.private_hosts: .* is no host; write 10\.0\.0\.5"):
        load_workspace(write(tmp_path, f'[network]\nprivate_hosts = ["{host}"]'))


TARGETS = [
    ('[[target]]\nspider = "shop"', "line 1: target 1.name: '' is no name"),
    (f'{TARGET}[[target]]\nname = "a b"', "line 5: target 2.name: 'a b' is no name; use letters, digits, dots and"),
    (f"{TARGET}{TARGET}", "line 5: target 2.name: 'shop' is already taken by another target"),
    (f'{TARGET}spider = "my spider"', "line 4: target 1.spider: 'my spider' is no spider's name; see: scrapy list"),
    (f'{TARGET}shedule = "0 3 * * *"', "line 4: target 1.shedule: unknown key; known are: name, spider, schedule"),
    (f'{TARGET}schedule = "0 3 * *"', "line 4: target 1.schedule: '0 3 * *' is no cron expression of five fields"),
    (f'{TARGET}schedule = "0 0 3 * * *"', "line 4: target 1.schedule: '0 0 3 * * *' is no cron expression of five"),
    (f'{TARGET}schedule = "60 3 * * *"', "line 4: target 1.schedule: '60 3 * * *' is no cron expression ("),
    (f'{TARGET}schedule = "@nightly"', "line 4: target 1.schedule: '@nightly' is no cron expression ("),
    (f'{TARGET}schedule = "0 3 30 2 *"', "line 4: target 1.schedule: '0 3 30 2 *' never comes; write for example 0 3"),
    (f'{TARGET}schedule = "R 3 * * *"', "line 4: target 1.schedule: 'R 3 * * *' leaves the time to chance"),
    (f'{TARGET}schedule = "1,h(0-5) 3 * * *"', "line 4: target 1.schedule: '1,h(0-5) 3 * * *' leaves the time"),
    (f'{TARGET}brands = ["borealis"]', "line 4: target 1.brands: 'borealis' is no folder in"),
    (f'{TARGET}brands = ["."]', "line 4: target 1.brands: '.' is no folder in"),
    (f'{TARGET}brands = "aurelia"', "line 4: target 1.brands: 'aurelia' does not fit; write a list"),
    ('[[target]]\nname = "a"\nargs = "url=x"', "line 3: target 1.args: 'url=x' does not fit; write a table: [args]"),
    ('[[target]]\nname = "a"\nargs = { url = ["x"] }', "line 3: target 1.args.url: ['x'] is no argument"),
    ('[[target]]\nname = "a"\n[target.args]\n"a b" = 1', "line 4: target 1.args.a b: is no argument's name"),
    ('[[target]]\nname = "a"\nargs = { url = "a\\nb" }', r"line 3: target 1.args.url: 'a\nb' is no argument"),
    ('[[target]]\nname = "a"\nargs = { url = "a\\u0000b" }', r"line 3: target 1.args.url: 'a\x00b' is no argument"),
    (
        '[target]\nname = "a"',
        "line 1: target: {'name': 'a'} does not fit; write a list of tables: [[target]] above each",
    ),
    ("target = [1]", "line 1: target: [1] is not a list of tables; write [[target]] above each"),
    ("[[targets]]", "line 1: targets: unknown key; known are: target"),
]


@pytest.mark.parametrize(("targets", "said"), TARGETS)
def test_a_mistake_in_targets_toml_is_told(targets: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_workspace(write(tmp_path, "", targets))
    assert f"{tmp_path}/targets.toml: {said}" in str(wrong.value)
    assert len(str(wrong.value).splitlines()) == 1


def test_the_mistakes_of_both_files_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        load_workspace(write(tmp_path, 'database = "x"\nfoo = 1', '[[target]]\nname = "!"\nx = 1'))
    assert len(str(wrong.value).splitlines()) == 4


@pytest.mark.parametrize("folder", [".", "missing", "file.txt"])
def test_a_folder_that_is_no_workspace_says_how_to_make_one(folder: str, tmp_path: Path) -> None:
    (tmp_path / "file.txt").touch()
    with pytest.raises(
        ConfigurationError, match=r"no workspace here \(no monitor.toml\); make one with: monitor init /"
    ):
        load_workspace(tmp_path / folder)


def test_a_link_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "w").symlink_to(tmp_path / "w")
    with pytest.raises(ConfigurationError):
        load_workspace(tmp_path / "w")


def test_a_long_list_of_targets_is_read(tmp_path: Path) -> None:
    targets = "".join(f'[[target]]\nname = "t{n}"\nschedule = "{n % 60} 3 * * *"\n' for n in range(2_000))
    assert len(load_workspace(write(tmp_path, "", targets)).targets) == 2_000


@pytest.mark.parametrize(
    ("args", "refused"),
    [
        ('url = "http://127.0.0.1:8000/shop"', False),
        ('url = "HTTP://127.0.0.1:8000/shop"', False),
        ('url = "http://127.0.0.1:9000/"', True),
        ('seller = "http://127.0.0.1:8000/"', True),
        ("", True),
    ],
)
def test_captures_go_where_the_crawls_of_the_targets_go(tmp_path: Path, args: str, *, refused: bool) -> None:
    """The private host of a target's url alone, on its port, and no other argument's."""
    (tmp_path / "monitor.toml").touch()
    (tmp_path / "targets.toml").write_text(f'[[target]]\nname = "t"\n[target.args]\n{args}\n')
    settings = load_workspace(tmp_path)
    policy = UrlPolicy.of(settings.operator_urls, settings.private_hosts)
    assert (policy.refusal("http://127.0.0.1:8000/item/1") is not None) is refused
