"""One dated sighting of a listing, with its photos."""

from dataclasses import dataclass
from datetime import datetime

from monitor.records.listing import Listing
from monitor.records.photo import Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What was seen at `observed_at` (aware UTC). `listing.listing_id` is filled. Append-only once stored."""

    listing: Listing
    observed_at: datetime
    photos: tuple[Photo, ...] = ()
