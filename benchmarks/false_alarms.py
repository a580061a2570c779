"""How many of some 6,000 pictures that show nothing of a brand are flagged, by detector and kind of picture.

`python -m benchmarks.false_alarms [--build] [--every N]`. `--build` first fetches packages (some 480 MB, by apt-get and
npm) and makes the pictures, under ~/.cache; without it the pictures must be there. N takes every Nth alone. Sought are
60 logos of as many brands, and 200 photos: those of ../shared/data, and some of the packages that are kept back. Each
alarm is drawn beside its asset into the folder `alarms` of the cache, to be looked at.
"""

import json
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks import _negatives
from monitor.brands import Asset, Brand
from monitor.crawling.logo_words import lines_of
from monitor.images import Search, Sight, fingerprint, logo_search, photo_search, side_by_side
from monitor.images.lettering import own_lines
from monitor.images.near_hashes import NearHashes
from monitor.images.words import why_not
from monitor.records import Photo

LOGOS, PHOTOS = 60, 200
LETTERS = 6
SAME_BITS = 6

Assets = list[tuple[str, Asset]]


def own_assets(data: Path, name: str) -> Assets:
    """The assets of a data set, each a brand's."""
    rows = map(json.loads, (data / name / "index.jsonl").read_text("utf-8").splitlines())
    return [
        (r["asset"], Asset(name=r["file"], content=(data / name / r["file"]).read_bytes()))
        for r in rows
        if "asset" in r
    ]


def kept_back(files: list[Path], most: int) -> Assets:
    """Every fourth file, at most so many, evenly drawn: these serve as brands' own and are in no picture."""
    held = files[:: _negatives.HELD_EVERY]
    drawn = [held[number * len(held) // most] for number in range(most)] if len(held) > most else held
    return [(file.stem, Asset(name=file.name, content=file.read_bytes())) for file in drawn]


def assets(folder: Path, data: Path) -> tuple[Assets, Assets]:
    """The logos and the photos that are sought."""
    logos, photos = own_assets(data, "logos_composed"), _in_no_picture(own_assets(data, "photos_reused"), data)
    logos += kept_back(_negatives.marks(folder), LOGOS - len(logos))
    photos += kept_back(_negatives.objects(folder), PHOTOS - len(photos))
    return lettered(logos), photos


def lettered(logos: Assets) -> Assets:
    """The logos with what they read of their brand's name, where this machine reads words."""
    if why_not():
        return logos
    read = [(brand, replace(logo, lines=tuple(lines_of(logo.content)))) for brand, logo in logos]
    return [(brand, own_lines(Brand(slug=brand, name=brand, logos=(logo,)))[0]) for brand, logo in read]


def _in_no_picture(photos: Assets, data: Path) -> Assets:
    """The photos that are not among the clothes, which serve as grounds of the pictures."""
    clothes = [file.read_bytes() for file in data.glob("photos/clothing/**/*.jpg")]
    grounds = NearHashes([fingerprint(content, features=False).hashes["phash"] for content in clothes])
    return [
        (brand, asset)
        for brand, asset in photos
        if not grounds.within(fingerprint(asset.content, features=False).hashes["phash"], SAME_BITS)
    ]


def _draw(alarms: Path, name: str, content: bytes, sight: Sight, sought: Assets) -> None:
    (own,) = (asset for brand, asset in sought if (brand, asset.name) == (sight.brand, sight.asset))
    said = f"{name}: {sight.how} (score {sight.score:g})"
    made = side_by_side(content, own.content, box=sight.box, name=sight.asset, said=said)
    (alarms / f"{Path(name).stem}-{sight.brand}.png").write_bytes(made)


def measure(folder: Path, data: Path, every: int) -> None:
    """Print false alarms by detector and kind."""
    logos, photos = assets(folder, data)
    alarms = folder / "alarms"
    alarms.mkdir(exist_ok=True)
    for old in alarms.glob("*.png"):
        old.unlink()
    searches: list[tuple[str, Search, Assets]] = [
        ("photo_match", photo_search(photos), photos),
        ("logo_match", logo_search(logos), logos),
    ]
    for _, search, _ in searches:
        search.prepare()
    kinds: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    spent: Counter[str] = Counter()
    rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines()][::every]
    for number, row in enumerate(rows):
        content = (folder / "images" / row["image"]).read_bytes()
        began = time.process_time_ns()
        photo = Photo(url=row["image"], sha256=str(number), fingerprint=fingerprint(content))
        spent["fingerprint"] += time.process_time_ns() - began
        kinds[row["kind"]] += 1
        for name, search, sought in searches:
            began = time.process_time_ns()
            found = search.find(photo)
            spent[name] += time.process_time_ns() - began
            wrong[name, row["kind"]] += bool(found)
            for sight in found:
                _draw(alarms, f"{name}-{row['image']}", content, sight, sought)
    print(f"{len(photos)} photos and {len(logos)} logos sought in {len(rows)} pictures that show none of them")
    print(f"{'kind':<10}{'pictures':>10}{'photo_match':>13}{'logo_match':>12}")
    for kind, count in kinds.items():
        print(f"{kind:<10}{count:>10}{wrong['photo_match', kind]:>13}{wrong['logo_match', kind]:>12}")
    for name, _, _ in searches:
        total = sum(count for (which, _), count in wrong.items() if which == name)
        print(f"{name}: {total} pictures flagged, {total * 10_000 / len(rows):.1f} in 10,000", end="")
        print(f"; {spent[name] / len(rows) / 1e6:.0f} ms a picture")
    print(f"fingerprint: {spent['fingerprint'] / len(rows) / 1e6:.0f} ms a picture; alarms are drawn in {alarms}")


def main() -> None:
    """Build if asked, then measure."""
    given = sys.argv[1:]
    every = int(given[given.index("--every") + 1]) if "--every" in given else 1
    data = (Path(__file__).parents[1] / "../shared/data").resolve()
    folder = _negatives.cache_folder()
    if not (data / "logos_composed").is_dir():
        sys.exit(f"{data}: holds no logos_composed; the brands' assets are taken from there")
    if "--build" in given:
        folder.mkdir(parents=True, exist_ok=True)
        _negatives.fetch(folder)
        logos, _ = assets(folder, data)
        _negatives.build(folder, data, [brand.split("-")[0][:LETTERS] for brand, _ in logos])
    if not (folder / "manifest.jsonl").is_file():
        sys.exit(f"{folder}: no pictures yet; make them with: python -m benchmarks.false_alarms --build")
    measure(folder, data, every)


if __name__ == "__main__":
    main()
