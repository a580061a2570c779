"""`monitor doctor` says of each thing that may be wrong that it is wrong, and how to mend it."""

import os
import re
import shutil
import sqlite3
import time
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from detectors.base import Portfolio
from monitor.brands import Brand, PriceRule, Product, SellerEntry, SellerStatus, Trademark
from monitor.chromium import find_chromium
from monitor.cli import _health, _health_brands, _health_copies, _health_machine, main
from monitor.cli._health_check import Check
from monitor.inspection import Inspector
from monitor.records import Listing, Observation
from monitor.store import Store
from monitor.workspace import Target, load_workspace

Doctor = Callable[[], tuple[int, dict[str, str]]]


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The example workspace, and a browser that does what doctor wants to see; one test takes the real one."""
    for name in ("MONITOR_WORKSPACE", "MONITOR_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MONITOR_CHROMIUM", str(program(tmp_path / "browser", "echo monitor 42")))
    main(["init", str(tmp_path / "w")])
    capsys.readouterr()
    return tmp_path / "w"


@pytest.fixture
def doctor(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Doctor:
    """Runs the command; its exit code, and its lines (state and words) by the name of the check."""

    def call() -> tuple[int, dict[str, str]]:
        code = 0
        try:
            main(["doctor", "--workspace", str(workspace)])
        except SystemExit as done:
            code = int(done.code or 0)
        lines: dict[str, str] = {}
        for line in capsys.readouterr().out.splitlines():
            found = re.fullmatch(r"(ok|warning|wrong) +(\w+) +(.*)|\s{23}(.*)", line)
            assert found, f"{line!r} is not aligned"
            if found[2]:
                last = found[2]
                lines[last] = f"{lines.get(last, '')}{found[1]}: {found[3]}\n"
            else:
                lines[last] += f"{found[4]}\n"
        return code, lines

    return call


def test_the_example_is_well(doctor: Doctor) -> None:
    code, lines = doctor()
    assert code == 0
    assert list(lines) == [
        "configuration", "brands", "rates", "imports", "targets", "folders", "disk", "database", "words", "evidence",
        "chromium", "clock",
    ]  # fmt: skip
    assert {line.split(":")[0] for name, line in lines.items() if name not in ("disk", "rates")} == {"ok"}
    assert "sqlite can be written, its tables are the newest; no observation yet" in lines["database"]


def test_what_was_left_of_the_example_is_told(doctor: Doctor, workspace: Path) -> None:
    dossier = workspace / "brands/aurelia/brand.toml"
    dossier.write_text(dossier.read_text("utf-8").replace('name = "Aurelia"', 'name = "Velmora"'), "utf-8")
    code, lines = doctor()
    assert code == 0
    assert "warning: aurelia: logos/aurelia.png, photos/meridian-40.png are still of the example" in lines["brands"]


@pytest.mark.parametrize(
    ("marketplace", "told"),
    [("ebay.ed", "ebay.de"), ("ebay.de", ""), ("www.Amazon.fr", ""), ("shop.exmple", "shop.example"), ("shop.new", ""),
     ("ebay", ""), ("", "")],
)  # fmt: skip
def test_a_marketplace_that_may_be_a_slip_is_told(marketplace: str, told: str) -> None:
    seller = SellerEntry(
        marketplace=marketplace, seller_id="s", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED
    )
    target = Target(name="t", spider="shop", args={"url": "https://shop.example/"})
    found = [one.says for one in _health_copies.slips([Brand(slug="b", name="B", sellers=(seller,))], [target])]
    assert len(found) == bool(told)
    assert all(told in says for says in found)


def test_looking_leaves_nothing_behind(doctor: Doctor, workspace: Path) -> None:
    doctor()
    doctor()
    with Store(load_workspace(workspace).database) as store:
        assert store.last_runs() == {}
        assert store.count_observations() == 0
    assert not (workspace / "images").exists()


def test_without_a_workspace_the_rest_is_checked_and_the_exit_code_is_2(doctor: Doctor, workspace: Path) -> None:
    shutil.rmtree(workspace)
    code, lines = doctor()
    assert code == 2
    assert (
        f"wrong: {workspace}: no workspace here (no monitor.toml); make one with: monitor init"
        in lines["configuration"]
    )
    assert list(lines) == ["configuration", "imports", "chromium", "clock"]


BROKEN = [
    ("monitor.toml", "databse = 1", "configuration", "monitor.toml: line 1: databse: unknown key"),
    ("brands/aurelia/brand.toml", "name = 1", "brands", "brand.toml: line 1: name: 1 does not fit"),
    ("brands/aurelia/logos/aurelia.png", "no picture", "brands", "aurelia.png"),
    ("targets.toml", "[[target]]\nname = 'a'\nspider = 'amazn'\n", "targets", "target 'a': there is no spider 'amazn'; known are:"),
    ("targets.toml", "[[target]]\nname = 'a'\nargs = { page = 1 }\n", "targets", "target 'a': -a page=…: shop has no such argument"),
    ("targets.toml", "[[target]]\nname = 'a'\n", "targets", "target 'a': shop needs the argument url"),
    ("targets.toml", "[[target]]\nname = 'a'\nschedule = 'x'", "configuration", "targets.toml: line 3: target 1.schedule"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "content", "check", "said"), BROKEN, ids=[f"{row[0]}: {row[3][:40]}" for row in BROKEN]
)
def test_a_broken_configuration_ends_with_2(
    file: str, content: str, check: str, said: str, doctor: Doctor, workspace: Path
) -> None:
    (workspace / file).write_text(content)
    code, lines = doctor()
    assert code == 2
    assert lines[check].startswith("wrong: ")
    assert said in lines[check]
    assert "chromium" in lines, "the other checks are made all the same"


def test_an_unknown_detector_setting_is_told(doctor: Doctor, workspace: Path) -> None:
    with (workspace / "brands/aurelia/brand.toml").open("a") as file:
        file.write("[detectors.unstable_price]\nwindow_dys = 3\n")
    code, lines = doctor()
    assert code == 2
    assert "detectors.unstable_price.window_dys: unknown key" in lines["brands"]


def test_all_mistakes_of_a_dossier_are_lined_up(doctor: Doctor, workspace: Path) -> None:
    (workspace / "brands/aurelia/brand.toml").write_text("nam = 1\nx = 2\n")
    lines = doctor()[1]["brands"].splitlines()
    assert len(lines) == 4


def test_a_misspelt_setting_is_told_beside_what_is_wrong_in_the_tables(doctor: Doctor, workspace: Path) -> None:
    dossier = workspace / "brands/aurelia"
    with (dossier / "brand.toml").open("a") as file:
        file.write("[detectors.unstable_price]\nwindow_dys = 3\ncalm = 1\n[detectors.low_prise]\n")
    (dossier / "products.csv").write_text("sku,name,gtin\nA,Aurelia watch,123\n")
    lines = doctor()[1]["brands"]
    for said in (
        "detectors.unstable_price.window_dys: unknown key",
        "detectors.unstable_price.calm: unknown key",
        "detectors.low_prise: no such detector",
        "products.csv: line 2: gtin",
    ):
        assert said in lines


def test_targets_that_can_be_crawled_are_well(doctor: Doctor, workspace: Path) -> None:
    (workspace / "targets.toml").write_text(
        "[[target]]\nname = 'a'\nargs = { url = 'https://x.example/' }\nschedule = '0 3 * * *'\n"
    )
    code, lines = doctor()
    assert (code, lines["targets"]) == (0, "ok: 1, of which 1 have a schedule\n")


def damaged(workspace: Path) -> str:
    (workspace / "monitor.db").write_bytes(b"no database at all" * 100)
    return "is damaged or no database"


def newer(workspace: Path) -> str:
    with Store(load_workspace(workspace).database):
        pass
    with sqlite3.connect(workspace / "monitor.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    return "its tables are of a newer monitor (version 9999"


def folder_missing(workspace: Path) -> str:
    (workspace / "monitor.toml").write_text('database = "sqlite:///none/monitor.db"')
    return "cannot be opened for writing"


def a_folder(workspace: Path) -> str:
    (workspace / "monitor.db").mkdir()
    return "cannot be opened for writing"


@pytest.mark.parametrize("spoil", [damaged, newer, folder_missing, a_folder])
def test_a_database_that_cannot_be_used_is_wrong(spoil: Callable[[Path], str], doctor: Doctor, workspace: Path) -> None:
    said = spoil(workspace)
    code, lines = doctor()
    assert code == 1
    assert lines["database"].startswith("wrong: ")
    assert said in lines["database"]


def test_a_locked_database_is_wrong(doctor: Doctor, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doctor()
    monkeypatch.setattr(_health_machine, "SECONDS_FOR_DATABASE", 0.2)
    connection = sqlite3.connect(workspace / "monitor.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        code, lines = doctor()
    finally:
        connection.close()
    assert code == 1
    assert lines["database"].startswith("wrong: ")
    assert "another process" in lines["database"]


def test_a_database_of_a_server_that_is_not_there_is_wrong(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setenv("MONITOR_DATABASE", "postgresql+psycopg://me:geheim@127.0.0.1:9/none")
    code, lines = doctor()
    assert code == 1
    assert lines["database"].startswith("wrong: ")
    assert "geheim" not in lines["database"]


@pytest.mark.parametrize(
    ("script", "state", "said"),
    [
        ("echo oops >&2; exit 3", "wrong", "showed no page ('oops')"),
        ("exit 3", "wrong", "showed no page ('exit code 3')"),
        ("sleep 900 & wait", "wrong", "did not start and end within 1 s"),
    ],
)
def test_a_browser_that_does_not_work_is_wrong(
    script: str, state: str, said: str, doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_health_machine, "SECONDS_FOR_CHROMIUM", 1 if "sleep" in script else 300)
    program(tmp_path / "browser", script)
    began = time.monotonic()
    code, lines = doctor()
    assert code == 1
    assert lines["chromium"].startswith(f"{state}: ")
    assert said in lines["chromium"]
    assert "apt install chromium" in lines["chromium"]
    assert time.monotonic() - began < 300


def test_a_browser_that_is_not_there_is_told(doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_CHROMIUM", "/none/chromium")
    code, lines = doctor()
    assert code == 1
    assert lines["chromium"] == "wrong: $MONITOR_CHROMIUM is '/none/chromium', which is no program; mend or unset it\n"
    monkeypatch.setattr(_health_machine.finding, "find_chromium", lambda: None)
    monkeypatch.delenv("MONITOR_CHROMIUM")
    code, lines = doctor()
    assert code == 0
    assert lines["chromium"].startswith(
        "warning: none found, so pages that only JavaScript fills are not read; install"
    )


@pytest.mark.browser
@pytest.mark.skipif(find_chromium() is None, reason="needs Chromium; run monitor doctor")
def test_the_real_browser_shows_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MONITOR_CHROMIUM", raising=False)
    path = find_chromium()
    assert path
    assert b"monitor 42" in (_health_machine._render(path) or b"")


def test_another_package_of_our_name_is_wrong(doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site/pipelines").mkdir(parents=True)
    (tmp_path / "site/pipelines/__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path / "site")
    code, lines = doctor()
    assert code == 1
    assert f"wrong: pipelines is in {tmp_path}/site too, beside" in lines["imports"]


def store_one(workspace: Path, seen: datetime) -> None:
    listing = Listing(marketplace="m", listing_id="1", url="https://m.example/1", title="x", price=Decimal(1))
    inspector = Inspector([Brand(slug="a", name="A")])
    assert isinstance(inspector.portfolio, Portfolio)
    with Store(load_workspace(workspace).database) as store:
        store.write([inspector.look(Observation(listing=listing, observed_at=seen))], inspector)


def test_a_clock_behind_the_newest_observation_is_wrong(doctor: Doctor, workspace: Path) -> None:
    store_one(workspace, datetime.now(UTC) - timedelta(days=1))
    assert doctor()[0] == 0
    later = datetime.now(UTC) + timedelta(days=2)
    store_one(workspace, later)
    code, lines = doctor()
    assert code == 1
    assert f"is before the newest stored observation ({later:%Y-%m-%d %H:%M} UTC)" in lines["clock"]


def test_a_clock_that_cannot_be_right_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    beginning = _health_machine.Beginning()
    assert _health_machine.clock(beginning, None).state == "ok"
    beginning.clock -= 100
    assert _health_machine.clock(beginning, None).says.find("jumped by +100 s") > 0
    monkeypatch.setattr(_health_machine, "BUILT", datetime.now(UTC) + timedelta(days=1))
    assert _health_machine.clock(_health_machine.Beginning(), None).state == "wrong"


@pytest.mark.parametrize(("free", "state"), [(10, "wrong"), (10**9, "warning"), (10**10, "ok")])
def test_room_on_the_disk(free: int, state: str, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**12, 0, free))  # type: ignore[attr-defined]
    assert _health.disk(load_workspace(workspace)).state == state


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_wrong(workspace: Path) -> None:
    settings = load_workspace(workspace)
    workspace.chmod(0o500)
    assert _health.folders(settings).state == "wrong"
    workspace.chmod(0o700)


def test_a_folder_that_is_gone_is_wrong(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(_health.tempfile, "TemporaryFile", refused)
    check = _health.folders(load_workspace(workspace))
    assert check.state == "wrong"
    assert "Read-only file system" in check.says


def test_targets_are_built_without_a_network() -> None:
    assert _health.targets([Target(name="a", spider="shop", args={"url": "https://x.example/"})]).state == "ok"


TODAY = date(2026, 5, 4)
ALONE = "told by the words of"


def seller(
    seller_id: str, until: date | None, status: SellerStatus = SellerStatus.AUTHORIZED, marketplace: str = "m"
) -> SellerEntry:
    return SellerEntry(
        marketplace=marketplace, seller_id=seller_id, seller_name="", legal_entity="", status=status, valid_until=until
    )


def told(brand: Brand) -> list[str]:
    found = list(_health_brands.brands([brand], TODAY))
    assert all(check == Check("warning", "brands", check.says) for check in found)
    return [check.says for check in found if "not judged" not in check.says]


@pytest.mark.parametrize(
    ("products", "says"),
    [
        ([Product(sku="A", name="Kestrin lamp", model="KL5")], ""),
        ([Product(sku="A", name="Kestrin lamp KL500X")], ""),
        ([Product(sku="A", name="Kestrin lamp", gtin="4006381333931")], ""),
        ([Product(sku="A", name="Kestrin Fjell 20 Tasche")], ""),
        (
            [Product(sku="A", name="Kestrin lamp"), Product(sku="B", name="Kestrin chair", model="KC7")],
            "b: 1 of 2 products is told by the words of its name alone (A): titles in other words",
        ),
        (
            [Product(sku=sku, name=f"Kestrin {sku} lamp") for sku in ("red", "tall", "old", "small")],
            "b: 4 of 4 products are told by the words of their names alone (red, tall, old and 1 more)",
        ),
    ],
)
def test_products_that_words_alone_tell_are_named(products: list[Product], says: str) -> None:
    brand = Brand(slug="b", name="Kestrin", trademarks=(Trademark(text="KESTRIN"),), products=tuple(products))
    found = [one for one in told(brand) if ALONE in one]
    assert found == [] if not says else found[0].startswith(says)


@pytest.mark.parametrize(
    ("name", "floor", "plain", "says"),
    [
        ("Kestrin Fjell 20 foldaway parasol", "90", {}, True),
        ("Kestrin Fjell 20 lamp", "90", {}, False),
        ("Kestrin Fjell 20 foldaway parasol", None, {}, False),
        ("Kestrin Fjell 20 foldaway parasol", "90", {"low_price": {"plain_words": ["Sonnenschirm"]}}, False),
    ],
)
def test_products_of_no_known_kind_are_named_with_the_lines_to_paste(
    name: str, floor: str | None, plain: dict[str, dict[str, object]], says: bool
) -> None:
    least = Decimal(floor) if floor else None
    product = Product(sku="A", name=name, model="KF20X", currency="EUR", floor_price=least)
    brand = Brand(slug="b", name="Kestrin", products=(product,), detectors=plain)
    found = [one for one in told(brand) if "no kind of goods that is known (A)" in one]
    assert [one.splitlines()[1] for one in found] == ["  [detectors.low_price]"] * says


@pytest.mark.parametrize(
    ("plain", "name", "named"),
    [
        (["Glaskanne", "Vibram"], "Kestrin KVV60 coffee maker", '"Glaskanne"'),
        (["Glaskanne"], "Kestrin KVV60 Glaskanne", ""),
        (["Glaskanne"], "Kestrin KVV60 glass carafe", ""),
        (["Vibram"], "Kestrin KVV60 coffee maker", ""),
    ],
)
def test_plain_words_that_may_be_parts_are_told_with_where_to_write_them(
    plain: list[str], name: str, named: str
) -> None:
    product = Product(sku="A", name=name, model="KVV60")
    brand = Brand(slug="b", name="Kestrin", products=(product,), detectors={"low_price": {"plain_words": plain}})
    found = [one for one in told(brand) if "write it into that product's name in products.csv" in one]
    assert [f"brand.toml has {named}, which" in one for one in found] == [True] * bool(named)


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (
            date(2026, 5, 3),
            "b: the trademark KESTRIN ended on 2026-05-03; renew it, and mend valid_until in brand.toml",
        ),
        (date(2026, 5, 4), "b: the trademark KESTRIN ends on 2026-05-04; renew it in time"),
        (date(2026, 8, 1), "b: the trademark KESTRIN ends on 2026-08-01; renew it in time"),
        (date(2026, 8, 2), None),
        (None, None),
    ],
)
def test_trademarks_that_end_are_told(until: date | None, said: str | None) -> None:
    brand = Brand(slug="b", name="B", trademarks=(Trademark(text="KESTRIN", valid_until=until),))
    assert told(brand) == ([said] if said else [])


def test_authorisations_that_end_soon_are_told_once() -> None:
    soon, later = date(2026, 6, 1), date(2027, 1, 1)
    sellers = (
        seller("renewed", soon),
        seller(" renewed", later),
        seller("open", None),
        seller("past", date(2026, 5, 3)),
        seller("denied", soon, SellerStatus.DENIED),
    )
    assert told(Brand(slug="b", name="B", sellers=sellers)) == []
    assert told(Brand(slug="b", name="B", sellers=(*sellers, seller("s", soon)))) == [
        "b: an authorisation ends within 90 days (s on 2026-06-01); renew in sellers.csv"
    ]
    many = tuple(seller(f"s{n}", soon + timedelta(days=n)) for n in range(5))
    named = "s0 on 2026-06-01, s1 on 2026-06-02, s2 on 2026-06-03 and 2 more"
    said = f"b: 5 authorisations end within 90 days ({named}); renew in sellers.csv"
    assert told(Brand(slug="b", name="B", sellers=many)) == [said]


def test_an_authorisation_that_a_later_denial_ended_today_is_none_to_renew() -> None:
    morning = datetime(2026, 5, 4, 8, tzinfo=UTC)
    row = SellerEntry(
        marketplace="m", seller_id="s", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED,
        valid_until=TODAY, decided_at=morning,
    )  # fmt: skip
    denial = replace(row, status=SellerStatus.DENIED, valid_until=None, decided_at=morning + timedelta(hours=1))
    assert len(told(Brand(slug="b", name="B", sellers=(row,)))) == 1
    assert told(Brand(slug="b", name="B", sellers=(row, denial))) == []


def test_marks_that_are_words_or_very_short_are_told_with_the_lines_to_paste() -> None:
    names = ("Orchard", "Mira", "QZ", "KESTRIN", "Aurelia Watches", "果园")
    products = (
        Product(sku="1", name="Orchard phone 12", model="OP12"),
        Product(sku="2", name="Mira phone case", model="M2"),
    )
    brand = Brand(slug="b", name="B", trademarks=tuple(Trademark(text=name) for name in names), products=products)
    orchard, mira, short = told(brand)
    assert orchard.startswith('b: the mark "Orchard" is an everyday word (English), and no rule says')
    assert 'near_goods = ["Orchard"]\n  goods_words = ["phone", "case"]' in orchard
    assert "(Italian, Latvian, Portuguese, Spanish)" in mira
    assert 'the mark "QZ" has only 2 letters' in short
    assert 'case_matters = ["QZ"]\n  near_goods = ["QZ"]' in short
    lines = [tomllib.loads(said.partition("after checking:")[2]) for said in (orchard, mira, short)]
    rules = {key: value for table in lines for key, value in table["detectors"]["text_match"].items()}
    rules["near_goods"] = ["Orchard", "mira", "QZ"]
    assert told(replace(brand, detectors={"text_match": rules})) == []


def test_words_that_name_no_goods_are_never_proposed_as_such() -> None:
    products = (
        Product(sku="1", name="Eau de parfum Mira Pro Plus", model="M1"),
        Product(sku="2", name="Mira sac, the new edition", model="M2"),
    )
    (said,) = told(Brand(slug="b", name="B", trademarks=(Trademark(text="Mira"),), products=products))
    assert 'goods_words = ["parfum", "sac"]' in said


@pytest.mark.parametrize(
    ("also", "spider", "brands", "says"),
    [
        ((), "taobao", (), "no mark has a Chinese form, and the target t reads Chinese titles"),
        ((), "rakuten", ("b",), "no mark has a Japanese form"),
        ((), "taobao", ("other",), ""),
        ((), "ebay", (), ""),
        (("凯斯特林",), "taobao", (), ""),
    ],
)
def test_a_mark_without_the_script_of_its_targets_is_told(
    also: tuple[str, ...], spider: str, brands: tuple[str, ...], says: str
) -> None:
    brand = Brand(slug="b", name="B", trademarks=(Trademark(text="KESTRIN", also=also),))
    target = Target(name="t", spider=spider, args={}, brands=brands)
    found = [check.says for check in _health_brands.written_elsewhere([brand], [target])]
    assert len(found) == bool(says)
    assert says in "".join(found)


@pytest.mark.parametrize(
    ("territory", "currency", "url", "says"),
    [
        (
            "FR",
            "EUR",
            "https://www.shop.com/s",
            "floors of A differ between FR and elsewhere, and the target t reads shop.com",
        ),
        ("FR", "EUR", "https://www.shop.de/s", ""),
        ("FR", "EUR", "https://www.shop.com/fr-fr/s", ""),
        ("FR", "USD", "https://www.shop.com/s", ""),
        ("", "EUR", "https://www.shop.com/s", ""),
        ("FR", "EUR", "", ""),
    ],
)
def test_floors_that_differ_where_a_target_names_no_country_are_told(
    territory: str, currency: str, url: str, says: str
) -> None:
    product = Product(sku="A", name="Watch", currency="EUR", floor_price=Decimal(100))
    rule = PriceRule(sku="A", territory=territory, currency=currency, floor_price=Decimal(80))
    brand = Brand(slug="b", name="B", products=(product,), prices=(rule,))
    target = Target(name="t", spider="shop", args={"url": url} if url else {})
    found = [check.says for check in _health_brands.floors_without_place([brand], [target], TODAY)]
    assert len(found) == bool(says)
    assert says in "".join(found)


@pytest.mark.parametrize(
    ("marketplace", "url", "says"),
    [
        ("10.0.0.7", "http://10.0.0.7:8765/c", ""),
        ("10.0.0.7:80", "http://10.0.0.7:8765/c", "marketplace 10.0.0.7:80, and the target t reads 10.0.0.7:8765"),
        ("shop.example:81", "http://shop.example/c", "the target t reads shop.example: write that port, or the host"),
        ("10.0.0.7:8765", "http://10.0.0.7:8765/c", ""),
        ("www.shop.example", "https://shop.example/c", ""),
        ("other.example", "http://shop.example:81/c", ""),
        ("", "http://shop.example:81/c", ""),
        ("shop.example", "", ""),
    ],
)
def test_a_listed_marketplace_that_a_target_has_with_another_port_is_told(
    marketplace: str, url: str, says: str
) -> None:
    row = SellerEntry(
        marketplace=marketplace, seller_id="s", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED
    )
    target = Target(name="t", spider="shop", args={"url": url} if url else {})
    found = [one.says for one in _health_brands.listed_beside([Brand(slug="b", name="B", sellers=(row,))], [target])]
    assert len(found) == bool(says)
    assert says in "".join(found)


def test_what_cannot_be_judged_is_told() -> None:
    (check,) = _health_brands.brands([Brand(slug="b", name="B")], TODAY)
    for what in ("texts", "no products.csv", "no sellers.csv", "photos/", "logos/"):
        assert what in check.says


def test_files_that_are_no_pictures_are_told(doctor: Doctor, workspace: Path) -> None:
    photos = workspace / "brands/aurelia/photos"
    for name in ("a.heic", "b.psd", "note.txt", "Thumbs.db", ".DS_Store"):
        (photos / name).touch()
    code, lines = doctor()
    assert code == 0
    assert (
        "warning: aurelia: 2 of the files in photos/ cannot be read as pictures ('a.heic', 'b.psd')" in lines["brands"]
    )
