"""Pictures for the examples of the detectors of pictures, drawn anew from a number."""

import io
import random

from PIL import Image, ImageDraw


def drawn_photo(number: int, size: tuple[int, int] = (480, 360)) -> Image.Image:
    """A picture with enough in it to be recognised; each number gives another."""
    dice = random.Random(number)  # noqa: S311  the same number always draws the same picture
    image = Image.new("RGB", size, _colour(dice))
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        wide, high = dice.randrange(8, 90), dice.randrange(8, 90)
        shape = dice.choice((pen.rectangle, pen.ellipse))
        shape((x, y, x + wide, y + high), fill=_colour(dice), outline=_colour(dice))
    return image


def drawn_logo(number: int, side: int = 160) -> Image.Image:
    """A simple mark in one colour on white; each number gives another."""
    dice = random.Random(1000 + number)  # noqa: S311  the same number always draws the same mark
    image = Image.new("RGB", (side, side), "white")
    pen = ImageDraw.Draw(image)
    points = [(dice.randrange(10, side - 10), dice.randrange(10, side - 10)) for _ in range(7)]
    pen.polygon(points, fill="black")
    pen.ellipse((side // 3, side // 3, side // 2, side // 2), fill="white")
    pen.line([points[0], points[3], points[5]], fill="black", width=9)
    return image


def pasted(image: Image.Image, other: Image.Image, place: tuple[int, int]) -> Image.Image:
    """The picture with the other one in it."""
    result = image.copy()
    result.paste(other, place)
    return result


def png(image: Image.Image) -> bytes:
    """The picture as the bytes of a PNG file."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def jpeg(image: Image.Image, quality: int = 70) -> bytes:
    """The picture as the bytes of a JPEG file."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def _colour(dice: random.Random) -> tuple[int, int, int]:
    return dice.randrange(256), dice.randrange(256), dice.randrange(256)
