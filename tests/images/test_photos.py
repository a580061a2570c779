"""A brand's photo is found whatever was done to it, with what was done; what only looks like it is not found."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont, ImageOps

from detectors._drawings import drawn_photo, jpeg, pasted, png
from monitor.brands import Asset
from monitor.images import SURROUNDINGS, Search, Sight, fingerprint, photo_search
from monitor.images.compact import mirrored
from monitor.images.features import extract, pack, unpack
from monitor.records import Photo

OWN = drawn_photo(1)
Change = Callable[[Image.Image], Image.Image]


@pytest.fixture(scope="module")
def search() -> Search:
    return photo_search([(str(n), Asset(name=f"photos/{n}.png", content=png(drawn_photo(n)))) for n in range(6)])


def look(search: Search, image: Image.Image) -> tuple[Sight, ...]:
    content = jpeg(image)
    return search.find(Photo(url="", sha256=str(hash(content)), fingerprint=fingerprint(content)))


def written(image: Image.Image) -> Image.Image:
    changed = image.copy()
    for row in range(40, 360, 90):
        ImageDraw.Draw(changed).text((10, row), "BUY IT NOW -70%", fill="white", font=ImageFont.load_default(50))
    return changed


def collage(image: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", (800, 600), "white")
    for number in range(4):
        one = drawn_photo(40 + number) if number else image
        sheet.paste(one.resize((390, 290)), (number % 2 * 400 + 5, number // 2 * 300 + 5))
    return sheet


@pytest.mark.parametrize(
    ("change", "says", "box"),
    [
        (lambda image: image, "the whole photo", (0, 0, 480, 360)),
        (lambda image: image.resize((240, 180)), "the whole photo", (0, 0, 240, 180)),
        (ImageOps.mirror, "the whole photo, mirrored", (0, 0, 480, 360)),
        (lambda image: image.crop((0, 0, 288, 300)), "cropped to 50% of it", (0, 0, 288, 300)),
        (
            lambda image: ImageOps.mirror(image.crop((0, 0, 288, 300))),
            "cropped to 50% of it, mirrored",
            (0, 0, 288, 300),
        ),
        (ImageOps.flip, "mirrored, upside down", (0, 0, 480, 360)),
        (lambda image: image.rotate(180), "upside down", (0, 0, 480, 360)),
        (lambda image: image.rotate(90, expand=True), "turned by 90 degrees", (0, 0, 360, 480)),
        (lambda image: image.rotate(10, expand=True), "turned by 10 degrees", None),
        (collage, "as a part of a larger picture", (5, 5, 395, 295)),
        (lambda image: ImageOps.expand(image, 90, "white"), "as a part of a larger picture", (90, 90, 570, 450)),
        (written, "with text or something else over", (0, 0, 480, 360)),
    ],
)
def test_what_was_done_is_told(
    search: Search, change: Change, says: str, box: tuple[int, int, int, int] | None
) -> None:
    (sight,) = look(search, change(OWN))
    assert (sight.brand, sight.asset) == ("1", "photos/1.png")
    assert says == sight.how or (says.endswith("over") and says in sight.how)
    if box:
        assert sight.box == pytest.approx(box, abs=9)


def before(wall: Image.Image, goods: int) -> Image.Image:
    """Goods before a wall, which fill a quarter of the picture."""
    return pasted(wall, drawn_photo(goods, (250, 180)), (115, 90))


def test_the_same_wall_behind_other_goods_is_no_reuse() -> None:
    wall = drawn_photo(70)
    search = photo_search([("a", Asset(name="a.png", content=png(before(wall, 80))))])
    assert look(search, before(wall, 80))
    # The wall alone agrees so well that only its pixels can tell.
    assert look(search, before(wall, 81)) == ()
    assert look(search, wall) == ()


@pytest.mark.parametrize("size", [(150, 110), (170, 130), (190, 140)])
def test_small_goods_before_the_same_wall_are_told_as_a_doubt(size: tuple[int, int]) -> None:
    wall, place = drawn_photo(70), (240 - size[0] // 2, 180 - size[1] // 2)
    own = pasted(wall, drawn_photo(80, size), place)
    search = photo_search([("a", Asset(name="a.png", content=png(own)))])
    for honest in (wall, pasted(wall, drawn_photo(81, size), place), ImageOps.mirror(wall)):
        assert all(SURROUNDINGS in sight.how for sight in look(search, honest))
    inset = pasted(own, drawn_photo(82, (120, 90)), (360, 0))
    banner = pasted(own, Image.new("RGB", (480, 50), "red"), (0, 310))
    for guilty in (own, inset, banner, written(own), ImageOps.mirror(own), own.crop((60, 40, 440, 330))):
        (sight,) = look(search, guilty)
        assert SURROUNDINGS not in sight.how


def test_goods_taken_on_white_are_found_before_a_wall() -> None:
    goods, white = drawn_photo(80, (250, 180)), Image.new("RGB", (480, 360), "white")
    search = photo_search([("a", Asset(name="a.png", content=png(pasted(white, goods, (115, 90)))))])
    (sight,) = look(search, pasted(drawn_photo(71), goods.resize((220, 158)), (130, 120)))
    assert sight.how == "as a part of a larger picture, before another ground"
    assert look(search, pasted(drawn_photo(71), drawn_photo(81, (250, 180)), (115, 90))) == ()
    # A part of it on other goods is no photo of these.
    other = pasted(drawn_photo(82, (250, 180)), goods.crop((60, 50, 190, 140)), (60, 50))
    assert look(search, pasted(drawn_photo(71), other, (115, 90))) == ()
    assert look(search, pasted(white, other, (115, 90))) == ()


def test_text_over_a_plain_ground_is_told() -> None:
    goods, white = drawn_photo(80, (250, 180)), Image.new("RGB", (480, 360), "white")
    own = pasted(white, goods, (115, 90))
    search = photo_search([("a", Asset(name="a.png", content=png(own)))])
    changed = own.copy()
    for row in (20, 290):
        ImageDraw.Draw(changed).text((70, row), "BUY IT NOW", fill="red", font=ImageFont.load_default(50))
    (sight,) = look(search, changed)
    assert "with text or something else over" in sight.how


@pytest.mark.parametrize(
    "image",
    [
        *(drawn_photo(number) for number in range(20, 26)),
        Image.new("RGB", (300, 300), "red"),
        Image.linear_gradient("L").convert("RGB"),
        Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 300, 3), dtype=np.uint8)),
    ],
)
def test_other_pictures_are_not_taken_for_it(search: Search, image: Image.Image) -> None:
    assert look(search, image) == ()


@pytest.mark.parametrize("image", [Image.new("RGB", (300, 300), "red"), Image.linear_gradient("L").convert("RGB")])
def test_a_photo_that_shows_nothing_is_found_nowhere(image: Image.Image) -> None:
    search = photo_search([("a", Asset(name="a.png", content=png(image)))])
    assert look(search, Image.new("RGB", (200, 300), "red")) == ()
    assert look(search, OWN) == ()


def test_a_kept_fingerprint_serves_as_well_as_the_picture() -> None:
    own = png(OWN)
    kept = Asset(name="a.png", content=b"no longer read", fingerprint=fingerprint(own))
    changed = collage(OWN)
    assert look(photo_search([("a", kept)]), changed) == look(
        photo_search([("a", Asset(name="a.png", content=own))]), changed
    )


def test_features_are_mirrored_without_looking_again() -> None:
    own, over = extract(OWN), extract(ImageOps.mirror(OWN))
    assert own is not None
    assert over is not None
    made = mirrored(own)
    alike = over.descriptors @ made.descriptors.T
    near = np.linalg.norm(over.points - made.points[alike.argmax(axis=1)], axis=1) < 2
    assert near.mean() > 0.7
    assert alike.max(axis=1)[near].mean() > 0.98


def test_what_is_packed_is_the_same_unpacked_again() -> None:
    own = extract(OWN)
    assert own is not None
    again = unpack(pack(own))
    assert again is not None
    assert np.array_equal(own.points, again.points)
    assert float((own.descriptors * again.descriptors).sum(axis=1).min()) > 0.99
