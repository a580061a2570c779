"""What `logo_match` says was read within a logo."""

from datetime import UTC, datetime

import pytest
from PIL import ImageOps

from detectors._drawings import drawn_logo, drawn_photo, jpeg, pasted, png
from detectors.logo_match import LogoMatch
from monitor.brands import Asset, Brand, SellerEntry, SellerStatus
from monitor.images import fingerprint
from monitor.inspection import Inspector
from monitor.records import Line, Observation, Photo, Words, listing_from_record

WHEN = datetime(2031, 3, 1, tzinfo=UTC)
OWN = (Line(text="AURELIA", box=(0.2, 0.6, 0.8, 0.9), confidence=1),)
ALLY = SellerEntry(marketplace="m", seller_id="ally", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED)


@pytest.mark.parametrize(
    ("read", "own", "said"),
    [
        ("AURELIA", OWN, ', where it reads "AURELIA", and'),
        ("URELIA", OWN, ', where it reads "URELIA", and'),
        ("00", OWN, ""),
        ("TIRK", OWN, ""),
        ("AURELIA", (), ""),
        ("A", OWN, ""),
    ],
)
def test_it_is_the_logos_own_word(read: str, own: tuple[Line, ...], said: str) -> None:
    logo = Asset(name="logos/aurelia.png", content=png(drawn_logo(1)), lines=own)
    brand = Brand(slug="aurelia", name="Aurelia", logos=(logo,), sellers=(ALLY,))
    shown = jpeg(pasted(drawn_photo(3), drawn_logo(1).resize((110, 110)), (180, 120)))
    print_ = fingerprint(shown)
    box = (200 / print_.width, 200 / print_.height, 270 / print_.width, 220 / print_.height)
    words = Words(version=1, lines=(Line(text=read, box=box, confidence=0.9),))
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": "Nice gift", "seller_id": "s2"}
    )
    photo = Photo(url="1.jpg", sha256=read, fingerprint=print_, words=words)
    seen = Observation(listing=listing, observed_at=WHEN, photos=(photo,))
    (flag,) = Inspector((brand,), detectors=[LogoMatch]).look(seen).flags
    assert ("where it reads" in flag.sentence) == bool(said)
    assert said in flag.sentence


def test_a_logo_that_is_seen_mirrored_alone_is_a_doubt() -> None:
    logo = Asset(name="logos/aurelia.png", content=png(drawn_logo(1)))
    brand = Brand(slug="aurelia", name="Aurelia", logos=(logo,), sellers=(ALLY,))
    listing = listing_from_record(
        {"marketplace": "m", "url": "https://m.example/1", "title": "Nice gift", "seller_id": "s2"}
    )
    told = []
    for drawn in (drawn_logo(1), ImageOps.mirror(drawn_logo(1))):
        shown = jpeg(pasted(drawn_photo(3), drawn.resize((140, 140)), (180, 120)))
        photo = Photo(url="1.jpg", sha256=str(hash(shown)), fingerprint=fingerprint(shown))
        seen = Observation(listing=listing, observed_at=WHEN, photos=(photo,))
        (flag,) = Inspector((brand,), detectors=[LogoMatch]).look(seen).flags
        told.append((flag.severity, "as another mark may look" in flag.sentence))
    assert told == [(40, False), (30, True)]
