"""One picture that shows a find: the listing's photo with the place marked, that place enlarged, and the asset."""

import io
import textwrap
import unicodedata
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from monitor.images.boxes import Box
from monitor.images.decode import decode
from monitor.images.logo_grounds import as_logo

SIDE = 480
GAP = 16
HEAD, LINE = 26, 22
SMALL = 0.25
"""A place below this share of the photo is shown enlarged, too."""
AROUND = 0.25
"""How much around the place the enlarged cut shows, as a share of its sides."""
LONGEST_SIDE = 2048
LETTERS = 15
MOST_LINES = 4
INK, QUIET, MARK, FRAME = (20, 20, 20), (90, 90, 90), (214, 28, 28), (190, 190, 190)
PLAINER = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | dict.fromkeys("‘’‚", "'")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("–—−", "-")
    | {"⁄": "/"}
)
"""Letters and signs that are no plain one with something added, as the plain ones that say the same."""


def side_by_side(photo: bytes, asset: bytes | None, *, box: Box | None = None, name: str = "", said: str = "") -> bytes:
    """A PNG: the listing's photo with `box` drawn, the place enlarged where it is small, the asset, and `said` below.

    `box` is left, top, right, bottom in pixels of the upright photo, as `Evidence.box` has it; `name` is the asset's,
    `said` what was done to it (`Evidence.observed`). Where words were found there is no asset. Letters are shown
    without accents, those of other scripts as `?`. The same input always gives the same bytes. Raises ImageProblem when
    the photo or the asset cannot be read.
    """
    shown, (width, height) = decode(photo, long_side=LONGEST_SIDE)
    place = _place(box, (width, height), shown.size)
    panels = [("Photo of the listing", _marked(shown, place))]
    if place and (place[2] - place[0]) * (place[3] - place[1]) < SMALL * shown.width * shown.height:
        panels.append(("The place, enlarged", _fitted(shown.crop(_widened(place, shown.size)))))
    if asset is not None:
        own, _ = decode(as_logo(asset), long_side=SIDE)
        panels.append((f"The brand's {plain(name)}" if name else "The brand's picture", _fitted(own)))
    return _png(_sheet(panels, plain(said)))


def _place(box: Box | None, before: tuple[int, int], now: tuple[int, int]) -> Box | None:
    """The box in the pixels of the smaller photo and within it, or None for one that holds nothing."""
    if box is None:
        return None
    across, down = now[0] / before[0], now[1] / before[1]
    left, right = (min(max(round(x * across), 0), now[0]) for x in (box[0], box[2]))
    top, bottom = (min(max(round(y * down), 0), now[1]) for y in (box[1], box[3]))
    return (left, top, right, bottom) if right > left and bottom > top else None


def _widened(place: Box, size: tuple[int, int]) -> Box:
    left, top, right, bottom = place
    across, down = round((right - left) * AROUND), round((bottom - top) * AROUND)
    return max(0, left - across), max(0, top - down), min(size[0], right + across), min(size[1], bottom + down)


def _fitted(image: Image.Image) -> Image.Image:
    """The picture with its long side at `SIDE`, a small one enlarged."""
    scale = SIDE / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _marked(photo: Image.Image, place: Box | None) -> Image.Image:
    """The photo with the place in a frame that is seen on any ground."""
    small = _fitted(photo)
    if place is None:
        return small
    scale = small.width / photo.width
    left, top, right, bottom = (round(edge * scale) for edge in place)
    pen = ImageDraw.Draw(small)
    for grown, colour, wide in ((3, (255, 255, 255), 5), (2, MARK, 3)):
        x0, y0 = max(0, left - grown), max(0, top - grown)
        x1, y1 = min(small.width - 1, right + grown), min(small.height - 1, bottom + grown)
        pen.rectangle((x0, y0, max(x0, x1), max(y0, y1)), outline=colour, width=wide)
    return small


def _sheet(panels: list[tuple[str, Image.Image]], said: str) -> Image.Image:
    font = ImageFont.load_default(LETTERS)
    width = GAP + len(panels) * (SIDE + GAP)
    tallest = max(panel.height for _, panel in panels)
    letters = int((width - 2 * GAP) / font.getlength("n"))
    lines = textwrap.wrap(said, letters, max_lines=MOST_LINES, placeholder=" ...")
    sheet = Image.new("RGB", (width, HEAD + GAP + tallest + LINE * len(lines) + GAP), "white")
    pen = ImageDraw.Draw(sheet)
    across = int(SIDE / font.getlength("n"))
    for number, (title, panel) in enumerate(panels):
        left = GAP + number * (SIDE + GAP)
        pen.text((left, GAP // 2), textwrap.shorten(title, across, placeholder=" ..."), fill=QUIET, font=font)
        sheet.paste(panel, (left, HEAD + GAP // 2))
        corner = (left + panel.width, HEAD + GAP // 2 + panel.height)
        pen.rectangle((left - 1, HEAD + GAP // 2 - 1, *corner), outline=FRAME)
    for number, line in enumerate(lines):
        pen.text((GAP, HEAD + GAP + tallest + number * LINE), line, fill=INK, font=font)
    return sheet


def plain(text: str) -> str:
    """The text on one line, in the letters that the font has, which is the same on every machine."""
    words = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    apart = (one for one in unicodedata.normalize("NFKD", words).translate(PLAINER) if not unicodedata.combining(one))
    return "".join(one if _is_drawn(one) else "?" for one in apart)


@cache
def _is_drawn(letter: str) -> bool:
    """Whether the font has a letter, and does not draw the box that stands for any it has not."""
    font = ImageFont.load_default(LETTERS)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
