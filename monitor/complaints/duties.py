"""What must be done about a complaint by a day, and by whom. Pure."""

from dataclasses import dataclass
from datetime import date

DAYS_TO_REPLY = 3
WORDS = {
    "question": "answer the question",
    "evidence_request": "send the evidence that was asked for",
    "counter_notice": "answer the counter-notice",
}
"""What each answer that does not end a complaint asks of us."""
DECIDE = "decide"
"""What the channel must do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What we must do by a day; `met_by_reply` says whether a reply to the channel does it."""

    what: str
    by: date
    met_by_reply: bool = True
