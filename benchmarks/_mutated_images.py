"""Broken and hostile pictures made from whole ones, each kind by a function; the same chance gives the same bytes."""

import io
import random
import struct
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image

Make = Callable[[bytes, random.Random], bytes]
MAGIC = (
    b"\xff\xd8\xff\xe0",
    b"\x89PNG\r\n\x1a\n",
    b"GIF89a",
    b"RIFF\x10\x00\x00\x00WEBPVP8 ",
    b"BM",
    b"II*\0",
    b"MM\0*",
)
LIES = (
    b"<!doctype html><html><body>Not found</body></html>", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg>&b;</svg>', b'{"error": 404}',
    b"%PDF-1.7\n", b"PK\x03\x04" + b"\0" * 200, b"\0\0\0\x18ftypavif" + b"\0" * 200, b"\0", b" " * 10_000,
    b"%!PS\nquit",
)  # fmt: skip
MODES = (
    ("CMYK", "JPEG"), ("CMYK", "TIFF"), ("L", "JPEG"), ("P", "GIF"), ("P", "PNG"), ("1", "PNG"), ("1", "TIFF"),
    ("LA", "PNG"), ("RGBA", "PNG"), ("RGBA", "WEBP"), ("I;16", "PNG"), ("I;16", "TIFF"), ("I", "TIFF"), ("F", "TIFF"),
    ("YCbCr", "JPEG"), ("LAB", "TIFF"), ("RGB", "BMP"),
)  # fmt: skip


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of that kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def cut(content: bytes, chance: random.Random) -> bytes:
    """The beginning of a file."""
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """A file with 1 to 60 bits turned, half of them near the beginning."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 60))):
        reach = len(changed) if chance.random() < 0.5 else min(len(changed), 400)
        changed[chance.randrange(reach)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def spliced(content: bytes, chance: random.Random) -> bytes:
    """A file with a part removed, doubled, or overwritten by noise."""
    here, there = sorted(chance.randrange(len(content)) for _ in range(2))
    middle = chance.choice((b"", content[here:there] * 2, chance.randbytes(min(there - here, 5_000)), b"\xff" * 300))
    return content[:here] + middle + content[there:]


def headed(content: bytes, chance: random.Random) -> bytes:
    """A file with the first bytes of another kind, in front of its own or in their place."""
    magic = chance.choice(MAGIC)
    return magic + content[len(magic) * chance.randrange(2) :]


def noise(content: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    """Noise after the first bytes of some kind."""
    return chance.choice(MAGIC) + chance.randbytes(chance.choice((10, 300, 30_000)))


def lying(content: bytes, chance: random.Random) -> bytes:
    """What is no picture, alone or glued to one."""
    lie = chance.choice(LIES)
    return chance.choice((lie, content + lie, lie + content))


def in_mode(content: bytes, chance: random.Random) -> bytes:
    """The picture in other colours and another kind of file, whole or with bits turned."""
    mode, kind = chance.choice(MODES)
    image = _opened(content)
    if mode in {"I;16", "I", "F"}:
        image = image.convert("L").convert("I").point(lambda value: value * 257)
        image = image if mode == "I" else image.convert(mode)
    elif mode == "LAB":
        image = Image.merge("LAB", image.split())
    else:
        image = image.convert(mode)
    made = saved(image, kind)
    return made if chance.random() < 0.5 else flipped(made, chance)


def odd_size(content: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    """A picture of one colour, or of one pixel, or one pixel wide."""
    long = chance.choice((1, 2, 7, 9, 300, 5_000))
    size = chance.choice(((long, 1), (1, long), (long, long), (long, 9)))
    colour = tuple(chance.randrange(256) for _ in range(3))
    return saved(Image.new("RGB", size, colour), chance.choice(("PNG", "GIF", "BMP", "TIFF", "WEBP")))


def bomb(content: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    """A file that says it has up to 10^9 pixels, and holds few."""
    wide, high = chance.choice(((31_000, 31_000), (1_000_000_000, 1), (60_000, 900), (65_535, 65_535), (9, 20_000_000)))
    which = chance.randrange(3)
    if which == 0:
        depth, colour = chance.choice(((8, 2), (16, 6), (1, 0), (8, 3)))
        head = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, depth, colour, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    if which == 1:
        return saved(Image.new("RGB", (9, 9)), "BMP").replace(struct.pack("<ii", 9, 9), struct.pack("<iI", wide, high))
    changed = bytearray(saved(Image.new("P", (9, 9)), "GIF"))
    changed[6:10] = struct.pack("<HH", min(wide, 65_535), min(high, 65_535))
    return bytes(changed)


def large(content: bytes, chance: random.Random) -> bytes:  # noqa: ARG001
    """A small file of nearly as many pixels as are allowed, in the mode that costs most."""
    mode, kind, options = chance.choice(
        (("RGBA", "PNG", {}), ("P", "PNG", {"transparency": 0}), ("I;16", "PNG", {}), ("CMYK", "JPEG", {}),
         ("RGB", "JPEG", {"progressive": True}), ("1", "PNG", {}), ("L", "GIF", {}))
    )  # fmt: skip
    return saved(Image.new(mode, (7_000, 7_000)), kind, **options)


def animated(content: bytes, chance: random.Random) -> bytes:
    """An animation of 500 frames."""
    small = _opened(content).resize((120, 90))
    frames = [small.rotate(turn) for turn in range(500)]
    return saved(frames[0], chance.choice(("GIF", "PNG")), save_all=True, append_images=frames[1:])


def _directory(size: int) -> bytes:
    """EXIF with as many entries as there can be, each of which says that it holds the whole."""
    entries = b"".join(struct.pack(">HHII", tag, 7, size - 8, 8) for tag in range(1_000, 60_000))
    return (b"MM\0*\0\0\0\x08" + struct.pack(">H", 59_000) + entries).ljust(size, b"\0")


def talkative(content: bytes, chance: random.Random) -> bytes:
    """A file with a megabyte of EXIF, of text that unpacks to more, or of tiny parts."""
    jpeg, png = saved(_opened(content), "JPEG"), saved(_opened(content), "PNG")
    exif = _directory(1_000_000)
    parts = [b"Exif\0\0" + exif[at : at + 60_000] for at in range(0, len(exif), 60_000)]
    return chance.choice(
        (
            lambda: jpeg[:2] + b"".join(b"\xff\xe1" + struct.pack(">H", len(p) + 2) + p for p in parts) + jpeg[2:],
            lambda: png[:33] + chunk(b"eXIf", exif) + png[33:],
            lambda: png[:33] + chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 50_000_000)) * 5 + png[33:],
            lambda: png[:33] + chunk(b"tEXt", b"a\0") * 400_000 + png[33:],
            lambda: jpeg[:2] + b"\xff\xe5\x00\x02" * 1_000_000 + jpeg[2:],
            lambda: b"GIF89a\x10\0\x10\0\0\0\0" + b"\x21\xfe\x01a\0" * 1_000_000 + b";",
        )
    )()


def many_scans(content: bytes, chance: random.Random) -> bytes:
    """A progressive JPEG whose last scan is repeated, each of which costs a walk over all pixels."""
    whole = saved(_opened(content).resize((2_000, 2_000)), "JPEG", progressive=True, quality=20)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * chance.choice((3, 90, 400)) + b"\xff\xd9"


COMMON: Sequence[Make] = (cut, flipped, spliced, headed, noise, lying, in_mode, odd_size, bomb)
DEAR: Sequence[Make] = (animated, talkative, many_scans, large)
"""Kinds that take seconds to make: one of them in fifty is enough."""
DEAR_EVERY = 50


def mutation(number: int, sources: Sequence[bytes]) -> tuple[str, bytes]:
    """The kind and the bytes of the picture with that number."""
    chance = random.Random(number)
    dear, turn = divmod(number, DEAR_EVERY)
    make = DEAR[dear % len(DEAR)] if turn == DEAR_EVERY - 1 else COMMON[number % len(COMMON)]
    return make.__name__, make(chance.choice(sources), chance)
