"""Real titles with marks in 18 disguises, in all of which the figures of the last measurement must hold."""

import gzip
import json
from pathlib import Path

import pytest

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex, Use


@pytest.mark.shared
def test_marks_are_found_and_innocent_titles_left_alone(shared: Path) -> None:
    with gzip.open(shared / "data/text/disguised.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    names = sorted({row["brand"] for row in rows if row["brand"]})
    index = MarkIndex([Brand(slug=name, name=name, trademarks=(Trademark(text=name),)) for name in names])
    right = wrong = missed = fair = innocent = accused = 0
    for row in rows:
        found = {
            slug
            for slug, mentions in index.find_in("title", row["text"]).items()
            if any(mention.use is not Use.DESCRIPTIVE or mention.deliberate for mention in mentions)
        }
        descriptive = row["kind"] == "use-descriptive"
        wanted = {row["brand"]} if row["label"] and not descriptive else set()
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
        fair += descriptive and not found
        innocent += not row["label"]
        accused += not row["label"] and bool(found)
    assert 2 * right / (2 * right + wrong + missed) >= 0.985
    assert accused / innocent <= 0.0006
    assert fair >= 0.99 * sum(row["kind"] == "use-descriptive" for row in rows)
