"""What the documents say is there is there, and what is there is documented."""

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from detectors.base import discover
from monitor.cli import cli, main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)


def commands() -> list[str]:
    found = []
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        found.append(name)
        if isinstance(command, click.Group):
            found += [f"{name} {sub}" for sub in command.list_commands(click.Context(command))]
    return found


@pytest.mark.parametrize("name", commands())
def test_each_command_is_documented_and_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"monitor {name}" in TEXT, f"no page shows `monitor {name}`"
    main([*name.split(), "--help"])
    said = capsys.readouterr().out
    assert f"monitor {name.split(maxsplit=1)[0]}" in said or "Commands:" in said


def test_each_detector_setting_is_documented() -> None:
    for detector in discover():
        for field in dataclasses.fields(detector.Settings):
            assert re.search(rf"`{field.name}\b", TEXT), f"no page names {field.name} of detectors.{detector.kind}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        if "://" not in link:
            assert (page.parent / link).exists(), f"{page.name} links to {link}, which is not there"


@pytest.mark.parametrize("page", sorted((ROOT / "docs/howto").glob("*.md")), ids=lambda page: page.name)
def test_figures_stand_behind_all_instructions(page: Path) -> None:
    instructions, _, figures = page.read_text("utf-8").partition("\n## What was measured\n")
    assert not re.search(r"\bF1\b|\bprecision\b|\brecall\b", instructions), "how to do a thing comes first"
    assert "\n## " not in figures, "figures are the last section"


def test_the_detector_of_contributing_works(tmp_path: Path) -> None:
    code = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    detector, spider = (next(part for part in code if word in part) for word in ("Detector[", "MarketplaceSpider"))
    for folder in ("detectors", "spiders"):
        (tmp_path / folder).mkdir()
        for file in (ROOT / folder).glob("*.py"):
            (tmp_path / folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    for other in ("monitor", "pipelines"):
        (tmp_path / other).symlink_to(ROOT / other)
    (tmp_path / "detectors" / "damaged_goods.py").write_text(detector, "utf-8")
    (tmp_path / "spiders" / "etsy_pages.py").write_text(spider, "utf-8")
    check = (
        "from detectors.base import discover\n"
        "from monitor.inspection import Inspector\n"
        "from monitor.records import History, Observation, listing_from_record\n"
        "from datetime import datetime, UTC\n"
        "kind = next(d for d in discover() if d.kind == 'damaged_goods')\n"
        "for e in kind.examples():\n"
        "    seen = Observation(listing=listing_from_record(e.listing), observed_at=datetime.now(UTC))\n"
        "    found = Inspector([e.brand], detectors=[kind]).inspect(seen, lambda *_: History())\n"
        "    assert bool(found) is e.flagged\n"
        "print('well')\n"
    )
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ran.stdout == "well\n", ran.stderr
    listed = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"SCRAPY_SETTINGS_MODULE": "monitor.settings", "PATH": "/usr/bin:/bin"},
    )
    assert "etsy_pages" in listed.stdout.split(), listed.stderr
