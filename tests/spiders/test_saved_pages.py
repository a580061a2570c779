"""Saved pages of marketplaces, as `monitor new-marketplace` writes them: what is read is what a person saw."""

import json
from pathlib import Path

import pytest

from monitor.pages import read_page
from monitor.pages.saved import what_is_read

SAVED = Path(__file__).parent / "saved"
PAGES = sorted(SAVED.glob("*/*.json"))


@pytest.mark.parametrize("sheet", PAGES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_saved_page_is_read_as_a_person_reads_it(sheet: Path) -> None:
    wanted = json.loads(sheet.read_text("utf-8"))
    page = read_page(sheet.with_suffix(".html").read_bytes(), wanted["url"])
    read = what_is_read(page)
    lines = [f"  {name:<14}read {read.get(name)!r}, expected {value!r}" for name, value in wanted["expected"].items()]
    if not wanted["checked"]:
        pytest.fail(f'{sheet}: look at the page, mend "expected", then set "checked" to true\n' + "\n".join(lines))
    wrong = [
        line for line, (name, value) in zip(lines, wanted["expected"].items(), strict=True) if read.get(name) != value
    ]
    assert str(page.kind) == wanted["kind"]
    assert not wrong, f"{sheet}: read otherwise than expected\n" + "\n".join(wrong)
