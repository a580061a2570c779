"""Which of the brands' photos are in a listing's photo: whole ones by their hashes, parts by their features."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from os import cpu_count

import numpy as np

from monitor.brands import Asset
from monitor.images.compact import Compact, compact
from monitor.images.drawings import as_picture
from monitor.images.features import Features, in_gray, pack, unpack
from monitor.images.fingerprint import fingerprint
from monitor.images.near_hashes import NearHashes
from monitor.images.photo_index import Found, PhotoIndex
from monitor.images.pixels import view_of
from monitor.images.search import Look, Search, Sight, pixels, search_key
from monitor.records import Fingerprint, Line

NEAR_BITS = 6
LEAST_CONTRAST = 24
MOST = 500
CERTAIN = 100.0
COVERED = 0.1
SURROUNDINGS = "its surroundings agree and its middle differs"
"""What is said where the goods themselves may not be there: other goods before the same wall look so, or a sticker."""
CUT_OUT = "before another ground"
"""What is said of goods that the brand took on a plain ground. Seen straight, a flat pack on a table looks so too."""
SOME, HALF_TURN = 3, 180
"""Degrees by which a photo must be turned to be called so."""


def photo_search(assets: Sequence[tuple[str, Asset]]) -> Search:
    """A search for photos, given as (brand, photo). Raises ImageProblem."""
    return Search(lambda: _finder(assets), search_key("photos", assets))


def _finder(assets: Sequence[tuple[str, Asset]]) -> Look:
    with ThreadPoolExecutor(cpu_count() or 1) as pool:
        prints = list(pool.map(lambda one: one[1].fingerprint or photo_print(one[1].content), assets))
    kept = [
        (brand, asset.name, print_) for (brand, asset), print_ in zip(assets, prints, strict=True) if _tells(print_)
    ]
    names = [(brand, name) for brand, name, _ in kept]
    index = PhotoIndex([_compact(print_) for _, _, print_ in kept])
    near = [NearHashes([print_.hashes[way] for _, _, print_ in kept]) for way in ("phash", "mirrored")]

    def look(picture: Fingerprint, _lines: Sequence[Line]) -> tuple[Sight, ...]:
        features = unpack(picture.features)
        if features is None or not _tells(picture):
            return ()
        found: dict[tuple[str, str], Sight] = {}
        for over, hashes in enumerate(near):
            for number in hashes.within(picture.hashes["phash"], NEAR_BITS):
                whole = index.whole(number, features, over=bool(over))
                if whole is not None and names[number] not in found:
                    parts = ("the whole photo", "mirrored" * over, _over(whole[0]), SURROUNDINGS * whole[1])
                    how = ", ".join(part for part in parts if part)
                    found[names[number]] = Sight(*names[number], (0, 0, picture.width, picture.height), how, CERTAIN)
        if not found:
            for one in index.find(features):
                name, score = names[one.place.key], round(one.place.score, 1)
                found.setdefault(name, Sight(*name, pixels(one.place.box, picture), said(one), score))
        return tuple(found.values())

    return look


def photo_print(content: bytes) -> Fingerprint:
    """What is prepared of a brand's photo: of its features the strongest, and a small view. Raises ImageProblem."""
    whole = fingerprint(as_picture(content))
    features = unpack(whole.features)
    if features is None:
        return whole
    kept = compact(features, MOST, view_of(in_gray(features.view)))
    return replace(whole, features=pack(kept.features()))


def said(found: Found) -> str:
    """What was done to a photo, in words."""
    return ", ".join(_changes(found)) or "the whole photo, edited"


def _changes(found: Found) -> Iterator[str]:
    placed = found.place
    if placed.covered < 0.97:
        yield f"cropped to {placed.covered:.0%} of it"
    left, top, right, bottom = placed.box
    if (right - left) * (bottom - top) < 0.9:
        yield "as a part of a larger picture"
    if found.mirrored:
        yield "mirrored"
    angle = round(float(np.degrees(np.arctan2(placed.matrix[1, 0], placed.matrix[0, 0]))))
    if abs(angle) >= SOME:
        yield "upside down" if abs(angle) > HALF_TURN - SOME else f"turned by {abs(angle)} degrees"
    if found.cut_out:
        yield CUT_OUT
    if over := _over(found.covered):
        yield over
    if found.middle_differs and not found.cut_out:
        yield SURROUNDINGS


def _over(covered: float) -> str:
    return f"with text or something else over {covered:.0%} of it" if covered >= COVERED else ""


def _tells(print_: Fingerprint) -> bool:
    """Whether the picture has enough contrast to be told from others."""
    return int(print_.hashes["contrast"], 16) >= LEAST_CONTRAST


def _compact(print_: Fingerprint) -> Compact:
    features = unpack(print_.features)
    if features is None:
        nothing = np.zeros((1, 1), np.uint8)
        features = Features(np.zeros((0, 2), np.float32), np.zeros((0, 128), np.float32), 1, 1, nothing)
    return compact(features, MOST, view_of(in_gray(features.view)))
