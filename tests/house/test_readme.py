"""The commands of the README run, and all ways to start the monitor find the same code."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
README = (ROOT / "README.md").read_text("utf-8")
PACKAGES = ("monitor", "spiders", "pipelines", "detectors")


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MONITOR_", "SCRAPY_"))}
    return kept | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}


def blocks() -> list[list[str]]:
    """The README's shell blocks, as lists of commands."""
    return [block.strip().splitlines() for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)]


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert blocks()[0] == ["make demo", "make test"]
    for command in blocks()[0]:
        assert re.search(rf"^{command.split()[1]}:", makefile, re.MULTILINE)


def test_the_first_real_case_is_reached_as_the_readme_says(tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(BIN.parent)
    commands = [command for block in blocks()[1:] for command in block]
    assert any("monitor init" in command for command in commands)
    if not (BIN / "activate").exists():
        commands = [command for command in commands if "activate" not in command]
    script = "\n".join(["set -e", *commands])
    done = subprocess.run(
        ["sh", "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    judged, found = re.search(r"(\d+) observations judged against 1 brand: (\d+) flagged", done.stderr).groups()  # type: ignore[union-attr]
    assert f"{found} of" in README, "the README says how many of the example's listings are flagged"
    assert judged in README


@pytest.mark.parametrize("inline", re.findall(r"`(monitor [a-z]+[^`]*)`", README))
def test_commands_in_the_text_are_known(inline: str) -> None:
    words = inline.split()[1:]
    names = [word for word in words if re.fullmatch(r"[a-z-]+", word) and not word.startswith("-")][:2]
    for depth in (2, 1):
        done = subprocess.run(
            [sys.executable, "-m", "monitor", *names[:depth], "--help"],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            return
    pytest.fail(f"{inline}: {done.stderr}")


@pytest.mark.parametrize("start", [["-c"], ["-m", "scrapy", "shell", "--nolog", "-c"]], ids=["python", "scrapy"])
def test_all_four_packages_come_from_this_checkout(start: list[str], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "monitor", "init", tmp_path / "w"], cwd=ROOT, check=True, capture_output=True)
    code = f"print(*[__import__(name).__file__ for name in {PACKAGES}], sep=chr(10))"
    done = subprocess.run(
        [sys.executable, *start, code],
        cwd=ROOT,
        env=environment() | {"MONITOR_WORKSPACE": str(tmp_path / "w")},
        capture_output=True,
        text=True,
        check=False,
    )
    found = done.stdout.splitlines()
    assert [Path(path).parent for path in found[:4]] == [ROOT / name for name in PACKAGES], done.stderr
