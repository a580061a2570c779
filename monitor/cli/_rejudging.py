"""Look again at stored observations with the dossiers and detectors of now."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from monitor.brands import Brand
from monitor.crawling.image_files import ImageFiles
from monitor.crawling.kept_sights import KeptSights
from monitor.images import VERSION, ImageProblem, fingerprint
from monitor.inspection import Inspector, Looked
from monitor.records import Fingerprint, Photo
from monitor.store import Seen


class Rejudging:
    """Looks at observations for `only`, else for those brands for which each was judged when it was stored.

    A brand is always judged among the brands that it was judged with, as these may say more about a mark.
    """

    def __init__(self, brands: Mapping[str, Brand], images: Path, *, only: str = "") -> None:
        self._brands = brands
        self._files = ImageFiles(images)
        self._sights = KeptSights(images)
        self._only = only
        self._inspectors: dict[frozenset[str], Inspector] = {}
        self._failures: list[str] = []
        self._print = lru_cache(maxsize=256)(self._compute)

    @property
    def failures(self) -> Counter[str]:
        """What went wrong with detectors and photos, and how often."""
        return Counter(self._failures)

    def save(self) -> None:
        """Keep what was found in photos."""
        self._sights.save()

    def look(self, seen: Seen) -> Looked:
        """An observation half judged, its photos in the fingerprints of now."""
        photos = tuple(self._up_to_date(photo) for photo in seen.observation.photos)
        return self.inspector(seen).look(replace(seen.observation, photos=photos))

    def inspector(self, seen: Seen) -> Inspector:
        """The detectors for the brands of an observation."""
        slugs = frozenset(slug for slug in (*seen.brands, self._only) if slug in self._brands)
        if slugs not in self._inspectors:
            brands = [self._brands[slug] for slug in sorted(slugs)]
            self._inspectors[slugs] = Inspector(brands, report=self._detector_failed, memories=self._sights)
        return self._inspectors[slugs]

    def _detector_failed(self, kind: str, failure: BaseException) -> None:
        self._failures.append(f"detector {kind} failed ({type(failure).__name__}: {failure})"[:200])

    def _up_to_date(self, photo: Photo) -> Photo:
        """The photo with a fingerprint of the present method, which is computed where the stored one is older."""
        if photo.fingerprint is None or photo.fingerprint.version == VERSION:
            return photo
        fresh = self._print(photo.sha256)
        if fresh is None:
            self._failures.append("photo not judged: its fingerprint is of another method, and it is not kept any more")
        return replace(photo, fingerprint=fresh)

    def _compute(self, sha256: str) -> Fingerprint | None:
        try:
            return fingerprint(self._files.path(sha256).read_bytes())
        except (OSError, ImageProblem):
            return None
