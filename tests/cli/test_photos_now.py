"""A photo of a listing that was replaced, packed anew, or dropped since the crawl."""

import asyncio
import hashlib
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from PIL import Image

from detectors._drawings import drawn_photo, jpeg, png
from monitor.brands import Asset
from monitor.cli._photos_now import photos_now
from monitor.crawling.photo_reading import PhotoReading
from monitor.evidence.seen import Exchange, Seen
from monitor.images import photo_search
from monitor.records import Evidence, Flag, Listing

URL, OTHER = "https://m.example/1.jpg", "https://m.example/2.jpg"
OWN, STRANGE = drawn_photo(1), drawn_photo(2)
CRAWLED = jpeg(OWN)


def webp(image: Image.Image) -> bytes:
    """The picture as a browser may get it."""
    target = io.BytesIO()
    image.save(target, "WEBP")
    return target.getvalue()


def seen(loaded: dict[str, bytes]) -> Seen:
    """A page that loaded these."""
    exchanges = tuple(
        Exchange(url=url, method="GET", status=200, reason="OK", headers=(), body=body) for url, body in loaded.items()
    )
    said: dict[str, Any] = dict.fromkeys(("browser", "user_agent", "proxy", "title", "html"), "")
    return Seen(
        url="u", address="u", status=200, at=datetime(2026, 5, 4, tzinfo=UTC), seconds=1, clock_moved=0, picture=b"",
        cut=False, exchanges=exchanges, **said,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("loaded", "named", "there", "replaced"),
    [
        pytest.param({URL: CRAWLED}, [URL], True, False, id="the same bytes"),
        pytest.param({OTHER: CRAWLED}, [OTHER], True, False, id="the same bytes at another address"),
        pytest.param({URL: webp(OWN)}, [URL], True, False, id="packed anew"),
        pytest.param({URL: webp(STRANGE)}, [URL], False, True, id="another picture at its address"),
        pytest.param({OTHER: webp(STRANGE)}, [OTHER], False, True, id="another picture is named instead"),
        pytest.param({OTHER: webp(OWN)}, [OTHER], True, False, id="the same picture is named elsewhere"),
        pytest.param({OTHER: webp(STRANGE), "https://m.example/3": webp(OWN)}, [OTHER], False, False,
                     id="it may be another one's of the page"),
        pytest.param({}, [OTHER], False, False, id="nothing was loaded"),
        pytest.param({URL: b"\xff\xd8 broken"}, [URL], False, False, id="it cannot be read"),
        pytest.param({OTHER: webp(STRANGE)}, [URL], False, False, id="it is named, and was not loaded"),
    ],
)  # fmt: skip
def test_a_photo_is_there_or_was_replaced_or_nobody_knows(
    loaded: dict[str, bytes], named: list[str], *, there: bool, replaced: bool
) -> None:
    flag = Flag(kind="photo_match", brand="b", severity=50, rule="own_photo", sentence="",
                evidence=(Evidence(field="images", observed="", asset="photos/1.png", image=URL),))  # fmt: skip
    reading = PhotoReading(words=False)
    try:
        found = asyncio.run(
            photos_now(
                {URL: hashlib.sha256(CRAWLED).hexdigest()},
                [flag],
                Listing(marketplace="m", listing_id="1", url="u", title="", images=tuple(named)),
                seen(loaded),
                photo_search([("b", Asset(name="photos/1.png", content=png(OWN)))]),
                reading,
            )
        )
    finally:
        reading.close()
    assert (URL in found.there, URL in found.replaced) == (there, replaced)
