"""An outline that lies nearly right is laid exactly onto the edges of a picture, also where it is seen aslant."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from detectors._drawings import drawn_logo, drawn_photo
from monitor.images.edges import EdgeField, outline
from monitor.images.fitting import EXACTLY, ROUGHLY, fitted, moved, stencil

SIDE = 200
MARK = np.asarray(drawn_logo(1).convert("L").resize((SIDE, SIDE)), np.uint8)
CORNERS = np.array([(20, 20), (180, 20), (180, 180), (20, 180)], np.float32)
PHOTO = np.asarray(drawn_photo(5).resize((480, 360)), np.uint8)


def laid(corners: NDArray[np.float32], ground: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """The mark on a ground with its corners there, and the map that put it there."""
    place = np.asarray(cv2.getPerspectiveTransform(CORNERS, corners), np.float64)
    ink = cv2.warpPerspective(255 - MARK, place, (480, 360))[..., None].astype(np.float64) / 255
    return np.clip(ground * (1 - ink) + np.array((20, 30, 90)) * ink, 0, 255).astype(np.uint8), place


@pytest.mark.parametrize("ground", [np.full((360, 480, 3), 220, np.uint8), PHOTO], ids=["plain", "photo"])
@pytest.mark.parametrize("aslant", [0, 14])
@pytest.mark.parametrize(("shift", "grown", "turned"), [(3, 1.0, 0.0), (-2, 1.04, 0.0), (2, 0.97, 0.05)])
def test_a_place_that_is_nearly_right_is_made_exact(
    ground: NDArray[np.uint8], aslant: int, shift: float, grown: float, turned: float
) -> None:
    true = np.array([(150, 80 + aslant), (290, 95), (280, 230), (140, 220 - aslant)], np.float32)
    picture, place = laid(true, ground)
    plain = np.linalg.lstsq(np.column_stack([CORNERS, np.ones(4)]), true.astype(np.float64))[0].T
    start = np.eye(3)
    start[:2, :2] = np.array([[np.cos(turned), -np.sin(turned)], [np.sin(turned), np.cos(turned)]]) @ plain[:, :2]
    start[:2, :2] *= grown
    start[:2, 2] = true.mean(axis=0) - start[:2, :2] @ CORNERS.mean(axis=0) + shift
    own = outline(MARK)
    assert own is not None
    field, one = EdgeField(picture), stencil([own], 80)
    exact, agreement = fitted(field, one, start[None], ROUGHLY)
    exact, better = fitted(field, one, exact, EXACTLY)
    assert better[0] >= agreement[0] - 1e-6
    assert better[0] > 0.6
    there, _ = moved(own.points[None], place[None].astype(np.float32))
    before, after = (
        np.hypot(*(moved(own.points[None], one)[0] - there)[0].T).mean()
        for one in (start[None].astype(np.float32), exact)
    )
    assert after < min(2.0, before)


def test_what_is_not_there_stays_about_where_it_was() -> None:
    own = outline(MARK)
    assert own is not None
    start = np.array([[0.5, 0, 100], [0, 0.5, 80], [0, 0, 1]])
    blank = EdgeField(np.full((360, 480), 200, np.uint8))
    exact, agreement = fitted(blank, stencil([own], 80), start[None], ROUGHLY + EXACTLY)
    assert np.allclose(exact[0], start, atol=1e-3)
    assert agreement[0] == 0
