"""The file around the pixels: what says nothing about them is left out before a decoder sees it, and counted.

A page chooses these bytes. A decoder keeps all the text it meets, follows each of 65,535 EXIF entries, and walks over
all pixels for each scan of a progressive JPEG, so a small file can cost hours or gigabytes.
"""

import struct

MOST_PARTS = 20_000
MOST_SCANS = 64
MOST_ENTRIES = 200
ORIENTATION = 0x0112
PNG = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
JPEG_LEFT_OUT = frozenset({0xFE, 0xE1, *range(0xE2, 0xEE), 0xEF})
"""Comments and all that programs add, but for JFIF's and Adobe's own notes on the colours."""


class ImageProblem(ValueError):  # noqa: N818  it is data's fault, told to people as a problem
    """Bytes that give no picture; the text says why."""


def pixels_of(content: bytes) -> tuple[bytes, int]:
    """The file without what says nothing about its pixels, and how it is turned: EXIF's orientation, 1 to 8.

    A file whose parts cannot be followed is left as it is for the decoder to refuse. Raises ImageProblem for too many.
    """
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content.startswith(PNG):
        return _png(content)
    if content.startswith(b"GIF8"):
        _count_gif(content)
    elif content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return content, _webp(content)
    return content, 1


def _jpeg(content: bytes) -> tuple[bytes, int]:
    kept, at, orientation = [content[:2]], 2, 1
    for _ in range(MOST_PARTS):
        if len(content) < at + 4 or content[at] != 0xFF:
            return b"".join([*kept, content[at:]]), orientation
        kind = content[at + 1]
        if kind in {0x00, 0xFF}:  # padding
            at += 1 + (kind == 0x00)
            continue
        if kind == 0xDA:
            if content.count(b"\xff\xda", at) > MOST_SCANS:
                raise ImageProblem(f"has more than {MOST_SCANS} scans")
            return b"".join([*kept, content[at:]]), orientation
        end = at + 2 if 0xD0 <= kind <= 0xD9 else at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if kind == 0xE1 and content[at + 4 : at + 10] == b"Exif\0\0" and orientation == 1:
            orientation = exif_orientation(content[at + 4 : end])
        if kind not in JPEG_LEFT_OUT:
            kept.append(content[at:end])
        at = end
    raise ImageProblem(f"has more than {MOST_PARTS} parts")


def _png(content: bytes) -> tuple[bytes, int]:
    kept, at, orientation = [PNG], len(PNG), 1
    for _ in range(MOST_PARTS):
        if len(content) < at + 8:
            return b"".join([*kept, content[at:]]), orientation
        end, kind = at + 12 + int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind == b"eXIf":
            orientation = exif_orientation(content[at + 8 : end - 4])
        if kind in PNG_KEPT:
            kept.append(content[at:end])
        if kind == b"IEND":
            return b"".join(kept), orientation
        at = end
    raise ImageProblem(f"has more than {MOST_PARTS} parts")


def _count_gif(content: bytes) -> None:
    """Walk over what comes before the first frame."""
    flags = content[10] if len(content) > 10 else 0
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    parts = 0
    while content[at : at + 1] == b"\x21":
        at += 2
        while (length := content[at] if at < len(content) else 0) and parts <= MOST_PARTS:
            at, parts = at + 1 + length, parts + 1
        at, parts = at + 1, parts + 1
        if parts > MOST_PARTS:
            raise ImageProblem(f"has more than {MOST_PARTS} parts")


def _webp(content: bytes) -> int:
    at = 12
    for _ in range(MOST_ENTRIES):
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        if content[at : at + 4] == b"EXIF":
            return exif_orientation(content[at + 8 : at + 8 + length])
        at += 8 + length + length % 2
        if at >= len(content):
            break
    return 1


def exif_orientation(exif: bytes) -> int:
    """The orientation in the first directory of EXIF data; 1 where it says none that exists."""
    exif = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    try:
        if order:
            (start,) = struct.unpack_from(order + "I", exif, 4)
            (count,) = struct.unpack_from(order + "H", exif, start)
            for entry in range(min(count, MOST_ENTRIES)):
                tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, start + 2 + 12 * entry)
                if tag == ORIENTATION:
                    return value if kind == 3 and 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1
