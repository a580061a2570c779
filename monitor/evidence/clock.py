"""Whether this machine's clock is kept right by others, as the kernel says."""

import ctypes
import os
import sys
from dataclasses import dataclass

UNSYNCHRONISED = 0x0040
SIZE, MAXERROR, STATUS = 512, 24, 40
"""Bytes of `struct timex` of Linux on 64 bits and more, and where two of its fields begin."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`synchronised` is None where nobody says; `off_by` the most that the kernel thinks it is off, in seconds."""

    synchronised: bool | None
    off_by: float | None = None

    def __str__(self) -> str:
        if self.synchronised is None:
            return "this machine's own; whether it is synchronised is unknown"
        if not self.synchronised:
            return "this machine's own; the kernel says that it is not synchronised"
        return f"this machine's own, synchronised by network time; off by {self.off_by:.3f} s at most, says the kernel"


def clock() -> Clock:
    """What the kernel says of its clock (adjtimex(2), asked without changing anything)."""
    if sys.platform != "linux" or ctypes.sizeof(ctypes.c_long) != 8:
        return Clock(None)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        asked = ctypes.create_string_buffer(SIZE)
        said = library.adjtimex(asked)
    except (OSError, AttributeError):
        return Clock(None)
    if said < 0:  # forbidden, as in some containers
        return Clock(None)
    status = int.from_bytes(asked.raw[STATUS : STATUS + 4], sys.byteorder)
    off_by = int.from_bytes(asked.raw[MAXERROR : MAXERROR + 8], sys.byteorder) / 1e6
    return Clock(not status & UNSYNCHRONISED, off_by)


def machine() -> str:
    """The system on which a capture was made, without its name."""
    system = os.uname() if hasattr(os, "uname") else None
    return f"{system.sysname} {system.release} {system.machine}" if system else sys.platform
