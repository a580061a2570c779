"""SVG drawings of brands become pictures; nothing outside of them is asked, and no drawing costs much."""

import io

import numpy as np
import pytest
from PIL import Image

from detectors._drawings import drawn_photo, jpeg
from monitor.brands import Asset
from monitor.images import ImageProblem, fingerprint, logo_search, side_by_side
from monitor.images.drawings import as_picture
from monitor.records import Photo

SPACE = "xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'"
SHAPE = "<path d='M3 3h11l5 9-8 9-9-4z'/><circle cx='11' cy='11' r='3' fill='white'/><path d='M1 20h20v2H1z'/>"
BOX = "viewBox='0 0 24 24'"


def svg(inner: str, head: str = BOX, before: str = "") -> bytes:
    return f"{before}<svg {SPACE} {head}>{inner}</svg>".encode()


def drawn(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(as_picture(content))).convert("L")


def nested(levels: int) -> str:
    made = "".join(f"<g id='g{n + 1}'>{f'''<use x:href='#g{n}'/>''' * 10}</g>" for n in range(levels))
    return f"<defs><g id='g0'><path d='M0 0h1v1z'/></g>{made}</defs><use href='#g{levels}'/>"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (svg(SHAPE), (1024, 1024)),
        (svg(SHAPE, "width='20mm' height='10mm' viewBox='0 0 24 24'"), (1024, 512)),
        (svg(SHAPE, "width='100%' height='100%' viewBox='0,0,12,24'"), (512, 1024)),
        (svg(SHAPE, before="<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/x.dtd'>"), (1024, 1024)),
        (svg("<script>while(1);</script><a href='https://a.example/'>" + SHAPE + "</a>"), (1024, 1024)),
        (svg("<text y='20'>AURELIA</text>" + SHAPE), (1024, 1024)),
        (svg("<style>@import url(http://a.example/a.css);</style>" + SHAPE), (1024, 1024)),
        (svg(nested(2).replace('M0 0', 'M2 2') + SHAPE), (1024, 1024)),
    ],
)  # fmt: skip
def test_a_drawing_becomes_a_picture(content: bytes, size: tuple[int, int]) -> None:
    picture = drawn(content)
    assert picture.size == size
    assert picture.getpixel((0, 0)) == 255
    assert np.asarray(picture).min() < 60


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (svg("<image href='file:///etc/hostname'/>"), "refers to 'file:///etc/hostname'"),
        (svg("<image x:href='logo.png'/>"), "everything in one file"),
        (svg("<use x:href='&#104;ttp://a.example/b.svg#c'/>"), "refers to 'http://a.example"),
        (svg("<image href='data:image/svg+xml,%3Csvg/%3E'/>"), "refers to"),
        (svg("<text>&b;</text>", before="<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]>"), "broken"),
        (svg(nested(5)), "more than 20000 shapes"),
        (svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/><use href='#a'/></g>"), "more than 20000 shapes"),
        (svg("<g>" * 9_000 + "</g>" * 9_000), "broken"),
        (svg(SHAPE, "width='10' height='900000' viewBox='0 0 1 1'"), "much too long"),
        (svg(SHAPE, ""), "without a size"),
        (svg(SHAPE, "viewBox='0 0 nan -3'"), "without a size"),
        (b"<svg", "broken"),
        (svg(SHAPE) + b" " * 5_000_000, "more than"),
    ],
)
def test_what_is_hostile_or_broken_is_told(content: bytes, says: str) -> None:
    with pytest.raises(ImageProblem, match=says):
        as_picture(content)


def test_other_files_are_left_as_they_are() -> None:
    for content in (jpeg(drawn_photo(1)), b"", b"<html><svg/></html>"[:6], b"text"):
        assert as_picture(content) == content


def test_a_logo_that_is_a_drawing_is_found_and_shown() -> None:
    asset = Asset(name="logos/a.svg", content=svg(SHAPE))
    search = logo_search([("a", asset)])
    photo = Image.new("RGB", (480, 360), (200, 190, 170))
    photo.paste(drawn(asset.content).resize((140, 140)), (30, 30))
    shown = jpeg(photo, 90)
    (sight,) = search.find(Photo(url="", sha256="1", fingerprint=fingerprint(shown)))
    assert sight.asset == "logos/a.svg"
    assert side_by_side(shown, asset.content, box=sight.box)


def test_a_drawing_in_a_listing_is_never_read() -> None:
    with pytest.raises(ImageProblem, match="SVG"):
        fingerprint(svg(SHAPE))
