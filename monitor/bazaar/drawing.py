"""Logos and photos of the invented world, drawn from a number, and what copiers do to photos."""

import io
import random

from PIL import Image, ImageDraw, ImageEnhance, ImageFont, ImageOps

Picture = Image.Image
SIDE = 420


def _colour(dice: random.Random, low: int = 0, high: int = 256) -> tuple[int, int, int]:
    return dice.randrange(low, high), dice.randrange(low, high), dice.randrange(low, high)


def background(dice: random.Random, width: int, height: int) -> Picture:
    """A surface with a grain of its own: cloth, wood, stone."""
    image = Image.new("RGB", (width, height), _colour(dice, 90, 230))
    pen = ImageDraw.Draw(image)
    for _ in range(dice.randrange(60, 140)):
        x, y = dice.randrange(width), dice.randrange(height)
        dx, dy = dice.randrange(-160, 160), dice.randrange(-60, 60)
        pen.line((x, y, x + dx, y + dy), fill=_colour(dice, 60, 250), width=dice.randrange(1, 9))
    for _ in range(dice.randrange(5, 14)):
        x, y, r = dice.randrange(width), dice.randrange(height), dice.randrange(8, 60)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=_colour(dice, 60, 250))
    return image


def photo(seed: str) -> Picture:
    """A photo of some goods: a body with parts, buttons and marks that no other seed has."""
    dice = random.Random(f"photo {seed}")  # noqa: S311
    image = background(dice, SIDE, SIDE)
    pen = ImageDraw.Draw(image)
    middle = SIDE // 2
    points = [
        (middle + dice.randrange(-150, 150), middle + dice.randrange(-150, 150)) for _ in range(dice.randrange(5, 9))
    ]
    pen.polygon(points, fill=_colour(dice), outline=_colour(dice))
    for _ in range(dice.randrange(25, 45)):
        x, y = middle + dice.randrange(-150, 130), middle + dice.randrange(-150, 130)
        wide, high = dice.randrange(8, 60), dice.randrange(8, 60)
        shape = dice.choice((pen.rectangle, pen.ellipse, pen.rounded_rectangle))
        if shape is pen.rounded_rectangle:
            pen.rounded_rectangle((x, y, x + wide, y + high), radius=6, fill=_colour(dice), outline=_colour(dice))
        else:
            shape((x, y, x + wide, y + high), fill=_colour(dice), outline=_colour(dice))
    return image


def logo(seed: str, word: str) -> Picture:
    """A mark in one dark colour on white: a figure of its own above a word."""
    dice = random.Random(f"logo {seed}")  # noqa: S311
    ink = _colour(dice, 0, 90)
    image = Image.new("RGB", (360, 300), "white")
    pen = ImageDraw.Draw(image)
    spikes = dice.randrange(5, 10)
    points = [(80 + dice.randrange(200), 14 + dice.randrange(180)) for _ in range(spikes)]
    pen.polygon(points, fill=ink)
    for _ in range(dice.randrange(3, 6)):
        x, y, r = 90 + dice.randrange(170), 25 + dice.randrange(150), dice.randrange(8, 26)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=dice.choice((ink, (255, 255, 255))), outline=ink, width=4)
    for _ in range(dice.randrange(2, 5)):
        ends = tuple(80 + dice.randrange(200) if n % 2 == 0 else 14 + dice.randrange(180) for n in range(4))
        pen.line(ends, fill=ink, width=dice.randrange(5, 12))
    font = ImageFont.load_default(size=54)
    wide = pen.textlength(word, font=font)
    pen.text(((360 - wide) / 2, 226), word, font=font, fill=ink)
    return image


def with_logo(picture: Picture, mark: Picture, dice: random.Random) -> Picture:
    """The photo with a mark on its goods, 90 to 200 pixels wide, a little turned."""
    wide = dice.randrange(90, 200)
    scaled = mark.resize((wide, round(wide * mark.height / mark.width)), Image.Resampling.LANCZOS)
    plate = ImageOps.expand(scaled, 8, fill="white").rotate(
        dice.uniform(-12, 12), Image.Resampling.BICUBIC, expand=True, fillcolor="white"
    )
    result = picture.copy()
    result.paste(plate, (dice.randrange(10, SIDE - plate.width - 10), dice.randrange(10, SIDE - plate.height - 10)))
    return result


def copied(picture: Picture, dice: random.Random) -> tuple[Picture, str]:
    """A photo as somebody lifts it, and what was done to it."""
    kind = dice.choice(("recompressed", "resized", "mirrored", "cropped", "bordered", "brightened"))
    if kind == "resized":
        side = dice.randrange(220, 600)
        return picture.resize((side, side), Image.Resampling.BICUBIC), kind
    if kind == "mirrored":
        return ImageOps.mirror(picture), kind
    if kind == "cropped":
        left, top = dice.randrange(10, 80), dice.randrange(10, 80)
        return picture.crop((left, top, SIDE - dice.randrange(5, 60), SIDE - dice.randrange(5, 60))), kind
    if kind == "bordered":
        return ImageOps.expand(picture, dice.randrange(10, 50), fill=_colour(dice)), kind
    if kind == "brightened":
        return ImageEnhance.Brightness(picture).enhance(dice.uniform(0.75, 1.3)), kind
    return picture, kind


def jpeg(picture: Picture, quality: int = 82) -> bytes:
    """The picture as a JPEG file."""
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def png(picture: Picture) -> bytes:
    """The picture as a PNG file."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
