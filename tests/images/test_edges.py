"""An outline agrees with itself in any colour and on any ground, and with nothing else."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageOps

from detectors._drawings import drawn_logo, drawn_photo
from monitor.images.edges import EdgeField, Outline, outline

Gray = NDArray[np.uint8]


def gray(image: Image.Image) -> Gray:
    return np.asarray(image.convert("L"), np.uint8)


def logo(number: int) -> Gray:
    return gray(drawn_logo(number).resize((200, 200)))


def edges(picture: Gray) -> Outline:
    found = outline(picture)
    assert found is not None
    return found


def placed(mark: Gray, angle: float, scale: float, ground: Gray) -> tuple[Gray, NDArray[np.float64]]:
    """The mark on a ground, where it is darker or lighter than the ground; and the map that put it there."""
    turn = cv2.getRotationMatrix2D((100, 100), angle, scale).astype(np.float64)
    turn[:, 2] += (120, 60)
    size = (ground.shape[1], ground.shape[0])
    ink = cv2.warpAffine((255 - mark).astype(np.float32), turn, size) / 255
    return np.clip(ground * (1 - ink) + 20 * ink, 0, 255).astype(np.uint8), turn


PLAIN = np.full((360, 480), 220, np.uint8)
PHOTO = gray(drawn_photo(5).resize((480, 360)))


@pytest.mark.parametrize("ground", [PLAIN, PHOTO], ids=["plain", "photo"])
@pytest.mark.parametrize("angle", [0, 17, -40])
@pytest.mark.parametrize("scale", [0.4, 1.0])
@pytest.mark.parametrize("inverted", [False, True])
def test_it_agrees_where_it_lies(ground: Gray, angle: float, scale: float, inverted: bool) -> None:
    mark = logo(1)
    picture, turn = placed(mark, angle, scale, ground)
    field = EdgeField(255 - picture if inverted else picture)
    assert field.agreement(edges(mark), turn[None])[0].mean() > 0.5


def test_it_does_not_agree_elsewhere_nor_another_with_it() -> None:
    mark = logo(1)
    picture, turn = placed(mark, 10, 0.8, PHOTO)
    field, own = EdgeField(picture), edges(mark)
    beside = turn.copy()
    beside[:, 2] += (40, 25)
    assert field.agreement(own, beside[None])[0].mean() < 0.3
    right = field.agreement(own, turn[None])[0].mean()
    for other in range(2, 8):
        assert field.agreement(edges(logo(other)), turn[None])[0].mean() < right - 0.2


def test_random_texture_agrees_with_nothing() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (360, 480)).astype(np.uint8)
    field = EdgeField(noise)
    turn = placed(logo(1), 0, 1.0, PLAIN)[1]
    assert abs(field.agreement(edges(logo(1)), turn[None])[0].mean()) < 0.2


@pytest.mark.parametrize(
    "picture", [np.full((50, 50), 9, np.uint8), np.zeros((1, 1), np.uint8), np.zeros((1, 900), np.uint8)]
)
def test_a_picture_without_edges_has_no_outline(picture: Gray) -> None:
    assert outline(picture) is None
    EdgeField(picture)


def test_outside_of_the_picture_nothing_agrees() -> None:
    mark = logo(1)
    away = np.array([[[1.0, 0, 5000], [0, 1.0, -5000]]])
    assert not EdgeField(mark).agreement(edges(mark), away).any()


def test_the_other_polarity_has_the_same_outline() -> None:
    mark = drawn_logo(1).convert("RGB").resize((200, 200))
    one, other = edges(gray(mark)), edges(gray(ImageOps.invert(mark)))
    assert np.array_equal(one.points, other.points)
    assert np.allclose(np.abs((one.normals * other.normals).sum(axis=1)), 1, atol=1e-4)


def test_an_edge_between_colours_of_one_brightness_counts() -> None:
    mark = logo(1)[..., None] / 255
    picture = np.rint(mark * (200, 60, 90) + (1 - mark) * (60, 134, 60)).astype(np.uint8)
    own, stay = edges(logo(1)), np.eye(2, 3)[None]
    brightness = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    assert int(brightness.max()) - int(brightness.min()) < 16
    assert EdgeField(picture).agreement(own, stay).mean() > 0.8
    assert EdgeField(picture).agreement(own, stay).mean() > EdgeField(brightness).agreement(own, stay).mean() + 0.2
