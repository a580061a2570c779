"""Which words of a page a person sees: those whose removal changes the picture. Rules of style can be led astray."""

import asyncio
import io
import secrets
from collections.abc import Awaitable, Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

from monitor.evidence.visible import words_of

CONTRAST = 32
"""By so much of 255 ink must differ from the pixel beside it to be seen: what is blurred has no edge."""
STILL, SMALL = 8, 0.25
"""By so much a pixel may differ between a small picture before and after all others; others move, and show nothing."""
INK = 0.008
"""So much of a word's rectangle must be edges of ink; of usual fonts it is 5 to 40 %, of a full stop 1 %."""
RIM, LONG = 2, 12
MOST_PASSES = 3
MOST_TEXT = 1_000_000
GRID = 4

Box = tuple[float, float, float, float]
Word = tuple[str, str, Sequence[Box]]
"""The gap before it, the word, and its rectangles: left, top, right, bottom in pixels."""


async def drawn_text(
    ask: Callable[[str], Awaitable[object]],
    shoot: Callable[[float, float], Awaitable[bytes]],
    picture: bytes,
    small: bytes,
    most_height: int,
) -> str:
    """The text of a page that is seen on its `picture`, a line a piece of text.

    `ask` evaluates an expression in the page, `shoot` takes its picture as it stands, so many pixels high and at a
    scale; `small` is one at the scale `SMALL`, taken before `picture`.
    """
    name = f"m{secrets.token_hex(8)}"
    texts: list[list[Word]] = await ask(words_of(most_height, name))  # type: ignore[assignment]
    words = [word for text in texts for word in text]
    if not any(boxes for _, _, boxes in words):
        return ""
    height = float(max(1, min(most_height, 1 + max(box[3] for _, _, boxes in words for box in boxes))))
    seen = np.zeros(len(words), bool)
    passes = split(words)
    pictures = [_unpacked(small, height * SMALL), _unpacked(picture, height)]
    for numbers in passes:
        await ask(f"withoutWords({numbers})")
        pictures.append(_unpacked(await shoot(height, 1), height))
    await ask("withoutWords([])")
    pictures.append(_unpacked(await shoot(height, SMALL), height * SMALL))
    before, all_words, *without, after = await asyncio.gather(*pictures)

    def judge() -> None:
        still = _whole(np.asarray(_change(before, after)) <= STILL, all_words.size)
        for numbers, shot in zip(passes, without, strict=True):
            ink = (np.asarray(_edges(_change(all_words, shot))) >= CONTRAST) & still
            for number in numbers:
                seen[number] = _is_seen(ink, words[number][2])

    await asyncio.to_thread(judge)
    which = iter(seen)
    lines = ("".join(f"{gap}{word}" for gap, word, _ in text if next(which)).strip() for text in texts)
    return "\n".join(line for line in lines if line)[:MOST_TEXT]


def split(words: Sequence[Word]) -> list[list[int]]:
    """Words, by number, in lots of which none lies over another one: its change would count for both."""
    right = max((box[2] for *_, boxes in words for box in boxes), default=0)
    bottom = max((box[3] for *_, boxes in words for box in boxes), default=0)
    shape = (int(min(bottom, 100_000)) // GRID + 2, int(min(right, 10_000)) // GRID + 2)
    taken, passes = list[NDArray[np.bool_]](), list[list[int]]()
    for number, (_, _, boxes) in enumerate(words):
        places = [_place(box) for box in boxes]
        for at in range(MOST_PASSES if places else 0):
            if at == len(passes):
                taken.append(np.zeros(shape, bool))
                passes.append([])
            if not any(taken[at][place].any() for place in places):
                for place in places:
                    taken[at][place] = True
                passes[at].append(number)
                break
    return passes


def _place(box: Box) -> tuple[slice, slice]:
    """The cells of the grid that the middle of a rectangle takes: lines that are set close touch each other."""
    left, top, right, bottom = (max(0.0, side) for side in box)
    quarter = (bottom - top) / 4
    rows = slice(int((top + quarter) // GRID), int((bottom - quarter) // GRID) + 1)
    return rows, slice(int((left + 1) // GRID), int(max(left + 1, right - 1) // GRID) + 1)


def _is_seen(ink: NDArray[np.bool_], boxes: Sequence[Box]) -> bool:
    area = found = 0
    for box in boxes:
        left, top, right, bottom = (round(max(0.0, side)) for side in box)
        rows, columns = _inner(top, bottom), _inner(left, right)
        area += (rows.stop - rows.start) * (columns.stop - columns.start)
        found += int(ink[rows, columns].sum())
    return found > 0 and found >= INK * area


def _inner(begin: int, end: int) -> slice:
    """A side of a rectangle without its ends, where it is long: what lies over a word has edges of its own there."""
    return slice(begin + RIM, end - RIM) if end - begin > LONG else slice(begin, end)


def _unpacked(picture: bytes, height: float) -> "asyncio.Task[Image.Image]":
    """The pixels of a picture, on a thread: the browser takes the next one meanwhile."""
    return asyncio.create_task(asyncio.to_thread(_pixels, picture, height))


def _pixels(picture: bytes, height: float) -> Image.Image:
    """The upper part of a picture, in colours."""
    with Image.open(io.BytesIO(picture)) as one:
        cut = one if one.height == int(height) else one.crop((0, 0, one.width, int(height)))
        return cut.convert("RGB")


def _change(one: Image.Image, two: Image.Image) -> Image.Image:
    """By how much of 255 the pixels of two pictures differ: the most of their colours."""
    red, green, blue = ImageChops.difference(one, two).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _whole(small: NDArray[np.bool_], size: tuple[int, int]) -> NDArray[np.bool_]:
    """What is so of each pixel of a picture of a size (width, height), by that of its small one."""
    times = round(1 / SMALL)
    large = np.repeat(np.repeat(small, times, 0), times, 1)[: size[1], : size[0]]
    return np.pad(large, ((0, size[1] - large.shape[0]), (0, size[0] - large.shape[1])), "edge")


def _edges(change: Image.Image) -> Image.Image:
    """By how much each pixel differs from the one to its left or above, whichever is more."""
    beside = (ImageChops.difference(change, ImageChops.offset(change, *way)) for way in ((1, 0), (0, 1)))
    return ImageChops.lighter(*beside)
