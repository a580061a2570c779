"""Where what agrees with the brand's photo may be another photo, of its ground or its goods, it accuses nobody."""

from dataclasses import replace

import pytest

from detectors.photo_match import PhotoMatch
from monitor.brands import SellerEntry, SellerStatus
from monitor.complaints.grounds import grounds_of
from monitor.images import fingerprint
from monitor.inspection import Inspector
from monitor.records import Flag, Observation, Photo, listing_from_record


def flag_of(names: tuple[int, ...], status: SellerStatus = SellerStatus.AUTHORIZED, seller: str = "s2") -> Flag:
    """What is said of a listing with the photos of these examples, in their order."""
    examples = PhotoMatch.examples()
    first = examples[0]
    seller_list = (SellerEntry(marketplace="m", seller_id="s1", seller_name="", legal_entity="", status=status),)
    photos = tuple(
        Photo(url=f"{n}.jpg", sha256=f"{n}", fingerprint=fingerprint(examples[n].photos["1.jpg"])) for n in names
    )
    record = {key: value for key, value in first.listing.items() if key != "seller_id"}
    record |= {"observed_at": "2026-03-20T03:00:00Z", "images": [photo.url for photo in photos]}
    listing = listing_from_record(record | ({"seller_id": seller} if seller else {}))
    assert listing.observed_at
    inspector = Inspector([replace(first.brand, sellers=seller_list)], detectors=[PhotoMatch])
    looked = inspector.look(Observation(listing=listing, observed_at=listing.observed_at, photos=photos))
    (finding,) = inspector.judge(looked, lambda *_: ())
    (flag,) = finding.flags
    return flag


CUT, OTHER_GOODS, FLAT_PACK = 0, 1, 2


@pytest.mark.parametrize(
    ("photos", "seller", "status", "rule", "severity", "carries"),
    [
        ((CUT,), "s2", SellerStatus.AUTHORIZED, "own_photo", 50, True),
        ((OTHER_GOODS,), "s2", SellerStatus.AUTHORIZED, "own_surroundings", 35, False),
        ((OTHER_GOODS,), "s1", SellerStatus.DENIED, "own_surroundings", 35, False),
        ((OTHER_GOODS,), "", SellerStatus.AUTHORIZED, "own_surroundings_seller_unknown", 35, False),
        ((FLAT_PACK,), "s2", SellerStatus.AUTHORIZED, "own_goods", 35, False),
        ((FLAT_PACK,), "s1", SellerStatus.DENIED, "own_goods", 35, False),
        ((FLAT_PACK,), "", SellerStatus.AUTHORIZED, "own_goods_seller_unknown", 35, False),
        ((FLAT_PACK, CUT), "s2", SellerStatus.AUTHORIZED, "own_photo", 50, True),
        ((OTHER_GOODS, CUT), "s2", SellerStatus.AUTHORIZED, "own_photo", 50, True),
    ],
)
def test_the_surest_photo_speaks(
    photos: tuple[int, ...], seller: str, status: SellerStatus, rule: str, severity: int, carries: bool
) -> None:
    flag = flag_of(photos, status, seller)
    assert (flag.rule, flag.severity, bool(grounds_of([flag]))) == (rule, severity, carries)
    assert ("its middle differs" in flag.sentence) is rule.startswith("own_surroundings")
    assert ("before another ground" in flag.sentence) is rule.startswith("own_goods")
    assert ("look at both" in flag.sentence) is (rule != "own_photo")
    assert sum(bool(fact.image) for fact in flag.evidence) == 1
    assert ("not authorised" in flag.sentence) is (rule == "own_photo")
