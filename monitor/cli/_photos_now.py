"""Whether the photos that flags rest on are still on a captured page: by their bytes, or by what they show."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from monitor.crawling.photo_reading import PhotoReading
from monitor.evidence.seen import Seen
from monitor.images import ImageProblem, Search
from monitor.records import Flag, Listing, Photo

JUDGED = "photo_match"
"""The kind of flags whose photos can be judged anew: a photo of the brand is found whatever it was packed as."""
MOST_PICTURES = 40


class PhotosNow(NamedTuple):
    """Addresses of crawled photos that the page still shows, and of those in whose place it shows other pictures."""

    there: frozenset[str]
    replaced: frozenset[str]


async def photos_now(
    crawled: Mapping[str, str], flags: Sequence[Flag], found: Listing | None, seen: Seen, search: Search | None,
    reading: PhotoReading,
) -> PhotosNow:  # fmt: skip
    """Compare what a page loaded with the photos of the crawl (digests by address).

    A site may pack a photo anew for each visitor, so other bytes are looked at: only a picture that shows none of the
    brand's photos replaced one. What was not loaded, or cannot be read, says nothing.
    """
    bodies = {one.url: one.body for one in seen.exchanges if one.status == 200 and one.body and not one.cut}
    digests = {hashlib.sha256(body).hexdigest() for body in bodies.values()}
    there = {url for url, digest in crawled.items() if digest in digests}
    doubtful = {fact.image for flag in flags if flag.kind == JUDGED for fact in flag.evidence if fact.image} - there
    if not doubtful or search is None:
        return PhotosNow(frozenset(there), frozenset())
    shows = {url: await _shows(url, bodies[url], search, reading) for url in doubtful & bodies.keys()}
    gone = {url for url in doubtful - bodies.keys() if found is not None and _is_dropped(url, found, bodies)}
    if gone:
        own = {url: await _shows(url, bodies[url], search, reading) for url in (found.images if found else ())}
        pictures = {url: body for url, body in bodies.items() if _is_picture(body)}
        if any(own.values()):
            shows |= dict.fromkeys(gone, True)
        elif len(pictures) <= MOST_PICTURES and None not in own.values():
            others = [await _shows(url, body, search, reading) for url, body in pictures.items() if url not in own]
            shows |= dict.fromkeys(gone, False) if not any(others) else {}
    return PhotosNow(
        frozenset(there | {url for url, one in shows.items() if one}),
        frozenset(url for url, one in shows.items() if one is False),
    )


def _is_dropped(url: str, found: Listing, bodies: Mapping[str, bytes]) -> bool:
    """Whether the listing names other photos instead, each of which was loaded."""
    return bool(found.images) and url not in found.images and all(one in bodies for one in found.images)


def _is_picture(body: bytes) -> bool:
    return body.startswith((b"\xff\xd8", b"\x89P", b"RIFF", b"GIF8")) or body[4:8] == b"ftyp"


async def _shows(url: str, body: bytes, search: Search, reading: PhotoReading) -> bool | None:
    """Whether a picture shows one of the brand's photos; None where it cannot be read."""
    try:
        print_ = await reading.print_of(lambda: body)
    except ImageProblem:
        return None
    return bool(search.find(Photo(url=url, sha256=hashlib.sha256(body).hexdigest(), fingerprint=print_)))
