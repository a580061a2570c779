"""Confirmed cases as complaints: one file a channel, found by being there; what each asks for, and what it refuses."""

from monitor.complaints.base import Channel, Draft
from monitor.complaints.discovery import channel, channels
from monitor.complaints.fields import Field
from monitor.complaints.grounds import Ground, grounds_of
from monitor.complaints.matter import Matter
from monitor.complaints.purchases import Purchase
from monitor.complaints.rights import Complainant, Register, Right, read_register
from monitor.complaints.sealed import Sealed

__all__ = [
    "Channel",
    "Complainant",
    "Draft",
    "Field",
    "Ground",
    "Matter",
    "Purchase",
    "Register",
    "Right",
    "Sealed",
    "channel",
    "channels",
    "grounds_of",
    "read_register",
]
