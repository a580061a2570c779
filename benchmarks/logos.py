"""How many logos of other makers are found in composed photos: by size and manner of printing, and what each step adds.

`python -m benchmarks.logos [--set N] [--every N]`. The pictures are made once, under ~/.cache, of what
`python -m benchmarks.false_alarms --build` fetched; another N gives other logos, to confirm what was tuned on set 0.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks import _composed, _negatives
from benchmarks.false_alarms import LETTERS, own_assets
from monitor.images import fingerprint, logo_search
from monitor.records import Photo

SIZES = (40, 80, 160)


def main() -> None:
    """Build what is missing, then measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.logos", description="Find logos in composed photos.")
    parser.add_argument("--set", type=int, default=0, help="which set of logos (default 0)")
    parser.add_argument("--every", type=int, default=1, help="take every Nth picture alone")
    given = parser.parse_args()
    measure(_negatives.cache_folder().parent, made(given.set), given.every)


def made(number: int) -> str:
    """The name of the folder of a set in the cache, which is built where it is missing."""
    data = (Path(__file__).parents[1] / "../shared/data").resolve()
    sources = _negatives.cache_folder()
    if not (sources / "sources/marks").is_dir():
        sys.exit(f"{sources}: holds no marks yet; fetch them with: python -m benchmarks.false_alarms --build")
    name = f"composed-{number}"
    if not (sources.parent / name / "index.jsonl").is_file():
        left_out = [brand[:LETTERS] for brand, _ in own_assets(data, "logos_composed")]
        _composed.build(sources.parent / name, data, left_out, number)
    return name


def measure(folder: Path, name: str, every: int) -> None:
    """Print recall by kind, the logos found that are not there, and milliseconds of processor time a picture."""
    search = logo_search(own_assets(folder, name))
    rows = [json.loads(line) for line in (folder / name / "index.jsonl").read_text("utf-8").splitlines()]
    shown, found = Counter[str](), Counter[str]()
    wrong, spent, pictures = 0, 0, [row for row in rows if "image" in row][::every]
    for row in pictures:
        content = (folder / name / row["image"]).read_bytes()
        photo = Photo(url="", sha256=row["image"], fingerprint=fingerprint(content))
        began = time.process_time_ns()
        brands = {sight.brand for sight in search.find(photo)}
        spent += time.process_time_ns() - began
        wrong += len(brands - {row["shows"]})
        if row["shows"]:
            size = sum(row["logo_px"] >= least for least in SIZES)
            kinds = ("all", row["style"], ("below 40 px", "40 to 79", "80 to 159", "160 and more")[size])
            kinds += ("covered" if row["occ"] else "whole",)
            shown.update(kinds)
            found.update(kinds if row["shows"] in brands else ())
    for kind, count in shown.items():
        print(f"  {kind:<14} {found[kind]:>4} of {count:>4}  {found[kind] / count:.3f}")
    precision = found["all"] / (found["all"] + wrong or 1)
    print(f"{len(pictures)} pictures, {wrong} logos found that are not there: precision {precision:.3f}")
    print(f"{spent / len(pictures) / 1e6:.0f} ms a picture, without its fingerprint")


if __name__ == "__main__":
    main()
