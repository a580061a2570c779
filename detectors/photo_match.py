"""A listing shows the brand's own photo, and its seller is not authorised."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image

from detectors._drawings import drawn_photo, jpeg, pasted, png
from detectors._pictures import DENIES, evidence, is_denied, prepare, show, sights, who_unknown
from detectors.base import Detector, Example, Histories, Portfolio, Settings, Subject
from monitor.brands import Asset, Brand, SellerEntry, SellerStatus, Trademark
from monitor.images import CUT_OUT, SURROUNDINGS, Sight, photo_search
from monitor.records import SELLER_UNKNOWN, Flag

DENIED, STRANGER, DOUBT = 85, 50, 35


class _Doubt(NamedTuple):
    """What agrees with the brand's photo where it may be another: the rule, what is shown, and what else looks so."""

    rule: str
    shows: str
    alike: str


DOUBTS = {
    SURROUNDINGS: _Doubt(
        "own_surroundings",
        "what is around the goods in",
        "other goods before the same ground look so, and so does a photo with something laid over",
    ),
    CUT_OUT: _Doubt(
        "own_goods",
        "the goods of",
        "the seller's own photo of the same flat pack or label looks so, and so do goods cut out of the brand's photo",
    ),
}
"""By what was seen."""


class PhotoMatch(Detector[Settings]):
    """Looks for the brand's photos in those of the listing, also recompressed, mirrored, cropped or in a collage."""

    kind = "photo_match"
    Settings = Settings

    def __init__(self, portfolio: Portfolio) -> None:
        super().__init__(portfolio)
        self._search = prepare(portfolio, lambda brand: brand.photos, photo_search)

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """One flag for each brand whose photos were found."""
        for brand, seen in sights(subject, self._search):
            # Beside what is sure a doubt says nothing.
            found = [one for one in seen if _doubt(one[1]) is None] or seen
            doubt = _doubt(found[0][1])
            names = ", ".join(dict.fromkeys(sight.asset for _, sight in found))
            own = f"the brand's own photo {names} ({found[0][1].how})"
            unknown, severity = who_unknown(subject, brand)
            if doubt:
                said, severity = f"{doubt.shows} {own}; {doubt.alike}: look at both", severity or DOUBT
            elif is_denied(subject, brand):
                said, severity = f"{own}, and {DENIES}", DENIED
            else:
                said = f"{own}, and {unknown or 'its seller is not authorised to use it'}"
                severity = severity or STRANGER
            yield Flag(
                kind=self.kind,
                brand=brand.slug,
                severity=severity,
                rule=(doubt.rule if doubt else "own_photo") + SELLER_UNKNOWN * bool(unknown),
                sentence=f"{show(subject, found)} {said}.",
                evidence=evidence(subject, brand, found),
            )

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """A cut of the brand's photo, by a stranger, an authorised seller and nobody knows whom; another photo."""
        own, pack = drawn_photo(1), drawn_photo(80, (250, 180))
        on_white = pasted(Image.new("RGB", (480, 360), "white"), pack, (115, 90))
        brand = Brand(
            slug="aurelia",
            name="Aurelia",
            trademarks=(Trademark(text="AURELIA"),),
            photos=(
                Asset(name="photos/meridian.png", content=png(own)),
                Asset(name="photos/pack.png", content=png(on_white)),
            ),
            sellers=(
                SellerEntry(
                    marketplace="m", seller_id="s1", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED
                ),
            ),
        )
        offer = {"marketplace": "m", "url": "https://m.example/1", "title": "Nice watch", "images": ["1.jpg"]}
        cut, other = jpeg(own.crop((60, 40, 420, 330))), jpeg(drawn_photo(2))
        return (
            Example(
                says="a cut of the brand's photo",
                brand=brand,
                listing=offer | {"seller_id": "s2"},
                flagged=True,
                photos={"1.jpg": cut},
            ),
            Example(
                says="other goods before the same ground: a doubt",
                brand=brand,
                listing=offer | {"seller_id": "s2"},
                flagged=True,
                photos={"1.jpg": jpeg(pasted(own, drawn_photo(3, (170, 130)), (150, 115)))},
            ),
            Example(
                says="a flat pack that its seller took on a table: a doubt",
                brand=brand,
                listing=offer | {"seller_id": "s2"},
                flagged=True,
                photos={"1.jpg": jpeg(pasted(drawn_photo(71), pack.resize((220, 158)), (130, 120)))},
            ),
            Example(
                says="by an authorised seller",
                brand=brand,
                listing=offer | {"seller_id": "s1"},
                flagged=False,
                photos={"1.jpg": cut},
            ),
            Example(
                says="by nobody knows whom",
                brand=brand,
                listing=offer,
                flagged=True,
                photos={"1.jpg": cut},
            ),
            Example(
                says="another photo",
                brand=brand,
                listing=offer | {"seller_id": "s2"},
                flagged=False,
                photos={"1.jpg": other},
            ),
        )


def _doubt(sight: Sight) -> _Doubt | None:
    return next((doubt for seen, doubt in DOUBTS.items() if seen in sight.how), None)
