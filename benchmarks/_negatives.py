"""Thousands of pictures that show nothing of the brands, built from packages and ../shared/data into a cache.

Debian packages of drawings, photos and wallpapers come through apt-get, drawings of other makers' marks through npm;
nothing is installed, and nothing of it belongs into the repository. The same versions give the same pictures.
"""

import json
import os
import random
import struct
import subprocess
import sys
import tarfile
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from monitor.chromium import find_chromium

DEBIAN = (
    "tuxpaint-stamps-default", "openclipart-png", "mate-backgrounds", "ukui-wallpapers",
    "plasma-workspace-wallpapers", "fonts-noto-color-emoji",
)  # fmt: skip
MARKS = "simple-icons@16.37.0"
WANTED = {"tile": 1_000, "object": 600, "clipart": 1_500, "mark": 1_600, "words": 600, "emoji": 400, "collage": 400}
MARK_SIDE = 256
WALL_SIDE = 2_000
MOST_PIXELS = 2_000_000
ROW, A_SHOT = 20, 200
HELD_EVERY = 4
"""Every fourth object and mark is kept back to serve as a brand's own."""


def cache_folder() -> Path:
    """Where the pictures are kept: under $XDG_CACHE_HOME, or ~/.cache."""
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "marketplace-monitor" / "negatives"


def fetch(folder: Path) -> None:
    """Download and unpack the packages into `folder`/sources; what is there already is left."""
    sources = folder / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    for package in DEBIAN:
        if not (sources / package).exists():
            print(f"fetching {package}", file=sys.stderr)
            subprocess.run(["apt-get", "download", "-q", package], cwd=sources, check=True, stdout=subprocess.DEVNULL)
            (file,) = sources.glob(f"{package}_*.deb")
            subprocess.run(["dpkg-deb", "-x", file, sources / package], check=True)
            file.unlink()
    if not (sources / "marks").exists():
        print(f"fetching {MARKS}", file=sys.stderr)
        subprocess.run(["npm", "pack", "--silent", MARKS], cwd=sources, check=True, stdout=subprocess.DEVNULL)
        (file,) = sources.glob("simple-icons-*.tgz")
        with tarfile.open(file) as archive:
            archive.extractall(sources / "simple-icons", filter="data")
        file.unlink()
        _draw_marks(sources)


def _draw_marks(sources: Path) -> None:
    """Each mark as a black PNG on white, drawn by Chromium, many on a page."""
    from playwright.sync_api import sync_playwright

    files = sorted((sources / "simple-icons/package/icons").glob("*.svg"))
    target = sources / "marks"
    target.mkdir()
    inner = MARK_SIDE * 4 // 5
    style = f"*{{margin:0}} div{{float:left;width:{MARK_SIDE}px;height:{MARK_SIDE}px}}"
    style += f" svg{{width:{inner}px;height:{inner}px;margin:{(MARK_SIDE - inner) // 2}px}}"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": ROW * MARK_SIDE, "height": A_SHOT // ROW * MARK_SIDE})
        for part in (files[at : at + A_SHOT] for at in range(0, len(files), A_SHOT)):
            drawn = "".join(f"<div>{file.read_text('utf-8')}</div>" for file in part)
            page.set_content(f"<style>{style}</style>{drawn}")
            shot = target / "shot.png"
            page.screenshot(path=shot)
            with Image.open(shot) as sheet:
                for number, file in enumerate(part):
                    left, top = number % ROW * MARK_SIDE, number // ROW * MARK_SIDE
                    cell = sheet.crop((left, top, left + MARK_SIDE, top + MARK_SIDE)).convert("L")
                    cell.save(target / f"{file.stem}.png")
            shot.unlink()
        browser.close()


def objects(folder: Path) -> list[Path]:
    """Photos and drawings of things, on a transparent ground."""
    found = sorted((folder / "sources/tuxpaint-stamps-default").rglob("*.png"))
    return [file for file in found if "alphabets" not in file.parts and "math" not in file.parts]


def marks(folder: Path) -> list[Path]:
    """Drawings of marks, black on white."""
    return sorted((folder / "sources/marks").glob("*.png"))


def walls(folder: Path) -> list[Path]:
    """Large photos and paintings."""
    wide = [f for p in DEBIAN[2:5] for f in (folder / "sources" / p).rglob("*") if f.suffix in {".jpg", ".png"}]
    return sorted(f for f in wide if f.is_file() and f.stat().st_size > 200_000)


def build(folder: Path, data: Path, not_these: Sequence[str]) -> None:
    """Make `folder`/images and manifest.jsonl of what was fetched; marks named like one of `not_these` are left out."""
    images = folder / "images"
    images.mkdir(exist_ok=True)
    maker = _Maker(folder, data, not_these)
    lines = []
    whole = [*data.glob("photos/clothing/**/*.jpg"), *_foreign(data)]
    for number, file in enumerate(sorted(whole)):
        name = f"photo-{number:05}{file.suffix}"
        (images / name).write_bytes(file.read_bytes())
        lines.append({"image": name, "kind": "photo", "source": file.relative_to(data).as_posix()})
    for kind, count in WANTED.items():
        for number in range(count):
            chance = random.Random(f"{kind} {number}")
            name = f"{kind}-{number:05}.jpg"
            image, source = maker.make(kind, chance)
            image.convert("RGB").save(images / name, quality=chance.randint(55, 92))
            lines.append({"image": name, "kind": kind, "source": source})
    (folder / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def _foreign(data: Path) -> list[Path]:
    """The pictures of the two sets that show no asset."""
    found = []
    for name in ("logos_composed", "photos_reused"):
        for line in (data / name / "index.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            if "image" in row and not row["shows"]:
                found.append(data / name / row["image"])
    return found


class _Maker:
    """Makes one picture of a kind by a chance."""

    def __init__(self, folder: Path, data: Path, not_these: Sequence[str]) -> None:
        sources = folder / "sources"
        self._walls = walls(folder)
        self._clothes = sorted(data.glob("photos/clothing/**/*.jpg"))
        self._objects = [file for number, file in enumerate(objects(folder)) if number % HELD_EVERY]
        self._clipart = [file for file in sorted((sources / "openclipart-png").rglob("*.png")) if _small(file)]
        self._marks = [
            file
            for number, file in enumerate(marks(folder))
            if number % HELD_EVERY and not any(name in file.stem or file.stem in name for name in not_these)
        ]
        self._fonts = sorted(Path("/usr/share/fonts").rglob("*.ttf"))
        (self._emoji,) = (sources / "fonts-noto-color-emoji").rglob("*.ttf")
        self._kinds: dict[str, Callable[[random.Random], tuple[Image.Image, str]]] = {
            "tile": self._tile,
            "object": partial(self._pasted, self._objects, 0.7),
            "clipart": partial(self._pasted, self._clipart, 0.8),
            "mark": self._mark,
            "words": self._words,
            "emoji": self._face,
            "collage": self._collage,
        }

    def make(self, kind: str, chance: random.Random) -> tuple[Image.Image, str]:
        """The picture, and what it was made from."""
        return self._kinds[kind](chance)

    def _tile(self, chance: random.Random) -> tuple[Image.Image, str]:
        file = chance.choice(self._walls)
        wall = _wall(file)
        side = min(*wall.size, chance.randint(400, 1_200))
        left, top = chance.randint(0, wall.width - side), chance.randint(0, wall.height - side)
        tile = wall.crop((left, top, left + side, top + side))
        long = chance.randint(400, 1_000)
        return tile.resize((long, round(long * chance.uniform(0.7, 1)))), file.name

    def _ground(self, chance: random.Random) -> Image.Image:
        if chance.random() < 0.3:
            return self._tile(chance)[0]
        with Image.open(chance.choice(self._clothes)) as image:
            long = chance.randint(500, 1_000)
            return image.convert("RGB").resize((long, max(1, long * image.height // image.width)))

    def _pasted(self, files: Sequence[Path], plain: float, chance: random.Random) -> tuple[Image.Image, str]:
        """A drawing or object on a plain ground, as shops show it, or on a photo."""
        file = chance.choice(files)
        if chance.random() < plain:
            long, light = chance.randint(400, 1_000), chance.randint(200, 255)
            ground = Image.new("RGB", (long, chance.randint(long // 2, long)), (light, light, light))
        else:
            ground = self._ground(chance)
        with Image.open(file) as image:
            thing = image.convert("RGBA")
        return _laid(ground, thing, chance.uniform(0.4, 0.95), chance), file.name

    def _mark(self, chance: random.Random) -> tuple[Image.Image, str]:
        """Another maker's mark on a photo: printed in any colour, or on a label."""
        file = chance.choice(self._marks)
        with Image.open(file) as image:
            ink = image.convert("L").point(lambda value: 255 - value)
        return _laid(self._ground(chance), _inked(ink, chance), chance.uniform(0.06, 0.4), chance), file.stem

    def _words(self, chance: random.Random) -> tuple[Image.Image, str]:
        words = " ".join(chance.choice(self._marks).stem for _ in range(chance.randint(1, 3)))
        words = chance.choice((str.upper, str.title, str))(words)
        size = chance.randint(40, 120)
        font = ImageFont.truetype(chance.choice(self._fonts), size) if self._fonts else ImageFont.load_default(size)
        left, top, right, bottom = (int(edge) for edge in font.getbbox(words))
        ink = Image.new("L", (max(1, right - left + 20), max(1, bottom - top + 20)))
        ImageDraw.Draw(ink).text((10 - left, 10 - top), words, fill=255, font=font)
        return _laid(self._ground(chance), _inked(ink, chance), chance.uniform(0.2, 0.8), chance), words

    def _face(self, chance: random.Random) -> tuple[Image.Image, str]:
        letter = chr(chance.choice((*range(0x1F300, 0x1F650), *range(0x1F680, 0x1F700), *range(0x1F900, 0x1FA00))))
        font: Any = ImageFont.truetype(self._emoji, 109)
        drawn = Image.new("RGBA", (150, 150))
        ImageDraw.Draw(drawn).text((8, 8), letter, font=font, embedded_color=True)
        return _laid(self._ground(chance), drawn, chance.uniform(0.1, 0.4), chance), f"{ord(letter):x}"

    def _collage(self, chance: random.Random) -> tuple[Image.Image, str]:
        across, down, side = chance.randint(2, 3), chance.randint(1, 3), chance.randint(220, 420)
        sheet = Image.new("RGB", (across * side, down * side), "white")
        kinds = [chance.choice(("tile", "object", "clipart", "mark", "words")) for _ in range(across * down)]
        made = [self.make(kind, chance) for kind in kinds]
        for number, (image, _) in enumerate(made):
            sheet.paste(image.resize((side - 8, side - 8)), (number % across * side + 4, number // across * side + 4))
        return sheet, " + ".join(source for _, source in made)


def _small(file: Path) -> bool:
    with file.open("rb") as png:
        wide, high = struct.unpack(">16xII", png.read(24))
    return int(wide) * int(high) <= MOST_PIXELS


@cache
def _wall(file: Path) -> Image.Image:
    with Image.open(file) as image:
        whole = image.convert("RGB")
    whole.thumbnail((WALL_SIDE, WALL_SIDE))
    return whole


def _inked(ink: Image.Image, chance: random.Random) -> Image.Image:
    """A shape in one colour on nothing, or on a label of another."""
    dark, light = (tuple(chance.randint(*reach) for _ in range(3)) for reach in ((0, 110), (150, 255)))
    front, back = (dark, light) if chance.random() < 0.6 else (light, dark)
    if chance.random() < 0.5:
        label = Image.new("RGBA", ink.size, (*back, 255))
        label.paste(Image.new("RGBA", ink.size, (*front, 255)), mask=ink)
        return label
    printed = Image.new("RGBA", ink.size, (*front, 255))
    printed.putalpha(ink)
    return printed


def _laid(ground: Image.Image, thing: Image.Image, share: float, chance: random.Random) -> Image.Image:
    """The thing on the ground, `share` of its width, a little turned, within it as far as it fits."""
    turned = thing.rotate(chance.uniform(-25, 25), Image.Resampling.BICUBIC, expand=True)
    wide = max(8, round(ground.width * share))
    high = max(8, round(wide * turned.height / turned.width))
    if high > ground.height:
        wide, high = max(8, wide * ground.height // high), ground.height
    small = turned.resize((wide, high), Image.Resampling.LANCZOS)
    place = (chance.randint(0, max(0, ground.width - wide)), chance.randint(0, max(0, ground.height - high)))
    result = ground.copy()
    result.paste(small, place, small)
    return result
