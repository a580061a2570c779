"""A listing's photo shows a logo of the brand, and its seller is not authorised."""

from collections.abc import Iterator, Sequence
from functools import partial

from detectors._drawings import drawn_logo, drawn_photo, jpeg, pasted, png
from detectors._pictures import evidence, prepare, sights, who_unknown
from detectors.base import Detector, Example, Histories, Portfolio, Settings, Subject
from monitor.brands import Asset, Brand, SellerEntry, SellerStatus, Trademark
from monitor.images import logo_search
from monitor.images.lettering import Letterings, own_lines
from monitor.marks.pictured import is_common
from monitor.records import Flag

SEVERITY = 40


class LogoMatch(Detector[Settings]):
    """Looks for the brand's logos in the listing's photos, at any size, turned, light on dark or in other colours.

    Where the words in photos were read, a logo that is the brand's name is known by its letters too; and where a
    drawing leaves a doubt, its word is read once more.
    """

    kind = "logo_match"
    Settings = Settings

    def __init__(self, portfolio: Portfolio) -> None:
        super().__init__(portfolio)
        self._search = prepare(portfolio, own_lines, partial(logo_search, is_everyday=is_common))
        self._letterings = Letterings(portfolio.brands, is_common)

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """One flag for each brand whose logos were found."""
        for brand, found in sights(subject, self._search, self._letterings):
            names = ", ".join(dict.fromkeys(sight.asset for _, sight in found))
            unknown, severity = who_unknown(subject, brand)
            yield Flag(
                kind=self.kind,
                brand=brand.slug,
                severity=severity or SEVERITY,
                rule="logo_in_photo",
                sentence=f"A photo of the listing shows the brand's logo {names}, and "
                f"{unknown or 'its seller is not authorised'}.",
                evidence=evidence(found),
            )

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """The logo on a photo, by a stranger and by an authorised seller, and a similar logo."""
        brand = Brand(
            slug="aurelia",
            name="Aurelia",
            trademarks=(Trademark(text="AURELIA"),),
            logos=(Asset(name="logos/aurelia.png", content=png(drawn_logo(1))),),
            sellers=(
                SellerEntry(
                    marketplace="m", seller_id="s1", seller_name="", legal_entity="", status=SellerStatus.AUTHORIZED
                ),
            ),
        )
        offer = {"marketplace": "m", "url": "https://m.example/1", "title": "Nice watch", "images": ["1.jpg"]}
        photo = drawn_photo(3)
        shown = {"1.jpg": jpeg(pasted(photo, drawn_logo(1).resize((110, 110)), (180, 120)))}
        other = {"1.jpg": jpeg(pasted(photo, drawn_logo(2).resize((110, 110)), (180, 120)))}
        stranger, dealer = offer | {"seller_id": "s2"}, offer | {"seller_id": "s1"}
        return (
            Example(says="the logo in a photo", brand=brand, listing=stranger, flagged=True, photos=shown),
            Example(says="by an authorised seller", brand=brand, listing=dealer, flagged=False, photos=shown),
            Example(says="another logo", brand=brand, listing=stranger, flagged=False, photos=other),
        )
