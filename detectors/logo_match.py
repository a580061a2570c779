"""A listing's photo shows a logo of the brand, and its seller is not authorised."""

from collections.abc import Iterator, Sequence
from functools import partial

from detectors._drawings import drawn_logo, drawn_photo, jpeg, pasted, png
from detectors._pictures import DENIES, NOTE, evidence, is_denied, prepare, show, sights, who_unknown
from detectors._sentences import shown
from detectors.base import Detector, Example, Histories, Portfolio, Settings, Subject
from monitor.brands import Asset, Brand, SellerEntry, SellerStatus, Trademark
from monitor.images import MIRRORED, Sight, logo_search
from monitor.images.lettering import own_lines
from monitor.images.worded_places import own_lines_read
from monitor.marks import Use
from monitor.marks.pictured import is_common
from monitor.products.described import said_used
from monitor.records import Flag, Line, Photo

DENIED, STRANGER, GOES_WITH = 60, 40, 30


class LogoMatch(Detector[Settings]):
    """Looks for the brand's logos in the listing's photos, at any size, turned, light on dark or in other colours.

    Where the words in photos were read, a logo is looked for where its own word stands; and where a drawing leaves a
    doubt, its word is read once more. The word alone is no logo, but left to `text_match`.
    """

    kind = "logo_match"
    Settings = Settings

    def __init__(self, portfolio: Portfolio) -> None:
        super().__init__(portfolio)
        self._search = prepare(portfolio, own_lines, partial(logo_search, is_everyday=is_common))

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:  # noqa: ARG002
        """One flag for each brand whose logos were found."""
        for brand, found in sights(subject, self._search):
            names = ", ".join(dict.fromkeys(sight.asset for _, sight in found)) + _read_there(brand, found)
            said, severity = _said(subject, brand)
            if all(MIRRORED in sight.how for _, sight in found):
                said, severity = f"it is seen mirrored, as another mark may look, and {said}", min(severity, GOES_WITH)
            yield Flag(
                kind=self.kind,
                brand=brand.slug,
                severity=severity,
                rule="logo_in_photo",
                sentence=f"{show(subject, found)} the brand's logo {names}, and {said}.",
                evidence=evidence(subject, brand, found),
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


def _read_there(brand: Brand, found: Sequence[tuple[Photo, Sight]]) -> str:
    """What was read of a logo's own words within it, as a part of a sentence."""
    own = {logo.name: logo.words for logo in brand.logos}
    lines = dict.fromkeys(
        line.text
        for photo, sight in found
        for line in _lines(photo)
        if _stands(line, photo, sight) and own_lines_read((line,), own.get(sight.asset, ()))
    )
    return f', where it reads "{shown(" ".join(lines))}"' if lines else ""


def _lines(photo: Photo) -> Sequence[Line]:
    return photo.words.lines if photo.words else ()


def _stands(line: Line, photo: Photo, sight: Sight) -> bool:
    """Whether the middle of a line stands within a logo that was found in the same photo."""
    if photo.fingerprint is None:
        return False
    across = (line.box[0] + line.box[2]) / 2 * photo.fingerprint.width
    down = (line.box[1] + line.box[3]) / 2 * photo.fingerprint.height
    left, top, right, bottom = sight.box
    return left <= across <= right and top <= down <= bottom


def _said(subject: Subject, brand: Brand) -> tuple[str, int]:
    """What a logo in a photo means beside who sells and what is offered, as the end of a sentence, and how grave it is.

    Genuine goods bear it too: on goods that are not new it is a note, and where the title names what they go with,
    the photo may show that.
    """
    if is_denied(subject, brand):
        return DENIES, DENIED
    unknown, severity = who_unknown(subject, brand)
    who, severity = unknown or "its seller is not authorised", severity or STRANGER
    if not subject.new_goods:
        return f"{who}; the goods are not offered as new, and the brand's own bear it too", min(severity, NOTE)
    if used := said_used(subject.listing):
        return f'{who}; the description says that the goods are used ("{shown(used)}")', min(severity, NOTE)
    named = [one for one in subject.mentions.get(brand.slug, ()) if one.field == "title"]
    if named and all(one.use is Use.DESCRIPTIVE for one in named) and brand not in subject.brands:
        with_what = f'the title names "{shown(named[0].text)}" for what the goods go with, which the photo may show'
        return f"{who}; {with_what}", min(severity, GOES_WITH)
    return who, severity
