"""Hostile files: a sample of what `benchmarks/mutated_images.py` reads whole, and the bounds that it needs."""

import io
import random
import time
import zlib
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image, ImageOps

from benchmarks import _mutated_images as broken
from detectors._drawings import drawn_photo
from monitor.images import ImageProblem, fingerprint
from monitor.images.decode import decode

PHOTO = drawn_photo(5, (160, 120))
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP")
SOURCES = [broken.saved(PHOTO, kind) for kind in KINDS]


@pytest.mark.parametrize("make", broken.COMMON, ids=lambda make: make.__name__)
def test_broken_pictures_give_a_fingerprint_or_a_problem(make: broken.Make) -> None:
    chance = random.Random(3)
    said = Counter[str]()
    for number in range(20):
        try:
            fingerprint(make(SOURCES[number % len(SOURCES)], chance), features=False)
            said["read"] += 1
        except ImageProblem as problem:
            said["problem" if str(problem) else "silence"] += 1
    assert said["problem"]
    assert not said["silence"]


@pytest.mark.parametrize("number", range(14))
def test_a_file_that_says_much_costs_little(number: int) -> None:
    content = broken.talkative(SOURCES[0], random.Random(number))
    began = time.process_time()
    try:
        found = fingerprint(content, features=False)
    except ImageProblem as problem:
        assert "parts" in str(problem)  # noqa: PT017 - either is right
    else:
        assert (found.width, found.height) == PHOTO.size
    assert time.process_time() - began < 1


def test_a_jpeg_of_many_scans_is_refused_before_they_are_drawn() -> None:
    whole = broken.saved(PHOTO, "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    assert decode(whole)
    with pytest.raises(ImageProblem, match="more than 64 scans"):
        decode(whole[:last] + whole[last:-2] * 200 + b"\xff\xd9")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_is_upright_in_each_kind_of_file(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a description before it"
    exif[0x0112] = orientation
    options = {"lossless": True} if kind == "WEBP" else {"quality": 95} if kind == "JPEG" else {}
    content = broken.saved(PHOTO, kind, exif=exif, **options)
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
    found, size = decode(content)
    assert size == found.size == expected.size
    assert np.array_equal(np.asarray(found), np.asarray(expected))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "L", "LA", "I;16", "1"])
def test_a_large_picture_is_the_same_made_in_strips(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    large = drawn_photo(9, (1_901, 1_403)).convert("RGBA")
    large.putalpha(Image.linear_gradient("L").resize(large.size))
    large = (
        large.convert("L").convert("I").point(lambda v: v * 200).convert("I;16")
        if mode == "I;16"
        else large.convert("L" if mode == "1" else "RGB").convert(mode)
        if mode in {"1", "P", "L"}
        else large.convert(mode)
    )
    content = broken.saved(large, "PNG")
    whole, _ = decode(content, long_side=300)
    monkeypatch.setattr("monitor.images.decode.STRIP", 40_000)
    strips, _ = decode(content, long_side=300)
    assert whole.size == strips.size == (300, 221)
    assert np.array_equal(np.asarray(whole), np.asarray(strips))


def test_transparency_of_one_colour_is_white() -> None:
    content = broken.saved(Image.new("RGB", (20, 20), (1, 2, 3)), "PNG", transparency=(1, 2, 3))
    assert decode(content)[0].getextrema() == ((255, 255),) * 3


def test_notes_inside_a_png_change_nothing() -> None:
    png = broken.saved(PHOTO, "PNG")
    notes = broken.chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 3_000_000)) + broken.chunk(b"iCCP", b"x\0\0junk")
    assert fingerprint(png[:33] + notes + png[33:]) == fingerprint(png)


def test_the_same_number_is_the_same_mutation() -> None:
    made = [broken.mutation(number, SOURCES) for number in (0, 0, 1, 9, 18)]
    assert made[0] == made[1]
    assert all(one != other for one, other in pairwise(made[1:]))
