"""What must be done about complaints, in lines for a terminal or a mail."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.store.complaint_rows import Complaint


def agenda(complaints: Iterable["Complaint"], today: date, days: int) -> Iterator[str]:
    """Drafts to file; answers and replies that are late or due within some days; takedowns to confirm."""
    from monitor.complaints import channel

    found = list(complaints)
    for one in found:
        if one.status == "draft":
            ready = channel(one.channel).rights_ready(one.drafted_at.date())
            review = f"; proof of rights handed in then is looked at by {ready[0]} to {ready[1]}" if ready else ""
            yield f"complaint {one.id}: file it through {one.channel}, drafted on {one.drafted_at:%Y-%m-%d}{review}"
    for one in sorted(found, key=lambda o: o.due_on or date.max):
        if one.status == "submitted" and one.due_on and one.due_on <= today + timedelta(days=days):
            late = "is late since" if one.due_on < today else "is due on"
            yield f"complaint {one.id}: the answer or reply through {one.channel} {late} {one.due_on}"
    for one in found:
        if one.status == "submitted" and one.gone == one.cases:
            yield (
                f"complaint {one.id}: all its listings are gone since it was filed; if {one.channel} says so too: "
                f"monitor complaint answer {one.id} upheld"
            )
