"""The words of the domain as frozen data. Standard library only, no behaviour beyond reading and writing themselves."""

from monitor.records.finding import SELLER_UNKNOWN, Evidence, Finding, Flag, is_said_anew
from monitor.records.history import HISTORY_DAYS, History, PricePoint
from monitor.records.listing import Availability, Condition, Listing
from monitor.records.observation import Observation
from monitor.records.parse import FIELDS, RecordError, listing_from_record, listing_to_record
from monitor.records.photo import Fingerprint, Photo
from monitor.records.same_seller import path_end, same_seller, sold_by
from monitor.records.urls import canonical_url, host_of
from monitor.records.words import Line, Words

__all__ = [
    "FIELDS",
    "HISTORY_DAYS",
    "SELLER_UNKNOWN",
    "Availability",
    "Condition",
    "Evidence",
    "Finding",
    "Fingerprint",
    "Flag",
    "History",
    "Line",
    "Listing",
    "Observation",
    "Photo",
    "PricePoint",
    "RecordError",
    "Words",
    "canonical_url",
    "host_of",
    "is_said_anew",
    "listing_from_record",
    "listing_to_record",
    "path_end",
    "same_seller",
    "sold_by",
]
