"""Photos read in processes beside the crawl: the same as here, and no photo takes the crawl down, slows or swells it."""

import asyncio
import multiprocessing
import os
import time
from pathlib import Path

import pytest

from detectors._drawings import drawn_photo, jpeg
from monitor.crawling.photo_reading import MEMORY, PhotoReading, read
from monitor.images import ImageProblem, fingerprint
from monitor.images.words import read_words
from monitor.records import Fingerprint, Words

PHOTO = jpeg(drawn_photo(1, (160, 120)))
SAYS = {
    b"break": "broke its reader",
    b"swell": "needs too much memory",
    b"raise": r"cannot be read \(KeyError\)",
    b"<html>": "is no picture",
    b"": "is empty",
}


def work(content: bytes, what: str) -> Fingerprint | Words:
    match content:
        case b"break":
            os._exit(3)
        case b"sleep":
            time.sleep(900)
        case b"swell":
            bytearray(2 * MEMORY)
        case b"raise":
            raise KeyError(what)
    return read(content, what)


def test_what_a_photo_does_to_its_reader_is_told_and_the_others_are_read() -> None:
    async def run() -> None:
        reading = PhotoReading(words=True, work=work, patience=300)
        assert not multiprocessing.active_children(), "no photo, no process"
        words = await reading.words_of(lambda: PHOTO)
        contents = [PHOTO, *(content for bad in SAYS for content in (bad, PHOTO))]
        found = await asyncio.gather(
            *(reading.print_of(lambda content=content: content) for content in contents), return_exceptions=True
        )
        assert words == read_words(PHOTO)
        here = fingerprint(PHOTO)
        for content, one in zip(contents, found, strict=True):
            if content == PHOTO:
                assert one == here
            else:
                with pytest.raises(ImageProblem, match=SAYS[content]):
                    raise one  # type: ignore[misc]
        assert min(nice(child.pid) for child in multiprocessing.active_children()) > nice(os.getpid())
        with pytest.raises(OSError, match="no such"):
            await reading.print_of(missing)
        reading.close()

    asyncio.run(run())
    until = time.monotonic() + 300
    while multiprocessing.active_children():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_photo_that_takes_too_long_is_told_and_the_next_one_is_looked_at() -> None:
    async def run() -> None:
        reading = PhotoReading(words=False, work=work, patience=2)
        for content, says in ((b"sleep", "took longer than 2 seconds"), (b"", "is empty")):
            with pytest.raises(ImageProblem, match=says):
                await reading.print_of(lambda content=content: content)
        reading.close()

    asyncio.run(run())


def missing() -> bytes:
    raise FileNotFoundError("no such photo")


def nice(pid: int | None) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[16])
