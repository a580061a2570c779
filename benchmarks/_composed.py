"""Logos of many makers laid into photos, as listings show them: the set on which the finding of logos is tuned.

Made of what `benchmarks.false_alarms --build` fetches, none of it from ../shared/data/logos_composed, which only
confirms. The same versions give the same pictures.
"""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps

from benchmarks import _negatives

LOGOS, SHOWN, FOREIGN = 60, 360, 360
LEARNT, TOLD, FEWER = 100, 200, 160
"""From these numbers on sets have fewer pictures, and are of marks apart: none that is learnt on is told on."""
LOGO_SIDE = 512
SHARES = (0.05, 0.4)
TURN = 30
PERSPECTIVES = (0.0, 0.1, 0.2, 0.3)
HIDDEN = (0.1, 0.3)
LIGHT_OF = ((0, 90), (160, 255))


def build(folder: Path, data: Path, not_these: Sequence[str], first: int = 0) -> None:
    """Make `folder`/index.jsonl, logos and images; logos of such names are left out. `first` gives another set."""
    sources = _negatives.cache_folder()
    usable = [
        file
        for number, file in enumerate(_negatives.marks(sources))
        if number % _negatives.HELD_EVERY == 0
        and (first < LEARNT or number // _negatives.HELD_EVERY % 2 == (first >= TOLD))
        and not any(name in file.stem for name in not_these)
    ]
    chance = random.Random(f"logos {first}")
    chance.shuffle(usable)
    (folder / "logos").mkdir(parents=True, exist_ok=True)
    (folder / "images").mkdir(exist_ok=True)
    rows: list[dict[str, object]] = []
    own = [(file.stem, logo(file, chance)) for file in usable[:LOGOS]]
    others = [(file.stem, logo(file, chance)) for file in usable[LOGOS : 4 * LOGOS]]
    for name, ink in own:
        file = f"logos/{name}.png"
        ImageOps.invert(ink).save(folder / file)
        rows.append({"asset": name, "file": file})
    grounds = Grounds(data)
    with_one, without = (SHOWN, FOREIGN) if first < LEARNT else (FEWER, FEWER)
    for number in range(with_one + without):
        chance = random.Random(f"picture {first} {number}")
        image, facts = grounds.draw(chance), dict[str, object]()
        shows = None
        if number < with_one:
            shows, ink = chance.choice(own)
            image, facts = composed(image, ink, chance)
        elif number % 2:
            image, facts = composed(image, chance.choice(others)[1], chance)
        name = f"images/{number:05}.jpg"
        image.save(folder / name, quality=chance.randint(45, 92))
        rows.append({"image": name, "shows": shows, **facts})
    (folder / "index.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


class Grounds:
    """Photos to lay logos into."""

    def __init__(self, data: Path) -> None:
        walls = _negatives.walls(_negatives.cache_folder())[::2]
        self._files = [*sorted(data.glob("photos/clothing/**/*.jpg")), *walls]

    def draw(self, chance: random.Random) -> Image.Image:
        """One photo, or a part of a large one."""
        with Image.open(chance.choice(self._files)) as image:
            image.draft("RGB", (2000, 2000))
            photo = image.convert("RGB")
        if max(photo.size) > 1_300:
            side = min(*photo.size, chance.randint(600, 1_500))
            left, top = chance.randint(0, photo.width - side), chance.randint(0, photo.height - side)
            photo = photo.crop((left, top, left + side, top + round(side * chance.uniform(0.6, 1))))
        scale = chance.choice((500, 640, 800)) / max(photo.size)
        return photo.resize((max(1, round(photo.width * scale)), max(1, round(photo.height * scale))))


def logo(file: Path, chance: random.Random) -> Image.Image:
    """The ink of a mark, alone or with its name beside or below it, 255 where it is printed."""
    with Image.open(file) as image:
        mark = ImageOps.invert(image.convert("L"))
    mark = mark.crop(mark.getbbox())
    way = chance.choice(("alone", "alone", "beside", "below"))
    if way != "alone":
        mark = beside(mark, word(file.stem.title(), chance), way)
    scale = LOGO_SIDE / max(mark.size)
    return mark.resize(
        (max(1, round(mark.width * scale)), max(1, round(mark.height * scale))), Image.Resampling.LANCZOS
    )


def word(text: str, chance: random.Random) -> Image.Image:
    """The ink of a text in one of the fonts."""
    fonts = [f for f in sorted(Path("/usr/share/fonts").rglob("*.ttf")) if f.stem.startswith(("DejaVu", "Lib"))]
    font = ImageFont.truetype(chance.choice(fonts), 100)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(text))
    drawn = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(drawn).text((-left, -top), text, fill=255, font=font)
    return drawn


def beside(mark: Image.Image, name: Image.Image, way: str) -> Image.Image:
    """The ink of a mark with its name `beside` or `below` it."""
    gap = 30
    if way == "beside":
        name = name.resize((name.width * mark.height // (2 * name.height), mark.height // 2))
        sheet = Image.new("L", (mark.width + gap + name.width, mark.height))
        sheet.paste(mark, (0, 0))
        sheet.paste(name, (mark.width + gap, mark.height // 4))
        return sheet
    wide = max(mark.width, name.width)
    sheet = Image.new("L", (wide, mark.height + gap + name.height))
    sheet.paste(mark, ((wide - mark.width) // 2, 0))
    sheet.paste(name, ((wide - name.width) // 2, mark.height + gap))
    return sheet


def composed(
    ground: Image.Image, ink: Image.Image, chance: random.Random, thin: float = 1.0
) -> tuple[Image.Image, dict[str, object]]:
    """The logo in the photo, and what was done to it; what is printed is so much thinner than usual."""
    share = chance.uniform(*SHARES) if chance.random() < 0.6 else chance.uniform(SHARES[0], 0.2)
    wide = ground.width * share
    high = wide * ink.height / ink.width
    if high > ground.height * 0.8:
        wide, high = wide * ground.height * 0.8 / high, ground.height * 0.8
    turn, bent, style = (
        chance.uniform(-TURN, TURN),
        chance.choice(PERSPECTIVES),
        chance.choice(("flat", "tile", "print")),
    )
    recoloured = chance.random() < 0.7
    margin = 0.25 * min(ink.size) if style == "tile" else 0.0
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float64)
    bends = np.array([[chance.uniform(0, bent) / 2, chance.uniform(0, bent) / 2] for _ in corners])
    centred = (np.abs(corners - bends) - 0.5) * (wide, high)
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    centred = centred @ np.array([[cos, sin], [-sin, cos]])
    reach = np.abs(centred).max(axis=0)
    middle = [chance.uniform(min(r, s / 2), max(s - r, s / 2)) for r, s in zip(reach, ground.size, strict=True)]
    place = cv2.getPerspectiveTransform((corners * ink.size).astype(np.float32), (centred + middle).astype(np.float32))
    own = tuple(chance.randint(*LIGHT_OF[0]) for _ in range(3))
    colours = [tuple(chance.randint(*reach) for _ in range(3)) for reach in LIGHT_OF]
    front = tuple(chance.randint(0, 255) for _ in range(3)) if recoloured else own
    if not recoloured and style == "flat":
        front = chance.choice(((0, 0, 0), (0, 0, 0), (255, 255, 255), (0, 70, 160), (220, 30, 30)))
    picture = np.asarray(ground, np.float32)
    covered = picture.copy()
    mask = warped(ink, place, ground.size)
    facts: dict[str, object] = {"style": style, "recolor": recoloured, "rot": round(turn, 1), "persp": bent}
    if style == "tile":
        back = colours[1] if chance.random() < 0.7 else colours[0]
        front = colours[0] if back == colours[1] else colours[1]
        if not recoloured:
            front, back = (0, 0, 0), (255, 255, 255)
        label = Image.new("L", ink.size, 255)
        label = ImageOps.expand(label, round(margin), fill=255)
        moved = place @ np.array([[1, 0, -margin], [0, 1, -margin], [0, 0, 1]])
        covered = painted(covered, warped(label, moved, ground.size), back, 1.0)
    covered = painted(covered, mask, front, thin * chance.uniform(0.6, 0.9) if style == "print" else 1.0)
    hidden = 0.0
    if chance.random() < 0.35:
        hidden = chance.uniform(*HIDDEN)
        covered = _hidden(covered, picture, centred + middle, hidden, chance)
    if chance.random() < 0.25:
        covered = cv2.GaussianBlur(covered, (0, 0), chance.uniform(0.5, 1.2)).astype(np.float32)
    facts |= {"scale": round(share, 3), "logo_px": round(max(wide, high), 1), "occ": round(hidden, 2)}
    facts["corners"] = np.round(centred + middle, 1).tolist()
    return Image.fromarray(np.clip(covered, 0, 255).astype(np.uint8)), facts


def warped(
    ink: Image.Image | NDArray[np.uint8], place: NDArray[np.float64], size: tuple[int, int]
) -> NDArray[np.float32]:
    """The ink in the photo, 0 to 1: drawn three times as large, and made small."""
    larger = np.diag([3.0, 3.0, 1.0]) @ place
    drawn = cv2.warpPerspective(np.asarray(ink, np.uint8), larger, (size[0] * 3, size[1] * 3), flags=cv2.INTER_LINEAR)
    return cv2.resize(drawn, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def painted(
    picture: NDArray[np.float32], mask: NDArray[np.float32], colour: Sequence[float], opaque: float
) -> NDArray[np.float32]:
    """A picture with one colour where a mask is, 0 to 1."""
    cover = mask[..., None] * np.float32(opaque)
    painted: NDArray[np.float32] = picture * (1 - cover) + np.array(colour, np.float32) * cover
    return painted


def _hidden(
    picture: NDArray[np.float32],
    ground: NDArray[np.float32],
    corners: NDArray[np.float64],
    share: float,
    chance: random.Random,
) -> NDArray[np.float32]:
    """A part of the logo's box under something: the photo itself, or one colour."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    side = chance.choice("lrtb")
    wide, high = right - left, bottom - top
    box = {
        "l": (left, top, left + share * wide, bottom),
        "r": (right - share * wide, top, right, bottom),
        "t": (left, top, right, top + share * high),
        "b": (left, bottom - share * high, right, bottom),
    }[side]
    x1, y1, x2, y2 = (max(0, round(edge)) for edge in box)
    result = picture.copy()
    plain = np.array([chance.randint(0, 255) for _ in range(3)], np.float32)
    result[y1:y2, x1:x2] = ground[y1:y2, x1:x2] if chance.random() < 0.5 else plain
    return result
