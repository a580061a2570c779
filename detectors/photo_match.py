"""A listing shows the brand's own photo, and its seller is not authorised."""

from collections.abc import Iterator, Sequence

from detectors._drawings import drawn_photo, jpeg, pasted, png
from detectors._pictures import DENIES, evidence, is_denied, prepare, show, sights, who_unknown
from detectors.base import Detector, Example, Histories, Portfolio, Settings, Subject
from monitor.brands import Asset, Brand, SellerEntry, SellerStatus, Trademark
from monitor.images import SURROUNDINGS, photo_search
from monitor.records import SELLER_UNKNOWN, Flag

DENIED, STRANGER, DOUBT = 85, 50, 35
OTHER_GOODS = "other goods before the same ground look so, and so does a photo with something laid over: look at both"


class PhotoMatch(Detector[Settings]):
    """Looks for the brand's photos in those of the listing, also recompressed, mirrored, cropped or in a collage."""

    kind = "photo_match"
    Settings = Settings

    def __init__(self, portfolio: Portfolio) -> None:
        super().__init__(portfolio)
        self._search = prepare(portfolio, lambda brand: brand.photos, photo_search)

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """One flag for each brand whose photos were found."""
        for brand, found in sights(subject, self._search):
            # The photo that speaks surest stands for all.
            found.sort(key=lambda one: SURROUNDINGS in one[1].how)
            doubtful = SURROUNDINGS in found[0][1].how
            names = ", ".join(dict.fromkeys(sight.asset for _, sight in found))
            unknown, severity = who_unknown(subject, brand)
            denied = is_denied(subject, brand)
            yield Flag(
                kind=self.kind,
                brand=brand.slug,
                severity=(severity or DOUBT) if doubtful else DENIED if denied else severity or STRANGER,
                rule=("own_surroundings" if doubtful else "own_photo") + SELLER_UNKNOWN * bool(unknown),
                sentence=f"{show(subject, found)} the brand's own photo {names} ({found[0][1].how}), "
                f"and {DENIES if denied else unknown or 'its seller is not authorised to use it'}."
                if not doubtful
                else f"{show(subject, found)} what is around the goods in the brand's own photo {names} "
                f"({found[0][1].how}); {OTHER_GOODS}.",
                evidence=evidence(subject, brand, found),
            )

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """A cut of the brand's photo, by a stranger, an authorised seller and nobody knows whom; another photo."""
        own = drawn_photo(1)
        brand = Brand(
            slug="aurelia",
            name="Aurelia",
            trademarks=(Trademark(text="AURELIA"),),
            photos=(Asset(name="photos/meridian.png", content=png(own)),),
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
