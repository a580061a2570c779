"""Reused photos and logos: ours beside plain imagehash, PDQ and ORB on the same pictures, and what it all costs.

`python -m benchmarks.images [DATA_DIR]`; DATA_DIR holds photos_reused and logos_composed, by default ../shared/data.
For each way: the highest recall whose precision is at least .98, and milliseconds of processor time a picture, with
decoding. Then: 60 brands against 1,000 assets, one hash against a million, and the memory of a process with 1,000
assets. PDQ is left out where pdqhash is not installed; 1,000 logos and photos are those of `benchmarks.false_alarms`
where they were built, else drawings.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks import _image_baselines as baselines
from benchmarks import _negatives
from benchmarks.false_alarms import Assets, own_assets
from detectors._drawings import drawn_logo, drawn_photo, png
from monitor.brands import Asset
from monitor.images import Search, fingerprint, logo_search, photo_search
from monitor.images.near_hashes import NearHashes
from monitor.records import Photo

PRECISION = 0.98
MANY, FEW, TIMED = 1_000, 60, 60
A_MILLION = 1_000_000
LEAST_SIDE = 64
Answer = tuple[str, float]
"""The asset that fits best, and how well."""


def ours(build: Callable[[Assets], Search]) -> Callable[[Assets], Callable[[bytes], list[Answer]]]:
    """Our search as a way to be measured."""

    def prepared(assets: Assets) -> Callable[[bytes], list[Answer]]:
        search = build(assets)
        search.prepare()

        def look(content: bytes) -> list[Answer]:
            photo = Photo(url="", sha256=str(hash(content)), fingerprint=fingerprint(content))
            return [(sight.brand, sight.score) for sight in search.find(photo)]

        return look

    return prepared


def best_recall(answers: list[tuple[str | None, Answer]], wanted: int) -> tuple[float, float]:
    """The highest recall at the precision, and the precision there, over all bounds of the score."""
    best, right = (0.0, 1.0), 0
    ordered = sorted(answers, key=lambda one: -one[1][1])
    for number, (truth, (asset, score)) in enumerate(ordered, 1):
        right += truth == asset
        last = number == len(ordered) or ordered[number][1][1] < score
        if last and right / number >= PRECISION and right / wanted > best[0]:
            best = right / wanted, right / number
    return best


def compare(data: Path, name: str, build: Callable[[Assets], Search]) -> None:
    """Print one line for each way."""
    rows = [json.loads(line) for line in (data / name / "index.jsonl").read_text("utf-8").splitlines()]
    assets, pictures = own_assets(data, name), [row for row in rows if "image" in row]
    wanted = sum(bool(row["shows"]) for row in pictures)
    print(f"{name}: {len(pictures)} pictures, {wanted} with one of {len(assets)} assets")
    for way, prepare in {**baselines.WAYS, "ours": ours(build)}.items():
        look = prepare(assets)
        answers: list[tuple[str | None, Answer]] = []
        spent = 0
        for row in pictures:
            content = (data / name / row["image"]).read_bytes()
            began = time.process_time_ns()
            found = look(content)
            spent += time.process_time_ns() - began
            answers += [(row["shows"], answer) for answer in found]
        recall, precision = best_recall(answers, wanted)
        line = f"  {way:<18} recall {recall:.3f} at precision {precision:.3f}{spent / len(pictures) / 1e6:>8.0f} ms"
        if way == "ours":
            right = sum(truth == answer[0] for truth, answer in answers)
            line += f"; as set: recall {right / wanted:.3f} at precision {right / (len(answers) or 1):.3f}"
        print(line, flush=True)


def many_assets(which: str, count: int) -> Assets:
    """So many logos or photos of as many brands, real ones first."""
    folder = _negatives.cache_folder()
    files = _negatives.marks(folder) if which == "logos" else [f for f in _negatives.objects(folder) if _shows(f)]
    found = [
        (str(number), Asset(name=file.name, content=file.read_bytes())) for number, file in enumerate(files[:count])
    ]
    draw = drawn_logo if which == "logos" else drawn_photo
    return found + [(str(n), Asset(name=f"{n}.png", content=png(draw(n)))) for n in range(len(found), count)]


def _shows(file: Path) -> bool:
    with Image.open(file) as image:
        return min(image.size) >= LEAST_SIDE


def pictures_of(data: Path) -> Iterator[Photo]:
    """Photos of clothes, fingerprinted."""
    for number, file in enumerate(sorted(data.glob("photos/clothing/**/*.jpg"))[:TIMED]):
        yield Photo(url="", sha256=f"{number}", fingerprint=fingerprint(file.read_bytes()))


def assets_cost(data: Path, which: str) -> None:
    """Print preparing and looking for few and many assets, and the memory of this process; for one process alone."""
    build = logo_search if which == "logos" else photo_search
    pictures, took = list(pictures_of(data)), {}
    for count in (FEW, MANY):
        sought = many_assets(which, count)
        began = time.process_time()
        search = build(sought)
        search.prepare()
        prepared = time.process_time() - began
        began = time.process_time()
        for picture in pictures:
            search.find(picture)
        took[count] = (time.process_time() - began) / len(pictures) * 1000
        print(f"  {count:>5} {which}: prepared in {prepared:.1f} s, {took[count]:.0f} ms a picture", flush=True)
        if count == FEW:
            del search
    status = Path("/proc/self/status").read_text("ascii").split("VmRSS:")[1].split()[0]
    print(f"  {MANY} against {FEW}: {took[MANY] / took[FEW]:.2f} times the time; memory now {int(status) // 1024} MB")


def lookup_cost() -> None:
    """Print what one hash against a million costs."""
    chance = np.random.default_rng(1)
    known = NearHashes([f"{value:x}" for value in chance.integers(0, 2**63, A_MILLION).tolist()])
    asked = [f"{value:x}" for value in chance.integers(0, 2**63, 200).tolist()]
    began = time.process_time()
    for one in asked:
        known.within(one, 6)
    print(f"one hash against {A_MILLION:,}: {(time.process_time() - began) / len(asked) * 1000:.2f} ms")


def main() -> None:
    """Measure on the folder that the call names."""
    given = sys.argv[1:]
    if given[:1] == ["assets"]:
        assets_cost(Path(given[2]), given[1])
        return
    data = (Path(given[0]) if given else Path(__file__).parents[1] / "../shared/data").resolve()
    if not (data / "logos_composed").is_dir():
        sys.exit(f"{data}: holds no logos_composed; name the folder of the data sets")
    lookup_cost()
    compare(data, "photos_reused", photo_search)
    compare(data, "logos_composed", logo_search)
    print("cost of assets, each in a process of its own, pictures that match nothing:", flush=True)
    for which in ("photos", "logos"):
        subprocess.run([sys.executable, "-m", "benchmarks.images", "assets", which, data], check=True)


if __name__ == "__main__":
    main()
