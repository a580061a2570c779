"""What a logo in a photo means: nothing for who may sell, little on used goods, more where the list denies the seller."""

from dataclasses import replace
from datetime import date

import pytest

from detectors._drawings import drawn_logo, drawn_photo, jpeg, pasted
from detectors.logo_match import LogoMatch
from monitor.brands import SellerEntry, SellerStatus
from monitor.images import fingerprint
from monitor.inspection import Inspector
from monitor.records import Flag, Observation, Photo, listing_from_record


def row(seller: str, status: SellerStatus, until: date | None = None) -> SellerEntry:
    return SellerEntry(
        marketplace="m", seller_id=seller, seller_name="", legal_entity="", status=status, valid_until=until
    )


SELLERS = (
    row("may", SellerStatus.AUTHORIZED),
    row("denied", SellerStatus.DENIED),
    row("ended", SellerStatus.AUTHORIZED, date(2026, 1, 31)),
)
INSPECTOR = Inspector([replace(LogoMatch.examples()[0].brand, sellers=SELLERS)], detectors=[LogoMatch])
SHOWN = fingerprint(jpeg(pasted(drawn_photo(3), drawn_logo(1).resize((110, 110)), (180, 120))))


def flag_of(**record: object) -> Flag | None:
    base = {"marketplace": "m", "url": "https://m.example/1", "title": "Nice watch", "seller_id": "s2"}
    listing = listing_from_record({"observed_at": "2026-03-20T03:00:00Z"} | base | record)
    assert listing.observed_at
    photos = (Photo(url="1.jpg", sha256="1", fingerprint=SHOWN),)
    looked = INSPECTOR.look(Observation(listing=listing, observed_at=listing.observed_at, photos=photos))
    found = [flag for finding in INSPECTOR.judge(looked, lambda *_: ()) for flag in finding.flags]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("record", "severity", "says"),
    [
        ({}, 40, "its seller is not authorised."),
        ({"title": "Aurelia Meridian 40 watch"}, 40, "its seller is not authorised."),
        ({"title": "Seiko watch", "brand": "Seiko"}, 40, "its seller is not authorised."),
        ({"seller_id": "ended"}, 40, "its seller is not authorised."),
        ({"seller_id": "denied"}, 60, "the brand's list denies its seller."),
        ({"seller_id": "denied", "condition": "used"}, 60, "the brand's list denies its seller."),
        ({"condition": "used"}, 20, "not offered as new"),
        ({"condition": "refurbished", "title": "Aurelia Meridian 40 watch"}, 20, "not offered as new"),
        ({"title": "Aurelia watch, second hand"}, 20, "not offered as new"),
        ({"description": "My own watch, worn for two years."}, 20, "says that the goods are used"),
        ({"condition": "used", "seller_id": ""}, 20, "the page does not say who sells; the goods are not"),
        ({"title": "Leather strap for Aurelia watches"}, 30, 'names "Aurelia" for what the goods go with'),
        ({"title": "Leather strap for Aurelia watches", "brand": "Aurelia"}, 40, "its seller is not authorised."),
    ],
)
def test_a_logo_counts_by_who_sells_and_what(record: dict[str, object], severity: int, says: str) -> None:
    flag = flag_of(**record)
    assert flag
    assert says in flag.sentence
    assert flag.sentence.startswith("Photo 1 of the listing shows the brand's logo logos/aurelia.png, and ")
    denials = [fact for fact in flag.evidence if not fact.image]
    assert [fact.expected for fact in denials] == ["denied, m, denied"] * (record.get("seller_id") == "denied")
    assert (flag.severity, flag.rule) == (severity, "logo_in_photo")


@pytest.mark.parametrize("more", [{}, {"condition": "used"}, {"title": "Leather strap for Aurelia watches"}])
def test_whoever_may_sell_may_show_it(more: dict[str, object]) -> None:
    assert flag_of(seller_id="may", **more) is None
