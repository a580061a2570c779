"""Asks for a timestamp at once when evidence was added, where an authority is set."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from monitor.cli._lines import tell
from monitor.errors import MonitorError

if TYPE_CHECKING:
    from monitor.workspace import Workspace

MOST_OFF = 60
"""Seconds that this machine's clock may be off an authority's, whose answer takes some."""


def stamp_now(settings: "Workspace") -> None:
    """Have the log stamped; an authority that is away, or answers wrongly, is said, and asked again later.

    Said first is whether others than the key's owner could have sealed what was just sealed.
    """
    from monitor.evidence.keys import exposed
    from monitor.evidence.stamps import stamp

    if why := exposed(settings.evidence):
        tell(f"Warning: {why}", err=True)
    if settings.timestamp_authority is None:
        return
    try:
        if found := stamp(settings.evidence, settings.timestamp_url, settings.timestamp_authority):
            compare_clocks(found.at)
    except MonitorError as failure:
        tell(f"{failure}; the timestamp waits for `monitor evidence stamp`", err=True)


def compare_clocks(at: datetime) -> None:
    """Say it where the authority's time is another than this machine's."""
    if abs(off := (datetime.now(UTC) - at).total_seconds()) > MOST_OFF:
        tell(f"This machine's clock is {off:+.0f} s off the timestamp authority's; set it right", err=True)
