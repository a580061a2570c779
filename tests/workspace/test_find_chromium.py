"""Which Chromium is taken: the one that is named, else the system's, else the newest of Playwright's."""

from pathlib import Path

import pytest

from monitor.chromium import find_chromium


def program(path: Path, mode: int = 0o755) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(mode)
    return str(path)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A machine with nothing on it."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return {"PATH": str(tmp_path / "bin")}


def test_none_is_found_where_none_is(environment: dict[str, str]) -> None:
    assert find_chromium(environment) is None


def test_the_order(tmp_path: Path, environment: dict[str, str]) -> None:
    older = program(tmp_path / "home/.cache/ms-playwright/chromium-999/chrome-linux/chrome")
    assert find_chromium(environment) == older
    newer = program(tmp_path / "home/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome")
    assert find_chromium(environment) == newer
    given = program(tmp_path / "given/chromium-5/chrome-linux/chrome")
    environment["PLAYWRIGHT_BROWSERS_PATH"] = str(tmp_path / "given")
    assert find_chromium(environment) == given
    for name in ("google-chrome-stable", "google-chrome", "chromium-browser", "chromium"):
        system = program(tmp_path / "bin" / name)
        assert find_chromium(environment) == system
    named = program(tmp_path / "named")
    environment["MONITOR_CHROMIUM"] = named
    assert find_chromium(environment) == named
    environment["MONITOR_CHROMIUM"] = "google-chrome"
    assert find_chromium(environment) == str(tmp_path / "bin/google-chrome")


def test_what_is_named_and_not_there_is_not_replaced_by_another(tmp_path: Path, environment: dict[str, str]) -> None:
    program(tmp_path / "bin/chromium")
    assert find_chromium({**environment, "MONITOR_CHROMIUM": str(tmp_path / "none")}) is None
    assert find_chromium({**environment, "MONITOR_CHROMIUM": ""}) == str(tmp_path / "bin/chromium")


def test_what_cannot_be_run_is_none(tmp_path: Path, environment: dict[str, str]) -> None:
    program(tmp_path / "bin/chromium", mode=0o644)
    program(tmp_path / "home/.cache/ms-playwright/chromium-9/chrome-linux/chrome", mode=0o644)
    assert find_chromium(environment) is None
    assert find_chromium({**environment, "MONITOR_CHROMIUM": str(tmp_path / "bin/chromium")}) is None
