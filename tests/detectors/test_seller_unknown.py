"""Whoever was not read is not called unauthorised: it may be the brand's own shop."""

from dataclasses import replace

import pytest

from detectors.logo_match import LogoMatch
from detectors.photo_match import PhotoMatch
from detectors.text_match import TextMatch
from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, SellerEntry, SellerStatus, Trademark
from monitor.images import fingerprint
from monitor.inspection import Inspector
from monitor.records import Evidence, Flag, Observation, Photo, listing_from_record

LISTED = SellerEntry(
    marketplace="m", seller_id="s1", seller_name="House One", legal_entity="", status=SellerStatus.AUTHORIZED
)
RESULT_PAGE = {"attributes": {"known_from": "result page"}}


def flag_of(
    detector: type[PhotoMatch] | type[LogoMatch],
    seller: dict[str, object],
    sellers: tuple[SellerEntry, ...] | None = (LISTED,),
) -> Flag:
    """What is said of the first example, a stranger's, sold by somebody else."""
    example = detector.examples()[0]
    record = {key: value for key, value in example.listing.items() if not key.startswith("seller")}
    listing = listing_from_record({"observed_at": "2026-03-20T03:00:00Z"} | record | seller)
    assert listing.observed_at
    photos = tuple(
        Photo(url=name, sha256=name, fingerprint=fingerprint(content)) for name, content in example.photos.items()
    )
    inspector = Inspector([replace(example.brand, sellers=sellers)], detectors=[detector])
    looked = inspector.look(Observation(listing=listing, observed_at=listing.observed_at, photos=photos))
    (finding,) = inspector.judge(looked, lambda *_: ())
    (flag,) = finding.flags
    return flag


@pytest.mark.parametrize("detector", [PhotoMatch, LogoMatch])
@pytest.mark.parametrize(
    ("seller", "says", "suspected"),
    [
        ({}, "the page does not say who sells", True),
        ({"seller_name": "House One"}, "the page does not say surely who sells", True),
        (RESULT_PAGE, "only a result page of the search was read", False),
    ],
)
def test_a_seller_who_is_not_known_is_not_accused(
    detector: type[PhotoMatch] | type[LogoMatch], seller: dict[str, object], says: str, suspected: bool
) -> None:
    flag = flag_of(detector, seller)
    assert says in flag.sentence
    assert "authorised" not in flag.sentence
    assert (flag.severity >= 30) is suspected
    assert flag.severity < 40


@pytest.mark.parametrize("detector", [PhotoMatch, LogoMatch])
def test_without_a_list_nobody_is_a_stranger(detector: type[PhotoMatch] | type[LogoMatch]) -> None:
    flag = flag_of(detector, {"seller_id": "s2"}, None)
    assert "the brand has no list of sellers" in flag.sentence
    assert "not authorised" not in flag.sentence
    assert flag.severity == 35
    assert flag.rule in ("own_photo_seller_unknown", "logo_in_photo")
    listed = flag_of(detector, {"seller_id": "s2"}, ())
    assert "its seller is not authorised" in listed.sentence, "a list with its heading alone says so"


DENIED = SellerEntry(
    marketplace="m", seller_id="s2", seller_name="Norte", legal_entity="", status=SellerStatus.DENIED
)  # fmt: skip


@pytest.mark.parametrize(
    ("seller", "limits", "severity", "says"),
    [
        ("s2", {}, 85, "and the brand's list denies its seller."),
        ("s2", {"territory": "FR"}, 50, "and its seller is not authorised to use it."),
        ("s3", {}, 50, "and its seller is not authorised to use it."),
    ],
)
def test_of_a_denied_seller_with_the_brands_photo_the_row_is_told(
    seller: str, limits: dict[str, str], severity: int, says: str
) -> None:
    flag = flag_of(PhotoMatch, {"seller_id": seller, "territory": "DE"}, (replace(DENIED, **limits),))
    assert (flag.severity, flag.rule, says in flag.sentence) == (severity, "own_photo", True), flag.sentence
    rows = [(fact.observed, fact.expected) for fact in flag.evidence if not fact.image]
    assert rows == ([("s2", "Norte, s2, m, denied")] if severity == 85 else [])


def test_the_photos_that_show_it_are_told_by_their_numbers() -> None:
    example = PhotoMatch.examples()[0]
    (cut,) = example.photos.values()
    contents = (example.photos["1.jpg"], PhotoMatch.examples()[-1].photos["1.jpg"], cut)
    record = {**example.listing, "observed_at": "2026-03-20T03:00:00Z"}
    listing = listing_from_record(record)
    photos = tuple(Photo(url=f"{n}.jpg", sha256=str(n), fingerprint=fingerprint(one)) for n, one in enumerate(contents))
    inspector = Inspector([example.brand], detectors=[PhotoMatch])
    assert listing.observed_at
    looked = inspector.look(Observation(listing=listing, observed_at=listing.observed_at, photos=photos))
    ((flag,),) = (finding.flags for finding in inspector.judge(looked, lambda *_: ()))
    assert flag.sentence.startswith("Photos 1 and 3 of the listing show the brand's own photo photos/meridian.png (")


def test_the_score_of_a_picture_is_kept_and_not_told() -> None:
    (fact,) = flag_of(PhotoMatch, {"seller_id": "s2"}).evidence
    assert " (score " in fact.observed
    assert fact.observed.startswith(fact.told)
    assert "score" not in fact.told
    typed = Evidence(field="title", observed="a board (score 21)")
    assert typed.told == typed.observed


@pytest.mark.parametrize("seller", [{"seller_id": "s2"}, {"seller_name": "Somebody Else"}])
def test_a_stranger_is(seller: dict[str, object]) -> None:
    flag = flag_of(PhotoMatch, seller)
    assert "its seller is not authorised to use it" in flag.sentence
    assert (flag.severity, flag.rule) == (50, "own_photo")


BY_NAME = [
    ("the name of one who is authorised", "Uhren Lindner", "ebay.de", [("plain_use", 20)], "whether the seller is on"),
    ("the same, by the host", "Uhren Lindner", "eBay", [("plain_use", 20)], "whether the seller is on"),
    ("a name that holds his", "Uhren Lindner (12,345)", "ebay.de", [("plain_use", 35)], "whether the seller is on"),
    ("the name of one who is denied", "Bad Deals", "ebay.de", [("plain_use", 35)], "whether the seller is on"),
    ("the id of one who is authorised", "Lindner-77", "ebay.de", [("plain_use", 20)], "whether the seller is on"),
    ("the id of one who is denied", "bad-1", "ebay.de", [("plain_use", 35)], "whether the seller is on"),
    ("nearly an id", "lindner-7", "ebay.de", [("plain_use", 35), ("unknown", 45)], "by name (its id was"),
    ("a name that is not there", "Deals", "ebay.de", [("plain_use", 35), ("unknown", 45)], "by name (its id was not"),
    ("no seller", "", "ebay.de", [("plain_use", 35)], "who sells could not be read"),
]


@pytest.mark.parametrize(("name", "marketplace", "raised", "says"), [case[1:] for case in BY_NAME])
def test_by_name_alone_nobody_is_said_to_be_unlisted(
    name: str, marketplace: str, raised: list[tuple[str, int]], says: str
) -> None:
    rows = [("lindner-77", "Uhren Lindner", SellerStatus.AUTHORIZED), ("bad-1", "Bad Deals", SellerStatus.DENIED)]
    sellers = tuple(
        SellerEntry(marketplace="ebay.de", seller_id=ident, seller_name=called, legal_entity="", status=status)
        for ident, called, status in rows
    )
    brand = Brand(slug="a", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), sellers=sellers)
    listing = listing_from_record(
        {
            "marketplace": marketplace,
            "url": "https://www.ebay.de/itm/1101",
            "title": "Aurelia Meridian 40 watch",
            "seller_name": name,
            "observed_at": "2026-03-20T03:00:00Z",
        }
    )
    assert listing.observed_at
    inspector = Inspector([brand], detectors=[TextMatch, UnauthorizedSeller])
    looked = inspector.look(Observation(listing=listing, observed_at=listing.observed_at, photos=()))
    flags = [flag for finding in inspector.judge(looked, lambda *_: ()) for flag in finding.flags]
    assert sorted((flag.rule, flag.severity) for flag in flags) == raised
    assert any(says in flag.sentence for flag in flags)
    assert not any("the listing's seller is not listed" in flag.sentence for flag in flags)
