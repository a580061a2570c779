"""A drawing that lies roughly right is laid exactly onto a picture, also where it is seen aslant or covered in part."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from detectors._drawings import drawn_logo, drawn_photo
from monitor.images.alignment import AFFINE, ASLANT, Reliefs, aligned, patterns
from monitor.images.fitting import moved

SIDE = 200
MARK = np.asarray(drawn_logo(1).convert("L").resize((SIDE, SIDE)), np.uint8)
CORNERS = np.array([(20, 20), (180, 20), (180, 180), (20, 180)], np.float32)
PLAIN = np.full((360, 480, 3), 220, np.uint8)
CLOTH = cv2.resize(np.random.default_rng(3).integers(120, 256, (24, 32, 3), np.uint8), (480, 360), interpolation=3)
PHOTO = np.asarray(drawn_photo(5).resize((480, 360)), np.uint8)
INK = np.array([(20, 28), (134, 28), (134, 175), (20, 175)], np.float32)
ROUGHLY, EXACTLY = (patterns([MARK], INK[None], count) for count in (100, 1_000))
THE_ONE = np.zeros(1, np.intp)


def laid(corners: NDArray[np.float32], ground: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mark on a ground with its corners there."""
    place = cv2.getPerspectiveTransform(CORNERS, corners)
    ink = cv2.warpPerspective(255 - MARK, place, (480, 360))[..., None].astype(np.float64) / 255
    return np.clip(ground * (1 - ink) + np.array((20, 30, 90)) * ink, 0, 255).astype(np.uint8)


def plain(true: NDArray[np.float32]) -> NDArray[np.float64]:
    """The affine map that is nearest to the true one."""
    start = np.eye(3)
    start[:2] = np.linalg.lstsq(np.column_stack([CORNERS, np.ones(4)]), true.astype(np.float64))[0].T
    return start


def apart(maps: NDArray[np.floating], true: NDArray[np.float32]) -> float:
    """How far the corners of its ink lie from the true ones, in pixels."""
    place = np.asarray(cv2.getPerspectiveTransform(CORNERS, true), np.float32)
    there, wanted = (moved(INK[None], one)[0][0] for one in (maps.astype(np.float32), place[None]))
    return float(np.hypot(*(there - wanted).T).mean())


@pytest.mark.parametrize(
    ("ground", "gray"), [(PLAIN, False), (PLAIN, True), (CLOTH, False)], ids=["plain", "grey", "cloth"]
)
@pytest.mark.parametrize(("aslant", "within"), [(0, 2.0), (14, 2.0), (20, 3.0)])
@pytest.mark.parametrize(
    ("shift", "grown", "turned"), [(3, 1.0, 0.0), (-2, 1.04, 0.0), (2, 0.97, 0.05), (12, 1.1, 0.2), (-10, 0.85, -0.25)]
)
def test_a_place_that_is_roughly_right_is_made_exact(
    ground: NDArray[np.uint8], gray: bool, aslant: int, within: float, shift: float, grown: float, turned: float
) -> None:
    true = np.array([(150, 80 + aslant), (290, 95), (280, 230), (140, 220 - aslant)], np.float32)
    picture = laid(true, ground)
    start = plain(true)
    turn = np.array([[np.cos(turned), -np.sin(turned)], [np.sin(turned), np.cos(turned)]])
    start[:2, :2] = grown * turn @ start[:2, :2]
    start[:2, 2] = true.mean(axis=0) - start[:2, :2] @ CORNERS.mean(axis=0) + shift
    reliefs = Reliefs(picture[..., 1].copy() if gray else picture)
    maps, like, _ = aligned(reliefs, ROUGHLY, THE_ONE, start[None], 8, AFFINE)
    maps, closer, _ = aligned(reliefs, EXACTLY, THE_ONE, maps, 8, ASLANT)
    assert like[0] > 0.5
    assert closer[0] > 0.8
    assert apart(maps, true) < within


@pytest.mark.parametrize("hidden", [(150, 80, 175, 230), (150, 190, 290, 230)], ids=["left", "below"])
def test_what_is_covered_does_not_draw_it_away(hidden: tuple[int, int, int, int]) -> None:
    true = np.array([(150, 80), (290, 80), (290, 220), (150, 220)], np.float32)
    picture = laid(true, CLOTH)
    left, top, right, bottom = hidden
    picture[top:bottom, left:right] = (200, 60, 40)
    maps, _, _ = aligned(Reliefs(picture), EXACTLY, THE_ONE, plain(true + 4)[None], 8, AFFINE)
    assert apart(maps, true) < 3.0


def test_a_likeness_never_falls() -> None:
    reliefs = Reliefs(PHOTO)
    starts = np.tile(np.eye(3), (20, 1, 1))
    starts[:, 0, 2] = np.arange(20) * 10
    starts[:, :2, :2] *= 0.7
    numbers = np.zeros(20, np.intp)
    _, still, _ = aligned(reliefs, ROUGHLY, numbers, starts, 0, ASLANT)
    maps, after, before = aligned(reliefs, ROUGHLY, numbers, starts, 6, ASLANT)
    assert np.array_equal(still, before)
    assert (after >= before).all()
    assert np.isfinite(maps).all()
    assert (np.abs(after) <= 1).all()


@pytest.mark.parametrize("picture", [np.full((360, 480), 200, np.uint8), np.zeros((1, 1, 3), np.uint8)])
def test_what_is_not_there_stays_about_where_it_was(picture: NDArray[np.uint8]) -> None:
    start = np.array([[0.5, 0, 100], [0, 0.5, 80], [0, 0, 1]])
    maps, like, _ = aligned(Reliefs(picture), EXACTLY, THE_ONE, start[None], 6, ASLANT)
    assert np.allclose(maps[0], start, atol=1e-3)
    assert abs(float(like[0])) < 0.01


def test_no_drawing_and_no_place_give_nothing() -> None:
    none = patterns([], np.zeros((0, 4, 2), np.float32), 100)
    maps, like, _ = aligned(Reliefs(PHOTO), none, np.zeros(0, np.intp), np.zeros((0, 3, 3)), 3, ASLANT)
    assert len(maps) == len(like) == 0
