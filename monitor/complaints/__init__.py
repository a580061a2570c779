"""Confirmed cases as complaints: one file a channel, found by being there; what each asks for, and what it refuses."""

from monitor.complaints.base import Channel, Draft, Field, Matter, Purchase
from monitor.complaints.discovery import channel, channels
from monitor.complaints.grounds import Ground, grounds_of
from monitor.complaints.rights import Complainant, Register, Right, read_register

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
    "channel",
    "channels",
    "grounds_of",
    "read_register",
]
