"""How grave what an inspector finds in a title and a description is."""

from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

OFFER = {"marketplace": "m", "url": "https://m.example/1", "seller_id": "u", "observed_at": "2026-11-29T12:00:00Z"}


def severity(inspector: Inspector, title: str, description: str = "") -> int:
    """The highest severity of all flags about a listing of a seller whom nobody lists; 0 where there is none."""
    listing = listing_from_record({**OFFER, "title": title, "description": description})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = inspector.inspect(observation, lambda _brand, _sku: History())
    return max((flag.severity for one in found for flag in one.flags), default=0)
