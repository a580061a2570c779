"""What the two detectors of pictures share: brand assets become a search, and a sight becomes evidence."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from detectors._sentences import NO_LIST, NOT_ASKED, NOT_SAID, row, which
from detectors.base import Portfolio, Subject
from monitor.brands import Asset, Brand, StandingKind
from monitor.errors import ConfigurationError
from monitor.images import ImageProblem, Search, Sight
from monitor.records import Evidence, Photo

Build = Callable[[Sequence[tuple[str, Asset]]], Search]
NOTE = 20
"""The severity where nobody asked who sells."""
UNSAID = 35
"""The severity where nobody knows whether who sells may: a suspicion that accuses nobody; it may be our own shop."""
DENIES = "the brand's list denies its seller"
"""What the seller list says of a denied seller, as the end of a sentence; its row is evidence."""


def prepare(portfolio: Portfolio, assets_of: Callable[[Brand], Sequence[Asset]], build: Build) -> Search | None:
    """A search for the assets of all brands, or None where there are none. A bad picture is told with its file."""
    assets = [(brand.slug, asset) for brand in portfolio.brands for asset in assets_of(brand)]
    if not assets:
        return None
    try:
        search = build(assets)
    except ImageProblem:
        for brand in portfolio.brands:
            for asset in assets_of(brand):
                try:
                    build([(brand.slug, asset)])
                except ImageProblem as problem:
                    raise ConfigurationError(
                        f"{brand.path}: the picture {asset.name} {problem}; save it as PNG or JPEG"
                    ) from problem
        raise
    search.memory = portfolio.memories(search.key)
    return search


class Finder(Protocol):
    """What finds assets in a photo."""

    def find(self, photo: Photo) -> tuple[Sight, ...]:
        """What of the assets is in the photo."""


def sights(subject: Subject, *finders: Finder | None) -> Iterator[tuple[Brand, list[tuple[Photo, Sight]]]]:
    """What was found in the listing's photos by brand, for brands by which the seller is not authorised."""
    if not any(finders):
        return
    strangers = {brand.slug for brand in subject.portfolio.brands if not subject.standing(brand).authorized}
    if not strangers:
        return
    by_brand: dict[str, list[tuple[Photo, Sight]]] = {}
    for photo in subject.observation.photos:
        for sight in chain.from_iterable(finder.find(photo) for finder in finders if finder):
            if sight.brand in strangers:
                by_brand.setdefault(sight.brand, []).append((photo, sight))
    for slug in sorted(by_brand):
        yield subject.portfolio.by_slug[slug], by_brand[slug]


def who_unknown(subject: Subject, brand: Brand) -> tuple[str, int]:
    """Why nobody knows whether a stranger sells, as the end of a sentence, and the severity then; empty where one does.

    A name alone that is on the seller list does not say whether it is that seller, and no list says nothing of anybody.
    """
    if subject.listing.seller_not_asked:
        return NOT_ASKED, NOTE
    if not subject.listing.seller_is_readable:
        return NOT_SAID, UNSAID
    kind = subject.standing(brand).kind
    if kind is StandingKind.NO_POLICY:
        return NO_LIST, UNSAID
    if kind is StandingKind.UNREADABLE:
        return "the page does not say surely who sells", UNSAID
    return "", 0


def is_denied(subject: Subject, brand: Brand) -> bool:
    """Whether the brand's list denies the seller this offer."""
    return subject.standing(brand).kind is StandingKind.DENIED


def show(subject: Subject, found: Sequence[tuple[Photo, Sight]]) -> str:
    """Which photos of the listing show something, as a sentence begins."""
    photos = {photo.url: photo for photo, _ in found}
    return f"{which(subject.observation.photos, *photos.values())} {'shows' if len(photos) == 1 else 'show'}"


def evidence(subject: Subject, brand: Brand, found: Sequence[tuple[Photo, Sight]]) -> tuple[Evidence, ...]:
    """One piece of evidence for each sight, with photo, asset and box; and the row that denies the seller."""
    entry = subject.standing(brand).entry if is_denied(subject, brand) else None
    denial = (Evidence(field="seller_id", observed=subject.listing.seller_id, expected=row(entry)),) if entry else ()
    return denial + tuple(
        Evidence(
            field="images",
            observed=f"{sight.how or 'found'} (score {sight.score:g})",
            asset=sight.asset,
            image=photo.url,
            box=sight.box,
        )
        for photo, sight in found
    )
