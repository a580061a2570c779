"""Any bytes give a fingerprint or an ImageProblem, never anything else."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from detectors._drawings import drawn_photo, jpeg, png
from monitor.images import ImageProblem, fingerprint

PHOTO = drawn_photo(5, (160, 120))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it has so many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"<!doctype html><html></html>", "a web page"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "an SVG drawing"),
        (bomb(40_000, 30_000), "pixels"),
        (bomb(1, 1), "too few"),
        (jpeg(PHOTO)[:500], "broken"),
        (png(PHOTO)[:300], "broken"),
        (b"\xff\xd8\xff" + b"x" * 100, "broken|something else"),
        (b"x" * 20_000_001, "more than"),
    ],
    ids=["empty", "html", "svg", "bomb", "one pixel", "cut jpeg", "cut png", "lying", "too long"],
)
def test_what_is_no_picture_is_told(content: bytes, says: str) -> None:
    with pytest.raises(ImageProblem, match=says):
        fingerprint(content)


@pytest.mark.parametrize(
    "content",
    [
        saved(PHOTO.convert("CMYK"), "JPEG"),
        saved(PHOTO.convert("P"), "GIF"),
        saved(PHOTO.convert("L").convert("I;16"), "PNG"),
        saved(PHOTO.convert("RGBA"), "PNG"),
        saved(PHOTO.convert("1"), "BMP"),
        saved(PHOTO, "WEBP"),
        saved(PHOTO, "AVIF"),
        saved(PHOTO, "GIF", save_all=True, append_images=[drawn_photo(n, (160, 120)) for n in range(4)]),
        saved(Image.new("RGB", (300, 200), "red"), "PNG"),
    ],
    ids=["cmyk", "palette", "16 bit", "transparent", "black and white", "webp", "avif", "animated", "one colour"],
)
def test_each_kind_of_picture_has_a_fingerprint_that_is_always_the_same(content: bytes) -> None:
    first = fingerprint(content)
    assert first == fingerprint(content)
    assert set(first.hashes) == {"phash", "mirrored", "contrast"}


def test_a_turned_photo_is_read_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = fingerprint(saved(PHOTO, "JPEG", exif=exif))
    assert (turned.width, turned.height) == (120, 160)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_mutated_pictures_give_a_fingerprint_or_a_problem(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([jpeg(PHOTO), png(PHOTO)])))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    del content[data.draw(st.integers(1, len(content))) :]
    with suppress(ImageProblem):
        fingerprint(bytes(content), features=False)
